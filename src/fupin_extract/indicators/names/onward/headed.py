"""Numbers whose clause names nothing: what stands before a colon, what the clause or sentence before named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...phrases.before import phrase_ending, stretch_before
from ...rows import COMMAS
from ...spelling import spell
from ...terms.durations import next_lasts
from ...times.dating import value_compared
from ...vocabulary import SOMEWHAT
from ..told.elided import elided
from ..told.subjects import set_beside

if TYPE_CHECKING:
    from ..position import Position, Reading


def headed(p: Position) -> Reading | None:
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
        return elided(p, "headed", "level", None)  # 相当于全国平均水平（12363元）的75.9%
    name = _ITEM.sub("", phrase.name)  # 1.先进集体名单（80个）
    return p.reading(name, phrase.tokens) if name else None


_ITEM = re.compile(r"^\d{1,2}[.、]")
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


def than(p: Position) -> Reading | None:
    """Return what the value of an earlier time is compared with: 标准为2300元，[比2009年的]1196元提高92%."""
    onward = p.row[p.at + 1] if p.at + 1 < len(p.row) else None
    if onward is not None and onward.text in SOMEWHAT and p.at + 2 < len(p.row):
        onward = p.row[p.at + 2]  # 比前年的23.1%[略]高
    aside = onward is not None and onward.text == ")"  # 比上年（52.2%）上升0.3个百分点
    if onward is None or not (aside or onward.role in ("up", "down", "more", "less")):
        return None
    if value_compared(p.row, p.at) is not None:
        if p.last and p.last.kind == "level" and p.like_last:
            return p.last._replace(rule="elided", used=p.at + 1, implied=True)  # a price goes on, too
        return elided(p)
    begin = set_beside(p.row, p.at)
    other = p.row[begin + 1].region if begin is not None and begin == p.at - _BESIDE else None
    reading = elided(p) if other is not None else None
    alike = p.last is not None and p.like_last
    if reading and p.last and alike:
        reading = reading._replace(kind=p.last.kind, direction=p.last.direction)
    return reading._replace(region=other) if reading else None  # 比[全省]的9.3%高1.2个百分点


def came_by(p: Position) -> Reading | None:
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
    return last._replace(kind="level", direction=None, rule="elided", used=p.at + 1, implied=True)


def in_parallel(p: Position) -> Reading | None:
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
    return p.reading(name, area, rule="elided", implied=True)


_AREAS = ("山区", "片区", "地区", "藏区", "牧区", "库区", "灌区", "老区")


def of_the_next(p: Position) -> Reading | None:
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
            return p.reading(name, core, implied=True)
    measure = _measure_of(last)
    if measure and _is_another_group(p, whose):
        name = whose + measure
        return p.reading(name, core, implied=True)
    return None


def _is_another_group(p: Position, whose: str) -> bool:
    """Tell whether a clause sets another group against the one told of: 儿童贫穷率为8%，[长者则为]45%; 长者[亦要等]3.9年."""
    if whose.endswith(_MEASURES):
        return False
    if p.stretch.linked and whose.endswith(_FOLK) and p.comma == p.last_at + 1:
        return True  # 单身人士资产上限为38万元，[夫妇]为58万元
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
    "上限", "下限", "限额", "寿命", "补助", "补贴",
)  # fmt: skip
_GROUPS = tuple(
    "居民 住户 家庭 农户 职工 企业 人员 老人 学生 农民 村民 群众 儿童 妇女 单位 性 户 县 村 乡 镇 区".split()
)
"""Groups whose measures are told one after the other."""
_FOLK = tuple("人士 夫妇 夫妻 长者 老人 老年人 儿童 青年 男性 女性 妇女 学生 居民 住户 家庭 职工 农民 农户".split())
"""Those whose measure is told after that of others, in a clause that only links to its number."""
_BESIDE = 3
"""How many tokens 比, a place and 的 are."""


def ranked(p: Position) -> Reading | None:
    """Return what was told of before, where only a place's value and rank follow: 收入中位数最高的是A区，B区以4.05万元[排第二]."""
    if _RANKS.isdisjoint(p.row.words):
        return None
    behind = p.row[p.at + 1 : p.at + 3]
    ranks = len(behind) > 1 and behind[0].text in _RANKS and behind[1].text.startswith(_RANKED)
    placed = any(t.kind == "region" for t in p.stretch.tokens)
    if not ranks or not placed or any(t.kind == "word" for t in p.stretch.core):
        return None
    amount = p.amount if p.quantity.dimension == "money" else ""  # 从总量看，甲县8412元[居第一位]
    return elided(p) or (p.reading(amount, rule="elided", implied=True) if amount else None)


_RANKS = frozenset("排 排在 排名 排行 列 位列 名列 居 位居 占 高居 稳居".split())
_RANKED = ("第", "首位", "榜首", "末位", "前列", "次席")
