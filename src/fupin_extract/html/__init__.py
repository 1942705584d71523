"""A document as self-contained HTML: its text with every record marked, its facts, tables of the records.

No script, no outside resource, the same text for the same document. Pointing at a fact's row lights up in the
text what the fact was read from; for the style's sake the facts stand before the text, and are shown after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..export import NUMERIC, Table, document_tables, quote
from .marks import anchors, marked, prefix_of, safe
from .style import KINDS, STYLE, lighting, row_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..records import Document

__all__ = ["KINDS", "document_to_html", "to_page"]


def document_to_html(document: Document) -> str:
    """Return the document as one HTML fragment: head, legend, warnings, marked text, facts, tables."""
    return f"<style>\n{STYLE}{lighting(len(document.indicators))}</style>\n{_body(document, None)}"


def to_page(documents: Iterable[Document], names: Sequence[str] | None = None) -> str:
    """Return a whole HTML page of the documents, in order.

    Args:
        documents: what to show.
        names: a name for each document (its file), shown above it.
    """
    given = list(documents)
    headings: Sequence[str | None] = names if names is not None else [None] * len(given)
    pairs = zip(given, headings, strict=True)
    shown = [_body(document, name, place) for place, (document, name) in enumerate(pairs)]
    lit = lighting(max((len(document.indicators) for document in given), default=0))
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>fupin_extract</title>\n'
        f"<style>\n:root{{color-scheme:light dark}}\nbody{{margin:1em auto;max-width:68em;padding:0 1em}}\n{STYLE}{lit}"
        f"</style>\n</head>\n<body>\n{''.join(shown)}</body>\n</html>\n"
    )


def _body(document: Document, name: str | None, place: int = 0) -> str:
    prefix = prefix_of(document, place)
    facts, others = [], []
    for table in document_tables(document):
        if table.kind == "facts":
            facts.append(_facts(table, document, prefix))
        elif table.kind != "warnings":
            others.append(_table(table, opened=table.kind == "quantities" and not document.indicators))
    return (
        '<div class="fx-doc">\n'
        f"{_head(document, name)}{_legend(document)}{_panel(document)}{''.join(facts)}"
        f'<div class="fx-text" lang="zh">{marked(document, prefix)}</div>\n'
        f"{''.join(others)}</div>\n"
    )


def _head(document: Document, name: str | None) -> str:
    region = document.focus_region
    place = f"{region.name or region.text} {region.code or ''}".strip() if region else None
    published = document.published.isoformat() if document.published else None
    facts = " · ".join(safe(fact) for fact in (name, published, document.source, place) if fact)
    title = f"<h3>{safe(document.title)}</h3>\n" if document.title else ""
    return title + (f'<p class="fx-head">{facts}</p>\n' if facts else "")


def _legend(document: Document) -> str:
    counts = {kind: len(getattr(document, kind)) for kind in KINDS}
    if document.indicators:
        counts["names"] = len({fact.name for fact in document.indicators})
    entries = " ".join(
        f'<span><span class="fx-m fx-{kind}">{kind}</span> {count}</span>' for kind, count in counts.items() if count
    )
    return f'<div class="fx-legend">{entries or "no records"}</div>\n'


def _panel(document: Document) -> str:
    if not document.warnings:
        return ""
    items = "".join(f"<li>{safe(w.code)}: {safe(w.message)} “{safe(w.text)}”</li>" for w in document.warnings)
    return f'<div class="fx-panel"><strong>warnings</strong><ul>{items}</ul></div>\n'


# --- Facts ------------------------------------------------------------------------------------

_BESIDE = 36
"""The most characters of the sentence that stands beside a fact; the row's title has all of it."""

_IMPLIED = '<em class="fx-implied">Italic</em>: stands elsewhere than in the fact’s own clause.'
_POINT = "Point at a row to see in the text what it was read from; its number leads there."


def _facts(table: Table, document: Document, prefix: str) -> str:
    """Return the table of facts without its empty columns, each row bound to its parts in the text."""
    kept = [i for i, cells in enumerate(zip(*table.rows, strict=True)) if any(cells)]
    header = "".join(f"<th{_class(table.columns[i])}>{safe(table.columns[i])}</th>" for i in kept)
    ids = anchors(document, prefix)
    rows = []
    for at, (row, implied) in enumerate(zip(table.rows, table.implied, strict=True)):
        fact = document.indicators[at]
        link = f'<a href="#{ids[at]}">{at + 1}</a>' if at in ids else f"{at + 1}"
        cells = "".join(_fact_cell(table.columns[i], row[i], table.columns[i] in implied) for i in kept)
        beside = f'<td class="fx-sentence">{safe(quote(document.text, fact.quantity.span, _BESIDE))}</td>'
        title = safe(f"{quote(document.text, fact.quantity.span)}\n{fact.rule}")
        rows.append(
            f'<tr class="{row_class(at)}" title="{title}"><td class="fx-n fx-no">{link}</td>{cells}{beside}</tr>\n'
        )
    note = " ".join(([_IMPLIED] if any(table.implied) else []) + [_POINT])
    return (
        f'<details open class="fx-facts"><summary>facts ({len(table.rows)})</summary><div class="fx-scroll">'
        f'<table>\n<thead><tr><th class="fx-n fx-no"></th>{header}<th>sentence</th></tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody></table></div>"
        f'<p class="fx-note">{note}</p></details>\n'
    )


def _fact_cell(column: str, cell: str, implied: bool) -> str:
    shown = safe(cell)
    if column == "status" and cell:
        shown = f'<span class="fx-badge">{shown}</span>'
    if implied and cell:
        shown = f"<em>{shown}</em>"
    return f"<td{_class(column, implied)}>{shown}</td>"


def _class(column: str, implied: bool = False) -> str:
    classes = [
        *(["fx-n"] if column in NUMERIC else []),
        *([f"fx-{column}"] if column in ("name", "sentence") else []),
        *(["fx-implied"] if implied else []),
    ]
    return f' class="{" ".join(classes)}"' if classes else ""


# --- Other tables -----------------------------------------------------------------------------


def _table(table: Table, opened: bool) -> str:
    """Return the rows of one kind of record as a table that can be folded."""
    header = "".join(f"<th{_class(column)}>{safe(column)}</th>" for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td{_class(c)}>{safe(cell)}</td>' for c, cell in zip(table.columns, row, strict=True))}</tr>\n"
        for row in table.rows
    )
    state = " open" if opened else ""
    return (
        f"<details{state}><summary>{table.kind} ({len(table.rows)})</summary>"
        f'<div class="fx-scroll"><table>\n<tr>{header}</tr>\n{rows}</table></div></details>\n'
    )
