"""Documents as flat rows and data frames."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..records import Document, Indicator, RowKind, Span

QUOTE_LENGTH = 120
"""The most characters a row's ``quote`` has."""


ColumnType = Literal["text", "texts", "decimal", "decimals", "date", "integer"]


class Column(NamedTuple):
    """A column of rows: its name, what reads it from a document and one of its records, and the type of its values.

    Every type but ``integer`` may be None; ``texts`` and ``decimals`` are tuples.
    """

    name: str
    read: Callable[[Document, Any], Any]
    type: ColumnType = "text"


def _of(path: str) -> Callable[[Document, Any], Any]:
    """Return what reads a part of a record, as ``region.code``; None where the record has no such part."""
    names = path.split(".")

    def read(_: Document, record: Any) -> Any:
        for name in names:
            record = None if record is None else getattr(record, name)
        return record

    return read


def _from_value(_: Document, fact: Indicator) -> Decimal | None:
    """Return the earlier value in the unit of the later one; None where no decimal can hold it."""
    before, unit = fact.from_quantity, fact.quantity.base_unit
    if before is None:
        return None
    if before.base_unit == unit:
        return before.value
    try:
        exact = before.to(unit)
        value = Decimal(exact.numerator) / exact.denominator
    except ValueError:
        return None
    return value if Fraction(value) == exact else None


_DOCUMENT = (
    Column("title", lambda document, _: document.title),
    Column("published", lambda document, _: document.published, "date"),
    Column("source", lambda document, _: document.source),
    Column("focus_region", lambda document, _: document.focus_region and document.focus_region.name),
)

_FACTS = (
    Column("name", _of("name")),
    Column("concept", _of("concept")),
    Column("value", _of("quantity.value"), "decimal"),
    Column("unit", _of("quantity.base_unit")),
    Column("cmp", _of("quantity.cmp")),
    Column("low", _of("quantity.low"), "decimal"),
    Column("high", _of("quantity.high"), "decimal"),
    Column("parts", _of("quantity.parts"), "decimals"),
    Column("kind", _of("kind")),
    Column("direction", _of("direction")),
    Column("status", _of("status")),
    Column("region", _of("region.name")),
    Column("region_code", _of("region.code")),
    Column("region_level", _of("region.level")),
    Column("period", _of("period.edtf")),
    Column("period_start", _of("period.start"), "date"),
    Column("period_end", _of("period.end"), "date"),
    Column("baseline", _of("baseline.edtf")),
    Column("per", _of("per")),
    Column("from_value", _from_value, "decimal"),
    Column("part_of", _of("part_of.text")),
    Column("implied", _of("implied"), "texts"),
    Column("quote", lambda document, fact: quote(document.text, fact.quantity.span)),
    Column("text", _of("quantity.text")),
    Column("start", _of("quantity.span.start"), "integer"),
    Column("end", _of("quantity.span.end"), "integer"),
    Column("rule", _of("rule")),
    *_DOCUMENT,
)

_QUANTITIES = (
    Column("quantity_text", _of("text")),
    Column("number", _of("number"), "decimal"),
    Column("unit", _of("unit")),
    Column("value", _of("value"), "decimal"),
    Column("base_unit", _of("base_unit")),
    Column("cmp", _of("cmp")),
    Column("low", _of("low"), "decimal"),
    Column("high", _of("high"), "decimal"),
    Column("parts", _of("parts"), "decimals"),
    Column("dimension", _of("dimension")),
    Column("start", _of("span.start"), "integer"),
    Column("end", _of("span.end"), "integer"),
    Column("rule", _of("rule")),
    Column("quote", lambda document, quantity: quote(document.text, quantity.span)),
    *_DOCUMENT,
    Column("focus_code", lambda document, _: document.focus_region and document.focus_region.code),
)

_ORGANISATIONS = (
    Column("name", _of("name")),
    Column("kind", _of("kind")),
    Column("text", _of("text")),
    Column("start", _of("span.start"), "integer"),
    Column("end", _of("span.end"), "integer"),
    Column("rule", _of("rule")),
    Column("quote", lambda document, organisation: quote(document.text, organisation.span)),
    *_DOCUMENT,
)

_PROGRAMMES = (
    Column("name", lambda _, mention: mention[0].name),
    Column("kind", lambda _, mention: mention[0].kind),
    Column("text", lambda document, mention: document.text[slice(*mention[1])]),
    Column("start", lambda _, mention: mention[1].start, "integer"),
    Column("end", lambda _, mention: mention[1].end, "integer"),
    Column("rule", lambda _, mention: mention[0].rule),
    Column("quote", lambda document, mention: quote(document.text, mention[1])),
    *_DOCUMENT,
)


class _Rows(NamedTuple):
    columns: tuple[Column, ...]
    records: Callable[[Document], Iterable[Any]]
    """Returns the records that become rows."""


def _mentions(document: Document) -> Iterable[Any]:
    """Yield the programmes' mentions in text order, each with its programme."""
    mentions = [(programme, span) for programme in document.programmes for span in programme.mentions]
    return sorted(mentions, key=lambda mention: mention[1])


_ROWS: dict[str, _Rows] = {
    "facts": _Rows(_FACTS, lambda document: document.indicators),
    "quantities": _Rows(_QUANTITIES, lambda document: document.quantities),
    "organisations": _Rows(_ORGANISATIONS, lambda document: document.organisations),
    "programmes": _Rows(_PROGRAMMES, _mentions),
}

COLUMNS = {rows: tuple(column.name for column in told.columns) for rows, told in _ROWS.items()}
"""The columns of `document_to_records` and `document_to_frame`, in order, by what a row is."""


def columns_of(rows: str) -> tuple[Column, ...]:
    """Return the columns of a kind of rows.

    Raises:
        ValueError: there are no rows of this name.
    """
    return _rows(rows).columns


def records_of(document: Document, rows: str) -> list[Any]:
    """Return what the document has one row of each of, as the columns read it, in text order."""
    return list(_rows(rows).records(document))


def document_to_records(document: Document, rows: RowKind = "facts") -> list[dict[str, Any]]:
    """Return one flat row a fact (an `Indicator` of the document), quantity or mention, in the document's order.

    Values are the records' own: `Decimal`, `date`, tuples, None. ``quote`` is the sentence around
    the quantity or mention with line breaks folded to a space, at most `QUOTE_LENGTH` characters.

    Args:
        document: whose rows.
        rows: ``facts``; ``quantities`` for every number of the text, also where it states no fact; ``organisations`` or
            ``programmes`` for every mention of one.

    Raises:
        ValueError: ``rows`` is none of these.
    """
    columns = columns_of(rows)
    return [{c.name: c.read(document, record) for c in columns} for record in records_of(document, rows)]


def document_to_frame(document: Document, rows: RowKind = "facts") -> Any:
    """Return `document_to_records` as a pandas DataFrame with the same columns and types for every document.

    ``start`` and ``end`` are int64; every other column is of dtype object, so that decimals stay exact
    (``frame["value"].astype(float)`` where rounded numbers will do).

    Raises:
        ImportError: pandas is not installed.
        ValueError: as for `document_to_records`.
    """
    columns = columns_of(rows)
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("to_frame needs pandas: pip install 'fupin-extract[frame]'") from error
    records = document_to_records(document, rows)
    return pd.DataFrame(
        {
            c.name: pd.Series([row[c.name] for row in records], dtype="int64" if c.type == "integer" else "object")
            for c in columns
        }
    )


def _rows(rows: str) -> _Rows:
    if rows not in _ROWS:
        raise ValueError(f"rows are {', '.join(_ROWS)}, not {rows!r}")
    return _ROWS[rows]


_ENDS = r"[。！？!?…]+[”’」』）)]*"
_PARAGRAPH = r"\r?\n(?=\s)"
_BEFORE = re.compile(rf"{_ENDS}|{_PARAGRAPH}")


def quote(text: str, span: Span, limit: int = QUOTE_LENGTH) -> str:
    r"""Return the sentence around the span on one line, cut with … to ``limit`` characters.

    >>> from fupin_extract import Span
    >>> quote("前言。全市贫困人口\n38.46万人。后记。", Span(10, 17))
    '全市贫困人口 38.46万人。'
    >>> quote("全市现有农村贫困人口38.46万人，比上年减少", Span(10, 17), 15)
    '…困人口38.46万人，比上…'
    """
    before = text[max(0, span.start - 2 * limit) : span.start]
    after = text[span.end : span.end + 2 * limit]
    starts = [match.end() for match in _BEFORE.finditer(before)]
    before = before[starts[-1] :] if starts else before
    if match := re.search(rf"{_ENDS}|(?={_PARAGRAPH})", after):
        after = after[: match.end()]
    inside = _on_one_line(text[slice(*span)])
    before, after = _on_one_line(before).lstrip(), _on_one_line(after).rstrip()
    room = max(0, limit - len(inside))
    left = max(room // 2, room - len(after))
    right = room - min(left, len(before))
    return (_cut(before[::-1], left)[::-1] + inside + _cut(after, right))[:limit]


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*", " ", text)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[: length - 1] + "…" if length else ""
