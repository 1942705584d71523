"""Quantities: numbers that measure or count, with their exact value, unit and bounds.

`find_quantities` is the order of the steps: scan every number with its unit, imply the units that nouns
say, read the bounds around it, refuse what is no quantity, join ranges and lists, make the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records import Quantity
from .bounds import bound_before, bound_behind, bound_of_share
from .implied import carried_units, implied_unit, signed_currency
from .merge import join_steps, merge_ranges, share_units, spread_bounds
from .refusals import refused_by
from .scan import scan
from .tables import table_units, with_table_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..records import Span
    from ..text import Text
    from .candidate import Candidate
    from .tables import CellUnit

__all__ = ["find_quantities"]


def find_quantities(text: Text, trace: Callable[[Span, str], None] | None = None) -> list[Quantity]:
    """Return the quantities of a text in order; none overlaps another.

    ``trace`` is called with the source span and the name of the refusal for each number that is none.
    """
    working = text.text
    candidates = share_units(working, join_steps(merge_ranges(working, scan(working))))
    cells = table_units(working)
    with_units = carried_units(working, [_with_unit(working, c, cells) for c in candidates])
    bounded = (_bounded(working, c) for c in with_units)
    kept = []
    for candidate in bounded:
        reason = refused_by(working, candidate)
        if reason is None:
            kept.append(candidate)
        elif trace is not None:
            trace(text.span(candidate.start, candidate.end), reason)
    return [_record(text, c) for c in spread_bounds(working, kept)]


def _with_unit(text: str, c: Candidate, cells: dict[int, CellUnit]) -> Candidate:
    """Return the candidate with the unit that its table, a noun or the currency in front of it names."""
    if c.unit is not None:
        return signed_currency(text, c)
    return implied_unit(text, signed_currency(text, with_table_unit(c, cells)))


_SHARES = frozenset({"%", "分之", "倍"})


def _bounded(text: str, c: Candidate) -> Candidate:
    """Return the candidate with what the words around it say; 多 and 余 inside it have said more already."""
    if c.cmp != "=":
        return c
    if c.base_unit == "分之" and text.startswith("多", c.end):
        return c._replace(cmp=">")
    large = c.numeral.magnitude[-1:] in ("万", "亿") or c.base_unit == "%"
    found = bound_behind(text, c.end) or bound_before(text, c.start, bare=c.numeral.bare, large=large)
    if found is None and c.base_unit in _SHARES:
        found = bound_of_share(text, c.start)
    return c._replace(cmp=found) if found else c


def _record(text: Text, c: Candidate) -> Quantity:
    """Return the record of a candidate, with its span in the source."""
    n = c.numeral
    span = text.span(c.start, c.end)
    return Quantity(
        span,
        text.source[span.start : span.end],
        n.number,
        n.magnitude + c.written_unit,
        n.value,
        c.base_unit,
        c.cmp,
        n.low,
        n.high,
        c.parts,
        c.dimension or (c.unit.dimension if c.unit else None),
        c.rule,
    )
