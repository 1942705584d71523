"""Counts of those that a bound picks out: 收入超过10万元的有23户, 贫困发生率低于3%的县12个, 其中500亩以上的9个."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....quantities.bounds import PICKING
from ...phrases.before import phrase_ending
from ...rows import COMMAS, nouns_end
from ...spelling import NOUN_UNITS, spell
from ...vocabulary import INSIDE, JOINTS, LIMITS
from ..position import Position, Reading, only_of
from ..told.topics import without_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token

_COUNTED = ("count", "people", "households", "area")

_IN = frozenset({"在", "为"})
_NUMERAL = "[0-9一二三四五六七八九十百千万]"
_CLASS = re.compile(f"{_NUMERAL}.*以[上下内]$|(?:过|超|达|突破|逾|不到|不足|低于|高于|未满|不满).*{_NUMERAL}")
_HAVE = re.compile("有|达|占|共|已|还|尚|仍|目前|[现如而]今|眼下|现在|分别|只|仅|就|为")
_OF_THE_BOUND = re.compile(f"^(.*?)(?:过|超|超过|达|达到|突破|低于|高于|不足|不到)?{_NUMERAL}")


@only_of(dimensions=_COUNTED)
def classed(p: Position) -> Reading | None:
    """Return those counted with the bound that picks them out, in front of 的."""
    row, k = p.row, p.at
    if row[k - 1].text == "等" or (row[k - 1].region and row[k - 1].text != "全国"):  # 超过三成的有甘肃、贵州等4个省
        k -= 1
        while k and (row[k - 1].region or row[k - 1].text in JOINTS):
            k -= 1
    while k and row[k - 1].kind in ("word", "period") and not row[k - 1].nominal and _HAVE.search(row[k - 1].text):
        k -= 1
    of = next((j for j in range(k - 1, max(-1, k - _FEW), -1) if row[j].text == "的"), None)
    if of is None or of < 1 or not all(t.nominal for t in row[of + 1 : k]):
        return None
    bound, first = _bound_before(row, of)
    if not bound:
        return None
    begin = first
    while begin and row[begin - 1].nominal:
        begin -= 1
    members, again = spell(row[of + 1 : k]), _measure_again(p) if begin == first and "元" in bound else ""
    measure = spell(row[begin:first]) or again
    noun = members or spell(p.behind.tokens) or _those_inside(p) or _counted_again(p) or _of_level(row[p.at - 1])
    one_word = first == of - 1 and members and not again  # [60岁以上]老人 is a phrase like any other
    told = measure or bound.endswith(tuple(LIMITS)) or not bound.startswith(tuple(PICKING))
    if one_word or not noun or not told or (k == p.at and p.behind.predicate):
        return None
    used = p.behind.used if p.behind.tokens else p.at + 1
    tokens = (*row[begin:k], *p.behind.tokens)
    return p.reading(
        f"{measure}{bound}{noun}", tokens, used=used, topic=noun if noun not in _BARE else f"{measure}{bound}{noun}"
    )


_BARE = frozenset({"户", "人", "家", "个"})
_FEW = 5


def _bound_before(row: Sequence[Token], of: int) -> tuple[str, int]:
    """Return the bound that ends in front of an index, and where it begins: 超过[10万元], [500亩以上]; "" where none does."""
    token = row[of - 1]
    if token.tag == "b" and _CLASS.search(token.text):
        return token.text, of - 1
    limit = token.text if token.text in LIMITS else ""
    k = of - 1 - bool(limit)
    if k < 1 or row[k].quantity is None:
        return "", 0
    word = row[k - 1].text if row[k - 1].text in PICKING else ""
    inside = bool(limit) and row[k - 1].text in _IN
    return (f"{word}{row[k].text}{limit}", k - bool(word or inside)) if word or limit else ("", 0)


def bounded_part(row: Sequence[Token], of: int) -> str:
    """Return those whom only a bound in front of 的 picks out: [年收入超过50万元]的仅占11%; with the noun behind, where there is one."""
    bound, first = _bound_before(row, of)
    begin = first
    while bound and begin and row[begin - 1].nominal:
        begin -= 1
    if not bound or (begin and row[begin - 1].text in JOINTS):
        return ""  # 收入不足200元、口粮不到四百斤的农户
    return spell(row[begin:first]) + bound + spell(row[of + 1 : nouns_end(row, of + 1)])


def _measure_again(p: Position) -> str:
    """Return the measure of the bound before, or what was told in the same unit: 收入达50万元的25个村，[超100万元的]11个."""
    if p.last is None:
        return ""
    if p.last.rule == "classed":
        found = _OF_THE_BOUND.match(p.last.name)
        return found[1] if found else ""
    return p.last.topic if p.last.dimension == "money" else ""


def _those_inside(p: Position) -> str:
    """Return those of whom the sentence opens to tell: 全村[老人]中，70岁以上的有36人."""
    k = next((k for k in range(1, min(len(p.row) - 1, p.at)) if p.row[k].text in INSIDE), 0)
    opens = k > 0 and p.row[k + 1].text in COMMAS and p.row[k - 1].nominal and not any(t.quantity for t in p.row[:k])
    return p.row[k - 1].text if opens and p.quantity.dimension in ("people", "households") else ""


def _counted_again(p: Position) -> str:
    """Return what the sentence counted before in the same unit, else the unit where it is a noun."""
    unit = p.quantity.base_unit
    told = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == unit)
    if whole := next(told, ""):
        return _CLASS_IN_FRONT.sub("", without_deed(whole))
    return unit if unit in NOUN_UNITS or unit in ("户", "人") else ""


_RATED = tuple("标准 价 价格 工资 租金 补贴 补助 单价 费 奖励 报酬 利率 比例 津贴 保费".split())
_BY_CLASS = "by_class"


@only_of(dimensions=("money", "percentage"))
def by_class(p: Position) -> Reading | None:
    """Return the rate of one class after the other: 补助标准为五保户每户4万元、[贫困户]3.5万元."""
    core = p.stretch.core
    goes_on = p.last is not None and p.last.rule == _BY_CLASS and p.like_last
    if goes_on and p.last and p.at - p.last_at == len(p.stretch.tokens) + 1 + (not p.stretch.joined) + p.stretch.joined:
        whose, measure = core, p.last.topic
    elif next_class := _of_the_next_class(p):
        return next_class
    else:
        at = next((k for k, t in enumerate(core) if k and t.role == "link" and t.text in ("为", "是")), None)
        if at is None:
            return None
        whose, measure = core[at + 1 :], phrase_ending(core[:at]).name
    if (
        not whose
        or not measure.endswith(_RATED)
        or not all(t.nominal or t.tag == "a" for t in whose)
        or p.behind.tokens
    ):
        return None
    return p.reading(spell(whose) + measure, core, rule=_BY_CLASS, topic=measure)


def _of_the_next_class(p: Position) -> Reading | None:
    """Return the aid of the next class: 本科生一次性资助5000元，[专科生]3000元; 省外每人补助交通费600元、[省内]300元."""
    last, tokens = p.last, p.stretch.tokens
    aid = _AID.search(last.name) if last is not None and p.like_last and last.rule != _BY_CLASS else None
    near = p.last_at >= 0 and p.at - p.last_at <= len(tokens) + 1 + 1
    if last is None or aid is None or not near or p.quantity.base_unit != "元" or p.behind.tokens:
        return None
    whose = [t for t in tokens if t.role != "drop"]
    sides = all(t.text[1:] in _SIDES for t in whose)
    classes = sides or all(t.nominal and t.tag in ("n", "b", "j") and not t.role for t in whose)
    if not whose or not classes or whose[-1].text.endswith(_OWN_SUMS) or p.quantity.value >= _OF_ONE:
        return None
    name, measure = "".join([t.text for t in whose]) if sides else spell(whose), aid[0]
    if name.endswith(_SIDES) and last.name[: len(name)].endswith(_SIDES):
        measure = last.name[len(name) :]
    return p.reading(name + measure, whose, rule=_BY_CLASS, topic=measure)


_AID = re.compile("(?:一次性)?(?:补助|补贴|资助|奖励|奖补|津贴|救助)(?:标准|金|费|交通费|生活费)?$")
_SIDES = ("内", "外")
_OWN_SUMS = (
    "收入",
    "支出",
    "投资",
    "资金",
    "贷款",
    "费",
    "金",
    "额",
    "价",
    "款",
    "产值",
    "税",
    "存款",
    "经费",
    *_RATED,
)
"""Nouns of sums, which are no class of those who are given something."""
_OF_ONE = 1_000_000
_LEVELS = {"province": "省份", "prefecture": "市州", "county": "县", "township": "乡镇", "village": "村"}


def _of_level(token: Token) -> str:
    """Return what those places are called that a count of names is of: 贫困发生率超过20%的有西藏、贵州[2个]."""
    return _LEVELS.get(token.region.level, "") if token.region else ""


_CLASS_IN_FRONT = re.compile(
    "^.*以[上下内]|^(?:.{0,8}?(?:低于|高于|超过|不足|不到|达到|突破))?[0-9.一二三四五六七八九十百千万亿]+(?:元|人|亩|户|%)"
)
