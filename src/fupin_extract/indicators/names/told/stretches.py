"""What the words of a stretch tell, without those that only link or compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...phrases.before import Phrase
    from ...rows import Token


def only(phrase: Phrase, role: str) -> bool:
    """Tell whether the phrase is one word of a role: 面积, 增速."""
    telling = [
        t
        for t in phrase.tokens
        if t.kind == "word" and t.text not in ("的", "年", "总", "平均", "年均", "实际", "名义")
    ]
    return len(telling) == 1 and telling[0].role == role


def place_told(tokens: Sequence[Token]) -> str:
    """Return the place that is the whole of a share: 占[全国]的比重."""
    return next((t.text for t in tokens if t.kind == "region"), "")


def find(tokens: Sequence[Token], role: str) -> int | None:
    """Return the index of the last token of a role."""
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].role == role:
            return k
    return None


_LEFT_OUT = frozenset({"剔除", "扣除"})
"""Verbs before what is left out of the value: 收入[剔除退税因素后]增长5.2%."""
_ALL_IN_ALL = frozenset({"整体", "总体", "合计", "计划"})


def strip(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without a comparison (比上年, 较2011年, 同比) and without linking words at the end."""
    at = find(tokens, "versus")
    kept = list(tokens[:at]) if at is not None else list(tokens)
    kept = kept[: next((k for k, t in enumerate(kept) if t.text in _LEFT_OUT), len(kept))]
    while kept and (
        kept[-1].kind in ("period",)
        or kept[-1].role in ("link", "drop", "versus")
        or (kept[-1].text == "实现" and len(kept) > 1)
        or kept[-1].tag in ("d", "u", "p", "r")
        or (kept[-1].text in (*_ALL_IN_ALL, "计划") and len(kept) > 1)
        or (kept[-1].text in ("、", "和") and len(kept) > 1 and kept[-2].role == "versus")  # 物价指数[同比、]环比均上涨
    ):
        kept.pop()
    return kept


def is_measure(phrase: Phrase) -> bool:
    """Tell whether the phrase names what the unit itself measures: 收入, 面积, 产量."""
    return phrase.tokens[-1].role in ("size", "rate") or phrase.name.startswith("距") or phrase.name.endswith(_SIZED)


_SIZED = tuple("收入 投资 资金 利润 税收 贷款 存款 支出 费用 价 额 量 长 宽 高 率 积 值 款 金 费 距离 里程".split())
