"""A stretch of the working text that names a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..records import OrganisationKind


class Mention(NamedTuple):
    """The stretch ``[start, end)`` with the kind of the body and its name.

    ``rest`` is where the name goes on behind its place, which ends at ``place_end``; ``pointed`` tells that the place is only
    pointed at (省, 县), ``known`` that the name is in the list.
    """

    start: int
    end: int
    name: str
    kind: OrganisationKind
    rule: str
    rest: str = ""
    pointed: bool = False
    known: bool = False
    place_end: int = 0


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in order, of two that overlap the longer one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept
