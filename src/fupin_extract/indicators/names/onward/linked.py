"""Clauses that only link on to the one before, and name nothing of their own: ，达到近300万亩; 5月份6.1%; 江苏过一成."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...lists.respectively import CHANGES
from ...phrases.before import is_each, phrase_ending
from ...rows import CLAUSE_ENDS
from ...spelling import spell
from ...terms.durations import lasts_told_before
from ...vocabulary import EXTREMES, PEOPLE, SUMS
from ..told.elided import elided
from ..told.funds import PAYS
from ..told.subjects import subject_between, tells_of_one
from ..told.topics import AMOUNTS, parts_by, topic_alike, topic_of, without_aim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading, Rule


def linked_on(p: Position) -> Reading | None:
    """Return the name of the clause before, where this one only links on: ，达到近300万亩; 5月份6.1%; 江苏过一成."""
    for rule in LINKS:
        if (reading := rule(p)) is not None:
            return reading
    return None


def _about(p: Position, topic: str, *, implied: bool = True) -> Reading:
    return p.reading(topic, rule="elided", implied=implied)


def _again(p: Position) -> Reading | None:
    """Return what the number before in the sentence was read as, where both have one unit."""
    if p.last is None or p.last_at < 0 or p.row[p.last_at].unit != p.quantity.base_unit:
        return None
    return p.last._replace(rule="elided", used=p.at + 1, implied=True)


def _is_placed(p: Position) -> bool:
    """Tell whether only a place or a time leads to the number: 5月份6.1%; 江苏过一成; 最高的朝阳村达到216万元."""
    tokens = p.stretch.tokens
    return any(t.kind in ("region", "period") for t in tokens) and all(
        t.kind in ("region", "period")
        or t.text in ("、", "占", "其中", "它", "不足", "超过")
        or t.role in ("link", "drop")
        or (t.text == "其次" and p.last is not None and p.last.rule != "foremost")
        for t in (tokens[2:] if _extreme(tokens) else tokens)
    )


def _most(p: Position) -> Reading | None:
    """Return the measure of which a place has most: [贫困发生率]最高的临夏州为8.97%; or what lasts: 轮候时间最长的…."""
    lasting = lasts_told_before(p) if p.quantity.dimension in ("time", "calendar") else ()
    most = _most_of(p) or phrase_ending(lasting).name
    return _about(p, most, implied=False)._replace(tokens=tuple(lasting)) if most else None


def _same_elsewhere(p: Position) -> Reading | None:
    """Return what was told before, of another place or time, or of the next one that it is compared with: 高出全国6842元、[全省]5006元."""
    again = _again(p)
    if again is None or not (p.stretch.joined or _is_placed(p)):
        return None
    if other := _set_above(p):
        return again._replace(name=other, against=other)
    return again._replace(kind="level", direction=None) if _reaches(p) or _stood_at(p) else again


def _part_elsewhere(p: Position) -> Reading | None:
    """Return what the last number of its kind measured, of a part: 占61%，[其中贵州]188万人."""
    topic = topic_alike(p) if _is_placed(p) and p.stretch.tokens[0].text == "其中" else ""
    return _about(p, topic) if topic else None


def _share_elsewhere(p: Position) -> Reading | None:
    """Return what the clause between speaks of: 贫困发生率下降，[甘谷县]降到1.2%."""
    topic = subject_between(p) if p.quantity.dimension == "percentage" and _is_placed(p) else ""
    return _about(p, topic) if topic else None


def _next_place(p: Position) -> Reading | None:
    """Return what the sentence before told, which goes on with this place: 全省收入19709元，增长7.9%；[全国]20133元."""
    if p.last is None or p.last_at >= 0 or not _is_placed(p):
        return None
    inside = p.row[0].text == "其中"
    parts = inside and p.last.dimension == (p.quantity.dimension or "")  # 已有10亿元退税。其中4月，共有9亿元
    level = p.levels.get(p.quantity.base_unit, "")
    if inside and not parts and level and p.quantity.dimension in PEOPLE:
        return _about(p, level)  # 低收入户3万户，占总户数的0.5%；其中南投县1452户
    return elided(p) if p.last.goes_on or parts_by(p.row) or parts else None


def _amount_per_head(p: Position) -> Reading | None:
    """Return the amount per head that the text told last, of another place: 最低的[忻州市]8241元."""
    told = p.amount and p.quantity.dimension == "money" and (_is_placed(p) or _extreme_place(p))
    return _about(p, p.amount) if told else None


def _announced(p: Position) -> Reading | None:
    """Return the noun phrase that is the whole clause before: 论[人均水资源]，云南近5000立方米."""
    topic = _topic_announced(p) if _is_placed(p) else ""
    return _about(p, topic) if topic else None


def _extreme_of_bound(p: Position) -> Reading | None:
    """Return the measure by which those were told that the number before counts: [到位率]低于80%的省份有6个，最低的61.4%."""
    tokens = p.stretch.tokens
    extreme = (tokens and tokens[0].text in EXTREMES) or _told_as_extreme(p)
    whose = _bounded_measure(p) if p.quantity.base_unit == "%" and extreme else ""
    return _about(p, whose) if whose else None


def _mean_of_each(p: Position) -> Reading | None:
    """Return what was counted before, where its mean follows: 合作社9.8万家，[平均每县]165家."""
    told = [t for t in p.stretch.tokens if t.text not in _MEANS]
    return _again(p) if len(told) < len(p.stretch.tokens) and is_each(told) else None


_MEANS = frozenset({"平均", "约", "近"})


def _extreme_told(p: Position) -> Reading | None:
    """Return what was told of others, of the place that the clause before says has most or least: 武山县最低，[仅]4958元."""
    adverbs = bool(p.stretch.tokens) and all(t.role == "drop" for t in p.stretch.tokens)
    return elided(p) if adverbs and _told_as_extreme(p) else None


def _of_one(p: Position) -> Reading | None:
    """Return what was told, of one of them: 户均分红5000元，[最多的一户]八万元."""
    return elided(p) if tells_of_one(p) else None


def _bound_or_sum(p: Position) -> Reading | None:
    """Return what was told before, where a bound or the sum follows: 扩种甜橙1.2万亩，[累计]5.7万亩."""
    tokens = p.stretch.tokens
    only = all(t.text in _BOUNDS for t in tokens) or all(t.text in SUMS for t in tokens)
    return _again(p) if tokens and only else None


_BOUNDS = frozenset({"最多", "最少", "最高", "最低", "至少", "至多", "不超过"})


def _completed(p: Position) -> Reading | None:
    """Return what was aimed at or told of before, as far as it is done: 改厕任务3828座，[完成]3864座; 其中，甲县[完成]31亿元."""
    told = [t for t in p.stretch.core if t.kind not in ("period", "region") and t.role != "drop" and t.tag != "d"]
    if [t.text for t in told] != ["完成"] or p.stretch.linked or p.stretch.joined:
        return None
    if (again := _again(p)) is not None and p.last is not None:
        return again._replace(name=without_aim(p.last.name))
    amounts = p.quantity.dimension == "money" and topic_of(p).endswith(AMOUNTS)
    if p.quantity.base_unit != "%" and not amounts and not subject_between(p):
        return None
    return _paid(p) or elided(p)


def _linked(p: Position) -> Reading | None:
    """Return what the clause before names, to which a linking word goes on: 面积扩大5万亩，[达到]近30万亩."""
    if not p.stretch.linked and not p.stretch.joined:
        return None
    return _paid(p) or elided(p)


def _paid(p: Position) -> Reading | None:
    """Return the money that the clause before says was paid: 2018年12月[提前下达]，计11.58亿元."""
    paid = _paid_before(p) if p.quantity.dimension == "money" else ""
    return _about(p, paid + "资金") if paid else None


LINKS: tuple[Rule, ...] = (
    _most,
    _same_elsewhere,
    _part_elsewhere,
    _share_elsewhere,
    _next_place,
    _amount_per_head,
    _announced,
    _extreme_of_bound,
    _mean_of_each,
    _extreme_told,
    _of_one,
    _bound_or_sum,
    _completed,
    _linked,
)
"""In order; the first to answer wins."""


def _set_above(p: Position) -> str:
    """Return the name with the next place that something is compared with: 高出全国6842元、[全省]5006元; "" where none is."""
    told = p.stretch.tokens
    if p.last is None or p.last.rule != "beyond" or len(told) != 1 or told[0].kind != "region":
        return ""
    before = next((t.text for t in reversed(p.row[: p.last_at]) if t.kind == "region"), "")
    return p.last.name.removesuffix(before) + told[0].text if before and p.last.name.endswith(before) else ""


def _reaches(p: Position) -> bool:
    """Tell whether the number is what a thing came to, and no change as the one before: 增加300元、[突破]3100元."""
    return any(t.text in ("突破", "达", "达到", "超过") for t in p.stretch.tokens)


def _stood_at(p: Position) -> bool:
    """Tell whether the number is what the thing was at a time of its own: 按月下跌300元，[五年前报]28300元."""
    dated = any(t.kind == "period" for t in p.stretch.tokens)
    return dated and p.stretch.linked and p.quantity.base_unit not in CHANGES


def _extreme(tokens: Sequence[Token]) -> bool:
    """Tell whether the clause begins with the one that has most or least: [最高的]朝阳村达到216万元."""
    return len(tokens) > 1 and tokens[0].text in EXTREMES and tokens[1].text == "的"


def _most_of(p: Position) -> str:
    """Return the measure of which a place has most or least: [贫困发生率]最高的临夏州为8.97%."""
    told = p.stretch.tokens
    k = next((k for k, t in enumerate(told) if k and t.text in EXTREMES), 0)
    if not k or [t.text for t in told[k + 1 : k + 2]] != ["的"] or not any(t.kind == "region" for t in told[k + 2 :]):
        return ""
    if not all(t.kind == "region" or t.role in ("link", "drop") for t in told[k + 2 :]):
        return ""
    return phrase_ending(told[:k]).name


def _extreme_place(p: Position) -> bool:
    """Tell whether only the place is told that has most or least of what was told: 最低的忻州市8241元."""
    tokens = p.stretch.tokens
    return len(tokens) == 3 and _extreme(tokens) and tokens[2].kind == "region"  # 最低, 的, 忻州市


_BOUNDED = re.compile("(.{3,}?)(?:低于|高于|超过|不足|未达|达到)")


def _bounded_measure(p: Position) -> str:
    """Return the measure by which those were told that the number before counts: 到位率低于80%的省份有6个，[最低的]61.4%."""
    told = (p.last.name if p.last.rule in ("classed", "having") else p.last.topic) if p.last else ""
    match = _BOUNDED.match(told)
    return match[1] if match else ""


def _told_as_extreme(p: Position) -> bool:
    """Tell whether the clause before says that a place has most or least: [内蒙古最低]，为5.3%."""
    end = p.at - len(p.stretch.tokens) - 1
    return (
        end > 1
        and p.row[end].text in ("，", ",")
        and p.row[end - 1].text in EXTREMES
        and p.row[end - 2].kind == "region"
    )


_ANNOUNCES = frozenset({"论", "论及", "说到", "说起", "谈到", "至于", "关于", "就", "以"})


def _topic_announced(p: Position) -> str:
    """Return the noun phrase that is the whole clause before: 论[人均水资源]，云南近5000立方米."""
    if not (end := p.comma):
        return ""
    first = end
    while first and (p.row[first - 1].nominal or p.row[first - 1].text == "的"):
        first -= 1
    if first and p.row[first - 1].text in _ANNOUNCES:
        first -= 1
    opens = first == 0 or p.row[first - 1].text in CLAUSE_ENDS
    name = spell([t for t in p.row[first:end] if t.text not in _ANNOUNCES])
    return name if opens and len(name) > _LEAST else ""


_LEAST = 2


def _paid_before(p: Position) -> str:
    """Return the verb of paying that the clause before ends in: 2018年12月[提前下达]，计11.58亿元."""
    k = p.comma
    return p.row[k - 1].text if k and p.row[k - 1].text in PAYS else ""
