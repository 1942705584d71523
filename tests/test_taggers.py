"""Taggers and the spaCy component: borders, precedence, alignment, what survives disk, processes and pickling."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
import spacy

import fupin_extract as fx
from fupin_extract.spacy import load
from fupin_extract.taggers import hanlp_tagger, spacy_tagger

TEXT = "平凉市扶贫办走进春晖一中，双联单位12个参加。"


def tagger(*surfaces):
    """A tagger that finds these surfaces as bodies."""
    return lambda text: [(text.index(s), text.index(s) + len(s), "ORG") for s in surfaces if s in text]


def surfaces(text, **options):
    return [o.text for o in fx.extract(text, **options).organisations]


def test_a_tagger_adds_what_no_rule_knows():
    assert surfaces(TEXT) == ["平凉市扶贫办"]
    assert surfaces(TEXT, tagger=tagger("春晖一中")) == ["平凉市扶贫办", "春晖一中"]


def test_rules_go_before_the_tagger():
    assert surfaces(TEXT, tagger=tagger("扶贫办走进", "凉市扶贫")) == ["平凉市扶贫办"]


def test_what_ends_in_no_head_is_not_taken():
    assert surfaces(TEXT, tagger=tagger("双联单位")) == ["平凉市扶贫办"]


@pytest.mark.parametrize("span", [(-1, 4, "ORG"), (4, 4, "ORG"), (3, 999, "ORG"), (0, 3, "DATE")])
def test_spans_that_are_none_are_passed_over(span):
    assert surfaces(TEXT, tagger=lambda text: [span]) == ["平凉市扶贫办"]


def test_spans_of_a_tagger_are_mapped_to_the_source():
    text = "走進(jìn)春暉一中。"
    (body,) = fx.extract(text, tagger=tagger("春晖一中")).organisations
    assert (body.text, body.name, text[slice(*body.span)]) == ("春暉一中", "春晖一中", "春暉一中")


def test_a_span_that_begins_inside_a_word_takes_the_word_whole():
    assert surfaces("他在芝加哥大学任教。", tagger=tagger("加哥大学")) == ["芝加哥大学"]
    assert surfaces("他来春晖大学任教。", tagger=tagger("春晖大学")) == ["春晖大学"]


@pytest.mark.parametrize(
    ("text", "span"),
    [("樊锦诗大学毕业。", "锦诗大学"), ("打掉三个赌诈集团。", "赌诈集团"), ("首单春晖银行永续债。", "首单春晖银行")],
)
def test_what_only_looks_like_a_name_is_none(text, span):
    assert surfaces(text, tagger=tagger(span)) == []


def test_what_is_done_to_a_body_is_no_part_of_its_name():
    assert surfaces("当兵的董蒙将大学读完。", tagger=tagger("蒙将大学")) == []


def test_a_spacy_pipeline_is_a_tagger():
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": [{"ORTH": c} for c in "春晖一中"]}])
    assert surfaces(TEXT, tagger=spacy_tagger(nlp)) == ["平凉市扶贫办", "春晖一中"]


def test_the_ready_pipeline_cuts_words_and_needs_no_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a network call")

    monkeypatch.setattr("socket.socket.connect", refuse)
    doc = load()("建成标准化村卫生室522个，贫困发生率由53%下降到26%。")
    words = [token.text for token in doc]
    assert "卫生室" in words
    assert "贫困发生率" in words
    assert [i.quantity.text for i in doc._.fupin.indicators] == ["522个", "26%"]


def test_a_pipeline_without_a_recogniser_is_refused():
    with pytest.raises(ValueError, match="no entity recogniser"):
        spacy_tagger(spacy.blank("zh"))


def test_hanlp_offsets_count_tokens():
    """A stand-in that answers as HanLP does: entities with token offsets, in no order; the real one is tested apart."""

    def recogniser(tokens):
        return [("春晖一中", "NT", tokens.index("春"), tokens.index("中") + 1), ("平凉市", "NS", 0, 3)]

    assert surfaces(TEXT, tagger=hanlp_tagger(recogniser)) == ["平凉市扶贫办", "春晖一中"]
    assert hanlp_tagger(recogniser)("平凉市走进春晖一中。") == [(0, 3, "LOC"), (5, 9, "ORG")]


def test_a_multi_task_pipeline_answers_with_its_own_tokens():
    class Pipeline:
        tasks = ("tok", "ner")

        def __call__(self, sentence):
            return {"tok/fine": ["走进", "春晖", "一中", "。"], "ner/msra": [("春晖一中", "ORGANIZATION", 1, 3)]}

    assert hanlp_tagger(Pipeline())("走进春晖一中。") == [(2, 6, "ORG")]


def test_a_model_that_rewrites_its_tokens_gives_nothing():
    class Pipeline:
        tasks = ("tok", "ner")

        def __call__(self, sentence):
            return {"tok": ["走進", "春暉"], "ner": [("春暉", "ORG", 1, 2)]}

    assert hanlp_tagger(Pipeline())("走进春晖一中。") == []


# --- the component ------------------------------------------------------------------------------------


@pytest.fixture(params=["char", "jieba"])
def nlp(request):
    pipeline = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": request.param}}})
    pipeline.add_pipe("fupin", config={"published": "2018-07-02"})
    return pipeline


LONG = "去年，陇南市农民人均纯收入4024元，市扶贫办发放贷款1.2亿元，推进精准扶贫。"


def test_records_keep_their_exact_offsets(nlp):
    doc = nlp(LONG)
    document = doc._.fupin
    assert document == fx.extract(LONG, published=date(2018, 7, 2))
    assert {span.label_ for span in doc.spans["fupin"]} == {"quantity", "period", "region", "organisation", "programme"}
    for span in doc.spans["fupin"]:
        assert span.text in LONG


def test_a_text_may_bring_its_own_date(nlp):
    doc = nlp.make_doc(LONG)
    doc.user_data["published"] = "2020-01-01"
    assert nlp(doc)._.fupin.periods[0].edtf == "2019"


def test_the_component_survives_disk_and_pickling(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again(LONG)._.fupin == nlp(LONG)._.fupin
    assert pickle.loads(pickle.dumps(nlp(LONG)))._.fupin == nlp(LONG)._.fupin


def test_processes_give_the_same(nlp):
    texts = [LONG, "", "贫困村12个。"]
    one = [doc._.fupin for doc in nlp.pipe(texts)]
    two = [doc._.fupin for doc in nlp.pipe(texts, n_process=2)]
    assert one == two


def test_the_ready_pipeline():
    assert load(published="2018-07-02")(LONG)._.fupin.periods[0].edtf == "2017"
