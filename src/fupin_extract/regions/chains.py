"""From names to mentions: chains of adjacent names become one, ambiguous names get the place the text speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import Place, is_within, lineage
from .mention import Mention, settle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .mention import Candidates, Mark


def link(marks: Iterable[Mark], year: int | None) -> list[Mention]:
    """Return one mention for each chain of adjacent names that lie in one another (甘肃陇南, 宁夏吴忠市)."""
    mentions: list[tuple[int, int, Candidates, str]] = []
    for mark in marks:
        if mentions and (last := mentions[-1])[1] == mark.start:
            within = tuple(p for p in mark.candidates if any(is_within(p, above, year) for above in last[2]))
            if within:
                mentions[-1] = (last[0], mark.end, within, _rule(last[3], mark.rule))
                continue
        mentions.append((mark.start, mark.end, mark.candidates, mark.rule))
    settled = [(start, end, settle(candidates, year), rule) for start, end, candidates, rule in mentions]
    return _choose(settled, year)


def _rule(first: str, second: str) -> str:
    return second if second == "regions/full_name" else first


def _choose(mentions: list[tuple[int, int, Candidates, str]], year: int | None) -> list[Mention]:
    """Return the mentions, each with one place: that of an ambiguous name is the one near the places around it."""
    paths: dict[Place, tuple[Place, ...]] = {}
    sure: list[tuple[int, set[str]]] = []
    for start, _, candidates, _ in mentions:
        if len(candidates) == 1:
            place = candidates[0]
            if place not in paths:
                paths[place] = lineage(place, year)
            sure.append((start, {p.code for p in paths[place]}))
    names: dict[tuple[Place, ...], tuple[Place, ...] | None] = {}
    found = []
    for start, end, candidates, rule in mentions:
        if len(candidates) == 1:
            found.append(Mention(start, end, paths[candidates[0]], rule))
            continue
        if candidates not in names:
            names[candidates] = nearest(candidates, start, sure, year)
        path = names[candidates]
        if path is None:
            found.append(Mention(start, end, (nameless(candidates[0]),), rule, known=False))
        else:
            found.append(Mention(start, end, path, rule))
    return found


def nameless(place: Place) -> Place:
    """Return a place that is known by its name and level only."""
    return place._replace(code="", parent="")


def nearest(
    candidates: Candidates, start: int, sure: list[tuple[int, set[str]]], year: int | None
) -> tuple[Place, ...] | None:
    """Return the path of the candidate that shares most with a place of the text, the nearest earlier one first."""
    scored = []
    for place in candidates:
        path = lineage(place, year)
        codes = {p.code: depth for depth, p in enumerate(path)}
        shared = [(max((codes[c] for c in around if c in codes), default=-1), at) for at, around in sure]
        depth = max((d for d, _ in shared), default=-1)
        if depth >= 0:
            near = min((abs(start - at) + (100_000 if at > start else 0) for d, at in shared if d == depth))
            scored.append((depth, -near, path))
    scored.sort(key=lambda s: s[:2], reverse=True)
    if not scored or (len(scored) > 1 and scored[0][:2] == scored[1][:2]):
        return None
    return scored[0][2]
