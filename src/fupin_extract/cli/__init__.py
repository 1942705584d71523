"""The command ``fupin-extract``: files in, records out."""

from .command import COMMANDS, main

__all__ = ["COMMANDS", "main"]
