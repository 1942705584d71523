"""What a number measures: the rules that read its name and its kind off the words around it.

Each rule takes the `Position` of one number and returns a `Reading` or None; the first to answer wins. docs/indicators.md
shows what each of them reads.
"""

from __future__ import annotations

from functools import lru_cache

from ..vocabulary import SHARES
from .counts.classed import by_class, classed
from .counts.counted import counted, unit_noun
from .counts.extremes import foremost
from .counts.having import having
from .counts.measured import measured_behind
from .counts.one_in import one_in
from .counts.sizes import plot, sized
from .counts.those import makes_up, of_whom, those
from .finish import finished
from .front.before import named_before
from .money.ablest import some_make
from .money.amounts import capped, converted, needed, reckoned
from .money.each import each
from .money.earnings import earned, makes, yields
from .money.paid import from_whom, granted, own_part
from .money.spending import spent_on, used_for
from .money.trade import bought_at, dealt_at, handed, more_of_it, taken_from
from .moves.beyond import beyond
from .moves.changes import change
from .moves.comparisons import among, from_to, parted, recovered, times
from .moves.growth import change_of, gain, grew
from .onward.headed import came_by, headed, in_parallel, of_the_next, ranked, than
from .onward.linked import linked_on
from .people.folk import being, counted_with, inhabitants, left, parted_among, populace, said_of, under_a_line
from .people.households import of_household
from .people.pairs import pair
from .position import Position, Reading, Rule, may_read
from .shares.attributes import attribute, both
from .shares.budgets import completed, whole_and_share
from .shares.parts import share, shared_by_those, shared_on
from .shares.rates import at_rate, paced
from .told.bodies import without_body
from .told.funds import passed_on
from .told.sectors import of_stock
from .told.topics import AMOUNTS, TOTALS

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
