"""Train the word segmentation model of `fupin_extract.spacy.load` with spacy-pkuseg.

    python models/segmenter/train.py

There is no hand-cut text in the genre; the corpus's texts are cut by the library's own word list (`fupin_extract.words`)
with the names of the labelled sentences kept whole, and pkuseg learns to cut so without the list. Features that say little are
pruned, so that the model is small enough to come with the library.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

import numpy as np
import spacy_pkuseg
import srsly

from fupin_extract.evaluate.sentences import Sentence, read_sentences
from fupin_extract.text import normalise
from fupin_extract.words import words

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
MODEL = ROOT / "src" / "fupin_extract" / "segmenter"
METRICS = Path(__file__).with_name("metrics.json")
ITERATIONS, LEAST = 10, 0.05
"""How often the sentences are gone through; the weight below which a feature is dropped."""
_RUN = re.compile(r"[一-鿿]+|[0-9.,%]+|[A-Za-z]+|[^一-鿿0-9A-Za-z\s]")
_LINE = re.compile(r"[^。！？；\n\x00]+[。！？；]?")


def cut(text: str) -> list[str]:
    """Return the words of a text."""
    found: list[str] = []
    for run in _RUN.finditer(text):
        han = "一" <= run[0][0] <= "鿿"
        found += [w.text for w in words().cut(text, run.start(), run.end())] if han else [run[0]]
    return found


def cut_sentence(sentence: Sentence) -> list[str]:
    """Return the words of a labelled sentence, short names of persons and places whole."""
    found: list[str] = []
    at = 0
    for start, end, kind in sentence.names:
        if kind != "ORG" and end - start <= len("积石山县"):
            found += [*cut(sentence.text[at:start]), sentence.text[start:end]]
            at = end
    return found + cut(sentence.text[at:])


def lines() -> list[list[str]]:
    """Return the cut training lines: labelled sentences and the development articles."""
    found = [cut_sentence(s) for s in read_sentences(CORPUS / "sentences" / "train.txt")]
    for path in sorted((CORPUS / "dev").glob("*.txt")):
        text = normalise(path.read_text("utf-8")).text
        found += [cut(line[0]) for line in _LINE.finditer(text) if len(line[0]) > len("一二三四")]
    return found


def prune(folder: Path) -> None:
    """Write the model of a folder without the features that say little."""
    saved = np.load(folder / "weights.npz")
    tags, features = int(saved["sizes"][0]), int(saved["sizes"][1])
    nodes, edges = saved["w"][: tags * features].reshape(features, tags), saved["w"][tags * features :]
    known = srsly.read_msgpack(folder / "features.msgpack")
    kept = np.flatnonzero(np.abs(nodes).max(axis=1) >= LEAST)
    number = {int(old): new for new, old in enumerate(kept)}
    known["feature_to_idx"] = {f: number[i] for f, i in known["feature_to_idx"].items() if i in number}
    MODEL.mkdir(exist_ok=True)
    srsly.write_msgpack(MODEL / "features.msgpack", known)
    weights = np.round(np.concatenate([nodes[kept].ravel(), edges]), 2)
    np.savez_compressed(MODEL / "weights.npz", sizes=np.array([tags, len(kept)]), w=weights)


def score(gold: list[list[str]]) -> float:
    """Return the F1 of the words' borders in lines that were held out."""
    segmenter = spacy_pkuseg.pkuseg(str(MODEL))
    right = found = told = 0
    for line in gold:
        a, b = _spans(segmenter.cut("".join(line))), _spans(line)
        right, found, told = right + len(a & b), found + len(a), told + len(b)
    return round(2 * right / (found + told), 3)


def _spans(line: list[str]) -> set[tuple[int, int]]:
    spans, at = set(), 0
    for word in line:
        spans.add((at, at + len(word)))
        at += len(word)
    return spans


def main() -> None:
    """Train, prune, score, write."""
    held = [cut_sentence(s) for s in read_sentences(CORPUS / "sentences" / "test.txt")]
    with tempfile.TemporaryDirectory() as folder:
        train, test, model = (Path(folder, name) for name in ("train.txt", "test.txt", "model"))
        train.write_text("".join(" ".join(line) + "\n" for line in lines()), "utf-8")
        test.write_text("".join(" ".join(line) + "\n" for line in held), "utf-8")
        spacy_pkuseg.train(str(train), str(test), str(model), train_iter=ITERATIONS)
        prune(model)
        shutil.rmtree(model)
    size = sum(path.stat().st_size for path in MODEL.iterdir() if path.suffix in (".msgpack", ".npz"))
    METRICS.write_text(json.dumps({"word_f1": score(held), "size_bytes": size}, indent=1) + "\n", "utf-8")
    print(METRICS.read_text("utf-8"))


if __name__ == "__main__":
    main()
