"""Phrases in front of a number that cannot be what it measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import word_class
from ..vocabulary import PEOPLE, SIDES
from .goods import is_sum

if TYPE_CHECKING:
    from ..phrases.before import Phrase
    from .position import Position

FOLK = ("农户", "村民", "群众", "农民", "户", "家庭", "工人", "干部", "老人", "人家", "乡亲")
_NO_PRICE = frozenset({"钱", "地", "田", "土地"})
_POINTS_BACK = frozenset({"前者", "后者", "二者", "两者"})
_HOMES = ("村子", "村庄", "寨子", "山村", "小村", "村落", "镇子", "庄子", "小镇", "村寨")
_HELPS = frozenset({"帮助", "支持", "协助", "使", "让", "促进", "推动", "满足", "保证", "保障", "做到"})
_TIMES = frozenset({"次", "回", "趟", "遍"})
_RATIOS = ("比", "比例", "比率", "结构", "之比")


def names_nothing(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase in front cannot be what the number measures."""
    long = p.quantity.dimension == "length" and phrase.tokens[-1].text in SIDES and len(phrase.tokens) > 1
    if (phrase.tokens[-1].role in ("more", "less") and not long) or phrase.name in ("用于", "主要用于"):
        return True  # but 隧道右线长5963米
    folk = p.quantity.dimension in PEOPLE
    if phrase.name in _POINTS_BACK or (phrase.name == "值" and not p.stretch.linked):
        return True
    if folk and p.stretch.linked and not p.behind.tokens and phrase.name.endswith(_HOMES):
        return True  # 这个小山村有68户351口人
    if p.behind.predicate and (phrase.name in _HELPS or (folk and p.stretch.of and not p.stretch.linked)):
        return True  # 精准识别的533人全部[脱贫]
    if p.behind.predicate and folk and any(t.text == "等" for t in p.stretch.tokens[-2:]):
        return True  # 企业负责人和专家代表等约3000人[参加会议]
    if is_sum(p) and not phrase.verb and (phrase.name.endswith(FOLK) or phrase.name in _NO_PRICE):
        return True  # 每户农户可以拿到一两千元: of what, nobody says
    if p.quantity.dimension == "money" and phrase.name[:1] == "一" and phrase.name[1:] in word_class("one_at_a_time"):
        return True  # 自来水到了家，一方两块四
    counts_deeds = p.quantity.base_unit in _TIMES and not p.stretch.linked
    held = phrase.verb and len(phrase.tokens) > 1 and p.quantity.text[0].isdecimal()  # 召开会议11次
    if counts_deeds and (p.behind.predicate or (phrase.tokens[-1].tag not in ("v", "vn") and not held)):
        return True
    return p.quantity.base_unit == "比" and not p.stretch.linked and not phrase.name.endswith(_RATIOS)
