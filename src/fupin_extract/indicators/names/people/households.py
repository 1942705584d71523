"""What households of so many get or are measured by: 贫穷线为一人住户4400元、二人住户9500元; 现金津贴四人家庭每月3900元."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...phrases.before import phrase_ending
from ...rows import SENTENCE_ENDS
from ..position import Position, Reading, only_of
from ..told.topics import topic_of, without_deed

if TYPE_CHECKING:
    from ...rows import Row

HOUSEHOLD = re.compile("[一二两三四五六七八九十](?:人|名成员)(?:住户|家庭|家团|核心家庭|户)$")
"""Households of so many, by whom lines and grants are parted."""
_LINES = tuple("津贴 补助 补贴 援助金 救助金 综援金 综援 贫穷线 贫困线 界线 限额 上限 指数 标准".split())
_MEASURES = (*_LINES, "入息", "月入", "收入", "中位数", "租金", "开支", "金额")


@only_of(dimensions=("money",))
def of_household(p: Position) -> Reading | None:
    """Return the line or grant told of households of so many: 最低维生指数为一人家团4350元，[二人家团]7990元."""
    if p.behind.tokens:
        return None
    if (next_one := _next_household(p)) is not None:
        return next_one
    if (who := household_before(p.row, p.at)) is None:
        return None
    first, name = who
    led = [t for t in p.stretch.core if t.end <= p.row[first].start]
    while led and (led[-1].role in ("up", "down", "link", "drop") or led[-1].tag in ("d", "p")):
        led.pop()  # 指数[调升至]一人家团4350元
    before = phrase_ending(led).name
    measure = next((m for m in (before, _told_before(p.row, first), topic_of(p)) if m.endswith(_MEASURES)), "")
    if p.last is not None and p.last.rule == "of_household" and p.last_at >= 0:
        measure = p.last.topic
    if not measure:
        return None
    tokens = tuple(p.row[first : p.at])
    return p.reading(name + measure, tokens, topic=measure)


def _next_household(p: Position) -> Reading | None:
    """Return the line of the next home where only its number is told: 一人住户贫穷线为4400元，[二人]为9500元."""
    number = _BRIEFLY.fullmatch("".join(t.text for t in p.stretch.tokens))
    first = _FIRST.match(p.last.name) if number and p.last is not None and p.like_last else None
    if number is None or first is None or p.last is None:
        return None
    return p.reading(number["who"] + p.last.name[first.end("who") :], p.stretch.tokens, topic=p.last.topic)


_BRIEFLY = re.compile("(?P<who>[一二两三四五六七八九十]人)(?:则|就|亦)?(?:为|是|达)?")
_FIRST = re.compile("(?P<who>[一二两三四五六七八九十]人)(?:住户|家庭|家团|户)")


def household_before(row: Row, at: int) -> tuple[int, str] | None:
    """Return where the households of so many stand that end the clause in front of a number, and what they are called."""
    end = at
    while end and (row[end - 1].role in ("link", "drop") or row[end - 1].tag in ("d", "r", "p")):
        end -= 1
    text, k = "", end
    while k and row[k - 1].kind == "word" and len(text) < _LONGEST:
        k -= 1
        text = row[k].text + text
        if match := HOUSEHOLD.fullmatch(text):
            return k, match[0]
    return None


_LONGEST = 6


def _told_before(row: Row, first: int) -> str:
    """Return the grant or line that the sentence named last before an index, else another measure."""
    return _last_of(row, first, _LINES) or _last_of(row, first, _MEASURES)


def _last_of(row: Row, first: int, ends: tuple[str, ...]) -> str:
    for k in range(first - 1, -1, -1):
        if row[k].text in SENTENCE_ENDS:
            return ""
        if row[k].kind == "word" and row[k].text.endswith(ends):
            return without_deed(phrase_ending(row[max(0, k - _NEAR) : k + 1]).name)
    return ""


_NEAR = 6
