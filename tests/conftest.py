"""What the tests share: readable cases, and the rule trace of a failing one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

import fupin_extract as fx

_TOLD = re.compile(r" \| [=~<>]=? [^|]+$")
_MARK = re.compile(r"\[([^\]]+)\]")

# Speed is the benchmark's: a busy machine fails no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


class Case(NamedTuple):
    """A sentence with its expected quantities: ``近[50万人]受益 | ~ 500000 人``."""

    text: str
    expected: list[tuple[str, str, Decimal, str]]


def case(line: str) -> Case:
    """Read a case: the spans in brackets, behind ``|`` comparison, value and base unit of each."""
    marked, _, told = line.rpartition(" | ") if _TOLD.search(line) else (line, "", "")
    surfaces = _MARK.findall(marked)
    answers = [answer.split(" ") for answer in told.split(" ; ")] if told else []
    assert len(surfaces) == len(answers), line
    expected = [
        (s, cmp, Decimal(value), "".join(unit)) for s, (cmp, value, *unit) in zip(surfaces, answers, strict=True)
    ]
    return Case(_MARK.sub(r"\1", marked), expected)


@pytest.fixture
def check_quantities():
    """Return a function that compares a case with what `extract` says, and shows the trace where they differ."""

    def check(line: str) -> None:
        text, expected = case(line)
        found = [(q.text, q.cmp, q.value, q.base_unit) for q in fx.extract(text).quantities]
        assert found == expected, "\n" + fx.explain(text)

    return check
