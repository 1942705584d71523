"""When: the period of a statement, what a change is measured against, the period of a whole document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from .phrases import clause_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Period
    from .scope import Scope
    from .tokens import Token


def is_stretch(period: Period) -> bool:
    """Tell whether a period is a year, months or a plan's years, which a section may be about; a day is not."""
    first, _, last = (period.edtf or "").partition("/")
    return bool(first) and len(first) <= MONTH_LONG and last != ".."


def is_day(period: Period | None) -> bool:
    """Tell whether a period is a day."""
    return period is not None and len(period.edtf or "") == DAY_LONG


def dates(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time holds for what follows it: it leads its clause and names a time."""
    if compared(row, k) or _vague(row[k]) or _attributive(row, k) or _valued(row, k, -1) or _lasts(row[k]):
        return False
    if _of_a_first_value(row, k):
        return False
    while k and row[k - 1].kind in ("region", "period"):
        k -= 1
    before = row[k - 1] if k else None
    if before is None or before.kind == "mark" or before.tag in ("c",):
        return True
    if before.text in ("截至", "截止", "到", "至", "自", "从", "自从", "截止到"):
        return True
    behind = row[k + 1] if k + 1 < len(row) else None
    if before.text in ("预计", "预期", "估计", "初步核算", "力争"):
        return True
    if before.text in ("在", "于"):
        return behind is None or behind.kind == "mark"
    return before.nominal and behind is not None and (behind.text in ("在", "从", "对") or behind.tag in ("v", "d"))


def _of_a_first_value(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of what something came from alone: 地头价从[2017年]每公斤16元跌到七八元."""
    if not k or row[k - 1].text not in _FROM:
        return False
    end = next((j for j in range(k + 1, len(row)) if row[j].kind == "mark" and row[j].text in "，,；;。"), len(row))
    values = [j for j in range(k + 1, end) if row[j].quantity]
    if len(values) != 2 or row[values[0]].unit != row[values[1]].unit or values[0] - k > _NEAR_VALUE:
        return False
    return any(t.text.endswith(("到", "至")) for t in row[values[0] + 1 : values[1]])


_NEAR_VALUE = 4


def _lasts(token: Token) -> bool:
    """Tell whether a time only says how long a change took: [10年]增长了9倍."""
    return (
        token.period is not None and token.period.rule == "periods/duration" and _BARE.fullmatch(token.text) is not None
    )


_BARE = re.compile("[0-9一二三四五六七八九十两]+年")
_HEIGHTS = frozenset(
    "新高 新低 最高 最低 最大 最小 最好 最快 最多 最高值 最低值 最高水平 最好水平 最高点 之最 峰值".split()
)
_AIMED_AT = frozenset({"目标", "任务", "计划", "预算", "目标任务", "预期"})
_PRICED = frozenset({"不变价", "可比价", "不变价格", "可比价格", "价格"})


def _attributive(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time that is still open only says which things are meant: 对[2013年以来]的识别数据."""
    period = row[k].period
    if k + 1 < len(row) and row[k + 1].text in _PRICED:
        return True  # 2300元([2010年]不变价)
    if k + 1 < len(row) and row[k + 1].text == "第" and any(t.period for t in row[:k]):
        return True  # 今天招标发行[2025年]第三期国债
    if row[k].text.endswith("全年") and k + 1 < len(row) and row[k + 1].text in _AIMED_AT:
        return True  # 完成[全年]目标任务的99.8%
    if any(a.text == "的" and b.text == "基础" for a, b in pairwise(row[k + 1 : k + 6])):
        return True  # 在[一季度]良好开局的基础上
    if _in_the_face_of(row, k):
        return True
    if k + 1 < len(row) and row[k + 1].text in _HEIGHTS:
        return True  # 创[今年入夏以来]新高，比去年同期增加4.1%
    if any(t.text == "出生" for t in row[k + 1 : k + 3]):
        return True  # [2011年11月10日]后出生的女孩
    if k + 1 < len(row) and row[k + 1].text.startswith("平均") and row[k].text[:1] in "两二三四五六七八九十":
        return True  # [两年]平均增长9.7% is a rate, not of when
    follows = k + 2 < len(row) and row[k + 1].text == "的" and row[k + 2].kind == "word"
    return follows and period is not None and period.rule == "periods/since"


def _in_the_face_of(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is that of what a clause only leads in with: 面对[2003年]的非典疫情，…; 受[去年]基数偏高影响，…."""
    first, last = k, k
    while first and row[first - 1].kind != "mark":
        first -= 1
    while last + 1 < len(row) and row[last + 1].kind != "mark":
        last += 1
    return row[first].text == "面对" or (row[first].text == "受" and row[last].text == "影响")


def _vague(token: Token) -> bool:
    """Tell whether a time says nothing of when: 近年来, 一直以来."""
    return token.period is not None and token.period.edtf is None and token.period.rule != "periods/since"


def _valued(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time belongs to one other value alone: 从2014年底的5395.2元增加到2019年底的9083.5元."""
    following = row[k + 1].quantity if k + 1 < len(row) else None
    if following is not None and following.dimension == "age":
        return True
    if k and row[k - 1].text in _FROM and any(t.text in _TURNS for t in row[k : max(k, at)]):
        return True
    if k + 2 >= len(row) or row[k + 1].text != "的" or row[k + 2].kind != "quantity":
        return False
    return at < k + 2 or any(t.kind != "quantity" for t in row[k + 2 : at])


_FROM = frozenset({"由", "从"})
_TURNS = frozenset({"转为", "变为", "转", "转正", "改为", "转至"})
"""What was so before the turn has its own time: 利润由[11月份]同比下降转为增长11%."""
_COMPARES = frozenset(
    "同比 比 较 与 同 跟 较之 相比 相较 对比 超 已超 已超过 远超 高于 低于 快于 慢于 优于 超过 不低于 不少于 不超过 多于 少于 好于".split()
)


def compared(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is what something is compared with: 比上年, 较2011年, 不低于今年, 是1978年的10倍."""
    if k and row[k - 1].kind == "word" and row[k - 1].text in _COMPARES:
        return not _has_its_value(row, k)
    behind = row[k + 1].text if k + 1 < len(row) else ""
    number = next((j for j in range(k + 2, min(len(row), k + 4)) if row[j].quantity), None)
    if behind == "相比" or (behind == "的" and number is not None and row[number].unit == "倍"):
        return True
    return _of_a_whole(row, k)


def _has_its_value(row: Sequence[Token], k: int) -> bool:
    """Tell whether what follows is the amount of that time: 超过[上年]的1.1亿元."""
    amount = row[k + 2].quantity if k + 2 < len(row) and row[k + 1].text == "的" else None
    return amount is not None and amount.dimension in ("money", "people", "households", "mass", "area", "energy")


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


def period_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Period | None, str]:
    """Return the period of the number at an index, and whence: ``clause``, ``sentence``, ``paragraph``, ``document``."""
    own = _behind_it(row, at)
    for k in range(at - 1, -1, -1):
        if own is not None and row[k].kind == "mark" and row[k].text in "，,；;。":
            return own, "clause"
        skipped = row[k].kind == "period" and (compared(row, k) or _vague(row[k]) or _attributive(row, k))
        if row[k].kind == "period" and not (
            skipped or _valued(row, k, at) or _of_things(row, k) or _of_a_first_value(row, k)
        ):
            if (reached := _reached(row, k)) is not None:
                return row[reached].period, near(row, reached, at)
            return opened(row, k, at), near(row, k, at)
        if row[k].text in _UNDATED and not compared(row, k) and (row[k].kind == "period" or opens_clause(row, k)):
            return None, "sentence"
    for k in range(at + 1, len(row)):
        if row[k].period and not _vague(row[k]) and not compared(row, k):
            if k + 2 < len(row) and row[k + 1].tag == "v" and row[k + 2].text == "的":
                break  # 分布在[上世纪50年代]修建的办公楼里
            return row[k].period, "clause"
        if row[k].quantity or row[k].kind == "mark" or row[k].tag == "p":
            break
    if any(t.text in _NOW for t in clause_before(row, at)):
        return scope.year, "document"  # 2016年脱贫1.2万人。全县[现]有果园10万亩
    if scope.dated and not (scope.is_ahead() and any(t.text in _DONE for t in row)):
        return scope.period, "paragraph"
    return scope.year, "document"


def opens_clause(row: Sequence[Token], k: int) -> bool:
    """Tell whether a token is the first of its clause."""
    return k == 0 or row[k - 1].kind == "mark"


def _behind_it(row: Sequence[Token], at: int) -> Period | None:
    """Return the time that stands between what is counted and what is said of it: 90个建制村[今年初]全部通了硬化路."""
    for k in range(at + 1, len(row) - 1):
        if row[k].period and not _vague(row[k]) and not compared(row, k):
            said = k > at + 1 and row[k + 1].kind == "word" and row[k + 1].tag in ("v", "d") and row[k + 1].text != "的"
            return row[k].period if said else None
        if row[k].kind != "word" or row[k].tag in ("p", "v", "u"):
            return None
    return None


def _of_things(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time only says which things are meant, where the sentence has another: 1至4月…，其中[今年]出台的政策…."""
    of = next((j for j in range(k + 2, min(len(row), k + 5)) if row[j].text == "的"), 0)
    deed = (
        of
        and any(t.tag in ("v", "vn") for t in row[k + 1 : of])
        and all(t.kind == "word" and not t.role for t in row[k + 1 : of])
    )
    return bool(deed) and any(t.kind == "period" and not _vague(t) for t in row[:k])


_UNDATED = frozenset(
    (
        "从前 过去 以前 往年 早年 早些年 前些年 高峰时 平日 当初 起初 原来 原先 早先 往常 "
        "连日来 这几天 这些天 这两天 这几个月 这段时间 近期 最近 近来 一时间 头十天 近段时间"
    ).split()
)
"""Times of their own that no reader could date, for which what was named before does not hold: [从前]挑水要走三里路."""
_NOW = frozenset({"现", "现有", "现已", "现存", "现共", "现共有"})
_UNTIL = frozenset({"截至", "截止", "截止到", "截至到"})


def _reached(row: Sequence[Token], k: int) -> int | None:
    """Return where the sentence says up to when its running year is told of: 截至[6月底]，两地今年已投入3.21亿元."""
    running = row[k].period
    year = running.edtf if running else None
    unknown = running is not None and year is None and running.rule == "periods/since"
    if not unknown and (year is None or len(year) != YEAR_LONG):
        return None
    for j in range(k - 1, 0, -1):
        until = row[j].period
        if row[j].quantity is not None:
            return None  # 截至10月底投入28亿元，其中今年8亿元
        if until is not None and row[j - 1].text in _UNTIL:
            return j if until.edtf and (year is None or until.edtf.startswith(year + "-")) else None
    return None


_DONE = frozenset({"已", "已经", "正在", "正", "了", "如今", "现在"})
"""Words of what is done or under way."""


def opened(row: Sequence[Token], k: int, at: int) -> Period | None:
    """Return the period, open where the text says that it only begins there: 从2015年4月份开始; 从2009年，国家启动…以来."""
    period = row[k].period
    led = k > 0 and row[k - 1].text in _BEGINS
    if period is not None and period.edtf is None and k > 2 and row[k - 2].period and row[k - 3].text in _BEGINS:
        return _open_end(row[k - 2].period)
    behind = row[k + 1].text if k + 1 < len(row) else ""
    if behind in _BEGUN or (led and any(t.text.endswith("以来") for t in row[k:at])):
        return _open_end(period)
    return period


_BEGINS = frozenset({"从", "自", "自从"})


_BEGUN = frozenset({"开始", "起", "起始", "以来", "之后", "以后"})


def _open_end(period: Period | None) -> Period | None:
    if period is None or period.edtf is None or "/" in period.edtf:
        return period
    return replace(period, edtf=f"{period.edtf}/..", end=None)


def near(row: Sequence[Token], k: int, at: int) -> str:
    """Tell whether a token stands in the ``clause`` of the number at ``at`` or only in its ``sentence``."""
    return "clause" if not any(t.kind == "mark" and t.text in "，,；;：:。" for t in row[k:at]) else "sentence"


def baseline_of(row: Sequence[Token], at: int, period: Period | None, source: int | None) -> Period | None:
    """Return what a change is measured against: 较2011年, 同比, 比上年; for a from–to pair the time of the first value."""
    if source is not None:
        for k in range(source - 1, max(-1, source - 6), -1):
            if row[k].kind == "period":
                return row[k].period
            if row[k].text in ("由", "从") or (row[k].kind == "mark" and row[k].text in "，,；;。"):
                break
        return None
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "；;。":
            break
        if token.kind == "quantity" and not token.lasts:
            break
        if token.kind == "period" and compared(row, k):
            behind = row[k + 1].text if k + 1 < len(row) else ""
            if ("同期" in token.text or behind.startswith("同期")) and period is not None:
                stated = token.period is not None and token.period.edtf is not None and not token.period.implied
                return token.period if stated and "同期" in token.text else year_before(period, token)  # 比2019年同期
            return _last_before(token, period, ends=behind.startswith("末"))
        if token.text in ("同比", "按年", "同期", "上年同期", "去年同期") and period is not None:
            return year_before(period, token)
    return None


def _last_before(word: Token, period: Period | None, *, ends: bool) -> Period | None:
    """Return what is compared with; 上年 is the year before the statement's own, whenever the text was written.

    ``ends`` tells that 末 stands behind the word: 较上季末 is against the last month of the quarter.
    """
    named = word.period
    if named and period and any(same in word.text for same in ("同月", "同期", "同日")):
        return year_before(period, word)
    if named and period and word.text.startswith(("上月", "上个月")) and len(period.edtf or "") == MONTH_LONG:
        return _month_before(period)
    if named and period and word.text.startswith("上季") and (before := _quarter_before(period, ends=ends)):
        return before
    if (
        named
        and period
        and word.text.startswith(("上年", "上一年"))
        and named.edtf
        and (period.edtf or "")[:4] == named.edtf[:4]
    ):
        return year_before(period, word)
    return named


def _month_before(period: Period) -> Period:
    """Return the month before that of a statement: what 比上月 is compared with, whenever the text was written."""
    year, month = map(int, (period.edtf or "").split("-"))
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    last = (period.start or date(year, month, 1)).replace(day=1) - timedelta(days=1)
    return replace(period, edtf=f"{year:04d}-{month:02d}", start=last.replace(day=1), end=last, implied=("date",))


def _quarter_before(period: Period, *, ends: bool) -> Period | None:
    """Return the quarter before that in which a statement's time ends, or its last month; None for a time of whole years."""
    last = (period.edtf or "").rpartition("/")[2]
    if len(last) < MONTH_LONG:
        return None
    year, month = int(last[:4]), int(last[5:7])
    number = 4 * year + (month - 1) // 3 - 1
    year, first = number // 4, number % 4 * 3 + 1
    start, end = date(year, first, 1), date(year, first + 2, 28)
    start, end = (end.replace(day=1), end) if ends else (start, end)
    end = (end + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    edtf = f"{year:04d}-{first + 2:02d}" if ends else f"{year:04d}-{first:02d}/{year:04d}-{first + 2:02d}"
    return replace(period, edtf=edtf, start=start, end=end, implied=("date",), rule="indicators/quarter_before")


_YEAR = re.compile(r"\d{4}")


def year_before(period: Period, word: Token) -> Period | None:
    """Return the same stretch of the year before, read from a word like 同比."""
    if period.edtf is None or ".." in period.edtf:
        return None
    edtf = _YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", period.edtf)
    return replace(
        period,
        edtf=edtf,
        start=_back(period.start),
        end=_back(period.end),
        implied=("date",),
        rule="indicators/year_on_year",
    )


def _back(day: date | None) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


YEAR_LONG, MONTH_LONG, DAY_LONG = 4, 7, 10
