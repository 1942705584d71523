"""Documents to the formats of the command: text for other programs, piece by piece."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..export import COLUMNS, decimal_text, document_to_dict, document_to_records, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..records import Document, RowKind

    Named = Iterable[tuple[str, Document]]


def as_jsonl(documents: Named) -> Iterator[str]:
    """Yield one line a document: its dict with the key ``file`` in front."""
    for name, document in documents:
        yield to_json({"file": name, **document_to_dict(document)}) + "\n"


def as_json(documents: Named) -> Iterator[str]:
    """Yield one indented array of what `as_jsonl` yields, also for one document or none."""
    opening = "[\n"
    for name, document in documents:
        yield opening + to_json({"file": name, **document_to_dict(document)}, indent=2)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def as_csv(documents: Named, rows: RowKind = "facts") -> Iterator[str]:
    """Yield a header and one row a fact or quantity (`COLUMNS`), with the column ``file`` in front."""
    columns = COLUMNS[rows]
    yield _csv_line(("file", *columns))
    for name, document in documents:
        for row in document_to_records(document, rows):
            yield _csv_line((name, *(_cell(row[column]) for column in columns)))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ";".join(map(_cell, value))
    return str(value)


def as_html(documents: Named) -> Iterator[str]:
    """Yield one page of all documents."""
    from ..html import to_page

    pairs = list(documents)
    yield to_page([document for _, document in pairs], [name for name, _ in pairs])


FORMATS: dict[str, Callable[[Named], Iterator[str]]] = {
    "jsonl": as_jsonl,
    "json": as_json,
    "csv": as_csv,
    "html": as_html,
}
"""The formats for other programs by name; ``table``, for readers, is `terminal.as_text`."""
