"""Documents to the formats of the command: text for other programs, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..export import COLUMNS, csv_line, document_to_dict, document_to_records, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..records import Document, RowKind

    Named = Iterable[tuple[str, Document]]


def as_jsonl(documents: Named) -> Iterator[str]:
    """Yield one line a document: its dict with the key ``id`` in front."""
    for name, document in documents:
        yield to_json({"id": name, **document_to_dict(document)}) + "\n"


def as_json(documents: Named) -> Iterator[str]:
    """Yield one indented array of what `as_jsonl` yields, also for one document or none."""
    opening = "[\n"
    for name, document in documents:
        yield opening + to_json({"id": name, **document_to_dict(document)}, indent=2)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def as_csv(documents: Named, rows: RowKind = "facts") -> Iterator[str]:
    """Yield a header and one row a fact, quantity or mention (`COLUMNS`), with the column ``id`` in front."""
    yield csv_line(("id", *COLUMNS[rows]))
    for name, document in documents:
        for row in document_to_records(document, rows):
            yield csv_line((name, *row.values()))


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
