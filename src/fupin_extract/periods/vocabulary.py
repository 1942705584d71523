"""What the finder knows by name: `data/periods.toml`, typed and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ..lexicon import load_toml


@dataclass(frozen=True, slots=True)
class Plan:
    """A five-year plan."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Festival:
    """A feast: its days as (month, day), or None where they follow another calendar; the days off of each year."""

    first: tuple[int, int] | None
    last: tuple[int, int] | None
    holidays: dict[int, tuple[date, date]]


_PARTED_BY = frozenset("，,。；;：:、！？!?\n\x00 \u3000“”到")
"""In front of a word that leads its clause."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that points at a time; ``kind`` is relative, now or vague."""

    word: str
    kind: str
    unit: str = ""
    offset: int = 0
    base: str = ""
    closing: bool = False
    opens: bool = False
    not_after: str = ""
    not_before: str = ""

    def stands_at(self, text: str, start: int, end: int) -> bool:
        """Tell whether the characters around the stretch leave it this word (not 项[目前]期)."""
        if self.opens and start and text[start - 1] not in _PARTED_BY:
            return False
        if self.not_after and start and text[start - 1] in self.not_after:
            return False
        return not (self.not_before and end < len(text) and text[end] in self.not_before)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The entries, by the name or word they are found by."""

    plans: dict[str, Plan]
    events: dict[str, date]
    festivals: dict[str, Festival]
    words: dict[str, Word]
    censuses: dict[str, tuple[int, ...]]
    """The years of the first, the second … census of a kind."""


def entries() -> dict[str, list[dict[str, Any]]]:
    """Return the data file as it is, examples and rejects included."""
    return load_toml("periods.toml")


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; the first call reads the file."""
    data = entries()
    words: dict[str, Word] = {}
    for kind in ("relative", "now", "vague"):
        for entry in data[kind]:
            fields = {
                key: entry[key]
                for key in ("unit", "offset", "base", "closing", "opens", "not_after", "not_before")
                if key in entry
            }
            words |= {word: Word(word, kind, **fields) for word in entry["words"]}
    return Vocabulary(
        plans={entry["name"]: Plan(entry["name"], entry["first"], entry["last"]) for entry in data["plan"]},
        events={name: entry["date"] for entry in data["event"] for name in entry["names"]},
        festivals={
            name: Festival(_month_day(entry.get("first")), _month_day(entry.get("last")), _holidays(entry))
            for entry in data["festival"]
            for name in entry["names"]
        },
        words=words,
        censuses={name: tuple(entry["years"]) for entry in data["census"] for name in entry["names"]},
    )


def _holidays(entry: dict[str, Any]) -> dict[int, tuple[date, date]]:
    known: dict[int, tuple[date, date]] = {}
    for days in entry.get("holidays", ()):
        first, _, last = days.partition("/")
        end = date.fromisoformat(last or first)
        known[end.year] = date.fromisoformat(first), end
    return known


def _month_day(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    month, day = text.split("-")
    return int(month), int(day)
