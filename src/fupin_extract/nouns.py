"""Head nouns that decide what a number counts: the lists of ``data/nouns.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .lexicon import Longest, bigram_pattern, load_toml

_STOP = re.compile(r"[，,。；;:！!？?\n\x00()、“”\"《》]")
_REACH = 14
_LONGEST_IDIOM = 9


@dataclass(frozen=True, slots=True)
class Nouns:
    """The head nouns by what they decide, matched longest first.

    ``kinds`` answers ``people``, ``households``, ``concrete``, ``abstract`` or ``neutral`` (农村 holds a
    村 that counts nothing) for a noun; ``name_heads`` are what names of undertakings end in.
    """

    kinds: Longest[str]
    backwards: Longest[str]
    name_heads: Longest[str]
    idioms: Longest[str]
    idiom_begins: re.Pattern[str]

    def concrete_behind(self, text: str, position: int) -> bool:
        """Tell whether the first telling noun of the phrase behind is one of people, places, bodies or things."""
        return self._first(text, position, ("people", "households", "concrete"), ("abstract",))

    def is_member(self, word: str) -> bool:
        """Tell whether a word names people, households, places, bodies or things that may be members of a class.

        >>> [nouns().is_member(word) for word in ("农户", "村庄", "目标")]
        [True, True, False]
        """
        return self.kind_of(word) in ("people", "households", "concrete")

    def kind_of(self, word: str) -> str | None:
        """Return the kind of a whole word, None where no list holds it.

        >>> nouns().kind_of("学生"), nouns().kind_of("三")
        ('people', None)
        """
        match = self.kinds.at(word, 0)
        return match[1] if match is not None and match[0] == word else None

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

    def counted_before(self, text: str, position: int) -> str | None:
        """Return 人 or 户 if the noun that ends at the position is one of people or households, else None.

        >>> nouns().counted_before("惠及农户2.3万", 4), nouns().counted_before("投资2.3万", 2)
        ('户', None)
        """
        match = self.backwards.at(text[max(0, position - 8) : position][::-1], 0)
        return {"people": "人", "households": "户"}.get(match[1]) if match else None

    def concrete_before(self, text: str, position: int) -> bool:
        """Tell whether the noun that ends at the position is one of people, places, bodies or things.

        >>> nouns().concrete_before("建成示范村三个", 5), nouns().concrete_before("落实措施三个", 4)
        (True, False)
        """
        match = self.backwards.at(text[max(0, position - 8) : position][::-1], 0)
        return match is not None and match[1] in ("people", "households", "concrete")

    def in_idiom(self, text: str, start: int, end: int) -> bool:
        """Tell whether the stretch stands in a figure of speech.

        >>> nouns().in_idiom("工作三天打鱼、两天晒网", 2, 4)
        True
        """
        begins = self.idiom_begins.finditer(text, max(0, start - _LONGEST_IDIOM), start + 2)
        matches = ((begin.start(), self.idioms.at(text, begin.start())) for begin in begins)
        return any(match is not None and at + len(match[0]) >= end for at, match in matches)

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
    backwards = Longest((noun[::-1], kind) for noun, kind in kinds.items())
    name_heads = Longest((head, "name") for head in data["name_heads"])
    idioms = load_toml("idioms.toml")["idioms"]
    begins = bigram_pattern(phrase[:2] for phrase in idioms)
    return Nouns(Longest(kinds.items()), backwards, name_heads, Longest((phrase, "idiom") for phrase in idioms), begins)
