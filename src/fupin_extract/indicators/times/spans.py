"""Stretches of years that other words of a sentence give: what 年均 and 连续8年 run over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..rows import CLAUSE_ENDS
from .dating import YEAR_LONG, compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Period
    from ..rows import Row, Token


def averaged_since(row: Row, at: int, period: Period | None) -> tuple[Period, Period] | None:
    """Return over which years 年均 runs and which year it begins with: 2019年…是[2014年]的1.9倍，年均增长13.4%."""
    for k in range(at - 1, 0, -1):
        if row[k].text == "。":
            return None
        begun = row[k].period
        if begun is not None and compared(row, k) and k + 2 < at and row[k + 2].quantity:
            over = years_between(begun, period)
            late = over is not None and begun.start is not None and period is not None and period.start is not None
            return (over, begun) if over and late and _years(begun, period) > 1 else None
    return None


def _years(first: Period, last: Period | None) -> int:
    return last.start.year - first.start.year if last and last.start and first.start else 0


def years_between(first: Period | None, last: Period | None) -> Period | None:
    """Return the stretch from one period to another one, both years: what 年均 runs over."""
    if first is None or last is None or first.edtf is None or last.edtf is None or len(first.edtf) != len(last.edtf):
        return None
    return replace(last, edtf=f"{first.edtf}/{last.edtf}", start=first.start, rule="indicators/years_between")


def whole_year(period: Period | None) -> Period | None:
    """Return the year that months lie in, for what is set for all of it: 1—4月收入2.4亿元，占[预算6.1亿元]的40%."""
    if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
        return period
    year = period.start.year
    return replace(period, edtf=str(year), start=date(year, 1, 1), end=date(year, 12, 31), implied=("date",))


def spans_years(period: Period | None) -> bool:
    """Tell whether a period is a stretch of whole years."""
    first, _, last = (period.edtf or "" if period else "").partition("/")
    return first.isdecimal() and last.isdecimal()


def ends_with(span: Period | None, year: Period | None) -> bool:
    """Tell whether a stretch of years ends with a year."""
    last = (span.edtf or "").rpartition("/")[2] if span and spans_years(span) else None
    return last is not None and year is not None and last == year.edtf


def consecutive(row: Sequence[Token], at: int, period: Period | None) -> Period | None:
    """Return the years that a value held for: of 连续8年保持在1.3万亿斤 in 2022 2015/2022."""
    if period is None or period.edtf is None or len(period.edtf) != YEAR_LONG:
        return None
    for k in range(at - 1, 0, -1):
        if row[k].text in CLAUSE_ENDS:
            return None
        years = row[k].quantity
        if years and row[k - 1].text == "连续" and years.base_unit == "年":
            first = int(period.edtf) - int(years.value) + 1
            start = period.start and period.start.replace(year=first)
            return replace(period, edtf=f"{first}/{period.edtf}", start=start, rule="indicators/consecutive")
    return None


def lasts_a_term(row: Sequence[Token], term: Period) -> bool:
    """Tell whether the sentence tells of as many years as the plan's term has: “十四五”期间…。连续5年稳定在3000万人以上."""
    first, _, last = (term.edtf or "").partition("/")
    if not (first.isdecimal() and last.isdecimal()):
        return False
    years = int(last) - int(first) + 1
    return any(
        t.text == "年均" or (t.quantity is not None and t.quantity.base_unit == "年" and t.quantity.value == years)
        for t in row
    )
