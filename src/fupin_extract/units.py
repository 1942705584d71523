"""Units of measure and classifiers: the table ``data/units.toml``, matching and exact conversion."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from .lexicon import Longest, load_toml
from .numerals import MAGNITUDES


@dataclass(frozen=True, slots=True)
class Unit:
    """One way of writing a unit; the fields are those of ``data/units.toml``, told at its head.

    ``name`` is the base unit that records give, ``multiplier`` what the written number is multiplied
    with to be in it (成: ten, into %).
    """

    surface: str
    name: str
    dimension: str | None
    factor: Fraction | None = None
    multiplier: int = 1
    chinese: Literal["free", "noun", "never"] = "free"
    arabic: bool = True
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    not_after_year: tuple[str, ...] = ()
    only_large: bool = False

    def stands(self, text: str, start: int, end: int) -> bool:
        """Tell whether the words around a number with this unit, text[start:end], let it be one."""
        if self.not_before and text.startswith(self.not_before, end):
            return False
        base = text[end - 2 : end] == "万亩" and text.startswith("产业", end)  # 建成5万亩产业基地
        if self.not_after_year and text.startswith(self.not_after_year, end) and _is_year(text[start:end]) and not base:
            return False
        if self.not_after and text.endswith(self.not_after, 0, start):
            return False
        if (self.only_before or self.only_after) and not self._is_asked_for(text, start, end):
            return False
        if self.only_large and not any(c in "万亿" for c in text[start:end]):
            return False
        following = text[end : end + 1]
        return not (self.surface[-1].isascii() and following.isascii() and following.isalnum())

    def _is_asked_for(self, text: str, start: int, end: int) -> bool:
        """Tell whether one of the words stands behind the number or in front of it that the unit needs there."""
        if text.startswith(self.only_before, end):
            return True
        if end == len(text) and "。" in self.only_before:
            return True  # the end of the text is as good as a full stop
        return text[max(0, start - _REACH) : start].rstrip(_BOUNDS).endswith(self.only_after)


_BOUNDS = "了约近超逾达过共到至大概有"
"""Characters that may stand between a word and the number behind it: 打井[逾]2000口, 提高[了近]3个点."""
_REACH = 10


def _is_year(number: str) -> bool:
    """Tell whether a number with the unit behind it reads as a year, or ends in a magnitude that needs no unit."""
    if number[:2] in ("19", "20") and number[:4].isdecimal() and not number[4:5].isdecimal():
        return True
    return any(c in "万亿" for c in number)


PERCENT = Unit("%", "%", "percentage")
PERMILLE = Unit("‰", "‰", "percentage")


def _surfaces(entry: dict[str, Any]) -> list[Unit]:
    """Return the units of an entry: itself, and each other way to write it, 千米 of 公里."""
    factor = entry.get("factor")
    unit = Unit(
        entry["name"],
        entry.get("base", entry["name"]),
        entry["dimension"],
        Fraction(factor) if factor else None,
        int(entry.get("multiplier", 1)),
        entry.get("chinese", "free"),
        entry.get("arabic", True),
        tuple(entry.get("not_before", ())),
        tuple(entry.get("not_after", ())),
        tuple(entry.get("only_before", ())),
        tuple(entry.get("only_after", ())),
        tuple(entry.get("not_after_year", ())),
        entry.get("only_large", False),
    )
    return [unit, *(replace(unit, surface=alias) for alias in entry.get("aliases", ()))]


@cache
def all_units() -> tuple[Unit, ...]:
    """Return every way of writing every unit, in the order of the table."""
    return (PERCENT, PERMILLE, *(unit for entry in load_toml("units.toml")["unit"] for unit in _surfaces(entry)))


@cache
def units() -> Longest[Unit]:
    """Return the matcher over every way of writing every unit."""
    return Longest((unit.surface, unit) for unit in all_units())


@cache
def _by_surface() -> dict[str, Unit]:
    return {unit.surface: unit for unit in reversed(all_units())}


@cache
def _by_measure() -> dict[tuple[str, str | None], Unit]:
    """Units by name or spelling and by what they measure: 块 is a coin and a lump."""
    found: dict[tuple[str, str | None], Unit] = {}
    for unit in reversed(all_units()):
        if unit.multiplier == 1:
            found[unit.name, unit.dimension] = found[unit.surface, unit.dimension] = unit
    return found


def unit_named(surface: str) -> Unit | None:
    """Return the unit written so, or None; of two the table's first."""
    return _by_surface().get(surface)


def _measures(name: str) -> list[str | None]:
    return [dimension for (known, dimension) in _by_measure() if known == name]


_MAGNITUDE = re.compile("(?:[十百千]?(?:万亿|亿|万)|[十百千])?")


def convert(value: Decimal, base_unit: str, wanted: str) -> Fraction:
    """Return a value in another unit of the same dimension, exactly.

    Raises:
        ValueError: a unit is not known or has no fixed size, or the two measure different things.

    >>> from decimal import Decimal
    >>> convert(Decimal("1052") * 10**4, "亩", "公顷")
    Fraction(2104000, 3)
    >>> convert(Decimal(5), "公里", "户")
    Traceback (most recent call last):
    ...
    ValueError: 公里 measures length and 户 households: there is no conversion between them
    >>> convert(Decimal(800), "元/亩", "元/公顷")
    Fraction(12000, 1)
    """
    if "/" in base_unit and "/" in wanted:
        (above, below), (new_above, new_below) = base_unit.split("/", 1), wanted.split("/", 1)
        return convert(value, above, new_above) / convert(Decimal(1), below, new_below)
    magnitude = "" if _measures(wanted) else _MAGNITUDE.match(wanted)[0]  # type: ignore[index]
    target_name = wanted[len(magnitude) :]
    from_dimensions, to_dimensions = _measures(base_unit), _measures(target_name)
    for name, dimensions in ((base_unit, from_dimensions), (wanted, to_dimensions)):
        if not dimensions:
            raise ValueError(f"unit {name!r} is not in the table of units; see docs/units.md")
    shared = [dimension for dimension in from_dimensions if dimension in to_dimensions]
    if not shared:
        raise ValueError(
            f"{base_unit} measures {from_dimensions[0]} and {wanted} {to_dimensions[0]}: "
            "there is no conversion between them"
        )
    source, target = (_by_measure()[name, shared[0]] for name in (base_unit, target_name))
    scale = MAGNITUDES[magnitude]
    if source.name == target.name:
        return Fraction(value) / scale
    if source.factor is None or target.factor is None:
        raise ValueError(f"{base_unit} and {wanted} have no fixed ratio: there is no conversion between them")
    return Fraction(value) * source.factor / target.factor / scale
