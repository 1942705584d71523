"""Per what a number is given: said beside it, or of the sum of which it is a part."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from ...words import class_endings
from ..names.told.goods import COSTS_OFF, is_sum
from ..phrases.before import stretch_before
from ..rows import clause_before
from ..rules import first_answer
from ..terms.denominators import basis_of, one_of, per_of, sold_by, unit_of_each
from ..vocabulary import PEOPLE, SHARES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...records import Indicator, Quantity
    from ..names import Position, Reading
    from ..rows import Row, Token
    from ..scope.told import Told

_HEADS = frozenset({"人", "户", "亩", "月", "人次", "人/年", "年/人", "人/月", "月/人", "户/年"})
_MANY = frozenset({"百户", "百人", "千人", "万人"})
_COUNTS = frozenset({"count", "people"})
_TALLIES = ("支出", "消费", "收入")


def per_read(p: Position, reading: Reading, whole: Quantity | None, told: Told, before: Indicator | None) -> str | None:
    """Return per what the number is given, None where nothing says it.

    A part of an amount per head is per head as well: 人均消费支出8436元…食品烟酒2674元，增长5.2%. So is what the
    amount moved by: 亩产1200斤，增加65公斤. ``whole`` is the sum of which the number is said to be a part, ``told`` has
    the last amount per head of the text, ``before`` is the record in front.
    """
    per = _written(p, reading) or _in_such_a_month(p) or _mean_of(p, reading)
    if per is None and before is not None:
        per = first_answer(_AGAIN, p, reading, before)
    if per is None or per in _TIMES:
        per = _of_one(p, reading, before, per)
    return _per_head(p, reading, whole, told, per)


def _of_the_same(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the record before is, where this one measures the same or its change: 亩产1200斤，增加65公斤."""
    goes_on = reading.kind == "change" or (reading.implied and before.quantity.unit == p.quantity.unit)
    return before.per if goes_on and before.name == reading.name and before.per in _HEADS else None


def _of_the_next_home(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the sums of homes are: 一人户每月1300元，[四人户]3900元; or of things: 玉米每亩补助400元、[大豆]300元."""
    if reading.rule == "by_class" and p.like_last:
        return before.per
    return before.per if f"indicators/{reading.rule}" == before.rule == "indicators/of_household" else None


def _of_the_same_price(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the price or wage before it was given: 去年一斤33块，今年卖38块; 月工资2200元，手快的拿3500元."""
    if p.last is None or not is_sum(p):
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


_PRICES = ("价格", "价", "售价", "单价")
_WAGES = ("工资", "工钱", "薪", "收入", "挣", "月均", "日均", "报酬")
_IN_ALL = frozenset("共 累计 合计 总共 全年 一年 一年下来 下来 加起来".split())
_TIMES_AS_MUCH = 5


def _of_the_next_thing(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the first of several counts is: 每百户拥有汽车18辆、[洗衣机]91台."""
    return before.per if p.stretch.joined and before.per in _MANY and p.quantity.dimension in _COUNTS else None


def _of_the_next_place(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the first of several sums is: 城镇、农村低保标准分别为每人每月792元、[596元]."""
    listed = p.stretch.joined and f"indicators/{reading.rule}" == before.rule == "indicators/respectively"
    sums = before.quantity.base_unit == p.quantity.base_unit == "元"
    return before.per if listed and sums and per_of(before.name) is None else None


def _of_the_next_sum(p: Position, reading: Reading, before: Indicator) -> str | None:
    """Return per what the first of several sums of one payment is: 每月领低保金420元、[养老金110元]."""
    on = p.stretch.joined or reading.rule == "by_class"  # 本科生每人资助5000元，专科生3000元
    sums = on and before.quantity.base_unit == p.quantity.base_unit == "元" and before.kind == reading.kind
    if not sums or before.per is None or per_of(before.name) is not None:
        return None
    own = any((t.tag == "v" and not t.role) or t.text in _IN_ALL for t in p.stretch.tokens)
    less, more = sorted((before.quantity.value, p.quantity.value))
    return before.per if not own and more <= _MANY_TIMES * less else None


_MANY_TIMES = 100


_AGAIN: tuple[Callable[[Position, Reading, Indicator], str | None], ...] = (
    _of_the_same,
    _of_the_next_home,
    _of_the_same_price,
    _of_the_next_thing,
    _of_the_next_place,
    _of_the_next_sum,
)
"""How a number may be per what the record before it is per."""


def _of_one(p: Position, reading: Reading, before: Indicator | None, per: str | None) -> str | None:
    """Return of what one a sum or a mass is, with the time that it is per: 一亩能卖1.2万元，除去成本，净赚8000元."""
    if not (is_sum(p) or p.quantity.dimension == "mass"):
        return per
    if per is None and before is not None and reading.name.endswith(_NET) and _after_costs(p, before.per):
        return before.per
    one = _opened_by_one(p)
    return f"{one}/{per}" if one and per else one or per


def _per_head(p: Position, reading: Reading, whole: Quantity | None, told: Told, per: str | None) -> str | None:
    """Return per what the number is, per head where it is part of the last amount per head, which is kept in mind."""
    money = p.quantity.dimension == "money"
    if told.per_head is None:
        told.per_head = (p.quantity, per) if per == "人" and money else None
        return per
    sum_of, per_sum = told.per_head
    if per is not None:
        if per == per_sum and money and reading.kind == "level":
            told.per_head = (p.quantity, per)
        return per
    if money:
        is_part = whole is sum_of or (_is_part(reading.name) and p.quantity.unit == sum_of.unit)
        return per_sum if is_part and p.quantity.value < sum_of.value else None
    return per_sum if reading.kind == "change" and _is_part(reading.name) else None


_LAND = frozenset({"亩", "公顷", "甲", "垧"})


def _after_costs(p: Position, before_per: str | None) -> bool:
    """Tell whether the number is what the costs leave of the one before: 一亩能卖1.2万元，[除去成本]，净赚8000元."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    alike = p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit
    of_land = before_per in _LAND and p.quantity.dimension == "money"  # 一甲地收1500台斤，扣除成本净赚30万元
    return any(t.text in COSTS_OFF for t in between) and (alike or of_land)


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
_GROWN = frozenset("亩 垧 公顷 甲 斤 公斤 台斤 吨 头 只 株 棵 箱 匹 棚 桶 枚".split())


def _is_part(name: str) -> bool:
    return any(name == part or name in (part + tally for tally in _TALLIES) for part in class_endings("survey_parts"))


_OF_THEIR_OWN = frozenset({"share", "having", "classed"})
"""Names that say per what something else than the number is: 人均收入超过1万元的村 has no per."""


_OF_A_FIELD = ("一亩", "一斤", "一公斤", "一头", "一只", "一棵", "一株", "一吨")
_THINGS = frozenset("台 辆 艘 架 口 趟 部 条 挂".split())
_OF_A_YEAR = re.compile("[人户]均年|年(?:总|纯|净)?收入|年(?:薪|工资|利润|增收|租金)")


_OF_A_CLASS = re.compile("[0-9万千百十亿][^，。]{0,4}(?:以上|以下|以内)")


def _written(p: Position, reading: Reading) -> str | None:
    """Return per what the number's own words or its name say that it is given: 每亩, 人均, 一斤."""
    clause = _with_its_one(p.stretch.tokens)
    apart = reading.rule in _OF_THEIR_OWN or p.quantity.dimension in PEOPLE
    told = f"{reading.name} {clause}" if reading.implied else f"{clause} {reading.name}"  # as the text has them
    per = per_of(clause if apart else told)  # of 人均收入不到1万元的脱贫户 none is per 人
    if per and "年" in per and _OF_A_YEAR.search(told) and any(t.kind == "period" for t in p.stretch.tokens):
        per = "/".join(unit for unit in per.split("/") if unit != "年") or None  # 今年农民人均年收入
    if per in _THINGS and (p.quantity.base_unit in SHARES or p.quantity.dimension == "people"):
        return None  # 每条线路覆盖率达90%
    if _is_of_a_class(p, reading, per, told):
        return None
    if (per is None or per in _TIMES) and p.source is not None:
        per = _with_the_first(p.row, p.source, per)
    if per is None and p.quantity.dimension == "money" and (basis := basis_of(p.row, p.at)) is not None:
        return unit_of_each(p.row[basis].unit)
    if per is None and (is_sum(p) or p.quantity.dimension == "mass"):
        return sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    return per


def _with_its_one(tokens: Sequence[Token]) -> str:
    """Return the words as one string, a place apart from the one of what is grown behind it: 卢坪村[一亩]花椒; not 一栋老宅."""
    onward = [t.text for t in tokens[1:]]
    apart = [bool(t.region) and text.startswith(_OF_A_FIELD) for t, text in zip(tokens, onward, strict=False)]
    return "".join([" " if alone else t.text for t, alone in zip_longest(tokens, apart)])


def _in_such_a_month(p: Position) -> str | None:
    """Return the time that is told of as one of several: [好的月份]挣900元."""
    told = [t.text for t in p.stretch.tokens]
    such = next((k for k, t in enumerate(told) if t in _SUCH_TIMES and k and told[k - 1] == "的"), None)
    return None if such is None else _SUCH_TIMES[told[such]]


_SUCH_TIMES = {"月份": "月", "年份": "年", "年景": "年"}


def _mean_of(p: Position, reading: Reading) -> str | None:
    """Return the unit of the beasts or things counted just before, whose mean price is told: 出手两头，[均价]8600元."""
    unit = p.row[p.last_at].unit if p.last_at >= 0 and reading.name.endswith("均价") else ""
    return unit if unit in _PIECES else None


_PIECES = frozenset("头 只 匹 套 辆 台 株 棵 件 箱 张 口 羽 尾".split())


def _is_of_a_class(p: Position, reading: Reading, per: str | None, told: str) -> bool:
    """Tell whether 年 says what bounds those who are counted, not per what they are: 年收益10万元以上的村占比, 年出栏500头以上的6个."""
    if p.quantity.dimension == "count":
        return "收入" in reading.name or (per == "年" and _OF_A_CLASS.search(told) is not None)
    return per == "年" and p.quantity.base_unit == "%" and reading.kind == "level"


def _with_the_first(row: Row, at: int, per: str | None) -> str | None:
    """Return per what a number is, with what the value that it moved from, at ``at``, is per: 由[每人]90元提高到100元."""
    first = per_of("".join(t.text for t in stretch_before(row, at, 0).tokens))
    if per is None or first is None:
        return per or first
    return first if per in first.split("/") else f"{first}/{per}"
