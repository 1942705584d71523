"""Who did what is counted, where the words of a name begin with that: [国家电网]采购农产品3亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import words

if TYPE_CHECKING:
    from ..position import Reading

_SHORT, _LONG = 3, 20
_KINDS = ("省级龙头企业", "市级龙头企业", "国家级龙头企业", "龙头企业", "民营企业", "企业", "合作社")
"""What a body is said to be, in front of its name."""
_GIVES = frozenset("投资 投入 出资 捐资 捐款 捐赠 让利 注资 援助 累计投资 累计投入".split())
"""What a body does with money, which needs no object."""
_OF_ITS_OWN = ("额", "量", "率", "收入", "利润", "资产", "余额", "成本", "人数", "规模", "价格", "费用", "支出", "总值")
"""Endings of what is a body's own: 国家电网售电量."""


def without_body(reading: Reading, bodies: tuple[str, ...]) -> Reading:
    """Return the reading without the body that did what is counted; ``bodies`` are those that the text names."""
    name = reading.name
    kind = next((len(k) for k in _KINDS if name.startswith(k)), 0)
    if not name.startswith(bodies, kind):
        return reading
    sizes = (len(body) for body in bodies if name.startswith(body, kind))
    end = min((kind + size for size in sizes if _SHORT <= size < min(len(name) - kind, _LONG)), default=0)
    rest = name[end:]
    if not end or rest.endswith(_OF_ITS_OWN):
        return reading
    cut = words().cut(rest, 0, len(rest))
    if rest not in _GIVES and (len(cut) < 2 or cut[0].tag not in ("v", "vn") or cut[0].role):  # a deed and its object
        return reading
    return reading._replace(name=rest, topic=reading.topic.removeprefix(name[:end]))
