"""What a grant or loan may come to at most: 5万元以下、3年以内、免担保免抵押的[小额信贷]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import nouns_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

_UP_TO = frozenset({"以下", "以内", "及以下"})
_GRANTS = tuple("贷款 信贷 贷 贴息 补助 补贴 奖励 奖补 资金 基金 借款 救助金 担保".split())
_TERMS = 14


def grant_capped(row: Sequence[Token], at: int) -> range | None:
    """Return the indices of the grant that the amount at ``at`` caps, None where it caps none."""
    quantity = row[at].quantity
    if quantity is None or quantity.dimension != "money" or at + 2 >= len(row) or row[at + 1].text not in _UP_TO:
        return None
    first = at + 2
    if not row[first].nominal:
        of = next((k for k in range(first, min(len(row), first + _TERMS)) if row[k].text == "的"), None)
        if of is None or any(not _is_term(t) for t in row[first:of]):
            return None
        first = of + 1
    end = first + (first + 1 < len(row) and row[first].tag == "v")  # 1万元以内的[自筹]资金
    end = nouns_end(row, end)
    return range(first, end) if end > first and row[end - 1].text.endswith(_GRANTS) else None


def _is_term(token: Token) -> bool:
    """Tell whether a token may stand among the terms of a loan: 、3年以内、免担保."""
    if token.quantity is not None:
        return bool(token.lasts)
    return token.text == "、" if token.kind == "mark" else token.kind == "word" and token.role != "share"
