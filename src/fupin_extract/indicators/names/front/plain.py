"""Names that are the phrase in front of a number as it stands, or all but a word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase
from ...rules import first_answer
from ...spelling import NOUN_UNITS, spell
from ..money.amounts import is_price
from ..told.funds import PAYS
from ..told.goods import goods_told
from ..told.said import predicated
from ..told.subjects import subject
from ..told.topics import topic_of, without_deed

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...rows import Token
    from ..position import Position, Reading

_YEARLY = frozenset("减贫 脱贫 完成 新增 退出 出列 摘帽 实施".split())
_FILLED = {"人": "人口", "户": "农户", "人次": "人次", "户次": "户次"}


TRANSITIVE = frozenset("惠及 带动 覆盖 吸引 辐射带动 吸纳 安置 服务 受益".split())
"""Deeds that are told with whom they reach: 带动3200户."""


def plain(p: Position, phrase: Phrase) -> Reading:
    """Return the phrase as a name, with what its unit or money of its kind leaves unsaid: 带动320[农户], 安排1.2亿元[资金]."""
    if phrase.tokens[0].text == "第" and len(phrase.tokens) > 1 and phrase.tokens[1].tag == "v":
        phrase = Phrase(phrase.tokens[1:], phrase.verb)  # [第]一年种了3亩
    if grown := _grown(p, phrase):
        return p.reading(phrase.name + grown, phrase.tokens, rule="before", topic=grown)
    name = _without_yearly(phrase)
    name = first_answer(_WHOLES, p, phrase, name) or name
    return p.reading(name, phrase.tokens, rule="before")


def _without_yearly(phrase: Phrase) -> str:
    """Return the name without the 年度 in front of its deed: 围绕[年度]减贫6900户."""
    yearly = phrase.name.startswith("年度") and len(phrase.tokens) > 1 and phrase.tokens[1].text in _YEARLY
    return phrase.name.removeprefix("年度") if yearly else phrase.name


def _grown(p: Position, phrase: Phrase) -> str:
    """Return the goods told of before that so much land was planted with, or so many kept: 种植土豆…，又扩种了300亩."""
    grows = phrase.name in _GROWS and p.quantity.dimension in ("area", "count")
    return goods_told(p) if grows else ""


def _with_those_moved(p: Position, phrase: Phrase, name: str) -> str:
    return "搬迁" if name in _MOVES and p.quantity.base_unit in _FILLED else ""  # 全省搬了24.9万户84.4万人


def _with_its_unit(p: Position, phrase: Phrase, name: str) -> str:
    return name + p.quantity.base_unit if len(phrase.tokens) == 1 and p.quantity.base_unit in NOUN_UNITS else ""


def _with_what_they_do(p: Position, phrase: Phrase, name: str) -> str:
    """Return the deed with what those do then whom it reaches: 带动20万人[就业], 组织120多人到县城[务工]."""
    reaches = len(phrase.tokens) == 1 and name in TRANSITIVE
    sends = phrase.tokens[-1].text in _SENDS and p.quantity.base_unit in ("人", "户")
    said = predicated(p) if p.behind.predicate and (reaches or sends) else ""
    return said and name + said


def _with_those_reached(p: Position, phrase: Phrase, name: str) -> str:
    """Return the deed with who did it and whom it reaches: [乡村公益性岗位]安置10.8万人."""
    reaches = len(phrase.tokens) == 1 and (name in TRANSITIVE or name in ("帮助", "扶持"))
    if not reaches or p.quantity.base_unit not in _FILLED:
        return ""
    return spell(_doers(p, phrase)) + name + _FILLED[p.quantity.base_unit]


def _with_the_object(p: Position, phrase: Phrase, name: str) -> str:
    """Return the deed with what its unit says it is done to: 全村流转了1200亩[土地], 每人包三[户], 三口人分到75平方米[住房]."""
    unit = p.quantity.base_unit
    if unit in ("亩", "公顷", "垧"):
        return name + "土地" if phrase.name in _TENURE else ""
    if unit == "户":
        return name + "户" if name in _LOOKS_AFTER else ""
    return name + "住房" if unit == "平方米" and phrase.tokens[-1].text in _HOUSED else ""


def _without_taking(p: Position, phrase: Phrase, name: str) -> str:
    """Return the fee without the verb that it is taken with: 占用费只[收]6‰."""
    takes = phrase.tokens[-1].text
    fee = name.removesuffix(takes) if takes in ("收", "收取") else ""
    return fee if fee.endswith("费") else ""


def _as_a_price(p: Position, phrase: Phrase, name: str) -> str:
    return name + "价格" if not phrase.verb and is_price(p, phrase) else ""


def _as_involved(p: Position, phrase: Phrase, name: str) -> str:
    """Return the money as what is only at stake: 查出问题33个，[涉及]资金2300万元."""
    if phrase.tokens[-1].text not in ("资金", "金额"):
        return ""
    k = next((k for k, t in enumerate(p.row) if t.start == phrase.tokens[0].start), 0)
    return "涉及" + name if k > 0 and p.row[k - 1].text == "涉及" else ""


def _with_the_fund(p: Position, phrase: Phrase, name: str) -> str:
    """Return the deed that spends money with the fund told of, or as money: 原本用于搬迁的450万元[资金], 安排1.2亿元[资金]."""
    if p.quantity.dimension != "money":
        return ""
    if name.startswith("用于") and p.stretch.of:
        return name + "资金"
    pays = phrase.tokens[-1].text in PAYS and not any(fund in name for fund in _FUNDED)
    return (_same_fund(p, phrase) or name + "资金") if pays else ""


_WHOLES: tuple[Callable[[Position, Phrase, str], str], ...] = (
    _with_those_moved,
    _with_its_unit,
    _with_what_they_do,
    _with_those_reached,
    _with_the_object,
    _without_taking,
    _as_a_price,
    _as_involved,
    _with_the_fund,
)
"""Who may say what a name leaves unsaid or has too much; each returns the whole name, or ""."""


def _same_fund(p: Position, phrase: Phrase) -> str:
    """Return the fund told of just before, where only its next amount is told: 扶贫资金去年增至394亿元，今年[安排]433亿元."""
    fund = without_deed(topic_of(p)) if p.last and p.last_at >= 0 and p.last.dimension == "money" else ""
    alone = len(phrase.tokens) == 1 and all(t.kind == "period" or t.role == "drop" for t in p.stretch.core[:-1])
    return fund if alone and fund.endswith(_FUNDED) and any(t.kind == "period" for t in p.stretch.core) else ""


_GROWS = frozenset("种 种植 种下 种上 栽 栽种 栽植 栽下 养 养殖 饲养 试种 试养 改种 扩种".split())
_LOOKS_AFTER = frozenset({"包", "联", "帮", "带"})
_HOUSED = frozenset({"分到", "分得", "分了", "住进", "住上", "搬进"})
_SENDS = frozenset("组织 动员 输送 引导 安排 推荐 介绍 招聘 招录 招收 聘用 录用 雇用 吸收".split())
_MOVES = frozenset({"搬", "迁", "搬出", "搬走"})
_TENURE = frozenset("流转 转包 租 租种 承包 包 流转出去 转出 流转出".split())
_FUNDED = ("资金", "经费", "贷款", "基金")
"""Endings of the name of money in front of the verb that spends it: 衔接资金[安排]32亿元."""


def _doers(p: Position, phrase: Phrase) -> list[Token]:
    """Return what stands right in front of a lone deed: [乡村公益性岗位]安置10.8万人."""
    core = p.stretch.core
    at = core.index(phrase.tokens[0])
    return subject(core, phrase) if at and core[at - 1].nominal else []
