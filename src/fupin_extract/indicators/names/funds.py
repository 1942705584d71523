"""Who pays a fund, what is done with it, and the fund that a topic is of."""

from __future__ import annotations

from .place import without_deed

PAYERS = frozenset(
    (
        "中央 国家 自治区 省 市 县 州 州县 市县 县区 区县 区级 省级 州级 市级 县级 地方 省里 市里 县里 省上 市上 县上 乡里 "
        "社会 行业 财政 政府 "
        "中央财政 省财政 市财政 县财政 省级财政 市级财政 县级财政"
    ).split()
)
"""Payers by whom alone a part of a sum or a grant is told: 其中[中央]2亿元; [市级]再补1万元."""
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
