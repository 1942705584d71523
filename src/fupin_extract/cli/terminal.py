"""Documents to text for a reader: tables that stay aligned with Chinese in them, in colour where there is any."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from ..export import NUMERIC, Table, document_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from ..records import Document

_WIDTH_WITHOUT_TERMINAL = 100
_NARROWEST, _GAP = 4, 2
_BESIDE_SENTENCE = 44
"""Screen columns that the columns beside a quantity's sentence usually take."""


def as_text(documents: Iterable[tuple[str, Document]], *, headed: bool, terminal: bool) -> Iterator[str]:
    """Yield each document as a heading and its tables, no line wider than the screen.

    Args:
        documents: the documents with the names of their files.
        headed: whether to give the file's name above each.
        terminal: whether the text goes to a terminal, which takes colours (where rich is installed).
    """
    width = max(40, shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns)
    in_colour = terminal and find_spec("rich") is not None
    gap = ""
    for name, document in documents:
        facts = _facts(document, name if headed else None)
        tables = [_printable_table(t) for t in document_tables(document, max(16, (width - _BESIDE_SENTENCE) // 2))]
        yield gap + (_coloured(facts, tables, width) if in_colour else _plain(facts, tables, width))
        gap = "\n"


def _facts(document: Document, name: str | None) -> str:
    published = document.published and document.published.isoformat()
    region = document.focus_region
    place = region and f"{region.name or region.text} {region.code or ''}".strip()
    return " · ".join(printable(fact) for fact in (name, document.title, published, document.source, place) if fact)


# Controls, and what turns the direction of the text round: neither may reach a terminal.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return the text on one line and without what a terminal would obey.

    >>> printable("66.5\t万人\x1b[31m")
    '66.5 万人�[31m'
    """
    return _UNPRINTABLE.sub("\ufffd", re.sub(r"[\t\r\n\v\f]+", " ", text))


def _printable_table(table: Table) -> Table:
    return table._replace(rows=tuple(tuple(map(printable, row)) for row in table.rows))


# --- Plain ------------------------------------------------------------------------------------


def _plain(facts: str, tables: Sequence[Table], width: int) -> str:
    lines = [cut(facts, width)] if facts else []
    for table in tables:
        lines += ["", f"{table.kind} ({len(table.rows)})", *_aligned(table, width)]
    if not tables:
        lines.append("no records")
    return "\n".join(lines).lstrip("\n") + "\n"


def _aligned(table: Table, width: int) -> Iterator[str]:
    widths = _widths([table.columns, *table.rows], width)
    for row in (table.columns, *table.rows):
        cells = (
            _filled(cut(cell, room), room, right=column in NUMERIC)
            for cell, room, column in zip(row, widths, table.columns, strict=True)
        )
        yield (" " * _GAP).join(cells).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the columns' widths: as their cells need, the widest cut back until all fit."""
    widths = [max(map(screen_width, column)) for column in zip(*rows, strict=True)]
    room = width - _GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _filled(cell: str, width: int, *, right: bool) -> str:
    padding = " " * (width - screen_width(cell))
    return padding + cell if right else cell + padding


def screen_width(text: str) -> int:
    """Return how many columns of a terminal the text takes.

    >>> screen_width("66.52万人"), screen_width("e\u0301")
    (9, 1)
    """
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me", "Cf") else 1


def cut(text: str, width: int) -> str:
    """Return the text, cut with … to the screen width.

    >>> cut("全市农村贫困人口", 9), cut("贫困", 4), cut("贫困", 3)
    ('全市农村…', '贫困', '贫…')
    """
    if screen_width(text) <= width:
        return text
    taken = 0
    for at, character in enumerate(text):
        taken += _character_width(character)
        if taken > width - 1:
            return text[:at] + "…"
    return text


# --- With rich --------------------------------------------------------------------------------


def _coloured(facts: str, tables: Sequence[Table], width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, highlight=False, emoji=False, markup=False, soft_wrap=False)
    with console.capture() as captured:
        if facts:
            console.print(Text(facts, style="bold", no_wrap=True, overflow="ellipsis"))
        for table in tables:
            _print_table(console, table)
        if not tables:
            console.print("no records", style="dim")
    return captured.get()


def _print_table(console: Console, table: Table) -> None:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    warned = table.kind == "warnings"
    drawn = RichTable(
        title=f"{table.kind} ({len(table.rows)})",
        title_justify="left",
        title_style="bold red" if warned else "bold cyan",
        header_style="dim",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in table.columns:
        right = column in NUMERIC
        drawn.add_column(column, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")
    for row in table.rows:
        drawn.add_row(
            *(Text(cell, style=_STYLES.get(column, "")) for cell, column in zip(row, table.columns, strict=True))
        )
    console.print(drawn)


_STYLES = {"text": "bold", "name": "bold", "value": "green", "sentence": "dim", "message": "red"}
