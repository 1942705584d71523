"""The trace of the rules as text: what `explain` prints, and a failing test shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .records import Document, Indicator, Quantity, Span


def explanation(document: Document, refused: Iterable[tuple[Span, str]]) -> str:
    """Return one line a record and a refusal, in text order, under a line on the document's head."""
    lines = sorted([*_records(document), *_refusals(document, refused)], key=lambda line: line[0])
    focus = document.focus_region.name if document.focus_region else None
    head = f"head       published {document.published}, source {document.source}, focus {focus}"
    return "\n".join([head, *(line for _, line in lines)])


def _records(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the span of every record of a document with a line that tells of it."""
    for notice in document.warnings:
        yield notice.span, f"warning    {_flat(notice.text)}  {notice.message}"
    for period in document.periods:
        yield period.span, f"period     {_flat(period.text)}  {period.edtf}{_implied(period.implied)}  {period.rule}"
    for region in document.regions:
        yield region.span, f"region     {_flat(region.text)}  {region.name}{_implied(region.implied)}  {region.rule}"
    for body in document.organisations:
        yield body.span, f"body       {_flat(body.text)}  {body.name}, {body.kind}  {body.rule}"
    for programme in document.programmes:
        for mention in programme.mentions:
            surface = _flat(document.text[mention.start : mention.end])
            yield mention, f"programme  {surface}  {programme.name}, {programme.kind}  {programme.rule}"
    for quantity in document.quantities:
        yield quantity.span, f"quantity   {_flat(quantity.text)}  {told(quantity)}  {quantity.rule}"
    for fact in document.indicators:
        yield fact.quantity.span, f"fact       {_flat(fact.name)}  {_parts(fact)}{_implied(fact.implied)}  {fact.rule}"


def _parts(fact: Indicator) -> str:
    """Return what the fact says of its quantity: ``level down, from 41%, period 2012/2015, region 定西市``."""
    parts = (
        ("concept", fact.concept),
        ("from", fact.from_quantity and fact.from_quantity.text),
        ("per", fact.per),
        ("part of", fact.part_of and fact.part_of.text),
        ("period", fact.period and (fact.period.edtf or fact.period.text)),
        ("baseline", fact.baseline and (fact.baseline.edtf or fact.baseline.text)),
        ("region", fact.region and (fact.region.name or fact.region.text)),
    )
    kind = f"{fact.kind} {fact.direction}" if fact.direction else fact.kind
    status = () if fact.status == "actual" else (fact.status,)
    return ", ".join(
        [_flat(fact.quantity.text), kind, *status, *(f"{key} {_flat(part)}" for key, part in parts if part)]
    )


def _refusals(document: Document, refused: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield the refused numbers but for bare ones, which every date and code holds."""
    for span, reason in refused:
        if reason != "unitless":
            yield span, f"refused    {_flat(document.text[span.start : span.end])}  {reason}"


def told(quantity: Quantity) -> str:
    """Return comparison, value (bounds, parts) and base unit: ``> 300 万元``."""
    if quantity.parts:
        value = ":".join(map(str, quantity.parts))
    elif quantity.low is not None:
        value = f"{quantity.low:f}..{quantity.high:f}"
    else:
        value = f"{quantity.value:f}"
    return f"{quantity.cmp} {value} {quantity.base_unit}".rstrip()


def _implied(parts: tuple[str, ...]) -> str:
    return f" (implied: {', '.join(parts)})" if parts else ""


def _flat(text: str) -> str:
    return text.replace("\n", "⏎").replace("\r", "")
