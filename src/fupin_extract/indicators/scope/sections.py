"""What a section's heading says of it: its number, its place and time, and whether it tells of aims."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ..places.abroad import ABROAD, is_about_abroad
from ..places.leading import leads
from ..rows import once
from ..times.dating import MONTH_LONG, YEAR_LONG, compared, is_stretch, tells_of_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Period, Region
    from ..rows import Row, Token
    from ..sentences.division import Sentence
    from .setting import Setting


@dataclass(frozen=True, slots=True)
class Section:
    """What holds under a heading, up to the next one; before the first heading, what the opening of the text says.

    Attributes:
        year: the period that it is about.
        headed: whether a heading without a number names that, which holds up to the next such heading.
        region: the place that the heading names.
        style: how that heading is numbered, which tells which heading ends it.
        aims: whether it tells of aims.
        aims_style: how the heading of aims is numbered.
        rules: whether it lays down standards, ``rules_style`` how that heading is numbered.
    """

    year: Period | None = None
    headed: bool = False
    region: Region | None = None
    style: str = ""
    aims: bool = False
    aims_style: str = ""
    rules: bool = False
    rules_style: str = ""

    def under(self, heading: Sentence, setting: Setting) -> Section:
        """Return what holds under a heading: 一、2015年工作回顾; 三、2016年重点工作; 二、通渭县榜罗村：合作社当龙头."""
        told = heading.tokens.told
        named = period_named(heading.tokens, told)
        section = self._dated(heading, named, told, setting)._aimed(heading, named, told, setting)._ruled(heading, told)
        return section if self.keeps_place(heading) else section._placed(heading, named, setting)

    def keeps_place(self, heading: Sentence) -> bool:
        """Tell whether a heading only parts the section: behind one that names its place（一）… is about that too."""
        style, opens = numbering(heading.tokens)
        parts = heading.numbered and opens is None and style != self.style
        return parts and period_named(heading.tokens, heading.tokens.told) is None

    def _dated(self, heading: Sentence, named: Period | None, told: str, setting: Setting) -> Section:
        """Return it with the time that the heading names, or the one that goes on from the section before.

        The quarter or months that a text opens with end at a heading without a number: the next item is another one.
        """
        if named is not None:
            return replace(self, year=named, headed=not heading.numbered)
        if not heading.numbered and self._ends_here(setting):
            return replace(self, year=None)
        if AHEAD.search(told) and self.year is not None and setting.now is not None:
            return replace(self, year=goes_on_from(self.year, setting.now))
        return self

    def _ends_here(self, setting: Setting) -> bool:
        """Tell whether the year or months that held so far do not hold under a heading that names none."""
        if setting.titled or self.year is None:
            return False
        return self.headed or len(self.year.edtf or "") > YEAR_LONG

    def _aimed(self, heading: Sentence, named: Period | None, told: str, setting: Setting) -> Section:
        """Return it with whether the heading speaks of aims; 二、目标任务 ends at 三、, not at （一）."""
        style, _ = numbering(heading.tokens)
        says = named is not None or AIMS.search(told) or DONE.search(told) or not heading.numbered
        if not says and style != self.aims_style:
            return self
        aims = (setting.plan is not None or AIMS.search(told) is not None) and DONE.search(told) is None
        return replace(self, aims=aims, aims_style=style if aims else "")

    def _ruled(self, heading: Sentence, told: str) -> Section:
        """Return it with whether the heading is over standards; 三、建设标准 ends at 四、, not at （一）."""
        style, _ = numbering(heading.tokens)
        if RULES.search(told):
            return replace(self, rules=True, rules_style=style)
        return replace(self, rules=False) if style == self.rules_style or not heading.numbered else self

    def _placed(self, heading: Sentence, named: Period | None, setting: Setting) -> Section:
        """Return it with the place that the heading names."""
        style, opens = numbering(heading.tokens)
        if heading.numbered and named is None:
            return replace(self, region=opens, style=style if opens else "")
        region = _place_named(heading.tokens, setting)
        style = style if region else ""
        if region is None and is_about_abroad(heading.tokens):
            region = ABROAD
        return replace(self, region=region, style=style)


def _place_named(row: Row, setting: Setting) -> Region | None:
    """Return the place that a heading is about, with the one inside it that it names next: 天水市：[甘谷县]修通到村路."""
    region = next((t.region for k, t in enumerate(row) if t.region and leads(row, k)), None)
    if region and row[0].region is None and setting.is_apart(region) and not setting.may_be_about(region):
        return None  # in a text on the county that is helped: 车票是[越城]人订的
    for token in row:
        if region and token.region and region.name in token.region.path[:-1]:
            region = token.region
    return region


def is_date_line(row: Sequence[Token]) -> bool:
    """Tell whether a line is only the month or the day on which the text was written, with who wrote it: 甘谷县扶贫办　2001年10月."""
    told = [t for t in row if t.kind != "mark"]
    if not told or any(t.period for t in told[:-1]):
        return False
    time, by = told[-1].period, [t for t in told[:-1] if t.kind != "region"]
    dated = time is not None and not time.implied and len(time.edtf or "") >= MONTH_LONG
    return dated and (not by or (all(t.nominal for t in by) and by[-1].text.endswith(_WRITERS)))


_WRITERS = (*"局厅办院委会社组所部队处", "中心", "政府", "大学")


@once
def numbering(row: Row) -> tuple[str, Region | None]:
    """Return how a heading is numbered (``一``, ``1``, with its bracket), and the place that it opens with: （二）[通渭县]."""
    end = next((k for k, t in enumerate(row) if _ORDINAL.fullmatch(t.text) is None), len(row))
    number = "".join(t.text for t in row[:end])
    style = ("(" if "(" in number else "") + ("1" if any(c.isdecimal() for c in number) else "一" if number else "")
    return style, row[end].region if end < len(row) else None


_ORDINAL = re.compile(r"[一二三四五六七八九十0-9()、.．第是来 ]+")


AIMS = re.compile(
    r"目标|任务|安排(?![^，。]{0,8}[0-9一二三四五六七八九十])|打算|重点工作|工作计划|工作部署|(?:[做抓]好[^，。》]{0,8}|今年[^，。》]{0,4})工作$|总体要求|主要举措"
)


DONE = re.compile(r"完成|回顾|总结|成效|成就|情况|灾情|基础|现状|形势|背景|问题|困难|不足|短板")
RULES = re.compile("标准$|条件$|门槛|准入")
AHEAD = re.compile("下一?步|下阶段|打算|今后")
"""Words of a heading over what comes next."""


def period_named(row: Row, told: str) -> Period | None:
    """Return the time that a heading names: 一、[2015年]工作回顾; all years since one only where it looks back on them."""
    reviews = DONE.search(told) is not None
    named = (t.period for k, t in enumerate(row) if t.period and not compared(row, k) and not _begins_then(row, k))
    return next((p for p in named if is_stretch(p) or (reviews and tells_of_years(p))), None)


def _begins_then(row: Sequence[Token], k: int) -> bool:
    """Tell whether something only begins at a time: [明年]起调高津贴."""
    return k + 1 < len(row) and row[k + 1].text in ("起", "开始")


def goes_on_from(year: Period, now: Period) -> Period | None:
    """Return the time of what comes next in a text about a year: that in which it is written, where the other is over."""
    if year.end is None:
        return None  # 一、2016年以来的工作; 二、下一步打算
    if now.start is None or year.end >= now.start:
        return year
    first, last = date(now.start.year, 1, 1), date(now.start.year, 12, 31)
    return replace(now, edtf=str(now.start.year), start=first, end=last)
