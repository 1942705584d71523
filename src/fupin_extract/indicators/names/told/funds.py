"""Who pays a fund, what is done with it, and the fund that a topic is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...vocabulary import SHARES
from ..position import only_of
from .topics import topic_of, without_deed

if TYPE_CHECKING:
    from ..position import Position, Reading

PAYS = frozenset(
    "安排 配套 下达 拨付 划拨 下拨 送来 捐来 筹集 筹措 拿出 扣减 收回 追回 归还 退还 预拨 提前下达".split()
)
"""Verbs of what is done with money: 下达[资金]."""


def fund_paid(topic: str) -> str:
    """Return the fund that a topic is of, without the verb that it was paid by: 衔接[资金]投入; "" where it is of none."""
    told = next((topic.removesuffix(deed) for deed in (*PAYS, *_GOES) if topic.endswith(deed)), topic)
    told = told if told.startswith(_FOR) else without_deed(told)
    return told if told.endswith(("资金", "基金")) else ""


_FOR = ("扶贫", "救灾", "帮扶", "抗旱", "防汛", "救助", "培训")
"""What a fund is for, which opens its name: 拨付[扶贫资金]."""
_GOES = ("到位", "投入", "支出")


@only_of(dimensions=("money",), units=SHARES)
def passed_on(p: Position) -> Reading | None:
    """Return what was done with so much of the fund told of before: 3亿元资金中，已有2亿元[分配]到村; 七成[拨付]到县."""
    if p.stretch.core:
        return None
    k = p.at + 1
    while k < len(p.row) and (p.row[k].role == "drop" or p.row[k].tag == "d" or p.row[k].text == "资金"):
        k += 1
    fund = fund_paid(topic_of(p))
    if k + 1 >= len(p.row) or p.row[k].text not in _PASSES or p.row[k + 1].text not in _ON or not fund:
        return None
    return p.reading(p.row[k].text + fund, p.row[k : k + 1], used=k + 1, topic=fund)


_PASSES = frozenset("分配 拨付 划拨 下拨 下达 兑付 发放 落实 投放 安排 支付 分解 直达".split())
_ON = frozenset("到 至 给 了 到了 到位 到户 到村 到县".split())
