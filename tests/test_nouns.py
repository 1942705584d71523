"""The noun lists: what they decide, by their own examples."""

from __future__ import annotations

import pytest

import fupin_extract as fx
from fupin_extract.lexicon import load_toml
from fupin_extract.nouns import nouns

DATA = load_toml("nouns.toml")
IDIOMS = load_toml("idioms.toml")
UNITS = {"people": "人", "households": "户"}


@pytest.mark.parametrize("kind", ["people", "households", "concrete", "abstract", "neutral", "name_heads"])
def test_lists_are_clean(kind):
    words = DATA[kind]
    assert len(words) == len(set(words))
    assert all(word == word.strip() and word for word in words)


@pytest.mark.parametrize(("kind", "phrase"), [(k, p) for k in UNITS for p in DATA[f"{k}_examples"]])
def test_a_noun_says_what_is_counted(kind, phrase):
    assert UNITS[kind] in [q.base_unit for q in fx.extract(phrase).quantities], fx.explain(phrase)


@pytest.mark.parametrize(("kind", "phrase"), [(k, p) for k in UNITS for p in DATA[f"{k}_rejects"]])
def test_a_noun_that_does_not_say_it(kind, phrase):
    implied = [q for q in fx.extract(phrase).quantities if q.rule.startswith("quantities/implied")]
    assert UNITS[kind] not in [q.base_unit for q in implied], fx.explain(phrase)


@pytest.mark.parametrize("phrase", DATA["concrete_examples"])
def test_a_count_of_something_concrete(phrase):
    assert fx.extract(phrase).quantities, fx.explain(phrase)


@pytest.mark.parametrize("phrase", [*DATA["abstract_examples"], *IDIOMS["idioms"], *IDIOMS["idioms_examples"]])
def test_no_count(phrase):
    assert not fx.extract(phrase).quantities, fx.explain(phrase)


@pytest.mark.parametrize("phrase", IDIOMS["idioms_rejects"])
def test_no_idiom(phrase):
    assert fx.extract(phrase).quantities, fx.explain(phrase)


def test_every_idiom_fits_the_window_that_is_looked_at():
    text = "".join(IDIOMS["idioms"])
    for idiom in IDIOMS["idioms"]:
        assert idiom in text
        assert nouns().in_idiom(idiom, len(idiom) - 1, len(idiom))
