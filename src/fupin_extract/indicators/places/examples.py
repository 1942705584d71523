"""Which of the places that a sentence names are only examples, entries of a list or a venue: they hold for it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import clause_begin
from ..times.dating import is_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Region
    from ..rows import Row, Token


def introduces(row: Sequence[Token], k: int) -> bool:
    """Tell whether a sentence tells what a village is: 山脚下的[大湾村]，是贫困村; 交界处，[金刚台村]的起点更低."""
    region, onward = row[k].region, [t.text for t in row[k + 1 : k + 3]]
    told = onward[:1] in (["是"], ["位于"], ["地处"], ["的"]) or onward in (
        ["，", "是"],
        ["，", "位于"],
        ["，", "地处"],
    )
    return told and region is not None and region.level == "village" and not any(t.region for t in row[:k])


def opens_with(row: Sequence[Token], region: Region) -> bool:
    """Tell whether a sentence opens with the name of the place that it is about: [甘谷县]地处渭河上游，[全县]有15个乡镇."""
    first = next((t for t in row if t.kind not in ("period", "mark")), None)
    return (
        first is not None and first.region is not None and first.region.name == region.name and not first.region.implied
    )


def is_example(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause about something else, or 如, leads to the place: 稳慎推进改革试点，[大余县]退出宅基地1820宗."""
    if named_for_example(row, k):
        return True
    begin = next((j for j in range(k - 1, -1, -1) if row[j].text in ("，", ",", "；", ";")), None)
    told = begin is not None and any(t.quantity for t in row[k:])
    return told and any(t.tag == "v" for t in row[:begin]) and not any(t.region for t in row[:begin])


def named_for_example(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place stands behind 如, 比如 and the like."""
    return k > 0 and row[k - 1].text in _FOR_EXAMPLE


_FOR_EXAMPLE = frozenset("如 像 比如 例如 譬如 诸如".split())


def in_dateline(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place is where the news was sent from: 新华社[兰州]5月23日电."""
    day = row[k + 1] if k + 1 < len(row) else None
    return day is not None and day.start == row[k].end and day.period is not None and is_day(day.period)


def in_byline(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place is where a correspondent writes from: 〔记者张三/[花莲]报导〕."""
    return 0 < k < len(row) - 1 and row[k - 1].text == "/" and row[k + 1].text in ("报导", "报道")


def is_one_of_them(row: Row, k: int) -> bool:
    """Tell whether the place is only one of those told of together: 扩茶园4.8万亩，其中近一半在[保靖县]; 各县市中，[吉首市]最高."""
    begin = clause_begin(row, k)
    told = any(t.quantity for t in row[:begin]) or any(
        t.text.startswith("各") for t in row[max(0, begin - _NEAR) : begin]
    )
    best = any(t.text.startswith("最") for t in row[k + 1 : k + _NEAR])
    return told and (best or any(t.text == "其中" for t in row[begin:k]))


_NEAR = 8


def first_in(row: Sequence[Token], k: int) -> bool:
    """Tell whether the country is only where the place before is ahead: 海南率先[在全国]推开."""
    region = row[k].region
    ahead = (
        k > 1 and row[k - 1].text == "在" and any(t.text in ("率先", "首个", "首家") for t in row[max(0, k - 4) : k])
    )
    return ahead and region is not None and region.level == "country"


def beside(one: Region | None, other: Region | None) -> bool:
    """Tell whether two places are entries of one list: 武山县 and 甘谷县, two towns of one county."""
    if one is None or other is None or one.level != other.level or one.level not in _ENTRIES:
        return False
    return one.name != other.name and one.path[:-1] == other.path[:-1]


_ENTRIES = ("province", "prefecture", "county", "township", "village")
