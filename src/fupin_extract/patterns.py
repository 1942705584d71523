"""Patterns in which any Chinese character may stand.

`re` goes through every character of a range that is written beside others or by itself: ``[一-鿿]`` takes it a millisecond,
and the library has two hundred of them. The same class by categories takes a fiftieth, and is searched for as fast.
"""

from __future__ import annotations

import re

__all__ = ["compile_han"]

_CLASS = re.compile(r"\[(?P<other>\^?)[一㐀]-鿿(?P<ascii>(?:\\d|0-9|A-Za-z)*)\]")
_KEPT = {r"\d": "0-9", "0-9": "0-9", "A-Za-z": "A-Za-z"}


def compile_han(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return the compiled pattern, in which ``[一-鿿]`` (or ``[㐀-鿿]``) stands for every letter or number outside ASCII.

    That is wider than the range as `re` reads it: 〇, ①, é, か and Я are in it, as are characters of the later blocks; marks,
    spaces and what is of ASCII are not. Digits and letters written behind the range are in it as well. What no Chinese text
    has between its characters costs nothing there, and names do have é and か now and then. A class with marks in it
    (``[一-鿿、]``) stays as `re` reads it.

    >>> compile_han("[一-鿿]{2,4}县").pattern
    '[^\\W0-9A-Za-z_]{2,4}县'
    >>> compile_han(r"[一-鿿\d]村").pattern
    '[^\\WA-Za-z_]村'
    >>> compile_han("[^一-鿿]").pattern
    '[\\W0-9A-Za-z_]'
    """
    return re.compile(_CLASS.sub(_by_categories, pattern), flags)


def _by_categories(match: re.Match[str]) -> str:
    written = match["ascii"]
    left = "".join(
        ascii for ascii in ("0-9", "A-Za-z") if not any(_KEPT[kept] == ascii for kept in _KEPT if kept in written)
    )
    return rf"[\W{left}_]" if match["other"] else rf"[^\W{left}_]"
