"""A number right behind another one of the same thing: 9897户39746人, 发放补助1.2万人、1105万元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rows import text_at
from ...spelling import NOUN_UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading

BETWEEN = frozenset("近 约 共 共计 合计 总计 计 超 超过 逾 达".split())
"""Words that may part the number from the one before."""
POPULACE = {"户": "户数", "人": "人口"}
"""What households and people of a place that nothing else names are called."""


def pair(p: Position) -> Reading | None:
    """Return the name of the number in front: 9897户39746人, 600多户近3000人, 16期共1万亿元."""
    if p.last and _is_involved(p):
        return p.last._replace(rule="pair", used=p.at + 1)
    if p.last and _follows(p) and not p.behind.tokens:
        if p.last.name.endswith(("人家", "住户")) and p.quantity.base_unit == "人":
            return p.last._replace(name="人口", topic="人口", rule="pair", used=p.at + 1)
        if p.last.rule == "populace" and (name := POPULACE.get(p.quantity.base_unit)):
            return p.last._replace(name=name, used=p.at + 1)
        if p.last.name == "剩余贫困户" and p.quantity.base_unit == "人":
            return p.last._replace(name="剩余贫困人口", used=p.at + 1)
        if p.quantity.base_unit in NOUN_UNITS:
            return p.last._replace(name=p.quantity.base_unit, rule="pair", used=p.at + 1)
        return p.last._replace(rule="pair", used=p.at + 1)
    return None


def _is_involved(p: Position) -> bool:
    """Tell whether the people are those of the homes or cases that the clause before counts: 合资格家庭20万个，[涉及]71万人."""
    if p.quantity.base_unit != "人" or p.last is None or p.last_at < 0 or p.behind.tokens:
        return False
    counted = p.last.dimension in ("count", "households") and p.last.kind == "level"
    return counted and [t.text for t in p.stretch.tokens if t.role != "drop"] in (["涉及"], ["涉"])


def _follows(p: Position) -> bool:
    """Tell whether nothing but a bounding word parts the number from the one before; people from households, a mark too."""
    if _in_brackets(p):
        return True
    if p.last_at < 0 or p.last_at >= p.at:
        return False
    between = p.row[p.last_at + 1 : p.at]
    if not _is_marked(p, between):
        return all(t.text in BETWEEN for t in between)
    if (goes_with := _goes_with(p, between)) is not None:
        return goes_with
    return p.quantity.base_unit == "人" and p.row[p.last_at].unit == "户"


def _is_marked(p: Position, between: Sequence[Token]) -> bool:
    """Tell whether a mark parts the number from the one before, and behind it no more than a bounding word or 每月."""
    ends = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
    marks = ("、", "，", ",") if ends else ("、",)  # 有人口42户，140多人，
    return bool(between) and between[0].text in marks and all(t.text in BETWEEN or t.text in _EACH for t in between[1:])


def _goes_with(p: Position, between: Sequence[Token]) -> bool | None:
    """Tell whether a number behind a mark is told with the one before, by what both count; None where that does not say it."""
    before = p.row[p.last_at].quantity
    if before is None or p.last is None:
        return None
    only_listed = len(between) == 1 and between[0].text == "、"
    money, named = p.quantity.dimension == "money", p.last.rule == "before"
    if money and before.dimension in ("people", "households", "occasions"):
        return len(between) == 1 or between[1].text in _EACH  # 发放教育资助15319人、[1105万元]
    if money and named and before.base_unit in _DEALS:
        return only_listed  # 办理业务3万笔、[12.8亿元]
    if named and before.dimension == "count" and p.quantity.dimension in _SIZES and between[0].text == "、":
        ends = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
        return only_listed and ends  # 一场直播卖出12.2万单、[24吨]
    if p.last.dimension == "money" and p.quantity.dimension == "households":
        return only_listed  # 贷款余额148亿元、[23万户]
    return None


_EACH = frozenset({"每月", "每年"})
"""Words before the money that those told of get time and again: 代发养老金4万人、[每月]820万元."""
_SIZES = frozenset({"mass", "volume", "length", "area"})
"""What things that were counted come to: 一场直播卖出12.2万单、[24吨]; 续建公路5条、[318公里]."""
_DEALS = frozenset({"笔", "单", "件", "宗", "起", "项", "个"})
"""What counts deals and works whose money may be told with them."""
_RESTATED = frozenset({"length", "area", "mass", "volume", "people", "households"})


def _in_brackets(p: Position) -> bool:
    """Tell whether brackets give the number before in another unit, or its people: 水泥路14公里（[5万平方米]）."""
    row, at = p.row, p.at
    closed = text_at(row, at + 1) == ")" and row[at - 1].text == "(" and p.last_at == at - 2
    before = row[at - 2].quantity if closed else None
    return before is not None and before.dimension in _RESTATED and p.quantity.dimension in _RESTATED
