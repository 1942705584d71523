"""Periods: expressions that place something in time, resolved as far as the text allows.

A duration that measures (连续16年, 用3个月时间) is a quantity and none of these. What the words mean,
and which of them do, is told in docs/periods.md.

>>> from datetime import date
>>> from fupin_extract.text import normalise
>>> for period in find_periods(normalise("三年来，累计减贫38.46万人；2014年，人均纯收入3917元。"), date(2015, 11, 12)):
...     print(period.text, period.edtf, period.implied, period.rule)
三年来 2012/2015 ('date',) periods/duration
2014年 2014 () periods/year
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives
from ..records import Period
from .dates import date
from .decades import century, decade
from .moments import told
from .reading import Found, Reading
from .stamps import bracketed_years, iso
from .stretches import duration, event, plan, since
from .vocabulary import vocabulary
from .words import headed_day, lunar, word
from .written import CLOCK, rules_by_opening, small_number, starts

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..text import Text

__all__ = ["CLOCK", "census_told", "find_periods", "plan_of"]

RULES: dict[str, Callable[[Reading, int], Found | None]] = {
    rule.__name__: rule for rule in (decade, century, plan, event, headed_day, lunar, date, duration, word, since)
}
"""In order; the first to answer wins. What a mention begins with narrows them (`written.rules_by_opening`)."""


@cache
def _rules() -> dict[str, tuple[Callable[[Reading, int], Found | None], ...]]:
    return {
        opening: tuple(rule for name, rule in RULES.items() if name in names)
        for opening, names in rules_by_opening().items()
    }


def find_periods(text: Text, published: datetime.date | None) -> list[Period]:
    """Return the mentions of times, in text order, apart from each other.

    Args:
        text: the working text (`fupin_extract.text.normalise`).
        published: the date the text was published on; what 去年 and 6月8日 are resolved by.

    Returns:
        The mentions, each with its value in EDTF, or None for it where nothing fixes it.
    """
    working = text.text
    reading = Reading(working, published, text.source)
    by_opening, titles = _rules(), reading.titles
    periods = []
    for start, is_word in starts(working):
        if start < reading.position or (titles and _in_title(reading, start)):
            continue
        if start > reading.paragraph_end:
            reading.enter(start)
        if not is_word:
            found = _numeric(reading, start)
        else:
            found = None
            for rule in by_opening[working[start : start + 2]]:
                if found := rule(reading, start):
                    break
        if found:
            reading.note(found)
            periods.append(_record(text, found))
    return periods


def plan_of(text: Text, end: int) -> Period | None:
    """Return the years of the plan that the first ``end`` characters name as what the text is: 海东市“十四五”…规划.

    No mention, the name of a plan being none, but what a plan says without a time is for its years.

    >>> from fupin_extract.text import normalise
    >>> plan_of(normalise("海东市“十四五”乡村振兴规划"), 14).edtf
    '2021/2025'
    >>> plan_of(normalise("农村供水保障实施方案（2016—2020年）"), 22).edtf
    '2016/2020'
    """
    given = _YEARS_OF_PLAN.search(text.text, 0, end + _YEARS_BELOW)
    if given is not None and given.start() < end:
        return _plan(text, given.span("years"), int(given["first"]), int(given["last"]))
    match = _PLAN_TITLE.search(text.text, 0, end)
    known = vocabulary().plans.get(match["plan"]) if match else None
    if match is None or known is None:
        return None
    return _plan(text, match.span("plan"), known.first, known.last)


def _plan(text: Text, where: tuple[int, int], first: int, last: int) -> Period:
    span = text.span(*where)
    begins, ends = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    surface = text.source[span.start : span.end]
    return Period(span, surface, f"{first}/{last}", begins, ends, rule="periods/plan_of")


_YEARS_OF_PLAN = re.compile(
    r"(?:规划|计划|纲要|方案|行动)》?(?:\s{0,4}\(|[ ]*\n[ ]*)"
    r"(?P<years>(?P<first>(?:19|20)\d\d)年? ?[-—–~至]{1,2} ?(?P<last>(?:19|20)\d\d)年?)(?:\)|[ ]*\n)"
)
"""A plan's title with its years in brackets or in a line below: 实施方案(2016—2020年)."""
_YEARS_BELOW = 24
_PLAN_TITLE = re.compile(r"[“\"]?(?P<plan>十[一二三四五六]五)[”\"]?[^\n。]{0,40}?(?:规划|计划|纲要)")


def census_told(text: Text, end: int) -> Period | None:
    """Return the year of the census that the first ``end`` characters say the text reports on, None where they name none.

    >>> from fupin_extract.text import normalise
    >>> census_told(normalise("某市第三次全国农业普查主要数据公报"), 17).edtf
    '2016'
    """
    match = _census_title().search(text.text, 0, end)
    years = vocabulary().censuses[match["of"]] if match else ()
    number = small_number(match["number"]) if match else None
    if match is None or number is None or number > len(years):
        return None
    year, span = years[number - 1], text.span(*match.span())
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Period(span, text.source[span.start : span.end], str(year), first, last, rule="periods/census")


@cache
def _census_title() -> re.Pattern[str]:
    kinds = alternatives(vocabulary().censuses)
    return re.compile(rf"第(?P<number>[一二三四五六七八九])次(?P<of>{kinds})[^\n。，]{{0,14}}(?:公报|报告|结果|数据)")


def _numeric(reading: Reading, start: int) -> Found | None:
    """Try the rules for what begins with a number; two characters tell most of them off."""
    text = reading.text
    sign = text[start + 4 : start + 5]
    if (sign in _SIGNS or "." in text[start + 1 : start + 3]) and (found := iso(reading, start)):
        return found
    if reading.has_centuries and (found := decade(reading, start) or century(reading, start)):
        return found
    if found := date(reading, start) or duration(reading, start):
        return found
    return bracketed_years(reading, start) if start and text[start - 1] == "(" else None


_SIGNS = frozenset("-/.")


def _in_title(reading: Reading, position: int) -> bool:
    k = bisect_right(reading.titles, (position, len(reading.text)))
    return k > 0 and position < reading.titles[k - 1][1]


def _record(text: Text, found: Found) -> Period:
    span = text.span(found.start, found.end)
    surface, rule = text.source[span.start : span.end], f"periods/{found.rule}"
    if found.stretch is None:
        return Period(span, surface, None, rule=rule)
    edtf, first, last = told(found.stretch)
    return Period(span, surface, edtf, first, last, found.implied, rule)
