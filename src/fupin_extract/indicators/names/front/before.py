"""Numbers whose noun stands in front of them, in their clause or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....words import word_class
from ...phrases.before import Phrase, phrase_ending
from ...rules import first_answer
from ...spelling import PER_HEADS
from ...vocabulary import INSIDE, SHARES, SUMS
from ..counts.extremes import is_one_place
from ..told.goods import WORKS, goods_told
from ..told.nameless import FOLK, names_nothing
from ..told.said import predicated
from ..told.sectors import with_measure
from ..told.stretches import strip
from ..told.subjects import subject_between
from ..told.topics import AMOUNTS, topic_alike, topic_of, without_deed, without_share
from .again import is_lone_deed
from .completion import completed_name
from .lone import lone_deed
from .plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...rows import Token
    from ..position import Position, Reading


_STAGES = frozenset("开工 动工 竣工 完工 投产 入住 建成 交付 启动 验收 办结".split())
_BUILT = ("项目", "工程")
"""Of works that were counted the next numbers tell how many began and ended: 实施项目386个，[开工]352个、[完工]217个."""
_STAGE_RATES = frozenset(
    "开工率 动工率 竣工率 完工率 投产率 入住率 完成率 验收率 办结率 支付率 支出率 拆旧率 复垦率".split()
)
_COMES_TO = (*_STAGES, *_STAGE_RATES)


def _next_stage(p: Position, phrase: Phrase) -> str:
    """Return how many of the works told of came to the next stage, or their share: 道路硬化开工96条，[竣工]88条，[完成率]92%."""
    told = topic_of(p) if p.last_at >= 0 and len(p.stretch.core) == len(phrase.tokens) else ""
    if not told or subject_between(p):
        return ""
    works = next((w for w in _COMES_TO if told.endswith(w) and told != w), "")
    if phrase.name in _STAGE_RATES:
        return told.removesuffix(works) + phrase.name if works else ""
    if phrase.name not in _STAGES or p.row[p.last_at].unit != p.quantity.base_unit:
        return ""
    bare = without_deed(told)
    things = "" if not told.endswith(_BUILT) else told if bare in _BUILT else bare
    return told.removesuffix(works) + phrase.name if works in _STAGES else things and phrase.name + things


_PEOPLE = frozenset("农民 居民 村民 群众 果农 农户 牧民 农牧民 农村人口 农业人口".split())
_COMES = frozenset("来自 来源于 源于 出自 靠 依靠 归 归于 用于 投向".split())
_AGAINST_PLAN = frozenset({"短收", "超收", "欠收", "超额"})
_LANDS = ("山区", "地区", "片区", "灌区", "库区", "川区")


def named_before(p: Position) -> Reading | None:
    """Return the noun phrase in front: 农民人均纯收入4024元, 建成标准化村卫生室522个, 投资10.7亿元."""
    phrase = _phrase_before(p)
    if _is_no_name(p, phrase):
        return None
    if reading := _what_they_do(p, phrase) or _summed_up(p, phrase):
        return reading
    if _is_of_others(p):
        return None
    phrase = _without_lands(phrase)
    if phrase.name in PER_HEADS:
        return _per_head(p, phrase)
    return first_answer(_COMPLETED, p, phrase)


def _phrase_before(p: Position) -> Phrase:
    """Return the noun phrase in front without light verbs, 其 and 计划, which are part of no name."""
    core = _without_lone(_brought(p))
    return _without_plan(p.stretch.phrase if core is p.stretch.core else phrase_ending(core))


def _is_no_name(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase does not say what the number measures: what stands behind does, or nothing."""
    if phrase.name in _BATCHES and p.behind.predicate:
        return True  # [首批]622户已在7月抵达
    labels = p.behind.subject and p.quantity.dimension == "count" and not p.stretch.linked
    return not phrase.name or labels or names_nothing(p, phrase)  # 轻工[11类]商品零售额超2万亿元


_BATCHES = frozenset({"首批", "头批", "头一批", "第一批", "第二批", "第三批"})


def _is_of_others(p: Position) -> bool:
    """Tell whether the number is that of one place among those told of, or sums up the bodies of a list."""
    if is_one_place(p.stretch.tokens):
        return True  # 开工率91.8%，[最低的省]也达到78%
    return p.row[p.at - 1].text == "等" and p.quantity.base_unit in (
        "部门",
        "部委",
    )  # 省扶贫办、省财政厅等4部门组成考评组


def _what_they_do(p: Position, phrase: Phrase) -> Reading | None:
    """Return what is true of a share of those in front: 自然村有九成七[通了硬化路], 农民收入的六成[来自务工]."""
    has = p.stretch.linked and p.stretch.tokens[-1].text == "有"
    comes = bool(p.behind.predicate) and p.behind.predicate[0].text in _COMES
    said = predicated(p) if (has or comes) and p.quantity.base_unit in SHARES else ""
    if not said:
        return None
    name = phrase.name + said
    return p.reading(name, phrase.tokens, rule="share_of", used=p.behind.said_to, topic=phrase.name)


def _summed_up(p: Position, phrase: Phrase) -> Reading | None:
    """Return the things whose examples a list gives: 项目包括科学大道、科学谷等79个."""
    if phrase.verb or p.row[p.at - 1].text != "等":
        return None
    tokens = p.stretch.tokens
    at = next((k for k, t in enumerate(tokens) if t.text in _COMPRISES), None)
    things = phrase_ending(tokens[:at]) if at else Phrase([])
    return p.reading(things.name, things.tokens, rule="before") if things.name else None


_COMPRISES = frozenset("包括 涵盖 包含 涉及 含 有 主要有 盛产 发现".split())


def _without_lands(phrase: Phrase) -> Phrase:
    """Return 人均 without the lands whose people have so much each: 新修梯田36万亩，大部分[山区]人均达到1.5亩."""
    tokens = phrase.tokens
    lands = len(tokens) > 1 and tokens[-1].text in PER_HEADS and tokens[-2].text.endswith(_LANDS)
    return Phrase(tokens[-1:]) if lands else phrase


def _per_head(p: Position, phrase: Phrase) -> Reading | None:
    """Return what each one has so much of, told before the 人均 or 户均: 户户种苹果，户均6.5亩; None where nothing was."""
    grown = goods_told(p) if p.quantity.dimension == "area" else ""
    topic = topic_alike(p) or _thing_each_has(p) or _of_the_point(p) or _amount_again(p, phrase) or grown
    return _with_topic(p, phrase, topic if phrase.name in topic else phrase.name + topic) if topic else None


def _stage(p: Position, phrase: Phrase) -> Reading | None:
    name = _next_stage(p, phrase)
    return _with_topic(p, phrase, name) if name else None


def _per_farmer(p: Position, phrase: Phrase) -> Reading | None:
    """Return the area told of before as that of each farmer: 苹果面积53万亩，[农民人均]3.1亩."""
    whose = phrase.tokens[0].text if [t.text for t in phrase.tokens[1:]] == ["人均"] else ""
    grown = topic_alike(p) if whose in _PEOPLE and p.quantity.dimension == "area" else ""
    return _with_topic(p, phrase, whose + "人均" + grown.replace("总面积", "面积")) if grown else None


def _completed(p: Position, phrase: Phrase) -> Reading | None:
    name = completed_name(p, phrase)
    return _with_topic(p, phrase, name) if name else None


def _part_of_payer(p: Position, phrase: Phrase) -> Reading | None:
    """Return a payer's part of the sum told of: 整合涉农资金5.8亿元，其中[中央]2亿元、[省级]1.4亿元."""
    pays = phrase.name in word_class("payers") and p.quantity.dimension == "money"
    fund = _sum_told(p) if pays else ""
    return _with_topic(p, phrase, phrase.name + without_deed(fund))._replace(topic=fund) if fund else None


def _against_plan(p: Position, phrase: Phrase) -> Reading | None:
    """Return by how much what was told of missed or passed its plan: 财政收入12亿元，[短收]3000万元."""
    topic = topic_of(p) if phrase.name in _AGAINST_PLAN else ""
    if not topic:
        return None
    topic = without_share(topic)
    return _with_topic(p, phrase, topic + phrase.name)._replace(topic=topic)


def _income_of_work(p: Position, phrase: Phrase) -> Reading | None:
    """Return the income of a work that is all that the clause names: 留在家[种田]一年也不过万把元."""
    works = p.quantity.dimension == "money" and phrase.tokens[-1].text in WORKS and not p.stretch.of
    if not works or not (p.stretch.tokens[-1].role in ("link", "drop") or _of_income(p)):
        return None
    return p.reading(phrase.tokens[-1].text + "收入", phrase.tokens, rule="before")


def _as_it_stands(p: Position, phrase: Phrase) -> Reading | None:
    """Return the phrase itself as the name, a deed that stands alone with what it is done to."""
    deeds = p.stretch.joined and all(t.tag in ("v", "vn") and not t.role for t in phrase.tokens)
    return lone_deed(p, phrase) if deeds or is_lone_deed(phrase) else with_measure(p, phrase, plain(p, phrase))


_COMPLETED: tuple[Callable[[Position, Phrase], Reading | None], ...] = (
    _stage,
    _per_farmer,
    _completed,
    _part_of_payer,
    _against_plan,
    _income_of_work,
    _as_it_stands,
)
"""Who may say what the phrase leaves out; the last one takes it as it stands."""


def _of_income(p: Position) -> bool:
    """Tell whether the sentence parts an income: 去年[收入里]，种地6000元，务工2.4万元."""
    return any(t.text.endswith("收入") and p.row[k + 1].text in _INSIDE for k, t in enumerate(p.row[: p.at - 1]))


_INSIDE = INSIDE | {":"}


def _sum_told(p: Position) -> str:
    """Return the sum that payers have their parts of, also behind what it moved by: 资金1.1亿元，翻了近一番，其中[中央]6940万元."""
    if p.last and p.last.dimension == "money":
        return topic_of(p)
    sums = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit)
    return next(sums, "")


def _thing_each_has(p: Position) -> str:
    """Return the object of what the number before tells of people: 有61户种上了[木耳]，户均10亩."""
    thing = without_deed(topic_of(p)) if p.last and p.last.rule == "said_of" else ""
    return "" if thing.endswith(FOLK) or thing == topic_of(p) else thing


def _of_the_point(p: Position) -> str:
    """Return what the sentence before is about, where each one's amount of it opens this one: 工资性收入是主要来源。人均3906元."""
    told = [t for t in p.row[: p.at] if t.text not in PER_HEADS and t.role != "link"]
    opens = p.last is not None and p.last_at < 0 and all(_only_leads(t) for t in told)
    return topic_of(p) if opens and topic_of(p).endswith(AMOUNTS) else ""


def _amount_again(p: Position, phrase: Phrase) -> str:
    """Return the amount per head that the text tells of place after place: 居民人均可支配收入2万元…。62个脱贫县人均1.3万元."""
    bare = (
        p.quantity.dimension == "money" and not subject_between(p) and all(_only_leads(t) for t in p.stretch.core[:-1])
    )
    return p.amount if bare and phrase.name in p.amount else ""


def _only_leads(token: Token) -> bool:
    return token.role == "drop" or token.kind in ("period", "region")


def _with_topic(p: Position, phrase: Phrase, name: str) -> Reading:
    return p.reading(name, phrase.tokens, rule="size", implied=True)


_IN_BUDGETS = ("收入", "支出", "预算", "预备费")
"""What a budget sets an amount for: 收入预算[安排]12亿元 is the 收入预算, 支出[执行]4亿元 the 支出."""
_BRINGS = frozenset("完成 实现 取得 达成 实施 推行 推进 开展 启动".split())


def _brought(p: Position) -> list[Token]:
    """Return the stretch without the light verb that only brings the number: 固定资产投资[完成]830亿元."""
    core = p.stretch.core
    if [t.text for t in p.row[p.at + 1 : p.at + 3]] == ["的", "基础"]:
        on = next((k for k in range(len(core) - 1, 0, -1) if core[k].text == "在"), len(core))
        return core[:on]  # 建房补助[在省上]每户3万元的基础上
    if len(core) > 1 and core[-1].text in ("安排", "执行") and core[-2].text.endswith(_IN_BUDGETS):
        return core[:-1]
    if core and core[-1].role == "share" and p.quantity.dimension == "money":
        return strip(core[:-1])  # 预算12亿元中，老农津贴就[占]了5亿元
    if p.behind.tokens or not core or core[-1].text not in _BRINGS:
        return core
    k = len(core) - 1
    while k and (core[k - 1].role == "drop" or core[k - 1].kind == "period" or core[k - 1].text in SUMS):
        k -= 1
    return core[:k] if k and core[k - 1].nominal else core


_OF_PLANS = frozenset({"任务", "数", "指标", "目标", "完成率", "生育"})


def _without_plan(phrase: Phrase) -> Phrase:
    """Return the phrase without the 计划 in front of its deed: 职业学校[计划]招生1500人; （[含]贫困村1.1万个） includes them."""
    if phrase.verb and phrase.tokens[0].text == "含" and len(phrase.tokens) > 1 and phrase.tokens[1].tag == "n":
        return Phrase(phrase.tokens[1:])
    first = phrase.tokens[0].text if len(phrase.tokens) > 1 else ""
    if first == "规划" and phrase.tokens[1].tag in ("v", "vn") and phrase.tokens[1].text not in _OF_PLANS:
        return Phrase(phrase.tokens[1:], phrase.verb)  # [规划]重建校舍48.6万平方米
    k = next((k for k, t in enumerate(phrase.tokens) if t.text == "计划"), None)
    if k == 0 and len(phrase.tokens) > 1 and phrase.tokens[-1].text not in _OF_PLANS:
        return Phrase(phrase.tokens[1:], phrase.verb)  # 今年[计划]油菜播种面积12万亩
    if k is None or k == len(phrase.tokens) - 1:
        return phrase
    if any(t.tag not in ("v", "vn") for t in phrase.tokens[k + 1 :]):
        planned = phrase.tokens[k + 1].tag in ("v", "vn") and phrase.tokens[k + 1].text not in _OF_PLANS
        return Phrase(phrase.tokens[k + 1 :], True) if planned else phrase  # [农场计划]种植大豆1310万亩
    return Phrase([*phrase.tokens[:k], *phrase.tokens[k + 1 :]], phrase.verb)


def _without_lone(core: list[Token]) -> list[Token]:
    return core[:-1] if core and core[-1].text in ("其", "该") else core
