"""Which stretch of time a length of it is: the five years of a plan, those since a year told of, those before or after today."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .moments import Moment, Stretch
from .reading import PLAN_TOLD
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from .reading import Reading

Length = tuple[int, int, int]
"""Years, months and days."""
_ONWARD = frozenset({"未来", "今后", "往后", "接下来", "接下来的"})
_THESE = ("", "这")
_FIRST_MONTHS, _TERM, _FEW = 2, 5, 3


class Lasting(NamedTuple):
    """A length of time as it is written.

    Attributes:
        reading: the text, and what it named before.
        start: where it stands.
        prefix: what stands in front (过去, 未来, 这), ``tail`` what stands behind it (来, 前, 间), "" where nothing does.
        length: how long it is.
        more: whether it is told as some more than that: 十多年.
    """

    reading: Reading
    start: int
    prefix: str
    tail: str
    length: Length
    more: bool = False

    @property
    def years(self) -> int:
        """How many years it lasts."""
        return self.length[0]

    def is_in_years(self) -> bool:
        """Tell whether it lasts whole years."""
        return not self.length[1] and not self.length[2]

    def now(self) -> Moment | None:
        """Return the date of the text, no more exact than the length: years are counted from the year."""
        now, (_, months, days) = self.reading.today(), self.length
        if now is None or days:
            return now if now is None or now.day else None
        if months:
            return Moment(now.year, now.month) if now.month else None
        return Moment(now.year)


def resolved(told: Lasting) -> Stretch | None:
    """Return the stretch that a length of time means, None where nothing fixes it."""
    prefix, tail = told.prefix, told.tail
    if prefix.endswith("个"):
        return None
    if (against := _set_against(told)) is not None:
        return against
    if prefix in ("今明", "明后"):
        return _this_and_next(told)
    if tail == "内" and prefix not in _ONWARD:
        return None
    if tail.endswith("后") or prefix in ("其后", "此后"):
        return _behind_named(told)
    if prefix in _ONWARD:
        return _ahead(told)
    if prefix == "这" and not tail and told.length == (1, 0, 0):
        year = told.reading.this_one_year()
        return Stretch(Moment(year)) if year else None
    if tail == "里" and not prefix and told.length == (1, 0, 0):
        return None
    return _given_range(told) or _told_of(told) or _said_before(told) or _back_from_now(told)


def _set_against(told: Lasting) -> Stretch | None:
    """Return the year that the one named in the sentence is compared with: 2013年收入9860元，比[五年前]高."""
    reading, named = told.reading, told.reading.year
    if not told.tail.endswith("前") or not named or not told.years or told.more:
        return None
    against = reading.text[told.start - 1 : told.start] in ("比", "较") and reading.is_same_sentence(told.start)
    return Stretch(Moment(named - told.years)) if against else None


def _this_and_next(told: Lasting) -> Stretch | None:
    """Return this time and the next or, of 明后, the two behind it: 今明两年, 今明两天, 明后两年."""
    now, (years, _, days) = told.now(), told.length
    if told.prefix == "明后":
        now = now and now.plus(years=1 if years else 0, days=1 if days else 0)
    later = now and now.plus(years=years - 1 if years else 0, days=days - 1 if days else 0)
    return Stretch(now, later) if now and later else None


def _behind_named(told: Lasting) -> Stretch | None:
    """Return the year so many behind the one named: 2013年…。[三年后]."""
    named = told.reading.year
    return Stretch(Moment(named + told.years)) if named and told.years and not told.more else None


def _ahead(told: Lasting) -> Stretch | None:
    """今后五年: so many whole years, this one included where it has just begun; 未来三天 begin tomorrow."""
    now, (years, months, days), published = told.now(), told.length, told.reading.published
    if now is None:
        return None
    if not years:
        later = now.plus(months=months, days=days)
        first = now.plus(days=1) if days else now
        return Stretch(first, later) if first and later else None
    begin = now.year + (published is not None and published.month > 6)
    return Stretch(Moment(begin), Moment(begin + years - 1))


def _given_range(told: Lasting) -> Stretch | None:
    """2017年—2019年，三年累计: the range of so many years that the sentence has just given."""
    last, years = told.reading.last, told.years
    if told.prefix not in _THESE or told.tail not in ("", "来", "间", "里", "中"):
        return None
    if last is None or years < 2 or last.last is None or last.first.month or last.last.month:
        return None
    as_many = last.last.year - last.first.year in (years - 1, years)
    return last if as_many and told.reading.is_just_behind(told.start) else None


def _told_of(told: Lasting) -> Stretch | None:
    """Return what a review tells of: 五年来 the years of the plan that is just over, 一年来 the year of its section or title."""
    reading, prefix, tail = told.reading, told.prefix, told.tail
    if prefix not in ("", "这", "过去", "过去的", "刚过去的") or (not prefix and tail not in ("来", "间", "里")):
        return None
    if told.is_in_years() and (term := reading.term_of(told.years)) is not None:
        return term
    if tail in ("间", "里") and not prefix:
        return None
    if told.length == (_TERM, 0, 0):
        return _plan_before(told) or reading.plan_over
    year = reading.year_reviewed() if told.length == (1, 0, 0) and tail == "来" else None
    return Stretch(Moment(year)) if year else None


def _plan_before(told: Lasting) -> Stretch | None:
    """Return the years of the plan that the paragraph has told of, if it is all but over: “十一五”以来，…。[五年来]…."""
    text, this = told.reading.text, told.reading.this_year()
    names = PLAN_TOLD.findall(text, text.rfind("\n", 0, told.start) + 1, told.start)
    plan = vocabulary().plans.get(names[-1]) if names else None
    return Stretch(Moment(plan.first), Moment(plan.last)) if plan and this and plan.last <= this else None


def _said_before(told: Lasting) -> Stretch | None:
    """Return the years that 十年来 runs over by what the text has named: as many from one to another, up to its writing.

    Where nothing says when it was written, they are those since the year that the sentences before named last.
    """
    reading, years = told.reading, told.years
    if told.prefix not in _THESE or told.tail not in ("来", "间") or told.more or years < _FEW or told.length[1]:
        return None
    if reading.names_a_term(years - 1, years):
        return reading.term_up_to_now(years - 1, years, ago=int(years > _TERM))
    this, begun = reading.this_year(), reading.year
    alone = reading.published is None and this == begun != reading.document_year
    unknown = this is None or (alone and not reading.is_same_sentence(told.start))
    return Stretch(Moment(begun), Moment(begun + years)) if begun and unknown else None


def _back_from_now(told: Lasting) -> Stretch | None:
    """Return so much time before the text was written, as a stretch up to then or, of 三年前, the moment it is back."""
    reading, prefix, tail, now = told.reading, told.prefix, told.tail, told.now()
    years, months, days = told.length
    earlier = now and now.plus(years=-years, months=-months, days=-days)
    if now is None or earlier is None or (not tail and (prefix in ("前", "头", "首") or days)):
        return None
    if tail.endswith("前"):
        return None if told.more else Stretch(earlier)
    if tail == "间" and not prefix and reading.year and years and reading.year + years <= now.year:
        return Stretch(Moment(reading.year), Moment(reading.year + years))
    if prefix.startswith(("过去", "刚过去", "刚刚过去")) and told.length == (1, 0, 0) and reading.published:
        return Stretch(earlier) if reading.published.month <= 3 else Stretch(earlier, now)
    if _looks_back(told):
        return Stretch(Moment(earlier.year), Moment(now.year - 1))
    return Stretch(earlier, now)


def _looks_back(told: Lasting) -> bool:
    """Tell whether a term is over: in January, when a government reports on its five years, 五年来 are those before."""
    published = told.reading.published
    begun = published is not None and published.month <= _FIRST_MONTHS
    past = told.prefix.startswith("过去") or (told.prefix in _THESE and told.tail == "来")
    return begun and past and told.years == _TERM and not told.length[1]
