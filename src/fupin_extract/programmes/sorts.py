"""Quotes that are no names: they say of what sort works are, or who works together."""

from __future__ import annotations

import re

_TERMS = re.compile("十[一二三四五]五")
_OFTEN = re.compile("一[日天周月季]一.")
"""“一日一报” only says how often."""
_VERSION = re.compile(r"\d\.\d版?")
_CALLED = frozenset(
    (
        "形象 面子 老大难 超级 大国 头号 难 烂尾 半拉子 豆腐渣 世纪 重头 明星 样板 清零 重要 "
        "一国两制 全面深化改革 三高 三农 三区三州 白名单 黑名单 负面清单 走出去 云端 沉浸式 快闪"
    ).split()
)
"""Words in quotes that say what sort of works it is: “形象”工程, “头号”工程."""


_ACTORS = tuple(
    (
        "合作社 公司 农户 企业 基地 支部 党支部 党总支 党组织 党委 贫困户 脱贫户 村集体 银行 政府 市场 大户 协会 社员 农民 村民 车间 园区 "
        "龙头企业 农场 社会组织 电商 实体 互联网 牧户 户"
    ).split()
)


_FEAST = re.compile(
    r"(?:一二·?九|[一二三五六七八十][一四八]|国庆|元旦|春节|中秋|端午|重阳|清明|除夕|双(?:11|十一|12|十二)|618|\d{1,2}[·.]\d{1,2})节?|(?:世界|国际).{1,10}日|.{0,12}(?:节|庙会|展销会|博览会|峰会|论坛)"
)
"""Of feasts and fairs the activities are events: “六一”慰问活动, “丰收节”活动."""


_EVENT = re.compile(
    r"展映|展播|影视|影像|春晚|晚会|对话|艺术|演出|音乐|戏剧|文化活动|人文交流|媒体活动|表彰|评选|颁奖|促销|旅行商|年度人物|楷模|"
    r"世界市长"
)
"""Events of culture and of praise, of which the activities are no policy's: “影像季”展映活动."""
_EVENTFUL = ("活动", "系列活动", "活动周", "活动月")
_SAYINGS = re.compile("应(.)尽.|敌对|停止")
"""“应贷尽贷” asks for nothing that has a name."""
_SPORTS = re.compile("(?:冰雪|体育|健身|水上|大众|群众|球类|抗日救亡|爱国)$")
"""Sports, and movements of history: “三亿人参与冰雪运动”, “一二九”抗日救亡运动."""


def is_event(name: str, rest: str, head: str) -> bool:
    """Tell whether an activity, by what stands in its quotes and behind them, is an event: “影像季”[展映]活动."""
    told = rest.removesuffix(head)
    if head == "运动":
        return _SPORTS.search(told or name.removesuffix(head)) is not None
    return (head in _EVENTFUL or head.endswith("活动")) and _EVENT.search(name + rest) is not None


def is_formula(name: str) -> bool:
    """Tell whether a quote only lists who works together: “合作社+农户”模式; “党建+脱贫”模式 is a name."""
    parts = re.split("[+＋]", name)
    return len(parts) > 1 and all(part.endswith(_ACTORS) for part in parts)


def is_sort(name: str, head: str) -> bool:
    """Tell whether what stands in quotes is no name: a plan's years with their works (“十四五”重大工程), “形象”工程."""
    return (
        (head in ("活动", "行动", "系列活动") and _FEAST.fullmatch(name) is not None)
        or (_TERMS.fullmatch(name) is not None and head in ("工程", "项目"))
        or name in _CALLED
        or _SAYINGS.search(name) is not None
        or _VERSION.fullmatch(name) is not None
        or _OFTEN.fullmatch(name) is not None
    )
