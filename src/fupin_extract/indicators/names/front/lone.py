"""A deed that stands alone in front of its number: with its object from before, or with who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase
from ...rows import clause_begin
from ...vocabulary import FIGURES
from ..told.elided import PERSONS
from ..told.goods import BEASTS, TAKES, goods_told, raised_before
from ..told.nameless import FOLK
from ..told.sectors import with_measure
from ..told.subjects import subject
from ..told.topics import without_deed
from .again import done_again
from .plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading


def lone_deed(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed with its object from before, or with who did it: 消费者[投诉]."""
    if p.stretch.of and not p.stretch.linked and p.row[p.at - 1].text != "批":  # but 易地搬迁脱贫一批3.6万人
        return None
    if (again := done_again(p, phrase)) is not None:
        return again
    doer = subject(p.stretch.core, phrase)
    if not doer and len(phrase.tokens) <= _NEW_DEED and (thing := _set_in_front(p)):
        return plain(p, Phrase([*phrase.tokens, *thing], True))
    takes = phrase.name in TAKES and p.quantity.dimension in ("area", "count", "mass") and not p.stretch.linked
    if takes and (goods := goods_told(p) or _like_those(p)):
        return p.reading(phrase.name + goods, phrase.tokens, rule="before", topic=goods)
    if takes and _are_people(p, doer):
        return None  # 社员贾老汉[养]了9亩: of what, nobody says
    made = phrase.name in _MAKES and p.quantity.dimension in _MADE and doer and doer[-1].tag == "n"
    grows = phrase.name in _GROWS and doer and doer[-1].text.endswith("合作社")
    if made and not grows and not doer[-1].text.endswith(_WHO_MAKES):
        return plain(p, Phrase([*phrase.tokens, *doer], True))  # 乡村旅馆[开]了70家
    deed = Phrase([*doer, *phrase.tokens], True)
    return None if deed.name in FIGURES else with_measure(p, phrase, plain(p, deed))  # 这个[数字变成]了几十家


_MAKES = frozenset("建 修 盖 开 办 种 栽 养 打 挖 架 铺 买 装 建起 办起 开起 盖起 修起 种上 栽上 养起 添 引进".split())
_MADE = frozenset({"count", "area", "length"})
_GROWS = frozenset("种 养 栽 种上 栽上 养起".split())
_WHO_MAKES = (*FOLK, "户", "村", "人", "公司", "企业", "政府", "局", "家", "单位", "部门", "组", "社区")
"""Endings of who makes something: 贫困户[养]了3头; what stands there else is made: 蔬菜大棚[建]了50座."""


_NEW_DEED = 2


def _set_in_front(p: Position) -> Sequence[Token]:
    """Return what the deed was done to where it is all of the clause before: [危旧房]，去年改造了300户; a firm or a farm did it."""
    end = p.comma
    first = clause_begin(p.row, end) if end else 0
    while first < end and p.row[first].kind in ("region", "period"):
        first += 1
    told = p.row[first:end]
    things = all(t.nominal and t.tag in ("n", "vn", "b", "a") and not t.role for t in told) and 0 < len(told) < _LONG
    return told if things and told[-1].tag == "n" and not told[-1].text.endswith(_DOERS) else ()


_LONG = 5
_DOERS = (*_WHO_MAKES, *PERSONS, "社", "场", "基地", "中心", "银行", "学校", "医院", "园", "院", "会")


def _like_those(p: Position) -> str:
    """Return the things that the paragraph counted last in the number's unit: 每户借两头母牛。他家[借]了三头."""
    if p.quantity.dimension == "count":
        told = without_deed(p.levels.get(p.quantity.base_unit, ""))
        return told if told in BEASTS or told.endswith(tuple(BEASTS)) else ""
    return raised_before(p)


def _are_people(p: Position, doers: Sequence[Token]) -> bool:
    """Tell whether somebody named did the deed: it was not done to 贾老汉 as to the 木耳 in 黑木耳[摘]了七八茬."""
    named = doers[:-1] if doers else [t for t in p.stretch.core if t.nominal or t.tag == "x"]
    if any(t.text in PERSONS or t.text in FOLK for t in named):
        return True  # but 贫困户[种]了30亩
    return bool(doers) and (doers[-1].text.endswith("家") or (doers[-1].tag == "x" and len(doers[-1].text) == 1))
