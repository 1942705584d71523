"""What the command says on standard error."""

from __future__ import annotations

import sys

from .terminal import printable

PROGRAM = "fupin-extract"


def complain(*reasons: str) -> None:
    """Name on stderr what could not be read or written, and why."""
    print(PROGRAM, *map(printable, reasons), sep=": ", file=sys.stderr)
