"""Scoring against gold: the reader of hand-written annotations, the counts, the naive baseline.

python -m fupin_extract.evaluate corpus/dev            # a table, one row a document, then all
python -m fupin_extract.evaluate corpus/dev --errors   # and every miss and false alarm
"""

from .gold import GoldDocument, GoldQuantity, Marked, read_gold, read_gold_folder
from .score import Tally, score_document, score_folder

__all__ = [
    "GoldDocument",
    "GoldQuantity",
    "Marked",
    "Tally",
    "read_gold",
    "read_gold_folder",
    "score_document",
    "score_folder",
]
