"""What the statements before said, that later ones leave out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..names import SHARES, TOTALS

if TYPE_CHECKING:
    from ...records import Indicator, Quantity
    from ..names import Reading


@dataclass(slots=True)
class Clauses:
    """What the clauses that ； parts have told so far: they go on with one another up to the full stop.

    Attributes:
        begun: how many indicators were found before them.
        names: what the first value of each base unit in them measures.
        whole: what 其中 parts in them, with its first part's name.
        aims: whether they list aims: 目标是：A；B.
    """

    begun: int = 0
    names: dict[str, str] = field(default_factory=dict)
    whole: tuple[Quantity, str] | None = None
    aims: bool = False


@dataclass(slots=True)
class Told:
    """What the statements of a text said so far.

    Attributes:
        amount: the last amount per head of the text, with its name; what is spent beside an income is none.
        incomes: whether the paragraph has told of an income per head.
        per_head: the last amount per head of the paragraph, and per what.
        levels: what the last level of each base unit in the paragraph measured; shares are of too many things.
        last: the levels of the last sentence that stated any.
        clauses: what the clauses that ； parts have told.
        yearly: whether changes are told against the year before (同比, 比上年) until the sentence ends.
        reckons_yearly: the year of which a text of statistics has said so, for all that it says no more of.
    """

    amount: tuple[Quantity, str] | None = None
    incomes: bool = False
    per_head: tuple[Quantity, str | None] | None = None
    levels: dict[str, str] = field(default_factory=dict)
    last: list[Quantity] = field(default_factory=list)
    clauses: Clauses = field(default_factory=Clauses)
    yearly: bool = False
    reckons_yearly: int | None = None

    def enter_paragraph(self) -> None:
        """Forget what only the paragraph before told."""
        self.incomes, self.per_head = False, None
        self.levels.clear()

    def amount_like(self, quantity: Quantity) -> str:
        """Return the name of the amount per head told last where a quantity is given in its unit or as a rate, else ""."""
        alike = self.amount and (self.amount[0].unit == quantity.unit or quantity.base_unit == "%")
        return self.amount[1] if self.amount and alike else ""

    def remember(self, reading: Reading, fact: Indicator) -> None:
        """Keep what a level measured, for later statements that give another one without naming it."""
        if fact.kind != "level":
            return
        unit = fact.quantity.base_unit
        self.clauses.names.setdefault(unit, reading.name)
        if unit not in SHARES:
            self.levels[unit] = reading.topic
        if fact.per == "人" and fact.quantity.dimension == "money" and reading.topic.endswith(TOTALS):
            beside = self.incomes and reading.topic.endswith("支出")
            self.amount = self.amount if beside else (fact.quantity, reading.topic)
            self.incomes |= reading.topic.endswith("收入")

    def leave_sentence(
        self, stated: list[Indicator], found: int, *, goes_on: bool, parts_next: bool, estimates: bool
    ) -> None:
        """Remember what a sentence stated.

        Args:
            stated: its indicators.
            found: how many indicators the text has so far.
            goes_on: whether it ends in ；, so that the next one goes on with it.
            parts_next: whether the next one tells of its parts: 其中….
            estimates: whether it aims at nothing and only estimates one value.
        """
        aimed = bool(stated) and (
            stated[-1].status == "target" or (self.clauses.aims and stated[-1].status == "criterion")
        )
        if stated:
            self.last = [i.quantity for i in stated if i.kind == "level"]
        if goes_on:
            self.clauses.aims = (aimed and not estimates) or (self.clauses.aims and not stated)
        else:
            self.clauses = Clauses(begun=found)
        self.yearly &= goes_on or parts_next
