"""Words and their parts of speech: how a clause is cut before it is read.

The list is ``data/words.tsv`` (jieba's dictionary, MIT) with the known bodies of ``data/organisations.toml`` and what the
genre adds in ``data/words.toml``, which also says what a word does in a statement: 增长 says that something rose, 达到 links
a name to its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import repeat
from operator import add
from typing import NamedTuple

from .lexicon import load_toml, read_data

_UNKNOWN = -14.0
NO_WORD = (_UNKNOWN, "x", "")
_TOTAL = 17.9
"""The logarithm of the sum of jieba's counts: a word's weight less this one is its log probability."""

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The hundred commonest surnames of one character."""


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

    ``alone`` has the log probability of each character as a word, ``pairs``, by its first two characters, the log probability
    of the word that these are (minus infinity if they are none) and how long each longer word is that begins so.
    """

    entries: dict[str, tuple[float, str, str]]
    alone: dict[str, float]
    pairs: dict[str, tuple[float, tuple[int, ...]]]

    def cut(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of a stretch, the likeliest cut by the words' own counts.

        >>> [word.text for word in words().cut("修建农村公路", 0, 6)]
        ['修建', '农村', '公路']
        """
        cut = []
        for size in self.lengths(text[start:end]):
            word = text[start : start + size]
            _, tag, role = self.entries.get(word, NO_WORD)
            cut.append(Word(start, start + size, word, tag, role))
            start += size
        return cut

    def lengths(self, run: str) -> list[int]:
        """Return how long each word is of a run of characters."""
        entries, size = self.entries, len(run)
        alone = list(map(self.alone.get, run, repeat(_UNKNOWN)))
        pairs = [*map(self.pairs.get, map(add, run, run[1:])), None]
        best = [0.0] * (size + 2)
        reach = [1] * size
        for i in range(size - 1, -1, -1):
            score = alone[i] + best[i + 1]
            if (pair := pairs[i]) is not None:
                two, longer = pair
                if (other := two + best[i + 2]) > score:
                    score, reach[i] = other, 2
                for n in longer:
                    if n > size - i:
                        break
                    found = entries.get(run[i : i + n])
                    if found is not None and (other := found[0] + best[i + n]) > score:
                        score, reach[i] = other, n
            best[i] = score
        lengths, i = [], 0
        while i < size:
            lengths.append(reach[i])
            i += reach[i]
        return lengths


@cache
def words() -> Words:
    """Return the list, read once."""
    entries: dict[str, tuple[float, str, str]] = {}
    for line in read_data("words.tsv").splitlines():
        if not line.startswith("#"):
            tag, weight, known = line.split("\t")
            entries |= dict.fromkeys(known.split(" "), (int(weight) / 10 - _TOTAL, tag, ""))
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
    longer: dict[str, tuple[int, ...]] = {}
    for word in sorted((word for word in entries if len(word) > 2), key=len):
        sizes = longer.get(word[:2], ())
        if len(word) not in sizes:
            longer[word[:2]] = (*sizes, len(word))
    pairs = {begin: (float("-inf"), sizes) for begin, sizes in longer.items()}
    pairs |= {word: (entry[0], longer.get(word, ())) for word, entry in entries.items() if len(word) == 2}
    return Words(entries, {word: entry[0] for word, entry in entries.items() if len(word) == 1}, pairs)


def _raised(entries: dict[str, tuple[float, str, str]], word: str) -> float:
    """Return a log probability that lets a word of the genre win over its parts; a character keeps its own."""
    known = entries[word][0] if word in entries else _UNKNOWN
    return known if len(word) == 1 else max(known, -8.0 - 0.5 * len(word))
