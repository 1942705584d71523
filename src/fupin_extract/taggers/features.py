"""What the embedded tagger sees of each character: its neighbours, the words around it, the next head of a body's name.

Everything is computed for all characters of a text at once; a feature is a row of the model's table, found by hashing. The
same code serves training and use, so that both see the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from ..patterns import compile_han
from ..words import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Lexicon = Sequence[tuple[Ints, Ints]]
    """Of the words of two, three and four characters the sorted keys with what kind of word each is."""

BITS = 18
"""The table has ``2 ** BITS`` rows; features that meet in one share it."""
WORD_SIZES = (2, 3, 4)
"""How long the words are that the lexicon holds."""
PAD = 4
"""Blanks around each stretch, so that no feature sees across its border."""

_HEADS = re.compile(
    "有限责任公司|有限公司|股份公司|公司|集团|合作社|联社|农场|工厂|厂|银行|信用社|保险|基金会|基金|大学|学院|学校|中学|小学|幼儿园|"
    "医院|卫生院|卫生室|研究院|研究所|科学院|农科院|中心|委员会|委|办公室|办|厅|局|部|署|院|所|站|处|队|会|协会|学会|联合会|商会|"
    "报社|日报|晚报|报|电视台|电台|社|网|政府|党支部|支部|党委|法院|检察院|妇联|工会|共青团|团委|科技|实业|股份|农业|牧业|食品|茶业|"
    "药业|物流|电子|置业|酒业|乳业|石油|电力|能源|商城|超市|商贸|传媒|时报|在线"
)
_NEAR = (1, 2, 3, 4, 5, 7, 9, 12, 16)


def codes(stretches: Sequence[str]) -> tuple[Ints, Ints]:
    """Return the code points of the stretches in one row, blanks between them, and where each begins."""
    blank = "\x00" * PAD
    starts, at = [], PAD
    for stretch in stretches:
        starts.append(at)
        at += len(stretch) + PAD
    joined = blank + "".join(stretch + blank for stretch in stretches)
    return np.frombuffer(joined.encode("utf-32-le"), dtype="<u4").astype(np.int64), np.array(starts, dtype=np.int64)


def features(text: Ints, lexicon: Lexicon) -> Ints:
    """Return the rows of the model's table for each character, an array of shape ``(characters, features)``."""
    back2, back1, here, on1, on2 = (_shift(text, by) for by in (-2, -1, 0, 1, 2))
    two, three, four = _words_at(text, lexicon)
    head, distance = _next_head(text)
    listed = _listed(text)
    surname = np.isin(text, _surnames()).astype(np.int64)
    pair_before, pair_here, pair_on = _mix(back1, here), _mix(here, on1), _mix(on1, on2)
    lexical = _mix(two, _shift(two, -1), three, _shift(three, -1), _shift(three, -2))
    rows = [
        _mix(here),
        _mix(back1),
        _mix(on1),
        _mix(back2),
        _mix(on2),
        pair_before,
        pair_here,
        pair_on,
        _mix(back2, back1),
        _mix(back1, on1),
        _mix(back2, back1, here),
        _mix(back1, here, on1),
        _mix(here, on1, on2),
        lexical,
        _mix(two, _shift(two, -1), four, _shift(four, -1), _shift(four, -2), _shift(four, -3)),
        _mix(_shift(two, 1), _shift(three, 1), two, _shift(two, -2)),
        _mix(two, here),
        _mix(two, _shift(two, -1)),
        _mix(three, _shift(three, -1), _shift(three, -2)),
        _mix(_shift(two, -2), _shift(two, 1)),
        _mix(_shift(two, 2), _shift(three, 1), _shift(four, 1)),
        _mix(distance, two, _shift(two, -1)),
        _mix(_shift(text, 2), _shift(text, 3)),
        _mix(_shift(text, -2), _shift(text, -3)),
        _mix(listed, back1),
        _mix(listed, on1, two),
        _mix(distance, head),
        _mix(distance, _shift(surname, -1), surname, _shift(surname, 1)),
        _mix(distance, here),
        _mix(surname, back1, _shift(two, 0)),
    ]
    mask = (1 << BITS) - 1
    return np.stack([(row * 0x9E3779B1 + k * 0x85EBCA6B >> 7) & mask for k, row in enumerate(rows)], axis=1)


def _shift(row: Ints, by: int) -> Ints:
    """Return what stands ``by`` characters on; blanks at the ends."""
    if by == 0:
        return row
    moved = np.zeros_like(row)
    if by > 0:
        moved[:-by] = row[by:]
    else:
        moved[-by:] = row[:by]
    return moved


def _mix(*rows: Ints) -> Ints:
    mixed = np.full_like(rows[0], len(rows))
    for row in rows:
        mixed = (mixed * 1000003) ^ (row + 1)
    return mixed


@cache
def _surnames() -> Ints:
    return np.array([ord(c) for c in word_class("surnames")], dtype=np.int64)


def keys_of(columns: Sequence[Ints] | Ints) -> Ints:
    """Return one number for the characters that stand beside each other in the columns."""
    key = np.zeros_like(columns[0])
    for column in columns:
        key = (key << 16) | (column & 0xFFFF)
    return key


def _words_at(text: Ints, lexicon: Lexicon) -> tuple[Ints, Ints, Ints]:
    """Return the part of speech of the word of two, three, four characters that begins at each character, 0 for none."""
    found = []
    for size, (keys, tags) in zip(WORD_SIZES, lexicon, strict=True):
        wanted = keys_of([_shift(text, by) for by in range(size)])
        at = np.searchsorted(keys, wanted)
        at[at == len(keys)] = 0
        found.append(np.where(keys[at] == wanted, tags[at], 0))
    return found[0], found[1], found[2]


_LIST = compile_han(
    r"[一-鿿A-Za-z0-9·]+(?:、[一-鿿A-Za-z0-9·“”]+)+等[一-鿿0-9]{0,6}?(企业|公司|机构|银行|高校|平台|部门|单位|医院|媒体|集团|巨头|省|市|县|地|村)"
)


def _listed(text: Ints) -> Ints:
    """Return what the list sums up that each character stands in: 温氏、正邦等[企业]."""
    string = text.astype("<u4").tobytes().decode("utf-32-le")
    listed = np.zeros_like(text)
    for match in _LIST.finditer(string):
        listed[match.start() : match.end()] = ord(match[1][0])
    return listed


def _next_head(text: Ints) -> tuple[Ints, Ints]:
    """Return which head of a body's name ends next, and in how many characters; marks and blanks stand between."""
    string = text.astype("<u4").tobytes().decode("utf-32-le")
    head = np.zeros_like(text)
    distance = np.zeros_like(text)
    known: dict[str, int] = {}
    for match in _HEADS.finditer(string):
        number = known.setdefault(match[0], len(match[0]) * 4096 + ord(match[0][-1]))
        first = max(0, match.end() - _NEAR[-1])
        stretch = string[first : match.end()]
        cut = max((stretch.rfind(mark) for mark in "，。、；：！？“”（）() \x00"), default=-1)
        first += cut + 1
        head[first : match.end()] = number
        distance[first : match.end()] = np.searchsorted(_NEAR, np.arange(match.end() - first, 0, -1)) + 1
    return head, distance
