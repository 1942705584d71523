"""Where texts come from: files, folders, patterns, tables, in any encoding; what cannot be read is said in its place."""

from __future__ import annotations

import gzip
import json
from datetime import date, datetime

import pytest

from fupin_extract.sources import Columns, Source, SourceError, find_sources, read_texts


def read(*names, **options):
    return list(read_texts(find_sources(map(str, names), **options)))


def texts(found):
    return [(t.id, t.text) for t in found]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.txt").write_text("乙", "utf-8")
    (tmp_path / "a.txt").write_bytes("甲县扶贫\r\n".encode("gb18030"))
    (tmp_path / "note.md").write_text("no", "utf-8")
    rows = [{"id": 7, "text": "丙", "published": "2018-07-02"}, {"text": "丁", "published": "2018-07-02T08:00:00"}]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return tmp_path


def test_a_folder_is_its_files_at_any_depth_in_the_order_of_their_names(folder):
    found = read(folder)
    a, z, table = (str(folder / name) for name in ("a.txt", "b/z.txt", "t.jsonl"))
    assert texts(found) == [(a, "甲县扶贫\r\n"), (z, "乙"), ("7", "丙"), (f"{table}:2", "丁")]
    assert [t.published for t in found[2:]] == [date(2018, 7, 2)] * 2


def test_a_pattern_is_the_files_that_fit(folder):
    assert [t.text for t in read(f"{folder}/**/*.txt")] == ["甲县扶贫\r\n", "乙"]
    (missing,) = read(f"{folder}/*.none")
    assert missing.error == "No such file or directory"


def test_a_file_of_another_suffix_is_text_under_its_own_name(folder):
    assert texts(read(folder / "note.md")) == [(str(folder / "note.md"), "no")]


def test_compressed_files_are_read(tmp_path):
    (tmp_path / "t.jsonl.gz").write_bytes(gzip.compress('{"text": "甲"}\n'.encode()))
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("乙".encode("gb18030")))
    assert [t.text for t in read(tmp_path)] == ["乙", "甲"]


def test_csv_has_cells_of_any_length_with_line_ends_in_them(tmp_path):
    long = "贫困户5户。\r\n" * 30_000
    path = tmp_path / "t.csv"
    path.write_bytes(f'id,text,published\n1,"{long}",2018-07-02\n,乙,\n'.encode("utf-8-sig"))
    found = read(path, published=date(2020, 1, 1))
    assert texts(found) == [("1", long), (f"{path}:2", "乙")]
    assert [t.published for t in found] == [date(2018, 7, 2), date(2020, 1, 1)]


def test_csv_in_another_encoding_wants_its_name(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes("text\n扶贫\n".encode("gb18030"))
    assert "name its encoding with --encoding" in read(path)[0].error
    assert [t.text for t in read(path, encoding="gb18030")] == ["扶贫"]


def test_parquet_gives_ids_and_dates_as_they_are(tmp_path):
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pa.table({"id": [1, None], "text": ["甲", None], "published": [date(2018, 7, 2), None], "other": [1, 2]})
    pq.write_table(table, tmp_path / "t.parquet")
    first, second = read(tmp_path / "t.parquet")
    assert (first.id, first.text, first.published) == ("1", "甲", date(2018, 7, 2))
    assert (second.text, second.error) == (None, None)
    moments = pa.table({"text": ["甲"], "published": [datetime(2018, 7, 2, 9)]})
    pq.write_table(moments, tmp_path / "m.parquet")
    assert read(tmp_path / "m.parquet")[0].published == date(2018, 7, 2)


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_columns_of_other_names(tmp_path, suffix):
    path = tmp_path / f"t.{suffix}"
    if suffix == "jsonl":
        path.write_text('{"url": "u", "body": "甲"}\n', "utf-8")
    elif suffix == "csv":
        path.write_text("url,body\nu,甲\n", "utf-8")
    else:
        pa = pytest.importorskip("pyarrow")
        import pyarrow.parquet as pq

        pq.write_table(pa.table({"url": ["u"], "body": ["甲"]}), path)
    assert texts(read(path, columns=Columns(text="body", id="url"))) == [("u", "甲")]
    assert "'text'" in read(path)[0].error


def test_a_column_that_was_named_and_is_not_there_is_refused(tmp_path):
    (tmp_path / "t.csv").write_text("text\n甲\n", "utf-8")
    with pytest.raises(SourceError, match="no column 'url'; the columns are text"):
        list(Source(str(tmp_path / "t.csv"), Columns(id="url")).texts())


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "no JSON in UTF-8"),
        ("[1]", "no JSON object"),
        ('{"title": "甲"}', "there is no 'text'"),
        ('{"text": 5}', "'text' is no string but int"),
        ('{"text": "甲", "published": "2018年"}', "'published' is no date as YYYY-MM-DD: '2018年'"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path, line, error):
    path = tmp_path / "t.jsonl"
    path.write_text(f'{line}\n\n{{"text": "乙"}}\n', "utf-8")
    bad, good = read(path)
    assert bad.id == f"{path}:1"
    assert bad.text is None
    assert error in bad.error
    assert texts([good]) == [(f"{path}:3", "乙")]


def test_a_file_that_is_not_what_its_name_says(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "t.parquet").write_bytes(b"no")
    assert "no Parquet file" in read(tmp_path / "t.parquet")[0].error


def test_counts_for_a_progress_bar(folder):
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"text": ["甲", "乙", "丙"]}), folder / "u.parquet")
    (folder / "v.csv").write_text("text\n甲\n", "utf-8")
    assert [source.count() for source in find_sources([str(folder)])] == [1, 1, 2, 3, None]
    assert Source(str(folder / "missing.jsonl")).count() is None
