"""A document's text as HTML: every record marked where it stands, every fact's parts named after the fact."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..export import number
from ..records import Span
from .style import part_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..records import Document, Indicator


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    title: str
    facts: tuple[int, ...] = ()
    """The facts, by their place in the document, that have this as a part."""
    states: tuple[int, ...] = ()
    """The facts whose quantity this is."""


_KINDS = {
    "quantity": "quantities",
    "from_quantity": "quantities",
    "part_of": "quantities",
    "region": "regions",
    "period": "periods",
    "baseline": "periods",
}
"""How a part of a fact is marked; every other part is marked as words that it was read from."""


def _parts(fact: Indicator) -> Iterator[tuple[str, Span]]:
    """Yield the parts of the fact that have a place in the text; one may come twice."""
    yield "quantity", fact.quantity.span
    for part in ("from_quantity", "part_of", "region", "period", "baseline"):
        if (record := getattr(fact, part)) is not None:
            yield part, record.span
    yield from fact.evidence


def _record_marks(document: Document) -> Iterator[_Mark]:
    """Yield a mark for each record that has a place in the text."""
    for quantity in document.quantities:
        title = f"{quantity.cmp} {number(quantity)} {quantity.base_unit} · {quantity.rule}"
        yield _Mark(*quantity.span, "quantities", title)
    for period in document.periods:
        yield _Mark(*period.span, "periods", f"{period.edtf or 'not fixed'} · {period.rule}")
    for region in document.regions:
        yield _Mark(*region.span, "regions", f"{region.name or 'not named'} {region.code or ''} · {region.rule}")
    for organisation in document.organisations:
        title = f"{organisation.name} ({organisation.kind}) · {organisation.rule}"
        yield _Mark(*organisation.span, "organisations", title)
    for programme in document.programmes:
        for mention in programme.mentions:
            yield _Mark(*mention, "programmes", f"{programme.name} ({programme.kind}) · {programme.rule}")
    for warning in document.warnings:
        yield _Mark(*warning.span, "warnings", f"{warning.code}: {warning.message}")


def _marks(document: Document) -> list[_Mark]:
    """Return the marks that cover text, from left to right, the longer before the shorter."""
    facts: dict[tuple[str, Span], set[int]] = {}
    states: dict[Span, list[int]] = {}
    titles: dict[tuple[str, Span], str] = {}
    for i, fact in enumerate(document.indicators):
        states.setdefault(fact.quantity.span, []).append(i)
        for part, span in _parts(fact):
            key = (_KINDS.get(part, "names"), span)
            facts.setdefault(key, set()).add(i)
            titles.setdefault(key, f"{part.replace('_', ' ')} of {fact.name}")
    found = []
    for mark in _record_marks(document):
        span = Span(mark.start, mark.end)
        stated = states.pop(span, []) if mark.kind == "quantities" else []
        told = "".join(f"\nfact {i + 1}: {document.indicators[i].name}" for i in stated)
        of = tuple(sorted(facts.pop((mark.kind, span), ())))
        found.append(mark._replace(title=mark.title + told, facts=of, states=tuple(stated)))
    for (kind, span), parts in facts.items():
        stated = states.pop(span, []) if kind == "quantities" else []
        found.append(_Mark(*span, kind, titles[kind, span], tuple(sorted(parts)), tuple(stated)))
    length = len(document.text)
    clipped = (mark._replace(start=max(0, mark.start), end=min(length, mark.end)) for mark in found)
    return sorted((mark for mark in clipped if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))


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


def marked(document: Document, prefix: str) -> str:
    """Return the text as HTML, each piece wrapped in its marks; overlaps are nested piece by piece.

    Args:
        document: whose text.
        prefix: what the ids of the facts' quantities begin with.
    """
    marks = _marks(document)
    lanes = _lanes(marks)
    pieces, position = [], 0
    for text, covering in _segments(document.text, marks):
        start, position = position, position + len(text)
        title = safe("\n".join(f"{marks[i].kind}: {marks[i].title}" for i in covering))
        opening = "".join(_opening(marks[i], lanes[i], title, prefix, start, position) for i in covering)
        pieces.append(f"{opening}{safe(text)}{'</span>' * len(covering)}")
    return "".join(pieces)


def _opening(mark: _Mark, lane: int, title: str, prefix: str, start: int, end: int) -> str:
    """Return the tag that opens the mark for the piece of text from ``start`` to ``end``."""
    classes = ["fx-m", f"fx-{mark.kind}", *(["fx-end"] if mark.end == end else [])]
    classes += map(part_class, mark.facts)
    anchor = f' id="{prefix}-{mark.states[0]}"' if mark.states and mark.start == start else ""
    return f'<span{anchor} class="{" ".join(classes)}" style="padding-bottom:{3 * lane}px" title="{title}">'


def anchors(document: Document, prefix: str) -> dict[int, str]:
    """Return for each fact whose quantity is in the text the id that `marked` gives the quantity."""
    return {i: f"{prefix}-{mark.states[0]}" for mark in _marks(document) for i in mark.states}


def prefix_of(document: Document, place: int = 0) -> str:
    """Return what the ids of a document begin with: of the same document at the same place the same, else another."""
    told = sha256(f"{place} {document!r}".encode("utf-8", "backslashreplace"))
    return f"fx-{told.hexdigest()[:10]}"


_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Return the text escaped for HTML; what HTML or UTF-8 cannot hold is shown as U+FFFD."""
    return escape(_UNSHOWABLE.sub("\ufffd", text))
