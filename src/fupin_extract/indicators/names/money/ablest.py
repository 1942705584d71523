"""Some of those told of: what the able earn, what the good ones sell for, what a poor month brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rows import COMMAS
from ...spelling import spell
from ...terms.denominators import per_of
from ...vocabulary import EARNS, SHARED_OUT
from ..position import Position, Reading, only_of
from ..told.goods import NO_UNIT
from ..told.topics import topic_of

if TYPE_CHECKING:
    from ...rows import Token

_TRAITS = (*"好快慢多少高低差赖勤强旺淡忙闲贵巧大小", "便宜", "勤快", "麻利")
_SUPERLATIVE = ("最", "顶")
_WHEN = frozenset("月份 时候 年份 年头 年景".split())
_WHICH = _WHEN | frozenset("人家 工人 员工 社员 农户 户 一户 一家 一个".split())
_MAKES = EARNS | SHARED_OUT | {"分", "卖", "卖到", "卖得", "收入", "进账", "到手"}
_PAID = ("工资", "薪", "月薪", "收入", "分红", "价格", "价", "工钱", "报酬", "租金", "月均", "日均", "挣", "赚")
"""Endings of what may be more for one and less for another."""
_MERE = frozenset("多少高低")
_ALIKE = 10
"""What some make is at most so many times what the others do."""
_LONG = 5
_ALL = frozenset("共 累计 合计 总共 全部".split())


@only_of(dimensions=("money",), units=NO_UNIT)
def some_make(p: Position) -> Reading | None:
    """Return what some of those told of make: 女工月工资2200元，[手快的]能拿3500元; 好的月份挣900元，[差的]也有五百元."""
    tokens = [t for t in p.stretch.tokens if t.kind != "period"]
    of = next((k for k, t in enumerate(tokens) if t.text == "的"), 0)
    if not of or p.behind.tokens or p.behind.de or not _opens_clause(p):
        return None
    which, rest = tokens[:of], tokens[of + 1 :]
    when = bool(rest) and rest[0].text in _WHEN
    if rest and rest[0].text in _WHICH:
        rest = rest[1:]
    if not _is_trait(which) or any(t.text in _ALL for t in rest):
        return None
    if any(t.role not in ("drop", "link") and t.text not in _MAKES and not per_of(t.text) for t in rest):
        return None
    if len(which) > 1 and which[-1].text.startswith(_SUPERLATIVE) and spell(which[:-1]).endswith(_PAID):
        measure = spell(which[:-1])  # 计件工资[最高]的每月拿3500元
        return p.reading(which[-1].text + measure, which, topic=measure)
    measure = topic_of(p).replace("户均", "").replace("人均", "")
    if not _is_alike(p) or not measure.endswith(_PAID):
        return None
    trait = spell(which[-1:] if which[-1].text.startswith(_SUPERLATIVE) else which)
    name = measure if when or trait in _MERE else trait + measure
    return p.reading(name, which, implied=True, topic=measure)


def _opens_clause(p: Position) -> bool:
    """Tell whether the stretch is all that its clause says before the number."""
    before = p.behind_what
    return before < 0 or p.row[before].text in (*COMMAS, ":", ";", "“", "。")


def _is_trait(which: list[Token]) -> bool:
    """Tell whether words say which of several: 手快, 最少, 行情好."""
    text = "".join([t.text for t in which])
    whole = all(t.kind == "word" for t in which)
    return whole and len(text) <= _LONG + 3 and (text.endswith(_TRAITS) or text.startswith(_SUPERLATIVE))


def _is_alike(p: Position) -> bool:
    """Tell whether the number before in the sentence is an amount of the same kind, not many times as much."""
    last = p.row[p.last_at].quantity if p.last_at >= 0 else None
    if last is None or last.base_unit not in ("元", ""):
        return False
    less, more = sorted((last.value, p.quantity.value))
    return more <= _ALIKE * less
