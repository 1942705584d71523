"""Per what a number is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...words import word_class
from ..rows import CLAUSE_ENDS, text_at
from ..vocabulary import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

_UNITS = (
    "百台斤|百公斤|百斤|吨公里|人公里|人次|人|户|亩|村|县|乡镇|乡|镇|年|月|日|天|周|季度|学期|学年|头|只|株|棵|箱|公斤|台斤|斤|吨|名|位|所|"
    "家|班|股|公里|平方米|平方公里|立方米|栋|座|间|套|件|度|批|万人|千人|百户|个月|个村|个县|个乡镇|生|校|车|公顷|垧|市|省|处|眼|千瓦时|"
    "小时|分钟|百名|千名|万名|筒|袋|瓶|棒|桶|筐|方|根|碗|杯|串|枚|匹|孔|盆|斗|担|张|案|宗|餐|盘|甲|百元|台(?!斤)|辆|艘|架|口(?!人)|趟|部|条|挂|口人"
)
_PER = compile_han(
    "(?=[年月日时人户亩县乡镇天栋株头棚校生笔村平每一旺淡单季])(?:"  # what each of these begins with: a class is tried faster than all
    rf"(?P<two>(?<![今去前当明次翌全半每历近度青少中老壮童一二三四五六七八九十\d])[年月日][人户亩]均|[人户亩]均[年月](?=增|纯|净|收|工资|薪|租|分红))(?!衡)|(?P<word>[人户亩年月日天栋株头棚校笔]|(?<![全我本该])[县乡镇]|人次(?=均)|生(?=均(?:公用|经费|图书|校舍|教育|教学|拨款|占地|用地|财政|事业|补助|一般|仪器|建筑|面积|标准|预算|支出))|(?<![农乡全我本该])村)(?:年)?均(?!衡|可支配收入中位)|(?:平均)?每(?:一|个)?(?!周末)(?P<each>{_UNITS})"
    r"|每个?[^，。；、\d]{1,14}?(?P<kind>村|县|乡镇|户|校|社区|市|企业|学校)(?=有|至少|不少于|都|均|平均|投入|投资|各?配|选?派|安排|扶持|补助|奖|建|组|落|拥|确)"
    r"|(?<=[种养栽卖买采割摘喂])一(?P<raised>亩|斤|公斤|头|只|棵|株|箱)(?=[一-鿿])"
    r"|(?<![一-鿿\d])一(?P<one>亩|斤|公斤|台斤|头|只|株|吨|箱|户|栋|杯|棵|间|桶|捆|公顷|甲(?=地)|分(?=地))(?=[一-鿿])"
    r"|每[一-鿿]{0,3}一(?P<once>次)"
    r"|(?<=[亩人户])一(?P<yr>年)"
    r"|(?<![头第这那过满近同整隔上下前后用达长期了每另某有逾于够足由从十百千万二三四五六七八九年\d])一(?P<time>天|年|个?月|个?星期|周|个?学期|学年)"
    r"(?![度后前来内中以多末初底份至时间])(?!到(?!头))(?=[一-鿿])"
    r"|(?<![一-鿿\d])(?:旺季|淡季|一亩)?一(?P<season>季)(?![度后前来内])(?=[一-鿿])"
    r"|(?<![一-鿿\d]个)(?<![\d一二三四五六七八九十上本当])(?P<monthly>月)(?=工资|薪|收入|增收|入(?![库学驻户住围选户])|租|供|所得)"
    r"|(?<![今去前当明次翌全本同来头一二三四五六七八九十百几多\d历近])(?P<yearly>年)(?=(?:总|纯|净)?收入|租金|薪|工资|利润|增收|产|出栏|输转|加工|销|发电|供水|处理|接待|分红|屠宰|吞吐|培养|固定|利用|日照|降水|降雨|收益|可(?![比持循再见]))"
    r"|(?<![一二三四五六七八九十\d今昨明当前每节假生元])(?P<daily>日)(?=薪|产(?!品)|加工|处理|供水|供气|屠宰|发送)"
    r"|(?P<hourly>时)(?=薪)"
    r"|(?<![一二三四两\d])(?P<quarter>单?季度)(?=人均)"
    r"|(?P<acre>亩)(?=产量|产值|产(?![业品地生出])|收益|效益|收入))"
)
_MAY_BE_PER = re.compile("[均每一年月日时季亩]")
"""Cheap pre-check: every alternative of the pattern contains one of these; most clauses hold none."""
_TIMES = frozenset({"一天", "一个月", "一月", "一年", "一季"})
_LAND = frozenset({"地", "田", "茶", "果"})
_GOODS = frozenset("斤 公斤 台斤 吨 担 方 碗 杯 瓶 桶 箱 筐 袋 张 捆 只 头 枚 串".split())
"""Units by which only goods are measured: money behind one of them is a price."""
_PIECES = frozenset({"个", "把", "条", "根", "颗"})


def sold_by(row: Sequence[Token], first: int, at: int) -> str | None:
    """Return what a price or yield is of, where it is told as one of them, before or behind: 蜂蜜一瓶卖到150元; 四元一斤."""
    if at > first and (spell := row[at - 1].text) in _TIMES and text_at(row, at - 2) != "第":
        return spell.lstrip("一个")  # 一个月3700元的工资
    for k in range(first, at):
        unit = one_of(row, k)
        k += 1 + (row[k].text == "一")
        if unit in _PIECES and k == at and _describes(row, at):
            continue  # 一个1000吨的冷库, 一条数十亿元产值的产业链
        if unit and (
            k == at
            or not row[k].nominal
            or row[k].text in _LAND
            or (unit in _GOODS and _to_number(row, k, at))
            or ((unit in _GOODS or unit in _PIECES) and _is_sold(row, k, at))
        ):
            return unit
    unit = one_of(row, at + 1) if at + 1 < len(row) else None
    end = at + 2 + (text_at(row, at + 1) == "一")
    return unit if unit and (end >= len(row) or row[end].kind == "mark") else None


def _describes(row: Sequence[Token], at: int) -> bool:
    """Tell whether the number only describes what stands behind its 的: 一个[1000吨]的冷库, 一条[十亿元]产值的产业链."""
    return "的" in (text_at(row, at + 1), text_at(row, at + 2))


def _is_sold(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the goods behind their measure are sold: 一个[鸡蛋]卖一块二."""
    while k < at and row[k].nominal:
        k += 1
    return k < at and row[k].text in ("卖", "卖到", "卖出")


def _to_number(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether only the goods stand between their measure and their price: 一担[水]两块钱."""
    return k < at and all(t.nominal or t.role == "drop" for t in row[k:at])


def one_of(row: Sequence[Token], k: int) -> str | None:
    """Return the measure of one at an index: 一斤, 一 and 瓶."""
    if k and row[k - 1].text in ("第", "这", "那", "每"):
        return None
    unit = row[k].text[1:] if row[k].text[0] == "一" else ""
    if row[k].text == "一" and k + 1 < len(row):
        unit = row[k + 1].text
    unit = unit.removesuffix("地")  # 一亩地
    return unit if unit in word_class("one_at_a_time") else None


_EACH = {
    "个月": "月",
    "个星期": "周",
    "星期": "周",
    "个学期": "学期",
    "百名": "百人",
    "千名": "千人",
    "万名": "万人",
    "名": "人",
    "位": "人",
    "个人": "人",
    "口人": "人",
    "季度": "季度",
    "单季度": "季度",
}


_HOURS = {"daily": "天", "hourly": "小时"}


def per_of(clause: str) -> str | None:
    """Return the denominators that a clause names, in its order.

    >>> per_of("农民人均纯收入"), per_of("每年每亩"), per_of("年人均补助"), per_of("总产值")
    ('人', '年/亩', '年/人', None)
    """
    found: list[str] = []
    for match in _PER.finditer(clause) if _MAY_BE_PER.search(clause) else ():
        unit = match[match.lastgroup or 0]
        unit = _HOURS.get(match.lastgroup or "", unit)
        units = unit.replace("均", "") if match.lastgroup == "two" else [_EACH.get(unit, unit)]  # 年人均, 人均年
        found += [unit for unit in units if unit not in found]
    return "/".join(found) or None


def basis_of(row: Sequence[Token], at: int) -> int | None:
    """Return the index of the 1 that the number is per: 每吸纳[1名]劳动力奖补1000元."""
    for k in range(at - 1, 1, -1):
        if row[k].text in CLAUSE_ENDS:
            return None
        if row[k].quantity is not None:
            return k if is_basis(row, k) else None
    return None


def is_basis(row: Sequence[Token], k: int) -> bool:
    """Tell whether a number is the 1 that the next number is per."""
    one = row[k].quantity
    if one is None or one.value != 1 or one.dimension not in MEMBERS:
        return False
    first = next((j for j in range(k - 1, max(-1, k - _NEAR), -1) if row[j].text == "每"), None)
    told = row[first + 1 : k] if first is not None else ()
    return bool(told) and all(t.kind == "word" for t in told) and told[0].tag in ("v", "vn")


_NEAR = 5


def unit_of_each(unit: str) -> str:
    """Return what a unit counts as a denominator: of 名 people."""
    return _EACH.get(unit, unit)
