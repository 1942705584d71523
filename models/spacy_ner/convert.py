"""Turn the labelled sentences into spaCy's binary format: ``python convert.py ../../corpus/sentences assets``."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from fupin_extract.evaluate.sentences import Sentence, read_sentences

HELD = 10
"""Every tenth training sentence is held out to choose the best step by."""


def to_docs(sentences: list[Sentence]) -> DocBin:
    """Return the sentences as docs of characters with their names as entities."""
    nlp = spacy.blank("zh")
    docs = DocBin()
    for sentence in sentences:
        doc = nlp.make_doc(sentence.text)
        spans = [doc.char_span(start, end, label=label) for start, end, label in sentence.names]
        doc.ents = [span for span in spans if span is not None]
        docs.add(doc)
    return docs


def main(sentences: Path, folder: Path) -> None:
    """Write train, dev and test."""
    folder.mkdir(exist_ok=True)
    train = read_sentences(sentences / "train.txt")
    to_docs([s for k, s in enumerate(train) if k % HELD]).to_disk(folder / "train.spacy")
    to_docs([s for k, s in enumerate(train) if not k % HELD]).to_disk(folder / "dev.spacy")
    to_docs(read_sentences(sentences / "test.txt")).to_disk(folder / "test.spacy")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
