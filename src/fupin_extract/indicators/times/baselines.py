"""Baselines: what a change is measured against."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..rows import CLAUSE_ENDS, SENTENCE_ENDS, text_at
from .dating import MONTH_LONG, compared, value_compared

if TYPE_CHECKING:
    from ...records import Period
    from ..rows import Row, Token


def baseline_of(row: Row, at: int, period: Period | None, source: int | None) -> Period | None:
    """Return what a change is measured against: 较2011年, 同比, 比上年; for a from–to pair the time of the first value."""
    if source is not None:
        for k in range(source - 1, max(-1, source - 6), -1):
            if row[k].kind == "period":
                return row[k].period
            if row[k].text in ("由", "从") or row[k].text in CLAUSE_ENDS:
                break
        return None
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.text in SENTENCE_ENDS:
            break
        if token.text == "两年" and text_at(row, k + 1) == "平均" and period is not None:
            return _two_years_before(row, k, period)
        if token.kind == "quantity" and not token.lasts:
            return value_compared(row, k)
        if token.kind == "period" and compared(row, k):
            behind = text_at(row, k + 1)
            if ("同期" in token.text or behind.startswith("同期")) and period is not None:
                stated = token.period is not None and token.period.edtf is not None and not token.period.implied
                return token.period if stated and "同期" in token.text else year_before(period, token)  # 比2019年同期
            return _last_before(token, period, ends=behind.startswith("末"))
        if token.text in ("同比", "按年", "同期", "上年同期", "去年同期") and period is not None:
            return year_before(period, token)
        if token.text in _STEP_BY_STEP and period is not None:
            return _step_before(period)
    return None


def _two_years_before(row: Row, k: int, period: Period) -> Period | None:
    """Return what two years' average growth is against, where the sentence says it: 比2019年同期增长7%，[两年平均]增长3.4%."""
    if not any(compared(row, j) for j in row.times if j < k):
        return None
    last = year_before(period, row[k])
    return last and year_before(last, row[k])


_STEP_BY_STEP = frozenset({"环比", "按季", "按月"})


def _step_before(period: Period) -> Period | None:
    """Return the month before a month and the quarter before a quarter: what 环比 is against."""
    first, _, last = (period.edtf or "").partition("/")
    if len(first) != MONTH_LONG or (last and int(last[-2:]) - int(first[-2:]) != _QUARTER - 1):
        return None
    return _quarter_before(period, ends=False) if last else _month_before(period)


_QUARTER = 3


def _last_before(word: Token, period: Period | None, *, ends: bool) -> Period | None:
    """Return what is compared with; 上年 is the year before the statement's own, whenever the text was written.

    ``ends`` tells that 末 stands behind the word: 较上季末 is against the last month of the quarter.
    """
    named = word.period
    if named and period and any(same in word.text for same in ("同月", "同期", "同日")):
        return year_before(period, word)
    if named and period and word.text.startswith(("上月", "上个月")) and len(period.edtf or "") == MONTH_LONG:
        return _month_before(period)
    if named and period and word.text.startswith("上季") and (before := _quarter_before(period, ends=ends)):
        return before
    if (
        named
        and period
        and word.text.startswith(("上年", "上一年"))
        and named.edtf
        and (period.edtf or "")[:4] == named.edtf[:4]
    ):
        return year_before(period, word)
    return named


def _month_before(period: Period) -> Period:
    """Return the month before that of a statement: what 比上月 is compared with, whenever the text was written."""
    year, month = map(int, (period.edtf or "").split("-"))
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    last = (period.start or date(year, month, 1)).replace(day=1) - timedelta(days=1)
    return replace(period, edtf=f"{year:04d}-{month:02d}", start=last.replace(day=1), end=last, implied=("date",))


def _quarter_before(period: Period, *, ends: bool) -> Period | None:
    """Return the quarter before that in which a statement's time ends, or its last month; None for a time of whole years."""
    last = (period.edtf or "").rpartition("/")[2]
    if len(last) < MONTH_LONG:
        return None
    year, month = int(last[:4]), int(last[5:7])
    number = 4 * year + (month - 1) // 3 - 1
    year, first = number // 4, number % 4 * 3 + 1
    start, end = date(year, first, 1), date(year, first + 2, 28)
    start, end = (end.replace(day=1), end) if ends else (start, end)
    end = (end + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    edtf = f"{year:04d}-{first + 2:02d}" if ends else f"{year:04d}-{first:02d}/{year:04d}-{first + 2:02d}"
    return replace(period, edtf=edtf, start=start, end=end, implied=("date",), rule="indicators/quarter_before")


_YEAR = re.compile(r"\d{4}")


def year_before(period: Period, word: Token) -> Period | None:
    """Return the same stretch of the year before, read from a word like 同比."""
    if period.edtf is None or ".." in period.edtf:
        return None
    edtf = _YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", period.edtf)
    return replace(
        period,
        edtf=edtf,
        start=_back(period.start),
        end=_back(period.end),
        implied=("date",),
        rule="indicators/year_on_year",
    )


def _back(day: date | None) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
