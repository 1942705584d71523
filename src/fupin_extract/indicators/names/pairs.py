"""A number right behind another one of the same thing: 9897户39746人, 发放补助1.2万人、1105万元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import text_at
from ..spelling import NOUN_UNITS

if TYPE_CHECKING:
    from .position import Position, Reading

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
    told = [t.text for t in p.stretch.tokens if t.role != "drop"]
    counted = p.last is not None and p.last.dimension in ("count", "households") and p.last.kind == "level"
    return (
        counted
        and p.last_at >= 0
        and p.quantity.base_unit == "人"
        and told in (["涉及"], ["涉"])
        and not p.behind.tokens
    )


def _follows(p: Position) -> bool:
    """Tell whether nothing but a bounding word parts the number from the one before; people from households, a mark too."""
    between = p.row[p.last_at + 1 : p.at]
    if _in_brackets(p):
        return True
    ends = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
    marks = ("、", "，", ",") if ends else ("、",)  # 有人口42户，140多人，
    marked = (
        bool(between) and between[0].text in marks and all(t.text in BETWEEN or t.text in _EACH for t in between[1:])
    )
    folk = p.row[p.last_at].quantity if p.last_at >= 0 else None
    if marked and p.quantity.dimension == "money" and folk and folk.dimension in ("people", "households", "occasions"):
        return p.last_at >= 0 and (len(between) == 1 or between[1].text in _EACH)  # 发放教育资助15319人、[1105万元]
    deals = p.quantity.dimension == "money" and folk is not None and folk.base_unit in _DEALS
    if marked and deals and p.last and p.last.rule == "before":
        return len(between) == 1 and between[0].text == "、" and p.last_at >= 0  # 办理业务3万笔、[12.8亿元]
    goods = marked and folk is not None and folk.dimension == "count" and p.quantity.dimension in _SIZES
    if goods and p.last is not None and p.last.rule == "before" and between[0].text == "、":
        return len(between) == 1 and ends  # 一场直播卖出12.2万单、[24吨]
    if marked and p.last and p.last.dimension == "money" and p.quantity.dimension == "households":
        return len(between) == 1 and between[0].text == "、" and p.last_at >= 0  # 贷款余额148亿元、[23万户]
    if marked and p.quantity.base_unit == "人":
        return p.row[p.last_at].unit == "户" and 0 <= p.last_at < p.at
    return 0 <= p.last_at < p.at and all(t.text in BETWEEN for t in between)


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
