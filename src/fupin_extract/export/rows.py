"""Documents as flat rows and data frames."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..records import Document, Indicator, RowKind, Span

QUOTE_LENGTH = 120
"""The most characters a row's ``quote`` has."""


class _Column(NamedTuple):
    name: str
    read: Callable[[Document, Any], Any]
    dtype: str = "object"


def _of(path: str) -> Callable[[Document, Any], Any]:
    """Return what reads a part of a record, as ``region.code``; None where the record has no such part."""
    names = path.split(".")

    def read(_: Document, record: Any) -> Any:
        for name in names:
            record = None if record is None else getattr(record, name)
        return record

    return read


def _from_value(_: Document, fact: Indicator) -> Decimal | None:
    """Return the earlier value in the unit of the later one; None where no decimal can hold it."""
    before, unit = fact.from_quantity, fact.quantity.base_unit
    if before is None:
        return None
    if before.base_unit == unit:
        return before.value
    try:
        exact = before.to(unit)
        value = Decimal(exact.numerator) / exact.denominator
    except ValueError:
        return None
    return value if Fraction(value) == exact else None


_DOCUMENT = (
    _Column("title", lambda document, _: document.title),
    _Column("published", lambda document, _: document.published),
    _Column("source", lambda document, _: document.source),
    _Column("focus_region", lambda document, _: document.focus_region and document.focus_region.name),
)

_FACTS = (
    _Column("name", _of("name")),
    _Column("concept", _of("concept")),
    _Column("value", _of("quantity.value")),
    _Column("unit", _of("quantity.base_unit")),
    _Column("cmp", _of("quantity.cmp")),
    _Column("low", _of("quantity.low")),
    _Column("high", _of("quantity.high")),
    _Column("parts", _of("quantity.parts")),
    _Column("kind", _of("kind")),
    _Column("direction", _of("direction")),
    _Column("status", _of("status")),
    _Column("region", _of("region.name")),
    _Column("region_code", _of("region.code")),
    _Column("region_level", _of("region.level")),
    _Column("period", _of("period.edtf")),
    _Column("period_start", _of("period.start")),
    _Column("period_end", _of("period.end")),
    _Column("baseline", _of("baseline.edtf")),
    _Column("per", _of("per")),
    _Column("from_value", _from_value),
    _Column("part_of", _of("part_of.text")),
    _Column("implied", _of("implied")),
    _Column("quote", lambda document, fact: quote(document.text, fact.quantity.span)),
    _Column("text", _of("quantity.text")),
    _Column("start", _of("quantity.span.start"), "int64"),
    _Column("end", _of("quantity.span.end"), "int64"),
    _Column("rule", _of("rule")),
    *_DOCUMENT,
)

_QUANTITIES = (
    _Column("quantity_text", _of("text")),
    _Column("number", _of("number")),
    _Column("unit", _of("unit")),
    _Column("value", _of("value")),
    _Column("base_unit", _of("base_unit")),
    _Column("cmp", _of("cmp")),
    _Column("low", _of("low")),
    _Column("high", _of("high")),
    _Column("parts", _of("parts")),
    _Column("dimension", _of("dimension")),
    _Column("start", _of("span.start"), "int64"),
    _Column("end", _of("span.end"), "int64"),
    _Column("rule", _of("rule")),
    _Column("quote", lambda document, quantity: quote(document.text, quantity.span)),
    *_DOCUMENT,
    _Column("focus_code", lambda document, _: document.focus_region and document.focus_region.code),
)

_COLUMNS = {"facts": _FACTS, "quantities": _QUANTITIES}

COLUMNS = {rows: tuple(column.name for column in columns) for rows, columns in _COLUMNS.items()}
"""The columns of `document_to_records` and `document_to_frame`, in order, by what a row is."""


def document_to_records(document: Document, rows: RowKind = "facts") -> list[dict[str, Any]]:
    """Return one flat row a fact (an `Indicator` of the document) or a quantity, in the document's order.

    Values are the records' own: `Decimal`, `date`, tuples, None. ``quote`` is the sentence around
    the quantity with line breaks folded to a space, at most `QUOTE_LENGTH` characters.

    Args:
        document: whose rows.
        rows: ``facts``, or ``quantities`` for every number of the text, also where it states no fact.

    Raises:
        ValueError: ``rows`` is neither.
    """
    columns = _columns(rows)
    records = document.indicators if rows == "facts" else document.quantities
    return [{column.name: column.read(document, record) for column in columns} for record in records]


def document_to_frame(document: Document, rows: RowKind = "facts") -> Any:
    """Return `document_to_records` as a pandas DataFrame with the same columns and types for every document.

    ``start`` and ``end`` are int64; every other column is of dtype object, so that decimals stay exact
    (``frame["value"].astype(float)`` where rounded numbers will do).

    Raises:
        ImportError: pandas is not installed.
        ValueError: as for `document_to_records`.
    """
    columns = _columns(rows)
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("to_frame needs pandas: pip install 'fupin-extract[frame]'") from error
    records = document_to_records(document, rows)
    return pd.DataFrame({name: pd.Series([row[name] for row in records], dtype=dtype) for name, _, dtype in columns})


def _columns(rows: str) -> tuple[_Column, ...]:
    if rows not in _COLUMNS:
        raise ValueError(f"rows are {' or '.join(_COLUMNS)}, not {rows!r}")
    return _COLUMNS[rows]


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
