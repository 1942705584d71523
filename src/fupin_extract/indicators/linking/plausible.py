"""Values that what they measure cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...concepts import concepts
from ...records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...records import Indicator


def range_notices(indicators: Iterable[Indicator]) -> list[Notice]:
    """Return a notice for each level whose value its concept cannot have; the record itself stays as it was read."""
    notices = []
    for i in indicators:
        concept = concepts()[i.concept] if i.concept and i.kind == "level" else None
        if concept is not None and not concept.is_plausible(i.quantity.value):
            message = f"{i.name} is expected between {concept.low} and {concept.high} {concept.unit}: check the number and its unit"
            notices.append(Notice(i.quantity.span, i.quantity.text, "range", message))
    return notices
