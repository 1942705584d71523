"""Whether the words around a time speak of what is still to come."""

from __future__ import annotations

import re

from ..patterns import compile_han

_SENTENCE_END = re.compile(r"[。！？!?；;\n]")
_FUTURE = re.compile(
    r"将(?!近)|拟(?!定)|计划(?!总?投资)|预计|预期|(?:初步|据此|综合)判断|预判|力争|确保|定于|截止|前(?:完成|实现|全部|建成)|目标|到$"
    r"|^[底末]?(?:之|以)?前(?!后|夕)|^(?:零时|正式)?(?:起|开始|施行|实施|举行|开幕|生效|上映|播出|结束)"
)
_DONE_BY = compile_han("，?[一-鿿]{0,4}已(?!定)")
_FUTURE_SIGNS = frozenset("将拟计判预力确定截前目到起开施实举生上播结")
"""Every future word has one of these: to look before searching."""


def foretold(text: str, start: int, end: int) -> bool:
    """Tell whether what is told of the time at ``[start, end)`` is foretold, planned or due: 将于[5月]开工, [年底]前完成."""
    before, behind = text[max(0, start - 8) : start], text[end : end + 14]
    if _DONE_BY.match(behind):
        return False  # 到年底已拨付3.14亿元
    if not _FUTURE_SIGNS.isdisjoint(before) and _FUTURE.search(_SENTENCE_END.split(before)[-1]):
        return True
    return speaks_ahead(behind)


def only_due(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but 到 speaks of a time to come: 1986年春天…, 到[年底]打成旱井96眼."""
    led = _SENTENCE_END.split(text[max(0, start - 24) : start])[-1].removesuffix("到")
    return text.endswith("到", 0, start) and not _AHEAD.search(led) and not _AHEAD.search(_clause(text, end))


_AHEAD = re.compile(
    "将|拟|计划|预计|力争|确保|目标|打算|要|再|争取|有望|可望|下一?步|今年|明年|目前|已|完成|累计|提出|要求|规划|达到|实现"
)


def _clause(text: str, end: int) -> str:
    return _SENTENCE_END.split(text[end : end + 24])[0]


def speaks_ahead(behind: str) -> bool:
    """Tell whether the words behind a time say that it is to come."""
    return not _FUTURE_SIGNS.isdisjoint(behind) and _FUTURE.search(_SENTENCE_END.split(behind)[0]) is not None
