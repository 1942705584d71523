"""Numbers that say by how much one thing is past another: 高于全市平均水平4个百分点, 比全国高0.9个百分点."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...phrases.before import phrase_ending, without_each
from ...phrases.deeds import FLOWS
from ...spelling import spell
from ...vocabulary import MEMBERS, PLANS, RATES, SHARES
from ..position import Position, Reading, only_of
from ..told.stretches import find, only, strip
from ..told.subjects import set_beside
from ..told.topics import topic_of, without_share
from .comparisons import MEASURED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....records import Direction
    from ...rows import Token


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
        *MEMBERS,
    ),
    units=("比",),
)
def beyond(p: Position) -> Reading | None:
    """Return what is compared with what: 高于全市平均水平4个百分点, 比全国高0.9个百分点."""
    tokens = _past_its_value(p)
    last = next((t for t in reversed(tokens) if t.role in ("more", "less", "beyond")), None)
    if last is None:
        return None
    compared = _past(tokens)
    if compared is None:
        at = find(tokens, "versus")
        if at is None:
            return _past_another(p, tokens, last)
        compared = _past_than(tokens, at, last)
    if compared is None or (p.quantity.dimension in MEMBERS and not _is_a_plan(compared.than)):
        return None
    own = p.quantity.dimension in _OWN or p.quantity.base_unit == "比"
    if p.stretch.of and own and (theirs := _their_own(p, compared.than)):
        return theirs
    if p.behind.de and p.behind.tokens[:1] and p.behind.tokens[0].role == "rate" and p.quantity.base_unit == "%":
        return _others_growth(p, compared.than)
    return _apart(p, compared)


class _Compared(NamedTuple):
    """What the words in front of a number compare: at ``at`` of ``tokens`` stands the word that does.

    Attributes:
        than: what is compared with.
        word: how it compares, as it stands between both: 高于, 超过.
        said: what was more or less of it, which stands behind both: 比全省[多出]; "" where ``word`` says it.
    """

    tokens: Sequence[Token]
    at: int
    than: Sequence[Token]
    word: str
    said: str = ""


def _past(tokens: Sequence[Token]) -> _Compared | None:
    """Return what a verb compares: 高于全市平均水平; None where it names nothing, as in 低于每台斤36元的成本."""
    at = find(tokens, "beyond")
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].text == "每":
        return None
    than = [t for t in tokens[at + 1 :] if t.kind == "region" or t.nominal or t.text in _OF]
    return _Compared(tokens, at, than, tokens[at].text) if than else None


def _past_than(tokens: Sequence[Token], at: int, last: Token) -> _Compared | None:
    """Return what 比 or 较 compares with others: 比全国高; 比[同期]工业高 does, 比[上年]高 compares with itself, 环比 as well."""
    if tokens[-1].role not in ("more", "less", "link", "drop", "beyond") or tokens[at].text in ("同比", "环比"):
        return None
    than = [
        t
        for t in tokens[at + 1 :]
        if t.start < last.start
        and (t.kind == "region" or (t.nominal and t.role not in ("more", "less")) or t.text in _USUAL)
    ]
    if not than or any(t.kind == "period" and t.text != "同期" for t in tokens[at + 1 :]):
        return None
    said = "".join(t.text for t in tokens if t.start >= last.start and t.role in ("more", "less", "beyond"))
    said = "" if said.rstrip("出于过")[-1:] in ("高", "低", "快", "慢") else said  # 比全省高 is 高于全省
    return _Compared(tokens, at, than, _word_of(last), said)


def _past_another(p: Position, tokens: Sequence[Token], last: Token) -> Reading | None:
    """Return what is compared with that which the sentence opens with: [与全国]比，农民收入低2979元."""
    other = _set_against(p)
    part = phrase_ending(strip(tokens[:-1])).name if other else ""
    return p.reading(part + _word_of(last) + other, tokens, topic=part) if part else None


def _word_of(last: Token) -> str:
    return "低于" if last.role == "less" or last.text[0] in "低少慢" else "高于"


def _is_a_plan(than: Sequence[Token]) -> bool:
    """Tell whether something is compared with what was planned: 务工规模达3163万人，超过[年度目标]144万人."""
    return bool(than) and than[-1].text.endswith(PLANS)


def _apart(p: Position, compared: _Compared) -> Reading | None:
    """Return by how much the thing in front, or told of before, is past the other one."""
    tokens, at, than, word, said = compared
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
    if not name.endswith((*MEASURED, *FLOWS)):
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
