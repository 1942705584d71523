"""Speech: what is said in quotes is about the place of the one who says it: “……。”西沟村合作社负责人说."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...lexicon import alternatives, load_toml
from ...patterns import compile_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Region


class Speech(NamedTuple):
    """The stretch ``[start, end)`` between two quotes with the place of the speaker."""

    start: int
    end: int
    region: Region


_TOLD_BY = compile_han(
    "海关(?:近日|日前|[昨今]天)?(?:侦破|破获|查获)"  # what passes a customs house is told of its province or the country
    "|[一-鿿]{0,8}?(?:局|厅|委|办|税务|公安|警方|法院|检察院|政府|议会|公所|调查队|部门)(?:文件|资料|数据)?(?:[最今昨][新天日]|近日|日前|统计|数据|消息|介绍"
    "|通报|公布|发布|获悉|透露|表示|披露|显示|侦破|破获|查获|[，,:])"
)
_GIVES = re.compile(r"[\w、]{0,12}?(?:派|选派|下派|下达|拨付|捐|援)")
_NEAR = 3


def told_by(text: str, start: int, places: Sequence[tuple[int, Region]]) -> Region | None:
    """Return the place of the body that opens a paragraph at ``start`` by telling: 喀什地区农业农村局通报，全地区….

    Args:
        text: the working text.
        start: where the paragraph's first sentence begins.
        places: the places in the names of bodies with where they end, in order.
    """
    first = bisect_right(places, start, key=lambda place: place[0])
    if first == len(places):
        return None
    end, region = places[first]
    opens = len(text[start:end].strip("　 ")) <= len(region.text) + _NEAR
    if _GIVES.match(text, end):
        return None  # 云南省委、省政府派来105支工作队
    return region if opens and region.level != "country" and _TOLD_BY.match(text, end) else None


_OFFICE = compile_han(
    r"[“\u3000 ]*(?:[^，。；:“”\n]{1,12}，)?(?:据|记者从)?(?P<kind>[省市县区州旗盟镇乡]|地区)"
    r"(?:财政(?:局|厅)?(?![供部])|府(?:今天|昨天)?(?:表示|指出|说|强调|核定|统计|公布)|[一-鿿]{2,12}?(?:局|厅|委|办|办公室|中心|公司|政府|部门)[\w·]{0,14}?"
    r"(?:统计|介绍|测算|说|表示|通报|透露|披露|获悉|了解到|提供的))"
)


def speaks_at_home(text: str, start: int, focus: Region | None) -> bool:
    """Tell whether a sentence opens with a body of what the text is about, that it only calls by its kind: 据[县]医保局统计.

    Args:
        text: the working text.
        start: where the sentence begins.
        focus: the place that the text is about.
    """
    if focus is None or focus.name is None:
        return False
    if focus.level in ("province", "prefecture") and _WE.match(text, start):
        return True
    match = _OFFICE.match(text, start)
    return match is not None and focus.name.endswith(match["kind"])


_WE = re.compile(
    r"[\u3000 ]*(?:[^，。；:“”\n]{1,10}，)?我们(?:还|将|也|又|已|计划|共|先后|投入|安排|拿出|出台|组织|坚持)"
)
"""What the one who reports for a province or a city says of it: 下半年，[我们将]投入5.5亿元."""


_TELLS = (
    r"(?:[今昨][天日](?:公布|发布)?的?)?(?:最新|的)?"
    r"(?:[一-鿿]{0,4}?(?:统计|资料|数据|数字|调查|推算|推估|报告)|表示|指出|指|称|公布|回覆|回复|发布)"
)


@cache
def _bodies_of() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of a sentence that a body of Hong Kong or Taiwan opens by telling, and whose each body is."""
    whose = {body: place for place, bodies in load_toml("region_words.toml")["bodies_of"].items() for body in bodies}
    opens = rf"[“\u3000 ]*(?:另外?，?|而|(?:根)?据|行政院|政府)*(?P<body>{alternatives(whose)}){_TELLS}"
    return compile_han(opens), whose


def tells_of_the_whole(text: str, start: int, focus: Region | None) -> Region | None:
    """Return the whole of Hong Kong or Taiwan where one of its bodies opens a sentence of a story on a place in it.

    房屋委員會資料顯示，平均輪候6年. None where the text is about the whole, or another one's.
    """
    if focus is None or len(focus.path) < _INSIDE_IT or (match := _bodies_of()[0].match(text, start)) is None:
        return None
    whole = _bodies_of()[1][match["body"]]
    if focus.path[0] != whole:
        return None
    code = focus.code[:2] + "0000" if focus.code else None
    return replace(
        focus, name=whole, level="province", code=code, path=(whole,), implied=("name",), rule="regions/above"
    )


_INSIDE_IT = 2
_SPEECH = compile_han(
    r"“(?P<said>[^“”\n]{12,600})”(?P<speaker>[^“”。！？\n]{2,44}?)(?:说|介绍|表示|告诉记者|讲|坦言|感慨|算|道|记者听|笔账|笑)(?![一-鿿])"
)
_INSIDE = ("village", "township", "county")
_FIRM = compile_han("[一-鿿]{2,12}?(?:公司|集团)")


def _is_of_firm(text: str, at: int, end: int, region: Region) -> bool:
    """Tell whether a county is only what a firm is called after: where in it the firm is, its paragraph tells."""
    return region.level == "county" and _FIRM.match(text, at, end) is not None


def speeches(text: str, places: Sequence[tuple[int, Region]]) -> list[Speech]:
    """Return what is said by somebody of a village, a township or a county, with that place.

    Args:
        text: the working text.
        places: the places named in it, those in the names of bodies too, with where they end.

    >>> from fupin_extract.text import normalise
    >>> from fupin_extract.regions import find_regions
    >>> text = normalise("“去年种了5亩辣椒，收入3万多元，今年还要多种。”甘谷县大庄镇村民王平说。")
    >>> [s.region.name for s in speeches(text.text, [(r.span.end, r) for r in find_regions(text)])]
    ['大庄镇']
    """
    found = []
    ordered = sorted(places, key=lambda place: place[0])
    for match in _SPEECH.finditer(text):
        start, end = match.span("speaker")
        first, last = (bisect_right(ordered, at, key=lambda place: place[0]) for at in (start, end))
        inside = [
            r for at, r in ordered[first:last] if r.level in _INSIDE and r.name and not _is_of_firm(text, at, end, r)
        ]
        if inside:
            found.append(Speech(*match.span("said"), inside[-1]))
    return found
