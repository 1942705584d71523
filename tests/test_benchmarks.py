"""The benchmark can be run: its texts are the same each time, each part measures a tiny text, its report is whole.

No test here looks at a clock: how long things take is for `python -m benchmarks` to say.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from random import Random

import pytest

import fupin_extract as fx

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import floors, growth, hostile, inputs, measure, peers, report, stages, startup, texts  # noqa: E402
from benchmarks.__main__ import machine, main, read_sets  # noqa: E402

TINY = ["定西市减贫综述\n2015-11-12 来源：甘肃日报\n三年来，全市累计减少贫困人口38.46万人，352个村出列。"]


@pytest.fixture(scope="module")
def results():
    """Each part of the report, measured on next to nothing; the tools are left to what is installed."""
    return {
        "machine": machine(),
        "startup": startup.startup(1),
        "stages": read_sets({"tiny": TINY}, 1),
        "growth": {"made": growth.one_document(1_000, 60.0)},
        "documents": [growth.read_many(2) | {"rate": 1.0}],
        "hostile": hostile.survey((100, 200), only={"'县' again and again", "nested （）"}),
        "peers": [
            {"name": "ours", "kind": "all", "version": None, **peers.read(peers.PEERS[0].name, str(texts.CORPUS / "negative"), 0.0)},
            {"name": "fast", "kind": "times", "version": "1", **peers.read("fupin_extract, periods", str(texts.CORPUS / "negative"), 0.0)},
            {"name": "absent", "kind": "times", "version": None, "failed": "not installed"},
        ],
    }  # fmt: skip


def test_the_same_seed_makes_the_same_texts():
    assert texts.made(3_000, 7) == texts.made(3_000, 7) != texts.made(3_000, 8)
    assert list(islice(texts.briefs(7), 5)) == list(islice(texts.briefs(7), 5))
    assert list(islice(texts.paragraphs(7), 5)) == list(islice(texts.paragraphs(7), 5))
    assert texts.article(Random(7)) == texts.article(Random(7))


def test_made_texts_are_of_the_genre():
    text = texts.made(2_000)[0]
    document = fx.extract(text)
    assert None not in (document.published, document.source, document.focus_region)
    assert len(document.indicators) > 20
    assert all((document.organisations, document.programmes))
    assert "{" not in text


def test_pieces_hold_whole_lines_and_the_wanted_bytes():
    found = texts.pieces(texts.paragraphs(), 30_000, 10_000)
    assert all(10_000 <= texts.size(piece) + 1 < 12_500 for piece in found[:-1])  # with the end of its last line
    assert 30_000 <= sum(map(texts.size, found)) + len(found) < 35_000
    assert "\n".join(found).splitlines() == list(islice(texts.paragraphs(), sum(len(p.splitlines()) for p in found)))


def test_a_folder_without_text_is_said(tmp_path):
    with pytest.raises(ValueError, match=r"no \*\.txt"):
        texts.folder(tmp_path)


def test_hostile_texts_have_the_wanted_length():
    for name, make in inputs.hostile().items():
        assert 0 < len(make(300)) <= 300 + 40, name


def test_the_watched_flow_is_the_flow():
    before = stages.steps()
    assert {"normalise", "find_quantities", "link_indicators"} <= set(before)
    assert {"normalise", "find_quantities", stages.REST} <= set(stages.stages(TINY)) <= {*before, stages.REST}
    assert stages.steps() == before


def test_work_that_takes_too_long_is_given_up():
    def endless():
        while True:
            pass

    assert measure.within(0.01, endless) is None
    assert measure.within(60.0, int) is not None


def test_a_process_that_fails_says_why():
    with pytest.raises(RuntimeError, match="no peer is called"):
        measure.fresh("peers:read", "nothing", "nowhere", 0.0)


def test_the_floors_read_the_numbers():
    assert [(n.value, n.unit) for n in floors.records("减少38.46万人，352个村")] == [(384600, "人"), (352, "个")]


def test_a_tool_that_is_missing_is_said(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text(TINY[0], "utf-8")
    monkeypatch.setattr(peers, "PEERS", (peers.Peer("none", "times", "no-such-package", peers._cn2an),))
    assert [row["failed"] for row in peers.compare(tmp_path, 0.0)] == ["not installed"]


def test_every_part_is_reported(results):
    page = report.page(results)
    assert all(f"## {heading}" in page for heading in report.HEADINGS.values())
    assert "not installed" in page
    assert json.loads(json.dumps(results)) == results
    assert set(report.PARTS) == set(report.HEADINGS) == set(results)


def test_bounds_that_are_broken_are_told(results):
    slow = {"sizes": [100, 200], "inputs": {"x": {"ratios": [1.0, 6.0], "worst": 6.0, "grown": 6.0}}}
    cut = {"made": {"ratio": 0.5, "rungs": [], "pieces": {}}}
    assert len(report.broken({**results, "hostile": slow, "growth": cut})) == 2


def test_the_page_of_the_docs_takes_a_run(results):
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    renewed = report.renewed(page, {"machine": results["machine"]})
    assert results["machine"]["processor"] in renewed
    assert report.renewed(renewed, {"machine": results["machine"]}) == renewed
    with pytest.raises(ValueError, match="measured"):
        report.renewed("no place", results)


def test_the_command_writes_json(tmp_path, capsys):
    assert main(["--quick", "--only", "machine", "--json", str(tmp_path / "a.json")]) == 0
    assert set(json.loads((tmp_path / "a.json").read_text("utf-8"))) == {"machine"}
    assert "## The run" in capsys.readouterr().out
    assert main(["--only", "nothing"]) == 2
