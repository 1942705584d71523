"""One reading of a text: the places it names, where bodies carry a place in their name, what is pointed at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .chains import link, prefer_named
from .gazetteer import TAIWAN, gazetteer
from .knowledge import body_firsts, body_pattern, short_forms, telling_words
from .names import (
    find_areas,
    find_behind,
    find_full_names,
    find_known,
    find_listed,
    find_short_names,
    keep_bounded,
)
from .repeated import find_bracketed, find_counted, find_districts, find_repeated
from .townships import (
    add_listed_townships,
    add_named_before,
    add_short_townships,
    add_towns_of_taiwan,
    add_townships,
    add_unlisted,
)
from .villages import add_villages
from .zones import add_zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .gazetteer import Place
    from .mention import Mark, Mention


class Names(NamedTuple):
    """The places that a text names: mentions, and places in the names of bodies."""

    mentions: tuple[Mention, ...]
    bodies: tuple[Mention, ...]
    titles: tuple[tuple[int, int], ...]
    """The spans of titles of documents and works: 《甘肃省扶贫条例》."""


def read_names(text: str, year: int | None = None) -> Names:
    """Return the places that the working text names, in order, none overlapping another; ``year`` is that of its publication."""
    marks = find_marks(text, year)
    year = year or _year_of(marks)
    mentions = link(marks, year)
    mentions = add_zones(text, mentions, year)
    mentions = add_townships(text, mentions, year)
    mentions = add_towns_of_taiwan(text, mentions)
    mentions = add_listed_townships(text, mentions)
    mentions = add_unlisted(text, mentions)
    mentions = add_named_before(text, mentions)
    mentions = add_short_townships(text, mentions)
    mentions = add_villages(text, mentions)
    titles = tuple([match.span() for match in _QUOTED.finditer(text)]) if "《" in text else ()
    pattern, firsts = body_pattern(), body_firsts()
    companies = "有限" in text
    bodies, named = [], []
    for mention in mentions:
        start, end = mention[0], mention[1]
        if text[start - 1 : start] == "驻" and mention.place.level in ("township", "village"):
            named.append(mention)  # 县水务局驻[卢坪村]工作队
        elif (
            (text[end : end + 1] in firsts and pattern.match(text, end))
            or (companies and _COMPANY.match(text, end))
            or (titles and is_inside(titles, start, end))
            or text.startswith(_ZONES, end)
        ):
            bodies.append(mention._replace(body=True))
        else:
            named.append(mention)
    return Names(tuple(named), tuple(bodies), titles)


def _year_of(marks: list[Mark]) -> int | None:
    """Return the last year of which a text can be by the places of the past that it names: 吕梁地区 was one until 2003.

    None where it names none, or one of today in its place.
    """
    named = [place for mark in marks if mark.rule == "regions/full_name" for place in mark.candidates]
    today = {place.code for place in named if place.last == _TODAY}
    past = [p for p in named if p.last < _TODAY and p.level == "prefecture" and p.successor]
    past = [p for p in past if p.name.endswith("地区")]
    if not past or any(p.successor in today for p in past):
        return None
    return min(p.last for p in past) - 1


_TODAY = 9999


_COMPANY = re.compile(r"[^的与和等多家、，。:；（()“”\n]{2,10}有限(?:责任)?公司")


_ZONES = (")自由贸易", ")自贸")
_QUOTED = re.compile("《[^《》\n]{1,60}》")


def is_inside(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a stretch lies in one of others, which are in order."""
    i = bisect_right(stretches, (start, end)) - 1
    if i + 1 < len(stretches) and stretches[i + 1][0] == start:
        i += 1
    return i >= 0 and end <= stretches[i][1]


def find_marks(text: str, year: int | None) -> list[Mark]:
    """Return the names of provinces, prefectures and counties."""
    full = find_full_names(text)
    shorts = [] if full else find_short_names(text, [])
    told = _told_of(text)
    pieces = find_known(text, full, _places_of_taiwan([*full, *shorts], told))
    if not full and not shorts and not pieces:
        repeated = [*find_repeated(text), *_districts_told_of(text, told)]
        return find_known(text, [], repeated) if repeated else []
    areas = find_areas(text)
    if full:
        full = _outside_wider(full, areas)
        shorts = find_short_names(text, full)
    marks = _join(full, _outside_areas(_join(shorts, pieces), areas))
    marks = prefer_named(keep_bounded(text, marks))
    marks = _join(marks, find_behind(text, marks))
    marks = _join(marks, find_bracketed(text, marks))
    marks = _join(marks, find_listed(text, marks))
    counties = _counties(marks) or find_repeated(text)
    more = (*find_counted(text), *find_districts(marks), *_districts_told_of(text, told))
    counties += [place for place in more if place not in counties]
    return _join(marks, _outside_areas(find_known(text, marks, counties), areas)) if counties else marks


def _places_of_taiwan(marks: Sequence[Mark], told: frozenset[str]) -> tuple[Place, ...]:
    """Return the places of Taiwan whose short forms are pieces of words elsewhere (台南, 平台南侧), in a text that speaks of it."""
    named = any(place.province == TAIWAN for mark in marks for place in mark.candidates)
    return _cut_places_of_taiwan() if named or "台湾省" in told else ()


def _districts_told_of(text: str, told: frozenset[str]) -> tuple[Place, ...]:
    """Return the districts of Hong Kong that its own papers call by short names alone, in a text that is told by its words: 觀塘."""
    return _districts() if any(word in text for word in _OURS) or _HONG_KONG in told else ()


def _told_of(text: str) -> frozenset[str]:
    """Return those of Hong Kong, Taiwan and Macao that words of theirs alone tell of."""
    pattern, whose = telling_words()
    return frozenset(whose[match[0]] for match in pattern.finditer(text))


_HONG_KONG = "香港特别行政区"
_OURS = ("全港", "本港")


@cache
def _districts() -> tuple[Place, ...]:
    known, words = gazetteer(), short_forms().words
    (home,) = {place.code for place in known.by_name[_HONG_KONG]}
    inside = (place for places in known.by_code.values() for place in places if place.parent == home)
    return tuple(place for place in inside if words.isdisjoint(place.shorts))


@cache
def _cut_places_of_taiwan() -> tuple[Place, ...]:
    pieces = short_forms().pieces
    return tuple(
        place
        for places in gazetteer().by_code.values()
        for place in places
        if place.parent == TAIWAN and not pieces.isdisjoint(place.shorts)
    )


def _counties(marks: list[Mark]) -> list[Place]:
    """Return the counties that the marks may mean."""
    seen: dict[int, None] = {}
    found: dict[Place, None] = {}
    for mark in marks:
        candidates = mark[2]
        if id(candidates) not in seen:
            seen[id(candidates)] = None
            for place in candidates:
                if place[2] == "county":
                    found[place] = None
    return list(found)


def _join(marks: list[Mark], more: list[Mark]) -> list[Mark]:
    """Return both lists in order; where two overlap, the earlier or longer stays."""
    if not more:
        return marks
    kept: list[Mark] = []
    for mark in sorted([*marks, *more], key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _outside_areas(marks: list[Mark], areas: list[tuple[int, int]]) -> list[Mark]:
    if not areas:
        return marks
    starts = [start for start, _ in areas]
    return [m for m in marks if (i := bisect_left(starts, m.end)) == 0 or areas[i - 1][1] <= m.start]


def _outside_wider(marks: list[Mark], areas: list[tuple[int, int]]) -> list[Mark]:
    """Return the full names without those that are only the end of an area's name: 六[盘山区]."""
    if not areas:
        return marks
    starts = [start for start, _ in areas]
    return [m for m in marks if (i := bisect_left(starts, m.start)) == 0 or areas[i - 1][1] <= m.start]
