"""Numerals: every integer to 99,999 written and read back, samples beyond, and what is no numeral."""

from __future__ import annotations

import random
from decimal import Decimal

import opencc
import pytest

from fupin_extract.numerals import parse

_DIGITS = "零一二三四五六七八九"
_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def to_chinese(n: int) -> str:
    """Return the Chinese numeral of an integer below 10^16, as a careful writer would put it."""
    if n < 10000:
        return _section(n) or "零"
    for scale, magnitude in ((10**8, "亿"), (10**4, "万")):
        if n >= scale:
            high, low = divmod(n, scale)
            zero = "零" if 0 < low < scale // 10 else ""
            return to_chinese(high) + magnitude + zero + (to_chinese(low) if low else "")
    raise AssertionError


def _section(n: int) -> str:
    out, pending_zero = "", False
    for power, step in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, power)
        if digit:
            out += ("零" if pending_zero else "") + _DIGITS[digit] + step
            pending_zero = False
        elif out:
            pending_zero = True
    return out


def test_every_integer_to_99999_reads_back():
    for n in range(1, 100_000):
        written = to_chinese(n)
        found = parse(written)
        assert found is not None, written
        assert found.value == n, written


@pytest.mark.parametrize("table", ["financial", "traditional", "spoken"])
def test_other_ways_of_writing_read_back(table):
    traditional = opencc.OpenCC("s2t")
    back = opencc.OpenCC("t2s")
    for n in range(11, 100_000, 7):
        written = to_chinese(n)
        if table == "financial":
            written = written.translate(_FINANCIAL)
        elif table == "traditional":
            written = back.convert(traditional.convert(written))
        else:
            written = written.removeprefix("一") if written.startswith("一十") else written.replace("二千", "两千")
        found = parse(written)
        assert found is not None, written
        assert found.value == n, written


def test_sampled_to_ten_to_the_sixteenth():
    chance = random.Random(20)
    for _ in range(20_000):
        n = chance.randrange(10 ** chance.randrange(5, 17))
        if n:
            found = parse(to_chinese(n))
            assert found is not None, to_chinese(n)
            assert found.value == n, to_chinese(n)


def test_arabic_with_magnitudes_is_exact():
    chance = random.Random(21)
    for _ in range(5_000):
        digits = f"{chance.randrange(10**6)}.{chance.randrange(1, 10**4)}"
        for magnitude, scale in (("", 1), ("万", 10**4), ("千万", 10**7), ("亿", 10**8), ("万亿", 10**12)):
            found = parse(digits + magnitude)
            assert found is not None
            assert found.value == Decimal(digits) * scale
            assert (found.number, found.magnitude) == (Decimal(digits), magnitude)


READ = [
    ("294,617.3万", "2946173000"),
    ("两万五", "25000"),
    ("三千五", "3500"),
    ("一亿五", "150000000"),
    ("一亿零五百万", "105000000"),
    ("二〇五", "205"),
    ("一九八六", "1986"),
    ("三点一四", "3.14"),
    ("三百六十五点五", "365.5"),
    ("1.2万亿", "1200000000000"),
    ("两万亿", "2000000000000"),
    ("6亿1千9百万", "619000000"),
    ("1亿5仟万", "150000000"),
    ("廿三", "23"),
    ("卅", "30"),
    ("十", "10"),
    ("百", "100"),
    ("千万", "10000000"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_reads(text, value):
    found = parse(text)
    assert found is not None
    assert found.value == Decimal(value)


NOT_READ = [
    "", "万亿万", "亿亿", "5亿亿", "一亿万", "二三五万亿万", "十百", "千十", "百一千", "一十十", "三四", "点五", "三点",
    "1.2.3", "1,23", "一两", "万一", "两两", "三百五百", "abc", "十分之", "几",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_READ)
def test_whole_or_nothing(text):
    found = parse(text)
    assert found is None or found.low is not None, found


INDEFINITE = [
    ("几十", 20, 90), ("数百", 200, 900), ("几千", 2000, 9000), ("数万", 20000, 90000), ("几十万", 200000, 900000),
    ("数千万", 20000000, 90000000), ("十几", 11, 19), ("二十几", 21, 29), ("十几万", 110000, 190000), ("20几", 21, 29),
    ("两三", 2, 3), ("三五", 3, 5), ("三四十", 30, 40), ("七八百", 700, 800), ("五六万", 50000, 60000), ("十五六", 15, 16),
    ("二十七八", 27, 28), ("二百五六十", 250, 260), ("一百三四十万", 1300000, 1400000), ("一两千", 1000, 2000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), INDEFINITE)
def test_indefinite(text, low, high):
    found = parse(text)
    assert found is not None
    assert (found.value, found.low, found.high) == (low, low, high)
