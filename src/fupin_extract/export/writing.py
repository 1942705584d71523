"""Documents to plain data and JSON."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..records import SCHEMA_VERSION, Document, Quantity, Span
from .shape import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def document_to_dict(document: Document) -> dict[str, Any]:
    """Return the document as plain JSON types, ``schema_version`` first.

    Raises:
        ValueError: an indicator's quantity is not among the document's, or a number is not finite.

    >>> document_to_dict(Document(text="扶贫"))["schema_version"]
    '1.0'
    """
    quantities = by_span(document.quantities)
    return {
        "schema_version": SCHEMA_VERSION,
        **{name: _written(getattr(document, name), None, quantities) for name in fields_of(Document)},
    }


def by_span(quantities: Iterable[Quantity]) -> dict[Span, Quantity]:
    """Return the first quantity of each span."""
    found: dict[Span, Quantity] = {}
    for quantity in quantities:
        found.setdefault(quantity.span, quantity)
    return found


def _written(value: Any, owner: Any, quantities: dict[Span, Quantity]) -> Any:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(item, owner, quantities) for item in value]
    if isinstance(value, Quantity) and owner is not None:
        if quantities.get(value.span) != value:
            raise ValueError(f"{type(owner).__name__} refers to a quantity that is not in the document: {value!r}")
        return list(value.span)
    record: Any = type(value)
    return {name: _written(getattr(value, name), value, quantities) for name in fields_of(record)}


def decimal_text(number: Decimal) -> str:
    """Return the number with every digit it has, without an exponent where that adds no digit.

    Raises:
        ValueError: the number is not finite.

    >>> [decimal_text(Decimal(s)) for s in ("384600", "2946173000.0", "1E-9", "2E+3")]
    ['384600', '2946173000.0', '0.000000001', '2E+3']
    """
    if not number.is_finite():
        raise ValueError(f"not a finite number: {number}")
    exponent = number.as_tuple().exponent
    return format(number, "f") if isinstance(exponent, int) and exponent <= 0 else str(number)


_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def document_to_json(document: Document, *, indent: int | None = None) -> str:
    r"""Return the document as JSON text that any UTF-8 file holds; without ``indent``, on one line.

    Characters stay as they are, but for lone surrogates, which UTF-8 cannot hold, and the line
    separators U+0085, U+2028 and U+2029: these are escaped.

    Raises:
        ValueError: as for `document_to_dict`; or the text holds a surrogate pair as two characters.

    >>> document_to_json(Document(text="扶\ud800贫"))[26:44]
    '"text": "扶\\ud800贫"'
    """
    return to_json(document_to_dict(document), indent=indent)


def to_json(data: Any, *, indent: int | None = None) -> str:
    """Return plain data as JSON text in the way of `document_to_json`."""
    written = json.dumps(data, ensure_ascii=False, indent=indent)
    if _PAIR.search(written):
        raise ValueError(
            "the text holds a surrogate pair as two characters, which JSON cannot tell from one; before extracting, "
            "join it: text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
        )
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
