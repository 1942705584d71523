"""What holds where a sentence begins: the place, the time and the aims that came before it.

The nearest place or time in front of the number within its sentence holds (`where`, `when`); then what its paragraph
named before, up to the next numbered point; then the heading, the document's own period and its focus region.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .abroad import ABROAD, is_about_abroad
from .dating import (
    KNOWABLE,
    MONTH_LONG,
    YEAR_LONG,
    covers,
    dates,
    follows,
    is_day,
    is_reached,
    is_stretch,
)
from .documents import BULLETIN
from .examples import (
    beside,
    first_in,
    in_dateline,
    introduces,
    is_example,
    is_one_of_them,
    named_for_example,
    opens_with,
)
from .helpers import helps, sent_to
from .leading import counted, inside, leads
from .rows import opens_clause
from .sections import AHEAD, AIMS, DONE, goes_on_from, numbering, period_named
from .spans import spans_years
from .when import LATELY, is_of_late, opened
from .where import one_of_many, one_of_things, summed_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..records import Indicator, Period, Quantity, Region, Status
    from .tokens import Sentence, Token


@dataclass(slots=True)
class Scope:
    """What holds where a sentence begins.

    Attributes:
        focus: the place that the text is about.
        year: the period that the document or its section is about; ``titled`` if the title names it,
            ``headed`` if a heading without a number does, which holds up to the next.
        period: what the paragraph's last leading time is; ``dated`` if there was one.
        region: the place that the paragraph is about; ``opened`` if it begins with it,
            ``lead`` the one that it named before its first numbered point, ``lead_time`` the time that leads to its list,
            ``leads_on`` if the list's points are paragraphs of their own,
            ``section`` the one of the heading, whose numbering ``style`` tells which heading ends it; ``general`` tells
            that the paragraph gave figures of the whole; ``entry`` is the one that a list told of last, while it goes on
            with ；, and ``outer`` what held before the list.
        villages: whether the text tells of one village after the other, and of nothing wider.
        aims: whether the section tells of aims, up to the next heading numbered in its ``aims_style``; ``listed`` whether the
            list does: 目标是：A；B;
            ``tasks`` whether the text is a list of them, where it names no other time.
        whole: what 其中 parts, with its first part's name, until the sentence ends; ``last`` the last quantity that was read.
        plan: the years of the plan that the text is, which its aims are for.
        term: the years of the plan that the text named last; 连续5年 in a text that gives no other time is over them.
        span: the stretch of years that the text named last: what 年均 behind a year runs over.
        per_head: the last amount per head of the paragraph, and per what.
        amount: the last amount per head of the text, with its name.
        levels: what the last level of each unit in the paragraph measured, by base unit; shares are of too many things.
        arabic: whether the text writes its figures in digits.
        written: the year in which the text was published; ``now`` the day.
        begun: how many indicators were found before the clauses that ； parts began.
        chain: what the first value of each unit in them measures.
        yearly: whether changes are told against the year before (同比, 比上年) until the sentence ends.
    """

    focus: Region | None
    year: Period | None
    paragraph: int = -1
    point: int = -1
    period: Period | None = None
    dated: bool = False
    region: Region | None = None
    opened: bool = False
    lead: Region | None = None
    lead_time: Period | None = None
    leads_on: bool = False
    section: Region | None = None
    style: str = ""
    villages: bool = False
    aims: bool = False
    aims_style: str = ""
    listed: bool = False
    tasks: bool = False
    titled: bool = False
    headed: bool = False
    plan: Period | None = None
    term: Period | None = None
    span: Period | None = None
    arabic: bool = False
    written: int | None = None
    now: Period | None = None
    yearly: bool = False
    begun: int = 0
    chain: dict[str, str] = field(default_factory=dict)
    whole: tuple[Quantity, str] | None = None
    per_head: tuple[Quantity, str | None] | None = None
    amount: tuple[Quantity, str] | None = None
    general: bool = False
    entry: Region | None = None
    outer: Region | None = None
    last: list[Quantity] = field(default_factory=list)
    levels: dict[str, str] = field(default_factory=dict)

    def enter(self, sentence: Sentence) -> None:
        """Forget what the paragraph before or the point before said; a heading holds for what stands under it.

        The quarter or months that a text opens with end at a heading without a number: the next item is another one.
        """
        if sentence.heading:
            self._head(sentence)
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.point = sentence.paragraph, sentence.point
            self.lead = self.per_head = None
            self.general = False
            self.levels.clear()
            if not (self.leads_on and sentence.numbered and not sentence.heading):
                self.lead_time, self.leads_on = None, False
            parts = sentence.parts and self.year is None and self.period is not None and self.period.end is not None
            if not (sentence.goes_on or parts):
                self.period, self.dated = self.lead_time, self.lead_time is not None
            village = self.villages and not sentence.numbered and self.region is not None
            goes_on = sentence.told or (village and self.region is not None and self.region.level == "village")
            if self.region is not None and not (goes_on and inside(self.region, self.focus)):
                self.region = None
        elif sentence.point != self.point:
            if self.point == 0:
                self.lead = self.region
            self.point = sentence.point
            self.period, self.dated = self.lead_time, self.lead_time is not None
            self.region = self.lead
        elif sentence.apart and not self.opened and self.region is not None and self._was_example(self.region):
            self.region = None  # 荣地村用220万元建起大棚。推行“先建后补”的油茶林改造3.2万亩

    def amount_like(self, quantity: Quantity) -> str:
        """Return the name of the amount per head told last where a quantity is given in its unit, else ""."""
        return self.amount[1] if self.amount and self.amount[0].unit == quantity.unit else ""

    def _carries(self, region: Region) -> bool:
        """Tell whether a place may hold for the sentences that follow: one inside what the text is about, if that is known."""
        focus = self.section or self.focus
        if region.level == "area" and (focus is None or focus.level == "country"):
            return False  # of the parts of a country each has its own sentence
        if region.name is None or focus is None or focus.level == "country" or not focus.path:
            return region.name is not None
        return focus.name in region.path or region.level == "village" or not region.path

    def may_be_abroad(self) -> bool:
        """Tell whether a paragraph may be about another country: not in a text about a place of ours."""
        return self.focus is None or self.focus.level == "country"

    def may_be_about(self, region: Region) -> bool:
        """Tell whether a paragraph of the text may be about a place: any, where the text is about the country."""
        return self.may_be_abroad() or (self.focus is not None and self.focus.name in region.path[:-1])

    def _is_apart(self, region: Region) -> bool:
        """Tell whether a place that opens a paragraph is another one than what the text is about, and not a wider one."""
        return self.focus is not None and region.name is not None and region.name not in self.focus.path

    def _only_helps(self, row: Sequence[Token], k: int) -> bool:
        """Tell whether a place gives something to the one that the text is about: what follows is not about the giver."""
        at = next((j for j in range(k + 1, len(row)) if row[j].quantity), k)
        return at > k and (helps(row, k, at, self.focus) or sent_to(row, k, at, self.focus) is not None)

    def _is_around(self, region: Region) -> bool:
        """Tell whether a place is the county that the town or village lies in that the text is about: a paragraph may tell of it."""
        local = self.focus is not None and self.focus.level in ("township", "village")
        return local and region.level == "county" and self.focus is not None and region.name in self.focus.path[:-1]

    def _is_within(self, region: Region) -> bool:
        """Tell whether a place is a town or village of the county that the text is about: a report names it as an example."""
        inner = region.level in ("township", "village")
        return inner and self.focus is not None and self.focus.level in ("county", "prefecture")

    def _is_whole(self, region: Region | None) -> bool:
        return region is None or (self.focus is not None and region.name == self.focus.name)

    def _was_example(self, region: Region) -> bool:
        """Tell whether a report named a place for an example: a town of its county, a county behind figures of the whole."""
        return self._is_within(region) or (self.general and self._is_part(region))

    def _is_part(self, region: Region) -> bool:
        """Tell whether a place is one of the counties or cities of what the text is about."""
        inner = region.level in ("county", "prefecture")
        return inner and self.focus is not None and self.focus.name in region.path[:-1]

    def _head(self, sentence: Sentence) -> None:
        """Take place, time and whether it tells of aims from a heading: 一、2015年工作回顾; 三、2016年重点工作."""
        row = sentence.tokens
        told = "".join([t.text for t in row])
        period = period_named(row, told)
        if period is not None:
            self.year, self.headed = period, not sentence.numbered
        elif not sentence.numbered and self._ends_here():
            self.year = None
        elif AHEAD.search(told) and self.year is not None and self.now is not None:
            self.year = goes_on_from(self.year, self.now)
        style, opens = numbering(row)
        says = period is not None or AIMS.search(told) or DONE.search(told) or not sentence.numbered
        if says or style == self.aims_style:
            planned = self.plan is not None or AIMS.search(told) is not None
            self.aims = planned and DONE.search(told) is None
            self.aims_style = style if self.aims else ""  # 二、目标任务 ends at 三、, not at （一）
        if sentence.numbered and period is None and opens is None and style != self.style:
            return  # （一）…: the heading above it holds on
        if sentence.numbered and period is None:
            self.section, self.style, self.region = opens, style if opens else "", None
            return  # 二、通渭县榜罗村：合作社当龙头
        self.section = next((t.region for k, t in enumerate(row) if t.region and leads(row, k)), None)
        if (
            self.section
            and row[0].region is None
            and self._is_apart(self.section)
            and not self.may_be_about(self.section)
        ):
            self.section = None  # in a text on the county that is helped: 车票是[越城]人订的
        for token in row:
            if self.section and token.region and self.section.name in token.region.path[:-1]:
                self.section = token.region  # 天水市：[甘谷县]修通到村路
        self.style = style if self.section else ""
        if self.section is None and is_about_abroad(row):
            self.section = ABROAD
        self.region = None

    def _ends_here(self) -> bool:
        """Tell whether the year or months that held so far do not hold under a heading that names none."""
        if self.titled or self.year is None:
            return False
        return self.headed or len(self.year.edtf or "") > YEAR_LONG

    def is_task(self, period: Period | None) -> bool:
        """Tell whether what is told of a time is a task, in a text that lists those of its year."""
        return self.tasks and self.year is not None and period is not None and period.edtf == self.year.edtf

    def is_ahead(self) -> bool:
        """Tell whether the time that holds is still to come when the text is written: what was done has another one."""
        begin = (self.period.edtf or "")[:YEAR_LONG] if self.period else ""
        return self.written is not None and begin.isdecimal() and int(begin) > self.written

    def is_up_to_a_day(self) -> bool:
        """Tell whether the time that holds is a day of the year in which the text is written: what there is now is of it."""
        year = str(self.written)
        return (
            self.dated and self.period is not None and is_day(self.period) and (self.period.edtf or "").startswith(year)
        )

    def plans(self, period: Period | None) -> bool:
        """Tell whether what is told of a year is an aim: it is to come, or the section tells of aims."""
        year = (period.edtf or "")[-YEAR_LONG:] if period else ""
        return self.aims or (self.written is not None and year.isdecimal() and int(year) > self.written)

    def _starts_from(self, token: Token) -> bool:
        """Tell whether a time is the year's end that the year the text is about begins with: [2015年底]有贫困村90个 in one on 2016."""
        year, before = self.year, token.period
        if not (self.titled and year and before and year.edtf and before.edtf and token.text.endswith(("底", "末"))):
            return False
        return len(year.edtf) == len(before.edtf) == YEAR_LONG and int(year.edtf) == int(before.edtf) + 1

    def _tells_a_step(self, period: Period | None) -> bool:
        """Tell whether a month is only that of a step told in passing, in a section about years: [2020年2月]退出贫困县."""
        if period is None or self.year is None or len(period.edtf or "") != MONTH_LONG:
            return False
        return (self.year.edtf or "").count("-") == 0 and covers(self.year, period)

    def leave(self, sentence: Sentence, told: Period | None = None) -> None:
        """Remember what the sentence named for those that follow; ``told`` is the time of its last statement."""
        row = sentence.tokens
        self.term = next((t.period for t in row if t.period and t.period.rule == "periods/plan"), self.term)
        self.span = next((t.period for t in row if spans_years(t.period)), self.span)
        if sentence.heading:
            return
        marked = [(k, t) for k, t in enumerate(row) if t.kind in ("period", "region")]
        self._leave_time(sentence, marked, told)
        if self.may_be_abroad() and is_about_abroad(row):
            self.region = ABROAD
        else:
            self._leave_place(sentence, [k for k, t in marked if t.region and t.region.name])

    def _leave_time(self, sentence: Sentence, marked: Sequence[tuple[int, Token]], told: Period | None) -> None:
        """Remember the time that the sentence named last, or the one that it told of."""
        row, times = sentence.tokens, self._times(sentence, marked, told)
        if sentence.lists and sentence.point == 0:
            ahead = next((row[k].period for k in reversed(times) if row[k].start < sentence.lists), None)
            self.lead_time, self.leads_on = None if is_day(ahead) else ahead, sentence.lists == sentence.end - 1
        if times:
            named = opened(row, times[-1], len(row))
            known = named is None or named.edtf is not None or named.rule not in KNOWABLE
            self.period, self.dated = (named, True) if known else (None, False)  # 目前, no date: the text's year holds
            later = told is not None and any(t.period is told for t in row[times[-1] :])
            if told and later and is_stretch(told) and (is_day(self.period) or follows(told, self.period)):
                self.period = told  # [今天]，财政部公布了[9月份]数据，收入…。支出…; [本月中]宣布[未来三年]投入…。建…
        elif any((t.text in LATELY and opens_clause(row, k)) or is_of_late(row, k, len(row)) for k, t in marked):
            self.period, self.dated = None, True  # 目前蓄水43亿立方米。[连日来]，出动63万人次；送水3万吨
        reached = next((t.period for k, t in marked if t.period and is_reached(row, k)), None)
        within = self.period is not None and covers(self.period, reached)
        years = "/" in (self.period.edtf or "") if self.period else False
        if reached is not None and reached.edtf and not (within and (times or years)):
            self.period, self.dated = reached, True

    def _times(self, sentence: Sentence, marked: Sequence[tuple[int, Token]], told: Period | None) -> list[int]:
        """Return where the times stand that may hold for what follows; a step or a day told in passing is none."""
        row = sentence.tokens
        times = [k for k, t in marked if t.kind == "period" and dates(row, k) and not self._starts_from(t)]
        if not times or any(t.quantity for t in row[times[-1] :]):
            return times
        if not (sentence.first and told is None) and self._tells_a_step(row[times[-1]].period):
            return times[:-1]
        if self.year is not None and self.year.rule == BULLETIN:
            return [k for k in times if not is_day(row[k].period)]  # [昨日]发表《2018年贫穷情况报告》
        return times

    def _leave_place(self, sentence: Sentence, named: Sequence[int]) -> None:
        """Remember which of the places at the indices the sentences that follow are about.

        Of a list that gives each of several places its clause (武山县…，甘谷县…; A…；B…) none is: what follows is about
        what held before it.
        """
        row = sentence.tokens
        goes_on = bool(row) and row[-1].text in ("；", ";")
        whole = all(t.region.implied and self._is_whole(t.region) for t in row if t.region)  # 全市果园90万亩
        self.general |= whole and self._is_whole(self.region) and any(t.quantity for t in row)
        led = [k for k in named if leads(row, k)]
        places = [k for k in led if not counted(row, k, self)]
        places = [k for k in places if not first_in(row, k)] or places
        sent = row[places[-1]].region if places and sentence.first and in_dateline(row, places[-1]) else None
        if sent is not None and self._is_apart(sent):
            return
        held, region = self.region, row[places[-1]].region if places else self.entry
        if places and not self._tells_of_several(row, places[-1]):
            self._carry(sentence, places)
        if self.entry is not None and any(beside(self.entry, row[k].region) for k in led):
            listed, held = True, self.outer
        else:
            listed = any(beside(region, row[k].region) for k in led)
            held = self.outer if self.entry is not None and self.entry is held else held
        if listed and not goes_on and self.region is region:
            self.region = None if beside(held, region) else held
        self.entry, self.outer = (region, held) if goes_on else (None, None)

    def _tells_of_several(self, row: Sequence[Token], k: int) -> bool:
        return one_of_many(row, k) or one_of_things(row, k) or summed_up(row, k)

    def _carry(self, sentence: Sentence, places: Sequence[int]) -> None:
        """Let the last of the places hold for what follows, if a paragraph of the text may be about it."""
        row, k = sentence.tokens, places[-1]
        region = row[k].region
        if region is None:
            return
        opens = sentence.first and not any(t.kind == "word" and t.role != "drop" for t in row[:k])
        opens |= sentence.first and introduces(row, k)
        if self._is_apart(region) and self._only_helps(row, k):
            return  # 2020年，上海一家机构捐赠设备60万元。全校英语平均分提高到68分
        carries = (
            self._carries(region)
            or (opens and self._is_apart(region))
            or (sentence.first and self._is_around(region) and opens_with(row, region))
        )
        example = (self._is_part(region) and (is_example(row, k) or is_one_of_them(row, k))) or (
            self._is_within(region) and named_for_example(row, k) and not sentence.told
        )
        same = self.region is not None and region.name == self.region.name
        self.region = region if carries and not example else self.region
        self.opened = (opens and not any(t.region for t in row[:k])) or (self.opened and same)


def elsewhere(region: Region | None, where: str, scope: Scope, before: Indicator | None) -> bool:
    """Tell whether a statement is of another place than the one before it, or goes on with one of which no time is known."""
    if before is None or region is None:
        return False
    if before.region is not None and before.region.name == region.name:
        return before.period is None
    return where in ("clause", "sentence") and (scope.focus is None or region.name != scope.focus.name)


def belies(status: Status, period: Period, published: date | None) -> bool:
    """Tell whether a time that was only carried on cannot be that of what is told: a day gone by of an aim, one to come of a deed.

    今天，电站开工。建成后，每年发电量将达5亿千瓦时; 6月30日前全部入住。派出7个督导组.
    """
    if status == "target":
        return is_day(period) and (published is None or period.start is None or period.start <= published)
    return status == "actual" and published is not None and period.start is not None and period.start > published
