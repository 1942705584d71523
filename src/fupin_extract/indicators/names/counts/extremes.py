"""Who has the most or the least of what was told: 以阳信县86万头最多; 机收率以小麦最高，达98%；其次为玉米，为86%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lists.chains import clause_up_to
from ...phrases.before import phrase_ending
from ...rows import text_at
from ...spelling import spell
from ...vocabulary import EXTREMES, SHARES
from ..told.topics import topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading

_NEXT = frozenset({"其次", "次之", "紧随其后", "居次"})
_CUES = _NEXT | EXTREMES
_ARE = frozenset({"为", "是", "系"})
_LONGEST = 9
"""The most tokens that name one thing."""


def foremost(p: Position) -> Reading | None:
    """Return the measure of the one that has most, least or comes next: 存栏1200万头，[以阳信县]86万头最多，[其次是惠民县]72万头."""
    if _CUES.isdisjoint(p.row.words):
        return None
    whose, before = _with_most(p) or _next(p) or ((), 0)
    if not whose:
        return None
    measure = phrase_ending(clause_up_to(p.row, before)).name if before else ""
    measure = measure or topic_of(p)
    if p.quantity.base_unit not in SHARES:
        measure = measure.removesuffix("占比")
    if not measure:
        return None
    if len(whose) == 1 and whose[0].kind == "region":
        return p.reading(measure, whose, implied=True, region=whose[0].region)
    return p.reading(spell(whose) + measure, whose, implied=True, topic=measure)


def _with_most(p: Position) -> tuple[Sequence[Token], int] | None:
    """Return the one that has most with where it begins, its value in the same clause or in the next: 以小麦最高，达98%."""
    row, at = p.row, p.at
    if text_at(row, at + 1) in EXTREMES:
        end = at
    elif p.stretch.linked and not p.stretch.core:
        end = p.comma - 1
        if end < 0 or row[end].text not in EXTREMES:
            return None
    else:
        return None
    begin = end - len(clause_up_to(row, end))
    by = next((k for k in range(end - 1, begin - 1, -1) if row[k].text == "以"), None)
    return (row[by + 1 : end], by) if by is not None and _one(row[by + 1 : end]) else None


def _next(p: Position) -> tuple[Sequence[Token], int] | None:
    """Return the one that comes next: 其次为玉米，为86%; 惠民县次之，72万头."""
    row, end = p.row, p.at
    if not p.stretch.core:
        end = p.comma
    elif _NEXT.isdisjoint(t.text for t in p.stretch.tokens):
        return None
    if not end:
        return None
    begin = end - len(clause_up_to(row, end))
    at = next((k for k in range(begin, end) if row[k].text in _NEXT), None)
    if at is None:
        return None
    rest = row[at + 1 : end] or row[begin:at]
    if rest and rest[0].text in _ARE:
        rest = rest[1:]
    return (rest, 0) if _one(rest) else None


def _one(tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens name one thing or place."""
    if len(tokens) == 1 and tokens[0].kind == "region":
        return True
    return 0 < len(tokens) <= _LONGEST and all(t.nominal or t.tag == "v" for t in tokens) and len(spell(tokens)) > 1


_PLACES = frozenset("地方 地区 省 市 县 区 乡 镇 村 省份 市县 县区 乡镇 州 盟 旗".split())


def is_one_place(tokens: Sequence[Token]) -> bool:
    """Tell whether the clause only names the place that has most or least of what was told: [最低的省]也达到78%."""
    if len(tokens) < 3 or tokens[0].text not in EXTREMES or tokens[1].text != "的":  # 最低, 的, 省
        return False
    rest = [t for t in tokens[2:] if t.role not in ("link", "drop", "beyond") and not t.text.startswith("每")]
    return len(rest) == 1 and rest[0].text in _PLACES
