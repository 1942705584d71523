"""Values that one thing had one after the other: 由41%下降到19%, and which values stand together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..phrases.before import is_stop
from ..rows import SENTENCE_ENDS
from ..vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


def first_values(row: Sequence[Token], runs: list[list[int]]) -> dict[int, int]:
    """Return, for each second value of a from–to pair, where its first value stands.

    ``runs`` are the row's. 由41%下降到19%; 分别从18734元和11316元增加到35786元和24040元, where two lists have as many values.
    """
    pairs: dict[int, int] = {}
    for earlier, later in pairwise(runs):
        if (
            len(earlier) == len(later)
            and all(_alike(row, a, b) for a, b in zip(earlier, later, strict=True))
            and earlier[0] not in pairs
            and (
                (
                    any(t.text in ("由", "从") for t in clause_up_to(row, earlier[0]))
                    and _comes_to(row, earlier[-1], later[0])
                )
                or _dwindles(row, earlier[-1], later[0])
            )
        ):
            pairs.update(zip(later, earlier, strict=True))
    return pairs


def _dwindles(row: Sequence[Token], a: int, b: int) -> bool:
    """Tell whether so many of a thing are only so many now: 992个贫困村[只剩下]27个, 1200户[减少到]30户."""
    between = row[a + 1 : b]
    if not between or len(between) > _NEAR or row[a].unit != row[b].unit:
        return False
    verb = between[-1]
    left = verb.text in _LEFT or (verb.role == "down" and verb.text.endswith(("到", "至")))
    return left and all(t.nominal or t.role == "drop" for t in between[:-1])


_NEAR = 5
_LEFT = frozenset("只剩 只剩下 仅剩 仅剩下 还剩 还剩下".split())


def clause_up_to(row: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the nearest words of the clause in front of a number: 由2013年建档立卡之初的[552万人]."""
    first = at
    while first > max(0, at - _LEADING) and not is_stop(row[first - 1]):
        first -= 1
    return row[first:at]


_LEADING = 9


def _alike(row: Sequence[Token], a: int, b: int) -> bool:
    """Tell whether two values measure the same; the second may leave its unit out: 从1218万人减少到150万."""
    first, second = row[a].quantity, row[b].quantity
    if first is None or second is None:
        return False
    return first.dimension == second.dimension or (
        not second.base_unit and first.dimension in ("people", "households", "money")
    )


def runs_of(row: Sequence[Token]) -> list[list[int]]:
    """Return the quantities of a row, those together that only 、 and 和 part, or nothing: 1.2万户3.4万人."""
    runs: list[list[int]] = []
    for k, token in enumerate(row):
        if token.kind != "quantity":
            continue
        if runs and all(t.text in JOINTS for t in row[runs[-1][-1] + 1 : k]):
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _comes_to(row: Sequence[Token], a: int, b: int) -> bool:
    """Tell whether the words between two values say that the one came to the other: 下降到, 增加了…至, →."""
    between = row[a + 1 : b]
    if len(between) > _FAR or any(t.text in SENTENCE_ENDS or t.text in ("由", "从") for t in between):
        return False  # 发生率从31%降到零，其中怒族脱贫率由不到四成提高到100%
    for k, t in enumerate(between):
        onward = between[k + 1].text if k + 1 < len(between) else ""
        back = t.role == "link" and t.text.startswith("恢复")
        if t.text in ("到", "至", "→", "为") or t.text in _BECOMES or back:
            return True
        if t.role in ("up", "down") and (t.text.endswith(("到", "至", "为")) or onward in ("到", "至", "为", "了")):
            return True
    return False


_FAR = 14
_BECOMES = frozenset({"调整为", "调整到", "优化为", "演变为", "转变为", "变为"})
