"""The catalogue of indicators: which official indicator a name is, and what values it can have.

The entries are those of ``data/indicators.toml``. A name is looked up as a whole: a name outside the catalogue has no
concept, and a wrong one would be worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .lexicon import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


class Break(NamedTuple):
    """A change of the definition, from the year on."""

    year: int
    what: str


@dataclass(frozen=True, slots=True)
class Concept:
    """An official indicator.

    ``low`` and ``high`` bound what a level of it can be, in the base ``unit``, from a village to the country; None where
    nothing bounds it. ``breaks`` are the changes of its definition, ``source`` says where it is defined.
    """

    id: str
    name: str
    english: str
    aliases: tuple[str, ...]
    theme: str
    dimension: str
    unit: str
    per: str | None
    low: Decimal | None
    high: Decimal | None
    definition: str
    source: str
    breaks: tuple[Break, ...]

    def is_plausible(self, value: Decimal) -> bool:
        """Tell whether a level of the indicator can have the value.

        >>> rate = concept_of("贫困发生率")
        >>> rate.is_plausible(Decimal("8.61")), rate.is_plausible(Decimal("861"))
        (True, False)
        """
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


_LED = re.compile(r"^(?:累计|共|已|全年|实现|完成|达到)+")
_MARKS = re.compile(r"[的“”\"'（）()\s、,，]")


def concept_of(name: str, unit: str | None = None) -> Concept | None:
    """Return the indicator that a name means, None where the catalogue has none or the unit is not its.

    Args:
        name: a name as the linker gives it: 农民人均纯收入, 实现地区生产总值.
        unit: the base unit of the value, where it is a level; None does not ask for it (a change of an income is in %).

    >>> concept_of("实现地区生产总值").id, concept_of("地区生产总值增速") is None
    ('gdp', True)
    """
    plain = _MARKS.sub("", name)
    found = _by_name().get(plain) or _by_name().get(_LED.sub("", plain))
    if found is None or (unit is not None and unit != found.unit):
        return None
    return found


@cache
def concepts() -> Mapping[str, Concept]:
    """Return the catalogue by id, read once."""
    return {entry["id"]: _concept(entry) for entry in load_toml("indicators.toml")["indicator"]}


@cache
def _by_name() -> Mapping[str, Concept]:
    return {
        _MARKS.sub("", name): concept for concept in concepts().values() for name in (concept.name, *concept.aliases)
    }


def _concept(entry: Mapping[str, Any]) -> Concept:
    told = {key: value for key, value in entry.items() if key not in ("examples", "rejects")}
    bounds = {key: Decimal(str(told[key])) if key in told else None for key in ("low", "high")}
    breaks = tuple(Break(b["year"], b["what"]) for b in told.get("breaks", ()))
    return Concept(
        **{**told, **bounds, "per": told.get("per"), "breaks": breaks, "aliases": tuple(told.get("aliases", ()))}
    )
