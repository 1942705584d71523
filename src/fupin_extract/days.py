"""Publication dates as callers have them: a date, a moment, a string of a table, or nothing."""

from __future__ import annotations

from datetime import date, datetime

Day = date | str | None
"""A publication date: a `date`, a string that begins with one as YYYY-MM-DD, or None where it is not known."""


def as_day(value: object) -> date | None:
    """Return a publication date as a `date`, None for nothing: None, an empty string, pandas' NaT.

    Raises:
        ValueError: a string does not begin with a date as YYYY-MM-DD.
        TypeError: the value is neither a date nor a string.

    >>> as_day("2018-07-02T08:30:00"), as_day(datetime(2018, 7, 2, 8, 30)), as_day("")
    (datetime.date(2018, 7, 2), datetime.date(2018, 7, 2), None)
    """
    if value is None or value == "" or value != value:  # NaT is a datetime that equals nothing
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"published is a date or a string YYYY-MM-DD, not {type(value).__name__}")
    try:
        if value[4:5] == value[7:8] == "-":  # fromisoformat also takes 20180702 and 2018-W27
            return date.fromisoformat(value[:10])
    except ValueError:
        pass
    raise ValueError(f"published is no date as YYYY-MM-DD: {value!r}")
