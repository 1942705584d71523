"""The records: what `extract` returns.

The span convention, once for the whole library: offsets are Python `str` code points into the
text exactly as the caller passed it, half-open, so that ``document.text[span.start:span.end]`` is
the record's ``text``. Numbers are `decimal.Decimal`, dates are `datetime.date`, collections are
tuples: every record is frozen, hashable and picklable. A part that the text does not state is None;
a part that is stated elsewhere than in the record's own words is named in ``implied``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

SCHEMA_VERSION = "1.0"
"""Version of the serialised form of `Document`; it changes apart from the package's own version."""

Comparison = Literal["=", "~", ">", ">=", "<", "<="]
Level = Literal["area", "country", "province", "prefecture", "county", "township", "village"]
IndicatorKind = Literal["level", "change"]
Direction = Literal["up", "down"]
Status = Literal["actual", "target", "criterion"]
OrganisationKind = Literal[
    "government", "party", "company", "cooperative", "finance", "school",
    "hospital", "media", "research", "association", "other",
]  # fmt: skip
ProgrammeKind = Literal["campaign", "plan", "policy", "project", "model", "instrument", "finance"]
NoticeCode = Literal["damage", "range"]
RowKind = Literal["facts", "quantities", "organisations", "programmes"]


class Span(NamedTuple):
    """A half-open stretch of the source text, in code points.

    >>> "贫困人口38.46万人"[slice(*Span(4, 11))]
    '38.46万人'
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that measures or counts something.

    ``number`` and ``unit`` are as written (38.46 and 万人), ``value`` and ``base_unit`` are exact and
    without magnitude (384600 and 人). ``cmp`` is what the words around it say: 近 ``~``, 超过 ``>``,
    以上 ``>=``. Ranges and indefinite numbers (1000—1500元, 几十) carry ``low`` and ``high`` in the base
    unit, ratios and fractions (5∶4∶1, 三分之一) their ``parts``. ``dimension`` is the unit's, None
    where no unit is known. ``rule`` names what made the record.
    """

    span: Span
    text: str
    number: Decimal
    unit: str
    value: Decimal
    base_unit: str
    cmp: Comparison = "="
    low: Decimal | None = None
    high: Decimal | None = None
    parts: tuple[Decimal, ...] | None = None
    dimension: str | None = None
    rule: str = ""

    def to(self, unit: str) -> Fraction:
        """Return the value in another unit of the same dimension, exactly.

        Args:
            unit: a unit's name or alias, with or without a magnitude: 公顷, 万亩, km.

        Returns:
            An exact `fractions.Fraction` (a 亩 is 2000/3 m², which no decimal can hold);
            ``float(q.to("公顷"))`` where a rounded number will do.

        Raises:
            ValueError: the unit is not known, or measures something else.

        >>> import fupin_extract as fx
        >>> (q,) = fx.extract("流转土地3150亩。").quantities
        >>> q.to("公顷")
        Fraction(210, 1)
        """
        from .units import convert

        return convert(self.value, self.base_unit, unit)


@dataclass(frozen=True, slots=True)
class Period:
    """An expression that places something in time, resolved as far as the text allows.

    ``edtf`` is its value in the Extended Date/Time Format (ISO 8601-2): ``2014``, ``2019-10``,
    ``2012/2015``, ``2013/..``; None where nothing fixes it (去年 in an undated text). ``start`` and
    ``end`` are the first and last day it covers (None on an open or unknown side). ``implied`` names
    the parts that are not in its own words: ``year`` (6月8日), ``date`` (目前, 去年: the dateline).
    """

    span: Span
    text: str
    edtf: str | None
    start: date | None = None
    end: date | None = None
    implied: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A mention of a place: by its name, or pointed at (全市, 我省, 该县).

    ``name`` is the full official name (陇南市), None where the text never says which place is meant.
    ``code`` is the administrative code of GB/T 2260 (6 digits) or of the statistics bureau
    (9 digits, townships), None for villages. ``path`` runs from the province down to the place.
    ``implied`` holds ``name`` for a place that was only pointed at.
    """

    span: Span
    text: str
    name: str | None
    level: Level
    code: str | None = None
    path: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity with what it measures, where, when and against what.

    ``evidence`` gives, part by part, the span that the part was read from.
    """

    quantity: Quantity
    name: str
    kind: IndicatorKind = "level"
    direction: Direction | None = None
    status: Status = "actual"
    concept: str | None = None
    from_quantity: Quantity | None = None
    region: Region | None = None
    period: Period | None = None
    baseline: Period | None = None
    per: str | None = None
    part_of: Quantity | None = None
    implied: tuple[str, ...] = ()
    evidence: tuple[tuple[str, Span], ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mention of a specific body, named or pointed at; ``name`` is its full name in this document."""

    span: Span
    text: str
    name: str
    kind: OrganisationKind
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A named undertaking of policy, once a document, with all its mentions."""

    name: str
    kind: ProgrammeKind
    mentions: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a careful reader would be told about the text, with the place it is about.

    ``code`` is ``damage`` for characters that a broken encoding swallowed: no record is built there; ``range`` for a value
    that its indicator cannot have: the record is kept as it was read.
    """

    span: Span
    text: str
    code: NoticeCode
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text and everything that was read from it, each kind in text order.

    ``text`` is the source as given. ``published`` is the date found in the text's head or tail, or
    the one the caller passed. ``source`` is the outlet. ``focus_region`` is the place the text is about.
    """

    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    focus_region: Region | None = None
    quantities: tuple[Quantity, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    programmes: tuple[Programme, ...] = ()
    periods: tuple[Period, ...] = ()
    regions: tuple[Region, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON types: decimals and dates as strings, spans as ``[start, end]``."""
        from .export import document_to_dict

        return document_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """Return the document that `to_dict` was called on.

        Raises:
            ValueError: the data is of another schema version, or not of this shape.
        """
        from .export import document_from_dict

        return document_from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON text, Chinese characters as they are."""
        from .export import document_to_json

        return document_to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Document:
        """Return the document that `to_json` was called on.

        Raises:
            ValueError: the text is not JSON, or as for `from_dict`.
        """
        from .export import document_from_json

        return document_from_json(text)

    def to_records(self, rows: RowKind = "facts") -> list[dict[str, Any]]:
        """Return one flat row a fact (columns: ``fupin_extract.export.COLUMNS["facts"]``).

        Args:
            rows: ``facts``, one row an indicator; ``quantities``, one row a quantity, also for those that state
                no fact; ``organisations`` or ``programmes``, one row a mention.
        """
        from .export import document_to_records

        return document_to_records(self, rows)

    def to_frame(self, rows: RowKind = "facts") -> Any:
        """Return `to_records` as a pandas DataFrame (extra: ``pip install fupin-extract[frame]``).

        Raises:
            ImportError: pandas is not installed.
        """
        from .export import document_to_frame

        return document_to_frame(self, rows)

    def _repr_html_(self) -> str:
        from .html import document_to_html

        return document_to_html(self)
