"""Bodies that a tagger found and no rule did: their borders mended, their kind by what they end in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..words import words
from .knowledge import guards_of, kind_of, proper
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention

_RIGHT = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|公司)|专业合作社|合作社|办公室|指挥中心|委员会")
_LEFT = re.compile(r"[省市县区州]$")
_MARK = re.compile(r"[^\w·&（）()-]")
_LEAST, _BARE_LEAST = 3, 2
_MANY = re.compile(
    "^(?:首[单家个批]|未含|不含|含)|(?:赌诈|诈骗|犯罪|走私)集团$|非政府|^[二两三四五六七八九十]+国|[和与及]|多家|各级|各地|有关|部分|市中心|(?:^|[县市])[旗州]党委"
)
_DEALS = compile_han(
    r"(?:、[一-鿿A-Za-z0-9]{2,10}?)*等[一-鿿0-9]{0,6}(?:企业|公司|集团|商家|平台|巨头|厂家)|(?:公司|集团)?(?:董事长|总经理|总裁|创始人|负责人|工程师|捐|签约|落户|出资|投资)"
)
_DEALT = re.compile(r"(?:引进|引入|牵手|携手|邀请|龙头企业|上市公司|企业|公司|集团|签约)$")


def tagged_bodies(
    text: str, spans: Iterable[tuple[int, int, str]], places: Sequence[PlaceMention], found: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield a mention for each ORG span that no rule's mention touches and that names one body and not a kind of them.

    Rules go before the tagger: they know closed classes and where a name of theirs ends. What a tagger adds must hold a name
    of its own, a place in front or characters that no common word explains; that keeps precision where the words of the genre
    (双联单位, 农民专业合作社) look like names. Without a head that tells what it is, it is taken for a company.
    """
    ends = {place.end: place.start for place in places}
    begins = {place.start: place.end for place in places}
    starts = [mention.start for mention in found]
    for start, end, label in sorted(spans):
        if label != "ORG" or not 0 <= start < end <= len(text) or _touched(found, starts, start, end):
            continue
        if (more := _RIGHT.match(text, end)) is not None:
            end = more.end()
        begun, start = start, _word_begins(text, start)
        if start in ends:
            start = ends[start]
        elif _LEFT.search(text, 0, start):
            start -= 1
        if _MARK.search(text, start, end) or _TAKEN.search(text, start + 1, end):
            continue
        kind = kind_of(text[start:end])
        if kind == "school" and text.startswith(guards_of(text[start:end]), end):
            continue  # 樊[锦诗大学]毕业
        if _MANY.search(text, start, end) or (kind is None and not _deals(text, start, end)):
            continue
        placed = begins.get(start, start)
        own = (start < begun and kind == "school") or _own_name(text, start, end)  # 芝[加哥大学]: the word is the name
        if placed == end or (placed == start and not own):
            continue
        if end - start >= (_LEAST if kind else _BARE_LEAST):
            yield Mention(start, end, text[start:end], kind or "company", "organisations/tagged", text[start:end])


def _word_begins(text: str, start: int) -> int:
    """Return where the word begins that a span begins inside of: 在芝[加哥大学] is 芝加哥大学."""
    first = max(0, start - _LONG_WORD)
    while start > first and text[start - 1] in _NUMERALS and text[start] in _NUMERALS:
        start -= 1
    return next((w.start for w in words().cut(text, first, start + 2) if w.start < start < w.end), start)


_LONG_WORD, _NUMERALS = 4, "一二三四五六七八九十"
_TAKEN = re.compile("[将把被让]")
"""小董蒙[将]大学毕业的姑娘: what is done to it is no part of a name."""


def _deals(text: str, start: int, end: int) -> bool:
    """Tell whether a name without a head is that of a company by what stands around it: 引进[海升], [温氏]、[正邦]等企业."""
    if text[start:end].startswith(("中国", "中央", "华北", "东北", "西北", "西南", "华东", "华南")):
        return False
    return bool(_DEALS.match(text, end) or _DEALT.search(text, max(0, start - 4), start))


def _own_name(text: str, start: int, end: int) -> bool:
    """Tell whether two characters at least of a name are explained by no common word, or it is written in letters."""
    unknown = 0
    for word in words().cut(text, start, end):
        if word.text in proper().ordinary:
            return False
        if word.text in proper().business or word.text in proper().generic:
            continue
        if len(word.text) == 1:
            unknown += 1
    return unknown > 1


def _touched(found: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> bool:
    k = bisect_right(starts, start) - 1
    before = k >= 0 and found[k].end > start
    return before or (k + 1 < len(found) and found[k + 1].start < end)
