"""Stretches measured from a date: 三年来, 近五年, 十年前; plans and events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .moments import Moment, Stretch, of_list
from .reading import Found
from .vocabulary import vocabulary
from .written import (
    CHANGE,
    DURATION,
    YEAR4,
    event_pattern,
    plan_pattern,
    small_number,
    year_number,
)

if TYPE_CHECKING:
    from .reading import Reading

_MEASURES = re.compile(
    r"(?:连续|历时|历经|经过|为期|长达|任期|每|第|用|了|续|满|达|超|期限|不到|不足|至少|需要?|要|将|接|附|临|靠|学制|工龄|党龄)$"
)
_MEASURED = re.compile(r"时间|的?历史|之久|的时间|期(?!间)|有余|未|没|计划|规划|行动|方案|任期|以上|以内")
_PREFIXED = re.compile("[每第]$")
_CUT_WORD = frozenset("目以之此年日月天提往跟面当空学产婚")
_ANIMALS = frozenset("牛羊猪龙两几数源里木石镇村人")


def duration(reading: Reading, start: int) -> Found | None:
    """三年来, 近三年, 过去五年, 30年前, 未来三年; a bare duration only before a change (十年增长1.3倍)."""
    text = reading.text
    match = DURATION.match(text, start)
    if not match:
        return None
    prefix, tail, unit = match["prefix"], match["tail"] or "", match["unit"]
    end = match.end()
    measures = _MEASURES if not prefix or prefix == "近" else _PREFIXED
    if measures.search(text, max(0, start - 2), start):
        return None
    if not prefix and not tail:
        return (
            _summed_up(text, start, match)
            or _named_stretch(text, start, match)
            or _before_change(reading, start, match)
        )
    if not _stands(text, start, end, prefix, tail, unit):
        return None
    length = _length(match)
    more = bool(match["more"] or match["more2"])
    stretch = _resolve(reading, start, prefix or "", tail, length, more=more) if length else None
    rule = "past_year" if length == (1, 0, 0) and prefix and "过去" in prefix else "duration"
    return Found(start, end, stretch if stretch and stretch.exists() else None, rule, ("date",))


def _stands(text: str, start: int, end: int, prefix: str | None, tail: str, unit: str) -> bool:
    before = text[start - 1] if start else "\n"
    if (prefix == "前" and before in _CUT_WORD) or (prefix in ("头", "首") and before in _ANIMALS):
        return False
    if prefix == "近" and not tail and ("天" in unit or "周" in unit) and text.startswith(("的", "时间"), end):
        return False
    if prefix and prefix.endswith("个") and unit != "年":
        return False
    if not prefix and before in "千数几第":
        return False
    return bool(tail) or not _MEASURED.match(text, end)


def _length(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Return the duration as (years, months, days), None where it is indefinite (几年)."""
    unit, half = match["unit"], bool(match["half"])
    if match["n"] == "半":
        return {"年": (0, 6, 0), "个月": (0, 0, 15)}.get(unit)
    count = small_number(match["n"])
    if count is None:
        return None
    if unit == "个半月":
        return (0, count + 1, 0)
    if unit.endswith("年"):
        return (0, 12 * count + 6, 0) if half else (count, 0, 0)
    if unit.endswith("月"):
        return (0, count, 0)
    if unit.endswith("季度"):
        return (0, 3 * count, 0)
    return (0, 0, 7 * count if unit != "天" else count)


def _resolve(
    reading: Reading, start: int, prefix: str, tail: str, length: tuple[int, int, int], *, more: bool
) -> Stretch | None:
    years, months, days = length
    now = _as_exact(reading.today(), length)
    named = reading.year
    if prefix.endswith("个"):
        return None
    if tail.endswith("前") and named and years and not more and _is_set_against(reading, start):
        return Stretch(Moment(named - years))
    if prefix in ("今明", "明后"):
        first = now and now.plus(years=1 if years else 0, days=1 if days else 0) if prefix == "明后" else now
        return _this_and_next(first, length)
    if tail == "内":
        return _ahead(reading, now, length) if now and prefix in _ONWARD else None
    if tail.endswith("后") or prefix in ("其后", "此后"):
        return Stretch(Moment(named + years)) if named and years and not more else None
    if prefix == "这" and length == (1, 0, 0) and not tail:
        year = reading.this_one_year()
        return Stretch(Moment(year)) if year else None
    if prefix in ("", "这") and tail in ("", "来", "间", "里", "中") and (given := _given_range(reading, start, years)):
        return given
    if tail == "里" and not prefix and length == (1, 0, 0):
        return None
    if told := _told_of(reading, prefix, tail, length):
        return told
    if prefix in ("", "这") and tail in ("来", "间") and not more and (said := _said_before(reading, start, length)):
        return said
    if now is None:
        return None
    if prefix in _ONWARD:
        return _ahead(reading, now, length)
    earlier = now.plus(years=-years, months=-months, days=-days)
    if earlier is None or (not tail and (prefix in ("前", "头", "首") or days)):
        return None
    if tail.endswith("前"):
        return None if more else Stretch(earlier)
    if tail == "间" and not prefix and named and years and named + years <= now.year:
        return Stretch(Moment(named), Moment(named + years))
    if prefix.startswith(("过去", "刚过去", "刚刚过去")) and length == (1, 0, 0) and reading.published:
        return Stretch(earlier) if reading.published.month <= 3 else Stretch(earlier, now)
    if _looks_back(reading, prefix, tail, length):
        return Stretch(Moment(earlier.year), Moment(now.year - 1))
    return Stretch(earlier, now)


def _is_set_against(reading: Reading, start: int) -> bool:
    """Tell whether the year that the sentence names is compared with one so many years before: 2013年收入9860元，比[五年前]高."""
    return reading.text[start - 1 : start] in ("比", "较") and reading.is_same_sentence(start)


_ONWARD = frozenset({"未来", "今后", "往后", "接下来", "接下来的"})


def _told_of(reading: Reading, prefix: str, tail: str, length: tuple[int, int, int]) -> Stretch | None:
    """Return what a review tells of: 五年来 the years of the plan that is just over, 一年来 the year of its section or title."""
    if prefix not in ("", "这", "过去", "过去的", "刚过去的") or (not prefix and tail not in ("来", "间", "里")):
        return None
    if not length[1] and not length[2] and (term := reading.term_of(length[0])) is not None:
        return term
    if tail in ("间", "里") and not prefix:
        return None
    if length == (_TERM, 0, 0):
        return reading.plan_over
    year = reading.year_reviewed() if length == (1, 0, 0) and tail == "来" else None
    return Stretch(Moment(year)) if year else None


def _looks_back(reading: Reading, prefix: str, tail: str, length: tuple[int, int, int]) -> bool:
    """Tell whether a term is over: in January, when a government reports on its five years, 五年来 are those before."""
    begun = reading.published is not None and reading.published.month <= _FIRST_MONTHS
    told = prefix.startswith("过去") or (prefix in ("", "这") and tail == "来")
    return begun and told and length[0] == _TERM and not length[1]


_FIRST_MONTHS, _TERM = 2, 5


def _given_range(reading: Reading, start: int, years: int) -> Stretch | None:
    """2017年—2019年，三年累计: the range of so many years that the sentence has just given."""
    last = reading.last
    if last is None or years < 2 or last.last is None or last.first.month or last.last.month:
        return None
    return last if last.last.year - last.first.year in (years - 1, years) and reading.is_just_behind(start) else None


def _said_before(reading: Reading, start: int, length: tuple[int, int, int]) -> Stretch | None:
    """Return the years that 十年来 runs over by what the text has named: as many from one to another, up to its writing.

    Where nothing says when it was written, they are those since the year that the sentences before named last.
    """
    years, months, _ = length
    if years < _FEW or months:
        return None
    this, term = reading.this_year(), reading.term
    if term is not None and term.end.year - term.first.year in (years - 1, years):
        return term if this is None or this - (years > _TERM) <= term.end.year <= this else None
    begun = reading.year
    alone = reading.published is None and this == begun != reading.document_year
    unknown = this is None or (alone and not reading.is_same_sentence(start))
    return Stretch(Moment(begun), Moment(begun + years)) if begun and unknown else None


_FEW = 3


def _this_and_next(now: Moment | None, length: tuple[int, int, int]) -> Stretch | None:
    """今明两年, 今明两天, 明后两年."""
    later = now and now.plus(years=length[0] - 1 if length[0] else 0, days=length[2] - 1 if length[2] else 0)
    return Stretch(now, later) if now and later else None


def _ahead(reading: Reading, now: Moment, length: tuple[int, int, int]) -> Stretch | None:
    """今后五年: so many whole years, this one included where it has just begun; 未来三天 begin tomorrow."""
    years, months, days = length
    if not years:
        later = now.plus(months=months, days=days)
        first = now.plus(days=1) if days else now
        return Stretch(first, later) if first and later else None
    begin = now.year + (reading.published is not None and reading.published.month > 6)
    return Stretch(Moment(begin), Moment(begin + years - 1))


def _as_exact(now: Moment | None, length: tuple[int, int, int]) -> Moment | None:
    """Return the date, no more exact than the duration: years are counted from the year."""
    if now is None or length[2]:
        return now if now is None or now.day else None
    if length[1]:
        return Moment(now.year, now.month) if now.month else None
    return Moment(now.year)


def _summed_up(text: str, start: int, match: re.Match[str]) -> Found | None:
    """2017年、2018年两年: the years that have just been listed, as many as there are."""
    listed = _LISTED.search(text, max(0, start - _LIST), start)
    years = [year_number(year) for year in _YEAR.findall(listed[0])] if listed else []
    if match["unit"] != "年" or len(years) < 2 or small_number(match["n"]) != len(years):
        return None
    stretch = of_list([Moment(year) for year in years], joined=False)
    return Found(start, match.end(), stretch, "years") if stretch and stretch.exists() else None


_LISTED = re.compile(rf"{YEAR4}年(?:[、和与及]{YEAR4}年){{1,4}}$")
_YEAR, _LIST = re.compile(YEAR4), 32


_NAMED = re.compile(r"(?:(?<!过去)(?<!长达)(?<!为期)的|假期|假日|小长假|档期?)$")
_CLOSED = re.compile(r"[，,。；\n]|$|是|全国|电影|票房")


def _named_stretch(text: str, start: int, match: re.Match[str]) -> Found | None:
    """变化最大的十年, 元旦假期三天: what goes before says which stretch it is, not how long; its dates are not told."""
    about = match["n"] == "一" or match["more"] or match["more2"]
    if match["unit"] not in ("年", "天") or about or not _NAMED.search(text, max(0, start - 4), start):
        return None
    return Found(start, match.end(), None, "named_stretch") if _CLOSED.match(text, match.end()) else None


def _before_change(reading: Reading, start: int, match: re.Match[str]) -> Found | None:
    """十年增长1.3倍, 三年累计投入: what changed within it places it in time."""
    count = small_number(match["n"])
    if match["unit"] != "年" or not count or not 2 <= count <= 60 or match["half"]:
        return None
    if (term := _opens_review(reading, start, match, count)) is not None:
        return Found(start, match.end(), term, "term_told", ("date",))
    if not CHANGE.match(reading.text, match.end()):
        return None
    if start and reading.text[start - 1] in "近数几第每用续—-~至到从由个":
        return None
    over = count - (_SUMMED.match(reading.text, match.end()) is not None)
    stretch = (
        _summed_before(reading, over, count)
        or _up_to_the_year(reading, start, over)
        or _resolve(reading, start, "", "来", (count, 0, 0), more=False)
    )
    return Found(start, match.end(), stretch, "duration", ("date",))


def _summed_before(reading: Reading, over: int, years: int) -> Stretch | None:
    """Return the years from one to another that the text named last, where as many are summed up: 2017年至2019年…。三年共投入6亿元."""
    term, this = reading.term, reading.this_year()
    if over == years or term is None or term.end.year - term.first.year != over:
        return None
    return term if this is None or this - 1 <= term.end.year <= this else None


def _opens_review(reading: Reading, start: int, match: re.Match[str], years: int) -> Stretch | None:
    """Return the term told of before that a clause opens with: 2012年到2016年…。[五年]新建公路2.9万公里."""
    opens = not start or reading.text[start - 1] in "，。；！\n\u3000 "
    if not opens or match["more"] or match["more2"] or not _DONE.match(reading.text, match.end()):
        return None
    return reading.term_of(years)


_DONE = re.compile("[，共累新建改完解脱减投实发培修搬整治全]")
"""How a clause goes on that says what was done within the years."""
_SUMMED = re.compile("，?(?:累计|累积|总计|共)")
"""A sum over years, which has the first of them in it: 2013年…，两年累计 is over 2012 and 2013."""


def _up_to_the_year(reading: Reading, start: int, years: int) -> Stretch | None:
    """2014年，增加值达15亿元，10年增长了9倍: up to the year that the sentence has just given."""
    last = reading.last
    plain = last is not None and last.end == last.first and not last.first.month and not last.open
    if last is None or not plain or not reading.is_in_the_sentence(start):
        return None
    begin = last.first.plus(years=-years)
    return Stretch(begin, last.first) if begin else None


# ---- plans and events


def plan(reading: Reading, start: int) -> Found | None:
    """“十三五”期间, “十三五”末, “十三五”以来; the name alone is part of other names."""
    match = plan_pattern().match(reading.text, start)
    if not match:
        return None
    known = vocabulary().plans[match["plan"]]
    quoted = reading.text[start] in '“"‘'
    if not quoted and len(match["plan"]) < 3 and not match["whole"]:
        return None
    if match["review"] is not None:
        return Found(start, match.end(), Stretch(Moment(known.first), Moment(known.last)), "plan")
    if match["alone"] is not None and not (quoted and start and reading.text[start - 1] in "比较在从，。；\n、"):
        return None
    first, last = known.first, known.last
    stretch = Stretch(Moment(first), Moment(last))
    if match["since"]:
        stretch = Stretch(Moment(first), open=True)
    elif match["first"]:
        stretch = Stretch(Moment(first))
    elif match["last"]:
        stretch = Stretch(Moment(last))
    elif count := small_number(match["n"] or match["nth"] or ""):
        stretch = _years_of_plan(first, last, count, match["side"])
    return Found(start, match.end(), stretch, "plan")


def _years_of_plan(first: int, last: int, count: int, side: str | None) -> Stretch:
    if side is None:
        return Stretch(Moment(first + count - 1))
    if side == "后":
        return Stretch(Moment(last - count + 1), Moment(last))
    return Stretch(Moment(first), Moment(first + count - 1))


def event(reading: Reading, start: int) -> Found | None:
    """党的十八大以来, 改革开放40年来."""
    match = event_pattern().match(reading.text, start)
    if not match:
        return None
    year = vocabulary().events[match["event"]].year
    if not match["n"]:
        return Found(start, match.end(), Stretch(Moment(year), open=True), "event")
    count = small_number(match["n"])
    end = reading.this_year() if match["more"] else year + count if count else None
    stretch = Stretch(Moment(year), Moment(end)) if end and end >= year else Stretch(Moment(year), open=True)
    return Found(start, match.end(), stretch, "event")


_BACK = 26
_CLAUSE_END = "，。；！？、,;:\n\x00（）()《》 "
_UP_TO_SINCE = re.compile(
    rf"(?:自从|自|从|由于|是|特别是|尤其是|较|比|^|(?<=[{_CLAUSE_END}“”]))(?P<what>[^{_CLAUSE_END}]{{2,24}})以来$"
)


def since(reading: Reading, start: int) -> Found | None:
    """结对行动开展以来: a stretch that begins with something done, open; its start is known if the event is."""
    match = _UP_TO_SINCE.search(reading.text, max(reading.position, start - _BACK), start + 2)
    if not match or match["what"].count("“") != match["what"].count("”"):
        return None
    year = next((day.year for name, day in vocabulary().events.items() if name in match["what"]), None)
    year = year or _year_told(reading.text, match["what"])
    stretch = Stretch(Moment(year), open=True) if year else None
    return Found(match.start("what"), match.end(), stretch, "since", ("date",))


_BEGUN = re.compile(r"(?:全面|正式|深入)?(?:开展|实施|启动|打响|推行|建设|开始)$")


def _year_told(text: str, what: str) -> int | None:
    """Return the year that the text itself gives for the event: 2012年初，结对行动的号角响彻全市; the first one told."""
    name = _BEGUN.sub("", what)
    if name == what or len(name) < 3:
        return None
    told = re.search(rf"(?<!\d)((?:19|20)\d\d)年(?:\d{{1,2}}月|[初底末])?[^。；;\n]{{0,24}}?{re.escape(name)}", text)
    return int(told[1]) if told else None
