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
    """Records of one kind as strings, a row each; equal mentions are folded into one row with a count.

    ``implied`` holds, row by row, the columns whose cells stand elsewhere than in the record's own clause;
    it is empty for kinds where that is not told cell by cell.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    implied: tuple[frozenset[str], ...] = ()


NUMERIC = frozenset({"value", "mentions"})
"""The columns that are set flush right."""


def document_tables(document: Document, quote_length: int = QUOTE_LENGTH) -> tuple[Table, ...]:
    """Return the document's records as tables for a reader, one a kind, kinds without records left out.

    Args:
        document: what to show.
        quote_length: the most characters of the sentence that is shown with a quantity.

    >>> from fupin_extract import Document, Notice, Span
    >>> document_tables(Document("?.33%", warnings=(Notice(Span(0, 5), "?.33%", "damage", "a digit is lost"),)))
    (Table(kind='warnings', columns=('text', 'code', 'message'), rows=(('?.33%', 'damage', 'a digit is lost'),), implied=()),)
    """
    text = document.text
    tables = (
        Table("warnings", ("text", "code", "message"), tuple((w.text, w.code, w.message) for w in document.warnings)),
        fact_table(document),
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


_FACT_COLUMNS = (
    "name", "concept", "value", "unit", "per", "period", "region", "baseline", "part of", "status",
)  # fmt: skip


def fact_table(document: Document) -> Table:
    """Return the document's facts, one row an indicator in its order; what is actual has no word for its status."""
    return Table(
        "facts",
        _FACT_COLUMNS,
        tuple(map(_fact_row, document.indicators)),
        tuple(frozenset(fact.implied) & frozenset(_FACT_COLUMNS) for fact in document.indicators),
    )


def _fact_row(fact: Indicator) -> tuple[str, ...]:
    place = fact.region and (fact.region.name or fact.region.text)
    period, baseline = (time and (time.edtf or time.text) for time in (fact.period, fact.baseline))
    return (
        fact.name,
        fact.concept or "",
        fact_value(fact),
        "" if fact.quantity.parts else fact.quantity.base_unit,
        fact.per or "",
        period or "",
        place or "",
        baseline or "",
        fact.part_of.text if fact.part_of else "",
        "" if fact.status == "actual" else fact.status,
    )


_COMPARISONS = {"=": "", "~": "≈", ">": ">", ">=": "≥", "<": "<", "<=": "≤"}
_ARROWS = {"up": "↑ ", "down": "↓ ", None: ""}
_SIGNS = {"up": "+", "down": "−", None: "±"}


def fact_value(fact: Indicator) -> str:
    """Return the fact's value for a reader: with its comparison, direction, a change's sign, the earlier value.

    >>> from decimal import Decimal
    >>> from fupin_extract import Indicator, Quantity, Span
    >>> rose = Quantity(Span(0, 5), "近5万人", Decimal(5), "万人", Decimal(50000), "人", "~")
    >>> fact_value(Indicator(rose, "就业", "change", "up")), fact_value(Indicator(rose, "就业"))
    ('↑ ≈+50,000', '≈50,000')
    >>> fact_value(Indicator(rose, "就业", direction="up", from_quantity=rose))
    '↑ ≈50,000 → ≈50,000'
    """
    quantity, before = fact.quantity, fact.from_quantity
    signed = fact.kind == "change" and before is None and quantity.value >= 0
    shown = f"{_COMPARISONS[quantity.cmp]}{_SIGNS[fact.direction] if signed else ''}{number(quantity)}"
    if before is not None:
        unit = "" if before.base_unit == quantity.base_unit else f" {before.base_unit}"
        shown = f"{_COMPARISONS[before.cmp]}{number(before)}{unit} → {shown}"
    return _ARROWS[fact.direction] + shown


def without_facts(document: Document) -> int:
    """Return how many of the document's quantities are part of no fact."""
    used = {
        quantity.span
        for fact in document.indicators
        for quantity in (fact.quantity, fact.from_quantity, fact.part_of)
        if quantity is not None
    }
    return sum(quantity.span not in used for quantity in document.quantities)


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
