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

    from ..records import Period, Region
    from .tokens import Sentence, Token


@dataclass(slots=True)
class Scope:
    """What holds where a sentence begins."""

    focus: Region | None
    year: Period | None
    paragraph: int = -1
    point: int = -1
    period: Period | None = None
    dated: bool = False
    region: Region | None = None
    section: Region | None = None

    def enter(self, sentence: Sentence) -> None:
        """Forget what the paragraph before or the point before said."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.point = sentence.paragraph, sentence.point
            self.period, self.dated, self.region = None, False, None
        elif sentence.point != self.point:
            self.point = sentence.point
            self.period, self.dated = None, False

    def leave(self, sentence: Sentence) -> None:
        """Remember what the sentence named for those that follow."""
        row = sentence.tokens
        times = [k for k, t in enumerate(row) if t.kind == "period" and not _compared(row, k)]
        if times:
            self.period, self.dated = row[times[-1]].record, True  # type: ignore[assignment]
        places = [k for k, t in enumerate(row) if t.kind == "region" and not _aside(row, k)]
        if places:
            self.region = row[places[0]].record  # type: ignore[assignment]


_VERSUS = frozenset({"比", "较", "与", "同", "跟", "和", "于", "较之", "相比", "自", "从"})
_ASIDE = frozenset({"比", "较", "与", "同", "来自", "据", "高于", "低于", "快于", "超过", "至", "往", "向", "占", "销往", "远销", "赴", "到"})


def _compared(row: Sequence[Token], k: int) -> bool:
    """Tell whether a time is what something is compared with: 比上年, 较2011年, 是1978年的10倍."""
    before = row[k - 1] if k else None
    if before is not None and before.kind == "word" and before.text in ("比", "较", "与", "同", "跟", "较之", "相比", "相较", "对比"):
        return True
    behind = row[k + 1] if k + 1 < len(row) else None
    if behind is not None and behind.text in ("相比", "的") and k + 2 < len(row):
        after = row[k + 2]
        return behind.text == "相比" or (after.kind == "quantity" and getattr(after.record, "base_unit", "") == "倍")
    return False


def _aside(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place is not what the statement is about: 来自棋盘乡, 比全国."""
    before = row[k - 1] if k else None
    return before is not None and before.kind == "word" and before.text in _ASIDE


def period_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Period | None, str]:
    """Return the period of the number at an index, and whence: ``clause``, ``sentence``, ``paragraph``, ``document``."""
    for k in range(at - 1, -1, -1):
        if row[k].kind == "period" and not _compared(row, k) and not _from(row, k, at):
            return row[k].record, _near(row, k, at)  # type: ignore[return-value]
    if scope.dated:
        return scope.period, "paragraph"
    return scope.year, "document"


def _from(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the time is the first of a pair: 从2014年底的5395.2元增加到2019年底的9083.5元."""
    return False


def _near(row: Sequence[Token], k: int, at: int) -> str:
    return "clause" if not any(t.kind == "mark" and t.text in "，,；;：:。" for t in row[k:at]) else "sentence"


def region_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Region | None, str]:
    """Return the region of the number at an index, and whence."""
    for k in range(at - 1, -1, -1):
        if row[k].kind == "region" and not _aside(row, k):
            return row[k].record, _near(row, k, at)  # type: ignore[return-value]
    if scope.region is not None:
        return scope.region, "paragraph"
    if scope.section is not None:
        return scope.section, "heading"
    return scope.focus, "document"


def baseline_of(row: Sequence[Token], at: int, period: Period | None, source: int | None) -> Period | None:
    """Return what a change is measured against: 较2011年, 同比, 比上年; for a from–to pair the time of the first value."""
    if source is not None:
        for k in range(source - 1, max(-1, source - 6), -1):
            if row[k].kind == "period":
                return row[k].record  # type: ignore[return-value]
            if row[k].kind == "mark" and row[k].text in "，,；;。":
                break
        return None
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "；;。":
            break
        if token.kind == "quantity" and not _lasts(token):
            break
        if token.kind == "period" and _compared(row, k):
            if "同期" in token.text and period is not None:
                return year_before(period, token)
            return token.record  # type: ignore[return-value]
        if token.text in ("同比", "同期", "上年同期", "去年同期") and period is not None:
            return year_before(period, token)
    return None


def _lasts(token: Token) -> bool:
    return getattr(token.record, "dimension", None) in ("time", "calendar")


_YEAR = re.compile(r"\d{4}")


def year_before(period: Period, word: Token) -> Period | None:
    """Return the same stretch of the year before, read from a word like 同比."""
    if period.edtf is None or ".." in period.edtf:
        return None
    edtf = _YEAR.sub(lambda m: f"{int(m[0]) - 1:04d}", period.edtf)
    return replace(
        period, edtf=edtf, start=_back(period.start), end=_back(period.end), implied=("date",), rule="indicators/year_on_year"
    )


def _back(day):  # type: ignore[no-untyped-def]
    if day is None:
        return None
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
