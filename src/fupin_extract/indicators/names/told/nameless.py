"""Phrases in front of a number that cannot be what it measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import word_class
from ...rules import first_answer
from ...vocabulary import PEOPLE, SIDES
from .goods import is_sum

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...phrases.before import Phrase
    from ..position import Position

FOLK = ("农户", "村民", "群众", "农民", "户", "家庭", "工人", "干部", "老人", "人家", "乡亲")
_NO_PRICE = frozenset({"钱", "地", "田", "土地"})
_POINTS_BACK = frozenset({"前者", "后者", "二者", "两者"})
_HOMES = ("村子", "村庄", "寨子", "山村", "小村", "村落", "镇子", "庄子", "小镇", "村寨")
_HELPS = frozenset({"帮助", "支持", "协助", "使", "让", "促进", "推动", "满足", "保证", "保障", "做到"})
_TIMES = frozenset({"次", "回", "趟", "遍"})
_RATIOS = ("比", "比例", "比率", "结构", "之比")


def names_nothing(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase in front cannot be what the number measures."""
    return bool(first_answer(_RULES, p, phrase))


def _only_links(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase is a comparison, or a word that only leads to the number; but 隧道右线长5963米."""
    long = p.quantity.dimension == "length" and phrase.tokens[-1].text in SIDES and len(phrase.tokens) > 1
    if phrase.tokens[-1].role in ("more", "less") and not long:
        return True
    worth = phrase.name == "值" and not p.stretch.linked
    return worth or phrase.name in _POINTS_BACK or phrase.name in ("用于", "主要用于")


def _is_where_they_live(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase is the village that so many live in: 这个小山村有68户351口人."""
    lives = p.quantity.dimension in PEOPLE and p.stretch.linked and not p.behind.tokens
    return lives and phrase.name.endswith(_HOMES)


def _is_said_behind(p: Position, phrase: Phrase) -> bool:
    """Tell whether what stands behind says of whom the number is: 精准识别的533人全部[脱贫], 专家代表等约3000人[参加会议]."""
    if not p.behind.predicate:
        return False
    if phrase.name in _HELPS:
        return True
    if p.quantity.dimension not in PEOPLE:
        return False
    return (p.stretch.of and not p.stretch.linked) or any(t.text == "等" for t in p.stretch.tokens[-2:])


def _is_who_gets_it(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase is who gets a sum or for one of what it is paid: 每户农户可以拿到一两千元, 一方两块四."""
    if p.quantity.dimension == "money" and phrase.name[:1] == "一" and phrase.name[1:] in word_class("one_at_a_time"):
        return True
    return is_sum(p) and not phrase.verb and (phrase.name.endswith(FOLK) or phrase.name in _NO_PRICE)


def _is_who_did_it(p: Position, phrase: Phrase) -> bool:
    """Tell whether so many times something was done that stands behind the number, or nowhere; but 召开会议11次."""
    if p.quantity.base_unit not in _TIMES or p.stretch.linked:
        return False
    held = phrase.verb and len(phrase.tokens) > 1 and p.quantity.text[0].isdecimal()
    return bool(p.behind.predicate) or (phrase.tokens[-1].tag not in ("v", "vn") and not held)


def _has_no_ratio(p: Position, phrase: Phrase) -> bool:
    return p.quantity.base_unit == "比" and not p.stretch.linked and not phrase.name.endswith(_RATIOS)


_RULES: tuple[Callable[[Position, Phrase], bool], ...] = (
    _only_links,
    _is_where_they_live,
    _is_said_behind,
    _is_who_gets_it,
    _is_who_did_it,
    _has_no_ratio,
)
"""Why a phrase may name nothing."""
