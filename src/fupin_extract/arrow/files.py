"""Rows to files, batch by batch: Parquet, CSV, JSONL."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..export import cell, csv_line, to_json
from .schema import schema, texts_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from ..sources import SourceText

    Write = Callable[[pa.RecordBatch], object]


def batch_of(texts: Iterable[SourceText]) -> pa.RecordBatch:
    """Return texts as a batch of `texts_schema`.

    A lone surrogate, which no UTF-8 holds, becomes U+FFFD, one for one, so that offsets hold.
    """
    columns = zip(*((_valid(t.id), _valid(t.text), t.published, t.error) for t in texts), strict=True)
    fields = texts_schema()
    arrays = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=fields) if arrays else fields.empty_table().to_batches()[0]


def _valid(text: str | None) -> str | None:
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def open_output(path: Path, rows: str = "facts") -> AbstractContextManager[Write]:
    """Open a file for rows; what it gives writes a batch of `schema` for these rows.

    The suffix says the format: ``.parquet``, ``.csv`` (a header, then `fupin_extract.export.cell` by cell) or ``.jsonl``
    (an object a line: decimals as strings, dates as YYYY-MM-DD; of ``documents``, what `Document.to_json` gives with
    the id in front).

    Raises:
        ValueError: the suffix is none of these.
        OSError: the file cannot be written.
    """
    if path.suffix not in FORMATS:
        raise ValueError(f"{path}: the suffix of the output is {', '.join(FORMATS)}, not {path.suffix!r}")
    return FORMATS[path.suffix](path, rows)


@contextmanager
def _parquet(path: Path, rows: str) -> Iterator[Write]:
    with pq.ParquetWriter(path, schema(rows), compression="zstd") as writer:
        yield writer.write_batch


@contextmanager
def _csv(path: Path, rows: str) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_line(schema(rows).names))
        yield lambda batch: file.writelines(csv_line(row.values()) for row in batch.to_pylist())


@contextmanager
def _jsonl(path: Path, rows: str) -> Iterator[Write]:
    line = _document_line if rows == "documents" else _row_line
    with path.open("w", encoding="utf-8", newline="") as file:
        yield lambda batch: file.writelines(map(line, batch.to_pylist()))


def _document_line(row: dict[str, Any]) -> str:
    start = f'{{"id": {json.dumps(row["id"], ensure_ascii=False)}'
    if row["json"] is None:
        return f"{start}}}\n"
    return f"{start}, {row['json'].removeprefix('{')}\n"


def _row_line(row: dict[str, Any]) -> str:
    return to_json({name: _plain(value) for name, value in row.items()}) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, (str, int)) else cell(value)


FORMATS: dict[str, Callable[[Path, str], AbstractContextManager[Write]]] = {
    ".parquet": _parquet,
    ".csv": _csv,
    ".jsonl": _jsonl,
}
"""What opens a file for rows, by its suffix."""
