"""Areas that no list of places holds, where a text speaks of them: 西部地区, 长江经济带, 淮河流域."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...records import Region
from ...regions.areas import named_areas
from ..rows import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...text import Text


def areas(text: Text, places: Sequence[Token] = ()) -> Iterator[Token]:
    """Yield the areas that no list of places holds (西部地区, 长江经济带), as regions of the level ``area``.

    Args:
        text: the document.
        places: the mentions of places in it, in order; where one of them says where works are, the area in their name does not.
    """
    for match in _PART_OF_A_LIST.finditer(text.text):
        span = text.span(*match.span())
        name = match[0] + "地区"
        region = Region(span, text.source[span.start : span.end], name, "area", rule="indicators/area")
        yield Token("region", *match.span(), match[0], region=region)
    ends = [place.end for place in places]
    for start, end in named_areas(text.text):
        k = bisect_right(ends, start)
        if k and _OF_WORKS.match(text.text, end) and not _ENDS_SENTENCE.search(text.text, ends[k - 1], start):
            continue
        span = text.span(start, end)
        written = text.text[start:end]
        name = written.replace("“", "").replace("”", "")
        region = Region(span, text.source[span.start : span.end], name, "area", rule="indicators/area")
        yield Token("region", start, end, written, region=region)


_OF_WORKS = compile_han("[一-鿿]{1,12}?(?:工程|项目)")
"""What makes an area part of the name of works: 在歙县，新安江流域[防洪治理工程]."""
_ENDS_SENTENCE = re.compile("[。！？\n；]")
_PARTS = "东部|中部|西部|东北"
_PART_OF_A_LIST = compile_han(
    rf"(?:{_PARTS})(?:(?=(?:[、和](?:{_PARTS}))*[、和](?:{_PARTS})(?:三大|四大)?(?:地区|实际|省份)?)"
    rf"|(?<=(?:{_PARTS})[、和]..)(?!地区|[一-鿿]?省))"
    rf"|(?<=[，,；;。：:看])(?:{_PARTS})(?=[比较由从为]|达|增[长加速幅]|下降|脱贫县|贫困[人县]|农村居民|城镇居民|居民|\d[\d.]*[元%％万])"
)
"""The parts of the country that are told of together: 东部、中部、西部[地区], 东部、中部、西部实际使用外资; or one by one:
分区域看，[西部]增长8%."""


_LEADING, _OPENING = 3, 300
"""How often a text names an area that it is about, and before which character it first does."""


def leading_area(text: Text) -> Region | None:
    """Return the area that a text is about that no single place is: 淮河流域 where it is named first and time and again.

    One that only a single item of a column of briefs names is not what the column is about.
    """
    found = list(areas(text))
    first = found[0] if found else None
    if first is None or first.region is None or first.start >= _OPENING:
        return None
    alike = [area for area in found if area.region and area.region.name == first.region.name]
    runs_on = _RUNS_ON * (alike[-1].start - first.start) >= len(text.text)
    opening = len(text.text) - len(text.text.lstrip("\x00 \t\r\n"))
    title = text.text.find("\n", opening, opening + _TITLE)
    if len(alike) > 1 and first.start < title and _PAPERS.search(text.text, first.end, title + 1):
        return first.region  # the headline of a plan, an analysis or a bulletin names it
    return first.region if runs_on and len(alike) >= max(_LEADING, len(found) // 2 + 1) else None


_TITLE, _PAPERS = 60, re.compile(r"(?:规划|纲要|方案|公报|报告|分析|意见|情况)[(》\n]")
_RUNS_ON = 3
"""The area's mentions run through at least one in so many parts of the text."""
