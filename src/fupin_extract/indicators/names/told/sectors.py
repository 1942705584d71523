"""Parts of a measure that are told by what they are of alone: 工业增加值增长7%，其中[采矿业]增长3%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....words import word_class
from ...lists.parts import measure_headed, parts_the_whole
from ...spelling import PER_HEADS
from ...vocabulary import SETTLED
from .stretches import is_measure

if TYPE_CHECKING:
    from ...phrases.before import Phrase
    from ..position import Position, Reading

_MEASURES = {
    "增加值": "增加值", "生产总值": "增加值", "产值": "产值", "用电量": "用电量", "用电": "用电", "投资": "投资", "投资额": "投资",
    "实际使用外资金额": "实际使用外资", "实际使用外资": "实际使用外资", "营业收入": "营业收入", "销售收入": "销售收入",
    "收入": "收入", "净收入": "净收入", "支出": "支出", "利润总额": "利润", "利润": "利润",
    "进出口": "进出口", "进出口总值": "进出口", "进出口总额": "进出口", "产量": "产量", "总产": "产量",
    "播种面积": "播种面积", "种植面积": "种植面积", "面积": "面积", "存栏": "存栏", "出栏": "出栏", "价格": "价格",
    "价格总水平": "价格", "消费价格指数": "价格", "贷款": "贷款", "贷款余额": "贷款",
    "旅客运输量": "旅客运输量", "客运量": "客运量", "旅客发送量": "旅客发送量", "旅客吞吐量": "旅客吞吐量",
    "营业里程": "营业里程", "通车里程": "通车里程", "运营里程": "运营里程",
    "新线开通": "新线开通", "投产新线": "投产新线",
    "货物吞吐量": "吞吐量", "货运量": "货运量", "货物运输量": "运输量",
}  # fmt: skip
"""The ending of a measure of the whole, and what the measure is called of its parts."""
_DIMENSIONS = {
    "用电量": "power", "用电": "power",
    "旅客运输量": "occasions", "客运量": "occasions", "旅客发送量": "occasions", "旅客吞吐量": "occasions",
    "营业里程": "length", "通车里程": "length", "运营里程": "length", "新线开通": "length", "投产新线": "length",
    "吞吐量": "mass", "货运量": "mass", "运输量": "mass",
    "产量": "mass", "播种面积": "area", "种植面积": "area", "面积": "area", "存栏": "count", "出栏": "count", "价格": "",
}  # fmt: skip
"""The units of measures that are no money."""
_OF_SECTORS = ("增加值", "产值", "用电量", "实际使用外资")
"""Measures of sectors; the next sector is told of without 其中."""
_SECTORS = ("产业", "制造业", "业", "企业", "单位", "经济", "行业", "一产", "二产", "三产")
_MEANS_ITSELF = (
    "税", "口", "用电", "产销", "产能", "需求", "消费", "占", "用户", "人数", "市场", "指数", "债", "债券", "营收", "支付", "贡献",
)  # fmt: skip
_LONGEST = 18


def with_measure(p: Position, phrase: Phrase, reading: Reading) -> Reading:
    """Return the reading with the measure that only the whole, or the part told before it, has spelt out."""
    whole = _is_whole(phrase) and phrase.name not in _SPENT_ON
    measure = "" if reading.implied or whole else _measure_told(p, phrase)
    if not measure or reading.name.endswith(measure):
        return reading
    name = _towards(p, phrase) + reading.name + measure
    return reading._replace(name=name, topic=name, implied=True)


_SECTOR = re.compile("第[一二三]产业")
_STOCK = frozenset("牛 羊 肉牛 奶牛 肉羊 生猪 猪 家禽 鸡 鸭 马 驴".split())


def of_stock(p: Position, name: str) -> str:
    """Return the name of a beast that a list pairs with a value, with what was told of the beasts before: 生猪出栏…，[牛]、羊分别增长."""
    topic = p.last.topic if p.last else ""
    if _SECTOR.fullmatch(name) and (sector := _SECTOR.match(topic)):
        return name + topic[sector.end() :]  # 第一产业比重下降1个百分点，[第二、三产业]分别上升
    if name.endswith("类") and topic.endswith("价格"):
        return name + "价格"  # 鲜菜类价格下降2%，[蛋类、鲜果类]上涨3%、4%
    measure = next((m for m in ("产量", "播种面积", "种植面积") if topic.endswith(m)), "")
    if measure and topic[: -len(measure)][-1:] == name[-1]:
        return name + measure  # 猪肉产量390万吨，增长3%，[牛肉、羊肉]分别增长
    if name in _STOCK and topic[-2:] in ("存栏", "出栏"):
        return name + topic[-2:]
    return name + _rate_of_the_whole(p) if len(name) <= _ITEM and not name.endswith(_OWN) else name


_ITEM, _OWN = 4, ("率", "比", "例", "重", "度", "面", "量", "额", "数", "价", "入", "出", "地区")


def _rate_of_the_whole(p: Position) -> str:
    """Return the rate that was just told of the whole: 农作物[综合机械化率]超过73%，小麦、水稻分别达97.6%、86.9%; else ""."""
    last = p.last
    if last is None or last.kind != "level" or last.rule not in _WHOLE_TOLD or not last.topic.endswith("率"):
        return ""
    if p.last_at < 0 or p.row[p.last_at].unit != p.quantity.base_unit:
        return ""
    if last.rule == "respectively":
        before = next((p.topics[at] for at in sorted(p.topics, reverse=True) if at < p.last_at), "")
        alike = next((last.topic[k:] for k in range(len(last.topic)) if before.endswith(last.topic[k:])), "")
        return alike if p.stretch.joined and len(alike) > 1 else ""
    told = last.tokens[len(last.tokens) > _OF_SOMETHING :]
    name = "".join(t.text for t in told if t.kind == "word")
    return name if last.topic.endswith(name) else ""


_OF_SOMETHING = 2
"""A rate of more words begins with what it is of: [农作物]耕种收综合机械化率."""


_WHOLE_TOLD = frozenset({"before", "came_to", "respectively"})


def _towards(p: Position, phrase: Phrase) -> str:
    """Return the 对 in front of those that something is traded with: [对]东盟增长8.6%."""
    k = next(k for k, t in enumerate(p.row) if t.start == phrase.tokens[0].start)
    return "对" if k and p.row[k - 1].text == "对" else ""


def _is_whole(phrase: Phrase) -> bool:
    """Tell whether the phrase says itself what is measured, or is no name of a part."""
    last = phrase.tokens[-1]
    return (
        is_measure(phrase)
        or (phrase.verb and not phrase.name.endswith("类"))
        or any(trade in phrase.name for trade in ("出口", "进口"))
        or any(t.role or t.tag in ("r", "t", "f", "x") or t.text in PER_HEADS for t in phrase.tokens)
        or last.text in word_class("payers")
        or phrase.name.endswith(_MEANS_ITSELF)
        or len(phrase.name) > _LONGEST
    )


_SPENT_ON = frozenset(
    "衣着 居住 生活用品及服务 生活用品和服务 交通和通信 交通通信 教育文化和娱乐 教育文化娱乐 医疗保健 其他用品和服务 其他用品及服务".split()
)
"""The parts of consumption in price statistics (国家统计局《居民消费支出分类》), also where the word is a deed elsewhere."""
_RESIDENTS = ("居民", "住户", "家庭")
_PER_HEAD = re.compile("人均.*$")
_TOLD_OF_BOTH = ("价格", "零售总额", "零售额", "可支配收入", "纯收入", "消费支出")


def _measure_told(p: Position, phrase: Phrase) -> str:
    """Return the measure that the number before was of, if this one is of another part of it; else ""."""
    headed = measure_headed(p.row[: p.at])
    if headed and p.quantity.dimension in ("mass", "volume", "count", "power"):
        return headed
    if p.last is None:
        return ""
    if of_both := _of_town_or_country(p, phrase, p.last.topic):
        return of_both
    ending, measure = _measure_of(_topic_parted(p, p.last.topic))
    return measure if measure and _may_have(p, phrase, ending, measure) else ""


def _of_town_or_country(p: Position, phrase: Phrase, topic: str) -> str:
    """Return the measure told of all that is told of the towns or the villages next: 可支配收入4万元，其中[城镇居民]5万元; else ""."""
    both = phrase.tokens[0].text in SETTLED and _parts(p) and topic.endswith(_TOLD_OF_BOTH) and _is_amount(p)
    if both and phrase.name in SETTLED:
        return next((topic[len(w) :] for w in SETTLED if topic.startswith(w)), topic)
    per_head = _PER_HEAD.search(topic) if both and phrase.name.endswith(_RESIDENTS) else None
    return per_head[0] if per_head else ""


def _topic_parted(p: Position, topic: str) -> str:
    """Return what the number before measured, of which this one may measure a part; behind a 贡献率 what was told in its unit."""
    topic = _itself(topic)
    if not topic.endswith("贡献率") or _by_a_rate(p):
        return topic
    alike = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit)
    return next(alike, p.levels.get(p.quantity.base_unit, topic))  # 第二产业增加值…，贡献率50%；[第三产业]2524亿元


def _measure_of(topic: str) -> tuple[str, str]:
    """Return the ending of a topic that is a measure with parts, and that measure as its parts are told of it."""
    ending = max((m for m in _MEASURES if topic.endswith(m)), key=len, default="")
    measure, per_time = _MEASURES.get(ending, ""), topic.removesuffix(ending)[-2:]
    if measure and per_time in _PER_TIME:
        measure = per_time + measure  # 月均收入4780元，其中[制造业]4780元
    return ending, measure


def _may_have(p: Position, phrase: Phrase, ending: str, measure: str) -> bool:
    """Tell whether the phrase is a part that has a measure: a sector its 增加值, a product its 产量; 造林 has no 面积."""
    sector = phrase.name.endswith(_SECTORS) and phrase.name != "经济"
    deed = phrase.tokens[-1].tag in ("v", "vn") and not (measure == "价格" and phrase.name in _SPENT_ON)
    if (ending == "生产总值" and not sector) or (deed and measure not in _SPENDS):
        return False  # but 教育 is a 支出, 污水处理 an 投资
    if p.quantity.dimension != _DIMENSIONS.get(measure, "money") and not _by_a_rate(p):
        return False
    if _parts(p) or (sector and measure in _OF_SECTORS) or (measure in _OF_PRODUCTS and _is_next_product(p, phrase)):
        return True
    return (sector or measure in _DIMENSIONS) and _like_the_last(p, phrase, ending)


_SPENDS = frozenset({"支出", "投资"})
_OF_PRODUCTS = frozenset({"产量", "播种面积", "种植面积", "存栏"})


def _is_next_product(p: Position, phrase: Phrase) -> bool:
    """Tell whether the clause is but a product and its number, as a list gives one after the other: 肉类总产2万吨，[禽蛋]4200吨."""
    told = p.stretch.tokens
    alone = len(told) == len(phrase.tokens) == 1 and told[0].tag == "n" and not p.behind.tokens
    first = p.at - len(told)
    on = p.last_at >= 0 or (p.last is not None and p.last.goes_on and first == 0)
    return alone and on and not _by_a_rate(p) and (first == 0 or p.row[first - 1].text in "，,、")


_PER_TIME = frozenset({"月均", "日均"})
_RATES = ("增速", "增幅", "降幅", "升幅", "涨幅", "占比")


def _is_amount(p: Position) -> bool:
    """Tell whether the number may measure what the one before did: a rate, the same dimension, money of an income or a sum."""
    topic, before = (p.last.topic, p.last.dimension) if p.last else ("", "")
    sums = p.quantity.dimension == "money" and topic.endswith(("额", "收入", "支出"))
    return _by_a_rate(p) or before == p.quantity.dimension or sums or topic.endswith("额")


def _itself(topic: str) -> str:
    """Return what a share or rate of growth was of: 种植业收入[占比], 贮藏能力[占产量], 月均收入[升幅]."""
    topic = next((topic.removesuffix(rate) for rate in _RATES if topic.endswith(rate)), topic)
    return topic.partition("占")[0] or topic


def _by_a_rate(p: Position) -> bool:
    return p.quantity.base_unit in ("%", "倍", "百分点", "分之")


def _parts(p: Position) -> bool:
    """Tell whether the sentence says that it parts the whole: 其中, 分产业看, 按经营地分."""
    return parts_the_whole(p.row[: p.at]) or (p.last is not None and p.last.parted)


def _like_the_last(p: Position, phrase: Phrase, ending: str) -> bool:
    """Tell whether the part ends as the one whose measure was just told: 采矿业增加值, then 制造业; 夏粮产量, then 秋粮."""
    whose = _itself(p.last.topic).removesuffix(ending) if p.last else ""
    return bool(whose) and whose[-1] == phrase.name[-1] and p.last_at >= 0
