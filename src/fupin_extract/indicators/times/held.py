"""The time that what a paragraph tells is of, where the sentence names none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..rows import COMMAS, clause_before, opens_clause, text_at
from .dating import (
    KNOWABLE,
    MONTH_LONG,
    YEAR_LONG,
    covers,
    dates,
    follows,
    is_day,
    is_of_a_life,
    is_reached,
    is_stretch,
)
from .documents import BULLETIN
from .spans import spans_years
from .when import LATELY, is_of_late, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Period
    from ..rows import Row, Token
    from ..scope.sections import Section
    from ..scope.setting import Setting
    from ..sentences.division import Sentence


class HeldTime(NamedTuple):
    """The time that holds where a sentence begins.

    Attributes:
        period: the last time that led a clause of the paragraph.
        dated: whether there was one, be it of no known date (连日来).
        lead: the time that leads to the list of the paragraph; each point is of it again.
        leads_on: whether the points of that list are paragraphs of their own.
        term: the years of the plan that the text named last; 连续5年 in a text that gives no other time is over them.
        span: the stretch of years that the text named last: what 年均 behind a year runs over.
    """

    period: Period | None = None
    dated: bool = False
    lead: Period | None = None
    leads_on: bool = False
    term: Period | None = None
    span: Period | None = None

    def in_paragraph(self, sentence: Sentence, year: Period | None) -> HeldTime:
        """Return what holds where a new paragraph begins, in a section of a year: what leads to its list, else no time.

        A paragraph that goes on with the one before (与此同时), or gives its parts, is of the same time.
        """
        listed = self.leads_on and sentence.numbered and not sentence.heading
        lead = self.lead if listed else None
        parts = sentence.parts and year is None and self.period is not None and self.period.end is not None
        same = sentence.goes_on or parts
        return self._replace(
            period=self.period if same else lead,
            dated=self.dated if same else lead is not None,
            lead=lead,
            leads_on=listed,
        )

    def at_point(self) -> HeldTime:
        """Return what holds at a numbered point: the time that leads to the list."""
        return self._replace(period=self.lead, dated=self.lead is not None)

    def is_ahead_of(self, year: int | None) -> bool:
        """Tell whether the time is still to come in a year: what was done has another one."""
        begin = (self.period.edtf or "")[:YEAR_LONG] if self.period else ""
        return year is not None and begin.isdecimal() and int(begin) > year

    def is_day_of(self, year: int | None) -> bool:
        """Tell whether the time is a day of a year."""
        if not self.dated or self.period is None or not is_day(self.period):
            return False
        return (self.period.edtf or "").startswith(str(year))

    def behind(self, sentence: Sentence, told: Period | None, setting: Setting, section: Section) -> HeldTime:
        """Return what holds behind a sentence, by the times that it names; ``told`` is that of its last statement."""
        row = sentence.tokens
        if not row.times:
            return self if sentence.heading else self._leading(sentence, ())
        named = [row[k].period for k in row.times]
        term = next((p for p in named if p and p.rule == "periods/plan"), self.term)
        span = next((p for p in named if spans_years(p)), self.span)
        held = self
        if term is not self.term or span is not self.span:
            held = self._replace(term=term, span=span)
        if sentence.heading:
            return held
        times = _times(sentence, told, setting, section.year)
        return held._leading(sentence, times)._led_by(row, times, told)._reached(row, times)

    def _leading(self, sentence: Sentence, times: Sequence[int]) -> HeldTime:
        """Return it with the time in front of the colon that leads to a list; a day is only that on which it was told."""
        if not sentence.lists or sentence.point:
            return self
        row = sentence.tokens
        ahead = next((row[k].period for k in reversed(times) if row[k].start < sentence.lists), None)
        return self._replace(lead=None if is_day(ahead) else ahead, leads_on=sentence.lists == sentence.end - 1)

    def _led_by(self, row: Row, times: Sequence[int], told: Period | None) -> HeldTime:
        """Return it with the last of the times that lead a clause, or the one that the sentence told of."""
        if not times:
            late = any(
                (row[k].text in LATELY and opens_clause(row, k)) or is_of_late(row, k, len(row)) for k in row.times
            )
            # 目前蓄水43亿立方米。[连日来]，出动63万人次；送水3万吨
            return self._replace(period=None, dated=True) if late else self
        named = opened(row, times[-1], len(row))
        if named is not None and named.edtf is None and named.rule in KNOWABLE:
            named, dated = None, False  # 目前, no date: the text's year holds
        else:
            dated = True
        later = told is not None and any(t.period is told for t in row[times[-1] :])
        if told and later and is_stretch(told) and (is_day(named) or follows(told, named)):
            named = told  # [今天]，财政部公布了[9月份]数据，收入…。支出…; [本月中]宣布[未来三年]投入…。建…
        return self._replace(period=named, dated=dated)

    def _reached(self, row: Row, times: Sequence[int]) -> HeldTime:
        """Return it with the time up to which the sentence tells (截至10月底), unless that only lies within a longer one."""
        reached = next((row[k].period for k in row.times if is_reached(row, k)), None)
        within = self.period is not None and covers(self.period, reached)
        years = "/" in (self.period.edtf or "") if self.period else False
        if reached is None or not reached.edtf or (within and (times or years)):
            return self
        return self._replace(period=reached, dated=True)


def _times(
    sentence: Sentence,
    told: Period | None,
    setting: Setting,
    year: Period | None,
) -> list[int]:
    """Return where the times stand that may hold for what follows; a step or a day told in passing is none."""
    row = sentence.tokens
    times = [
        k
        for k in row.times
        if dates(row, k)
        and not _starts_from(row[k], setting, year)
        and not _looks_back(row, k)
        and not _is_deadline(row, k)
        and not is_of_a_life(row, k)
    ]
    if not times or any(t.quantity for t in row[times[-1] :]):
        return times
    if not (sentence.first and told is None) and _tells_a_step(row[times[-1]].period, year):
        return times[:-1]
    if year is not None and year.rule == BULLETIN:
        return [k for k in times if not is_day(row[k].period)]  # [昨日]发表《2018年贫穷情况报告》
    return times


def _looks_back(row: Row, k: int) -> bool:
    """Tell whether the year before is only told beside the value of the one that the sentence is of: 利润9亿元，[上年同期]为净亏损1亿元."""
    return row[k].text.startswith(_YEAR_BEFORE) and any(t.quantity for t in row[:k])


_YEAR_BEFORE = ("上年", "上一年", "上年同期", "去年同期")


def _is_deadline(row: Row, k: int) -> bool:
    """Tell whether a time is only by when what was just counted is to be done: 危房还剩120户，[10月底]前全部竣工."""
    if text_at(row, k + 1) not in ("前", "之前", "以前"):
        return False
    just = k > 1 and row[k - 1].text in COMMAS and any(t.quantity for t in clause_before(row, k - 1))
    done = any(t.text.startswith("已") for t in row[k + 2 : k + 4])  # 剩下的464户，9月底前[已]达标
    return just and not done and not any(t.quantity for t in row[k + 1 :])


def _starts_from(token: Token, setting: Setting, year: Period | None) -> bool:
    """Tell whether a time is the year's end that the year the text is about begins with: [2015年底]有贫困村90个 in one on 2016."""
    before = token.period
    if not (setting.titled and year and before and year.edtf and before.edtf and token.text.endswith(("底", "末"))):
        return False
    return len(year.edtf) == len(before.edtf) == YEAR_LONG and int(year.edtf) == int(before.edtf) + 1


def _tells_a_step(period: Period | None, year: Period | None) -> bool:
    """Tell whether a month is only that of a step told in passing, in a section about years: [2020年2月]退出贫困县."""
    if period is None or year is None or len(period.edtf or "") != MONTH_LONG:
        return False
    return (year.edtf or "").count("-") == 0 and covers(year, period)
