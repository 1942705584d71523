"""Townships: by the list, and behind a county by their form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache

from ..patterns import compile_han
from ..words import words
from .alone import is_word
from .chains import Surroundings, apart, nameless
from .gazetteer import TAIWAN, Place, gazetteer, lineage, rank, townships, townships_named, townships_of
from .knowledge import full_names, township_peoples, township_refused, village_words
from .mention import Mention, settle

_TOWNSHIP = re.compile(
    "[乡镇街苏](?:(?<=乡)(?!村(?!民(?![宿俗居主间办生族]))|[镇亲愁音贤情间土邻俗韵野]|党(?![委支总政员]))|(?<=镇)(?![痛静定压])|(?<=街)道(?!办(?!事处))|(?<=苏)木)"
)
HAN = compile_han("[一-鿿]+")
COUNTED = re.compile("[一二两三四五六七八九十百几多数]+(?:乡|镇|街道|苏木|村|社区)$")
_LONGEST_TOWNSHIP = 11


@cache
def stopped() -> re.Pattern[str]:
    """Return the pattern of the characters that no name of a village or township holds."""
    return re.compile(f"[{village_words().stop}]")


def add_townships(text: str, mentions: list[Mention], year: int | None) -> list[Mention]:
    """Return the mentions with the townships of the text, those right behind a county joined to it."""
    hinted = "镇" in text or "乡" in text or "街道" in text or "苏木" in text
    matches = list(_TOWNSHIP.finditer(text)) if hinted else []
    if not matches:
        return mentions
    starts = [m.start for m in mentions]
    sure = Surroundings(mentions)
    counties = _counties_of(mentions)
    replaced: dict[int, Mention] = {}
    fresh: list[Mention] = []
    chosen: dict[str, tuple[Place, ...] | None] = {}
    for match in matches:
        end = match.end()
        i = bisect_right(starts, end - 1) - 1
        floor = mentions[i].end if i >= 0 else 0
        if i > 0 and (chain := _township_around(text, mentions[i - 1], mentions[i], end, year)) is not None:
            replaced[mentions[i - 1].start] = chain
            continue
        if floor > match.start():
            continue
        if floor == match.start() and i >= 0 and mentions[i].rule == "regions/short_name":
            # a township that is called as a prefecture is: 赤水市[大同镇]
            i, low = i - 1, mentions[i].start
            floor = mentions[i].end if i >= 0 else 0
        else:
            low = floor
        above = mentions[i] if i >= 0 and end - floor <= _LONGEST_TOWNSHIP else None
        if above is not None and (joined := _township_behind(text, above, end, year)) is not None:
            replaced[above.start] = joined
        elif above is not None and text[above.end : end] in townships().by_name:
            continue  # one of this name, but elsewhere
        else:
            alone = _township_alone(text, max(low, end - _LONGEST_TOWNSHIP), end, sure, chosen, year)
            if alone is None or not any(p.level == "county" and sure.speaks_of(p.code) for p in alone.path):
                alone = _township_renamed(text, low, end, counties) or alone
            if alone is not None:
                fresh.append(_of_its_time(alone, counties))
    if not replaced and not fresh:
        return mentions
    whole = [replaced.get(m.start, m) for m in mentions] + fresh
    return apart(sorted(whole, key=lambda m: (m.start, -m.end)))


def _township_around(text: str, above: Mention, short: Mention, end: int, year: int | None) -> Mention | None:
    """Return the listed township behind a county in whose name another place's short form is only a piece: 曲周县[河南疃镇]."""
    if short.rule != "regions/short_name" or above.place.level != "county" or not above.end <= short.start < end:
        return None
    if end - above.end > _LONGEST_TOWNSHIP or text[above.end : end] not in townships().by_name:
        return None
    return _township_behind(text, above, end, year)


def add_unlisted(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the townships that no list holds (most of before 2015), in a text that speaks of one county.

    Where a clause begins with one, and a village of it or a deed stands behind: [白云乡]投入90万元修桥; not 小城镇发展.
    """
    counties = Counter(
        m.path[: k + 1] for m in mentions if m.known for k, p in enumerate(m.path) if p.level == "county"
    )
    county, times = counties.most_common(1)[0] if counties else ((), 0)
    if not times or _MAINLY * times < counties.total():
        return mentions
    starts = [m.start for m in mentions]
    found = []
    for match in _OPENS_CLAUSE.finditer(text):
        start, end = match.span("name")
        name = match["name"]
        stem = name.removesuffix("苏木") if name.endswith("苏木") else name[:-1]
        i = bisect_right(starts, end - 1) - 1
        if i >= 0 and mentions[i].end > start:
            continue
        if stem in words().entries or stopped().search(stem) or _refused(name) or COUNTED.search(name):
            continue
        place = Place("", name, "township", county[-1].code, 0, 9999, "", ())
        found.append(Mention(start, end, (*county, place), "regions/township"))
    return apart(sorted([*mentions, *found], key=lambda m: (m.start, -m.end))) if found else mentions


_MAINLY = 1.6
_OPENS_CLAUSE = compile_han(
    r"(?:^|(?<=[，。；:、\s]))(?P<name>[一-鿿]{2,4}?(?:[乡镇](?!村)|苏木))"
    r"(?=[一-鿿]{1,4}?(?:村(?!民|镇|庄|干)|嘎查)|(?:共|又|还|已|先后|累计|去年|今年|\d{4}年)?"
    r"(?:投入|投资|筹资|筹集|新建|建成|修建|种植|栽植|栽种|养殖|流转|引进|实施|组织|安置|搬迁|发放|辖|地处|位于|[共现]?有\d))"
)


def add_named_before(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the townships that the text names again without what they lie in: 船山区唐家乡 …[唐家乡]东山村."""
    known = {m.place.name: m for m in reversed(mentions) if m.known and m.place.level == "township"}
    if not known:
        return mentions
    starts = [m.start for m in mentions]
    found = []
    for name, mention in known.items():
        at = text.find(name)
        while at >= 0:
            i = bisect_right(starts, at) - 1
            if i < 0 or mentions[i].end <= at or _is_piece(mentions[i], at, name):
                found.append(Mention(at, at + len(name), mention.path, "regions/township"))
            at = text.find(name, at + len(name))
    return apart(sorted([*found, *mentions], key=lambda m: (m.start, -m.end)))


def _is_piece(mention: Mention, at: int, name: str) -> bool:
    """Tell whether a mention is only what the name of a township begins with, or was read into it: [河南]疃镇, 上海[庙镇]."""
    return at <= mention.start and mention.end <= at + len(name) and mention.place.name != name


_BEFORE_SHORT = frozenset("的了在是和与及、，。；“‘至到从为由对让使向当往\n到进")
_BEHIND_SHORT = frozenset("的是在有和与及、，。；”’里曾将已也还不人到从\n")
_SHORTEST = 2
_KIND = re.compile("(?:民族)?(?:乡|镇|街道|苏木)$")


def _stem_of(name: str) -> str:
    """Return the name of a township without its kind and its peoples: 达地水族乡 is 达地."""
    stem = _KIND.sub("", name)
    return township_peoples().sub("", stem) or stem


@lru_cache(maxsize=1024)
def _stems_of(county: str) -> dict[str, Place]:
    """Return the listed townships of a county by their names without kind and peoples."""
    return {_stem_of(place.name): place for place in reversed(townships_of(county))} if county else {}


def _under_another_name(name: str, county: Place) -> Place | None:
    """Return a township of a county that is written without its peoples (达地乡), or was of another kind then (院东头乡).

    So is the town that has the county's own name: 沂水镇.
    """
    stem = _KIND.sub("", name)
    listed = _stems_of(county.successor or county.code).get(stem) if len(stem) >= _SHORTEST else None
    if listed is not None and township_peoples().search(_KIND.sub("", listed.name)) and listed.name[-1] == name[-1]:
        return listed
    if listed is not None or (name.endswith("镇") and stem in county.shorts):
        return Place("", name, "township", county.code, 0, 9999, "", ())
    return None


def add_short_townships(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the short names of townships that the text names in full: 下党乡 …曾经的[下党].

    A short name that is a word of the language is none, nor is one that does not stand apart.
    """
    known: dict[str, Mention] = {}
    for mention in mentions:
        if mention.known and mention.place.level == "township":
            stem = _stem_of(mention.place.name)
            if len(stem) >= _SHORTEST and stem not in words().entries:
                known.setdefault(stem, mention)
    taken = {mention.start for mention in mentions}
    found = []
    for stem, mention in known.items():
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            apart_ = (not at or text[at - 1] in _BEFORE_SHORT) and (end == len(text) or text[end] in _BEHIND_SHORT)
            if apart_ and at not in taken:
                found.append(Mention(at, end, mention.path, "regions/short_name"))
            at = text.find(stem, end)
    return apart(sorted([*mentions, *found], key=lambda m: (m.start, -m.end))) if found else mentions


def add_towns_of_taiwan(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the short names of towns right behind Taiwan's counties joined to them: 屏東[萬丹], 南投縣[埔里]."""
    if not any(m.place.parent == TAIWAN for m in mentions):
        return mentions
    return apart([_with_town(text, m) if m.known and m.place.parent == TAIWAN else m for m in mentions])


def _with_town(text: str, above: Mention) -> Mention:
    towns, start = _stems_of(above.place.code), above.end
    for end in (start + 3, start + 2):
        stem = text[start:end]
        if stem in towns and not is_word(stem) and text[end : end + 1] not in ("乡", "镇"):
            return Mention(above.start, end, (*above.path, towns[stem]), "regions/short_name")
    return above


_LIST_TAIL = re.compile(
    r"[等两三四五六七八九十0-9](?:多?个|余个)?(?:深度|特困|贫困|重点|偏远|边远|民族|少数民族){0,2}(?:乡镇|街镇|乡|镇|街道)"
)
_BELOW_PREFECTURE = ("county", "township", "village")
_BEFORE_TAIL = "等0123456789"


def add_listed_townships(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the short names in a list of townships: 在[哈达铺]、[理川]、[南阳]等乡镇.

    A short name counts if a county of the text has a township of it; it takes the place of a prefecture's.
    """
    if (
        "、" not in text
        or not ("镇" in text or "乡" in text or "街道" in text)
        or not any(m[2][-1][2] in _BELOW_PREFECTURE for m in mentions)
    ):
        return mentions
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
    return apart(sorted([*found, *mentions], key=lambda m: (m.start, m.place.level != "township")))


def _refused(name: str) -> bool:
    return name.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in township_refused() if len(word) > 1)


def _township_behind(text: str, above: Mention, end: int, year: int | None) -> Mention | None:
    """Return the chain down to the township that ends at ``end``: listed, or right behind a county by its form."""
    name = text[above.end : end]
    if rank(above.place.level) > 3:
        return None
    if not above.known:
        return _of_one_of_them(above, name, end)
    listed = [p for p in townships_named(name) if _holds(above.place, p)] if name not in township_refused() else []
    if listed:
        return Mention(above.start, end, _path_behind(above, listed[0]), "regions/full_name")
    if above.place.level == "county" and (other := _under_another_name(name, above.place)) is not None:
        return Mention(above.start, end, (*above.path, other), "regions/township")
    if any(townships().by_name.get(text[start:end]) for start in range(above.end + 1, end - 2)):
        return None
    stem = name[:-2] if name.endswith(("街道", "苏木")) else name[:-1]
    holds = above.place.level == "county" or (above.place.level == "prefecture" and above.place.parent == TAIWAN)
    if not holds or not 1 <= len(stem) <= 6 or _refused(name) or COUNTED.search(name):
        return None
    if not HAN.fullmatch(stem) or stopped().search(stem) or _FIRM.match(text, end):
        return None  # 秭归[屈乡]果业有限公司
    place = Place("", name, "township", above.place.code, 0, 9999, "", ())
    return Mention(above.start, end, (*above.path, place), "regions/township")


_FIRM = compile_han("[一-鿿]{0,10}?(?:公司|集团)")


def _of_one_of_them(above: Mention, name: str, end: int) -> Mention | None:
    """Return the chain to a listed township that only one of the counties of one name has: 海州区[郁州街道]."""
    counties = gazetteer().by_code
    listed = [p for p in townships_named(name) if any(c.name == above.place.name for c in counties.get(p.code[:6], ()))]
    if len({p.code[:6] for p in listed}) != 1:
        return None
    return Mention(above.start, end, lineage(listed[-1], None), "regions/full_name")


def _holds(above: Place, township: Place) -> bool:
    if not above.code:  # a zone of a city, or a new area: what it lies in holds them
        return township.code.startswith(above.parent.rstrip("0"))
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
        if name in by_name and name not in township_refused() and not COUNTED.search(name):
            if name not in chosen:
                chosen[name] = sure.nearest(settle(tuple(townships_named(name)), year), start, year)
            path = chosen[name]
            begins = _begins_word(text, start) or not name.endswith("城镇")
            if _refused(name) and not (path and sure.speaks_of(path[-2].code) and begins):
                return None  # 高[于城镇]居民; but in a text on 融水县 [红水乡] is no 水乡
            if path is not None:
                return Mention(start, end, path, "regions/full_name")
            return _township_unplaced(text, start, end, name, year)
    if sure.speaks_of(TAIWAN) or (bool(sure) and text.startswith(_PEOPLE, end)):
        return _township_unlisted(text, low, end)
    return None


def _township_unplaced(text: str, start: int, end: int, name: str, year: int | None) -> Mention | None:
    """Return a listed township of a text that says nothing of where it lies."""
    if not _begins_word(text, start) or len(name) < 3:
        return None
    places = townships_named(name)
    places = [p for p in places if p.province != TAIWAN] or places  # there no list was needed to know the place
    if len({p.code[:6] for p in places}) == 1:
        return Mention(start, end, lineage(places[-1], year), "regions/full_name")
    return Mention(start, end, (nameless(places[0]),), "regions/full_name", known=False)


def _counties_of(mentions: list[Mention]) -> list[tuple[Place, ...]]:
    """Return the paths to the first counties that a text speaks of."""
    paths = [
        m.path[: k + 1] for m in mentions if m.known for k, p in enumerate(m.path) if p.level == "county" and p.code
    ]
    return list(dict.fromkeys(paths))[:_MOST_COUNTIES]


_MOST_COUNTIES = 12


def _of_its_time(township: Mention, counties: list[tuple[Place, ...]]) -> Mention:
    """Return a township with its county as the text has it: 兴县 of 吕梁地区, not of the city that it became."""
    if len(township.path) > 1:
        for path in counties:
            if path[-1].successor == township.path[-2].code:
                return township._replace(path=(*path, township.place))
    return township


def _township_renamed(text: str, low: int, end: int, counties: list[tuple[Place, ...]]) -> Mention | None:
    """Return a township of the text's counties that is written another way than the list has it, where a word begins."""
    for start in range(max(low, end - _LONGEST_RENAMED), end - _SHORTEST):
        if not (_begins_word(text, start) or text[start - 1] in _BEFORE_SHORT):
            continue
        for path in counties:
            if (place := _under_another_name(text[start:end], path[-1])) is not None:
                return Mention(start, end, (*path, place), "regions/township")
    return None


_LONGEST_RENAMED = 6
_PEOPLE = ("村民", "农民", "居民", "党委")


def _township_unlisted(text: str, low: int, end: int) -> Mention | None:
    """Return a township of Taiwan, or one that its people vouch for, where a phrase begins with it."""
    for start in (end - 3, end - 4):
        name = text[start:end]
        if start < low or not (_begins_word(text, start) or text[start - 1] == "的") or text[end - 1] not in "乡镇":
            continue
        stem = name[:-1]
        if HAN.fullmatch(stem) and not stopped().search(stem) and not _refused(name) and not COUNTED.search(name):
            place = Place("", name, "township", "", 0, 9999, "", ())
            return Mention(start, end, (place,), "regions/township", known=False)
    return None


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in full_names().boundary or not HAN.match(text[start - 1])
