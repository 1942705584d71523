"""Which times date what is said: not those compared with (比上年), nor those that only say which things are meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..rows import clause_end, once, text_at
from ..vocabulary import PLANS, PRICES, SOMEWHAT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Period
    from ..rows import Row, Token

YEAR_LONG, MONTH_LONG, DAY_LONG = 4, 7, 10
"""How long a year, a month and a day are in EDTF."""


def is_stretch(period: Period) -> bool:
    """Tell whether a period is a year, months or a plan's years, which a section may be about; a day is not."""
    first, _, last = (period.edtf or "").partition("/")
    return bool(first) and len(first) <= MONTH_LONG and last != ".."


def tells_of_years(period: Period) -> bool:
    """Tell whether a period is of several years, or of all since one: 2014/2018, 2016/.."""
    first, _, last = (period.edtf or "").partition("/")
    return len(first) == YEAR_LONG and (last == ".." or (len(last) == YEAR_LONG and last > first))


def is_day(period: Period | None) -> bool:
    """Tell whether a period is a day."""
    return period is not None and len(period.edtf or "") == DAY_LONG


def dates(row: Row, k: int) -> bool:
    """Tell whether a time holds for what follows it: it leads its clause and names a time."""
    if compared(row, k) or is_vague(row[k]) or is_attributive(row, k) or has_value(row, k, -1) or _lasts(row[k]):
        return False
    if of_a_first_value(row, k) or is_aside(row, k) is not None:
        return False
    while k and row[k - 1].kind in ("region", "period"):
        k -= 1
    before = row[k - 1] if k else None
    if before is None or before.kind == "mark" or before.tag in ("c",):
        return True
    if before.text in ("截至", "截止", "到", "至", "自", "从", "自从", "截止到"):
        return True
    behind = row[k + 1] if k + 1 < len(row) else None
    if before.text == "同是" or (before.text == "是" and k > 1 and row[k - 2].text in ("同", "同样")):
        return True  # 同是[1995年]，国内生产总值68.81亿元
    if before.text in _REPORTED and behind is not None and behind.text in _DATA:
        return True  # 省扶贫办通报[一季度]情况：资金下达率92%；新签项目26个
    if before.text in ("预计", "预期", "估计", "初步核算", "力争"):
        return True
    if before.text in ("在", "于"):
        return behind is None or behind.kind == "mark"
    return before.nominal and behind is not None and (behind.text in ("在", "从", "对") or behind.tag in ("v", "d"))


_REPORTED = frozenset("通报 介绍 公布 发布 汇报 盘点 回顾".split())
_DATA = frozenset("情况 数据 进展 成绩 成效 成绩单 成果".split())


def of_a_first_value(row: Row, k: int) -> bool:
    """Tell whether a time is that of what something came from alone: 地头价从[2017年]每公斤16元跌到七八元."""
    if not k or row[k - 1].text not in _FROM:
        return False
    end = clause_end(row, k)
    values = [j for j in range(k + 1, end) if row[j].quantity]
    if len(values) != 2 or row[values[0]].unit != row[values[1]].unit or values[0] - k > _NEAR_VALUE:
        return False
    return any(t.text.endswith(("到", "至")) for t in row[values[0] + 1 : values[1]])


_NEAR_VALUE = 4


@once
def is_aside(row: Row, k: int) -> int | None:
    """Return where the value stands that a clause only gives for an earlier time beside the one told of: 2.9∶1，[上年]为3.1∶1."""
    time = row[k].period
    if not k or row[k - 1].kind != "mark" or time is None or (k > 1 and row[k - 2].text == "其中"):
        return None
    at = next((j for j in range(k + 1, min(len(row), k + 1 + _NEAR_VALUE)) if row[j].kind != "word"), None)
    if at is None or row[at].quantity is None or (at + 1 < len(row) and row[at + 1].kind != "mark"):
        return None
    told = row[k + 1 : at]
    if not told or any(t.role not in ("up", "down") and t.text not in _STATES for t in told):
        return None
    main = next((t.period for t in row[k - 1 :: -1] if t.period), None)
    earlier = main is None or (main.end is not None and time.end is not None and time.end < main.end)
    return at if earlier and any(t.unit == row[at].unit for t in row[:k]) else None


_STATES = frozenset("同期 报 录 录得 则 是 为 还 还是 仅 只 只有 才 仅为 曾 曾为 不足 不到".split())


@once
def is_of_a_life(row: Row, k: int) -> bool:
    """Tell whether a time only says since when somebody is here: [三年前]由湛江来港，月入约1.1万元."""
    told: list[str] = []
    for token in row[k + 1 :]:
        if token.quantity or (token.kind == "mark" and token.text in "，。；"):
            return token.quantity is None and _OF_A_LIFE.search("".join(told)) is not None
        told.append(token.text)
    return False


_OF_A_LIFE = re.compile("来[港台澳](?!客|资|商)|移居|移民到|移民来|嫁[到来入给]|退休$|毕业$")


def _lasts(token: Token) -> bool:
    """Tell whether a time only says how long a change took: [10年]增长了9倍."""
    return (
        token.period is not None and token.period.rule == "periods/duration" and _BARE.fullmatch(token.text) is not None
    )


_BARE = re.compile("[0-9一二三四五六七八九十两]+年")
_HEIGHTS = frozenset(
    "新高 新低 最高 最低 最大 最小 最好 最快 最多 最高值 最低值 最高水平 最好水平 最高点 之最 峰值".split()
)
_AIMED_AT = (*PLANS, "预期")


def _is_the_most_since(row: Sequence[Token], k: int) -> bool:
    """Tell whether a thing is said to be the most of its kind since a time, which dates no other figure of it."""
    end = next((j for j in range(k + 1, min(len(row), k + 12)) if row[j].kind in ("mark", "quantity")), k)
    says = any(t.text in ("是", "为", "系") for t in row[max(0, k - 3) : k])
    return says and any(t.text.startswith("最") for t in row[k + 1 : end])


@once
def is_attributive(row: Row, k: int) -> bool:
    """Tell whether a time that is still open only says which things are meant: 对[2013年以来]的识别数据."""
    period = row[k].period
    if text_at(row, k + 1) in PRICES:
        return True  # 2300元([2010年]不变价)
    if text_at(row, k + 1) == "第" and any(t.period for t in row[:k]):
        return True  # 今天招标发行[2025年]第三期国债
    if row[k].text.endswith(("全年", "年初")) and k + 1 < len(row) and row[k + 1].text.startswith(_AIMED_AT):
        return True  # 完成[全年]目标任务的99.8%, 为[年初]预算2.5亿元的8.9%
    if any(a.text == "的" and b.text == "基础" for a, b in pairwise(row[k + 1 : k + 6])):
        return True  # 在[一季度]良好开局的基础上
    if _in_the_face_of(row, k) or (row[k].text == "当年" and _does_something_then(row, k)):
        return True
    if k + 1 < len(row) and (row[k + 1].text in _HEIGHTS or "".join([t.text for t in row[k + 1 : k + 3]]) in _HEIGHTS):
        return True  # 创[今年入夏以来]新高，比去年同期增加4.1%
    if row[k].text.endswith("以来") and _is_the_most_since(row, k):
        return True  # 是[1981年以来]规模最大的演习，参演人员30万
    if any(t.text == "出生" for t in row[k + 1 : k + 3]):
        return True  # [2011年11月10日]后出生的女孩
    if k + 1 < len(row) and row[k + 1].text.startswith("平均") and row[k].text[:1] in "两二三四五六七八九十":
        return True  # [两年]平均增长9.7% is a rate, not of when
    follows = k + 2 < len(row) and row[k + 1].text == "的" and row[k + 2].kind == "word"
    return follows and period is not None and period.rule == "periods/since"


def _does_something_then(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time only says which of them are meant: 今年7月…，[当年]产犊的母牛每头补贴300元."""
    of = next((j for j in range(k + 2, min(len(row) - 1, k + 2 + _NEAR_VALUE)) if row[j].text == "的"), None)
    deed = of is not None and row[of + 1].nominal and any(t.tag in ("v", "vn") for t in row[k + 1 : of])
    return deed and any(t.period for t in row[:k])


def says_which(row: Row, k: int) -> bool:
    """Tell whether a time inside a clause only says which thing is meant: 抗击持续到[次年5月]的旱灾; 今天发布[2025年]片单."""
    if is_day(row[k].period):
        return False
    if _of_what_was_done(row, k) or _of_what_begins(row, k):
        return True
    if k == 0 or row[k - 1].kind != "word" or row[k - 1].tag == "c" or row[k - 1].text == "且":
        return False
    if row[k - 1].text.endswith(_AT):
        return _of_something_long(row, k)
    behind = row[k + 1] if k + 1 < len(row) else None
    if behind is not None and behind.text == "的":
        return k + 2 < len(row) and row[k + 2].nominal
    return (
        is_acted_on(row, k)
        and behind is not None
        and behind.nominal
        and any(t.period and not is_vague(t) for t in row[:k])
    )


def is_acted_on(row: Sequence[Token], k: int) -> bool:
    """Tell whether a verb leads to what begins at an index: 公布[2024年]名单, 扭转了[去年]的态势."""
    return k > 0 and (row[k - 1].tag == "v" or row[k - 1].text in _ASPECTS or row[k - 1].role == "light")


_ASPECTS = frozenset("了着过的")


def _of_what_was_done(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of how the thing came to be that the clause is about: [三十年前]栽下的杏树早已成林."""
    of = next((j for j in range(k + 2, min(len(row) - 1, k + 2 + _NEAR_VALUE)) if row[j].text == "的"), None)
    if of is None or not row[of + 1].nominal:
        return False
    deed = row[k + 1 : of]
    only_done = all(t.kind == "word" and (not t.nominal or t.text in _DIRECTIONS) for t in deed)
    return only_done and any(t.tag == "v" for t in deed)


_DIRECTIONS = frozenset("下 上 起 出 完 好 成".split())


def _of_what_begins(row: Row, k: int) -> bool:
    """Tell whether a time is in the name of what begins on a day of it: 今天，全市[一季度]449个项目集中开工."""
    whole = row[k].period
    within = any(t.period and is_day(t.period) and whole and covers(whole, t.period) for t in row[:k])
    if not within or k + 1 >= len(row) or row[k + 1].kind == "mark":
        return False
    end = clause_end(row, k)
    return row[end - 1].text.endswith(_BEGINNINGS) and all(
        t.tag != "v" or t.text in _BEGINNINGS for t in row[k + 1 : end]
    )


_BEGINNINGS = tuple("开工 开 复工 开复工 动工 启动 开幕 闭幕 开赛 揭幕 签约 举行 举办 开播 上线 发布 集中".split())


def _of_something_long(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is of how long something took that was acted on: 抗击从[2009年7月]持续到次年5月的特大旱灾."""
    first, last = k, k
    while first and row[first].kind != "mark" and row[first].text not in _FROM:
        first -= 1
    while last + 2 < len(row) and row[last].kind != "mark" and row[last].text != "的":
        last += 1
    of_it = row[last].text == "的" and row[last + 1].nominal and row[last + 1].tag != "x"
    return of_it and first > 0 and row[first].text in _FROM and row[first - 1].tag in ("v", "vn")


_AT = ("在", "于", "自", "从", "到", "至", "截止")


def _in_the_face_of(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of what a clause only leads in with: 面对[2003年]的非典疫情，…; 受[去年]基数偏高影响，…."""
    first, last = k, k
    while first and row[first - 1].kind != "mark":
        first -= 1
    while last + 1 < len(row) and row[last + 1].kind != "mark":
        last += 1
    return row[first].text == "面对" or (row[first].text == "受" and row[last].text == "影响")


def is_vague(token: Token) -> bool:
    """Tell whether a time says nothing of when: 近年来, 一直以来; not one that the text's date would tell: 去年, 10月底."""
    if token.period is None or token.period.edtf is not None:
        return False
    return token.period.rule not in KNOWABLE or token.text.startswith(_POINTS_BACK)


KNOWABLE = frozenset(
    f"periods/{rule}" for rule in ("since", "relative_year", "date_without_year", "relative_month", "now")
)
_POINTS_BACK = tuple("当那同次这该翌")


def has_value(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time belongs to one other value alone: 从2014年底的5395.2元增加到2019年底的9083.5元."""
    following = row[k + 1].quantity if k + 1 < len(row) else None
    if following is not None and following.dimension == "age":
        return True
    if k and row[k - 1].text in _FROM and any(t.text in _TURNS for t in row[k : max(k, at)]):
        return True
    if text_at(row, k + 1) in _LEVELS:
        k += 1
    if k and row[k - 1].text in _COMPARES and _in_brackets(row, k + 2):
        return at != k + 2
    value = k + 2 + (k + 2 < len(row) and row[k + 2].role in ("link", "drop", "beyond"))  # 去年的近9.4万亩
    if value >= len(row) or row[k + 1].text != "的" or row[value].kind != "quantity":
        return False
    return at < value or any(t.kind != "quantity" for t in row[value:at])


def came_to(row: Row, k: int, at: int) -> bool:
    """Tell whether a time is when the value was reached that is gone on about: 由A增至[去年底]的36万头，占全省的四成.

    Not within a longer time that leads the sentence (十年来，…), nor behind what goes on to tell of what there is.
    """
    if not is_reached(row, k) or any(t.text in _ELSE for t in row[k:at]):
        return False
    return not any(t.period and covers(t.period, row[k].period) and dates(row, j) for j, t in enumerate(row[:k]))


_ELSE = frozenset({"共", "先后", "有", "现有"})
NOW = frozenset("目前 现在 如今 现如今 眼下 当前 时下 而今 现今 截至目前".split())
"""What says that something holds when the text was written."""


def is_reached(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of the value that a from–to pair ends with: 由2013年的31%降到[去年]的3%."""
    if k + 2 >= len(row) or not k or not row[k - 1].text.endswith(("到", "至")) or row[k + 1].text != "的":
        return False
    value = row[k + 2].quantity
    return value is not None and any(t.unit == value.base_unit for t in row[:k])


def covers(whole: Period, part: Period | None) -> bool:
    """Tell whether a time lies within another one."""
    if part is None or part.start is None or whole.start is None:
        return False
    return whole.start <= part.start and (whole.end is None or (part.end is not None and part.end <= whole.end))


def follows(period: Period, other: Period | None) -> bool:
    """Tell whether `period` ends in a later year than `other`."""
    if other is None or period.start is None or other.end is None or period.end is None:
        return False
    return period.end.year > other.end.year


_FROM = frozenset({"由", "从"})
_TURNS = frozenset({"转为", "变为", "转", "转正", "改为", "转至"})
"""Verbs of a turn; what is told before one happened in a time of its own: 利润由[11月份]同比下降转为增长11%."""
_COMPARES = frozenset(
    "同比 比 较 与 同 跟 较之 相比 相较 对比 超 已超 已超过 远超 高于 低于 快于 慢于 优于 超过 不低于 不少于 不超过 多于 少于 好于".split()
)


_AND = frozenset("、和与及")


@once
def compared(row: Row, k: int) -> bool:
    """Tell whether a time is what something is compared with: 比上年, 较2011年, 不低于今年, 是1978年的10倍."""
    if k and row[k - 1].kind == "word" and row[k - 1].text in _COMPARES:
        return not _has_its_value(row, k)
    if k > 1 and row[k - 1].text in _AND and row[k - 2].period:
        return compared(row, k - 2)  # 增速比前三季度、[上年]分别回落3.1个和0.6个百分点
    behind = text_at(row, k + 1)
    number = next((j for j in range(k + 2, min(len(row), k + 4)) if row[j].quantity), None)
    if behind == "水平" and k and row[k - 1].text.endswith(("到", "至")):
        return True  # 外出规模恢复至[上年同期]水平
    if behind == "相比" or (behind == "的" and number is not None and row[number].unit == "倍"):
        return True
    return _of_a_whole(row, k)


def _has_its_value(row: Sequence[Token], k: int) -> bool:
    """Tell whether what follows is the amount of that time: 超过[上年]的1.1亿元, 比[2018年]高峰期的6元低."""
    if text_at(row, k + 1) in _LEVELS:
        k += 1
    if _in_brackets(row, k + 2):
        return True
    amount = row[k + 2].quantity if k + 2 < len(row) and row[k + 1].text == "的" else None
    then = k + 3 + (text_at(row, k + 3) in SOMEWHAT)
    moves = then < len(row) and row[then].role in ("up", "down", "more", "less")
    if amount is not None and moves and (amount.dimension == "percentage" or amount.base_unit == "比"):
        return True  # 比[2014年]的25.6%提高6.4个百分点, 比[2012年]的3.93∶1有所缩小
    return amount is not None and amount.dimension in ("money", "people", "households", "mass", "area", "energy")


def value_compared(row: Sequence[Token], at: int) -> Period | None:
    """Return the time whose own value a number is, with which another one is compared: 比[2009年]的1196元提高92%."""
    when = at - 3 if at > _WITH_LEVEL and row[at - 2].text in _LEVELS else at - 2  # 比2018年[高峰期]的6元低
    led = at > 2 and row[at - 1].text == "的" and row[when - 1].text in _COMPARES
    if at > 2 and _in_brackets(row, at) and row[at - 3].text in _COMPARES:
        return row[at - 2].period  # 比[上年]（52.2%）上升0.3个百分点
    return row[when].period if led else None


def _in_brackets(row: Sequence[Token], at: int) -> bool:
    """Tell whether a number stands alone in brackets."""
    return (
        0 < at < len(row) - 1 and row[at].quantity is not None and row[at - 1].text == "(" and row[at + 1].text == ")"
    )


_WITH_LEVEL = 3
_LEVELS = frozenset("高峰期 高峰 峰值 高位 高点 最高点 低位 低谷 低点 谷底 最低点 水平 同期".split())


def _of_a_whole(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of the whole that a share is of: 是[去年]外出务工人数的105%."""
    while k and row[k - 1].kind == "period":
        k -= 1
    before = row[k - 1] if k else None
    if before is None or before.role not in ("link", "share", "beyond") or before.text in ("到", "至", "有"):
        return False
    number = next((j for j in range(k + 1, len(row)) if row[j].kind in ("quantity", "mark")), None)
    of = number is not None and any(t.text == "的" for t in row[number - (2 if row[number - 1].role else 1) : number])
    return number is not None and of and row[number].unit in ("%", "分之", "倍")
