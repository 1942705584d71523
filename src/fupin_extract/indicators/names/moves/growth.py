"""Growth that something kept, things that were made more or less, and changes that are their own name: 户均[增收]6000元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import phrase_ending
from ...spelling import PER_HEADS, spell
from ..position import Position, Reading, only_of
from ..told.elided import elided
from ..told.nameless import FOLK
from ..told.stretches import strip
from ..told.topics import topic_of

if TYPE_CHECKING:
    from ....records import Direction

_PACE = frozenset({"以上", "左右", "的", "速度", "幅度", "增速", "在", "速率"})
_KEPT = frozenset({"保持", "保持在", "实现", "达到", "维持", "呈现", "获得", "取得", "达"})


@only_of(units=("%", "倍"))
def grew(p: Position) -> Reading | None:
    """Return what kept a growth of the number: 文化产业保持了年均20%以上的高速增长, 零售额以月均10%的速度递增."""
    if not p.behind.de:
        return None
    k = p.at + 1
    while k < len(p.row) and (p.row[k].text in _PACE or p.row[k].tag in ("a", "d", "b")):
        k += 1
    moved = p.row[k] if k < len(p.row) else None
    at = next((k for k, t in enumerate(p.stretch.tokens) if t.text in _KEPT or t.text == "以"), None)
    if moved is None or moved.role not in ("up", "down") or at is None:
        return None
    phrase = phrase_ending(strip(p.stretch.tokens[:at]))
    direction: Direction = "up" if moved.role == "up" else "down"
    if not phrase.name:
        return elided(p, "grew", "change", direction)
    return p.reading(phrase.name, phrase.tokens, kind="change", direction=direction, used=k + 1)


_MOVES = frozenset(
    (
        "下调 上调 调低 调高 调减 调增 下浮 上浮 增加 减少 减轻 降低 提高 净增 净减 净增加 净减少 缩小 缩短 压减 精简 "
        "增 减 下降 上升 扩大 缩减"
    ).split()
)


def change_of(p: Position) -> Reading | None:
    """Return the object of the change: 减少贫困人口66.52万人, 增加农民收入1100万元."""
    core = p.stretch.core
    at = next((k for k in range(len(core) - 1, -1, -1) if core[k].role in ("up", "down")), None)
    if at is None or at == len(core) - 1 or core[at].text not in _MOVES:
        return None
    if at and core[at - 1].tag in ("v", "vn") and not core[at - 1].role:
        return None
    thing = [t for t in core[at + 1 :] if t.kind != "period"]
    if not thing or not all(
        t.nominal or t.kind == "region" or t.text in ("的", "、", "和", "了", "“", "”") for t in thing
    ):
        return None
    if thing[0].text == "的" or core[at].text.endswith(("到", "至")):
        return None
    name = spell(thing)
    if not name or name == "率" or p.stretch.to:
        return None
    direction: Direction = "up" if core[at].role == "up" else "down"
    return p.reading(name, thing, kind="change", direction=direction)


_OF_MONEY = frozenset({"增效", "减负"})


def _gained_each(p: Position) -> Reading | None:
    """Return by how much each of those gained of whom the clause before says that they did: 带动600户村民增收，[户均]4000元."""
    told = [t for t in p.stretch.tokens if t.role not in ("drop", "link", "beyond")]
    end = p.comma
    if len(told) != 1 or told[0].text not in PER_HEADS or not end or p.quantity.dimension != "money" or p.behind.tokens:
        return None
    verb = p.row[end - 1]
    if verb.text not in _GAINED:
        return None
    direction: Direction = "up" if verb.role == "gain" else "down"
    return p.reading(told[0].text + verb.text, told, kind="change", direction=direction, implied=True)


_GAINED = frozenset({"增收", "减收"})


def gain(p: Position) -> Reading | None:
    """Return a change that is its own name: 农民人均增收260多元."""
    core = p.stretch.core
    if gained := _gained_each(p):
        return gained
    if not core or core[-1].role not in ("gain", "loss"):
        return None
    if core[-1].text in _OF_MONEY and p.quantity.dimension not in ("money", "percentage", "ratio"):
        return None  # 核桃提质增效35万亩
    phrase = phrase_ending(strip(core[:-1]))
    name = spell([*phrase.tokens, core[-1]])
    folk = p.last is not None and p.last.topic.endswith(FOLK)  # none in 126户参与种植，户均增收6000元
    if phrase.name in PER_HEADS and p.last and folk and p.last_at >= 0 and p.row[p.last_at].unit in ("人", "户"):
        name = p.last.topic + name
    direction: Direction = "up" if core[-1].role == "gain" else "down"
    if not phrase.name and topic_of(p) and core[-1].text != "减负":
        again = elided(p, "gain", "change", direction)
        return again or p.reading(core[-1].text, core[-1:], kind="change", direction=direction)
    return p.reading(name, (*phrase.tokens, core[-1]), kind="change", direction=direction)
