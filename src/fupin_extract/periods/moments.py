"""Moments and stretches of time, and how they are written in EDTF (ISO 8601-2)."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_REMEMBERED = 4096
"""How many stretches are kept: a text names the same few again and again."""

_EARLIEST, _LATEST = 1, 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days_in(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _DAYS[month]


class Moment(NamedTuple):
    """A year, a month or a day.

    >>> str(Moment(2014)), str(Moment(2019, 8)), Moment(2019, 2).last_day()
    ('2014', '2019-08', datetime.date(2019, 2, 28))
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        return f"{text}-{self.day:02d}" if self.day else text

    def exists(self) -> bool:
        """Tell whether the calendar has it (not 30 February)."""
        if not _EARLIEST <= self.year <= _LATEST:
            return False
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= _days_in(self.year, self.month)

    def first_day(self) -> date:
        """Return the first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_in(self.year, month))

    def plus(self, *, years: int = 0, months: int = 0, days: int = 0) -> Moment | None:
        """Return the moment so much later, as exact as this one and the step; None outside the calendar."""
        try:
            if days:
                return day(self.first_day() + timedelta(days=days))
            if months:
                total = self.year * 12 + (self.month or 1) - 1 + months
                moved = Moment(total // 12, total % 12 + 1)
            else:
                moved = Moment(self.year + years, self.month, self.day)
        except (ValueError, OverflowError):
            return None
        return moved if moved.exists() else None


def day(value: date) -> Moment:
    """Return the moment that a date is."""
    return Moment(value.year, value.month, value.day)


class Stretch(NamedTuple):
    """From one moment to another, or open at its end, or several moments apart (2013、2015年).

    >>> Stretch(Moment(2019, 1), Moment(2019, 8)).edtf(), Stretch(Moment(2013), open=True).edtf()
    ('2019-01/2019-08', '2013/..')
    >>> Stretch(Moment(2013), Moment(2015), apart=(Moment(2013), Moment(2015))).edtf()
    '{2013,2015}'
    """

    first: Moment
    last: Moment | None = None
    open: bool = False
    apart: tuple[Moment, ...] = ()

    @property
    def end(self) -> Moment:
        """The last moment named."""
        return self.last or self.first

    def exists(self) -> bool:
        """Tell whether its moments are in the calendar and in order."""
        return _exists(self)

    def _in_order(self) -> bool:
        if self.last is None or self.last == self.first:
            return self.first.exists()
        if not all(moment.exists() for moment in (self.first, self.last, *self.apart)):
            return False
        return self.first.first_day() <= self.end.last_day()

    def edtf(self) -> str:
        """Return it in the Extended Date/Time Format."""
        if self.open:
            return f"{self.first}/.."
        if self.apart:
            return "{" + ",".join(map(str, self.apart)) + "}"
        return str(self.first) if self.end == self.first else f"{self.first}/{self.last}"


@lru_cache(_REMEMBERED)
def _exists(stretch: Stretch) -> bool:
    return stretch._in_order()


@lru_cache(_REMEMBERED)
def told(stretch: Stretch) -> tuple[str, date, date | None]:
    """Return what a record says of it: its EDTF, its first and its last day (None where it is open).

    >>> told(Stretch(Moment(2013, 2)))
    ('2013-02', datetime.date(2013, 2, 1), datetime.date(2013, 2, 28))
    """
    return stretch.edtf(), stretch.first.first_day(), None if stretch.open else stretch.end.last_day()


def of_list(moments: list[Moment], *, joined: bool) -> Stretch | None:
    """Return the stretch of a list: a range or neighbours run from first to last, others stay apart."""
    if not moments:
        return None
    first, last = moments[0], moments[-1]
    if joined or len(moments) == 1 or all(_next_to(a, b) for a, b in pairwise(moments)):
        return Stretch(first, last)
    return Stretch(first, last, apart=tuple(moments))


def _next_to(a: Moment, b: Moment) -> bool:
    if not (a.exists() and b.exists()):
        return True
    return (b.first_day() - a.last_day()).days == 1


def quarters(year: int, first: int, last: int) -> Stretch:
    """Return the stretch from one quarter to another of a year.

    >>> quarters(2019, 1, 3).edtf()
    '2019-01/2019-09'
    """
    return Stretch(Moment(year, 3 * first - 2), Moment(year, 3 * last))
