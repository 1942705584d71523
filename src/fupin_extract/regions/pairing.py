"""Places that are paired: which of two that a headline names is the one that is helped, and that the text is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .deixis import Path
    from .mention import Mention

AIDING = ("对口帮扶", "结对帮扶", "对口支援", "定点帮扶", "对口协作", "援建", "帮扶")
"""Verbs in front of the place that another one helps."""
_PAIRED = re.compile("协作|对口|帮扶|结对|支援|携手|牵手")
_PAIRED_IN_TEXT, _OPENING = re.compile("对口帮扶|对口支援|对口协作|东西部(?:扶贫)?协作|结对"), 300
"""What says so where the text opens, under a headline that names both places."""
_POOR = re.compile("[县州市]?(?:是[^。，；]{0,14}|的|有|[^。，；]{0,6})(?:深度)?(?:贫困|脱贫|摘帽)")


def helped_place(text: str, told: Sequence[Mention], found: Path, title: tuple[int, int]) -> Path | None:
    """Return the place that another one helps where the headline pairs them: 张家港市与[沿河县]东西部扶贫协作记事.

    Of an eastern province and another one the eastern one helps; else the text says which of the two is poor.
    """
    named = [m for m in told if title[0] <= m.start < title[1] and m.path[0].level == "province"]
    if len({m.path[0].name for m in named}) != 2:
        return None
    if not (_PAIRED.search(text, *title) or _PAIRED_IN_TEXT.search(text, title[1], title[1] + _OPENING)):
        return None
    west = [m.path for m in named if m.path[0].code[:2] not in _EAST]
    if 0 < len(west) < len(named):
        return None if west[0][0] == found[0] else west[0]
    poor: Counter[Path] = Counter()
    for mention in told:
        if _POOR.match(text, mention.end) or text.endswith(AIDING, 0, mention.start):
            poor[next((m.path for m in named if m.path[0] == mention.path[0]), ())] += 1
    poor.pop((), None)
    best = max(poor, key=lambda path: poor[path], default=None)
    return best if best and best[0] != found[0] and poor[best] > sum(poor.values()) - poor[best] else None


_EAST = frozenset({"11", "12", "21", "31", "32", "33", "35", "37", "44"})
"""The provinces whose cities help those of the others: 中办、国办《关于进一步加强东西部扶贫协作工作的指导意见》 (2016)."""
