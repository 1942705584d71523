"""A corpus to one file: the same on any number of processes, gone on with after any end, nothing lost or doubled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

pa = pytest.importorskip("pyarrow")

import fupin_extract as fx  # noqa: E402
from fupin_extract.cli import main  # noqa: E402
from fupin_extract.engines import corpus, parts  # noqa: E402
from fupin_extract.engines.corpus import extract_corpus  # noqa: E402
from fupin_extract.engines.parts import OtherJobError  # noqa: E402
from fupin_extract.engines.processes import extract_batches  # noqa: E402
from fupin_extract.sources import find_sources  # noqa: E402

COUNT = 100


@pytest.fixture
def news(tmp_path):
    """A table of texts, two of which cannot be read."""
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"n{n}", "text": f"甘谷县脱贫{n}户，增长{n}.5%。"} for n in range(COUNT)]
    rows[30], rows[70] = {"id": "n30", "text": 5}, {"id": "n70"}
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def run(news, output, **options):
    return extract_corpus(find_sources([str(news)]), output, **options)


def test_any_number_of_processes_writes_the_same_bytes(news, tmp_path):
    outputs = [tmp_path / f"{n}.csv" for n in (1, 2)]
    summaries = [run(news, output, n_process=n) for n, output in enumerate(outputs, 1)]
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert summaries[0].counts == summaries[1].counts
    assert outputs[0].read_text("utf-8").count("\n") == 1 + 2 * (COUNT - 2)
    assert not list(tmp_path.glob("*.parts"))


def test_what_failed_is_in_a_file_of_its_own(news, tmp_path):
    summary = run(news, tmp_path / "out.csv")
    assert (summary.counts["documents"], summary.counts["failed"]) == (COUNT, 2)
    assert [json.loads(line) for line in summary.errors.read_text("utf-8").splitlines()] == [
        {"id": "n30", "error": "'text' is no string but int"},
        {"id": "n70", "error": "there is no 'text'"},
    ]
    news.write_text('{"text": "脱贫5户。"}\n', "utf-8")
    again = run(news, tmp_path / "out.csv")
    assert again.errors is None
    assert not summary.errors.exists()


class _KilledError(Exception):
    """Stands for what ends a process without a word."""


@pytest.mark.parametrize("moment", range(1, 4))
def test_a_killed_run_goes_on_without_redoing_or_doubling(news, tmp_path, monkeypatch, moment):
    whole = tmp_path / "whole.csv"
    run(news, whole)
    monkeypatch.setattr(parts, "_MOST_BATCHES", 1)
    output = tmp_path / "out.csv"
    seen = []

    def kill(counts):
        seen.append(counts)
        if len(seen) > moment:
            raise _KilledError

    with pytest.raises(_KilledError):
        run(news, output, on_batch=kill)
    assert not output.exists()
    (output.with_name("out.csv.parts") / "part-9.unfinished").write_bytes(b"half a part")
    summary = run(news, output)
    assert output.read_bytes() == whole.read_bytes()
    assert summary.counts["documents"] == COUNT
    assert summary.read["documents"] == COUNT - 32 * moment
    assert not output.with_name("out.csv.parts").exists()


def test_an_interrupted_run_leaves_a_valid_file_and_goes_on(news, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "_MOST_BATCHES", 1)
    output = tmp_path / "out.parquet"
    calls = []

    def interrupt(counts):
        calls.append(counts)
        if len(calls) == 3:
            raise KeyboardInterrupt

    summary = run(news, output, on_batch=interrupt)
    assert summary.interrupted
    import pyarrow.parquet as pq

    assert set(pq.read_table(output)["id"].to_pylist()) == {f"n{n}" for n in range(64)} - {"n30"}
    assert not run(news, output).interrupted
    assert len(set(pq.read_table(output)["id"].to_pylist())) == COUNT - 2


def test_parts_of_another_job_are_not_gone_on_with(news, tmp_path):
    output = tmp_path / "out.csv"
    with pytest.raises(_KilledError):
        run(news, output, on_batch=partial(_raise, _KilledError))
    with pytest.raises(OtherJobError, match="remove it to begin anew"):
        run(news, output, rows="quantities")
    os.utime(news, (1, 1))
    with pytest.raises(OtherJobError):
        run(news, output)


def _raise(error, counts):
    raise error


@pytest.mark.parametrize(("rows", "count"), [("facts", 196), ("quantities", 196), ("documents", 98), ("programmes", 0)])
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_rows_of_every_kind_in_every_format(news, tmp_path, rows, count, form):
    output = tmp_path / f"out.{form}"
    run(news, output, rows=rows)
    if form == "parquet":
        import pyarrow.parquet as pq

        assert pq.read_table(output).num_rows == count
    else:
        assert output.read_text("utf-8").count("\n") == count + (form == "csv")


def test_large_texts_make_batches_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "_MOST_CHARACTERS", 10)
    sizes = [batch.num_rows for batch in corpus._batches(corpus.read_texts(find_sources([])))]
    assert sizes == []
    (tmp_path / "t.csv").write_text("text\n" + "脱贫5户\n" * 7, "utf-8")
    batches = corpus._batches(corpus.read_texts(find_sources([str(tmp_path / "t.csv")])))
    assert [batch.num_rows for batch in batches] == [3, 3, 1]


class _Bomb:
    """Kills the process that reads a batch with the id."""

    def __init__(self, name):
        self.name = name

    def __call__(self, text):
        if self.name in text:
            os._exit(1)
        return []


def test_a_text_that_kills_its_process_is_a_row_with_its_error():
    texts = pa.record_batch({"id": list("abcde"), "text": [f"甘谷县脱贫{n}户。" for n in range(5)]})
    found = list(
        extract_batches([texts.slice(0, 3), texts.slice(3)], n_process=2, start_method="fork", tagger=_Bomb("脱贫1户"))
    )
    rows = pa.Table.from_batches(found).select(["id", "value", "error"]).to_pylist()
    assert [row["id"] for row in rows] == list("abcde")
    assert [row["error"] for row in rows] == [None, "a process died over this text", None, None, None]


# --- The command ------------------------------------------------------------------------------


def test_the_command_writes_what_it_prints(news, tmp_path, capsys):
    output = tmp_path / "out"
    for form in ("csv", "jsonl"):
        assert main(["--format", form, str(news)]) == 1
        printed = capsys.readouterr()
        assert main(["--format", form, "--out", str(output), "--jobs", "2", str(news)]) == 1
        told = capsys.readouterr()
        assert output.read_bytes() == printed.out.encode()
        assert "100 texts, 2 of them failed" in told.err
        assert told.out == ""


def test_the_suffix_says_the_format(news, tmp_path, capsys):
    main([str(news), "--out", str(tmp_path / "a.parquet"), "--rows", "organisations"])
    import pyarrow.parquet as pq

    assert pq.read_table(tmp_path / "a.parquet").schema.names[:3] == ["id", "name", "kind"]
    main([str(news), "--out", str(tmp_path / "a.jsonl")])
    line = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()[0]
    assert fx.Document.from_json(line) == fx.extract("甘谷县脱贫0户，增长0.5%。")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--jobs", "2"], "--jobs goes with --output"),
        (["--format", "parquet"], "--format parquet goes with --output"),
        (["--rows", "documents"], "--rows documents goes with --output"),
        (["--jobs", "-1", "--out", "a.csv"], "not a count of processes: '-1'"),
    ],
)
def test_usage_errors(news, capsys, arguments, message):
    with pytest.raises(SystemExit) as exit_:
        main([str(news), *arguments])
    assert exit_.value.code == 2
    assert message in capsys.readouterr().err


def test_an_output_that_cannot_be_written(news, tmp_path, capsys):
    assert main([str(news), "--out", str(news / "out.csv")]) == 1
    assert "Not a directory" in capsys.readouterr().err


def test_ctrl_c_and_on(tmp_path):
    """The whole of it: a process that is interrupted at some moment, and the same command again."""
    news = tmp_path / "news.jsonl"
    rows = [{"id": f"n{n}", "text": f"甘谷县脱贫{n}户，增长{n}.5%。" * 40} for n in range(600)]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    output = tmp_path / "out.csv"
    command = [sys.executable, "-m", "fupin_extract", str(news), "--out", str(output), "--jobs", "2"]
    first = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    _wait_for(lambda: output.with_name("out.csv.parts").exists())
    time.sleep(0.5)
    first.send_signal(signal.SIGINT)
    told = first.communicate(timeout=60)[1]
    assert first.returncode == 130, told
    assert "Traceback" not in told
    partial_lines = output.read_text("utf-8").splitlines() if output.exists() else []
    second = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    assert second.returncode == 0, second.stderr
    lines = output.read_text("utf-8").splitlines()
    assert lines[: len(partial_lines)] == partial_lines
    assert len(lines) == 1 + 600 * 80


def _wait_for(condition, seconds=30):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)
