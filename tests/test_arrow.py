"""The Arrow kernel: the same rows as `extract`, exact numbers, one schema whatever the texts."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal

import pytest

pa = pytest.importorskip("pyarrow")

import fupin_extract as fx  # noqa: E402
from fupin_extract.arrow import (  # noqa: E402
    ROWS,
    SCHEMA_VERSION,
    batch_of,
    extract_counted,
    extract_lists,
    open_output,
    schema,
)
from fupin_extract.arrow.schema import VERSION_KEY  # noqa: E402
from fupin_extract.export import COLUMNS, document_to_records  # noqa: E402
from fupin_extract.sources import SourceText  # noqa: E402

TEXTS = [
    "甘谷县扶贫办表示，去年脱贫5户，贫困发生率由41%下降到19%，按5∶4∶1分配。",
    "今年无大事。",
    "",
    None,
    "陇南市落实精准扶贫，投入1.86亿元，户均1000—1500元。",
]


def batch(texts=TEXTS, **columns):
    return pa.record_batch({"text": pa.array(texts, pa.string()), **columns})


IDS = list("abcde")
FINE = "1234567890123"
"""One digit more than the decimals of a column have behind their point."""


def plain(value):
    """A cell as the records' own types."""
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("rows", COLUMNS)
def test_rows_are_those_of_the_documents(rows):
    found = fx.extract_batch(batch(id=IDS, published=[date(2018, 7, 2)] * 5), rows=rows).to_pylist()
    expected = [
        {"id": name, **row, "exact": None, "error": None}
        for name, text in zip(IDS, TEXTS, strict=True)
        if text is not None
        for row in document_to_records(fx.extract(text, published=date(2018, 7, 2)), rows)
    ]
    assert [{name: plain(value) for name, value in row.items()} for row in found] == expected


def test_rows_of_documents_hold_the_whole_document():
    found = fx.extract_batch(batch(id=IDS), rows="documents").to_pylist()
    assert [row["id"] for row in found] == IDS
    documents = [fx.extract(text) if text is not None else None for text in TEXTS]
    assert [row["json"] and fx.Document.from_json(row["json"]) for row in found] == documents
    assert [row["facts"] for row in found] == [d and len(d.indicators) for d in documents]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("texts", [[], [None], ["今年无大事。"], TEXTS])
def test_the_schema_is_the_same_whatever_the_texts(rows, texts):
    found = fx.extract_batch(batch(texts), rows=rows)
    assert found.schema.equals(schema(rows), check_metadata=True)
    assert found.schema.metadata[VERSION_KEY] == SCHEMA_VERSION.encode()
    found.validate(full=True)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (pa.string(), "2018-07-02"),
        (pa.string(), "2018-07-02 09:00"),
        (pa.date32(), date(2018, 7, 2)),
        (pa.timestamp("s"), datetime(2018, 7, 2, 9)),
    ],
)
def test_dates_of_publication_of_any_type(kind, value):
    found = fx.extract_batch(batch(["去年脱贫5户。"], published=pa.array([value], kind)))
    assert found.column("period").to_pylist() == ["2017"]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_of_any_string_type(kind):
    texts = pa.array(["脱贫5户。"]).cast(kind)
    assert fx.extract_batch(pa.record_batch({"body": texts}), text_column="body").column("text").to_pylist() == ["5户"]


def test_ids_of_any_type_and_twice_the_same():
    assert fx.extract_batch(batch(["脱贫5户。"] * 2, id=[7, 7])).column("id").to_pylist() == ["7", "7"]
    assert fx.extract_batch(batch(["脱贫5户。"])).column("id").to_pylist() == [None]


def test_a_number_beyond_the_decimals_stands_in_exact():
    row = fx.extract_batch(batch([f"脱贫0.{FINE}户，增长5%，按1.{FINE}∶1分配。"]), rows="quantities").to_pylist()
    assert [(r["value"], r["parts"]) for r in row] == [(None, None), (Decimal(5), None), (None, None)]
    assert [r["exact"] and json.loads(r["exact"])["value"] for r in row] == [f"0.{FINE}", None, f"1.{FINE}"]
    assert json.loads(row[2]["exact"])["parts"] == [f"1.{FINE}", "1"]


def test_what_fails_is_raised_or_a_row_of_its_own():
    dated = batch(["去年脱贫5户。", "脱贫6户。"], id=["a", "b"], published=["2018年", None])
    with pytest.raises(ValueError, match="no date as YYYY-MM-DD"):
        fx.extract_batch(dated)
    failed, good = fx.extract_batch(dated, errors="record").to_pylist()
    assert (failed.pop("id"), failed.pop("error")) == ("a", "ValueError: published is no date as YYYY-MM-DD: '2018年'")
    assert set(failed.values()) == {None}
    assert (good["id"], good["value"], good["error"]) == ("b", Decimal(6), None)
    first, _ = fx.extract_batch(dated, errors="record", rows="documents").to_pylist()
    assert (first["json"], first["error"][:10]) == (None, "ValueError")


@pytest.mark.parametrize(
    ("given", "options", "error", "message"),
    [
        ({"body": ["a"]}, {}, KeyError, "no column 'text'; its columns are body"),
        ({"text": [1]}, {}, TypeError, "'text' holds int64, not strings"),
        ({"text": ["a"], "published": [1]}, {}, TypeError, "'published' holds int64, neither dates nor strings"),
        ({"text": ["a"]}, {"rows": "periods"}, ValueError, "rows are facts, .*, documents, not 'periods'"),
        ({"text": ["a"]}, {"errors": "ignore"}, ValueError, "errors is 'raise' or 'record'"),
    ],
)
def test_bad_input_is_said_clearly(given, options, error, message):
    with pytest.raises(error, match=message):
        fx.extract_batch(pa.record_batch(given), **options)


@pytest.mark.parametrize("rows", ROWS)
def test_lists_are_the_rows_text_by_text(rows):
    lists = extract_lists(batch(id=IDS), rows=rows).to_pylist()
    assert len(lists) == len(TEXTS)
    assert [row for one in lists for row in one] == fx.extract_batch(batch(id=IDS), rows=rows).to_pylist()


def test_any_partitioning_gives_the_same_rows():
    whole = fx.extract_batch(batch(id=IDS))
    pieces = [fx.extract_batch(batch(id=IDS).slice(n, 1)) for n in range(5)]
    assert pa.Table.from_batches(pieces).combine_chunks().equals(pa.Table.from_batches([whole]))


def test_counts():
    _, counts = extract_counted(batch(id=IDS, published=[None, "x", None, None, None]))
    assert (counts["documents"], counts["failed"], counts["programmes"]) == (5, 1, 1)
    assert counts["characters"] == len(TEXTS[0]) + len(TEXTS[4])


def test_lone_surrogates_keep_offsets():
    texts = batch_of([SourceText("a\udc80", "脱\ud800贫5户。")])
    assert texts.column("text").to_pylist() == ["脱\ufffd贫5户。"]
    assert texts.column("id").to_pylist() == ["a\ufffd"]
    assert batch_of([]).num_rows == 0


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_rows_are_written_whole(tmp_path, form):
    rows = fx.extract_batch(batch([f"贫困发生率由41%下降到19.50%，脱贫0.{FINE}户。"], id=["a"]))
    path = tmp_path / "out"
    with open_output(path, form=form) as write:
        write(rows)
        write(rows.slice(0, 0))
    if form == "parquet":
        import pyarrow.parquet as pq

        assert pq.read_table(path).equals(pa.Table.from_batches([rows]))
    elif form == "jsonl":
        first, second = map(json.loads, path.read_text("utf-8").splitlines())
        assert (first["value"], first["from_value"], first["implied"]) == ("19.5", "41", [])
        assert (second["value"], "exact" in second) == (f"0.{FINE}", False)
    else:
        header, first, second = path.read_text("utf-8").splitlines()
        assert header.split(",") == ["id", *COLUMNS["facts"]]
        assert first.split(",")[:5] == ["a", "贫困发生率", "poverty_headcount_ratio", "19.5", "%"]
        assert f"0.{FINE}" in second


def test_an_output_of_no_known_format_is_refused(tmp_path):
    with pytest.raises(ValueError, match="rows are written as parquet, csv, jsonl, not 'xlsx'"):
        open_output(tmp_path / "a.xlsx")
