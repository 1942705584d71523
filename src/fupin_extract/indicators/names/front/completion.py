"""Names that leave out what they are of, and what they are of: 面积, 增速, 之比, 新增, 这个数字."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....regions.levels import ENDINGS
from ...spelling import PER_HEADS, spell
from ...vocabulary import FIGURES, PLANS, RATES, SHARES, SIDES, SUMS
from ..told.funds import fund_paid
from ..told.stretches import only
from ..told.subjects import nouns_before, subject, subject_between
from ..told.topics import AMOUNTS, contributor, parts_by, tells_of_a_house, topic_of, without_deed, without_share
from .again import is_lone_deed
from .of_things import size_of_thing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...phrases.before import Phrase
    from ..position import Position

_RATE_SHORT = 2
"""The number of words of a rate that leaves out what it is of: 生活污水治理稳步推进，[治理率]达到45%."""
_SOME = frozenset("个别 部分 少数 多数 有的 有些 大部分 一些".split())
_SOMEWHERE = frozenset("局地 局部 局部地区 多地 山区".split())
_AREAS = (*ENDINGS, "地方", "农户", "家庭")
"""Of some of these what the clause before told of the whole is told: 返贫率15%，个别地方高达30%."""


def completed_name(p: Position, phrase: Phrase) -> str:
    """Return the name of a phrase that leaves out what it is of: 面积, 增速, 之比, 新增, 这个数字; else ""."""
    topic = topic_of(p)
    return next((name for rule in COMPLETIONS if (name := rule(p, phrase, topic)) is not None), "")


def _account(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the account of what was told: 预算收入5亿元、[支出]28亿元."""
    return _booked(p, phrase, topic) or None


def _over_plan(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return what was reached beyond a plan: 投资增长31.7%，超额完成[目标]11.7个百分点."""
    over = phrase.name.endswith(PLANS) and topic and any(t.text == "超额" for t in p.stretch.tokens)
    return f"{without_share(topic)}超额完成{phrase.name}" if over else None


def _pointed_back(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return what was told, where the noun only points back at it: 这个[数字]达到58.4%, [部分地区]超过六成, [局地]可达40℃."""
    some = (phrase.tokens[0].text in _SOME and phrase.name.endswith(_AREAS)) or phrase.name in _SOMEWHERE
    return topic if phrase.name in FIGURES or some else None


def _grown(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the other growth of what was told: 收入名义增速5%，[实际增速]3%."""
    rate = _GROWN.search(topic) if _GROWN.fullmatch(phrase.name) else None
    return topic[: rate.start()] + phrase.name if rate else None


def _ratio(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the ratio of what was told to something: 收入与[支出之比]."""
    return f"{topic}与{phrase.name}" if phrase.tokens[-1].text == "之比" and p.stretch.joined and topic else None


def _added(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return what there is more of: 新修梯田18万亩，人均[新增]7分."""
    if phrase.name != "新增":
        return None
    whose = spell(subject(p.stretch.core, phrase))
    if whose in PER_HEADS:
        return f"{whose}新增{without_deed(topic)}" if topic else ""
    if whose:
        return "新增" + whose
    return (topic if topic.startswith("新增") else "新增" + topic) if topic else None


def _short_rate(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the rate of what was just named: 生活污水治理稳步推进，[治理率]达到45%."""
    if len(phrase.tokens) > _RATE_SHORT or not phrase.name.endswith("率") or phrase.tokens[-1].role == "rate":
        return None
    thing = subject_between(p)
    return thing + "率" if thing.endswith(phrase.name[:-1]) and thing != phrase.name[:-1] else ""


def _done_share(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the deed done to a share of what was told: 30多万亩秋粮[收获]已近八成."""
    done = p.quantity.base_unit in SHARES and topic and is_lone_deed(phrase) and _goes_on_with(p, phrase)
    return without_deed(topic) + phrase.name if done else None


def _summed_measure(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the measure with whose it is, 累计 between them: 江苏消费品市场累计[销售额]59亿元."""
    if not _is_lone_measure(phrase) or not _told_in_between(p, phrase):
        return None
    whose = spell(subject(p.stretch.core, phrase))
    return whose + phrase.name if whose else None


def _worth_of_those(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the sum that goes with the number just told of: 期货市场成交量41亿手，[成交额]340万亿元; 乡村旅游人次7亿，[总收入]."""
    told = _COUNTED_BEFORE.search(topic) if phrase.name in _WORTHS and len(phrase.tokens) == 1 else None
    alone = told is not None and p.last_at >= 0 and not spell(subject(p.stretch.core, phrase))
    return topic[: told.start()] + phrase.name if alone and told and told.start() else None


_WORTHS = frozenset("成交额 交易额 成交金额 交易金额 总收入 总花费 总消费 票房".split())
_COUNTED_BEFORE = re.compile("(?:累计)?(?:成交|交易)(?:量|笔数|手数)?$|(?:接待|观影)?(?:游客)?总?(?:人次|人数)$")


def _other_side(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the next side of the thing whose first was told: 山麓长约29公里，[宽]约3公里."""
    told = topic[-1:] in SIDES and p.quantity.dimension == "length" and p.last_at >= 0
    return topic[:-1].rstrip("东西南北") + phrase.name if told and phrase.name in SIDES and topic[:-1] else None


def _income(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return whose or what crop's income it is; that of a family needs none: 有时打工，两口子一年[收入]超过4万元."""
    if only(phrase, "size") and phrase.name.endswith("收入") and tells_of_a_house(p):
        return ""
    whose = _whose_income(p, phrase) if phrase.name == "收入" else ""
    return whose + phrase.name if whose else None


def _size(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the measure with the thing that was told of: 播种面积9.1万亩，[产量]31万吨."""
    return size_of_thing(p, phrase) if only(phrase, "size") else None


def _rate(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the rate with what was told of: 订单量增幅超过10%，最高[增幅]30%; 招生任务1200人，完成[比例]98%."""
    if not only(phrase, "rate"):
        return None
    if topic.endswith(phrase.tokens[-1].text) and not subject_between(p):
        return topic
    topic = next((topic.removesuffix(d) for d in _DIFFERS if topic.endswith(d)), topic)
    thing = subject_between(p) or _just_named(p) or topic or (p.amount if parts_by(p.row) else "")
    if phrase.name == "贡献率":
        thing = contributor(thing)
    done = "完成" if p.stretch.core[-2:-1] and p.stretch.core[-2].text == "完成" else ""
    return thing + done + phrase.name if thing else ""


def _difference(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return what was told of two, of which only by how much they differ is told: 甲县7290元，乙县4958元，两县[相差]2332元."""
    told = without_share(topic)
    return told + phrase.name if phrase.name in _DIFFERS and told.endswith((*AMOUNTS, *RATES, "率")) else None


_DIFFERS = frozenset({"相差", "差距", "差额"})


def _contribution(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the contribution to something of what was told of: 工资性收入2573元，增长9%，[对增收的贡献率]达86%."""
    opens = phrase.name.startswith("对") and phrase.name.endswith("贡献率") and p.stretch.core[0] is phrase.tokens[0]
    thing = (subject_between(p) or topic) if opens else ""
    return contributor(thing) + phrase.name if thing else None


def _deed_as_noun(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return what was told, of which the deed is done in part: 高标准农田建设162万亩，已完成[建设]146万亩."""
    alike = p.last is not None and p.last.dimension == (p.quantity.dimension or "") and not _of_a_part(p)
    again = alike and len(phrase.tokens) == 1 and phrase.tokens[0].tag == "vn" and phrase.name in topic
    return topic.replace("总" + phrase.name, phrase.name) if again else None


def _sum_of_flow(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return the fund of which the sum is told: 扶贫资金投入从127亿元增加到349亿元，十年累计[投入]2044亿元."""
    summed = p.quantity.dimension == "money" and p.last_at >= 0 and any(t.text in SUMS for t in p.stretch.tokens)
    if not summed or phrase.name not in _FLOWS or len(p.stretch.core) > len(phrase.tokens) + _WHEN_AND_SUM:
        return None
    return topic if topic.endswith(phrase.name) else topic + phrase.name if topic.endswith("资金") else None


_FLOWS = frozenset({"投入", "支出", "拨付", "下达"})
_WHEN_AND_SUM = 2
_OF_THOSE_WHO = frozenset("有 能 没有 无 未 会 不 拥有 参加 使用 享受 饮用 炊用 喝上 用上 住上".split())


def _share_of_those_who(p: Position, phrase: Phrase, topic: str) -> str | None:
    """Return of whom the share is, told by what is true of them alone: [有病能及时就医的]比重达91.4%."""
    core = [t for t in p.stretch.core if t.kind == "word"]
    opens = p.behind_what < 0 or p.comma > 0
    if not opens or len(core) <= len(phrase.tokens) or core[0].text not in _OF_THOSE_WHO:
        return None
    if core[-1].text not in ("比重", "比例") or core[-2].text != "的":
        return None
    return "".join([t.text for t in core if t.text != "的"])


COMPLETIONS: tuple[Callable[[Position, Phrase, str], str | None], ...] = (
    _account,
    _over_plan,
    _pointed_back,
    _grown,
    _ratio,
    _added,
    _short_rate,
    _done_share,
    _summed_measure,
    _worth_of_those,
    _other_side,
    _income,
    _size,
    _rate,
    _difference,
    _contribution,
    _deed_as_noun,
    _sum_of_flow,
    _share_of_those_who,
)
"""In order; each is given the phrase and what was told before. The first with an opinion wins, "" is that no name can be told."""


def _booked(p: Position, phrase: Phrase, topic: str) -> str:
    """Return the name of an account of what was told: 预算收入5亿元、[支出]28亿元; of a fund, of what was done; else ""."""
    if phrase.name in _BOOKS and not p.stretch.core[:-1] and p.stretch.tokens[-1].text in _SUMMED_UP:
        return phrase.name + p.stretch.tokens[-1].text  # 支出10亿元，上解2亿元，支出[总计]12亿元
    beside = p.stretch.joined or (p.comma > 0 and p.last_at == p.comma - 1 and len(p.stretch.core) == 1)
    if phrase.name in _BOOKS and beside and topic.endswith(tuple(_BOOKS)):
        return topic[: -len("收入")] + phrase.name
    if phrase.name == "支出" and beside and p.last and p.last.dimension in ("people", "households", "occasions"):
        return without_deed(topic) + phrase.name  # 实施临时救助1083万人次，[支出]109亿元
    if phrase.name in _OF_FUNDS and p.last_at >= 0 and (fund := fund_paid(topic)):
        return fund + phrase.name  # 衔接资金共投入2974亿元，[支出]2635亿元，[支出进度]88.6%
    return ""


def _of_a_part(p: Position) -> bool:
    """Tell whether the number is of a part of what the one before was of: 进出口326万美元，[其中]出口289万美元; [州内]就业2万人."""
    told = p.stretch.tokens
    if p.comma and p.row[p.comma - 1].text == "其中":
        return True  # 进出口6.5万亿元。[其中]，出口3.9万亿元
    return any(t.text == "其中" for t in told) or (len(told) > 1 and told[-2].kind == "region")


_OF_FUNDS = frozenset("支出 支出进度 支出率 拨付 拨付率 报账率 结转 结余".split())
_GROWN = re.compile("(?:名义|实际)(?:增速|增幅|增长率|增长速度|涨幅|降幅|升幅)$")


def _whose_income(p: Position, phrase: Phrase) -> str:
    """Return the crop or the people per head whose income a clause tells: 种[玉米]一年收入四五百元, [农民人均]从中收入1200元."""
    core = p.stretch.core
    whose = subject(core, phrase)
    first = core.index(whose[0]) if whose else 0
    raised = first > 0 and core[first - 1].tag == "v"
    return spell(whose) if raised or any(t.text in PER_HEADS for t in whose) else ""


_BOOKS = frozenset({"收入", "支出"})
_SUMMED_UP = frozenset({"总计", "合计"})


def _goes_on_with(p: Position, phrase: Phrase) -> bool:
    """Tell whether a deed is told of what was just measured: right behind it, or the work of the fields behind a comma."""
    if p.last_at < 0 or p.row[p.last_at].quantity is None or p.row[p.last_at].unit not in ("亩", "公顷"):
        return False
    return phrase.name in _FIELD_WORK or not any(t.kind == "mark" for t in p.row[p.last_at : p.at])


_FIELD_WORK = frozenset("收割 收获 播种 栽插 播栽 采收 机收 机播 移栽 抢收 抢种".split())


def _is_lone_measure(phrase: Phrase) -> bool:
    return only(phrase, "size") or (
        len(phrase.tokens) == 1 and phrase.name in ("成交量", "成交额", "交易额", "交易量", "保费")
    )


def _told_in_between(p: Position, phrase: Phrase) -> bool:
    """Tell whether only 累计 or its like stands between a measure and whose it is."""
    core = p.stretch.core
    at = core.index(phrase.tokens[0])
    return at > 1 and core[at - 1].text in ("累计", "总", "合计", "共") and core[at - 2].nominal


def _just_named(p: Position) -> str:
    """Return what the clause before says something is: 增长较快的领域是[保险服务]，增速达24.9%."""
    first, end = nouns_before(p)
    return spell(p.row[first:end]) if 0 < first < end and p.row[first - 1].text in ("是", "为") else ""
