"""A real HanLP recogniser, trained here in seconds and saved, as a tagger: nothing is downloaded.

Run by ``sh tools/test_hanlp.sh``, which installs HanLP (and torch) into an environment of its own; the suite leaves it out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import fupin_extract as fx
from fupin_extract.evaluate.sentences import read_sentences
from fupin_extract.taggers import hanlp_tagger

pytestmark = pytest.mark.hanlp
SENTENCES = Path(__file__).parents[2] / "corpus" / "sentences" / "train.txt"


def columns(sentence) -> str:
    """A sentence as HanLP reads it: a character and its label a line."""
    labels = ["O"] * len(sentence.text)
    for start, end, kind in sentence.names:
        labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return "".join(f"{c}\t{label}\n" for c, label in zip(sentence.text, labels, strict=True))


@pytest.fixture(scope="session")
def saved(tmp_path_factory):
    """The folder of a small recogniser trained on 500 sentences."""
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("hanlp")
    sentences = [s for s in read_sentences(SENTENCES) if not any(c.isspace() for c in s.text)][:500]
    for name, part in (("train.tsv", sentences), ("dev.tsv", sentences[:50])):
        (folder / name).write_text("\n".join(map(columns, part)), "utf-8")
    RNNNamedEntityRecognizer().fit(
        str(folder / "train.tsv"), str(folder / "dev.tsv"), str(folder / "model"),
        epochs=60, embed=64, rnn_hidden=64, crf=False, tagging_scheme="BIO", token_delimiter="", delimiter="\t", lr=0.01, batch_size=32,
    )  # fmt: skip
    return folder / "model"


def test_a_saved_recogniser_is_a_tagger(saved):
    tagger = hanlp_tagger(str(saved))
    text = read_sentences(SENTENCES)[0].text
    for start, end, label in tagger(text):
        assert 0 <= start < end <= len(text)
        assert label in ("ORG", "LOC", "PER")


def test_its_names_stand_where_it_says(saved):
    tagger = hanlp_tagger(str(saved))
    sentences = read_sentences(SENTENCES)[:200]
    right = sum(len(set(tagger(s.text)) & set(s.names)) for s in sentences)
    assert right > 0.4 * sum(len(s.names) for s in sentences)


def test_offsets_hold_with_marks_spaces_and_letters(saved):
    tagger = hanlp_tagger(str(saved))
    text = "  GDP增长5%。\n县扶贫办主任说，　引进新希望集团。"
    for start, end, _ in tagger(text):
        assert text[start:end].strip() == text[start:end]


def test_extract_takes_it(saved):
    document = fx.extract("平凉市扶贫办与瑞金医院签订协议。", tagger=hanlp_tagger(str(saved)))
    assert document.organisations[0].text == "平凉市扶贫办"
