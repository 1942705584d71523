"""Documents to text for a reader: tables that stay aligned with Chinese in them, in colour where there is any."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import category, east_asian_width

from ..export import NUMERIC, Table, document_tables, fact_table, quote, without_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console

    from ..records import Document, RowKind

_WIDTH_WITHOUT_TERMINAL = 100
_GAP = 2
_LEAST_SENTENCE = 30
"""Screen columns from which on a sentence beside a record tells a reader something."""

_IMPLIED = "(…) stands elsewhere than in the fact's own clause"

_GIVING_WAY: tuple[tuple[Callable[[str], bool], int], ...] = (
    (lambda column: column in ("sentence", "message"), 12),
    (lambda column: column in ("name", "text", "code"), 16),
    (lambda column: column in ("region", "baseline", "status"), 6),
    (lambda column: column in ("name", "text"), 10),
    (lambda column: column not in NUMERIC and column not in ("name", "text"), 6),
    (lambda column: column not in NUMERIC, 4),
    (lambda column: True, 1),
)
"""Which columns give way where the screen is too narrow, and to what width: numbers come last."""


def as_text(
    documents: Iterable[tuple[str, Document]], *, headed: bool, terminal: bool, rows: RowKind = "facts"
) -> Iterator[str]:
    """Yield each document as a heading and its table, no line wider than the screen.

    Args:
        documents: the documents with the names of their files.
        headed: whether to give the file's name above each.
        terminal: whether the text goes to a terminal, which takes colours (where rich is installed).
        rows: whether to print the facts, or every quantity.
    """
    width = max(40, shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns)
    in_colour = terminal and find_spec("rich") is not None
    gap = ""
    for name, document in documents:
        shown = _Shown(
            _facts(document, name if headed else None),
            [_with_sentences(_narrowed(t, width), document, width) for t in _tables(document, rows)],
            [cut(note, width) for note in _notes(document, rows)],
        )
        yield gap + (_coloured(shown, width) if in_colour else _plain(shown, width))
        gap = "\n"


class _Shown(NamedTuple):
    heading: str
    tables: list[Table]
    notes: list[str]


def _tables(document: Document, rows: RowKind) -> Iterator[Table]:
    for table in document_tables(document):
        if table.kind in ("warnings", rows):
            yield _for_screen(table)


def _notes(document: Document, rows: RowKind) -> Iterator[str]:
    """Yield what a reader is told below the table."""
    if not getattr(document, "indicators" if rows == "facts" else "quantities"):
        yield f"no {rows}"
    if rows == "quantities":
        return
    if any(fact_table(document).implied):
        yield _IMPLIED
    if others := without_facts(document):
        yield f"{others} more {'quantity' if others == 1 else 'quantities'}: --rows quantities"


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


def _for_screen(table: Table) -> Table:
    """Return the table with printable cells, implied ones in brackets, without columns that hold nothing."""
    kept = [i for i, column in enumerate(zip(*table.rows, strict=True)) if any(column)]
    columns = tuple(table.columns[i] for i in kept)
    rows = []
    for row, implied in zip_longest(table.rows, table.implied, fillvalue=frozenset[str]()):
        cells = zip(columns, (printable(row[i]) for i in kept), strict=True)  # type: ignore[index]
        rows.append(tuple(f"({cell})" if cell and column in implied else cell for column, cell in cells))
    return Table(table.kind, columns, tuple(rows), table.implied)


def _narrowed(table: Table, width: int) -> Table:
    """Return the table of facts without the columns that a reader misses least, where all do not fit."""
    for dropped in ("concept", "part of"):
        if table.kind == "facts" and dropped in table.columns and _room(table.columns, table.rows, width) < 0:
            table = _without(table, dropped)
    return table


def _room(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> int:
    """Return how many columns of the screen the table leaves."""
    needed = [max(map(screen_width, column)) for column in zip(columns, *rows, strict=True)]
    return width - sum(needed) - _GAP * (len(needed) - 1)


def _without(table: Table, dropped: str) -> Table:
    kept = [i for i, column in enumerate(table.columns) if column != dropped]
    rows = tuple(tuple(row[i] for i in kept) for row in table.rows)
    return Table(table.kind, tuple(table.columns[i] for i in kept), rows, table.implied)


def _with_sentences(table: Table, document: Document, width: int) -> Table:
    """Return the table with the sentences around its numbers in the last column, as long as the screen has room."""
    if table.kind == "facts":
        spans = [fact.quantity.span for fact in document.indicators]
    elif table.kind == "quantities":
        spans = [quantity.span for quantity in document.quantities]
    else:
        return table
    bare = _without(table, "sentence")
    room = _room(bare.columns, bare.rows, width) - _GAP
    if room < _LEAST_SENTENCE and table.kind == "facts":
        return table
    length = max(room, _LEAST_SENTENCE) // 2
    quotes = (printable(quote(document.text, span, length)) for span in spans)
    return Table(
        table.kind,
        (*bare.columns, "sentence"),
        tuple((*row, said) for row, said in zip(bare.rows, quotes, strict=True)),
        table.implied,
    )


# --- Plain ------------------------------------------------------------------------------------


def _plain(shown: _Shown, width: int) -> str:
    lines = [cut(shown.heading, width)] if shown.heading else []
    for table in shown.tables:
        lines += ["", f"{table.kind} ({len(table.rows)})", *_aligned(table, width)]
    if shown.notes:
        lines += ([""] if shown.tables else []) + shown.notes
    return "\n".join(lines).lstrip("\n") + "\n"


def _aligned(table: Table, width: int) -> Iterator[str]:
    widths = _widths(table, width)
    for row in (table.columns, *table.rows):
        cells = (
            _filled(cut(cell, room), room, right=column in NUMERIC)
            for cell, room, column in zip(row, widths, table.columns, strict=True)
        )
        yield (" " * _GAP).join(cells).rstrip()


def _widths(table: Table, width: int) -> list[int]:
    """Return the columns' widths: as their cells need, cut back in the order of `_GIVING_WAY` until all fit."""
    widths = [max(map(screen_width, column)) for column in zip(table.columns, *table.rows, strict=True)]
    room = width - _GAP * (len(widths) - 1)
    for gives_way, least in _GIVING_WAY:
        giving = [i for i, column in enumerate(table.columns) if gives_way(column)]
        while sum(widths) > room and any(widths[i] > least for i in giving):
            widths[max(giving, key=lambda i: widths[i])] -= 1
    return widths


def _filled(cell: str, width: int, *, right: bool) -> str:
    padding = " " * (width - screen_width(cell))
    return padding + cell if right else cell + padding


def screen_width(text: str) -> int:
    """Return how many columns of a terminal the text takes.

    >>> screen_width("38.46万人"), screen_width("e\u0301")
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


def _coloured(shown: _Shown, width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, highlight=False, emoji=False, markup=False, soft_wrap=False)
    with console.capture() as captured:
        if shown.heading:
            console.print(Text(shown.heading, style="bold", no_wrap=True, overflow="ellipsis"))
        for table in shown.tables:
            _print_table(console, table, width)
        if shown.tables and shown.notes:
            console.print()
        for note in shown.notes:
            console.print(Text(note, style="dim"))
    return captured.get()


def _print_table(console: Console, table: Table, width: int) -> None:
    """Print the rows of one kind of record, in columns that fit the width."""
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(
        title=f"\n{table.kind} ({len(table.rows)})",
        title_justify="left",
        title_style="bold red" if table.kind == "warnings" else "bold cyan",
        header_style="dim",
        box=None,
        padding=(0, _GAP, 0, 0),
        pad_edge=False,
    )
    for column, room in zip(table.columns, _widths(table, width), strict=True):
        justify: Literal["left", "right"] = "right" if column in NUMERIC else "left"
        drawn.add_column(column, justify=justify, width=room, no_wrap=True, overflow="ellipsis")
    for row, implied in zip_longest(table.rows, table.implied, fillvalue=frozenset[str]()):
        pairs = zip(row, table.columns, strict=True)
        drawn.add_row(*(Text(cell, style=_style(column, column in implied)) for cell, column in pairs))
    console.print(drawn)


_STYLES = {"text": "bold", "name": "bold", "value": "green", "sentence": "dim", "message": "red", "status": "yellow"}


def _style(column: str, implied: bool) -> str:
    return "dim italic" if implied else _STYLES.get(column, "")
