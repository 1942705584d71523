"""Numbers that only say which are meant: the bound of a class that is counted, the limit of a group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...nouns import nouns
from ...quantities.bounds import PICKING
from ...regions.levels import ENDINGS
from ..rows import CLAUSE_ENDS, COMMAS, text_at
from ..rules import first_answer
from ..spelling import NOUN_UNITS
from ..vocabulary import MEMBERS
from .caps import grant_capped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..names import Position
    from ..rows import Token


_MEASURED = frozenset({"money", "area", "length", "mass", "power", "count", "people"})


def bounds_each(p: Position) -> bool:
    """Tell whether the number bounds what each of the places counted before it has: 46个村年收入[不足2万元]."""
    k = p.at - 1
    bounded = p.quantity.cmp != "=" and k > 0 and p.row[k].text in _BOUNDED_BY
    ends = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
    if not bounded or not ends or p.quantity.dimension not in ("money", "percentage"):
        return False
    while k > 0 and p.row[k - 1].nominal and not p.row[k - 1].text.startswith(("总", "累计")):
        k -= 1
    counted = p.row[k - 1].quantity if k else None
    places = counted is not None and (counted.base_unit in NOUN_UNITS or p.row[k].text.endswith(ENDINGS))
    return places and counted is not None and counted.dimension == "count"


def _is_done_to(p: Position) -> bool:
    """Tell whether a bounded count is the object of a deed that ends its clause there: 提供500个以上的岗位."""
    deed = p.stretch.tokens[-1] if p.stretch.tokens else None
    if deed is None or deed.tag not in ("v", "vn") or deed.role not in ("", "light") or not p.behind.tokens:
        return False
    ends = p.behind.used >= len(p.row) or p.row[p.behind.used].kind == "mark"
    made = p.quantity.dimension == "money" and p.behind.tokens[-1].text.endswith(_MADE)  # 拉动4700亿元以上的投资
    return ends and (made or p.quantity.dimension in MEMBERS)


_MADE = ("投资", "贷款", "资金", "产值", "资本", "销售额", "订单", "融资", "消费", "损失")
_BOUNDED_BY = PICKING | {"在"}
_JOINED = frozenset({"且", "并且", "或", "或者"})


_MEMBERS = frozenset("项目 工程 产业 行业 地方 单位 田块 地块 园区 基地 果园 茶园".split())


def bounds_the_counted(p: Position) -> bool:
    """Tell whether the number only says how much each of those just counted has: 10个超过[千亿元]的产业."""
    row, at = p.row, p.at
    counted = row[at - 2].quantity if at > 1 and row[at - 1].role == "beyond" else None
    return counted is not None and counted.dimension == "count" and text_at(row, at + 1) == "的"


def bounds_members(p: Position) -> bool:
    """Tell whether the number, bounded by a word in front, only says which of those are meant that the clause counts.

    收入低于3000元的农户有120户, 常住户不足20户且空置率超过50%的96个村: what is measured stands in front of the bound, what is
    counted behind 的. Where nothing is counted the bound is what the statement lays down.
    """
    tokens = p.stretch.tokens
    if p.quantity.cmp == "=" or len(tokens) < 2 or tokens[-1].text not in _BOUNDED_BY:
        return False
    if not tokens[-2].nominal and (tokens[-2].tag != "v" or tokens[-2].role):
        return False  # 累计开行超过百列的城市达28个 bounds them too
    clause = p.row[p.at + 1 :]
    clause = clause[: _end_of_members(clause)]
    of = next((k for k, t in enumerate(clause) if t.text == "的"), len(clause))
    if of + 1 >= len(clause) or (of and clause[0].text not in (*_JOINED, "、")):
        return False
    members = clause[of + 2] if clause[of + 1].region and of + 2 < len(clause) else clause[of + 1]
    counted = any(
        t.quantity is not None and (t.quantity.dimension in _COUNTED or t.unit in ("分之", ""))
        for t in clause[of + 1 :]
    )
    return counted and (members.quantity is not None or members.text in _MEMBERS or nouns().is_member(members.text))


def _end_of_members(clause: Sequence[Token]) -> int:
    """Return where what is said of the bounded ends; how many they are may stand behind a comma: …的脱贫户，全省还有6万户."""
    for k, token in enumerate(clause):
        if token.text in CLAUSE_ENDS:
            onward = clause[k + 1 : k + 5]
            has = token.text in COMMAS and any(
                (t.text.endswith("有") and t.role == "link") or t.text == "还有" for t in onward
            )
            return k + 5 if has and any(t.text == "的" for t in clause[:k]) else k
    return len(clause)


_INCOMES = ("收入", "工资", "利润", "收益", "补贴", "补助", "分红", "报酬")
_ARE_SO_MANY = re.compile("的(?:[仅只约还共已就均]|仅仅)?(?:有|达|占|共|为)")
_THERE_ARE = ("的有", "的还有", "的仍有", "的已有", "的共有", "的只有")
_COUNTED = frozenset({"count", "people", "households", "percentage", "area"})


def limits(p: Position) -> bool:
    """Tell whether the number bounds a class that is counted: 落实2项及以上措施的达到83%, 超过百亿元的有9个."""
    behind = p.row[p.at + 1 : p.at + 5]
    if not behind or not behind[0].text.startswith(("及", "以", "之", "的")) or grant_capped(p.row, p.at) is not None:
        return False
    bound = _Bound.of(p, behind)
    return bool(first_answer(_LIMITS, bound))


class _Bound(NamedTuple):
    """A number with the words behind it, that may say on which side of it those are which are meant."""

    p: Position
    behind: Sequence[Token]
    told: str
    sided: bool
    rest: str

    @classmethod
    def of(cls, p: Position, behind: Sequence[Token]) -> _Bound:
        """Return a number with the words behind it; ``rest`` is what stands behind 以上, 以下 or 以内."""
        told = "".join(t.text for t in behind)
        sided = told.startswith(("以上", "以下", "以内"))
        return cls(p, behind, told, sided, told[2:] if sided else told)

    @property
    def dimension(self) -> str | None:
        """The dimension of the number."""
        return self.p.quantity.dimension

    @property
    def led(self) -> Token | None:
        """The token in front of the number, None where the clause begins with it."""
        return self.p.stretch.tokens[-1] if self.p.stretch.tokens else None


def _and_more(b: _Bound) -> bool:
    """Tell whether the class has the bound in it: 贫困发生率降至[3%]及以下的省份有17个."""
    if b.told.startswith(("及以上的有", "及以下的有")):
        return True
    counted = any(t.quantity and t.quantity.dimension == "count" for t in b.p.row[b.p.at + 4 : b.p.at + 9])
    return b.told.startswith(("及以上", "及以下")) and (b.dimension != "percentage" or counted)


def _passed_by(b: _Bound) -> bool:
    """Tell whether those are named for whom a share is past the bound: 贫困发生率超过三成的有甘肃、贵州等4个省."""
    passed = b.led is not None and b.led.role == "beyond" and b.told.startswith(_THERE_ARE)
    return passed and b.dimension == "percentage"


def _of_holders(b: _Bound) -> bool:
    """Tell whether those are meant that hold so many: 50户以上自然村通硬化路."""
    return b.sided and b.dimension in _MEMBERS_OF and _holds_members(b.p, de=b.rest.startswith("的"))


def _among(b: _Bound) -> bool:
    """Tell whether those are named among whom a share is: 在30%以上的还有5个县."""
    among = b.dimension == "percentage" and b.told.startswith(_SIDED)
    return among and any(t.text == "在" for t in b.p.stretch.tokens)


_SIDED = tuple(f"以{side}的{has}" for side in "上下内" for has in ("有", "还有", "仍有", "只有"))


def _of_the_bounded(b: _Bound) -> bool:
    """Tell whether those are meant whose measure is on one side of the bound: 消费额在501元至1000元[之间的]游客比例最高."""
    if b.dimension not in _MEASURED:
        return False
    if b.told.startswith("之间的") or _ARE_SO_MANY.match(b.rest):
        return True
    if not b.sided or (b.rest.startswith("的") and (_is_done_to(b.p) or _is_income(b))):
        return False
    counted_next = len(b.behind) > 1 and b.behind[1].kind == "quantity"
    return b.rest.startswith("的") or counted_next or _of_the_named(b)


def _is_income(b: _Bound) -> bool:
    """Tell whether the bounded sum is itself what somebody gets: 每月能有6000元以上的[收入]."""
    return b.dimension == "money" and any(t.text.endswith(_INCOMES) for t in b.behind)


def _of_the_named(b: _Bound) -> bool:
    """Tell whether a noun behind the bound says what is so long, or for whom something is: 8000米以上高峰, 对万人以上安置区."""
    for_them = b.led is not None and b.led.text in ("对", "给", "为", "向")
    return len(b.behind) > 1 and b.behind[1].nominal and (b.dimension == "length" or for_them)


_LIMITS: tuple[Callable[[_Bound], bool], ...] = (_and_more, _passed_by, _of_holders, _among, _of_the_bounded)
"""How a number may bound a class, one after the other."""
_MEMBERS_OF = frozenset({"people", "households", "volume"})
_HOLDERS = tuple("村 屯 寨 组 工程 水厂 学校 安置区 安置点 社区 乡镇 车间 聚居点 大班额 班 灌区 水库".split())


def _holds_members(p: Position, *, de: bool) -> bool:
    """Tell whether the number only says which places or works are meant by how many they hold: [50户]以上自然村通硬化路."""
    k = p.at + 2 + de
    end = k
    while end < len(p.row) and p.row[end].nominal:
        end += 1
    led = bool(p.stretch.tokens) and p.stretch.tokens[-1].tag == "v" and not p.stretch.tokens[-1].role
    return k < end and p.row[end - 1].text.endswith(_HOLDERS) and not led
