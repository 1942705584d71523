"""In what terms: whether a number was reached, is aimed at or is laid down, and per what it is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Period, Status
    from .tokens import Token

_AIMS = frozenset({"力争", "确保", "计划", "预计", "预估", "预测", "有望", "目标", "拟", "争取", "打算", "力求", "规划", "努力", "预期", "致力"})
_MUST = frozenset({"不得", "必须", "原则上", "应当", "须", "不低于", "不少于", "不高于", "不超过", "标准", "规定", "要求", "最低", "最高", "按照", "按"})
_DONE = frozenset({"已", "已经", "累计", "达到", "共", "目前"})
_RULE = re.compile(r"不得|必须|原则上|应当|须达|按[^，。]{0,12}标准|标准为|标准[^，。]{0,4}(?:提高|每)|给予[^，。]{0,16}(?:补助|补贴|奖励|资助)|(?:补助|补贴|奖励|奖补|资助|报销)标准|每[人户亩][^，。]{0,4}(?:补助|补贴|奖励)")


def status_of(row: Sequence[Token], at: int, period: Period | None, published_year: int | None) -> Status:
    """Return ``target`` behind 力争, 计划, 将 and for a time to come, ``criterion`` for what a rule lays down."""
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "；;。":
            break
        if token.kind != "word":
            continue
        if token.text in ("已", "已经", "目前"):
            break
        following = row[k + 1] if k + 1 < len(row) else None
        if token.text in _AIMS and not (following is not None and following.text in ("的", "任务")):
            return "target"
        if token.text in ("将", "要") and following is not None and _deed_follows(following):
            return "target"
    for k in range(at + 1, len(row)):
        if row[k].kind in ("mark", "quantity") and row[k].text not in "、“”":
            break
        if row[k].text == "将" and k + 1 < len(row) and _deed_follows(row[k + 1]):
            return "target"
    if published_year and period is not None and period.edtf and _begins(period.edtf) > published_year:
        return "target"
    clause = _clause(row, at)
    if _RULE.search(clause):
        return "criterion"
    return "actual"


def _deed_follows(token: Token) -> bool:
    return token.tag in ("v", "d", "vn") or token.role in ("link", "up", "down", "light")


def _begins(edtf: str) -> int:
    end = edtf.rpartition("/")[2]
    year = (end if end != ".." else edtf)[:4]
    return int(year) if year.isdigit() else 0


def _clause(row: Sequence[Token], at: int) -> str:
    first = at
    while first and not (row[first - 1].kind == "mark" and row[first - 1].text in "，,；;。"):
        first -= 1
    last = at
    while last + 1 < len(row) and not (row[last + 1].kind == "mark" and row[last + 1].text in "，,；;。"):
        last += 1
    return "".join(t.text for t in row[first : last + 1])


_PER = re.compile(
    r"(?P<word>[人户亩年月日村县乡天周栋株头棚])均(?!衡|可支配收入中位)|平均?每(?P<mean>[一-鿿]{1,2}?)(?=[均年月收增可的\d纯一-鿿])|每(?:一)?(?P<each>个?[一-鿿])"
    r"|(?<![今去前当全一-九\d历近])(?P<yearly>年)(?=产|出栏|输转|加工|销售|发电|供水|处理|接待|屠宰|吞吐|培养|固定)|(?P<quarter>单?季度)(?=人均)"
)
_EACH = {"天": "日", "个月": "月", "名": "人", "位": "人", "个人": "人"}


def per_of(clause: str) -> str | None:
    """Return the denominators that a clause names, in its order.

    >>> per_of("农民人均纯收入"), per_of("每年每亩"), per_of("总产值")
    ('人', '年/亩', None)
    """
    found: list[str] = []
    for match in _PER.finditer(clause):
        if match["quarter"]:
            unit = "季度"
        elif match["yearly"]:
            unit = "年"
        else:
            unit = match["word"] or match["mean"] or match["each"]
        unit = _EACH.get(unit, unit)
        if unit not in found:
            found.append(unit)
    return "/".join(found) or None
