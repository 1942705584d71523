"""Numbers that compare: from one value to another, a share of a whole, above or below, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase, phrase_ending, stretch_before, without_each
from ...phrases.behind import phrase_behind
from ...phrases.deeds import STATIC
from ...rows import CLAUSE_ENDS, COMMAS, clause_end, text_at
from ...spelling import CALLED, PER_HEADS, spell
from ...terms.durations import lasts_from
from ...vocabulary import BY, FIGURES, INSIDE, PEOPLE, SHARES
from ..position import Position, Reading, only_of
from ..told.elided import elided, named
from ..told.stretches import strip
from ..told.subjects import object_before, subject
from ..told.topics import topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....records import Direction
    from ...rows import Token


def from_to(p: Position) -> Reading | None:
    """Return the name in front of the first value: 贫困发生率由53%下降到26%."""
    if p.source is None:
        return None
    first = stretch_before(p.row, p.source, 0).tokens
    at = next((k for k in range(len(first) - 1, -1, -1) if first[k].text in ("由", "从")), len(first))
    phrase = phrase_ending(without_each(strip(first[:at])))
    if phrase.verb and len(phrase.tokens) == 1:
        phrase = Phrase(
            [*subject(strip(first[:at]), phrase), *phrase.tokens], True
        )  # [市县两级]投入由4亿元增加到19亿元
    direction = _direction_between(p)
    phrase = (
        phrase if phrase.name not in ("", *PER_HEADS) else Phrase([t for t in p.row[p.source + 1 : p.at] if t.nominal])
    )
    if not phrase.name:
        thing = phrase_ending(lasts_from(p)).name or _measure_before(p) or object_before(p)
        if thing.endswith((*MEASURED, "时间")):
            return p.reading(thing, direction=direction, implied=True)
        return elided(p, "from_to", "level", direction)
    reading = named(p, phrase, "from_to", direction=direction)
    own = phrase.tokens[-1].role in ("size", "rate") or p.behind.tokens
    if p.quantity.dimension == "count" and not own and (counted := spell(_counted_first(p))):
        name = reading.name if reading.name.endswith(counted) else reading.name + counted
        return reading._replace(name=name, topic=name)
    return reading


def _counted_first(p: Position) -> list[Token]:
    """Return the noun behind the first value, where the second has none: 博物馆从3座[分馆]增加到16座."""
    tokens = phrase_behind(p.row, p.source).tokens if p.source is not None else []
    return tokens if tokens and tokens[-1].end <= p.row[p.at].start and all(t.tag == "n" for t in tokens) else []


def _measure_before(p: Position) -> str:
    """Return the measure that is all of the clause before: 贫困人口占总人口的[比重]，也由30%下降到9%."""
    end = (p.source or 0) - len(stretch_before(p.row, p.source or 0, 0).tokens) - 1
    if end < 1 or p.row[end].text not in COMMAS:
        return ""
    phrase = phrase_ending(stretch_before(p.row, end, 0).core)
    return phrase.name if phrase.name.endswith(MEASURED) and not phrase.verb else ""


MEASURED = (
    "率",
    "比例",
    "比重",
    "面积",
    "数量",
    "收入",
    "规模",
    "人数",
    "户数",
    "人口",
    "标准",
    "价格",
    "产量",
    "产值",
)
"""Endings of a clause whose values the next clause gives: 全村407户1225人的贫困发生率，由43.6%降低到2.37%."""


def _direction_between(p: Position) -> Direction | None:
    for token in p.stretch.tokens:
        if token.role in ("up", "down"):
            return "up" if token.role == "up" else "down"
    first = p.row[p.source].quantity if p.source is not None else None
    if first is None or first.parts:
        return None
    before, now = first.value, p.quantity.value
    return "up" if now > before else "down" if now < before else None


@only_of(units=SHARES)
def among(p: Position) -> Reading | None:
    """Return what is said of a share of what the clause before names: 贫困人口中，90%以上得到了支持; 其中七成属于老弱病残."""
    if p.stretch.core and not _of_the_counted(p):
        return None
    said = _what_they_are(p)
    folk = p.last is not None and p.last.dimension in PEOPLE
    if p.behind.tokens and not (said and folk):
        return None
    said = said or spell([t for t in p.behind.predicate if t.role not in ("drop",)])
    first = p.behind_what
    if not said or len(said) > _SAID or first < 1:
        return None
    whole = ""
    if p.row[first].text in COMMAS and p.row[first - 1].text in INSIDE:
        whole = CALLED.get(p.row[first - 2].unit, "") if first > 1 else ""
        whole = whole or phrase_ending(stretch_before(p.row, first - 1, 0).core).name or topic_of(p)
    elif p.row[first].text in COMMAS and (noun := _noun_alone(p, first)):
        whole = noun
    elif any(t.text in ("其中", "当中") for t in p.stretch.tokens) or _right_behind(p, first, said):
        whole = topic_of(p)
    elif _of_the_counted(p):
        whole = topic_of(p)  # 1.2万户贫困户[的]六成靠苹果脱贫
    elif p.last_at == first and p.last is not None and p.last.dimension in PEOPLE:
        home = p.last.rule == "populace"  # 全村416户有将近四分之一都是贫困户
        return p.reading(said if home else topic_of(p) + said, topic=topic_of(p))
    if not whole and p.last_at >= 0 and p.last is not None and p.last.rule == "among":
        whole = topic_of(p)  # 六成是青年，[八成来自县外]
    if not whole:
        return None
    return p.reading(whole + said, p.behind.predicate, topic=whole)


_ARE = frozenset({"是", "为", "系", "属", "属于", "多是", "均为", "都是", "均是"})
_MUCH = frozenset({"以上", "以下", "左右", "多", "强", "的"})


def _what_they_are(p: Position) -> str:
    """Return what a share of those told of is said to be: 六成是四十岁以下的[青年]."""
    k = p.at + 1
    while k < len(p.row) and (p.row[k].text in _MUCH or p.row[k].role == "drop"):
        k += 1
    if k >= len(p.row) or p.row[k].text not in _ARE:
        return ""
    end = k + 1
    while end < len(p.row) and not (p.row[end].kind == "mark" and p.row[end].text != "、"):
        end += 1
    first = end
    while first > k + 1 and p.row[first - 1].nominal:
        first -= 1
    described = first == k + 1 or p.row[first - 1].text in ("的", "以上", "以下")
    return spell(p.row[first:end]) if first < end and described else ""


def _noun_alone(p: Position, comma: int) -> str:
    """Return the noun that is all of the clause before but for a place: 甘谷县的[耕地]，七成以上挂在坡上."""
    row, k = p.row, comma
    while k and row[k - 1].nominal:
        k -= 1
    name = spell(row[k:comma])
    while k and (row[k - 1].kind == "region" or row[k - 1].text == "的"):
        k -= 1
    return name if name and (k == 0 or row[k - 1].text in CLAUSE_ENDS) else ""


def _of_the_counted(p: Position) -> bool:
    """Tell whether only 的 or 中 stands between what the number before measured and the share: 3亿元贷款[的]八成."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    inside = [t for t in p.stretch.tokens if t.role != "drop"]
    only = bool(inside) and all(t.text in ("的", *INSIDE) for t in inside)
    return only and bool(between) and all(t.nominal or t in inside or t.role == "drop" for t in between)


def _parted_from(p: Position) -> Reading | None:
    """Return what is done with a share of what stands in front: 园区利润的20%[分给村集体], 3亿元贷款的八成[投到产业上]."""
    if not p.stretch.of or p.stretch.linked:
        return None
    phrase = p.stretch.phrase
    whole = phrase.name or (topic_of(p) if _of_the_counted(p) else "")
    told = [t for t in p.row[p.at + 1 : clause_end(p.row, p.at)] if t.kind == "word" and t.role != "drop"]
    said = spell(told)
    if not whole or not said.startswith(_PARTS_OUT) or len(said) > _SAID or any(t.quantity for t in told):
        told = [*p.behind.tokens, *p.behind.predicate]
        said = spell([t for t in told if t.role != "drop"])
    if not whole or not said.startswith(_PARTS_OUT) or len(said) > _SAID:
        return None
    return p.reading(whole + said, (*phrase.tokens, *told), implied=not phrase.name, topic=whole)


_SAID = 16


def _right_behind(p: Position, comma: int, said: str) -> bool:
    """Tell whether the clause before only counts what this one parts: 全县九十六万人口，七成住在山上; 96份文件，近三分之一涉及民生."""
    if p.last is None or p.row[comma].text not in COMMAS:
        return False
    counts = p.last.dimension == "count" and said.startswith(tuple(STATIC))
    if p.last.dimension not in PEOPLE and not counts:
        return False
    return p.last_at >= 0 and all(t.nominal for t in p.row[p.last_at + 1 : comma])


_AS_BEFORE = ("前", "同期", "水平")


@only_of(units=("%",))
def recovered(p: Position) -> Reading | None:
    """Return what came back to a share of what it was: 恢复至疫前同期的98.7%, 恢复到疫情前约六成."""
    tokens = p.stretch.tokens
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text in ("恢复", "恢复到", "恢复至")), None)
    if at is None or not (p.stretch.of or any(t.text.endswith(_AS_BEFORE) for t in tokens[at + 1 :])):
        return None
    part = phrase_ending(strip(tokens[:at])).name or topic_of(p)
    if not part:
        return None
    told = [t for t in tokens[at + 1 :] if t.kind == "word" and t.role != "drop"]
    whole = "".join(t.text for t in told if t.text not in ("的", "至", "到", "了"))
    if not whole and any(t.kind == "period" for t in tokens[at + 1 :]):  # 恢复至2019年的…: the whole is that time's
        whole = "同期"
    return p.reading(f"{part}恢复至{whole}", tokens[at:], topic=part)


_PARTS_OUT = tuple(
    "分红 分给 分配 分成 分 用于 用到 用在 投向 投到 投在 投入 流向 花在 配套 返还 分享 分担 放大 出资".split()
)


_OWN_WORDS = frozenset({"分红", "分担", "放大", "配套", "出资"})
_BETWEEN_LONG = 12


def _over_between(row: Sequence[Token], k: int) -> int:
    """Return where the deed begins behind those between whom something is parted: 按6∶3∶1[在农户和村集体之间]分配."""
    if k >= len(row) or row[k].text != "在":
        return k
    found = (j for j in range(k + 1, min(len(row), k + _BETWEEN_LONG)) if row[j].text in ("之间", "间", "中间"))
    return next(found, k - 1) + 1


def parted(p: Position) -> Reading | None:
    """Return what is parted in a proportion: 盈余按4∶3∶3分红, 收益按7∶2∶1分给牧户; 园区利润的20%分给村集体."""
    if p.quantity.base_unit in SHARES:
        return _parted_from(p)
    if not p.quantity.parts or not any(t.text in BY for t in p.stretch.tokens):
        return None
    k = _over_between(p.row, p.at + 1)
    while text_at(p.row, k) in ("的", "比例", "进行"):
        k += 1
    if k == len(p.row) or p.row[k].text not in _PARTS_OUT:
        return None
    phrase = p.stretch.phrase
    if not phrase.name:
        return None
    deed = p.row[k].text if p.row[k].text in _OWN_WORDS else "分配"
    name = f"{phrase.name}{deed}比例"
    return p.reading(name, phrase.tokens)


@only_of(units=("倍",))
def times(p: Position) -> Reading | None:
    """Return what is N times as much as something: 资源量达到禁渔前的1.9倍, 是城区的3倍."""
    tokens = p.stretch.tokens
    at = next((k for k, t in enumerate(tokens) if t.role == "link"), None)
    if not p.stretch.of or at is None:
        return None
    name = phrase_ending(strip(tokens[:at])).name
    name = topic_of(p) if not name or name in FIGURES else name
    return p.reading(name, tokens[:at]) if name else None
