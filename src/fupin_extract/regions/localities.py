"""Townships and villages: by the list and by the place in front of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from .chains import nameless, nearest
from .gazetteer import Place, rank, townships, townships_named
from .knowledge import full_names, township_refused, village_words
from .mention import Mention, settle

if TYPE_CHECKING:
    from .mention import Candidates

_TOWNSHIP = re.compile("乡(?![镇村])|镇(?![痛静定压])|街道(?!办)|街道(?=办事处)|苏木")
_VILLAGE = re.compile("(?<!乡)村(?![民庄镇子寨落级干医史规容])|村(?=干部)|社区(?!医院|服务|卫生)|嘎查")
_HAN = re.compile("[一-鿿]+")
_COUNTED = re.compile("[一二两三四五六七八九十百几多数]+(?:乡|镇|街道|苏木|村|社区)$")
_LONGEST_TOWNSHIP, _LONGEST_STEM = 11, 8


@cache
def _stopped() -> re.Pattern[str]:
    return re.compile(f"[{village_words().stop}]")


def add_townships(text: str, mentions: list[Mention], year: int | None) -> list[Mention]:
    """Return the mentions with the townships of the text, those right behind a county joined to it."""
    matches = list(_TOWNSHIP.finditer(text))
    if not matches:
        return mentions
    starts, by_end = [m.start for m in mentions], {m.end: m for m in mentions}
    sure = [(m.start, {p.code for p in m.path}) for m in mentions if m.known]
    replaced: dict[int, Mention] = {}
    fresh: list[Mention] = []
    chosen: dict[str, tuple[Place, ...] | None] = {}
    for match in matches:
        end = match.end()
        i = bisect_right(starts, end - 1) - 1
        floor = mentions[i].end if i >= 0 else 0
        if floor > match.start():
            continue
        above = mentions[i] if i >= 0 and end - floor <= _LONGEST_TOWNSHIP else None
        if above is not None and (joined := _township_behind(text, above, end, year)) is not None:
            replaced[above.start] = joined
        elif (alone := _township_alone(text, max(floor, end - _LONGEST_TOWNSHIP), end, sure, chosen, year)) is not None:
            fresh.append(alone)
    return sorted([replaced.get(m.start, m) for m in mentions] + fresh) if replaced or fresh else mentions


def _refused(name: str) -> bool:
    return name.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in township_refused() if len(word) > 1)


def _township_behind(text: str, above: Mention, end: int, year: int | None) -> Mention | None:
    """Return the chain down to the township that ends at ``end``: listed, or right behind a county by its form."""
    name = text[above.end : end]
    if rank(above.place.level) > 3 or not above.known:
        return None
    listed = [p for p in townships_named(name) if any(_holds(a, p) for a in above.path[-1:])]
    if listed:
        return Mention(above.start, end, _path_behind(above, listed[0]), "regions/full_name")
    stem = name[:-2] if name.endswith(("街道", "苏木")) else name[:-1]
    if above.place.level != "county" or not 1 <= len(stem) <= 6 or _refused(name) or _COUNTED.search(name):
        return None
    if not _HAN.fullmatch(stem) or _stopped().search(stem):
        return None
    place = Place("", name, "township", above.place.code, 0, 9999, "", ())
    return Mention(above.start, end, (*above.path, place), "regions/township")


def _holds(above: Place, township: Place) -> bool:
    length = {"province": 2, "prefecture": 4}.get(above.level, 6)
    return above.code[:length] in (township.parent[:length], township.code[:length])


def _path_behind(above: Mention, township: Place) -> tuple[Place, ...]:
    if above.place.level == "county":
        return (*above.path, township)
    from .gazetteer import lineage

    return lineage(township, None)


def _township_alone(
    text: str, low: int, end: int, sure: list[tuple[int, set[str]]], chosen: dict[str, tuple[Place, ...] | None], year: int | None
) -> Mention | None:
    """Return the longest listed township that ends here, if the text's places or its form speak for it."""
    by_name = townships().by_name
    for start in range(low, end - 2):
        name = text[start:end]
        if name in by_name and not _refused(name) and not _COUNTED.search(name):
            if name not in chosen:
                chosen[name] = nearest(_valid(townships_named(name), year), start, sure, year)
            if (path := chosen[name]) is not None:
                return Mention(start, end, path, "regions/full_name")
            if _begins_word(text, start) and len(name) > 3:
                place = townships_named(name)
                if len({p.code for p in place}) == 1:
                    from .gazetteer import lineage

                    return Mention(start, end, lineage(place[0], year), "regions/full_name")
                return Mention(start, end, (nameless(place[0]),), "regions/full_name", known=False)
    return None


def _valid(places: list[Place], year: int | None) -> Candidates:
    return settle(tuple(places), year)


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in full_names().boundary or not _HAN.match(text[start - 1])


def add_villages(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the villages of the text: behind a place, and by themselves where they begin a phrase."""
    matches = list(_VILLAGE.finditer(text))
    if not matches:
        return mentions
    starts = [m.start for m in mentions]
    replaced: dict[int, Mention] = {}
    paths: dict[str, tuple[Place, ...]] = {}
    left: list[tuple[int, int]] = []
    for match in matches:
        end = match.end()
        i = bisect_right(starts, end - 1) - 1
        floor = mentions[i].end if i >= 0 else 0
        if floor > match.start():
            continue
        if i >= 0 and end - floor <= _LONGEST_STEM + 2 and (name := _stem(text, floor, match.start(), mentions[i])):
            place = Place("", text[floor:end], "village", mentions[i].place.code, 0, 9999, "", ())
            path = (*mentions[i].path, place)
            replaced[mentions[i].start] = Mention(mentions[i].start, end, path, "regions/village")
            paths.setdefault(place.name, path)
        else:
            left.append((max(floor, end - _LONGEST_STEM - 2), end))
    fresh = [found for low, end in left if (found := _village_alone(text, low, end, paths))]
    return sorted([replaced.get(m.start, m) for m in mentions] + fresh)


def _stem(text: str, start: int, end: int, above: Mention) -> str | None:
    """Return the name in front of 村, if it can be one: right behind a township or county it is four characters, or six."""
    stem = text[start:end]
    longest = {"township": 6, "county": 5}.get(above.place.level, 4)
    if above.place.level == "village" or not 1 <= len(stem) <= longest or (len(stem) < 2 and rank(above.place.level) < 3):
        return None
    return stem if _is_name(stem, sure=above.place.level == "township") else None


def _is_name(stem: str, *, sure: bool = False) -> bool:
    """Tell whether a stem can be a village's; behind a township (``sure``) only whole words speak against it."""
    if not _HAN.fullmatch(stem) or _stopped().search(stem):
        return False
    refused = village_words().refused
    return stem not in refused and not stem.endswith(tuple(w for w in refused if len(w) > 1) if sure else refused)


_OPENING = re.compile("[在到的是和与从向为对让来去往赴将把由及、，。；：“”（）()《》！？\n ,;:·]|^")


def _village_alone(text: str, low: int, end: int, paths: dict[str, tuple[Place, ...]]) -> Mention | None:
    """Return a village named earlier in a chain, or one that stands where a phrase begins."""
    for start in range(low, end - 1):
        if (path := paths.get(text[start:end])) is not None:
            return Mention(start, end, path, "regions/village")
    generic = 2 if text.startswith(("社区", "嘎查"), end - 2) else 1
    for length in (2, 3, 4):
        start = end - generic - length
        if start < low:
            break
        if generic == 1 and (start == 0 or _OPENING.match(text, start - 1)) and _is_name(text[start : end - 1]):
            place = Place("", text[start:end], "village", "", 0, 9999, "", ())
            if not _COUNTED.search(place.name):
                return Mention(start, end, (place,), "regions/village")
    return None
