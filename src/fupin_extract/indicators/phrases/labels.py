"""Numbers in front of a phrase that the next number measures: they only label it, or paid for it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...regions.levels import ENDINGS
from ..rows import nouns_end
from ..spelling import NOUN_UNITS, PER_HEADS
from .deeds import FLOWS
from .predicates import PLANNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

PAID = tuple("租 租金 税 税费 电费 水费 保费 贷款 资金 工资 补贴 补助 奖补 津贴 奖金 债务 欠款".split())


def is_money(row: Sequence[Token], k: int) -> bool:
    """Tell whether an amount of money stands at an index."""
    quantity = row[k].quantity if k < len(row) else None
    return quantity is not None and quantity.dimension == "money"


def pays_for(row: Sequence[Token], at: int, tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what stands behind money is a deed that the next number counts: 投资1.94亿元[硬化道路]268公里."""
    deed = len(tokens) > 1 and tokens[0].tag in ("v", "vn") and not tokens[-1].text.endswith((*PAID, "基金", "补偿"))
    counted = end < len(row) and row[end].quantity is not None and row[end].start == tokens[-1].end if tokens else False
    counted = counted and not row[end].lasts  # 6.7亿元扶贫资金闲置[1年]以上
    return deed and counted and is_money(row, at) and not is_money(row, end)


def is_subject(row: Sequence[Token], k: int, tokens: Sequence[Token]) -> bool:
    """Tell whether the phrase names what the next number measures: 11类人群医疗费用补偿比例[达到90%]."""
    labelled = row[k - len(tokens) - 1].unit in NOUN_UNITS
    if k + 1 < len(row) and row[k].role == "versus" and row[k + 1].role == "rate" and len(tokens) > 1:
        return True  # 7个省份生猪存栏[环比增幅]超过3%
    if len(tokens) > 1 and row[k : k + 1] and row[k].text in PER_HEADS and is_money(row, k + 2):
        return True  # 58个脱贫县农村居民[人均]可支配收入8357元
    of_places = bool(tokens) and (labelled or any(t.text.endswith(ENDINGS) for t in tokens))
    if of_places and k < len(row) and _sums_up_places(row, k):
        return True
    sized = len(tokens) > 1 and tokens[-1].role == "size" and row[k : k + 1] and row[k].role == "link"
    if len(tokens) < 2 - labelled or not (sized or tokens[-1].text.endswith(_MEASURED)):
        return False  # nor 2台单机容量30万千瓦的机组
    if k + 1 < len(row) and row[k].text == "的" and row[k + 1].text in ("数据", "数字"):
        k += 2
    while k < len(row) and _leads_on(row, k):
        k += 2 if row[k].role == "versus" and row[k + 1 : k + 2] and row[k + 1].kind == "period" else 1
    return k < len(row) and row[k].kind == "quantity"


def _leads_on(row: Sequence[Token], k: int) -> bool:
    """Tell whether a token only leads from a measure to its number: 7个县农民人均纯收入[从2012年的]3120元增加到5260元."""
    if row[k].kind != "word":
        return row[k].kind == "period" and row[k - 1].text == "从"
    moves = row[k].role in ("link", "drop", "up", "down", "beyond", "versus") or row[k].tag == "d"
    return moves or (row[k].text == "的" and row[k - 1].kind == "period")


def _sums_up_places(row: Sequence[Token], k: int) -> bool:
    """Tell whether an amount of all those places follows: 9个县农民[人均纯收入]从…, 13个极贫县[的贫困面]仍在40%以上."""
    first = k + 1
    if row[k].text != "的" and row[k].text not in PER_HEADS:
        return False
    k = nouns_end(row, first)
    if k == first or row[k - 1].tag == "vn":
        return False
    end = k + _LINKS
    while k < min(end, len(row)) and (row[k].kind == "period" or row[k].text == "的" or row[k].role in _MOVES):
        k += 1
    quantity = row[k].quantity if k < len(row) else None
    return quantity is not None and quantity.dimension in ("money", "percentage")


def places_first(tokens: Sequence[Token]) -> int:
    """Return how many tokens name the places counted, whose money or people is told of next: 12个贫困县[扶贫资金]42亿元; 0 if none."""
    for k, (place, then) in enumerate(pairwise(tokens), 1):
        if place.text.endswith(ENDINGS) and place.text not in _NO_PLACES and then.text.startswith(_THEIRS):
            return 0 if tokens[-1].text.endswith(_BODIES) else k  # 2个乡镇财政分局
    return 0


_NO_PLACES = frozenset({"农村", "乡村", "驻村", "牧区", "地区"})
_BODIES = ("局", "所", "站", "队", "办", "组", "院", "行")


_THEIRS = tuple(
    (
        "村民 土地 耕地 荒地 荒山 林地 坡地 撂荒地 山场 水田 贫困人口 脱贫人口 贫困户 脱贫户 农民 农村 居民 群众 劳动力 人口 扶贫 "
        "财政 资金 农户 建档立卡 入库 项目 务工"
    ).split()
)
_LINKS = 4
_MOVES = frozenset({"link", "drop", "up", "down"})
_MEASURED = (
    *"率 比例 比重 额 总值 市值 资产 余额 成本 天数 浓度 指数 均价 价格 人数 水位 用量 用户数 降水量 降雨量 客流量 吞吐量 进度".split(),
    *FLOWS,
)
"""Endings of what is measured of those counted: 337个城市重污染[天数]下降36.6%, 1500家上市公司[市值]超过22万亿元."""


def is_told_next(row: Sequence[Token], at: int, end: int, tokens: Sequence[Token]) -> bool:
    """Tell whether the last word only names what is told of the things next: 12家创新中心[经费]投入2.75亿元."""
    last = tokens[-1].text
    if last in PLANNED or last in ("平均年龄", "年龄"):  # 56名员工[平均年龄]28岁
        return True
    if last in _LISTS and row[at].unit in _MEMBERS:  # 首批143家展商[名单]公布
        return True
    if last in _FUNDS and end + 1 < len(row) and row[end + 1].kind == "quantity":
        return True
    return last.endswith(PAID) and is_money(row, end)  # 减免120户企业[房租]86万元


def is_a_paper(tokens: Sequence[Token]) -> bool:
    """Tell whether the phrase names a paper on the places that the number only labels: 发布158个[贫困县扶贫审计结果公告]."""
    return len(tokens) > 2 and tokens[-1].text in _PAPERS_OF and tokens[0].text.endswith(ENDINGS)


_LISTS, _MEMBERS = frozenset({"名单", "清单", "名录"}), frozenset({"家", "个", "人", "户", "处", "村", "县"})
_FUNDS = frozenset({"经费", "资金", "费用", "研发", "产品", "产量", "产值"})
_PAPERS_OF = frozenset({"公告", "结果", "通报"})
