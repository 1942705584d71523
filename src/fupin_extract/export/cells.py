"""Values as cells of CSV."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
"""More digits than that are written with an exponent."""


def cell(value: Any) -> str:
    """Return a value as text: absent ones empty, the parts of several joined by ``;``.

    Decimals have every digit but zeros that end a fraction, so that equal numbers are equal cells.

    >>> [cell(v) for v in (None, Decimal("384600.00"), Decimal("2E+3"), date(2020, 1, 5), ("region", "period"))]
    ['', '384600', '2000', '2020-01-05', 'region;period']
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return ";".join(map(cell, value))
    return str(value)


def _number(value: Decimal) -> str:
    if abs(value.adjusted()) > _LONGEST:
        return str(value)
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def csv_line(values: Iterable[Any]) -> str:
    r"""Return a line of CSV.

    >>> csv_line(["a,b", None, 3])
    '"a,b",,3\n'
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(cell, values))
    return line.getvalue()
