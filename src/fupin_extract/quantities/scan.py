"""Numbers with their units, one after the other: the only place that reads the text from end to end."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ..numerals import MAGNITUDES, ARABIC, CHINESE, FINANCIAL, MORE, Numeral, parse, split_more
from ..units import PERCENT, PERMILLE, Unit, unit_named, units
from .candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import Comparison

_RATIO_SIGN = r" ?[:/] ?"
NUMBER = re.compile(
    rf"(?P<ratio>\d+(?:\.\d+)?(?:(?:{_RATIO_SIGN}|比)\d+(?:\.\d+)?)+)"
    rf"|(?P<arabic>{ARABIC}(?: ?[十百千万亿仟佰拾几{MORE}]+(?:{ARABIC}[百千万亿仟佰拾]+)*)?)"
    rf"|(?P<share>[百千万]分之(?:{ARABIC}|[百几]?{CHINESE}))"
    rf"|(?P<fraction>(?:{CHINESE})分之(?:{CHINESE}))"
    rf"|(?P<financial>[壹贰叁参肆伍陆柒捌玖](?:{FINANCIAL}))"
    rf"|(?P<ratio_han>[一二三四五六七八九十]{{1,2}}比[一二三四五六七八九十]{{1,2}}(?![一-鿿]?较))"
    r"|(?P<half_whole>一半)"
    rf"|(?P<chinese>{CHINESE}(?: [万亿]+)?(?:[{MORE}][百千万亿]*)?)"
    r"|(?P<half>半)(?=年|天|个|亩|斤|公里|里|吨|小时|成)"
)
"""Every numeral of a folded text, the longest reading first. All parts are linear: no two repeats meet."""

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_HALVED = frozenset({"time", "length", "area", "mass", "age", "ratio", "calendar"})
_HALF_WORDS = "导天年月山路边程数夜价载生世途熟"
_TAILS = "一二三四五六七八九"
_TAIL_STOPS = re.compile(r"[一二三四五六七八九十百千万亿个家户人名元块分天年月点成]")
"""一块八, 三成三: a digit behind 块 and 成 is of the next step down, unless it begins another number."""
_HUNDREDTHS = re.compile(r"\d{1,3}(?![\d.万千])")
_BRACKETED = re.compile(r"\(([一-鿿、，]{1,7})\)")
_SHARES = {"百": PERCENT, "千": PERMILLE}


def scan(text: str) -> Iterator[Candidate]:
    """Yield every number with the unit written behind it (None where none is), in text order, apart."""
    reach = 0
    for match in NUMBER.finditer(text):
        if match.start() < reach:
            continue
        candidate = _READERS[match.lastgroup or ""](text, match)
        if candidate is not None:
            reach = candidate.end
            yield candidate


def _read_number(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    chinese = match.lastgroup != "arabic"
    written = match[0].rstrip(" ")
    end = start + len(written)
    while written:
        candidate = _with_unit(text, start, end, written, chinese)
        if candidate is not None:
            return _signed(text, candidate)
        # 100来自, 三年级万余: what looked like 多, 余, 来 or a magnitude may belong to the next word.
        if written[-1] not in MORE:
            break
        written, end = written[:-1], end - 1
    return None


def _with_unit(text: str, start: int, end: int, written: str, chinese: bool) -> Candidate | None:
    digits, more = split_more(written)
    digits = digits.replace(" ", "")
    unread = not chinese or parse(digits) is None
    if unread and written[-1] in "百千" and (taken := _unit_from_magnitude(text, end)):
        surface, unit = taken
        numeral = parse(digits[:-1])
        if not unit.stands(text, start, end - 1 + len(surface)):
            return None
        if numeral is not None:
            return _composed(text, start, end - 1, end - 1, surface, unit, numeral, chinese, more)
    numeral = parse(digits)
    if numeral is None:
        return None
    at = end
    if text.startswith(" ", at) and not text.startswith("  ", at):
        at += 1
    if text.startswith("个亿", at) and not numeral.magnitude and text[at + 2 : at + 3] not in ("元", "级"):
        return _in_billions(start, at, numeral, chinese, more)
    if found := _unit_at(text, at, start):
        surface, unit, unit_end = found
        return _composed(text, start, end, at, surface, unit, numeral, chinese, more, unit_end)
    if written[-1] in MORE and not numeral.magnitude and len(written) > 1 and written[-1] == "来":
        return None
    return Candidate(start, end, end, numeral, "", None, chinese, _more_than(written) if more else "=", rule="quantities/bare")


def _in_billions(start: int, at: int, numeral: Numeral, chinese: bool, more: bool) -> Candidate:
    """60个亿, 20多个亿: said for so many 亿 of money, the unit left out."""
    numeral = _scaled(numeral, MAGNITUDES["亿"])
    rule = "quantities/billions"
    return Candidate(start, at + 2, at, numeral, "个亿", None, chinese, ">" if more else "=", base="", rule=rule)


def _unit_from_magnitude(text: str, end: int) -> tuple[str, Unit] | None:
    """5千瓦, 3百分点: the last magnitude is the first character of a unit's name."""
    found = units().at(text, end - 1)
    return found if found and len(found[0]) > 1 else None


def _unit_at(text: str, at: int, start: int) -> tuple[str, Unit, int] | None:
    """Return the longest unit that stands there and whose guards let it, as (as written, unit, end)."""
    if text.startswith(("个多", "个半"), at) and (whole := units().at("个" + text[at + 2 : at + 8], 0)):
        surface, unit = whole
        if len(surface) > 1:
            return surface, unit, at + len(surface) + 1
    for surface, unit in units().all_at(text, at):
        if unit.stands(text, start, at + len(surface)):
            return surface, unit, at + len(surface)
    return None


def _composed(
    text: str,
    start: int,
    digits_end: int,
    at: int,
    surface: str,
    unit: Unit,
    numeral: Numeral,
    chinese: bool,
    more: bool,
    unit_end: int | None = None,
) -> Candidate:
    """Put number and unit together with what may follow the unit: (次), /亩, 半, 多."""
    end = unit_end if unit_end is not None else at + len(surface)
    base: str | None = None
    if text.startswith(("个多", "个半"), at) and end > at + len(surface):
        more = more or text[at + 1] == "多"
        numeral = _plus(numeral, _HALF) if text[at + 1] == "半" else numeral
    bracketed = _BRACKETED.match(text, end)
    if bracketed and (joined := _bracketed_unit(surface, bracketed[1])):
        surface, base, end = joined, joined, bracketed.end()
    elif text.startswith("/", end) and (rate := units().at(text, end + 1)):
        name, per = rate
        surface, base, end = f"{surface}/{name}", f"{unit.name}/{per.name}", end + 1 + len(name)
        while text.startswith("·", end) and (rate := units().at(text, end + 1)):
            surface, base, end = f"{surface}·{rate[0]}", f"{base}·{rate[1].name}", end + 1 + len(rate[0])
    elif text.startswith("半", end) and unit.dimension in _HALVED and text[end + 1 : end + 2] not in _HALF_WORDS:
        numeral, end = _plus(numeral, _HALF), end + 1
    if text.startswith("多", end) and not text.startswith(("多种", "多样", "多元", "多个"), end):
        more = True
    if surface == "秒" and (hundredths := _HUNDREDTHS.match(text, end)) and numeral.value == int(numeral.value):
        numeral, end = _plus(numeral, Decimal(f"0.{hundredths[0]}")), hundredths.end()
    if (tail := text[end : end + 1]) and tail in _TAILS and surface in ("块", "成") and not _TAIL_STOPS.match(text, end + 1):
        numeral, end = _plus(numeral, Decimal(_TAILS.index(tail) + 1) / 10), end + 1
    if unit.multiplier != 1:
        numeral = _scaled(numeral, unit.multiplier)
    rule = f"units/{unit.name}"
    cmp: Comparison = _more_than(text[start:at]) if more else "="
    return Candidate(
        start, end, digits_end, numeral, surface, unit, chinese, cmp, base=base, rule=rule
    )


def _more_than(written: str) -> Comparison:
    """多 and 余 say more than, 来 says about (十来个)."""
    return "~" if "来" in written else ">"


def _bracketed_unit(surface: str, inner: str) -> str | None:
    """人(次) → 人次, 县(市、区) → 县市区: a bracket that holds nothing but units."""
    parts = [part for part in re.split("[、，]", inner) if part]
    if inner == "次" or all(unit_named(part) for part in parts):
        return surface + "".join(parts)
    return None


def _plus(numeral: Numeral, more: Decimal) -> Numeral:
    value = numeral.value + more
    return numeral._replace(number=value, value=value)


def _scaled(numeral: Numeral, factor: int) -> Numeral:
    return numeral._replace(
        value=numeral.value * factor,
        low=None if numeral.low is None else numeral.low * factor,
        high=None if numeral.high is None else numeral.high * factor,
    )


def _signed(text: str, candidate: Candidate) -> Candidate:
    """Take the minus sign in front into the number, where it is none of a range or a code."""
    start = candidate.start
    if not start or text[start - 1] != "-" or (start > 1 and (text[start - 2].isalnum() and text[start - 2] < "\u3400")):
        return candidate
    if start > 1 and text[start - 2] in "%‰)元人户亩个-—":
        return candidate
    from dataclasses import replace

    n = candidate.numeral
    return replace(candidate, start=start - 1, numeral=n._replace(number=-n.number, value=-n.value))


def _read_ratio(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    parts = tuple(Decimal(part) for part in re.split(r" ?[:/比] ?", match[0]))
    if "/" in match[0]:
        return _read_slashed(text, match, parts)
    numeral = Numeral(parts[0], "", parts[0])
    return Candidate(start, end, end, numeral, "比", None, parts=parts, base="比", rule="quantities/ratio")


def _read_slashed(text: str, match: re.Match[str], parts: tuple[Decimal, ...]) -> Candidate | None:
    """1/4 is a fraction; 2014/5/3, 24/7 and 4/5G are none."""
    start, end = match.span()
    written = re.split(r" ?/ ?", match[0])
    padded = "." in match[0] or any(part.startswith("0") for part in written)
    proper = len(parts) == 2 and 0 < parts[0] < parts[1] <= 100 and not padded
    if not proper or text[end : end + 1].isalpha() and text[end] < "\u3400":
        return None
    return _fraction(start, end, *parts)


def _fraction(start: int, end: int, numerator: Decimal, denominator: Decimal) -> Candidate:
    numeral = Numeral(numerator, "", numerator)
    parts = (numerator, denominator)
    return Candidate(start, end, end, numeral, "分之", None, parts=parts, base="分之", rule="quantities/fraction")


def _read_share(text: str, match: re.Match[str]) -> Candidate | None:
    """百分之三十 → 30 %, 千分之五 → 5 ‰, 万分之三 → 3/10000."""
    start, end = match.span()
    numeral = parse(match[0][3:])
    if numeral is None:
        return None
    unit = _SHARES.get(match[0][0])
    if unit is None:
        return _fraction(start, end, numeral.value, Decimal(10000))
    return Candidate(start, end, end, numeral, unit.surface, unit, rule="quantities/share")


def _read_fraction(text: str, match: re.Match[str]) -> Candidate | None:
    denominator, numerator = (parse(part) for part in match[0].split("分之"))
    if numerator is None or denominator is None:
        return None
    return _fraction(match.start(), match.end(), numerator.value, denominator.value)


def _read_ratio_han(text: str, match: re.Match[str]) -> Candidate | None:
    """三比一; 一比 in 一比较 is none."""
    values = [parse(part) for part in match[0].split("比")]
    if any(v is None for v in values) or len(values) != 2:
        return None
    parts = tuple(v.value for v in values if v is not None)
    numeral = Numeral(parts[0], "", parts[0])
    start, end = match.span()
    return Candidate(start, end, end, numeral, "比", None, True, parts=parts, base="比", rule="quantities/ratio")


def _read_half(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    found = _unit_at(text, end, start)
    if found is None:
        return None
    surface, unit, unit_end = found
    numeral = Numeral(_HALF, "", _HALF * unit.multiplier)
    return Candidate(start, unit_end, end, numeral, surface, unit, True, rule=f"units/{unit.name}")


def _read_half_whole(text: str, match: re.Match[str]) -> Candidate | None:
    return _fraction(match.start(), match.end(), _ONE, Decimal(2))


_READERS = {
    "ratio": _read_ratio,
    "arabic": _read_number,
    "share": _read_share,
    "fraction": _read_fraction,
    "financial": _read_number,
    "ratio_han": _read_ratio_han,
    "chinese": _read_number,
    "half": _read_half,
    "half_whole": _read_half_whole,
}
