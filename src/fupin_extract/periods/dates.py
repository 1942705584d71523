"""Dates: years, months, days, quarters and what lies between two of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .moments import Moment, Stretch, of_list, quarters
from .reading import Found
from .stamps import is_latin
from .vocabulary import vocabulary
from .written import (
    ABSOLUTE_YEAR,
    LINK,
    PART,
    RANGE,
    SMALLER,
    YEAR4,
    festival,
    festival_firsts,
    listed,
    relative_year,
    small_number,
    year_number,
)  # fmt: skip

if TYPE_CHECKING:
    from .reading import Reading

_SINCE = re.compile(
    r" ?(?:起|开始)?(?:至今(?![年天日晚])|以来|到现在|到目前)"
    r"|(?!是|为|成|达|创|的|和|比|、)[^，。；！？、,;:\n\x00（）()《》年月日近多]{1,20}?(?<!长期)(?<!有史)(?<!一直)(?<!时间)以来"
)
_SAME_TIME = re.compile("同期")
_FESTIVAL_TAIL = re.compile(
    r"节?(?:期间|假期|长假|小长假|假日|黄金周|前夕|前后|当天|这天|过后|刚过|临近|来临|之?[前后](?![进线方]))"
)
_AGE = re.compile(r"(?:的)?(?:悠久)?(?:历史|树龄|文明|古[树城镇村]|前(?!后|夕)|来)")
_NEVER_BEFORE = re.compile(
    r"(?:每年[^，。；\n]{0,6}[至到—-]|每年?|第|逢|历年|常年|每到|农历|古历|阴历|旧历|连续|历时|为期|用时|[\d点][.:/]|[.\-])$"
)
_NO_MONTH = re.compile(r"(?<=月)[龄薪饼亮球嫂台坝牙内租均息付供]|(?<=月)[一两二三][次回]|之内")
_NO_DAY = re.compile(r"[内游均产龄行租薪工化用处照办]|之内|以内|以上|以下|游|间|常|元")
_PART_END = re.compile("[末底]")


def date(reading: Reading, start: int) -> Found | None:
    """A date, or two of them with 至 between, with 以来 or 同期 behind."""
    found = _point(reading, start, None)
    if found is None:
        return None
    return _with_tail(reading, _with_second(reading, found))


def _with_second(reading: Reading, found: Found) -> Found:
    """Take in the second date of a range (1月1日—3日, 2013年到2018年)."""
    if found.stretch is None or found.stretch.apart or not (join := RANGE.match(reading.text, found.end)):
        return found
    second = _point(reading, join.end(), found.stretch.end)
    if second is None or second.stretch is None or second.stretch.apart:
        return found
    whole = Stretch(found.stretch.first, second.stretch.end)
    if not whole.exists():
        return found
    return Found(found.start, second.end, whole, "range", _joined(found.implied, second.implied))


def _joined(*implied: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({name for names in implied for name in names}))


def _with_tail(reading: Reading, found: Found) -> Found:
    """Take in 以来 and 至今, which open a stretch, and 同期, which is the same stretch of another year."""
    if reading.text[found.end - 1] in "年度" and (match := _SAME_TIME.match(reading.text, found.end)):
        return _same_time(reading, found, match.end())
    if _tail_is_near(reading.text, found.end) and (match := _SINCE.match(reading.text, found.end)):
        stretch = found.stretch and Stretch(found.stretch.first, open=True)
        return found._replace(end=match.end(), stretch=stretch, rule="since")
    return found


def _tail_is_near(text: str, end: int) -> bool:
    """Tell whether the tail can be there at all: two finds are cheaper than the pattern."""
    return text.find("以来", end, end + 24) >= 0 or text.find("至今", end, end + 6) >= 0 or text.startswith("到", end)


def _same_time(reading: Reading, found: Found, end: int) -> Found:
    """去年同期: the months last named, a year earlier; the year where none were."""
    stretch, last = found.stretch, reading.last
    if (
        stretch
        and last
        and not last.open
        and last.first.month
        and last.end.year >= stretch.first.year
        and last.first != Moment(*last.end[:2], last.first.day)
    ):
        step = stretch.first.year - last.end.year
        first, final = last.first.plus(years=step), last.end.plus(years=step)
        if first and final:
            stretch = Stretch(first, final)
    return found._replace(end=end, stretch=stretch, rule="same_time")


def _point(reading: Reading, start: int, before: Moment | None) -> Found | None:
    """One date; ``before`` is the first of a range, whose larger parts the second may leave out."""
    text = reading.text
    match = ABSOLUTE_YEAR.match(text, start) or relative_year().match(text, start)
    parts = _groups(match) if match else {}
    end = match.end() if match else start
    smaller = _smaller_at(text, end, linked=bool(match))
    if smaller:
        parts |= _groups(smaller)
        end = smaller.end()
    elif not match:
        return None
    if part := PART.match(text, end):
        parts["part"] = part["part"]
        end = part.end()
    if not match:
        return (
            _without_year(reading, start, end, parts, before)
            if _may_stand_alone(reading, start, end, parts, before)
            else None
        )
    year = _year(reading, start, end, parts)
    return _found_in_years(reading, start, end, parts, *year) if year else None


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value}


def _smaller_at(text: str, position: int, *, linked: bool) -> re.Match[str] | None:
    """Return the months, days or feast at a position, or behind what links them to a year (的, a bracket)."""
    if linked and (link := LINK.match(text, position)):
        position = link.end()
    if match := SMALLER.match(text, position):
        return match
    return festival().match(text, position) if text[position : position + 1] in festival_firsts() else None


# ---- the year


def _year(
    reading: Reading, start: int, end: int, parts: dict[str, str]
) -> tuple[list[int] | None, str, tuple[str, ...]] | None:
    """Return (years, rule, implied) of the date's year; None where it has none, or is none."""
    if written := parts.get("years"):
        return _written_years(reading, start, end, parts, written)
    if roc := parts.get("roc") or (reading.is_taiwanese and parts.get("rocshort")):
        number = small_number(roc)
        return ([number + 1911], "roc_year", ()) if number else None
    if short := parts.get("short"):
        number = _short_year(reading, start, end, parts, short)
        return ([number], "short_year", ()) if number else None
    return _relative_year(reading, start, end, parts)


def _written_years(
    reading: Reading, start: int, end: int, parts: dict[str, str], written: str
) -> tuple[list[int], str, tuple[str, ...]] | None:
    years = [year_number(year) for year in re.findall(YEAR4, written)]
    alone = len(parts) == 1
    if start and (is_latin(reading.text[start - 1]) or reading.text[start - 1] == "第"):
        return None
    if alone and len(years) == 1 and years[0] % 100 == 0 and _AGE.match(reading.text, end):
        return None
    if len(years) > 1 and RANGE.search(written):
        return (list(range(years[0], years[-1] + 1)), "years", ()) if years[0] < years[-1] else None
    return years, "year", ()


def _relative_year(
    reading: Reading, start: int, end: int, parts: dict[str, str]
) -> tuple[list[int] | None, str, tuple[str, ...]] | None:
    text, words = reading.text, vocabulary().words
    bracket = parts.get("bracketyear") or parts.get("headyear")
    name = parts.get("rel") or (f"{parts['headed']}年" if "headed" in parts else None)
    if name is None:
        return None
    word = words.get(name)
    if word is None or not word.stands_at(text, start, start + len(parts.get("rel", ""))):
        return None
    if bracket:
        year = (
            int(bracket) if len(bracket) == 4 else int(bracket) + 1911 if reading.is_taiwanese else 2000 + int(bracket)
        )
        return [year], "relative_year", ()
    base = reading.base_year(word, start, end)
    return ([base] if base else None), "relative_year", ("date",)


_OF_A_YEAR = frozenset("从自在到于至是和比较截起，。、；:(（“\n ")
_SINCE_THEN = re.compile(r"以来|起|初|底|末|，|、|的|开始|至|到|—|-")


def _short_year(reading: Reading, start: int, end: int, parts: dict[str, str], short: str) -> int | None:
    """’98年, 98年5月, 从08年起; 20年 and 95年 elsewhere are durations."""
    number = int(short)
    year = (1900 if number >= 49 else 2000) + number
    if "months" in parts or reading.text[start] in "’'‘":
        return year
    if reading.is_taiwanese and number >= 49:
        return number + 1911
    if 10 <= number < 80:
        return None
    before = reading.text[start - 1] if start else "\n"
    if (
        before not in _OF_A_YEAR
        or _AGE.match(reading.text, end)
        or reading.text.startswith(("来", "间", "多", "后"), end)
    ):
        return None
    return year if number < 10 or _SINCE_THEN.match(reading.text, end) or "part" in parts else None


# ---- what is smaller than a year


def _found_in_years(
    reading: Reading,
    start: int,
    end: int,
    parts: dict[str, str],
    years: list[int] | None,
    rule: str,
    implied: tuple[str, ...],
) -> Found | None:
    if "lonedays" in parts:
        return None
    end = _festival_end(reading, end, parts)
    if years is None:
        return Found(start, end, None, rule, implied)
    ranged = rule == "years"
    if not _has_smaller(parts):
        return _checked(start, end, of_list([Moment(y) for y in years], joined=ranged), rule, implied)
    smaller = _smaller(parts, years[-1])
    if smaller and len(years) > 1:
        smaller = Stretch(Moment(years[0]), smaller.end)
    return _checked(start, end, smaller, "date" if not implied else rule, implied)


_SMALLER = (
    "months",
    "days",
    "half",
    "quarters",
    "firstquarters",
    "firstquarter",
    "firstmonths",
    "firstmonths2",
    "season",
    "festival",
)


def _has_smaller(parts: dict[str, str]) -> bool:
    return any(name in parts for name in (*_SMALLER, "relmonth"))


def _checked(start: int, end: int, stretch: Stretch | None, rule: str, implied: tuple[str, ...]) -> Found | None:
    """A date that no calendar has is no mention."""
    return Found(start, end, stretch, rule, implied) if stretch and stretch.exists() else None


def _smaller(parts: dict[str, str], year: int) -> Stretch | None:
    """Return the stretch within a year that months, days, quarters or a feast name."""
    if written := parts.get("months"):
        return _months(parts, written, year)
    if half := parts.get("half"):
        return quarters(year, 1, 2) if half[0] in "上前" else quarters(year, 3, 4)
    if written := parts.get("quarters"):
        return _quarters(parts, written, year)
    if written := parts.get("firstquarters"):
        last = small_number(written)
        return quarters(year, 1, last) if last else None
    if "firstquarter" in parts:
        return quarters(year, 1, 1)
    if written := parts.get("firstmonths") or parts.get("firstmonths2"):
        last = small_number(written)
        return Stretch(Moment(year, 1), Moment(year, last)) if last and last <= 12 else None
    if festival := parts.get("festival"):
        known = vocabulary().festivals[festival]
        if known.first and known.last:
            return Stretch(Moment(year, *known.first), Moment(year, *known.last))
    return Stretch(Moment(year))


def _quarters(parts: dict[str, str], written: str, year: int) -> Stretch | None:
    numbers = [small_number(c) for c in written if c in "一二三四1234"]
    first, last = numbers[0], numbers[-1]
    if not first or not last or first > last:
        return None
    if _PART_END.match(parts.get("part", "")):
        return Stretch(Moment(year, 3 * last))
    return quarters(year, first, last)


def _months(parts: dict[str, str], written: str, year: int) -> Stretch | None:
    months, ranged = listed(written)
    if not months or "两" in written or not all(1 <= month <= 12 for month in months):
        return None
    if "days" in parts:
        return _days(parts["days"], Moment(year, months[-1])) if len(months) == 1 else None
    return of_list([Moment(year, month) for month in months], joined=ranged)


def _days(written: str, month: Moment) -> Stretch | None:
    days, ranged = listed(written)
    if not days or "两" in written:
        return None
    return of_list([Moment(month.year, month.month, number) for number in days], joined=ranged)


# ---- without a year


def _may_stand_alone(reading: Reading, start: int, end: int, parts: dict[str, str], before: Moment | None) -> bool:
    """Tell whether the words around leave it a date (not 每年3月, 连续8日, 5日游)."""
    text = reading.text
    if before is None and _NEVER_BEFORE.search(text, max(0, start - 9), start):
        return False
    if "months" in parts and "days" not in parts and "part" not in parts:
        if start and is_latin(text[start - 1]):
            return False
        return not _NO_MONTH.match(text, end)
    if "lonedays" in parts:
        return _may_be_day(reading, start, end, parts["lonedays"], before)
    if "season" in parts:
        return False
    if "festival" in parts:
        return _FESTIVAL_TAIL.match(text, end) is not None
    return True


def _may_be_day(reading: Reading, start: int, end: int, written: str, before: Moment | None) -> bool:
    text = reading.text
    if text[end - 1] == "号" or _NO_DAY.match(text, end):
        return False
    if before is not None:
        return before.day is not None
    numbers, _ = listed(written)
    if not numbers or not all(1 <= number <= 31 for number in numbers):
        return False
    if not written[0].isascii() and (written in "一二三四五六七八九十" or written[0] in "两几百半"):
        return False
    return not start or text[start - 1] not in "近数满达约共足每第用前后头过了长~-/."


def _festival_end(reading: Reading, end: int, parts: dict[str, str]) -> int:
    match = _FESTIVAL_TAIL.match(reading.text, end) if "festival" in parts else None
    return match.end() if match else end


def _without_year(reading: Reading, start: int, end: int, parts: dict[str, str], before: Moment | None) -> Found | None:
    end = _festival_end(reading, end, parts)
    if "relmonth" in parts:
        return _relative_month(reading, start, end, parts)
    if days := parts.get("lonedays"):
        month = Moment(before.year, before.month) if before else _month(reading, days)
        implied: tuple[str, ...] = () if before else ("year", "month")
        if month is None:
            return Found(start, end, None, "day", implied)
        return _checked(start, end, _days(days, month), "day", implied)
    if "festival" in parts and vocabulary().festivals[parts["festival"]].first is None:
        return Found(start, end, None, "festival", ("date",))
    probe = _smaller(parts, 2000)  # a leap year: it has every date there is
    if probe is None or not probe.exists():
        return None
    year = before.year if before else reading.year_of(start, end, probe.first.month, probe.first.day)
    implied = () if before else ("year",)
    rule = "festival" if "festival" in parts else "date_without_year"
    if year is None:
        return Found(start, end, None, rule, implied)
    return _checked(start, end, _smaller(parts, year), rule, implied)


def _month(reading: Reading, written: str) -> Moment | None:
    days, _ = listed(written)
    return reading.month_of(days[0]) if days else None


def _relative_month(reading: Reading, start: int, end: int, parts: dict[str, str]) -> Found | None:
    """本月, 上个月, 当月, with a day behind or without."""
    name = parts["relmonth"]
    known = vocabulary().words
    word = known.get(name) or known.get(name.replace("个", ""))
    if word is None or not word.stands_at(reading.text, start, start + len(name)):
        return None
    base = _base_month(reading, word.base)
    month = base.plus(months=word.offset) if base else None
    if month is None:
        return Found(start, end, None, "relative_month", ("date",))
    stretch = _days(parts["days"], month) if "days" in parts else Stretch(month)
    return _checked(start, end, stretch, "relative_month", ("date",))


def _base_month(reading: Reading, base: str) -> Moment | None:
    named = reading.last.end if reading.last else None
    if base == "named":
        return Moment(named.year, named.month) if named and named.month else None
    if base == "anchor" and named and named.month and not reading.last_is_day():
        return Moment(named.year, named.month)
    return Moment(reading.published.year, reading.published.month) if reading.published else None
