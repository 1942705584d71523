"""Numbers whose noun stands in front of them, in their clause or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import words
from ..phrases import PER_HEADS, Phrase, phrase_ending, spell, stretch_before
from .counts import NOUN_UNITS
from .place import (
    Place,
    Reading,
    elided,
    only,
    subject,
    subject_between,
    thing_of,
    topic_alike,
    topic_of,
    without_size,
)

if TYPE_CHECKING:
    from ..tokens import Token


_FILLED = {"人": "人口", "户": "农户", "人次": "人次", "户次": "户次"}


_TRANSITIVE = frozenset("惠及 带动 覆盖 吸引 辐射带动 吸纳 安置 服务 受益".split())


_HELPS = frozenset({"帮助", "支持", "协助", "使", "让", "促进", "推动"})
_TIMES = frozenset({"次", "回", "趟", "遍", "度"})


_RATIOS = ("比", "比例", "比率", "结构", "之比")


def named_before(p: Place) -> Reading | None:
    """Return the noun phrase in front: 农民人均纯收入4024元, 建成标准化村卫生室522个, 投资10.7亿元."""
    phrase = phrase_ending(_without_lone(_brought(p)))
    if not phrase.name or phrase.tokens[-1].role in ("more", "less"):
        return None
    if phrase.name in _HELPS and p.behind.predicate:
        return None
    counts_deeds = p.quantity.base_unit in _TIMES and not p.stretch.linked
    if counts_deeds and (p.behind.predicate or phrase.tokens[-1].tag not in ("v", "vn")):
        return None
    if p.quantity.base_unit == "比" and not p.stretch.linked and not phrase.name.endswith(_RATIOS):
        return None
    if phrase.name in PER_HEADS:
        topic = topic_alike(p)
        if not topic:
            return None
        name = topic if phrase.name in topic else phrase.name + topic
        return Reading(name, tuple(phrase.tokens), "indicators/size", used=p.at + 1, implied=True, topic=name)
    if phrase.name == "新增" and (topic := topic_of(p)):
        name = topic if topic.startswith("新增") else "新增" + topic
        return Reading(name, tuple(phrase.tokens), "indicators/size", used=p.at + 1, implied=True, topic=topic)
    if only(phrase, "rate") or only(phrase, "size"):
        topic = subject_between(p) or (thing_of(p) if only(phrase, "size") else topic_of(p))
        if topic:
            head = without_size(topic) if only(phrase, "size") else topic
            return Reading(
                head + phrase.name,
                tuple(phrase.tokens),
                "indicators/size",
                used=p.at + 1,
                implied=True,
                topic=head + phrase.name,
            )
    if (
        len(phrase.tokens) == 1
        and phrase.tokens[0].tag in ("v", "vn")
        and not phrase.tokens[0].role
        and phrase.name not in _TRANSITIVE
    ):
        phrase = Phrase([*subject(p.stretch.core, phrase), *phrase.tokens], True)
    name = phrase.name
    if len(phrase.tokens) == 1 and p.quantity.base_unit in NOUN_UNITS:
        name += p.quantity.base_unit
    elif len(phrase.tokens) == 1 and name in _TRANSITIVE and p.quantity.base_unit in _FILLED:
        name += _FILLED[p.quantity.base_unit]
    return Reading(name, tuple(phrase.tokens), "indicators/before", used=p.at + 1, topic=name)


_SPENT = frozenset({"投资", "总投资", "投资金额"})


def spent_on(p: Place) -> Reading | None:
    """Return what the money was spent on: 投资10.7亿元实施了农村电网升级改造."""
    phrase = phrase_ending(p.stretch.core)
    if phrase.name not in _SPENT or p.quantity.dimension != "money" or not p.behind.predicate:
        return None
    said = [t for t in p.behind.predicate if t.role != "light" and t.tag != "d"]
    while said and said[0].tag == "v":
        said = said[1:]
    thing = spell(said)
    if not thing or any(t.tag in ("p", "v") for t in said):
        return None
    return Reading(thing + phrase.name, tuple(phrase.tokens), "indicators/spent_on", used=p.at + 1, topic=thing)


def attribute(p: Place) -> Reading | None:
    """Return the noun that an attribute alone leaves out: 省级龙头企业5家、市级11家."""
    phrase = phrase_ending(p.stretch.core)
    if not phrase.tokens or not p.last or any(t.tag != "b" for t in phrase.tokens) or p.last_at < 0:
        return None
    if any(t.text in PER_HEADS or t.text in ("年度", "季度", "全年", "历年") for t in phrase.tokens):
        return None
    kept = words().cut(p.last.topic, 0, len(p.last.topic))
    k = next((k for k, w in enumerate(kept) if w.text[-1] == phrase.name[-1] and w.tag == "b"), None)
    head = "".join(w.text for w in (kept[k + 1 :] if k is not None else [w for w in kept if w.tag != "b"]))
    if not head:
        return None
    name = phrase.name + head
    return Reading(name, tuple(phrase.tokens), "indicators/attribute", used=p.at + 1, implied=True, topic=p.last.topic)


_BRINGS = frozenset({"完成", "实现", "取得", "达成"})


def _brought(p: Place) -> list[Token]:
    """Return the stretch without the light verb that only brings the number: 固定资产投资[完成]830亿元."""
    core = p.stretch.core
    if p.behind.tokens or not core or core[-1].text not in _BRINGS:
        return core
    k = len(core) - 1
    while k and core[k - 1].role == "drop":
        k -= 1
    return core[:k] if k and core[k - 1].nominal else core


def _without_lone(core: list[Token]) -> list[Token]:
    return core[:-1] if core and core[-1].text in ("其", "该") else core


def headed(p: Place) -> Reading | None:
    """Return what stands before a colon: 总投资：3亿元."""
    first = p.at - len(p.stretch.tokens) - 1
    if p.stretch.core or first < 1 or p.row[first].text not in ("：", ":", "("):
        return None
    phrase = phrase_ending(stretch_before(p.row, first, 0).core)
    return (
        Reading(phrase.name, tuple(phrase.tokens), "indicators/headed", used=p.at + 1, topic=phrase.name)
        if phrase.name
        else None
    )


def linked_on(p: Place) -> Reading | None:
    """Return the name of the clause before, where this one only links on: , 达到近300万亩."""
    placed = bool(p.stretch.tokens) and all(t.kind == "region" or t.text == "、" for t in p.stretch.tokens)
    if (p.stretch.joined or placed) and p.last and p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit:
        return p.last._replace(rule="indicators/elided", used=p.at + 1, implied=True)
    if not p.stretch.linked and not p.stretch.joined:
        return None
    return elided(p, "indicators/elided", "level", None)
