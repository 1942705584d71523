"""Numeral strings to exact numbers: whole or nothing.

Reads Arabic, Chinese (simplified, financial, colloquial) and mixed numerals in folded text, and the
indefinite ones (几十, 十几, 三四百). What it does not know as a whole it does not read: `parse` answers
None, never a part.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

MAGNITUDES = {
    "": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "十万亿": 10**13, "百万亿": 10**14, "千万亿": 10**15,
}  # fmt: skip
"""The factor of a magnitude written behind a number."""

_SCALES = {magnitude: Decimal(value) for magnitude, value in MAGNITUDES.items()}
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_FINANCIAL = str.maketrans("壹贰叁参肆伍陆柒捌玖拾佰仟", "一二三三四五六七八九十百千")
_STEPS = {"十": 10, "百": 100, "千": 1000}

_LONGEST = 40
"""Characters of the longest numeral that is read; what is longer is a code, and exact numbers of it would cost."""

_MOST_DIGITS = 24
"""Below the 28 digits to which `decimal` computes, so that every product is exact."""

_D = "〇零一二两三四五六七八九"
ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_HAN = rf"(?:[{_D}十百千万亿廿卅]|(?<=[一二两三四五六七八九])[佰仟])+"
CHINESE = rf"(?:[几数](?=[十百千万亿]))?{_HAN}(?:点[{_D}]+[十百千]?[万亿]*)?(?:(?<=[十])几(?=[^十百千]|$)[万亿]*)?"
FINANCIAL = rf"[{_D}十百千壹贰叁参肆伍陆柒捌玖拾佰仟万亿]{{2,}}"
MORE = "多余来"
"""Characters behind the digits or the magnitude for a little more than the number: 20多亿, 两万余, 十来."""


class Numeral(NamedTuple):
    """A number as written (``number`` before its ``magnitude``) and its exact ``value``.

    ``low`` and ``high`` bound an indefinite numeral. ``bare`` marks a magnitude without a number
    (百, 千万), which counts as one of it.
    """

    number: Decimal
    magnitude: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    bare: bool = False


_PLAIN = re.compile(rf"({ARABIC}) ?((?:[十百千]?(?:万亿|亿|万))|[十百千])?")


@lru_cache(maxsize=16384)
def parse(text: str) -> Numeral | None:
    """Return the numeral that the whole text is, or None. Texts repeat their numerals: answers are kept.

    >>> parse("294617.3万")
    Numeral(number=Decimal('294617.3'), magnitude='万', value=Decimal('2946173000'), low=None, high=None, bare=False)
    >>> str(parse("三万二千").number), parse("三万二千").magnitude
    ('3.2', '万')
    >>> [str(parse(s).value) for s in ("一百二十", "两千零五", "6亿1千9百万", "廿三", "壹佰贰拾万", "三点五万")]
    ['120', '2005', '619000000', '23', '1200000', '35000']
    >>> [(str(n.low), str(n.high)) for n in map(parse, ("几十", "十几", "三四百", "数千万"))]
    [('20', '90'), ('11', '19'), ('300', '400'), ('20000000', '90000000')]
    >>> [(str(n.low), str(n.high)) for n in map(parse, ("一万二三千", "三万五六", "一百五六"))]
    [('12000', '13000'), ('35000', '36000'), ('150', '160')]
    >>> str(parse("百十").value), str(parse("1兆2,000亿").value)
    ('110', '1200000000000')
    >>> parse("千分之二"), parse("二三五万亿万"), parse("")
    (None, None, None)
    """
    if len(text) > _LONGEST or sum(map(str.isdecimal, text)) > _MOST_DIGITS:
        return None
    if match := _PLAIN.fullmatch(text):
        digits, magnitude = match.groups()
        number = Decimal(digits.replace(",", ""))
        if not magnitude:
            return Numeral(number, "", number)
        return Numeral(number, magnitude, shortest(number * _SCALES[magnitude]))
    if "兆" in text:
        return _trillions(text)
    if text in _SCALES and text and text[0] != "十":
        return Numeral(Decimal(1), text, _SCALES[text], bare=True)
    text = text.translate(_FINANCIAL)
    if text == "百十":
        text = "一百一十"
    return _indefinite(text) or _definite(text)


def _trillions(text: str) -> Numeral | None:
    """Return a numeral in 兆, which is 万亿 where sums are so written (Taiwan): 1兆2000亿."""
    above, _, below = text.partition("兆")
    parts = [parse(above), parse(below.removeprefix("零")) if below else Numeral(Decimal(0), "", Decimal(0))]
    values = [part.value for part in parts if part is not None and part.low is None]
    if len(values) < len(parts) or values[1] >= _SCALES["万亿"]:
        return None
    value = shortest(values[0] * _SCALES["万亿"] + values[1])
    return Numeral(shortest(value / _SCALES["万亿"]), "万亿", value)


def _definite(text: str) -> Numeral | None:
    value = _value(text)
    if value is None:
        return None
    magnitude = next((top for top in ("万亿", "亿", "万") if top in text), "")
    value = shortest(value)
    return Numeral(shortest(value / _SCALES[magnitude]), magnitude, value)


def shortest(number: Decimal) -> Decimal:
    """Return the number without trailing zeros and without an exponent.

    >>> shortest(Decimal("12345000.00")), shortest(Decimal("1E+3"))
    (Decimal('12345000'), Decimal('1000'))
    """
    written = f"{number:f}"
    return Decimal(written.rstrip("0").rstrip(".")) if "." in written else Decimal(written)


def _value(text: str) -> Decimal | None:
    """Return the value of a numeral in 亿, 万 and below; each half whole or nothing."""
    for magnitude, scale in (("亿", 10**8), ("万", 10**4)):
        left, found, right = text.rpartition(magnitude)
        if not found:
            continue
        if magnitude == "亿" and "亿" in left:
            return None
        above = _value(left)
        if above is None or (magnitude == "万" and (above >= 10**4 or "万" in left)):
            return None
        return _joined(above * scale, right, scale)
    return _section(text)


def _joined(above: Decimal, right: str, scale: int) -> Decimal | None:
    """Add what stands behind a magnitude; a lone digit there is of the next step down (两万五)."""
    if not right:
        return above
    if len(right) == 1 and right != "两" and (digit := _DIGITS.get(right) or int(right.isdecimal() and right)):
        return above + digit * scale // 10
    below = _value(right.removeprefix("零") if len(right) > 1 else right)
    return None if below is None or below >= scale else above + below


_TOKEN = re.compile(rf"{ARABIC}|.")


def _section(text: str) -> Decimal | None:
    """Return the value of a numeral below 万: digits and 十百千, digits read one by one, or a decimal."""
    whole, point, fraction = text.partition("点")
    if point:
        base = _section(whole)
        digits = [_DIGITS.get(c) for c in fraction]
        if base is None or not digits or None in digits or base != base.to_integral_value():
            return None
        return base + Decimal("0." + "".join(map(str, digits)))
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return _one_by_one(text)
    return _by_steps(_TOKEN.findall(text))


def _one_by_one(text: str) -> Decimal | None:
    """二〇五: digits in a row are a number only where they could be nothing else (三四 may be 3 to 4)."""
    if (len(text) < 3 and not set("〇零") & set(text)) or "两" in text:
        return None
    return Decimal("".join(str(_DIGITS[c]) for c in text))


def _by_steps(tokens: list[str]) -> Decimal | None:
    """Return the number of digits and steps 千百十, None where the steps do not fall (三百二千) or a digit has none."""
    total, pending, step, zero = Decimal(0), None, 10**4, False
    for token in tokens:
        if token in _STEPS or token in "廿卅":
            factor = _STEPS.get(token, 10)
            if factor >= step or (pending is None and factor != 10):
                return None
            leading = {"廿": 2, "卅": 3}.get(token, 1)
            if pending is not None and leading != 1:
                return None
            total += (leading if pending is None else pending) * factor
            pending, step, zero = None, factor, False
        elif token in ("零", "〇") and total:
            zero = True
        elif pending is None and (digit := _digit(token)) is not None:
            pending = digit
        else:
            return None
    if pending is None:
        return total if tokens and not zero else None
    if not total or zero or step == 10:
        return total + pending
    if pending >= 10:
        return total + pending if pending < step else None  # 1千[200]
    return total + pending * step / 10


def _digit(token: str) -> Decimal | None:
    if token in _DIGITS:
        return Decimal(_DIGITS[token])
    return Decimal(token.replace(",", "")) if token[0].isdecimal() else None


_FEW = re.compile(r"[几数]([十百千]?[万亿]*)")
_TEENS = re.compile(rf"((?:[{_D}]?十)|(?:[{_D}]百[{_D}]?十?))几([万亿]*)")
_PAIR = re.compile(
    rf"((?:[{_D}十]{{1,3}}万)?(?:[{_D}]千)?(?:[{_D}]百)?(?:[{_D}]?十)?)([一二两三四五六七八])([二两三四五六七八九])([十百千]?)([万亿]*)"
)
_ARABIC_FEW = re.compile(r"(\d*0)几([万亿]*)")


def _indefinite(text: str) -> Numeral | None:
    """几十 → 20–90, 十几 → 11–19, 三四百 → 300–400, 十五六 → 15–16, 一万二三千 → 12000–13000, 三万五六 → 35000–36000."""
    if (match := _FEW.fullmatch(text)) and match[1] in _SCALES and match[1]:
        scale = _SCALES[match[1]]
        return _between(2 * scale, 9 * scale, text)
    if match := _TEENS.fullmatch(text) or _ARABIC_FEW.fullmatch(text):
        base = _value(match[1])
        if base is not None and match[2] in _SCALES:
            scale = _SCALES[match[2]]
            return _between((base + 1) * scale, (base + 9) * scale, text)
    if match := _PAIR.fullmatch(text):
        tens, first, second, step, magnitude = match.groups()
        step = step or (_BELOW.get(tens[-1], "") if tens and not magnitude else "")
        low, high = _DIGITS[first], _DIGITS[second]
        if (high - low != 1 and (low, high) != (3, 5)) or not _steps_down(tens, step) or magnitude not in _SCALES:
            return None
        base = _value(tens) if tens else Decimal(0)
        if base is not None:
            scale = _SCALES[magnitude]
            return _between((base + low * _SCALES[step]) * scale, (base + high * _SCALES[step]) * scale, text)
    return None


_BELOW = {"百": "十", "千": "百", "万": "千"}
"""The step that a pair leaves unsaid: 一百五六 is 150 to 160."""


def _steps_down(above: str, step: str) -> bool:
    """Tell whether a step may follow what stands before it: 二百五六十, but not 十五六百."""
    return not above or above[-1] == "万" or _STEPS[above[-1]] > _STEPS.get(step, 1)


def _between(low: Decimal, high: Decimal, text: str) -> Numeral:
    top = re.search(r"[万亿]+", text)
    magnitude = top[0] if top else ""
    return Numeral(shortest(low / _SCALES[magnitude]), magnitude, low, low, high)


def split_more(text: str) -> tuple[str, bool]:
    """Return the numeral without 多, 余, 来 or 把 inside it, and whether one was there.

    >>> split_more("20多亿"), split_more("两万余")
    (('20亿', True), ('两万', True))
    """
    if "多" in text or "余" in text or "来" in text or text.endswith("把"):
        return text.replace("多", "").replace("余", "").replace("来", "").removesuffix("把"), True
    return text, False
