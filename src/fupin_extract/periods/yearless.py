"""Dates written without a year: 6月8日, 8日, 27号, 一季度, 本月."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .moments import Moment, Stretch
from .reading import Found
from .stamps import is_latin
from .vocabulary import vocabulary
from .within import FESTIVAL_TAIL, checked, days_of, days_off, festival_end, within_year
from .written import RANGE, SMALLER, listed

if TYPE_CHECKING:
    from .reading import Reading

_NEVER_BEFORE = re.compile(
    r"(?:每年[^，。；\n]{0,6}[至到—-]|每年?|每年的|第|逢|历年|常年|每到|农历|古历|阴历|旧历|连续|历时|为期|用时|[\d点][.:/]|[.\-])$"
)
_NEVER_ENDS = frozenset("至到—-年每的第逢历续时期.:/")
_NO_MONTH = re.compile(
    r"(?<=月)[龄薪饼亮球嫂台坝牙内租均息付供]|(?<=月)[一两二三][次回]|之内"
    r"|(?<=一月)(?:能|可|要|得|只|少说|最多|最少|下来|收入|工资|[挣赚领拿花交])"
)
_NO_DAY = re.compile(r"[内游均产龄行租薪工化用处照办]|之内|以内|以上|以下|游|间|常|元")


_EVERY = re.compile("每年的?$|每年[^，。；\\n]{0,6}[至到—-]$")
_SECOND = re.compile(rf"(?:[次翌来同第]二?年)?的? ?(?:{SMALLER.pattern})")
_MEASURED_DAYS = re.compile("(?:公示|公告|工期|为期|历时|期限|用时|耗时|停留|逗留|驻村|历经|时限)$")
_UNTIL = re.compile(r"(?:[于至到自从]|截[至止]|时间|网站)$")
_HAS_NUMBERS = re.compile(
    r"(?:第|编|[舰艇船车站楼院厂矿井库泵坑路线道门口池墩桥洞机组幢栋座]|神舟|嫦娥|天宫|天舟|长征|天问|北斗|风云|海洋|高分|实践|遥感|雪龙"
    r"|卫星|火箭|导弹|飞行器|台风|电站|核电|基地|隧道|文件|窗口|车间|国道|省道|地铁|选手|种子|队员|高地|汽油|柴油|[”\"》A-Za-z-])$"
)
_DAY_BEHIND = re.compile(
    r"[，,、]? ?(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|夜|当天|白天|说|称|宣布|表示|证实|强调"
    r"|指出|警告|呼吁|谴责|透露|报道|发[布表]"
    r"|公布|在|起|开始|从|将|至|到|举行|召开|开幕|闭幕|启动|抵达|签署|会见|出席|判|投票|通过|辞职|生效|拉开|遭|对|期间|以来|正式|越境|也)"
)
_ALONE_BEHIND = re.compile("[，,]")
_CLAUSE_BEFORE = re.compile(r"(?:^|[\s，。；:、！？/\x00])$")


def may_stand_alone(reading: Reading, start: int, end: int, parts: dict[str, str], before: Moment | None) -> bool:
    """Tell whether the words around leave it a date (not 每年3月, 连续8日, 5日游)."""
    text = reading.text
    if (
        before is None
        and start
        and text[start - 1] in _NEVER_ENDS
        and _NEVER_BEFORE.search(text, max(0, start - 9), start)
    ):
        _skip_every(reading, start, end)
        return False
    if "months" in parts and "days" not in parts and "part" not in parts:
        if start and is_latin(text[start - 1]):
            return False
        return not _NO_MONTH.match(text, end)
    if "lonedays" in parts:
        return _may_be_day(reading, start, end, parts["lonedays"], before)
    if "season" in parts:
        return False
    if "firstmonths" in parts and start and text[start - 1] == "的" and text[start] in "头前":
        return False  # 刚入住的头三个月
    if "quarters" in parts and text[end - 1] == "季":
        return reading.tells_by_season  # 《…》第三季 is of a show
    if "festival" in parts:
        return FESTIVAL_TAIL.match(text, end) is not None
    return True


def _may_be_day(reading: Reading, start: int, end: int, written: str, before: Moment | None) -> bool:
    text = reading.text
    if _MEASURED_DAYS.search(text, max(0, start - 4), start) or _NO_DAY.match(text, end):
        return False
    if before is not None:
        return before.day is not None
    if text[end - 1] == "号" and not _is_day(text, start, end):
        return False
    numbers, _ = listed(written)
    if not numbers or not all(1 <= number <= 31 for number in numbers):
        return False
    if not written[0].isascii() and (written in "一二三四五六七八九十" or written[0] in "两几百半"):
        return False
    return not start or text[start - 1] not in "近数满达约共足每第用前后头过了长~-/."


def _is_day(text: str, start: int, end: int) -> bool:
    """Tell whether 号 ends a day (27号说, 将于16号开幕) and not a number of things (1号机组, 神舟十号)."""
    if _HAS_NUMBERS.search(text, max(0, start - 3), start):
        return False
    if _UNTIL.search(text, max(0, start - 2), start):
        return text[end : end + 1] not in "楼线机台文院"
    if _DAY_BEHIND.match(text, end):
        return text[start].isascii()
    return bool(_ALONE_BEHIND.match(text, end) and _CLAUSE_BEFORE.search(text, max(0, start - 1), start))


def _skip_every(reading: Reading, start: int, end: int) -> None:
    """Pass over the whole of 每年3到4月, 每年10月到次年3月: no part of it is of one year."""
    text = reading.text
    if not _EVERY.search(text, max(0, start - 9), start):
        return
    if (join := RANGE.match(text, end)) and (second := _SECOND.match(text, join.end())):
        end = second.end()
    reading.position = max(reading.position, end)


def without_year(reading: Reading, start: int, end: int, parts: dict[str, str], before: Moment | None) -> Found | None:
    """Return the date, its year and what else it leaves out taken from the text around or the dateline."""
    end = festival_end(reading.text, end, parts)
    if "relmonth" in parts:
        return _relative_month(reading, start, end, parts)
    if days := parts.get("lonedays"):
        month = Moment(before.year, before.month) if before else _month(reading, start, end, days)
        implied: tuple[str, ...] = () if before else ("year", "month")
        if month is None:
            return Found(start, end, None, "day", implied)
        return checked(start, end, days_of(days, month), "day", implied)
    moves = "festival" in parts and vocabulary().festivals[parts["festival"]].first is None
    this = reading.this_year() if moves else None
    if moves and not (this and days_off(parts, this)):
        return Found(start, end, None, "festival", ("date",))
    probe = within_year(parts, this or 2000)  # a leap year: it has every date there is
    if probe is None or not probe.exists():
        return None
    first, until = probe.first, probe.last.month if probe.last else None
    year = before.year if before else reading.year_of(start, end, first.month, first.day, until)
    implied = () if before else ("year",)
    rule = "festival" if "festival" in parts else "date_without_year"
    if year is None:
        return Found(start, end, None, rule, implied)
    return checked(start, end, within_year(parts, year), rule, implied)


def _month(reading: Reading, start: int, end: int, written: str) -> Moment | None:
    days, _ = listed(written)
    return reading.month_of(days[0], start, end) if days else None


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
    stretch = days_of(parts["days"], month) if "days" in parts else Stretch(month)
    return checked(start, end, stretch, "relative_month", ("date",))


def _base_month(reading: Reading, base: str) -> Moment | None:
    named = reading.last.end if reading.last else None
    if base == "named":
        return Moment(named.year, named.month) if named and named.month else None
    if base == "anchor" and named and named.month and reading.last_day() is None:
        return Moment(named.year, named.month)
    return Moment(reading.published.year, reading.published.month) if reading.published else None
