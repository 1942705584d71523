"""The reading of a phrase that names only a measure or a share, and of a clause that leaves out what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rows import clause_begin
from ...vocabulary import COUNTS, RATES, RISES
from .goods import goods_since
from .stretches import only, place_told
from .subjects import most_before, object_before, subject_between
from .topics import (
    PRICES,
    RATE_ENDINGS,
    SET_AGAINST,
    SUMMED_PLACES,
    thing_of,
    topic_of,
    with_size,
    without_deed,
    without_share,
)

if TYPE_CHECKING:
    from ....records import Direction, IndicatorKind
    from ...phrases.before import Phrase
    from ..position import Position, Reading


def named(
    p: Position, phrase: Phrase, rule: str, kind: IndicatorKind = "level", direction: Direction | None = None
) -> Reading:
    """Return the reading of a phrase; a bare 产量 or 面积 is that of what the text speaks of."""
    if kind == "change" and SUMMED_PLACES.fullmatch(phrase.name) and (told := elided(p, rule, kind, direction)):
        return told  # 石泉、汉阴[两县]分别下降1.3%和0.4%: their income, of which the text tells
    if only(phrase, "size") and (topic := goods_since(p) or thing_of(p)):
        topic = without_deed(topic) if topic.startswith(_GROWS) else topic  # [种植]沃柑4.3万亩，产量12万吨
        name = with_size(topic, phrase.name)
        return p.reading(name, phrase.tokens, rule=rule, kind=kind, direction=direction, implied=True)
    if phrase.tokens and phrase.tokens[0].role == "share" and (part := topic_of(p) or subject_between(p)):
        part = part.removesuffix("增速").removesuffix("年均")
        place = place_told(phrase.tokens)
        of = phrase.name.replace("占比重", f"占{place}比重" if place else "占比")
        name = part + of  # 增加值增长到396亿元，[占GDP的比重]由13.3%增至20.6%
        return p.reading(name, phrase.tokens, rule=rule, kind=kind, direction=direction, implied=True, topic=part)
    if (
        phrase.name in _BARE_RATES
        and p.last is not None
        and (whose := topic_of(p))
        and not whose.endswith(RATE_ENDINGS)
    ):
        name = whose + phrase.name  # 工资性收入2081元，[占比]由36.9%升至38.6%
        return p.reading(name, phrase.tokens, rule=rule, kind=kind, direction=direction, implied=True)
    return p.reading(phrase.name, phrase.tokens, rule=rule, kind=kind, direction=direction)


_GROWS = ("种植", "栽种", "栽植", "栽培", "养殖", "饲养", "播种", "扩种")
_BARE_RATES = frozenset({"占比", "比重", *RATES})


def elided(
    p: Position, rule: str = "elided", kind: IndicatorKind = "level", direction: Direction | None = None
) -> Reading | None:
    """Return the reading of a clause that leaves out what it speaks of, None where nothing was named before."""
    moved = rule == "came_to" or by_a_line(p)
    told = topic_of(p) if _alike(p, kind) else _of_the_unit(p, kind, moved=moved)
    topic = subject_between(p) or told or most_before(p) or object_before(p)
    if kind == "change" and p.quantity.base_unit in _RATES and p.last and p.last.dimension == "count":
        topic = _without_places(p, topic)
    if kind == "change" and p.quantity.base_unit in ("%", "倍"):
        topic = next((topic.removesuffix(r) for r in RISES if topic.endswith(r)), topic)  # 增速高于全市，年均增长2%
        if p.last and p.last.rule == "share" and topic == p.last.topic:
            topic = SET_AGAINST.split(topic)[0] or topic  # 支出10亿元，占预算的96%，同比增长15%
    if p.quantity.base_unit == "分" and p.last is not None and p.last.dimension == "money":
        return None  # 各奖20万元。全省平均86.4分，提高3.1分
    if p.quantity.dimension == "money" and topic in PERSONS and kind == "level":
        return None  # 村民们卖板栗，一年也只有三四千元
    came_to = p.stretch.linked and p.last is not None and p.last.kind == "change"  # 收购价调高1.5元，达27.5元
    if rule == "elided" and not came_to and topic.endswith((*PRICES, "收购价", "批发价", "保底价")):
        return None  # 一斤卖2块钱，一年下来有5万块: no price any more
    if p.quantity.dimension not in _RELATIVE:
        topic = without_share(topic)  # 免签入境人数占比52%，超过850万人次
    if not topic:
        return None
    tokens = p.last.tokens if p.last and topic == p.last.topic else ()
    return p.reading(topic, tokens, rule=rule, kind=kind, direction=direction, implied=True)


def _without_places(p: Position, topic: str) -> str:
    """Return what grew, where only places were counted last: 收入4200元。11个县中有9个增长，甘谷县[增长]6.4%."""
    if not topic.removeprefix("保持").endswith(_PLACES):
        return topic
    told = (p.topics[at] for at in sorted(p.topics, reverse=True))
    return next((t for t in told if not t.endswith(_PLACES)), "") or p.levels.get("元", topic)


_RATES = frozenset({"%", "百分点"})
_PLACES = ("省份", "省市", "地区", "地市", "市州", "县区", "区县", "县市", "市", "县", "乡镇")


def by_a_line(p: Position) -> bool:
    """Tell whether the clause before says by which line those are counted: [按1274元的老标准]，为6.37万人."""
    end = p.comma
    begin = clause_begin(p.row, end) if end else 0
    return end > begin and p.row[begin].text in _BY and p.row[end - 1].text.endswith(("标准", "线", "口径"))


_BY = frozenset({"按", "按照", "依照", "以"})


def _of_the_unit(p: Position, kind: IndicatorKind, *, moved: bool) -> str:
    """Return what the last number of its unit measures: 监测对象47户138人，较上年少[39户].

    What a level came to may have been told a sentence before: 贫困人口9215人，发生率9.6%。2018年底减到[2406人].
    """
    if kind != "change" and not moved:
        return ""
    if moved and p.quantity.dimension != "money" and p.quantity.base_unit not in (p.row[at].unit for at in p.topics):
        return p.levels.get(p.quantity.base_unit, "")
    return next((p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit), "")


def _alike(p: Position, kind: IndicatorKind) -> bool:
    """Tell whether the number can measure what the one before did: a share or a change can, a count is none of money."""
    before = p.last.dimension if p.last else ""
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    counts = p.quantity.dimension in COUNTS and (has or not p.stretch.linked)
    part = p.quantity.base_unit == "分之" and kind == "level"
    dimension = p.quantity.dimension or ("fraction" if part else "")
    if (
        p.quantity.dimension == "people"
        and before == "percentage"
        and any(rate in topic_of(p) for rate in RATE_ENDINGS)
    ):
        return False  # 增速切换到6.8%。其中2012年为1210万人
    return dimension in _RELATIVE or before == dimension or (before in _RELATIVE and not counts)


PERSONS = frozenset("村民 农民 群众 农户 贫困户 老人 乡亲 工人 职工 牧民 茶农 果农 社员 村里人 老乡".split())
_RELATIVE = frozenset({"percentage", "ratio", "other", ""})
