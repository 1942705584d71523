"""Columns of briefs: texts that tell of one place after the other, item by item."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .deixis import Path
    from .mention import Mention

SEVERAL = 3
"""So many provinces are enough where the text opens with the country and names none of them there."""
_NUMBERED = r"[一二三四五六七八九十]{1,3}[、是]|第|\d{1,2}[.、．)）]|\d{4}年\d"
_ITEM = re.compile(
    rf"^[ \u3000]*(?![ \u3000(（【■□\[—]|{_NUMBERED})([^\n。，；:,\x00]{{6,32}})[ \u3000]*\n\s*(?=[^\n]{{41}})",
    re.MULTILINE,
)
"""The headline of one of several news items: a short line without a mark at its end over a paragraph."""
_ITEMS = 4


def is_of_few_items(text: str, places: Sequence[Mention], title: tuple[int, int], found: Path) -> bool:
    """Tell whether a column of briefs names a place in fewer than half of its items: it is about none of their places."""
    starts = [m.start() for m in _ITEM.finditer(text, title[1])]
    if len(starts) < _ITEMS:
        return False
    inside = {bisect_right(starts, m.start) for m in places if m.path[: len(found)] == found}
    return 2 * len(inside - {0}) < len(starts)


_LABEL, _PROSE = 6, 30


def goes_round(text: str, named: Sequence[Mention], title: tuple[int, int]) -> Path | None:
    """Return what the places share that most paragraphs open with, where these are three and more: a column of briefs of many places.

    It is the path of the city or the province that they lie in, or an empty one; None for another text.
    """
    starts = [m.start() for m in _PARAGRAPH.finditer(text, title[1])]
    opened = [
        m.path for m in named if m.known and (i := bisect_right(starts, m.start)) and m.start - starts[i - 1] <= _LABEL
    ]
    if len(starts) >= 2 * len(opened):
        return None
    if len({path[0].code for path in opened}) >= SEVERAL:
        return ()
    places = set(opened)
    if len(places) < SEVERAL or len(starts) > 2 * len(places):
        return None
    shared = takewhile(lambda level: len(set(level)) == 1, zip(*opened, strict=False))
    path = tuple(level[0] for level in shared)
    return path if path and path not in places else None


_PARAGRAPH = re.compile(rf"^(?=[^\n]{{{_PROSE}}})", re.MULTILINE)
