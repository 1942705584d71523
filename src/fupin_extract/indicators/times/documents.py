"""The year, quarter or months that a whole document is about."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...periods import census_told
from ...records import Period, Span
from .dating import DAY_LONG, MONTH_LONG, YEAR_LONG, is_day, tells_of_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...text import Text

    Dated = tuple[int, int, Period]
    """A time with where it begins and ends in the working text."""


def of_the_day(published: date) -> Period:
    """Return the day on which the text was published, as the time of what there is now: 现有学校126所."""
    return Period(Span(0, 0), "", published.isoformat(), published, published, ("date",), "indicators/now")


def document_period(
    document: Text, title_end: int, periods: Sequence[Dated], first: int, published: date | None
) -> Period | None:
    """Return the year, quarter or months that the whole document is about, by its title or by how it opens.

    A title that names it decides (2016年国民经济和社会发展统计公报), else the first time named, where it stands in the first
    sentence before any number (``first``) and is a stretch inside one year: 今年前三季度, 2022年. A day, 目前 and a stretch
    that is still open are none, nor is what something is compared with; 今年 says when the text was written, not what
    of, and a month with its year begins a story, not a report, nor does it report on a time long gone by or to come.
    """
    times = list(itertools.takewhile(lambda time: time[0] <= first, periods))
    titled = [time for time in times if time[0] < title_end]
    return (
        _of_the_title(document.text, title_end, titled)
        or _of_the_opening(document.text, title_end, times[len(titled) :], published)
        or _bulletin(document, title_end)
        or census_told(document, title_end)
        or _reported(document.text, times, published)
    )


def _of_the_title(text: str, title_end: int, times: Sequence[Dated]) -> Period | None:
    """Return the time that the title says the document is of, None where it names none or only when it was written."""
    title = text[:title_end]
    for at, behind, period in times:
        if text[max(0, at - 1) : at] in _BOUND_BEFORE and not text.endswith(_ABOUT, 0, at):
            continue
        if _is_of_another(text, at, behind, period) or text.startswith(("，", ","), behind):
            continue  # [2018年]，他们脱贫了
        if _REPORT.search(title) and not _REVIEW.match(text, at + YEAR_LONG):
            continue
        if _reviews_years(text, behind, period):
            return period
        if period.rule == "periods/plan" and _reviews(title.replace("\n", ""), period):
            return period
        months = len(period.edtf or "") >= MONTH_LONG and not _DEADLINE.search(period.text)
        if _within_a_year(period.edtf) and (months or not period.implied):
            return period
    return None


def _of_the_opening(text: str, title_end: int, times: Sequence[Dated], published: date | None) -> Period | None:
    """Return the time that the first sentence opens with, if it is one that a document may report on."""
    opening = _opening(text, title_end)
    if opening is None or _ITEM.match(text, opening.start()):
        return None  # ▲定边县:[1—9月]，落实资金…: the next item has a time of its own
    tabled = _TABLE.match(opening[0]) is not None
    for at, behind, period in itertools.takewhile(lambda time: time[0] < opening.end(), times):
        if text[max(0, at - 1) : at] in _LEADING_OTHERS or _is_of_another(text, at, behind, period):
            continue
        if not _is_reported_on(text, at, behind, period) or not (tabled or _is_recent(period, published)):
            continue
        if (year := _of_this_year(period)) is not None:
            return year
        if _are_days_off(period):
            return period
        if _within_a_year(period.edtf) and not (period.implied and len(period.edtf or "") == YEAR_LONG):
            return period
        if period.edtf is not None and not is_day(period):
            break  # 今天公布的数据显示，[今年1到11月]…: the day is that on which it was made known
    return None


def _is_of_another(text: str, at: int, behind: int, period: Period) -> bool:
    """Tell whether a time is that of an issue, of the writing or of what came before: 扶贫简讯（[2019年]第4期）, [1978年]以前."""
    return _NOT_OF_IT.match(text, behind) is not None or _is_of_writing(text, at, behind, period)


_ABOUT = ("关于", "截至", "截止", "截止到")
_ITEM = re.compile(r"[▲△◆◇●○■□★☆※]|[一-鿿]{1,10}[县市区旗州]:")
"""The opening is the first of a list's items, or is told of the place before a colon."""


def _opening(text: str, title_end: int) -> re.Match[str] | None:
    """Return the first sentence behind the title and the lines of the head, or the first line if there is none near."""
    begin = title_end + len(text[title_end:]) - len(text[title_end:].lstrip())
    for line in itertools.islice(_LINE.finditer(text, begin), _HEAD_LINES):
        if any(mark in line[0] for mark in "。！？"):
            begin = line.start()
            break
    return _SENTENCE.match(text, begin)


def _are_days_off(period: Period) -> bool:
    """Tell whether a text opens with a holiday, over which it then tells what was sold and who travelled: “五一”假期."""
    return period.text.endswith(_DAYS_OFF) and len((period.edtf or "").partition("/")[2]) == DAY_LONG


_DAYS_OFF = ("假期", "小长假", "长假", "黄金周", "假日")
_LINE, _SENTENCE = re.compile(r"[^\n]+"), re.compile(r"[^。！？\n]*")
_HEAD_LINES = 6
"""Lines of a head, at most, in which a subtitle, an outlet and a byline stand."""


def _of_this_year(period: Period) -> Period | None:
    """Return the year that a text opens with as not over yet, 今年以来: what it tells of without another time is of that year."""
    begin = (period.edtf or "").removesuffix("/..")
    if period.rule != "periods/since" or begin == period.edtf or len(begin) != YEAR_LONG:
        return None
    return replace(period, edtf=begin, end=date(int(begin), 12, 31)) if period.text.startswith("今年") else None


_QUOTES = frozenset("“‘《「")
"""A time that a name in quotes begins with is of the event that is called so: 举办“109年可可成果发表会”."""
_TABLE = re.compile(r"\s*附?表 ?\d{0,2}[:\s]")
"""The opening is the title of a table."""
_BULLETIN = re.compile(
    r"(?:发布|公布|发表|出版|披露)了?的?《(?P<year>[12]\d{3})年?(?P<of>[^》\n]{0,30})(?:公报|年报|报告|报告书|统计数字|数据|情况|白皮书)(?:[::][^》\n]{2,24})?》"
)
_LEAD = 160
BULLETIN = "indicators/bulletin"
"""The rule of a year that the document which a text reports on has in its name."""


def _bulletin(text: Text, title_end: int) -> Period | None:
    """Return the year of the bulletin that the text opens with: 国家统计局今天发布了《[2020年]国民经济和社会发展统计公报》."""
    found = _BULLETIN.search(text.text, 0, title_end + _LEAD)
    if found is None or "工作" in found["of"]:
        return None  # a report on work is named by the year it was given in
    year, span = int(found["year"]), text.span(*found.span("year"))
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Period(span, found["year"], found["year"], first, last, rule=BULLETIN)


_NOTICE = re.compile(
    r"(?:的通知|[实施行]办法|暂行办法|管理办法|[施指导]意见|的意见|规定|细则|条例)(?:[(（][^)）\n]*[)）])?\s*$"
)
_NO_RULES = re.compile("通报|表扬|表彰|结果|下达|公布")


def lays_down_rules(title: str | None) -> bool:
    """Tell whether a title is that of a notice or of rules: 关于…的通知, …实施办法; not where it only makes something known."""
    return title is not None and _NOTICE.search(title) is not None and _NO_RULES.search(title) is None


def is_statistical(text: Text, title_end: int) -> bool:
    """Tell whether a text is a bulletin or an analysis of figures, or from those who make them: its growth is against the year before."""
    made_by = _STATISTICIANS.search(text.source, 0, text.origin(title_end) + _LEAD)
    return made_by is not None or _STATISTICAL.search(text.text[:title_end]) is not None


_STATISTICIANS = re.compile("[统統][计計][局處处]|[调調][查]总?總?[队隊]|[统統][计計](?:公报|公報|分析)")
_STATISTICAL = re.compile("公报|统计|监测|调查|分析|(?:经济|收入|收支|生产|运行)[^\n，。]{0,8}情况|主要结果")
_TASKS = re.compile(
    r"(?:今年|明年|[12]\d{3}年|年度)[^。\n]{0,24}(?:任务清单|任务书|目标任务|重点任务|工作要点|工作计划|工作安排|工作部署|民生实事)"
    r"|(?:列出|下达|定下|敲定)[^。\n]{0,12}(?:任务|目标|实事)"
)
_OVER = re.compile("完成|落实|兑现|收官|盘点|回顾|总结|进展|成效")


def sets_tasks(text: str, title_end: int) -> bool:
    """Tell whether the text opens by saying that it lists what is to be done: 近日下发工作要点，列出[2017年的硬任务]."""
    lead = text[: title_end + _LEAD]
    title = text[:title_end]
    if _TASKS.search(title) and not _OVER.search(title):
        return True
    return _TASKS.search(lead) is not None and _OVER.search(lead) is None


_REPORTS = re.compile(r"(?:介绍|通报|发布|公布|汇报|回顾)(?:一下)?(?:了)?$")
_REPORTED = re.compile(r"[^。，！？\n]{2,30}?(?:情况|进展|成效|成果|数据|形势)")
_FOREWORD = 700


def _reported(text: str, periods: Sequence[Dated], published: date | None) -> Period | None:
    """Return the time that a press conference is held to tell of: 请他们介绍[上半年]我省推进乡村振兴的有关情况.

    Held before anything is told: one item of a column of briefs tells of its own year alone.
    """
    for at, end, period in periods:
        if at > _FOREWORD:
            return None
        if not _is_recent(period, published):
            continue
        if _within_a_year(period.edtf) and _REPORTS.search(text, max(0, at - 6), at) and _REPORTED.match(text, end):
            return period
    return None


_NOT_OF_IT = re.compile(
    r"第 ?[0-9一二三四五六七八九十百]{1,4} ?[期号]|以前|之前|以后|之后|以来|前夕|期里?作|学年|(?:起|开始)|\s{1,4}\d{1,2}\s{1,4}星期"
)
"""What stands behind a time that is not the document's: an issue's, a masthead's, or one that something came before or after."""
_TERM_REVIEW = re.compile(
    "(?:时期|期间)[^，。]{0,24}(?:情况|成就|成效|总结|回顾|进展|成果)[^，。]{0,6}$|(?:时期|期间)[^，。]{0,24}情况的"
)
"""A title about what a plan's years came to: 关于“十三五”时期交通扶贫工作完成情况的通报."""


def _reviews(title: str, term: Period) -> bool:
    """Tell whether a title is about what a plan's years came to: “十三五”交通扶贫成就, “十三五”时期…完成情况的通报."""
    return term.text.endswith(("五", "”")) or _TERM_REVIEW.search(title) is not None


def _reviews_years(text: str, behind: int, years: Period) -> bool:
    """Tell whether a title is about what was done over years, told up to now or not: 2014—2018年工作总结, 2016年以来减贫综述."""
    return tells_of_years(years) and _OVER_YEARS.match(text, behind) is not None


_OVER_YEARS = re.compile(r"[^\n，。]{0,16}(?:总结|综述|回顾|成就|成效|巡礼|纪实|情况|结果)")
_DEADLINE = re.compile("[底末前起初]$")
_REPORT = re.compile(r"工作报告|施政报告|财政预算案")
"""A report's title has the year it was given in; its sections say which years they are about."""
_REVIEW = re.compile(r"年[^\n]{0,12}?(?:总结|回顾|完成情况|开展情况|进展情况)")
"""A year whose review the title announces, also where it names the next year's plan: 2018年工作总结及2019年工作打算."""


def _is_of_writing(text: str, at: int, behind: int, period: Period) -> bool:
    """Tell whether a month stands on a line with nothing but who wrote the text: when that was, no time that it tells of."""
    if len(period.edtf or "") != MONTH_LONG or period.implied:
        return False
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", behind)
    ends = not text[behind : end if end >= 0 else len(text)].strip(" )\x00")
    return begin > 0 and ends and _WRITER.fullmatch(text[begin:at]) is not None


_WRITER = compile_han(r"[ (\x00]*(?:[一-鿿 \x00]{2,24}(?:[局厅办院委会社组所部队处报]|中心|政府|大学)[ (\x00]*)?")


def _is_reported_on(text: str, at: int, behind: int, period: Period) -> bool:
    """Tell whether a time that opens a text may be what it reports on: 8月份, 前三季度; not 金秋[九月], 去年5至6月."""
    first, _, last = (period.edtf or "").partition("/")
    if len(first) != MONTH_LONG:
        return True
    if not last:
        led = text[at - 1 : at] in _LEADS_IN and text.startswith(_LEADS_IN, behind)
        return bool(period.implied) and (period.text.endswith("份") or led)
    begins, ends = first[-2:], last[-2:]
    return begins == "01" or (ends == "12" and begins == "07") or (begins, ends) in _QUARTERS


def _is_recent(period: Period, published: date | None) -> bool:
    """Tell whether a time is of the year in which the text was published, or of the one before."""
    return published is None or period.start is None or 0 <= published.year - period.start.year <= 1


_LEADS_IN = ("，", ",", ":", "。", "\n", " ", "　")
_QUARTERS = frozenset({("04", "06"), ("07", "09"), ("10", "12")})


def _within_a_year(edtf: str | None) -> bool:
    if edtf is None:
        return False
    first, _, last = edtf.partition("/")
    return len(first) <= MONTH_LONG and (not last or last[:4] == first[:4])


_BOUND_BEFORE = frozenset("比较与同由从至到的于")
_LEADING_OTHERS = _BOUND_BEFORE | _QUOTES


def behind_title(text: Text, title: str | None) -> int:
    """Return where the line ends that the headline does, 0 where it does not stand in the text."""
    at = text.source.find(title[-_LAST:], 0, _HEAD) if title else -1
    return text.text.find("\n", text.working(at)) + 1 if at >= 0 else 0


_LAST, _HEAD = 10, 1500
