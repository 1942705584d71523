"""From a text to its records: the flow of the library on one screen, and what is dropped where records overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .days import as_day
from .indicators import leading_area, link_indicators, range_notices
from .organisations import find_organisations
from .periods import find_periods
from .programmes import find_programmes
from .quantities import find_quantities
from .records import Document
from .regions import focus_region, survey_places
from .text import normalise, read_head, without_furniture

if TYPE_CHECKING:
    from collections.abc import Callable

    from .days import Day
    from .records import Period, Quantity, Region, Span
    from .taggers import Tagger

    Trace = Callable[[Span, str], None]


def extract(text: str, *, published: Day = None, tagger: Tagger | None = None) -> Document:
    """Return everything that a text states, as records that point at its characters.

    Args:
        text: any string, as it is: traditional or simplified, full width, hard-wrapped, with its page
            around it. Offsets of the records are code points into exactly this string.
        published: the publication date, a `date` or ``"YYYY-MM-DD"``, where the caller knows it; it goes before one that
            the text gives. Relative words (去年, 三年来) are resolved against it, or else stay unresolved.
        tagger: finds names of bodies that no rule knows (`fupin_extract.taggers`); without one the rules alone decide.

    Returns:
        A `Document`. A text without any record gives an empty one.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``published`` neither a date nor a string.
        ValueError: ``published`` does not begin with a date as YYYY-MM-DD.

    >>> doc = extract("定西市2014年农民人均纯收入3917元，较2011年增长46.8%。")
    >>> [(q.text, q.base_unit) for q in doc.quantities], [p.edtf for p in doc.periods]
    ([('3917元', '元'), ('46.8%', '%')], ['2014', '2011'])
    >>> doc.focus_region.name
    '定西市'
    """
    return _extract(text, published, None, tagger)


def _extract(text: str, published: Day, trace: Trace | None, tagger: Tagger | None = None) -> Document:
    """Return the document of a text: the flow that docs/architecture.md draws. A trace is told what each rule refused."""
    if not isinstance(text, str):
        raise TypeError(f"extract() reads a str, not {type(text).__name__}; decode bytes first")
    given = as_day(published)
    whole = normalise(text)
    head = read_head(whole)
    body = without_furniture(whole)
    published = given or head.published
    periods = find_periods(body, published)
    numbers = drop_dated(find_quantities(body, trace), periods)
    survey = survey_places(body, head.title, published=published, source=head.source)
    quantities, regions = part_names(numbers, survey.regions)
    focus = focus_region(body, survey, regions)
    if focus is None or focus.level == "country":
        focus = leading_area(body) or focus
    organisations = find_organisations(body, survey.names, head=whole, source=head.source, tagger=tagger)
    programmes = find_programmes(body, organisations, survey.names)
    indicators = link_indicators(
        body,
        quantities,
        periods,
        [*regions, *survey.seats],
        title=head.title,
        published=published,
        focus=focus,
        named=survey.places_of_bodies,
        programmes=programmes,
        bodies=organisations,
    )
    return Document(
        text=text,
        title=head.title,
        published=published,
        source=head.source,
        focus_region=focus,
        quantities=tuple(quantities),
        indicators=tuple(indicators),
        organisations=tuple(organisations),
        programmes=tuple(programmes),
        periods=tuple(periods),
        regions=tuple(regions),
        warnings=tuple(sorted([*whole.notices, *range_notices(indicators)], key=lambda n: n.span)),
    )


def drop_dated(quantities: list[Quantity], periods: list[Period]) -> list[Quantity]:
    """Return the quantities that are not part of a time expression: 三年来 and 2014年 date, they do not measure."""
    return _apart(quantities, [period.span for period in periods])


def part_names(quantities: list[Quantity], regions: list[Region]) -> tuple[list[Quantity], list[Region]]:
    """Return both without what is part of the other.

    七台 in 七台河市 counts nothing, the 3 镇 of a table's 3 镇安县 neither; 澳门 in 9亿澳门元 is no place.
    """
    names = _apart(regions, [quantity.span for quantity in quantities], before=True)
    return _apart(quantities, [region.span for region in names]), names


def _reads_more(name: Span, number: Span) -> bool:
    return name.start <= number.start or name.end > number.end


R = TypeVar("R", "Quantity", "Region")


def _apart(records: list[R], taken: list[Span], *, before: bool = False) -> list[R]:
    """Return the records that touch none of the spans (with ``before``: none that is inside them); both sorted."""
    kept, k = [], 0
    for record in records:
        while k < len(taken) and taken[k].end <= record.span.start:
            k += 1
        free = k == len(taken) or taken[k].start >= record.span.end
        if free or (before and _reads_more(record.span, taken[k])):
            kept.append(record)
    return kept


def explain(text: str, *, published: Day = None, tagger: Tagger | None = None) -> str:
    """Return what each rule saw, said and refused in a text, in text order, readable in a terminal.

    The arguments are those of `extract`.

    >>> print(explain("第3批帮扶队驻村，2020年底贫困发生率为2%。"))
    head       published None, source None, focus None
    refused    3批  ordinal
    period     2020年底  2020  periods/year
    quantity   2%  = 2 %  units/%
    fact       贫困发生率  2%, level, concept poverty_headcount_ratio, period 2020  indicators/before
    """
    from .explanation import explanation

    refused: list[tuple[Span, str]] = []
    document = _extract(text, published, lambda span, reason: refused.append((span, reason)), tagger)
    return explanation(document, refused)
