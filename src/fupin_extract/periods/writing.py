"""The year in which a text without a date was written, by what it says itself."""

from __future__ import annotations

import re

from ..patterns import compile_han
from .reckoning import year_of_congress
from .written import YEAR4, year_number

_YEAR = re.compile(rf"(?<!\d)({YEAR4}) ?年")
_FULL_STOP = re.compile("[。！？]")
ISSUE = re.compile(rf"{YEAR4} ?年?第 ?[0-9一二三四五六七八九十百]{{1,4}} ?[期号]")
"""A paper's issue, whose year says when it came out: 扶贫简讯（2019年第4期）."""
_FILED = re.compile(r"/(20\d\d)/(?:0[1-9]|1[0-2])/")
_FULL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d) ?(?:年|[-/.]) ?\d{1,2} ?(?:月|[-/.]) ?\d{1,2}")
_SUMMARY = compile_han(rf"(?<!\d)({YEAR4})年度?[\w“”]{{0,16}}(?:总结|回顾|汇报|公报)")
"""A title, also one that runs into the text behind it."""
_OPENING = 60
_NUMBER = re.compile(r"(?:^|\n)[^\n。，]{0,12}[〔\[(【]((?:19|20)\d\d)[〕\])】] ?第?\d{1,4} ?号[^\S\n]*(?=\n)")
"""A line with a letter's number: 国办发〔2015〕18号."""
_UP_TO = ("截至", "截止", "截止到", "截至到")
_MONTH_LINE = re.compile(r"(?:^|\n)[^\S\n]*\(?((?:19|20)\d\d) ?年 ?\d{1,2} ?月\)?[^\S\n]*(?=\n)")
"""A line under the title that says in which month a report was written: (2018年6月)."""
_DECADE = re.compile("(?:这|非凡|过去|的)?(?:十|10)年(?:来|间)|这(?:十|10)年|非凡十年")


def year_of_writing(text: str, source: str, heading: str) -> int | None:
    """Return the year of a text's opening date, its number, its pictures (/2021/06/) or its only one, None where nothing tells it.

    Or that in which the ten years since a congress end, of which it tells (党的十八大以来…十年来).
    """
    if match := _SUMMARY.search(text[:_OPENING]):
        return year_number(match[1])
    if match := ISSUE.search(heading):
        return year_number(match[0][:4])
    if match := _FULL_DATE.search(text[:_HEAD]) or _MONTH_LINE.search(text, 0, _HEAD) or _NUMBER.search(text, 0, _HEAD):
        return int(match[1])
    filed = {match[1] for match in _FILED.finditer(source)}
    if len(filed) == 1:
        return int(filed.pop())
    mentions = list(_YEAR.finditer(text))
    named = {year_number(match[1]) for match in mentions}
    if (met := year_of_congress(text)) and max(named, default=0) <= met + 10 and _DECADE.search(text):
        return met + 10
    return named.pop() if len(named) == 1 and _is_of_now(text, mentions[0]) else None


_HEAD = 300


def _is_of_now(text: str, year: re.Match[str]) -> bool:
    """Tell whether the only year of a text is that of its writing: it opens the text, or it is told up to it (截至2019年6月).

    One that an earlier time is told of by is not: …。2009年，他承包了林地。如今，….
    """
    if text.endswith(_UP_TO, 0, year.start()):
        return text[year.end() : year.end() + 1] not in ("底", "末")
    return _FULL_STOP.search(text, 0, year.start()) is None
