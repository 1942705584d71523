"""Tokens, and the rows of them that sentences are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..records import Period, Quantity, Region

Kind = Literal["word", "mark", "quantity", "period", "region"]


@dataclass(slots=True, eq=False)
class Token:
    """A piece of a sentence at ``[start, end)`` of the working text, with the record that was found there, if one was.

    ``nominal`` tells whether it can stand inside a noun phrase. The rules ask tokens more often than anything else: their
    slots are read twice as fast as the fields of a tuple. A token is never changed; `dataclasses.replace` makes another one.
    """

    kind: Kind
    start: int
    end: int
    text: str
    tag: str = ""
    role: str = ""
    quantity: Quantity | None = None
    period: Period | None = None
    region: Region | None = None
    nominal: bool = field(init=False)

    def __post_init__(self) -> None:
        self.nominal = self.kind == "word" and self.role not in _NEVER_NOMINAL and self.tag in NOMINAL

    @property
    def unit(self) -> str:
        """The base unit of a quantity, "" where the token is none."""
        return self.quantity.base_unit if self.quantity else ""

    @property
    def lasts(self) -> bool:
        """Tell whether it is a length of time: 连续16年 stands inside a statement and does not part it."""
        return self.quantity is not None and self.quantity.dimension in ("time", "calendar")


_NEVER_NOMINAL = frozenset({"up", "down", "link", "light", "drop", "share", "beyond", "versus"})
NOMINAL = frozenset("n vn b j l i a s f g k z x t h e o".split())
"""Parts of speech that noun phrases are made of: nouns, verbs used as nouns, attributes, set phrases, letters."""


class Row(list[Token]):
    """The tokens of a sentence.

    What rules ask of all of them, whichever number they read, is told once: most look for a few words, and most rows hold
    none of these.
    """

    @cached_property
    def words(self) -> frozenset[str]:
        """What its tokens are, each once."""
        return frozenset([token.text for token in self])

    @cached_property
    def told(self) -> str:
        """The tokens together."""
        return "".join([token.text for token in self])
