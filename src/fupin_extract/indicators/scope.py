"""Where and when: the region and the period that a statement is about, and what a change is measured against.

The nearest place or time in front of the number within its sentence holds; then what its paragraph named
before, up to the next numbered point; then the heading, the document's own year and its focus region.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..records import Period, Quantity, Region
    from .tokens import Sentence, Token


@dataclass(slots=True)
class Scope:
    """What holds where a sentence begins; ``aims`` in a section of aims, ``listed`` in a list of them: 目标是：A；B.

    ``titled`` says that the document's period stands in its title and so holds to its end.
    """

    focus: Region | None
    year: Period | None
    paragraph: int = -1
    point: int = -1
    period: Period | None = None
    dated: bool = False
    region: Region | None = None
    section: Region | None = None
    aims: bool = False
    listed: bool = False
    titled: bool = False

    def enter(self, sentence: Sentence) -> None:
        """Forget what the paragraph before or the point before said; a heading holds for what stands under it.

        The quarter or months that a text opens with end at a heading without a number: the next item is another one.
        """
        if sentence.heading:
            self._head(sentence)
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.point = sentence.paragraph, sentence.point
            if not sentence.goes_on:
                self.period, self.dated = None, False
            if self.region is not None and not (sentence.told and _inside(self.region, self.focus)):
                self.region = None
        elif sentence.point != self.point:
            self.point = sentence.point
            self.period, self.dated = None, False

    def _carries(self, region: Region) -> bool:
        """Tell whether a place may hold for the sentences that follow: one inside what the text is about, if that is known."""
        focus = self.section or self.focus
        if region.name is None or focus is None or focus.level == "country" or not focus.path:
            return region.name is not None
        return focus.name in region.path or region.level == "village" or not region.path

    def _head(self, sentence: Sentence) -> None:
        """Take place, time and whether it tells of aims from a heading: 一、2015年工作回顾; 三、2016年重点工作."""
        row = sentence.tokens
        period = next((t.period for t in row if t.period and _is_stretch(t.period)), None)
        if period is not None:
            self.year = period
        elif (
            not sentence.numbered
            and not self.titled
            and self.year is not None
            and len(self.year.edtf or "") > _YEAR_LONG
        ):
            self.year = None
        told = "".join(t.text for t in row)
        if period is not None or _AIMS.search(told) or not sentence.numbered:
            self.aims = _AIMS.search(told) is not None and _DONE.search(told) is None
        if sentence.numbered and period is None:
            return
        self.section = next((t.region for k, t in enumerate(row) if t.region and _leads(row, k)), None)
        self.region = None

    def leave(self, sentence: Sentence) -> None:
        """Remember what the sentence named for those that follow."""
        row = sentence.tokens
        if sentence.heading:
            return
        times = [k for k, t in enumerate(row) if t.kind == "period" and _dates(row, k)]
        if times:
            self.period, self.dated = row[times[-1]].period, True
        places = [
            k for k, t in enumerate(row) if t.region and t.region.name and _leads(row, k) and not _counted(row, k)
        ]
        if places:
            self.region = row[places[-1]].region


_AIMS = re.compile(r"目标|任务|安排|打算|重点工作|工作计划|工作部署|总体要求|主要举措")
_DONE = re.compile(r"完成|回顾|总结|成效|成就|主要工作情况")


def _is_stretch(period: Period) -> bool:
    """Tell whether a period is a year, months or a plan's years, which a section may be about; a day is not."""
    first, _, last = (period.edtf or "").partition("/")
    return bool(first) and len(first) <= _MONTH_LONG and last != ".."


def _inside(region: Region, focus: Region | None) -> bool:
    """Tell whether a place is one of the towns and villages inside what the text is about: a story that goes on.

    A text about the country tells of a village in one paragraph and is back in the country with the next.
    """
    if focus is not None and focus.level == "country":
        return False
    return region.level in ("village", "township", "county") and (focus is None or region.name != focus.name)


def _counted(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only has its share in a list: 上海4例，甘肃2例."""
    return k + 1 < len(row) and row[k + 1].kind == "quantity"


def _leads(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause begins with the place, or says where: what follows is about it."""
    if _aside(row, k):
        return False
    while (k and row[k - 1].kind in ("region", "period")) or (k and row[k - 1].text in ("、", "和", "与")):
        k -= 1
    before = row[k - 1] if k else None
    if before is None:
        return True
    if before.kind == "mark":
        return before.text in "，,：:；;。()“ "
    return before.text in (
        "在",
        "对",
        "位于",
        "走进",
        "来到",
        "地处",
        "目前",
        "如今",
        "使",
        "让",
        "推动",
        "带动",
        "了解",
    ) or before.tag in ("d", "c")


_ASIDE = frozenset("比 较 与 同 来自 据 高于 低于 快于 超过 至 往 向 占 销往 远销 赴 到".split())


def _dates(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time holds for what follows it: it leads its clause and names a time."""
    if _compared(row, k) or _vague(row[k]) or _valued(row, k, -1):
        return False
    while k and row[k - 1].kind in ("region", "period"):
        k -= 1
    before = row[k - 1] if k else None
    if before is None or before.kind == "mark" or before.tag in ("c",):
        return True
    if before.text in ("截至", "截止", "到", "至", "自", "从", "自从", "截止到"):
        return True
    behind = row[k + 1] if k + 1 < len(row) else None
    if before.text in ("在", "于"):
        return behind is None or behind.kind == "mark"
    return before.nominal and behind is not None and (behind.text in ("在", "从", "对") or behind.tag in ("v", "d"))


def _vague(token: Token) -> bool:
    """Tell whether a time says nothing of when: 近年来, 一直以来."""
    return token.period is not None and token.period.edtf is None and token.period.rule != "periods/since"


def _valued(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether a time belongs to one other value alone: 从2014年底的5395.2元增加到2019年底的9083.5元."""
    following = row[k + 1].quantity if k + 1 < len(row) else None
    if following is not None and following.dimension == "age":
        return True
    return k + 2 < len(row) and row[k + 1].text == "的" and row[k + 2].kind == "quantity" and k + 2 != at


_SUPERLATIVES = frozenset("唯一 首个 首家 第一 最 最大 首位 前列 第二 平均 平均水平".split())


def _compared(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is what something is compared with: 比上年, 较2011年, 是1978年的10倍."""
    before = row[k - 1] if k else None
    if (
        before is not None
        and before.kind == "word"
        and before.text in ("比", "较", "与", "同", "跟", "较之", "相比", "相较", "对比")
    ):
        return True
    behind = row[k + 1] if k + 1 < len(row) else None
    if behind is not None and behind.text in ("相比", "的") and k + 2 < len(row):
        after = row[k + 2]
        return behind.text == "相比" or after.unit == "倍"
    return False


def _aside(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place is not what the statement is about: 来自棋盘乡, 比全国, 与天津市、北京市, 全省唯一, 青海的2.85倍."""
    behind = row[k + 1].text if k + 1 < len(row) else ""
    if behind in _SUPERLATIVES or (behind == "的" and k + 2 < len(row) and row[k + 2].unit == "倍"):
        return True
    while k and (row[k - 1].text in ("、", "和") or row[k - 1].kind == "region"):
        k -= 1
    before = row[k - 1] if k else None
    return before is not None and before.kind == "word" and (before.text in _ASIDE or before.role == "share")


def period_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Period | None, str]:
    """Return the period of the number at an index, and whence: ``clause``, ``sentence``, ``paragraph``, ``document``."""
    for k in range(at - 1, -1, -1):
        if row[k].kind == "period" and not (_compared(row, k) or _vague(row[k]) or _valued(row, k, at)):
            return _opened(row, k, at), _near(row, k, at)
    if scope.dated:
        return scope.period, "paragraph"
    return scope.year, "document"


def _opened(row: Sequence[Token], k: int, at: int) -> Period | None:
    """Return the period, open where the text says that it only begins there: 从2015年4月份开始; 从2009年，国家启动…以来."""
    period = row[k].period
    led = k > 0 and row[k - 1].text in _BEGINS
    if period is not None and period.edtf is None and k > 2 and row[k - 2].period and row[k - 3].text in _BEGINS:
        return _open_end(row[k - 2].period)
    behind = row[k + 1].text if k + 1 < len(row) else ""
    if behind in _BEGUN or (led and any(t.text.endswith("以来") for t in row[k:at])):
        return _open_end(period)
    return period


_BEGINS = frozenset({"从", "自", "自从"})
_BEGUN = frozenset({"开始", "起", "起始", "以来", "之后", "以后"})


def _open_end(period: Period | None) -> Period | None:
    if period is None or period.edtf is None or "/" in period.edtf:
        return period
    return replace(period, edtf=f"{period.edtf}/..", end=None)


def _near(row: Sequence[Token], k: int, at: int) -> str:
    return "clause" if not any(t.kind == "mark" and t.text in "，,；;：:。" for t in row[k:at]) else "sentence"


def region_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Region | None, str]:
    """Return the region of the number at an index, and whence.

    In the number's own clause any place counts, in a clause before only one that leads it: 领跑全国 does not.
    """
    own = True
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "，,；;：:。":
            own = False
        elif token.region and token.region.name and (
            _touches(row, k, at) or (not _aside(row, k) and not _acts(row, k) and (own or _leads(row, k)))
        ):
            if _one_of_many(row, k):
                return scope.focus, "document"
            return token.region, _near(row, k, at)
    if scope.region is not None:
        return scope.region, "paragraph"
    if scope.section is not None:
        return scope.section, "heading"
    return scope.focus, "document"


def _touches(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place stands right in front of the number: 与凉山州11个县."""
    return k == at - 1


_ACTORS = frozenset("企业 公司 集团 干部 教师 老师 医生 专家 人才 客商 商人 老板 记者 游客 籍 援建 帮扶 市场 企业家".split())


def _acts(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only says where somebody is from: 在昭觉县，[佛山]企业流转土地."""
    return k + 1 < len(row) and row[k + 1].text in _ACTORS


def _one_of_many(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place ends a list of places that the number sums up: 广东、山东、浙江、河北四省."""
    return k > 1 and row[k - 1].text in ("、", "和") and row[k - 2].kind == "region"


def baseline_of(row: Sequence[Token], at: int, period: Period | None, source: int | None) -> Period | None:
    """Return what a change is measured against: 较2011年, 同比, 比上年; for a from–to pair the time of the first value."""
    if source is not None:
        for k in range(source - 1, max(-1, source - 6), -1):
            if row[k].kind == "period":
                return row[k].period
            if row[k].text in ("由", "从") or (row[k].kind == "mark" and row[k].text in "，,；;。"):
                break
        return None
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "；;。":
            break
        if token.kind == "quantity" and not token.lasts:
            break
        if token.kind == "period" and _compared(row, k):
            behind = row[k + 1].text if k + 1 < len(row) else ""
            if ("同期" in token.text or behind.startswith("同期")) and period is not None:
                return year_before(period, token)
            return token.period
        if token.text in ("同比", "同期", "上年同期", "去年同期") and period is not None:
            return year_before(period, token)
    return None


def whole_of(row: Sequence[Token], at: int, before: Quantity | None) -> Quantity | None:
    """Return what the number is stated as a part of: …19万户，其中贫困户2.67万户; 39746人(监测户14893人).

    ``before`` is the last quantity that was read, which a sentence that begins with 其中 is about.
    """
    unit = row[at].unit
    depth, opened = 0, None
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            if not depth:
                opened = k
                break
            depth -= 1
        elif token.text in ("其中", "当中") and token.kind == "word":
            opened = k
            break
    if opened is None:
        return None
    for k in range(opened - 1, -1, -1):
        token = row[k]
        if token.quantity and token.unit == unit:
            return token.quantity
        if token.kind == "mark" and token.text in "。；;":
            return None
    if opened == 0 and row[0].text == "其中" and before is not None and before.base_unit == unit:
        return before
    return None


def years_between(first: Period, last: Period | None) -> Period | None:
    """Return the stretch from one period to another one, both years: what 年均 runs over."""
    if last is None or first.edtf is None or last.edtf is None or len(first.edtf) != len(last.edtf):
        return None
    return replace(last, edtf=f"{first.edtf}/{last.edtf}", start=first.start, rule="indicators/years_between")


def consecutive(row: Sequence[Token], at: int, period: Period | None) -> Period | None:
    """Return the years that a value held for: of 连续8年保持在1.3万亿斤 in 2022 2015/2022."""
    if period is None or period.edtf is None or len(period.edtf) != _YEAR_LONG:
        return None
    for k in range(at - 1, 0, -1):
        if row[k].kind == "mark" and row[k].text in "，,；;。":
            return None
        years = row[k].quantity
        if years and row[k - 1].text == "连续" and years.base_unit == "年":
            first = int(period.edtf) - int(years.value) + 1
            start = period.start and period.start.replace(year=first)
            return replace(period, edtf=f"{first}/{period.edtf}", start=start, rule="indicators/consecutive")
    return None


_YEAR = re.compile(r"\d{4}")


def year_before(period: Period, word: Token) -> Period | None:
    """Return the same stretch of the year before, read from a word like 同比."""
    if period.edtf is None or ".." in period.edtf:
        return None
    edtf = _YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", period.edtf)
    return replace(
        period,
        edtf=edtf,
        start=_back(period.start),
        end=_back(period.end),
        implied=("date",),
        rule="indicators/year_on_year",
    )


def _back(day: date | None) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def document_period(text: str, title_end: int, periods: Sequence[tuple[int, Period]], first: int) -> Period | None:
    """Return the year, quarter or months that the whole document is about, by its title or by how it opens.

    A title that names it decides (2016年国民经济和社会发展统计公报), else the first time named, where it stands in the first
    sentence before any number (``first``) and is a stretch inside one year: 今年前三季度, 2022年. A day, 目前 and a stretch
    that is still open are none, nor is what something is compared with; 今年 says when the text was written, not what of.
    """
    opening = re.compile(r"[^。！？\n]*").match(
        text, title_end + len(text[title_end:]) - len(text[title_end:].lstrip())
    )
    end = opening.end() if opening else title_end
    for at, period in periods:
        if at >= end or at > first:
            break
        if at and text[at - 1 : at] in _BOUND_BEFORE and not text.endswith("关于", 0, at):
            continue
        if at < title_end and _REPORT.search(text[:title_end]):
            continue
        if _within_a_year(period.edtf) and not (
            period.implied and (at < title_end or len(period.edtf or "") == _YEAR_LONG)
        ):
            return period
        if period.edtf is not None and at >= title_end:
            break
    return None


_REPORT = re.compile(r"工作报告|工作要点|工作安排|工作部署")
"""A report's title has the year it was given in; its sections say which years they are about."""


def _within_a_year(edtf: str | None) -> bool:
    if edtf is None:
        return False
    first, _, last = edtf.partition("/")
    return len(first) <= _MONTH_LONG and (not last or last[:4] == first[:4])


_YEAR_LONG, _MONTH_LONG = 4, 7
_BOUND_BEFORE = frozenset("比较与同由从至到的于")
