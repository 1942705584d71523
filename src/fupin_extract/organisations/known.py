"""Bodies whose names are known: ministries, organs of the Party, banks, media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words import words
from .knowledge import known_names
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_CENTRE = re.compile(
    r"(?<![党共华])中央(?=[、和与及]?(?:省委|国务院|国家|各级|省|市)|决策|决定|部署|要求|关于|精神|领导|号召|提出|明确|批准|统一|扶贫开发工作会议精神|的(?:决策|部署|要求|号召|关怀))"
)
"""中央 for the Party's centre; in front of 财政, 企业, 单位 it is only an attribute."""
_BOUND = frozenset("，。、；：！？（）()《》“”\"'‘’ \n\t\u3000和与及等对在由向从的将了为是把被让同跟或")


def known_bodies(text: str) -> Iterator[Mention]:
    """Yield the mentions of bodies in the list."""
    known = known_names()
    end = 0
    for hint in known.hint.finditer(text):
        at = hint.start()
        if at < end:
            continue
        found = known.names.at(text, at)
        if found is None:
            continue
        word, body = found
        stop = at + len(word)
        if text.startswith(known.not_before, stop) or (word in known.bounded and not _bounded(text, at, stop)):
            continue
        name = body.name if body.name == word or body.name in text or word == "中共中央" else word
        if (branch := known.branches.match(text, stop)) and _plain(text, stop, branch.end()):
            stop = branch.end()
            name += text[at + len(word) : stop]
        yield Mention(at, stop, name, body.kind, "organisations/known", known=True)
        end = stop
    for centre in _CENTRE.finditer(text):
        yield Mention(*centre.span(), "党中央", "party", "organisations/centre", known=True)


def _plain(text: str, start: int, end: int) -> bool:
    """Tell whether a branch's name holds no verb and no joint: in 央视网报道甘肃频道 there is none."""
    return all(word.tag not in ("v", "c", "p", "u", "d", "r") for word in words().cut(text, start, end))


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a name of two characters stands apart on one side at least: 农行 in 农行甘谷支行, not in 务农行列."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not before or before in _BOUND or not behind or behind in _BOUND
