"""The places of China: the tables as typed entries, looked up by name, by short form, by code.

The tables are read when first asked for: provinces to counties in some milliseconds, the townships only
once a text holds a 乡, 镇 or 街道. Townships stay lines of text until one of them is wanted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..lexicon import read_data
from ..text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..records import Level

T = TypeVar("T")

COUNTRY = "中国"
TAIWAN = "710000"
"""The code of the one province whose townships no list holds."""
GENERIC = "省市县区旗州盟"
"""The characters that full names of provinces, prefectures and counties end in."""

_LEVELS: dict[str, Level] = {"province": "province", "prefecture": "prefecture", "county": "county"}
_RANK: dict[Level, int] = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4, "village": 5}


class Place(NamedTuple):
    """A place under one of its names, with the years this name was valid (``last`` 9999: today)."""

    code: str
    name: str
    level: Level
    parent: str
    first: int
    last: int
    successor: str
    shorts: tuple[str, ...]

    @property
    def province(self) -> str:
        """The code of the province it lies in."""
        return self.code[:2] + "0000"

    def was_valid(self, year: int | None) -> bool:
        """Tell whether the name was valid in the year; without a year, whether it is today."""
        return self.last == 9999 if year is None else self.first <= year <= self.last


def rank(level: Level) -> int:
    """Return 0 for the country, 5 for a village."""
    return _RANK[level]


class Gazetteer(NamedTuple):
    """Provinces, prefectures and counties."""

    by_code: dict[str, list[Place]]
    by_name: dict[str, tuple[Place, ...]]
    """Full names and the short forms that keep their generic (甘南州, 积石山县, 威宁自治县), folded as the text is."""
    by_short: dict[str, tuple[Place, ...]]
    """Short forms without their generic (甘肃, 陇南, 两当)."""
    bigrams: frozenset[str]
    """The first two characters of every short form."""
    tails: dict[str, tuple[int, ...]]
    """The last two characters of a name → the lengths of the names that end so, longest first."""
    upper_bigrams: dict[str, tuple[str, ...]]
    """The first two characters of the short forms that may stand alone → these forms, longest first."""


def _long_forms(place: Place) -> list[str]:
    """Return the forms that keep a generic: 甘南州, 威宁自治县 beside 威宁县."""
    if len(place.shorts) < 2:
        return []
    forms = [short for short in place.shorts if short[-1] in GENERIC and len(short) > 2 and short[:-1] in place.shorts]
    whole = place.name[-3:]
    return forms + [form[:-1] + whole for form in forms if whole in ("自治县", "自治州", "自治旗")]


_UNFOLDED = re.compile("[乾磑塚於洩濛瀂礐篢藉酇鮀鮜鴜鷺]")
"""The characters of today's names that the working text's folding changes; a test holds the list."""


def _add_folded(by_name: dict[str, T]) -> None:
    """Add the names as the working text has them where its folding changes them (乾县 is 干县 there)."""
    names = "\n".join(by_name)
    for match in _UNFOLDED.finditer(names):
        start, end = names.rfind("\n", 0, match.start()) + 1, names.find("\n", match.end())
        name = names[start:] if end < 0 else names[start:end]
        by_name.setdefault(fold(name), by_name[name])


def _tells_itself(short: str) -> bool:
    """Tell whether a county's short form can be nothing else: 满洲里, 香格里拉, but not 峨眉山 or 太子河."""
    return len(short) > 2 and short[-1] not in "山河江湖峡关岭滩沟口台岗楼子堡池坡寨园县旗镇农"


@cache
def gazetteer() -> Gazetteer:
    """Return the table of provinces, prefectures and counties."""
    table = read_data("regions.tsv")
    by_code: dict[str, list[Place]] = {}
    by_name: dict[str, tuple[Place, ...]] = {}
    by_short: dict[str, tuple[Place, ...]] = {}
    for row in table[table.index("\n1") + 1 :].splitlines():
        code, name, level, parent, first, last, successor, short = row.split("\t")
        shorts = tuple(short.split("|")) if short else ()
        years = int(first), int(last) if last else 9999
        place = Place(code, name, _LEVELS[level], parent, *years, successor, shorts)
        by_code.setdefault(code, []).append(place)
        by_name[name] = (*by_name.get(name, ()), place)
        long_forms = _long_forms(place) if len(shorts) > 1 else ()
        for form in long_forms:
            if form != name:
                by_name[form] = (*by_name.get(form, ()), place)
        for form in shorts:
            if form not in long_forms:
                by_short[form] = (*by_short.get(form, ()), place)
    _add_folded(by_name)
    _add_folded(by_short)
    bigrams: dict[str, list[str]] = {}
    for short, places in by_short.items():
        if _tells_itself(short) or any(p[2] != "county" for p in places):
            bigrams.setdefault(short[:2], []).append(short)
    return Gazetteer(
        by_code,
        by_name,
        by_short,
        frozenset([short[:2] for short in by_short]),
        _lengths_by_tail(by_name),
        {bigram: tuple(sorted(shorts, key=len, reverse=True)) for bigram, shorts in bigrams.items()},
    )


def _lengths_by_tail(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    tails: dict[str, list[int]] = {}
    for tail, length in {(name[-2:], len(name)) for name in names}:
        tails.setdefault(tail, []).append(length)
    return {tail: tuple(sorted(lengths, reverse=True)) for tail, lengths in tails.items()}


class Townships(NamedTuple):
    """The townships as lines of the table: by name (those of one name joined), and in the order of their codes."""

    by_name: dict[str, str]
    rows: list[str]


@cache
def townships() -> Townships:
    """Return the table of townships; its lines are parsed when asked for."""
    rows = [row for row in read_data("townships.tsv").split("\n") if row and row[0] != "#"]
    by_name: dict[str, str] = {}
    for row in rows:
        name = row.split("\t", 2)[1]
        by_name[name] = f"{by_name[name]}\n{row}" if name in by_name else row
    _add_folded(by_name)
    return Townships(by_name, rows)


@cache
def _township(row: str) -> Place:
    code, name, county, first, last = row.split("\t")
    shorts = tuple(name[: -len(g)] for g in ("街道", "苏木", "乡", "镇") if name.endswith(g) and len(name) > len(g) + 1)
    return Place(code, name, "township", county or code[:6], int(first), int(last or 9999), "", shorts[:1])


def townships_named(name: str) -> list[Place]:
    """Return the townships of a name."""
    return [_township(row) for row in townships().by_name.get(name, "").splitlines()]


def townships_of(county: str) -> list[Place]:
    """Return the townships whose codes begin with a county's."""
    rows = townships().rows
    i = bisect_left(rows, county)
    found = []
    while i < len(rows) and rows[i].startswith(county):
        found.append(_township(rows[i]))
        i += 1
    return found


def pick_valid(places: Iterable[Place], year: int | None) -> Place | None:
    """Return the place of a code or lineage whose name was valid in the year, else the latest."""
    return max(places, key=lambda p: (p.was_valid(year), p.last, p.first), default=None)


def parent_of(place: Place, year: int | None) -> Place | None:
    """Return the place above."""
    return pick_valid(gazetteer().by_code.get(place.parent, ()), year) if place.parent else None


@lru_cache(maxsize=8192)
def lineage(place: Place, year: int | None) -> tuple[Place, ...]:
    """Return the places from the province down to the place itself."""
    found = [place]
    while (above := parent_of(found[0], year)) is not None and len(found) < 6:
        found.insert(0, above)
    return tuple(found)


def names_of(path: Iterable[Place]) -> tuple[str, ...]:
    """Return the full names of a path."""
    return tuple([place.name for place in path])


def is_within(place: Place, above: Place, year: int | None) -> bool:
    """Tell whether a place lies in another, under the names of any year: codes moved with their counties."""
    if place.level == above.level or rank(place.level) < rank(above.level):
        return False
    length = {"province": 2, "prefecture": 4, "county": 6}.get(above.level, 9)
    if place.code[:length] == above.code[:length]:
        return True
    return above.code in [p.code for p in lineage(place, year)]
