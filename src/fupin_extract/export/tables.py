"""Documents as tables of strings, for a reader at a terminal or in a browser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .rows import QUOTE_LENGTH, quote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from ..records import Document, Indicator, Period, Quantity, Region


class Table(NamedTuple):
    """Records of one kind as strings, a row each; equal rows are folded into one with a count."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


NUMERIC = frozenset({"value", "mentions"})
"""The columns that are set flush right."""


def document_tables(document: Document, quote_length: int = QUOTE_LENGTH) -> tuple[Table, ...]:
    """Return the document's records as tables for a reader, one a kind, kinds without records left out.

    Args:
        document: what to show.
        quote_length: the most characters of the sentence that is shown with a quantity.

    >>> from fupin_extract import Document, Notice, Span
    >>> document_tables(Document("?.33%", warnings=(Notice(Span(0, 5), "?.33%", "damage", "a digit is lost"),)))
    (Table(kind='warnings', columns=('text', 'code', 'message'), rows=(('?.33%', 'damage', 'a digit is lost'),)),)
    """
    text = document.text
    tables = (
        Table("warnings", ("text", "code", "message"), tuple((w.text, w.code, w.message) for w in document.warnings)),
        Table("indicators", _INDICATOR_COLUMNS, tuple(map(_indicator_row, document.indicators))),
        Table(
            "quantities",
            ("text", "cmp", "value", "unit", "sentence"),
            tuple(
                (q.text, q.cmp, number(q), q.base_unit, quote(text, q.span, quote_length)) for q in document.quantities
            ),
        ),
        _counted("periods", ("text", "edtf", "first day", "last day", "implied"), map(_period_row, document.periods)),
        _counted("regions", ("text", "name", "level", "code", "path", "implied"), map(_region_row, document.regions)),
        _counted("organisations", ("text", "name", "kind"), ((o.text, o.name, o.kind) for o in document.organisations)),
        Table(
            "programmes",
            ("name", "kind", "mentions"),
            tuple((p.name, p.kind, str(len(p.mentions))) for p in document.programmes),
        ),
    )
    return tuple(table for table in tables if table.rows)


def _counted(kind: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    counts = Counter(rows)
    return Table(kind, (*columns, "mentions"), tuple((*row, str(count)) for row, count in counts.items()))


_INDICATOR_COLUMNS = ("name", "cmp", "value", "unit", "kind", "status", "region", "period", "baseline", "per")


def _indicator_row(indicator: Indicator) -> tuple[str, ...]:
    quantity, before = indicator.quantity, indicator.from_quantity
    arrow = {"up": " ↑", "down": " ↓", None: ""}[indicator.direction]
    return (
        indicator.name,
        quantity.cmp,
        f"{number(before)} → {number(quantity)}" if before else number(quantity),
        quantity.base_unit,
        indicator.kind + arrow,
        indicator.status,
        (indicator.region and indicator.region.name) or "",
        (indicator.period and indicator.period.edtf) or "",
        (indicator.baseline and indicator.baseline.edtf) or "",
        indicator.per or "",
    )


def _period_row(period: Period) -> tuple[str, ...]:
    start, end = (day.isoformat() if day else "" for day in (period.start, period.end))
    return (period.text, period.edtf or "", start, end, ", ".join(period.implied))


def _region_row(region: Region) -> tuple[str, ...]:
    path, implied = " ".join(region.path), ", ".join(region.implied)
    return (region.text, region.name or "", region.level, region.code or "", path, implied)


def number(quantity: Quantity) -> str:
    """Return the quantity's value in the base unit for a reader: a number, a range or a ratio.

    >>> from fupin_extract import extract
    >>> [number(q) for q in extract("总投资294617.3万元，补助1000—1500元，比例为5∶4∶1。").quantities]
    ['2,946,173,000', '1,000–1,500', '5:4:1']
    """
    if quantity.parts:
        return ("/" if quantity.unit == "分之" else ":").join(map(_grouped, quantity.parts))
    if quantity.low is not None and quantity.high is not None:
        return f"{_grouped(quantity.low)}–{_grouped(quantity.high)}"
    return _grouped(quantity.value)


def _grouped(value: Decimal) -> str:
    """Return the number with thousands separated and without zeros at the end of its fraction."""
    if abs(value.adjusted()) > 30:
        return str(value)
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
