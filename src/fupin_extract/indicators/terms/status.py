"""Whether a number was reached, is aimed at, or is laid down by a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..rows import clause_of
from ..times.dating import value_compared
from .aiming_words import ONCE
from .aims import is_aimed_at
from .laid_down import HAPPENED, LIMIT, asked_for, is_a_line, laid_down

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...records import Period, Status
    from ..rows import Row, Token


def status_of(
    row: Row,
    at: int,
    period: Period | None,
    published: date | None,
    *,
    aims: bool = False,
    planned: bool = False,
    change: bool = False,
    per: bool = False,
    rules: bool = False,
) -> Status:
    """Return ``target`` behind 力争, 计划, 将 and for a time to come, ``criterion`` for what a rule lays down.

    ``aims`` says that the section or the list tells of aims; what was done (已, 累计) is none even there. ``planned`` says
    that the text is a plan, in which 不少于30名 is aimed at and not laid down. ``change`` says that the number is by how much
    something rose or fell, ``per`` that it is given per something, ``rules`` that the text is a notice.
    """
    ruled = laid_down(row, at, aims=aims, planned=planned and aims, change=change, per=per)
    ends = period.end if period else None
    gone_by = published is not None and ends is not None and ends.year < published.year
    if gone_by and value_compared(row, at) is not None:
        return "actual"  # 预计达2万亿元，超过[去年的1.3万亿元]
    if ruled and not change and _MUST.search(_up_to(row, at)):
        return "criterion"  # 要求承包户每年要拿出不低于10%
    if is_aimed_at(row, at, gone_by=gone_by) and not _estimated(row, at, period, published):
        return "target"
    if change and LIMIT.search(clause_of(row, at)) and not HAPPENED.search(clause_of(row, at)):
        return "target"  # 全年收入增幅不低于10%: a rule sets no growth
    if _is_due(row, at, period, published):
        return "target"
    if aims and not gone_by and not HAPPENED.search(clause_of(row, at)):
        return "criterion" if ruled or (rules and asked_for(row, at, per=per)) else "target"
    if published and period is not None and period.edtf and _begins(period.edtf) > published.year:
        return "criterion" if ruled and is_a_line(row, at) else "target"  # 明年起最低生活费为每人每月1.4万元
    return "criterion" if ruled or (rules and not gone_by and asked_for(row, at, per=per)) else "actual"


def _up_to(row: Row, at: int) -> str:
    return "".join([t.text for t in row[:at]])


_MUST = re.compile(
    "(?:(?:要求|规定)[，,]?[^，。；]{0,12}|(?:原则上|期限|时限|保存期|服务期)[^，。；]{0,4})"
    "(?:不低于|不少于|不超过|不高于|不得)[^，。；]{0,10}$"
)
"""What is required of others is laid down, whenever it is to begin."""


def _estimated(row: Sequence[Token], at: int, period: Period | None, published: date | None) -> bool:
    """Tell whether 预计 only says that the figures of a year gone by are not final yet: in January, 预计完成生产总值22.8亿元.

    Or those of its first months, where it is a first one: 据[初步预计]，上半年….
    """
    first = next((k for k in range(at - 1, -1, -1) if row[k].text in _EXPECTED), None)
    if first is None or published is None or period is None or period.end is None:
        return False
    if period.end >= published and not _is_all_but_over(period, published):
        return False
    if any(t.text in _AIMED_AT for t in row[first:at]):
        return False
    return period.end.year < published.year or any(t.text in ("初步", "全年") for t in row[max(0, first - 1) : at])


_EXPECTED = frozenset({"预计", "预计完成", "预计实现"})
_AIMED_AT = frozenset({"力争", "计划", "目标", "确保"})


def _is_all_but_over(period: Period, published: date) -> bool:
    """Tell whether a period is the year in whose last month the text is written."""
    return published.month == _LAST and period.end is not None and period.edtf == str(published.year)


_LAST = 12


def _is_due(row: Row, at: int, period: Period | None, published: date | None) -> bool:
    """Tell whether the time is one until which something is to be done: [到今年底]再建厂房8000平方米."""
    if period is None or period.end is None or published is None or (period.end - published).days < _SOON_OVER:
        return False
    k = next((k for k in range(at - 1, 0, -1) if row[k].period is period), 0)
    led = row[k - 1].text in ("到", "至") and row[k].text.endswith(("底", "末")) and ONCE.isdisjoint(row.words)
    return led and not HAPPENED.search(clause_of(row, at)) and "了" not in clause_of(row, at)


_SOON_OVER = 15
"""A time that is over in fewer days may be told of as a whole."""


def _begins(edtf: str) -> int:
    year = edtf[:4]
    return int(year) if year.isdigit() else 0
