"""Labelled sentences, one a line, names in square brackets with their label: [甘谷县|LOC]与[海升集团|ORG]签约."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"\[(?P<name>[^\[\]|]+)\|(?P<label>ORG|LOC|PER)\]")


class Sentence(NamedTuple):
    """A sentence with its names as ``(start, end, label)``."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_sentence(line: str) -> Sentence:
    """Return the sentence of a line.

    Raises:
        ValueError: a bracket or a bar is left over.

    >>> read_sentence("[甘谷县|LOC]与[海升集团|ORG]签约。")
    Sentence(text='甘谷县与海升集团签约。', names=((0, 3, 'LOC'), (4, 8, 'ORG')))
    """
    text, names, at = "", [], 0
    for match in _NAME.finditer(line):
        text += line[at : match.start()]
        names.append((len(text), len(text) + len(match["name"]), match["label"]))
        text += match["name"]
        at = match.end()
    text += line[at:]
    if re.search(r"[\[\]|]", text):
        raise ValueError(f"not a labelled sentence: {line}")
    return Sentence(text, tuple(names))


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a file; blank lines are passed over."""
    return [read_sentence(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
