"""What the tables of words say about names: which short forms may be trusted, and what their neighbours mean."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..lexicon import alternatives, load_toml
from .areas import area_names, new_areas

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def _context() -> dict[str, Any]:
    return load_toml("region_context.toml")


class Neighbours(NamedTuple):
    """What may not stand around a short form."""

    not_after: tuple[str, ...]
    not_before: tuple[str, ...]


class ShortForms(NamedTuple):
    """Which short forms may be trusted, and where."""

    words: frozenset[str]
    """Never alone for the place: ordinary words (合作), pieces of words, rivers, firms."""
    pieces: frozenset[str]
    """The short forms that also arise across the border of words (搬[迁安]置): they are the place where a clause begins."""
    around: dict[str, Neighbours]
    not_before: dict[str, tuple[str, ...]]
    """What follows a short form where it is part of another name: a product, an outlet, a road; by first character."""
    grown: re.Pattern[str]
    """A product that is told of as one that the place grows, not as its brand: 甘肃[马铃薯收获]过半."""
    not_before_country: dict[str, tuple[str, ...]]
    country_but: tuple[str, ...]
    """Exceptions, which begin like one of those: 中国[制造业]."""
    areas: dict[str, tuple[str, ...]]
    """Areas that are no single region (长三角, 六盘山区, 京津冀): nothing in them is a mention; by two characters."""


class FullNames(NamedTuple):
    """What the neighbours of a full name mean."""

    chained: frozenset[str]
    twice: frozenset[str]
    """The short forms that a text may name without a place above them, if two clauses open with them."""
    not_before: dict[str, str]
    boundary: frozenset[str]


def _around(*tables: dict[str, dict[str, list[str]]]) -> dict[str, Neighbours]:
    """Return what may not stand around a short form, by all the tables."""
    found: dict[str, Neighbours] = {}
    for table in tables:
        for short, entry in table.items():
            known = found.get(short, Neighbours((), ()))
            found[short] = Neighbours((*known[0], *entry["not_after"]), (*known[1], *entry["not_before"]))
    return found


@cache
def short_forms() -> ShortForms:
    """Return what region_words.toml and region_context.toml say of short forms."""
    words, context = load_toml("region_words.toml"), _context()
    areas = [*area_names(), *new_areas(), *words["areas"]["uncut"], *words["compounds"]]
    behind = context["behind"]
    return ShortForms(
        frozenset(word for group in words["ambiguous_short"].values() for word in group),
        frozenset(words["ambiguous_short"]["cut"]),
        _around(words["context"], context["around"]),
        _by_start([*words["context_any"]["not_before"], *behind["products"], *behind["names"]], 1),
        re.compile(f"(?:{alternatives(behind['products'])})(?:{alternatives(behind['grown'])})"),
        _by_start(behind["country"], 1),
        tuple(behind["country_but"]),
        _by_start(areas, 2),
    )


def _by_start(words: Iterable[str], length: int) -> dict[str, tuple[str, ...]]:
    """Return the words by their first characters, the longest first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups[word[:length]].append(word)
    return {start: tuple(group) for start, group in groups.items()}


@cache
def telling_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of the words that only one of Hong Kong, Taiwan and Macao has, and whose each is."""
    whose = {word: place for place, words in load_toml("region_words.toml")["told_by"].items() for word in words}
    return re.compile(alternatives(whose)), whose


@cache
def full_names() -> FullNames:
    """Return what region_context.toml says of full names."""
    table = _context()["full"]
    return FullNames(
        frozenset(table["chained"]), frozenset(table["twice"]), table["not_before"], frozenset(table["boundary"])
    )


@cache
def body_pattern() -> re.Pattern[str]:
    """Return the pattern of what makes a body's name of the place in front of it."""
    table = _context()["body"]
    bare = r"委(?![托派屈培婉])|(?<=村)委会|(?<=村)(?:党支部|支部|两委|支书)|纪委|政府|人大(?!于)|政协|法院|检察院"
    number = r"第[一二三四五六七八九十百\d]{1,4}(?=届|中|小|人|医)"
    middle = rf"(?:{alternatives(table['middle'])}|{number})"
    kind = rf"(?!(?<=[省市县区州旗盟乡镇])(?:{alternatives(table['kinds'])}))"
    return re.compile(rf"{kind}{middle}{{0,5}}(?:{alternatives(table['head'])}|{bare})")


@cache
def public_body() -> re.Pattern[str]:
    """Return the pattern of a body that works for the place in front of it: its organs, schools and hospitals."""
    table = _context()["body"]
    return re.compile(rf"(?:{alternatives(table['middle'])}){{0,5}}(?:{alternatives(table['public'])})")


@cache
def body_firsts() -> frozenset[str]:
    """Return the characters that a match of `body_pattern` begins with."""
    table = _context()["body"]
    return frozenset([word[0] for word in (*table["middle"], *table["head"])] + list("委村党支两纪政人法检第"))


@cache
def township_refused() -> frozenset[str]:
    """Return the kinds of township that are no names."""
    return frozenset(_context()["township"]["refused"])


@cache
def township_peoples() -> re.Pattern[str]:
    """Return the pattern of the peoples that the name of an ethnic township ends in: 湾碧[傣族傈僳族]乡."""
    return re.compile(f"(?:(?:{alternatives(_context()['township']['peoples'])})族)+$")


class VillageWords(NamedTuple):
    """What is no village's name."""

    refused: frozenset[str]
    words: frozenset[str]
    """Words in front of 村 that are no names, unless a place in front says otherwise: 发展, 当时."""
    stop: str
    leads: dict[str, tuple[str, ...]]
    """Words in front that a place follows (来到, 走进, 位于), by their last character."""
    endings: frozenset[str]
    """Characters that names of villages end in and other words seldom: 沟, 坪, 家."""
    inside: tuple[str, ...]
    """What follows 村 where it is the first character of another word: 村里, 村集体."""
    behind: tuple[str, ...]
    """What follows 村 and vouches for the name in front: 村民, 地处."""


@cache
def village_words() -> VillageWords:
    """Return what no village's name ends in or holds."""
    table = _context()["village"]
    leads: defaultdict[str, list[str]] = defaultdict(list)
    for lead in table["leads"]:
        leads[lead[-1]].append(lead)
    return VillageWords(
        frozenset([*table["refused"], *table["kinds"]]),
        frozenset(table["words"]),
        table["stop"],
        {last: tuple(group) for last, group in leads.items()},
        frozenset(table["endings"]),
        tuple(table["inside"]),
        tuple(table["behind"]),
    )


class FocusWords(NamedTuple):
    """What says that a text is about the whole country, and what stands in front of a dateline's place."""

    centre: tuple[str, ...]
    not_centre: tuple[str, ...]
    leaders: tuple[str, ...]
    dateline: tuple[str, ...]
    kinds: dict[str, int]
    """The words for the centre (1) and its leaders (2), and what only begins like them (0)."""


@cache
def focus_words() -> FocusWords:
    """Return what region_context.toml says of the focus."""
    table = _context()["focus"]
    centre, not_centre, leaders, dateline = (tuple(table[p]) for p in ("centre", "not_centre", "leaders", "dateline"))
    kinds = {**dict.fromkeys(centre, 1), **dict.fromkeys(not_centre, 0), **dict.fromkeys(leaders, 2)}
    return FocusWords(centre, not_centre, leaders, dateline, kinds)


@cache
def central_pattern() -> re.Pattern[str]:
    """Return the pattern of the words of `FocusWords.kinds`, the longest first."""
    return re.compile(alternatives(focus_words().kinds))
