"""The thing that a lone measure is of, which clauses before told: 冷库投资68万元，[占地]1200平方米."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...rows import clause_before
from ...spelling import spell
from ..told.goods import goods_raised
from ..told.subjects import nouns_before, object_before, subject_between
from ..told.topics import thing_of, with_size, without_deed
from .again import SPREADS

if TYPE_CHECKING:
    from ...phrases.before import Phrase
    from ..position import Position


def size_of_thing(p: Position, phrase: Phrase) -> str:
    """Return the name of a lone measure with the thing that it is of: 冷库投资68万元，[占地]1200平方米; "" where none was told."""
    worth = goods_raised(p) if phrase.tokens[-1].end - phrase.tokens[-1].start == 1 else ""
    thing = worth or _sold_at(p, phrase) or subject_between(p) or _just_done_to(p) or _object_since(p) or thing_of(p)
    if phrase.name.startswith(thing) or (phrase.name in _OF_HERDS and _HERD.search(thing) is None):
        return ""  # 销售农产品，销售额超过100万元; 注册商标，力争年[出栏]8000只
    if thing.endswith(phrase.name):
        return thing  # 集体经济年收入6万元，去年[收入]5万元
    if p.quantity.dimension in ("area", "mass", "volume", "count"):
        thing = thing.removesuffix("投资").removesuffix("总") or _made_with_it(p)  # 车间投资68万元，占地1200平方米
    if phrase.name in ("产值", "总产值", "总产", "单价", "总面积", "销售额") and len(kept := without_deed(thing)) > 1:
        thing = kept  # 收鲜果3.6万吨，产值5.2亿元
    if phrase.name in _OF_HERDS:
        thing = thing.removeprefix("年").removeprefix("出栏").removeprefix("存栏")  # 出栏生猪300头，[存栏]500头
    if phrase.name.endswith("收入"):
        thing = thing.removeprefix("收")  # 收花椒6000斤，收入4.2万元
    return with_size(thing, phrase.name) if thing and thing != phrase.name else ""


_OF_HERDS = frozenset("出栏 存栏 出栏量 存栏量 饲养量 年出栏 年存栏 屠宰 年屠宰".split())
_HERD = re.compile("[牛羊猪鸡鸭鹅兔禽畜驴马蜂鱼虾鹿蛋驼蚕]")


def _made_with_it(p: Position) -> str:
    """Return what the clause before says the money made: 投资150万元建设[冷库]，库容300吨."""
    first, end = nouns_before(p)
    end -= 2 * (end - first > 2 and p.row[end - 2].text == "一")  # 建设冷库[一座]
    return without_deed(spell(p.row[first:end])) if 0 < first < end else "投资"


def _sold_at(p: Position, phrase: Phrase) -> str:
    """Return the goods before the place where they sold so much: [苹果]在上海销售额3亿元."""
    core = p.stretch.core
    at = core.index(phrase.tokens[0])
    sold = at > _AT_PLACE - 1 and core[at - 1].kind == "region" and core[at - 2].text == "在"
    first = at - _AT_PLACE + 1 if sold else 0
    while first and core[first - 1].nominal and core[first - 1].tag == "n":
        first -= 1
    return spell(core[first : at - _AT_PLACE + 1]) if sold else ""


_AT_PLACE = 3


def _just_done_to(p: Position) -> str:
    """Return what the clause before says that something was done to: 大力推广[浅埋滴灌]，面积58万亩."""
    if not (end := p.comma):
        return ""
    first = end
    while first and p.row[first - 1].nominal:
        first -= 1
    spread = 0 < first < end and p.row[first - 1].tag == "v" and p.row[first - 1].text in SPREADS
    return object_before(p) if spread else ""


def _object_since(p: Position) -> str:
    """Return what a clause without a number ends in that stands behind the number before: 缓缴工程质量保证金，规模约630亿元."""
    clause = clause_before(p.row, p.comma) if p.comma else ()
    parallel = p.last is not None and p.last_at < 0 and p.last.goes_on
    since = parallel or 0 <= p.last_at < p.behind_what - len(clause)
    earns = any(t.text.endswith("收入") for t in p.stretch.core)
    return object_before(p) if since and not earns and not any(t.quantity for t in clause) else ""
