"""The table of units: every entry's examples and rejects, every guard exercised, exact conversion."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest

import fupin_extract as fx
from fupin_extract.lexicon import load_toml
from fupin_extract.units import all_units, convert

ENTRIES = load_toml("units.toml")["unit"]
EXAMPLE = re.compile(r"(?P<phrase>.+) = (?P<value>\S+) (?P<unit>\S+)")
FIELDS = {"name", "base", "dimension", "aliases", "multiplier", "factor", "chinese", "not_before", "not_after",
          "only_before", "only_after", "not_after_year", "only_large", "source", "examples", "rejects"}  # fmt: skip


def spellings(entry):
    return [entry["name"], *entry.get("aliases", ())]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["name"])
def test_entry(entry):
    assert set(entry) <= FIELDS
    assert entry["source"]
    assert entry["examples"], "an entry without examples"
    for example in entry["examples"]:
        told = EXAMPLE.fullmatch(example)
        assert told, example
        found = [(q.value, q.base_unit) for q in fx.extract(told["phrase"]).quantities]
        assert found == [(Decimal(told["value"]), told["unit"])], fx.explain(told["phrase"])
    for reject in entry.get("rejects", ()):
        wrong = [q for q in fx.extract(reject).quantities if _in_this_unit(q, entry)]
        assert not wrong, fx.explain(reject)


def _in_this_unit(quantity, entry):
    """Implied units are said by a noun and not by this entry."""
    named = quantity.base_unit == entry.get("base", entry["name"])
    return named and quantity.rule.startswith("units/") and quantity.unit.endswith(tuple(spellings(entry)))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["name"])
def test_every_spelling_has_an_example(entry):
    for spelling in spellings(entry):
        assert any(spelling in example for example in entry["examples"]), spelling


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "rejects" in e or "not_before" in e], ids=lambda e: e["name"])
def test_every_guard_is_exercised_by_a_reject(entry):
    rejects = entry.get("rejects", ())
    for guard in (*entry.get("not_before", ()), *entry.get("not_after_year", ())):
        assert any(s + guard in reject for s in spellings(entry) for reject in rejects), f"not_before {guard}"
    for guard in entry.get("not_after", ()):
        assert any(guard in reject for reject in rejects), f"not_after {guard}"


def test_no_spelling_stands_twice():
    """But for 口 and 块, whose first entry holds only before the nouns it lists."""
    seen: dict[str, int] = {}
    for unit in all_units():
        if not unit.only_before and not unit.only_large:
            seen[unit.surface] = seen.get(unit.surface, 0) + 1
    assert [surface for surface, count in seen.items() if count > 1] == []


def test_there_are_at_least_250_units():
    assert len(ENTRIES) >= 250


CONVERSIONS = [
    ("1052", "亩", "公顷", Fraction(1052, 15)),
    ("15", "亩", "公顷", Fraction(1)),
    ("2.79", "平方公里", "公顷", Fraction(279)),
    ("3", "公里", "里", Fraction(6)),
    ("300", "斤", "吨", Fraction(3, 20)),
    ("2", "小时", "分钟", Fraction(120)),
    ("1", "年", "月", Fraction(12)),
    ("2946173000", "元", "亿元", Fraction(2946173000, 10**8)),
    ("384600", "人", "万人", Fraction(3846, 100)),
    ("1", "千瓦时", "度", Fraction(1)),
    ("1", "GB", "MB", None),
]


@pytest.mark.parametrize(("value", "unit", "wanted", "result"), CONVERSIONS)
def test_convert(value, unit, wanted, result):
    if result is None:
        with pytest.raises(ValueError, match=r"no fixed ratio|no conversion"):
            convert(Decimal(value), unit, wanted)
    else:
        assert convert(Decimal(value), unit, wanted) == result


@pytest.mark.parametrize(
    ("unit", "wanted", "message"),
    [
        ("公里", "户", "公里 measures length"),
        ("元", "瓦罐", "not in the table"),
        ("户", "人", "no conversion"),
        ("元", "美元", "no conversion"),
    ],
)
def test_incompatible_units_are_a_clear_error(unit, wanted, message):
    with pytest.raises(ValueError, match=message):
        convert(Decimal(5), unit, wanted)


@pytest.mark.parametrize("unit", [u for u in all_units() if u.factor], ids=lambda u: u.surface)
def test_conversion_there_and_back_is_exact(unit):
    others = [u for u in all_units() if u.dimension == unit.dimension and u.factor and u.multiplier == 1]
    for other in others:
        there = convert(Decimal(7), unit.name, other.surface)
        assert there * other.factor == 7 * next(u.factor for u in all_units() if u.name == unit.name and u.factor)
