"""Typed records from Chinese policy news, each pointing at the exact characters it came from.

>>> import fupin_extract as fx
>>> doc = fx.extract("2014年，全市农民人均纯收入3917元，贫困发生率由41%下降到19%。")
>>> [(q.text, str(q.value), q.base_unit) for q in doc.quantities]
[('3917元', '3917', '元'), ('41%', '41', '%'), ('19%', '19', '%')]

Importing the package reads no table and loads no model; the first call does.
"""

from .extractor import explain, extract
from .records import (
    Document,
    Indicator,
    Notice,
    Organisation,
    Period,
    Programme,
    Quantity,
    Region,
    Span,
)

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Indicator",
    "Notice",
    "Organisation",
    "Period",
    "Programme",
    "Quantity",
    "Region",
    "Span",
    "explain",
    "extract",
]
