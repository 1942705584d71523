"""Names that are the phrase in front of a number as it stands, or all but a word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import Phrase
from ..spelling import NOUN_UNITS, spell
from .funds import PAYS
from .goods import goods_told
from .money import is_price
from .said import predicated
from .subjects import subject
from .topics import topic_of, without_deed

if TYPE_CHECKING:
    from ..rows import Token
    from .position import Position, Reading

_YEARLY = frozenset("减贫 脱贫 完成 新增 退出 出列 摘帽 实施".split())
_FILLED = {"人": "人口", "户": "农户", "人次": "人次", "户次": "户次"}


TRANSITIVE = frozenset("惠及 带动 覆盖 吸引 辐射带动 吸纳 安置 服务 受益".split())
"""Deeds that are told with whom they reach: 带动3200户."""


def plain(p: Position, phrase: Phrase) -> Reading:
    """Return the phrase as a name, with what its unit or money of its kind leaves unsaid: 带动320[农户], 安排1.2亿元[资金]."""
    if phrase.tokens[0].text == "第" and len(phrase.tokens) > 1 and phrase.tokens[1].tag == "v":
        return plain(p, Phrase(phrase.tokens[1:], phrase.verb))  # [第]一年种了3亩
    name = phrase.name
    if name.startswith("年度") and len(phrase.tokens) > 1 and phrase.tokens[1].text in _YEARLY:
        name = name.removeprefix("年度")  # 围绕[年度]减贫6900户
    if name in _MOVES and p.quantity.base_unit in _FILLED:
        name = "搬迁"  # 全省搬了24.9万户84.4万人
    elif len(phrase.tokens) == 1 and p.quantity.base_unit in NOUN_UNITS:
        name += p.quantity.base_unit
    elif len(phrase.tokens) == 1 and name in TRANSITIVE and p.behind.predicate and (said := predicated(p)):
        name += said  # 带动20万人[就业]
    elif (
        phrase.tokens[-1].text in _SENDS
        and p.quantity.base_unit in ("人", "户")
        and p.behind.predicate
        and (said := predicated(p))
    ):
        name += said  # 组织120多人到县城[务工]
    elif len(phrase.tokens) == 1 and name in (*TRANSITIVE, "帮助", "扶持") and p.quantity.base_unit in _FILLED:
        name = spell(_doers(p, phrase)) + name + _FILLED[p.quantity.base_unit]
    elif p.quantity.dimension in ("area", "count") and phrase.name in _GROWS and (grown := goods_told(p)):
        return p.reading(name + grown, phrase.tokens, rule="before", topic=grown)
    elif p.quantity.base_unit in ("亩", "公顷", "垧") and phrase.name in _TENURE:
        name += "土地"  # 全村[流转]了1200亩
    elif name in _LOOKS_AFTER and p.quantity.base_unit == "户":
        name += "户"  # 每人[包]三户
    elif p.quantity.base_unit == "平方米" and phrase.tokens[-1].text in _HOUSED:
        name += "住房"  # 三口人[分到]75平方米
    elif phrase.tokens[-1].text in ("收", "收取") and name.removesuffix(phrase.tokens[-1].text).endswith("费"):
        name = name.removesuffix(phrase.tokens[-1].text)  # 占用费只[收]6‰
    elif not phrase.verb and is_price(p, phrase):
        name += "价格"
    elif phrase.tokens[-1].text in ("资金", "金额") and _involved(p, phrase):
        name = "涉及" + name
    elif name.startswith("用于") and p.stretch.of and p.quantity.dimension == "money":
        name += "资金"  # 原本用于搬迁的450万元
    elif (
        phrase.tokens[-1].text in PAYS and p.quantity.dimension == "money" and not any(fund in name for fund in _FUNDED)
    ):
        name = _same_fund(p, phrase) or name + "资金"
    return p.reading(name, phrase.tokens, rule="before")


def _involved(p: Position, phrase: Phrase) -> bool:
    """Tell whether money is only said to be what is at stake: 查出问题33个，[涉及]资金2300万元."""
    k = next((k for k, t in enumerate(p.row) if t.start == phrase.tokens[0].start), 0)
    return k > 0 and p.row[k - 1].text == "涉及"


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
