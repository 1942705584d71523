"""What a number measures: the rules that read its name and its kind off the words around it.

Each rule takes the `Place` of one number and returns a `Reading` or None; the first to answer wins. docs/indicators.md
shows what each of them reads.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...patterns import compiled
from ...words import word_class
from ..items import HEADS
from ..vocabulary import FALLS, RISES
from .attributes import attribute, both
from .before import named_before
from .bodies import without_body
from .budgets import completed, whole_and_share
from .changes import DRAGS, PULLS, change, change_of, gain, grew
from .classed import by_class, classed
from .comparisons import among, beyond, from_to, parted, recovered, times
from .counts import counted, measured_behind, unit_noun
from .denials import NOT, denied
from .earnings import earned, makes, yields
from .extremes import foremost
from .having import having
from .households import of_household
from .linked import linked_on
from .listed import NOUN_RULES, with_listed_deed
from .money import capped, converted, each, needed, reckoned, spent_on, used_for
from .one_in import one_in
from .onward import came_by, headed, in_parallel, of_the_next, ranked, than
from .paid import granted, own_part
from .pairs import POPULACE, pair
from .people import (
    being,
    counted_with,
    inhabitants,
    left,
    parted_among,
    populace,
    said_of,
    under_a_line,
)
from .place import AMOUNTS, SHARES, TOTALS, Place, Reading, Rule, may_read, place, topic_of, without_deed
from .rates import at_rate, paced
from .sectors import of_stock
from .shares import share, shared_by_those, shared_on
from .sizes import plot, sized
from .those import makes_up, those
from .trade import bought_at, dealt_at, handed, more_of_it, taken_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = [
    "AMOUNTS",
    "RULES",
    "SHARES",
    "TOTALS",
    "Place",
    "Reading",
    "against_one",
    "moved_by",
    "of_stock",
    "place",
    "read",
    "with_deed",
    "without_body",
]

RULES: tuple[Rule, ...] = (
    counted_with,
    under_a_line,
    inhabitants,
    parted_among,
    one_in,
    being,
    pair,
    converted,
    from_to,
    more_of_it,
    of_household,
    change,
    grew,
    gain,
    whole_and_share,
    completed,
    share,
    shared_on,
    shared_by_those,
    recovered,
    beyond,
    times,
    change_of,
    having,
    dealt_at,
    parted,
    capped,
    taken_from,
    used_for,
    among,
    reckoned,
    bought_at,
    handed,
    at_rate,
    paced,
    spent_on,
    came_by,
    foremost,
    than,
    ranked,
    in_parallel,
    of_the_next,
    by_class,
    classed,
    counted,
    measured_behind,
    own_part,
    granted,
    earned,
    makes,
    yields,
    makes_up,
    those,
    attribute,
    both,
    named_before,
    unit_noun,
    said_of,
    left,
    populace,
    sized,
    plot,
    each,
    headed,
    needed,
    linked_on,
)
"""In order; the first to answer wins."""


@lru_cache(1 << 10)
def rules_for(dimension: str | None, unit: str) -> tuple[Rule, ...]:
    """Return the rules that may read numbers of a dimension and base unit, in their order: most read only a few kinds."""
    return tuple(rule for rule in RULES if may_read(rule, dimension, unit))


def read(p: Place) -> Reading | None:
    """Return what the first rule says."""
    for rule in rules_for(p.quantity.dimension, p.quantity.base_unit):
        if reading := rule(p):
            told = with_listed_deed(p, _as_populace(p, _with_denial(p, reading)))
            return _signed(p, _as_rate(p, told)) if _tells(told) else None
    return None


_LIVES = compiled("(?:[一-鿿]{1,4}[区里上内村地])?(?:长期|世代|常年|一直)?(?:生活|居住|居住生活|生活居住|住)")


def _as_populace(p: Place, reading: Reading) -> Reading:
    """Return the reading of people who only live there as the population: 滩区生活着60万人."""
    home = reading.name in _HOME or (p.stretch.linked and reading.name.endswith(_HAMLETS))
    lives = all(t.text in _HERE for t in p.behind.predicate)
    name = POPULACE.get(p.quantity.unit[-1:], "")
    if name and home and lives and reading.rule == "indicators/before" and not p.behind.tokens:
        return reading._replace(name=name, rule="indicators/populace", topic=name)  # 我们村400多户
    if p.quantity.base_unit != "人" or not _LIVES.fullmatch(reading.name):
        return reading
    return reading._replace(name="人口", topic="人口")


_HAMLETS = ("村", "组", "寨", "屯")
_HERE = frozenset("在 此 这里 那里 居住 生活 住".split())
_HOME = frozenset("村 寨 屯 组 乡 镇 县 村子 寨子 村庄 社区".split())


_AMOUNTS = (
    "投资",
    "增加值",
    "生产总值",
    "总额",
    "收入",
    "支出",
    "进出口",
    "出口",
    "进口",
    "用电量",
    "产值",
    "贷款余额",
    "存款余额",
)
"""What is no share: with % it says by how much that grew."""


def moved_by(reading: Reading, value: Decimal) -> Reading:
    """Return the reading of a value as how much the thing moved by; one below zero fell."""
    fell = value < 0 or reading.direction == "down"
    return reading._replace(kind="change", direction="down" if fell else "up")


def _signed(p: Place, reading: Reading) -> Reading:
    """Return the reading of a change below zero as a fall: 零售总额增长-0.6%."""
    fell = reading.kind == "change" and reading.direction == "up" and p.quantity.value < 0
    return reading._replace(direction="down") if fell else reading


def _as_rate(p: Place, reading: Reading) -> Reading:
    """Return the reading as a change where its name is that of a rate of change: 增速达8.5%, 降幅为62%."""
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and reading.name.endswith((*PULLS, *DRAGS)):
        up = reading.name.endswith(PULLS)  # 第二产业[拉动]3.2个百分点
        return reading._replace(kind="change", direction="up" if up else "down")
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and reading.name.startswith(PULLS) and topic_of(p):
        told = topic_of(p).removesuffix("占比")  # 食品类价格上涨6.8%，[拉动总指数]2.3个百分点
        return reading._replace(name=told + reading.name, kind="change", direction="up", topic=told, implied=True)
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and reading.name.endswith(_BY_HOW_MUCH):
        return reading._replace(kind="change", direction="up" if reading.name.endswith("升幅") else "down")
    if reading.kind != "level" or reading.direction or p.quantity.base_unit not in ("%", "‰") or p.source is not None:
        return reading
    grows = p.last is not None and p.last.kind == "change" and p.last_at >= 0 and p.row[p.last_at].unit == "%"
    if (
        grows
        and p.last
        and reading.rule == "indicators/before"
        and reading.name.endswith(_AMOUNTS)
        and not p.stretch.linked
    ):
        return reading._replace(kind="change", direction=p.last.direction)  # 工业投资增长20%，[技改投资]15%以上
    if reading.name.endswith(RISES) and not reading.name.endswith("自然增长率"):
        return reading._replace(kind="change", direction="up")
    return reading._replace(kind="change", direction="down") if reading.name.endswith(FALLS) else reading


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


def _with_denial(p: Place, reading: Reading) -> Reading:
    """Return the reading with the 未 or 不 in front of its first word: 未脱贫人口 are not 脱贫人口."""
    if NOT.isdisjoint(p.row.words):
        return reading
    first = min(reading.tokens, key=lambda t: t.start, default=None)
    if first is None or not reading.name.startswith(first.text) or not (no := denied(p, first)):
        return reading
    return reading._replace(name=no + reading.name, topic=no + reading.topic)


_WHEN = frozenset({"时", "时候", "之后", "以后", "之前"})
_BY_HOW_MUCH = ("减幅", "降幅", "跌幅", "升幅")
_ONE = frozenset({"辆", "户", "人", "组", "批"})


def _tells(reading: Reading) -> bool:
    """Tell whether a name says anything: a lone character does only as a noun (两头牛), not as what is left of 花了2300元."""
    if reading.rule in ("indicators/pair", "indicators/unit_noun"):
        return True
    if reading.name[:1] == "一" and (reading.name[1:] in _ONE or reading.name[1:] in word_class("one_at_a_time")):
        return False  # 平均4户[一辆]
    if not (reading.name[:1].isalpha() or any(c.isalpha() for c in reading.name)):
        return False  # a misprinted number: 从[12.7.%]下降到7.2%
    if reading.rule in NOUN_RULES:
        named = [t for t in reading.tokens if t.kind == "word" and t.text in reading.name]
        if named and all(t.tag in ("s", "f", "t") for t in named):
            return False  # 十户[里头], 落到[手里]
        if len(named) > 1 and named[-1].text in _WHEN and reading.name.endswith(named[-1].text):
            return False  # 2015年[开网店时]只有三个人
    return len(reading.name) > 1 or any(t.text == reading.name and t.tag == "n" for t in reading.tokens)
