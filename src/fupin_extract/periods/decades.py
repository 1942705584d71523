"""Decades and centuries: 上世纪80年代, 九十年代初, 本世纪."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .moments import Moment, Stretch
from .reading import Found
from .written import CENTURY, DECADE, small_number

if TYPE_CHECKING:
    from .reading import Reading


def decade(reading: Reading, start: int) -> Found | None:
    """上世纪80年代, 20世纪90年代初, 1980年代, 90年代."""
    match = DECADE.match(reading.text, start)
    if not match:
        return None
    if match["full"]:
        first = int(match["full"]) * 10
    else:
        tens = int(match["tens"]) if match["tens"] else "一二三四五六七八九".index(match["han"] or match["year"]) + 1
        known = 1900 if tens >= 3 or match["year"] else None
        century = _century(match["century"], reading) if match["century"] else known
        if century is None:
            return None
        first = century + 10 * tens
    if match[0].endswith("以来"):
        first += 5 if "中" in match[0][-5:] else 0  # 80年代中期以来
        return Found(start, match.end(), Stretch(Moment(first), open=True), "decade")
    last = first + 9
    if match["from"]:
        first += 10 * ("一二三四五六七八九".index(match["from"]) - "一二三四五六七八九".index(match["han"]))
    return Found(start, match.end(), Stretch(Moment(first), Moment(last)), "decade") if first < last else None


def _century(written: str, reading: Reading) -> int:
    """Return the year a century begins with: the twentieth with 1900."""
    name = written.removesuffix("世纪").removesuffix("个")
    if name in ("上", "本"):
        this = reading.this_year() or 2000
        return this - this % 100 - (100 if name == "上" else 0)
    return ((small_number(name) or 20) - 1) * 100


def century(reading: Reading, start: int) -> Found | None:
    """本世纪初, 二十世纪末: its first or last ten years."""
    match = CENTURY.match(reading.text, start)
    if not match:
        return None
    first = _century(match["century"], reading)
    part = match["part"]
    if part.startswith("初"):
        return Found(start, match.end(), Stretch(Moment(first), Moment(first + 9)), "century")
    ahead = start and (reading.text[start - 1] in "到至" or reading.text.endswith(("确保", "力争", "争取"), 0, start))
    if part == "末" and ahead:
        return Found(start, match.end(), Stretch(Moment(first + 100)), "century")
    if part == "末":
        return Found(start, match.end(), Stretch(Moment(first + 90), Moment(first + 99)), "century")
    return Found(start, match.end(), None, "century")
