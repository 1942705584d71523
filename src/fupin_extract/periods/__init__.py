"""Periods: expressions that place something in time, resolved as far as the text allows.

A duration that measures (连续16年, 用3个月时间) is a quantity and none of these. What the words mean,
and which of them do, is told in docs/periods.md.

>>> from datetime import date
>>> from fupin_extract.text import normalise
>>> for period in find_periods(normalise("三年来，累计减贫66.52万人；2014年，人均纯收入4024元。"), date(2015, 11, 12)):
...     print(period.text, period.edtf, period.implied, period.rule)
三年来 2012/2015 ('date',) periods/duration
2014年 2014 () periods/year
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from ..records import Period
from .dates import date
from .reading import Found, Reading
from .stamps import bracketed_years, iso
from .stretches import century, decade, duration, event, plan, since
from .words import headed_day, word
from .written import CLOCK, starts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from ..text import Text

__all__ = ["CLOCK", "find_periods"]

RULES: tuple[Callable[[Reading, int], Found | None], ...] = (
    iso, decade, century, plan, event, headed_day, date, duration, word, bracketed_years, since,
)  # fmt: skip
"""In order; the first to answer wins. What a mention begins with narrows them (`written.starts`)."""


@cache
def _rules(names: frozenset[str]) -> tuple[Callable[[Reading, int], Found | None], ...]:
    return tuple(rule for rule in RULES if rule.__name__ in names)


def find_periods(text: Text, published: datetime.date | None) -> list[Period]:
    """Return the mentions of times, in text order, apart from each other.

    Args:
        text: the working text (`fupin_extract.text.normalise`).
        published: the date the text was published on; what 去年 and 6月8日 are resolved by.

    Returns:
        The mentions, each with its value in EDTF, or None for it where nothing fixes it.
    """
    reading = Reading(text.text, published)
    periods = []
    for start, names in starts(text.text):
        if start < reading.position or _in_title(reading, start):
            continue
        reading.enter(start)
        for rule in _rules(names):
            if found := rule(reading, start):
                reading.note(found)
                periods.append(_record(text, found))
                break
    return periods


def _in_title(reading: Reading, position: int) -> bool:
    k = bisect_right(reading.titles, (position, len(reading.text)))
    return k > 0 and position < reading.titles[k - 1][1]


def _record(text: Text, found: Found) -> Period:
    stretch = found.stretch
    span = text.span(found.start, found.end)
    surface, rule = text.source[span.start : span.end], f"periods/{found.rule}"
    if stretch is None:
        return Period(span, surface, None, rule=rule)
    end = None if stretch.open else stretch.end.last_day()
    return Period(span, surface, stretch.edtf(), stretch.first.first_day(), end, found.implied, rule)
