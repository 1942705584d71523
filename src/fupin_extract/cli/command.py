"""The command line: arguments, files, exit codes.

The first word may name a subcommand (`COMMANDS`); everything else is a file, also one of that name
when it is written ./name.
"""

from __future__ import annotations

import argparse
import codecs
import os
import re
import sys
from contextlib import contextmanager, suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..export import COLUMNS
from ..sources import Columns, find_sources, read_texts
from .formats import FORMATS, as_csv
from .long_run import LONG_RUN_FORMATS, run_long
from .messages import PROGRAM, complain
from .terminal import as_text, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..records import Document
    from ..sources import Source
    from ..taggers import Tagger


def _evaluate(arguments: Sequence[str]) -> int:
    from ..evaluate.__main__ import main

    return main(list(arguments))


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"eval": _evaluate}
"""Subcommands by their word: each takes the arguments behind it and returns an exit code."""

OK, SOME_FAILED, INTERRUPTED = 0, 1, 130
_PROGRESS_FROM = 4

_EPILOG = """\
fupin-extract eval FOLDER… scores the library on folders of annotated articles (corpus/GUIDE.md).

encodings: UTF-8, and UTF-16, UTF-32 and GB18030 with a byte order mark are recognised; GB18030, GBK and
GB2312 also without one. Name every other with --encoding.

exit codes:
  0    every text was read
  1    some text could not be read or decoded (named on stderr; the others were), or the output not written
  2    the command line is wrong
  130  interrupted with Ctrl-C; a file of rows holds what was read, and the same command goes on
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; None for those of the process.

    Returns:
        The exit code. A wrong command line raises SystemExit(2) instead, ``--help`` and ``--version``
        SystemExit(0), as argparse does.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        if arguments and arguments[0] in COMMANDS:
            return COMMANDS[arguments[0]](arguments[1:])
        return _extract_files(_parsed(arguments))
    except KeyboardInterrupt:
        print(f"\n{PROGRAM}: interrupted", file=sys.stderr)
        return INTERRUPTED


def _extract_files(options: argparse.Namespace) -> int:
    sources = _sources(options)
    if options.output and options.format in LONG_RUN_FORMATS:
        return run_long(options, sources, _tagger(options))
    files = _Files(options, sources)
    try:
        with _sink(options) as write:
            for chunk in _chunks(options, files):
                write(chunk)
    except BrokenPipeError:
        _silence_stdout()
    except OSError as error:
        complain(str(options.output or "standard output"), error.strerror or str(error))
        return SOME_FAILED
    return SOME_FAILED if files.failed else OK


def _chunks(options: argparse.Namespace, files: _Files) -> Iterator[str]:
    """Yield the output piece by piece."""
    if options.explain:
        return files.explanations()
    if options.format == "table":
        to_terminal = options.output is None and sys.stdout.isatty()
        return as_text(files.documents(), headed=len(files.sources) > 1, terminal=to_terminal, rows=options.rows)
    if options.format == "csv":
        return as_csv(files.documents(), options.rows)
    return FORMATS[options.format](files.documents())


@contextmanager
def _sink(options: argparse.Namespace) -> Iterator[Callable[[str], object]]:
    """Give what writes a piece of output: in UTF-8, but for a reader at a terminal in the terminal's encoding."""
    if options.output is not None:
        with options.output.open("wb") as file:
            yield lambda chunk: file.write(chunk.encode("utf-8", "backslashreplace"))
        return
    sys.stdout.flush()
    for_reader = options.explain or options.format == "table"
    encoding = (for_reader and sys.stdout.encoding) or "utf-8"
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a notebook's
        yield sys.stdout.write
    else:
        yield lambda chunk: stream.write(chunk.encode(encoding, "replace" if for_reader else "backslashreplace"))
    sys.stdout.flush()


def _silence_stdout() -> None:
    """Point standard output nowhere, so that the interpreter's last flush does not complain of the closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's own arguments."""
    from .. import __version__

    made = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Read Chinese policy news and print the facts that it states.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_what_is_read(made)
    how = made.add_mutually_exclusive_group()
    how.add_argument(
        "--format",
        choices=("table", *FORMATS, "parquet"),
        help="how to print or write what is read (default: what the output's suffix says, else table)",
    )
    how.add_argument("--explain", action="store_true", help="print which rule said what instead of the facts")
    made.add_argument(
        "--rows", choices=(*COLUMNS, "documents"), help="what a row is (default: facts; of jsonl, documents)"
    )
    made.add_argument("--tagger", choices=tuple(_TAGGERS), help="also find names of bodies that no rule knows")
    made.add_argument(
        "--output", "--out", type=Path, metavar="FILE", help="write to this file instead of standard output"
    )
    made.add_argument(
        "--jobs", type=_count, metavar="N", help="read on N processes, 0 for all cores; with --output (default: 1)"
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return made


def _add_what_is_read(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text file, a table of texts (.jsonl, .csv, .parquet), a folder of such files, a pattern, or - for standard input",
    )
    made.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the date that the texts were published on")
    made.add_argument("--encoding", type=_encoding, help="the encoding of the files, instead of recognising it")
    for role, told in (("text", "the texts"), ("id", "their ids"), ("published", "their publication dates")):
        made.add_argument(
            f"--{role}-column", metavar="NAME", help=f"the column of a table with {told} (default: {role})"
        )


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    made = parser()
    options = made.parse_args(arguments)
    if not options.files:
        if sys.stdin is None or sys.stdin.isatty():
            made.error("no file given and nothing on standard input")
        options.files = ["-"]
    if not (options.format or options.explain):
        suffix = options.output.suffix.removeprefix(".") if options.output else ""
        options.format = suffix if suffix in (*FORMATS, "parquet") else "table"
    if (wrong := _wrong(options)) is not None:
        made.error(wrong)
    options.rows = options.rows or ("documents" if options.format == "jsonl" else "facts")
    return options


def _wrong(options: argparse.Namespace) -> str | None:
    """Return what is wrong with options that argparse takes one by one."""
    to_file = options.output is not None and options.format in LONG_RUN_FORMATS
    if options.output and any(_same(options.output, name) for name in options.files):
        return f"{options.output} is read from: write to another file"
    if options.format == "parquet" and options.output is None:
        return "--format parquet goes with --output"
    if options.jobs is not None and not to_file:
        return f"--jobs goes with --output to {', '.join(LONG_RUN_FORMATS)}"
    if options.rows is None or to_file:
        return None
    if options.explain or options.format not in ("table", "csv"):
        return "--rows goes with --format table or csv, or with --output; the other formats hold every record"
    if options.rows == "documents":
        return "--rows documents goes with --output"
    return None


def _count(text: str) -> int:
    if text.isascii() and text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"not a count of processes: {text!r}")


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"not a date as YYYY-MM-DD: {text!r}")


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(f"not a known text encoding: {name!r}") from None
    return codecs.lookup(name).name


def _same(output: Path, name: str) -> bool:
    try:
        return name != "-" and output.samefile(name)
    except OSError:
        return False


def _sources(options: argparse.Namespace) -> list[Source]:
    columns = Columns(options.text_column, options.id_column, options.published_column)
    return find_sources(options.files, columns=columns, encoding=options.encoding, published=options.published)


def _embedded(text: str) -> list[tuple[int, int, str]]:
    from ..taggers import embedded_tagger

    return embedded_tagger(text)


_TAGGERS: dict[str, Tagger] = {"embedded": _embedded}


def _tagger(options: argparse.Namespace) -> Tagger | None:
    return _TAGGERS.get(options.tagger)


class _Files:
    """Reads files one after the other; the texts it cannot read it names on stderr and passes over."""

    def __init__(self, options: argparse.Namespace, sources: list[Source]) -> None:
        self.options, self.sources = options, sources
        self.failed = False

    def texts(self) -> Iterator[tuple[str, str, date | None]]:
        """Yield the ids, texts and dates of what can be read, in order."""
        for text in read_texts(_with_progress(self.options, self.sources)):
            if text.error is not None:
                self.failed = True
                complain(text.id, text.error)
            elif text.text is not None:
                yield text.id, text.text, text.published

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield the documents of the texts that can be read."""
        from ..extractor import extract

        for name, text, published in self.texts():
            yield name, extract(text, published=published, tagger=_tagger(self.options))

    def explanations(self) -> Iterator[str]:
        """Yield what `explain` says of the texts that can be read."""
        from ..extractor import explain

        for name, text, published in self.texts():
            lines = explain(text, published=published, tagger=_tagger(self.options)).rstrip().split("\n")
            headed = [name, *lines] if len(self.sources) > 1 else lines
            yield "".join(f"{printable(line)}\n" for line in headed)


def _with_progress(options: argparse.Namespace, sources: list[Source]) -> Iterable[Source]:
    """Return the files; going through many of them shows a bar on stderr if nothing else is there."""
    output_on_screen = options.output is None and sys.stdout.isatty()
    if len(sources) < _PROGRESS_FROM or output_on_screen or not sys.stderr.isatty() or find_spec("rich") is None:
        return sources
    from rich.console import Console
    from rich.progress import track

    return track(sources, description="reading", console=Console(stderr=True), transient=True)
