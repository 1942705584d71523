"""The names of values that a list gives to names, places or other values: A、B分别达到x、y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lists.items import HEADS
from ..names import Position, Reading, of_stock
from ..names.told.topics import without_deed
from ..vocabulary import SUMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ...records import Region
    from ..lists.respectively import Partner


def paired(
    p: Position, reading: Reading, partner: Partner, places: dict[int, Region | None]
) -> tuple[Reading, Partner]:
    """Return the reading and the partner of a value with the name that the list pairs it with."""
    if partner.of is not None and partner.of in p.topics:
        topic = p.topics[partner.of]
        if reading.kind == "level" and any(t.text in SUMS for t in p.row[partner.of : p.at]):
            topic = without_deed(topic)  # [新植]板栗1.2万亩、油桐3万亩，累计分别达到18万亩和21万亩
        partner = partner._replace(name=with_deed(topic, partner.deed), region=places[partner.of])
        if partner.moves:
            reading = moved_by(reading, p.quantity.value)  # 增幅分别为2%、3%
    if partner.one:
        reading = against_one(reading, partner.one, partner.all, p.last)
    if partner.name:
        name = of_stock(p, partner.name)
        topic = name.removesuffix(partner.deed) or name  # what rises next is the thing, not its share
        reading = reading._replace(name=name, topic=topic, rule="respectively")
    return reading, partner


def of_its_own_unit(p: Position, partners: dict[int, Partner], listed: set[int]) -> Reading | None:
    """Return the name that a list gives a value of another unit than the one before: 股本和市值分别达到2亿股和[12亿元].

    What it refers to may have been told before: 有床位900张、护士210人，分别增加120张、[35人].
    """
    partner = partners.get(p.at)
    name = partner.name or p.topics.get(partner.of or -1, "") if partner else ""
    if not name or not p.stretch.joined or p.behind.tokens:
        return None
    reading = p.reading(name, rule="respectively")
    again = p.last if p.last and p.last.kind == "change" and {p.at, p.last_at} <= listed else None
    return reading._replace(kind=again.kind, direction=again.direction, implied=True) if again else reading


def unpaired(reading: Reading, at: int, partners: dict[int, Partner], listed: set[int]) -> bool:
    """Tell whether a value of a 分别 list could not be paired with its name: which of several it is nobody can say."""
    return at in listed and at not in partners and any(joint in reading.name for joint in "、和与")


def moved_by(reading: Reading, value: Decimal) -> Reading:
    """Return the reading of a value as how much the thing moved by; one below zero fell."""
    fell = value < 0 or reading.direction == "down"
    return reading._replace(kind="change", direction="down" if fell else "up")


def against_one(reading: Reading, one: str, whole: Sequence[str], last: Reading | None) -> Reading:
    """Return the reading with the one of several that its value is told against: 分别高于[全国]、全省1.2个和0.8个百分点."""
    told = next((told for told in (*whole, last.against if last else "") if told and reading.name.endswith(told)), "")
    if not told:
        return reading
    return reading._replace(name=reading.name.removesuffix(told) + one, against=one)


def with_deed(topic: str, told: str) -> str:
    """Return what a value told of before did by the number, or the measure of those that it counts: [龙头企业]贷款余额."""
    if told.endswith(HEADS) and not told.startswith(("占", "相当于", "增速")):
        return without_deed(topic) + told
    return topic.partition("对")[0] + told if told else topic
