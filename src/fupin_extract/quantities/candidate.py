"""What the scanner hands from step to step until it is a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from ..numerals import Numeral
    from ..records import Comparison
    from ..units import Unit


class Candidate(NamedTuple):
    """A number with its unit in the working text, [start, end).

    ``digits_end`` is where the numeral (with its magnitude) ends; ``written_unit`` the unit as written,
    without its magnitude; ``unit`` None where none is written; ``chinese`` tells that the numeral is.
    ``base`` and ``dimension`` are those of a unit that was put together (元/亩), else the table's hold.
    """

    start: int
    end: int
    digits_end: int
    numeral: Numeral
    written_unit: str
    unit: Unit | None
    chinese: bool = False
    cmp: Comparison = "="
    parts: tuple[Decimal, ...] | None = None
    base: str | None = None
    dimension: str | None = None
    rule: str = "quantities"

    @property
    def base_unit(self) -> str:
        """The unit that the record will give: a composed or implied one, else the table's."""
        if self.base is not None:
            return self.base
        return self.unit.name if self.unit else ""

    @property
    def digits_start(self) -> int:
        """Where the first digit stands, behind a minus sign."""
        return self.start + (self.numeral.value < 0)

    @property
    def small(self) -> bool:
        """Whether this is a Chinese numeral of the size that ordinals, slogans and articles have."""
        return self.chinese and not self.numeral.magnitude and self.numeral.value <= 12
