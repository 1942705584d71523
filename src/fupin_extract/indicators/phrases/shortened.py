"""Names that are too long to be one, or that a numeral sums up: their telling part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...words import class_endings, word_class
from ..spelling import FEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

_LONGEST = 22


def _sums_up(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a numeral sums up the list before it: 小麦、玉米[三种]粮食, 旅游业、农业[四大]主导产业."""
    word = tokens[k].text
    if len(word) > 1:
        return word[0] in FEW and word[1:] in ("大", "种", "类", "项")
    return word in FEW and tokens[k + 1].text in _SORTS


_SORTS = frozenset({"种", "类", "大", "项"})
_SORTED = frozenset({"产业", "行业", "领域", "地区", "品种"})
"""Summed up these need the list to say what they are: 脐橙、蔬菜四大[产业]."""


_GIVEN = 2


def _without_person(tokens: list[Token]) -> list[Token]:
    """Return the phrase without the person it begins with: [养殖大户王根宝]收入, [返乡青年王海洋]贷款."""
    surnames, titles = word_class("surnames"), class_endings("titles")
    if len(tokens) > _GIVEN and all(len(t.text) == 1 or k for k, t in enumerate(tokens[:2])):
        first, second = (t.text for t in tokens[:2])
        addressed = first in surnames and second in word_class("address")
        if addressed or (first in "老小阿" and second.removesuffix("家") in surnames):
            return tokens[2 + (tokens[2].text == "家" and len(tokens) > _GIVEN + 1) :]  # [李大爷]收入, [老周家]年收入
    for k, title in enumerate(tokens[:-2]):
        if title.text in surnames and tokens[k + 1].text in word_class("titles"):
            return tokens[k + 2 :]  # 财政局[李科长]筹集资金
        surname = tokens[k + 1]
        if not title.text.endswith(titles) or len(surname.text) > 1 or surname.text not in surnames:
            continue
        end = k + 2
        while end < len(tokens) and end < k + 2 + _GIVEN and len(tokens[end].text) == 1 and tokens[end].kind == "word":
            end += 1
        if end == k + 2 and len(tokens[end].text) == _GIVEN:
            end += 1
        if end + 1 < len(tokens) and tokens[end].text == "家":
            end += 1
        if end < len(tokens) and len(tokens[end].text) > 1:
            return tokens[end:]
    return tokens


def shortened(tokens: list[Token]) -> list[Token]:
    """Return the phrase, or its telling part where it is too long to be one name: of a list the first item and 等."""
    tokens = _without_person(tokens)
    if not tokens:
        return tokens
    joint = next((k for k, t in enumerate(tokens) if t.text == "、"), None)
    summed = next((k for k, t in enumerate(tokens[:-2]) if joint and k > joint + 1 and _sums_up(tokens, k)), None)
    if summed is not None:
        own = tokens[summed + 1 + (tokens[summed + 1].text in _SORTS) :]
        if own and (own[0].text not in _SORTED or sum(len(t.text) for t in tokens) > _LONGEST):
            return own  # 稻谷、小麦、玉米三种粮食均价
    if joint and sum(len(t.text) for t in tokens) > _LONGEST + 10 and sum(t.text == "、" for t in tokens) > 1:
        return [*tokens[:joint], replace(tokens[joint], kind="word", text="等")]
    most = _LONGEST + 8 if tokens[-1].role == "rate" else _LONGEST  # 衔接资金用于产业发展的[比重]
    while sum(len(t.text) for t in tokens) > most:
        cut = next((k for k, t in enumerate(tokens[:-1]) if t.text in ("的", "、")), None)
        if cut is None:
            break
        tokens = tokens[cut + 1 :]
    return tokens
