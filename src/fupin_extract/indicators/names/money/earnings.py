"""Money of everyday speech: what somebody earned or sold for, what a mu yields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....words import word_class, words
from ...phrases.before import is_each, phrase_ending
from ...rows import COMMAS, clause_before
from ...spelling import PER_HEADS, spell
from ...terms.denominators import sold_by
from ...vocabulary import EARNS, GETS, SHARED_OUT
from ..position import Position, Reading, only_of
from ..told.goods import (
    COSTS_OFF,
    LIVINGS,
    NO_UNIT,
    goods_told,
    is_timely,
    tells_of_others,
    without_raising,
    work_before,
)
from ..told.subjects import object_before, tells_of_one
from ..told.topics import PRICES, topic_of, without_deed, without_size
from .paid import pay_of_those

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token

_SHARED = SHARED_OUT | {"分"}
_EARNS = EARNS | _SHARED | set("净落 落下 净挣 挣回 挣下 净剩 挣个 赚个 挣得 赚得 净赚 进账 到手 落".split())
_SHARING = frozenset("分给 分红 入股 股份 股金 配股 按股 股 红利".split())
"""Words of shares and dividends; where one of them stands, what each was given is his 分红."""
_SOLD_TO = frozenset({"卖给", "售给", "卖与"})
_SELLS = frozenset("卖给 售给 卖与 卖 卖出 卖到 卖得 售出 卖上".split())
_TELLS = _EARNS | _SELLS


def _verb_told(p: Position) -> tuple[list[Token], list[Token]] | None:
    """Return the words up to a verb of earning or selling in front of the number, and those before it; None where none is."""
    core = list(p.stretch.core)
    while core and core[-1].role == "drop":
        core.pop()
    if len(core) > 1 and core[-1].text == "个" and core[-2].text in _TELLS:
        core.pop()  # 一年也就挣[个]万把块
    if (to := next((k for k, t in enumerate(core) if t.text in _SOLD_TO), None)) is not None:
        core = core[: to + 1]  # [卖给]电网能得3000块
    if not core or core[-1].text not in _TELLS:
        return None
    before = core[:-1]
    while before and before[-1].role == "drop":
        before = before[:-1]
    if is_each(before):
        before = before[:-2]
    elif is_each([*before[:-2], *before[-1:]]) and before[-2].text in "百千":
        before = before[:-3]  # 湿谷[每百台斤]卖950元
    return None if before and before[-1].role in ("more", "less") else (core, before)


@only_of(dimensions=("money",), units=NO_UNIT)
def earned(p: Position) -> Reading | None:
    """Return the income or price that a verb of everyday speech tells: 一天能挣80元, 木耳卖了两万元, 每斤卖到8元."""
    if p.behind.de or (told := _verb_told(p)) is None:
        return None
    core, before = told
    verb = core[-1].text
    if verb in _PAID_OUT and (paid := _payment_before(p)):
        return _told(p, core, paid, implied=True)
    if verb == "落" and not (len(core) > 1 and core[-2].text in ("能", "可", "还能", "也能", "才能")):
        return None  # 净落 is a name of its own
    if verb in _SHARED and not (tells_of_one(p) and "分" in topic_of(p)):
        return _told(p, core, "分红") if any(t.text in _SHARING for t in p.row[: p.at]) else None
    if any(t.text in COSTS_OFF for t in before):
        before = []  # 除去饲料只赚两三百元
    return _sold(p, core, before) if verb in _SELLS else _made(p, core, before)


def _told(p: Position, core: Sequence[Token], name: str, *, implied: bool = False) -> Reading:
    return p.reading(name, core, implied=implied)


def _sold(p: Position, core: Sequence[Token], before: Sequence[Token]) -> Reading:
    """Return what the goods brought, or their price."""
    goods, clause = _goods(p, before), "".join(t.text for t in p.stretch.tokens)
    timely = all(is_timely(t) for t in before)
    priced = any(f"{each}{unit}" in clause for each in ("每", "一", "每百") for unit in word_class("sold_by"))
    priced |= sold_by(p.row, p.at, p.at) in word_class("sold_by")  # 猪只能卖6块钱一斤
    if (timely and _sold_again(p)) or (not priced and _again(p, before)):
        return _told(p, core, topic_of(p), implied=True)
    if len(goods) == 1 and timely and not priced and p.last is not None:
        return _told(p, core, f"卖{goods}收入", implied=True)  # 养了十二头猪，卖得三万六千元
    goods = _telling(goods)
    if not priced:
        return _told(p, core, _proceeds(goods))
    sold = before[-1].text if before and before[-1].tag == "n" and not before[-1].role else ""
    goods = goods or goods_told(p) or (sold if len(sold) == 1 else _sold_before(p))
    return _told(p, core, goods + "价格")  # 每方[水]卖到八九十元


def _made(p: Position, core: Sequence[Token], before: Sequence[Token]) -> Reading:
    """Return the income from the goods or the work told of."""
    if pay := pay_of_those(p):
        return _told(p, core, pay, implied=True)
    goods = _goods(p, before, work_before(p) or _work_of_those(p))
    if p.last is not None and tells_of_one(p):
        share = p.last.topic.replace("户均", "").replace("人均", "")
        return _told(p, core, share, implied=True)._replace(topic=p.last.topic)
    return _told(p, core, _income("".join(t.text for t in p.stretch.tokens), core[-1].text, _telling(goods)))


def _goods(p: Position, before: Sequence[Token], work: str = "") -> str:
    """Return the goods in front of the verb, the work told of before it, else the goods told of before."""
    goods = without_deed(phrase_ending(before).name) if before else ""
    goods = "" if goods in ("行情", "市价", "时价") else goods
    if len(goods) > 1 or work:
        return goods if len(goods) > 1 else work
    things = p.last is not None and p.last.dimension in ("count", "mass", "area", "volume")
    if p.last_at >= 0 and topic_of(p).endswith(_PRICED):
        return goods_told(p)  # 采鲜菇1.4万斤，按每斤4块5的收购价，卖了6.3万元
    things = things and not any(t.text.endswith("收入") for t in p.row[max(0, p.last_at) : p.at])
    if things:
        return goods_told(p) or _goods_of_topic(p)
    return goods_told(p) if p.last_at < 0 else ""  # 动员他种[辣椒]，当年卖了3200元


def _telling(goods: str) -> str:
    return goods if len(goods) > 1 and goods != "亩产" and not goods.endswith(_SEASONS) else ""


_OWN_WORDS = frozenset("净落 净挣 净剩 净赚 进账 到手 落下 挣回".split())
"""What these tell has no better name than they are: 木耳[进账], [净赚]."""
_OF_ONE = "[每一][亩斤箱头只户人袋棵根吨]"
_WHO = ("大户", "农户", "贫困户", "村民", "社员", "农民", "职工", "一家", "人家")
_IN_A_TIME = re.compile(f"(?:{_OF_ONE})?(?:每个?[月天年日]|一个?月|一[天年])|{_OF_ONE}|[人户]均")


_SEASONS = ("月份", "时候", "时节", "工夫", "旺季", "淡季", "旺季卖", "淡季卖")
_WHERE_GROWN = ("园", "地", "田", "棚", "林", "均", "山")


def _proceeds(goods: str) -> str:
    """Return what money is called that goods, or what they grow on, brought: 卖木耳收入, 果园收入."""
    if not goods:
        return "销售收入"
    return goods + "收入" if goods.endswith(_WHERE_GROWN) else f"卖{goods.removeprefix('产')}收入"


def _income(clause: str, verb: str, goods: str) -> str:
    """Return what money is called that a verb of earning tells: 扎钢筋收入, 木耳进账; without its work, [每月挣]."""
    if goods.endswith("收入"):
        return goods
    if goods in PER_HEADS:
        return goods + verb
    if any(who in goods for who in _WHO):
        goods = ""  # 种植大户王根宝一家就[进账]23万元
    if verb in _OWN_WORDS:
        return goods + verb
    if goods:
        return goods + "收入"
    time = _IN_A_TIME.search(clause)
    return f"{time[0]}{verb[0]}" if time else "收入"


def _work_of_those(p: Position) -> str:
    """Return the work that those counted before went to: [外出打工]48人，挣回96万元."""
    folk = p.last is not None and p.last_at >= 0 and p.last.dimension == "people"
    return topic_of(p) if folk and topic_of(p).endswith(("打工", "务工")) else ""


def _again(p: Position, before: Sequence[Token]) -> bool:
    """Tell whether goods whose price was told have another one now: 保底价每公斤4元，今年最高[卖到]6.8元; not 总共卖了1800元."""
    if not topic_of(p).endswith(_PRICED):
        return False
    last = p.row[p.last_at].quantity if p.last_at >= 0 else None
    if last is None:
        alone = all(is_timely(t) for t in before) and not any(t.text in _IN_ALL for t in p.stretch.tokens)
        return alone and not tells_of_others(p) and p.quantity.value < _NO_PRICE
    alike = last.base_unit == p.quantity.base_unit and last.value <= _DEARER * p.quantity.value
    return alike and p.quantity.value <= _DEARER * last.value  # 去年一斤33块，今年好的能卖38块


_DEARER, _NO_PRICE = 4, 10000


_OF_GOODS = re.compile("(?:卖|产|出售|售出|卖出|销售|收获)?(.{1,6}?)(?:价格|销售收入|收入|销售额|产量|亩产)")


_IN_ALL = frozenset("共 累计".split())


def _sold_before(p: Position) -> str:
    """Return the goods whose price, sale or yield was told before: 以前一斤卖七块，去年卖到16块."""
    told = _OF_GOODS.fullmatch(topic_of(p))
    cut = words().cut(told[1], 0, len(told[1])) if told else []
    return told[1] if told and cut and all(w.tag in ("n", "x") for w in cut) else ""


_PRICED = (*PRICES, "收购价", "批发价", "保底价", "保护价")
"""Endings of a price told before: 保底价每公斤4元，今年最高卖到6.8元."""


def _goods_of_topic(p: Position) -> str:
    """Return the goods that the number before measured; a house brings no income by itself."""
    if tells_of_others(p):
        return ""  # 装了120盏路灯，每天送两趟菜，一趟能挣五六十块
    goods = without_size(without_deed(topic_of(p)).removesuffix("亩产"))
    goods = without_raising(goods)
    cut = words().cut(goods, 0, len(goods))
    if cut and cut[-1].tag == "v":
        cut, goods = cut[:-1], goods[: -len(cut[-1].text)]  # 花椒[收]了二百斤
    if any(w.tag in ("v", "s") for w in cut) or goods.startswith(_WHO):
        return ""  # 家里种着4000袋，一年拢共挣五万多
    return "" if goods.endswith(_NO_GOODS) else goods


def _sold_again(p: Position) -> bool:
    """Tell whether the clause only says what the goods brought another time: 去年桃子卖了3.2万元。今年又[卖]了4万元."""
    return topic_of(p).startswith("卖") and topic_of(p).endswith("收入") and not (p.last_at < 0 and p.comma)


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
    "超市",
    "门店",
    "企业",
    "公司",
    "网点",
    "市场",
)
_PAID_OUT = GETS | {"领取"}
_PAYMENTS = (
    "低保",
    "低保金",
    "养老金",
    "退休金",
    "工资",
    "补贴",
    "补助",
    "奖补",
    "津贴",
    "抚恤金",
    "奖金",
    "补助金",
    "救助金",
)


def _payment_before(p: Position) -> str:
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
def yields(p: Position) -> Reading | None:
    """Return the yield that everyday speech tells: 一亩地能打七百来斤."""
    core = [t for t in p.stretch.core if t.role != "drop" or t.text in _PER_MU]
    if not core or core[-1].text not in _REAPS:
        return None
    if not any(t.text.startswith(_PER_MU) for t in p.stretch.tokens):
        return _reaped(p, core)
    crop = spell(
        [t for t in core[:-1] if t.tag == "n" and t.text not in _LAND and not t.text.startswith(_PER_MU)]
    ) or goods_told(p)
    reading = p.reading(crop + "亩产", core)
    more = core[-2].text if len(core) > 1 else ""
    if more in ("多", "少"):  # 一亩地比去年[多]打三百斤
        return reading._replace(kind="change", direction="up" if more == "多" else "down")
    return reading


def _reaped(p: Position, core: Sequence[Token]) -> Reading | None:
    """Return the deed with the crop told of before: 10亩谷子[收]了4000斤; 养了22箱蜂，[割]了四百斤."""
    field = p.last is not None and p.last_at >= 0 and p.last.dimension == "area"
    crop = without_raising(without_deed(topic_of(p))) if field else goods_told(p)
    if not crop or crop.endswith(("地", "田")) or p.behind.tokens or len(core[-1].text) > 1:
        return None
    if len(core) > 1 and core[-2].nominal and core[-2].text != crop:
        return None
    name = core[-1].text + crop
    return p.reading(name, core[-1:], implied=True)


_BY_TIME = frozenset("一年到头 一年 一个月 一天 一季 下来 一年下来 每月 每年 每天 全年".split())


_TOTALLED = frozenset("一年到头 下来 里外里 算下来 加起来 合起来 一年下来".split())


def _all_told(p: Position) -> bool:
    """Tell whether the clause only says over what time all was added up: ，[一年下来]三万多元."""
    words = {t.text for t in p.stretch.tokens if t.kind == "word"}
    times = "一年到头" in words or (bool(words & _TIMES_ALONE) and bool(words & _TOTALLED))
    return times and words <= _ALL_TOLD


_THIS_ALONE = ("这一项", "此一项", "这一样")


def _living_before(p: Position) -> str:
    """Return the livelihood that the clause before ends in: 村民们[卖板栗]，一年下来只有三四千元."""
    clause = clause_before(p.row, p.comma) if p.comma else ()
    k = next((k for k in range(len(clause) - 1, -1, -1) if clause[k].text in _LIVES_BY), len(clause))
    done = clause[k:]
    told = spell(done) if 1 < len(done) <= _FEW and all(t.nominal for t in done[1:]) else ""
    return told if told or not done or done[-1].text not in LIVINGS else done[-1].text


_LIVES_BY = frozenset("卖 种 养 打 做 跑 开 采 编 绣 摆 炸 烤 织 捕 放 挖 当".split()) | LIVINGS
_FEW = 3
_NEARLY = frozenset("也 就 还 能 近 约 将近 差不多 至少 大概 少说 满打满算 只有 不过 总共 共 才 只".split())
_TIMES_ALONE, _ALL_TOLD = _BY_TIME - _TOTALLED, _BY_TIME | _TOTALLED | _NEARLY


@only_of(dimensions=("money",), units=NO_UNIT)
def makes(p: Position) -> Reading | None:
    """Return the income that somebody is said to have in a time: 加上务工，一年能[有]两万多块; 全年下来，少说也[有]3万块."""
    tokens = p.stretch.tokens
    if not tokens or p.behind.tokens:
        return None
    if _all_told(p):
        return p.reading(f"{_living_before(p)}收入", tokens)  # 一年下来七千
    if any(t.text.endswith(_THIS_ALONE) for t in tokens) and not p.stretch.core:
        return p.reading(f"{goods_told(p)}收入", tokens, implied=True)  # 光这一项就有两万多元
    if not tokens[-1].text.endswith("有"):
        return None
    end = p.behind_what
    spoken = {t.text for t in tokens} | ({p.row[end - 1].text} if end > 0 and p.row[end].text == "，" else set())
    if not spoken & _BY_TIME or any(t.kind == "word" and t.role not in ("drop", "link") for t in tokens):
        return None
    told = object_before(p)
    if told.endswith(_PAYMENTS):
        return p.reading(told, tokens, implied=True)
    return p.reading("收入", tokens)
