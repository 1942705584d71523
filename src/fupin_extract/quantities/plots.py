"""Tenths of a mu in everyday speech: 人均耕地不足[四分], 每人只有[八分]水田; in 九分山水一分田 they are parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han

if TYPE_CHECKING:
    from .candidate import Candidate

_LAND_BEHIND = re.compile("(?:旱|水|坡|山|耕|薄|菜|稻|梯|林|果|茶|自留)[地田园]")
_LAND_BEFORE = compile_han(
    "(?:耕地|土地|旱地|水田|坡地|林地|梯田|农田|[人户]均田|薄田|菜地|水浇地)(?:面积)?(?:只有|仅有|不足|不到|才|仅|约|近|超过|还有|[人户]均|平均|每人){0,3}$"
)
_LONGEST = 14
_DIGITS = tuple("一二三四五六七八九")


def is_plot(text: str, c: Candidate) -> bool:
    """Tell whether 分 measures land.

    >>> bool(_LAND_BEFORE.search("人均耕地不足")), bool(_LAND_BEFORE.search("耕地质量等级"))
    (True, False)
    """
    if c.written_unit != "分" or not c.chinese or text[c.end : c.end + 1] in _DIGITS:
        return False
    return bool(_LAND_BEHIND.match(text, c.end) or _LAND_BEFORE.search(text[max(0, c.start - _LONGEST) : c.start]))
