"""Per what a number is given: said beside it, or of the sum of which it is a part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...words import class_endings
from ..names.goods import COSTS_OFF, is_sum
from ..phrases.before import stretch_before
from ..rows import clause_before
from ..terms.denominators import basis_of, one_of, per_of, sold_by, unit_of_each

if TYPE_CHECKING:
    from ...records import Indicator, Quantity
    from ..names import Position, Reading
    from ..scope.told import Told

_HEADS = frozenset({"人", "户", "亩", "月", "人次", "人/年", "年/人", "人/月", "月/人", "户/年"})
_MANY = frozenset({"百户", "百人", "千人", "万人"})
_COUNTS = frozenset({"count", "people"})
_TALLIES = ("支出", "消费", "收入")


def per_read(p: Position, reading: Reading, whole: Quantity | None, told: Told, before: Indicator | None) -> str | None:
    """Return per what the number is given, None where nothing says it.

    A part of an amount per head is per head as well: 人均消费支出8436元…食品烟酒2674元，增长5.2%. So is what the
    amount moved by: 亩产1200斤，增加65公斤.
    """
    per = _written(p, reading)
    goes_on = reading.kind == "change" or (reading.implied and before and before.quantity.unit == p.quantity.unit)
    if per is None and goes_on and before is not None and before.name == reading.name:
        per = before.per if before.per in _HEADS else None
    if per is None and before is not None and f"indicators/{reading.rule}" == before.rule == "indicators/of_household":
        per = before.per  # 一人户每月1300元，[四人户]3900元
    if per is None:
        per = _in_such_a_month(p) or _as_before(p, reading, before) or _mean_of(p, reading)
    if (
        per is None
        and p.stretch.joined
        and before is not None
        and before.per in _MANY
        and p.quantity.dimension in _COUNTS
    ):
        per = before.per  # 每百户拥有汽车18辆、[洗衣机]91台
    listed = (
        p.stretch.joined and f"indicators/{reading.rule}" == before.rule == "indicators/respectively"
        if before
        else False
    )
    if per is None and listed and before and before.quantity.base_unit == p.quantity.base_unit == "元":
        per = before.per if per_of(before.name) is None else None  # 城镇、农村低保标准分别为每人每月792元、[596元]
    if (per is None or per in _TIMES) and (is_sum(p) or p.quantity.dimension == "mass"):
        if per is None and before is not None and reading.name.endswith(_NET) and _after_costs(p):
            per = before.per
        elif (one := _opened_by_one(p)) is not None:
            per = f"{one}/{per}" if per else one
    if told.per_head is None:
        told.per_head = (p.quantity, per) if per == "人" and p.quantity.dimension == "money" else None
        return per
    sum_of, per_sum = told.per_head
    if per is not None:
        if per == per_sum and p.quantity.dimension == "money" and reading.kind == "level":
            told.per_head = (p.quantity, per)
        return per
    if p.quantity.dimension == "money":
        is_part = whole is sum_of or (_is_part(reading.name) and p.quantity.unit == sum_of.unit)
        return per_sum if is_part and p.quantity.value < sum_of.value else None
    return per_sum if reading.kind == "change" and _is_part(reading.name) else None


def _in_such_a_month(p: Position) -> str | None:
    """Return the time that is told of as one of several: [好的月份]挣900元."""
    told = [t.text for t in p.stretch.tokens]
    such = next((k for k, t in enumerate(told) if t in _SUCH_TIMES and k and told[k - 1] == "的"), None)
    return None if such is None else _SUCH_TIMES[told[such]]


_SUCH_TIMES = {"月份": "月", "年份": "年", "年景": "年"}


def _as_before(p: Position, reading: Reading, before: Indicator | None) -> str | None:
    """Return per what the price or wage before it was given: 去年一斤33块，今年卖38块; 月工资2200元，手快的拿3500元."""
    if before is None or p.last is None or not is_sum(p):
        return None
    if p.last_at >= 0 and any(t.text == "产值" and t.end - t.start == 1 for t in reading.tokens):
        return None if before.name.endswith(_PRICES) else before.per  # 一亩玉米收九百斤，[值]八百元
    if not reading.name.endswith((*_PRICES, *_WAGES)):
        return None
    same = before.name == reading.name or (reading.rule == "some_make" and reading.topic == p.last.topic)
    if not same or p.last_at < 0 or before.per == "年" or any(t.text in _IN_ALL for t in p.stretch.tokens):
        return None
    less, more = sorted((before.quantity.value, p.quantity.value))
    return before.per if more <= _TIMES_AS_MUCH * less else None


def _mean_of(p: Position, reading: Reading) -> str | None:
    """Return the unit of the beasts or things counted just before, whose mean price is told: 出手两头，[均价]8600元."""
    unit = p.row[p.last_at].unit if p.last_at >= 0 and reading.name.endswith("均价") else ""
    return unit if unit in _PIECES else None


_PIECES = frozenset("头 只 匹 套 辆 台 株 棵 件 箱 张 口 羽 尾".split())
_PRICES = ("价格", "价", "售价", "单价")
_WAGES = ("工资", "工钱", "薪", "收入", "挣", "月均", "日均", "报酬")
_IN_ALL = frozenset("共 累计 合计 总共 全年 一年 一年下来 下来 加起来".split())
_TIMES_AS_MUCH = 5


def _after_costs(p: Position) -> bool:
    """Tell whether the number is what the costs leave of the one before: 一亩能卖1.2万元，[除去成本]，净赚8000元."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    return any(t.text in COSTS_OFF for t in between) and p.row[p.last_at].unit == p.quantity.base_unit


def _opened_by_one(p: Position) -> str | None:
    """Return of what one the clause before tells, without a number of its own: [一亩地]种玉米，纯收入不过五六百元."""
    if not (end := p.comma):
        return None
    clause = clause_before(p.row, end)
    if any(t.quantity for t in clause):
        return None
    opening = (one_of(clause, k) for k in range(min(_OPENING, len(clause) - 1)))
    return next((one for one in opening if one in _GROWN), None)


_OPENING = 3
_TIMES = frozenset({"年", "月", "天", "季"})
_NET = ("收入", "利润", "纯利", "净利", "净落", "净赚", "净挣", "净剩", "到手", "盈余", "落下")
_GROWN = frozenset("亩 垧 公顷 斤 公斤 台斤 吨 头 只 株 棵 箱 匹 棚 桶 枚".split())


def _is_part(name: str) -> bool:
    return any(name == part or name in (part + tally for tally in _TALLIES) for part in class_endings("survey_parts"))


_OF_THEIR_OWN = frozenset({"share", "having", "classed"})
"""Names that say per what something else than the number is: 人均收入超过1万元的村 has no per."""


_OF_A_YEAR = re.compile("[人户]均年|年(?:总|纯|净)?收入|年(?:薪|工资|利润|增收|租金)")


_OF_A_CLASS = re.compile("[0-9万千百十亿][^，。]{0,4}(?:以上|以下|以内)")


def _written(p: Position, reading: Reading) -> str | None:
    clause = "".join(t.text for t in p.stretch.tokens)
    apart = reading.rule in _OF_THEIR_OWN or p.quantity.dimension in ("people", "households")
    told = f"{reading.name} {clause}" if reading.implied else f"{clause} {reading.name}"  # as the text has them
    per = per_of(clause if apart else told)  # of 人均收入不到1万元的脱贫户 none is per 人
    if per and "年" in per and _OF_A_YEAR.search(told) and any(t.kind == "period" for t in p.stretch.tokens):
        per = "/".join(unit for unit in per.split("/") if unit != "年") or None  # 今年农民人均年收入
    if per == "年" and p.quantity.base_unit == "%" and reading.kind == "level":
        return None  # 年收益10万元以上的村占比
    if p.quantity.dimension == "count" and ("收入" in reading.name or (per == "年" and _OF_A_CLASS.search(told))):
        return None  # 集体经济年收入不足5万元的村, 年出栏500头以上的6个
    if (per is None or per in _TIMES) and p.source is not None:  # 由每人90元提高到100元
        before = per_of("".join(t.text for t in stretch_before(p.row, p.source, 0).tokens))
        per = before if per is None or (before and per in before.split("/")) else f"{before}/{per}" if before else per
    if per is None and p.quantity.dimension == "money" and (basis := basis_of(p.row, p.at)) is not None:
        return unit_of_each(p.row[basis].unit)
    if per is None and (is_sum(p) or p.quantity.dimension == "mass"):
        return sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    return per
