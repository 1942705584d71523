"""Counts whose noun is only a part of what they count: sorts of a thing, works done on so many, members by their measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import Phrase, is_stop
from ..phrases.behind import phrase_behind
from ..spelling import spell
from .stretches import is_measure

if TYPE_CHECKING:
    from .position import Position, Reading


def whole(p: Position) -> Reading | None:
    """Return the whole name of a count whose noun behind it is not all of it."""
    return _of_whose(p) or _work_on(p) or _sorts_of(p)


def _work_on(p: Position) -> Reading | None:
    """Return the work that was done on so many: 完成248所农村学校的[旱厕改造]."""
    end = first = p.behind.used + 1
    light = p.at and p.row[p.at - 1].role == "light" and first < len(p.row) and p.row[first - 1].text == "的"
    while light and end < len(p.row) and p.row[end].nominal:
        end += 1
    if end == first or p.row[end - 1].tag != "vn" or not (end == len(p.row) or is_stop(p.row[end])):
        return None
    tokens = (*p.behind.tokens, *p.row[first:end])
    return p.reading(spell(tokens), tokens, used=end)


_GROUPS = frozenset(
    "行业 产业 省份 省区市 城市 地区 地市 区县 县区 产品 商品 品种 企业 国家 乡镇 村 县 市 省 大类 门类 领域".split()
)


def _of_whose(p: Position) -> Reading | None:
    """Return what is true of the measure of so many: 39个[行业利润实现增长], 71种[产品产量下降]; they are counted."""
    thing, k = p.behind.tokens, p.behind.used
    group = next((j for j, t in enumerate(thing[:-1]) if t.text in _GROUPS), None)
    if group is None or k >= len(p.row) or not (is_measure(Phrase(thing)) and p.row[k].start == thing[-1].end):
        return None
    end = k
    while end < len(p.row) and p.row[end].kind == "word" and (p.row[end].role or p.row[end].tag in ("d", "v", "a")):
        end += 1
    moves = any(t.role in ("up", "down") for t in p.row[k:end])
    if not moves or not (end == len(p.row) or is_stop(p.row[end])) or (end < len(p.row) and p.row[end].quantity):
        return None
    name = spell([*thing[group + 1 :], *p.row[k:end], *thing[: group + 1]])
    return p.reading(name, (*thing, *p.row[k:end]), used=end, topic=spell(thing[: group + 1]))


_SORTS_OF = frozenset("规格 品种 型号 款式 系列 类别 品类 门类 机型 花色".split())


def _sorts_of(p: Position) -> Reading | None:
    """Return of what so many sorts there are: 12个规格的[航空轮胎]."""
    k = p.behind.used
    if p.behind.tokens[-1].text not in _SORTS_OF or k + 1 >= len(p.row) or p.row[k].text != "的":
        return None
    of = phrase_behind(p.row, k).tokens
    if not of:
        return None
    name = spell([*of, *p.behind.tokens])
    return p.reading(name, (*p.behind.tokens, *of), used=k + 1 + len(of), topic=spell(of))
