"""The next items of a list whose deed, or what is done to beasts, only the first one spells out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lists.items import HEADS
from ...phrases.deeds import is_deed
from ...rows import COMMAS
from ...spelling import PER_HEADS

if TYPE_CHECKING:
    from ..position import Position, Reading

NOUN_RULES = frozenset({"before", "counted", "measured"})
"""The rules whose name is a noun phrase beside the number."""
_HAVE = frozenset("辖 下辖 管辖 设 设有 下设 含 分 分为 涉 占 排 位列 成为 满足 超额 属 解决 停止 寄宿 延伸".split())
"""Verbs that say what there is, or ask for an object of their own: the next item of the list is not done, too."""
_NOUNS_TOO = frozenset(
    "改造 培训 种植 养殖 救助 资助 收购 销售 整治 招聘 加固 维修 硬化 出栏 存栏 建设 开发 结对".split()
)
"""Deeds that are mostly nouns, which a thing right behind them shows to be done: [改造]茶园1.2万亩、桑园3000亩."""


def with_listed_deed(p: Position, reading: Reading) -> Reading:
    """Return the reading with the deed that the list began with: 新建水窖2000口、[沼气池]800口."""
    if reading.rule not in NOUN_RULES or reading.kind != "level" or not reading.tokens:
        return reading
    own = _deed_told(reading) if reading.tokens[0].end <= p.row[p.at].start else ""  # not 566名[下岗]人员
    if own:
        return reading._replace(deed=own)
    deed = p.last.deed if p.last is not None and p.last_at >= 0 else ""
    on = p.stretch.joined or (deed.startswith(_BRINGS_FORTH) and _is_next_item(p, reading))
    if not deed or not on or p.stretch.linked or p.behind.predicate or not _is_thing(p, reading, deed):
        return reading
    first = p.last_at + 1 if p.stretch.joined else p.last_at + 2
    if any(t.quantity or t.text in COMMAS for t in p.row[first : p.at]):
        return reading  # 建成水窖18万口，196万人、[120万头牲畜]不再缺水
    topic = deed + reading.topic if reading.topic == reading.name else reading.topic
    return reading._replace(name=deed + reading.name, topic=topic, deed=deed)


_BRINGS_FORTH = tuple(
    (
        "新 栽 种 播 补 建 修 改 扩 续 铺 架 埋 装 安装 购置 配备 开设 开办 兴办 创建 组建 培育 引进 发展 推广 参加 举办 治理 整治 硬化 "
        "养殖 繁育 收购 销售 采购 捐赠 拆除 发布 流转"
    ).split()
)
"""Deeds that go on to the next thing of a list also behind a comma."""
_IN_LISTS = frozenset({"area", "length", "mass", "volume", "count"})


def _is_next_item(p: Position, reading: Reading) -> bool:
    """Tell whether a clause is but a thing and its number in the unit of the one before: 栽植花椒8万亩，[柑桔]13万亩."""
    told = p.stretch.tokens
    if reading.tokens[0].tag in ("vn", "v"):
        return False
    alone = len(told) == len(reading.tokens) and p.at - len(told) == p.last_at + 2 and not p.behind.tokens
    insured = p.quantity.base_unit == "人" and reading.name.endswith("保险")
    alike = p.row[p.last_at].unit == p.quantity.base_unit and (p.quantity.dimension in _IN_LISTS or insured)
    return alone and alike and p.row[p.last_at + 1].text in COMMAS


def _deed_told(reading: Reading) -> str:
    """Return the deed that a name begins with, "" where the name is no more than that."""
    told = ""
    if reading.tokens[0].text in _A_YEAR:
        return reading.tokens[0].text if len(reading.tokens) > 1 else ""  # 年产果汁3万吨、[果醋]2000吨
    onward = zip(reading.tokens[1:-1], reading.tokens[2:], strict=True)
    inner = next((t.text for t, then in onward if t.text in _NOUNS_TOO and then.text not in _FUNDS), "")
    if inner and is_deed(reading.tokens[0]):
        return inner  # 带动1.2万户[种植]辣椒2万亩、菇娘1万亩
    for token in reading.tokens:
        deed = is_deed(token) or (not told and token.text in _NOUNS_TOO) or (not told and token.text == "新")
        if (
            not deed
            or token.text in _HAVE
            or (len(token.text) == 1 and token.text not in _SHORT)
            or not reading.name.startswith(told + token.text)
        ):
            break
        told += token.text
    behind = reading.tokens[1].text if len(reading.tokens) > 1 else ""
    compound = told in ("建设", "开发") and behind.startswith(_OF_BUILDING)
    return told if len(told) < len(reading.name) and not compound else ""


_A_YEAR = frozenset({"年产", "日产", "月产", "亩产"})
_FUNDS = frozenset({"资金", "项目", "政策", "标准", "经费", "工程", "基地", "中心", "面积", "人数"})
_SHORT = frozenset("修建栽种养买卖打挖植发送办架砌派引捐新走")
"""Deeds of one character; others are pieces of words."""
_OF_BUILDING = (
    "用地",
    "项目",
    "资金",
    "规模",
    "工程",
    "任务",
    "面积",
    "里程",
    "银行",
    "区",
    "周期",
    "期",
    "性",
    "投资",
)
"""Nouns that make one name with 建设 in front of them."""


def _is_thing(p: Position, reading: Reading, deed: str) -> bool:
    """Tell whether a name is that of a thing alone, without a deed or a measure of its own; 新增 goes on to measures of its unit."""
    last = reading.tokens[-1]
    adds = deed == "新增" and p.row[p.last_at].unit == p.quantity.base_unit  # 新增产值23亿元、[利税]3亿元
    measures = not adds and (last.role in ("size", "rate") or last.text.endswith(HEADS) or last.text in PER_HEADS)
    acts = last.tag == "vn" or any(t.kind == "word" and t.tag == "v" for t in reading.tokens)
    return not measures and not acts and reading.name.startswith(reading.tokens[0].text)
