"""What is smaller than a year: which months, days, quarters or feasts of it are meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .moments import Moment, Stretch, day, of_list, quarters
from .reading import Found
from .vocabulary import vocabulary
from .written import listed, small_number

if TYPE_CHECKING:
    from datetime import date

FESTIVAL_TAIL = re.compile(
    r"节?(?:期间|假期|长假|小长假|假日|黄金周|前夕|前后|当天|这天|过后|刚过|临近|来临|[一二三四五六七八九十\d]{1,2}天|之?[前后](?![进线方]))"
)
_PART_END = re.compile("[末底]")
_SMALLER = frozenset(
    (
        "months",
        "days",
        "half",
        "quarters",
        "firstquarters",
        "firstquarter",
        "firstmonths",
        "firstmonths2",
        "season",
        "festival",
        "relmonth",
    )
)


def has_smaller(parts: dict[str, str]) -> bool:
    """Tell whether a date names more than its year."""
    return not _SMALLER.isdisjoint(parts)


_OFF = re.compile(r"节?(?:假期|长假|小长假|假日|黄金周|[一二三四五六七八九\d]天)(?:的?(?P<day>首日|第一天|最后一天))?")


def festival_end(text: str, end: int, parts: dict[str, str]) -> int:
    """Return where a date ends that takes in what stands behind a feast (期间, 假期); tell the parts of days off."""
    if "festival" not in parts:
        return end
    if off := _OFF.match(text, end):
        parts["off"] = off["day"] or ""
        return off.end()
    match = FESTIVAL_TAIL.match(text, end)
    return match.end() if match else end


def days_off(parts: dict[str, str], year: int) -> tuple[date, date] | None:
    """Return the first and the last day off that a feast named with 假期 has in a year, where they are known."""
    return vocabulary().festivals[parts["festival"]].holidays.get(year) if "off" in parts else None


def _off(parts: dict[str, str], days: tuple[date, date]) -> Stretch:
    """Return the holiday, or the day of it that is told: 国庆假期首日."""
    first, last = map(day, days)
    if not parts["off"]:
        return Stretch(first, last)
    return Stretch(last) if parts["off"].startswith("最后") else Stretch(first)


def checked(start: int, end: int, stretch: Stretch | None, rule: str, implied: tuple[str, ...]) -> Found | None:
    """Return the mention; a date that no calendar has is none."""
    return Found(start, end, stretch, rule, implied) if stretch and stretch.exists() else None


def within_year(parts: dict[str, str], year: int) -> Stretch | None:
    """Return the stretch within a year that months, days, quarters or a feast name."""
    if written := parts.get("months"):
        return _months(written, parts.get("days"), year)
    if half := parts.get("half"):
        return quarters(year, 1, 2) if half[0] in "上前" else quarters(year, 3, 4)
    if written := parts.get("quarters"):
        return _quarters(parts, written, year)
    if written := parts.get("firstquarters"):
        last = small_number(written)
        return quarters(year, 1, last) if last else None
    if "firstquarter" in parts:
        return quarters(year, 1, 1)
    if written := parts.get("firstmonths") or parts.get("firstmonths2"):
        last = small_number(written)
        return Stretch(Moment(year, 1), Moment(year, last)) if last and last <= 12 else None
    if festival := parts.get("festival"):
        if days := days_off(parts, year):
            return _off(parts, days)
        known = vocabulary().festivals[festival]
        if known.first and known.last:
            return Stretch(Moment(year, *known.first), Moment(year, *known.last))
    return Stretch(Moment(year))


def _quarters(parts: dict[str, str], written: str, year: int) -> Stretch | None:
    numbers = [small_number(c) for c in written if c in "一二三四1234"]
    first, last = numbers[0], numbers[-1]
    if not first or not last or first > last:
        return None
    if _PART_END.match(parts.get("part", "")):
        return Stretch(Moment(year, 3 * last))
    return quarters(year, first, last)


@lru_cache(4096)
def _months(written: str, days: str | None, year: int) -> Stretch | None:
    months, ranged = listed(written)
    if not months or "两" in written or not all(1 <= month <= 12 for month in months):
        return None
    if days is not None:
        return days_of(days, Moment(year, months[-1])) if len(months) == 1 else None
    return of_list([Moment(year, month) for month in months], joined=ranged)


def days_of(written: str, month: Moment) -> Stretch | None:
    """Return the stretch of the listed days of a month."""
    days, ranged = listed(written)
    if not days or "两" in written:
        return None
    return of_list([Moment(month.year, month.month, number) for number in days], joined=ranged)
