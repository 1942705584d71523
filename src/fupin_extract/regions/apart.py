"""Whether the short form of a place stands for the place, or is part of another name or word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .cut import is_between_words
from .knowledge import short_forms

if TYPE_CHECKING:
    from .knowledge import Neighbours


def stands_apart(text: str, start: int, end: int, short: str) -> bool:
    """Tell whether nothing around a short form makes another name or word of it."""
    around = short_forms().around.get(short)
    if names_on(text, end) or (around is not None and is_another(text, start, end, around)):
        return False
    return not is_between_words(text, start, end)


def names_on(text: str, end: int) -> bool:
    """Tell whether what follows a place names something else after it: 北京[大学], 佛山[一号], 武汉[高铁]."""
    forms = short_forms()
    group = forms.not_before.get(text[end : end + 1])
    if group is None or not text.startswith(group, end):
        return False
    return _NETWORK.match(text, end) is None and forms.grown.match(text, end) is None


_NETWORK = re.compile("(?:高铁|高速|高速铁路|高速公路|铁路)(?:网|总|通车|营业|运营|营运|里程|建成|建设|密度|已|从|由)")
"""What follows a place where all its lines of a kind are told of and none is named: 贵州[高铁总里程]."""


def is_another(text: str, start: int, end: int, around: Neighbours) -> bool:
    """Tell whether a neighbour makes another name or word of this short form."""
    return bool(
        (around.not_before and text.startswith(around.not_before, end))
        or (around.not_after and text.endswith(around.not_after, 0, start))
    )
