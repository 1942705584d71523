"""Speech: what is said in quotes is about the place of the one who says it: “……。”西沟村合作社负责人说."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Region


class Speech(NamedTuple):
    """The stretch ``[start, end)`` between two quotes with the place of the speaker."""

    start: int
    end: int
    region: Region


_SPEECH = re.compile(
    r"“(?P<said>[^“”\n]{12,600})”(?P<speaker>[^“”。！？\n]{2,44}?)(?:说|介绍|表示|告诉记者|讲|坦言|感慨|算|道)(?![一-鿿])"
)
_INSIDE = ("village", "township", "county")


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
        inside = [region for _, region in ordered[first:last] if region.level in _INSIDE and region.name]
        if inside:
            found.append(Speech(*match.span("said"), inside[-1]))
    return found
