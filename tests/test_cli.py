"""The command, run in-process: formats, encodings, exit codes, what it says when something is wrong."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import fupin_extract
from fupin_extract import Document, Indicator, Notice, Period, Quantity, Region, Span, extract
from fupin_extract.cli import COMMANDS, command, main
from fupin_extract.cli.formats import as_csv
from fupin_extract.cli.terminal import as_text, cut, printable, screen_width
from fupin_extract.export import COLUMNS
from fupin_extract.sources import DecodingError, decode

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (
    "云河县脱贫见闻\r\n2018-03-12\r\n\r\n　　全县建档立卡贫困户9897户39746人，投入1.86亿元，户均增收不低于1800元。\r\n"
)
TRADITIONAL = TEXT.replace("贫困户", "貧困戶").replace("增收", "增收入，發展產業").replace("脱", "脫")


@pytest.fixture
def news(tmp_path):
    """Write files of news and return their names."""

    def write(name="a.txt", text=TEXT, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return str(path)

    return write


def stdin(monkeypatch, data, terminal=False):
    stream = io.TextIOWrapper(io.BytesIO(data), encoding="ascii")
    stream.isatty = lambda: terminal
    monkeypatch.setattr(sys, "stdin", stream)


class _Terminal(io.TextIOWrapper):
    def isatty(self):
        return True

    @property
    def written(self):
        self.flush()
        return self.buffer.getvalue().decode("utf-8")


def terminal(monkeypatch, stream="stdout"):
    made = _Terminal(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, stream, made)
    return made


# --- Formats ----------------------------------------------------------------------------------


def test_jsonl_is_a_document_a_line(news, capsys):
    first, second = news(), news("b.txt", "共3户。")
    assert main(["--format", "jsonl", first, second]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == [first, second]
    assert next(iter(lines[0])) == "id"
    assert Document.from_dict(lines[0]) == extract(TEXT)


def test_newlines_are_not_translated(news, capsys):
    main(["--format", "jsonl", news()])
    data = json.loads(capsys.readouterr().out)
    assert data["text"] == TEXT
    for quantity in data["quantities"]:
        assert TEXT[slice(*quantity["span"])] == quantity["text"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_always_one_array(news, capsys, count, tmp_path):
    files = [news(f"{i}.txt") for i in range(count)]
    main(["--format", "json", *files, str(tmp_path / "missing")])
    data = json.loads(capsys.readouterr().out)
    assert [document["id"] for document in data] == files


def test_csv_is_a_row_a_fact():
    fact = documents().indicators[0]
    known = replace(fact, name='贫困\n"率",', implied=("region", "period"), region=documents().focus_region)
    document = replace(documents(), text="云河县19%。", indicators=(known, fact))
    rows = list(
        csv.DictReader(io.StringIO("".join(as_csv([('a "b", c.txt', document), ("b", Document(""))])), newline=""))
    )
    assert list(rows[0]) == ["id", *COLUMNS["facts"]]
    assert len(rows) == 2
    assert (rows[0]["id"], rows[0]["name"], rows[0]["implied"]) == ('a "b", c.txt', '贫困\n"率",', "region;period")
    assert (rows[0]["value"], rows[0]["from_value"], rows[0]["direction"]) == ("26", "26", "down")
    assert (rows[0]["region"], rows[1]["region"], rows[0]["published"]) == ("云河县", "", "2018-03-12")


def test_csv_of_a_file_holds_its_facts(news, capsys):
    assert main(["--format", "csv", news(), news("empty.txt", "")]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row["text"] for row in rows] == [fact.quantity.text for fact in extract(TEXT).indicators]


def test_csv_of_quantities(news, capsys):
    name = news('a "quoted", name.txt', '标题：“甲”,"乙"\n2018-03-12\n\n投入1.86亿元，\n比例为5∶3∶2。')
    assert main(["--format", "csv", "--rows", "quantities", name, news("empty.txt", "")]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert list(rows[0]) == ["id", *COLUMNS["quantities"]]
    assert rows[0]["id"] == name
    assert Decimal(rows[0]["value"]) == 186000000
    assert rows[0]["quote"] == "投入1.86亿元， 比例为5∶3∶2。"
    assert (rows[0]["low"], rows[0]["published"]) == ("", "2018-03-12")
    assert rows[1]["parts"] == "5;3;2"


def test_html_is_one_page(news, capsys):
    first, second = news(), news("b.txt", "共3户。")
    assert main(["--format", "html", first, second]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert page.count('<div class="fx-doc">') == 2
    assert "b.txt" in page


def test_published_is_passed_on(news, capsys):
    main(["--format", "jsonl", "--published", "2020-02-29", news(text="共3户。")])
    assert json.loads(capsys.readouterr().out)["published"] == "2020-02-29"


def test_explain_prints_what_explain_says(news, capsys, monkeypatch):
    monkeypatch.setattr("fupin_extract.extractor.explain", lambda text, published, tagger: f"{published} {text}\n")
    assert main(["--explain", news(text="共3户。")]) == 0
    assert capsys.readouterr().out == "None 共3户。\n"
    first, second = news("1.txt", "3户"), news("2.txt", "4户")
    main(["--explain", "--published", "2020-02-29", first, second])
    assert capsys.readouterr().out == f"{first}\n2020-02-29 3户\n{second}\n2020-02-29 4户\n"


def test_explain_passes_no_control_characters_on(news, capsys, monkeypatch):
    monkeypatch.setattr("fupin_extract.extractor.explain", lambda text, published, tagger: f"{text}\n{text}")
    main(["--explain", news(text="\x1b[2J3户")])
    assert capsys.readouterr().out == "\ufffd[2J3户\n\ufffd[2J3户\n"


def test_output_goes_to_a_file_as_utf_8(news, capsys, tmp_path):
    target = tmp_path / "out.jsonl"
    assert main(["--format", "jsonl", "--output", str(target), news()]) == 0
    assert Document.from_json(target.read_text("utf-8")) == extract(TEXT)
    assert b"\r" not in target.read_bytes()
    assert capsys.readouterr().out == ""


def test_output_to_an_input_is_refused(news, capsys):
    name = news()
    with pytest.raises(SystemExit, match="2"):
        main(["--output", name, name])
    assert "is read from" in capsys.readouterr().err
    assert Path(name).read_bytes() == TEXT.encode()


def test_output_that_cannot_be_written_is_named(news, capsys, tmp_path):
    assert main(["--output", str(tmp_path / "no" / "such"), news()]) == 1
    assert "such: No such file or directory" in capsys.readouterr().err


# --- Tables -----------------------------------------------------------------------------------


def test_table_without_a_terminal_is_plain_and_aligned(news, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    assert main(["--rows", "quantities", news()]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    lines = out.splitlines()
    assert lines[0] == "云河县脱贫见闻 · 2018-03-12"
    at = next(i for i, line in enumerate(lines) if line.startswith("text"))
    header, *rows = lines[at : at + 5]
    assert [row.split()[0] for row in rows] == ["9897户", "39746人", "1.86亿元", "1800元"]
    place = header.index("sentence")
    for row in rows:
        sentence = re.split(r" {2,}", row)[-1]
        assert screen_width(row) - screen_width(sentence) == place
        assert screen_width(row) <= 90


def documents():
    place = Region(Span(0, 3), "云河县", "云河县", "county", "629921")
    rate = Quantity(Span(3, 6), "19%", Decimal(26), "%", Decimal(26), "%")
    indicator = Indicator(rate, "全县农村建档立卡贫困人口的贫困发生率" * 3, direction="down", from_quantity=rate)
    notice = Notice(Span(0, 1), "云\x1b[31m\u202e", "damage", "lost\n" * 30)
    return Document(
        "云河县19%" * 40, "很长的标题" * 30, date(2018, 3, 12), "报", place, (rate,), (indicator,),
        regions=(place,), warnings=(notice,),
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("to_terminal", [False, True])
def test_no_line_is_wider_than_the_screen(monkeypatch, width, to_terminal):
    monkeypatch.setenv("COLUMNS", str(width))
    (out,) = as_text([("a.txt", documents())], headed=True, terminal=to_terminal)
    bare = re.sub(r"\x1b\[[\d;]*m", "", out)
    assert max(map(screen_width, bare.splitlines())) <= width
    assert "26 → 26" in bare
    assert "\x1b" not in bare
    assert "\u202e" not in bare


def test_numbers_are_the_last_to_be_cut(monkeypatch):
    monkeypatch.setenv("COLUMNS", "46")
    money = Quantity(Span(0, 2), "约一百二十三亿四千五百六十七万元", Decimal(1), "元", Decimal("12345670000"), "元")
    document = Document(
        "甲" * 90, quantities=(money,), indicators=(Indicator(money, "投入扶贫资金" * 9, status="target"),)
    )
    for rows in ("facts", "quantities"):
        (out,) = as_text([("a", document)], headed=False, terminal=False, rows=rows)
        assert "12,345,670,000" in out


def test_columns_without_content_are_left_out(monkeypatch):
    (out,) = as_text([("a.txt", documents())], headed=False, terminal=False)
    assert "baseline" not in out
    assert "26 → 26" in out


def fact_document():
    """Three facts by hand; 3户 states none."""
    text = "2017年，云河县贫困发生率由45%下降到8%，比上年增加人口近5万人，力争达到60%以上，3户。"
    year = Period(Span(0, 5), "2017年", "2017")
    place = Region(Span(6, 9), "云河县", "云河县", "county", "629921")

    def quantity(surface, value, unit, cmp="="):
        start = text.index(surface)
        return Quantity(Span(start, start + len(surface)), surface, Decimal(1), unit, Decimal(value), unit, cmp)

    before, after, people = quantity("45%", 45, "%"), quantity("8%", 8, "%"), quantity("5万人", 50000, "人", "~")
    share, others = quantity("60%", 60, "%", ">="), quantity("3户", 3, "户")
    facts = (
        Indicator(after, "贫困发生率", direction="down", from_quantity=before, region=place, period=year),
        Indicator(people, "人口", "change", "up", region=place, period=year, implied=("region", "period")),
        Indicator(share, "贫困发生率", status="target", part_of=people, implied=("name",)),
    )
    return Document(text, quantities=(before, after, people, share, others), indicators=facts)


def test_the_table_is_that_of_facts(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    (out,) = as_text([("a.txt", fact_document())], headed=False, terminal=False)
    assert out.splitlines() == [
        "facts (3)",
        "name               value  unit  period  region    part of  status",
        "贫困发生率      ↓ 45 → 8  %     2017    云河县",
        "人口          ↑ ≈+50,000  人    (2017)  (云河县)",
        "(贫困发生率)         ≥60  %                       5万人    target",
        "",
        "(…) stands elsewhere than in the fact's own clause",
        "1 more quantity: --rows quantities",
    ]


def test_sentences_stand_beside_facts_where_there_is_room(monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    (out,) = as_text([("a.txt", fact_document())], headed=False, terminal=False)
    lines = out.splitlines()
    assert lines[1].endswith("  sentence")
    assert "云河县贫困发生率由45%下降到8%" in lines[2]
    assert max(map(screen_width, lines)) <= 140


def test_the_least_missed_columns_go_first(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    (out,) = as_text([("a.txt", fact_document())], headed=False, terminal=False)
    assert out.splitlines()[1] == "name               value  unit  period  region    status"
    assert "贫困发生率      ↓ 45 → 8  %     2017    云河县" in out


def test_the_table_of_quantities(monkeypatch):
    (out,) = as_text([("a.txt", fact_document())], headed=False, terminal=False, rows="quantities")
    assert out.startswith("quantities (5)\ntext ")
    assert "--rows" not in out
    assert "(…)" not in out


def test_implied_parts_are_dim_in_colour(monkeypatch):
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    (out,) = as_text([("a.txt", fact_document())], headed=False, terminal=True)
    assert "\x1b[2;3m(云河县)" in out
    assert "\x1b[2;3m云河县" not in out


@pytest.mark.parametrize(
    ("rows", "document", "out"),
    [
        ("facts", Document("无"), "no facts\n"),
        ("quantities", Document("无"), "no quantities\n"),
        ("facts", replace(fact_document(), indicators=()), "no facts\n5 more quantities: --rows quantities\n"),
    ],
)
def test_a_document_without_records(rows, document, out):
    assert list(as_text([("a.txt", document)], headed=False, terminal=False, rows=rows)) == [out]


def test_several_files_have_headings(capsys, news):
    main(["--rows", "quantities", news("1.txt", "共3户。"), news("2.txt", "无")])
    out = capsys.readouterr().out
    assert "1.txt\n\nquantities (1)" in out
    assert "\n\n" in out
    assert "2.txt\nno quantities" in out


def test_table_at_a_terminal_is_rich(news, monkeypatch):
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = terminal(monkeypatch)
    assert main(["--rows", "quantities", news()]) == 0
    assert "\x1b[" in out.written
    assert "9,897" in out.written


def test_table_at_a_terminal_without_rich_is_plain(news, monkeypatch):
    out = terminal(monkeypatch)
    monkeypatch.setattr("fupin_extract.cli.terminal.find_spec", lambda name: None)
    assert main(["--rows", "quantities", news()]) == 0
    assert "\x1b" not in out.written
    assert "9,897" in out.written


def test_a_terminal_that_cannot_show_chinese_does_not_stop_it(news, monkeypatch):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["--rows", "quantities", news()]) == 0
    out.flush()
    assert b"9,897" in out.buffer.getvalue()


@pytest.mark.parametrize(
    ("text", "width"), [("38.46万人", 9), ("ＡＢ", 4), ("é", 1), ("e\u0301", 1), ("\u200b", 0), ("", 0)]
)
def test_screen_width(text, width):
    assert screen_width(text) == width


def test_cut_and_printable():
    assert cut("贫困人口", 5) == "贫困…"
    assert cut("贫困人口", 8) == "贫困人口"
    assert printable("a\x1b[2J\x07\u202eb\r\nc") == "a\ufffd[2J\ufffd\ufffdb c"


# --- Encodings --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [TEXT, TRADITIONAL])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_encodings_are_recognised(encoding, text, news, capsys):
    assert main(["--format", "jsonl", news(text=text, encoding=encoding)]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ],
)
def test_byte_order_marks_are_no_text(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_a_named_encoding_is_taken(news, capsys):
    name = news(text=TRADITIONAL.replace("脫", "脱").replace("县", "縣").replace("见", "見"), encoding="gbk")
    assert main(["--format", "jsonl", "--encoding", "gbk", name]) == 0
    assert "貧困戶" in json.loads(capsys.readouterr().out)["text"]
    assert decode("貧困戶".encode("big5"), "big5") == "貧困戶"
    assert decode(codecs.BOM_UTF8 + "贫".encode(), "utf-8") == "贫"


@pytest.mark.parametrize("text", ["贫困人口38.46万人", "全县投入1.86亿元。", TEXT])
def test_gb18030_without_a_detector(monkeypatch, text):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    assert decode(text.encode("gb18030")) == text
    assert decode(text.encode("gb2312")) == text


def test_short_gb18030_with_a_detector():
    pytest.importorskip("charset_normalizer")
    assert decode("贫困人口38.46万人".encode("gb18030")) == "贫困人口38.46万人"


def test_other_encodings_are_refused_by_name():
    pytest.importorskip("charset_normalizer")
    big5 = "全縣投入資金，農民人均純收入3917元，貧困發生率下降到百分之八。".encode("big5")
    with pytest.raises(DecodingError, match=r"looks like big5; name its encoding with --encoding"):
        decode(big5)


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"\xff\xff\x00", None, "neither UTF-8 (byte 0) nor GB18030 (byte 0); name its encoding with --encoding"),
        ("贫".encode() + b"\xff", "utf-8", "not utf-8: 'utf-8' codec can't decode byte 0xff in position 3"),
        (codecs.BOM_UTF16_LE + b"a", None, "not utf-16: "),
    ],
)
def test_what_cannot_be_decoded_is_said_clearly(data, encoding, message):
    with pytest.raises(DecodingError, match=re.escape(message)):
        decode(data, encoding)


# --- Files and standard input -----------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read_as_bytes(arguments, monkeypatch, capsys):
    stdin(monkeypatch, TEXT.encode("gb18030"))
    assert main(["--format", "jsonl", *arguments]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["id"], data["text"]) == ("-", TEXT)


def test_no_file_at_a_terminal_is_a_usage_error(monkeypatch, capsys):
    stdin(monkeypatch, b"", terminal=True)
    with pytest.raises(SystemExit) as exit_:
        main([])
    assert exit_.value.code == 2
    assert "no file given" in capsys.readouterr().err


def test_closed_standard_input_is_an_unreadable_file(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["-"]) == 1
    assert capsys.readouterr().err.startswith("fupin-extract: -: ")


def test_files_that_cannot_be_read_are_named_and_the_rest_go_on(news, capsys, tmp_path):
    good, bad = news("good.txt"), news("bad.txt", b"\xff\xff\x00")
    missing = str(tmp_path / "missing.txt")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["--format", "jsonl", missing, bad, str(empty), "a\0b", good]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == [good]
    errors = captured.err.splitlines()
    assert errors[0] == f"fupin-extract: {missing}: No such file or directory"
    assert errors[1].startswith(f"fupin-extract: {bad}: neither UTF-8 (byte 0)")
    assert errors[2] == f"fupin-extract: {empty}: no file in it ends in .txt, .jsonl, .csv, .parquet"
    assert "null" in errors[3]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml", "a"],
        ["--published", "20200101", "a"],
        ["--published", "2020-02-30", "a"],
        ["--encoding", "klingon", "a"],
        ["--encoding", "rot13", "a"],
        ["--explain", "--format", "csv", "a"],
        ["--explain", "--rows", "facts", "a"],
        ["--format", "jsonl", "--rows", "quantities", "a"],
        ["--rows", "periods", "a"],
        ["--nonsense"],
    ],
)
def test_usage_errors(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "error: " in capsys.readouterr().err


def test_interrupted(news, capsys, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("fupin_extract.extractor.extract", interrupt)
    assert main([news()]) == 130
    assert capsys.readouterr().err == "\nfupin-extract: interrupted\n"


def test_a_broken_pipe_is_quiet(news, capsys, monkeypatch):
    class _Closed(io.BytesIO):
        def write(self, data):
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(_Closed(), encoding="utf-8", write_through=True))
    assert main(["--format", "jsonl", news()]) == 0
    assert capsys.readouterr().err == ""


def test_a_progress_bar_only_where_it_is_alone(news, monkeypatch, tmp_path):
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm-256color")
    names = [news(f"{i}.txt", "共3户。") for i in range(5)]
    shown = terminal(monkeypatch, "stderr")
    main(["--format", "html", "--output", str(tmp_path / "out.html"), *names])
    assert "reading" in shown.written
    assert (tmp_path / "out.html").read_text("utf-8").count("共") >= 5
    few = terminal(monkeypatch, "stderr")
    main(["--output", str(tmp_path / "out.txt"), *names[:2]])
    beside_output = terminal(monkeypatch, "stderr")
    terminal(monkeypatch)
    main(names)
    assert few.written == beside_output.written == ""


# --- The command as a whole -------------------------------------------------------------------


def test_a_command_is_the_first_word_only(news, capsys, monkeypatch, tmp_path):
    monkeypatch.setitem(COMMANDS, "eval", lambda arguments: len(arguments))
    assert main(["eval", "gold", "more"]) == 2
    monkeypatch.chdir(tmp_path)
    news("eval", "共3户。")
    assert main(["--format", "jsonl", "./eval"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "./eval"


def test_version_and_help(capsys):
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as exit_:
            main([option])
        assert exit_.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"fupin-extract {fupin_extract.__version__}\n")
    assert re.search(r"exit codes:\n  0 .*\n  1 .*\n  2 .*\n  130 ", out)


def test_the_command_is_documented():
    page = (DOCS / "cli.md").read_text("utf-8")
    options = {option for action in command.parser()._actions for option in action.option_strings}
    assert [option for option in sorted(options) if f"`{option}" not in page] == []
    assert [code for code in ("0", "1", "2", "130") if not re.search(rf"^\| {code} \|", page, re.M)] == []


def run(*arguments, **options):
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-m", "fupin_extract", *arguments],
        capture_output=True,
        env=environment,
        check=False,
        **options,
    )


def test_as_a_process():
    done = run("--format", "json", "--output", os.devnull, input=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    done = run("--format", "jsonl", "--output", os.devnull, input=b"")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"is no regular file" in done.stderr
    done = run("--format", "jsonl", "-", "missing.txt", input=TEXT.encode("gb18030"))
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["text"] == TEXT
    assert done.stderr == b"fupin-extract: missing.txt: No such file or directory\n"


@pytest.mark.parametrize("times", [1, 2000])
def test_a_reader_that_goes_away_is_no_error(news, times):
    reading, writing = os.pipe()
    os.close(reading)
    line = [sys.executable, "-m", "fupin_extract", "--format", "jsonl", news(text=TEXT * times)]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, env=buffered, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
