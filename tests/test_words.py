"""Words: the cut of a clause, the lists that say what a word does, the areas."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.words import words

DATA = Path(fx.__file__).parent / "data"
WORDS = tomllib.loads((DATA / "words.toml").read_text("utf-8"))
COUNTRIES = tomllib.loads((DATA / "countries.toml").read_text("utf-8"))
CLASSES = tomllib.loads((DATA / "classes.toml").read_text("utf-8"))
AREAS = tomllib.loads((DATA / "areas.toml").read_text("utf-8"))
SOURCE = "\n".join(p.read_text("utf-8") for p in DATA.parent.rglob("*.py"))
RULES = "\n".join(p.read_text("utf-8") for p in (Path(fx.__file__).parent / "indicators").rglob("*.py"))

CUTS = [
    "修建 农村 公路",
    "累计 减少 贫困人口",
    "农产品 网上 销售",
    "规模以上 工业 增加值 同比 增长",
    "建档立卡 贫困户",
    "易地扶贫搬迁 安置点",
]


@pytest.mark.parametrize("cut", CUTS)
def test_a_clause_is_cut_into_words(cut):
    clause = cut.replace(" ", "")
    assert [w.text for w in words().cut(clause, 0, len(clause))] == cut.split()


@given(st.text(max_size=60))
def test_a_cut_loses_nothing(text):
    cut = words().cut(text, 0, len(text))
    assert "".join(w.text for w in cut) == text
    assert all(text[w.start : w.end] == w.text for w in cut)


def _told_of_classes(kind: str) -> list[tuple[str, str, str]]:
    return [tuple(line.split(" | ")) for told in CLASSES.values() for line in told.get(kind, ())]


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_says_what_it_is_and_a_rule_asks_for_it(name):
    told = CLASSES[name]
    assert all(told[part] for part in ("what", "source", "examples"))
    assert len(set(told["words"])) == len(told["words"])
    assert re.search(rf'word_class\("{name}"\)|class_endings\("{name}"\)', SOURCE)


@pytest.mark.parametrize(("sentence", "name", "number"), _told_of_classes("examples") + _told_of_classes("rejects"))
def test_what_is_read_by_a_class(sentence, name, number):
    read = {i.quantity.text: i.name for i in fx.extract(sentence, published="2020-12-17").indicators}
    assert read.get(number, "-") == name


@pytest.mark.parametrize("role", WORDS["roles"])
def test_every_role_is_one_that_a_rule_asks_for(role):
    assert re.search(rf'"{role}"', RULES)


def test_no_word_has_two_parts_of_speech():
    listed = [w for known in WORDS["tags"].values() for w in known]
    assert sorted(listed) == sorted(set(listed)), {w for w in listed if listed.count(w) > 1}


@pytest.mark.parametrize("sentence", AREAS["examples"])
def test_an_area_is_what_a_statement_is_about(sentence):
    assert {i.region.level for i in fx.extract(sentence).indicators} == {"area"}


def test_an_area_that_only_one_item_of_a_column_names_is_not_what_it_is_about():
    item = "长三角启动共享应用\n今天，长三角启动共享应用，长三角的企业都能用上。\n"
    others = "种粮大户领到补贴\n各地的种粮大户今天领到了补贴，春耕的农资备得足，农机也检修好了，大家都忙着下田。\n" * 4
    assert fx.extract(item * 3).focus_region.name == "长三角"
    focus = fx.extract(item + others).focus_region
    assert focus is None or focus.level != "area"


@pytest.mark.parametrize("sentence", COUNTRIES["examples"])
def test_what_is_told_of_another_country_has_no_place(sentence):
    assert {i.region for i in fx.extract("甘肃省、青海省、云南省的消息。\n" + sentence).indicators} == {None}


@pytest.mark.parametrize("sentence", COUNTRIES["rejects"])
def test_what_only_names_another_country_is_of_a_place_of_ours(sentence):
    assert all(i.region for i in fx.extract("全国的消息。我国、全国。\n" + sentence).indicators)


def test_no_country_is_listed_twice():
    listed = [*COUNTRIES["countries"], *COUNTRIES["places"]]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("phrase", AREAS["rejects"])
def test_an_undertaking_named_after_an_area_is_none(phrase):
    assert "area" not in {i.region.level for i in fx.extract(f"{phrase}投资3亿元。").indicators if i.region}
