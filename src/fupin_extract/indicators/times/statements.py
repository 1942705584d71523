"""When a statement holds and what it is measured against, with what the statements before say of both."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..rows import clause_before
from ..vocabulary import FALLS, RISES
from .baselines import baseline_of, year_before
from .dating import is_day
from .spans import averaged_since, consecutive, ends_with, spans_years, years_between
from .when import period_of

if TYPE_CHECKING:
    from ...records import Indicator, Period
    from ..names import Position, Reading
    from ..scope import Scope


Times = tuple["Period | None", str, "Period | None"]
"""When a statement holds, whence that comes, and what it is measured against."""


def times_of(p: Position, reading: Reading, given: Period | None, scope: Scope, before: Indicator | None) -> Times:
    """Return the period, whence it comes, and the baseline.

    ``given`` is the period that a list pairs the number with, ``before`` the record in front. Where that tells of a
    from–to pair, what goes on about it is of its times.
    """
    period, when = (given, "clause") if given else period_of(p.row, p.at, scope)
    period = consecutive(p.row, p.at, period) or period
    pair = before if before and before.from_quantity and before.baseline else None
    if pair and reading.rule == "came_to" and period is None:
        return pair.period, "sentence", None
    if reading.kind == "change":
        return _of_a_change(p, reading, scope, before, pair, (period, when))
    if when != "clause" and not spans_years(period) and (over := _summed_up(p, before, pair)):
        return over, "sentence", None
    if p.source is None:
        goes_on = reading.implied and p.last_at >= 0
        if pair and goes_on and not any(t.period or t.text == "连续" for t in p.row[p.last_at : p.at]):
            return pair.period, "sentence", None
        return period, when, None
    baseline = baseline_of(p.row, p.at, period, p.source)
    if pair and _goes_on(p, when, baseline):
        return pair.period, "sentence", pair.baseline
    return period, when, baseline


def _goes_on(p: Position, when: str, baseline: Period | None) -> bool:
    """Tell whether the number ends a from–to pair that is of the times of the pair before it."""
    if p.source is None or p.stretch.joined:
        return p.source is not None
    own = p.last_at < 0 and any(t.period for t in p.row[: p.source])  # 2001年至2010年，A由x增加到y
    return baseline is None and when != "clause" and not own


def _of_a_change(
    p: Position,
    reading: Reading,
    scope: Scope,
    before: Indicator | None,
    pair: Indicator | None,
    told: tuple[Period | None, str],
) -> Times:
    """Return the times of a change, whose baseline may be that of the changes before; the text's way of telling is kept."""
    period, when = told
    baseline = baseline_of(p.row, p.at, period, p.source)
    if any(t.text == "年均" for t in p.stretch.tokens):
        return _averaged(p, scope, before, pair, (period, when, baseline))
    again = pair and reading.implied and baseline is None and reading.name == pair.name
    if pair and (again or _goes_on(p, when, baseline)):
        return pair.period, "sentence", pair.baseline
    if baseline is None and before and before.kind == "change" and (p.stretch.joined or _is_its_rate(reading, before)):
        baseline = before.baseline
    yearly = scope.told.yearly or _reckons_yearly(p, reading, scope, period)
    lately = year_before(period, p.row[p.at]) if period and (baseline or yearly) else None
    mean = _is_mean_of_two_years(p)
    if baseline is None and yearly:
        baseline = year_before(lately, p.row[p.at]) if mean and lately else lately
    if p.quantity.base_unit != "百分点" and not mean:  # 同比增长6.6%，比上月加快2个百分点。其中，A增长9.8%
        scope.told.yearly = baseline is not None and lately is not None and baseline.edtf == lately.edtf
        if scope.setting.statistical and scope.told.yearly and period is not None and period.start is not None:
            scope.told.reckons_yearly = period.start.year
    return period, when, baseline


def _is_its_rate(reading: Reading, before: Indicator) -> bool:
    """Tell whether a change is the rate of the one before: 较上月末上升299亿美元，[升幅]为0.91%."""
    return reading.implied and reading.name.startswith(before.name) and reading.name.endswith((*RISES, *FALLS))


def _is_mean_of_two_years(p: Position) -> bool:
    """Tell whether a growth is the yearly mean of two: 同比增长24.9%，[两年平均]增长9.6%."""
    clause = clause_before(p.row, p.at)
    return any(t.text == "两年" and then.text == "平均" for t, then in pairwise(clause))


def _reckons_yearly(p: Position, reading: Reading, scope: Scope, period: Period | None) -> bool:
    """Tell whether a change in a text of statistics is one of those that it reckons against the year before, unsaid: 肉类产量增长2.2%.

    Not what somebody gained or a number was reduced by (户均增收, 减少贫困人口), nor a part in another growth (拉动).
    """
    if period is None or period.start is None or period.end is None or period.start.year != scope.told.reckons_yearly:
        return False
    within = period.end.year == period.start.year and not is_day(period)
    pulls = "拉动" in reading.name or any(t.text == "拉动" for t in clause_before(p.row, p.at))
    return within and not pulls and reading.rule.rpartition("/")[2] not in _GAINS


_GAINS = frozenset({"gain", "change_of", "more_of_it"})


def _summed_up(p: Position, before: Indicator | None, pair: Indicator | None) -> Period | None:
    """Return the years of the from–to pair that a sum or a yearly mean goes on about: 由2015年的A降至2019年的B，累计减贫4万人."""
    if p.source is not None or _SUMS.isdisjoint(p.row.words) or not any(t.text in _SUMS for t in p.stretch.tokens):
        return None
    if any(t.period for t in p.row[max(0, p.last_at) : p.at]):
        return None
    if pair is not None:
        return years_between(pair.baseline, pair.period)
    yearly = before.period if before and before.kind == "level" else None
    return yearly if yearly is not None and yearly.rule == "indicators/years_between" else None


_SUMS = frozenset({"累计", "年均", "共"})


def _averaged(
    p: Position,
    scope: Scope,
    before: Indicator | None,
    pair: Indicator | None,
    told: Times,
) -> Times:
    """Return the years that 年均 runs over: those of a from–to pair, since what is compared with, or the stretch told of."""
    period, when, baseline = told
    if scope.plans(period):
        return told
    if pair:
        return years_between(pair.baseline, pair.period) or period, "sentence", pair.baseline
    if when != "clause" and baseline is None and (since := averaged_since(p.row, p.at, period)):
        return since[0], "sentence", since[1]
    yearly = before.period if before and before.kind == "change" else None
    if when != "clause" and yearly and yearly.rule == "indicators/years_between":
        return yearly, "sentence", baseline
    spans = [scope.time.span, *(t.period for t in p.row[: p.at] if t.period)]
    over = next((span for span in reversed(spans) if ends_with(span, period)), None)
    return (over, "paragraph", baseline) if over else told
