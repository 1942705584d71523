"""What a number measures: the rules that read its name and its kind off the words around it.

Each rule takes the `Position` of one number and returns a `Reading` or None; the first to answer wins. docs/indicators.md
shows what each of them reads.
"""

from __future__ import annotations

from functools import lru_cache

from ..vocabulary import SHARES
from .ablest import some_make
from .attributes import attribute, both
from .before import named_before
from .beyond import beyond
from .bodies import without_body
from .budgets import completed, whole_and_share
from .changes import change, change_of, gain, grew
from .classed import by_class, classed
from .comparisons import among, from_to, parted, recovered, times
from .counts import counted, unit_noun
from .each import each
from .earnings import earned, makes, yields
from .extremes import foremost
from .finish import finished
from .funds import passed_on
from .having import having
from .households import of_household
from .linked import linked_on
from .measured import measured_behind
from .money import capped, converted, needed, reckoned
from .one_in import one_in
from .onward import came_by, headed, in_parallel, of_the_next, ranked, than
from .paid import from_whom, granted, own_part
from .pairs import pair
from .people import being, counted_with, inhabitants, left, parted_among, populace, said_of, under_a_line
from .position import Position, Reading, Rule, may_read
from .rates import at_rate, paced
from .sectors import of_stock
from .shares import share, shared_by_those, shared_on
from .sizes import plot, sized
from .spending import spent_on, used_for
from .those import makes_up, of_whom, those
from .topics import AMOUNTS, TOTALS
from .trade import bought_at, dealt_at, handed, more_of_it, taken_from

__all__ = [
    "AMOUNTS",
    "RULES",
    "SHARES",
    "TOTALS",
    "Position",
    "Reading",
    "of_stock",
    "read",
    "without_body",
]

RULES: tuple[Rule, ...] = (
    counted_with,
    under_a_line,
    inhabitants,
    parted_among,
    one_in,
    being,
    pair,
    converted,
    from_to,
    more_of_it,
    of_household,
    change,
    grew,
    gain,
    whole_and_share,
    completed,
    share,
    shared_on,
    shared_by_those,
    recovered,
    beyond,
    times,
    change_of,
    having,
    dealt_at,
    parted,
    capped,
    taken_from,
    used_for,
    passed_on,
    among,
    from_whom,
    reckoned,
    bought_at,
    handed,
    at_rate,
    paced,
    spent_on,
    came_by,
    foremost,
    than,
    ranked,
    in_parallel,
    of_the_next,
    by_class,
    classed,
    counted,
    measured_behind,
    some_make,
    own_part,
    granted,
    earned,
    makes,
    yields,
    makes_up,
    those,
    of_whom,
    attribute,
    both,
    plot,
    named_before,
    unit_noun,
    said_of,
    left,
    populace,
    sized,
    each,
    headed,
    needed,
    linked_on,
)
"""In order; the first to answer wins."""


@lru_cache(1 << 10)
def rules_for(dimension: str | None, unit: str) -> tuple[Rule, ...]:
    """Return the rules that may read numbers of a dimension and base unit, in their order: most read only a few kinds."""
    return tuple(rule for rule in RULES if may_read(rule, dimension, unit))


def read(p: Position) -> Reading | None:
    """Return what the first rule says, that has an opinion, stamped with its name; None where its name says nothing."""
    for rule in rules_for(p.quantity.dimension, p.quantity.base_unit):
        if reading := rule(p):
            return finished(p, reading if reading.rule else reading._replace(rule=rule.__name__))
    return None
