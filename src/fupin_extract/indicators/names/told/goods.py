"""What a sentence told before of goods and of work, whose price, yield or wage it tells next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import words
from ...rows import clause_before
from ...spelling import spell

if TYPE_CHECKING:
    from ...rows import Token
    from ..position import Position

COSTS_OFF = frozenset("除去 扣除 刨去 去掉 扣掉 除掉 抛去 刨除 减去 刨开 除开 刨掉 扣去 抛开 除了".split())
"""Verbs that lead to the costs that an income is told without."""


NO_UNIT = frozenset({""})
"""Speech leaves the unit of money out: 一只羯羊卖[一千一]."""


def is_sum(p: Position) -> bool:
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
BEASTS = frozenset("牛羊猪鸡鸭鹅鱼虾蟹茶菜瓜果枣梨桃杏粮豆麻棉烟")
_BEARS = frozenset("挂果 结果 投产 成熟 丰收 上市 出栏 产蛋 产奶 下蛋 开花 收获 开采".split())
"""What is said of the goods themselves before their yield or price is told: [花椒]开始挂果，当年收了6000斤."""
_BEGINS = frozenset("开始 进入 陆续 全部 都 也 就 逐渐 大量 首次 第一次".split())
_BATCHES = frozenset("批 头批 首批 茬 头茬 头 季".split())
TAKES = frozenset("养 种 借 买 卖 采 摘 割 挖 剪 喂 捡 栽 赊 贷 收".split())
"""Deeds of one character done to goods, which speech leaves out where they were told: 头一年只[养]了5头."""
_FAR = 40
_LONG = 5
_FIRST = frozenset("第 一年 头一年 头年 当年 那年 次年 翌年 转年 这一年 那一年 又 再".split())


def is_timely(token: Token) -> bool:
    """Tell whether a token only says when or how often: [第一年]卖了3万元."""
    return token.kind == "period" or token.text in _FIRST


def without_raising(name: str) -> str:
    """Return the goods of a name that says how they are come by: 养鸡, 种苞谷."""
    return name[1:] if name[:1] in ("养", "种") and (len(name) > 2 or name[1:] in BEASTS) else name


def tells_of_others(p: Position) -> bool:
    """Tell whether something else was counted, though not read, between the number and the one before it."""
    return any(t.quantity and k not in p.topics for k, t in enumerate(p.row[: p.at]) if k > p.last_at)


def goods_told(p: Position) -> str:
    """Return what the sentence said before was grown, kept or gathered: 种一亩[苞谷], 养了5头[黄牛]; "" where it told of none."""
    return _goods_from(p, max(-1, p.at - _FAR))


def goods_since(p: Position) -> str:
    """Return what was grown or kept since the last number: 引进业主种植[芒果]，面积由300亩扩大到5200亩."""
    if p.quantity.dimension not in ("area", "mass", "count"):
        return ""
    first = p.at if p.source is None else p.source
    while first and p.row[first - 1].kind == "word":
        first -= 1
    told = next((k for k in range(first - 1, -1, -1) if p.row[k].quantity), -1)
    return _goods_from(p, told)


def goods_raised(p: Position) -> str:
    """Return what was grown or kept since the last number of the sentence: …值八百元；种[药材]，要值三千多元."""
    return _goods_from(p, max(-1, p.last_at, p.at - _FAR))


def raised_before(p: Position) -> str:
    """Return what the paragraph told last was grown or gathered: 一上午摘辣椒六十斤。今年[种]了四亩半."""
    told = (p.levels.get(unit, "") for unit in ("亩", "斤", "公斤", "棵", "株"))
    raised = (name[len(deed) :] for name in told for deed in _GROWN if name.startswith(deed))
    goods = next((name for name in raised if 1 < len(name) <= _LONG and not name.endswith(_NO_GOODS)), "")
    planted = p.levels.get("亩", "")  # 种了三亩[辣椒]。明年再种两亩
    crop = 1 < len(planted) < _LONG and words().entries.get(planted, (0, "", ""))[1:] == ("n", "")
    return goods or (planted if crop and not planted.endswith((*_NO_GOODS, *_FIELDS)) else "")


_FIELDS = ("田", "园", "林", "棚", "院", "区", "基地")
_GROWN = ("种植", "种上", "栽种", "采摘", "种", "栽", "摘", "采", "收", "割", "挖")


def _goods_from(p: Position, first_at: int) -> str:
    """Return what was borne or raised last between an index and the number: 养了20头[牛], 苹果树结了[果]; "" where nothing was."""
    for k in range(p.at - 2, first_at, -1):
        if p.row[k].text in _BEARS and (borne := _borne(p, k)):
            return borne
        if p.row[k].text not in _RAISES or p.row[k].role:
            continue
        first = k + 1
        while first < p.at and (p.row[first].text in _BETWEEN or p.row[first].quantity or p.row[first].role == "drop"):
            first += 1
        end = first
        while end < p.at and p.row[end].nominal and p.row[end].tag not in ("vn", "t", "f"):
            end += 1
        name = spell(p.row[first:end])
        if (1 < len(name) <= _LONG or name in BEASTS) and not name.endswith(_NO_GOODS):
            return name
    return ""


def _borne(p: Position, k: int) -> str:
    """Return the goods that a clause says bear, ripen or come to market."""
    while k and (p.row[k - 1].text in _BEGINS or is_timely(p.row[k - 1])):
        k -= 1
    first = k
    while first and p.row[first - 1].nominal:
        first -= 1
    while first < k and p.row[first].text in _BATCHES:
        first += 1
    name = spell(p.row[first:k])
    return name if 1 < len(name) <= _LONG and not name.endswith(_NO_GOODS) else ""


LIVINGS = frozenset("打工 种田 种地 种菜 养猪 养羊 养牛 养鸡 摆摊 跑运输 做生意".split())
"""Livelihoods: money told of one is what it brings."""
WORKS = LIVINGS | frozenset(
    "务工 就业 上班 做工 干活 打零工 务农 除草 锄草 采茶 采摘 摘果 剪枝 套袋 分拣 打包 保洁 护林 放羊 放牛 帮工".split()
)
_WORK = 6
_AT_WORK = frozenset("在 到 去 给 帮 替 跟 跟着 随".split())
"""Words in front of where or for whom somebody works."""
_COSTS = frozenset("上学 读书 念书 就读 住院 看病 治病 就医 透析 化疗 租 租房 住 住宿 吃 吃饭 坐 买".split())
"""What somebody does elsewhere that costs him something."""


def work_before(p: Position) -> str:
    """Return the work that the clause before tells of: 男人在工地上[扎钢筋]，一年能挣两万七八千元."""
    if not (end := p.comma):
        return ""
    clause = [t for t in clause_before(p.row, end) if not t.lasts]  # 在县城打零工[47天]，挣了3760元
    deeds = (k for k in range(len(clause) - 1, 0, -1) if clause[k].tag in ("v", "x") and not clause[k].role)
    k = next(deeds, len(clause) - 1 if clause and clause[-1].tag == "vn" else 0)
    done = clause[k:]
    away = any(t.text in _AT_WORK for t in clause[:k]) and done[:1] and done[0].text not in _COSTS
    works = len(done) == 1 and (done[0].text in WORKS or done[0].tag == "vn")  # 儿子在广东[打工]，一年能挣五万元
    does = len(done) > 1 and done[0].text not in ("份", "个") and all(t.nominal for t in done[1:])
    told = spell(done) if k and away and (works or does) else ""
    return told if len(told) <= _WORK and not any(t.quantity and not t.lasts for t in clause) else ""
