"""Tables flattened into text: which unit a bare number in a cell has.

A cell's unit is named, in this order, by a growth column's head (增长%), by its column's head (产值（亿元）),
by its row (粮食产量（万吨）, or a cell of the row that is a unit), by the table (单位：亿元). Where nothing
names it the cell stays a bare number, and so is no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..numerals import MAGNITUDES, shortest
from ..patterns import compile_han
from ..units import Unit, unit_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .candidate import Candidate

_LABELLED = compile_han(r"\((?P<unit>[^()\n]{1,8})\) ?: ?(?P<number>-?\d[\d,]*(?:\.\d+)?)(?![\d.,%]|[一-鿿])")
"""营业收入（万元）：1,234.56"""
_WORTH_A_LOOK = re.compile(
    r"单位 ?:|\t|^ *\||^[^\n。，]{2,60}?[ )]-?\d[\d.,]* +-?\d[\d.,]*%? *(?:\S{0,3}(?:约束|预期)性 *)?$"
    r"|\d *\n(?:[^\n]{1,14}\n){0,2}-?\d[\d.,]* *\n",
    re.MULTILINE,
)
_TABLE_HINTS = tuple(
    re.compile(hint, re.MULTILINE)
    for hint in (
        "单位 ?:",
        r"[\t|]",
        r"[ )]-?\d[\d.,]* +-?\d[\d.,]*%? *$",
        r"[束期]性 *$",
        r"\d *\n(?:[^\n]{1,14}\n){0,2}-?\d[\d.,]* *\n",
    )
)
"""Cheap pre-check: every table contains one of these; each begins with a character or a class, which `re` looks for at memory speed."""
_TABLE_UNIT = re.compile(r"(?:计量)?单位 ?: ?(?P<units>[^\n)\s]{1,20})")
_BARE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_IN_BRACKETS = compile_han(r"\(([^()]{1,14})\)|/([一-鿿]{1,6})$")
_GROWTH = re.compile(r"增长|增速|增幅|比上年|同比|环比|±|\+-|升降|占比|比重")
_ONLY_UNIT = re.compile(r"\([^()]{1,8}\)")
_IS_ORDER = re.compile(r"序号|编号|代码|排名|位次|名次|年份|日期|时间|电话")
_CELL = re.compile(r"[^|\t\n]+")
_SPACED_CELL = re.compile(r"[^|\t\n ]+")
_MARKED = re.compile(r"(?:\[(?=.*\])|[<>≤≥])(\d[\d,]*(?:\.\d+)?)\]?")
"""A number of a table of aims that is one of all its years, or a bound: [15], >90."""
_UNIT = re.compile(r"(?P<magnitude>[十百千]?(?:万亿|亿|万)|[十百千])?(?P<unit>.+)")
_HEAD_YEAR = re.compile(r"(?:19|20)\d\d(?:年.*)?$")


@dataclass(frozen=True, slots=True)
class CellUnit:
    """The unit of a cell as its table names it: a magnitude and a unit."""

    magnitude: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str
    unit: str = ""
    """The unit that the line below a head gives: (亿元)."""

    @property
    def is_number(self) -> bool:
        return _BARE.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class CellHeads:
    """What names a cell of a table: its row's label and its column's head ("" for none), with their places in the text.

    ``span`` is where the whole row stands; ``left`` is the head of the column before, which one called only 增速 is of;
    ``title`` the line above the table that says what it is of.
    """

    row: str
    row_start: int
    column: str
    column_start: int
    span: tuple[int, int]
    left: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of numbers with the heads of its columns, the units of its table and the line above the table."""

    cells: list[_Cell]
    head: list[_Cell]
    units: list[CellUnit]
    title: str


def table_units(text: str) -> dict[int, CellUnit]:
    """Return the units of the bare numbers in the text's tables, by the position of the number's first digit."""
    found = _labelled(text)
    for row in _table_rows(text):
        row_unit, of_columns = _row_unit(row.cells), _units_of_columns(row)
        for k, cell in enumerate(row.cells):
            if cell.is_number:
                column = _head_of(row.head, row.cells, k)
                named = None if column and _IS_ORDER.search(column) else _column_unit(column) or row_unit
                named = named or (None if column and _IS_ORDER.search(column) else of_columns.get(k))
                if named is not None:
                    found[cell.start + (cell.text[0] == "-")] = named
    return found


def table_heads(text: str) -> dict[int, CellHeads]:
    """Return what names the numbers in the text's tables, by the position of the cell.

    A row is named by its first cell that is no number, no unit and no ordinal; a row without one names nothing.
    """
    found: dict[int, CellHeads] = {}
    for line in _table_rows(text):
        row, head = line.cells, line.head
        label = next((c for c in row if not _DIGIT.match(c.text) and read_unit(c.text) is None), None)
        for k, cell in enumerate(row):
            if label is not None and cell is not label and _DIGIT.match(cell.text):
                at = k + len(head) - len(row)
                column = head[at] if 0 <= at < len(head) else _Cell(-1, "")
                span = (row[0].start, row[-1].start + len(row[-1].text))
                left = head[at - 1].text if 0 < at < len(head) else ""
                found[cell.start] = CellHeads(
                    label.text, label.start, column.text, column.start, span, left, line.title
                )
    return found


_DIGIT = re.compile(r"[-—－+]?\d")


def _table_rows(text: str) -> Iterator[_Row]:
    """Yield each row of numbers of the text's tables. Rows with more cells than headings are skipped as unreadable."""
    if not any(hint.search(text) for hint in _TABLE_HINTS) or not _WORTH_A_LOOK.search(text):
        return
    head: list[_Cell] = []
    units: list[CellUnit] = []
    title = ""
    for rows in _blocks(text):
        named = next((named for row in rows if (named := _units_named(row))), [])
        units = named or units
        laid_out = _regrouped(rows) if _one_cell_a_line(rows) else [part for line in rows for part in _unrolled(line)]
        for row in laid_out:
            units = _units_named(row) or units
            if _NUMBERED.match(row[0].text) or (len(row) == 1 and not _units_named(row)):
                title = " ".join(cell.text for cell in row)
            elif len(row) == 1:
                continue
            elif not any(c.is_number and not _HEAD_YEAR.match(c.text) for c in row):
                head = _with_units(head, row) if all(_ONLY_UNIT.fullmatch(c.text) for c in row) else row
            elif not head or len(row) <= len(head) + 1:  # the column of the names may have no head
                yield _Row(row, head, units, title)
        if not any(cell.is_number for row in rows for cell in row) and not named:
            kept = len(rows) == 1 and len(rows[0]) > 1
            head, units, title = (head if kept else []), (units if kept else []), (title if len(rows) == 1 else "")


def _unrolled(row: list[_Cell]) -> list[list[_Cell]]:
    """Return the rows of a whole table that stands on one line: 地区 绝对数 比上年增长 甘谷县 5873 18.4 武山县 5962 18.1."""
    labels = [k for k, c in enumerate(row[:-1]) if not c.is_number and row[k + 1].is_number]
    widths = {b - a - 1 for a, b in pairwise([*labels, len(row)])}
    if len(labels) < _FEWEST or len(widths) != 1:
        return [row]
    width = widths.pop()
    first = labels[0]
    head = row[max(0, first - width - 1) : first]
    above = row[: max(0, first - width - 1)]
    tables = [row[k : k + width + 1] for k in labels]
    return [*([[above[0]]] if above else []), *([head] if len(head) > 1 else []), *tables]


_FEWEST = 2


def _with_units(head: list[_Cell], units: list[_Cell]) -> list[_Cell]:
    """Return the heads with the units that a line of their own gives them; it leaves the first ones out."""
    if len(units) > len(head):
        return units
    bare = len(head) - len(units)
    return head[:bare] + [replace(cell, unit=unit.text) for cell, unit in zip(head[bare:], units, strict=True)]


def _labelled(text: str) -> dict[int, CellUnit]:
    found = {}
    for match in _LABELLED.finditer(text):
        if named := read_unit(match["unit"]):
            found[match.start("number") + (match["number"][0] == "-")] = named
    return found


def with_table_unit(candidate: Candidate, cells: dict[int, CellUnit]) -> Candidate:
    """Return the candidate with the unit that its table names, or as it was."""
    if candidate.unit is not None or candidate.parts is not None or not cells:
        return candidate
    named = cells.get(candidate.digits_start)
    if named is None:
        return candidate
    numeral = candidate.numeral
    scale = MAGNITUDES[named.magnitude] * named.unit.multiplier
    value = shortest(numeral.value * scale) if scale != 1 else numeral.value
    numeral = numeral._replace(magnitude=named.magnitude, value=value)
    return candidate._replace(
        numeral=numeral, written_unit=named.unit.surface, unit=named.unit, rule="quantities/table_cell"
    )


def _blocks(text: str) -> list[list[list[_Cell]]]:
    """Return the stretches of table-like lines, each a list of rows of cells; prose parts them."""
    blocks: list[list[list[_Cell]]] = [[]]
    position = 0
    for line in text.split("\n"):
        row = _cells(line, position)
        prose = (len(line) > 60 and re.search("[，。]", line)) or (row and line.rstrip()[-1:] in "。；")
        if prose:
            blocks.append([])
        elif row:
            blocks[-1].append(row)
        position += len(line) + 1
    return [block for block in blocks if block]


def _cells(line: str, offset: int) -> list[_Cell]:
    """Return the cells of a line with where each begins; a line without tabs or bars is parted at its wide spaces."""
    pattern = _CELL if "\t" in line or "|" in line else _SPACED_CELL
    cells = []
    for match in pattern.finditer(line):
        content = match[0].strip(" \r*")
        if marked := _MARKED.fullmatch(content):
            content = marked[1]
        if content and (content.strip(":-") or content == "-"):
            cells.append(_Cell(offset + match.start() + match[0].index(content), content))
    return cells


_NUMBERED = compile_han(r"附?表 ?[\d一二三四五六七八九十]{1,2}(?:[-.]\d)?$|附?表:?$|附?表 ?\d{1,2}:?[一-鿿]")


def _units_named(row: list[_Cell]) -> list[CellUnit]:
    """Return the units that a line of a table names: one for all of its columns, or one for each."""
    for cell in row:
        if match := _TABLE_UNIT.search(cell.text):
            units = [read_unit(name) for name in re.split("[、，,]", match["units"])]
            return [unit for unit in units if unit is not None]
    return []


def _units_of_columns(row: _Row) -> dict[int, CellUnit]:
    """Return the units that the table names for the columns: the one for all, or of as many as there are columns each its own."""
    values = [k for k, cell in enumerate(row.cells) if cell.is_number]
    if len(row.units) == len(values):
        return dict(zip(values, row.units, strict=True))
    return dict.fromkeys(values, row.units[0]) if row.units else {}


def _head_of(head: list[_Cell], row: list[_Cell], k: int) -> str | None:
    """Return the head of a row's cell; short rows stand under the last heads, as their first cells are merged."""
    k += len(head) - len(row)
    return head[k].text + head[k].unit if 0 <= k < len(head) else None


def _column_unit(column: str | None) -> CellUnit | None:
    if not column:
        return None
    if _GROWTH.search(column) or column.endswith(("%", "%)")):
        return _bracketed(column) or read_unit("%")
    return _bracketed(column)


def _row_unit(row: list[_Cell]) -> CellUnit | None:
    """Return the unit that a cell of the row names for the others."""
    for cell in row:
        if not cell.is_number and (named := read_unit(cell.text) or _bracketed(cell.text)):
            return named
    return None


def _bracketed(name: str) -> CellUnit | None:
    match = _IN_BRACKETS.search(name)
    return read_unit(match[1] or match[2]) if match else None


def read_unit(name: str) -> CellUnit | None:
    """Return the unit that a head or a cell names as a whole (亿元, 万吨, %), or None."""
    name = name.strip().removeprefix("单位:").strip()
    if unit := unit_named(name):
        return CellUnit("", unit)
    match = _UNIT.fullmatch(name)
    unit = unit_named(match["unit"]) if match else None
    return CellUnit(match["magnitude"] or "", unit) if match and unit else None


def _one_cell_a_line(rows: list[list[_Cell]]) -> bool:
    single = sum(len(row) == 1 or _NUMBERED.match(row[0].text) is not None for row in rows)
    return len(rows) >= 6 and single > 0.9 * len(rows)


def _regrouped(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """Lay a table that was flattened to one cell a line back into rows: each name, and its unit, with the numbers behind it.

    Cells of the table 产品 | 单位 | 产量 | 增长（%） follow as 粮食, 万吨, 5.93, 3.1, 油料, …; a line that numbers it stays its title.
    """
    cells = [cell for row in rows for cell in row]
    numbers = [k for k, cell in enumerate(cells) if cell.is_number and not _HEAD_YEAR.match(cell.text)]
    if not numbers:
        return rows
    first = numbers[0]
    width = next((n for n in range(1, len(cells) - first) if not cells[first + n].is_number), len(cells) - first)
    in_units = first > 1 and read_unit(cells[first - 1].text) is not None
    begin = max(0, first - 1 - in_units)
    head = cells[max(0, begin - width - 1 - in_units) : begin]
    titled = [row for row in rows if head and row[0].start < head[0].start and _NUMBERED.match(row[0].text)]
    regrouped = [*titled[-1:], *([head] if len(head) > 1 else [])]
    row: list[_Cell] = []
    for cell in cells[begin:]:
        of_row = cell.is_number or (len(row) == 1 and read_unit(cell.text) is not None)
        if row and not of_row:
            regrouped.append(row)
            row = []
        row.append(cell)
    return [*regrouped, row]
