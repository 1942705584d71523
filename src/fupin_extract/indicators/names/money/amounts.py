"""Money by what it is: the price of goods, the cap of a grant, an amount in another currency, what something takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import word_class
from ...spelling import spell
from ...terms.caps import grant_capped
from ...terms.denominators import per_of, sold_by
from ...vocabulary import CURRENCIES
from ..position import Position, Reading, only_of
from ..told.goods import goods_told
from ..told.stretches import is_measure
from ..told.topics import topic_of, without_deed

if TYPE_CHECKING:
    from ...phrases.before import Phrase


def is_price(p: Position, phrase: Phrase) -> bool:
    """Tell whether money is the price of the goods that the phrase names: 猪肉一斤十八块, 土蜂蜜每斤120元."""
    if p.quantity.dimension != "money" or phrase.tokens[-1].tag not in ("n", "x") or phrase.tokens[-1].role:
        return False
    first = p.at - len(p.stretch.tokens)
    unit = sold_by(p.row, first, p.at) or per_of("".join(t.text for t in p.stretch.tokens))
    unknown = phrase.tokens[-1].tag == "x" and len(phrase.name) == 1  # 接一棵五毛钱
    if unit not in word_class("sold_by") or phrase.name.startswith("一") or unknown:
        return False
    return not is_measure(phrase) and not phrase.name.endswith(
        ("补贴", "补助", "奖补", "奖励", "价", "元", "钱", "费", "成本", "利", "金")
    )


_RECKONS = frozenset({"计", "计算", "算", "折算"})


@only_of(dimensions=("money",))
def reckoned(p: Position) -> Reading | None:
    """Return the price that a sum is reckoned at: 产香菇8000斤，按每斤4元[计算]."""
    k = p.at + 1
    if p.stretch.core or k >= len(p.row) or p.row[k].text not in _RECKONS:
        return None
    if not any(t.text in ("按", "按照", "以") for t in p.stretch.tokens):
        return None
    unit = sold_by(p.row, p.at - len(p.stretch.tokens), p.at) or per_of("".join(t.text for t in p.stretch.tokens))
    told = without_deed(topic_of(p)) if p.last is not None and p.last.dimension in ("mass", "count") else ""
    goods = goods_told(p) or told.removesuffix("亩产").removesuffix("产量")
    if unit not in word_class("sold_by") or not goods:
        return None
    return p.reading(goods + "价格", p.stretch.tokens, used=k + 1, implied=True, topic=goods)


@only_of(dimensions=("money",))
def capped(p: Position) -> Reading | None:
    """Return the grant or loan that the number caps: 可享受5万元以下、3年以内、免抵押的[小额信贷]."""
    at = grant_capped(p.row, p.at)
    if at is None:
        return None
    own = [t for t in p.stretch.core[-1:] if t.text == "自筹"]  # 每户[自筹]1万元以内资金
    thing = [*own, *p.row[at.start : at.stop]]
    name = spell(thing)
    return p.reading(name, thing, used=at.stop) if name else None


_MONEY = ("money", "foreign_money")
_RESTATES = frozenset(
    "约合 折合 合 约 相当于 折 折算 换算 按 按年 年均 平均 年平均 全年 现行 当年 年末 汇率 汇价 计算 计 为 成 约为".split()
)


@only_of(dimensions=_MONEY)
def converted(p: Position) -> Reading | None:
    """Return the name of an amount that brackets give again in another currency: 投资30亿美元（约合人民币210亿元）."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    if p.last is None or not between or between[0].text != "(":
        return None
    told = [t.text for t in between[1:] if t.kind == "word"]
    if (
        p.last.dimension not in _MONEY
        or not told
        or not all(t in _RESTATES or t in CURRENCIES or t == "下同" for t in told)
    ):
        return None
    return p.last._replace(rule="converted", used=p.at + 1, implied=True)


def needed(p: Position) -> Reading | None:
    """Return the money that something takes, or what it involves, where no noun says so: 规划期内[共需]61.3亿元; [涉及]1860万元."""
    told = [t.text for t in p.stretch.core if t.kind == "word" and t.role != "drop"]
    if told == ["涉及"] and p.quantity.dimension == "money" and not p.behind.tokens:
        return p.reading("涉及资金")
    needs = any(t.text in _NEEDS for t in p.stretch.tokens)
    if p.quantity.dimension != "money" or not needs or any(t.kind == "word" for t in p.stretch.core) or p.behind.tokens:
        return None
    return p.reading("所需资金")


_NEEDS = frozenset({"需", "需要", "共需", "还需", "尚需"})
