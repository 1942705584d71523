"""Counts, whose noun stands behind them or is their unit: 组织动员1583个[单位], 7[县]脱贫摘帽."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.behind import phrase_behind
from ...rules import first_answer
from ...spelling import NOUN_UNITS, PER_HEADS, spell
from ...vocabulary import COUNTS, JOINTS, PEOPLE
from ..position import Position, Reading, only_of
from ..told.governing import deed_of, deeds, governing, is_open
from ..told.said import for_them, predicated, said_of_the_last, what_they_have
from ..told.topics import without_deed
from .sizes import by_the_year
from .wholes import whole, with_verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...phrases.before import Phrase


@only_of(dimensions=COUNTS)
def counted(p: Position) -> Reading | None:
    """Return the noun right behind a count, with the deed in front: 组织动员1583个单位; 476个村摘掉了贫困帽子."""
    if not p.behind.tokens:
        return _shared_thing(p)
    if known := first_answer(_KNOWN, p):
        return known
    phrase = governing(p)
    if _is_told_around(p, phrase):
        return _told_around(p, phrase)
    if p.stretch.of and phrase.verb and phrase.tokens[-1].nominal and phrase.tokens[-1].tag != "vn":
        return _describing(p, phrase)
    if is_open(p, phrase) or phrase.name in PER_HEADS:
        return _done_to(p, phrase)
    return first_answer(_TELLING, p)


def _is_told_around(p: Position, phrase: Phrase) -> bool:
    """Tell whether the people counted are named in front of the number, and a deed stands behind it at most."""
    folk = p.quantity.dimension in ("people", "households", "occasions")
    named = folk and phrase.name and not is_open(p, phrase)
    return bool(named) and (deeds(p.behind.tokens) or not _written_noun(p))


def _told_around(p: Position, phrase: Phrase) -> Reading | None:
    """Return those in front with the deed behind: 农村劳动力30万人[转移就业]; None where no deed is behind."""
    thing = p.behind.tokens
    if not deeds(thing):
        return None
    return p.reading(phrase.name + spell(thing), (*phrase.tokens, *thing), rule="around", used=p.behind.used)


def _done_to(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed in front with the thing behind: [新建]120座[蔬菜大棚]; or per head the thing: [户均]3头[牛]."""
    thing = p.behind.tokens
    deed = phrase.name if phrase.name in PER_HEADS else deed_of(phrase.tokens)
    if led := _led(p, phrase, deed):
        return led
    kind = with_verb(p, thing)
    used = p.behind.said_to if kind else p.behind.used
    kind = kind or spell(thing)
    return p.reading(deed + kind, (*phrase.tokens, *thing), used=used, topic=kind)


def _describing(p: Position, phrase: Phrase) -> Reading:
    """Return those behind with the deed and its object that describe them: [种植花椒]的32户[村民]."""
    thing = spell(p.behind.tokens)
    return p.reading(phrase.name + thing, (*phrase.tokens, *p.behind.tokens), used=p.behind.used, topic=thing)


def _those_said(p: Position) -> Reading | None:
    """Return the predicate with how it is true of the people counted: 110万人[稳定脱贫]."""
    thing, said = p.behind.tokens, p.behind.predicate
    if not said or said[0].tag not in ("v", "vn") or not all(t.tag in ("a", "b") for t in thing):
        return None
    return p.reading(spell([*thing, *said]), thing, rule="said_of", used=p.behind.said_to)


def _of_a_kind(p: Position) -> Reading | None:
    kind = with_verb(p, p.behind.tokens)
    return p.reading(kind, p.behind.tokens, used=p.behind.said_to) if kind else None


def _some_of_them(p: Position) -> Reading | None:
    """Return what was done to some of those told of: 38项工程已开工36项，其中14项[建设完成]; in 14人遇难、8人失联 each says its own."""
    thing = p.behind.tokens
    some = any(t.text in _OF_THEM for t in p.stretch.tokens) and p.row[p.at - 1].text != "、"
    if not some or not deeds(thing) or thing[-1].text in _HELD or p.last is None or not p.like_last:
        return None
    name = spell([*thing, *p.behind.predicate]) + without_deed(p.last.topic)
    return p.reading(name, thing, rule="elided", used=p.behind.said_to, implied=True, topic=p.last.topic)


_HELD = frozenset({"活动", "培训", "演出", "展览", "审查"})
"""Deeds that are things, which are held."""


def _with_the_next_head(p: Position) -> Reading | None:
    """Return the attribute behind with the noun that it leaves to the next count: 4个[国家级]、29个省级[现代农业示范区]."""
    thing = p.behind.tokens
    head = _head_of_next(p) if all(t.tag == "b" for t in thing) else ""
    return p.reading(spell(thing) + head, thing, used=p.behind.used) if head else None


def _with_what_is_said(p: Position) -> Reading:
    """Return the thing behind, in front of it what the sentence says of so many: 476个村[摘掉了贫困帽子]."""
    thing = p.behind.tokens
    said = "" if for_them(p) else predicated(p) or said_of_the_last(p)
    used = p.behind.said_to if said else p.behind.used
    return p.reading(said + spell(thing), thing, used=used, topic=spell(thing))


_TELLING: tuple[Callable[[Position], Reading | None], ...] = (
    _those_said,
    _of_a_kind,
    _some_of_them,
    _with_the_next_head,
    _with_what_is_said,
)
"""Who may name a count that no deed in front governs; the last one takes the thing behind with what is said of it."""


def _had(p: Position) -> Reading | None:
    """Return the thing behind with what only those counted have: [有劳动能力]的1200名[群众]."""
    thing = p.behind.tokens
    told = what_they_have(p)
    if not told:
        return None
    return p.reading(told + spell(thing), (p.row[p.at - 2], *thing), used=p.behind.used, topic=spell(thing))


def _in_a_pair(p: Position) -> Reading | None:
    """Return the name of the households right before, whose people are counted with them: 解决1863户[7420人]饮水问题."""
    folk = p.last_at == p.at - 1 and p.quantity.dimension in PEOPLE
    if not folk or p.last is None or p.last.rule != "counted" or not p.last.name.endswith(spell(p.behind.tokens)):
        return None
    return p.last._replace(used=p.behind.used)


_KNOWN: tuple[Callable[[Position], Reading | None], ...] = (_in_a_pair, _had, whole, by_the_year)
"""Who may name a count whatever deed stands in front of it."""


def _led(p: Position, phrase: Phrase, deed: str) -> Reading | None:
    """Return what those did who were helped to it: 帮助3000万劳动力[就业], 促进79万人[灵活就业], 每个主体[带动]6人[稳定就业]."""
    thing = p.behind.tokens
    how = all(t.tag in ("a", "b", "d", "x") for t in thing)
    leads = how and phrase.tokens[-1].text in _LIFTS_UP
    said = predicated(p) if leads or phrase.tokens[-1].text in _HELPS else ""
    if not said:
        return None
    name = spell(thing) + said if how else said + spell(thing)
    name = deed + name if leads else name
    return p.reading(name, (*phrase.tokens, *thing), used=p.behind.said_to)


_LIFTS_UP = frozenset({"带动", "吸纳", "辐射带动"})
_HELPS = frozenset("帮助 扶持 协助 助力 促使 推动 引导 支持 促进 帮扶 助推 使 让 动员".split())
"""Of whom these were done the sentence tells what they did then."""


def _head_of_next(p: Position) -> str:
    """Return the noun that an attribute leaves to the next count of the list: 4个国家级、29个省级[现代农业示范区]."""
    k = p.behind.used
    if k + 1 >= len(p.row) or p.row[k].text not in JOINTS or p.row[k + 1].unit != p.quantity.base_unit:
        return ""
    following = phrase_behind(p.row, k + 1).tokens
    own = next((j for j, t in enumerate(following) if t.tag != "b"), 0)
    return spell(following[own:]) if own else ""


def _shared_thing(p: Position) -> Reading | None:
    """Return the deed with the thing that only the next count of the pair spells out: 续建3个、新建17个联合体."""
    k = p.at + 1
    if p.quantity.dimension != "count" or k + 2 >= len(p.row) or p.row[k].text not in JOINTS or p.stretch.linked:
        return None
    deed = p.stretch.core[-1] if p.stretch.core else None
    if deed is None or deed.tag != "v" or p.row[k + 1].tag != "v" or p.row[k + 2].unit != p.quantity.base_unit:
        return None
    thing = phrase_behind(p.row, k + 2).tokens
    if not thing:
        return None
    return p.reading(deed.text + spell(thing), (deed, *thing), topic=spell(thing))


_OF_THEM = frozenset({"其中", "已", "已经", "现已"})


def _written_noun(p: Position) -> bool:
    """Tell whether the noun of a count stands behind it (4万名干部, 11万贫困户), not in front (农户1.2万户)."""
    return p.quantity.text[-1:] not in ("人", "户", "次") or bool(
        p.behind.tokens and p.behind.tokens[0].start == p.row[p.at].end
    )


def unit_noun(p: Position) -> Reading | None:
    """Return the unit where it is the noun itself: 辖1区1市5县, 7县脱贫摘帽."""
    unit = p.quantity.base_unit
    if unit not in NOUN_UNITS or p.behind.subject:
        return None
    name = predicated(p) + unit
    return p.reading(name, (p.row[p.at],))
