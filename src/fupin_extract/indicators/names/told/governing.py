"""What a deed in front of a number governs: the words behind the number, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase, phrase_ending
from ...phrases.deeds import tells_of
from ...phrases.troubles import SOLVES, TROUBLES
from ...rows import text_at
from ...spelling import ORIGINS, spell
from ...vocabulary import INSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position


USED = frozenset("用于 用来 主要用于 专门用于 重点用于 投向 投入到 投到 投放到".split())
"""Verbs that lead to the use something is put to."""


def governing(p: Position) -> Phrase:
    """Return the phrase in front; where it only describes what stands behind (租了村民的3亩地), its deed."""
    if _governs_nothing(p):
        return Phrase([])
    return _describing_deed(p) if p.stretch.of else p.stretch.phrase


def _governs_nothing(p: Position) -> bool:
    """Tell whether the words between the phrase in front and the number part them."""
    core, told = p.stretch.core, p.stretch.tokens
    between = told[len(core) :]
    if any(t.text == "等" for t in between) and any(t.text in ("、", "”") for t in told):
        return True  # 规划了综合办公、研发设计等[近]5个功能分区
    if any(t.text == "在内" for t in told[-3:]):
        return True  # 包括图灵奖得主[在内]的上千位嘉宾
    if p.behind.de and core and core[-1].text in SOLVES and not p.behind.tokens[-1].text.endswith(TROUBLES):
        return True  # 解决70多万贫困人口的问题
    if p.behind.de and core and core[-1].text in USED:
        return True  # 用于7852户的安置住房建设
    if not told or told[-1].text != "在":
        return False
    if text_at(p.row, p.behind.used) in _INSIDE:
        return True  # 挤在五间教室里
    return bool(between) and not p.stretch.of and bool(core) and core[-1].tag == "vn"  # 单产提升行动在72个县推进


def _describing_deed(p: Position) -> Phrase:
    """Return the deed of a clause that describes what stands behind, without what it was done to: [租]了村民的3亩地."""
    core, told = p.stretch.core, p.stretch.tokens
    if core and (core[-1].tag == "a" or any(t.text in ORIGINS for t in core)):
        return Phrase([])  # 生产生活条件[恶劣]的3350个贫困村
    k = len(core)
    while k and core[k - 1].nominal and core[k - 1].tag != "vn":
        k -= 1
    while k and (core[k - 1].text == "了" or core[k - 1].tag == "u"):
        k -= 1
    if k and k < len(told) and tells_of(told, k - 1):
        return Phrase([])  # 统计的92种产品
    if p.quantity.dimension in ("people", "households") and k < len(core) and core[k - 1].text in _THEIR_DEEDS:
        return Phrase(core[k - 1 :], True)  # 种植花椒的32户村民: what those did who are counted, and to what
    return phrase_ending(core[:k]) if k and core[k - 1].tag in ("v", "vn") else Phrase([])


_THEIR_DEEDS = frozenset(
    (
        "种植 种 种上 养殖 养 养上 搬进 住进 入住 搬入 迁入 从事 参加 加入 参与 经营 开办 办起 领取 享受 符合 患 患有 考上 考取 承包 "
        "失去 掌握 发展 用上 喝上 吃上 报考 缺乏 申请 申领"
    ).split()
)
"""Deeds that, with their object and 的, describe the people behind."""
_INSIDE = INSIDE | {"内", "上"}


def deeds(tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens are verbs alone: 就业, 易地搬迁."""
    return all(t.tag in ("vn", "v") for t in tokens)


def is_open(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase in front is a deed that still waits for its object."""
    links = [t for t in p.stretch.tokens[len(p.stretch.core) :] if t.role in ("link", "beyond")]
    return (
        bool(phrase.tokens)
        and phrase.tokens[-1].tag in ("v", "vn")
        and phrase.tokens[-1].role == ""
        and (not p.stretch.linked or all(t.text in _BOUNDS for t in links))  # 提供[超过]30万人次的培训
    )


def deed_of(tokens: Sequence[Token]) -> str:
    """Return the verbs that the phrase ends in, without their subject."""
    k = len(tokens)
    while k and tokens[k - 1].kind == "word" and tokens[k - 1].tag in ("v", "vn") and not tokens[k - 1].role:
        k -= 1
    return "" if tokens[k:] and tokens[-1].text in (*_LEADS, *_GETS) else spell(tokens[k:])


_BOUNDS = frozenset({"超过", "超", "逾", "近", "不少于", "不低于"})
_GETS = frozenset({"分到", "分得", "分得到", "摊到"})
_LEADS = frozenset({"带领", "率领", "领导", "团结", "团结带领"})
