"""What a whole text is: the place that it is about, its plan, when it was published, how it tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..places.helpers import helps, sent_to
from ..times.documents import of_the_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...records import Period, Region
    from ..rows import Token


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds from the first sentence of a text to the last.

    Attributes:
        focus: the place that the text is about.
        helpers: the names of the places that the text says are paired with it.
        published: the day on which it was published.
        plan: the years of the plan that the text is, which its aims are for.
        titled: whether the title names the year that the text is about.
        tasks: whether the text is a list of tasks, where it names no other time.
        villages: whether it tells of one village after the other, and of nothing wider.
        arabic: whether it writes its figures in digits.
        statistical: whether it is a bulletin or an analysis of figures.
        rules: whether it is a notice, or lays down rules.
        bodies: how it calls the bodies that it names.
    """

    focus: Region | None = None
    published: date | None = None
    plan: Period | None = None
    titled: bool = False
    tasks: bool = False
    villages: bool = False
    arabic: bool = False
    helpers: frozenset[str] = frozenset()
    statistical: bool = False
    rules: bool = False
    bodies: tuple[str, ...] = ()

    @property
    def now(self) -> Period | None:
        """The day of publication, as the time of what there is now."""
        return of_the_day(self.published) if self.published else None

    @property
    def year_published(self) -> int | None:
        """The year in which it was published."""
        return self.published.year if self.published else None

    def may_be_abroad(self) -> bool:
        """Tell whether a paragraph may be about another country: not in a text about a place of ours."""
        return self.focus is None or self.focus.level == "country"

    def may_be_about(self, region: Region) -> bool:
        """Tell whether a paragraph of the text may be about a place: any, where the text is about the country."""
        return self.may_be_abroad() or (self.focus is not None and self.focus.name in region.path[:-1])

    def is_whole(self, region: Region | None) -> bool:
        """Tell whether a place is the one that the text is about; where none is named, it is."""
        return region is None or (self.focus is not None and region.name == self.focus.name)

    def is_apart(self, region: Region) -> bool:
        """Tell whether a place that opens a paragraph is another one than what the text is about, and not a wider one."""
        return self.focus is not None and region.name is not None and region.name not in self.focus.path

    def is_around(self, region: Region) -> bool:
        """Tell whether a place is the county that the town or village lies in that the text is about: a paragraph may tell of it."""
        local = self.focus is not None and self.focus.level in ("township", "village")
        return local and region.level == "county" and self.focus is not None and region.name in self.focus.path[:-1]

    def is_within(self, region: Region) -> bool:
        """Tell whether a place is a town or village of the county that the text is about: a report names it as an example."""
        inner = region.level in ("township", "village")
        return inner and self.focus is not None and self.focus.level in ("county", "prefecture")

    def is_part(self, region: Region) -> bool:
        """Tell whether a place is one of the counties or cities of what the text is about."""
        inner = region.level in ("county", "prefecture")
        return inner and self.focus is not None and self.focus.name in region.path[:-1]

    def only_helps(self, row: Sequence[Token], k: int) -> bool:
        """Tell whether a place gives something to the one that the text is about: what follows is not about the giver."""
        at = next((j for j in range(k + 1, len(row)) if row[j].quantity), len(row))
        return helps(row, k, at, self.focus, self.helpers) or sent_to(row, k, at, self.focus) is not None
