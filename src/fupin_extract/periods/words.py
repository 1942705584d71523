"""Words that point at a time: 目前, 昨天, 上周五, 近年来."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .dates import with_second
from .moments import Moment, Stretch, day, quarters
from .reading import Found
from .vocabulary import Word, vocabulary
from .written import LUNAR

if TYPE_CHECKING:
    from .reading import Reading

_BRACKETED = re.compile(r"\((?:(?P<y>(?:19|20)\d\d)年)?(?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})日\)")
_HEADED = re.compile(r"(?P<word>[今昨明前])\((?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})日?\)[日天早晚]?")
_EVERY = re.compile("每年的?$|每逢$|每到$")
_WEEKDAY = "一二三四五六日天"


@cache
def _lengths() -> dict[str, list[int]]:
    """Return how long the words are that begin with a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in vocabulary().words:
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def word(reading: Reading, start: int) -> Found | None:
    """A word of the vocabulary, the longest first."""
    known, text = vocabulary().words, reading.text
    for length in _lengths()[text[start]]:
        end = start + length
        entry = known.get(text[start:end])
        if entry and end <= len(text) and entry.stands_at(text, start, end):
            return _RESOLVED[entry.kind](reading, start, end, entry)
    return None


def _now(reading: Reading, start: int, end: int, entry: Word) -> Found:
    today = reading.today()
    return Found(start, end, Stretch(today) if today else None, "now", ("date",))


def _vague(reading: Reading, start: int, end: int, entry: Word) -> Found:
    return Found(start, end, None, "vague", ("date",))


def _relative(reading: Reading, start: int, end: int, entry: Word) -> Found | None:
    return _BY_UNIT[entry.unit](reading, start, end, entry) if entry.unit in _BY_UNIT else None


def _relative_day(reading: Reading, start: int, end: int, entry: Word) -> Found:
    base = reading.last_day() if entry.base == "named" else day(reading.published) if reading.published else None
    moment = base.plus(days=entry.offset) if base and entry.offset else base
    found = Found(start, end, Stretch(moment) if moment else None, "relative_day", ("date",))
    if entry.base == "published" and (match := _BRACKETED.match(reading.text, end)):
        found = _bracketed(reading, start, match, moment)
    return with_second(reading, found)


def headed_day(reading: Reading, start: int) -> Found | None:
    """昨(17)日: the day stands inside the word."""
    match = _HEADED.match(reading.text, start)
    if not match:
        return None
    entry = vocabulary().words[match["word"] + "天"]
    moment = day(reading.published).plus(days=entry.offset) if reading.published else None
    return _bracketed(reading, start, match, moment)


def _bracketed(reading: Reading, start: int, match: re.Match[str], moment: Moment | None) -> Found:
    """The date in brackets says it; its year, and its month if it has none, come from the dateline."""
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else moment.year if moment else reading.this_year()
    month = int(groups["m"]) if groups["m"] else moment.month if moment else None
    stretch = Stretch(Moment(year, month, int(groups["d"]))) if year and month else None
    if stretch and not stretch.exists():
        stretch = None
    return Found(start, match.end(), stretch, "relative_day", () if groups.get("y") else ("date",))


def _relative_week(reading: Reading, start: int, end: int, entry: Word) -> Found:
    weekday = _WEEKDAY.find(reading.text[end : end + 1] or "?")
    if weekday >= 0:
        end += 1
    if reading.published is None:
        return Found(start, end, None, "relative_week", ("date",))
    monday = day(reading.published).plus(days=7 * entry.offset - reading.published.weekday())
    if monday is None:
        return Found(start, end, None, "relative_week", ("date",))
    first = monday.plus(days=min(weekday, 6)) if weekday >= 0 else monday
    last = first if weekday >= 0 else monday.plus(days=6)
    stretch = Stretch(first, last) if first and last else None
    return Found(start, end, stretch, "relative_week", ("date",))


def _relative_quarter(reading: Reading, start: int, end: int, entry: Word) -> Found:
    if reading.published is None:
        return Found(start, end, None, "relative_quarter", ("date",))
    index = reading.published.year * 4 + (reading.published.month - 1) // 3 + entry.offset
    quarter = index % 4 + 1
    return Found(start, end, quarters(index // 4, quarter, quarter), "relative_quarter", ("date",))


def _relative_month(reading: Reading, start: int, end: int, entry: Word) -> Found:
    """月底: of the month named last, else of this one."""
    named = reading.last.end if reading.last else None
    month = Moment(named.year, named.month) if named and named.month and not named.day else None
    if month is None and reading.published:
        month = Moment(reading.published.year, reading.published.month)
    return Found(start, end, Stretch(month) if month else None, "relative_month", ("date",))


def _same(reading: Reading, start: int, end: int, entry: Word) -> Found:
    return Found(start, end, reading.last, "same_time", ("date",))


def _term(reading: Reading, start: int, end: int, entry: Word) -> Found:
    """规划期内: the term named last, else that of the plan the text is about."""
    return Found(start, end, reading.current_term(), "term", ("date",))


def lunar(reading: Reading, start: int) -> Found | None:
    """农历八月十五, 正月初六, 大年三十: no day of the common calendar, so nothing fixes it."""
    match = LUNAR.match(reading.text, start)
    if not match or _EVERY.search(reading.text, max(0, start - 3), start):
        return None
    return Found(start, match.end(), None, "lunar", ("date",))


_RESOLVED = {"now": _now, "vague": _vague, "relative": _relative}
_BY_UNIT = {
    "day": _relative_day, "week": _relative_week, "quarter": _relative_quarter, "month": _relative_month, "same": _same,
    "term": _term,
}  # fmt: skip
