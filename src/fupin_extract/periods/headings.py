"""A report's headings, and which year they say that what stands under them is about."""

from __future__ import annotations

import re

_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部章节]|\d{1,2}[.、]|#"
)
_PLANNED = re.compile("打算|安排|计划|思路|目标|任务|重点工作|部署|展望")
"""Words of a heading over what is still to come."""
_OF_A_YEAR_AGO = re.compile(
    r"(过去(?:的)?一年|去年|上一?年)?(?(1)|(?:今年|新的一年))[^\n]{0,12}(?:工作|回顾|总结|安排|任务|目标|打算)"
)
"""A report's heading that says by a word which year it is about: 一、过去一年工作回顾, 二、今年工作安排."""
_LENGTH = 40
_YEAR_ALONE = re.compile("[【(]?(?:19|20)[0-9]{2}年[)】]?")


def is_heading(line: str) -> bool:
    """Tell whether a line is a numbered heading, or a year alone, under which a chronicle tells what was done in it."""
    if _YEAR_ALONE.fullmatch(line):
        return True
    return _SECTION.match(line) is not None and len(line) <= _LENGTH and line[-1] not in "。；，"


def years_ago(line: str) -> int | None:
    """Return how many years ago the year is that a heading names by a word: 一、过去一年工作回顾 1, 二、今年工作安排 0."""
    word = _OF_A_YEAR_AGO.search(line)
    return int(word[1] is not None) if word else None


def is_planned(line: str) -> bool:
    """Tell whether a heading is of what is still to come."""
    return _PLANNED.search(line) is not None
