"""The naive baseline: one regular expression, no context. What a score is worth is what it adds to this one."""

from __future__ import annotations

import re
from decimal import Decimal

from .gold import GoldQuantity

_PATTERN = re.compile(
    r"(\d+(?:\.\d+)?)(万亿|亿|万|千|百)?"
    r"(元|人|户|个百分点|%|％|个|亩|吨|公里|平方米|家|名|项|处|斤|公斤|头|只|次|倍|所|座|年)"
)
_SCALE = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_FOLDED = {"名": "人", "个百分点": "百分点", "％": "%"}


def naive_quantities(text: str) -> list[GoldQuantity]:
    """Return digits + magnitude + one of twenty frequent units, wherever they stand."""
    return [
        GoldQuantity(
            match.start(),
            match.end(),
            Decimal(match[1]) * _SCALE[match[2] or ""],
            _FOLDED.get(match[3], match[3]),
            "=",
        )
        for match in _PATTERN.finditer(text)
    ]
