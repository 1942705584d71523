"""Other countries: what is told of them has no place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...lexicon import load_toml
from ...records import Region, Span
from ..rows import text_at
from ..vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


ABROAD = Region(Span(0, 0), "", None, "area", rule="indicators/abroad")
"""Some other country: what is told of it has no place."""


@cache
def countries() -> frozenset[str]:
    """Return the names of other countries and of places in them."""
    data = load_toml("countries.toml")
    return frozenset([*data["countries"], *data["places"]])


def speaks_of_home(row: Sequence[Token]) -> bool:
    """Tell whether a sentence names a place of ours, or speaks of the country in another way: 韩国对华投资增长8%."""
    return any(t.region or t.text in _OURS for t in row)


def counts_abroad(row: Sequence[Token], at: int) -> bool:
    """Tell whether another country stands behind the number: 造成109名[也门]平民死亡."""
    return at + 1 < len(row) and row[at + 1].text in countries() and not speaks_of_home(row)


def tells_of_abroad(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause begins with another country or says that something is there: 美国失业率…, 7日在[巴基斯坦]….

    Not where the sentence speaks of a place of ours as well: 美国是我国第一大贸易伙伴，…; 韩国对华投资增长8%.
    """
    if row[k].kind != "word" or row[k].text not in countries() or speaks_of_home(row):
        return False
    while k > 1 and row[k - 1].text in JOINTS and row[k - 2].text in countries():
        k -= 2
    if k and row[k - 1].text in ("在", "位于"):
        if text_at(row, k + 1) in _MEETS:
            return False  # 海尔集团今天在美国签署备忘录
        k -= 1
    before = row[k - 1] if k else None
    return (
        before is None
        or before.kind == "period"
        or before.text == "据"
        or (before.kind == "mark" and before.text != "、")
    )


def is_about_abroad(row: Sequence[Token]) -> bool:
    """Tell whether any clause of a sentence tells of another country."""
    names = countries()
    return any(tells_of_abroad(row, k) for k, token in enumerate(row) if token.text in names)


_MEETS = frozenset("签署 签约 签订 举行 召开 发布 出席 参加 访问 举办 开幕".split())
_OURS = frozenset(
    "对华 在华 来华 访华 华 中方 中企 中资 我 我方 中美 中欧 中俄 中巴 中老 外资 外资金额 来源地 来源国 实际投入外资 实际使用外资".split()
)
"""A sentence that holds one of these is about the country, whatever others it names."""
