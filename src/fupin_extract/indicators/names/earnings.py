"""Money of everyday speech: what somebody paid, was lent or granted, what he earned, what a mu yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import is_each, phrase_ending
from ..rows import COMMAS, clause_before
from ..spelling import spell
from ..terms import sold_by
from .goods import COSTS_OFF, NO_UNIT, goods_told, work_before
from .money import SOLD_BY
from .place import PAYERS, PRICES, Place, Reading, only_of, tells_of_one, topic_of, without_deed
from .subjects import object_before, subject_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..tokens import Token

_ONESELF = frozenset({"自己", "个人", "自家", "农户", "每户", "每人", "户均"})
_OWN = frozenset({"攒", "攒下", "筹", "凑", "掏", "付", "出", "交", "缴", "缴纳", "承担", "负担", "支付", "花"})
_SPENDS = frozenset({"花", "花掉", "花去"})
_PREMIUM = frozenset({"交", "缴", "交了", "缴纳"})
_INSURED = frozenset({"保险", "投保", "参保", "入保"})
_LEADS = frozenset({"drop", "link", "beyond"})
_BORROWED = {
    "贷到": "贷款", "贷": "贷款", "借到": "借款", "借": "借款", "贷款": "贷款", "欠": "欠款", "欠下": "欠款", "欠着": "欠款",
}  # fmt: skip
_LENDS = frozenset({"贷", "贷到", "借", "借到"})
_OWED = frozenset({"欠", "欠下", "欠着"})
_LENDER = frozenset({"向", "从", "跟", "找", "问"})


@only_of(dimensions=("money",), units=NO_UNIT)
def own_part(p: Place) -> Reading | None:
    """Return what somebody paid himself or was lent: 自己只掏了8000元; 他贷到4.8万元; 买了保险，一头牛[交]60元."""
    if p.behind.de:
        return None
    core = [t for t in p.stretch.tokens if t.text in _OWN or (t.role not in _LEADS and t.tag != "d")]
    if not core:
        return None
    verb = core[-1].text
    if verb in _OWN and len(core) > 1 and core[-2].text in _ONESELF:
        name = core[-2].text + verb
        return Reading(name, tuple(core[-2:]), "indicators/own_part", used=p.at + 1, topic=name)
    lent = any(t.text in _LENDER for t in p.stretch.tokens) or (len(core) > 1 and core[-2].tag == "r")
    if verb in _LENDS and p.stretch.tokens[-1].text == "了":
        fund = phrase_ending(core[:-1]).name  # 生源地贷款[贷]了8000元
        lent, kept = True, fund if fund.endswith(("贷款", "借款", "信贷")) else ""
        if kept:
            return Reading(kept, tuple(core), "indicators/own_part", used=p.at + 1, topic=kept)
    if (verb in _OWED or (verb in _BORROWED and lent)) and (verb != "贷款" or core[-2].tag == "r"):
        name = _BORROWED[verb]
        return Reading(name, tuple(core[-1:]), "indicators/own_part", used=p.at + 1, topic=name)
    if verb in _SPENDS and len(done := _spent_for(p)) > 1:
        return Reading(f"{done}花费", tuple(core), "indicators/own_part", used=p.at + 1, topic=f"{done}花费")
    if verb in _PREMIUM and any(t.text in _INSURED for t in p.row[: p.at]):
        return Reading("保费", tuple(core[-1:]), "indicators/own_part", used=p.at + 1, topic="保费")
    return None


def _spent_for(p: Place) -> str:
    """Return what money was spent for: [住院]花了6000元; 买进的86头[基础母牛]每头花了2万元."""
    core = p.stretch.core[:-1]
    each = is_each(core)
    told = spell(phrase_ending(core[:-2] if each else core).tokens)
    return told or (topic_of(p) if each and p.last_at >= 0 else "")


_GRANTS = {"补": "补助", "奖": "奖励", "赔": "赔付"}
_GRANTED = 10
_PAID_AS = ("费", "补贴", "补助", "款", "金", "津贴")


@only_of(dimensions=("money",), units=NO_UNIT)
def granted(p: Place) -> Reading | None:
    """Return the grant that a verb of one character tells: 雨露计划每生每年[补]3000元, 买羊每只[补]200元, 垮一箱[赔]300元."""
    words = [t for t in p.stretch.core if t.kind == "word"]
    core = [t for t in words if t.role != "drop" and not t.text.startswith("每") and t.tag != "d"]
    if not core or core[-1].text not in _GRANTS or p.behind.de:
        return None
    rest = core[:-1]
    while rest and rest[-1].tag == "x":
        rest = rest[:-1]  # 每[生]每年补3000元
    if rest and rest[-1].text == "奖":
        return None  # 每亩奖补200元
    if p.behind.tokens and p.behind.tokens[-1].text.endswith(_PAID_AS):
        name = spell(p.behind.tokens)  # 每学期还补1000块[生活费]
        return Reading(name, tuple(p.behind.tokens), "indicators/granted", used=p.behind.used, topic=name)
    grant = _GRANTS[core[-1].text]
    if not rest or all(t.text in PAYERS for t in rest):
        topic = subject_between(p) or ("" if grant == "赔付" and "保费" in topic_of(p) else topic_of(p))
        topic = "" if topic.endswith(PRICES) else topic
        name = topic if topic.endswith(grant) else topic + grant if topic else ""
        name = spell(rest) + name if name else grant if grant == "赔付" else ""
    else:
        name = spell(rest) + grant if all(t.nominal or t.tag == "v" for t in rest) else ""
    if not 0 < len(name) <= _GRANTED:
        return None
    return Reading(name, tuple(core), "indicators/granted", used=p.at + 1, implied=not rest, topic=name)


_EARNS = frozenset(
    "净落 落下 净挣 挣回 挣下 净剩 挣个 赚个 拿 拿到 领 领到 挣 赚 挣到 赚到 挣得 赚得 净赚 进账 到手 落 分到 分得 分".split()
)
_SHARED = frozenset({"分到", "分得", "分"})
_SHARING = frozenset("分红 入股 股份 股金 配股 按股 股 红利".split())
"""Words of shares and dividends; where one of them stands, what each was given is his 分红."""
_SOLD_TO = frozenset({"卖给", "售给", "卖与"})
_SELLS = frozenset("卖给 售给 卖与 卖 卖出 卖到 卖得 售出 卖上".split())


@only_of(dimensions=("money",), units=NO_UNIT)
def earned(p: Place) -> Reading | None:
    """Return the income or price that a verb of everyday speech tells: 一天能挣80元, 木耳卖了两万元, 每斤卖到8元."""
    core = list(p.stretch.core)
    while core and core[-1].role == "drop":
        core.pop()
    if not core or p.behind.de:
        return None
    if len(core) > 1 and core[-1].text == "个" and core[-2].text in _EARNS:
        core.pop()  # 一年也就挣[个]万把块
    if (to := next((k for k, t in enumerate(core) if t.text in _SOLD_TO), None)) is not None:
        core = core[: to + 1]  # [卖给]电网能得3000块
    verb, before = core[-1], core[:-1]
    while before and before[-1].role == "drop":
        before = before[:-1]
    if is_each(before):
        before = before[:-2]
    if (verb.text not in _EARNS and verb.text not in _SELLS) or (before and before[-1].role in ("more", "less")):
        return None
    if verb.text in _PAID_OUT and (paid := _payment_before(p)):
        return Reading(paid, tuple(core), "indicators/earned", used=p.at + 1, implied=True, topic=paid)
    if verb.text == "落" and not (len(core) > 1 and core[-2].text in ("能", "可", "还能", "也能", "才能")):
        return None  # 净落 is a name of its own
    if verb.text in _SHARED and not (tells_of_one(p) and "分" in topic_of(p)):
        shared = any(t.text in _SHARING for t in p.row[: p.at])
        return Reading("分红", tuple(core), "indicators/earned", used=p.at + 1, topic="分红") if shared else None
    clause = "".join(t.text for t in p.stretch.tokens)
    things = p.last is not None and p.last.dimension in ("count", "mass", "area", "volume")
    things = things and not any(t.text.endswith("收入") for t in p.row[max(0, p.last_at) : p.at])
    if any(t.text in COSTS_OFF for t in before):
        before = []  # 除去饲料只赚两三百元
    goods = without_deed(phrase_ending(before).name) if before else ""
    told = work_before(p) if verb.text in _EARNS else ""
    goods = goods if len(goods) > 1 else told or (_goods_of_topic(p) if things else "")
    priced = any(f"{each}{unit}" in clause for each in ("每", "一") for unit in SOLD_BY)
    priced |= verb.text in _SELLS and sold_by(p.row, p.at, p.at) in SOLD_BY  # 猪只能卖6块钱一斤
    if verb.text in _SELLS and not priced and all(t.kind == "period" for t in before) and topic_of(p).endswith(_PRICED):
        return Reading(topic_of(p), tuple(core), "indicators/earned", used=p.at + 1, implied=True, topic=topic_of(p))
    if len(goods) == 1 and not before and not priced and verb.text in _SELLS and p.last is not None:
        name = f"卖{goods}收入"  # 养了十二头猪，卖得三万六千元
        return Reading(name, tuple(core), "indicators/earned", used=p.at + 1, implied=True, topic=name)
    goods = goods if len(goods) > 1 and goods != "亩产" and not goods.endswith(("月份", "时候", "时节")) else ""
    if verb.text in _EARNS and p.last is not None and tells_of_one(p):
        share = p.last.topic.replace("户均", "").replace("人均", "")
        return Reading(share, tuple(core), "indicators/earned", used=p.at + 1, implied=True, topic=p.last.topic)
    if verb.text in _EARNS:
        name = goods + "收入" if not goods.endswith("收入") else goods
    elif priced:
        sold = before[-1].text if before and before[-1].tag == "n" and not before[-1].role else ""
        again = topic_of(p).removesuffix("价格") if topic_of(p).endswith("价格") else ""  # 以前一斤卖七块，去年卖到16块
        name = (goods or goods_told(p) or (sold if len(sold) == 1 else again)) + "价格"  # 每方[水]卖到八九十元
    else:
        name = goods + "销售收入"
    return Reading(name, tuple(core), "indicators/earned", used=p.at + 1, topic=name)


_PRICED = (*PRICES, "收购价", "批发价", "保底价", "保护价")
"""Endings of a price told before: 保底价每公斤4元，今年最高卖到6.8元."""


def _goods_of_topic(p: Place) -> str:
    """Return the goods that the number before measured; a house brings no income by itself."""
    goods = without_deed(topic_of(p)).removesuffix("亩产")
    return "" if goods.endswith(_NO_GOODS) else goods


_NO_GOODS = (
    "坡",
    "荒山",
    "土地",
    "耕地",
    "房",
    "屋",
    "楼",
    "住房",
    "新居",
    "路",
    "车间",
    "学校",
    "岗位",
    "人家",
    "月份",
    "旺季",
    "淡季",
    "收入",
)
_PAID_OUT = frozenset({"领", "领到", "领取", "拿", "拿到"})
_PAYMENTS = ("低保", "低保金", "养老金", "退休金", "工资", "补贴", "补助", "津贴", "抚恤金", "奖金", "补助金", "救助金")


def _payment_before(p: Place) -> str:
    """Return the payment that the clause before tells of: 给他家办了[低保]，每月领六百二十元."""
    end = p.behind_what
    if end > 0 and p.row[end].unit == "人":
        end -= 1  # [四口人]每月领620元
    if end < 1 or p.row[end].text not in COMMAS:
        return ""
    clause = clause_before(p.row, end)
    found = next((t.text for t in reversed(clause) if t.nominal and t.text.endswith(_PAYMENTS)), "")
    if any(t.quantity for t in clause):
        return ""
    return found + "金" if found.endswith("低保") else found


_REAPS = frozenset("打 产 收 挖 刨 割 摘 采 出 收获 产出 打出 收成 能打 能产 能挖 能收".split())
_LAND = frozenset({"地", "田", "土地", "水田", "旱地", "坡地", "梯田"})
_PER_MU = ("一亩", "每亩", "亩")


@only_of(dimensions=("mass",))
def yields(p: Place) -> Reading | None:
    """Return the yield that everyday speech tells: 一亩地能打七百来斤."""
    core = [t for t in p.stretch.core if t.role != "drop" or t.text in _PER_MU]
    if not core or core[-1].text not in _REAPS:
        return None
    if not any(t.text.startswith(_PER_MU) for t in p.stretch.tokens):
        return _reaped(p, core)
    crop = spell(
        [t for t in core[:-1] if t.tag == "n" and t.text not in _LAND and not t.text.startswith(_PER_MU)]
    ) or goods_told(p)
    return Reading(crop + "亩产", tuple(core), "indicators/yields", used=p.at + 1, topic=crop + "亩产")


def _reaped(p: Place, core: Sequence[Token]) -> Reading | None:
    """Return the deed with the crop told of before: 10亩谷子[收]了4000斤; 养了22箱蜂，[割]了四百斤."""
    field = p.last is not None and p.last_at >= 0 and p.last.dimension == "area"
    crop = without_deed(topic_of(p)) if field else goods_told(p)
    if not crop or crop.endswith(("地", "田")) or p.behind.tokens or len(core[-1].text) > 1:
        return None
    if len(core) > 1 and core[-2].nominal and core[-2].text != crop:
        return None
    name = core[-1].text + crop
    return Reading(name, tuple(core[-1:]), "indicators/yields", used=p.at + 1, implied=True, topic=name)


_BY_TIME = frozenset("一年 一个月 一天 一季 下来 一年下来 每月 每年 每天 全年".split())


_TOTALLED = frozenset("下来 里外里 算下来 加起来 合起来 一年下来".split())


def _all_told(p: Place) -> bool:
    """Tell whether the clause only says over what time all was added up: ，[一年下来]三万多元."""
    words = {t.text for t in p.stretch.tokens if t.kind == "word"}
    times = bool(words & _BY_TIME - _TOTALLED) and bool(words & _TOTALLED)
    return times and words <= _BY_TIME | _TOTALLED | _NEARLY


_NEARLY = frozenset("也 就 还 能 近 约 将近 差不多 至少 大概 少说".split())


@only_of(dimensions=("money",), units=NO_UNIT)
def makes(p: Place) -> Reading | None:
    """Return the income that somebody is said to have in a time: 加上务工，一年能[有]两万多块; 全年下来，少说也[有]3万块."""
    tokens = p.stretch.tokens
    if not tokens or p.behind.tokens:
        return None
    if _all_told(p):
        return Reading("收入", tuple(tokens), "indicators/makes", used=p.at + 1, topic="收入")  # 一年下来七千
    if not tokens[-1].text.endswith("有"):
        return None
    end = p.behind_what
    spoken = {t.text for t in tokens} | ({p.row[end - 1].text} if end > 0 and p.row[end].text == "，" else set())
    if not spoken & _BY_TIME or any(t.kind == "word" and t.role not in ("drop", "link") for t in tokens):
        return None
    told = object_before(p)
    if told.endswith(_PAYMENTS):
        return Reading(told, tuple(tokens), "indicators/makes", used=p.at + 1, implied=True, topic=told)
    return Reading("收入", tuple(tokens), "indicators/makes", used=p.at + 1, topic="收入")
