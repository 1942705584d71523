"""Trade: at what price goods are bought, and what is handed to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import word_class
from ...phrases.before import phrase_ending
from ...rows import COMMAS, clause_end, text_at
from ...spelling import spell
from ...terms.denominators import one_of, per_of, sold_by
from ...vocabulary import BY, DEALT, SHARES
from ..position import Position, Reading, only_of
from ..told.goods import NO_UNIT, goods_told
from ..told.stretches import strip
from ..told.topics import topic_of, without_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....records import Direction, IndicatorKind
    from ...rows import Token

_BUYS = frozenset("收购 回收 包销 收 收走 回购 采购 结算 出售 销售 卖 卖给 流转 租 承租 承包 出租 招募 转让".split())
_PRICED_BY = frozenset({"亩", "亩/年", "年/亩", "间/年", "户", "人", "立方米"})
_AT = frozenset({"按", "按照", "以"})
_MANNER = frozenset("价格 价 标准 单价 价钱 左右 以上 的 统一 敞开 全部 向 直接 上门 进行".split())


@only_of(dimensions=("money",))
def bought_at(p: Position) -> Reading | None:
    """Return the price at which goods are bought: 按每公斤不低于45元的价格[保底收购], 按4毛一斤[收购红薯]."""
    unit = per_of("".join(t.text for t in p.stretch.tokens)) or sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    unit = unit or (one_of(p.row, p.at + 1) if p.at + 1 < len(p.row) else None)
    priced = unit in word_class("sold_by") or unit in _PRICED_BY
    if priced and (bought := _bought_before(p)):
        return p.reading(f"{bought}价格", implied=True)
    if not priced or not any(t.text in _AT for t in p.stretch.tokens):
        return None
    end = next((k for k in range(p.at + 1, len(p.row)) if p.row[k].kind in ("mark", "quantity")), len(p.row))
    said = [t for t in p.row[p.at + 1 : end] if t.kind == "word" and t.text not in _MANNER and t.role != "drop"]
    buys = next((k for k, t in enumerate(said) if t.text in _BUYS), None)
    if buys is None or any(not t.nominal for t in said[:buys]):
        return None
    goods = spell([t for t in said[buys + 1 :] if t.nominal]) or _so_much_of(p, end) or goods_told(p)
    above = next((t.text for t in p.stretch.tokens if t.role == "beyond" and t.text in ("高于", "高出")), "")
    against = spell([t for t in p.stretch.tokens if t.text.endswith("价")]) if above else ""
    name = f"{goods[:_GOODS]}{spell(said[:buys])}{said[buys].text.removesuffix('给')}价格{above}{against}"
    used = p.at + 1 if end < len(p.row) and p.row[end].quantity else end  # the deed is the next number's as well
    return p.reading(name, said, used=used)


def _bought_before(p: Position) -> str:
    """Return how goods are bought, which the clause before ends with: 企业[保底收购]，每公斤不低于7元; "" where none are."""
    end = p.comma
    leads = all(t.role in ("link", "drop", "beyond") or t.tag in ("q", "m") for t in p.stretch.tokens)
    if end < 1 or not leads or p.row[end - 1].text not in _BOUGHT_UP:
        return ""
    first = end - 1
    while first and p.row[first - 1].text in _HOW_BOUGHT:
        first -= 1
    return goods_told(p)[:_GOODS] + spell(p.row[first:end])


_BOUGHT_UP = frozenset("收购 回收 回购 包销 订购 保底收购".split())
_HOW_BOUGHT = frozenset("保底 订单 托底 兜底 保价 保护价 统一 最低价 敞开 上门 高价".split())


def _so_much_of(p: Position, at: int) -> str:
    """Return the goods of which so many are bought: 以每亩750元的价格流转了420亩[土地]."""
    end = first = at + 1
    while end < len(p.row) and p.row[end].nominal:
        end += 1
    return spell(p.row[first:end]) if at < len(p.row) and p.row[at].quantity else ""


_GOODS = 6


_FUNDS = ("资金", "收入", "经费", "利润", "收益", "基金", "贷款", "补助", "预算", "党费", "费")
_TAKES = frozenset("切 切出 切块 拿出 安排 列支 划出 拨出 提取 抽出 调剂 划拨 支出 拨付 统筹".split())
_PURPOSE = 14


@only_of(dimensions=("money",), units=SHARES)
def taken_from(p: Position) -> Reading | None:
    """Return the fund that a sum or share is taken from, and for what: 从[衔接资金]里切出8.2亿元，[扶持安置区产业]."""
    if _TAKES.isdisjoint(p.row.words):
        return None
    tokens = [t for t in p.stretch.tokens if t.role != "drop" or t.text == "从"]
    begin = next((k for k, t in enumerate(tokens) if t.text == "从"), len(tokens))
    inside = next((k for k in range(begin + 2, len(tokens)) if tokens[k].text in ("中", "里")), len(tokens))
    if inside + 1 >= len(tokens) or tokens[-1].text not in _TAKES or len(tokens) - inside > _FEW:
        return _taken_out(p)
    fund = spell(tokens[begin + 1 : inside])
    if not fund.endswith(_FUNDS):
        return None
    if p.behind.de and p.behind.tokens:
        name = fund + tokens[-1].text + spell(p.behind.tokens)  # 从收益中提取5%的风险金
        return p.reading(name, p.behind.tokens, used=p.behind.used)
    said, end = _purpose_behind(p)
    purpose = spell([t for t in said if t.kind == "word" and t.role != "drop"])
    name = fund + purpose if len(fund + purpose) <= _PURPOSE + len(fund) else fund
    return p.reading(name, tokens[begin + 1 : inside], used=end, topic=fund)


_FEW = 3


def _taken_out(p: Position) -> Reading | None:
    """Return what a share is taken out for: 年底拿出六成[给社员分红], 拿出三成[按积分分配]."""
    deed = p.stretch.core[-1].text if p.stretch.core and p.quantity.base_unit in SHARES else ""
    said = [t for t in p.row[p.at + 1 : clause_end(p.row, p.at)] if t.kind == "word" and t.role != "drop"]
    name = "".join([t.text for t in said])
    if deed not in _TAKEN_OUT or not name.startswith(_FOR_THEM) or not 1 < len(name) <= _PURPOSE:
        return None
    return p.reading(name, said)


_TAKEN_OUT = frozenset({"拿出", "抽出", "提出", "提取", "拿"})
_FOR_THEM = ("给", "按", "用来", "用于", "返", "分给", "奖励")


def _purpose_behind(p: Position) -> tuple[Sequence[Token], int]:
    """Return what a sum is for, said behind it or in the next clause, with where to read on; nothing where that counts something."""
    row, first = p.row, p.at + 1
    if text_at(row, first) in COMMAS:
        first += 1
    end = next((k for k in range(first, len(row)) if row[k].kind in ("mark", "quantity")), len(row))
    counts = end < len(row) and (row[end].kind == "quantity" or row[end].text == "、")
    if counts or first >= end or row[first].tag not in ("v", "vn"):
        return (), p.at + 1
    return row[first:end], end if first == p.at + 1 else p.at + 1


@only_of(units=SHARES)
def dealt_at(p: Position) -> Reading | None:
    """Return what is dealt out at a share: 按利润的15%给[村集体分红], 按70%[报销]."""
    if not any(t.text in BY for t in p.stretch.tokens):
        return None
    end = next((k for k in range(p.at + 1, len(p.row)) if p.row[k].kind == "mark"), len(p.row))
    said = [t for t in p.row[p.at + 1 : end] if t.kind == "word" and t.text not in _MANNER and t.role != "drop"]
    said = [t for t in said if t.tag not in ("p", "d", "u") and t.role != "light" and t.text not in ("比例", "给")]
    name = spell(said)
    if name in DEALT:
        by = next(k for k, t in enumerate(p.stretch.tokens) if t.text in BY)
        whole = [t for t in p.stretch.tokens[by + 1 :] if t.nominal or t.role in ("size", "rate")]
        name = (phrase_ending(strip(p.stretch.tokens[:by])).name or spell(whole)) + name  # 管理费按1%提取
    if not any(t.text in DEALT for t in said) or len(name) > _DEALT_LONG:
        return None
    used = p.at + 1 if any(t.quantity for t in p.row[p.at + 1 : end]) else end  # 给182户脱贫户保底分红
    return p.reading(name, said, used=used)


_DEALT_LONG = 12
_GAINS = frozenset({"多挣", "多卖"})
"""These say by how much income rose, as 增收 does; what is less or more of others is an amount."""
_MORE = frozenset({"多", "少"})
_BY_SPEECH = frozenset("挣 赚 卖 花 收 打 产 拿 分 领 补 掏 交 缴 摊 给 得 出".split())


@only_of(dimensions=("money",), units=NO_UNIT)
def more_of_it(p: Position) -> Reading | None:
    """Return by how much more or less is earned, sold or spent: 一亩地比以往能[多挣]1500块, 初中生一年[少花]三百元."""
    core = [t for t in p.stretch.tokens if t.role != "drop"]
    if len(core) < len("多挣") or core[-1].text not in _BY_SPEECH or core[-2].text not in _MORE or p.behind.de:
        return None
    rest = core[:-2]
    versus = next((k for k, t in enumerate(rest) if t.role == "versus"), len(rest))
    told = [t for t in rest[:versus] if t.kind == "word" and t.text not in _ONE and t.tag not in ("p", "d", "r")]
    while told and told[-1].text in word_class("one_at_a_time"):
        told = told[:-1]
    sold = p.last is not None and p.last_at >= 0 and p.last.dimension in ("count", "mass") and core[-1].text == "卖"
    whose = phrase_ending(told).name if told else without_deed(topic_of(p)) if sold else ""
    verb = core[-2].text + core[-1].text
    name = ("" if len(whose) > _GOODS else whose) + verb
    kind: IndicatorKind = "change" if verb in _GAINS else "level"
    direction: Direction | None = "up" if verb in _GAINS else None
    return p.reading(name, core, kind=kind, direction=direction)


_ONE = frozenset("一 个 每 每个 一个".split())
_HANDED = ("count", "area", "mass", "volume", "length", "money")
_HANDS = frozenset({"把", "将"})
_BECOMES = frozenset(
    "作为 当作 用于 用作 变成 变为 改为 提高 增加 降低 压缩 缩短 控制 列为 列入 定为 确定 分为 划分".split()
)


@only_of(dimensions=_HANDED)
def handed(p: Position) -> Reading | None:
    """Return what somebody does with so much of a thing: 把6亩[地流转]给公司, 将12万元[资金投入]合作社."""
    led = [t for t in p.stretch.tokens if t.role != "drop" or t.text in _HANDS]
    if not led or led[-1].text not in _HANDS:
        return None
    k = p.at + 1
    while k < len(p.row) and p.row[k].nominal and p.row[k].tag not in ("vn", "t", "f", "s"):
        k += 1
    thing = p.row[p.at + 1 : k]
    while k < len(p.row) and (p.row[k].role == "drop" or p.row[k].tag in ("d", "r")):
        k += 1
    if not thing or k >= len(p.row) or not _does(p.row[k]) or thing[-1].text.endswith(_NOT_HANDED):
        return None
    if p.row[k].tag == "vn" and p.row[k].text not in _HANDS_OVER and k + 1 < len(p.row) and p.row[k + 1].nominal:
        return None  # 将100万元专项[扶贫]资金
    name = p.row[k].text.removesuffix("给") + spell(thing)
    return p.reading(name, (*thing, p.row[k]), used=k + 1, topic=spell(thing))


_NOT_HANDED = ("村", "县", "乡", "镇", "乡镇", "户", "人", "市", "省")
_HANDS_OVER = frozenset({"入股", "流转", "托管", "投资", "转包", "出租"})


def _does(token: Token) -> bool:
    return token.tag in ("v", "vn") and not token.role and token.text not in _BECOMES
