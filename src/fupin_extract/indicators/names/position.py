"""One number at its position in a sentence, what a rule reads of it, and which rules may read which numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..rows import COMMAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...records import Direction, IndicatorKind, Quantity, Region
    from ..phrases.before import Stretch
    from ..phrases.behind import Behind
    from ..rows import Row, Token


class Reading(NamedTuple):
    """What a rule read of a number.

    Attributes:
        name: what the number measures.
        tokens: the words that the name came from.
        kind: whether it is a level or a change, ``direction`` which way it went.
        used: the index behind the last token that was used up; what stands before it names no later number.
        implied: whether the name was told before and not in the number's own clause.
        topic: the part of the name that later clauses may leave out.
        dimension: that of the number, kept for the clause that follows.
        region: a place that the words of the name say.
        goes_on: whether the sentence ended in ；, so that the next one is parallel to it.
        parted: whether a 其中 in it began the parts of a whole, which the next sentence goes on to list.
        deed: what was done to the thing, and to the next ones of its list.
        against: the one of several that it is compared with.
        rule: who read it: the rule that was asked, unless that says another name.
    """

    name: str
    tokens: tuple[Token, ...] = ()
    kind: IndicatorKind = "level"
    direction: Direction | None = None
    used: int = 0
    implied: bool = False
    topic: str = ""
    dimension: str = ""
    region: Region | None = None
    goes_on: bool = False
    parted: bool = False
    deed: str = ""
    against: str = ""
    rule: str = ""


class Position(NamedTuple):
    """One number in its sentence, with what stands around it and what was read before it: all that a rule may ask.

    Attributes:
        row: the tokens of the sentence.
        at: the index of the number.
        quantity: the number itself.
        stretch: the words in front of it.
        behind: the noun phrase behind it.
        last: what the number before was read as; ``last_at`` is its index, below zero where it stands in an earlier sentence.
        source: the index of the first value, where the number is the second one of a from–to pair.
        topics: what the numbers before it in the sentence measure, by their index.
        amount: the amount per head that the text told last in the number's unit.
        levels: what the last level of each unit in the paragraph measured.
        parallel: what the first number in its unit measures in the clauses that ； parts from this one.
    """

    row: Row
    at: int
    quantity: Quantity
    stretch: Stretch
    behind: Behind
    last: Reading | None
    last_at: int
    source: int | None
    topics: Mapping[int, str]
    amount: str = ""
    levels: Mapping[str, str] = MappingProxyType({})
    parallel: str = ""

    def reading(
        self,
        name: str,
        tokens: Iterable[Token] = (),
        *,
        rule: str = "",
        kind: IndicatorKind = "level",
        direction: Direction | None = None,
        used: int | None = None,
        implied: bool = False,
        topic: str | None = None,
        dimension: str = "",
        region: Region | None = None,
        deed: str = "",
        against: str = "",
    ) -> Reading:
        """Return the reading of the number by a name; its topic is the name, and it uses up the row to the number, unless said."""
        return Reading(
            name,
            tuple(tokens),
            kind,
            direction,
            self.at + 1 if used is None else used,
            implied,
            name if topic is None else topic,
            dimension,
            region,
            deed=deed,
            against=against,
            rule=rule,
        )

    @property
    def like_last(self) -> bool:
        """Whether the number before it in the sentence is in its base unit."""
        return self.last_at >= 0 and self.row[self.last_at].unit == self.quantity.base_unit

    @property
    def behind_what(self) -> int:
        """The index of the token that the stretch begins behind, -1 where the row begins with it."""
        return self.at - len(self.stretch.tokens) - 1

    @property
    def comma(self) -> int:
        """The index of the comma that the stretch begins behind, 0 where it does not: there the clause before ends."""
        k = self.behind_what
        return k if k > 0 and self.row[k].text in COMMAS else 0


Rule = Callable[[Position], Reading | None]
Asked = Callable[[Position], object]
"""Whatever is asked of a number: a rule that names it, a refusal."""
R = TypeVar("R", bound=Asked)
_ONLY_OF: dict[Asked, tuple[frozenset[str | None], frozenset[str]]] = {}


def only_of(*, dimensions: Iterable[str] = (), units: Iterable[str] = ()) -> Callable[[R], R]:
    """Mark a rule that reads only numbers of these dimensions or base units: about all others it is not asked."""

    def mark(rule: R) -> R:
        _ONLY_OF[rule] = frozenset(dimensions), frozenset(units)
        return rule

    return mark


def may_read(rule: Asked, dimension: str | None, unit: str) -> bool:
    """Tell whether a rule reads numbers of a dimension and base unit."""
    dimensions, units = _ONLY_OF.get(rule, (None, None))
    return dimensions is None or units is None or dimension in dimensions or unit in units
