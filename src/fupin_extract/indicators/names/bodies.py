"""Who did what is counted, where the words of a name begin with that: [国家电网]采购农产品3亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import words

if TYPE_CHECKING:
    from .position import Reading

_SHORT, _LONG = 3, 20
_OF_ITS_OWN = ("额", "量", "率", "收入", "利润", "资产", "余额", "成本", "人数", "规模", "价格", "费用", "支出", "总值")
"""Endings of what is a body's own: 国家电网售电量."""


def without_body(reading: Reading, bodies: frozenset[str]) -> Reading:
    """Return the reading without the body that did what is counted; ``bodies`` are those that the text names."""
    name = reading.name
    end = next((k for k in range(_SHORT, min(len(name), _LONG)) if name[:k] in bodies), 0) if bodies else 0
    rest = name[end:]
    if not end or rest.endswith(_OF_ITS_OWN):
        return reading
    cut = words().cut(rest, 0, len(rest))
    if len(cut) < 2 or cut[0].tag not in ("v", "vn") or cut[0].role:  # a deed and its object
        return reading
    return reading._replace(name=rest, topic=reading.topic.removeprefix(name[:end]))
