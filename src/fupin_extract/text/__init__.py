"""From the source string to the working text that the rules read.

`normalise` folds what can be folded character for character (full width, traditional script), cuts
what is provably noise (pinyin glosses, zero-width characters, hard line wraps), blanks what no
record may be built from (damaged numbers, page furniture) and keeps the exact way back.
"""

from .head import Head, read_head
from .normalise import normalise, without_furniture
from .origin import BLANK, Text
from .page import is_furniture

__all__ = ["BLANK", "Head", "Text", "is_furniture", "normalise", "read_head", "without_furniture"]
