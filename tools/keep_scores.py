"""Write the scores of the corpus to ``corpus/scores.json``, the floor that no change may fall below.

    python tools/keep_scores.py

Run it after a change that gained; the tests compare with what is kept and fail on a fall.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from fupin_extract.evaluate import Tally, score_folder
from fupin_extract.evaluate.__main__ import figures

CORPUS = Path(__file__).parent.parent / "corpus"
SPLITS = ("dev", "test", "negative")


def scores() -> dict[str, dict[str, float]]:
    """Return the figures of each split."""
    kept = {}
    for split in SPLITS:
        total: Counter[tuple[str, str]] = Counter()
        for tally, _ in score_folder(CORPUS / split).values():
            total.update(tally)
        kept[split] = figures(Tally(total))
    return kept


if __name__ == "__main__":
    (CORPUS / "scores.json").write_text(json.dumps(scores(), indent=1) + "\n", "utf-8")
