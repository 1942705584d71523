"""Durations: which are measured (平均工期3年, 轮候6.1年), and which only say how long something runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import stretch_before
from ..rows import COMMAS, clause_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Position
    from ..rows import Token

_AT_LEAST = frozenset({"不少于", "不低于", "不得少于"})
"""Bounds of a duration that a rule lays down: 每月住村[不少于]20天."""
_LASTING = (
    "时间",
    "轮候",
    "受教育年限",
    "用时",
    "耗时",
    "车程",
    "路程",
    "行程",
    "航程",
    "日子",
    "天数",
    "寿命",
    "年限",
    "日数",
    "时长",
    "周期",
    "期限",
    "期",
    "时数",
    "里程",
)
_TERMS = frozenset("期限 工期 总工期 租期 有效期 公告期 公示期 分红期 承包期 合同期 服务期 保修期 时间".split())
"""Nouns of the terms of agreements and works: the duration behind them is no statistic."""


def only_lasts(p: Position) -> bool:
    """Tell whether a duration is no statistic: nothing that lasts or is laid down is named in front of it."""
    core = p.stretch.core
    first = stretch_before(p.row, p.source, 0).tokens if p.source is not None else ()
    laid_down = (
        bool(core)
        and core[-1].tag in ("v", "vn", "n")
        and len(core[-1].text) > 1
        and any(t.text in _AT_LEAST for t in p.stretch.tokens)
    )
    if p.stretch.phrase.name in _TERMS:
        return True  # 租期15年, 期限不超过3年
    moves = core and core[-1].role in ("up", "down", "more", "less")
    if moves and p.last and p.last_at >= 0 and p.last.dimension in ("time", "calendar"):
        return False  # 平均轮候6.1年，按季延长0.2年
    way = any(t.text in _WAYS or t.text.endswith("城") for t in first)  # 去[县城]由2小时缩短到40分钟
    if first and not way and core and core[-1].role in ("up", "down"):
        return False  # 就业辅导由6个月延长为1年
    versus = bool(p.stretch.tokens) and p.stretch.tokens[0].role == "versus" and p.stretch.of
    if versus and p.last and p.last_at >= 0 and p.last.dimension in ("time", "calendar"):
        return False  # 平均轮候时间为6年，较三月底的[6.1年]短
    if next_lasts(p) or lasts_told_before(p) or lasts_from(p):
        return False
    return (
        not measured(core).endswith(_LASTING)
        and not measured(core).removesuffix("长").removesuffix("人均").endswith(_LASTING)
        and not laid_down
        and not any(t.text.endswith(_LASTING) for t in first)
    )


_WAYS = frozenset("到 至 往 去 来 回 进".split())
_NEXT = frozenset("则 亦 也 都 要 需 须 等 为 达 平均 只 仅 更 约 就 高达".split())


def next_lasts(p: Position) -> bool:
    """Tell whether how long something takes was told of one group and is now told of the next: 申请者平均轮候6.1年，长者[亦要等]3.9年."""
    last, tokens = p.last, p.stretch.tokens
    if last is None or p.last_at < 0 or last.dimension not in ("time", "calendar") or not p.comma:
        return False
    end = len(tokens)
    while end and tokens[end - 1].text in _NEXT:
        end -= 1
    return 0 < end < len(tokens) and all(t.nominal or t.tag == "d" for t in tokens[:end])


def lasts_told_before(p: Position) -> Sequence[Token]:
    """Return what the clause before says takes longest, where this one says how long: 市区的[轮候时间]最长，平均6.5年."""
    tokens = p.stretch.tokens
    if not p.comma or not all(t.role in ("drop", "link") or t.text in _NEXT for t in tokens):
        return ()
    return _lasting_in(clause_before(p.row, p.comma))


def _lasting_in(told: Sequence[Token]) -> Sequence[Token]:
    """Return what a clause announces that lasts: [轮候时间]最长, [轮候时间]方面."""
    return told[:-1] if len(told) > 1 and told[-1].text in _EXTREME and told[-2].text.endswith(_LASTING) else ()


def lasts_from(p: Position) -> Sequence[Token]:
    """Return what the clause before announces, where this one says from what to what it changed: 轮候时间方面，由6.1年缩短至5.6年."""
    if p.source is None:
        return ()
    tokens = stretch_before(p.row, p.source, 0).tokens
    end = p.source - len(tokens) - 1
    alone = end > 0 and p.row[end].text in COMMAS and all(t.period or t.text in ("由", "从", "的") for t in tokens)
    return _lasting_in(clause_before(p.row, end)) if alone else ()


_EXTREME = frozenset({"最长", "最短", "最久", "方面"})


def measured(core: Sequence[Token]) -> str:
    """Return the words in front of a number without the change that they end in."""
    end = len(core)
    if end and core[-1].role in ("up", "down"):
        end -= 1
        while end and core[end - 1].text in _MAY:
            end -= 1  # 车程[可]缩短至1个小时
    return "".join(t.text for t in core[:end])


_MAY = frozenset("可 可以 能 将 可望 有望 已 就".split())
