"""How fast the library reads, stage by stage, and that its time grows in proportion to the text.

    python benchmarks/speed.py [FOLDER]

Reads the articles of ``corpus/`` (or the ``*.txt`` of a folder), repeated to a megabyte, and hostile texts of its own.
Figures are characters a second of CPU on one core; machines differ and are shared, so compare the ratios to the floor:
a bare `re` scan for digits over the same text in the same run.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import fupin_extract as fx
from fupin_extract.periods import find_periods
from fupin_extract.quantities import find_quantities
from fupin_extract.regions import find_regions
from fupin_extract.text import normalise, read_head, without_furniture

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).parent.parent / "corpus"
HOSTILE = (
    "1",
    "万亿",
    "（",
    "“",
    "2018年",
    "元",
    "1、",
    "1-",
    "1:",
    "\n",
    "一二三四五六七八九十",
    "全县贫困户增收",
    "县",
    "5元 ",
)
SIZE = 20_000
BOUND = 3.0
"""Twice the text may take this many times as long: twice for proportion, the rest for noise."""


def articles(folder: Path) -> list[str]:
    """Return the texts of a folder, repeated until they are a million characters."""
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    return texts * max(1, 1_000_000 // sum(map(len, texts)))


def cpu(work: Callable[[], object], repeat: int = 3) -> float:
    """Return the least CPU time of some runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def stages(texts: list[str]) -> dict[str, float]:
    """Return the CPU time of each stage over all texts, and of the floor."""
    number = re.compile(r"[0-9]+(?:\.[0-9]+)?[万亿]?")
    working = [normalise(text) for text in texts]
    bodies = [without_furniture(text) for text in working]
    return {
        "floor: re scan": cpu(lambda: [sum(1 for _ in number.finditer(t)) for t in texts]),
        "normalise": cpu(lambda: [normalise(t) for t in texts]),
        "head": cpu(lambda: [read_head(t) for t in working]),
        "furniture": cpu(lambda: [without_furniture(t) for t in working]),
        "quantities": cpu(lambda: [find_quantities(t) for t in bodies]),
        "periods": cpu(lambda: [find_periods(t, None) for t in bodies]),
        "regions": cpu(lambda: [find_regions(t) for t in bodies]),
        "extract": cpu(lambda: [fx.extract(t) for t in texts]),
    }


def growth(unit: str) -> float:
    """Return how many times as long a hostile text of twice the size takes."""
    small, large = (unit * (size // len(unit)) for size in (SIZE, 2 * SIZE))
    return cpu(lambda: fx.extract(large), 2) / max(cpu(lambda: fx.extract(small), 2), 0.005)


def main() -> int:
    """Print the table; return 1 where time grows faster than the text."""
    texts = articles(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
    characters = sum(map(len, texts))
    started = time.process_time()
    fx.extract("全县5户，2014年。")
    print(f"{len(texts)} texts, {characters} characters; first call {time.process_time() - started:.3f} s")
    for name, seconds in stages(texts).items():
        print(f"{name:16}{characters / seconds / 1e6:8.2f} M characters/s")
    grown = {unit: growth(unit) for unit in HOSTILE}
    print("time for twice the text:", ", ".join(f"{unit!r} {ratio:.1f}" for unit, ratio in grown.items()))
    return int(any(ratio > BOUND for ratio in grown.values()))


if __name__ == "__main__":
    sys.exit(main())
