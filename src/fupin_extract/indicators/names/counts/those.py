"""Numbers of those that something is true of, with no noun behind the 的: 秋粮受灾7万亩，绝收的近2万亩."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import words
from ...phrases.before import phrase_ending
from ...rows import clause_before
from ...spelling import spell
from ...vocabulary import MEMBERS, SHARES
from ..position import Position, Reading, only_of
from ..told.stretches import strip
from ..told.subjects import of_those_before
from ..told.topics import topic_of, without_deed, without_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token

_LONG, _SHORT = 4, 2
_ADDED = frozenset("加上 包括 连同 含 加".split())
_BEFORE_IT = frozenset("其中 当中 已 已经 仅 只 尚 还 又 也 都".split())
_BARE = frozenset("剩下 剩余 原 原有 其他 另外 最后 最近 所有 全部 上述 这样 同样".split())


@only_of(dimensions=(*MEMBERS, "area", "percentage", "ratio"))
def those(p: Position) -> Reading | None:
    """Return what is true of so many of the things just told of: 茶园1200亩，[能采]的380亩; 农民工2.7亿人，其中[外出]的1.7亿人."""
    if not p.stretch.of or p.behind.tokens or p.behind.predicate or p.last is None:
        return None
    told = _told(p.stretch.tokens)
    alike = p.like_last
    topic = without_size(without_deed(topic_of(p)))
    if all(w.tag in ("v", "vn") for w in words().cut(topic, 0, len(topic))):
        topic = ""  # 报名的412人，签约的17人
    if told and told[0].text in _ADDED:
        return None
    if (
        not told
        or len(spell(told) + topic) < _SHORT
        or not (alike or (p.last_at >= 0 and p.quantity.base_unit in SHARES))
    ):
        return None
    name = spell(told) + topic
    return p.reading(name, told, implied=True, topic=p.last.topic)


@only_of(dimensions=MEMBERS)
def makes_up(p: Position) -> Reading | None:
    """Return those that so many of the ones just told of are: 社员发展到178户，[建档立卡贫困户]就占了131户."""
    core = list(p.stretch.core)
    if not core or core[-1].text not in ("占", "占到") or p.behind.tokens:
        return None
    alike = p.like_last
    alike |= core[0].text == "其中"  # 个案19万宗，按年减少2%；其中失业个案[占]1.3万宗
    phrase = phrase_ending(strip(core[:-1])) if alike else None
    if phrase is None or not phrase.name:
        return None
    return p.reading(phrase.name, phrase.tokens)


@only_of(dimensions=MEMBERS)
def of_whom(p: Position) -> Reading | None:
    """Return what is true of those of whom the clause before tells: [住进新居]的，已有2763户; [因病致贫]的，还有320户."""
    if p.stretch.core or p.behind.tokens or p.behind.predicate or not of_those_before(p):
        return None
    clause = list(clause_before(p.row, p.comma)[:-1])
    such = next((k for k, t in enumerate(clause) if t.text in _SUCH), -1)
    told = [t for t in clause[such + 1 :] if t.kind == "word"]
    while told and told[0].text in _BEFORE_IT:
        told = told[1:]
    acts = any(t.tag in ("v", "vn") and not t.role for t in told) or (told and told[-1].text.endswith(_BECAUSE))
    name = "".join([t.text for t in told])
    if not acts or any(t.quantity for t in clause) or not _SHORT <= len(name) <= _CLAUSE:
        return None
    return p.reading(name, told, implied=True)


_SUCH = frozenset({"这样", "那样", "一样", "似的"})
_BECAUSE = ("致贫", "返贫")
_CLAUSE = 14


def _told(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words before 的 where they say what is true of some, none where they are more or less than that."""
    of = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text == "的"), 0)
    if not of or any(t.role not in ("link", "drop", "beyond") and t.tag not in ("d", "u") for t in tokens[of + 1 :]):
        return ()
    first = 0
    while first < of and tokens[first].text in _BEFORE_IT:
        first += 1
    told = [t for t in tokens[first:of] if t.kind == "word"]
    if not told or len(told) > _LONG or told[-1].text in _BARE or told[-1].kind != "word":
        return ()
    says = told[-1].tag in ("v", "vn", "a", "t") or (len(told) > 1 and told[-1].tag == "x" and told[-2].role == "drop")
    return told if says and told[-1].role in ("", "drop") else ()
