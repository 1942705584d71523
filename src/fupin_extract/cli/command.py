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
from ..sources import decode
from .formats import FORMATS, as_csv
from .terminal import as_text, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..records import Document


def _evaluate(arguments: Sequence[str]) -> int:
    from ..evaluate.__main__ import main

    return main(list(arguments))


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"eval": _evaluate}
"""Subcommands by their word: each takes the arguments behind it and returns an exit code."""

OK, SOME_FAILED, INTERRUPTED = 0, 1, 130
_PROGRESS_FROM = 4
_PROGRAM = "fupin-extract"

_EPILOG = """\
fupin-extract eval FOLDER… scores the library on folders of annotated articles (corpus/GUIDE.md).

encodings: UTF-8, and UTF-16, UTF-32 and GB18030 with a byte order mark are recognised; GB18030, GBK and
GB2312 also without one. Name every other with --encoding.

exit codes:
  0    every file was read
  1    some file could not be read or decoded (named on stderr; the others were), or the output not written
  2    the command line is wrong
  130  interrupted with Ctrl-C
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
        print(f"\n{_PROGRAM}: interrupted", file=sys.stderr)
        return INTERRUPTED


def _extract_files(options: argparse.Namespace) -> int:
    files = _Files(options)
    try:
        with _sink(options) as write:
            for chunk in _chunks(options, files):
                write(chunk)
    except BrokenPipeError:
        _silence_stdout()
    except OSError as error:
        _complain(str(options.output or "standard output"), error)
        return SOME_FAILED
    return SOME_FAILED if files.failed else OK


def _chunks(options: argparse.Namespace, files: _Files) -> Iterator[str]:
    """Yield the output piece by piece."""
    if options.explain:
        return files.explanations()
    if options.format == "table":
        to_terminal = options.output is None and sys.stdout.isatty()
        return as_text(files.documents(), headed=len(options.files) > 1, terminal=to_terminal, rows=options.rows)
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
        prog=_PROGRAM,
        description="Read Chinese policy news and print the facts that it states.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("files", nargs="*", metavar="FILE", help="a text file, or - for standard input")
    how = made.add_mutually_exclusive_group()
    how.add_argument(
        "--format", choices=("table", *FORMATS), default="table", help="how to print what is read (default: table)"
    )
    how.add_argument("--explain", action="store_true", help="print which rule said what instead of the facts")
    made.add_argument("--rows", choices=tuple(COLUMNS), help="what a row of table and csv is (default: facts)")
    made.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the date that the texts were published on")
    made.add_argument("--encoding", type=_encoding, help="the encoding of the files, instead of recognising it")
    made.add_argument("--output", type=Path, metavar="FILE", help="write to this file instead of standard output")
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return made


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    made = parser()
    options = made.parse_args(arguments)
    if not options.files:
        if sys.stdin is None or sys.stdin.isatty():
            made.error("no file given and nothing on standard input")
        options.files = ["-"]
    if options.rows and (options.explain or options.format not in ("table", "csv")):
        made.error("--rows goes with --format table or csv; the other formats hold every record")
    options.rows = options.rows or "facts"
    if options.output and any(_same(options.output, name) for name in options.files):
        made.error(f"{options.output} is read from: write to another file")
    return options


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


class _Files:
    """Reads files one after the other; those it cannot read it names on stderr and passes over."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.failed = False

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the names and texts of the files that can be read, in order."""
        for name in _with_progress(self.options):
            try:
                data = sys.stdin.buffer.read() if name == "-" and sys.stdin else Path(name).read_bytes()
                text = decode(data, self.options.encoding)
            except (OSError, ValueError) as error:  # ValueError: a NUL in the name
                self.failed = True
                _complain(name, error)
            else:
                yield name, text

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield the documents of the files that can be read."""
        from ..extractor import extract

        for name, text in self.texts():
            yield name, extract(text, published=self.options.published)

    def explanations(self) -> Iterator[str]:
        """Yield what `explain` says of the files that can be read."""
        from ..extractor import explain

        for name, text in self.texts():
            lines = explain(text, published=self.options.published).rstrip().split("\n")
            headed = [name, *lines] if len(self.options.files) > 1 else lines
            yield "".join(f"{printable(line)}\n" for line in headed)


def _complain(name: str, error: Exception) -> None:
    reason = (isinstance(error, OSError) and error.strerror) or error
    print(f"{_PROGRAM}: {printable(name)}: {printable(str(reason))}", file=sys.stderr)


def _with_progress(options: argparse.Namespace) -> Iterable[str]:
    """Return the names of the files; going through many of them shows a bar on stderr if nothing else is there."""
    names: list[str] = options.files
    output_on_screen = options.output is None and sys.stdout.isatty()
    if len(names) < _PROGRESS_FROM or output_on_screen or not sys.stderr.isatty() or find_spec("rich") is None:
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, description="reading", console=Console(stderr=True), transient=True)
