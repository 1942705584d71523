"""The picture of the architecture holds: modules import only leftwards, nothing is read on import."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import fupin_extract

ROOT = Path(fupin_extract.__file__).parent
LAYERS = (
    "days",
    "records",
    "patterns",
    "text",
    "numerals",
    "lexicon",
    "units",
    "nouns",
    "words",
    "concepts",
    "quantities",
    "periods",
    "regions",
    "taggers",
    "organisations",
    "programmes",
    "indicators",
    "explanation",
    "extractor",
    "parallel",
    "batch",
    "export",
    "html",
    "evaluate",
    "spacy",
    "sources",
    "arrow",
    "engines",
    "cli",
)
"""From left to right; docs/architecture.md prints the same list."""

INDICATOR_LAYERS = (
    "vocabulary",
    "rules",
    "rows",
    "spelling",
    "times",
    "phrases",
    "sentences",
    "places",
    "lists",
    "terms",
    "names",
    "scope",
    "linking",
)
"""Those inside `indicators`, whose modules are as many as all others; the page prints this list, too."""

NAME_LAYERS = (
    "position",
    "told",
    "counts",
    "money",
    "shares",
    "moves",
    "people",
    "front",
    "onward",
    "finish",
)
"""Those inside `indicators/names`: the rules by what they read; the page prints this list as well."""

LONGEST_FUNCTION, LONGEST_MODULE = 60, 400


def modules():
    return sorted(
        path for path in ROOT.rglob("*.py") if path.name not in ("__init__.py", "__main__.py") or path.parent != ROOT
    )


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_layers(path: Path) -> set[str]:
    """The layers a module imports at its top level; imports inside functions are faces called on demand."""
    depth = len(path.relative_to(ROOT).parts)
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        for inner in ast.walk(node) if isinstance(node, ast.If) else [node]:
            if isinstance(inner, ast.ImportFrom) and inner.level == depth:
                names = [inner.module.split(".")[0]] if inner.module else [alias.name for alias in inner.names]
                found.update(names)
    return found & set(LAYERS)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_import_only_leftwards(path):
    here = LAYERS.index(layer(path))
    assert all(LAYERS.index(name) <= here for name in imported_layers(path))


def indicator_modules():
    return sorted(
        path
        for path in (ROOT / "indicators").rglob("*.py")
        if path.parent != ROOT / "indicators" or path.stem in INDICATOR_LAYERS
    )


def imported_inside(room: Path, path: Path, layers: tuple[str, ...]) -> set[str]:
    """The layers of a room that a module in it needs when it is imported; what annotations alone name is not among them."""
    inside = path.relative_to(room).parts
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level == len(inside) and node.module:
            found.add(node.module.split(".")[0])
    return found & set(layers)


@pytest.mark.parametrize("path", indicator_modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_of_indicators_import_only_leftwards(path):
    here = INDICATOR_LAYERS.index(path.relative_to(ROOT / "indicators").parts[0].removesuffix(".py"))
    assert all(
        INDICATOR_LAYERS.index(name) <= here for name in imported_inside(ROOT / "indicators", path, INDICATOR_LAYERS)
    )


def test_every_module_of_indicators_has_its_layer():
    told = {
        path.relative_to(ROOT / "indicators").parts[0].removesuffix(".py")
        for path in (ROOT / "indicators").rglob("*.py")
    }
    assert told - {"__init__"} == set(INDICATOR_LAYERS)


NAMES = ROOT / "indicators" / "names"


@pytest.mark.parametrize(
    "path", sorted(set(NAMES.rglob("*.py")) - {NAMES / "__init__.py"}), ids=lambda p: str(p.relative_to(ROOT))
)
def test_modules_of_names_import_only_leftwards(path):
    here = NAME_LAYERS.index(path.relative_to(NAMES).parts[0].removesuffix(".py"))
    assert all(NAME_LAYERS.index(name) <= here for name in imported_inside(NAMES, path, NAME_LAYERS))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_and_modules_stay_short(path):
    source = path.read_text("utf-8")
    assert source.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_the_architecture_page_shows_these_layers():
    page = (Path(__file__).parent.parent / "docs" / "architecture.md").read_text("utf-8")
    assert " · ".join(LAYERS) in page.replace("\n", " ")
    assert " · ".join(INDICATOR_LAYERS) in page.replace("\n", " ")
    assert " · ".join(NAME_LAYERS) in page.replace("\n", " ")


def test_importing_reads_no_table():
    """Neither a data file nor OpenCC's dictionaries nor a heavy package is touched before the first call."""
    code = (
        "import sys, importlib.resources as r\n"
        "def refuse(*a, **k): raise AssertionError('read on import')\n"
        "import fupin_extract.lexicon as lexicon\n"
        "lexicon.read_data = refuse\n"
        "import tomli; tomli.loads = refuse\n"
        "for name in [n for n in sys.modules if n.startswith('fupin_extract') and n != 'fupin_extract.lexicon']: del sys.modules[name]\n"
        "import fupin_extract\n"
        "heavy = {'pandas', 'spacy', 'numpy', 'rich', 'jsonschema'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
