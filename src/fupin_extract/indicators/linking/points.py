"""What a point or paragraph is about, where its first sentence has no number: （二）经营净收入增长乏力。人均3052元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names import AMOUNTS, Reading
from ..rows import text_at
from ..sentences.tokens import tokens
from ..spelling import spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...text import Text
    from ..rows import Token
    from ..sentences.division import Sentence

_LONGEST = 40


def topic_of_point(text: Text, sentence: Sentence) -> Reading | None:
    """Return the subject of a point's or paragraph's opening sentence as what the next one may leave out; None where it is no amount."""
    opens = sentence.numbered or (sentence.first and text.text[sentence.end - 1] == "。")
    if not opens or sentence.end - sentence.start > _LONGEST or any(t.quantity for t in sentence.tokens):
        return None
    told = text.text[sentence.start : sentence.end]
    if not (sentence.numbered and "。" in told) and not any(amount in told for amount in AMOUNTS):
        return None
    row = [t for t in tokens(text.text, sentence.start, sentence.end, sentence.tokens) if t.kind != "region"]
    first = next(
        (k for k, t in enumerate(row) if t.kind == "word" and not t.text.isdecimal() and t.text not in _POINTS), 0
    )
    end = first
    while end < len(row) and row[end].nominal and row[end].role not in ("more", "less") and not _ends_as_said(row, end):
        end += 1
    if end == len(row) or row[end].kind != "word":
        named = spell(row[first:end]) if sentence.numbered and text_at(row, end) == "。" else ""
        if _SHORT <= len(named) <= _LONG and named not in _OTHERS:
            return Reading(named, (), topic=named, rule="point")  # （一）粮食。播种面积233万亩
        return None  # a heading: of no verb it is the subject
    name = next((name for k in range(end, first, -1) if (name := spell(row[first:k])).endswith(AMOUNTS)), "")
    if not name:
        return None  # 财产净收入[基数]小 is about 财产净收入
    return Reading(name, (), topic=name, dimension="money", rule="point")


def _ends_as_said(row: Sequence[Token], k: int) -> bool:
    """Tell whether an adjective is what the sentence says: 财产净收入比重[最小]."""
    return row[k].tag == "a" and text_at(row, k + 1) == "。"


_SHORT, _LONG = 2, 6
_OTHERS = frozenset({"其他", "其它", "其他作物", "综合"})
_POINTS = frozenset("一二三四五六七八九十首其再第是要来")
