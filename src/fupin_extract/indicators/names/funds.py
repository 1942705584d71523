"""Who pays a fund, what is done with it, and the fund that a topic is of."""

from __future__ import annotations

from .topics import without_deed

PAYS = frozenset(
    "安排 配套 下达 拨付 划拨 下拨 送来 捐来 筹集 筹措 拿出 扣减 收回 追回 归还 退还 预拨 提前下达".split()
)
"""Verbs of what is done with money: 下达[资金]."""


def fund_paid(topic: str) -> str:
    """Return the fund that a topic is of, without the verb that it was paid by: 衔接[资金]投入; "" where it is of none."""
    told = next((topic.removesuffix(deed) for deed in (*PAYS, *_GOES) if topic.endswith(deed)), topic)
    told = without_deed(told)
    return told if told.endswith(("资金", "基金")) else ""


_GOES = ("到位", "投入", "支出")
