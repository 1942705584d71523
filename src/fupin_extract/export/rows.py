"""Documents as flat rows and data frames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..records import Document, Quantity, Span

QUOTE_LENGTH = 120
"""The most characters a row's ``quote`` has."""


class _Column(NamedTuple):
    name: str
    read: Callable[[Document, Quantity], Any]
    dtype: str = "object"


_COLUMNS = (
    _Column("quantity_text", lambda document, quantity: quantity.text),
    _Column("number", lambda document, quantity: quantity.number),
    _Column("unit", lambda document, quantity: quantity.unit),
    _Column("value", lambda document, quantity: quantity.value),
    _Column("base_unit", lambda document, quantity: quantity.base_unit),
    _Column("cmp", lambda document, quantity: quantity.cmp),
    _Column("low", lambda document, quantity: quantity.low),
    _Column("high", lambda document, quantity: quantity.high),
    _Column("parts", lambda document, quantity: quantity.parts),
    _Column("dimension", lambda document, quantity: quantity.dimension),
    _Column("start", lambda document, quantity: quantity.span.start, "int64"),
    _Column("end", lambda document, quantity: quantity.span.end, "int64"),
    _Column("rule", lambda document, quantity: quantity.rule),
    _Column("quote", lambda document, quantity: quote(document.text, quantity.span)),
    _Column("title", lambda document, quantity: document.title),
    _Column("published", lambda document, quantity: document.published),
    _Column("source", lambda document, quantity: document.source),
    _Column("focus_region", lambda document, quantity: document.focus_region and document.focus_region.name),
    _Column("focus_code", lambda document, quantity: document.focus_region and document.focus_region.code),
)

COLUMNS = tuple(column.name for column in _COLUMNS)
"""The columns of `document_to_records` and `document_to_frame`, in order."""


def document_to_records(document: Document) -> list[dict[str, Any]]:
    """Return one flat row a quantity, in text order, each with all of `COLUMNS`.

    Values are the records' own: `Decimal`, `date`, tuples, None. ``quote`` is the sentence around
    the quantity with line breaks folded to a space, at most `QUOTE_LENGTH` characters.
    """
    return [{column.name: column.read(document, quantity) for column in _COLUMNS} for quantity in document.quantities]


def document_to_frame(document: Document) -> Any:
    """Return `document_to_records` as a pandas DataFrame with the same columns and types for every document.

    ``start`` and ``end`` are int64; every other column is of dtype object, so that decimals stay exact
    (``frame["value"].astype(float)`` where rounded numbers will do).

    Raises:
        ImportError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("to_frame needs pandas: pip install 'fupin-extract[frame]'") from error
    rows = document_to_records(document)
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtype) for name, _, dtype in _COLUMNS})


_ENDS = r"[。！？!?…]+[”’」』）)]*"
_PARAGRAPH = r"\r?\n(?=\s)"
_BEFORE = re.compile(rf"{_ENDS}|{_PARAGRAPH}")


def quote(text: str, span: Span, limit: int = QUOTE_LENGTH) -> str:
    r"""Return the sentence around the span on one line, cut with … to ``limit`` characters.

    >>> from fupin_extract import Span
    >>> quote("前言。全市贫困人口\n38.46万人。后记。", Span(10, 17))
    '全市贫困人口 38.46万人。'
    >>> quote("全市现有农村贫困人口38.46万人，比上年减少", Span(10, 17), 15)
    '…困人口38.46万人，比上…'
    """
    before = text[max(0, span.start - 2 * limit) : span.start]
    after = text[span.end : span.end + 2 * limit]
    starts = [match.end() for match in _BEFORE.finditer(before)]
    before = before[starts[-1] :] if starts else before
    if match := re.search(rf"{_ENDS}|(?={_PARAGRAPH})", after):
        after = after[: match.end()]
    inside = _on_one_line(text[slice(*span)])
    before, after = _on_one_line(before).lstrip(), _on_one_line(after).rstrip()
    room = max(0, limit - len(inside))
    left = max(room // 2, room - len(after))
    right = room - min(left, len(before))
    return (_cut(before[::-1], left)[::-1] + inside + _cut(after, right))[:limit]


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*", " ", text)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[: length - 1] + "…" if length else ""
