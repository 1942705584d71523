"""What a number measures: the rules that read its name and its kind off the words around it.

Each rule takes the `Place` of one number and returns a `Reading` or None; the first to answer wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..words import words
from .phrases import Behind, Phrase, Stretch, is_stop, phrase_behind, phrase_ending, spell, stretch_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..records import Direction, IndicatorKind, Quantity
    from .tokens import Token


class Reading(NamedTuple):
    """A name with the tokens it came from; ``topic`` is the part that later clauses may leave out.

    ``used`` is the index behind the last token that the reading took from behind the number.
    """

    name: str
    tokens: tuple[Token, ...]
    rule: str
    kind: IndicatorKind = "level"
    direction: Direction | None = None
    used: int = 0
    implied: bool = False
    topic: str = ""


class Place(NamedTuple):
    """One number in its sentence: the row, where it stands, what stands around it, what was read before it."""

    row: Sequence[Token]
    at: int
    quantity: Quantity
    stretch: Stretch
    behind: Behind
    last: Reading | None
    last_at: int
    source: int | None


def place(row: Sequence[Token], at: int, floor: int, last: Reading | None, last_at: int, source: int | None) -> Place:
    """Return the place of the number at an index of its row."""
    quantity = row[at].record
    return Place(
        row, at, quantity, stretch_before(row, at, floor), phrase_behind(row, at), last, last_at, source  # type: ignore[arg-type]
    )


def read(p: Place) -> Reading | None:
    """Return what the first rule says."""
    for rule in RULES:
        if reading := rule(p):
            return reading
    return None


# --- two numbers together --------------------------------------------------------------------------


def pair(p: Place) -> Reading | None:
    """Return the name of the number right in front: 9897户39746人."""
    if p.last and p.at and p.last_at == p.at - 1 and p.row[p.at - 1].kind == "quantity" and not p.behind.tokens:
        if p.quantity.base_unit in _NOUN_UNITS:
            return p.last._replace(name=p.quantity.base_unit, rule="indicators/pair", used=p.at + 1)
        return p.last._replace(rule="indicators/pair", used=p.at + 1)
    return None


def from_to(p: Place) -> Reading | None:
    """Return the name in front of the first value: 贫困发生率由53%下降到26%."""
    if p.source is None:
        return None
    first = stretch_before(p.row, p.source, 0).tokens
    at = next((k for k in range(len(first) - 1, -1, -1) if first[k].text in ("由", "从")), len(first))
    phrase = phrase_ending(_strip(first[:at]))
    direction = _direction_between(p)
    if not phrase.name:
        return _elided(p, "indicators/from_to", "level", direction)
    return _named(p, phrase, "indicators/from_to", direction=direction)


def _direction_between(p: Place) -> Direction | None:
    for token in p.stretch.tokens:
        if token.role in ("up", "down"):
            return token.role  # type: ignore[return-value]
    first = p.row[p.source].record if p.source is not None else None
    if first is None:
        return None
    before, now = first.value, p.quantity.value  # type: ignore[union-attr]
    return "up" if now > before else "down" if now < before else None


# --- comparisons -----------------------------------------------------------------------------------


def share(p: Place) -> Reading | None:
    """Return part and whole: 占农作物总播种面积的33%."""
    if p.quantity.base_unit not in ("%", "分之", "‰"):
        return None
    tokens = p.stretch.tokens
    at = _find(tokens, "share")
    if at is None and p.stretch.of and p.quantity.base_unit in ("%", "分之"):
        at = next((k for k, t in enumerate(tokens) if t.role == "link" and t.text not in ("至", "到", "有")), None)
    if at is None:
        return None
    whole = [t for t in tokens[at + 1 :] if t.nominal or t.text in ("的", "、", "和") or (t.tag == "v" and not t.role)]
    part = phrase_ending(_strip(tokens[:at])).name or _topic(p)
    if not part:
        part = spell(p.behind.tokens)
    if not part:
        return None
    if not spell(whole) and part.endswith(("比例", "比重", "率", "占比", "份额")):
        return Reading(part, tuple(tokens[:at]), "indicators/share", used=p.at + 1, topic=part)
    name = part + "占" + spell(whole) if spell(whole) else part + "占比"
    return Reading(name, (*tokens[at:],), "indicators/share", used=p.at + 1, topic=name)


def recovered(p: Place) -> Reading | None:
    """Return what came back to a share of what it was: 恢复至疫前同期的98.7%."""
    tokens = p.stretch.tokens
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text in ("恢复", "恢复到", "恢复至")), None)
    if at is None or not p.stretch.of or p.quantity.base_unit != "%":
        return None
    part = phrase_ending(_strip(tokens[:at])).name or _topic(p)
    if not part:
        return None
    whole = "".join(t.text for t in tokens[at + 1 :] if t.text not in ("的", "至", "到", "了") and t.kind == "word")
    return Reading(f"{part}恢复至{whole}", tuple(tokens[at:]), "indicators/recovered", used=p.at + 1, topic=part)


def beyond(p: Place) -> Reading | None:
    """Return what is compared with what: 高于全市平均水平4个百分点, 比全国高0.9个百分点."""
    if p.quantity.dimension not in ("percentage", "money", "ratio"):
        return None
    tokens = p.stretch.tokens
    at = _find(tokens, "beyond")
    than = [t for t in tokens[at + 1 :] if t.kind == "region" or t.nominal or t.text == "的"] if at is not None else []
    if at is None or not than:
        at = _find(tokens, "versus")
        last = next((t for t in reversed(tokens) if t.role in ("more", "less", "beyond")), None)
        if at is None or last is None or tokens[-1].role not in ("more", "less", "link", "drop", "beyond"):
            return None
        than = [t for t in tokens[at + 1 :] if t.kind == "region" or (t.nominal and t.role not in ("more", "less"))]
        than = [t for t in than if t.start < last.start]
        if not than or any(t.kind == "period" for t in tokens[at + 1 :]):
            return None
        word = "高于" if last.role == "more" else "低于"
    else:
        word = tokens[at].text
    part = phrase_ending(_strip(tokens[:at])).name or _topic(p)
    if not part:
        return None
    other = "".join(t.text for t in than if t.text != "的")
    return Reading(part + word + other, tuple(tokens[at:]), "indicators/beyond", used=p.at + 1, topic=part)


def times(p: Place) -> Reading | None:
    """Return what is N times something: 是1978年的10倍."""
    if p.quantity.base_unit != "倍":
        return None
    tokens = p.stretch.tokens
    if not tokens or tokens[-1].text not in ("的", "近", "约"):
        return None
    at = next((k for k, t in enumerate(tokens) if t.text in ("是", "为", "相当于", "达", "达到")), None)
    if at is None:
        return None
    name = phrase_ending(_strip(tokens[:at])).name or _topic(p)
    return Reading(name, tuple(tokens[:at]), "indicators/times", used=p.at + 1, topic=name) if name else None


# --- change ----------------------------------------------------------------------------------------


def change(p: Place) -> Reading | None:
    """Return what rose or fell by the number: 农民人均纯收入增长53.5%, 增加1402.5元."""
    core = p.stretch.core
    if not core or not (core[-1].role in ("up", "down") or _more_than_before(core)):
        return None
    verb = core[-1] if core[-1].role in ("up", "down") else core[-1]._replace(role=_MORE[core[-1].role])
    to = p.stretch.to or verb.text.endswith(("到", "至"))
    rest = _strip(core[:-1])
    rule = "indicators/came_to" if to else "indicators/change"
    kind: IndicatorKind = "level" if to else "change"
    direction: Direction | None = None if to else verb.role  # type: ignore[assignment]
    phrase = phrase_ending(rest)
    if p.behind.tokens and not p.behind.de and not to and p.quantity.base_unit not in ("%", "百分点", "倍"):
        return Reading(
            spell(p.behind.tokens), tuple(p.behind.tokens), rule, kind, direction, p.behind.used, topic=spell(p.behind.tokens)
        )
    if not phrase.name or _only(phrase, "rate") or phrase.name in _PER_HEADS:
        if phrase.name and kind == "level" and phrase.name not in _PER_HEADS:
            return _named(p, phrase, rule, kind, direction)
        if phrase.name and phrase.name not in _PER_HEADS and (topic := _topic(p)):
            return Reading(topic + phrase.name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, topic)
        return _elided(p, rule, kind, direction)
    return _named(p, phrase, rule, kind, direction)


_MOVES = frozenset({"增加", "减少", "减轻", "降低", "提高", "净增", "净减", "净增加", "净减少", "缩小", "缩短", "压减", "精简", "增", "减", "下降", "上升", "扩大", "缩减"})
_MORE = {"more": "up", "less": "down"}


def _more_than_before(core: list[Token]) -> bool:
    """Tell whether the stretch compares with an earlier time: 增速比上月末高0.5个百分点."""
    at = _find(core, "versus")
    return core[-1].role in _MORE and at is not None and any(t.kind == "period" for t in core[at:])


def change_of(p: Place) -> Reading | None:
    """Return the object of the change: 减少贫困人口66.52万人, 增加农民收入1100万元."""
    core = p.stretch.core
    at = next((k for k in range(len(core) - 1, -1, -1) if core[k].role in ("up", "down")), None)
    if at is None or at == len(core) - 1 or core[at].text not in _MOVES:
        return None
    if at and core[at - 1].tag in ("v", "vn") and not core[at - 1].role:
        return None
    thing = [t for t in core[at + 1 :] if t.kind != "period"]
    if not thing or not all(t.nominal or t.kind == "region" or t.text in ("的", "、", "和", "了", "“", "”") for t in thing):
        return None
    if thing[0].text == "的" or core[at].text.endswith(("到", "至", "至")):
        return None
    name = spell(thing)
    if not name or p.stretch.to:
        return None
    return Reading(name, tuple(thing), "indicators/change_of", "change", core[at].role, p.at + 1, topic=name)  # type: ignore[arg-type]


def gain(p: Place) -> Reading | None:
    """Return a change that is its own name: 农民人均增收260多元."""
    core = p.stretch.core
    if not core or core[-1].role not in ("gain", "loss"):
        return None
    phrase = phrase_ending(_strip(core[:-1]))
    name = spell([*phrase.tokens, core[-1]])
    direction: Direction = "up" if core[-1].role == "gain" else "down"
    if not phrase.name and _topic(p):
        return _elided(p, "indicators/gain", "change", direction)
    return Reading(name, (*phrase.tokens, core[-1]), "indicators/gain", "change", direction, p.at + 1, topic=name)


# --- levels ----------------------------------------------------------------------------------------


_COUNTS = frozenset({"people", "households", "count", "occasions"})


def counted(p: Place) -> Reading | None:
    """Return the noun right behind a count, with the deed in front: 组织动员1583个单位; 476个村摘掉了贫困帽子."""
    thing = p.behind.tokens
    if not thing or p.quantity.dimension not in _COUNTS:
        return None
    phrase = _governing(p)
    if p.quantity.dimension in ("people", "households", "occasions") and phrase.name and not _open(p, phrase) and (
        _deeds(thing) or not _written_noun(p)
    ):
        if not _deeds(thing):
            return None
        name = phrase.name + spell(thing)
        return Reading(name, (*phrase.tokens, *thing), "indicators/around", used=p.behind.used, topic=name)
    if _open(p, phrase) or phrase.name in _PER_HEADS:
        deed = phrase.name if phrase.name in _PER_HEADS else _deed(phrase.tokens)
        name = deed + spell(thing)
        return Reading(name, (*phrase.tokens, *thing), "indicators/counted", used=p.behind.used, topic=spell(thing))
    said = _predicated(p)
    name = said + spell(thing)
    return Reading(name, tuple(thing), "indicators/counted", used=p.behind.used, topic=spell(thing))


def _governing(p: Place) -> Phrase:
    """Return the phrase in front; where it only describes what stands behind (租了村民的3亩地), its deed."""
    core = p.stretch.core
    if not p.stretch.of:
        return phrase_ending(core)
    k = len(core)
    while k and core[k - 1].nominal and core[k - 1].tag != "vn":
        k -= 1
    while k and (core[k - 1].text == "了" or core[k - 1].tag == "u"):
        k -= 1
    return phrase_ending(core[:k]) if k and core[k - 1].tag in ("v", "vn") else Phrase([])


def _written_noun(p: Place) -> bool:
    """Tell whether the noun of a count stands behind it (4万名干部, 11万贫困户), not in front (农户1.2万户)."""
    return p.quantity.text[-1:] not in ("人", "户", "次") or bool(p.behind.tokens and p.behind.tokens[0].start == p.row[p.at].end)


def _measures(phrase: Phrase) -> bool:
    """Tell whether the phrase names what the unit itself measures: 收入, 面积, 产量."""
    return phrase.tokens[-1].role in ("size", "rate") or phrase.name.endswith(_MEASURES)


_MEASURES = ("收入", "投资", "资金", "利润", "税收", "贷款", "存款", "支出", "费用", "价", "额", "量", "长", "宽", "高", "率", "积", "值", "款", "金", "费", "距离", "里程")


def _deeds(tokens: Sequence[Token]) -> bool:
    return all(t.tag in ("vn", "v") for t in tokens)


def _open(p: Place, phrase: Phrase) -> bool:
    """Tell whether the phrase in front is a deed that still waits for its object."""
    return bool(phrase.tokens) and phrase.tokens[-1].tag in ("v", "vn") and phrase.tokens[-1].role == "" and not p.stretch.linked


def _deed(tokens: Sequence[Token]) -> str:
    """Return the verbs that the phrase ends in, without their subject."""
    k = len(tokens)
    while k and tokens[k - 1].kind == "word" and tokens[k - 1].tag in ("v", "vn") and not tokens[k - 1].role:
        k -= 1
    return spell(tokens[k:])


_SAID = 10


def _predicated(p: Place) -> str:
    """Return what the sentence says of the counted: 退出 in 748个贫困村全部退出."""
    said = p.behind.predicate
    if not said or any(t.role in ("up", "down", "share", "versus", "beyond") for t in said):
        return ""
    if any(t.tag in ("p", "c", "r") for t in said) or sum(len(t.text) for t in said) > _SAID:
        return ""
    if said[0].tag not in ("v", "vn"):
        return ""
    return spell([t for t in said if t.role not in ("light", "link", "drop")])


def measured_behind(p: Place) -> Reading | None:
    """Return the noun behind a measure: 5万亩棉花地, 1000万元的风险补偿金, 70%的贫困群众."""
    thing = p.behind.tokens
    if not thing or p.quantity.dimension in _COUNTS:
        return None
    phrase = _governing(p)
    if phrase.name and not _open(p, phrase) and phrase.name not in _PER_HEADS:
        if p.behind.de and _only(phrase, "size"):
            name = spell(thing) + phrase.name
            return Reading(name, (*phrase.tokens, *thing), "indicators/size_of", used=p.behind.used, topic=spell(thing))
        if p.stretch.linked or (p.quantity.dimension != "percentage" and (p.behind.de or _measures(phrase) or _deeds(thing))):
            return None
        name = phrase.name + spell(thing) + (_predicated(p) if p.quantity.dimension == "percentage" else "")
        return Reading(name, (*phrase.tokens, *thing), "indicators/share_of", used=p.behind.used, topic=name)
    if p.quantity.dimension == "money" and not p.behind.de and all(t.tag == "v" for t in thing):
        return None
    deed = phrase.name if phrase.name in _PER_HEADS else _deed(phrase.tokens) if phrase.name else _predicated(p)
    name = deed + spell(thing)
    return Reading(name, (*phrase.tokens, *thing), "indicators/measured", used=p.behind.used, topic=spell(thing))


_PER_HEADS = frozenset({"人均", "户均", "亩均", "年均", "村均"})
_FILLED = {"人": "人口", "户": "农户", "人次": "人次", "户次": "户次"}
_TRANSITIVE = frozenset({"惠及", "带动", "覆盖", "吸引", "辐射带动", "吸纳", "安置", "服务", "受益"})


_TIMES = frozenset({"次", "回", "趟", "遍", "度"})
_RATIOS = ("比", "比例", "比率", "结构", "之比")


def named_before(p: Place) -> Reading | None:
    """Return the noun phrase in front: 农民人均纯收入4024元, 建成标准化村卫生室522个, 投资10.7亿元."""
    phrase = phrase_ending(_without_lone(p.stretch.core))
    if not phrase.name or phrase.tokens[-1].role in ("more", "less"):
        return None
    if p.quantity.base_unit in _TIMES and not p.stretch.linked and phrase.tokens[-1].tag not in ("v", "vn"):
        return None
    if p.quantity.base_unit == "比" and not p.stretch.linked and not phrase.name.endswith(_RATIOS):
        return None
    if phrase.name in _PER_HEADS and (topic := _topic(p)):
        name = topic if phrase.name in topic else phrase.name + topic
        return Reading(name, tuple(phrase.tokens), "indicators/size", used=p.at + 1, implied=True, topic=name)
    if phrase.name == "新增" and (topic := _topic(p)):
        name = topic if topic.startswith("新增") else "新增" + topic
        return Reading(name, tuple(phrase.tokens), "indicators/size", used=p.at + 1, implied=True, topic=topic)
    if _only(phrase, "rate") or _only(phrase, "size"):
        topic = _subject_between(p) or _topic(p)
        if topic:
            head = _without_size(topic) if _only(phrase, "size") else topic
            return Reading(head + phrase.name, tuple(phrase.tokens), "indicators/size", used=p.at + 1, implied=True, topic=head + phrase.name)
    if len(phrase.tokens) == 1 and phrase.tokens[0].tag in ("v", "vn") and not phrase.tokens[0].role and phrase.name not in _TRANSITIVE:
        phrase = Phrase([*_subject(p.stretch.core, phrase), *phrase.tokens], True)
    name = phrase.name
    if len(phrase.tokens) == 1 and p.quantity.base_unit in _NOUN_UNITS:
        name += p.quantity.base_unit
    elif len(phrase.tokens) == 1 and name in _TRANSITIVE and p.quantity.base_unit in _FILLED:
        name += _FILLED[p.quantity.base_unit]
    return Reading(name, tuple(phrase.tokens), "indicators/before", used=p.at + 1, topic=name)


def _subject(core: list[Token], phrase: Phrase) -> list[Token]:
    """Return who did the deed that a number follows: 市县财政列支21.3亿元."""
    at = core.index(phrase.tokens[0])
    while at and core[at - 1].kind == "word" and (core[at - 1].role == "drop" or core[at - 1].tag == "d"):
        at -= 1
    first = at
    while first and core[first - 1].nominal:
        first -= 1
    if first and core[first - 1].tag == "p":
        return []
    return list(core[first:at])


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
    kept = words().cut(p.last.topic, 0, len(p.last.topic))
    k = next((k for k, w in enumerate(kept) if w.text[-1] == phrase.name[-1] and w.tag == "b"), None)
    head = "".join(w.text for w in (kept[k + 1 :] if k is not None else [w for w in kept if w.tag != "b"]))
    if not head:
        return None
    name = phrase.name + head
    return Reading(name, tuple(phrase.tokens), "indicators/attribute", used=p.at + 1, implied=True, topic=p.last.topic)


_NOUN_UNITS = frozenset({"县", "区", "市", "村", "乡", "镇", "乡镇", "省", "校", "县市区", "县区", "省区市", "省份", "国", "企", "馆", "院", "园", "社区", "行政村", "自然村", "县市", "市县", "街道", "省市"})


def unit_noun(p: Place) -> Reading | None:
    """Return the unit where it is the noun itself: 辖1区1市5县, 7县脱贫摘帽."""
    unit = p.quantity.base_unit
    if unit not in _NOUN_UNITS:
        return None
    name = _predicated(p) + unit
    return Reading(name, (p.row[p.at],), "indicators/unit_noun", used=p.at + 1, topic=name)


def said_of(p: Place) -> Reading | None:
    """Return what is said of people or households that nothing else names: 40146户16.94万人喜迁新居."""
    if p.quantity.dimension not in ("people", "households", "occasions") or p.stretch.linked:
        return None
    name = _predicated(p)
    return Reading(name, tuple(p.behind.predicate), "indicators/said_of", used=p.at + 1, topic=name) if name else None


def _without_lone(core: list[Token]) -> list[Token]:
    return core[:-1] if core and core[-1].text in ("其", "该") else core


def headed(p: Place) -> Reading | None:
    """Return what stands before a colon: 总投资：3亿元."""
    first = p.at - len(p.stretch.tokens) - 1
    if p.stretch.core or first < 1 or p.row[first].text not in ("：", ":", "("):
        return None
    phrase = phrase_ending(stretch_before(p.row, first, 0).core)
    return Reading(phrase.name, tuple(phrase.tokens), "indicators/headed", used=p.at + 1, topic=phrase.name) if phrase.name else None


def linked_on(p: Place) -> Reading | None:
    """Return the name of the clause before, where this one only links on: , 达到近300万亩."""
    placed = bool(p.stretch.tokens) and all(t.kind == "region" or t.text == "、" for t in p.stretch.tokens)
    if (p.stretch.joined or placed) and p.last and p.last_at >= 0 and p.row[p.last_at].record.base_unit == p.quantity.base_unit:  # type: ignore[union-attr]
        return p.last._replace(rule="indicators/elided", used=p.at + 1, implied=True)
    if not p.stretch.linked and not p.stretch.joined:
        return None
    return _elided(p, "indicators/elided", "level", None)


RULES: tuple[Callable[[Place], Reading | None], ...] = (
    pair,
    from_to,
    change,
    gain,
    share,
    recovered,
    beyond,
    times,
    change_of,
    counted,
    measured_behind,
    spent_on,
    attribute,
    named_before,
    unit_noun,
    said_of,
    headed,
    linked_on,
)
"""In order; the first to answer wins."""


# --- shared ----------------------------------------------------------------------------------------


def _named(
    p: Place, phrase: Phrase, rule: str, kind: IndicatorKind = "level", direction: Direction | None = None
) -> Reading:
    if _only(phrase, "size") and (topic := _topic(p)):
        name = _without_size(topic) + phrase.name
        return Reading(name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, name)
    return Reading(phrase.name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, topic=phrase.name)


def _elided(p: Place, rule: str, kind: IndicatorKind, direction: Direction | None) -> Reading | None:
    topic = _subject_between(p) or _topic(p) or _object_before(p)
    if not topic:
        return None
    return Reading(topic, (), rule, kind, direction, p.at + 1, True, topic)


def _topic(p: Place) -> str:
    return p.last.topic if p.last else ""


def _subject_between(p: Place) -> str:
    """Return what the clauses since the last number speak of: 互助协会实现全覆盖，资金总量达820万元."""
    row, at = p.row, p.at
    while at and not is_stop(row[at - 1]):
        at -= 1
    while at > 1 and row[at - 1].text in "，," and row[at - 1].kind == "mark":
        end = at - 1
        at = end
        while at and not is_stop(row[at - 1]):
            at -= 1
        if at and row[at - 1].kind == "quantity":
            return ""
        k = at
        while k < end and (row[k].kind in ("region", "period") or row[k].role == "drop"):
            k += 1
        first = k
        while k < end and row[k].nominal:
            k += 1
        name = spell(row[first:k])
        if k < end and len(name) > 1 and row[k].kind == "word" and row[k].tag in ("v", "d", "a") and not _generic(name):
            return name
    return ""


def _object_before(p: Place) -> str:
    """Return what the clause before ends in: 严格控制建设用地总规模，到2020年减到2860平方公里."""
    row, at = p.row, p.source if p.source is not None else p.at
    while at and not is_stop(row[at - 1]):
        at -= 1
    if not at or row[at - 1].text not in ("，", ","):
        return ""
    end = first = at - 1
    while first and row[first - 1].nominal:
        first -= 1
    name = spell(row[first:end])
    return name if len(name) > 3 and not _generic(name) else ""


def _generic(name: str) -> bool:
    return name in ("工作", "同时", "问题", "方面", "基础", "情况", "群众", "干部")


_SIZES = (
    "总产值", "总产量", "增加值", "播种面积", "占地面积", "建筑面积", "总面积", "总投资", "面积", "产量", "产值", "余额", "总额", "总量", "规模", "人数", "户数",
    "数量", "销量", "销售额", "利润",
)  # fmt: skip


def _without_size(topic: str) -> str:
    topic = (topic.partition("占")[0] or topic).removesuffix("年")
    for size in _SIZES:
        if topic.endswith(size) and len(topic) > len(size):
            return topic[: -len(size)].removesuffix("年")
    return topic


def _only(phrase: Phrase, role: str) -> bool:
    telling = [t for t in phrase.tokens if t.kind == "word" and t.text not in ("的", "年", "总", "平均")]
    return len(telling) == 1 and telling[0].role == role


def _find(tokens: Sequence[Token], role: str) -> int | None:
    return next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].role == role), None)


def _strip(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without a comparison (比上年, 较2011年, 同比) and without linking words at the end."""
    at = _find(tokens, "versus")
    kept = list(tokens[:at]) if at is not None else list(tokens)
    while kept and (kept[-1].kind in ("period",) or kept[-1].role in ("link", "drop", "versus") or kept[-1].tag in ("d", "u", "p", "r")):
        kept.pop()
    return kept
