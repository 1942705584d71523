"""Train the embedded name tagger from the labelled sentences of the corpus.

    python models/name_tagger/train.py            # trains on train.txt, scores test.txt, writes weights and metrics
    python models/name_tagger/train.py --folds 5  # cross-validates on train.txt and writes nothing

An averaged structured perceptron (Collins 2002) over hashed features: no library beyond numpy, no random start, the same
weights on every machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np

from fupin_extract.evaluate.gold import read_gold_folder
from fupin_extract.evaluate.sentences import Sentence, read_sentences
from fupin_extract.regions.gazetteer import gazetteer
from fupin_extract.taggers.decoding import LABELS, allowed, viterbi
from fupin_extract.taggers.embedded import STRETCH, SURE, NameTagger
from fupin_extract.taggers.features import BITS, WORD_SIZES, codes, features, keys_of
from fupin_extract.text import normalise
from fupin_extract.words import words

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "sentences"
WEIGHTS = ROOT / "src" / "fupin_extract" / "taggers" / "name_tagger.npz"
METRICS = Path(__file__).with_name("metrics.json")
EPOCHS, LEAST = 12, 2
"""How often the sentences are gone through; how many sentences must hold a feature for its row to be kept."""


def lexicon() -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the words of the library's list by their part of speech, and its places; the model keeps them as they are now."""
    tags = sorted({tag for _, tag, _ in words().entries.values()})
    known = {word: tags.index(entry[1]) + 1 for word, entry in words().entries.items()}
    known.update(dict.fromkeys((*gazetteer().by_short, *gazetteer().by_name), len(tags) + 1))
    tables = []
    for size in WORD_SIZES:
        found = sorted(word for word in known if len(word) == size)
        points = np.frombuffer("".join(found).encode("utf-32-le"), dtype="<u4").astype(np.int64)
        keys = keys_of(points.reshape(-1, size).T)
        order = np.argsort(keys)
        tables.append((keys[order], np.array([known[word] for word in found], dtype=np.int64)[order]))
    return tables


def labels_of(sentence: Sentence) -> np.ndarray:
    """Return the label of each character."""
    row = np.zeros(len(sentence.text), dtype=np.int64)
    for start, end, kind in sentence.names:
        if end - start == 1:
            row[start] = LABELS.index(f"S-{kind}")
            continue
        row[start:end] = LABELS.index(f"I-{kind}")
        row[start], row[end - 1] = LABELS.index(f"B-{kind}"), LABELS.index(f"E-{kind}")
    return row


def from_articles(tagger: NameTagger) -> list[Sentence]:
    """Return the sentences of the development articles whose bodies are annotated.

    Their places are those of the annotation; persons, who are not annotated there, are those that the tagger finds. They teach
    what the labelled sentences hold little of: dense prose of the genre whose words only look like names.
    """
    tagger.least = -np.inf
    found = []
    for document in read_gold_folder(ROOT / "corpus" / "dev"):
        if document.organisations is None:
            continue
        text = normalise(document.text)
        if len(text.text) != len(document.text):
            continue  # a text with glosses or page furniture has other positions than its annotation
        marked = [(o.start, o.end, "ORG") for o in document.organisations]
        places = [
            (r.start, r.end, "LOC")
            for r in document.regions or ()
            if document.text[r.start : r.end][0] not in "全我该本"
        ]
        taken = [*marked, *(p for p in places if not any(a < p[1] and p[0] < b for a, b, _ in marked))]
        for match in STRETCH.finditer(text.text):
            start, end = match.span()
            names = [(a - start, b - start, kind) for a, b, kind in taken if start <= a and b <= end]
            persons = [
                n for n in tagger(match[0]) if n[2] == "PER" and not any(a < n[1] and n[0] < b for a, b, _ in names)
            ]
            found.append(Sentence(match[0], tuple(sorted([*names, *persons]))))
    return found


def train(sentences: list[Sentence], epochs: int = EPOCHS) -> NameTagger:
    """Return a tagger trained on sentences."""
    examples = []
    words_known = lexicon()
    seen: Counter[int] = Counter()
    for sentence in sentences:
        row, starts = codes([sentence.text])
        at = int(starts[0])
        ids = features(row, words_known)[at : at + len(sentence.text)]
        seen.update(np.unique(ids).tolist())
        examples.append((ids, labels_of(sentence)))
    size = len(LABELS)
    table = np.zeros((1 << BITS, size), dtype=np.float32)
    summed = np.zeros_like(table)
    ways, ways_summed = (
        np.zeros((size + 1, size + 1), dtype=np.float32),
        np.zeros((size + 1, size + 1), dtype=np.float32),
    )
    kept = np.zeros(1 << BITS, dtype=bool)
    kept[[row for row, count in seen.items() if count >= LEAST]] = True
    rules = allowed()
    step = 1
    shuffle = random.Random(1)
    for _ in range(epochs):
        shuffle.shuffle(examples)
        for ids, gold in examples:
            scores = table[ids].sum(axis=1)
            found = viterbi(scores, [0], [len(gold)], ways + rules)[0]
            wrong = np.flatnonzero(found != gold)
            if len(wrong):
                for k in wrong.tolist():
                    rows = ids[k][kept[ids[k]]]
                    np.add.at(table, (rows, gold[k]), 1)
                    np.add.at(table, (rows, found[k]), -1)
                    np.add.at(summed, (rows, gold[k]), step)
                    np.add.at(summed, (rows, found[k]), -step)
                for path, by in ((gold, 1), (found, -1)):
                    edges = ([size, *path.tolist()], [*path.tolist(), size])
                    np.add.at(ways, edges, by)
                    np.add.at(ways_summed, edges, by * step)
            step += 1
    return NameTagger(table - summed / step, ways - ways_summed / step + rules, words_known)


def score(tagger: NameTagger, sentences: list[Sentence], least: float = -np.inf) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of each kind and of all, names exact; of those at least so sure."""
    tagger.least = least
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence in sentences:
        names = set(tagger(sentence.text))
        gold.update(kind for *_, kind in sentence.names)
        found.update(kind for *_, kind in names)
        right.update(kind for *_, kind in names & set(sentence.names))
    for counts in (right, found, gold):
        counts["all"] = sum(counts.values())
    result = {}
    for kind in ("ORG", "LOC", "PER", "all"):
        precision = right[kind] / found[kind] if found[kind] else 0.0
        recall = right[kind] / gold[kind] if gold[kind] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        result[kind] = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
    return result


def save(tagger: NameTagger, path: Path) -> None:
    """Write the rows that say anything, each weight as a byte."""
    used = np.flatnonzero(np.abs(tagger.table).max(axis=1) > 0)
    scale = np.float32(np.abs(tagger.table).max() / 127)
    weights = np.rint(tagger.table[used] / scale).astype(np.int8)
    told = np.flatnonzero(np.abs(weights).max(axis=1) > 0)
    np.savez_compressed(
        path,
        rows=np.int64(len(tagger.table)),
        used=used[told].astype(np.int32),
        weights=weights[told],
        scale=scale,
        ways=tagger.ways.astype(np.float32),
        **{f"keys{n}": keys for n, (keys, _) in zip(WORD_SIZES, tagger.lexicon, strict=True)},
        **{f"kinds{n}": kinds.astype(np.uint8) for n, (_, kinds) in zip(WORD_SIZES, tagger.lexicon, strict=True)},
    )


def folded(sentences: list[Sentence], folds: int) -> None:
    """Print the scores of a cross-validation."""
    for fold in range(folds):
        held = [s for k, s in enumerate(sentences) if k % folds == fold]
        rest = [s for k, s in enumerate(sentences) if k % folds != fold]
        print(fold, score(train(rest), held))


def main() -> None:
    """Train on the corpus, score what was held out, write weights and metrics."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, help="cross-validate and write nothing")
    arguments = parser.parse_args()
    sentences = read_sentences(CORPUS / "train.txt")
    if arguments.folds:
        folded(sentences, arguments.folds)
        return
    begun = time.process_time()
    save(train([*sentences, *from_articles(train(sentences))]), WEIGHTS)
    metrics = {
        "sentences": len(sentences),
        "data_sha256": hashlib.sha256((CORPUS / "train.txt").read_bytes()).hexdigest(),
        "test": score(NameTagger.load(WEIGHTS), read_sentences(CORPUS / "test.txt")),
        "test_sure": score(NameTagger.load(WEIGHTS), read_sentences(CORPUS / "test.txt"), SURE),
        "size_bytes": WEIGHTS.stat().st_size,
    }
    METRICS.write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")
    print(json.dumps(metrics["test"], indent=1), f"{time.process_time() - begun:.0f} s of CPU", sep="\n")


if __name__ == "__main__":
    main()
