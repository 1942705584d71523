"""The JSON Schema of a serialised document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from ..records import SCHEMA_VERSION, Document, Span
from .shape import DATE_PATTERN, DECIMAL_PATTERN, Reference, fields_of, without_none

_LEAVES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    Decimal: {"type": "string", "pattern": DECIMAL_PATTERN},
    date: {"type": "string", "format": "date", "pattern": DATE_PATTERN},
    Span: {
        "description": "Half-open [start, end) in code points of the text.",
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `document_to_dict` writes.

    The package ships it as ``fupin_extract/data/document.schema.json``.

    >>> json_schema()["properties"]["schema_version"]
    {'const': '1.0'}
    """
    definitions: dict[str, Any] = {}
    body = _record_schema(Document, definitions)
    body["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **body["properties"]}
    body["required"] = ["schema_version", *body["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:fupin-extract:document:{SCHEMA_VERSION}",
        "title": "fupin_extract document",
        **body,
        "additionalProperties": True,
        "$defs": dict(sorted(definitions.items())),
    }


def _record_schema(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(record)
    return {
        "description": (record.__doc__ or "").split("\n\n")[0].strip(),
        "type": "object",
        "properties": {name: _schema(hint, definitions) for name, (hint, _) in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of a type; what records are is written to ``definitions`` and referred to."""
    if (inner := without_none(hint)) is not None:
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        options = get_args(hint)
        if options[-1] is Ellipsis:
            return {"type": "array", "items": _schema(options[0], definitions)}
        items = [_schema(option, definitions) for option in options]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if hint is Reference:
        return {**_schema(Span, definitions), "description": "The span of one of the document's quantities."}
    if hint is str:
        return dict(_LEAVES[str])
    name = hint.__name__.capitalize() if hint is date else hint.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = dict(_LEAVES[hint]) if hint in _LEAVES else _record_schema(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}
