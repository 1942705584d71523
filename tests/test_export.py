"""Documents as dicts, JSON, rows and frames: exact, both ways, and as the published schema says."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fupin_extract import Document, Indicator, Notice, Organisation, Period, Programme, Quantity, Region, Span, records
from fupin_extract.export import (
    COLUMNS,
    document_from_dict,
    document_from_json,
    document_tables,
    document_to_dict,
    document_to_json,
    document_to_records,
    fact_table,
    fact_value,
    json_schema,
    quote,
    without_facts,
)

DOCS = Path(__file__).parents[1] / "docs"
RECORDS = (Document, Quantity, Indicator, Period, Region, Organisation, Programme, Notice)
REMAKE = (
    'python -c "import json; from fupin_extract.export import json_schema; '
    'print(json.dumps(json_schema(), ensure_ascii=False, indent=2))" > src/fupin_extract/data/document.schema.json'
)

TEXT = "2017年，云河县贫困发生率由45.6%下降到8.20%。\n投入1.86亿元。"
BEFORE = Quantity(Span(15, 20), "45.6%", Decimal("45.6"), "%", Decimal("45.6"), "%", rule="units/%")
AFTER = Quantity(Span(23, 28), "8.20%", Decimal("8.20"), "%", Decimal("8.20"), "%", dimension="percentage")
MONEY = Quantity(Span(32, 38), "1.86亿元", Decimal("1.86"), "亿元", Decimal("186000000.00"), "元")
YEAR = Period(Span(0, 5), "2017年", "2017", date(2017, 1, 1), date(2017, 12, 31))
COUNTY = Region(Span(6, 9), "云河县", "云河县", "county", "629921", ("甘肃省", "云河县"))
DOCUMENT = Document(
    TEXT,
    title="云河见闻",
    published=date(2018, 3, 12),
    focus_region=COUNTY,
    quantities=(BEFORE, AFTER, MONEY),
    indicators=(
        Indicator(
            AFTER, "贫困发生率", direction="down", from_quantity=BEFORE, region=COUNTY, period=YEAR,
            evidence=(("name", Span(9, 14)),),
        ),
    ),
    periods=(YEAR,),
    regions=(COUNTY,),
    programmes=(Programme("精准扶贫", "instrument", (Span(0, 2), Span(4, 6))),),
    warnings=(Notice(Span(0, 1), "2", "damage", "lost"),),
)  # fmt: skip

# --- Generated documents ----------------------------------------------------------------------

# Any characters but a high surrogate next to a low one, which JSON cannot tell from one character.
texts = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.just("\ud800")), max_size=20)
names = st.text(max_size=8)
spans = st.tuples(st.integers(0, 999), st.integers(0, 30)).map(lambda pair: Span(pair[0], sum(pair)))
decimals = st.decimals(allow_nan=False, allow_infinity=False)
maybe_decimals = st.none() | decimals
tuples_of_names = st.lists(names, max_size=2).map(tuple)
dates = st.none() | st.dates()


def literal(name):
    return st.sampled_from(get_args(getattr(records, name)))


quantities = st.builds(
    Quantity, spans, texts, decimals, names, decimals, names, literal("Comparison"), maybe_decimals, maybe_decimals,
    st.none() | st.lists(decimals, max_size=3).map(tuple), st.none() | names, names,
)  # fmt: skip
periods = st.builds(Period, spans, texts, st.none() | names, dates, dates, tuples_of_names, names)
regions = st.builds(
    Region, spans, texts, st.none() | names, literal("Level"), st.none() | names, tuples_of_names, tuples_of_names,
    names,
)  # fmt: skip
organisations = st.builds(Organisation, spans, texts, names, literal("OrganisationKind"), names)
programmes = st.builds(Programme, names, literal("ProgrammeKind"), st.lists(spans, max_size=3).map(tuple), names)
notices = st.builds(Notice, spans, texts, literal("NoticeCode"), names)


def several(records, most=3):
    return st.lists(records, max_size=most).map(tuple)


@st.composite
def documents(draw):
    found = draw(st.lists(quantities, max_size=4, unique_by=lambda q: q.span))
    known = st.sampled_from(found) if found else st.nothing()
    indicators = st.builds(
        Indicator, known, names, literal("IndicatorKind"), st.none() | literal("Direction"), literal("Status"),
        st.none() | names, st.none() | known, st.none() | regions, st.none() | periods, st.none() | periods,
        st.none() | names, st.none() | known, tuples_of_names,
        st.lists(st.tuples(names, spans), max_size=2).map(tuple), names,
    )  # fmt: skip
    return Document(
        draw(texts), draw(st.none() | texts), draw(dates), draw(st.none() | names), draw(st.none() | regions),
        tuple(found), draw(several(indicators)) if found else (), draw(several(organisations)),
        draw(several(programmes)), draw(several(periods)), draw(several(regions)), draw(several(notices)),
    )  # fmt: skip


VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@settings(max_examples=150)
@given(documents())
def test_every_document_survives_json(document):
    text = document_to_json(document)
    assert text.encode("utf-8").decode("utf-8").splitlines() == [text]
    back = document_from_json(text)
    assert back == document
    assert repr(back) == repr(document)  # digits too: Decimal("1.0") == Decimal("1")
    VALIDATOR.validate(json.loads(text))


@settings(max_examples=30)
@given(documents())
def test_every_document_has_rows_and_tables(document):
    for kind, found in (("facts", document.indicators), ("quantities", document.quantities)):
        rows = document_to_records(document, kind)
        assert all(tuple(row) == COLUMNS[kind] and len(row["quote"]) <= 120 for row in rows)
        assert len(rows) == len(found)
    document_tables(document)


# --- Dict and JSON ----------------------------------------------------------------------------


def test_dict_holds_json_types_only():
    data = document_to_dict(DOCUMENT)
    assert json.loads(json.dumps(data)) == data
    assert next(iter(data)) == "schema_version"
    assert data["published"] == "2018-03-12"
    assert data["quantities"][1]["value"] == "8.20"
    assert data["quantities"][0]["span"] == [15, 20]
    assert data["quantities"][0]["low"] is None
    assert data["indicators"][0]["quantity"] == [23, 28]
    assert data["indicators"][0]["from_quantity"] == [15, 20]
    assert data["indicators"][0]["evidence"] == [["name", [9, 14]]]
    assert data["programmes"][0]["mentions"] == [[0, 2], [4, 6]]


def test_every_field_is_written():
    data = document_to_dict(DOCUMENT)
    assert list(data) == ["schema_version", *(field.name for field in fields(Document))]
    assert list(data["quantities"][0]) == [field.name for field in fields(Quantity)]


def test_indicators_hold_the_documents_own_quantities():
    back = Document.from_dict(DOCUMENT.to_dict())
    assert back.indicators[0].quantity is back.quantities[1]
    assert back.indicators[0].from_quantity is back.quantities[0]


def test_what_is_derived_comes_back_though_it_stands_nowhere_else():
    """The year before and a part of the country are in an indicator only, not among the document's records."""
    west = Region(Span(6, 9), "西部地区", "西部地区", "area", rule="indicators/area")
    before = Period(Span(0, 5), "2017年", "2016", date(2016, 1, 1), date(2016, 12, 31), ("date",), "indicators/before")
    since = Period(Span(0, 5), "2017年以来", "2017/..", date(2017, 1, 1))
    fact = Indicator(AFTER, "贫困发生率", region=west, period=since, baseline=before, part_of=MONEY, implied=("name",))
    document = replace(DOCUMENT, indicators=(fact,), periods=(), regions=())
    data = document.to_dict()
    VALIDATOR.validate(data)
    assert data["indicators"][0]["region"]["level"] == "area"
    assert data["indicators"][0]["part_of"] == [32, 38]
    for back in (Document.from_dict(data), Document.from_json(document.to_json())):
        assert back == document
        assert repr(back) == repr(document)


def test_a_level_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"indicators\[0\]\.region\.level: expected one of area, country"):
        document_from_dict(_changed(("indicators", 0, "region", "level"), "continent"))


@pytest.mark.parametrize(
    "digits", ["0", "-0", "1.0", "0.00", "186000000.00", "1E+3", "2.50E+7", "1E-9", "-4.5", "0E+2"]
)
def test_decimals_keep_their_digits(digits):
    quantity = replace(MONEY, value=Decimal(digits))
    back = Document.from_json(Document("", quantities=(quantity,)).to_json())
    assert back.quantities[0].value.as_tuple() == Decimal(digits).as_tuple()


def test_exponents_are_written_only_where_they_say_something():
    values = [replace(MONEY, value=Decimal(s)) for s in ("1E-9", "2E+3")]
    assert [document_to_dict(Document("", quantities=(q,)))["quantities"][0]["value"] for q in values] == [
        "0.000000001",
        "2E+3",
    ]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "sNaN"])
def test_numbers_that_are_none_are_refused(number):
    with pytest.raises(ValueError, match="not a finite number"):
        Document("", quantities=(replace(MONEY, value=Decimal(number)),)).to_dict()


def test_chinese_stays_and_surrogates_are_escaped(tmp_path):
    document = Document("扶\ud800贫\udfff\u2028")
    text = document.to_json()
    assert r"扶\ud800贫\udfff\u2028" in text
    (tmp_path / "d.json").write_text(text, encoding="utf-8")
    assert Document.from_json((tmp_path / "d.json").read_text(encoding="utf-8")) == document


def test_a_pair_in_two_halves_is_refused():
    with pytest.raises(ValueError, match="surrogate pair"):
        Document("\ud83d\ude00").to_json()


def test_indent():
    assert DOCUMENT.to_json(indent=2).startswith('{\n  "schema_version"')
    assert Document.from_json(DOCUMENT.to_json(indent=2)) == DOCUMENT


def test_writing_refuses_a_quantity_of_another_document():
    with pytest.raises(ValueError, match="Indicator refers to a quantity that is not in the document"):
        replace(DOCUMENT, quantities=(AFTER, MONEY)).to_dict()
    with pytest.raises(ValueError, match="not in the document"):
        replace(DOCUMENT, quantities=(BEFORE, replace(AFTER, cmp=">"), MONEY)).to_dict()


@pytest.mark.parametrize("version", ["0.9", "2.0", None, 1])
def test_other_versions_are_refused(version):
    with pytest.raises(ValueError, match=r"cannot read schema version .*; this release reads 1\.0"):
        document_from_dict({**DOCUMENT.to_dict(), "schema_version": version})


def _changed(path, value):
    data = DOCUMENT.to_dict()
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("indicators", 0, "quantity"), [1, 2], "indicators[0].quantity: no quantity of the document spans [1, 2]"),
        (("indicators", 0, "quantity"), None, "indicators[0].quantity: expected a span as [start, end], got None"),
        (("quantities", 0, "value"), 45.6, "quantities[0].value: expected a decimal number as a string, got 45.6"),
        (("quantities", 0, "value"), "１", "quantities[0].value: expected a decimal number"),
        (("quantities", 0, "value"), "NaN", "quantities[0].value: expected a decimal number"),
        (("quantities", 0, "cmp"), "≥", "quantities[0].cmp: expected one of =, ~, >, >=, <, <="),
        (("quantities", 0, "span"), [5, 2], "quantities[0].span: expected a span"),
        (("quantities", 0, "span"), [True, 2], "quantities[0].span: expected a span"),
        (("quantities", 0, "colour"), 1, "quantities[0]: Quantity has no field 'colour'"),
        (("quantities", 0, "unit"), ..., "quantities[0]: Quantity needs the field 'unit'"),
        (("quantities",), "none", "quantities: expected a list, got 'none'"),
        (("quantities", 0), 3, "quantities[0]: expected an object, got 3"),
        (("published",), "20180312", "published: expected a date as YYYY-MM-DD, got '20180312'"),
        (("published",), "2018-02-30", "published: expected a date"),
        (("text",), None, "text: expected a string, got None"),
        (("text",), ..., "document: Document needs the field 'text'"),
        (("indicators", 0, "evidence"), [["name"]], "indicators[0].evidence[0]: expected 2 items"),
        (("programmes", 0, "kind"), ["plan"], "programmes[0].kind: expected one of campaign"),
    ],
)
def test_what_is_not_of_the_shape_is_refused_by_its_path(path, value, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        document_from_dict(_changed(path, value))


@pytest.mark.parametrize("text", ["", "扶贫", "[]", "3"])
def test_what_is_no_document_is_refused(text):
    with pytest.raises(ValueError, match=r"Expecting value|a document is an object"):
        Document.from_json(text)


def test_defaults_may_be_left_out_and_a_carriers_keys_are_passed_over():
    assert document_from_dict({"schema_version": "1.0", "text": "扶贫", "file": "a.txt"}) == Document("扶贫")


# --- Schema -----------------------------------------------------------------------------------


def test_published_schema_is_the_records():
    published = files("fupin_extract").joinpath("data", "document.schema.json").read_text("utf-8")
    assert json.loads(published) == json_schema(), f"the records changed; re-make the file:\n{REMAKE}"


def test_schema_is_a_schema_and_refuses_what_reading_refuses():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    VALIDATOR.validate(DOCUMENT.to_dict())
    assert not VALIDATOR.is_valid(_changed(("quantities", 0, "value"), 45.6))
    assert not VALIDATOR.is_valid(_changed(("quantities", 0, "colour"), 1))
    assert not VALIDATOR.is_valid(_changed(("text",), ...))
    assert not VALIDATOR.is_valid({**DOCUMENT.to_dict(), "schema_version": "2.0"})


# --- Rows and frames --------------------------------------------------------------------------


def test_rows_of_facts():
    (row,) = DOCUMENT.to_records()
    assert tuple(row) == COLUMNS["facts"]
    assert row == {
        "name": "贫困发生率", "concept": None, "value": Decimal("8.20"), "unit": "%", "cmp": "=", "low": None, "high": None,
        "parts": None, "kind": "level", "direction": "down", "status": "actual", "region": "云河县", "region_code": "629921",
        "region_level": "county", "period": "2017", "period_start": date(2017, 1, 1), "period_end": date(2017, 12, 31),
        "baseline": None, "per": None, "from_value": Decimal("45.6"), "part_of": None, "implied": (),
        "quote": "2017年，云河县贫困发生率由45.6%下降到8.20%。", "text": "8.20%", "start": 23, "end": 28, "rule": "",
        "title": "云河见闻", "published": date(2018, 3, 12), "source": None, "focus_region": "云河县",
    }  # fmt: skip
    assert str(row["value"]) == "8.20"
    assert TEXT[row["start"] : row["end"]] == row["text"]


def test_rows_of_facts_with_every_part():
    since = Period(Span(0, 5), "2017年以来", "2017/..", date(2017, 1, 1))
    fact = Indicator(
        replace(AFTER, cmp=">=", low=Decimal(8), high=Decimal(9)), "贫困发生率", "change", "down", "target", "rate",
        region=replace(COUNTY, name=None), period=since, baseline=replace(YEAR, edtf="2016"), per="人", part_of=MONEY,
        implied=("period", "region"),
    )  # fmt: skip
    (row,) = Document(TEXT, indicators=(fact,)).to_records()
    assert (row["kind"], row["status"], row["concept"], row["per"]) == ("change", "target", "rate", "人")
    assert (row["cmp"], row["low"], row["high"]) == (">=", 8, 9)
    assert (row["period"], row["period_start"], row["period_end"]) == ("2017/..", date(2017, 1, 1), None)
    assert (row["region"], row["region_level"], row["baseline"]) == (None, "county", "2016")
    assert (row["part_of"], row["implied"], row["from_value"]) == ("1.86亿元", ("period", "region"), None)


@pytest.mark.parametrize(
    ("value", "unit", "later", "expected"),
    [
        ("45", "%", "%", Decimal(45)),
        ("3", "公顷", "亩", Decimal(45)),
        ("500", "克", "公斤", Decimal("0.5")),
        ("1", "亩", "平方公里", None),  # 1/1500: no decimal
        ("3", "公顷", "元", None),
        ("3", "蒲式", "元", None),
    ],
)
def test_from_values_are_in_the_unit_of_the_row(value, unit, later, expected):
    before = replace(BEFORE, value=Decimal(value), base_unit=unit)
    fact = Indicator(replace(AFTER, base_unit=later), "面积", from_quantity=before)
    (row,) = Document(TEXT, indicators=(fact,)).to_records()
    assert row["from_value"] == expected


def test_rows_of_quantities():
    before, after, money = DOCUMENT.to_records("quantities")
    assert tuple(after) == COLUMNS["quantities"]
    assert after["quantity_text"] == TEXT[after["start"] : after["end"]] == "8.20%"
    assert before["quote"] == "2017年，云河县贫困发生率由45.6%下降到8.20%。"
    assert money["quote"] == "投入1.86亿元。"
    assert (money["value"], money["published"]) == (Decimal("186000000.00"), date(2018, 3, 12))
    assert (money["title"], money["focus_region"], money["focus_code"]) == ("云河见闻", "云河县", "629921")


@pytest.mark.parametrize("rows", ["facts", "quantities"])
def test_a_document_without_records_has_no_rows(rows):
    assert Document("无").to_records(rows) == []
    assert list(Document("").to_frame(rows).columns) == list(COLUMNS[rows])


@pytest.mark.parametrize("method", ["to_records", "to_frame"])
def test_other_rows_are_refused(method):
    with pytest.raises(ValueError, match="rows are facts, quantities, organisations, programmes, not 'periods'"):
        getattr(DOCUMENT, method)("periods")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("前一句。共{3户}，其余\n不详。后一句。", "共3户，其余 不详。"),
        ("标题\n\n　　共{3户}\r\n\r\n后一段。", "共3户"),
        ("标题\n　　共{3户}\n　　后一段。", "共3户"),
        ("他说：“好！”共{3户}。”他又说", "共3户。”"),
        ("{3户}", "3户"),
        ("共\r\n{3户}", "共 3户"),
        ("甲" * 300 + "{3户}" + "乙" * 300, "…" + "甲" * 58 + "3户" + "乙" * 58 + "…"),
        ("{3户}" + "乙" * 300, "3户" + "乙" * 117 + "…"),
        ("甲" * 300 + "{3户}", "…" + "甲" * 117 + "3户"),
        ("{" + "3" * 200 + "}户", "3" * 120),
    ],
)
def test_quote(text, quoted):
    start, end = text.index("{"), text.index("}") - 1
    assert quote(text.replace("{", "").replace("}", ""), Span(start, end)) == quoted


@pytest.mark.parametrize("rows", ["facts", "quantities"])
def test_frame_keeps_columns_types_and_decimals(rows):
    frame = DOCUMENT.to_frame(rows)
    empty = Document("无").to_frame(rows)
    assert list(frame.columns) == list(empty.columns) == list(COLUMNS[rows])
    assert list(frame.dtypes) == list(empty.dtypes)
    assert frame["start"].dtype == "int64"
    assert len(empty) == 0
    assert str(frame["value"].iloc[-1]) == {"facts": "8.20", "quantities": "186000000.00"}[rows]
    assert frame["low"][0] is None
    assert frame["published"][0] == date(2018, 3, 12)


def test_frame_keeps_tuples():
    parts = (Decimal(1), Decimal(3))
    both = (replace(MONEY, parts=parts), replace(AFTER, parts=parts))
    facts = tuple(Indicator(quantity, "比例", implied=("region", "period")) for quantity in both)
    document = Document("", quantities=both, indicators=facts)
    assert list(document.to_frame("quantities")["parts"]) == [parts, parts]
    assert list(document.to_frame()["implied"]) == [("region", "period")] * 2


def test_frame_without_pandas_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'fupin-extract\[frame\]'"):
        DOCUMENT.to_frame()


# --- Tables -----------------------------------------------------------------------------------


def fact(value, cmp="=", **other):
    quantity = Quantity(Span(0, 1), "x", Decimal(1), "人", Decimal(value), other.pop("unit", "人"), cmp)
    return Indicator(quantity, "名", **other)


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        (fact(1200), "1,200"),
        (fact(300, ">"), ">300"),
        (fact(60, ">="), "≥60"),
        (fact(2, "<="), "≤2"),
        (fact(2, "<"), "<2"),
        (fact("12.50", kind="change", direction="up"), "↑ +12.5"),
        (fact(38, "~", kind="change", direction="down"), "↓ ≈−38"),
        (fact(5, kind="change"), "±5"),
        (fact("-3.2", kind="change", direction="down"), "↓ -3.2"),
        (fact(19, direction="down", from_quantity=fact(41).quantity), "↓ 41 → 19"),
        (fact(80, ">=", direction="up", from_quantity=fact(50, "~").quantity), "↑ ≈50 → ≥80"),
        (fact(2, from_quantity=fact(30, unit="亩").quantity), "30 亩 → 2"),
    ],
)
def test_values_of_facts_for_a_reader(shown, value):
    assert fact_value(shown) == value


def test_the_table_of_facts():
    place = replace(COUNTY, name=None, text="全县")
    shown = fact(
        3, status="target", region=place, period=replace(YEAR, edtf=None), implied=("region", "other"), per="户"
    )
    share = Indicator(
        replace(MONEY, parts=(Decimal(1), Decimal(3)), unit="分之", base_unit="分之"), "占比", part_of=AFTER
    )
    table = fact_table(Document("", indicators=(shown, share)))
    cells = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert cells[0] == {
        "name": "名", "concept": "", "value": "3", "unit": "人", "per": "户", "period": "2017年", "region": "全县",
        "baseline": "", "part of": "", "status": "target",
    }  # fmt: skip
    assert (cells[1]["value"], cells[1]["unit"], cells[1]["part of"], cells[1]["status"]) == ("1/3", "", "8.20%", "")
    assert table.implied == (frozenset({"region"}), frozenset())


def test_quantities_without_facts_are_counted():
    assert without_facts(DOCUMENT) == 1
    assert without_facts(replace(DOCUMENT, indicators=())) == 3
    assert without_facts(Document("")) == 0


# --- Docs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_is_documented(record):
    page = (DOCS / "records.md").read_text("utf-8")
    section = page.split(f"\n## {record.__name__}", 1)[1].split("\n## ", 1)[0]
    documented = re.findall(r"^\| `(\w+)` \|", section, re.M)
    assert documented == [field.name for field in fields(record)]


@pytest.mark.parametrize("rows", ["facts", "quantities"])
def test_every_column_is_documented(rows):
    section = (DOCS / "records.md").read_text("utf-8").split(f"\n### Columns of {rows}", 1)[1].split("\n#", 1)[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.M) == list(COLUMNS[rows])
