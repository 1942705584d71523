"""Dates: years, months, days, quarters and what lies between two of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .moments import Moment, Stretch
from .reading import Found
from .written import (
    ABSOLUTE_FIRSTS,
    ABSOLUTE_YEAR,
    CLOCK,
    LINK,
    PART,
    PART_FIRSTS,
    RANGE,
    SMALLER,
    SMALLER_FIRSTS,
    festival,
    festival_firsts,
    relative_firsts,
    relative_year,
)  # fmt: skip
from .yearless import may_stand_alone, without_year
from .years import found_in_years, lone_year, year_of_date

if TYPE_CHECKING:
    from .reading import Reading

_SINCE = re.compile(
    r" ?(?:起|开始)?(?:至今(?![年天日晚])|以来|[到至](?:现在|目前|如今|现如今|当前|眼下))"
    r"|(?!是|为|成(?!立)|达|创(?![办立建])|的|和|比|、)[^，。；！？、,;:\n\x00（）()《》年月日近多]{1,20}?(?<!长期)(?<!有史)(?<!一直)(?<!时间)以来"
)
_LONE = frozenset(("years", "rel"))
_JOINS = frozenset(" —-~至到–－")
_LINKS = frozenset(" 的")


def date(reading: Reading, start: int) -> Found | None:
    """A date, or two of them with 至 between, with 以来 or 同期 behind."""
    found = _point(reading, start, None)
    if found is None:
        return None
    return _with_tail(reading, with_second(reading, found))


_STARTS = frozenset("起开启")
_BEGUN = re.compile("(?:起|开始|启动)，?(?=[至到])")


def with_second(reading: Reading, found: Found) -> Found:
    """Take in the second date of a range (1月1日—3日, 2013年到2018年, 7月24日20时至25日16时, 今天起至14日)."""
    if found.stretch is None or found.stretch.apart:
        return found
    end = found.end
    if reading.text[end : end + 1].isnumeric() and found.stretch.end.day and (clock := CLOCK.match(reading.text, end)):
        end = clock.end()
    if found.stretch.end.day and reading.text[end : end + 1] in _STARTS and (begun := _BEGUN.match(reading.text, end)):
        end = begun.end()
    if reading.text[end : end + 1] in _TURN_OF_YEAR and _SEASONS.match(reading.text, end):
        return _joined_with(reading, found, end)  # 去冬今春
    if reading.text[end : end + 1] not in _JOINS or not (join := RANGE.match(reading.text, end)):
        return found
    return _joined_with(reading, found, join.end())


_TURN_OF_YEAR = frozenset("今明")
_SEASONS = re.compile("(?<=[去今][春夏秋冬])[今明][春夏秋冬](?!奥)")


def _joined_with(reading: Reading, found: Found, start: int) -> Found:
    """Return the range from the date found to the one that begins at ``start``; the first alone where there is none."""
    assert found.stretch is not None
    second = _point(reading, start, found.stretch.end)
    if second is None or second.stretch is None or second.stretch.apart:
        return found
    whole = Stretch(found.stretch.first, second.stretch.end)
    if not whole.exists():
        return found
    return Found(found.start, second.end, whole, "range", _joined(found.implied, second.implied))


def _joined(*implied: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({name for names in implied for name in names}))


def _with_tail(reading: Reading, found: Found) -> Found:
    """Take in 以来 and 至今, which open a stretch, and 同期, which is the same stretch of another year."""
    if reading.text[found.end - 1] in "年度" and reading.text.startswith("同期", found.end):
        return _same_time(reading, found, found.end + 2)
    if _tail_is_near(reading.text, found.end) and (match := _SINCE.match(reading.text, found.end)):
        stretch = found.stretch and Stretch(found.stretch.first, open=True)
        return found._replace(end=match.end(), stretch=stretch, rule="since")
    return found


def _tail_is_near(text: str, end: int) -> bool:
    """Tell whether the tail can be there at all: two finds are cheaper than the pattern."""
    near = text[end : end + 24]
    return "以来" in near or "至" in near[:6] or near[:1] == "到"


def _same_time(reading: Reading, found: Found, end: int) -> Found:
    """去年同期: the months last named, a year earlier; the year where none were."""
    stretch, last = found.stretch, reading.last
    if (
        stretch
        and last
        and not last.open
        and last.first.month
        and last.end.year >= stretch.first.year
        and last.first != Moment(*last.end[:2], last.first.day)
    ):
        step = stretch.first.year - last.end.year
        first, final = last.first.plus(years=step), last.end.plus(years=step)
        if first and final:
            stretch = Stretch(first, final)
    return found._replace(end=end, stretch=stretch, rule="same_time")


def _point(reading: Reading, start: int, before: Moment | None) -> Found | None:
    """One date; ``before`` is the first of a range, whose larger parts the second may leave out."""
    text = reading.text
    match = _year_at(text, start)
    parts = {} if not match else {name: match[name]} if (name := match.lastgroup) in _LONE else _groups(match)
    end = match.end() if match else start
    smaller = _smaller_at(text, end, linked=bool(match))
    if smaller:
        name = smaller.lastgroup or ""
        parts[name] = smaller[name]
        if name == "days":
            month = "months" if smaller["months"] else "relmonth"
            parts[month] = smaller[month]
        end = smaller.end()
    elif not match:
        return None
    if text[end : end + 1] in PART_FIRSTS and (part := PART.match(text, end)):
        parts["part"] = part["part"]
        end = part.end()
    if not match:
        return (
            without_year(reading, start, end, parts, before)
            if may_stand_alone(reading, start, end, parts, before)
            else None
        )
    if len(parts) == 1 and (known := lone_year(reading, start, end, parts)):
        return known
    year = year_of_date(reading, start, end, parts)
    return found_in_years(reading, start, end, parts, *year) if year else None


def _year_at(text: str, start: int) -> re.Match[str] | None:
    first = text[start : start + 1]
    if first in relative_firsts() and (match := relative_year().match(text, start)):
        return match if not text.startswith("(", start + 1) else ABSOLUTE_YEAR.match(text, start) or match
    return ABSOLUTE_YEAR.match(text, start) if first in ABSOLUTE_FIRSTS else None


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value}


def _smaller_at(text: str, position: int, *, linked: bool) -> re.Match[str] | None:
    """Return the months, days or feast at a position, or behind what links them to a year (的, a bracket)."""
    first = text[position : position + 1]
    if linked and first in _LINKS and (link := LINK.match(text, position)):
        position = link.end()
        first = text[position : position + 1]
    if first in SMALLER_FIRSTS and (match := SMALLER.match(text, position)):
        return match
    return festival().match(text, position) if first in festival_firsts() else None
