"""The working text and its exact way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..records import Notice, Span

BLANK = "\x00"
"""Stands in the working text for a character that no rule may read; it matches no pattern's class."""


@dataclass(frozen=True, slots=True)
class Text:
    """A source string with the working text made from it.

    ``text`` is the source without its cuts, folded; character ``i`` of it comes from character
    ``origin(i)`` of the source. ``cut_ends`` and ``shifts`` hold that map: behind the working position
    ``cut_ends[k]`` the source runs ``shifts[k]`` characters ahead.

    >>> t = Text("2萬(wàn)人", "2万人", cut_ends=(2,), shifts=(5,))
    >>> t.span(0, 3), t.span(0, 2)
    (Span(start=0, end=8), Span(start=0, end=2))
    """

    source: str
    text: str
    cut_ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()

    def origin(self, position: int) -> int:
        """Return the source position of a working position (the end of the text included)."""
        k = bisect_right(self.cut_ends, position)
        return position + self.shifts[k - 1] if k else position

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the working stretch [start, end); what was cut behind it stays outside."""
        if not self.cut_ends:
            return Span(start, end)
        if end <= start:
            at = self.origin(start)
            return Span(at, at)
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def working(self, position: int) -> int:
        """Return the working position of a source position that was not cut; the way back of `origin`.

        >>> t = Text("2萬(wàn)人", "2万人", cut_ends=(2,), shifts=(5,))
        >>> [t.working(t.origin(i)) for i in range(3)]
        [0, 1, 2]
        """
        if not self.shifts:
            return position
        k = bisect_right(range(len(self.shifts)), position, key=lambda i: self.cut_ends[i] + self.shifts[i])
        return position - self.shifts[k - 1] if k else position

    def surface(self, start: int, end: int) -> str:
        """Return the source characters of the working stretch [start, end), cuts inside it included."""
        span = self.span(start, end)
        return self.source[span.start : span.end]

    def as_written(self, start: int, end: int) -> str:
        """Return the working stretch [start, end) in the source's own characters, without what was cut."""
        return "".join(self.source[self.origin(i)] for i in range(start, end))


def cut(source: str, folded: str, cuts: list[tuple[int, int]]) -> Text:
    r"""Return the text without the given stretches (sorted, apart), with its way back.

    >>> cut("a\u200bb", "a\u200bb", [(1, 2)]).span(0, 2)
    Span(start=0, end=3)
    """
    pieces: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    position = kept = shift = 0
    for start, end in cuts:
        pieces.append(folded[position:start])
        kept += start - position
        shift += end - start
        position = end
        if ends and ends[-1] == kept:
            shifts[-1] = shift
        else:
            ends.append(kept)
            shifts.append(shift)
    pieces.append(folded[position:])
    return Text(source, "".join(pieces), tuple(ends), tuple(shifts))
