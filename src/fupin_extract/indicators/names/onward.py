"""Numbers whose clause names nothing: what stands before a colon, what the clause or sentence before named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dating import value_compared
from ..durations import lasts_told_before, next_lasts
from ..lists import CHANGES
from ..phrases import phrase_ending, stretch_before
from ..rows import CLAUSE_ENDS, COMMAS
from ..spelling import spell
from ..vocabulary import SUMS
from .funds import PAYS
from .place import AMOUNTS, EXTREMES, Place, Reading, elided, topic_alike, topic_of, without_aim
from .subjects import set_beside, subject_between, tells_of_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..tokens import Token


def headed(p: Place) -> Reading | None:
    """Return what stands before a colon: 总投资：3亿元."""
    first = p.behind_what
    if p.stretch.core or first < 1 or p.row[first].text not in (":", "(") or p.row[first + 1].text in "“「":
        return None  # 县委书记罗明：“有20多个？”
    if p.row[first - 1].text in _SAYING:
        return None  # 数据显示：全省有20多万人…
    phrase = phrase_ending(stretch_before(p.row, first, 0).core)
    if phrase.name.endswith(_BODIES) and p.row[first].text != "(":
        return None  # 生态环境部：337个城市…
    if p.row[first].text == "(" and phrase.name.endswith("平均水平"):
        return elided(p, "indicators/headed", "level", None)  # 相当于全国平均水平（12363元）的75.9%
    return (
        Reading(phrase.name, tuple(phrase.tokens), "indicators/headed", used=p.at + 1, topic=phrase.name)
        if phrase.name
        else None
    )


_SAYING = frozenset("显示 表明 介绍 透露 指出 说 表示 了解 反映 认为 预计 统计".split())


_BODIES = (
    "部",
    "委",
    "局",
    "厅",
    "署",
    "办",
    "总局",
    "委员会",
    "政府",
    "银行",
    "集团",
    "公司",
    "协会",
    "法院",
    "检察院",
)
"""Bodies that a headline quotes."""


def than(p: Place) -> Reading | None:
    """Return what the value of an earlier time is compared with: 标准为2300元，[比2009年的]1196元提高92%."""
    onward = p.row[p.at + 1] if p.at + 1 < len(p.row) else None
    if onward is not None and onward.text in _A_LITTLE and p.at + 2 < len(p.row):
        onward = p.row[p.at + 2]  # 比前年的23.1%[略]高
    aside = onward is not None and onward.text == ")"  # 比上年（52.2%）上升0.3个百分点
    if onward is None or not (aside or onward.role in ("up", "down", "more", "less")):
        return None
    if value_compared(p.row, p.at) is not None:
        if p.last and p.last.kind == "level" and p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit:
            return p.last._replace(rule="indicators/elided", used=p.at + 1, implied=True)  # a price goes on, too
        return elided(p, "indicators/elided", "level", None)
    begin = set_beside(p.row, p.at)
    other = p.row[begin + 1].region if begin is not None and begin == p.at - _BESIDE else None
    reading = elided(p, "indicators/elided", "level", None) if other is not None else None
    alike = p.last is not None and p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit
    if reading and p.last and alike:
        reading = reading._replace(kind=p.last.kind, direction=p.last.direction)
    return reading._replace(region=other) if reading else None  # 比[全省]的9.3%高1.2个百分点


def came_by(p: Place) -> Reading | None:
    """Return what came to the number by moving as told before it: 失业率下跌0.1个百分点[至]3.3%."""
    last, told = p.last, [t.text for t in p.stretch.tokens]
    behind = p.last_at >= 0 and p.at - p.last_at - 1 == len(told) + (p.row[p.last_at + 1].text in COMMAS)
    if (
        last is None
        or last.kind != "change"
        or p.quantity.base_unit == "百分点"
        or told not in (["至"], ["到"], ["升至"], ["降至"], ["跌至"])
        or not behind
    ):
        return None
    return last._replace(kind="level", direction=None, rule="indicators/elided", used=p.at + 1, implied=True)


def in_parallel(p: Place) -> Reading | None:
    """Return what the clause before ； told of another place, for the next: 六盘山区贫困人口72万人；[秦巴山区]24万人."""
    if not p.parallel or p.last is None or not p.last.goes_on or p.behind.tokens or p.source is not None:
        return None
    told = p.stretch.tokens
    if p.at != len(told) or not all(t.kind == "region" or t.nominal or t.role in ("link", "drop") for t in told):
        return None
    area = [t for t in told if t.nominal]
    placed = any(t.kind == "region" for t in told)
    if (not area and not placed) or (area and not area[-1].text.endswith(_AREAS)):
        return None
    name = spell(area) + p.parallel
    return Reading(name, tuple(area), "indicators/elided", used=p.at + 1, implied=True, topic=name)


_AREAS = ("山区", "片区", "地区", "藏区", "牧区", "库区", "灌区", "老区")


def of_the_next(p: Place) -> Reading | None:
    """Return the measure told of one group for the next: 城镇居民人均可支配收入3万元，[农村居民]1.2万元."""
    last, core = p.last, p.stretch.core
    if (
        last is None
        or p.last_at < 0
        or p.row[p.last_at].unit != p.quantity.base_unit
        or not core
        or last.kind != "level"
    ):
        return None
    if p.behind.tokens or not all(t.kind == "word" and (t.nominal or t.tag == "b") for t in core):
        return None
    whose = "".join(t.text for t in core)
    for end in _GROUPS:
        told, found, measure = last.topic.partition(end)
        if whose.endswith(end) and found and told and measure and whose != told + end:
            name = whose + measure
            return Reading(name, tuple(core), "indicators/of_the_next", used=p.at + 1, implied=True, topic=name)
    measure = _measure_of(last)
    if measure and _is_another_group(p, whose):
        name = whose + measure
        return Reading(name, tuple(core), "indicators/of_the_next", used=p.at + 1, implied=True, topic=name)
    return None


def _is_another_group(p: Place, whose: str) -> bool:
    """Tell whether a clause sets another group against the one told of: 儿童贫穷率为8%，[长者则为]45%; 长者[亦要等]3.9年."""
    if whose.endswith(_MEASURES):
        return False
    return any(t.text == "则" for t in p.stretch.tokens) or next_lasts(p)


def _measure_of(last: Reading) -> str:
    """Return the measure at the end of what was told of a group: 18至64岁人士[贫穷率], 一般申请者[平均轮候]."""
    words = [t.text for t in last.tokens if t.kind == "word" and t.text != "的"]
    end = next((k for k in range(len(words) - 1, -1, -1) if words[k].endswith(_MEASURES)), None)
    if end is None or not last.topic.endswith(words[-1]) or end < len(words) - 1:
        return ""
    average = end > 0 and words[end - 1] in ("平均", "总", "每月")
    return "".join(words[end - average :])


_MEASURES = (
    "率", "时间", "轮候", "收入", "月入", "入息", "中位数", "人数", "价格", "售价", "面积", "比例", "占比", "比重", "金额", "开支", "支出",
    "租金", "产量", "产值", "年龄", "时数", "薪", "工资", "成本", "所得", "指数", "津贴", "名额", "标准",
)  # fmt: skip
_GROUPS = tuple(
    "居民 住户 家庭 农户 职工 企业 人员 老人 学生 农民 村民 群众 儿童 妇女 单位 性 户 县 村 乡 镇 区".split()
)
"""Groups whose measures are told one after the other."""
_A_LITTLE = frozenset({"略", "稍", "还", "又", "更"})
_BESIDE = 3
"""How many tokens 比, a place and 的 are."""


def ranked(p: Place) -> Reading | None:
    """Return what was told of before, where only a place's value and rank follow: 收入中位数最高的是A区，B区以4.05万元[排第二]."""
    behind = p.row[p.at + 1 : p.at + 3]
    ranks = len(behind) > 1 and behind[0].text in _RANKS and behind[1].text.startswith(_RANKED)
    placed = any(t.kind == "region" for t in p.stretch.tokens)
    if not ranks or not placed or any(t.kind == "word" for t in p.stretch.core):
        return None
    return elided(p, "indicators/elided", "level", None)


_RANKS = frozenset("排 排在 排名 排行 列 位列 名列 居 位居 占 高居 稳居".split())
_RANKED = ("第", "首位", "榜首", "末位", "前列", "次席")


def _set_above(p: Place) -> str:
    """Return the name with the next place that something is compared with: 高出全国6842元、[全省]5006元; "" where none is."""
    told = p.stretch.tokens
    if p.last is None or p.last.rule != "indicators/beyond" or len(told) != 1 or told[0].kind != "region":
        return ""
    before = next((t.text for t in reversed(p.row[: p.last_at]) if t.kind == "region"), "")
    return p.last.name.removesuffix(before) + told[0].text if before and p.last.name.endswith(before) else ""


def _reaches(p: Place) -> bool:
    """Tell whether the number is what a thing came to, and no change as the one before: 增加300元、[突破]3100元."""
    return any(t.text in ("突破", "达", "达到", "超过") for t in p.stretch.tokens)


def _stood_at(p: Place) -> bool:
    """Tell whether the number is what the thing was at a time of its own: 按月下跌300元，[五年前报]28300元."""
    dated = any(t.kind == "period" for t in p.stretch.tokens)
    return dated and p.stretch.linked and p.quantity.base_unit not in CHANGES


_BOUNDS = frozenset({"最多", "最少", "最高", "最低", "至少", "至多", "不超过"})


def linked_on(p: Place) -> Reading | None:
    """Return the name of the clause before, where this one only links on: , 达到近300万亩; 5月份6.1%; 江苏过一成."""
    tokens = p.stretch.tokens
    lasting = lasts_told_before(p) if p.quantity.dimension in ("time", "calendar") else ()
    if most := _most_of(p) or phrase_ending(lasting).name:
        return Reading(most, tuple(lasting), "indicators/elided", used=p.at + 1, topic=most)
    placed = any(t.kind in ("region", "period") for t in tokens) and all(
        t.kind in ("region", "period")
        or t.text in ("、", "占", "其中", "它", "不足", "超过")
        or t.role in ("link", "drop")
        or (t.text == "其次" and p.last is not None and p.last.rule != "indicators/foremost")
        for t in (tokens[2:] if _extreme(tokens) else tokens)
    )
    if (p.stretch.joined or placed) and p.last and p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit:
        again = p.last._replace(rule="indicators/elided", used=p.at + 1, implied=True)
        if other := _set_above(p):
            return again._replace(name=other, against=other)
        return again._replace(kind="level", direction=None) if _reaches(p) or _stood_at(p) else again
    if placed and tokens[0].text == "其中" and (topic := topic_alike(p)):
        # 占61%，其中贵州188万人
        return Reading(topic, (), "indicators/elided", used=p.at + 1, implied=True, topic=topic)
    if placed and p.quantity.dimension == "percentage" and (topic := subject_between(p)):
        return Reading(topic, (), "indicators/elided", used=p.at + 1, implied=True, topic=topic)
    if placed and p.last and (p.last.goes_on or _by_place(p)) and p.last_at < 0:
        return elided(p, "indicators/elided", "level", None)  # 全省收入19709元，增长7.9%；全国20133元
    parts = placed and p.row[0].text == "其中" and p.last_at < 0
    if parts and p.last and p.last.dimension == (p.quantity.dimension or ""):
        return elided(p, "indicators/elided", "level", None)  # 已有10亿元退税。其中4月，共有9亿元
    if p.amount and p.quantity.dimension == "money" and (placed or _extreme_place(p)):
        return Reading(p.amount, (), "indicators/elided", used=p.at + 1, implied=True, topic=p.amount)
    if placed and (topic := _topic_announced(p)):
        return Reading(topic, (), "indicators/elided", used=p.at + 1, implied=True, topic=topic)
    extreme = (tokens and tokens[0].text in EXTREMES) or _told_as_extreme(p)
    if p.quantity.base_unit == "%" and extreme and (whose := _bounded_measure(p)):
        return Reading(whose, (), "indicators/elided", used=p.at + 1, implied=True, topic=whose)
    if tells_of_one(p):
        return elided(p, "indicators/elided", "level", None)  # 户均分红5000元，最多的一户八万元
    bound = bool(tokens) and all(t.text in _BOUNDS for t in tokens)
    bound |= bool(tokens) and all(t.text in SUMS for t in tokens)  # 扩种甜橙1.2万亩，[累计]5.7万亩
    if bound and p.last and p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit:
        return p.last._replace(rule="indicators/elided", used=p.at + 1, implied=True)
    told = [t for t in p.stretch.core if t.kind not in ("period", "region") and t.role != "drop"]
    completes = [t.text for t in told] == ["完成"]
    alike = p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit
    told_of = subject_between(p) if completes and not p.stretch.linked else ""
    if completes and p.quantity.dimension == "money" and topic_of(p).endswith(AMOUNTS):
        told_of = topic_of(p)  # 固定资产投资增长20%。其中，甲县[完成]31亿元
    if (
        not p.stretch.linked
        and not p.stretch.joined
        and not (completes and (p.quantity.base_unit == "%" or alike or told_of))
    ):
        return None
    if completes and alike and not p.stretch.linked and p.last:
        done = without_aim(p.last.name)  # 改厕任务3828座，[完成]3864座
        return p.last._replace(name=done, rule="indicators/elided", used=p.at + 1, implied=True)
    if p.quantity.dimension == "money" and (paid := _paid_before(p)):
        return Reading(paid + "资金", (), "indicators/elided", used=p.at + 1, implied=True, topic=paid + "资金")
    return elided(p, "indicators/elided", "level", None)


def _extreme(tokens: Sequence[Token]) -> bool:
    """Tell whether the clause begins with the one that has most or least: [最高的]朝阳村达到216万元."""
    return len(tokens) > 1 and tokens[0].text in EXTREMES and tokens[1].text == "的"


def _most_of(p: Place) -> str:
    """Return the measure of which a place has most or least: [贫困发生率]最高的临夏州为8.97%."""
    told = p.stretch.tokens
    k = next((k for k, t in enumerate(told) if k and t.text in EXTREMES), 0)
    if not k or [t.text for t in told[k + 1 : k + 2]] != ["的"] or not any(t.kind == "region" for t in told[k + 2 :]):
        return ""
    if not all(t.kind == "region" or t.role in ("link", "drop") for t in told[k + 2 :]):
        return ""
    return phrase_ending(told[:k]).name


def _extreme_place(p: Place) -> bool:
    """Tell whether only the place is told that has most or least of what was told: 最低的忻州市8241元."""
    tokens = p.stretch.tokens
    return len(tokens) == 3 and _extreme(tokens) and tokens[2].kind == "region"  # 最低, 的, 忻州市


_BOUNDED = re.compile("(.{3,}?)(?:低于|高于|超过|不足|未达|达到)")


def _bounded_measure(p: Place) -> str:
    """Return the measure by which those were told that the number before counts: 到位率低于80%的省份有6个，[最低的]61.4%."""
    told = (
        (p.last.name if p.last.rule in ("indicators/classed", "indicators/having") else p.last.topic) if p.last else ""
    )
    match = _BOUNDED.match(told)
    return match[1] if match else ""


def _told_as_extreme(p: Place) -> bool:
    """Tell whether the clause before says that a place has most or least: [内蒙古最低]，为5.3%."""
    end = p.at - len(p.stretch.tokens) - 1
    return (
        end > 1
        and p.row[end].text in ("，", ",")
        and p.row[end - 1].text in EXTREMES
        and p.row[end - 2].kind == "region"
    )


def _by_place(p: Place) -> bool:
    """Tell whether the sentence says that it parts what was just told by place: 分区域看，关中10867元."""
    return p.row[0].text.startswith(("分", "从")) and any(t.text in ("看", "来看") for t in p.row[1:5])


_ANNOUNCES = frozenset({"论", "论及", "说到", "说起", "谈到", "至于", "关于", "就", "以"})


def _topic_announced(p: Place) -> str:
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


def _paid_before(p: Place) -> str:
    """Return the verb of paying that the clause before ends in: 2018年12月[提前下达]，计11.58亿元."""
    k = p.comma
    return p.row[k - 1].text if k and p.row[k - 1].text in PAYS else ""
