"""Troubles that were solved for those counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import nouns_end
from ..vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Row, Token

TROUBLES = ("问题", "难题", "困难", "难")
SOLVES = frozenset("解决 解决了 缓解 改善 破解 消除 化解 解除 攻克".split())
_REACH = 12
_BARE = frozenset("万亿千百多余")
"""What a number ends in whose noun says what is counted."""
HEADS_OF_BEASTS = frozenset("头 只 匹 羽 峰 口 头只".split())
"""What beasts are counted by."""
_BEASTS = tuple("畜 禽 牲口 牛 羊 马 猪 驴 骡 骡子 驼 骆驼 鸡 鸭 鹅 兔".split())
_OF_BEASTS = frozenset({"大", "临时", "因旱"})


def is_herd(token: Token) -> bool:
    """Tell whether a word only names the beasts that are counted: 大牲畜, 羊; their trouble follows."""
    return token.text.endswith(_BEASTS) or token.text in _OF_BEASTS


def trouble(row: Row, at: int) -> tuple[list[Token], int] | None:
    """Return what was solved for those counted, one or more of them, and the index behind it: 解决了6.7万人、1.2万头大牲畜的[饮水问题]."""
    if SOLVES.isdisjoint(row.words):
        return None
    first = at
    while first and (
        row[first - 1].text in ("了", "、", "和", "近")
        or row[first - 1].quantity
        or row[first - 1].nominal
        or row[first - 1].kind == "region"
    ):
        first -= 1
    if not any(t.text in SOLVES for t in row[max(0, first - 1) : at]):
        return None
    de = next((k for k in range(at + 1, min(len(row), at + _REACH)) if row[k].text == "的"), None)
    if de is None and (theirs := _theirs(row, at)):
        return theirs, at + 1
    if de is None and (shared := _shared(row, at)):
        later = any(t.quantity for t in row[first:at])
        return [*(row[first - 1 : first] if later else []), *shared], at + 1
    if de is None or not all(t.quantity or t.nominal or t.text in ("、", "和", "多", "余") for t in row[at + 1 : de]):
        return None
    end = de + 1
    while end < len(row) and row[end].kind == "word" and row[end].tag not in ("d", "p", "c", "u"):
        end += 1
    later = any(t.quantity for t in row[first:at])
    whose = row[at].text[-1] in _BARE  # 解决600万[贫困人口]的饮水安全问题
    others = next((k for k in range(at + 1, de) if row[k].text in ("、", "和") or row[k].quantity), de)
    folk = [t for t in row[at + 1 : others] if t.nominal] if whose else []  # not those counted next
    folk = [] if [t.text for t in folk] == ["人口"] else folk
    thing = [*(row[first - 1 : first] if later else []), *folk, *row[de + 1 : end]]
    return (thing, end) if thing and thing[-1].text.endswith(TROUBLES) else None


def _theirs(row: Sequence[Token], at: int) -> list[Token]:
    """Return those counted with the trouble that the next ones share: 217万[农村居民]和31万学校师生[饮水安全问题]."""
    end = nouns_end(row, at + 1)
    if (
        row[at].text[-1] not in _BARE
        or not at + 1 < end < len(row) - 1
        or row[end].text not in JOINTS
        or not row[end + 1].quantity
    ):
        return []
    last = nouns_end(row, end + 2)
    begin = next((k for k in range(end + 2, last) if row[k].text.startswith(_TROUBLED)), last)
    return [*row[at + 1 : end], *row[begin:last]] if begin < last and row[last - 1].text.endswith(TROUBLES) else []


_TROUBLED = ("饮水", "用水", "吃水", "出行", "行路", "用电", "通电", "住房", "上学", "就医", "看病", "温饱", "吃饭")
"""What a trouble is of, behind those who have it."""


def _shared(row: Sequence[Token], at: int) -> list[Token]:
    """Return the trouble that those counted share with the beasts counted next: 解决8.6万人、12.3万头大牲畜[饮水困难]."""
    k = at + 1
    while k < len(row) and (row[k].text in JOINTS or row[k].quantity):
        k += 1
    end = nouns_end(row, k)
    counted = any(t.quantity for t in row[at + 1 : k]) or row[at].unit in HEADS_OF_BEASTS
    thing = [t for t in row[k:end] if not is_herd(t)]
    return thing if counted and thing and thing[-1].text.endswith(TROUBLES) else []
