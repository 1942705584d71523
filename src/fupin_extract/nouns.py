"""Head nouns that decide what a number counts: the lists of ``data/nouns.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .lexicon import Longest, load_toml

_STOP = re.compile(r"[，,。；;：:！!？?\n\x00()、“”\"《》]")
_REACH = 14


@dataclass(frozen=True, slots=True)
class Nouns:
    """The head nouns by what they decide, matched longest first.

    ``kinds`` answers ``people``, ``households``, ``concrete``, ``abstract`` or ``neutral`` (农村 holds a
    村 that counts nothing) for a noun; ``name_heads`` are what names of undertakings end in.
    """

    kinds: Longest[str]
    name_heads: Longest[str]

    def concrete_behind(self, text: str, position: int) -> bool:
        """Tell whether the first telling noun of the phrase behind is one of people, places, bodies or things."""
        return self._first(text, position, ("people", "households", "concrete"), ("abstract",))

    def names_behind(self, text: str, position: int) -> bool:
        """Tell whether a noun that names of undertakings end in stands right behind."""
        while text.startswith((" ", "”", '"'), position):
            position += 1
        return self.name_heads.at(text, position) is not None

    def counted_behind(self, text: str, position: int, reach: int = _REACH) -> str | None:
        """Return 人 or 户 if the phrase behind names people or households, else None.

        >>> nouns().counted_behind("71万农村人口", 3), nouns().counted_behind("11万贫困户", 3)
        ('人', '户')
        """
        end = _phrase_end(text, position, reach)
        found = None
        while position < end:
            match = self.kinds.at(text, position)
            if match is None or match[1] in ("neutral", "concrete"):
                if found:
                    return found
                position += len(match[0]) if match else 1
                continue
            if match[1] == "abstract":
                return found
            found = "人" if match[1] == "people" else "户"
            position += len(match[0])
        return found

    def _first(self, text: str, position: int, yes: tuple[str, ...], no: tuple[str, ...]) -> bool:
        end = _phrase_end(text, position, _REACH)
        while position < end:
            match = self.kinds.at(text, position)
            if match is None:
                position += 1
            elif match[1] in yes:
                return True
            elif match[1] in no:
                return False
            else:
                position += len(match[0])
        return False


def _phrase_end(text: str, position: int, reach: int) -> int:
    stop = _STOP.search(text, position, position + reach)
    return stop.start() if stop else min(len(text), position + reach)


@cache
def nouns() -> Nouns:
    """Return the lists, read once."""
    data = load_toml("nouns.toml")
    kinds = {}
    for kind in ("neutral", "abstract", "concrete", "households", "people"):
        kinds.update(dict.fromkeys(data.get(kind, ()), kind))
    return Nouns(Longest(kinds.items()), Longest((head, "name") for head in data["name_heads"]))
