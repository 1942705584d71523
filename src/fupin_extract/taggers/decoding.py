"""The likeliest labels of many stretches at once, and the spans they spell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KINDS = ("ORG", "LOC", "PER")
LABELS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BIES"))
"""Outside; the beginning, inside and end of a name of several characters, and one of a single character."""


def allowed() -> Floats:
    """Return which label may follow which, as an array of 0 and -1e4; the last row is the beginning, the last column the end."""
    size = len(LABELS)
    ways = np.full((size + 1, size + 1), -1e4, dtype=np.float32)
    for a, first in enumerate((*LABELS, "O")):
        for b, second in enumerate((*LABELS, "O")):
            opened, continues = first[0] in "BI", second[0] in "IE"
            if opened == continues and (not opened or first[2:] == second[2:]):
                ways[a, b] = 0
    return ways


def viterbi(scores: Floats, starts: Sequence[int], sizes: Sequence[int], ways: Floats) -> list[NDArray[np.int64]]:
    """Return the best labels of each stretch.

    Args:
        scores: of each label for each character of the row that the stretches stand in.
        starts: where each stretch begins in that row.
        sizes: how many characters each has.
        ways: what going from one label to another one adds, with the beginning and the end behind the labels.
    """
    order = sorted(range(len(starts)), key=lambda k: -sizes[k])
    begins = np.array([starts[k] for k in order], dtype=np.int64)
    lengths = np.array([sizes[k] for k in order], dtype=np.int64)
    longest = int(lengths[0]) if len(lengths) else 0
    between = ways[:-1, :-1]
    best = scores[begins] + ways[-1, :-1]
    back = np.zeros((longest, len(order), best.shape[1]), dtype=np.int8)
    for step in range(1, longest):
        open_ = int(np.searchsorted(-lengths, -step, side="left"))
        through = best[:open_, :, None] + between
        back[step, :open_] = through.argmax(axis=1)
        best[:open_] = through.max(axis=1) + scores[begins[:open_] + step]
    last = (best + ways[:-1, -1]).argmax(axis=1)
    found: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)] * len(order)
    for row, k in enumerate(order):
        path = np.empty(sizes[k], dtype=np.int64)
        label = int(last[row])
        for step in range(sizes[k] - 1, -1, -1):
            path[step] = label
            label = int(back[step, row, label])
        found[k] = path
    return found


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that labels spell, as ``(start, end, kind)``."""
    start = 0
    for k, label in enumerate(labels):
        if label:
            mark, kind = LABELS[label].split("-")
            if mark in "BS":
                start = k
            if mark in "ES":
                yield start, k + 1, kind
