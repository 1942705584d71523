"""Numbers set against a budget, plan or task: what it came to, and the share of it that was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import phrase_ending, stretch_before
from ...spelling import spell
from ...vocabulary import PLANS, SHARES
from ..position import Position, Reading, only_of
from ..told.stretches import find, strip
from ..told.topics import topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token

_PLANNED = (*PLANS, *(aim + "数" for aim in PLANS))
"""Endings of a whole that is set beforehand; its number is told of what it is set for."""
_SETS_AGAINST = frozenset({"完成", "为", "达到", "相当于", "是", "占", "达", "实现"})
_BEFOREHAND = frozenset({"年初", "年度", "全年", "当年"})


@only_of(units=SHARES)
def completed(p: Position) -> Reading | None:
    """Return what reached a share of its budget, plan or task: 一般公共预算收入…, 完成调整预算的96.1%."""
    tokens = p.stretch.tokens
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text == "完成"), None)
    if at is None:
        return None
    if not p.stretch.of and not tokens[-1].text.endswith(_PLANNED):
        return None  # but 完成年初预算100%
    aim = spell([t for t in tokens[at + 1 :] if t.nominal or t.text in (*_BEFOREHAND, *_PLANNED)])
    part = phrase_ending(strip(tokens[:at])).name or topic_of(p)
    if not aim.endswith(_PLANNED) or not part:
        return None
    name = f"{part}完成{aim}比例"
    return p.reading(name, tokens[at:], implied=at == 0, topic=part)


def whole_and_share(p: Position) -> Reading | None:
    """Return the whole whose own number stands before its share, and the share: 占年初预算[1.2亿元]的[43.2%]."""
    return _whole(p) or _share_of_it(p)


def _whole(p: Position) -> Reading | None:
    """Return the plan or budget whose share stands behind it: 完成[年初预算12亿元]的85%; None where none does."""
    k = p.at + 1
    if k + 1 >= len(p.row) or p.row[k].text != "的" or p.row[_over_bounds(p.row, k + 1)].unit not in SHARES:
        return None
    told = _set_against(p.stretch.tokens)
    if told is None:
        return None
    at, whole = told
    part = phrase_ending(strip(p.stretch.tokens[:at])).name or topic_of(p)
    name = part + whole if whole.endswith(_PLANNED) else whole
    return p.reading(name, p.stretch.tokens[at:], rule="whole", topic=part or whole)


def _share_of_it(p: Position) -> Reading | None:
    """Return the share of the plan or budget that the number before is: 完成年度任务的[85%]; None where it is none."""
    if p.quantity.base_unit not in SHARES or p.last is None or p.last.rule != "whole":
        return None
    before = stretch_before(p.row, p.last_at, 0).tokens
    told = _set_against(before)
    if told is None or p.row[p.last_at + 1].text != "的" or _over_bounds(p.row, p.last_at + 2) != p.at:
        return None
    at, whole = told
    part, verb = p.last.topic, before[at].text
    if part == whole:
        return None  # whose share it is, nobody says
    name = f"{part}完成{whole}比例" if verb == "完成" else f"{part}占{whole}"
    return p.reading(name, before[at:], rule="share", topic=part)


def _set_against(tokens: Sequence[Token]) -> tuple[int, str] | None:
    """Return where the verb stands that sets something against a whole, and the whole's name."""
    at = find(tokens, "share")
    if at is None:
        at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text in _SETS_AGAINST), None)
    if at is None:
        return None
    whole = spell([t for t in tokens[at + 1 :] if t.nominal or t.text in (*_BEFOREHAND, *_PLANNED)])
    return (at, whole) if whole else None


def _over_bounds(row: Sequence[Token], k: int) -> int:
    """Return where the number stands behind 近 or 约, the last index where none does."""
    while k + 1 < len(row) and row[k].role == "drop":
        k += 1
    return min(k, len(row) - 1)
