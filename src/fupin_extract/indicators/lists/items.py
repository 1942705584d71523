"""The items of a list of names, each with the head that only the last one spells out: 城镇和农村[居民收入]."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...regions.levels import LEVELS
from ...words import words
from ..phrases.before import phrase_ending
from ..phrases.deeds import FLOWS
from ..rules import first_answer
from ..spelling import FEW, PER_HEADS, spell
from ..vocabulary import RAISERS, SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Token


def names_listed(before: Sequence[Token], joints: tuple[str, ...]) -> list[str]:
    """Return the items of the list that ends the stretch, each with the head that only the last one spells out."""
    items: list[list[Token]] = [[]]
    for token in _without_measure(before):
        if token.text in joints and items[-1]:
            items.append([])
        elif token.kind == "word" and token.role not in ("drop", "versus"):
            items[-1].append(token)
    items[-1] = _without_sum(_without_kind(items[-1]) if len(items) > 1 else items[-1])
    phrases = [_spelt_out(_item(item), items[-1]) for item in _ordinal(items)]
    if len(phrases) < 2 or not all(phrases) or any(_cut_short(phrase) for phrase in phrases):
        return []
    whose = phrases[0][:-1] if phrases[0][-1].role == "size" and phrases[0][0].tag == "n" else []
    if whose and all(len(item) == 1 and item[0].role == "size" for item in phrases[1:]):
        return [spell([*whose, item[-1]]) for item in phrases]  # 粮食面积、[产量、单产]
    return [_whole(item, phrases[-1]) for item in phrases[:-1]] + [spell(phrases[-1])]


def _without_kind(item: list[Token]) -> list[Token]:
    """Return the last item without the kind that all are of: 研发服务、设计服务[等服务外包业务], 汽车制造[等行业]利润."""
    such = next((k for k, t in enumerate(item) if k and t.text == "等"), None)
    if such is not None and item[such + 1 : such + 2] and item[such + 1].text in _SUMMED_AS:
        return [*item[:such], *item[such + 2 :]]
    return item if such is None or _measures(item[such:]) else item[:such]


def _without_sum(item: list[Token]) -> list[Token]:
    """Return the last item without the words that sum the list up: 增值税、营业税、个人所得税[三大税种]."""
    for k in range(1, len(item) - 1):
        told = "".join(t.text for t in item[k:-1])
        if told[0] in FEW and told[1:] in ("大", "种", "类", "项", "个") and not _measures(item[-1:]):
            return item[:k]
    return item


def _ordinal(items: list[list[Token]]) -> list[list[Token]]:
    """Return the items, of 第一、二、三产业用电量 the sectors as words: 一产, 二产, 三产."""
    numerals = ["".join(t.text for t in item).removeprefix("第") for item in items]
    if not numerals[-1][1:].startswith("产业") or not all(n[:1] in "一二三" and len(n) == 1 for n in numerals[:-1]):
        return items
    whose = [t for t in items[-1] if t.text not in ("产业", "业")][1:]
    sectors = [replace(items[-1][0], text=f"第{n[0]}产业", tag="n") for n in numerals]
    return [[sector] for sector in sectors[:-1]] + [[sectors[-1], *whose]]


def _spelt_out(item: list[Token], last: Sequence[Token]) -> list[Token]:
    """Return an item of one character with the other one of its word, that only the last item has: [内]、外贸吞吐量, [县]、市级医院."""
    levels = bool(last) and len(item) == 1 and item[0].text in LEVELS and last[0].text[1:] == "级"
    if len(item) != 1 or not last or not (item[0].text in _SIDES or levels):
        return item
    word = item[0].text + last[0].text[1:]
    return [replace(item[0], text=word, tag=last[0].tag)] if len(word) == 2 and word in words().entries else item


_SIDES = frozenset("内外上下东西南北中前后男女公私城乡大小新老")


_SUMMED_AS = frozenset("行业 产业 领域 产品 商品 地区 品类".split())


def _without_measure(before: Sequence[Token]) -> list[Token]:
    """Return the tokens without the unit that the items are counted in: 完工量、订单量[以载重吨计], 油价[每吨]."""
    start = next((k for k, t in enumerate(before) if t.text == "以"), None)
    end = next((k for k, t in enumerate(before) if t.text == "计"), None)
    kept = (
        [*before[:start], *before[end + 1 :]] if start is not None and end is not None and start < end else list(before)
    )
    return [t for k, t in enumerate(kept) if t.text != "每" and not (k and kept[k - 1].text == "每")]


def _cut_short(phrase: Sequence[Token]) -> bool:
    """Tell whether an item is less than a name: 东、中、西部地区; 牛、羊 are nouns."""
    return len(spell(phrase)) < 2 and phrase[0].tag != "n"


def _item(tokens: list[Token]) -> list[Token]:
    """Return one item; of what stands in front of the first one (带动A、B) only the noun phrase is part of the list."""
    if _tail_of(tokens):
        return tokens
    item = phrase_ending(tokens).tokens
    return item[1:] if len(item) > 1 and item[0].text in RAISERS else item


def _tail_of(tokens: Sequence[Token]) -> int | None:
    """Return where the last item goes on with what holds for all items: [占全国的比重], [对GDP增长的贡献率]."""
    rate = bool(tokens) and tokens[-1].role == "rate"
    return next((k for k, t in enumerate(tokens) if t.role == "share" or (rate and t.text == "对")), None)


_FOLK = ("孤儿", "老人", "居民", "对象", "人员", "学生", "儿童", "职工", "村民", "农户", "户", "老年人")
_KINDS = frozenset("国业省市县区")
_WHOSE = 2
_PARTIES = frozenset("个人 企业 单位 居民 家庭 政府 社会 机构 农户 学生 教师 职工 中央 地方 国内 国外".split())
HEADS = (*"率 面 量 额 价 价格 费 费用 标准 人数 户数 指数 出栏 存栏 支出 总投入".split(), *FLOWS)


def _measures(item: list[Token]) -> bool:
    """Tell whether an item names its own measure: [总股本]和总市值."""
    return any(t.text == "总" for t in item) or item[-1].role in ("size", "rate") or item[-1].text.endswith(HEADS)


def _whole(item: list[Token], last: list[Token]) -> str:
    """Return an item with what the last one adds: 城镇和农村居民人均收入, 卫生厕所、公厕覆盖面, 业务收入和业务量占全国的比重."""
    return first_answer(_SHARED, item, last) or spell(item)


def _with_tail(item: list[Token], last: list[Token]) -> str:
    at = _tail_of(last)
    if not at:
        return ""
    whose = at - (last[at - 1].text == "所")  # 高技术制造业、装备制造业[增加值]所占比重
    own = whose > 1 and last[whose - 1].role == "size" and not _measures(item)
    return spell([*item, *last[whose - own : whose], *last[at:]])


def _with_folk(item: list[Token], last: list[Token]) -> str:
    """Return whose measure it is with the deed done to them: 集中养育、社会散居[孤儿平均保障标准]."""
    folk = next((k for k, t in enumerate(last) if k and t.text.endswith(_FOLK)), 0)
    named = item[-1].text.endswith(_FOLK) or item[-1].tag not in ("v", "vn", "b")
    return spell([*item, *last[folk:]]) if 0 < folk < len(last) - 1 and not named else ""


def _with_insurance(item: list[Token], last: list[Token]) -> str:
    """Return an insurance by its whole name: 养老、失业、[工伤保险]参保人数."""
    insured = len(last) > 1 and last[0].text.endswith("保险") and not item[-1].text.endswith("保险")
    return spell(item) + "保险" + spell(last[1:]) if insured else ""


def _with_the_same_attribute(item: list[Token], last: list[Token]) -> str:
    """Return an attribute with the head of the last one: 北方和南方[地区参与人数]."""
    alike = item[0].tag == last[0].tag and item[0].tag in ("b", "f", "s")
    alike |= item[0].text in SETTLED and last[0].text in SETTLED
    return spell([*item, *last[1:]]) if len(item) == 1 and len(last) > 1 and alike else ""


def _with_the_same_end(item: list[Token], last: list[Token]) -> str:
    """Return a name with what follows the one of its kind: 韩国、德国[实际对华投资], 失业保险、工伤保险[参保人数]."""
    end = item[-1].text
    same = next((k for k, t in enumerate(last[:-1]) if t.text[-1] == end[-1]), None) if end[-1] in _KINDS else None
    if same is None:
        same = next((k for k, t in enumerate(last[:-1]) if len(t.text) > 1 and t.text[-2:] == end[-2:]), None)
    return spell([*item, *last[same + 1 :]]) if same is not None else ""


def _with_the_same_party(item: list[Token], last: list[Token]) -> str:
    """Return a party with what is told of the last one: 个人和企业[信用报告日均查询量]."""
    whose = len(item) == 1 and item[0].tag == last[0].tag == "n" and len(last) > _WHOSE and not item[0].role
    parties = whose and item[0].text in _PARTIES and last[0].text in _PARTIES
    return spell([*item, *last[1:]]) if parties else ""


def _with_the_measure(item: list[Token], last: list[Token]) -> str:
    """Return a thing without a measure of its own with that of the last one: 卫生厕所、公厕[覆盖面]."""
    measure = last[-1].role in ("size", "rate") or last[-1].text.endswith(HEADS)
    if len(last) < 2 or not measure or _measures(item):
        return ""
    return spell([*item, *(last[-2:] if last[-2].text in PER_HEADS else last[-1:])])


_SHARED: tuple[Callable[[list[Token], list[Token]], str], ...] = (
    _with_tail,
    _with_folk,
    _with_insurance,
    _with_the_same_attribute,
    _with_the_same_end,
    _with_the_same_party,
    _with_the_measure,
)
"""What an item may share with the last one of its list, in order."""


_TWO_IN_ONE = {
    "城乡": ("城镇", "农村"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "产销": ("产量", "销量"),
    "产销量": ("产量", "销量"),
    "收支": ("收入", "支出"),
    "存贷款": ("存款", "贷款"),
    "存贷款余额": ("存款余额", "贷款余额"),
}
"""Words that name several things at once: 城乡居民人均可支配收入分别达到17860元和4673元."""


def halves(before: Sequence[Token]) -> list[str]:
    """Return the names that one word of the phrase stands for, none where it has no such word."""
    tokens = phrase_ending([t for t in before if t.role not in ("link", "drop", "light")]).tokens
    k = next((k for k, t in enumerate(tokens) if t.text in _TWO_IN_ONE), None)
    if k is None:
        return []
    return [
        spell([*tokens[:k], replace(tokens[k], text=half), *tokens[k + 1 :]]) for half in _TWO_IN_ONE[tokens[k].text]
    ]
