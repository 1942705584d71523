"""Plain data and JSON back to documents: what is not of the records' shape is refused, by its path."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..records import Document, Quantity, Span
from .shape import DATE_PATTERN, DECIMAL_PATTERN, Reference, fields_of, without_none
from .writing import by_span

if TYPE_CHECKING:
    from collections.abc import Callable

READS = ("1.0",)
"""The schema versions that `document_from_dict` reads."""


def document_from_dict(data: Mapping[str, Any]) -> Document:
    """Return the document that `document_to_dict` was called on; further top-level keys are passed over.

    Raises:
        ValueError: the data is of a schema version not in `READS`, or not of this shape.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"a document is an object, got {type(data).__name__}")
    version = data.get("schema_version")
    if version not in READS:
        raise ValueError(f"cannot read schema version {version!r}; this release reads {', '.join(READS)}")
    fields = fields_of(Document)
    quantities = _read(fields["quantities"][0], data.get("quantities", ()), "quantities", {})
    known = {name: data[name] for name in fields if name in data} | {"quantities": ()}
    document: Document = _read_record(Document, known, "", by_span(quantities))
    return dataclasses.replace(document, quantities=quantities)


def document_from_json(text: str) -> Document:
    """Return the document that `document_to_json` was called on.

    Raises:
        ValueError: the text is not JSON, or as for `document_from_dict`.
    """
    return document_from_dict(json.loads(text))


def _read(hint: Any, value: Any, path: str, quantities: dict[Span, Quantity]) -> Any:
    """Return the value that the hint asks for; ``path`` is where it stands, for messages."""
    if (inner := without_none(hint)) is not None:
        return None if value is None else _read(inner, value, path, quantities)
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise _unexpected(path, f"one of {', '.join(get_args(hint))}", value)
        return value
    if get_origin(hint) is tuple:
        return _read_tuple(get_args(hint), value, path, quantities)
    if hint is Reference:
        span = _read_span(value, path)
        if span not in quantities:
            raise ValueError(f"{path}: no quantity of the document spans {list(span)}")
        return quantities[span]
    if dataclasses.is_dataclass(hint):
        return _read_record(hint, value, path, quantities)
    return _READERS[hint](value, path)


def _read_record(record: Any, value: Any, path: str, quantities: dict[Span, Quantity]) -> Any:
    """Return the record that a JSON object writes; a field too many or too few is an error with its path."""
    if not isinstance(value, Mapping):
        raise _unexpected(path, "an object", value)
    fields = fields_of(record)
    if unknown := [name for name in value if name not in fields]:
        raise ValueError(f"{path}: {record.__name__} has no field {unknown[0]!r}")
    if missing := [name for name, (_, optional) in fields.items() if not optional and name not in value]:
        raise ValueError(f"{path or 'document'}: {record.__name__} needs the field {missing[0]!r}")
    prefix = f"{path}." if path else ""
    return record(
        **{name: _read(fields[name][0], value[name], f"{prefix}{name}", quantities) for name in fields if name in value}
    )


def _read_tuple(options: tuple[Any, ...], value: Any, path: str, quantities: dict[Span, Quantity]) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise _unexpected(path, "a list", value)
    if options[-1] is Ellipsis:
        options = (options[0],) * len(value)
    if len(options) != len(value):
        raise _unexpected(path, f"{len(options)} items", value)
    pairs = zip(options, value, strict=True)
    return tuple(_read(option, item, f"{path}[{i}]", quantities) for i, (option, item) in enumerate(pairs))


def _read_str(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise _unexpected(path, "a string", value)
    return value


def _read_decimal(value: Any, path: str) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(DECIMAL_PATTERN.strip("^$"), value):
        raise _unexpected(path, "a decimal number as a string", value)
    return Decimal(value)


def _read_date(value: Any, path: str) -> date:
    if isinstance(value, str) and re.fullmatch(DATE_PATTERN.strip("^$"), value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _unexpected(path, "a date as YYYY-MM-DD", value)


def _read_span(value: Any, path: str) -> Span:
    if (
        not isinstance(value, (list, tuple))
        or len(value) != 2
        or not all(isinstance(offset, int) and not isinstance(offset, bool) for offset in value)
        or not 0 <= value[0] <= value[1]
    ):
        raise _unexpected(path, "a span as [start, end]", value)
    return Span(*value)


def _unexpected(path: str, expected: str, value: Any) -> ValueError:
    return ValueError(f"{path}: expected {expected}, got {value!r:.60}")


_READERS: dict[Any, Callable[[Any, str], Any]] = {
    str: _read_str,
    Decimal: _read_decimal,
    date: _read_date,
    Span: _read_span,
}
