"""Words that are no nouns and stand inside one name all the same: [实际]补偿比例, 管理[不]规范金额."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

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
    if core[-1].text in ("工程", "行动") and first == k + 1 and token.text in _BETTERS and _builds_on(core, k):
        return True  # 饮水安全[巩固提升]工程
    return token.text == "不" and first == k + 1 and k > 0 and core[k - 1].nominal and core[k - 1].tag in ("n", "vn")


def _has_what(core: Sequence[Token], k: int) -> bool:
    """Tell whether 有 begins what describes those that a measure is of: [有]卫生室的行政村比重."""
    measure = core[-1].role in ("rate", "size") or core[-1].text.endswith("率")
    of = any(t.text == "的" and core[j].tag in ("n", "l", "j") for j, t in enumerate(core[k + 2 : -1], k + 1))
    return measure and of and not (k and core[k - 1].nominal)


_BETTERS = frozenset(
    "巩固 提升 改善 提质 增效 升级 改造 建设 整治 修复 治理 扩容 改扩建 配套 续建 完善 培育 保障 攻坚".split()
)
"""What works are for, between what it is done to and the 工程 that they are."""


def _builds_on(core: Sequence[Token], k: int) -> bool:
    """Tell whether a noun stands before the verb at ``k``, or before those that it goes on with."""
    while k and core[k - 1].text in _BETTERS:
        k -= 1
    return k > 0 and (core[k - 1].nominal or core[k - 1].tag == "a")
