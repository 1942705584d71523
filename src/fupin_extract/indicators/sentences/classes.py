"""Numbers that only bound or describe a class of what another one counts: 年营收超百亿元的企业180多家."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...quantities.bounds import PICKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

_CLASS = compile_han(r"(及?以[上下])(?:[一-鿿]|[“”]){0,14}$")
_AGES = compile_han(r"(?:(?:[一-鿿]|[“”]){0,6}?(?:占|占比|为|有|达|共)?)$")
_HOUSEHOLD = re.compile(r"(?:住户|家庭)(?!年?人均)")
_SIZES = frozenset("一人 二人 两人 三人 四人 五人 六人 1人 2人 3人 4人 5人 6人 一名 两名 三名".split())
_CLASS_OF = compile_han(r"(及?以[上下])的?[一-鿿]")


def bounds_a_class(text: str, mention: Token, following: Token | None, found: Sequence[Token]) -> int | None:
    """Return where the bound ends where a number only bounds the class that another one counts, else None.

    60岁以上老人占23.6%, 10万元以上的村有9个, 3.2万名60岁以上老人, 41—50岁24.5%, 三人住户15000元.
    """
    if mention.unit in ("%", "分之"):
        return None
    if mention.text in _SIZES and _HOUSEHOLD.match(text, mention.end):
        return mention.end
    aged = mention.quantity is not None and mention.quantity.dimension == "age" and mention.quantity.low is not None
    if aged and following and following.quantity and _AGES.fullmatch(text, mention.end, following.start):
        return mention.end
    counted = bool(found) and found[-1].end == mention.start and found[-1].quantity is not None
    if counted and mention.quantity and mention.quantity.dimension == "age":
        match = _CLASS_OF.match(text, mention.end)
    elif following is not None and following.quantity:
        match = _CLASS.fullmatch(text, mention.end, following.start)
    else:
        return None
    return match.end(1) if match else None


_PASSED = compile_han(r"的(?:[一-鿿]|[“”]){1,14}")
_PASSED_DIRECTLY = compile_han("的?[一-鿿]{2,6}")


def passed_by_a_class(text: str, mention: Token, following: Token | None, found: Sequence[Token]) -> int | None:
    """Return where the bound begins that the things counted next pass, or None: 年营收超百亿元的企业180多家."""
    bare = (
        mention.text[0] in "亿万千百" and bool(found) and found[-1].text in ("过", "超", "上", "破")
    )  # 票房过[亿]影片
    if not found or not (bare or found[-1].text in PICKING) or found[-1].end != mention.start:
        return None
    k = len(found) - 1
    while k and (found[k - 1].role == "size" or found[k - 1].text in _YEARLY or found[k - 1].nominal):
        k -= 1
    leads = k == 0 or found[k - 1].kind in ("mark", "region", "period") or found[k - 1].role in ("drop", "link")
    counting = following.quantity if following else None
    if not leads or counting is None or following is None or counting.dimension != "count":
        return None
    passes = _PASSED_DIRECTLY if bare else _PASSED
    return k if passes.fullmatch(text, mention.end, following.start) else None


_YEARLY = frozenset({"年", "年度", "年均", "营收", "年营收", "营业额"})


_OF = compile_han(r"(?:以上|以下)?的[一-鿿]")


def described(text: str, mention: Token, found: Sequence[Token]) -> int | None:
    """Return where a description of what is counted begins, where the number is only part of it: 3个[产值过10亿元]的集群."""
    if mention.quantity is None or not _OF.match(text, mention.end):
        return None
    k = len(found)
    while k and found[k - 1].kind == "word" and (found[k - 1].nominal or found[k - 1].text in PICKING):
        k -= 1
    counting = found[k - 1].quantity if 0 < k < len(found) - 1 else None
    counts = ("count", "people", "households")
    if counting is None or counting.dimension not in counts or found[-1].text not in PICKING:
        return None
    return k
