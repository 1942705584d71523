"""What a reader remembers while going through a text: which year it is about, which dates were named."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..patterns import compile_han
from .future import foretold, only_due
from .headings import is_heading, is_planned, years_ago
from .moments import Moment, Stretch, day
from .reckoning import counts_from_1912, tells_by_quarter, years_told
from .vocabulary import vocabulary
from .writing import ISSUE, year_of_writing
from .written import YEAR4, year_number

if TYPE_CHECKING:
    from datetime import date

    from .vocabulary import Word

_CLAUSE_END = re.compile("[，。；,;！？\n]")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")
_YEAR = re.compile(rf"(?<!\d)({YEAR4}) ?年")
_REVIEW = compile_han(rf"(?<!\d)({YEAR4}) ?年(?:度|全年)?[一-鿿]{{0,10}}总结")
_SOON_AFTER, _CLOSING = 3, 11
"""From the second of these months of a year to the first of these of the next, the year is looked back at."""
_WORD = compile_han("[一-鿿]{2}")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_COMPARED, _FROM = frozenset("比较与"), frozenset("由从")
_MORE_THAN = frozenset("高低快慢多少大小优好强")
_PRICES = re.compile("的?(?:不变|可比|当年)?价(?:格|计)?")
_POINTING = frozenset(("now", "duration", "same_time"))
"""Rules whose mentions say nothing of the year that is spoken of."""

_OF_A_YEAR = frozenset(("relative_year", "same_time"))
"""Rules whose mentions name a year in words: 当年 may point back at it."""

_TERMS = frozenset(("plan", "years", "range", "year"))
"""Rules whose mentions may be the term that 规划期 points at."""

_PLAN_NAME = re.compile('[“"]?(十[一二三四五]五)[”"]?(?!户|[个天日年分点种项人名])')
PLAN_TOLD = re.compile(
    '[“"]?(十[一二三四五]?五)[”"]?(?:期间|时期|以来|这五年|末|[^“”，。；\n]{0,10}(?:回顾|收官|成就|成效|总结))'
)
"""A plan whose years the text tells of, not only one that names a thing (“十三五”贫困村)."""
_JUST_BEHIND = 24

_NEAR = 31
"""A date without a year that is at most so many days ahead of publication is to come, not eleven months ago."""

_OF_A_THING = compile_han(
    "[一-鿿]{0,6}(?:建|栽|种|引进|开工|动工|落户|签约|成立|启动|办|修|投产|批复|流转|收购)(?:成|好|起|下|来|的)?的[一-鿿]{1,8}"
)
"""Between a year and a month: the year is that of a thing, the month of what came of it: 去年建成的冷库[5月]投用."""

_ADJACENT = 4
"""A year so near in front belongs to the word behind it whatever stands between (2020年，预计全年)."""

_REACH = 120
"""How far a year carries within its sentence, in characters; this keeps the look back short."""


class Found(NamedTuple):
    """What a rule answers: a stretch of the working text and what it means (None: nothing fixes it)."""

    start: int
    end: int
    stretch: Stretch | None
    rule: str
    implied: tuple[str, ...] = ()


class Reading:
    """The text, its date, and what was named so far in the paragraph."""

    def __init__(self, text: str, published: date | None, source: str = "") -> None:
        self.text = text
        self.source = source
        self.published = published
        self.position = 0
        self.titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text else []
        """The spans of titles in 《》, whose words are names."""
        self.has_centuries = "年代" in text or "世纪" in text
        """Whether the text names decades or centuries at all."""
        self.section_year: int | None = None
        self.latest_year: int | None = None
        self.term: Stretch | None = None
        self.told_term: Stretch | None = None
        self.paragraph_end = -1
        self._forget()

    def _forget(self) -> None:
        """Forget what the paragraph named."""
        self.year: int | None = None
        self._year_at = -_REACH
        self._stated: int | None = None
        self._stated_at = -_REACH
        self._is_written = False
        self._month_is_named = False
        self.dated: Moment | None = None
        self.last: Stretch | None = None
        self._ahead: tuple[int, int] | None = None
        self._first: int | None = None

    def enter(self, start: int) -> None:
        """Go on to a position; a new paragraph forgets what the one before named."""
        if start <= self.paragraph_end:
            return
        self._forget()
        end = self.text.find("\n", start)
        begin = self.text.rfind("\n", max(self.paragraph_end, 0), start)
        self.paragraph_end = len(self.text) if end < 0 else end
        line = self.text[begin + 1 : self.paragraph_end].strip() if self.paragraph_end - begin < 80 else ""
        if not line or not is_heading(line):
            return
        if (ago := years_ago(line)) is not None and (
            this := self.published.year if self.published else self.known_year
        ):
            self.section_year = this - ago
        elif year := _YEAR.search(line):
            self.section_year = self._not_ahead(year_number(year[1]), int(is_planned(line)))

    def note(self, found: Found) -> None:
        """Remember what was found."""
        self.position = found.end
        stretch = found.stretch
        if stretch is None or stretch.open:
            return
        moment = stretch.last or stretch.first
        if found.rule in _TERMS and moment.year > stretch.first.year:
            self.term = stretch
            if years_told(self.text, found.end) == moment.year - stretch.first.year + 1:
                self.told_term = stretch
        if found.rule in _POINTING:
            if self.text[found.end - 1] == "前" and stretch.last is None and moment.month is None:
                self._stated, self._stated_at, self._is_written = moment.year, found.end, True  # 5年前…。那一年
            return
        ahead = self.published is not None and moment.year > self.published.year
        if ahead and not found.implied:
            self._ahead = (moment.year, found.end)
        if ahead or self._is_compared_with(found):
            return
        self.last = stretch
        if "month" not in found.implied:
            self._month_is_named = moment.month is not None
        if "year" in found.implied:
            return
        self.year, self._year_at = moment.year, found.end
        if self.text[found.start] != "第":
            self._first = moment.year
        if not found.implied or found.rule in _OF_A_YEAR:
            self._stated, self._stated_at, self._is_written = moment.year, found.end, not found.implied
        self.latest_year = moment.year
        if moment.month:
            self.dated = moment
        elif self.dated and self.dated.year != moment.year:
            self.dated = None

    def _is_compared_with(self, found: Found) -> bool:
        """Tell whether it is what something is measured against: 比2014年, 由2014年的, 2010年不变价."""
        if _PRICES.match(self.text, found.end):
            return True
        before = self.text[found.start - 1] if found.start else ""
        if before == "于" and self.text[max(0, found.start - 2) : found.start - 1] in _MORE_THAN:
            return True
        return before in _COMPARED or (before in _FROM and self.text.startswith("的", found.end))

    def _not_ahead(self, year: int, ahead: int = 0) -> int | None:
        """Return the year, None where it is more than two before that of publication or ``ahead`` of it by more."""
        this = self.published.year if self.published else year
        return year if this - 2 <= year <= this + ahead else None

    # ---- what the text as a whole says

    @cached_property
    def is_taiwanese(self) -> bool:
        """Whether the text counts years from 1912: only then is 109年 a year."""
        return counts_from_1912(self.text, self.published)

    @cached_property
    def tells_by_season(self) -> bool:
        """Whether the text tells how things moved by the quarter: only then is its 第三季 one."""
        return tells_by_quarter(self.text)

    @cached_property
    def _heading(self) -> str:
        """The first line with a word in it: what was blanked in front, the way through a site, is none."""
        return next((line for line in self.text[:400].split("\n") if _WORD.search(line)), "")

    @cached_property
    def reviewed_year(self) -> int | None:
        """The year that a summary looks back at, where it was put out in the first months of the next: to it that is 今年."""
        match = _REVIEW.search(self._heading)
        year = year_number(match[1]) if match else None
        soon = self.published is not None and self.published.month <= _SOON_AFTER
        return year if self.published and soon and year == self.published.year - 1 else None

    @cached_property
    def document_year(self) -> int | None:
        """The year in the title, if it is not ahead: what a bulletin or review is about."""
        heading = self._heading
        if len(heading.strip()) > 60 or set(heading) & set("，。；") or "\n" not in self.text.strip():
            return None  # no title, or a text without one
        match = _YEAR.search(heading)
        if not match or ISSUE.match(heading, match.start()):
            return None
        return self._not_ahead(year_number(match[1]))

    @cached_property
    def known_year(self) -> int | None:
        """The year an undated text is of: that in its title, or the one that it was written in."""
        return self.document_year or year_of_writing(self.text, self.source, self._heading)

    # ---- the years that words without one mean

    def this_year(self) -> int | None:
        """Return the year the text was written in."""
        if self.reviewed_year:
            return self.reviewed_year
        return self.published.year if self.published else self.known_year

    def anchor_year(self, start: int) -> int | None:
        """Return the year that the text is speaking of at a position.

        The year named before in the sentence; else the one the section or document is about; else the one named
        last in the paragraph.
        """
        if self.is_same_sentence(start):
            return self.year
        return self.section_year or self.document_year or self.year

    def today(self) -> Moment | None:
        """Return the publication date, or the year where only that is known."""
        if self.published:
            return day(self.published)
        return Moment(self.known_year) if self.known_year else None

    def base_year(self, word: Word, start: int, end: int) -> int | None:
        """Return the year a relative word means, None where nothing fixes it."""
        if word.base == "published":
            base = self.this_year()
        elif word.base == "named":
            is_memory = word.offset == 0 and end - start == len(word.word)
            base = self._pointed_year(start) if is_memory else self._year_told_last() or self.latest_year
        elif word.base == "first":
            base = self._first
        elif word.base == "told":
            base = self.section_year or self.document_year or self.this_year()
        elif self._is_foretold(start, end):
            base = self.section_year or self.this_year()
        else:
            base = self.anchor_year(start) or self._year_closed(word)
        return None if base is None else base + word.offset

    def _is_foretold(self, start: int, end: int) -> bool:
        """Tell whether 全年, 年底 and the like are of a year that runs on: no year stands right in front, and what is told is to come."""
        if self.published is None or start - self._year_at <= _ADJACENT:
            return False
        if self.year is not None and self.year < self.published.year and only_due(self.text, start, end):
            return False  # 1986年春天，县里拨款2万元。到年底打成旱井96眼
        return foretold(self.text, start, end)

    def _pointed_year(self, start: int) -> int | None:
        """Return the year that 当年 points back at: named in the sentence, or in digits in the one before."""
        if self._stated is None or start - self._stated_at >= _REACH:
            return None
        ends = len(_SENTENCE_END.findall(self.text, self._stated_at, start))
        told_of = self._is_written + (self.text[start + 2 : start + 3] in ("，", ","))
        return self._stated if ends <= told_of else None

    def _year_told_last(self) -> int | None:
        """Return the year that 第二年 counts from: named last in the paragraph, or told as so many years ago."""
        return self._stated if self._stated_at > self._year_at else self.year

    def this_one_year(self) -> int | None:
        """Return the year that 这一年 points at: the one named last, else the one the document is about."""
        return self.year or self.document_year or self.latest_year

    def year_reviewed(self) -> int | None:
        """Return the year that the section or the title is about, if it is over or all but over."""
        year, this = self.section_year or self.document_year, self.published
        return year if year and (this is None or this.year > year or this.month >= _CLOSING) else None

    @cached_property
    def plan_over(self) -> Stretch | None:
        """Return the years of the plan that ended the year before the text is written, if it tells of them."""
        known, this = vocabulary().plans, self.this_year()
        names = dict.fromkeys(PLAN_TOLD.findall(self.text)) if this else ()
        plan = next((known[name] for name in names if name in known and known[name].last + 1 == this), None)
        return Stretch(Moment(plan.first), Moment(plan.last)) if plan else None

    def term_of(self, years: int) -> Stretch | None:
        """Return the years that the text has told of as so many: 2012年到2016年，是变化最大的五年。[五年来]…."""
        told = self.told_term
        return told if told and told.end.year - told.first.year == years - 1 else None

    def names_a_term(self, *apart: int) -> bool:
        """Tell whether the years from one to another that the text named last are so many apart."""
        return self.term is not None and self.term.end.year - self.term.first.year in apart

    def term_up_to_now(self, *apart: int, ago: int) -> Stretch | None:
        """Return the years from one to another named last, so many apart, that end in the year of writing or so many before."""
        this, term = self.this_year(), self.term if self.names_a_term(*apart) else None
        return term if term is None or this is None or this - ago <= term.end.year <= this else None

    def is_just_behind(self, start: int) -> bool:
        """Tell whether a position follows the last mention closely, in the same sentence."""
        return start - self.position <= _JUST_BEHIND and not _SENTENCE_END.search(self.text, self.position, start)

    def is_in_the_sentence(self, start: int) -> bool:
        """Tell whether a position is in the sentence of the last mention."""
        return not _SENTENCE_END.search(self.text, self.position, start)

    def current_term(self) -> Stretch | None:
        """Return what 规划期 means: the term under way of those named, else the one named last, else the only one."""
        this, plans = self.this_year(), self.named_plans
        if this:
            for term in [self.term, *plans] if self.term else plans:
                if term.first.year <= this <= term.end.year:
                    return term
        return self.term or (plans[0] if len(plans) == 1 else None)

    @cached_property
    def named_plans(self) -> list[Stretch]:
        """The terms of the five-year plans that the text names, the first named first."""
        known = vocabulary().plans
        named = [known[name] for name in dict.fromkeys(_PLAN_NAME.findall(self.text)) if name in known]
        return [Stretch(Moment(plan.first), Moment(plan.last)) for plan in named]

    def _year_closed(self, word: Word) -> int | None:
        """Return this year, or in its first weeks the one that can be told of as a whole."""
        this = self.this_year()
        return this - 1 if this and word.closing and self.published and self.published.month <= 2 else this

    def year_of(
        self, start: int, end: int, month: int | None, day_of_month: int | None, until: int | None = None
    ) -> int | None:
        """Return the year of a date written without one, or of months ``until`` one of them.

        The year of the last full date in the paragraph, or the one named before in the sentence; else the most
        recent year that puts it not after publication, but for what is near ahead or foretold.
        """
        if self._ahead and not _CLAUSE_END.search(self.text, self._ahead[1], start):
            return self._ahead[0]  # 2021年春运从1月28日开始
        if self.dated:
            return self.dated.year
        of_a_thing = self.published is not None and _OF_A_THING.fullmatch(self.text, self._year_at, start) is not None
        if self.is_same_sentence(start) and not of_a_thing:
            return self.year
        if day_of_month is None and not self._is_up_to_now(start) and (told := self.section_year or self.document_year):
            return told
        if self.published is None:
            return self.section_year or self.known_year
        last_year = self.published.year - 1
        if until and until > self.published.month and self.year == last_year and not foretold(self.text, start, end):
            return last_year  # in January: 2024年全年增长5%。分季度看，[一季度]增长5.3%
        return self._nearest_year(self.published, month or self.published.month, day_of_month, start, end)

    def _is_up_to_now(self, start: int) -> bool:
        """Tell whether what a text about an earlier year tells goes on to the month: …2017年度…审计结果: [截至]10月底，已整改."""
        later = (
            self.published is not None and self.document_year is not None and self.published.year > self.document_year
        )
        return later and self.text.endswith(("截至", "截止", "截止到"), 0, start)

    def _nearest_year(self, this: date, month: int, day_of_month: int | None, start: int, end: int) -> int:
        """Return the year that puts a month or day not after a date; or ahead of it, where it is near or foretold."""
        if foretold(self.text, start, end):
            return this.year + (this.month - month >= 9)
        for year in (this.year, this.year + 1) if day_of_month else (this.year,):
            moment = Moment(year, month, day_of_month)
            if moment.exists() and 0 < (moment.first_day() - this).days <= _NEAR:
                return year
        ahead = (month, day_of_month or 0) > (this.month, this.day if day_of_month else 0)
        return this.year - ahead

    def is_same_sentence(self, start: int) -> bool:
        """Tell whether a position is in the sentence that named the year last, and near it."""
        if not self.year or start - self._year_at >= _REACH:
            return False
        return not _SENTENCE_END.search(self.text, self._year_at, start)

    def month_of(self, day_of_month: int, start: int, end: int) -> Moment | None:
        """Return the year and month of a day written without: the last date's, this one's, or the one before."""
        if self.last and self.last.end.month and self._month_is_named:
            return Moment(self.last.end.year, self.last.end.month)
        if self.published is None:
            return None
        this = Moment(self.published.year, self.published.month)
        if day_of_month <= self.published.day or foretold(self.text, start, end):
            return this
        return this.plus(months=-1)

    def last_day(self) -> Moment | None:
        """Return the day that was named last in the paragraph."""
        return self.last.end if self.last and self.last.end.day else None
