"""Units that are not written but said by a noun: 71万农村人口, 总人口234万, 11万贫困户."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..nouns import nouns
from ..units import unit_named

if TYPE_CHECKING:
    from .candidate import Candidate

_COUNTED_BEFORE = re.compile(
    r"(?P<people>人口|人数|党员|职工|劳动力|居民|网民|学生|劳力)(?:总数|总量|总规模|规模)?"
    r"(?:[已又]?(?:为|是|达到|达|有|共|仅|增至|减至|增加到|减少到|降至|扩大到|超过|超|突破|近|约|不足|已|将|的|逾|余))*$"
    r"|(?P<households>贫困户|农户|总户数|户数)(?:总数)?(?:为|是|达到|达|有|共|增至|减至|超过|超|突破|近|约|不足|已)*$"
)
_YEAR_LIKE = range(1900, 2101)


def implied_unit(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with the unit that a noun of people or households implies, or as it was."""
    if candidate.unit is not None or candidate.parts is not None or candidate.base is not None:
        return candidate
    name = _behind(text, candidate) or _before(text, candidate)
    if name is None:
        return candidate
    return replace(candidate, written_unit=name, unit=unit_named(name), rule=f"quantities/implied_{name}")


def _behind(text: str, c: Candidate) -> str | None:
    if c.numeral.magnitude and c.numeral.magnitude[-1] in "万亿":
        return nouns().counted_behind(text, c.end)
    value = c.numeral.value
    if c.chinese or c.numeral.magnitude or value != int(value):
        return None
    if c.cmp == "=" and int(value) in _YEAR_LIKE:
        return None
    kind = nouns().kinds.at(text, c.end)
    if kind is None or kind[1] not in ("people", "households") or len(kind[0]) < 2:
        return None
    return "人" if kind[1] == "people" else "户"


def _before(text: str, c: Candidate) -> str | None:
    if not c.numeral.magnitude or c.numeral.magnitude[-1] not in "万亿":
        return None
    match = _COUNTED_BEFORE.search(text[max(0, c.start - 16) : c.start])
    if match is None:
        return None
    return "人" if match["people"] else "户"
