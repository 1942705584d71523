"""One sentence, read number by number from the left: each by what was read before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..lists.chains import first_values, runs_of
from ..lists.respectively import CHANGES, Partner, across, respectively
from ..names import Position, Reading, read, without_body
from ..phrases.before import stretch_before
from ..phrases.behind import phrase_behind
from ..vocabulary import MEMBERS
from .facts import fact_of, fact_of_aside, fact_of_cell
from .pairing import of_its_own_unit, paired, unpaired
from .refusals import behind_a_base, in_passing, states_nothing

if TYPE_CHECKING:
    from ...records import Indicator, Quantity, Region
    from ...text import Text
    from ..rows import Row
    from ..scope import Scope
    from .cells import Cell

_LONGEST_LIST = 8
"""How many values of the clauses before a list may refer to."""


@dataclass(slots=True)
class SentenceReader:
    """The reading of one sentence.

    Attributes:
        text: the document.
        row: the tokens of the sentence.
        scope: what holds where it begins.
        cells: the cells of tables, by where their number begins.
        found: the indicators of the text so far; those of the sentence are added.
        last: what the number before was read as, ``last_at`` its index in the row, -2 where it stands in an earlier sentence.
        floor: the index up to which the row is used up: the words behind a number that named it name no other one.
        topics: what each number of the sentence measures, by its index; ``regions`` where it holds.
    """

    text: Text
    row: Row
    scope: Scope
    cells: dict[int, Cell]
    found: list[Indicator]
    last: Reading | None
    last_at: int = -2
    floor: int = 0
    topics: dict[int, str] = field(default_factory=dict)
    regions: dict[int, Region | None] = field(default_factory=dict)
    sources: dict[int, int] = field(init=False)
    partners: dict[int, Partner] = field(init=False)
    listed: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """See which numbers are the first values of others, and which ones a list pairs."""
        runs = runs_of(self.row)
        self.sources = first_values(self.row, runs)
        self.partners, self.listed = respectively(self.row, runs, self.sources.values())
        for second, first in self.sources.items():
            if first in self.partners:
                self.partners[second] = self.partners[first]

    def read(self) -> Reading | None:
        """Add the indicators of the sentence; return what its last number was read as."""
        outside: tuple[Reading | None, int] | None = None
        firsts = frozenset(self.sources.values())
        for at, token in enumerate(self.row):
            if token.kind == "mark" and token.text == "(":
                outside = self.last, self.last_at
            elif token.kind == "mark" and token.text == ")" and outside is not None:
                (self.last, self.last_at), outside = outside, None  # 支出3397亿元（不含直补120亿元），增长14%
            elif token.quantity is not None and at not in firsts:
                self._read_number(at, token.quantity)
        return self.last

    def _read_number(self, at: int, quantity: Quantity) -> None:
        """Add the indicator of the number at an index, if it states anything."""
        p = self._position(at, quantity)
        if cell := self.cells.get(self.row[at].start):
            self.found.append(fact_of_cell(self.text, p, cell, self.scope))
            return
        if states_nothing(p) or (self.scope.setting.arabic and in_passing(p)):
            self.floor = max(self.floor, behind_a_base(p))
            return
        if at in self.listed and at not in self.partners:
            self._pair_with_clauses_before()
        reading = read(p) or of_its_own_unit(p, self.partners, self.listed)
        if reading is None or not reading.name or unpaired(reading, at, self.partners, self.listed):
            return
        reading = without_body(reading, self.scope.setting.bodies)
        reading, partner = paired(p, reading, self.partners.get(at, Partner()), self.regions)
        if self.last and self.last.kind == "change" and reading.kind == "level" and self._moves_too(p, partner):
            reading = reading._replace(kind="change", direction=self.last.direction)  # 分别增长1.3倍、[64%]
        before = self.found[-1] if self.found else None
        fact = fact_of(self.text, p, reading, partner, self.scope, before)
        self.found.append(fact)
        if share := self.row[at].aside:
            self.found.append(fact_of_aside(fact, share))
        self.scope.told.remember(reading, fact)
        self.topics[at], self.regions[at] = reading.topic, fact.region
        self.floor = max(self.floor, _used_up(p, reading))
        self.last, self.last_at = reading._replace(dimension=p.quantity.dimension or ""), at

    def _position(self, at: int, quantity: Quantity) -> Position:
        """Return the number at an index, with what rules may ask of it."""
        told = self.scope.told
        return Position(
            self.row,
            at,
            quantity,
            stretch_before(self.row, at, self.floor),
            phrase_behind(self.row, at),
            last=self.last,
            last_at=self.last_at,
            source=self.sources.get(at),
            topics=self.topics,
            amount=told.amount_like(quantity),
            levels=told.levels,
            parallel=told.clauses.names.get(quantity.base_unit, "") if not self.topics else "",
        )

    def _pair_with_clauses_before(self) -> None:
        """Pair the values of a list with as many values of the clauses that ； parts from this one."""
        alone = sorted(self.listed.difference(self.partners))
        self.partners |= across(self.row, alone, self.found[self.scope.told.clauses.begun :][-_LONGEST_LIST:])

    def _moves_too(self, p: Position, partner: Partner) -> bool:
        """Tell whether the next value of a list is by how much something moved, as the one before is."""
        both = p.at in self.listed and self.last_at in self.listed and p.stretch.joined
        return both and (p.quantity.base_unit in CHANGES or partner.of is not None)


def _used_up(p: Position, reading: Reading) -> int:
    """Return where the words end that name no other number: not a deed whose amount follows, 189户[贷款]987万元."""
    end = reading.used
    if not p.at + 1 < end < len(p.row) or p.quantity.dimension not in MEMBERS:
        return end
    amount, deed = p.row[end].quantity, p.row[end - 1]
    acts = deed.text in _DEEDS or (deed.tag in ("v", "vn") and not deed.role and len(deed.text) > 1)
    return end - 1 if acts and amount is not None and amount.dimension in _AMOUNTS else end


_AMOUNTS = frozenset({"money", "area", "mass"})
_DEEDS = frozenset("租 种 养 栽 收 借 贷 领 交 贷款 投资 入股".split())
