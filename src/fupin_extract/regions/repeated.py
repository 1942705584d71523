"""Counties that a text never names in full but speaks of again and again: 来到昆山，处处是工地；今天的昆山有企业8200家.

Or that it counts one after the other (武山120户，秦安95户), or whose province a bracket tells: 武强(河北).

A county's short form alone may be a person's name, a brand or a word. One that no other place shares, that stands three
times and at least twice where only a place stands, is the county; where it is once a person's name it never is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..words import word_class
from .apart import stands_apart
from .gazetteer import gazetteer
from .knowledge import short_forms
from .mention import Mark
from .names import occurrences, under

if TYPE_CHECKING:
    from .gazetteer import Place

_LEAST, _LEAST_PLACED = 3, 2
_CLAUSE_BEGINS = re.compile(r"(?:^|[\s，。；:、！？“\x00])$")
_WHERE_BEFORE = re.compile(r"(?:来到|走进|地处|位于|落户|扎根|在|到|从|对|给|今天的|如今的|今日|赴|去|离开|回到)$")
_PERSON_BEHIND = re.compile(r"(?:告诉|表示|介绍|说|回忆|坦言|笑|先生|女士|同志|书记|主任|教授|家里|一家|今年\d{2}岁)")
_BRAND_BEHIND = re.compile(
    r"(?:公司|集团|股份|制药|药业|电器|银行|路|街|桥|河|江|湖|山|村|镇|乡|关|寨|寺|机场|大学|中学|小学|医院)"
)


def find_repeated(text: str) -> list[Place]:
    """Return the counties whose short form alone the text repeats where places stand."""
    known = _lone_shorts()
    shorts = Counter(filter(known.__contains__, map(str.__add__, text, text[1:])))
    return [known[short] for short, count in shorts.items() if count >= _LEAST and _is_place(text, short)]


_COUNTED = compile_han(r"(?<![一-鿿])([一-鿿]{2,3}?)(?:有|为|达|约|近)?(?=\d)")
_CLOSE = 60


def find_counted(text: str) -> list[Place]:
    """Return the counties that a list counts one after the other by their short forms: 武山120户，秦安95户，清水88户.

    Two that stand close together and lie in one prefecture vouch for each other, and so do the labels of a table's rows
    that lie in one province.
    """
    found = dict.fromkeys(_labels(text))
    last: tuple[int, Place] | None = None
    for match in _COUNTED.finditer(text):
        places = gazetteer().by_short.get(match[1])
        place = next((p for p in places or () if p.level == "county" and p.was_valid(None)), None)
        if place is None:
            continue
        if last and match.start() - last[0] <= _CLOSE and last[1].code[:4] == place.code[:4] and last[1] != place:
            found[last[1]] = found[place] = None
        last = (match.start(), place)
    return list(found)


_ROW = compile_han(r"^[ \t|]*([一-鿿]{2,3})[ \t|]+-?\d[\d.,]*", re.MULTILINE)
_ROWS = 3


def _labels(text: str) -> list[Place]:
    """Return the counties whose short forms label the rows of a table, where three rows have one province's."""
    places = [p for match in _ROW.finditer(text) for p in gazetteer().by_short.get(match[1], ()) if p.was_valid(None)]
    counties = [place for place in places if place.level == "county"]
    times = Counter(place.province for place in counties)
    return [place for place in counties if times[place.province] >= _ROWS]


def find_districts(marks: list[Mark]) -> list[Place]:
    """Return the districts of the cities under the centre and of Hong Kong that the text names: 本港…，[沙田]人口最多."""
    cities = {place.code for mark in marks if mark.candidates[0].code in _CITIES for place in mark.candidates}
    return [place for place in _lone_shorts().values() if place.province in cities] if cities else []


_CITIES = frozenset({"810000"})
"""The provinces whose districts are spoken of by their short forms without the name of their city."""


def find_bracketed(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the counties by their short forms, whose province or prefecture stands in brackets behind them: 武强(河北)."""
    found = []
    for mark in marks:
        if text[mark.start - 1 : mark.start] != "(" or text[mark.end : mark.end + 1] != ")":
            continue
        end = mark.start - 1
        for length in _SHORTS:
            places = under(gazetteer().by_short.get(text[max(0, end - length) : end], ()), mark.candidates)
            if places and places[0].level == "county":
                found.append(Mark(end - length, end, places, "regions/short_name"))
                break
    return found


_SHORTS = (4, 3, 2)


def _is_place(text: str, short: str) -> bool:
    """Tell whether a short form is used as a place often enough in the text, and never behind a surname or in a person's name."""
    placed = 0
    for start, _ in occurrences(text, [short]):
        end = start + len(short)
        before = text[max(0, start - 4) : start]
        if _PERSON_BEHIND.match(text, end) or (start and text[start - 1] in word_class("surnames")):
            return False
        opens = _CLAUSE_BEGINS.search(before) is not None and text[end : end + 1] not in "，。、；”"
        apart = stands_apart(text, start, end, short) and not _BRAND_BEHIND.match(text, end)
        placed += apart and (opens or _WHERE_BEFORE.search(before) is not None)
    return placed >= _LEAST_PLACED


@cache
def _lone_shorts() -> dict[str, Place]:
    """Return the counties of today by the short forms of two characters that mean them alone and are no words."""
    words, found = short_forms().words, {}
    for short, places in gazetteer().by_short.items():
        today = [place for place in places if place.was_valid(None)]
        if len(short) == 2 and short not in words and len(today) == 1 and today[0].level == "county":
            found[short] = today[0]
    return found
