"""What a section's heading says of it: its number, its place and time, and whether it tells of aims."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from .dating import compared, is_stretch, tells_of_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Period, Region
    from .tokens import Token


def numbering(row: Sequence[Token]) -> tuple[str, Region | None]:
    """Return how a heading is numbered (``一``, ``1``, with its bracket), and the place that it opens with: （二）[通渭县]."""
    end = next((k for k, t in enumerate(row) if _ORDINAL.fullmatch(t.text) is None), len(row))
    number = "".join(t.text for t in row[:end])
    style = ("(" if "(" in number else "") + ("1" if any(c.isdecimal() for c in number) else "一" if number else "")
    return style, row[end].region if end < len(row) else None


_ORDINAL = re.compile(r"[一二三四五六七八九十0-9()、.．第是来 ]+")


AIMS = re.compile(
    r"目标|任务|安排(?![^，。]{0,8}[0-9一二三四五六七八九十])|打算|重点工作|工作计划|工作部署|(?:[做抓]好[^，。》]{0,8}|今年[^，。》]{0,4})工作$|总体要求|主要举措"
)


DONE = re.compile(r"完成|回顾|总结|成效|成就|情况|灾情|基础|现状|形势|背景")
AHEAD = re.compile("下一?步|下阶段|打算|今后")
"""Words of a heading over what comes next."""


def period_named(row: Sequence[Token], told: str) -> Period | None:
    """Return the time that a heading names: 一、[2015年]工作回顾; all years since one only where it looks back on them."""
    reviews = DONE.search(told) is not None
    named = (t.period for k, t in enumerate(row) if t.period and not compared(row, k))
    return next((p for p in named if is_stretch(p) or (reviews and tells_of_years(p))), None)


def goes_on_from(year: Period, now: Period) -> Period | None:
    """Return the time of what comes next in a text about a year: that in which it is written, where the other is over."""
    if year.end is None:
        return None  # 一、2016年以来的工作; 二、下一步打算
    if now.start is None or year.end >= now.start:
        return year
    first, last = date(now.start.year, 1, 1), date(now.start.year, 12, 31)
    return replace(now, edtf=str(now.start.year), start=first, end=last)
