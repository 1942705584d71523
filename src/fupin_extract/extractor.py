"""From a text to its records: the flow of the library on one screen. No rule lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .quantities import find_quantities
from .records import Document
from .text import normalise, read_head, without_furniture

if TYPE_CHECKING:
    from datetime import date


def extract(text: str, *, published: date | None = None) -> Document:
    """Return everything that a text states, as records that point at its characters."""
    whole = normalise(text)
    head = read_head(whole)
    body = without_furniture(whole)
    quantities = find_quantities(body)
    return Document(text, head.title, published or head.published, head.source, None, tuple(quantities), warnings=whole.notices)


def explain(text: str) -> str:
    return ""
