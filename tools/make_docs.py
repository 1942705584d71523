"""Write the pages of the documentation that are made from the data: docs/units.md and docs/data.md.

    python tools/make_docs.py            write both pages
    python tools/make_docs.py --check    write nothing; name the pages that are not current and exit with 1

The tables come from the entries of the data files and the words from the comments at their heads. What a file
cannot say of itself (its licence, how it is made or extended) stands in NOTES below; a data file without a note
is an error.
"""

from __future__ import annotations

import re
import sys
import tomllib
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "fupin_extract" / "data"
DOCS = ROOT / "docs"
MADE = "<!-- Made by `python tools/make_docs.py`; do not edit. -->\n"


# --- docs/units.md ------------------------------------------------------------------------------

UNITS_HEAD = """\
# Units

The units of measure, classifiers and currencies that the quantity finder knows, by what they measure: the entries of
`src/fupin_extract/data/units.toml`, where each has its source, its examples and, for every guard, a phrase in which it
must not count. The suite reads every example and every reject.

- **Magnitude and unit are composed.** 十 百 千 万 亿 belong to the number, the unit follows: 万元 is 万 and 元,
  亿千瓦时 is 亿 and 千瓦时, and neither is listed. A record's `unit` has both as written, its `base_unit` the unit
  alone under the name in the tables below.
- **Rates are composed.** 元/亩 is 元 over 亩, 元/人·年 is 元 over 人 and 年: any unit may stand over any other.
- **Brackets are composed.** 人(次) is 人次, 县(市、区) is 县市区.
- **Known without an entry:** %, ‰, 百分之X, 千分之X (`percentage`), fractions (三分之一, 1/4) with the base unit 分之,
  ratios (5∶4∶1) with the base unit 比.
- **Small Chinese numerals** (二 … 十, 两, 半) do not always count. In the column *二…十* `yes` means that they do
  (三户), `noun` that a concrete noun must follow (两个村, not 三个方面), `no` that no Chinese numeral counts (三级).

```python
>>> import fupin_extract as fx
>>> for q in fx.extract("投资1.2万元，发电340亿千瓦时，租金800元/亩，培训115.2万人(次)，入股八成。").quantities:
...     print(q.text, q.number, q.unit, q.value, q.base_unit)
1.2万元 1.2 万元 12000 元
340亿千瓦时 340 亿千瓦时 34000000000 千瓦时
800元/亩 800 元/亩 800 元/亩
115.2万人(次) 115.2 万人次 1152000 人次
八成 8 成 80 %

```

## Conversion

`Quantity.to` converts within a dimension, exactly: the sizes are fractions (a 亩 is 2000/3 m²) and so is the result.
The wanted unit may be any spelling below, with a magnitude in front. A unit without a size converts only to its own
name and magnitudes; anything else is a `ValueError` that says what is wrong.

```python
>>> land, people = fx.extract("流转土地3150亩，减少贫困人口38.46万人。").quantities
>>> land.to("公顷"), land.to("万亩"), float(land.to("km²"))
(Fraction(210, 1), Fraction(63, 200), 2.1)
>>> people.to("万人")
Fraction(1923, 50)
>>> people.to("户")
Traceback (most recent call last):
ValueError: 人 measures people and 户 households: there is no conversion between them

```
"""

_DIMENSION = re.compile(r"^# {18}((?:\w+, )*\w+) {2,}(\S.*)$", re.MULTILINE)
_REFERENCE = re.compile(r"reference unit (\S+)")
_COUNTS = {"free": "yes", "noun": "noun", "never": "no"}


def units_page() -> str:
    """Return docs/units.md."""
    source = (DATA / "units.toml").read_text("utf-8")
    entries = tomllib.loads(source)["unit"]
    told = dimensions(source)
    groups = {key: [entry for entry in entries if entry["dimension"] == key] for key in told}
    unknown = {entry["dimension"] for entry in entries} - set(told)
    if unknown:
        raise ValueError(f"dimensions that the head of units.toml does not tell: {', '.join(sorted(unknown))}")
    sections = [dimension_section(key, told[key], group) for key, group in groups.items() if group]
    return "\n".join([MADE + UNITS_HEAD, *sections])


def dimensions(source: str) -> dict[str, str]:
    """Return what each dimension measures, as the head of units.toml tells it."""
    found: dict[str, str] = {}
    for names, told in _DIMENSION.findall("\n".join(head_lines(source))):
        found |= dict.fromkeys(names.split(", "), told)
    return found


def dimension_section(key: str, told: str, entries: list[dict[str, Any]]) -> str:
    """Return one dimension's heading and table."""
    reference = _REFERENCE.search(told)
    name = reference[1] if reference else None
    rows = [unit_row(entry, sized=name is not None) for entry in entries]
    size = [f"in {name}"] if name else []
    columns = ["unit", "other spellings", "base unit", *size, "二…十", "example", "source"]
    return f"## {key}\n\n{told[0].upper()}{told[1:]}.\n\n{table(columns, rows)}"


def unit_row(entry: dict[str, Any], *, sized: bool) -> list[str]:
    """Return an entry's cells; one for its size only where its dimension has a reference unit."""
    base = entry.get("base", entry["name"])
    multiplier = f" (× {entry['multiplier']})" if "multiplier" in entry else ""
    return [
        entry["name"],
        "、".join(entry.get("aliases", ())),
        base + multiplier,
        *([entry.get("factor", "—")] if sized else []),
        _COUNTS[entry.get("chinese", "free")],
        entry["examples"][0],
        entry["source"],
    ]


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    r"""Return a Markdown table.

    >>> print(table(["a", "b"], [["1", "x|y"]]), end="")
    | a | b |
    |---|---|
    | 1 | x\|y |
    """
    names = list(columns)
    lines = [names, *(list(row) for row in rows)]
    told = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([told[0], "|" + "---|" * len(names), *told[1:], ""])


# --- docs/concepts.md ---------------------------------------------------------------------------

CONCEPTS_HEAD = """\
# The catalogue of indicators

The official indicators that `Indicator.concept` can name: the entries of `src/fupin_extract/data/indicators.toml`. A name
is looked up as a whole; a name outside the catalogue is a good record with `concept` None. A level in another unit than
the entry's is not that indicator. A level outside the range is kept, and `Document.warnings` tells of it.

```python
>>> import fupin_extract as fx
>>> from fupin_extract.concepts import concepts
>>> document = fx.extract("2012年，甘谷县农民人均纯收入3210元，贫困发生率861%。")
>>> [(i.name, i.concept) for i in document.indicators]
[('农民人均纯收入', 'net_income_farmers'), ('贫困发生率', 'poverty_headcount_ratio')]
>>> [(n.code, n.text, n.message) for n in document.warnings]
[('range', '861%', '贫困发生率 is expected between 0 and 100 %: check the number and its unit')]
>>> concepts()["net_income_farmers"].breaks
(Break(year=2013, what='Replaced by 农村居民人均可支配收入 in the integrated household survey'),)

```
"""


def concepts_page() -> str:
    """Return docs/concepts.md."""
    entries = tomllib.loads((DATA / "indicators.toml").read_text("utf-8"))["indicator"]
    sections = []
    for theme in dict.fromkeys(entry["theme"] for entry in entries):
        rows = [concept_row(entry) for entry in entries if entry["theme"] == theme]
        columns = ["id", "name", "unit", "range", "what it is", "other names", "breaks", "source"]
        sections.append(f"## {theme}\n\n{table(columns, rows)}")
    return "\n".join([MADE + CONCEPTS_HEAD, *sections])


def concept_row(entry: dict[str, Any]) -> list[str]:
    """Return an indicator's cells."""
    per = f"/{entry['per']}" if "per" in entry else ""
    return [
        f"`{entry['id']}`",
        entry["name"],
        entry["unit"] + per,
        f"{entry.get('low', '')}–{entry.get('high', '')}",
        f"{entry['english']}. {entry['definition']}",
        "、".join(entry.get("aliases", ())),
        "; ".join(f"{b['year']}: {b['what']}" for b in entry.get("breaks", ())),
        entry["source"],
    ]


# --- docs/data.md -------------------------------------------------------------------------------

DATA_HEAD = """\
# Data files

What the library knows is data in `src/fupin_extract/data`: TOML that people edit, tab-separated tables that a tool
makes. They are read when first needed and never fetched. Text is folded before it is compared (full width, traditional
script), so every Chinese string in them is simplified and half width.

An entry names its source, has examples that the suite runs, and has rejects for each guard: a phrase in which it must
not fire. To extend a file, add the entry with its examples, run `python -m pytest`, then `python tools/make_docs.py`,
which writes this page and [units.md](units.md).
"""

OURS = "Apache-2.0, as the library; written for it."


class Note(NamedTuple):
    """What a data file cannot say of itself."""

    decides: str
    licence: str
    extend: str
    source: str = "Told in the head below and, entry by entry, in `source`."


NOTES = {
    "units.toml": Note(
        "Which words behind a number are units of measure or classifiers, what they measure, what they convert to, and "
        "beside which words they are something else. All units: [units.md](units.md).",
        OURS + " Sizes and names of units are facts laid down in the standards that the entries name.",
        "Add a `[[unit]]` in its dimension's group. `tests/test_units.py` runs the examples and rejects, wants an "
        "example of every spelling and a reject for every string in `not_before` and `not_after`.",
    ),
    "nouns.toml": Note(
        "What a number counts where its unit does not tell: nouns of people and households that imply 人 or 户, nouns "
        "that make 两个村 a count and 三个方面 none, nouns that names of undertakings end in.",
        OURS,
        "Add a word to the list whose question it answers; the longest word at a place decides. `tests/test_nouns.py` "
        "runs each list's `*_examples` and `*_rejects`.",
        "Named in the head below.",
    ),
    "idioms.toml": Note(
        "Figures of speech and slogans in which a Chinese numeral counts nothing (三天打鱼, 一户一策).",
        OURS,
        "Add the phrase to `idioms`. `tests/test_nouns.py` tests that nothing is found in any of them and that "
        "`idioms_rejects` stay quantities.",
        "Named in the head below.",
    ),
    "periods.toml": Note(
        "Which times the period finder knows by name: five-year plans, events, feasts, words such as 目前 and 去年. "
        "What they come to is told in [periods.md](periods.md).",
        OURS,
        "Add an entry with `examples` (`[the mention]…= EDTF`, read as if published on 26 November 2019) and, for a "
        "word that hides in others, `rejects`. `tests/test_periods.py` runs both.",
        "Plans, events and feasts name theirs in `source`; words that point at a time are general knowledge.",
    ),
    "region_words.toml": Note(
        "Which short forms of place names may be trusted (西藏 always, 合作 never), which names are common nouns, what "
        "province letters (晋陕蒙) and areas (秦巴山区) stand for.",
        OURS + " jieba's word list (MIT) was read to find candidates; nothing of it is copied.",
        "Edit by hand; `python tools/make_regions.py --candidates` prints the short forms that are words. "
        "`python tools/check_regions.py` tests that every word is a short form in regions.tsv, once.",
        "Named in the head and at the groups below.",
    ),
    "region_context.toml": Note(
        "What the neighbours of a place's name mean: with them it belongs to the name of a body, a product or an "
        "outlet, or is a word that only looks like a place.",
        OURS,
        "Add words to the group that decides; each group has `examples` and `rejects` with the decided stretch in "
        "brackets, which `tests/test_regions.py` runs.",
        "Named in the head below.",
    ),
    "indicators.toml": Note(
        "Which official indicator a name is, in which unit, and what values it can have. All of them: "
        "[concepts.md](concepts.md).",
        OURS + " Definitions are those of the sources that the entries name, in our words.",
        "Add an `[[indicator]]` with examples and rejects; `tests/test_concepts.py` runs them and wants every name once.",
    ),
    "organisations.toml": Note(
        "Bodies that have a name of their own (ministries, organs of the Party, banks, media), with other names, years and "
        "successors; what the names of local bodies, companies and cooperatives are built of. See "
        "[organisations.md](organisations.md).",
        OURS,
        "Add a body to `bodies`, a head to its group of `[[heads]]` with an example and a reject, a word behind it that makes "
        "another word to `[guards]`; `tests/test_organisations.py` runs them all.",
        "Named in the head below.",
    ),
    "programmes.toml": Note(
        "Known programmes by kind, with other names, issuers and years; the heads that make a programme of a name in front. "
        "See [programmes.md](programmes.md).",
        OURS,
        "Add an entry to the list of its kind; `tests/test_programmes.py` finds each by all its names and wants none twice.",
        "Named in the head below.",
    ),
    "countries.toml": Note(
        "Other countries and places in them: a statement about one of them has no region, and a body behind one is not ours.",
        OURS,
        "Add the name to its list; `tests/test_words.py` runs the examples and rejects.",
        "Named in the head below.",
    ),
    "areas.toml": Note(
        "Areas without a code that a statement may be about: 西部地区, 长江经济带, 武陵山区.",
        OURS,
        "Add the name to `names`; `tests/test_words.py` runs the examples and rejects.",
        "Named in the head below.",
    ),
    "words.toml": Note(
        "What a word does in a statement: 增长 says that something rose, 达到 links a name to its number, 占 makes a "
        "share; and the words of the genre that the general list lacks. See [indicators.md](indicators.md).",
        OURS,
        "Add the word to the role or the part of speech it has; `tests/test_words.py` wants every role used by a rule.",
        "Named in the head below.",
    ),
    "classes.toml": Note(
        "Classes of words that rules ask for whatever a word does in its sentence: payers, titles, classifiers of goods.",
        OURS,
        "Add the word to its class; `tests/test_words.py` runs the examples and rejects and wants every class asked for.",
        "Named at each class.",
    ),
    "words.tsv": Note(
        "The words of the language with their part of speech and how common they are: how a clause is cut.",
        "jieba's dictionary (MIT).",
        "`python tools/make_words.py` fetches the package and writes the list anew.",
        "jieba 0.42.1, whose counts were taken from segmented newspaper text.",
    ),
    "regions.tsv": Note(
        "The provinces, prefectures and counties of China since 1984: code, full name, level, the place above, the "
        "years of validity, what became of it, short forms.",
        "Facts of public record, taken from packages under the MIT licence, listed in `SOURCES.md`.",
        "`python tools/make_regions.py` fetches the packages and writes the table anew; successors that no list gives "
        "stand in `tools/make_regions.py`. `python tools/check_regions.py` checks it against official counts and known "
        "histories.",
        "The lists of the Ministry of Civil Affairs, by way of the packages named in the head below.",
    ),
    "townships.tsv": Note(
        "The townships of China from 2015 to 2023: code, full name, the county above, the years of validity.",
        "Facts of public record, taken from packages under the MIT licence (two of them also WTFPL), listed in "
        "`SOURCES.md`.",
        "As regions.tsv, with the same tool.",
        "The lists of the National Bureau of Statistics, by way of the packages named in the head below.",
    ),
    "SOURCES.md": Note(
        "Nothing: it names package, version, licence and date of everything that the place tables are made from.",
        OURS,
        "Written by `python tools/make_regions.py` together with the tables.",
        "The packages' own metadata.",
    ),
    "document.schema.json": Note(
        "Nothing in reading: it describes the JSON that `Document.to_json` writes (JSON Schema, draft 2020-12). See "
        "[records.md](records.md#as-dict-and-json).",
        OURS,
        "Follows the record classes in `src/fupin_extract/records.py`; `fupin_extract.export.json_schema()` returns "
        "it. `tests/test_export.py` compares the two.",
        "The record classes.",
    ),
}
"""By file; the page has the files in this order."""


def data_page() -> str:
    """Return docs/data.md."""
    present = {path.name for path in DATA.iterdir() if path.is_file() and path.name[0] not in "._"}
    if present != set(NOTES):
        told = ", ".join(sorted(present ^ set(NOTES)))
        raise ValueError(f"data files and NOTES in tools/make_docs.py differ: {told}")
    return "\n".join([MADE + DATA_HEAD, *(file_section(name, note) for name, note in NOTES.items())])


def file_section(name: str, note: Note) -> str:
    """Return one file's section: what it decides, source, licence, how to extend it, its head, its groups."""
    source = (DATA / name).read_text("utf-8")
    parts = [
        f"## {name}\n",
        note.decides + "\n",
        f"- **Source.** {note.source}\n- **Licence.** {note.licence}\n- **To change it.** {note.extend}\n",
    ]
    if name.endswith((".toml", ".tsv")):
        head = [line.removeprefix("#").removeprefix(" ") for line in head_lines(source)]
        parts += ["Its head, with its fields:\n", "```text\n" + "\n".join(head).strip("\n") + "\n```\n"]
    if name.endswith(".toml") and (rows := list(groups_of(source))):
        parts += [table(("group", "what it is"), rows)]
    return "\n".join(parts)


def head_lines(source: str) -> list[str]:
    """Return the comment lines that a file begins with."""
    return list(takewhile(lambda line: line.startswith("#"), source.splitlines()))


_GROUP = re.compile(r"(?:(?P<open>\[\[?)(?P<table>[\w\"]+)\]\]?$|(?P<key>\w+) = )")
_RULE = re.compile(r"^# ?-{3,}(?: \w+ -{3,})?\s*")


def groups_of(source: str) -> Iterator[tuple[str, str]]:
    """Yield the tables and lists of a TOML file that have a comment right above, with that comment."""
    inside, seen, comment = "", set[str](), list[str]()
    for line in source.splitlines()[len(head_lines(source)) :]:
        if line.startswith("#"):
            comment.append(_RULE.sub("", line).removeprefix("# ").strip())
            continue
        if match := _GROUP.match(line):
            inside = match["table"] or inside
            label = match["table"] or ".".join(part for part in (inside, match["key"]) if part)
            if label not in seen and any(comment) and not line.startswith('"'):
                yield f"`{label}`", " ".join(part for part in comment if part)
            seen.add(label)
        comment = []


# --- the command --------------------------------------------------------------------------------


def pages() -> dict[Path, str]:
    """Return the text that each generated page should have."""
    return {DOCS / "units.md": units_page(), DOCS / "concepts.md": concepts_page(), DOCS / "data.md": data_page()}


def stale() -> list[Path]:
    """Return the generated pages that are not what the data says now."""
    return [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` only name those that are not current; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    outdated = stale()
    if arguments:
        for path in outdated:
            print(f"{path.relative_to(ROOT)} is not current; run: python tools/make_docs.py")
        return 1 if outdated else 0
    current = pages()
    for path in outdated:
        path.write_text(current[path], "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
