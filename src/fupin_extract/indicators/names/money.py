"""Money of everyday speech and of standards: prices, earnings, yields, what was paid for, what each one gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import word_class
from ..phrases.before import Phrase, is_each, is_stop
from ..spelling import spell
from ..terms.caps import grant_capped
from ..terms.denominators import per_of, sold_by
from ..vocabulary import AIDS, CURRENCIES, SHARES, SUMS
from .funds import fund_paid
from .goods import WORKS, goods_told, is_sum, work_before
from .governing import USED
from .paid import pay_of_those
from .position import Position, Reading, only_of
from .stretches import is_measure
from .subjects import nouns_before, object_before, subject_between
from .topics import topic_of, without_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


def is_price(p: Position, phrase: Phrase) -> bool:
    """Tell whether money is the price of the goods that the phrase names: 猪肉一斤十八块, 土蜂蜜每斤120元."""
    if p.quantity.dimension != "money" or phrase.tokens[-1].tag not in ("n", "x") or phrase.tokens[-1].role:
        return False
    first = p.at - len(p.stretch.tokens)
    unit = sold_by(p.row, first, p.at) or per_of("".join(t.text for t in p.stretch.tokens))
    unknown = phrase.tokens[-1].tag == "x" and len(phrase.name) == 1  # 接一棵五毛钱
    if unit not in word_class("sold_by") or phrase.name.startswith("一") or unknown:
        return False
    return not is_measure(phrase) and not phrase.name.endswith(
        ("补贴", "补助", "奖补", "奖励", "价", "元", "钱", "费", "成本", "利", "金")
    )


_SPENT = frozenset({"投资", "总投资", "投资金额"})
_SPENT_AS = dict.fromkeys("拿出 筹资 筹集 筹措 出资".split(), "资金") | {"投入": "投入", "斥资": "投资", "耗资": "投资"}


_RECKONS = frozenset({"计", "计算", "算", "折算"})


@only_of(dimensions=("money",))
def reckoned(p: Position) -> Reading | None:
    """Return the price that a sum is reckoned at: 产香菇8000斤，按每斤4元[计算]."""
    k = p.at + 1
    if p.stretch.core or k >= len(p.row) or p.row[k].text not in _RECKONS:
        return None
    if not any(t.text in ("按", "按照", "以") for t in p.stretch.tokens):
        return None
    unit = sold_by(p.row, p.at - len(p.stretch.tokens), p.at) or per_of("".join(t.text for t in p.stretch.tokens))
    told = without_deed(topic_of(p)) if p.last is not None and p.last.dimension in ("mass", "count") else ""
    goods = goods_told(p) or told.removesuffix("亩产").removesuffix("产量")
    if unit not in word_class("sold_by") or not goods:
        return None
    return p.reading(goods + "价格", p.stretch.tokens, used=k + 1, implied=True, topic=goods)


@only_of(dimensions=("money",))
def spent_on(p: Position) -> Reading | None:
    """Return what the money was spent on: 投资10.7亿元实施了农村电网升级改造."""
    phrase = p.stretch.phrase
    if (built := _built_with(p, phrase) or _bought(p)) is not None:
        return built
    fund = phrase.name if phrase.name in _SPENT else _SPENT_AS.get(phrase.tokens[-1].text, "") if phrase.tokens else ""
    if not fund or not p.behind.predicate or p.behind.de:
        return None
    if p.behind.said_to < len(p.row) and p.row[p.behind.said_to].text == "、":
        return None  # 投入120亿元发展种养、光伏等产业
    said = [t for t in p.behind.predicate if t.role != "light" and t.tag != "d"]
    while said and said[0].tag == "v":
        said = said[1:]
    thing = spell(said)
    if not thing or any(t.tag == "p" or (t.tag == "v" and t is not said[-1]) for t in said):
        return None
    return p.reading(thing + fund, phrase.tokens, topic=thing)


_BUILDS = frozenset(
    "援建 捐建 帮建 建设 建 建成 新建 修建 兴建 建起 扩建 改建 打造 购置 引进 购买 购进 新上 建立 办起 建造".split()
)
_FAR_BUILT = 14


def _built_with(p: Position, phrase: Phrase) -> Reading | None:
    """Return what was built with the money where its own size stands before it: 投资1200万元建设了年产5000吨的[山泉水厂]."""
    row, k = p.row, p.at + 1
    spent = phrase.tokens[-1].text if phrase.tokens else ""
    if spent not in (*_SPENT, *_SPENT_AS) or k >= len(row) or row[k].text not in _BUILDS:
        return None
    if k + 2 < len(row) and row[k + 1].text == "的":
        end = next((j for j in range(k + 2, len(row)) if not row[j].nominal and not row[j].region), len(row))
        thing = spell([t for t in row[k + 2 : end] if not t.region])  # 出资3600万元援建的[中学]
        name = thing + _SPENT_AS.get(spent, spent)
        return p.reading(name, phrase.tokens, used=end, topic=thing) if thing else None
    end = next((j for j in range(k + 1, min(len(row), k + _FAR_BUILT)) if row[j].text in "，。；、"), len(row))
    of = next((j for j in range(end - 1, k, -1) if row[j].text == "的"), None)
    if of is None or not any(t.quantity for t in row[k + 1 : of]):
        return None
    thing = spell(row[of + 1 : end])
    if not thing or not all(t.nominal for t in row[of + 1 : end]):
        return None
    past = k + 1 + (row[k + 1].text == "了")
    return p.reading(f"{thing}投资", phrase.tokens, used=past, topic=thing)


_PAID = frozenset("花 花了 花费 掏 掏了 斥资 垫 出资".split())
_COSTS = frozenset({"花", "花了", "花费"})
_TIMES = frozenset({"月", "年", "天", "前后", "总共", "一共"})
_BOUGHT = 10


def _bought(p: Position) -> Reading | None:
    """Return what somebody paid for: 花8万元租修了一栋老宅, 斥资1.2亿元建设冷链物流园."""
    core = [t for t in p.stretch.core if t.role != "drop"]
    if not core or core[-1].text not in _PAID:
        return None
    if core[-1].text in _COSTS and len(core) > 1 and not p.stretch.of and (core[-2].tag in ("v", "vn")):
        first = next((k for k in range(len(core) - 2, 0, -1) if not _of_deed(core[k - 1])), 0)
        name = spell(core[first:-1]) + "花费"  # 这次[住院治疗]花了1.5万元
        return p.reading(name, core[first:])
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
    return p.reading(name, said, used=end)


def _of_deed(token: Token) -> bool:
    """Tell whether a word belongs to what money was paid for: [住院治疗]; not 每个[月]吃药."""
    return (token.nominal or token.tag == "v") and token.text not in _TIMES


@only_of(dimensions=("money",))
def capped(p: Position) -> Reading | None:
    """Return the grant or loan that the number caps: 可享受5万元以下、3年以内、免抵押的[小额信贷]."""
    at = grant_capped(p.row, p.at)
    if at is None:
        return None
    own = [t for t in p.stretch.core[-1:] if t.text == "自筹"]  # 每户[自筹]1万元以内资金
    thing = [*own, *p.row[at.start : at.stop]]
    name = spell(thing)
    return p.reading(name, thing, used=at.stop) if name else None


_MONEY = ("money", "foreign_money")
_RESTATES = frozenset(
    "约合 折合 合 约 相当于 折 折算 换算 按 按年 年均 平均 年平均 全年 现行 当年 年末 汇率 汇价 计算 计 为 成 约为".split()
)


@only_of(dimensions=_MONEY)
def converted(p: Position) -> Reading | None:
    """Return the name of an amount that brackets give again in another currency: 投资30亿美元（约合人民币210亿元）."""
    between = p.row[p.last_at + 1 : p.at] if 0 <= p.last_at < p.at else ()
    if p.last is None or not between or between[0].text != "(":
        return None
    told = [t.text for t in between[1:] if t.kind == "word"]
    if (
        p.last.dimension not in _MONEY
        or not told
        or not all(t in _RESTATES or t in CURRENCIES or t == "下同" for t in told)
    ):
        return None
    return p.last._replace(rule="converted", used=p.at + 1, implied=True)


def each(p: Position) -> Reading | None:
    """Return what only each one's amount is told of: 参保的个人部分，每人180元; 玉米价格走低，每公斤1.58元; 扶持800个村，每村5万元."""
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
    if p.behind.tokens or (p.stretch.linked and not bounded and not _sums_up(told)):
        return None
    if not is_sum(p):
        alone = (by_one and not rest) or (len(rest) == 1 and rest[0].text.startswith("每"))
        thing = _just_got(p) if alone and p.quantity.dimension in _SIZES else ""
        return _each(p, thing + _SIZES[p.quantity.dimension or ""]) if thing else None  # 搬进新房，每套90平方米
    if _sums_up(told):
        thing = _given_to_each(p)
        return _each(p, thing) if thing else None  # 资助学生426名，共计127.8万元
    if wages := _wages(p) or pay_of_those(p):
        return _each(p, wages)
    unit = told[-1].text if by_one else sold_by(p.row, p.at - len(p.stretch.tokens), p.at)
    if not rest and unit in word_class("sold_by") and (goods := _goods_told_of(p)):
        goods = goods.removeprefix("亩产")
        return _each(p, goods if goods.endswith("价") else goods.removesuffix("价格") + "价格")
    if not rest and not by_one:
        return None
    if rest and (not rest[0].text.startswith("每") or len(rest) > 1):
        return None
    if rest and rest[0].text in _BY_HEAD and any(t.text == "平均" for t in told) and topic_of(p).endswith("收入"):
        return _each(p, _BY_HEAD[rest[0].text] + topic_of(p))  # 收入2.7亿元，每人平均3140元
    subject = subject_between(p)
    thing = subject if subject.endswith(("价格", "价", "租金", "工资")) else _given_to_each(p) or object_before(p)
    if bounded and topic_of(p).endswith(thing):
        return None  # 水柜补助不超过4000元，每户补助最多不超过3600元
    thing = thing or _grant_before(p) or _scheme_told(p) or _spent_before(p)
    return _each(p, thing, rest) if thing else None


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


def _sums_up(tokens: Sequence[Token]) -> bool:
    """Tell whether the stretch only says that an amount is that of all: ，[共计]127.8万元."""
    return bool(tokens) and all(t.text in _SUMS for t in tokens)


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
    alike = p.like_last
    return topic_of(p) if alike and topic_of(p).endswith(_OUTLAYS) else ""


_OUTLAYS = ("花费", "开支", "支出", "经费", "成本", "费用", "开销")


def _given_to_each(p: Position) -> str:
    """Return what the number before says that those get of whom each has his amount: 扶持800个村，每村50万元."""
    if p.last is None or p.last_at < 0 or p.last.dimension not in _THOSE:
        return ""
    if p.row[p.last_at].unit in _DEALS:
        return p.last.name  # 发生境外借款26笔，共计4512万元
    given = next((word for word in _GIVEN if word in p.last.name), "")
    return p.last.name + _GIVEN[given] if given else ""


_DEALS = frozenset({"笔", "单", "宗", "份"})
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
    "发放": "",
    "兑现": "",
}


_SPARED = frozenset("拿出 安排 拨付 下达 筹集 筹措 统筹 整合 出资 拨出 切块 列支 投入 划拨".split())
_USE = 16


@only_of(dimensions=("money", "percentage", "ratio"), units=SHARES)
def used_for(p: Position) -> Reading | None:
    """Return what money or a share of it went to: 其中130亿元用于疫情防控, 扶贫资金的70%用于发展产业."""
    spared = bool(p.stretch.core) and p.stretch.core[-1].text in _SPARED and p.quantity.dimension == "money"
    if p.stretch.core and not spared:
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
    told = without_deed(topic_of(p))
    whole = "资金" if spared else fund_paid(topic_of(p)) or told
    if p.row[k].text == "作为":
        return p.reading(purpose, p.row[k:end], used=end)
    verb = "投向" if p.row[k].text == "投向" else "用于"
    name = verb + purpose + ("" if whole and purpose.endswith(whole) else whole)
    counted = end < len(p.row) and p.row[end].quantity is not None  # 用于[“一事一议”项目]227个
    used = k + 1 if counted else end
    return p.reading(name, p.row[k:end], used=used, topic=topic_of(p) or purpose)


def needed(p: Position) -> Reading | None:
    """Return the money that something takes, or what it involves, where no noun says so: 规划期内[共需]61.3亿元; [涉及]1860万元."""
    told = [t.text for t in p.stretch.core if t.kind == "word" and t.role != "drop"]
    if told == ["涉及"] and p.quantity.dimension == "money" and not p.behind.tokens:
        return p.reading("涉及资金")
    needs = any(t.text in _NEEDS for t in p.stretch.tokens)
    if p.quantity.dimension != "money" or not needs or any(t.kind == "word" for t in p.stretch.core) or p.behind.tokens:
        return None
    return p.reading("所需资金")


_NEEDS = frozenset({"需", "需要", "共需", "还需", "尚需"})
