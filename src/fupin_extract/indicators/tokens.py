"""A sentence as a row of tokens: words, marks, and the quantities, periods and regions found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..records import Period, Quantity, Region
    from ..text import Text

Kind = Literal["word", "mark", "quantity", "period", "region"]
Found = "Quantity | Period | Region"


class Token(NamedTuple):
    """A piece of a sentence at ``[start, end)`` of the working text; ``record`` is what was found there."""

    kind: Kind
    start: int
    end: int
    text: str
    tag: str = ""
    role: str = ""
    record: Quantity | Period | Region | None = None

    @property
    def nominal(self) -> bool:
        """Tell whether it can stand inside a noun phrase."""
        return self.kind == "word" and not self.role.startswith(("up", "down", "link", "light")) and self.tag in NOMINAL


NOMINAL = frozenset({"n", "vn", "b", "j", "l", "i", "a", "s", "f", "g", "k", "z", "x", "t", "h", "e", "o"})
"""Parts of speech that noun phrases are made of: nouns, verbs used as nouns, attributes, set phrases, letters."""


class Mention(NamedTuple):
    """A record with its place in the working text."""

    start: int
    end: int
    record: Quantity | Period | Region
    kind: Kind


@dataclass(slots=True)
class Sentence:
    """One sentence: its tokens, and which paragraph and which numbered point (一是, 二是) of it it stands in."""

    start: int
    end: int
    paragraph: int
    point: int
    first: bool
    tokens: list[Token] = field(default_factory=list)


_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"(?:[^。！？!?；;\x00]|(?<=\d)[;](?=\d))+[。！？!?；;”」\x00]*")
_POINT = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}(?:是|要|来)|第[一二三四五六七八九十]{1,2}[,，]|[(]?[一二三四五六七八九十]{1,3}[)、.]|[首其再]先|"
    r"[①-⑳]|[(]?\d{1,2}[)、.](?!\d))"
)
_MARKS = "，,：:；;。！？!?、()[]“”\"'‘’《》〈〉「」『』【】—…~-→|\t \u3000\x00/·"


def sentences(text: Text, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """Yield the sentences that hold a quantity or another mention, with their tokens."""
    k, working = 0, text.text
    for number, paragraph in enumerate(_PARAGRAPH.finditer(working)):
        point, first = 0, True
        for match in _SENTENCE.finditer(working, paragraph.start(), paragraph.end()):
            start, end = match.span()
            while k < len(mentions) and mentions[k].end <= start:
                k += 1
            last = k
            while last < len(mentions) and mentions[last].start < end:
                last += 1
            if last > k and mentions[last - 1].end > end:
                end = mentions[last - 1].end
            point += bool(_POINT.match(working, start))
            sentence = Sentence(start, end, number, point, first)
            first = False
            inside = mentions[k:last]
            if any(m.kind == "quantity" for m in inside):
                sentence.tokens = tokens(working, start, end, inside)
            else:
                sentence.tokens = [_found(working, m) for m in inside]
            yield sentence


def tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of a stretch, what was found in it each as one token."""
    found: list[Token] = []
    position = start
    for mention in mentions:
        if mention.start < position:
            continue
        found.extend(_words(text, position, mention.start))
        found.append(_found(text, mention))
        position = mention.end
    found.extend(_words(text, position, end))
    return found


def _found(text: str, m: Mention) -> Token:
    return Token(m.kind, m.start, m.end, text[m.start : m.end], record=m.record)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    position = start
    for at in range(start, end + 1):
        if at == end or text[at] in _MARKS:
            if position < at:
                for word in words().cut(text, position, at):
                    yield Token("word", *word)
            if at < end:
                yield Token("mark", at, at + 1, text[at])
            position = at + 1
