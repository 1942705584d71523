"""Parts of a whole: what a number is stated as a part of (其中, 83户中有61户)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import SENTENCE_ENDS
from ..vocabulary import INSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Quantity
    from ..rows import Row, Token


def whole_of(row: Row, at: int, before: Sequence[Quantity]) -> Quantity | None:
    """Return what the number is stated as a part of: …19万户，其中贫困户2.67万户; 39746人(监测户14893人); 83户中有61户.

    ``before`` are the levels of the sentence before, the last of which with the unit one that begins with 其中 is about.
    """
    unit, opened = row[at].unit, _parting(row, at)
    if opened is None:
        return _among(row, at)
    for k in range(opened - 1, -1, -1):
        token = row[k]
        if token.quantity and token.unit == unit and not (k and row[k - 1].role in ("up", "down")):
            return token.quantity  # 纯收入862元，比上年增加217元，其中种植业548元
        if token.text in SENTENCE_ENDS:
            return None
    begins = opened == 0 and row[0].text == "其中"
    return next((q for q in reversed(before) if q.base_unit == unit), None) if begins else None


def parts_the_whole(row: Sequence[Token]) -> bool:
    """Tell whether the words say that a whole is parted: 其中, 分产业看, 按经营地分."""
    if any(t.text == "其中" for t in row) or measure_headed(row):
        return True
    opens = bool(row) and row[0].text.startswith(("分", "按", "从"))
    return opens and any(t.text in ("看", "来看", "分", "统计") for t in row[1:6])


def measure_headed(row: Sequence[Token]) -> str:
    """Return the measure of all that stands behind a colon: [主要产品产量：]大米42万吨，增长9%; "" where none heads the row."""
    k = next((k for k, t in enumerate(row[:_HEADING]) if t.text == ":"), 0)
    head = row[:k]
    if not head or not all(t.nominal or t.kind == "region" or t.tag == "d" for t in head):
        return ""
    return next((m for m in _HEADED if head[-1].text.endswith(m)), "")


_HEADING = 6
_HEADED = ("产量", "销量", "出栏", "存栏")


def _among(row: Sequence[Token], at: int) -> Quantity | None:
    """Return the number among which the other one is: 83户[中有]61户, 1200多笔土地[中，有]87笔."""
    k = at
    while k and (row[k - 1].role in ("link", "drop") or row[k - 1].text in ("有", "，")):
        k -= 1
    if k == at or not k or row[k - 1].text not in INSIDE:
        return None
    k -= 1
    while k and row[k - 1].nominal:
        k -= 1
    whole = row[k - 1].quantity if k else None
    return whole if whole is not None and whole.base_unit == row[at].unit else None


def _parting(row: Row, at: int) -> int | None:
    """Return where the 其中 or the bracket stands that the number is behind."""
    if _PARTING.isdisjoint(row.words):
        return None
    depth = 0
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.text == ")":
            depth += 1
        elif token.text == "(" and depth:
            depth -= 1
        elif token.text == "(" or (token.kind == "word" and token.text in ("其中", "当中")):
            return k
    return None


_PARTING = frozenset({"(", "其中", "当中"})
