"""The tagger that comes with the library: a linear model over characters, its weights in the wheel.

It is trained from `corpus/sentences` alone by `models/name_tagger/train.py`; `models/name_tagger/README.md` is its card.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from ..patterns import compile_han
from .decoding import spans, viterbi
from .features import WORD_SIZES, codes, features

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from .features import Lexicon

STRETCH = re.compile(r"[^。！？!?；;\n\x00]{1,160}[。！？!?；;”」]*")
SURE = 0.0
"""Chosen on the labelled sentences: above it nine names in ten are right."""
_BATCH = 4096
"""How many stretches are read at once; the memory stays bounded on a text of any length."""
_HAN = compile_han(r"[一-鿿]{2}")


class NameTagger:
    """A linear-chain model: the sum of a table's rows for a character's features, plus what its neighbour's label adds."""

    def __init__(self, table: NDArray[np.float32], ways: NDArray[np.float32], lexicon: Lexicon) -> None:
        self.table, self.ways, self.lexicon = table, ways, lexicon
        self.least = SURE
        """How far each character's label of a name must be above that of none; minus infinity to take every name."""

    @classmethod
    def load(cls, path: Path | None = None) -> NameTagger:
        """Return the model of a file, or the one that comes with the library."""
        resource = path or files("fupin_extract.taggers") / "name_tagger.npz"
        with resource.open("rb") as file, np.load(file) as saved:
            table = np.zeros((int(saved["rows"]), saved["weights"].shape[1]), dtype=np.float32)
            table[saved["used"]] = saved["weights"].astype(np.float32) * saved["scale"]
            lexicon = [(saved[f"keys{n}"], saved[f"kinds{n}"].astype(np.int64)) for n in WORD_SIZES]
            return cls(table, saved["ways"].astype(np.float32), lexicon)

    def __call__(self, text: str) -> list[tuple[int, int, str]]:
        """Return the names in a text as ``(start, end, label)``, in text order."""
        stretches = [(m.start(), m[0]) for m in STRETCH.finditer(text) if _HAN.search(m[0])]
        found: list[tuple[int, int, str]] = []
        for k in range(0, len(stretches), _BATCH):
            found.extend(self._tag(stretches[k : k + _BATCH]))
        return found

    def _tag(self, stretches: list[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
        """Yield what the model finds in stretches, each given with where it begins: begin, end and kind of what it is sure of."""
        row, starts = codes([stretch for _, stretch in stretches])
        scores = self.scores(row)
        labels = viterbi(scores, starts.tolist(), [len(s) for _, s in stretches], self.ways)
        for (offset, _), begin, path in zip(stretches, starts.tolist(), labels, strict=True):
            if path.any():
                for start, end, kind in spans(path.tolist()):
                    at = np.arange(begin + start, begin + end)
                    if (scores[at, path[start:end]] - scores[at, 0]).min() >= self.least:
                        yield offset + start, offset + end, kind

    def scores(self, row: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the score of each label for each character of a row of code points."""
        ids = features(row, self.lexicon)
        total = self.table[ids[:, 0]]
        for k in range(1, ids.shape[1]):
            total += self.table[ids[:, k]]
        return total


@cache
def embedded() -> NameTagger:
    """Return the tagger that comes with the library, loaded once."""
    return NameTagger.load()
