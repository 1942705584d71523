"""Attributes that leave out their noun, and several rates that have one value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....words import word_class, words
from ...phrases.before import Phrase, phrase_ending
from ...spelling import PER_HEADS
from ...vocabulary import AND, PEOPLE
from ..position import Position, Reading, only_of
from ..told.topics import without_deed

if TYPE_CHECKING:
    from ...rows import Token


@only_of(units=("%",))
def both(p: Position) -> Reading | None:
    """Return two or more rates that have one value: 竣工率和投资率均达80%, 通电率、通宽带率均为100%."""
    tokens = p.stretch.tokens
    if not any(t.text in ("均", "都", "双双") for t in tokens[-3:]):
        return None
    items: list[list[Token]] = [[]]
    for token in p.stretch.core:
        if token.text == "、" or token.text in AND:
            items.append([])
        else:
            items[-1].append(token)
    names = [phrase_ending(item).name for item in items]
    if len(names) < 2 or not all(name.endswith(("率", "比例", "面")) for name in names):
        return None
    name = "、".join(names[:-1]) + "和" + names[-1]
    return p.reading(name, p.stretch.core)


def attribute(p: Position) -> Reading | None:
    """Return the noun that an attribute alone leaves out: 省级龙头企业5家、市级11家."""
    phrase = p.stretch.phrase
    if phrase.name in word_class("payers") and p.quantity.dimension == "money":
        return None
    if not phrase.tokens or not p.last or p.last_at < 0:
        return None
    kind, _, thing = p.last.topic.partition("类")
    if phrase.name.endswith("类") and kind and thing and p.row[p.last_at].unit == p.quantity.base_unit:
        name = phrase.name + thing  # 产业类项目9个、[基础设施类]4个
        return p.reading(name, phrase.tokens, implied=True, topic=p.last.topic)
    if not (_grade(p, phrase) or all(t.tag == "b" for t in phrase.tokens)):
        return None
    if p.last.dimension == "count" and p.quantity.dimension in PEOPLE:
        return None  # 2个县向[不符合条件]的1473户发放贷款
    if (last := _CLASS.search(p.last.topic)) and _CLASS.fullmatch(phrase.name):
        name = (
            p.last.topic[: last.start()] + phrase.name + p.last.topic[last.end() :]
        )  # 闲置1年以上的3亿元、[2年以上]的1亿元
        return p.reading(name, phrase.tokens, implied=True)
    if any(t.text in PER_HEADS or t.text in ("年度", "季度", "全年", "历年") for t in phrase.tokens):
        return None
    if phrase.name.endswith(_TERM):
        thing = p.last.topic.rstrip("0123456789年期个月")
        name = thing + phrase.name
        return p.reading(name, phrase.tokens, implied=True)
    kept = words().cut(p.last.topic, 0, len(p.last.topic))
    k = next((k for k, w in enumerate(kept) if w.text[-1] == phrase.name[-1] and w.tag == "b"), None)
    if k is None and _grade(p, phrase):
        name = phrase.name + (p.last.topic if phrase.name in _FARTHER else without_deed(p.last.topic))
        return p.reading(name, phrase.tokens, implied=True, topic=p.last.topic)
    head = "".join(w.text for w in (kept[k + 1 :] if k is not None else [w for w in kept if w.tag != "b"]))
    if not head:
        return None
    name = phrase.name + head
    return p.reading(name, phrase.tokens, implied=True, topic=p.last.topic)


_CLASS = re.compile("[0-9一二三四五六七八九十百千万亿.]+[^0-9以]{1,3}(?:以上|以下|以内)")
_TERM = ("年期", "月期")
_GRADE = re.compile("(?:[A-Za-z甲乙丙丁一二三四五六七八九十]|市|县|省|国家|村|乡|镇|高|中|低|初)(?:级|类|档|型)")
_FARTHER = frozenset(
    (
        "省外 省内 县外 县内 市外 市内 境外 境内 国外 国内 贫困地区 脱贫地区 民族地区 深度贫困地区 革命老区 老区 山区 牧区 农村 农村地区 "
        "城镇 城市 城区"
    ).split()
)


def _grade(p: Position, phrase: Phrase) -> bool:
    """Tell whether a part of what was counted is only told by its grade or where it went: 其中C级1200户, 其中省外3.6万人."""
    parts = any(t.text in ("其中", "、") for t in p.row[p.last_at + 1 : p.at])
    return parts and (phrase.name in _FARTHER or _GRADE.fullmatch(phrase.name) is not None)
