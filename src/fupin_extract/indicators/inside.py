"""Words that are no nouns and stand inside one name all the same: [实际]补偿比例, 管理[不]规范金额."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Token

_REAL = frozenset({"实际", "名义"})
"""Adverbs that may stand inside a noun phrase: 贫困人口住院[实际]报销比例."""
_RATIOS = ("比", "比例")


def stands_inside(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a word that is no noun stands inside one name: [名义]增速, 管理[不]规范金额, [有]卫生室的行政村比重."""
    token = core[k]
    if token.text in _REAL and first == k + 1 and (core[first].role == "rate" or core[first].text.endswith(_RATIOS)):
        return True  # [名义]增速, [实际]补偿比例
    if token.text in _REAL and k and (core[k - 1].nominal or core[k - 1].tag == "v"):
        return True
    if token.text == "有" and _has_what(core, k):
        return True
    return token.text == "不" and first == k + 1 and k > 0 and core[k - 1].nominal and core[k - 1].tag in ("n", "vn")


def _has_what(core: Sequence[Token], k: int) -> bool:
    """Tell whether 有 begins what describes those that a measure is of: [有]卫生室的行政村比重."""
    measure = core[-1].role in ("rate", "size") or core[-1].text.endswith("率")
    of = any(t.text == "的" and core[j].tag in ("n", "l", "j") for j, t in enumerate(core[k + 2 : -1], k + 1))
    return measure and of and not (k and core[k - 1].nominal)
