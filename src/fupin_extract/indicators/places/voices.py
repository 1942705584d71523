"""Who speaks, and of whom is told: the place that a sentence is about where it names none."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from .people import find_people
from .speech import speaks_at_home, speeches, tells_of_the_whole, told_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Region
    from ..scope import Scope
    from ..sentences.division import Sentence


_OF_HIM = re.compile(r"[^，。\n]{0,8}?[他她“]")


class Voices:
    """The speakers and people of a text, sentence by sentence."""

    def __init__(self, text: str, places: Sequence[tuple[int, Region]], seats: Sequence[tuple[int, Region]]) -> None:
        """Read them.

        Args:
            text: the working text.
            places: the places named in it with where they end.
            seats: the places in the names of bodies, with where they end.
        """
        known = sorted([*places, *seats], key=itemgetter(0))
        self._text, self._seats = text, seats
        self._ahead = speeches(text, known)[::-1]
        self._people = find_people(text, known)
        self._starts = [person.start for person in self._people]
        self._visited: Region | None = None
        self._before: Region | None = None
        self._whole: Region | None = None
        self._home: Region | None = None

    def set_place(self, sentence: Sentence, scope: Scope) -> None:
        """Let the scope be that of the one who speaks in a sentence, or of whom it tells."""
        while self._ahead and self._ahead[-1].end <= sentence.start:
            self._ahead.pop()
        there = told_by(self._text, sentence.start, self._seats) if sentence.first else None
        if there is not None and scope.setting.may_be_about(there):
            scope.place = scope.place.moved(there)
        if sentence.first and scope.region is self._visited and not _OF_HIM.match(self._text, sentence.start):
            scope.place = scope.place.moved(
                self._before
            )  # a paragraph that goes on about something else is not about his village
        if (person := self._told_of(sentence)) is not None:
            self._before = scope.region if scope.region is not self._visited else self._before
            self._visited = person
            scope.place = scope.place.moved(person)
        elif speaks_at_home(self._text, sentence.start, scope.focus):
            scope.place = scope.place.moved(None)
        self._speak_for_the_whole(sentence, scope)
        if self._ahead and self._ahead[-1].start < sentence.end:
            scope.place = scope.place.moved(self._ahead[-1].region)

    def _speak_for_the_whole(self, sentence: Sentence, scope: Scope) -> None:
        """Let a sentence that a body of the whole opens be of the whole: for its paragraph where it is the first, else alone."""
        goes_on = sentence.start > 0 and self._text[sentence.start - 1] in "；;"
        if goes_on:
            return
        if self._whole is not None and scope.region is self._whole:
            scope.place = scope.place.moved(self._home)
        self._whole = None
        whole = tells_of_the_whole(self._text, sentence.start, scope.focus)
        if whole is not None:
            self._whole, self._home = (None if sentence.first else whole), scope.region
            scope.place = scope.place.moved(whole)

    def _told_of(self, sentence: Sentence) -> Region | None:
        """Return the place of the first person whom a sentence names, where no place stands before him."""
        k = bisect_left(self._starts, sentence.start)
        if k == len(self._starts) or self._starts[k] >= sentence.end:
            return None
        person = self._people[k]
        return None if any(t.region and t.start < person.start for t in sentence.tokens) else person.region
