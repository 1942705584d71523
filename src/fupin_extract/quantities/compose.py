"""What stands behind a number: its unit, and what may follow the unit: (次), /亩, 半, 多, the 五 of 两块五."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ..numerals import MAGNITUDES, Numeral, shortest
from ..patterns import compile_han
from ..units import Unit, unit_named, units
from ..words import words
from .candidate import Candidate

if TYPE_CHECKING:
    from ..records import Comparison


class Written(NamedTuple):
    """A number as it stands in the text, [start, digits_end); its unit is looked for at ``at``."""

    start: int
    digits_end: int
    at: int
    numeral: Numeral
    chinese: bool
    cmp: Comparison


class _Measure(NamedTuple):
    """A number with its unit so far: each step may take a little more of the text into it."""

    numeral: Numeral
    surface: str
    base: str | None
    end: int
    cmp: Comparison


def unit_at(text: str, at: int, start: int) -> tuple[str, Unit] | None:
    """Return the longest unit that stands there and whose guards let it, as written.

    In 3个多月 and 两个半月 the unit is written around 多 and 半.
    """
    if text.startswith("个", at):
        if billions := _BILLIONS.match(text, at):
            return billions[0], _MONEY if billions[1] else _UNTOLD
        if text.startswith(("多", "半"), at + 1) and (whole := units().at("个" + text[at + 2 : at + 8], 0)):
            surface, unit = whole
            if len(surface) > 1:
                return text[at : at + len(surface) + 1], unit
    for surface, unit in units().all_at(text, at):
        if unit.stands(text, start, at + len(surface)):
            return surface, unit
    return None


def compose(text: str, number: Written, surface: str, unit: Unit) -> Candidate:
    """Return the candidate that a number and its unit make with what follows them."""
    end = number.at + len(surface)
    if text[end : end + 1] not in _GO_ON and unit.multiplier == 1 and surface[1:2] not in ("多", "半"):
        return Candidate(
            number.start, end, number.digits_end, number.numeral, surface, unit, number.chinese, number.cmp,
            dimension=unit.dimension, rule=f"units/{unit.name}",
        )  # fmt: skip
    measure = _Measure(number.numeral, surface, None, end, number.cmp)
    if surface[1:2] in ("多", "半"):
        measure = _around(measure, surface)
    if text[measure.end : measure.end + 1] in _GO_ON:
        for step in (_bracketed, _rated, _halved, _tailed, _exceeded):
            measure = step(text, measure, unit)
    numeral = measure.numeral
    if unit.multiplier != 1:
        numeral = _scaled(numeral, unit.multiplier)
    dimension = "rate" if measure.base and "/" in measure.base else unit.dimension
    return Candidate(
        number.start, measure.end, number.digits_end, numeral, measure.surface, unit, number.chinese, measure.cmp,
        base=measure.base, dimension=dimension, rule=f"units/{unit.name}" if unit.name else "quantities/billions",
    )  # fmt: skip


_GO_ON = frozenset("(/每半多余一二三四五六七八九0123456789")
"""First characters of whatever the steps of `compose` read: most units are followed by none of these."""

# ---- 60个亿, 3个多月

_BILLIONS = re.compile(r"个多?亿(?!级)(元(?!以上|以下|级|项目|产业|企业|村|镇|县|乡|大|园|集群|工程))?(?!元)")


_MONEY = Unit("个亿元", "元", "money", multiplier=MAGNITUDES["亿"])
_UNTOLD = Unit("个亿", "", None, multiplier=MAGNITUDES["亿"])
"""60个亿, 1.5个亿元: so many 亿 of money."""


def _around(measure: _Measure, surface: str) -> _Measure:
    """Take 多 and 半 out of the unit that was written around them."""
    if surface[1:2] == "多":
        return measure._replace(surface=surface.replace("多", ""), cmp=">")
    if surface[1:2] == "半":
        return measure._replace(surface=surface.replace("半", ""), numeral=_plus(measure.numeral, Decimal("0.5")))
    return measure


# ---- 人(次), 县(市、区)

_BRACKETED = compile_han(r"\(((?:[一-鿿]|[、，]){1,7})\)")


def _bracketed(text: str, measure: _Measure, unit: Unit) -> _Measure:
    """A bracket that holds nothing but units is part of the unit: 人(次) → 人次."""
    bracket = _BRACKETED.match(text, measure.end) if text.startswith("(", measure.end) else None
    if bracket is None:
        return measure
    parts = [part for part in re.split("[、，]", bracket[1]) if part]
    if bracket[1] != "次" and not all(unit_named(part) for part in parts):
        return measure
    joined = measure.surface + "".join(parts)
    return measure._replace(surface=joined, base=joined, end=bracket.end())


# ---- 元/亩, 元/人·年, 公里每小时


def _rated(text: str, measure: _Measure, unit: Unit) -> _Measure:
    """A unit for each of another: what stands behind / or 每, and behind the · of 元/人·年."""
    if not text.startswith(("/", "每"), measure.end):
        return measure
    by_word = text[measure.end] == "每"
    per = _per(text, measure.end + 1, by_word=by_word)
    if per is None:
        return measure
    if by_word and unit.dimension == "count" and _GOES_ON.match(text, measure.end + 1 + len(per[0])):
        return measure  # 剩下两栋每天两班倒
    base, surface, end = measure.base or unit.name, measure.surface, measure.end
    while per:
        sign = text[end]
        base += f"{'·' if sign == '·' else '/'}{per[1]}"
        surface, end = surface + sign + per[0], end + 1 + len(per[0])
        per = _per(text, end + 1) if text.startswith(("/", "·"), end) else None
    return measure._replace(surface=surface, base=base, end=end)


def _per(text: str, at: int, *, by_word: bool = False) -> tuple[str, str] | None:
    """Return what a rate is for each of, as written and as its unit's name."""
    if found := units().at(text, at):
        return (found[0], found[1].name) if not by_word or found[1].dimension in _PER else None
    return (text[at], text[at]) if text.startswith(_PER_ONLY, at) and not by_word else None


_PER_ONLY = ("月", "季", "周", "s", "d")
"""Denominators that are written so only in a rate: 元/月."""


_PER = frozenset({"time", "calendar", "mass", "area", "volume", "length"})
"""Dimensions that 每 behind a unit may name: 3元每斤 is a rate, in 两次每人 a new phrase begins."""

# ---- 两年半, 九成半

_HALVED = frozenset({"time", "calendar", "length", "area", "mass", "age", "ratio"})
_HALF_WORDS = "导天年月山路边程数夜价载生世途熟径岛球"


def _halved(text: str, measure: _Measure, unit: Unit) -> _Measure:
    if not text.startswith("半", measure.end) or text[measure.end + 1 : measure.end + 2] in tuple(_HALF_WORDS):
        return measure
    if (unit.dimension not in _HALVED and measure.surface != "成") or measure.numeral.low is not None:
        return measure
    return measure._replace(numeral=_plus(measure.numeral, Decimal("0.5")), end=measure.end + 1)


# ---- 一块八, 三成三, 9成6, 1米85, 4秒58

_TAIL = re.compile(r"(?P<han>[一二三四五六七八九])|(?P<digits>\d{1,3})")
_TAILED = {"块": True, "成": True, "元": True, "角": True, "毛": True, "米": True, "秒": False}
"""Units behind which digits go on with tenths and hundredths; with True, a Chinese digit does too."""
_GOES_ON = re.compile(
    r"、[二三四五六七八九][角毛]|[角毛]|分(?![之别布批])|[\d.,%一二两三四五六七八九十百千万亿多余几年月日号]"
)


def _tailed(text: str, measure: _Measure, unit: Unit) -> _Measure:
    """Take the digits behind the unit, unless they begin another number with a unit of its own (5米3座)."""
    if measure.surface not in _TAILED or measure.base or measure.numeral.magnitude:
        return measure
    tail = _TAIL.match(text, measure.end)
    whole = measure.numeral.low is None and measure.numeral.value == measure.numeral.value.to_integral_value()
    if tail is None or not whole or _GOES_ON.match(text, tail.end()):
        return measure
    if (own := unit_at(text, tail.end(), measure.end)) and not (tail["han"] and own[1].chinese == "never"):
        return measure  # in 九成七通了水 there are no seven of 通
    if tail["han"]:
        if not _TAILED[measure.surface] or (measure.surface != "成" and _begins_word(text, tail.start())):
            return measure
        more = Decimal("一二三四五六七八九".index(tail[0]) + 1) / 10
    elif measure.surface == "元" or (measure.surface == "成" and not _tenth_of_tenth(text, measure, tail)):
        return measure
    elif measure.surface == "成":
        more = Decimal(tail[0]) / 10
    else:
        more = Decimal(f"0.{tail[0]}")
    return measure._replace(numeral=_plus(measure.numeral, more), end=tail.end())


def _tenth_of_tenth(text: str, measure: _Measure, tail: re.Match[str]) -> bool:
    """Tell whether a digit goes on with the tenths of Arabic ones: 占4成5; in 占三成5户 and 4成12户 a new count begins."""
    return len(tail[0]) == 1 and text[measure.end - 2].isdecimal()


_ADVERB = compile_han(r"一[㐀-鿿](?<![的了左多钱计就才都也还降涨到跌升卖])")


def _begins_word(text: str, start: int) -> bool:
    """Tell whether a Chinese digit is the first character of a word: 涨到四千元[一路], 两元[四处]."""
    cut = words().cut(text, start, min(len(text), start + 4))
    return len(cut[0].text) > 1 or _ADVERB.match(text, start) is not None


# ---- 三倍多

_MORE_WORDS = re.compile(r"多(?:[菌种样元个数少云彩功媒边民党角肽糖酚层族]|方面)")


def _exceeded(text: str, measure: _Measure, unit: Unit) -> _Measure:
    """多 and 余 behind the unit stay outside the span and say more than."""
    if not text.startswith(("多", "余"), measure.end) or _MORE_WORDS.match(text, measure.end):
        return measure
    return measure._replace(cmp=">")


# ---- numbers


def _plus(numeral: Numeral, more: Decimal) -> Numeral:
    value = numeral.value + more
    return numeral._replace(number=value, value=value)


def _scaled(numeral: Numeral, factor: int) -> Numeral:
    return numeral._replace(
        value=shortest(numeral.value * factor),
        low=None if numeral.low is None else shortest(numeral.low * factor),
        high=None if numeral.high is None else shortest(numeral.high * factor),
    )


_MINUS = re.compile(r"(?:零下|(?:^|[为达至到是(，,、；;:\s])负)$")
_MINUS_AFTER = re.compile(
    r"\Z|[^0-9A-Za-z%‰)\]万亿千百十元人户亩个家米天年月日吨斤里顷头只次倍度岁名位条项所座处批克升℃㎡—–-]"
)
"""Where a hyphen is a minus sign; behind a number or a unit it is a range, behind a letter a code."""


def signed(text: str, candidate: Candidate) -> Candidate:
    """Take the minus sign in front (-, 负, 零下) into the number, where it is none of a range or a code."""
    start = candidate.start
    sign = text[start - 1 : start]
    if sign in ("下", "负") and _MINUS.search(text, max(0, start - 2), start):
        return _negative(candidate, start - (2 if sign == "下" else 1))
    if sign == "-" and _MINUS_AFTER.match(text[start - 2 : start - 1]):
        return _negative(candidate, start - 1)
    return candidate


def _negative(candidate: Candidate, start: int) -> Candidate:
    n = candidate.numeral
    low, high = (None if n.high is None else -n.high), (None if n.low is None else -n.low)
    value = low if low is not None else -n.value
    return candidate._replace(start=start, numeral=n._replace(number=-n.number, value=value, low=low, high=high))
