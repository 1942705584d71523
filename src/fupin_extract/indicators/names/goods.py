"""What a sentence told before of goods and of work, whose price, yield or wage it tells next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import clause_before
from ..spelling import spell

if TYPE_CHECKING:
    from .place import Place

COSTS_OFF = frozenset("除去 扣除 刨去 去掉 扣掉 除掉 抛去 刨除 减去 刨开 除开 刨掉 扣去 抛开 除了".split())
"""Verbs that lead to the costs that an income is told without."""


NO_UNIT = frozenset({""})
"""Speech leaves the unit of money out: 一只羯羊卖[一千一]."""


def is_sum(p: Place) -> bool:
    """Tell whether the number is a sum of money, also where speech leaves its unit out: 一只羯羊卖[一千一]."""
    return p.quantity.dimension == "money" or (p.quantity.dimension is None and not p.quantity.base_unit)


_RAISES = frozenset(
    (
        "引种 试种 改种 扩种 套种 种 种植 种上 种下 栽 栽种 栽上 养 养殖 养上 饲养 放养 喂养 喂 收 收获 采 采摘 割 摘 打 挖 产 "
        "酿 榨 晒 熬 捕 做 磨"
    ).split()
)
_BETWEEN = frozenset("了 着 过 上 下 起 出 的 一".split())
_NO_GOODS = ("地", "田", "工", "钱", "人", "户", "活", "客", "事", "房", "饭")
_BEASTS = frozenset("牛羊猪鸡鸭鹅鱼虾蟹茶菜瓜果枣梨桃杏粮豆麻棉烟")
_FAR = 40
_LONG = 5


def goods_told(p: Place) -> str:
    """Return what the sentence said before was grown, kept or gathered: 种一亩[苞谷], 养了5头[黄牛]; "" where it told of none."""
    return _goods_from(p, max(-1, p.at - _FAR))


def goods_since(p: Place) -> str:
    """Return what was grown or kept since the last number: 引进业主种植[芒果]，面积由300亩扩大到5200亩."""
    if p.quantity.dimension not in ("area", "mass", "count"):
        return ""
    first = p.at if p.source is None else p.source
    while first and p.row[first - 1].kind == "word":
        first -= 1
    told = next((k for k in range(first - 1, -1, -1) if p.row[k].quantity), -1)
    return _goods_from(p, told)


def _goods_from(p: Place, first_at: int) -> str:
    for k in range(p.at - 2, first_at, -1):
        if p.row[k].text not in _RAISES or p.row[k].role:
            continue
        first = k + 1
        while first < p.at and (p.row[first].text in _BETWEEN or p.row[first].quantity or p.row[first].role == "drop"):
            first += 1
        end = first
        while end < p.at and p.row[end].nominal and p.row[end].tag not in ("vn", "t"):
            end += 1
        name = spell(p.row[first:end])
        if (1 < len(name) <= _LONG or name in _BEASTS) and not name.endswith(_NO_GOODS):
            return name
    return ""


LIVINGS = frozenset("打工 种田 种地 种菜 养猪 养羊 养牛 养鸡 摆摊 跑运输 做生意".split())
"""Livelihoods: money told of one is what it brings."""
WORKS = LIVINGS | frozenset(
    "务工 就业 上班 做工 干活 打零工 务农 除草 锄草 采茶 采摘 摘果 剪枝 套袋 分拣 打包 保洁 护林 放羊 放牛 帮工".split()
)
_WORK = 6


def work_before(p: Place) -> str:
    """Return the work that the clause before tells of: 男人在工地上[扎钢筋]，一年能挣两万七八千元."""
    if not (end := p.comma):
        return ""
    clause = clause_before(p.row, end)
    deeds = (k for k in range(len(clause) - 1, 0, -1) if clause[k].tag in ("v", "x") and not clause[k].role)
    k = next(deeds, len(clause) - 1 if clause and clause[-1].tag == "vn" else 0)
    done = clause[k:]
    away = any(t.text == "在" for t in clause[:k])
    works = len(done) == 1 and (done[0].text in WORKS or done[0].tag == "vn")  # 儿子在广东[打工]，一年能挣五万元
    does = len(done) > 1 and done[0].text not in ("份", "个") and all(t.nominal for t in done[1:])
    told = spell(done) if k and away and (works or does) else ""
    return told if len(told) <= _WORK and not any(t.quantity for t in clause) else ""
