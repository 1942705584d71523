"""From names to mentions: chains of adjacent names become one, ambiguous names get the place the text speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from .gazetteer import Place, is_within, lineage, rank
from .mention import Mark, Mention, settle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .mention import Candidates


def prefer_named(marks: list[Mark]) -> list[Mark]:
    """Return the marks, a short form read as the place whose full name the text gives: 定西 beside 定西地区."""
    named = {p.code for mark in marks if mark[3] == "regions/full_name" for p in mark[2]}
    if not named:
        return marks
    preferred: dict[int, tuple[Place, ...]] = {}
    found = []
    for mark in marks:
        candidates = mark[2]
        if len(candidates) > 1 and mark[3] == "regions/short_name":
            key = id(candidates)
            if key not in preferred:
                level = min((p.level for p in candidates), key=rank)
                chosen = tuple(p for p in candidates if p.level == level and p.code in named)
                preferred[key] = chosen or candidates
            if (chosen := preferred[key]) is not candidates:
                mark = Mark(mark[0], mark[1], chosen, mark[3])
        found.append(mark)
    return found


def link(marks: Iterable[Mark], year: int | None) -> list[Mention]:
    """Return one mention for each chain of adjacent names that lie in one another (甘肃陇南, 宁夏吴忠市)."""
    mentions: list[tuple[int, int, Candidates, str]] = []
    end = -1
    for mark in marks:
        if mark[0] == end:
            last = mentions[-1]
            within = tuple(p for p in mark.candidates if any(is_within(p, above, year) for above in last[2]))
            if within and not _is_province_by_now(mark.candidates, within, year):
                end = mark[1]
                mentions[-1] = (last[0], end, within, _rule(last[3], mark.rule))
                continue
        mentions.append(mark)
        end = mark[1]
    settled: dict[int, Candidates] = {}
    clear = True
    for _, _, candidates, _ in mentions:
        if id(candidates) not in settled:
            left = settled[id(candidates)] = candidates if len(candidates) == 1 else _settled(candidates, year)
            clear = clear and len(left) == 1
    if clear:
        paths = {key: lineage(left[0], year) for key, left in settled.items()}
        return [Mention(start, end, paths[id(c)], rule) for start, end, c, rule in mentions]
    return _choose([(start, end, settled[id(c)], rule) for start, end, c, rule in mentions], year)


_settled = lru_cache(maxsize=4096)(settle)


def _is_province_by_now(candidates: Candidates, within: Candidates, year: int | None) -> bool:
    """Tell whether a name is a province's today and a place's in another only in the past: 四川、[重庆]."""
    return any(p.level == "province" and p.was_valid(year) for p in candidates) and not any(
        p.was_valid(year) for p in within
    )


def _rule(first: str, second: str) -> str:
    return second if second == "regions/full_name" else first


def _choose(mentions: list[tuple[int, int, Candidates, str]], year: int | None) -> list[Mention]:
    """Return the mentions, each with one place: that of an ambiguous name is the one near the places around it."""
    paths = {id(c): lineage(c[0], year) for _, _, c, _ in mentions if len(c) == 1}
    around = Surroundings()
    for start, _, candidates, _ in mentions:
        if id(candidates) in paths:
            around.add(start, paths[id(candidates)])
    found = []
    unknown: dict[int, tuple[Place, ...]] = {}
    for start, end, candidates, rule in mentions:
        key = id(candidates)
        if key not in paths and key not in unknown:
            path = around.nearest(candidates, start, year)
            if path is None:
                unknown[key] = (nameless(candidates[0]),)
            else:
                paths[key] = path
        if key in paths:
            found.append(Mention(start, end, paths[key], rule))
        else:
            found.append(Mention(start, end, unknown[key], rule, known=False))
    return found


def nameless(place: Place) -> Place:
    """Return a place that is known by its name and level only."""
    return place._replace(code="", parent="")


def apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without those that begin inside an earlier one (大兴地镇维拉坝[珠海]社区)."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


class Surroundings:
    """Where in a text its places, and the places above them, are spoken of."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for mention in mentions:
            if mention.known:
                self.add(mention.start, mention.path)

    def __bool__(self) -> bool:
        return bool(self._at)

    def add(self, start: int, path: Iterable[Place]) -> None:
        """Note a place at a position; positions come in order."""
        for place in path:
            self._at[place.code].append(start)

    def speaks_of(self, code: str) -> bool:
        """Tell whether a place, or one in it, stands in the text."""
        return code in self._at

    def nearest(self, candidates: Candidates, start: int, year: int | None) -> tuple[Place, ...] | None:
        """Return the path of the candidate that shares most with a place of the text, the nearest earlier one first."""
        scored = []
        for candidate in candidates:
            path = lineage(candidate, year)
            for depth in range(len(path) - 1, -1, -1):
                if positions := self._at.get(path[depth].code):
                    i = bisect_left(positions, start)
                    behind = positions[i] - start + len(positions) if i < len(positions) else 1 << 60
                    scored.append((depth, i > 0, -(start - positions[i - 1] if i else behind), path))
                    break
        scored.sort(key=lambda s: s[:3], reverse=True)
        if not scored or (len(scored) > 1 and scored[0][:3] == scored[1][:3]):
            return None
        return scored[0][3]
