"""When: the period of a statement."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..rows import CLAUSE_ENDS, COMMAS, clause_begin, clause_end, near, once, opens_clause, text_at
from ..vocabulary import MADE_KNOWN
from .dating import (
    YEAR_LONG,
    came_to,
    compared,
    covers,
    dates,
    has_value,
    is_acted_on,
    is_aside,
    is_attributive,
    is_day,
    is_of_a_life,
    is_vague,
    of_a_first_value,
    says_which,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Period
    from ..rows import Row, Token
    from ..scope import Scope


def period_of(row: Row, at: int, scope: Scope) -> tuple[Period | None, str]:
    """Return the period of the number at an index, and whence: ``clause``, ``sentence``, ``paragraph``, ``document``."""
    own = _behind_it(row, at)
    first = 0 if own is None else clause_begin(row, at)
    for k in reversed(_may_date(row)):
        if k >= at:
            continue
        if k < first:
            break
        if row[k].kind == "period" and not _dates_something_else(row, k, at):
            if (reached := _reached(row, k)) is not None:
                return row[reached].period, near(row, reached, at)
            if is_day(row[k].period) and any(_is_some_feast(row, j) for j in range(k + 1, at)):
                return None, "sentence"
            return opened(row, k, at), near(row, k, at)
        if row[k].text in _UNDATED and not compared(row, k) and (row[k].kind == "period" or opens_clause(row, k)):
            return None, "sentence"
        if is_of_late(row, k, at) or _is_before_it(row, k) or _is_once_built(row, k):
            return None, "sentence"
    if own is not None:
        return own, "clause"
    for k in range(at + 1, len(row)):
        if row[k].period and not is_vague(row[k]) and not compared(row, k):
            if k + 2 < len(row) and row[k + 1].tag == "v" and row[k + 2].text == "的":
                break  # 分布在[上世纪50年代]修建的办公楼里
            return row[k].period, "clause"
        if row[k].quantity or row[k].kind == "mark" or row[k].tag == "p":
            break
    now = not _NOW.isdisjoint(row.words) and any(t.text in _NOW and _is_now(row, k) for k, t in enumerate(row[:at]))
    if now and not scope.time.is_day_of(scope.setting.year_published):
        return scope.section.year or scope.setting.now, "document"  # 2016年脱贫1.2万人。全县[现]有果园10万亩
    if scope.time.dated and not (
        (scope.time.is_ahead_of(scope.setting.year_published) and not _DONE.isdisjoint(row.words))
        or _is_years_on(row, at)
    ):
        return scope.time.period, "paragraph"
    return scope.section.year, "document"


def _is_some_feast(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause opens with a feast of unknown days: 今天发布的数据显示，[春节期间]… tells of no day."""
    period = row[k].period
    return period is not None and period.edtf is None and period.rule == "periods/festival" and opens_clause(row, k)


@once
def _may_date(row: Row) -> list[int]:
    """Return where anything stands that may date what follows: the times, words of no known date, before or after an event."""
    return [k for k, t in enumerate(row) if t.period or t.text in _UNDATED or t.text.endswith(_BEFORE_OR_AFTER)]


_BEFORE_OR_AFTER = ("前", "后")


def _dates_something_else(row: Row, k: int, at: int) -> bool:
    """Tell whether a time in front of the number at ``at`` is that of something else than it, or of nothing."""
    return (
        compared(row, k)
        or (row[k].text == "同期" and k > 0 and row[k - 1].period is not None)  # 五年前[同期]报2.8人
        or is_vague(row[k])
        or (is_attributive(row, k) and not _is_planned(row, k, at))
        or _says_which_of(row, k, at)
        or (has_value(row, k, at) and not came_to(row, k, at))
        or ((aside := is_aside(row, k)) is not None and aside < at)
        or _of_things(row, k, at)
        or of_a_first_value(row, k)
        or _founded_then(row, k, at)
        or is_of_a_life(row, k)
        or _says_what_for(row, k, at)
    )


def _says_what_for(row: Row, k: int, at: int) -> bool:
    """Tell whether a time is only the deadline of what a deed of a later clause is for: 为赶在[6月25日]前插完秧，投入插秧机30台."""
    begin, end = clause_begin(row, k), clause_end(row, k)
    led = next((t.text for t in row[begin : min(k, begin + 4)] if t.text in _FOR), "")
    by = any(t.text.endswith(("前", "内")) for t in row[k : min(end, k + 3)])
    return end < at and bool(led) and by


_FOR = frozenset("为 为了 为确保 为赶在".split())


def _founded_then(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time is only when the thing came to be of which a later clause tells: 始建于[1998年]，占地120亩."""
    closes = k + 1 < at and row[k + 1].kind == "mark" and row[k + 1].text in "，,"
    return closes and _FOUNDED.search("".join([t.text for t in row[max(0, k - 3) : k]])) is not None


_FOUNDED = re.compile("(?:成立|建|创办|创立|组建|设立|诞生|创建|注册|兴办|建成|投产|开业|开办)于$")


def _is_planned(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the number is what was planned for the time: 占[年初]预算6.1亿元的40.4%."""
    return at - k in (2, 3) and row[at].unit == "元" and row[k + 1].text.startswith("预算")


def _says_which_of(row: Row, k: int, at: int) -> bool:
    """Tell whether a time only says which things are meant, where one in front of it dates the sentence.

    What was made known of a time gone by is data of it: 今天公布了[9月份]数据; 今天发布了[今年]的计划 tells of today.
    """
    dated = next((row[j].period for j in row.times if j < k and dates(row, j)), None)
    if dated is None or not (says_which(row, k) or _inside_a_clause(row, k, at)):
        return False
    known = any(t.text in MADE_KNOWN for t in row[max(0, k - 2) : k])
    return not known or _runs_on(row[k].period, dated)


def _inside_a_clause(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time is told inside a clause without a number before the number's own: 改变了[去年]的下降态势，增长6%."""
    led = "".join([t.text for t in row[max(0, k - 2) : k]]).rstrip("了着过")
    if not is_acted_on(row, k) or led.endswith(_UP_TO) or is_day(row[k].period):
        return False
    time = row[k].period
    if time is None or time.rule in _STRETCHES:
        return False
    end = next((j for j in range(k + 1, at) if row[j].kind in ("mark", "quantity")), at)
    return end < at and row[end].text in CLAUSE_ENDS


_STRETCHES = frozenset({"periods/duration", "periods/since", "periods/event"})
_UP_TO = ("到", "至", "在", "于", "截止")


def _runs_on(year: Period | None, day: Period) -> bool:
    """Tell whether a year is not over at a time."""
    if year is None or year.end is None or len(year.edtf or "") != YEAR_LONG:
        return False
    return day.end is None or year.end > day.end


def _behind_it(row: Row, at: int) -> Period | None:
    """Return the time that stands between what is counted and what is said of it: 90个建制村[今年初]全部通了硬化路."""
    folk = row[at].unit in ("人", "户")
    first = at + 1 + (folk and row[at + 1 : at + 2] != [] and row[at + 1].unit == "人")
    for k in range(first, len(row) - 1):
        if row[k].period and not is_vague(row[k]) and not compared(row, k):
            said = row[k + 1 + (row[k + 1].text in _BY and k + 2 < len(row))]
            if folk and k == first and said.kind == "word" and (said.tag == "vn" or said.text in _ALL):
                return row[k].period  # 剩余4.8万人[明年]脱贫, 1524户6931人[去年底]全部脱贫
            return row[k].period if k > first and said.kind == "word" and said.tag in ("v", "d") else None
        if row[k].kind != "word" or (row[k].tag in ("p", "v", "u") and row[k].text not in _SET_FOR):
            return None
    return None


_ALL = frozenset({"全部", "全", "均", "都", "清零", "如期", "实现", "可"})
_BY = frozenset({"前", "之前", "以前"})
_SET_FOR = frozenset({"将", "在", "于", "将在", "将于", "自"})


def _of_things(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time only says which things are meant, where the sentence has another: 1至4月…，其中[今年]出台的政策….

    Not where what is meant are those counted (今年考上大学的17名), nor where a clause opens with a time apart from the other.
    """
    of = next((j for j in range(k + 2, min(len(row), k + 5)) if row[j].text == "的"), 0)
    deed = (
        of
        and any(t.tag in ("v", "vn") for t in row[k + 1 : of])
        and all(t.kind == "word" and not t.role for t in row[k + 1 : of])
    )
    others = [t.period for t in row[:k] if t.period and not is_vague(t)]
    if not deed or not others:
        return False
    if of + 1 == at and not row[k + 1].text.startswith(("规划", "计划")):
        return False
    time = row[k].period
    return not opens_clause(row, k) or time is None or any(covers(time, p) or covers(p, time) for p in others)


_ONCE = frozenset(
    "从前 过去 以前 往年 早年 早些年 前些年 高峰时 平日 当初 起初 原来 原先 早先 往常 好年景 好年成 好年头 丰年 旱年 灾年".split()
)
LATELY = frozenset("连日来 这几天 这些天 这两天 这几个月 这段时间 近期 最近 近来 一时间 头十天 近段时间".split())
_UNDATED = _ONCE | LATELY
"""Times of their own that no reader could date, for which what was named before does not hold: [从前]挑水要走三里路."""


def _is_now(row: Sequence[Token], k: int) -> bool:
    """Tell whether a word says what there is now: not 在[现有]利率基础上, nor what a notice does: [现]将2100万元下达你县."""
    if k > 0 and row[k - 1].tag == "p":
        return False
    onward = row[k + 1] if k + 1 < len(row) else None
    return row[k].text != "现" or onward is None or (onward.tag != "p" and onward.text not in _NOTIFIES)


_NOTIFIES = frozenset("将 把 就 予以 决定 下达 印发 公布 提出 提前 拨付 转发".split())


_OF_LATE = frozenset("近日 日前 前不久 不久前 前段时间 前阵子".split())


def _is_before_it(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause says that it was so before some event: [搬迁前]，人均纯收入2600元; 震前，; 退耕前亩产120斤."""
    onward = row[k + 1] if k + 1 < len(row) else None
    closes = onward is not None and (onward.text in COMMAS or onward.nominal or onward.kind == "region")
    if not closes or not row[k].text.endswith("前"):
        return False
    told = row[k].text.removesuffix("前")
    first = k if told else k - 1
    event = told or (row[first].text if first >= 0 and row[first].kind == "word" else "")
    while event in _EVENTS and first and row[first - 1].kind == "region":
        first -= 1  # 甘谷县退耕前
    return event in _EVENTS and opens_clause(row, first)


def _is_once_built(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause tells how a thing will work, whenever that is: 20日开工，[建成后]每年可供水1.2亿立方米.

    Not where the sentence has said when it is to be ready: 9月底完工，建成后可安置300人.
    """
    after = row[k].text in ("后", "以后", "之后") and k > 0 and row[k - 1].text.endswith(_BUILT)
    built = k - 1 if after else k
    if not after and not (row[k].text.endswith("后") and row[k].text[:-1].endswith(_BUILT)):
        return False
    while built and row[built - 1].tag in ("v", "vn", "d", "b") and row[built - 1].kind == "word":
        built -= 1
    ready = any(t.text.endswith(_BUILT) for t in row[:built])
    return opens_clause(row, built) and row[k].period is None and not ready


_BUILT = (
    "建成",
    "投产",
    "投运",
    "投用",
    "达产",
    "投入使用",
    "投入运营",
    "完工",
    "并网",
    "发电",
    "通车",
    "竣工",
    "运营",
    "贯通",
)
_EVENTS = frozenset(
    "搬迁 搬 脱贫 震 灾 入社 改造 改革 通车 通路 修路 扶贫 结对 入住 开发 退耕 解放 疫情 摘帽 之 此 建档立卡 整治".split()
)
_LEARNT = frozenset("获悉 了解 了解到 公布 发布 公示 宣布 通报 介绍 透露 印发 出台 表示 披露 说 称 指出".split())


def is_of_late(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a statement is of some day not long ago: [近日]，全县召开大会; not what was made known then of another time."""
    late = row[k].kind == "period" and row[k].text in _OF_LATE
    return late and not any(t.text in _LEARNT or (t.period and t.period.edtf) for t in row[k + 1 : at])


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


def _is_years_on(row: Sequence[Token], at: int) -> bool:
    """Tell whether it is told what came of years of work: 六十年代还是穷地方。[经过34年]苦干，已修梯田94万亩."""
    for k in range(min(at, _OPENING) - 1):
        lasted = row[k + 1].quantity
        if row[k].text in _AFTER and lasted is not None and lasted.unit.endswith("年"):
            return True
    return False


_AFTER, _OPENING = frozenset({"经过", "历经", "经"}), 5
_DONE = frozenset({"已", "已经", "已有", "已达", "正在", "正", "了", "如今", "现在"})
"""Words of what is done or under way."""


def opened(row: Sequence[Token], k: int, at: int) -> Period | None:
    """Return the period, open where the text says that it only begins there: 从2015年4月份开始; 从2009年，国家启动…以来."""
    period = row[k].period
    if row[k].text in _TO_NOW and (begun := _begun_with(row, k)) is not None:
        return _open_end(begun)
    led = k > 0 and row[k - 1].text in _BEGINS
    if period is not None and period.edtf is None and k > 2 and row[k - 2].period and row[k - 3].text in _BEGINS:
        return _open_end(row[k - 2].period)
    behind = "".join(t.text for t in row[k + 1 : k + 3]) if text_at(row, k + 1) == "算" else ""
    behind = behind or text_at(row, k + 1)
    if behind in _BEGUN or (led and any(t.text.endswith("以来") for t in row[k:at])):
        return _open_end(period)
    return period


def _begun_with(row: Sequence[Token], k: int) -> Period | None:
    """Return the time with which a clause begins that runs up to now: 自[2010年]成立至今, 方案[2017年]开办至今."""
    for j in range(k - 1, 0, -1):
        if row[j].kind == "mark":
            return None
        begins = row[j - 1].text in _BEGINS or (j + 2 == k and row[j + 1].text in _OPENS)
        if row[j].period and begins:
            return row[j].period
    return None


_OPENS = frozenset(
    "成立 创办 开办 启动 实施 上线 运行 开业 投产 推行 推出 试行 开展 设立 组建 创建 建成 运营 入股 入驻".split()
)
_TO_NOW = frozenset({"至今", "迄今", "至目前", "到现在", "到目前", "到如今"})
_BEGINS = frozenset({"从", "自", "自从"})


_BEGUN = frozenset({"开始", "起", "起始", "算起", "以来", "之后", "以后", "后"})


def _open_end(period: Period | None) -> Period | None:
    if period is None or period.edtf is None or "/" in period.edtf:
        return period
    return replace(period, edtf=f"{period.edtf}/..", end=None)
