"""What stands beside a number without being what it measures: brackets, causes, words for the value, sizes of the counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...regions.levels import LEVELS
from ..rows import nouns_end
from ..vocabulary import PRICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


def without_asides(row: list[Token]) -> list[Token]:
    """Return the row without brackets that hold no number and no time but that of a price: 广义货币(M2)余额, 产值(1990年不变价).

    A number keeps the share that a bracket tells of it as its aside: 21宗(35%)轮候超过一年.
    """
    kept: list[Token] = []
    opened: int | None = None
    for token in row:
        kept.append(token)
        if token.kind == "mark" and token.text == "(":
            opened = len(kept) - 1
        elif token.kind == "mark" and token.text == ")" and opened is not None:
            kinds = {t.kind for t in kept[opened:]}
            priced = "quantity" not in kinds and any(t.text in PRICES for t in kept[opened:])
            ages = all(t.unit == "岁" for t in kept[opened:] if t.quantity)  # 长者住户（成员均为65岁以上）
            if priced or (ages and kinds <= {"word", "mark", "region", "quantity"}):
                others = "".join(t.text for t in kept[opened:] if t.text not in "()、")
                del kept[opened:]
                if kept and kept[-1].text in LEVELS and others and all(c in LEVELS for c in others):
                    kept[-1] = replace(kept[-1], text=kept[-1].text + others, end=token.end)  # 25个县（市、区）
            elif _tells_the_share(kept, opened):
                share = kept[opened + 1].quantity
                del kept[opened:]
                kept[-1] = replace(kept[-1], aside=share)
            opened = None
    return kept


def _tells_the_share(row: Sequence[Token], opened: int) -> bool:
    """Tell whether the bracket that ends the row holds a share alone, behind the number that it is the share of."""
    number = row[opened - 1].quantity if opened else None
    if number is None or len(row) - opened != _LONE or row[opened + 1].unit != "%":
        return False
    return number.dimension in _PARTED or (number.base_unit == "%" and number.unit != row[opened + 1].text[-1:])


_LONE = 3
_PARTED = frozenset({"count", "people", "households", "occasions", "money", "area", "mass"})
_ASIDE_LONG = 5


def aside_before(row: Sequence[Token], end: int) -> int | None:
    """Return where a bracket opens that ends at ``end`` and only holds the amount of what stands in front of it: 全国(18931元)的68%."""
    if end < _LEAST_ASIDE or row[end - 1].text != ")":
        return None
    opened = next((k for k in range(end - 2, max(0, end - 2 - _ASIDE_LONG), -1) if row[k].text == "("), None)
    told = row[opened + 1 : end - 1] if opened else ()
    plain = all(t.quantity or t.role in ("drop", "link") for t in told) and any(t.quantity for t in told)
    return opened if opened and plain and row[opened - 1].kind in ("word", "region") else None


_LEAST_ASIDE = 4


_DATA = frozenset({"数据", "数字", "数值", "指标值"})


def without_data(tokens: list[Token]) -> list[Token]:
    """Return the stretch without 的数据 and the like behind the measure: 城镇调查失业率[的数据]稳定在5%."""
    for k in range(len(tokens) - 1, 0, -1):
        if tokens[k].text in _DATA and tokens[k - 1].text == "的":
            return [*tokens[: k - 1], *tokens[k + 1 :]]
        if tokens[k].role not in ("link", "drop"):
            break
    return tokens


_CAUSES = frozenset({"因", "由于", "受"})
_BROUGHT = frozenset("影响 拖累 带动 拉动 冲击 推动".split())


def without_cause(tokens: list[Token]) -> list[Token]:
    """Return the stretch without the cause between a measure and its move: 饲养量[因架子牛紧缺]下降; 旅游收入[受疫情影响]下降."""
    first = next((k for k in range(1, len(tokens)) if tokens[k].text in _CAUSES), None)
    if first is None:
        return tokens
    noun = first - 1 - (tokens[first - 1].text == "则")  # 饲养量则因…
    moved = next((k for k in range(first + 1, len(tokens)) if tokens[k].role in ("up", "down")), None)
    if moved is None or noun < 0 or not tokens[noun].nominal:
        return tokens
    told = [t for t in tokens[first + 1 : moved] if t.role != "drop"]
    cause = bool(told) and (told[-1].tag in ("a", "v") or told[-1].text in _BROUGHT)
    return [*tokens[: noun + 1], *tokens[moved:]] if cause else tokens


def of_a_size(row: Sequence[Token], end: int, tokens: Sequence[Token]) -> list[Token] | None:
    """Return the thing counted where its size stands before its noun: 2台[单机容量30万千瓦的]发电机组."""
    sized = tokens and (tokens[-1].role == "size" or tokens[-1].text.endswith(_SIZES))
    first = end + 2
    if not sized or first >= len(row) or row[end].quantity is None:
        return None
    if row[end + 1].text != "的" and tokens[-1].text == "年产":
        first = end + 1  # 总投资2亿元的年产10万吨[饲料生产线]
    elif row[end + 1].text != "的":
        return None
    k = nouns_end(row, first)
    return list(row[first:k]) or None


_SIZES = ("容量", "库容", "面积", "功率", "总投资", "投资额", "产值", "价值", "长度", "高度", "深度", "吨位", "产能")


_MAINLY = frozenset({"为主", "为主导", "为核心", "为重点", "为主体", "为支撑", "为龙头", "为代表"})
_MANNER = 8


def over_manner(row: Sequence[Token], k: int) -> int:
    """Return where the noun begins behind what the thing mainly is: 18个[以双季稻为主的]示范片, or when it was made.

    四栋[上世纪50年代修建的]办公楼.
    """
    if k + 1 < len(row) and row[k].text == "主要" and row[k + 1].nominal:
        k += 1
    if k + 3 < len(row) and row[k].period and row[k + 1].tag == "v" and row[k + 2].text == "的" and row[k + 3].nominal:
        return k + 3
    if k >= len(row) or row[k].text != "以":
        return k
    of = next((j for j in range(k + 2, min(len(row) - 1, k + _MANNER)) if row[j].text == "的"), None)
    if of is None:
        return k
    told = "".join(t.text for t in row[k + 1 : of])
    return of + 1 if told.endswith(tuple(_MAINLY)) else k


def over_bound(row: Sequence[Token], k: int) -> int:
    """Return where the noun begins behind how much each of those counted has: 10个[超过千亿元的]产业."""
    bounded = k + 3 < len(row) and row[k].role == "beyond" and row[k + 1].quantity and row[k + 2].text == "的"
    return k + 3 if bounded and row[k + 3].nominal and not row[k + 1].lasts else k


ADVERBIAL = frozenset(
    (
        "现场 集体 当场 竞相 成片 组团 整体 全都 全员 主动 深度 自愿 公开 相继 批量 就近 就地 带头 联合 同时 蓬勃 免费 "
        "有序 精准 科学 踊跃 协同 积极 倾力 奋力 全力 统一 公开 争相 轮流 依法 依规"
    ).split()
)


def is_manner(row: Sequence[Token], end: int) -> bool:
    """Tell whether a phrase's last word says how the verb behind it is done: 22个自贸试验区[主动]对接, 17个项目[现场]签约."""
    last = row[end - 1]
    if last.text not in ADVERBIAL and last.tag not in ("b", "z"):
        return False
    return (
        end < len(row)
        and row[end].kind == "word"
        and ((row[end].tag == "v" and len(row[end].text) > 1 and not row[end].role) or row[end].role == "light")
    )
