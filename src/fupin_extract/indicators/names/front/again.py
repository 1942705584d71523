"""A deed told alone, of the things that the sentence told of before: 低保对象增加120户，[退出]96户."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import words
from ...rules import first_answer
from ...spelling import CALLED, NOUN_UNITS
from ...vocabulary import PEOPLE
from ..told.subjects import object_before, subject
from ..told.topics import topic_alike, topic_of, without_deed, without_size
from .plain import TRANSITIVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...phrases.before import Phrase
    from ..position import Position, Reading

SPREADS = frozenset({"推广", "扩种", "发展", "种植", "推开", "普及"})
"""Deeds that bring a thing to an amount: 全膜双垄马铃薯，今年[推广]到48.5万亩."""


def is_lone_deed(phrase: Phrase) -> bool:
    """Tell whether the phrase is a deed and no more."""
    deed = phrase.tokens[0]
    lone = len(phrase.tokens) == 1 or phrase.name in _DOUBLED or _begins_works(phrase)
    return lone and deed.tag in ("v", "vn") and not deed.role and deed.text not in TRANSITIVE


def _begins_works(phrase: Phrase) -> bool:
    """Tell whether the phrase says of works, named by their deed, that they began or ended: 道路[硬化开工]96条."""
    return (
        len(phrase.tokens) == _WORKS
        and phrase.tokens[1].text in ("开工", "竣工", "完工")
        and phrase.tokens[0].tag in ("v", "vn")
    )


_WORKS = 2
_HANDS_OUT = frozenset("兑现 发放 发 兑付 拨付 到账".split())
_HANDED_OUT = ("补贴", "补助", "分红", "奖补", "资金", "奖励", "工资", "奖补资金")
_FOUND_OUT = ("排查", "发现", "查出", "确定", "梳理", "反馈", "收集", "交办", "督办", "查找", "征集", "摸排")
"""Ways in which things came to be known; what is done about them afterwards is done about the things: 排查问题43个，整改37个."""
_DOUBLED = frozenset(
    "开工建设 建设完成 建成投产 竣工投产 建成投用 建成使用 整改完成 签约落地 投入使用 帮助销售".split()
)
"""Deeds that are told by two verbs."""


def done_again(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed with its object from the clause before: 这样的项目，上半年已承接1300多个; None where it has none."""
    return first_answer(_RULES, p, phrase)


def _elided(p: Position, phrase: Phrase, name: str, topic: str | None = None) -> Reading:
    return p.reading(name, phrase.tokens, rule="elided", implied=True, topic=topic)


def _counts(p: Position, phrase: Phrase) -> bool:
    """Tell whether the number counts things that a deed was done to, or the land or the places that one came to."""
    if p.quantity.dimension in ("count", "occasions") and not p.stretch.linked:
        return p.quantity.base_unit not in NOUN_UNITS or _spreads(p, phrase)
    return _spreads(p, phrase)


def _spreads(p: Position, phrase: Phrase) -> bool:
    return p.quantity.dimension in ("area", "count") and p.stretch.to and phrase.name in SPREADS


def _done_to_some(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed done to some of the things told of: 查出的43个问题[已整改]37个."""
    if p.last is None or not p.like_last or not _counts(p, phrase) or not _some_of(p):
        return None
    found = phrase.name in p.last.topic or p.last.topic.startswith(_FOUND_OUT)
    topic = without_deed(p.last.topic) if found else p.last.topic
    name = topic if topic.endswith(phrase.name) else phrase.name + topic  # 整改任务3186个，已完成[整改]1879个
    return _elided(p, phrase, name, topic)


def _done_to_folk(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed done to some of the people told of: 排查出辍学学生86名，[已劝返]81名."""
    folk = p.quantity.dimension in PEOPLE and phrase.name in _TO_FOLK
    if not folk or p.last is None or not p.like_last or not _some_of(p):
        return None
    return _elided(p, phrase, phrase.name + p.last.topic.removeprefix("排查"), p.last.topic)


def _done_once_more(p: Position, phrase: Phrase) -> Reading | None:
    again = _deed_again(p, phrase) if _counts(p, phrase) else ""
    return _elided(p, phrase, again) if again else None


def _told_in_full(p: Position, phrase: Phrase) -> Reading | None:
    """Return the name that began with the deed before: 累计投入援助资金70亿元，年均增长8%，其中去年[投入]30亿元."""
    alike = p.last is not None and p.last.dimension == (p.quantity.dimension or "")
    again = topic_of(p) if alike else topic_alike(p)
    in_full = again != phrase.name and again.startswith(phrase.name) and not p.stretch.linked
    return _elided(p, phrase, again) if again and in_full else None


def _on_or_off_the_list(p: Position, phrase: Phrase) -> Reading | None:
    """Return who came on a list of those helped or off it: 低保对象增加120户，[退出]96户."""
    listed = phrase.name in _IN_AND_OUT and not p.stretch.linked
    again = _in_and_out(p) if listed else ""
    return _elided(p, phrase, phrase.name + again, again) if again else None


def _done_to_them(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed done to those just told of: 养了8头牛，刚[卖]了2头; 村道12公里，仅[硬化]3公里."""
    thing = without_deed(topic_of(p)) if p.like_last else ""
    if not thing or subject(p.stretch.core, phrase):
        return None
    on = _is_done_to_them(p, phrase, thing)
    return _elided(p, phrase, phrase.tokens[-1].text + on, thing) if on else None


def _paid_out(p: Position, phrase: Phrase) -> Reading | None:
    """Return the money told of as handed out: 一亩补贴300元，已[兑现]27万元."""
    paid = p.quantity.dimension == "money" and phrase.name in _HANDS_OUT and topic_of(p).endswith(_HANDED_OUT)
    if not paid or subject(p.stretch.core, phrase):
        return None
    thing = without_deed(topic_of(p))
    return _elided(p, phrase, phrase.name + thing, thing)


def _sold_as_well(p: Position, phrase: Phrase) -> Reading | None:
    """Return the second deed done to things that were bought: 购买脱贫地区农产品51亿元、[帮助销售]40亿元."""
    told = topic_of(p)
    sells = p.stretch.joined or (phrase.name in _SELLS and told.startswith(("采购", "购买", "认购")))
    if not sells or not p.like_last or p.quantity.dimension == "people":
        return None
    thing = without_deed(told)
    return _elided(p, phrase, phrase.name + thing) if thing and thing != told else None


def _done_to_the_object(p: Position, phrase: Phrase) -> Reading | None:
    """Return the deed with the object that the clause before ends in: 这样的[项目]，上半年已承接1300多个."""
    if not _counts(p, phrase) or subject(p.stretch.core, phrase) or not (fronted := object_before(p)):
        return None
    fronted = fronted.removesuffix("建设") if "建" in phrase.tokens[-1].text else fronted
    name = fronted if fronted.endswith(phrase.name) else phrase.tokens[-1].text + fronted
    return _elided(p, phrase, name, fronted)


_RULES: tuple[Callable[[Position, Phrase], Reading | None], ...] = (
    _done_to_some,
    _done_to_folk,
    _done_once_more,
    _told_in_full,
    _on_or_off_the_list,
    _done_to_them,
    _paid_out,
    _sold_as_well,
    _done_to_the_object,
)
"""Of what things a deed may be told alone, in order."""


_TO_FOLK = frozenset("劝返 帮扶 救助 安置 慰问 资助 培训 走访 救治 签约 核查".split())
_SELLS = frozenset({"帮助销售", "帮销", "销售", "帮助推销", "代销"})
_IN_AND_OUT = frozenset("退出 清退 停发 停保 取消 注销 核减 剔除 新增 新纳入 纳入 新识别 调出 清理".split())
"""Ways to come onto a list of those helped and off it: 低保对象增加120户，[退出]96户."""


def _in_and_out(p: Position) -> str:
    """Return who came on the list or was on it that the sentence tells of before."""
    units = CALLED if p.quantity.base_unit in CALLED else {p.quantity.base_unit}
    told = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit in units)
    return next((kept for topic in told if (kept := topic.removeprefix("新增")).endswith(_ON_LISTS)), "")


_ON_LISTS = ("对象", "低保", "五保", "户", "人口", "人员", "特困", "供养", "村", "县")


def _deed_again(p: Position, phrase: Phrase) -> str:
    """Return what the sentence told of the deed before, or of what it has been done to since: 计划退出贫困村12个，实际[退出]14个."""
    told = [p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit]
    if again := next((topic for topic in told if topic.startswith(phrase.name)), ""):
        return again
    if told and phrase.tokens[-1].text in _ON_THEM and len(phrase.tokens[-1].text) == 1:
        return phrase.tokens[-1].text + without_deed(told[0])  # 卖了5头牛，今年打算再[买]4头
    return phrase.name + without_deed(told[0]) if told and _some_of(p) and phrase.name not in told[0] else ""


def _is_done_to_them(p: Position, phrase: Phrase, thing: str) -> str:
    """Return what a deed alone is done to, some or more of those just told of: 养了8头牛，刚[卖]了2头; 村道12公里，仅[硬化]3公里."""
    if p.stretch.linked or phrase.tokens[-1].text in _ON_THEM:
        return "" if p.stretch.linked else thing
    told = words().cut(without_size(thing), 0, len(without_size(thing)))
    while told and told[-1].tag in ("v", "vn"):
        told = told[:-1]
    measured = p.quantity.dimension in ("length", "area", "volume") and not p.stretch.joined
    measured = measured and phrase.name not in _OBJECT_INSIDE
    nouns = any(w.tag in ("n", "nz", "j") and not w.role for w in told)
    return "".join(w.text for w in told) if measured and nouns else ""


_OBJECT_INSIDE = frozenset("造林 种草 植树 修路 绝收 成灾 受灾 受旱 受淹 减产 治沙 还林".split())
_ON_THEM = frozenset("卖 卖掉 卖出 买 买了 种 养 栽 添 杀 宰 死 出栏".split())


def _some_of(p: Position) -> bool:
    """Tell whether 已 says that the deed was done to some of the things just told of."""
    return any(t.text in ("已", "已经") for t in p.stretch.tokens)
