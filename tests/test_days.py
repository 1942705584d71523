"""Publication dates as callers pass them."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pytest

import fupin_extract as fx
from fupin_extract.days import as_day

DAY = date(2018, 7, 2)


@pytest.mark.parametrize(
    "given", [DAY, datetime(2018, 7, 2, 8, 30), "2018-07-02", "2018-07-02T08:30:00+08:00", pd.Timestamp("2018-07-02")]
)
def test_a_day_is_a_date_whatever_it_comes_as(given):
    doc = fx.extract("去年脱贫5户。", published=given)
    assert type(doc.published) is date
    assert (doc.published, doc.periods[0].edtf) == (DAY, "2017")


@pytest.mark.parametrize("nothing", [None, "", pd.NaT])
def test_nothing_is_no_day(nothing):
    assert as_day(nothing) is None


@pytest.mark.parametrize("wrong", ["2018", "20180702", "2018-W27", "2018-13-01", "2 July 2018", "２０１８-０７-０２"])
def test_a_string_that_begins_with_no_day_is_refused(wrong):
    with pytest.raises(ValueError, match="no date as YYYY-MM-DD"):
        fx.extract("去年脱贫5户。", published=wrong)


@pytest.mark.parametrize("wrong", [2018, 20180702.0, (2018, 7, 2), b"2018-07-02"])
def test_what_is_neither_day_nor_string_is_refused(wrong):
    with pytest.raises(TypeError, match="a date or a string YYYY-MM-DD, not"):
        fx.extract("去年脱贫5户。", published=wrong)
