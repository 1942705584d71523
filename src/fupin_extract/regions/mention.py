"""A place that the working text names, before it becomes a record."""

from __future__ import annotations

from typing import NamedTuple

from .gazetteer import Place, pick_valid, rank

Candidates = tuple[Place, ...]


class Mark(NamedTuple):
    """One name in the working text, with the places it may mean."""

    start: int
    end: int
    candidates: Candidates
    rule: str


class Mention(NamedTuple):
    """One name or a chain of adjacent names, read as the lowest place of the chain.

    ``path`` runs from the province to the place; it holds the place alone where the text does not say
    which of several it is. ``body`` is true for a place that is part of a body's name: evidence, no mention.
    """

    start: int
    end: int
    path: tuple[Place, ...]
    rule: str
    known: bool = True
    body: bool = False

    @property
    def place(self) -> Place:
        """The place itself."""
        return self.path[-1]


def settle(candidates: Candidates, year: int | None) -> Candidates:
    """Return the candidates that are left when the highest level and the year's names are preferred.

    >>> from .gazetteer import gazetteer
    >>> [p.code for p in settle(tuple(gazetteer().by_short["吉林"]), None)]
    ['220000']
    """
    if len(candidates) < 2:
        return candidates
    valid = tuple(c for c in candidates if c.was_valid(year))
    if not valid and year is not None:
        valid = tuple(c for c in candidates if c.last == 9999)
    left = valid or candidates
    level = min((c.level for c in left), key=rank)
    same = tuple(c for c in left if c.level == level)
    if not valid:
        latest = max(c.last for c in same)
        same = tuple(c for c in same if c.last == latest)
    heirs = {c.code for c in same}
    same = tuple(c for c in same if c.successor not in heirs or c.successor == c.code) or same
    codes = {c.code for c in same}
    if len(codes) == 1:
        best = pick_valid(same, year)
        return (best,) if best else same
    return same
