"""Cells of tables: named by their row and, where it says more than when or by how much, their column."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from ...patterns import compile_han
from ...quantities.tables import read_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...quantities.tables import CellHeads
    from ...records import Period, Quantity, Region
    from ..rows import Token

_GROWTH = re.compile(r"增长|递增|增速|增幅|比上年|同比|环比|±|升降|增减")
_AGAINST = re.compile(r"[比较]")
"""A column's year behind these is what its values are compared with: 比上年增长."""
_UNIT = compile_han(r"[(（][^()（）]{1,14}[)）]|/[一-鿿]{1,6}$|%")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.]|[(（]?\d+[)）.、]|其中 ?[:]|[#·*\-— ]+)+")
_VALUES = re.compile(
    r"^(?:数量|数值|指标值|绝对数|绝对量|绝对额|总量|本年|本期|本月|累计|实绩|合计|年末数?|全年|全县|全市|全省|数|金额"
    r"|[1-9]\d?[-—~至]?\d{0,2}月)+$"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:底|末|实绩|实际)?")
_AIMED = re.compile(r"计划|目标|任务|预期")


class Cell(NamedTuple):
    """What a cell says of its number besides the unit."""

    name: str
    change: bool
    period: Period | None
    region: Region | None
    aimed: bool
    yearly: bool


def read_cell(heads: CellHeads, mentions: Sequence[Token], quantity: Quantity) -> Cell | None:
    """Return what the cell under these heads measures, None where neither head names it."""
    row, column = _plain(heads.row), _plain(heads.column)
    label = (heads.row_start, heads.row_start + len(heads.row))
    region = _found(mentions, label, "region")
    where = region or _found(mentions, heads.span, "region")
    period = _found(mentions, (heads.column_start, heads.column_start + len(heads.column)), "period")
    growth = bool(_GROWTH.search(column)) and quantity.base_unit in ("%", "百分点", "‰")
    if growth and _AGAINST.search(heads.column):
        period = None
    if region is not None and region.region is not None and region.end - region.start >= len(row):
        name = _without_growth(column) or (_without_growth(_plain(heads.left)) if growth else "")
        if not name or _VALUES.match(name) or _YEAR.fullmatch(name):
            name = _titled(heads.title) or name  # 地区　2020年　2021年　增长
    elif growth:
        measure = _without_growth(column) or _measure(heads.left)
        name = row + ("" if measure in row else measure)
    elif not column or period is not None or _VALUES.match(column) or read_unit(column):
        name = row
    else:
        name = row + column if not column.startswith(row) else column
    if not name:
        return None
    aimed = _AIMED.search(column) is not None and quantity.base_unit != "%"
    return Cell(
        name, growth, period.period if period else None, where.region if where else None, aimed, "年均" in column
    )


def _plain(text: str) -> str:
    """Return a head without its unit, ordinal and marks: 其中：税收收入（亿元） is 税收收入."""
    return re.sub(r"[\s*“”]", "", _ORDINAL.sub("", _UNIT.sub("", text.strip())))


def _measure(left: str) -> str:
    """Return what the column before a growth column measures, "" where it only says that it has values: 产量, not 绝对数."""
    plain = _plain(left)
    telling = plain.endswith(_MEASURES) and not _VALUES.match(plain) and not _GROWTH.search(plain)
    return plain if telling else ""


_MEASURES = (
    "产量",
    "面积",
    "产值",
    "增加值",
    "收入",
    "支出",
    "人数",
    "余额",
    "投资",
    "销量",
    "销售额",
    "零售额",
    "出栏",
    "存栏",
)
_TITLE = re.compile(
    r"^(?:附?表 ?[\d一二三四五六七八九十.-]* ?[:]?)? ?(?:(?:19|20)\d\d年(?:\d{1,2}月|[上下]半年|前?[一二三四]季度|底|末)?)?"
    r"(?:(?:全[省市州县区]|部分|各|分|主要)?(?:[省市州县区]|地区|乡镇|市州|县市区?|县区)*(?:\([^()]*\))?)"
)
_OF_TABLES = re.compile(r"(?:情况|统计表|一览表|对比表|汇总表|表|\([^()]*\)|单位.*)+$")


def _titled(title: str) -> str:
    """Return what a table is of by its title: 附表：2011年部分县(区)农民人均纯收入."""
    return _OF_TABLES.sub("", _plain(_TITLE.sub("", title.strip()))).removeprefix("的").replace("的", "")


def _without_growth(column: str) -> str:
    return re.sub(
        r"(?:(?:比上年|同比|环比|年均)(?:增长率?|递增|增速|增幅|增减|升降)?|增长率?|增速|增幅|增减|升降)[%±]*$",
        "",
        column,
    )


def _found(mentions: Sequence[Token], stretch: tuple[int, int], kind: str) -> Token | None:
    start, end = stretch
    for k in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
        if mentions[k].start > end:
            break
        if mentions[k].kind == kind and mentions[k].end <= end + 1:
            return mentions[k]
    return None
