"""In what terms: whether a number was reached, is aimed at or is laid down, and per what it is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .phrases import SINGLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Period, Status
    from .tokens import Token

_AIMS = frozenset("力争 确保 承诺 计划 预计 预估 预测 有望 目标 拟 争取 打算 力求 规划 努力 预期 致力".split())
_NOUN_AIMS = frozenset({"计划", "规划", "目标", "预期", "努力", "致力"})
_DONE = frozenset({"已", "已经", "目前", "累计"})
_HAPPENED = re.compile(r"[已共]|累计|先后|去年|今年以来")
_LIMIT = re.compile(r"不少于|不低于|不超过|不高于")
_RULE = re.compile(
    r"不得|必须|原则上|应当|须达|按[^，。]{0,12}标准|标准为|标准[^，。]{0,4}(?:提高|每)|给予[^，。]{0,16}(?:补助|补贴|奖励|资助)|(?:补助|补贴|奖励|奖补|资助|报销)标准|每[人户亩][^，。]{0,4}(?:补助|补贴|奖励)"
)


def status_of(
    row: Sequence[Token],
    at: int,
    period: Period | None,
    published_year: int | None,
    *,
    aims: bool = False,
    planned: bool = False,
) -> Status:
    """Return ``target`` behind 力争, 计划, 将 and for a time to come, ``criterion`` for what a rule lays down.

    ``aims`` says that the section or the list tells of aims; what was done (已, 累计) is none even there. ``planned`` says
    that the text is a plan, in which 不少于30名 is aimed at and not laid down.
    """
    if _aimed(row, at) and not _estimated(row, at, period, published_year):
        return "target"
    if aims and not _HAPPENED.search(_clause(row, at)):
        return "criterion" if _laid_down(row, at, planned=planned) else "target"
    if published_year and period is not None and period.edtf and _begins(period.edtf) > published_year:
        return "target"
    return "criterion" if _laid_down(row, at) else "actual"


def _estimated(row: Sequence[Token], at: int, period: Period | None, published_year: int | None) -> bool:
    """Tell whether 预计 only says that the figures of a year gone by are not final yet: in January, 预计完成生产总值22.8亿元."""
    if not published_year or period is None or not period.edtf or _begins(period.edtf) >= published_year:
        return False
    words = {t.text for t in row[:at]}
    return bool(words & {"预计", "预计完成", "预计实现"}) and not words & {"力争", "计划", "目标", "确保"}


def _laid_down(row: Sequence[Token], at: int, *, planned: bool = False) -> bool:
    """Tell whether a rule sets the number: 不少于30%, 5000元以下且…, 按6:4的比例."""
    clause = _clause(row, at)
    if (_RULE.search(clause) or (not planned and _LIMIT.search(clause))) and not _HAPPENED.search(clause):
        return True
    k = at + 1
    while k < len(row) and row[k].text in ("以下", "以上", "以内"):
        k += 1
    return k < len(row) and (row[k].text == "且" or "".join(t.text for t in row[k : k + 2]) in ("的比例", "的标准"))


def _aimed(row: Sequence[Token], at: int) -> bool:
    """Tell whether a word of the sentence up to the number, or the verb right behind it, speaks of what is to come."""
    own, done = True, False
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "，,；;。：:":
            own = False
        done |= token.text == "了"
        if token.kind != "word":
            continue
        if token.text in _DONE or (token.text == "了" and not own):
            return False
        if _aims(row, k):
            return own or (not done and not _purpose(row, k))
    for k in range(at + 1, len(row)):
        if row[k].kind == "quantity" or (row[k].kind == "mark" and row[k].text not in "、“”"):
            return False
        if row[k].text in ("将", "都会", "会"):
            return _aims(row, k) or (k + 1 < len(row) and row[k + 1].tag == "vn")
    return False


def _aims(row: Sequence[Token], k: int) -> bool:
    following = row[k + 1] if k + 1 < len(row) else None
    if row[k].text in _NOUN_AIMS:
        if following is None:
            return False
        counted = following.tag == "vn" and k + 2 < len(row) and row[k + 2].kind == "quantity"
        return counted or _deed_follows(following) or following.kind in ("quantity", "period")
    if row[k].text in _AIMS:
        return following is None or following.text not in ("的", "任务", "总投资")
    if row[k].text not in ("将", "要", "会", "都会") or following is None or _usual(row, k) or following.text in _SEEN:
        return False
    if row[k].text == "将" and k + 2 < len(row) and row[k + 2].text == "的":
        return False  # 将搭载的5颗卫星送入轨道
    if row[k].text == "将" and following.tag == "p" and following.text in _TOWARDS:
        return True
    follows = _deed_follows(following) and not (row[k].text == "将" and following.tag == "a")
    return follows or _reaches_number(row, k + 1)


_SEEN = frozenset({"看到", "知道", "认识", "认识到", "清醒", "说", "问"})
"""Behind 要 these tell what is so: 也要[看到]，全市仍有监测对象2318户."""
_TOWARDS = frozenset("向 为 对 从 与 在 于 按 按照 通过 由".split())
"""Behind these 将 speaks of what is to come; before a thing it is 把."""


def _usual(row: Sequence[Token], k: int) -> bool:
    """Tell whether 会 says what happens time and again: 每年会有几百元的补贴."""
    return row[k].text == "会" and any(t.text.startswith("每") for t in row[max(0, k - 4) : k])


def _reaches_number(row: Sequence[Token], k: int) -> bool:
    """Tell whether only a deed stands up to the number (将异地搬迁30万人); 将 with a thing behind it is 把."""
    while k < len(row) and row[k].tag in ("b", "vn"):
        k += 1
    return k < len(row) and row[k].kind == "quantity"


def _purpose(row: Sequence[Token], k: int) -> bool:
    """Tell whether the clause says what for: 为确保单产提升，县里成立了11个组."""
    while k and not (row[k - 1].kind == "mark" and row[k - 1].text in "，,；;。"):
        k -= 1
    return row[k].text in ("为", "为了", "确保")


def _deed_follows(token: Token) -> bool:
    return token.tag in ("v", "d", "a", "m") or token.role in ("link", "up", "down", "light")


def _begins(edtf: str) -> int:
    year = edtf[:4]
    return int(year) if year.isdigit() else 0


def _clause(row: Sequence[Token], at: int) -> str:
    first = at
    while first and not (row[first - 1].kind == "mark" and row[first - 1].text in "，,；;。"):
        first -= 1
    last = at
    while last + 1 < len(row) and not (row[last + 1].kind == "mark" and row[last + 1].text in "，,；;。"):
        last += 1
    return "".join(t.text for t in row[first : last + 1])


_UNITS = (
    "人次|人|户|亩|村|县|乡镇|乡|镇|年|月|日|天|周|季度|头|只|株|棵|箱|公斤|斤|吨|名|位|所|"
    "家|班|公里|平方米|平方公里|立方米|栋|座|间|套|件|度|批|万人|千人|百户|个月|个村|个县|个乡镇|生|校|车|公顷|垧|市|省"
)
_PER = re.compile(
    rf"(?P<word>[人户亩年月日村县乡镇天栋株头棚校])(?:年)?均(?!衡|可支配收入中位)|(?:平均)?每(?:一|个)?(?P<each>{_UNITS})"
    r"|每个?[^，。；、\d]{1,14}?(?P<kind>村|县|乡镇|户|校|社区|市|企业|学校)(?=有|至少|都|均|各?配|建|组|落|拥|确)"
    r"|(?<![一-鿿\d])一(?P<one>亩|斤|公斤|头|只|株|吨|箱|户|栋|杯|棵|间|桶|捆)(?=[一-鿿])"
    r"|每[一-鿿]{0,3}一(?P<once>次)"
    r"|(?<=[亩人户])一(?P<yr>年)"
    r"|(?<![一-鿿\d])(?:旺季|淡季|一亩)?一(?P<time>天|年|个?月|季)(?![度后前来内中以多])(?=[一-鿿])"
    r"|(?<![一-鿿\d]个)(?<![\d一二三四五六七八九十上本当])(?P<monthly>月)(?=工资|薪|收入|增收)"
    r"|(?<![今去前当全一-九\d历近])(?P<yearly>年)(?=产|出栏|输转|加工|销|发电|供水|处理|接待|屠宰|吞吐|培养|固定|利用)"
    r"|(?P<quarter>单?季度)(?=人均)"
    r"|(?P<acre>亩)(?=产量|产值|产(?![业品地生出])|收益|效益|收入)"
)
_TIMES = frozenset({"一天", "一个月", "一月", "一年", "一季"})
_LAND = frozenset({"地", "田", "茶", "果"})


def sold_by(row: Sequence[Token], first: int, at: int) -> str | None:
    """Return what a price or yield is of, where it is told as one of them, before or behind: 蜂蜜一瓶卖到150元; 四元一斤."""
    if at > first and (spell := row[at - 1].text) in _TIMES:
        return spell.lstrip("一个")  # 一个月3700元的工资
    for k in range(first, at):
        unit = _one_of(row, k)
        k += 1 + (row[k].text == "一")
        if unit and (k == at or not row[k].nominal or row[k].text in _LAND):
            return unit
    unit = _one_of(row, at + 1) if at + 1 < len(row) else None
    end = at + 2 + (at + 1 < len(row) and row[at + 1].text == "一")
    return unit if unit and (end >= len(row) or row[end].kind == "mark") else None


def _one_of(row: Sequence[Token], k: int) -> str | None:
    """Return the measure of one: 一斤, 一 and 瓶."""
    if k and row[k - 1].text in ("第", "这", "那", "每"):
        return None
    unit = row[k].text[1:] if row[k].text[0] == "一" else ""
    if row[k].text == "一" and k + 1 < len(row):
        unit = row[k + 1].text
    return unit if unit in SINGLE else None


_EACH = {"个月": "月", "名": "人", "位": "人", "个人": "人", "季度": "季度", "单季度": "季度"}


def per_of(clause: str) -> str | None:
    """Return the denominators that a clause names, in its order.

    >>> per_of("农民人均纯收入"), per_of("每年每亩"), per_of("总产值")
    ('人', '年/亩', None)
    """
    found: list[str] = []
    for match in _PER.finditer(clause):
        unit = match[match.lastgroup or 0]
        unit = _EACH.get(unit, unit)
        if unit not in found:
            found.append(unit)
    return "/".join(found) or None
