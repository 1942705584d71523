"""Names of which the noun behind a number is only a part: sorts of a thing, works done on so many, names with a verb in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase, is_stop
from ...phrases.behind import phrase_behind
from ...spelling import spell
from ..told.stretches import is_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading


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


_KINDS = tuple(
    (
        "标准 工程 政策 措施 设施 体系 机制 中心 基地 平台 产业 服务 任务 试点 技术 产品 装备 活动 指标 法规 制度 规范 业务 "
        "资金 生产线 设备 场所 项目 工作"
    ).split()
)
_ACTORS = (
    "村",
    "县",
    "乡",
    "镇",
    "户",
    "人",
    "企业",
    "公司",
    "单位",
    "部门",
    "地区",
    "省",
    "市",
    "者",
    "员",
    "群众",
    "干部",
    "家庭",
    "社",
    "学校",
    "机构",
    "院",
    "所",
    "站",
    "馆",
    "银行",
    "集团",
    "组织",
    "协会",
)
_DOES = frozenset("提供 开展 享受 获得 参与 完成 实施 进行 推出 出台 接受 提升 得到 使用 拥有 承担 从事".split())
"""Verbs behind which a whole thing stands that somebody did, not the rest of a name."""


_LIFTED = frozenset("单产 产能 品质 质量 能力 素质 技能 品牌 地力 功能".split())
_EVENTS = frozenset({"场", "场次", "届", "轮"})


def with_verb(p: Position, thing: Sequence[Token]) -> str:
    """Return the whole of a name with a verb in it: 22项动力电池回收利用[国家标准]; of 86个贫困村退出 only the village is."""
    said = p.behind.predicate
    lifts = thing[-1].text in _LIFTED and len(said) > 1 and said[0].text == "提升"  # 300个单产[提升]示范田
    if lifts and all(t.nominal for t in said[1:]):
        return spell([*thing, *said])
    if p.quantity.base_unit in _EVENTS and len(said) == 1 and said[0].start == thing[-1].end:
        return spell([*thing, *said])  # 100多场精品演出
    if (
        not said
        or said[0].text in _DOES
        or not said[-1].text.endswith(_KINDS)
        or said[0].start != thing[-1].end
        or thing[-1].text.endswith(_ACTORS)
    ):
        return ""
    return spell([*thing, *said]) if all(t.nominal or t.tag == "v" for t in said) else ""
