"""Names of places that are only pieces of words: 其[中山区]县, 均[衡水]平."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..words import words
from .gazetteer import gazetteer, is_within

if TYPE_CHECKING:
    from .mention import Mark

LONGEST_SHORT = 6  # characters of the longest short form of a place that is looked for


@cache
def _ends_in_word(name: str) -> bool:
    """Tell whether a name without its first character is a word: 中[山区], 增[城市]."""
    cut = words().cut(name, 1, len(name))
    return len(cut) == 1 and cut[0].text in _SORTS


_SORTS = frozenset(
    {"城市", "城区", "山区", "边区", "州市", "港区", "湾区", "海区", "矿区", "新区", "县城", "陵区", "水区"}
)


def is_cut_from_words(text: str, mark: Mark) -> bool:
    """Tell whether the name begins inside a word and goes on with another: 其[中山区]县, 新[增城市]绿地, 上[海城市]更新."""
    name = text[mark.start : mark.end]
    if len(name) != _SHORT_NAME or not _ends_in_word(name) or _is_behind_its_own(text, mark):
        return False
    before = text[max(0, mark.start - 1) : mark.start]
    if any(p.level in ("province", "prefecture") for p in gazetteer().by_short.get(before + name[0], ())):
        return True  # 济[南城区]
    if before and before in _LETTERS and name[0] in "东西南北中":
        return True  # 皖[南山区]
    cut = words().cut(text, max(0, mark.start - _SHORT_NAME), mark.end)
    return any(word.start < mark.start < word.end for word in cut)


_LETTERS = "皖赣闽粤湘鄂豫晋冀鲁苏浙川黔滇陕甘陇青藏桂琼辽吉黑津渝京疆"
"""Letters of provinces."""


def _is_behind_its_own(text: str, mark: Mark) -> bool:
    """Tell whether a place that the named one lies in stands right in front: 深圳市[南山区], 北京[房山区]."""
    names, shorts = gazetteer().by_name, gazetteer().by_short
    for start in range(max(0, mark.start - LONGEST_SHORT), mark.start - 1):
        before = text[start : mark.start]
        above = (*names.get(before, ()), *shorts.get(before, ()))
        if any(is_within(place, upper, None) for place in mark.candidates for upper in above):
            return True
    return False


_SHORT_NAME = 3


def is_between_words(text: str, start: int, end: int) -> bool:
    """Tell whether a short form is the end of one word and the start of the next: 均[衡水]平, 电视[台北]美分台."""
    if end - start != _SHORT_FORM:
        return False
    cut = words().cut(text, max(0, start - _SHORT_NAME), min(len(text), end + _SHORT_NAME))
    before = any(word.start < start and word.end == start + 1 for word in cut)
    return before and any(word.start == start + 1 and word.end > end for word in cut)


_SHORT_FORM = 2
