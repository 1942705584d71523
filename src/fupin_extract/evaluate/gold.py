"""Gold annotations written by hand beside their text, spans found from the surface and never counted.

The format is told in ``corpus/GUIDE.md``. In short: ``NAME.txt`` is the article as a user would pass it,
``NAME.gold`` has a head of ``key: value`` lines and the sections ``facts`` (or ``quantities``, where what they
measure is not annotated), ``periods``, ``regions``, ``organisations`` and ``programmes`` with one record a line, in text
order, each beginning with its surface (or a longer context with the surface in brackets); a programme is one line
with all its mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, get_args

from ..records import OrganisationKind, ProgrammeKind
from ..text import normalise

if TYPE_CHECKING:
    from pathlib import Path


class GoldQuantity(NamedTuple):
    """A quantity as a careful reader gives it."""

    start: int
    end: int
    value: Decimal
    base_unit: str
    cmp: str
    low: Decimal | None = None
    high: Decimal | None = None
    parts: tuple[Decimal, ...] | None = None


class GoldFact(NamedTuple):
    """What one quantity measures; ``source`` and ``whole`` are starts of the quantities it came from and is part of."""

    start: int
    names: tuple[str, ...]
    region: str | None
    period: str | None
    kind: str = "level"
    direction: str | None = None
    status: str = "actual"
    baseline: str | None = None
    per: str | None = None
    source: int | None = None
    whole: int | None = None


class GoldOrganisation(NamedTuple):
    """A mention of a body with its kind and its full name in the document."""

    start: int
    end: int
    name: str
    kind: str


class GoldProgramme(NamedTuple):
    """A programme with the names that a careful reader would accept, the best first, and its mentions."""

    names: tuple[str, ...]
    kind: str
    mentions: tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """A period with its EDTF or a region with its full name, None where the text does not settle it."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and what a careful reader finds in it; what is not annotated is None."""

    name: str
    text: str
    title: str | None
    published: date | None
    given_published: date | None
    source: str | None
    focus_region: str | None
    quantities: tuple[GoldQuantity, ...]
    facts: tuple[GoldFact, ...] | None
    periods: tuple[Marked, ...] | None
    regions: tuple[Marked, ...] | None
    organisations: tuple[GoldOrganisation, ...] | None
    programmes: tuple[GoldProgramme, ...] | None
    warnings: tuple[str, ...]
    phenomena: tuple[str, ...]


_SECTIONS = ("facts", "quantities", "periods", "regions", "organisations", "programmes")
_KEYS = ("title", "published", "given_published", "source", "focus_region", "warnings", "phenomena")
_NUMBER = r"-?\d+(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?P<context>.+) (?P<cmp>=|~|>=|>|<=|<) (?P<value>{_NUMBER}) (?P<unit>[^\s,(]\S*?)"
    rf"(?:, (?:(?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER})|(?P<parts>{_NUMBER}(?::{_NUMBER})+)))?(?: \(\S+ \S+\))?"
)
_FACT = " :: "
_KINDS = {
    "change up": ("change", "up"),
    "change down": ("change", "down"),
    "change": ("change", None),
    "up": ("level", "up"),
    "down": ("level", "down"),
}
_EDTF = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.))?")
_MARK = re.compile(r"(?P<context>.+) (?P<value>\S+)")
_CONTEXT = re.compile(r"(?P<before>.*?)\[(?P<surface>.+)\](?P<after>.*)")
_ESCAPE = re.compile(r"\\(?:n|r|t|u[0-9a-fA-F]{4})")


class GoldError(ValueError):
    """A line of a gold file cannot be read, or its surface is not where it should be."""


def read_gold_folder(folder: Path) -> list[GoldDocument]:
    """Return the documents of a folder, in the order of their names.

    Raises:
        FileNotFoundError: the folder holds no ``*.gold``, or a text is missing.
        GoldError: a line cannot be read or placed.
    """
    paths = sorted(folder.glob("*.gold"))
    if not paths:
        raise FileNotFoundError(f"no *.gold files in {folder}")
    return [read_gold(path) for path in paths]


def read_gold(path: Path) -> GoldDocument:
    """Return the document of one gold file; its text stands beside it with the ending ``.txt``."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    head: dict[str, str] = {}
    lines: dict[str, list[tuple[int, str]]] = {}
    section: str | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        if line.strip() in _SECTIONS:
            section = line.strip()
            lines[section] = []
        elif section is not None:
            lines[section].append((number, line))
        else:
            key, colon, value = line.partition(":")
            if not colon or key.strip() not in _KEYS:
                raise GoldError(f"{path}:{number}: not a head line: {line}")
            head[key.strip()] = value.strip()
    quantities = _quantities(path, text, lines.get("facts", lines.get("quantities", [])))
    return GoldDocument(
        path.stem,
        text,
        head.get("title"),
        _date(head.get("published")),
        _date(head.get("given_published")),
        head.get("source"),
        head.get("focus_region"),
        tuple(quantities),
        tuple(_facts(path, text, lines["facts"], quantities)) if "facts" in lines else None,
        tuple(_marks(path, text, lines["periods"])) if "periods" in lines else None,
        tuple(_marks(path, text, lines["regions"])) if "regions" in lines else None,
        tuple(_organisations(path, text, lines["organisations"])) if "organisations" in lines else None,
        tuple(_programmes(path, text, lines["programmes"])) if "programmes" in lines else None,
        tuple(w.strip() for w in head.get("warnings", "").split(",") if w.strip()),
        tuple(p.strip() for p in head.get("phenomena", "").split(",") if p.strip()),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _quantities(path: Path, text: str, lines: list[tuple[int, str]]) -> list[GoldQuantity]:
    """Return the quantities that lines of a gold file tell, each found in the text behind the one before."""
    found, position = [], 0
    for number, line in lines:
        match = _QUANTITY.fullmatch(line.partition(_FACT)[0].rstrip())
        if match is None:
            raise GoldError(f"{path}:{number}: not a quantity line: {line}")
        start, position = _place(path, number, text, match["context"], position)
        parts = tuple(Decimal(p) for p in match["parts"].split(":")) if match["parts"] else None
        low, high = (Decimal(match[k]) if match[k] else None for k in ("low", "high"))
        unit = "" if match["unit"] == "-" else match["unit"]
        found.append(GoldQuantity(start, position, Decimal(match["value"]), unit, match["cmp"], low, high, parts))
    return found


def _facts(path: Path, text: str, lines: list[tuple[int, str]], quantities: list[GoldQuantity]) -> list[GoldFact]:
    """Return the facts that lines of a gold file tell of the quantities on them."""
    found = []
    for k, (number, line) in enumerate(lines):
        _, fact, told = line.partition(_FACT)
        if fact:
            try:
                found.append(_fact(text, told, quantities[: k + 1]))
            except ValueError as error:
                raise GoldError(f"{path}:{number}: {error}: {line}") from error
    return found


def _fact(text: str, told: str, quantities: list[GoldQuantity]) -> GoldFact:
    """Return the fact of the last quantity: ``NAME / NAME | REGION | PERIOD | more, more``."""
    cells = [cell.strip() for cell in told.split("|")]
    if not 3 <= len(cells) <= 4 or not all(cells[:3]):
        raise ValueError("a fact is NAME | REGION | PERIOD | more")
    names, region, period = cells[:3]
    fact = GoldFact(quantities[-1].start, tuple(n.strip() for n in names.split("/")), _dash(region), _edtf(period))
    for more in filter(None, (m.strip() for m in cells[3].split(","))) if len(cells) == 4 else ():
        word, _, value = more.partition(" ")
        if more in _KINDS:
            fact = fact._replace(kind=_KINDS[more][0], direction=_KINDS[more][1])
        elif more in ("target", "criterion"):
            fact = fact._replace(status=more)
        elif word == "per" and value:
            fact = fact._replace(per=value)
        elif word == "baseline":
            fact = fact._replace(baseline=_edtf(value))
        elif word in ("from", "of"):
            at = _earlier(text, value, quantities)
            fact = fact._replace(source=at) if word == "from" else fact._replace(whole=at)
        else:
            raise ValueError(f"not understood: {more!r}")
    return fact


def _earlier(text: str, surface: str, quantities: list[GoldQuantity]) -> int:
    for quantity in reversed(quantities[:-1]):
        if text[quantity.start : quantity.end] == surface:
            return quantity.start
    raise ValueError(f"no earlier quantity reads {surface!r}")


def _dash(value: str) -> str | None:
    return None if value == "-" else value


def _edtf(value: str) -> str | None:
    if value != "-" and not _EDTF.fullmatch(value):
        raise ValueError(f"not EDTF: {value!r}")
    return _dash(value)


def _marks(path: Path, text: str, lines: list[tuple[int, str]]) -> list[Marked]:
    found, position = [], 0
    for number, line in lines:
        match = _MARK.fullmatch(line.rstrip())
        if match is None:
            raise GoldError(f"{path}:{number}: not a line of surface and value: {line}")
        start, position = _place(path, number, text, match["context"], position)
        found.append(Marked(start, position, None if match["value"] == "null" else match["value"]))
    return found


def _organisations(path: Path, text: str, lines: list[tuple[int, str]]) -> list[GoldOrganisation]:
    """Return mentions of ``CONTEXT KIND`` or ``CONTEXT KIND NAME``."""
    found, position = [], 0
    for number, line in lines:
        match = _BODY.fullmatch(line.rstrip())
        if match is None:
            raise GoldError(f"{path}:{number}: not a line of surface, kind and name: {line}")
        start, position = _place(path, number, text, match["context"], position)
        name = match["name"] or normalise(text[start:position]).text  # names are simplified and without glosses
        found.append(GoldOrganisation(start, position, name, match["kind"]))
    return found


_BODY = re.compile(rf"(?P<context>.+?) (?P<kind>{'|'.join(get_args(OrganisationKind))})(?: (?P<name>\S+))?")


def _programmes(path: Path, text: str, lines: list[tuple[int, str]]) -> list[GoldProgramme]:
    """Return programmes of ``NAME / NAME | KIND | CONTEXT | CONTEXT ×4``."""
    found = []
    for number, line in lines:
        names, kind, *contexts = (cell.strip() for cell in line.split(" | "))
        if kind not in get_args(ProgrammeKind) or not contexts:
            raise GoldError(f"{path}:{number}: not a line of names, kind and mentions: {line}")
        mentions, position = [], 0
        for context in contexts:
            told, _, count = context.partition(" ×")
            for _ in range(int(count or 1)):
                start, position = _place(path, number, text, told, position)
                mentions.append((start, position))
        found.append(GoldProgramme(tuple(n.strip() for n in names.split(" / ")), kind, tuple(mentions)))
    return found


def _place(path: Path, number: int, text: str, context: str, position: int) -> tuple[int, int]:
    """Return the span of the context's surface, looked for from where the line before ended."""
    marked = _CONTEXT.fullmatch(context)
    before, surface, after = (_unescaped(p) for p in (marked.groups() if marked else ("", context, "")))
    found = text.find(before + surface + after, max(0, position - len(before)))
    if found < 0:
        raise GoldError(f"{path}:{number}: not in the text behind the line before: {context}")
    start = found + len(before)
    return start, start + len(surface)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: m[0].encode().decode("unicode_escape"), text)
