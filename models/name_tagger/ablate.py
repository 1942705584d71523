"""Compare the rules, the tagger and both on the bodies of annotated articles: which of them finds what.

    python models/name_tagger/ablate.py [FOLDER ...]

Prints precision, recall and F1 of mentions with exact borders; without a folder those of ``corpus/test``, of which the
tagger has seen nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from fupin_extract import extract
from fupin_extract.evaluate import Tally
from fupin_extract.evaluate.gold import read_gold_folder
from fupin_extract.taggers import embedded_tagger

if TYPE_CHECKING:
    from collections.abc import Callable

    from fupin_extract.evaluate.gold import GoldDocument

TEST = Path(__file__).parents[2] / "corpus" / "test"
Spans = set[tuple[int, int]]


def by_rules(gold: GoldDocument) -> Spans:
    """Return the bodies that the library finds by itself."""
    document = extract(gold.text, published=gold.given_published)
    return {(body.span.start, body.span.end) for body in document.organisations}


def by_tagger(gold: GoldDocument) -> Spans:
    """Return the names that the tagger alone calls bodies."""
    return {(start, end) for start, end, label in embedded_tagger(gold.text) if label == "ORG"}


def by_both(gold: GoldDocument) -> Spans:
    """Return the bodies that the library finds with the tagger."""
    document = extract(gold.text, published=gold.given_published, tagger=embedded_tagger)
    return {(body.span.start, body.span.end) for body in document.organisations}


WAYS: dict[str, Callable[[GoldDocument], Spans]] = {"rules": by_rules, "both": by_both, "tagger": by_tagger}


def main(folders: list[Path]) -> None:
    """Print one line a way of finding them."""
    golds = [gold for folder in folders for gold in read_gold_folder(folder) if gold.organisations is not None]
    tally = Tally()
    for gold in golds:
        wanted = {(body.start, body.end) for body in gold.organisations or ()}
        for way, find in WAYS.items():
            tally.sets(way, find(gold), wanted)
    print(f"{len(golds)} articles, {sum(len(gold.organisations or ()) for gold in golds)} bodies")
    for way in WAYS:
        precision, recall, f1 = tally.prf(way)
        print(f"{way:8}P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [TEST])
