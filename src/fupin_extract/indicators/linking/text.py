"""From the records that were found in a text to its indicators, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...quantities.tables import table_heads
from ..lists.parts import parts_the_whole
from ..places.areas import areas
from ..places.voices import Voices
from ..scope import scope_of
from ..sentences.division import sentences
from ..sentences.mentions import plans_as_tokens, records_as_tokens
from ..terms.aiming_words import only_estimates
from .cells import Cell, read_cell
from .points import topic_of_point
from .sentence import SentenceReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...records import Indicator, Organisation, Period, Programme, Quantity, Region
    from ...text import Text
    from ..names import Reading
    from ..rows import Token


def link_indicators(
    text: Text,
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    regions: Sequence[Region],
    *,
    title: str | None = None,
    published: date | None = None,
    focus: Region | None = None,
    named: Sequence[Region] = (),
    programmes: Sequence[Programme] = (),
    bodies: Sequence[Organisation] = (),
) -> list[Indicator]:
    """Return the indicators of a text's quantities, in text order; a quantity that states no statistic has none.

    Args:
        text: the document.
        quantities: those that were found in it.
        periods: its times.
        regions: the places that statements may be about.
        title: its headline, if it has one.
        published: when it was published, if that is known.
        focus: the place that it is about, if there is one.
        named: the places in the names of bodies, where speakers are.
        programmes: in their names nothing is planned (雨露计划资助3600人).
        bodies: those who do what is counted are no part of its name ([国家电网]采购农产品3亿元).
    """
    known = [*records_as_tokens(text, quantities, periods, regions)]
    found_in = [
        *known,
        *areas(text, sorted((t for t in known if t.region), key=lambda t: t.end)),
        *plans_as_tokens(text, programmes),
    ]
    mentions = sorted(found_in, key=lambda m: (m.start, m.end))
    scope = scope_of(text, quantities, mentions, title=title, published=published, focus=focus, bodies=bodies)
    cells = _cells(text, mentions)
    seats = [(m.end, m.region) for m in records_as_tokens(text, (), (), named) if m.region]
    voices = Voices(text.text, [(m.end, m.region) for m in mentions if m.region], seats)
    found: list[Indicator] = []
    last: Reading | None = None
    for sentence in sentences(text, mentions):
        if sentence.paragraph != scope.paragraph:
            last = None
        scope.enter(sentence)
        voices.set_place(sentence, scope)
        before, parted = len(found), last is not None and last.parted
        last = topic_of_point(text, sentence) or last
        if any(t.quantity for t in sentence.tokens):
            last = SentenceReader(text, sentence.tokens, scope, cells, found, last).read()
        goes_on = text.text[sentence.end - 1] in "；;"
        parted = goes_on and (parted or parts_the_whole(sentence.tokens))
        last = last._replace(goes_on=goes_on, parted=parted) if last else None
        parts_next = text.text.startswith(("其中", "当中"), sentence.end)
        opens = text.text[max(0, sentence.start - 1)] not in "；;"
        estimates = only_estimates(sentence.tokens, opens=opens)
        stated = found[before:]
        scope.told.leave_sentence(stated, len(found), goes_on=goes_on, parts_next=parts_next, estimates=estimates)
        scope.leave(sentence, found[-1].period if len(found) > before else None)
    return found


def _cells(text: Text, mentions: Sequence[Token]) -> dict[int, Cell]:
    """Return what the cells of a text's tables say of their numbers, by where these begin."""
    heads = table_heads(text.text)
    found = {}
    for m in mentions:
        if m.quantity and m.start in heads and (cell := read_cell(heads[m.start], mentions, m.quantity)):
            found[m.start] = cell
    return found
