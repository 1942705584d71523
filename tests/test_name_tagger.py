"""The embedded tagger: what its card says is so, it can be trained again, and it is the same every time."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.evaluate.sentences import read_sentence, read_sentences
from fupin_extract.taggers import embedded_tagger
from fupin_extract.taggers.decoding import LABELS, allowed, spans, viterbi
from fupin_extract.taggers.embedded import NameTagger

ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "corpus" / "sentences"
MODEL = ROOT / "models" / "name_tagger"


def load_training():
    spec = importlib.util.spec_from_file_location("train_name_tagger", MODEL / "train.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TRAINING = load_training()
METRICS = json.loads((MODEL / "metrics.json").read_text("utf-8"))


def test_the_shipped_weights_give_the_figures_of_the_card():
    held = read_sentences(SENTENCES / "test.txt")
    assert TRAINING.score(NameTagger.load(), held) == METRICS["test"]


def test_the_card_names_the_data_it_was_trained_on():
    assert METRICS["data_sha256"] == hashlib.sha256((SENTENCES / "train.txt").read_bytes()).hexdigest()


def test_training_on_a_part_learns():
    sentences = read_sentences(SENTENCES / "train.txt")[:300]
    tagger = TRAINING.train(sentences, epochs=4)
    assert TRAINING.score(tagger, sentences)["all"]["f1"] > 0.9
    assert TRAINING.score(tagger, read_sentences(SENTENCES / "test.txt"))["all"]["f1"] > 0.4


def test_training_twice_gives_the_same_weights():
    sentences = read_sentences(SENTENCES / "train.txt")[:60]
    first, second = (TRAINING.train(sentences, epochs=2) for _ in range(2))
    assert np.array_equal(first.table, second.table)


def test_weights_survive_the_file(tmp_path):
    tagger = TRAINING.train(read_sentences(SENTENCES / "train.txt")[:120], epochs=3)
    TRAINING.save(tagger, tmp_path / "weights.npz")
    again = NameTagger.load(tmp_path / "weights.npz")
    text = "新希望集团与北川县签订协议，县农业农村局局长冯建国到场。"
    assert tagger(text) == again(text)


def test_train_and_test_share_no_sentence():
    assert not set(read_sentences(SENTENCES / "train.txt")) & set(read_sentences(SENTENCES / "test.txt"))


@pytest.mark.parametrize("name", ["train.txt", "test.txt"])
def test_a_third_of_the_sentences_holds_no_name(name):
    sentences = read_sentences(SENTENCES / name)
    assert 0.25 < sum(not s.names for s in sentences) / len(sentences) < 0.45


@pytest.mark.parametrize("line", ["[甘谷县|LOC与海升集团签约。", "[甘谷县|GPE]签约。", "甘谷县]签约。"])
def test_a_line_that_is_none_is_refused(line):
    with pytest.raises(ValueError, match="not a labelled sentence"):
        read_sentence(line)


@given(st.text(max_size=400))
def test_spans_lie_in_any_text_in_order_and_apart(text):
    end = 0
    for start, stop, label in embedded_tagger(text):
        assert end <= start < stop <= len(text)
        assert label in ("ORG", "LOC", "PER")
        end = stop


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(0, 9))
def test_stretches_together_are_labelled_as_alone(sizes, seed):
    sizes = [size + 1 for size in sizes]
    scores = np.random.default_rng(seed).normal(size=(sum(sizes), len(LABELS))).astype(np.float32)
    starts = np.cumsum([0, *sizes[:-1]]).tolist()
    together = viterbi(scores, starts, sizes, allowed())
    for start, size, found in zip(starts, sizes, together, strict=True):
        alone = viterbi(scores[start : start + size], [0], [size], allowed())[0]
        assert found.tolist() == alone.tolist()


@given(st.integers(0, 99))
def test_labels_always_spell_whole_names(seed):
    scores = np.random.default_rng(seed).normal(size=(12, len(LABELS))).astype(np.float32)
    labels = viterbi(scores, [0], [12], allowed())[0].tolist()
    covered = {k for start, end, _ in spans(labels) for k in range(start, end)}
    assert covered == {k for k, label in enumerate(labels) if label}


def test_a_text_of_any_length_is_read():
    sentence = "新希望集团与北川县签订协议。\n"
    assert len(embedded_tagger(sentence * 6000)) == 2 * 6000


def test_with_the_library_the_rules_go_first_and_names_are_added():
    text = "平凉市扶贫办主任说，浙江小百花越剧团下乡演出。"
    assert [o.text for o in fx.extract(text, tagger=None).organisations] == ["平凉市扶贫办"]
    found = [(o.text, o.rule) for o in fx.extract(text, tagger=embedded_tagger).organisations]
    assert found == [("平凉市扶贫办", "organisations/of_place"), ("浙江小百花越剧团", "organisations/tagged")]


@pytest.mark.parametrize(
    "text",
    [
        "中国经济长期向好。",
        "华北、东北有雾。",
        "有关市州党委书记参加会议。",
        "双联单位、龙头企业和农民专业合作社参加。",
    ],
)
def test_words_of_the_genre_are_no_bodies(text):
    assert not fx.extract(text, tagger=embedded_tagger).organisations


def test_importing_the_library_loads_no_numpy():
    code = "import sys, fupin_extract; fupin_extract.extract('甘谷县脱贫5户。'); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
