"""Amounts that only say how much each one's is: 扶持800个村，[每村]5万元; 玉米价格走低，[每公斤]1.58元."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ....words import word_class
from ...phrases.before import is_each
from ...spelling import spell
from ...terms.denominators import sold_by
from ...vocabulary import AIDS, COUNTS, SUMS
from ..told.goods import WORKS, is_sum, work_before
from ..told.subjects import nouns_before, object_before, subject_between
from ..told.topics import topic_of, without_deed
from .paid import pay_of_those

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position, Reading


def each(p: Position) -> Reading | None:
    """Return what only each one's amount is told of: 参保的个人部分，每人180元; 玉米价格走低，每公斤1.58元; 扶持800个村，每村5万元."""
    one = _for_one(p)
    if p.behind.tokens or (p.stretch.linked and not one.bounded and not one.sums_up):
        return None
    if not is_sum(p):
        thing = _just_got(p) if one.is_alone and p.quantity.dimension in _SIZES else ""
        return _each(p, thing + _SIZES[p.quantity.dimension or ""]) if thing else None  # 搬进新房，每套90平方米
    if one.sums_up:
        thing = _given_to_each(p)
        return _each(p, thing) if thing else None  # 资助学生426名，共计127.8万元
    if whole := _wages(p) or pay_of_those(p) or _price(p, one):
        return _each(p, whole)
    if not one.is_alone:
        return None
    if one.each in _BY_HEAD and any(t.text == "平均" for t in one.told) and topic_of(p).endswith("收入"):
        return _each(p, _BY_HEAD[one.each] + topic_of(p))  # 收入2.7亿元，每人平均3140元
    subject = subject_between(p)
    thing = subject if subject.endswith(("价格", "价", "租金", "工资")) else _given_to_each(p) or object_before(p)
    if one.bounded and topic_of(p).endswith(thing):
        return None  # 水柜补助不超过4000元，每户补助最多不超过3600元
    thing = thing or _grant_before(p) or _scheme_told(p) or _spent_before(p)
    return _each(p, thing, one.rest) if thing else None


class _One(NamedTuple):
    """What the words in front of an amount tell of the one that it is for.

    Attributes:
        told: the words without times and places, and without what bounds the amount.
        rest: those of them that say more than 每 and its unit in front of the amount.
        by_one: whether 每 and its unit stand there.
        bounded: whether the amount is a bound: 每户最多不超过300元.
    """

    told: list[Token]
    rest: list[Token]
    by_one: bool
    bounded: bool

    @property
    def each(self) -> str:
        """The word with 每 that is all of the rest, "" where it is not."""
        alone = len(self.rest) == 1 and self.rest[0].text.startswith("每")
        return self.rest[0].text if alone else ""

    @property
    def is_alone(self) -> bool:
        """Whether the words say nothing but each of what the amount is for."""
        return bool(self.each) or (self.by_one and not self.rest)

    @property
    def sums_up(self) -> bool:
        """Whether the words only say that the amount is that of all: ，[共计]127.8万元."""
        return bool(self.told) and all(t.text in _SUMS for t in self.told)


def _for_one(p: Position) -> _One:
    """Return what the words in front of a number tell of the one that it is for."""
    told = [t for t in p.stretch.tokens if t.kind not in ("period", "region")]
    bounded = bool(told) and told[-1].text in _CAPS  # 群众投工投劳，每户最多[不超过]300元
    told = [t for t in told[:-1] if t.role != "drop"] if bounded else told
    by_one = is_each(told)
    outer = told[:-2] if by_one else told
    while by_one and is_each(outer):
        outer = outer[:-2]  # 每生每学年3000元
    while len(outer) > 1 and outer[-1].text in _A_TIME and is_each(outer[:-1]):
        outer, by_one = outer[:-3], True  # 每生[每天]3元
    rest = [t for t in outer if t.role != "drop"]
    if len(rest) > 1 and rest[0].text.startswith("每"):
        rest = [rest[0], *(t for t in rest[1:] if t.text not in _A_TIME)]  # 每人[每年]2000元
    return _One(told, rest, by_one, bounded)


def _price(p: Position, one: _One) -> str:
    """Return the price of the goods told of, where so much is for one of what they are sold by: 玉米价格走低，每公斤1.58元."""
    if one.rest:
        return ""
    unit = one.told[-1].text if one.by_one else sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    goods = _goods_told_of(p).removeprefix("亩产") if unit in word_class("sold_by") else ""
    return goods if not goods or goods.endswith("价") else goods.removesuffix("价格") + "价格"


_BY_HEAD = {"每人": "人均", "每户": "户均"}


def _grant_before(p: Position) -> str:
    """Return the grant that the clause before ends in: 对养牛给予[补助]，每头2000元; 提供[学习津贴]，每名3500元."""
    first = end = p.comma or 0
    if not end or not p.row[end - 1].text.endswith(_GRANTS):
        return ""
    while first and (
        p.row[first - 1].nominal or (first < end and p.row[first - 1].tag == "v" and not p.row[first - 1].role)
    ):
        first -= 1
    return spell(p.row[first:end])


def _scheme_told(p: Position) -> str:
    """Return the scheme that the sentence began with, of whose people it told: [营养改善计划]惠及39万人，每生每天4元."""
    if p.last_at < 0 or p.row[p.last_at].unit not in ("人", "户"):
        return ""
    first = next((k for k, t in enumerate(p.row) if t.kind == "word" and t.role != "drop"), 0)
    end = first
    while p.row[end].nominal:
        end += 1
    led = first < end and p.row[end].tag == "v" and p.row[end - 1].text.endswith((*_GRANTS, "计划"))
    return spell(p.row[first:end]) if led else ""


_GRANTS = (*AIDS, "救助", "补偿", "慰问金", "助学金", "奖学金")


_CAPS = frozenset({"不超过", "不低于", "不高于", "不少于"})


def _just_got(p: Position) -> str:
    """Return what the clause before says that somebody was given or moved into: 搬进[新房]，每套90平方米."""
    first, end = nouns_before(p)
    deed = first - 1
    if 0 < first < end and p.row[deed].text == "的":  # 搬进了川台上的[新房]
        deed = next((k for k in range(deed - 1, max(-1, deed - _NEAR), -1) if p.row[k].text in _MOVES_IN), deed)
    deed -= deed > 0 and p.row[deed].text == "了"
    return spell(p.row[first:end]) if 0 < first < end and p.row[deed].tag == "v" else ""


_NEAR = 7
_MOVES_IN = frozenset("搬进 住进 搬入 入住 迁入 分到 住上 建起 盖起 买下".split())


_SIZES = {"area": "面积", "mass": ""}
_SUMS = SUMS | {"金额", "总金额"}


def _each(p: Position, name: str, tokens: Sequence[Token] = ()) -> Reading:
    return p.reading(name, tokens, implied=True)


def _wages(p: Position) -> str:
    """Return what somebody gets for the work that the clause before names: 在社区做保洁，每月1800元; 在县城打工，一天150元."""
    tokens = p.stretch.tokens
    if not (end := p.comma) or not any(t.text in _A_TIME for t in tokens):
        return ""
    if any(t.text not in _A_TIME and t.role != "drop" for t in tokens if t.kind != "period"):
        return ""
    work, before = p.row[end - 1], p.row[end - 2] if end > 1 else None
    if before is not None and before.text in _WORKS_AS and work.nominal:
        return work.text + "工资"
    if work.text in WORKS:
        return work.text + "收入"
    done = work_before(p)
    return done + "收入" if done else ""  # 老伴在村里[扫街]，一个月600元


_A_TIME = frozenset("每学年 每学期 每月 每天 每日 每年 每个月 一个月 一天 一年 一月".split())
_WORKS_AS = frozenset("做 当 干 任 担任 当上 做起 当起 干起 聘为 选为".split())


def _goods_told_of(p: Position) -> str:
    """Return the goods that a price behind a comma is of: 乌金猪肉，一斤三十块; 玉米价格走低，每公斤1.6元; 割蜜200斤，一斤60元."""
    if (whose := subject_between(p)).endswith("价格") or (whose := object_before(p)):
        return whose
    goods = without_deed(topic_of(p)) if p.last and p.last_at >= 0 and p.last.dimension in ("mass", "count") else ""
    return "" if goods.endswith(_NO_GOODS) else goods


_NO_GOODS = ("户", "人", "村", "家", "人口", "农民", "群众", "产量", "亩产", "销量", "岗位")


def _spent_before(p: Position) -> str:
    """Return what the number before says was spent, of which each has his part: 方案花费1.38亿元，平均每户要5.6万元."""
    if p.like_last and topic_of(p).endswith(AIDS):
        return without_deed(topic_of(p))  # 发放津贴5.7亿元，平均每户每月2700元
    return topic_of(p) if p.like_last and topic_of(p).endswith(_OUTLAYS) else ""


_OUTLAYS = ("花费", "开支", "支出", "经费", "成本", "费用", "开销")


def _given_to_each(p: Position) -> str:
    """Return what the number before says that those get of whom each has his amount: 扶持800个村，每村50万元."""
    if p.last is None or p.last_at < 0 or p.last.dimension not in COUNTS:
        return ""
    if p.row[p.last_at].unit in _DEALS:
        return p.last.name  # 发生境外借款26笔，共计4512万元
    given = next((word for word in _GIVEN if word in p.last.name), "")
    return p.last.name + _GIVEN[given] if given else ""


_DEALS = frozenset({"笔", "单", "宗", "份"})
_GIVEN = {
    "补助": "",
    "补贴": "",
    "奖励": "",
    "奖补": "",
    "资助": "资金",
    "扶持": "资金",
    "救助": "资金",
    "慰问": "资金",
    "发放": "",
    "兑现": "",
}
