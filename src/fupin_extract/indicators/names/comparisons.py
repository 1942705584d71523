"""Numbers that compare: from one value to another, a share of a whole, above or below, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import Phrase, phrase_ending, stretch_before, without_each
from ..phrases.deeds import FLOWS, STATIC
from ..rows import CLAUSE_ENDS, COMMAS, clause_end, text_at
from ..spelling import CALLED, PER_HEADS, spell
from ..terms.durations import lasts_from
from ..vocabulary import FIGURES, INSIDE, PLANS, RATES, SHARES
from .elided import elided, named
from .position import Position, Reading, only_of
from .stretches import find, only, strip
from .subjects import object_before, set_beside, subject
from .topics import topic_of, without_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Direction
    from ..rows import Token


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
        if thing.endswith((*_MEASURED, "时间")):
            return p.reading(thing, direction=direction, implied=True)
        return elided(p, "from_to", "level", direction)
    return named(p, phrase, "from_to", direction=direction)


def _measure_before(p: Position) -> str:
    """Return the measure that is all of the clause before: 贫困人口占总人口的[比重]，也由30%下降到9%."""
    end = (p.source or 0) - len(stretch_before(p.row, p.source or 0, 0).tokens) - 1
    if end < 1 or p.row[end].text not in COMMAS:
        return ""
    phrase = phrase_ending(stretch_before(p.row, end, 0).core)
    return phrase.name if phrase.name.endswith(_MEASURED) and not phrase.verb else ""


_MEASURED = (
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
    folk = p.last is not None and p.last.dimension in ("people", "households")
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
    elif p.last_at == first and p.last is not None and p.last.dimension in ("people", "households"):
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
    if p.last.dimension not in ("people", "households") and not counts:
        return False
    return p.last_at >= 0 and all(t.nominal for t in p.row[p.last_at + 1 : comma])


_COUNTED = ("people", "households", "count")


@only_of(units=("%",))
def recovered(p: Position) -> Reading | None:
    """Return what came back to a share of what it was: 恢复至疫前同期的98.7%."""
    tokens = p.stretch.tokens
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text in ("恢复", "恢复到", "恢复至")), None)
    if at is None or not p.stretch.of:
        return None
    part = phrase_ending(strip(tokens[:at])).name or topic_of(p)
    if not part:
        return None
    told = [t for t in tokens[at + 1 :] if t.kind == "word" and t.role != "drop"]
    whole = "".join(t.text for t in told if t.text not in ("的", "至", "到", "了"))
    if not whole and any(t.kind == "period" for t in tokens[at + 1 :]):  # 恢复至2019年的…: the whole is that time's
        whole = "同期"
    return p.reading(f"{part}恢复至{whole}", tokens[at:], topic=part)


@only_of(
    dimensions=(
        "percentage",
        "money",
        "ratio",
        "age",
        "time",
        "area",
        "mass",
        "length",
        "power",
        "temperature",
        *_COUNTED,
    ),
    units=("比",),
)
def beyond(p: Position) -> Reading | None:
    """Return what is compared with what: 高于全市平均水平4个百分点, 比全国高0.9个百分点."""
    tokens = _past_its_value(p)
    last = next((t for t in reversed(tokens) if t.role in ("more", "less", "beyond")), None)
    if last is None:
        return None
    said = ""
    at = find(tokens, "beyond")
    whom = tokens[at + 1 :] if at is not None and tokens[at + 1 : at + 2] and tokens[at + 1].text != "每" else ()
    than = [t for t in whom if t.kind == "region" or t.nominal or t.text in _OF]  # none in 低于每台斤36元的成本
    if at is None or not than:
        at = find(tokens, "versus")
        if at is None and (other := _set_against(p)) and (part := phrase_ending(strip(tokens[:-1])).name):
            word = "低于" if last.role == "less" or last.text[0] in "低少慢" else "高于"
            return p.reading(part + word + other, tokens, topic=part)
        if at is None or tokens[-1].role not in ("more", "less", "link", "drop", "beyond"):
            return None
        if tokens[at].text in ("同比", "环比"):
            return None  # 生猪存栏环比增幅超过3%: 3% is what it grew by
        than = [
            t
            for t in tokens[at + 1 :]
            if t.kind == "region" or (t.nominal and t.role not in ("more", "less")) or t.text in _USUAL
        ]
        than = [t for t in than if t.start < last.start]
        said = "".join(t.text for t in tokens if t.start >= last.start and t.role in ("more", "less", "beyond"))
        said = "" if said.rstrip("出于过")[-1:] in ("高", "低", "快", "慢") else said  # 比全省高 is 高于全省
        if not than or any(t.kind == "period" and t.text != "同期" for t in tokens[at + 1 :]):
            return None  # 比[同期]工业高3个百分点 compares with others, 比[上年]高 with itself
        word = "低于" if last.role == "less" or last.text[0] in "低少慢" else "高于"
    else:
        word = tokens[at].text
    if p.quantity.dimension in _COUNTED and not (than and than[-1].text.endswith(PLANS)):
        return None  # 务工规模达3163万人，超过[年度目标]144万人
    own = p.quantity.dimension in _OWN or p.quantity.base_unit == "比"
    if p.stretch.of and own and (theirs := _their_own(p, than)):
        return theirs
    if p.behind.de and p.behind.tokens[:1] and p.behind.tokens[0].role == "rate" and p.quantity.base_unit == "%":
        return _others_growth(p, than)
    phrase = phrase_ending(without_each(strip(tokens[:at])))  # 滩羊肉平均价格[每斤]比全国高5元
    part = topic_of(p) + phrase.name if phrase.tokens and only(phrase, "rate") else phrase.name or _moved(p)
    if not part:
        return None
    other = "".join(t.text for t in than if t.text != "的")
    if not other:  # 超过上年的1.1亿元: what the thing was then
        return p.reading(part, tokens[at:])
    if said:
        return p.reading(f"{part}比{other}{said}", tokens[at:], topic=part)
    topic = topic_of(p) if p.last and part in [topic_of(p) + rate for rate in RATES] else part
    return p.reading(part + word + other, tokens[at:], topic=topic)


_OWN = frozenset({"money", "area", "mass", "age", "time", "length", "power"})


def _their_own(p: Position, than: Sequence[Token]) -> Reading | None:
    """Return the value of those with whom the number before is compared: 居住面积仅6.6平方米，低于[公屋租户]的13.5平方米."""
    alike = p.last is not None and p.like_last
    whose = spell([t for t in than if t.kind == "word" and t.text not in _OF])
    region = next((t.region for t in than if t.region), None)
    if not alike or not p.last or whose.endswith(_LEVELLED) or not (whose or region):
        return None
    measure = next((p.last.topic[at:] for head in _PER_ONE if (at := p.last.topic.find(head)) >= 0), "")
    if whose and not measure:
        return None
    name = whose + measure if whose else p.last.topic
    return p.reading(name, than, implied=True, region=region)


_PER_ONE = ("人均", "户均", "平均", "月均", "年均", "亩均")
_LEVELLED = ("水平", "标准", "目标", "均值", "线", "价", "成本", "预期", "限额", "上限", "下限")
"""Endings of what is a value by itself: 低于[市场价]的5元."""


def _others_growth(p: Position, than: Sequence[Token]) -> Reading | None:
    """Return what that one grew by that something is compared with: 低于同期居民收入[7.7%的升幅]."""
    name = spell([t for t in than if t.nominal])
    if not name.endswith((*_MEASURED, *FLOWS)):
        return None
    direction: Direction = "down" if p.behind.tokens[0].text in ("降幅", "跌幅") else "up"
    return p.reading(
        name, than, rule="change", kind="change", direction=direction, used=p.behind.used, topic=topic_of(p)
    )


def _past_its_value(p: Position) -> Sequence[Token]:
    """Return what stands in front of the number without the value of the one it is compared with: 比全省的9.3%高…."""
    tokens = p.stretch.tokens
    value = p.behind_what
    if not tokens or tokens[0].role not in ("more", "less") or value < 0 or not p.row[value].quantity:
        return tokens
    begin = set_beside(p.row, value)
    return tokens if begin is None else [*p.row[begin : value - 1], *tokens]


def _moved(p: Position) -> str:
    """Return what the number before measured, with the rate that is compared: 增速比上半年回落0.2个百分点，[增速]快于全省.

    Points by which a growth differs are of its rate: 工资性收入增长9.1%，[增速]比中部高1.4个百分点.
    """
    last, before = p.last, p.row[p.last_at].unit if p.last_at >= 0 else ""
    if last is not None and last.kind == "change" and last.name.endswith(RATES):
        return last.name
    if last is None or p.quantity.base_unit != "百分点":
        return topic_of(p) if p.quantity.base_unit in SHARES else without_share(topic_of(p))
    if last.kind == "change" and before == "%":
        return last.topic + ("增速" if last.direction == "up" else "降幅")
    again = last.rule == "beyond" and before == "百分点"
    return next((last.topic + rate for rate in RATES if again and last.name.startswith(last.topic + rate)), last.topic)


def _set_against(p: Position) -> str:
    """Return what the sentence sets its amounts against where it opens: [与全国]比，农民收入低2979元."""
    row = p.row
    if not row or row[0].text not in ("与", "同", "和", "跟"):
        return ""
    end = next((k for k in range(1, min(len(row), 8)) if row[k].text in ("比", "相比", "比较")), 0)
    if end < 2 or end + 1 >= len(row) or row[end + 1].kind != "mark":
        return ""
    return "".join(t.text for t in row[1:end] if t.kind == "region" or t.nominal)


_OF = frozenset({"的", "平均"})
_USUAL = frozenset("常年 往年 平时 平常 以往 历年 平均".split())
"""Adverbs that something is compared with: 降雨量比[常年]偏多1.3倍."""
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
    if not p.quantity.parts or not any(t.text in ("按", "按照") for t in p.stretch.tokens):
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
