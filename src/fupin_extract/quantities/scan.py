"""Numbers one after the other: the only place that reads the text from end to end.

Each way of writing a number has a reader; what stands behind the number is `compose`'s to read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ..numerals import ARABIC, CHINESE, FINANCIAL, MORE, Numeral, parse, split_more
from ..patterns import compile_han
from ..units import PERCENT, PERMILLE, units
from .candidate import Candidate
from .compose import Written, compose, signed, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import Comparison

_RATIO_SIGN = r" ?[:/] ?"
_STEPS = "十百千万亿仟佰拾"
_TRILLIONS = rf"兆(?=(?:{ARABIC})?[万亿千多余]{{0,2}}(?:元|块|美元|欧元|日元|韩元|英镑|港元))"
"""兆 as a magnitude, before money (3兆2092亿元); elsewhere it is a unit (宽带100兆)."""
NUMBER = compile_han(
    rf"(?P<ratio>\d+(?:\.\d+)?(?:(?:{_RATIO_SIGN}|比)\d+(?:\.\d+)?)+)"
    r"|(?P<spaced>(?<![\d.])\d{1,3}(?: \d{3})+(?:\.\d+)?[万亿]?[多余]?(?= ?(?:[一-鿿]|%)))"
    r"|(?P<fraction_arabic>(?<![\d.])\d{1,3}分之\d{1,3}(?![\d.]))"
    rf"|(?P<arabic>{ARABIC}(?: ?(?:[{_STEPS}几{MORE}]|{_TRILLIONS})+(?:零?(?!\d{{4}}年){ARABIC}[{_STEPS}{MORE}]*)*)?)"
    rf"|(?P<share>[百千万]分之(?:{ARABIC}|{CHINESE}))"
    rf"|(?P<fraction>(?:{CHINESE})分之(?:{CHINESE}))"
    rf"|(?P<financial>[壹贰叁参肆伍陆柒捌玖](?:[拾佰仟万亿](?:{FINANCIAL}|[零壹贰叁参肆伍陆柒捌玖拾佰仟万亿])?|(?=[元圆]))"
    rf"|拾(?:{FINANCIAL}|[万亿])(?=[元圆]))"
    rf"|(?P<ratio_han>[一二三四五六七八九十]{{1,2}}比[一二三四五六七八九十]{{1,2}}(?![一-鿿]?较))"
    r"|(?P<half_whole>一半|半数(?=以上|[的以用为来是有已]|，|。)|(?<=[近超])半数)"
    rf"|(?P<chinese>{CHINESE}(?: [万亿]+)?(?:[{MORE}][百千万亿]*|(?<=[百千万])把(?=[块元人斤亩里]))?)"
    r"|(?P<half>半)(?=年|天|个|亩|斤|公里|里|米|吨|小时|成)"
)
"""Every numeral of a folded text, the longest reading first. All parts are linear: no two repeats meet."""

_LONGEST = 100
"""The most characters of a numeral: what goes on for longer is noise, and reading it again and again would take long."""
_MAY_BE_NEXT = MORE + "百千十"
_ONE = Decimal(1)
_HALF = Decimal("0.5")
_SHARES = {"百": PERCENT, "千": PERMILLE}
_NUMERIC = "0-9〇零二两三四五六七八九十百千万亿廿卅几数半壹贰叁参肆伍陆柒捌玖拾"
_STARTS = compile_han(
    rf"[{_NUMERIC}一](?!(?<=零)下)"
    r"(?:(?<!一)"
    # 一 goes on as a numeral or before what counts with it: 一百, 一成, 一至两万, 一元八角, 一毛八, 一年多, 一年半
    rf"|(?=[{_NUMERIC}一点成倍番周块比分至到、—–~-]|[元角毛][一二三四五六七八九]|亩[二四五六七八九]分|[一-鿿]{{1,3}}[多余半])"
    # or stands behind what bounds it: 至少一人, 提前一年
    r"|(?<=[少于低到足满过超近约仅有多达为期时长短间翻前均]一))"
)
"""Where a number may begin. A lone 一 is an article but before or behind a few characters, and half of all numerals."""


def scan(text: str) -> Iterator[Candidate]:
    """Yield every number with the unit written behind it (None where none is), in text order, apart."""
    position = reach = 0
    while start := _STARTS.search(text, position):
        position = start.end()
        match = NUMBER.match(text, start.start())
        if match is None:
            continue
        candidate = _READERS[match.lastgroup or ""](text, match)
        position = match.end() if candidate is None else candidate.end
        # A sign in words (零下) may be the end of the number before: then there is none here.
        if candidate is not None and candidate.start >= reach:
            reach = candidate.end
            yield candidate


def _read_number(text: str, match: re.Match[str]) -> Candidate | None:
    start = match.start()
    chinese = match.lastgroup not in ("arabic", "spaced")
    written = match[0].rstrip(" ")
    if len(written) > _LONGEST:
        return None
    while written:
        candidate = _with_unit(text, start, written, chinese)
        if candidate is not None:
            return signed(text, candidate)
        # 100来自, 1200万百姓: what looked like 来 or a magnitude may belong to the next word.
        if written[-1] not in _MAY_BE_NEXT:
            break
        written = written[:-1]
    return None


def _with_unit(text: str, start: int, written: str, chinese: bool) -> Candidate | None:
    """Return the numeral at ``start`` with the unit behind it, or that it ends in (千瓦 in 5千瓦); None where it is no number."""
    end = start + len(written)
    digits, more = split_more(written)
    digits = digits.replace(" ", "")
    cmp: Comparison = more_than(written) if more else "="
    if written[-1] in "百千" and (taken := units().at(text, end - 1)) and _ends_in_unit(digits, taken[0], chinese):
        surface, unit = taken
        numeral = parse(digits[:-1])
        if numeral is None or not unit.stands(text, start, end - 1 + len(surface)):
            return None
        return compose(text, Written(start, end - 1, end - 1, numeral, chinese, cmp), surface, unit)
    numeral = parse(digits)
    at = end
    if text.startswith(" ", at) and not text.startswith("  ", at):
        at += 1
    if numeral is not None and (found := unit_at(text, at, start)):
        return compose(text, Written(start, end, at, numeral, chinese, cmp), *found)
    if chinese and digits[-1] == "两" and (taels := _taels(text, start, written, cmp)):
        return taels
    if numeral is None or (written[-1] == "来" and not numeral.magnitude):
        return None
    return Candidate(start, end, end, numeral, "", None, chinese, cmp, rule="quantities/bare")


def _taels(text: str, start: int, written: str, cmp: Comparison) -> Candidate | None:
    """三十两, 两万两: the last 两 is the unit."""
    numeral, end = parse(written[:-1]), start + len(written)
    found = units().at(text, end - 1)
    if numeral is None or not found or not found[1].stands(text, start, end - 1 + len(found[0])):
        return None
    return compose(text, Written(start, end - 1, end - 1, numeral, True, cmp), *found)


def _ends_in_unit(digits: str, surface: str, chinese: bool) -> bool:
    """Tell whether the last magnitude is the first character of a unit's name: 5千米, 340亿千瓦时, but 1万5千米."""
    if len(surface) < 2:
        return False
    before = digits[-2:-1]
    if chinese or not before.isdecimal():
        return parse(digits) is None or (not chinese and before in ("万", "亿"))
    return digits[:-1].replace(",", "").replace(".", "").isdecimal()


def more_than(written: str) -> Comparison:
    """多 and 余 say more than, 来 and 把 say about (十来个, 两千把块)."""
    return "~" if "来" in written or "把" in written else ">"


def _read_ratio(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    parts = tuple(Decimal(part) for part in re.split(r" ?[:/比] ?", match[0]))
    if "/" in match[0]:
        return _read_slashed(text, match, parts)
    numeral = Numeral(parts[0], "", parts[0])
    return Candidate(start, end, end, numeral, "比", None, parts=parts, base="比", rule="quantities/ratio")


def _read_slashed(text: str, match: re.Match[str], parts: tuple[Decimal, ...]) -> Candidate | None:
    """1/4 is a fraction; 2014/5/3, 24/7, 01/02 and 4/5G are none."""
    start, end = match.span()
    written = re.split(r" ?/ ?", match[0])
    padded = "." in match[0] or any(part.startswith("0") for part in written)
    proper = len(parts) == 2 and 0 < parts[0] < parts[1] <= 100 and not padded
    if not proper or (text[end : end + 1].isalpha() and text[end] < "\u3400"):
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
    numeral = numeral._replace(bare=False)
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
    numerals = [parse(part) for part in match[0].split("比")]
    parts = tuple(numeral.value for numeral in numerals if numeral is not None)
    if len(parts) != 2:
        return None
    numeral = Numeral(parts[0], "", parts[0])
    start, end = match.span()
    return Candidate(start, end, end, numeral, "比", None, True, parts=parts, base="比", rule="quantities/ratio")


def _read_half(text: str, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    found = unit_at(text, end, start)
    if found is None:
        return None
    number = Written(start, end, end, Numeral(_HALF, "", _HALF), True, "=")
    return compose(text, number, *found)


def _read_half_whole(text: str, match: re.Match[str]) -> Candidate | None:
    return _fraction(match.start(), match.end(), _ONE, Decimal(2))


_READERS = {
    "ratio": _read_ratio,
    "spaced": _read_number,
    "arabic": _read_number,
    "share": _read_share,
    "fraction": _read_fraction,
    "fraction_arabic": _read_fraction,
    "financial": _read_number,
    "ratio_han": _read_ratio_han,
    "chinese": _read_number,
    "half": _read_half,
    "half_whole": _read_half_whole,
}
