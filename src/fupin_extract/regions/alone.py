"""Short forms of counties that are words too: where they stand for the county, in a text that names it in full."""

from __future__ import annotations

import re

from ..patterns import compile_han
from ..words import words

_HAN = compile_han("[一-鿿]")
_QUOTES = frozenset("“‘《·")
_PLACED = ("来到", "走进", "如今的", "今天的", "今日的", "昔日的", "落户", "扎根", "地处", "回到", "在")
_AS_A_PLACE = re.compile(
    r"去年|今年|前年|\d{4}年|[县城](?:城|区|内|里)|境内|全[县区市]|地处|位于|现有|共有|先后投入|累计|人民(?!币)|干部群众|农民|的农"
)
_AS_ONE_TOO = re.compile(
    r"投入|投资|建成|新建|完成|实现|整合|引进|种植|培育|打造|落实|依托|坚持|探索|把|将|县|有\d|已|还|也|则|先后|持续|不断|积极|大力|贫困|脱贫"
    r"|农村|人均|干部|群众|百姓|的(?:贫困|脱贫|农村|农业|扶贫|村民|百姓|干部|群众)"
)
"""What may follow a common word but seldom follows a name that is none: [突泉]投入资金."""
_BREAK = re.compile(r"[，。、；:！？\s]|$")


_COMMON = -128
"""The score of a word that is so rare that a text on the county means the county by it: 固安, 宣化."""


def is_word(name: str) -> bool:
    """Tell whether a name is a word that texts use otherwise: 同心, not 固安."""
    entry = words().entries.get(name)
    return entry is not None and entry[0] > _COMMON


def stands_for_place(text: str, start: int, end: int) -> bool:
    """Tell whether a word that is a county's short form too stands as the county does: [同心]去年脱贫, 在[静乐]，修路9公里.

    >>> stands_for_place("近年来，同心去年修路9公里", 4, 6), stands_for_place("各族群众同心投入建设", 4, 6)
    (True, False)
    """
    if start and _HAN.match(text[start - 1]):
        named = not is_word(text[start:end]) and text.endswith(_PLACED, 0, start)
        return (
            named
            and (_BREAK.match(text, end) or _AS_A_PLACE.match(text, end) or _AS_ONE_TOO.match(text, end)) is not None
        )
    if start and text[start - 1] in _QUOTES:
        return False
    if _AS_A_PLACE.match(text, end):
        return True
    return not is_word(text[start:end]) and _AS_ONE_TOO.match(text, end) is not None
