"""The kernel: a batch of texts to a batch of rows."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pyarrow as pa

from ..export import columns_of, decimal_text, document_to_json, records_of
from ..extractor import extract
from .schema import DECIMAL, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from ..days import Day
    from ..records import Document
    from ..taggers import Tagger

Errors = Literal["raise", "record"]
Counts = Counter[str]
"""How many documents, characters, failed texts, records of each kind and warnings a batch had."""


def extract_batch(
    batch: pa.RecordBatch,
    *,
    rows: str = "facts",
    text_column: str = "text",
    id_column: str = "id",
    published_column: str = "published",
    errors: Errors = "raise",
    tagger: Tagger | None = None,
) -> pa.RecordBatch:
    """Return the rows that the texts of a batch state, in the order of the texts.

    Args:
        batch: a column of strings with the texts; where they are there, a column of ids (any type, given as strings)
            and one of publication dates (dates, timestamps or strings YYYY-MM-DD). Other columns are passed over. A
            null text has no rows.
        rows: what a row is: ``facts``, ``quantities``, ``organisations``, ``programmes``, or one of the ``documents``.
        text_column: the name of the column of texts.
        id_column: that of ids.
        published_column: that of publication dates.
        errors: ``raise`` what a text raises; or ``record`` it as a row with ``id`` and ``error`` only.
        tagger: as for `fupin_extract.extract`.

    Returns:
        A batch of `fupin_extract.arrow.schema` for these rows, whatever the texts.

    Raises:
        KeyError: there is no column of the texts.
        TypeError: it holds no strings, or the column of dates neither dates nor strings.
        ValueError: there are no rows of this name, ``errors`` is neither word, or (``raise``) a date is none.

    >>> import pyarrow as pa
    >>> texts = pa.record_batch({"id": [7, 8, 9], "text": ["甘谷县脱贫5户，增收1.5万元。", None, "今年无大事。"]})
    >>> extract_batch(texts).select(["id", "name", "value", "unit", "region"]).to_pylist()[0]
    {'id': '7', 'name': '脱贫', 'value': Decimal('5.000000000000'), 'unit': '户', 'region': '甘谷县'}
    >>> extract_batch(texts, rows="documents").select(["id", "facts", "error"]).to_pylist()[1:]
    [{'id': '8', 'facts': None, 'error': None}, {'id': '9', 'facts': 0, 'error': None}]
    """
    named = (text_column, id_column, published_column)
    return _laid_out(_read(_texts(batch, *named), errors, tagger), rows)[0]


def extract_counted(
    batch: pa.RecordBatch, *, rows: str = "facts", errors: Errors = "record", tagger: Tagger | None = None
) -> tuple[pa.RecordBatch, Counts]:
    """Return what `extract_batch` does for a batch of `texts_schema`, and what was counted on the way."""
    found = _read(_texts(batch, "text", "id", "published"), errors, tagger)
    return _laid_out(found, rows)[0], _counted(found)


def extract_lists(
    batch: pa.RecordBatch,
    *,
    rows: str = "facts",
    text_column: str = "text",
    id_column: str = "id",
    published_column: str = "published",
    errors: Errors = "record",
    tagger: Tagger | None = None,
) -> pa.ListArray:
    """Return the rows of `extract_batch` as one list of structs a text: for engines that want a value a row."""
    named = (text_column, id_column, published_column)
    laid_out, offsets = _laid_out(_read(_texts(batch, *named), errors, tagger), rows)
    structs = pa.StructArray.from_arrays(laid_out.columns, fields=list(laid_out.schema))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs)


class _Text(NamedTuple):
    id: str | None
    text: str | None
    published: Day
    error: str | None


class _Found(NamedTuple):
    """What came of one text: its document, or the error that it raised, or neither, where there was no text."""

    id: str | None
    document: Document | None
    error: str | None


def _texts(batch: pa.RecordBatch, text_column: str, id_column: str, published_column: str) -> list[_Text]:
    texts = _column(batch, text_column)
    if texts is None:
        raise KeyError(f"the batch has no column {text_column!r}; its columns are {', '.join(batch.schema.names)}")
    if not _is_text(texts.type) and not pa.types.is_null(texts.type):
        raise TypeError(f"the column {text_column!r} holds {texts.type}, not strings")
    dates = _column(batch, published_column)
    if dates is not None and not (pa.types.is_temporal(dates.type) or _is_text(dates.type) or _is_null(dates)):
        raise TypeError(f"the column {published_column!r} holds {dates.type}, neither dates nor strings")
    ids, errors = _column(batch, id_column), _column(batch, "error")
    return [
        _Text(None if name is None else str(name), *told)
        for name, *told in zip(
            _values(ids, batch), texts.to_pylist(), _values(dates, batch), _values(errors, batch), strict=True
        )
    ]


def _column(batch: pa.RecordBatch, name: str) -> pa.Array | None:
    return batch.column(name) if name in batch.schema.names else None


def _values(column: pa.Array | None, batch: pa.RecordBatch) -> Sequence[Any]:
    return [None] * batch.num_rows if column is None else column.to_pylist()


def _is_null(column: pa.Array) -> bool:
    return bool(pa.types.is_null(column.type))


def _is_text(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _read(texts: Iterable[_Text], errors: Errors, tagger: Tagger | None) -> list[_Found]:
    if errors not in ("raise", "record"):
        raise ValueError(f"errors is 'raise' or 'record', not {errors!r}")
    return [_one(text, tagger, raises=errors == "raise") for text in texts]


def _one(text: _Text, tagger: Tagger | None, *, raises: bool) -> _Found:
    if text.text is None or text.error is not None:
        return _Found(text.id, None, text.error)
    try:
        return _Found(text.id, extract(text.text, published=text.published, tagger=tagger), None)
    except Exception as error:  # what a text raises belongs to it alone
        if raises:
            raise
        return _Found(text.id, None, f"{type(error).__name__}: {error}")


def _counted(found: list[_Found]) -> Counts:
    counts: Counts = Counter()
    for one in found:
        counts["documents"] += 1
        counts["failed"] += one.error is not None
        if one.document is not None:
            counts.update({name: count(one.document) for name, count in _COUNTS.items()})
    return counts


_COUNTS: dict[str, Callable[[Document], int]] = {
    "characters": lambda document: len(document.text),
    "quantities": lambda document: len(document.quantities),
    "facts": lambda document: len(document.indicators),
    "organisations": lambda document: len(document.organisations),
    "programmes": lambda document: len(document.programmes),
    "warnings": lambda document: len(document.warnings),
}


# --- To columns -------------------------------------------------------------------------------


def _laid_out(found: list[_Found], rows: str) -> tuple[pa.RecordBatch, list[int]]:
    """Return the rows, column by column, and where those of each text begin and end."""
    expected = schema(rows)
    columns, offsets = _document_columns(found) if rows == "documents" else _columns(found, rows)
    arrays = [pa.array(columns[field.name], field.type) for field in expected]
    return pa.RecordBatch.from_arrays(arrays, schema=expected), offsets


def _document_columns(found: list[_Found]) -> tuple[dict[str, list[Any]], list[int]]:
    documents = [one.document for one in found]
    heads: dict[str, Callable[[Document], Any]] = {
        "title": lambda document: document.title,
        "published": lambda document: document.published,
        "source": lambda document: document.source,
        "focus_region": lambda document: document.focus_region and document.focus_region.name,
        "focus_code": lambda document: document.focus_region and document.focus_region.code,
        **_COUNTS,
        "json": document_to_json,
    }
    columns = {name: [d and read(d) for d in documents] for name, read in heads.items()}
    columns["id"] = [one.id for one in found]
    columns["error"] = [one.error for one in found]
    return columns, list(range(len(found) + 1))


def _columns(found: list[_Found], rows: str) -> tuple[dict[str, list[Any]], list[int]]:
    """Return the columns of flat rows. A text that failed has one row, with its id and error."""
    told: list[tuple[_Found, Any]] = []
    offsets = [0]
    for one in found:
        if one.document is not None:
            told.extend((one, record) for record in records_of(one.document, rows))
        elif one.error is not None:
            told.append((one, None))
        offsets.append(len(told))
    columns: dict[str, list[Any]] = {"id": [one.id for one, _ in told], "error": [one.error for one, _ in told]}
    beyond: dict[int, dict[str, Any]] = {}
    for column in columns_of(rows):
        values = [one.document and column.read(one.document, record) for one, record in told]
        if column.type.startswith("decimal"):
            _put_aside(column.name, values, beyond)
        columns[column.name] = values
    columns["exact"] = [json.dumps(beyond[n]) if n in beyond else None for n in range(len(told))]
    return columns, offsets


def _put_aside(name: str, values: list[Any], beyond: dict[int, dict[str, Any]]) -> None:
    """Move the numbers that no `DECIMAL` can hold from a column to what is given as strings."""
    for n, value in enumerate(values):
        numbers = value if isinstance(value, tuple) else (value,)
        if all(number is None or _fits(number) for number in numbers):
            continue
        digits = [decimal_text(number) for number in numbers]
        beyond.setdefault(n, {})[name] = digits if isinstance(value, tuple) else digits[0]
        values[n] = None


def _fits(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or number.adjusted() >= DECIMAL.precision - DECIMAL.scale:
        return False
    return exponent >= -int(DECIMAL.scale)
