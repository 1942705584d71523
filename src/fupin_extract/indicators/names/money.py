"""Money of everyday speech and of standards: prices, earnings, yields, what was paid for, what each one gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import Phrase, clause_before, is_each, is_stop, phrase_ending
from ..predicates import predicate_behind
from ..spelling import spell
from ..terms import per_of, sold_by
from .counts import USED
from .place import (
    PAYERS,
    SHARES,
    Place,
    Reading,
    is_measure,
    object_before,
    subject_between,
    tells_of_one,
    topic_of,
    without_deed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..tokens import Token

_SOLD_BY = frozenset("斤 公斤 吨 头 只 枚 箱 株 棵 捆 盒 袋 瓶 杯 把 条 根 筐 罐 颗".split())


def is_price(p: Place, phrase: Phrase) -> bool:
    """Tell whether money is the price of the goods that the phrase names: 猪肉一斤十八块, 土蜂蜜每斤120元."""
    if p.quantity.dimension != "money" or phrase.tokens[-1].tag != "n" or phrase.tokens[-1].role:
        return False
    first = p.at - len(p.stretch.tokens)
    unit = sold_by(p.row, first, p.at) or per_of("".join(t.text for t in p.stretch.tokens))
    return unit in _SOLD_BY and not is_measure(phrase) and not phrase.name.endswith(("补贴", "补助", "价", "元"))


_SPENT = frozenset({"投资", "总投资", "投资金额"})


def at_rate(p: Place) -> Reading | None:
    """Return what is given at a rate: 按每户2.1万元的标准进行补助, 每亩500元标准发放种粮补贴."""
    k = p.at + 1
    while k < len(p.row) and p.row[k].text in ("左右", "以上", "以内", "的"):
        k += 1
    if p.stretch.core or k >= len(p.row) or p.quantity.dimension != "money":
        return None
    if p.row[k].text == "标准":
        k += 1
    elif (goods := _and_goods(p, k)) is not None:
        k = goods
    elif p.row[k].text != "进行" or not any(t.text in ("按", "按照") for t in p.stretch.tokens):
        return None
    end = k
    while end < len(p.row) and p.row[end].kind == "word":
        end += 1
    said = [t for t in p.row[k:end] if t.role not in ("light", "drop") and t.tag not in ("d", "u")]
    while len(said) > 1 and said[0].tag in ("v", "p"):
        said = said[1:]
    name = spell(said)
    if not name or len(name) > _RATE_LONG or any(t.tag in ("p", "r") for t in said):
        return None
    return Reading(name + "标准", tuple(said), "indicators/at_rate", used=end, topic=name)


def _and_goods(p: Place, k: int) -> int | None:
    """Return where what is given begins if goods are given with the money: 按每人每天10元钱、1斤粮的标准[发放…]."""
    if k + 4 >= len(p.row) or p.row[k].text not in ("、", "和") or p.row[k + 1].quantity is None:
        return None
    found = next((j for j in range(k + 2, min(len(p.row), k + 6)) if p.row[j].text == "标准"), None)
    return found + 1 if found is not None and p.row[found - 1].text == "的" else None


def paced(p: Place) -> Reading | None:
    """Return what is done at a pace: 以平均每年10万亩的速度推进[造林]."""
    k = p.at + 1
    if p.stretch.core or k + 2 >= len(p.row) or p.row[k].text != "的" or p.row[k + 1].text not in _PACES:
        return None
    if not any(t.text == "以" for t in p.stretch.tokens) or p.quantity.dimension in (None, "percentage", "ratio"):
        return None
    said, end = predicate_behind(p.row, k + 2)
    name = spell([t for t in said if t.role not in ("light", "drop")])
    if len(name) < _PACED or any(t.role in ("up", "down") for t in said):
        return None
    return Reading(name, tuple(said), "indicators/paced", used=end, topic=name)


_PACES = frozenset({"速度", "速率", "节奏", "频率"})
_PACED = 2
_RATE_LONG = 10


def spent_on(p: Place) -> Reading | None:
    """Return what the money was spent on: 投资10.7亿元实施了农村电网升级改造."""
    if p.quantity.dimension != "money":
        return None
    if (bought := _bought(p)) is not None:
        return bought
    phrase = p.stretch.phrase
    if phrase.name not in _SPENT or not p.behind.predicate or p.behind.de:
        return None
    said = [t for t in p.behind.predicate if t.role != "light" and t.tag != "d"]
    while said and said[0].tag == "v":
        said = said[1:]
    thing = spell(said)
    if not thing or any(t.tag in ("p", "v") for t in said):
        return None
    return Reading(thing + phrase.name, tuple(phrase.tokens), "indicators/spent_on", used=p.at + 1, topic=thing)


_PAID = frozenset("花 花了 花费 掏 掏了 斥资 垫 出资".split())
_COSTS = frozenset({"花", "花了", "花费"})
_BOUGHT = 10


def _bought(p: Place) -> Reading | None:
    """Return what somebody paid for: 花8万元租修了一栋老宅, 斥资1.2亿元建设冷链物流园."""
    core = [t for t in p.stretch.core if t.role != "drop"]
    if not core or core[-1].text not in _PAID:
        return None
    if core[-1].text in _COSTS and len(core) > 1 and not p.stretch.of and (core[-2].tag in ("v", "vn")):
        first = next((k for k in range(len(core) - 2, 0, -1) if not core[k - 1].nominal and core[k - 1].tag != "v"), 0)
        name = spell(core[first:-1]) + "花费"  # 这次[住院治疗]花了1.5万元
        return Reading(name, tuple(core[first:]), "indicators/spent_on", used=p.at + 1, topic=name)
    end = p.at + 1
    while end < len(p.row) and p.row[end].kind == "word":
        end += 1
    row = p.row[p.at + 1 : end]
    said = [
        t
        for k, t in enumerate(row)
        if not (t.tag in ("d", "r") or t.text in ("一", "了") or (k and row[k - 1].text == "一"))
    ]
    name = spell(said)
    if not said or said[0].tag not in ("v", "vn", "x") or not 1 < len(name) <= _BOUGHT:
        return None
    return Reading(name, tuple(said), "indicators/spent_on", used=end, topic=name)


_ONESELF = frozenset({"自己", "个人", "自家", "农户", "每户", "每人", "户均"})
_OWN = frozenset({"掏", "付", "出", "交", "承担", "负担", "支付", "花"})
_LEADS = frozenset({"drop", "link", "beyond"})
_BORROWED = {"贷到": "贷款", "贷": "贷款", "借到": "借款", "借": "借款", "贷款": "贷款"}


def own_part(p: Place) -> Reading | None:
    """Return what somebody paid himself or was lent: 自己只掏了8000元; 他贷到4.8万元."""
    core = [t for t in p.stretch.tokens if t.text in _OWN or (t.role not in _LEADS and t.tag != "d")]
    if p.quantity.dimension != "money" or not core or p.behind.de:
        return None
    verb = core[-1].text
    if verb in _OWN and len(core) > 1 and core[-2].text in _ONESELF:
        name = core[-2].text + verb
        return Reading(name, tuple(core[-2:]), "indicators/own_part", used=p.at + 1, topic=name)
    if verb in _BORROWED and len(core) > 1 and core[-2].tag == "r":
        name = _BORROWED[verb]
        return Reading(name, tuple(core[-1:]), "indicators/own_part", used=p.at + 1, topic=name)
    return None


_GRANTS = {"补": "补助", "奖": "奖励", "赔": "赔付"}
_GRANTED = 10


def granted(p: Place) -> Reading | None:
    """Return the grant that a verb of one character tells: 雨露计划每生每年[补]3000元, 买羊每只[补]200元, 垮一箱[赔]300元."""
    words = [t for t in p.stretch.core if t.kind == "word"]
    core = [t for t in words if t.role != "drop" and not t.text.startswith("每") and t.tag != "d"]
    if p.quantity.dimension != "money" or not core or core[-1].text not in _GRANTS or p.behind.de:
        return None
    rest = core[:-1]
    while rest and rest[-1].tag == "x":
        rest = rest[:-1]  # 每[生]每年补3000元
    if rest and rest[-1].text == "奖":
        return None  # 每亩奖补200元
    grant = _GRANTS[core[-1].text]
    if not rest or all(t.text in PAYERS for t in rest):
        topic = subject_between(p) or topic_of(p)
        name = topic if topic.endswith(grant) else topic + grant if topic else ""
        name = spell(rest) + name if name else ""
    else:
        name = spell(rest) + grant if all(t.nominal or t.tag == "v" for t in rest) else ""
    if not 0 < len(name) <= _GRANTED:
        return None
    return Reading(name, tuple(core), "indicators/granted", used=p.at + 1, implied=not rest, topic=name)


_EARNS = frozenset(
    "净落 落下 净挣 挣回 挣下 净剩 挣个 赚个 拿 拿到 领 领到 挣 赚 挣到 赚到 挣得 赚得 净赚 进账 到手".split()
)
_SELLS = frozenset("卖 卖出 卖到 卖得 售出 卖上".split())
_WEIGHED = frozenset("斤 公斤 吨 个 只 头 枚 箱 株 捆 盒 袋 瓶 杯 把 条 间 担 挑 方 张 单 串 碗".split())


def earned(p: Place) -> Reading | None:
    """Return the income or price that a verb of everyday speech tells: 一天能挣80元, 木耳卖了两万元, 每斤卖到8元."""
    core = list(p.stretch.core)
    while core and core[-1].role == "drop":
        core.pop()
    spoken = p.quantity.dimension is None and not p.quantity.base_unit  # 一只羯羊卖一千一
    if not (p.quantity.dimension == "money" or spoken) or not core or p.behind.de:
        return None
    verb, before = core[-1], core[:-1]
    while before and before[-1].role == "drop":
        before = before[:-1]
    if is_each(before):
        before = before[:-2]
    if (verb.text not in _EARNS and verb.text not in _SELLS) or (before and before[-1].role in ("more", "less")):
        return None
    clause = "".join(t.text for t in p.stretch.tokens)
    things = p.last is not None and p.last.dimension in ("count", "mass", "area", "volume")
    things = things and not any(t.text.endswith("收入") for t in p.row[max(0, p.last_at) : p.at])
    goods = without_deed(phrase_ending(before).name) if before else ""
    goods = goods if len(goods) > 1 else without_deed(topic_of(p)) if things else ""
    goods = goods if len(goods) > 1 and goods != "亩产" and not goods.endswith(("月份", "时候", "时节")) else ""
    priced = any(f"{each}{unit}" in clause for each in ("每", "一") for unit in _WEIGHED)
    if verb.text in _EARNS and p.last is not None and tells_of_one(p):
        share = p.last.topic.replace("户均", "").replace("人均", "")
        return Reading(share, tuple(core), "indicators/earned", used=p.at + 1, implied=True, topic=p.last.topic)
    if verb.text in _EARNS:
        goods = goods or _work_before(p)
        name = goods + "收入" if not goods.endswith("收入") else goods
    elif priced:
        name = goods + "价格"
    else:
        name = goods + "销售收入"
    return Reading(name, tuple(core), "indicators/earned", used=p.at + 1, topic=name)


_WORK = 6


def _work_before(p: Place) -> str:
    """Return the work that the clause before tells of: 男人在工地上[扎钢筋]，一年能挣两万七八千元."""
    end = p.at - len(p.stretch.tokens) - 1
    if end < 1 or p.row[end].text not in ("，", ","):
        return ""
    clause = clause_before(p.row, end)
    k = next((k for k in range(len(clause) - 1, 0, -1) if clause[k].tag in ("v", "x") and not clause[k].role), 0)
    done = clause[k:]
    away = any(t.text == "在" for t in clause[:k])
    works = len(done) == 1 and done[0].text in _WORKS  # 儿子在广东[打工]，一年能挣五万元
    does = len(done) > 1 and done[0].text not in ("份", "个") and all(t.nominal for t in done[1:])
    told = spell(done) if k and away and (works or does) else ""
    return told if len(told) <= _WORK and not any(t.quantity for t in clause) else ""


_REAPS = frozenset("打 产 收 挖 刨 割 摘 采 出 收获 产出 打出 收成 能打 能产 能挖 能收".split())
_LAND = frozenset({"地", "田", "土地", "水田", "旱地", "坡地", "梯田"})
_PER_MU = ("一亩", "每亩", "亩")


def yields(p: Place) -> Reading | None:
    """Return the yield that everyday speech tells: 一亩地能打七百来斤."""
    core = [t for t in p.stretch.core if t.role != "drop" or t.text in _PER_MU]
    if p.quantity.dimension != "mass" or not core or core[-1].text not in _REAPS:
        return None
    if not any(t.text.startswith(_PER_MU) for t in p.stretch.tokens):
        return None
    crop = spell([t for t in core[:-1] if t.tag == "n" and t.text not in _LAND and not t.text.startswith(_PER_MU)])
    return Reading(crop + "亩产", tuple(core), "indicators/yields", used=p.at + 1, topic=crop + "亩产")


_MONEY = ("money", "foreign_money")
_RESTATES = frozenset("约合 折合 合 约 相当于 折".split())
_CURRENCIES = frozenset("人民币 新台币 港币 港元 美元 台币 欧元".split())


def converted(p: Place) -> Reading | None:
    """Return the name of an amount that brackets give again in another currency: 投资30亿美元（约合人民币210亿元）."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    if p.last is None or not between or between[0].text != "(" or p.quantity.dimension not in _MONEY:
        return None
    told = [t.text for t in between[1:] if t.kind == "word"]
    if (
        p.last.dimension not in _MONEY
        or not told
        or not all(t in _RESTATES or t in _CURRENCIES or t == "下同" for t in told)
    ):
        return None
    return p.last._replace(rule="indicators/converted", used=p.at + 1, implied=True)


def each(p: Place) -> Reading | None:
    """Return what only each one's amount is told of: 参保的个人部分，每人180元; 玉米价格走低，每公斤1.58元; 扶持800个村，每村5万元."""
    told = [t for t in p.stretch.tokens if t.kind not in ("period", "region")]
    by_one = is_each(told)
    rest = [t for t in (told[:-2] if by_one else told) if t.role != "drop"]
    if p.quantity.dimension != "money" or p.behind.tokens or p.stretch.linked:
        return None
    if wages := _wages(p):
        return _each(p, wages)
    unit = told[-1].text if by_one else sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    if not rest and unit in _SOLD_BY and (goods := _goods_told_of(p)):
        return _each(p, goods if goods.endswith("价") else goods.removesuffix("价格") + "价格")
    if not rest and not by_one:
        return None
    if rest and (not rest[0].text.startswith("每") or len(rest) > 1):
        return None
    subject = subject_between(p)
    thing = subject if subject.endswith(("价格", "价", "租金", "工资")) else object_before(p) or _given_to_each(p)
    return _each(p, thing, rest) if thing else None


def _each(p: Place, name: str, tokens: Sequence[Token] = ()) -> Reading:
    return Reading(name, tuple(tokens), "indicators/each", used=p.at + 1, implied=True, topic=name)


def _wages(p: Place) -> str:
    """Return what somebody gets for the work that the clause before names: 在社区做保洁，每月1800元; 在县城打工，一天150元."""
    tokens = p.stretch.tokens
    end = p.at - len(tokens) - 1
    if end < 1 or p.row[end].text not in ("，", ",") or not any(t.text in _A_TIME for t in tokens):
        return ""
    if any(t.text not in _A_TIME and t.role != "drop" for t in tokens if t.kind != "period"):
        return ""
    work, before = p.row[end - 1], p.row[end - 2] if end > 1 else None
    if work.text in _WORKS:
        return work.text + "收入"
    return work.text + "工资" if before is not None and before.text in _WORKS_AS and work.nominal else ""


_A_TIME = frozenset("每月 每天 每日 每年 每个月 一个月 一天 一年 一月".split())
_WORKS = frozenset("打工 务工 就业 上班 做工 干活 打零工 务农".split())
_WORKS_AS = frozenset("做 当 干 任 担任 当上 做起 当起 干起 聘为 选为".split())


def _goods_told_of(p: Place) -> str:
    """Return the goods that a price behind a comma is of: 乌金猪肉，一斤三十块; 玉米价格走低，每公斤1.6元; 割蜜200斤，一斤60元."""
    if (whose := subject_between(p)).endswith("价格") or (whose := object_before(p)):
        return whose
    goods = without_deed(topic_of(p)) if p.last and p.last_at >= 0 and p.last.dimension in ("mass", "count") else ""
    return "" if goods.endswith(_NO_GOODS) else goods


_NO_GOODS = ("户", "人", "村", "家", "人口", "农民", "群众", "产量", "亩产", "销量", "岗位")


def _given_to_each(p: Place) -> str:
    """Return what the number before says that those get of whom each has his amount: 扶持800个村，每村50万元."""
    if p.last is None or p.last_at < 0 or p.last.dimension not in _THOSE:
        return ""
    given = next((word for word in _GIVEN if word in p.last.name), "")
    return p.last.name + _GIVEN[given] if given else ""


_THOSE = ("people", "households", "count", "occasions")
_GIVEN = {
    "补助": "",
    "补贴": "",
    "奖励": "",
    "奖补": "",
    "资助": "资金",
    "扶持": "资金",
    "救助": "资金",
    "慰问": "资金",
}


_SPARED = frozenset("拿出 安排 拨付 下达 筹集 筹措 统筹 整合 出资 拨出 切块 列支 投入 划拨".split())
_USE = 16


def used_for(p: Place) -> Reading | None:
    """Return what money or a share of it went to: 其中130亿元用于疫情防控, 扶贫资金的70%用于发展产业."""
    spared = bool(p.stretch.core) and p.stretch.core[-1].text in _SPARED and p.quantity.dimension == "money"
    if (p.quantity.dimension not in ("money", "percentage", "ratio") and p.quantity.base_unit not in SHARES) or (
        p.stretch.core and not spared
    ):
        return None
    k = p.at + 1
    while k < len(p.row) and p.row[k].role == "drop":
        k += 1
    if k == len(p.row) or (p.row[k].text not in USED and not (spared and p.row[k].text == "作为")):
        return None
    end = k + 1
    while end < len(p.row) and p.row[end].kind == "word" and not is_stop(p.row[end]):
        end += 1
    purpose = spell(p.row[k + 1 : end])
    if not purpose or len(purpose) > _USE:
        return None
    whole = "资金" if spared else without_deed(topic_of(p))
    if p.row[k].text == "作为":
        return Reading(purpose, tuple(p.row[k:end]), "indicators/used_for", used=end, topic=purpose)
    name = "用于" + purpose + ("" if whole and purpose.endswith(whole) else whole)
    return Reading(name, tuple(p.row[k:end]), "indicators/used_for", used=end, topic=topic_of(p) or purpose)
