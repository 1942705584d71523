"""Sums of money that speech leaves the unit of: 一只羯羊卖一千一, 底薪八千."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han

if TYPE_CHECKING:
    from .candidate import Candidate

_EARNS = re.compile(
    r"(?:[卖挣赚拿花领补付欠借赔]|卖[到了出个]|挣[到了个]|赚[到了个]|拿到|花[了掉]|领到|[涨跌降]到|一天|一个?月|一年(?:下来)?|每[月天年]|到手|进账"
    r"|[底月年周日]薪|工资|(?<![小零])[费钱租]|[租押订定礼奖罚股]金|彩礼|利息|报酬|[落剩省积攒存]下|[捎寄带拿挣赚]回来?|攒了|[借欠]了|欠[下着])(?:只有?|就|才|有|是|不到|将近|近)?$"
)
_SUM_ENDS = frozenset("，。；！？、”」\n \u3000")
_PAYS = compile_han("的[一-鿿]{0,3}?(?:[费钱租薪]|工资|工作|活儿?)|[就便]")
"""What a sum told without its unit is for: 每个月一百二[的水电费], 工资有六千[就]回来."""
_SMALLEST_SUM = 100


def is_spoken_sum(text: str, c: Candidate) -> bool:
    """Tell whether a Chinese numeral is a sum of money that speech leaves the unit of: 一只羯羊[卖]一千一."""
    if not c.chinese or c.numeral.value < _SMALLEST_SUM:
        return False
    if text[c.end : c.end + 1] not in _SUM_ENDS and not _PAYS.match(text, c.end):
        return False
    return _EARNS.search(text[max(0, c.start - 6) : c.start]) is not None
