"""Tokens, and the rows of them that sentences are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Literal, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..records import Period, Quantity, Region

Kind = Literal["word", "mark", "quantity", "period", "region"]


@dataclass(slots=True, eq=False)
class Token:
    """A piece of a sentence at ``[start, end)`` of the working text, with the record that was found there, if one was.

    ``nominal`` tells whether it can stand inside a noun phrase. The rules ask tokens more often than anything else: their
    slots are read twice as fast as the fields of a tuple. A token is never changed; `dataclasses.replace` makes another one.
    ``aside`` is the share that a bracket behind a number tells of it: 21宗(35%).
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
    aside: Quantity | None = None
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


COMMAS = frozenset("，,")
SENTENCE_ENDS = frozenset("；;。")
CLAUSE_ENDS = COMMAS | SENTENCE_ENDS | {":"}
"""The marks that part what is told. The working text holds no full-width colon, but commas of both widths."""


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
    def times(self) -> tuple[int, ...]:
        """Where its times stand."""
        return tuple([k for k, token in enumerate(self) if token.period is not None])

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where its places stand."""
        return tuple([k for k, token in enumerate(self) if token.region is not None])

    @cached_property
    def clause_ends(self) -> list[int]:
        """Where the marks stand that end its clauses."""
        return [k for k, token in enumerate(self) if token.text in CLAUSE_ENDS]

    @cached_property
    def told(self) -> str:
        """The tokens together."""
        return "".join([token.text for token in self])

    @cached_property
    def answers(self) -> dict[tuple[object, ...], object]:
        """What it was asked by the rules that are marked `once`."""
        return {}


Ask = TypeVar("Ask", bound="Callable[..., object]")


def once(ask: Ask) -> Ask:
    """Mark a rule that is asked of a row, or of one of its tokens, for number after number: the row keeps its answers."""

    @wraps(ask)
    def asked(row: Row, *where: int) -> object:
        answers, question = row.answers, (ask, *where)
        if question not in answers:
            answers[question] = ask(row, *where)
        return answers[question]

    return cast("Ask", asked)


def clause_begin(row: Row, at: int) -> int:
    """Return where the clause begins that the token at an index stands in."""
    before = bisect_left(row.clause_ends, at)
    return row.clause_ends[before - 1] + 1 if before else 0


def clause_end(row: Row, at: int) -> int:
    """Return where the clause ends that the token at an index stands in: the index of the mark behind it."""
    behind = bisect_left(row.clause_ends, at + 1)
    return row.clause_ends[behind] if behind < len(row.clause_ends) else max(len(row), at + 1)


def clause_before(row: Row, at: int) -> Sequence[Token]:
    """Return the tokens of a clause in front of the one at an index."""
    return row[clause_begin(row, at) : at]


@once
def clause_of(row: Row, at: int) -> str:
    """Return the clause that the token at an index stands in, as one string."""
    return "".join([t.text for t in row[clause_begin(row, at) : clause_end(row, at)]])


def opens_clause(row: Sequence[Token], k: int) -> bool:
    """Tell whether a token is the first of its clause."""
    return k == 0 or row[k - 1].kind == "mark"


def near(row: Sequence[Token], k: int, at: int) -> str:
    """Tell whether a token stands in the ``clause`` of the number at ``at`` or only in its ``sentence``."""
    return "clause" if not any(t.text in CLAUSE_ENDS for t in row[k:at]) else "sentence"


def nouns_end(row: Sequence[Token], k: int) -> int:
    """Return the index behind the nouns that begin at an index."""
    while k < len(row) and row[k].nominal:
        k += 1
    return k


def text_at(row: Sequence[Token], k: int) -> str:
    """Return the text of the token at an index, "" behind the end of the row."""
    return row[k].text if k < len(row) else ""
