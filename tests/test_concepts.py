"""The catalogue of indicators: every entry has its examples and rejects, and no name means two of them."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import fupin_extract as fx
from fupin_extract.concepts import Concept, concept_of, concepts
from fupin_extract.units import unit_named

ENTRIES = tomllib.loads((Path(fx.__file__).parent / "data" / "indicators.toml").read_text("utf-8"))["indicator"]
KNOWN = {"id", "name", "english", "aliases", "theme", "dimension", "unit", "per", "low", "high", "definition", "source",
         "breaks", "examples", "rejects"}  # fmt: skip
UNITS_WITHOUT_ENTRY = {"%", "‰", "比", "分之"}


def test_the_catalogue_is_large_enough_to_be_one():
    assert len(concepts()) == len(ENTRIES) >= 200


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_an_entry_is_whole(entry):
    assert set(entry) <= KNOWN
    assert entry["definition"]
    assert entry["source"]
    assert all(unit in UNITS_WITHOUT_ENTRY or unit_named(unit) for unit in entry["unit"].split("/")), entry["unit"]
    assert entry.get("low", 0) <= entry.get("high", float("inf"))
    for broken in entry.get("breaks", ()):
        assert 1949 < broken["year"] < 2030
        assert broken["what"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_examples_resolve_and_rejects_do_not(entry):
    assert entry["examples"]
    assert entry["rejects"]
    for name in (entry["name"], *entry.get("aliases", ()), *entry["examples"]):
        found = concept_of(name, entry["unit"])
        assert found is not None, name
        assert found.id == entry["id"], name
    for name in entry["rejects"]:
        found = concept_of(name, entry["unit"])
        assert found is None or found.id != entry["id"], name


def test_no_name_means_two_indicators():
    names = Counter(n for e in ENTRIES for n in {e["name"], *e.get("aliases", ())})
    assert not [n for n, count in names.items() if count > 1]
    assert len({e["id"] for e in ENTRIES}) == len(ENTRIES)


def test_a_name_outside_the_catalogue_is_a_good_record_without_concept():
    (fact,) = fx.extract("甘谷县建成花椒烘干房41座。").indicators
    assert (fact.name, fact.concept) == ("建成花椒烘干房", None)


def test_the_unit_decides_for_levels():
    assert isinstance(concept_of("贫困发生率", "%"), Concept)
    assert concept_of("贫困发生率", "元") is None


def test_a_value_that_cannot_be_is_kept_and_told_of():
    document = fx.extract("甘谷县贫困发生率为861%。")
    (fact,) = document.indicators
    assert (fact.concept, str(fact.quantity.value)) == ("poverty_headcount_ratio", "861")
    (notice,) = document.warnings
    assert (notice.code, notice.text) == ("range", "861%")
    assert not fx.extract("甘谷县贫困发生率为8.61%。").warnings
    assert not fx.extract("甘谷县贫困发生率下降861%。").warnings, "a change has no such range"
