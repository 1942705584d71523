"""Townships and villages: by the list and by the place in front of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from .chains import Surroundings, nameless
from .gazetteer import Place, lineage, rank, townships, townships_named, townships_of
from .knowledge import full_names, township_refused, village_words
from .mention import Mention, settle
from .names import occurrences

_TOWNSHIP = re.compile(
    "[乡镇街苏](?:(?<=乡)(?![镇村亲愁音贤情间土邻党俗韵野])|(?<=镇)(?![痛静定压])|(?<=街)道(?!办(?!事处))|(?<=苏)木)"
)
_VILLAGE = re.compile(
    "[村社嘎](?:(?<=[^乡]村)(?!干(?!部)|[民庄镇乡子寨落级医史规容])|(?<=社)区(?!医院|服务|卫生)|(?<=嘎)查)"
)
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
    starts = [m.start for m in mentions]
    sure = Surroundings(mentions)
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


_LIST_TAIL = re.compile(r"[等两三四五六七八九十0-9](?:多?个|余个)?(?:乡镇|街镇|乡|镇|街道)")
_BEFORE_TAIL = "等0123456789"


def add_listed_townships(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the short names in a list of townships: 在[哈达铺]、[理川]、[南阳]等乡镇.

    A short name counts if a county of the text has a township of it; it takes the place of a prefecture's.
    """
    tails = [m for m in _LIST_TAIL.finditer(text) if "、" in text[max(0, m.start() - 8) : m.start()]]
    counties = list(dict.fromkeys(p.code for m in mentions if m.known for p in m.path if p.level == "county"))[:12]
    if not tails or not counties:
        return mentions
    shorts = {s: p for code in reversed(counties) for p in townships_of(code) for s in p.shorts}
    found: list[Mention] = []
    for tail in tails:
        end = tail.start()
        while text[end - 1 : end] and text[end - 1] in _BEFORE_TAIL:
            end -= 1
        while end > 0:
            item = next((n for n in (4, 3, 2) if n <= end and text[end - n : end] in shorts), None)
            if item is None:
                break
            place = shorts[text[end - item : end]]
            found.append(Mention(end - item, end, lineage(place, None), "regions/short_name"))
            end -= item
            if text[end - 1 : end] not in ("、", "和"):
                break
            end -= 1
    if not found:
        return mentions
    return _apart(sorted([*found, *mentions], key=lambda m: (m.start, m.place.level != "township")))


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
    listed = [p for p in townships_named(name) if _holds(above.place, p)]
    if listed:
        return Mention(above.start, end, _path_behind(above, listed[0]), "regions/full_name")
    if any(townships().by_name.get(text[start:end]) for start in range(above.end + 1, end - 2)):
        return None
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
    return lineage(township, None)


def _township_alone(
    text: str, low: int, end: int, sure: Surroundings, chosen: dict[str, tuple[Place, ...] | None], year: int | None
) -> Mention | None:
    """Return the longest listed township that ends here, if the text's places or its form speak for it."""
    by_name = townships().by_name
    for start in range(low, end - 2):
        name = text[start:end]
        if name in by_name and not _refused(name) and not _COUNTED.search(name):
            if name not in chosen:
                chosen[name] = sure.nearest(settle(tuple(townships_named(name)), year), start, year)
            if (path := chosen[name]) is not None:
                return Mention(start, end, path, "regions/full_name")
            return _township_unplaced(text, start, end, name, year)
    return _township_unlisted(text, low, end) if sure else None


def _township_unplaced(text: str, start: int, end: int, name: str, year: int | None) -> Mention | None:
    """Return a listed township of a text that says nothing of where it lies."""
    if not _begins_word(text, start) or len(name) < 3:
        return None
    places = townships_named(name)
    if len({p.code[:6] for p in places}) == 1:
        return Mention(start, end, lineage(places[-1], year), "regions/full_name")
    return Mention(start, end, (nameless(places[0]),), "regions/full_name", known=False)


_BEGINS = re.compile(r"[，。、；：“”（）()《》！？\n ,;:·\x00]|在|到|是")


def _township_unlisted(text: str, low: int, end: int) -> Mention | None:
    """Return a township that no list holds (new ones, Taiwan's), where a phrase begins with it."""
    generic = 2 if text[end - 1] in "道木" else 1
    for length in (2, 3):
        start = end - generic - length
        stem = text[start : end - generic]
        if start < low or not (start == 0 or _BEGINS.match(text, start - 1)):
            continue
        if (
            _HAN.fullmatch(stem)
            and not _stopped().search(stem)
            and not _refused(text[start:end])
            and not _COUNTED.search(text[start:end])
        ):
            place = Place("", text[start:end], "township", "", 0, 9999, "", ())
            return Mention(start, end, (place,), "regions/township", known=False)
    return None


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in full_names().boundary or not _HAN.match(text[start - 1])


def add_villages(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the villages of the text: behind a place, or where a phrase begins."""
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
        if i > 0 and mentions[i].rule == "regions/short_name" and mentions[i - 1].place.level == "township":
            i -= mentions[i].start - mentions[i - 1].end < 4 and match.start() - mentions[i].end < 3
        floor = mentions[i].end if i >= 0 else 0
        if floor > match.start():
            continue
        if i >= 0 and end - floor <= _LONGEST_STEM + 2 and _stem(text, floor, match.start(), mentions[i]):
            place = Place("", text[floor:end], "village", mentions[i].place.code, 0, 9999, "", ())
            path = (*mentions[i].path, place)
            replaced[mentions[i].start] = Mention(mentions[i].start, end, path, "regions/village")
            paths[place.name] = max(paths.get(place.name, path), path, key=len)
        else:
            left.append((max(floor, end - _LONGEST_STEM - 2), end))
    fresh = [found for low, end in left if (found := _village_alone(text, low, end, paths))]
    fresh += _stems_alone(text, paths, [*mentions, *replaced.values(), *fresh])
    fresh = _without_lead(fresh, paths)
    placed = [_with_whole_path(replaced.get(m.start, m), paths) for m in mentions]
    return _apart(sorted(placed + fresh))


def _without_lead(villages: list[Mention], paths: dict[str, tuple[Place, ...]]) -> list[Mention]:
    """Return the villages, the word in front cut off where the text has the name without it (当时[下姜村])."""
    names = {m.place.name for m in villages} | paths.keys()
    kept = []
    for mention in villages:
        name = mention.place.name
        shorter = next((name[i:] for i in range(1, len(name) - 2) if name[i:] in names), None)
        if shorter is not None and len(mention.path) == 1:
            place = mention.place._replace(name=shorter)
            mention = Mention(mention.end - len(shorter), mention.end, paths.get(shorter, (place,)), mention.rule)
        kept.append(mention)
    return kept


def _with_whole_path(mention: Mention, paths: dict[str, tuple[Place, ...]]) -> Mention:
    """Return a village with the longest path that the text gives it: 福建下党村 beside 福建省寿宁县下党村."""
    whole = paths.get(mention.place.name, ()) if mention.place.level == "village" else ()
    return mention._replace(path=whole) if len(whole) > len(mention.path) and whole[0] == mention.path[0] else mention


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without those that begin inside an earlier one (大兴地镇维拉坝[珠海]社区)."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _stems_alone(text: str, paths: dict[str, tuple[Place, ...]], taken: list[Mention]) -> list[Mention]:
    """Return the names of known villages without their 村 (在[火天岗]试种), of three characters and more."""
    spans = sorted((m.start, m.end) for m in taken)
    stems = {name[:-1]: path for name, path in paths.items() if len(name) > 3 and name.endswith("村")}
    found = []
    for start, stem in occurrences(text, stems):
        end = start + len(stem)
        i = bisect_right(spans, (end - 1, len(text))) - 1
        if (i < 0 or spans[i][1] <= start) and not text.startswith("村", end):
            found.append(Mention(start, end, stems[stem], "regions/village"))
    return found


def _stem(text: str, start: int, end: int, above: Mention) -> str | None:
    """Return the name in front of 村, if it can be one; the closer the place in front, the longer it may be."""
    stem = text[start:end]
    longest = {"township": 6, "county": 5}.get(above.place.level, 3)
    if (
        above.place.level == "village"
        or not 1 <= len(stem) <= longest
        or (len(stem) < 2 and rank(above.place.level) < 3)
    ):
        return None
    return stem if _is_name(stem, sure=above.place.level == "township") else None


def _is_name(stem: str, *, sure: bool = False) -> bool:
    """Tell whether a stem can be a village's; behind a township (``sure``) only whole words speak against it."""
    if not _HAN.fullmatch(stem) or _stopped().search(stem):
        return False
    refused = village_words().refused
    return stem not in refused and not stem.endswith(tuple(w for w in refused if len(w) > 1) if sure else refused)


_OPENING = re.compile("[在到进于的是和与从向为对让来去往赴将把由及、，。；：“”（）()《》！？\n ,;:·]|^")


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
