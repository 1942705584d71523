"""Stretches measured from a date: 三年来, 近五年, 十年前; plans and events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lasting import Lasting, resolved
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
    from .lasting import Length
    from .reading import Reading

_MEASURES = re.compile(
    r"(?:连续|历时|历经|经过|为期|长达|任期|每|第|用|了|续|满|达|超|期限|不到|不足|至少|需要?|要|将|接|附|临|靠|学制|工龄|党龄)$"
)
_MEASURED = re.compile(r"时间|的?历史|之久|的时间|期(?!间)|有余|未|没|计划|规划|行动|方案|任期|以上|以内")
_PREFIXED = re.compile("[每第]$")
_CUT_WORD = frozenset("目以之此年日月天提往跟面当空学产婚")
_ANIMALS = frozenset("牛羊猪龙两几数源里木石镇村人")


_OF_WEATHER = ("九旱", "九灾", "九涝", "九不收")


def duration(reading: Reading, start: int) -> Found | None:
    """三年来, 近三年, 过去五年, 30年前, 未来三年; a bare duration only before a change (十年增长1.3倍)."""
    text = reading.text
    match = DURATION.match(text, start)
    if not match:
        return None
    prefix, tail, unit = match["prefix"], match["tail"] or "", match["unit"]
    end = match.end()
    if match["unit"] == "年" and text.startswith(_OF_WEATHER, end):
        return None  # 过去十年九旱
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
    stretch = resolved(Lasting(reading, start, prefix or "", tail, length, more)) if length else None
    rule = "past_year" if length == (1, 0, 0) and prefix and "过去" in prefix else "duration"
    return Found(start, end, stretch if stretch and stretch.exists() else None, rule, ("date",))


def _stands(text: str, start: int, end: int, prefix: str | None, tail: str, unit: str) -> bool:
    """Tell whether the words at ``[start, end)`` are a length of time by their neighbours: not [目前]三天, not 牛[头]3年."""
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


def _length(match: re.Match[str]) -> Length | None:
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
        (reading.term_up_to_now(over, ago=1) if over < count else None)
        or _up_to_the_year(reading, start, over)
        or resolved(Lasting(reading, start, "", "来", (count, 0, 0)))
    )
    return Found(start, match.end(), stretch, "duration", ("date",))


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
