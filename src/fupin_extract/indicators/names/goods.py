"""The goods that a sentence speaks of: what was grown, kept or gathered, of which the price or the yield is told next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..spelling import spell

if TYPE_CHECKING:
    from .place import Place

_RAISES = frozenset(
    "种 种植 种上 种下 栽 栽种 栽上 养 养殖 养上 饲养 放养 喂养 喂 收 收获 采 采摘 割 摘 打 挖 产 酿 榨 晒 熬 捕 做 磨".split()
)
_BETWEEN = frozenset("了 着 过 上 下 起 出 的 一".split())
_NO_GOODS = ("地", "田", "工", "钱", "人", "户", "活", "客", "事", "房", "饭")
_FAR = 40
_LONG = 5


def goods_told(p: Place) -> str:
    """Return what the sentence said before was grown, kept or gathered: 种一亩[苞谷], 养了5头[黄牛]; "" where it told of none."""
    for k in range(p.at - 2, max(-1, p.at - _FAR), -1):
        if p.row[k].text not in _RAISES or p.row[k].role:
            continue
        first = k + 1
        while first < p.at and (p.row[first].text in _BETWEEN or p.row[first].quantity or p.row[first].role == "drop"):
            first += 1
        end = first
        while end < p.at and p.row[end].nominal and p.row[end].tag not in ("vn", "t"):
            end += 1
        name = spell(p.row[first:end])
        if 1 < len(name) <= _LONG and not name.endswith(_NO_GOODS):
            return name
    return ""
