"""What is given at a rate, and what is done at a pace."""

from __future__ import annotations

from ...phrases.predicates import predicate_behind
from ...rows import text_at
from ...spelling import spell
from ...vocabulary import AIDS, BY
from ..position import Position, Reading, only_of


@only_of(dimensions=("money",))
def at_rate(p: Position) -> Reading | None:
    """Return what is given at a rate: 按每户2.1万元的标准进行补助, 按每人每月200元给予补贴."""
    led = any(t.text in _AT for t in p.stretch.tokens[len(p.stretch.core) :])
    if p.stretch.core and not led and not any(t.text in _FOR_THEM for t in p.stretch.core[:-1]):
        return None
    k = p.at + 1
    while text_at(p.row, k) in ("左右", "以上", "以内", "的"):
        k += 1
    k = _over_the_most(p, k)
    if k >= len(p.row):
        return None
    standard = "" if p.row[k].text in _GIVEN_AT and p.row[k].text != "进行" else "标准"
    if p.row[k].text == "标准":
        k += 1
    elif (goods := _and_goods(p, k)) is not None:
        k = goods
    elif p.row[k].text not in _GIVEN_AT or not (led or any(t.text in BY for t in p.stretch.tokens)):
        return None
    end = k
    while end < len(p.row) and p.row[end].kind == "word":
        end += 1
    said = [t for t in p.row[k:end] if t.role not in ("light", "drop") and t.tag not in ("d", "u")]
    while len(said) > 1 and said[0].tag in ("v", "p"):
        said = said[1:]
    name = spell(said)
    if not said and standard and [t.text for t in p.stretch.tokens] in (["按"], ["按照"]):
        return p.reading(standard, used=end)  # 按668元的标准，贫困人口3.2万人
    if not name or len(name) > _RATE_LONG or any(t.tag in ("p", "r") for t in said):
        return None
    if p.stretch.core and not standard and name in _GIVEN_AT:
        whose = p.stretch.phrase.name if name in AIDS else ""  # [家庭水柜]按每立方米120元补助
        if not whose or whose.endswith(_PAYERS):
            return None
        name = whose + name
    return p.reading(name + standard, said, used=end, topic=name)


_GIVEN_AT = frozenset("进行 给予 予以 发放 给 补助 补贴 奖励 奖补 支付 收取 缴纳 计发 兑付 兑现 补偿 资助 筹集".split())


_AT = BY | {"以"}
_PAYERS = ("财政", "局", "厅", "署", "委", "会", "办", "部", "公司", "政府", "银行", "集团", "基金", "企业", "村集体")
_FOR_THEM = frozenset({"对", "给", "向"})
"""Words in front of those who are given something at the rate: [对]蜂农按每箱60元给予贷款."""


def _over_the_most(p: Position, k: int) -> int:
    """Return where it goes on behind the most that one gets at the rate: 按每亩2000元[、最高不超过10万元]发放贷款."""
    end = k
    while end < len(p.row) and (p.row[end].text in "、，" or p.row[end].role in ("link", "drop")):
        end += 1
    most = k < end < len(p.row) and p.row[end].unit == p.quantity.base_unit and p.row[end - 1].role == "link"
    return end + 1 if most else k


def _and_goods(p: Position, k: int) -> int | None:
    """Return where what is given begins if goods are given with the money: 按每人每天10元钱、1斤粮的标准[发放…]."""
    if k + 4 >= len(p.row) or p.row[k].text not in ("、", "和") or p.row[k + 1].quantity is None:
        return None
    found = next((j for j in range(k + 2, min(len(p.row), k + 6)) if p.row[j].text == "标准"), None)
    return found + 1 if found is not None and p.row[found - 1].text == "的" else None


def paced(p: Position) -> Reading | None:
    """Return what is done at a pace: 以平均每年10万亩的速度推进[造林]."""
    k = p.at + 1
    if k + 2 >= len(p.row) or p.row[k].text != "的" or p.row[k + 1].text not in _PACES:
        return None
    if not any(t.text == "以" for t in p.stretch.tokens[len(p.stretch.core) :]) or p.quantity.dimension in (
        None,
        "percentage",
        "ratio",
    ):
        return None
    said, end = predicate_behind(p.row, k + 2)
    name = spell([t for t in said if t.role not in ("light", "drop")])
    if len(name) < _PACED or any(t.role in ("up", "down") for t in said):
        return None
    return p.reading(name, said, used=end)


_PACES = frozenset({"速度", "速率", "节奏", "频率"})
_PACED = 2
_RATE_LONG = 10
