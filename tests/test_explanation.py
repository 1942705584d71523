"""The trace of the rules: a line a record, a fact below its quantity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fupin_extract import Document, Indicator, Period, Quantity, Region, Span, explain
from fupin_extract.explanation import explanation


def quantity(start, end, text, unit="%"):
    return Quantity(Span(start, end), text, Decimal(1), unit, Decimal(1), unit, rule="units/" + unit)


BEFORE, AFTER = quantity(0, 3, "45%"), quantity(4, 6, "8%")
YEAR = Period(Span(7, 11), "2017", "2017", date(2017, 1, 1), date(2017, 12, 31), rule="periods/year")


def lines(*facts):
    document = Document("45%到8%，2017。", quantities=(BEFORE, AFTER), indicators=facts, periods=(YEAR,))
    return explanation(document, [(Span(4, 6), "late"), (Span(7, 11), "unitless")]).split("\n")


def test_a_fact_stands_below_its_quantity():
    assert lines(Indicator(AFTER, "贫困发生率", rule="indicators/before")) == [
        "head       published None, source None, focus None",
        "quantity   45%  = 1 %  units/%",
        "quantity   8%  = 1 %  units/%",
        "fact       贫困发生率  8%, level  indicators/before",
        "refused    8%  late",
        "period     2017  2017  periods/year",
    ]


def test_a_fact_tells_all_its_parts():
    place = Region(Span(0, 2), "全\n县", None, "county")
    fact = Indicator(
        AFTER, "贫困\n发生率", "change", "down", "target", "poverty_rate", BEFORE, place, YEAR,
        Period(Span(0, 1), "上年", None), "人", BEFORE, ("region", "period"), rule="indicators/from_to",
    )  # fmt: skip
    assert lines(fact)[3] == (
        "fact       贫困⏎发生率  8%, change down, target, concept poverty_rate, from 45%, per 人, part of 45%, period 2017, "
        "baseline 上年, region 全⏎县 (implied: region, period)  indicators/from_to"
    )


def test_no_facts_no_lines():
    assert not [line for line in lines() if line.startswith("fact")]
    assert explain("") == "head       published None, source None, focus None"
