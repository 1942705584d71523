"""The shape of the serialised records, told by the fields of the record classes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..records import Document, Quantity

DECIMAL_PATTERN = r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


class Reference:
    """Stands in type hints for a quantity that is written as its span."""


@cache
def fields_of(record: Any) -> dict[str, tuple[Any, bool]]:
    """Return the record's fields: name → (type hint, may be left out)."""
    names = {"date": date, "Decimal": Decimal, "Fraction": Fraction, "Mapping": Mapping}
    hints = get_type_hints(record, localns=names)
    return {
        field.name: (
            hints[field.name] if record is Document else _referring(hints[field.name]),
            field.default is not dataclasses.MISSING,
        )
        for field in dataclasses.fields(record)
    }


def _referring(hint: Any) -> Any:
    if hint is Quantity:
        return Reference
    if get_origin(hint) in (Union, UnionType):
        return Union[tuple(_referring(option) for option in get_args(hint))]  # noqa: UP007 - built at run time
    return hint


def without_none(hint: Any) -> Any:
    """Return X for X | None, None for every other hint."""
    if get_origin(hint) not in (Union, UnionType):
        return None
    (inner,) = (option for option in get_args(hint) if option is not type(None))
    return inner
