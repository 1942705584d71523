"""From what was read of a number to its `Indicator`: where and when it holds, whether it was reached, per what it is given."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ...concepts import concept_of
from ...records import Indicator, Span
from ..lists.parts import whole_of
from ..names import SHARES, Reading
from ..places.where import inherited, region_of
from ..scope import belies, elsewhere
from ..terms.aims import is_done_with
from ..terms.denominators import per_of
from ..terms.laid_down import shares_out
from ..terms.status import status_of
from ..times.baselines import year_before
from ..times.spans import lasts_a_term, whole_year
from ..times.statements import times_of
from .per import per_read

if TYPE_CHECKING:
    from ...records import IndicatorKind, Period, Quantity, Region, Status
    from ...text import Text
    from ..lists.respectively import Partner
    from ..names import Position
    from ..scope import Scope
    from .cells import Cell


def fact_of(
    text: Text, p: Position, reading: Reading, partner: Partner, scope: Scope, before: Indicator | None
) -> Indicator:
    """Return the indicator of a number in a sentence.

    Args:
        text: the document.
        p: the number in its sentence.
        reading: its name and kind.
        partner: the name, place or time that a list pairs it with.
        scope: what holds where the sentence begins.
        before: the indicator before it.
    """
    period, when, baseline = times_of(p, reading, partner.period, scope, before)
    whole = _whole(p, reading, scope)
    per = per_read(p, reading, whole, scope.told, before)
    region, where = _region(p, reading, partner, scope, before)
    status, period, when = _settled(p, reading, scope, before, (period, when), (region, where), per)
    return Indicator(
        quantity=p.quantity,
        name=reading.name,
        kind=reading.kind,
        direction=reading.direction,
        status=status,
        concept=_concept(reading.name, reading.kind, p.quantity),
        from_quantity=p.row[p.source].quantity if p.source is not None else None,
        region=region,
        period=period,
        baseline=baseline,
        per=per,
        part_of=whole,
        implied=_implied(
            name=reading.implied,
            region=region is not None and where != "clause",
            period=period is not None and when != "clause",
        ),
        evidence=_evidence(text, reading, period, region),
        rule=f"indicators/{reading.rule}",
    )


def fact_of_aside(fact: Indicator, share: Quantity) -> Indicator:
    """Return the indicator of the share that a bracket tells of the number of another one: 21宗(35%), 减少868人(17%)."""
    same = fact.kind == "change" or fact.quantity.base_unit in SHARES  # 八成(83.4%)
    name = fact.name if same else fact.name + "占比"
    return replace(
        fact,
        quantity=share,
        name=name,
        concept=_concept(name, fact.kind, share),
        from_quantity=None,
        per=None,
        part_of=None,
        implied=tuple(dict.fromkeys(("name", *fact.implied))),
        rule="indicators/bracketed",
    )


def fact_of_cell(text: Text, p: Position, cell: Cell, scope: Scope) -> Indicator:
    """Return the indicator of a table's cell; a signed growth is a change against the year before."""
    kind: IndicatorKind = "change" if cell.change else "level"
    fell = p.quantity.value < 0
    plan = scope.setting.plan if cell.yearly else None
    period = cell.period or plan or scope.time.period or scope.section.year
    region = cell.region or inherited(p.row, p.at, scope)[0]
    aimed = cell.aimed or _is_planned(period, scope)
    return Indicator(
        quantity=p.quantity,
        name=cell.name,
        kind=kind,
        direction=("down" if fell else "up") if cell.change else None,
        concept=_concept(cell.name, kind, p.quantity),
        status="target" if aimed else status_of(p.row, p.at, period, scope.setting.published),
        region=region,
        period=period,
        baseline=year_before(period, p.row[p.at]) if cell.change and period and not cell.yearly else None,
        per=per_of(cell.name + ("，年均" if cell.yearly else "")),
        implied=_implied(
            region=region is not None and cell.region is None, period=period is not None and cell.period is None
        ),
        evidence=_evidence(text, p.reading(cell.name, used=0, topic=""), period, region),
        rule="indicators/table_cell",
    )


def _is_planned(period: Period | None, scope: Scope) -> bool:
    """Tell whether a column's time is one of the years that the text plans for, and not over when it was written."""
    plan, written = scope.setting.plan, scope.setting.year_published
    if plan is None or plan.start is None or period is None or period.start is None:
        return False
    return period.start >= plan.start and (written is None or period.start.year >= written)


def _implied(**far: bool) -> tuple[str, ...]:
    """Return the parts of an indicator that its own clause does not say."""
    return tuple([part for part, is_far in far.items() if is_far])


def _concept(name: str, kind: str, quantity: Quantity) -> str | None:
    concept = concept_of(name, quantity.base_unit if kind == "level" else None)
    return concept.id if concept else None


def _whole(p: Position, reading: Reading, scope: Scope) -> Quantity | None:
    """Return what the number is a part of; the parts of one whole go on to the end of the sentence: 其中A…；B…."""
    if reading.kind != "level" or p.quantity.base_unit in SHARES:
        return None
    clauses = scope.told.clauses
    whole = whole_of(p.row, p.at, scope.told.last)
    if whole is None and clauses.whole and clauses.whole[0].base_unit == p.quantity.base_unit:
        whole = clauses.whole[0] if reading.name[-2:] == clauses.whole[1][-2:] else None
    elif whole is not None:
        clauses.whole = (whole, reading.name)
    return whole


def _region(
    p: Position, reading: Reading, partner: Partner, scope: Scope, before: Indicator | None
) -> tuple[Region | None, str]:
    """Return the region and where it was read; a clause that only goes on about the number before has that one's region."""
    if own := partner.region or reading.region:
        return own, "clause"
    region, where = region_of(p.row, p.at, scope)
    if before is None or before.region is None or not reading.implied or p.last_at < 0:
        return region, where
    next_place = p.last is not None and p.last.rule == "elided" and reading.rule == "share"
    moved = (reading.kind == "change" or next_place) and where != "clause"  # 陕西1300万吨，占28%
    moved |= bool(reading.against)  # 高出全国6842元、全省5006元
    several = sum(t.kind == "region" for t in p.stretch.tokens) > 1  # 四川6000万元，[湖南、湖北]各4000万元
    named_since = any(t.region and t.region.name for t in p.row[p.last_at : p.at])
    far = where not in ("clause", "sentence") or (where == "sentence" and not named_since)
    return (before.region, "sentence") if (moved or far) and not several else (region, where)


def _settled(
    p: Position,
    reading: Reading,
    scope: Scope,
    before: Indicator | None,
    time: tuple[Period | None, str],
    place: tuple[Region | None, str],
    per: str | None,
) -> tuple[Status, Period | None, str]:
    """Return the status, the period and where the period was read, where the two agree.

    A time that was only carried on is dropped where it contradicts the status; one that the sentence names decides it. An
    aim of no time is of the plan's years.
    """
    period, when = time
    setting, aims = scope.setting, scope.aims(time[0])
    judged = partial(
        status_of,
        p.row,
        p.at,
        published=setting.published,
        aims=aims,
        planned=setting.plan is not None,
        change=reading.kind == "change",
        per=per is not None,
        rules=scope.section.rules or (setting.rules and not aims),
    )
    ahead = period is not None and belies("actual", period, setting.published)
    if ahead and when == "sentence" and is_done_with(p.row, p.at):
        period = setting.now  # 7月1日起推行，1300个车站已完成改造
    if ahead and when == "paragraph" and elsewhere(*place, scope, before) and judged(None) == "actual":
        period = None  # 到2027年，甲县建成1万亩。乙县5万亩玉米丰收
    status = judged(period)
    if status == "actual" and reading.rule == "by_class" and before is not None:
        status = before.status  # 本科生资助5000元，[专科生3000元]
    if status == "actual" and reading.rule == "whole" and reading.name.endswith(_PLANNED):
        status = "target"  # 占年初预算6.1亿元的40.4%
        period = whole_year(period)
    if period is not None and belies(status, period, setting.published):
        if when == "paragraph":
            period = _year_instead(scope, status)
        elif status == "actual":
            status = "target"  # 下月推行，新增10万人
    if period is not None and period.text == "年底" and shares_out(p.row, p.at):
        period = None
    if period is None and status != "actual" and setting.plan is not None:
        period, when = setting.plan, "document"
    if period is None and scope.time.term is not None and lasts_a_term(p.row, scope.time.term):
        period, when = scope.time.term, "document"
    return status, period, when


def _year_instead(scope: Scope, status: Status) -> Period | None:
    """Return the year that the title names, for a statement that the time carried on to it contradicts, if that one agrees."""
    year, published = scope.section.year, scope.setting.published
    if not scope.setting.titled or year is None or belies(status, year, published):
        return None
    over = published is not None and year.end is not None and year.end < published
    return None if status == "target" and over else year


_PLANNED = ("预算", "预算数", "任务", "任务数", "计划", "计划数", "目标")


def _evidence(
    text: Text, reading: Reading, period: Period | None, region: Region | None
) -> tuple[tuple[str, Span], ...]:
    """Return the parts of an indicator that are in the text, each with its span."""
    found = []
    if reading.tokens:
        start, end = min(t.start for t in reading.tokens), max(t.end for t in reading.tokens)
        found.append(("name", text.span(start, end)))
    if region is not None and region.text:
        found.append(("region", region.span))
    if period is not None and period.text:
        found.append(("period", period.span))
    return tuple(found)
