"""Files to texts, one by one."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from dataclasses import dataclass
from glob import glob, has_magic
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from ..days import as_day
from .decoding import DecodingError, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date


class SourceError(ValueError):
    """A file cannot be read as what its name says."""


class SourceText(NamedTuple):
    """A text with its id and publication date, or why there is none.

    ``id`` is the name of a text file as it was given; in a table the id column's value, or ``FILE:N`` with the number of
    the row from 1. Neither text nor error: the table holds no text there.
    """

    id: str
    text: str | None
    published: date | None = None
    error: str | None = None


class Columns(NamedTuple):
    """The names of a table's columns. One that is None is taken under its usual name, where it is there."""

    text: str | None = None
    id: str | None = None
    published: str | None = None


_USUAL = Columns("text", "id", "published")


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, ``-`` for standard input, and how it is read.

    ``encoding`` is that of text, JSONL and CSV; None to recognise that of a text file, and UTF-8 for the others.
    ``published`` is the date of its texts where a table does not give one.
    """

    name: str
    columns: Columns = _USUAL
    encoding: str | None = None
    published: date | None = None

    def texts(self) -> Iterator[SourceText]:
        """Yield the file's texts.

        Raises:
            SourceError: it is no file of its kind, or has not the columns that were named.
            DecodingError: it is in another encoding.
            OSError: it cannot be read.
        """
        if self.name != "-" and Path(self.name).is_dir():
            raise SourceError(f"no file in it ends in {', '.join(SUFFIXES)}")
        return _READERS.get(_suffix(self.name), _text_file)(self)

    def count(self) -> int | None:
        """Return how many texts there are to be, roughly, for a progress bar; None where only reading would tell."""
        suffix = _suffix(self.name)
        try:
            if suffix == ".parquet":
                return int(_parquet(self.name).metadata.num_rows)
            if suffix == ".jsonl":
                with _opened(self.name) as file:
                    return sum(1 for _ in file)
        except (OSError, SourceError):
            return None
        return None if suffix == ".csv" else 1


def find_sources(
    names: Iterable[str],
    *,
    columns: Columns = _USUAL,
    encoding: str | None = None,
    published: date | None = None,
) -> list[Source]:
    """Return the files under names: those of a folder at any depth, those that a pattern fits, or the one of that name.

    Args:
        names: files, folders, patterns (``news/**/*.txt``), ``-`` for standard input. Of a folder those are taken whose
            suffix is one of `SUFFIXES`, in the order of their names; under its own name every file is.
        columns: as for `Source`.
        encoding: as for `Source`.
        published: as for `Source`.

    Returns:
        The sources in order. A name under which there is nothing is one too, and says so when it is read.
    """
    return [Source(file, columns, encoding, published) for name in names for file in _files(name)]


def read_texts(sources: Iterable[Source]) -> Iterator[SourceText]:
    """Yield the texts of all sources in order; for one that cannot be read, or not to its end, an error in its place."""
    for source in sources:
        try:
            yield from source.texts()
        except OSError as error:
            yield SourceText(source.name, None, error=error.strerror or str(error))
        except ValueError as error:  # as SourceError and DecodingError; or a NUL in the name
            yield SourceText(source.name, None, error=str(error))


def _files(name: str) -> list[str]:
    """Return the files that a name means, as they are to be opened."""
    if name == "-" or "\0" in name:
        return [name]
    path = Path(name)
    if path.is_dir():
        inside = sorted(str(file) for file in path.rglob("*") if _suffix(str(file)) in SUFFIXES and file.is_file())
        return inside or [name]
    if has_magic(name) and not path.exists():  # pathlib's patterns cannot be absolute
        return sorted(file for file in glob(name, recursive=True) if Path(file).is_file()) or [name]  # noqa: PTH207
    return [name]


def _suffix(name: str) -> str:
    """Return the suffix that says what a file holds, also of a compressed one."""
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    return ".jsonl" if suffix == ".ndjson" else suffix


def _opened(name: str) -> IO[bytes]:
    if name == "-":
        if sys.stdin is None:
            raise SourceError("standard input is closed")
        return sys.stdin.buffer
    if name.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(name, "rb"))
    return Path(name).open("rb")


# --- Readers ----------------------------------------------------------------------------------


def _text_file(source: Source) -> Iterator[SourceText]:
    file = _opened(source.name)
    if source.name == "-":
        data = file.read()
    else:
        with file:
            data = file.read()
    yield SourceText(source.name, decode(data, source.encoding), source.published)


def _jsonl(source: Source) -> Iterator[SourceText]:
    """Yield the texts of a file of JSON lines; a line that is no object is one with an error."""
    with _opened(source.name) as file:
        for number, line in enumerate(file, 1):
            if line.isspace():
                continue
            place = f"{source.name}:{number}"
            try:
                row = json.loads(line.decode(source.encoding or "utf-8-sig"))
            except ValueError as error:
                yield SourceText(place, None, error=f"no JSON in {source.encoding or 'UTF-8'}: {error}")
                continue
            yield _row(source, place, row) if isinstance(row, dict) else SourceText(place, None, error="no JSON object")


def _csv(source: Source) -> Iterator[SourceText]:
    """Yield the texts of a CSV file, whose header names the columns."""
    csv.field_size_limit(sys.maxsize)
    with _opened(source.name) as file:
        lines = _decoded(file, source.encoding or "utf-8-sig")
        rows = csv.DictReader(lines)
        try:
            header = rows.fieldnames or ()
            _check(source, header)
            for number, row in enumerate(rows, 1):
                yield _row(source, f"{source.name}:{number}", row)
        except csv.Error as error:
            raise SourceError(f"no CSV at line {rows.line_num}: {error}") from error


def _decoded(file: IO[bytes], encoding: str) -> Iterator[str]:
    """Yield the lines of a file as text, line ends as they are."""
    try:
        with TextIOWrapper(file, encoding, newline="") as lines:
            yield from lines
    except UnicodeError as error:
        raise DecodingError(
            f"not {encoding.removesuffix('-sig')}: {error}; name its encoding with --encoding"
        ) from error


def _parquet_file(source: Source) -> Iterator[SourceText]:
    """Yield the texts of a Parquet file, of which only the columns asked for are read."""
    table = _parquet(source.name)
    names = table.schema_arrow.names
    _check(source, names)
    wanted = [name for name in map(_named, source.columns, _USUAL) if name in names]
    number = 0
    for batch in table.iter_batches(batch_size=256, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            yield _row(source, f"{source.name}:{number}", row)


def _parquet(name: str) -> Any:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SourceError("Parquet needs pyarrow: pip install 'fupin-extract[arrow]'") from error
    try:
        return pq.ParquetFile(name)
    except pa.ArrowInvalid as error:
        raise SourceError(f"no Parquet file: {error}") from error


_READERS: dict[str, Callable[[Source], Iterator[SourceText]]] = {
    ".txt": _text_file,
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet_file,
}

SUFFIXES = tuple(_READERS)
"""The suffixes of the files that are taken from a folder; ``.gz`` may stand behind all but the last, ``.ndjson`` is ``.jsonl``."""


# --- Rows of tables ---------------------------------------------------------------------------


def _named(name: str | None, usual: str | None) -> str:
    return name or usual or ""


def _check(source: Source, header: Iterable[str]) -> None:
    """Refuse a table that lacks the column of the texts or another that was named."""
    there = list(header)
    text, *others = source.columns
    for name in (_named(text, _USUAL.text), *others):
        if name is not None and name not in there and name not in _USUAL[1:]:
            raise SourceError(f"there is no column {name!r}; the columns are {', '.join(map(str, there)) or 'none'}")


def _row(source: Source, place: str, row: dict[str, Any]) -> SourceText:
    text_name, id_name, day_name = map(_named, source.columns, _USUAL)
    given = row.get(id_name)
    name = place if given is None or given == "" else str(given)
    if text_name not in row:
        return SourceText(name, None, error=f"there is no {text_name!r}")
    text = row[text_name]
    if text is not None and not isinstance(text, str):
        return SourceText(name, None, error=f"{text_name!r} is no string but {type(text).__name__}")
    try:
        return SourceText(name, text, as_day(row.get(day_name)) or source.published)
    except (TypeError, ValueError):
        return SourceText(name, None, error=f"{day_name!r} is no date as YYYY-MM-DD: {row[day_name]!r}")
