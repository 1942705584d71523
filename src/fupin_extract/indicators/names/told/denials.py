"""Deeds that were not done: 57个项目未按期开工."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...rows import Token
    from ..position import Position

DENIALS = frozenset("未 尚未 仍未 还未 未能 没有 没 从未 从没".split())
NOT = DENIALS | {"不"}


_DULY = frozenset("按期 及时 如期 按时 按规定 有效 真正 完全 全面 全部".split())
"""Adverbs between 未 and the deed that was not done."""


def denied(p: Position, token: Token) -> str:
    """Return 未 where the deed that a token names has not been done (12户[未]脱贫), 不 where it is not so ([不]识字), else ""."""
    if token.tag not in ("v", "vn", "n") or not token.text or NOT.isdisjoint(p.row.words):
        return ""
    k = next((k for k, t in enumerate(p.row) if t.start == token.start), 0)
    while k > 1 and p.row[k - 1].text in _DULY:
        k -= 1  # 217个项目未[按期]开工
    if k and p.row[k - 1].text == "不":
        return "不"  # [不]识字的14人
    return "未" if k and p.row[k - 1].text in DENIALS else ""
