"""The documentation is current: generated pages, links, the table of refusals, every public name."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import fupin_extract as fx
from fupin_extract.evaluate import read_gold, score_document
from fupin_extract.indicators import names
from fupin_extract.quantities import find_quantities
from fupin_extract.quantities.refusals import REFUSALS
from fupin_extract.text import normalise
from fupin_extract.units import all_units

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
TOOL = ROOT / "tools" / "make_docs.py"
REMAKE = "run: python tools/make_docs.py"
PAGES = [ROOT / "README.md", ROOT / "corpus" / "GUIDE.md", *sorted(DOCS.glob("*.md"))]

MAKE_DOCS = runpy.run_path(str(TOOL))

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#")


@pytest.mark.parametrize("name", ["units.md", "concepts.md", "data.md"])
def test_a_generated_page_is_current(name):
    written = (DOCS / name).read_text("utf-8") if (DOCS / name).exists() else None
    assert written == MAKE_DOCS["pages"]()[DOCS / name], f"docs/{name} is not current; {REMAKE}"


def test_the_tool_checks_without_writing():
    before = {path: path.read_text("utf-8") for path in MAKE_DOCS["pages"]()}
    checked = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert {path: path.read_text("utf-8") for path in before} == before


def test_the_tool_names_a_page_that_is_not_current(tmp_path, monkeypatch, capsys):
    main = MAKE_DOCS["main"]
    monkeypatch.setitem(main.__globals__, "DOCS", tmp_path)
    monkeypatch.setitem(main.__globals__, "ROOT", tmp_path)
    assert main(["--check"]) == 1
    assert "units.md is not current; run: python tools/make_docs.py" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert main(["--chekc"]) == 2


def test_every_unit_is_in_the_table():
    page = (DOCS / "units.md").read_text("utf-8")
    for unit in all_units():
        assert unit.surface in page, unit.surface


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_point_at_files(page):
    for match in _LINK.finditer(_FENCED.sub("", page.read_text("utf-8"))):
        target = match["target"]
        if not _ELSEWHERE.match(target):
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name}: {match[0]}"


@pytest.mark.parametrize("name", fx.__all__)
def test_every_public_name_is_told(name):
    assert re.search(rf"\b{name}\b", (DOCS / "records.md").read_text("utf-8")), f"docs/records.md does not tell {name}"


_NAMING = re.compile(r"^\| `(\w+)`[^|\n]* \| [^|\n]+ \| [^|\n]* \|$", re.MULTILINE)


def test_the_table_of_naming_rules_has_them_all_in_their_order():
    told = _NAMING.findall((DOCS / "indicators.md").read_text("utf-8"))
    assert told == [*(rule.__name__ for rule in names.RULES), "respectively", "bracketed", "table_cell"]


_ROW = re.compile(r"^\| `(\w+)` \|[^|\n]*\| ([^|\n]*\[[^|\n]*) \| ([^|\n]+) \|$", re.MULTILINE)


def refusals_told() -> list[tuple[str, str, str]]:
    """The table of docs/quantities.md: each refusal, a text where it refuses the [number], one where it does not."""
    return _ROW.findall((DOCS / "quantities.md").read_text("utf-8"))


def refused_in(text: str) -> list[tuple[str, str]]:
    refused: list[tuple[str, str]] = []
    find_quantities(normalise(text), lambda span, reason: refused.append((text[slice(*span)], reason)))
    return refused


def test_the_table_of_refusals_has_them_all_in_their_order():
    assert [name for name, _, _ in refusals_told()] == [refusal.__name__ for refusal, _ in REFUSALS]


@pytest.mark.parametrize(("refusal", "marked", "other"), refusals_told())
def test_a_refusal_refuses_its_example_and_not_the_other(refusal, marked, other):
    number = marked[marked.index("[") + 1 : marked.index("]")]
    refused = refused_in(marked.replace("[", "").replace("]", ""))
    assert (number, refusal) in refused, refused
    assert fx.extract(other).quantities, fx.explain(other)
    assert refusal not in dict(map(reversed, refused_in(other)))


def test_the_gold_of_the_guide_is_read(tmp_path):
    """The example of corpus/GUIDE.md is a file of the format, and the library agrees with it."""
    guide = (ROOT / "corpus" / "GUIDE.md").read_text("utf-8")
    for kind, ending in (("text", "txt"), ("gold", "gold")):
        block = re.search(rf"^```{kind}\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
        (tmp_path / f"guide.{ending}").write_text(block[1], "utf-8")
    gold = read_gold(tmp_path / "guide.gold")
    assert [gold.text[q.start : q.end] for q in gold.quantities][:3] == ["50万人", "3户", "12人"]
    _, errors = score_document(gold)
    assert errors == []
