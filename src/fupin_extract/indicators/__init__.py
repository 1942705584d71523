"""Indicators: what each quantity measures, where, when, against what.

`link_indicators` reads the text sentence by sentence. The words around a number give its name and kind (`names`),
the places and times before it its scope (`scope`), the words of the clause its terms (`terms`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..concepts import concept_of
from ..periods import plan_of
from ..quantities.tables import table_heads
from ..records import Indicator, Span
from .baselines import year_before
from .cells import Cell, read_cell
from .chains import first_values, runs_of
from .documents import behind_title, document_period, of_the_day, sets_tasks
from .laid_down import shares_out
from .leading import tells_of_villages
from .lists import CHANGES, Partner, across, respectively
from .mentions import plans_as_tokens, records_as_tokens
from .names import SHARES, TOTALS, Place, Reading, place, read
from .pairing import of_its_own_unit, paired, unpaired
from .parts import parts_the_whole, whole_of
from .per import per_read
from .plausible import range_notices
from .points import topic_of_point
from .refusals import in_passing, states_nothing
from .scope import Scope, belies, elsewhere
from .spans import lasts_a_term
from .status import status_of
from .terms import per_of
from .times import times_of
from .tokens import Sentence, Token, areas, leading_area, sentences
from .voices import Voices
from .where import inherited, region_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..quantities.tables import CellHeads
    from ..records import Period, Programme, Quantity, Region, Status
    from ..text import Text

__all__ = ["leading_area", "link_indicators", "range_notices"]


def link_indicators(
    text: Text,
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    regions: Sequence[Region],
    *,
    title: str | None = None,
    published: date | None = None,
    focus: Region | None = None,
    named: Sequence[Region] = (),
    programmes: Sequence[Programme] = (),
) -> list[Indicator]:
    """Return the indicators of a text's quantities, in text order; a quantity that states no statistic has none.

    ``regions`` are the places that statements may be about; ``named`` those in the names of bodies, where speakers are;
    in the names of ``programmes`` nothing is planned (雨露计划资助3600人).
    """
    found_in = [
        *records_as_tokens(text, quantities, periods, regions),
        *areas(text),
        *plans_as_tokens(text, programmes),
    ]
    mentions = sorted(found_in, key=lambda m: (m.start, m.end))
    scope = _scope(text, quantities, mentions, title, published, focus)
    found: list[Indicator] = []
    last: Reading | None = None
    heads = table_heads(text.text)
    cells = {m.start: cell for m in mentions if m.quantity and (cell := _cell(heads, mentions, m))} if heads else {}
    seats = [(m.end, m.region) for m in records_as_tokens(text, (), (), named) if m.region]
    voices = Voices(text.text, [(m.end, m.region) for m in mentions if m.region], seats)
    for sentence in sentences(text, mentions):
        if sentence.paragraph != scope.paragraph:
            last = None
        scope.enter(sentence)
        voices.set_place(sentence, scope)
        known, parted = len(found), last is not None and last.parted
        last = _read_sentence(text, sentence, scope, published, topic_of_point(text, sentence) or last, found, cells)
        aimed = len(found) > known and found[-1].status == "target"
        goes_on = text.text[sentence.end - 1] in "；;"
        parted = goes_on and (parted or parts_the_whole(sentence.tokens))
        last = last._replace(goes_on=goes_on, parted=parted) if last else None
        scope.listed = (aimed or (scope.listed and len(found) == known)) and goes_on
        if len(found) > known:
            scope.last = [i.quantity for i in found[known:] if i.kind == "level"]
        scope.whole = scope.whole if goes_on else None
        scope.begun, scope.chain = (scope.begun, scope.chain) if goes_on else (len(found), {})
        scope.yearly &= goes_on or text.text.startswith(("其中", "当中"), sentence.end)
        scope.leave(sentence, found[-1].period if len(found) > known else None)
    return found


def _scope(
    text: Text,
    quantities: Sequence[Quantity],
    mentions: Sequence[Token],
    title: str | None,
    published: date | None,
    focus: Region | None,
) -> Scope:
    """Return the scope at the beginning of the text: its region, year, plan and kind."""
    blank = len(text.text) - len(text.text.lstrip("\x00 \t\r\n"))  # furniture above the title
    opening = blank if title else 0
    first_line = text.text.find("\n", opening) + 1
    untitled = title is None and (first_line > _TITLE or text.text[: first_line - 1].rstrip().endswith("。"))
    title_end = 0 if untitled else max(first_line, behind_title(text, title))
    times = [(m.start, m.end, m.period) for m in mentions if m.period]
    arabic = 2 * sum(q.text[0].isdecimal() for q in quantities) > len(quantities)
    first = next((m.start for m in mentions if m.kind == "quantity" and m.start >= title_end), 0)
    year = document_period(text, title_end, times, first, published)
    titled = any(period is year and at < title_end for at, _, period in times)
    plan = plan_of(text, title_end)
    return Scope(
        focus,
        year,
        arabic=arabic,
        titled=titled,
        plan=plan,
        aims=plan is not None,
        tasks=sets_tasks(text.text, title_end),
        villages=tells_of_villages([m.region for m in mentions if m.region], focus),
        written=published.year if published else None,
        now=of_the_day(published) if published else None,
    )


_TITLE = 60
_LONGEST_LIST = 8
"""How many values of the clauses before a list may refer to."""


def _concept(name: str, kind: str, quantity: Quantity) -> str | None:
    concept = concept_of(name, quantity.base_unit if kind == "level" else None)
    return concept.id if concept else None


def _cell(heads: dict[int, CellHeads], mentions: Sequence[Token], m: Token) -> Cell | None:
    named = heads.get(m.start)
    return read_cell(named, mentions, m.quantity) if named and m.quantity else None


def _read_sentence(
    text: Text,
    sentence: Sentence,
    scope: Scope,
    published: date | None,
    last: Reading | None,
    found: list[Indicator],
    cells: dict[int, Cell],
) -> Reading | None:
    row = sentence.tokens
    if not (runs := runs_of(row)):
        return last
    sources = first_values(row, runs)
    partners, listed = respectively(row, runs, sources.values())
    for second, first in sources.items():
        if first in partners:
            partners[second] = partners[first]
    floor, last_at = 0, -2
    outside: tuple[Reading | None, int] | None = None
    read_here: dict[int, str] = {}
    places: dict[int, Region | None] = {}
    for at, token in enumerate(row):
        if token.kind == "mark" and token.text == "(":
            outside = last, last_at
        elif token.kind == "mark" and token.text == ")" and outside is not None:
            (last, last_at), outside = outside, None  # 支出3397亿元（不含直补120亿元），增长14%
        if token.kind != "quantity" or at in sources.values():
            continue
        amount = scope.amount_like(token.quantity) if token.quantity else ""
        parallel = scope.chain.get(token.unit or "", "") if not read_here else ""
        p = place(row, at, floor, last, last_at, sources.get(at), read_here, amount, scope.levels, parallel)
        if cell := cells.get(token.start):
            found.append(_tabled(text, p, cell, scope, published))
            continue
        if states_nothing(p) or (scope.arabic and in_passing(p)):
            continue
        if at in listed and at not in partners:
            partners |= across(row, sorted(listed.difference(partners)), found[scope.begun :][-_LONGEST_LIST:])
        reading = read(p) or of_its_own_unit(p, partners, listed)
        if reading is None or not reading.name or unpaired(reading, at, partners, listed):
            continue
        partner = partners.get(at, Partner())
        reading, partner = paired(p, reading, partner, places)
        moves = at in listed and last_at in listed and p.stretch.joined
        moves &= p.quantity.base_unit in CHANGES or partner.of is not None
        if moves and last and last.kind == "change" and reading.kind == "level":
            reading = reading._replace(kind="change", direction=last.direction)  # 分别增长1.3倍、[64%]
        found.append(_indicator(text, p, reading, partner, scope, published, found[-1] if found else None))
        read_here[at], places[at] = reading.topic, found[-1].region
        _remember(scope, reading, found[-1])
        floor, last, last_at = max(floor, reading.used), reading._replace(dimension=p.quantity.dimension or ""), at
    return last


def _remember(scope: Scope, reading: Reading, fact: Indicator) -> None:
    """Keep what a level measured, for later sentences that give another one without naming it."""
    if fact.kind != "level":
        return
    scope.chain.setdefault(fact.quantity.base_unit, reading.name)
    if fact.quantity.base_unit not in SHARES:
        scope.levels[fact.quantity.base_unit] = reading.topic
    if fact.per == "人" and reading.topic.endswith(TOTALS):
        scope.amount = (fact.quantity, reading.topic)


def _region(
    p: Place, reading: Reading, partner: Partner, scope: Scope, before: Indicator | None
) -> tuple[Region | None, str]:
    """Return the region and where it was read; a clause that only goes on about the number before has that one's region."""
    if own := partner.region or reading.region:
        return own, "clause"
    region, where = region_of(p.row, p.at, scope)
    next_place = p.last is not None and p.last.rule == "indicators/elided" and reading.rule == "indicators/share"
    moved = (reading.kind == "change" or next_place) and where != "clause"  # 陕西1300万吨，占28%
    moved |= bool(reading.against)  # 高出全国6842元、全省5006元
    goes_on = reading.implied and p.last_at >= 0 and (moved or where not in ("clause", "sentence"))
    return (before.region, "sentence") if goes_on and before and before.region else (region, where)


def _whole(p: Place, reading: Reading, scope: Scope) -> Quantity | None:
    """Return what the number is a part of; the parts of one whole go on to the end of the sentence: 其中A…；B…."""
    if reading.kind != "level" or p.quantity.base_unit in SHARES:
        return None
    whole = whole_of(p.row, p.at, scope.last)
    if whole is None and scope.whole and scope.whole[0].base_unit == p.quantity.base_unit:
        whole = scope.whole[0] if reading.name[-2:] == scope.whole[1][-2:] else None
    elif whole is not None:
        scope.whole = (whole, reading.name)
    return whole


def _held(
    p: Place,
    reading: Reading,
    scope: Scope,
    published: date | None,
    before: Indicator | None,
    time: tuple[Period | None, str],
    place: tuple[Region | None, str],
    per: str | None,
) -> tuple[Status, Period | None, str]:
    """Return the status, the period and where the period was read; a status and a period that contradict each other are mended."""
    period, when = time
    judged = partial(
        status_of,
        p.row,
        p.at,
        published=published,
        aims=scope.aims or scope.listed or scope.is_task(period),
        planned=scope.plan is not None,
        change=reading.kind == "change",
        per=per is not None,
    )
    ahead = when == "paragraph" and period is not None and belies("actual", period, published)
    if ahead and elsewhere(*place, scope, before) and judged(None) == "actual":
        period = None  # 到2027年，甲县建成1万亩。乙县5万亩玉米丰收
    status = judged(period)
    if status == "actual" and reading.rule == "indicators/whole" and reading.name.endswith(_PLANNED):
        status = "target"  # 占年初预算6.1亿元的40.4%
    if period is not None and belies(status, period, published):
        if when == "paragraph":
            period = None
        elif status == "actual":
            status = "target"  # 下月推行，新增10万人
    if period is not None and period.text == "年底" and shares_out(p.row, p.at):
        period = None
    if period is None and status == "target" and scope.plan is not None:
        period, when = scope.plan, "document"
    if period is None and scope.term is not None and lasts_a_term(p.row, scope.term):
        period, when = scope.term, "document"
    return status, period, when


_PLANNED = ("预算", "预算数", "任务", "任务数", "计划", "计划数", "目标")


def _indicator(
    text: Text,
    p: Place,
    reading: Reading,
    partner: Partner,
    scope: Scope,
    published: date | None,
    before: Indicator | None,
) -> Indicator:
    period, when, baseline = times_of(p, reading, partner.period, scope, before)
    whole = _whole(p, reading, scope)
    per = per_read(p, reading, whole, scope, before)
    region, where = _region(p, reading, partner, scope, before)
    status, period, when = _held(p, reading, scope, published, before, (period, when), (region, where), per)
    source = p.row[p.source].quantity if p.source is not None else None
    implied = tuple(
        part
        for part, far in (
            ("name", reading.implied),
            ("region", region is not None and where != "clause"),
            ("period", period is not None and when != "clause"),
        )
        if far
    )
    evidence = _evidence(text, reading, period, region)
    return Indicator(
        quantity=p.quantity,
        name=reading.name,
        kind=reading.kind,
        direction=reading.direction,
        status=status,
        concept=_concept(reading.name, reading.kind, p.quantity),
        from_quantity=source,
        region=region,
        period=period,
        baseline=baseline,
        per=per,
        part_of=whole,
        implied=implied,
        evidence=evidence,
        rule=reading.rule,
    )


def _tabled(text: Text, p: Place, cell: Cell, scope: Scope, published: date | None) -> Indicator:
    """Return the indicator of a table's cell; a signed growth is a change against the year before."""
    negative = p.quantity.value < 0
    period = cell.period or scope.period or scope.year
    region = cell.region or inherited(p.row, p.at, scope)[0]
    token = p.row[p.at]
    return Indicator(
        quantity=p.quantity,
        name=cell.name,
        kind="change" if cell.change else "level",
        direction=("down" if negative else "up") if cell.change else None,
        concept=_concept(cell.name, "change" if cell.change else "level", p.quantity),
        status="target" if cell.aimed else status_of(p.row, p.at, period, published),
        region=region,
        period=period,
        baseline=year_before(period, token) if cell.change and period else None,
        per=per_of(cell.name),
        implied=tuple(
            part
            for part, far in (
                ("region", region is not None and cell.region is None),
                ("period", period is not None and cell.period is None),
            )
            if far
        ),
        evidence=_evidence(text, Reading(cell.name, (), ""), period, region),
        rule="indicators/table_cell",
    )


def _evidence(
    text: Text, reading: Reading, period: Period | None, region: Region | None
) -> tuple[tuple[str, Span], ...]:
    found = []
    if reading.tokens:
        start, end = min(t.start for t in reading.tokens), max(t.end for t in reading.tokens)
        found.append(("name", text.span(start, end)))
    if region is not None and region.text:
        found.append(("region", region.span))
    if period is not None and period.text:
        found.append(("period", period.span))
    return tuple(found)
