"""A document as self-contained HTML: its text with every record marked, and tables of the records.

No script, no outside resource, the same text for the same document. Colours are tints over
whatever background the page has, so that both dark and light ones are readable.
"""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .export import NUMERIC, Table, document_tables, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .records import Document, Span


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    title: str


KINDS = {
    "quantities": "70,130,230",
    "periods": "40,160,80",
    "regions": "225,130,20",
    "organisations": "165,95,215",
    "programmes": "15,165,175",
    "warnings": "225,60,60",
}
"""The kinds of records that have a place in the text, each with its colour."""


def _marks(document: Document) -> list[_Mark]:
    """Return the marks that cover text, from left to right, the longer before the shorter."""
    found: list[_Mark] = []

    def add(kind: str, span: Span, title: str) -> None:
        start, end = max(0, span.start), min(len(document.text), span.end)
        if start < end:
            found.append(_Mark(start, end, kind, title))

    for quantity in document.quantities:
        add("quantities", quantity.span, f"{quantity.cmp} {number(quantity)} {quantity.base_unit} · {quantity.rule}")
    for period in document.periods:
        add("periods", period.span, f"{period.edtf or 'not fixed'} · {period.rule}")
    for region in document.regions:
        add("regions", region.span, f"{region.name or 'not named'} {region.code or ''} · {region.rule}")
    for organisation in document.organisations:
        add("organisations", organisation.span, f"{organisation.name} ({organisation.kind}) · {organisation.rule}")
    for programme in document.programmes:
        for mention in programme.mentions:
            add("programmes", mention, f"{programme.name} ({programme.kind}) · {programme.rule}")
    for warning in document.warnings:
        add("warnings", warning.span, f"{warning.code}: {warning.message}")
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _lanes(marks: Sequence[_Mark]) -> list[int]:
    """Return for each mark the lowest underline that no mark before it holds where it starts."""
    lanes: list[int] = []
    open_until: list[int] = []
    for mark in marks:
        lane = next((i for i, end in enumerate(open_until) if end <= mark.start), len(open_until))
        open_until[lane:] = [mark.end, *open_until[lane + 1 :]]
        lanes.append(lane)
    return lanes


def _segments(text: str, marks: Sequence[_Mark]) -> Iterator[tuple[str, list[int]]]:
    """Cut the text wherever a mark starts or ends; give each piece with the indices of its marks."""
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    following = 0
    covering: list[int] = []
    for start, end in pairwise(cuts):
        covering = [i for i in covering if marks[i].end > start]
        while following < len(marks) and marks[following].start == start:
            covering.append(following)
            following += 1
        yield text[start:end], covering


def _marked(document: Document) -> str:
    """Return the text as HTML, each piece wrapped in its marks; overlaps are nested piece by piece."""
    marks = _marks(document)
    lanes = _lanes(marks)
    pieces, position = [], 0
    for text, covering in _segments(document.text, marks):
        position += len(text)
        title = _safe("\n".join(f"{marks[i].kind}: {marks[i].title}" for i in covering))
        opening = "".join(
            f'<span class="fx-m fx-{marks[i].kind}{" fx-end" if marks[i].end == position else ""}" '
            f'style="padding-bottom:{3 * lanes[i]}px" title="{title}">'
            for i in covering
        )
        pieces.append(f"{opening}{_safe(text)}{'</span>' * len(covering)}")
    return "".join(pieces)


_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _safe(text: str) -> str:
    """Return the text escaped for HTML; what HTML or UTF-8 cannot hold is shown as U+FFFD."""
    return escape(_UNSHOWABLE.sub("\ufffd", text))


_STYLE = """\
.fx-doc{font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:64em;\
border:1px solid rgba(128,128,128,.4);border-radius:6px;padding:.8em 1em;margin:.5em 0;text-align:left}
.fx-doc h3{font-size:1.15em;margin:0 0 .2em}
.fx-doc .fx-head{opacity:.75;margin:0 0 .6em}
.fx-doc .fx-legend{display:flex;flex-wrap:wrap;gap:.4em .9em;margin:0 0 .6em;font-size:.9em}
.fx-doc .fx-text{white-space:pre-wrap;overflow-wrap:anywhere;max-height:24em;overflow:auto;line-height:2.1;\
border:1px solid rgba(128,128,128,.25);border-radius:4px;padding:.4em .8em;unicode-bidi:isolate}
.fx-doc .fx-end{margin-right:1px}
.fx-doc .fx-panel{border-left:4px solid rgb(225,60,60);background:rgba(225,60,60,.12);padding:.3em .8em;margin:0 0 .6em}
.fx-doc .fx-panel ul{margin:.2em 0;padding-left:1.2em}
.fx-doc details{margin:.6em 0 0}
.fx-doc summary{cursor:pointer;font-weight:600}
.fx-doc .fx-scroll{max-height:22em;overflow:auto;margin-top:.3em}
.fx-doc table{border-collapse:collapse;font-size:.92em;margin:0}
.fx-doc th,.fx-doc td{text-align:left;vertical-align:baseline;padding:.15em .7em .15em 0;\
border-bottom:1px solid rgba(128,128,128,.25);background:none;white-space:normal}
.fx-doc th{opacity:.7;font-weight:600;white-space:nowrap}
.fx-doc th.fx-n,.fx-doc td.fx-n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
""" + "".join(
    f".fx-doc .fx-{kind}{{background:rgba({colour},.2);border-bottom:2px solid rgb({colour})}}\n"
    for kind, colour in KINDS.items()
)


def document_to_html(document: Document) -> str:
    """Return the document as one HTML fragment: head, legend, warnings, marked text, tables."""
    return f"<style>\n{_STYLE}</style>\n{_body(document, None)}"


def to_page(documents: Iterable[Document], names: Sequence[str] | None = None) -> str:
    """Return a whole HTML page of the documents, in order.

    Args:
        documents: what to show.
        names: a name for each document (its file), shown above it.
    """
    given = list(documents)
    headings: Sequence[str | None] = names if names is not None else [None] * len(given)
    shown = [_body(document, name) for document, name in zip(given, headings, strict=True)]
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>fupin_extract</title>\n'
        f"<style>\n:root{{color-scheme:light dark}}\nbody{{margin:1em auto;max-width:66em;padding:0 1em}}\n{_STYLE}"
        f"</style>\n</head>\n<body>\n{''.join(shown)}</body>\n</html>\n"
    )


def _body(document: Document, name: str | None) -> str:
    tables = [table for table in document_tables(document) if table.kind != "warnings"]
    return (
        '<div class="fx-doc">\n'
        f"{_head(document, name)}{_legend(document)}{_panel(document)}"
        f'<div class="fx-text" lang="zh">{_marked(document)}</div>\n'
        f"{''.join(map(_table, tables))}</div>\n"
    )


def _head(document: Document, name: str | None) -> str:
    region = document.focus_region
    place = f"{region.name or region.text} {region.code or ''}".strip() if region else None
    published = document.published.isoformat() if document.published else None
    facts = " · ".join(_safe(fact) for fact in (name, published, document.source, place) if fact)
    title = f"<h3>{_safe(document.title)}</h3>\n" if document.title else ""
    return title + (f'<p class="fx-head">{facts}</p>\n' if facts else "")


def _legend(document: Document) -> str:
    counts = {kind: len(getattr(document, kind)) for kind in KINDS}
    entries = "".join(
        f'<span><span class="fx-m fx-{kind}">{kind}</span> {count}</span>' for kind, count in counts.items() if count
    )
    return f'<div class="fx-legend">{entries or "no records"}</div>\n'


def _panel(document: Document) -> str:
    if not document.warnings:
        return ""
    items = "".join(f"<li>{_safe(w.code)}: {_safe(w.message)} “{_safe(w.text)}”</li>" for w in document.warnings)
    return f'<div class="fx-panel"><strong>warnings</strong><ul>{items}</ul></div>\n'


def _table(table: Table) -> str:
    classes = [' class="fx-n"' if column in NUMERIC else "" for column in table.columns]
    header = "".join(f"<th{c}>{_safe(column)}</th>" for c, column in zip(classes, table.columns, strict=True))
    rows = "".join(
        f"<tr>{''.join(f'<td{c}>{_safe(cell)}</td>' for c, cell in zip(classes, row, strict=True))}</tr>\n"
        for row in table.rows
    )
    state = " open" if table.kind in ("indicators", "quantities") else ""
    return (
        f"<details{state}><summary>{table.kind} ({len(table.rows)})</summary>"
        f'<div class="fx-scroll"><table>\n<tr>{header}</tr>\n{rows}</table></div></details>\n'
    )
