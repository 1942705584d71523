"""What any reader of numbers in Python must at least spend: the floors that the library is measured against.

Each does a part of the work for the numbers alone, with no regard to whether they are quantities: one scan, its spans and
groups, exact values, records. Nothing written in Python that returns records can be faster than the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .measure import cpu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NUMBER = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>[千万亿]*)"
    r"(?P<unit>[元人户个名亩吨家%倍件只头]|公里|平方米|公顷|百分点|公斤)?"
)
SCALES = {"": 0, "千": 3, "万": 4, "亿": 8, "万亿": 12, "千万": 7}


@dataclass(frozen=True, slots=True)
class Number:
    """The least that a record of a number holds."""

    start: int
    end: int
    value: Decimal
    unit: str | None


def scan(text: str) -> int:
    """Count the numbers of a text, and look at none."""
    return sum(1 for _ in NUMBER.finditer(text))


def spans(text: str) -> list[tuple[int, int, str, str, str | None]]:
    """Return where the numbers of a text are, and their parts."""
    return [(m.start(), m.end(), m["number"], m["scale"], m["unit"]) for m in NUMBER.finditer(text)]


def values(text: str) -> list[tuple[int, int, Decimal, str | None]]:
    """Return the numbers of a text with exact values."""
    return [
        (start, end, Decimal(number).scaleb(SCALES.get(scale, 0)), unit)
        for start, end, number, scale, unit in spans(text)
    ]


def records(text: str) -> list[Number]:
    """Return the numbers of a text as frozen records."""
    return [Number(*found) for found in values(text)]


FLOORS: dict[str, Callable[[str], object]] = {
    "`re` scan": scan,
    "scan, spans and groups": spans,
    "scan, spans, `Decimal`": values,
    "scan, spans, `Decimal`, records": records,
}


def floors(texts: Sequence[str], passes: int = 3) -> dict[str, float]:
    """Return the characters a second of each floor on texts."""
    characters = sum(map(len, texts))

    def rate(floor: Callable[[str], object]) -> float:
        return characters / cpu(lambda: [floor(text) for text in texts], passes)

    return {name: rate(floor) for name, floor in FLOORS.items()}
