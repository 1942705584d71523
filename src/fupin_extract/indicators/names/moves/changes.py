"""Numbers that say by how much something rose or fell, or what it came to: 农民人均纯收入[增长]53.5%."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...phrases.before import AFTER, Phrase, before_the_deed, phrase_ending, without_each
from ...rules import first_answer
from ...spelling import PER_HEADS, spell
from ...times.dating import value_compared
from ...vocabulary import FIGURES, PLANS, RAISERS
from ..money.amounts import is_price
from ..told.elided import elided, named
from ..told.sectors import with_measure
from ..told.stretches import find, only, strip
from ..told.subjects import subject
from ..told.topics import contributor, topic_of, without_share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ....records import Direction, IndicatorKind
    from ...rows import Token
    from ..position import Position, Reading


class Move(NamedTuple):
    """What the words in front of a number say moved by it or to it.

    Attributes:
        verb: the word that says how it moved; more and less are up and down.
        phrase: the noun phrase that says what moved.
        to: whether the number is what it came to, and not by how much it moved.
        direction: which way it moved, None where the number is what it came to.
        alone: whether the verb is all that stands in front: [压缩]一半以上审批时间.
    """

    verb: Token
    phrase: Phrase
    to: bool
    direction: Direction | None
    alone: bool

    @property
    def rule(self) -> str:
        """The name that the reading is stamped with."""
        return "came_to" if self.to else "change"

    @property
    def kind(self) -> IndicatorKind:
        """Whether the number is a level or a change."""
        return "level" if self.to else "change"

    def named(self, p: Position, name: str, tokens: Iterable[Token], *, used: int | None = None) -> Reading:
        """Return the reading of the number by a name of its own clause."""
        return p.reading(name, tokens, rule=self.rule, kind=self.kind, direction=self.direction, used=used)

    def told(self, p: Position, name: str, topic: str) -> Reading:
        """Return the reading by a name that was completed by a topic told before."""
        tokens = self.phrase.tokens
        return p.reading(
            name, tokens, rule=self.rule, kind=self.kind, direction=self.direction, implied=True, topic=topic
        )

    def elided(self, p: Position) -> Reading | None:
        """Return the reading by what was told before, where the clause names nothing."""
        return elided(p, self.rule, self.kind, self.direction)


def change(p: Position) -> Reading | None:
    """Return what rose or fell by the number: 农民人均纯收入增长53.5%, 增加1402.5元."""
    if (earlier := _past_earlier(p)) is not None:
        return earlier
    move = _move(p)
    if move is None or _raises_them(p, move):
        return None
    return first_answer(_NAMES, p, move)


def _move(p: Position) -> Move | None:
    """Return how the words in front say that something moved, None where they say it of nothing."""
    core = _without_deed(p.stretch.core)
    if not core or not (core[-1].role in _WAYS or _more_than_before(p, core) or core is not p.stretch.core):
        return None
    core = _rate_last(core)
    verb = core[-1] if core[-1].role in _WAYS else replace(core[-1], role=_MORE[core[-1].role])
    to = verb.text.endswith(("到", "至")) or (p.stretch.to and not _by_so_much(p, verb)) or _breaks_through(p)
    rest = _what_moved(core, to=to)
    phrase = phrase_ending(without_each(rest))
    phrase = _pulled(rest, phrase) if p.quantity.base_unit == "百分点" else _without_cause(phrase)
    direction: Direction | None = None if to else "up" if verb.role == "up" else "down"
    if direction == "up" and any(t.text in DRAGS for t in phrase.tokens):
        direction = "down"  # 净出口[拖累]经济增长0.3个百分点
    if phrase.verb and len(phrase.tokens) == 1:
        phrase = Phrase([*subject(rest, phrase), *phrase.tokens], True)  # [消费者]投诉增长30%
    return Move(verb, phrase, to, direction, len(core) == 1)


def _rate_last(core: list[Token]) -> list[Token]:
    """Return the words with the rate in front that an earlier one is set against: 同比下降16.6%，较1月同比[降幅]扩大6.8个百分点."""
    rated = len(core) > 2 and core[-2].role == "rate" and find(core[:-2], "versus") is not None
    return [core[-2], *core[:-2], core[-1]] if rated else core


def _what_moved(core: list[Token], *, to: bool) -> list[Token]:
    """Return the words in front of the verb that say what moved, without how, from where and behind what deed."""
    rest = strip(core[:-1])
    begun = next((k for k, t in enumerate(rest) if k and t.text in ("从", "由")), None)
    turned = any(t.text in ("转为", "转") for t in core[begun or 0 :])
    if (to or turned) and begun is not None:
        rest = rest[:begun]  # 数学成绩[从不及格]提高到90多分, 利润[由上年下降转为]增长7%
    while rest and rest[-1].text in _BESIDE:
        rest = rest[:-1]
    if to and rest and rest[-1].text in AFTER:
        rest = before_the_deed(rest)  # 贫困人口165万，[政策介入后]降至55万
    return rest


def _without_cause(phrase: Phrase) -> Phrase:
    """Return the phrase without the verb that brings the rise about: [带动]粮食平均亩产提高1.5%."""
    caused = phrase.verb and len(phrase.tokens) > 1 and phrase.tokens[0].text in _CAUSES
    return Phrase(phrase.tokens[1:]) if caused else phrase


def _by_mover(p: Position, move: Move) -> Reading | None:
    """Return what it moves by so many points, and who: 第一产业贡献率为6%，[拉动GDP]增长0.2个百分点."""
    whose = _mover(p, move.phrase) if move.phrase.tokens and p.quantity.base_unit == "百分点" else ""
    return move.told(p, whose + move.phrase.name, topic_of(p)) if whose else None


def _raises_them(p: Position, move: Move) -> bool:
    """Tell whether those behind the number are raised, so many of them, and nothing by so much: 提升300名干部的能力."""
    return bool(p.behind.tokens) and move.verb.text in _RAISED and p.quantity.base_unit not in ("%", "百分点", "倍")


def _reach(p: Position, move: Move) -> Reading | None:
    """Return how many places a 范围 came to hold: [试点]范围扩大到28个[乡镇]."""
    phrase, places = move.phrase, p.behind.tokens
    if not move.to or not phrase.name.endswith("范围") or p.quantity.dimension != "count" or not places:
        return None
    return move.named(p, spell([*phrase.tokens[:-1], *places]), (*phrase.tokens, *places), used=p.behind.used)


def _object_behind(p: Position, move: Move) -> Reading | None:
    """Return what stands behind the number and moved by it: 新增60万亩[高标准农田], 压缩一半以上[审批时间]."""
    thing = p.behind.tokens
    if not thing or move.to:
        return None
    if p.quantity.base_unit in ("%", "百分点", "倍", "分之"):
        governed = p.behind.de or (move.alone and move.verb.role == "down")
    else:
        governed = not p.behind.de
    return move.named(p, spell(thing), thing, used=p.behind.used) if governed else None


def _by_phrase(p: Position, move: Move) -> Reading | None:
    """Return what the phrase in front names, completed by what was told before where it is only a plan, a rate or per head."""
    phrase = move.phrase
    if phrase.name in _PLANS or phrase.name in FIGURES:
        return move.elided(p)  # 今年[计划]再扩大三十万亩, 这个[数字]增长到146个
    if not phrase.name or phrase.name in PER_HEADS:
        return move.elided(p)
    if only(phrase, "rate"):
        if move.to:
            return named(p, phrase, move.rule, move.kind, move.direction)
        topic = topic_of(p)
        return move.told(p, topic + phrase.name, topic) if topic else move.elided(p)
    reading = _gap(p, phrase, named(p, phrase, move.rule, move.kind, move.direction))
    return with_measure(p, phrase, _with_measure(p, phrase, _priced(p, phrase, reading)))


_NAMES: tuple[Callable[[Position, Move], Reading | None], ...] = (_by_mover, _reach, _object_behind, _by_phrase)
"""Who may name what moved, in order."""
_WAYS = ("up", "down")


def _gap(p: Position, phrase: Phrase, reading: Reading) -> Reading:
    """Return the reading as that of the gap in what was told: 农民收入仅为全国的65.4%，[差距]扩大118元."""
    topic = without_share(topic_of(p)).removesuffix("占比") if phrase.name in _GAPS else ""
    return reading._replace(name=topic + phrase.name, implied=True, topic=topic) if topic else reading


_GAPS = frozenset({"差距", "缺口"})


def _priced(p: Position, phrase: Phrase, reading: Reading) -> Reading:
    """Return the reading as that of a price where it is the goods' of so much: 羊肉一斤涨到26块."""
    price = phrase.tokens and is_price(p, phrase)
    return reading._replace(name=f"{reading.name}价格", topic=f"{reading.name}价格") if price else reading


def _pulled(rest: list[Token], phrase: Phrase) -> Phrase:
    """Return the phrase with the verb for what its rise is a part of: [拉动]农民人均纯收入增长12个百分点."""
    at = rest.index(phrase.tokens[0]) if phrase.tokens and not phrase.verb and phrase.tokens[0] in rest else 0
    if not at or rest[at - 1].text not in PULLS:
        return phrase
    pulled = Phrase([rest[at - 1], *phrase.tokens], True)
    return Phrase([*subject(rest, pulled), *pulled.tokens], True)  # [转移净收入]拉动农村居民收入增长3个百分点


def _mover(p: Position, phrase: Phrase) -> str:
    """Return the subject told of before, with what it moves by so much: 第一产业贡献率为6%，[拉动GDP]增长0.2个百分点."""
    topic = topic_of(p)
    alone = p.stretch.core[0] is phrase.tokens[0]
    moves = phrase.tokens[0].text in ("拉动", "影响", "带动") and alone and p.last_at >= 0
    return contributor(topic) if moves else ""


def _by_so_much(p: Position, verb: Token) -> bool:
    """Tell whether the number is by how much something grew: 增长达到9.4%; 提高达到98% tells how far."""
    reached = any(t.text in ("达到", "达", "达到了") for t in p.stretch.tokens)
    return p.quantity.base_unit == "%" and verb.text in ("增长", "下降", "上涨", "同比增长") and reached


def _breaks_through(p: Position) -> bool:
    """Tell whether the number is a mark that was passed on the way up or down: 客流回升[破]万; 增长突破10% is by how much."""
    last = p.stretch.tokens[-1].text
    return last in _PASSED and p.quantity.base_unit not in ("%", "百分点", "倍", "分之")


_PASSED = frozenset("破 突破 首破 首次突破 突破了 跌破 降破 站上 跨过 迈过 迈上".split())


def _with_measure(p: Position, phrase: Phrase, reading: Reading) -> Reading:
    """Return the name with the measure that only the thing before has: 夏粮[面积]增加138万亩，早稻增加31.5万亩."""
    same = p.last is not None and p.last_at >= 0 and p.last.kind == "change"
    same = same and p.row[p.last_at].unit == p.quantity.base_unit and p.quantity.dimension in ("area", "mass", "money")
    if not same or reading.implied or phrase.verb or len(phrase.tokens) > 1 or phrase.tokens[0].tag != "n":
        return reading
    told = p.last.tokens[-1] if p.last and p.last.tokens else None
    if told is None or told.role != "size" or told.text not in _MEASURES or phrase.tokens[0].role:
        return reading
    return reading._replace(name=reading.name + told.text, topic=reading.name + told.text)


_MEASURES = frozenset("面积 产量 产值 总产量 播种面积 种植面积 收入".split())


def _past_earlier(p: Position) -> Reading | None:
    """Return what rose past its value of an earlier time: 增速快于上半年0.5个百分点, 比去年同期高出2.3个百分点."""
    tokens = [t for t in p.stretch.tokens if t.role != "drop"]
    at = find(tokens, "beyond")
    if at is None:
        return None
    since = find(tokens, "versus") if at == len(tokens) - 1 else at
    than = tokens[since + 1 : at] or tokens[at + 1 :] if since is not None else []
    if not _is_the_same_earlier(p, than):
        return None
    direction: Direction = "down" if tokens[at].text[0] in "低慢少" else "up"
    phrase = phrase_ending(strip(tokens[:at]))
    if only(phrase, "rate") and (topic := topic_of(p)):
        name = topic + phrase.name
        return p.reading(name, phrase.tokens, kind="change", direction=direction, implied=True, topic=topic)
    if not phrase.name:
        return elided(p, "change", "change", direction)
    return named(p, phrase, "change", "change", direction)


def _is_the_same_earlier(p: Position, than: list[Token]) -> bool:
    """Tell whether something is compared with what it was itself: 销售额5亿元，比[上年销售额]高出1亿元."""
    if not any(t.kind == "period" for t in than) or any(t.kind not in ("period", "word") for t in than):
        return False
    named = spell([t for t in than if t.kind == "word"])
    for total in ("总数", "总量", "水平", "规模"):
        named = named.removesuffix(total)
    return than[-1].text != "的" and topic_of(p).endswith(named)


_BESIDE = frozenset("年均 平均 累计 年 会 能 可 要 都会 可以".split())
_PLANS = frozenset({*PLANS, "规划"})
_RAISED = frozenset({"提升", "增强", "加快", "改善"})
_MORE = {"more": "up", "less": "down"}


def _without_deed(core: list[Token]) -> list[Token]:
    """Return the stretch up to its 多 or 少, where a deed of one character follows: 比去年多打三百斤, 每只多卖60元."""
    deed = len(core) > 1 and (
        core[-1].tag == "v" or (core[-1].tag == "x" and core[-2].role in _MORE and find(core, "versus") is not None)
    )
    if deed and len(core[-1].text) == 1 and core[-2].text in ("多", "少"):
        return core[:-1]
    return core


def _more_than_before(p: Position, core: list[Token]) -> bool:
    """Tell whether the stretch compares with an earlier time: 增速比上月末高0.5个百分点, 较2021年的3.1%高出一倍."""
    value = p.behind_what
    if len(core) == 1 and core[0].role in _MORE and value > 0 and p.row[value].quantity:
        return value_compared(p.row, value) is not None
    at = find(core, "versus")
    earlier = at is not None and (
        core[at].text in _YEARLY or any(t.kind == "period" or t.text in _EARLIER for t in core[at:])
    )
    if at is not None and len(core) > at + 2 and core[at + 1].text == "同期" and core[at + 2].nominal:
        return False  # 增速比同期工业高3个百分点 compares with others
    return core[-1].role in _MORE and earlier


DRAGS = ("拖累", "拉低", "下拉")
_CAUSES = RAISERS | {"促使", "使", "推进"}
"""Verbs for what brings a rise about: what rose is told behind them."""
PULLS = ("拉动", "贡献", "带动")
"""By so many points one thing moves another: its own share in the growth of that."""


_EARLIER = frozenset(
    {"高峰", "高峰期", "高峰时", "顶峰", "鼎盛", "最多时", "过去", "以前", "从前", "先前", "此前", "之前", "前"}
)
_YEARLY = frozenset({"同比", "环比", "按年"})
