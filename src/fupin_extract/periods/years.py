"""The year of a date: written (2015年, 98年, 民国109年) or pointed at (去年)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .moments import Moment, Stretch, of_list
from .reading import Found
from .stamps import is_latin
from .vocabulary import vocabulary
from .within import checked, festival_end, has_smaller, within_year
from .written import RANGE, YEAR4, small_number, year_number

if TYPE_CHECKING:
    from .reading import Reading


@lru_cache(512)
def year_alone(year: int) -> Stretch | None:
    """Return the stretch of a year, None where no calendar has it."""
    stretch = Stretch(Moment(year), Moment(year))
    return stretch if stretch.exists() else None


_YEAR4 = re.compile(YEAR4)
_AGE = re.compile(r"(?:的)?(?:悠久)?(?:历史|树龄|文明|古[树城镇村]|前(?!后|夕)|来)")
_COUNTING = frozenset("今约近有已逾超过达承历经续亘")
"""Last characters of the words before a number of years: a cheap check before searching."""

_SINCE_NOW = re.compile("距今(?:约|大约|已有?|近|有)?$")
_SO_MANY = re.compile("(?:约|近|逾|超过?|长达|[已有]有|传承|[历经]经|延续|绵延|(?<!下)达)$")


def year_of_date(
    reading: Reading, start: int, end: int, parts: dict[str, str]
) -> tuple[list[int] | None, str, tuple[str, ...]] | None:
    """Return (years, rule, implied) of the date's year; None where it has none, or is none."""
    if written := parts.get("years"):
        return _written_years(reading, start, end, parts, written)
    short_roc = parts.get("rocshort") or parts.get("rochan")
    if roc := parts.get("roc") or (short_roc if reading.is_taiwanese else None):
        return _of_the_republic(roc)
    if short := parts.get("short") or _told_by_digits(parts.get("hanshort", "")):
        number = _short_year(reading, start, end, parts, short)
        return ([number], "short_year", ()) if number else None
    return _relative_year(reading, start, end, parts)


def _written_years(
    reading: Reading, start: int, end: int, parts: dict[str, str], written: str
) -> tuple[list[int], str, tuple[str, ...]] | None:
    years = [year_number(year) for year in _YEAR4.findall(written)]
    alone = len(parts) == 1
    if following := parts.get("tonext"):
        return _with_next(years, following)
    if start and (is_latin(reading.text[start - 1]) or reading.text[start - 1] == "第"):
        return None
    if alone and len(years) == 1 and _is_age(reading.text, start, end, years[0]):
        return None
    if len(years) > 1 and RANGE.search(written):
        return (list(range(years[0], years[-1] + 1)), "years", ()) if years[0] < years[-1] else None
    return years, "year", ()


def _of_the_republic(written: str) -> tuple[list[int], str, tuple[str, ...]] | None:
    """Return the year, or the years from one to another, that count from 1912: 109年, 108至111年."""
    years = [small_number(number) for number in _ROC_NUMBER.findall(written)]
    first, last = years[0], years[-1]
    if not first or not last or first > last:
        return None
    known = [number + 1911 for number in range(first, last + 1)]
    return known, "years" if len(known) > 1 else "roc_year", ()


_ROC_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百〇零]+")


_DIGITS = {c: str(n) for row in ("0123456789", "〇一二三四五六七八九") for n, c in enumerate(row)} | {"零": "0"}


def _with_next(years: list[int], following: str) -> tuple[list[int], str, tuple[str, ...]] | None:
    """Return the two years of a budget's or a school's (2022/23年度); None where the second does not follow the first."""
    digits = "".join(_DIGITS.get(c, "") for c in following)[-2:]
    follows = len(years) == 1 and digits.isdecimal() and int(digits) == (years[0] + 1) % 100
    return ([years[0], years[0] + 1], "years", ()) if follows else None


def lone_year(reading: Reading, start: int, end: int, parts: dict[str, str]) -> Found | None:
    """Return a date that is nothing but 2015年 or 去年, the most frequent; None where it takes a longer look."""
    if name := parts.get("rel"):
        known = vocabulary().words[name]
        if not known.stands_at(reading.text, start, start + len(name)):
            return None
        year = reading.base_year(known, start, end)
        stretch = year_alone(year) if year else None
        if year and stretch is None:
            return None
        return Found(start, end, stretch, "relative_year", ("date",))
    written = parts.get("years", "")
    if len(written) != 4 or (start and (is_latin(reading.text[start - 1]) or reading.text[start - 1] == "第")):
        return None
    year = year_number(written)
    return None if _is_age(reading.text, start, end, year) else Found(start, end, year_alone(year), "year")


def _is_age(text: str, start: int, end: int, year: int) -> bool:
    """Tell whether it counts years: 1000年历史, 约1800年, 距今2800年."""
    if not start or text[start - 1] not in _COUNTING:
        return year % 100 == 0 and _AGE.match(text, end) is not None
    if _SINCE_NOW.search(text, max(0, start - 4), start):
        return True
    if year % 100 == 0 and _AGE.match(text, end):
        return True
    return (year % 100 == 0 or year < 1900) and bool(_SO_MANY.search(text, max(0, start - 2), start))


def _relative_year(
    reading: Reading, start: int, end: int, parts: dict[str, str]
) -> tuple[list[int] | None, str, tuple[str, ...]] | None:
    """Return the years that a word for a year means (去年), its rule and what is implied; None where there is none."""
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


def _told_by_digits(han: str) -> str:
    """Return 九七 as 97; 八九 may be eight or nine years and is no year."""
    digits = "".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in han)
    return "" if digits[1:] and int(digits[1]) - int(digits[0]) == 1 and digits[0] != "0" else digits


def _short_year(reading: Reading, start: int, end: int, parts: dict[str, str], short: str) -> int | None:
    """’98年, 98年5月, 从08年起; 15年底, 九七年; 20年 and 95年 elsewhere are durations."""
    number = int(short)
    year = (1900 if number >= 49 else 2000) + number
    if "months" in parts or reading.text[start] in "’'‘":
        return year
    if reading.is_taiwanese and number >= 49:
        return number + 1911
    closed = parts.get("part", "")[:1] in ("底", "末") and year <= (reading.this_year() or 0)
    if 10 <= number < 80 and not closed:
        return None
    before = reading.text[start - 1] if start else "\n"
    if (
        before not in _OF_A_YEAR
        or _AGE.match(reading.text, end)
        or reading.text.startswith(("来", "间", "多", "后"), end)
    ):
        return None
    return (
        year if number < 10 or _SINCE_THEN.match(reading.text, end) or "part" in parts or has_smaller(parts) else None
    )


def found_in_years(
    reading: Reading,
    start: int,
    end: int,
    parts: dict[str, str],
    years: list[int] | None,
    rule: str,
    implied: tuple[str, ...],
) -> Found | None:
    """Return the date in the years that it names, with what it names of them."""
    if "lonedays" in parts:
        return None
    end = festival_end(reading.text, end, parts)
    if years is None:
        return Found(start, end, None, rule, implied)
    ranged = rule == "years"
    if not has_smaller(parts):
        return checked(start, end, of_list([Moment(y) for y in years], joined=ranged), rule, implied)
    smaller = within_year(parts, years[-1])
    if smaller and len(years) > 1:
        smaller = Stretch(Moment(years[0]), smaller.end)
    return checked(start, end, smaller, "date" if not implied else rule, implied)
