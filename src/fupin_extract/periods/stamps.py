"""Dates in digits alone: 2015-11-12, (2016—2020)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .moments import Moment, Stretch
from .reading import Found
from .written import BARE_YEARS, ISO

if TYPE_CHECKING:
    from .reading import Reading


def iso(reading: Reading, start: int) -> Found | None:
    """2015-11-12, 2018.7.2, 12.11.2015."""
    text = reading.text
    match = ISO.match(text, start)
    if not match or (start and (text[start - 1] in "/_.-" or is_latin(text[start - 1]))):
        return None
    y, m, d = (match["y"], match["m"], match["d"]) if match["y"] else (match["y2"], match["m2"], match["d2"])
    moment = Moment(int(y), int(m), int(d))
    return Found(start, match.end(), Stretch(moment), "iso") if moment.exists() else None


def is_latin(character: str) -> bool:
    """Tell whether it is an ASCII letter or digit."""
    return character.isascii() and character.isalnum()


def bracketed_years(reading: Reading, start: int) -> Found | None:
    """(2016—2020)."""
    match = BARE_YEARS.match(reading.text, start)
    if not match or not start or reading.text[start - 1] != "(" or match[1] >= match[2]:
        return None
    return Found(start, match.end(), Stretch(Moment(int(match[1])), Moment(int(match[2]))), "year")
