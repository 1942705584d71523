"""Words and their parts of speech: how a clause is cut before it is read.

The list is ``data/words.tsv`` (jieba's dictionary, MIT) with the known bodies of ``data/organisations.toml`` and what the
genre adds in ``data/words.toml``, which also says what a word does in a statement: 增长 says that something rose, 达到 links
a name to its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import load_toml, read_data

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNKNOWN = -140
_NO_WORD = (_UNKNOWN, "x", "")
_TOTAL = 179
"""The logarithm of the sum of jieba's counts: a word's weight less this one is its log probability.

All are told in tenths: sums of whole numbers do not depend on where they begin.
"""


class Word(NamedTuple):
    """A word of the working text; ``tag`` is its part of speech, ``role`` what it does in a statement."""

    start: int
    end: int
    text: str
    tag: str
    role: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every known word with its log probability, part of speech and role ("" for none).

    ``pairs`` tells of two characters whether they are a word, and how long each longer word is that begins so.
    """

    entries: dict[str, tuple[int, str, str]]
    pairs: dict[str, tuple[bool, tuple[int, ...]]]
    same: dict[str, str]
    """Words with the one that does the same and stands in the rules: 总共 with 共."""

    def cut(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of a stretch, the likeliest cut by the words' own counts.

        >>> [word.text for word in words().cut("修建农村公路", 0, 6)]
        ['修建', '农村', '公路']
        """
        cut = []
        for part in self.parts(text[start:end]):
            for word, tag, role in cut_part(part):
                end = start + len(word)
                cut.append(Word(start, end, word, tag, role))
                start = end
        return cut

    def parts(self, run: str) -> list[str]:
        """Return the parts of a run of characters at whose edges no word goes on: each is cut by itself, and most are one word.

        >>> words().parts("修建农村公路的驻村干部")
        ['修建', '农村', '公路', '的', '驻村干部']
        """
        found, start, reach = [], 0, 1
        for at, pair in enumerate([*map(self.pairs.get, map(add, run, run[1:])), None]):
            if at >= reach:
                found.append(run[start:at])
                start, reach = at, at + 1
            if pair is not None:
                is_word, longer = pair
                if is_word and reach < at + 2:
                    reach = at + 2
                for size in longer:
                    if reach < at + size <= len(run) and run[at : at + size] in self.entries:
                        reach = at + size
        if run:
            found.append(run[start:])
        return found

    def lengths(self, run: str) -> list[int]:
        """Return how long each word is of a run of characters."""
        entries, size = self.entries, len(run)
        best = [0] * (size + 1)
        reach = [1] * size
        for i in range(size - 1, -1, -1):
            score = entries.get(run[i], _NO_WORD)[0] + best[i + 1]
            is_word, longer = self.pairs.get(run[i : i + 2], _NO_PAIR)
            for n in (2, *longer) if is_word else longer:
                found = entries.get(run[i : i + n]) if n <= size - i else None
                if found is not None and (other := found[0] + best[i + n]) > score:
                    score, reach[i] = other, n
            best[i] = score
        lengths, i = [], 0
        while i < size:
            lengths.append(reach[i])
            i += reach[i]
        return lengths


_NO_PAIR: tuple[bool, tuple[int, ...]] = (False, ())


@lru_cache(1 << 14)
def cut_part(part: str) -> tuple[tuple[str, str, str], ...]:
    """Return the words of one of the `Words.parts`, each with its part of speech and role; four of five stood before."""
    found, start = [], 0
    for size in words().lengths(part):
        word = part[start : start + size]
        _, tag, role = words().entries.get(word, _NO_WORD)
        found.append((word, tag, role))
        start += size
    return tuple(found)


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of one of the classes of ``data/classes.toml``.

    >>> "大爷" in word_class("address")
    True
    """
    return frozenset(load_toml("classes.toml")[name]["words"])


@cache
def class_endings(name: str) -> tuple[str, ...]:
    """Return the words of a class as the endings of longer ones, for `str.endswith`: 返乡[青年]."""
    return tuple(load_toml("classes.toml")[name]["words"])


@cache
def words() -> Words:
    """Return the list, read once."""
    entries: dict[str, tuple[int, str, str]] = {}
    for line in read_data("words.tsv").splitlines():
        if not line.startswith("#"):
            tag, weight, known = line.split("\t")
            entries.update(dict.fromkeys(known.split(" "), (int(weight) - _TOTAL, tag, "")))
    own = load_toml("words.toml")
    for word in own["without"]:
        entries.pop(word, None)
    for body in load_toml("organisations.toml")["bodies"]:
        for name in (body["name"], *body.get("aliases", ())):
            if len(name) > 2:
                entries[name] = (_raised(entries, name), "n", "")
    abroad = load_toml("countries.toml")
    for name in (*abroad["countries"], *abroad["places"]):
        entries[name] = (_raised(entries, name), "n", "")
    for tag, added in own["tags"].items():
        for word in added:
            entries[word] = (_raised(entries, word), tag, "")
    for role, group in own["roles"].items():
        for word in group["words"]:
            entries[word] = (_raised(entries, word), group["tag"], role)
    same = {word: known for known, others in own["same"].items() for word in others}
    entries |= {word: (_raised(entries, word), *entries[known][1:]) for word, known in same.items()}
    return Words(entries, _pairs(entries), same)


def _pairs(words: Iterable[str]) -> dict[str, tuple[bool, tuple[int, ...]]]:
    """Return the `Words.pairs` of words: their sizes are gathered as the bits of a number, of which there are few kinds."""
    sizes: dict[str, int] = {}
    for word in words:
        if len(word) > 1:
            sizes[word[:2]] = sizes.get(word[:2], 0) | 1 << len(word)
    kinds = {bits: (bool(bits & 1 << 2), _longer(bits)) for bits in set(sizes.values())}
    return {begin: kinds[bits] for begin, bits in sizes.items()}


def _longer(sizes: int) -> tuple[int, ...]:
    """Return the sizes above two."""
    return tuple(size for size in range(3, sizes.bit_length()) if sizes >> size & 1)


def _raised(entries: dict[str, tuple[int, str, str]], word: str) -> int:
    """Return a log probability that lets a word of the genre win over its parts; a character keeps its own."""
    known = entries[word][0] if word in entries else _UNKNOWN
    return known if len(word) == 1 else max(known, -80 - 5 * len(word))
