"""The records that were found in a text as tokens of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...records import Period, Programme, Quantity, Region, Span
    from ...text import Text


def records_as_tokens(
    text: Text, quantities: Iterable[Quantity], periods: Iterable[Period], regions: Iterable[Region]
) -> Iterator[Token]:
    """Yield the quantities, periods and regions of a text as tokens of its sentences."""
    for quantity in quantities:
        yield Token("quantity", *_at(text, quantity.span), quantity=quantity)
    for period in periods:
        yield Token("period", *_at(text, period.span), period=period)
    for region in regions:
        yield Token("region", *_at(text, region.span), region=region)


def plans_as_tokens(text: Text, programmes: Iterable[Programme]) -> Iterator[Token]:
    """Yield the names of programmes that would read as something planned: 雨露计划, 春蕾计划."""
    for programme in programmes:
        for span in programme.mentions:
            start, end, written = _at(text, span)
            if written.endswith("计划") and written.isalpha():
                yield Token("word", start, end, written, tag="n")


def _at(text: Text, span: Span) -> tuple[int, int, str]:
    start, end = text.working(span.start), text.working(span.end - 1) + 1
    return start, end, text.text[start:end]
