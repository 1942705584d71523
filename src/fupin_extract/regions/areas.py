"""Areas that are no single place: 西部地区, 三峡库区, 苏北. Found where a statement may be about them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..lexicon import Longest, bigram_pattern, load_toml

if TYPE_CHECKING:
    from collections.abc import Iterator


Kind = Literal["name", "longer", "part"]
"""A whole name, one with 地区 and the like behind it, the name of a part of a province."""


class Area(NamedTuple):
    """An area's stretch [start, end) of the working text."""

    start: int
    end: int


def area_names() -> tuple[str, ...]:
    """Return the names that stand for an area wherever they stand."""
    data = load_toml("areas.toml")
    basins = (water + end for water in data["waters"] for end in data["water_ends"])
    hills = (mountain + end for mountain in data["mountains"] for end in data["mountain_ends"])
    return tuple(dict.fromkeys([*data["names"], *basins, *hills]))


def new_areas() -> dict[str, str]:
    """Return the new areas of the state with the code of what each lies in."""
    areas: dict[str, str] = load_toml("areas.toml")["new_areas"]
    return areas


def named_areas(text: str) -> Iterator[Area]:
    """Yield the areas that a working text names, in order, the longest where several begin."""
    names, starts, behind = _lexicon()
    position = 0
    for start in names.begins(starts, text):
        if start < position or text.startswith("其中", start - 1):
            continue  # 其[中西部地区]: of which the west
        for name, kind in names.all_at(text, start):
            end = start + len(name)
            if not behind.match(text, end) and _stands(text, start, end, kind):
                position = end
                yield Area(start, end)
                break


@cache
def _lexicon() -> tuple[Longest[Kind], re.Pattern[str], re.Pattern[str]]:
    """Return the names with what they are, how they may begin, and what makes them none."""
    data = load_toml("areas.toml")
    known: dict[str, Kind] = {}
    for name in area_names():
        more = [more for more in data["suffixes"] if not name.endswith((more[-1], more[0]))]  # no 山区区域
        known |= {name + end: "longer" for end in more}
    known |= dict.fromkeys(area_names(), "name")
    for part in data["parts"]:
        known |= {part + end: "longer" for end in data["part_ends"] if not part.endswith(end)}
        known.setdefault(part, "part")
    return (
        Longest(known.items()),
        bigram_pattern({name[:2] for name in known}),
        re.compile("|".join(data["not_before"])),
    )


def _stands(text: str, start: int, end: int, kind: Kind) -> bool:
    """Tell whether a name is an area's here: 苏北农村, not 赣南脐橙, 江苏北部 or 长三角[地区]生产总值."""
    if kind == "longer":
        return not text.startswith(_MEASURED_OF_A_PLACE, end)
    return kind == "name" or _is_about(text, start, end)


_MEASURED_OF_A_PLACE = ("生产总值", "GDP")


def _is_about(text: str, start: int, end: int) -> bool:
    """Tell whether what stands around a part's name speaks of its people and land."""
    data = load_toml("areas.toml")
    before = text[start - 1 : start]
    return (not before or before not in data["part_after_none"]) and text.startswith(tuple(data["part_before"]), end)
