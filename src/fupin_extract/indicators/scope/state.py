"""What holds where a sentence begins: the place, the time and the aims that came before it.

The nearest place or time in front of the number within its sentence holds (`places.where`, `times.when`); then what its paragraph
named before, up to the next numbered point; then the heading, the document's own period and its focus region.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...periods import plan_of
from ..places.held import HeldPlace
from ..places.helpers import find_helpers
from ..places.leading import tells_of_villages
from ..times.dating import MONTH_LONG, YEAR_LONG, is_day
from ..times.documents import behind_title, document_period, is_statistical, lays_down_rules, sets_tasks
from ..times.held import HeldTime
from .sections import Section, is_date_line
from .setting import Setting
from .told import Told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...records import Indicator, Organisation, Period, Quantity, Region, Status
    from ...text import Text
    from ..rows import Token
    from ..sentences.division import Sentence


@dataclass(slots=True)
class Scope:
    """What holds where a sentence begins; it goes with the reader from sentence to sentence.

    Attributes:
        setting: what holds for the whole text.
        section: what the last heading said.
        place: the place that the paragraph is about.
        time: the time that the paragraph told of last.
        told: what the statements before said.
        paragraph: the number of the paragraph, ``point`` that of the numbered point in the text, -1 before the first sentence.
    """

    setting: Setting
    section: Section
    place: HeldPlace = field(default_factory=HeldPlace)
    time: HeldTime = field(default_factory=HeldTime)
    told: Told = field(default_factory=Told)
    paragraph: int = -1
    point: int = -1

    @property
    def focus(self) -> Region | None:
        """The place that the text is about."""
        return self.setting.focus

    @property
    def region(self) -> Region | None:
        """The place that the paragraph is about, None where it named none."""
        return self.place.region

    def enter(self, sentence: Sentence) -> None:
        """Forget what the paragraph before or the point before said; a heading holds for what stands under it."""
        if sentence.heading and not (sentence.paragraph < _HEAD and is_date_line(sentence.tokens)):
            if not self.section.keeps_place(sentence):
                self.place = self.place.moved(None)
            self.section = self.section.under(sentence, self.setting)
        if sentence.paragraph != self.paragraph:
            self.place = self.place.in_paragraph(sentence, self.setting)
            self.time = self.time.in_paragraph(sentence, self.section.year)
            self.told.enter_paragraph()
        elif sentence.point != self.point:
            self.place = self.place.at_point(first=self.point == 0)
            self.time = self.time.at_point()
        elif sentence.apart:
            self.place = self.place.apart(self.setting)
        self.paragraph, self.point = sentence.paragraph, sentence.point

    def leave(self, sentence: Sentence, told: Period | None = None) -> None:
        """Remember what the sentence named for those that follow; ``told`` is the time of its last statement."""
        self.time = self.time.behind(sentence, told, self.setting, self.section)
        if not sentence.heading:
            self.place = self.place.behind(sentence, self.setting, self.section)

    def aims(self, period: Period | None) -> bool:
        """Tell whether what is told of a time is aimed at by where it stands: in a section, a list or a text of aims."""
        year = self.section.year
        task = self.setting.tasks and year is not None and period is not None and period.edtf == year.edtf
        return self.section.aims or self.told.clauses.aims or task

    def plans(self, period: Period | None) -> bool:
        """Tell whether what is told of a year is an aim: it is to come, or the section tells of aims."""
        year = (period.edtf or "")[-YEAR_LONG:] if period else ""
        written = self.setting.year_published
        return self.section.aims or (written is not None and year.isdecimal() and int(year) > written)


def scope_of(
    text: Text,
    quantities: Sequence[Quantity],
    mentions: Sequence[Token],
    *,
    title: str | None,
    published: date | None,
    focus: Region | None,
    bodies: Sequence[Organisation] = (),
) -> Scope:
    """Return the scope at the beginning of a text: what it is, and the year or months that it says it is about."""
    title_end = _title_end(text, title)
    times = [(m.start, m.end, m.period) for m in mentions if m.period]
    first = next((m.start for m in mentions if m.kind == "quantity" and m.start >= title_end), 0)
    year = document_period(text, title_end, times, first, published)
    plan = plan_of(text, title_end)
    area = next((m.region for m in mentions if m.region and m.region.level == "area" and m.start < title_end), None)
    setting = Setting(
        area if area and (focus is None or focus.level == "country") else focus,
        published,
        plan,
        titled=any(period is year and at < title_end for at, _, period in times),
        tasks=sets_tasks(text.text, title_end),
        villages=tells_of_villages([m.region for m in mentions if m.region], focus),
        helpers=find_helpers(text.text, [(m.start, m.region) for m in mentions if m.region], focus),
        statistical=is_statistical(text, title_end),
        rules=lays_down_rules(title),
        bodies=tuple({body.text for body in bodies}),
        arabic=2 * sum(q.text[0].isdecimal() for q in quantities) > len(quantities),
    )
    return Scope(setting, Section(year, aims=plan is not None))


def _title_end(text: Text, title: str | None) -> int:
    """Return where the title ends, 0 where the text has none: its first line is then a paragraph."""
    opening = len(text.text) - len(text.text.lstrip("\x00 \t\r\n")) if title else 0  # behind furniture
    first_line = text.text.find("\n", opening) + 1
    untitled = title is None and (first_line > _TITLE or text.text[: first_line - 1].rstrip().endswith("。"))
    return 0 if untitled else max(first_line, behind_title(text, title))


_HEAD = 4
"""In so many paragraphs a date on a line of its own is that of the writing; in those behind, it heads what was done then."""
_TITLE = 60
"""The longest that a first line may be that is a title."""


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
        gone = published is None or period.start is None or period.start <= published
        return gone and (is_day(period) or _is_month_over(period, published))
    return status == "actual" and published is not None and period.start is not None and period.start > published


def _is_month_over(period: Period, published: date | None) -> bool:
    month = len(period.edtf or "") == MONTH_LONG
    return month and published is not None and period.end is not None and period.end < published
