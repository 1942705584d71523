"""Refining neighbours: ranges, shared units, spread bounds. Each looks at the text between two candidates."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ..numerals import MAGNITUDES, parse, shortest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..numerals import Numeral
    from .candidate import Candidate

_INCLUSIVE = r"(?:\(不?含(?:本数)?\))?"
_TO = re.compile(rf"{_INCLUSIVE} ?(?:[—–~-]|--|——|至|到) ?")
_AND = re.compile(r" ?(?:、|和|与|及|以及|或) ?")
_FROM = re.compile(r"(?:从|由|自)[^，,。；;、\n]{0,10}$")


_MOVES = re.compile(r"(?:增加|减少|上升|下降|增长|增|减|升|降|跌|下跌|回落|扩大|提高)(?:了|约|近|逾)?$")
_FAR = 5
"""The ends of a range are not so many times apart."""


def merge_ranges(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Join the two ends of a range: 1000—1500元, 3至5年, 两、三年, 10%-20%."""
    merged: list[Candidate] = []
    for candidate in candidates:
        joined = _range(text, merged[-1], candidate) if merged else None
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(candidate)
    return merged


_FARTHEST = 9
"""Characters between the ends of a range: (不含本数)至 with spaces round it."""


def _range(text: str, low: Candidate, high: Candidate) -> Candidate | None:
    """Return two numbers as the ends of one range, the unit of either told once: 3至5亿元, 两三年; None where they are none."""
    if not 0 < high.start - low.end <= _FARTHEST or low.parts or high.parts or low.numeral.low is not None:
        return None
    between = text[low.end : high.start]
    if between.strip() in ("、", "，") and not (low.unit or low.written_unit):
        return _adjacent(text, low, high)
    if not _TO.fullmatch(between) or (between == "-" and low.chinese and not low.numeral.magnitude):
        return None
    if low.unit is None:
        if low.numeral.value < 0 and high.numeral.value < low.numeral.value and high.unit:
            return _falling(low, high)
        if not (high.unit or high.numeral.magnitude):
            return None
        return _with_low(_same_step(text, low, high), high)
    same = high.unit is not None and low.base_unit == high.base_unit
    before = text[max(0, low.start - 12) : low.start]
    led = _FROM.search(before)
    if same and between in ("至", "到") and _MOVES.search(before) and high.numeral.value > _FAR * low.numeral.value:
        return None  # 减少2700人至115700人: by how much, and what is left
    if not same or (led and not text.startswith(("不等", "之间"), high.end)):
        return None
    return _with_low(low, high)


def _with_low(low: Candidate, high: Candidate) -> Candidate | None:
    """Give the low end the high end's unit, and its magnitude where that keeps the order (3—5万元)."""
    multiplier = high.unit.multiplier if high.unit else 1
    number, value = low.numeral.number, low.numeral.value
    if low.unit is None:
        value *= multiplier
    magnitude = low.numeral.magnitude
    if not magnitude and high.numeral.magnitude and low.unit is None and number < high.numeral.number:
        magnitude = high.numeral.magnitude
        value = shortest(value * MAGNITUDES[magnitude])
    top = high.numeral.high if high.numeral.high is not None else high.numeral.value
    if value >= top:
        return _falling(low, high) if low.unit is not None and not low.numeral.magnitude else None
    numeral = high.numeral._replace(number=number, magnitude=magnitude, value=value, low=value, high=top)
    cmp = high.cmp if high.cmp != "=" else low.cmp
    return high._replace(start=low.start, numeral=numeral, cmp=cmp, rule="quantities/range")


def _falling(first: Candidate, second: Candidate) -> Candidate | None:
    """五年半至四年半: a range told from its high end."""
    if second.numeral.low is not None or first.numeral.value == second.numeral.value:
        return None
    numeral = second.numeral._replace(low=second.numeral.value, high=first.numeral.value)
    return second._replace(start=first.start, numeral=numeral, rule="quantities/range")


def _same_step(text: str, low: Candidate, high: Candidate) -> Candidate:
    """四至五千: the low end means 四千, as the step of the high end is said once for both."""
    if not (low.chinese and high.chinese) or low.digits_end - low.start != 1 or high.digits_end - high.start < 2:
        return low
    numeral = parse(text[low.start] + text[high.start + 1 : high.digits_end])
    return low._replace(numeral=numeral) if numeral and low.numeral.value < high.numeral.value else low


def _adjacent(text: str, low: Candidate, high: Candidate) -> Candidate | None:
    """两、三年, 一、两百元, 5、6户: neighbouring numbers name a range."""
    if low.chinese and high.chinese:
        numeral = parse(text[low.start : low.digits_end] + text[high.start : high.digits_end])
        if numeral is None or numeral.low is None:
            return None
        return high._replace(start=low.start, numeral=numeral, rule="quantities/range")
    if low.chinese or high.chinese or low.numeral.magnitude or high.unit is None:
        return None
    first, second = low.numeral.number, high.numeral.number
    if second - first != 1 or second > 10 or first != int(first):
        return None
    return _with_low(low, high)


def join_steps(candidates: list[Candidate]) -> list[Candidate]:
    """一百零七元五角, 三亩七分: a unit and the next one down make one quantity."""
    joined: list[Candidate] = []
    for c in candidates:
        last = joined[-1] if joined else None
        step = _STEPS_DOWN.get((last.base_unit, c.written_unit)) if last and last.end == c.start else None
        if last and step and last.chinese == c.chinese and c.numeral.value < 10 and _to_the_unit(last.numeral):
            value = last.numeral.value + c.numeral.value * step
            number = shortest(value / MAGNITUDES[last.numeral.magnitude])
            numeral = last.numeral._replace(number=number, value=value)
            if c.numeral.high is not None:  # 一元五六角
                numeral = numeral._replace(low=value, high=last.numeral.value + c.numeral.high * step)
            joined[-1] = last._replace(
                end=c.end, digits_end=c.digits_end, numeral=numeral, cmp=c.cmp, rule="quantities/steps"
            )
        else:
            joined.append(c)
    return joined


def _to_the_unit(numeral: Numeral) -> bool:
    """Tell whether a number was told to its last unit: 六千零一十元, 三万零五元, not 三万元."""
    return not numeral.magnitude or numeral.value % MAGNITUDES[numeral.magnitude] != 0


_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_STEPS_DOWN = {
    **{("元", small): _TENTH for small in ("角", "角钱", "毛", "毛钱")},
    **{("元", small): _HUNDREDTH for small in ("分", "分钱")},
    **{("亩", small): _TENTH for small in ("分", "分地")},
    ("斤", "两"): _TENTH,
    ("角", "分"): _TENTH,
    ("角", "分钱"): _TENTH,
}
"""The next unit down from a unit."""


def share_units(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Give a number in a list the unit written once at its end: 5.4个和7.5个百分点, 3、5和7万元."""
    shared = list(candidates)
    for k in range(len(shared) - 2, -1, -1):
        first, second = shared[k], shared[k + 1]
        if second.unit is None or not _AND.fullmatch(text, first.end, second.start):
            continue
        if first.written_unit == "个" and second.written_unit == "个百分点":
            shared[k] = first._replace(
                written_unit="个百分点", unit=second.unit, dimension=second.dimension, rule="quantities/shared_unit"
            )
        elif first.numeral.magnitude and second.dimension == "percentage":
            continue  # 两个数字分别降为24.6万和7.44%
        elif first.unit is None and not first.parts and not first.chinese and _in_list(text, first):
            shared[k] = _sharing(first, second)
    return shared


def _in_list(text: str, candidate: Candidate) -> bool:
    """A line's first number before 、 is an enumerator."""
    before = text[max(0, candidate.start - 3) : candidate.start]
    return bool(before.strip(" ")) and not before.rstrip(" ").endswith(("\n", "(", "第", "图", "表"))


def _sharing(first: Candidate, second: Candidate) -> Candidate:
    """Return the first of two numbers with the magnitude and the unit that only the second one has: [3]到5亿元."""
    numeral = first.numeral
    if not numeral.magnitude and second.numeral.magnitude:
        magnitude = second.numeral.magnitude
        numeral = numeral._replace(magnitude=magnitude, value=shortest(numeral.value * MAGNITUDES[magnitude]))
    return first._replace(
        numeral=numeral,
        written_unit=second.written_unit,
        unit=second.unit,
        base=second.base,
        rule="quantities/shared_unit",
    )


_SPREAD = re.compile(r"(?:分别|均|都)[^，,。；;\n]{0,8}$")


def spread_bounds(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Let a trailing 以上 cover the whole list that 分别 spreads: 分别达到80%、76%以上."""
    spread = list(candidates)
    for k in range(len(spread) - 2, -1, -1):
        first, second = spread[k], spread[k + 1]
        if first.cmp != "=" or second.cmp not in (">=", "<=") or first.base_unit != second.base_unit:
            continue
        if not _AND.fullmatch(text, first.end, second.start):
            continue
        start = _list_start(text, spread, k)
        if _SPREAD.search(text[max(0, start - 14) : start]):
            spread[k] = first._replace(cmp=second.cmp)
    return spread


def _list_start(text: str, candidates: list[Candidate], k: int) -> int:
    while k and _AND.fullmatch(text, candidates[k - 1].end, candidates[k].start):
        k -= 1
    return candidates[k].start
