"""Typed records from Chinese policy news, each pointing at the exact characters it came from.

>>> import fupin_extract as fx
>>> doc = fx.extract("2014年，全市农民人均纯收入3917元，贫困发生率由41%下降到19%。")
>>> [(q.text, str(q.value), q.base_unit) for q in doc.quantities]
[('3917元', '3917', '元'), ('41%', '41', '%'), ('19%', '19', '%')]

Importing the package reads no table, compiles no pattern and loads no model; the first use of a name does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .arrow import extract_batch
    from .batch import Extraction, extract_many
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
    "Extraction",
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
    "extract_batch",
    "extract_many",
]

_HOMES = {
    "extract": "extractor",
    "explain": "extractor",
    "extract_batch": "arrow",
    "extract_many": "batch",
    "Extraction": "batch",
}
"""The modules of what is no record."""


def __getattr__(name: str) -> object:
    """Return a public name from its module, which is imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES.get(name, 'records')}", __name__), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
