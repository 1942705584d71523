"""Rows to files, batch by batch: Parquet, CSV, JSONL."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..export import cell, csv_line, to_json
from .schema import schema, texts_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ..sources import SourceText

    Write = Callable[[pa.RecordBatch], object]


def batch_of(texts: Iterable[SourceText]) -> pa.RecordBatch:
    """Return texts as a batch of `texts_schema`.

    A lone surrogate, which no UTF-8 holds, becomes U+FFFD, one for one, so that offsets hold.
    """
    rows = [(_valid(text.id), _valid(text.text), text.published, text.error) for text in texts]
    fields = texts_schema()
    arrays = [pa.array([row[n] for row in rows], field.type) for n, field in enumerate(fields)]
    return pa.RecordBatch.from_arrays(arrays, schema=fields)


def _valid(text: str | None) -> str | None:
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def form_of(path: Path, form: str | None = None) -> str:
    """Return the format of a file of rows: the one that is named, or that of its suffix.

    Raises:
        ValueError: it is none of `FORMATS`.
    """
    form = form or path.suffix.removeprefix(".")
    if form not in FORMATS:
        raise ValueError(f"{path}: rows are written as {', '.join(FORMATS)}, not {form!r}")
    return form


def open_output(path: Path, rows: str = "facts", form: str | None = None) -> AbstractContextManager[Write]:
    """Open a file for rows; what it gives writes a batch of `schema` for these rows.

    Args:
        path: the file.
        rows: as for `extract_batch`.
        form: ``parquet``, ``csv`` (a header, then cells as `fupin_extract.export.cell` writes them) or ``jsonl`` (an
            object a line: decimals as strings, dates as YYYY-MM-DD; of ``documents``, what `Document.to_json` gives with
            the id in front); None for what the suffix says.

    Raises:
        ValueError: as for `form_of`.
        OSError: the file cannot be written.
    """
    return FORMATS[form_of(path, form)](path, rows)


@contextmanager
def _parquet(path: Path, rows: str) -> Iterator[Write]:
    with pq.ParquetWriter(path, schema(rows), compression="zstd") as writer:
        yield writer.write_batch


@contextmanager
def _csv(path: Path, rows: str) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_line(name for name in schema(rows).names if name not in _ASIDE))
        yield lambda batch: file.writelines(csv_line(_whole(row).values()) for row in batch.to_pylist())


@contextmanager
def _jsonl(path: Path, rows: str) -> Iterator[Write]:
    line = _document_line if rows == "documents" else _row_line
    with path.open("w", encoding="utf-8", newline="") as file:
        yield lambda batch: file.writelines(map(line, batch.to_pylist()))


_ASIDE = ("exact", "error")
"""Columns that text has no need of: it takes numbers of any length, and what failed has no row in a file."""


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the numbers that stand in ``exact`` in their columns."""
    exact = json.loads(row["exact"]) if row.get("exact") else {}
    return {name: exact.get(name, value) for name, value in row.items() if name not in _ASIDE}


def _document_line(row: dict[str, Any]) -> str:
    start = f'{{"id": {json.dumps(row["id"], ensure_ascii=False)}'
    if row["json"] is None:
        return f"{start}}}\n"
    return f"{start}, {row['json'].removeprefix('{')}\n"


def _row_line(row: dict[str, Any]) -> str:
    return to_json({name: _plain(value) for name, value in _whole(row).items()}) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, (str, int)) else cell(value)


FORMATS: dict[str, Callable[[Path, str], AbstractContextManager[Write]]] = {
    "parquet": _parquet,
    "csv": _csv,
    "jsonl": _jsonl,
}
"""The function that opens a file for rows, by its format."""
