"""Bodies that a tagger found and no rule did: their borders mended, their kind by what they end in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from .knowledge import kind_of
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention

_RIGHT = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|公司)|专业合作社|合作社|办公室|指挥中心|委员会")
_LEFT = re.compile(r"[省市县区州]$")
_LEAST = 3


def tagged_bodies(
    text: str, spans: Iterable[tuple[int, int, str]], places: Sequence[PlaceMention], found: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield a mention for each ORG span that no rule's mention touches and that ends in a known head.

    Rules go before the tagger: they know closed classes and where a name of theirs ends. What a tagger adds is gated by its
    head, which keeps precision where genre words (双联单位, 龙头企业) look like names.
    """
    ends = {place.end: place.start for place in places}
    starts = [mention.start for mention in found]
    for start, end, label in sorted(spans):
        if label != "ORG" or not 0 <= start < end <= len(text) or _touched(found, starts, start, end):
            continue
        if (more := _RIGHT.match(text, end)) is not None:
            end = more.end()
        if start in ends:
            start = ends[start]
        elif _LEFT.search(text, 0, start):
            start -= 1
        kind = kind_of(text[start:end])
        if kind is not None and end - start >= _LEAST:
            yield Mention(start, end, text[start:end], kind, "organisations/tagged", text[start:end])


def _touched(found: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> bool:
    k = bisect_right(starts, start) - 1
    before = k >= 0 and found[k].end > start
    return before or (k + 1 < len(found) and found[k + 1].start < end)
