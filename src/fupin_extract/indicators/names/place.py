"""One number in its sentence, what was read of it, and what a clause that leaves its topic out goes on about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...words import words
from ..behind import Behind, phrase_behind
from ..phrases import Phrase, Stretch, clause_before, is_each, is_stop, stretch_before
from ..spelling import PER_HEADS, spell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...records import Direction, IndicatorKind, Quantity, Region
    from ..tokens import Token


class Reading(NamedTuple):
    """A name with the tokens it came from; ``topic`` is the part that later clauses may leave out.

    ``dimension`` is that of the number, kept for the clause that follows; ``region`` the place that the reading itself is of.
    ``used`` is the index behind the last token that the reading took from behind the number. ``goes_on`` tells that the
    sentence ended in ；, so that the next one is parallel to it.
    """

    name: str
    tokens: tuple[Token, ...]
    rule: str
    kind: IndicatorKind = "level"
    direction: Direction | None = None
    used: int = 0
    implied: bool = False
    topic: str = ""
    dimension: str = ""
    region: Region | None = None
    goes_on: bool = False


class Place(NamedTuple):
    """One number in its sentence: the row, where it stands, what stands around it, what was read before it.

    ``amount`` is the amount per head that the text told last in the number's unit.
    """

    row: Sequence[Token]
    at: int
    quantity: Quantity
    stretch: Stretch
    behind: Behind
    last: Reading | None
    last_at: int
    source: int | None
    topics: Mapping[int, str]
    amount: str = ""


def place(
    row: Sequence[Token],
    at: int,
    floor: int,
    last: Reading | None,
    last_at: int,
    source: int | None,
    topics: Mapping[int, str],
    amount: str = "",
) -> Place:
    """Return the place of the number at an index of its row; ``topics`` is what the numbers before it were read as.

    Raises:
        ValueError: no quantity stands there.
    """
    quantity = row[at].quantity
    if quantity is None:
        raise ValueError(f"no quantity at {at}: {row[at].text}")
    return Place(
        row, at, quantity, stretch_before(row, at, floor), phrase_behind(row, at), last, last_at, source, topics, amount
    )


def named(
    p: Place, phrase: Phrase, rule: str, kind: IndicatorKind = "level", direction: Direction | None = None
) -> Reading:
    """Return the reading of a phrase; a bare 产量 or 面积 is that of what the text speaks of."""
    if only(phrase, "size") and (topic := thing_of(p)):
        name = without_size(topic) + phrase.name
        return Reading(name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, name)
    return Reading(phrase.name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, topic=phrase.name)


_NOT = frozenset({"未", "尚未", "仍未", "还未", "未能", "没有", "没"})


def denied(p: Place, token: Token) -> str:
    """Return 未 where the deed that a token names has not been done: 12户[未]脱贫, [未]脱贫人口3万人; else ""."""
    if token.tag not in ("v", "vn", "n") or not token.text:
        return ""
    k = next((k for k, t in enumerate(p.row) if t.start == token.start), 0)
    return "未" if k and p.row[k - 1].text in _NOT else ""


def elided(p: Place, rule: str, kind: IndicatorKind, direction: Direction | None) -> Reading | None:
    """Return the reading of a clause that leaves out what it speaks of, None where nothing was named before."""
    topic = subject_between(p) or (topic_of(p) if _alike(p, kind) else _of_the_unit(p, kind)) or object_before(p)
    if p.quantity.dimension == "money" and topic in PERSONS and kind == "level":
        return None  # 村民们卖板栗，一年也只有三四千元
    if rule == "indicators/elided" and topic.endswith(PRICES):
        return None  # 一斤卖2块钱，一年下来有5万块: no price any more
    if p.quantity.dimension not in _RELATIVE:
        topic = topic.removesuffix("占比").removesuffix("比重")  # 免签入境人数占比52%，超过850万人次
    if not topic:
        return None
    tokens = p.last.tokens if p.last and topic == p.last.topic else ()
    return Reading(topic, tokens, rule, kind, direction, p.at + 1, True, topic)


def _of_the_unit(p: Place, kind: IndicatorKind) -> str:
    """Return what the last number of its unit in the sentence measures: 监测对象47户138人，较上年少[39户]."""
    if kind != "change":
        return ""
    return next((p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit), "")


def _alike(p: Place, kind: IndicatorKind) -> bool:
    """Tell whether the number can measure what the one before did: a share or a change can, a count is none of money."""
    before = p.last.dimension if p.last else ""
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    counts = p.quantity.dimension in ("count", "people", "households", "occasions") and (has or not p.stretch.linked)
    part = p.quantity.base_unit == "分之" and kind == "level"
    dimension = p.quantity.dimension or ("fraction" if part else "")
    if p.quantity.dimension == "people" and before == "percentage" and any(rate in topic_of(p) for rate in _RATES):
        return False  # 增速切换到6.8%。其中2012年为1210万人
    return dimension in _RELATIVE or before == dimension or (before in _RELATIVE and not counts)


PERSONS = frozenset("村民 农民 群众 农户 贫困户 老人 乡亲 工人 职工 牧民 茶农 果农 社员 村里人 老乡".split())
AMOUNTS = ("收入", "支出", "消费", "产值", "增加值", "投资", "产量", "贷款", "存款")
"""What a topic ends in that sentences behind it give the amounts of without naming it again."""
TOTALS = ("可支配收入", "纯收入", "人均收入", "消费支出", "生活消费支出")
"""What is told per head of one place after another, its name only once."""
_RELATIVE = frozenset({"percentage", "ratio", "other", ""})


def topic_of(p: Place) -> str:
    """Return what the number before measured, "" where there is none."""
    return p.last.topic if p.last else ""


def tells_of_one(p: Place) -> bool:
    """Tell whether the clause begins with one of those whose amounts were just told: 户均分红5000元，[最多的一户]拿了8万元."""
    if p.last is None or p.last_at < 0 or p.last.dimension != "money" or p.quantity.dimension != "money":
        return False
    return _ONE_OF_THEM.match("".join(t.text for t in p.stretch.tokens)) is not None


_ONE_OF_THEM = re.compile("最(?:多|少|高|低)的(?:一?[户家个人])?")


def tells_of_a_house(p: Place) -> bool:
    """Tell whether the clause of the number is about a family."""
    return any(t.text in _HOUSE for t in clause_before(p.row, p.at))


def thing_of(p: Place) -> str:
    """Return the thing whose size may be told next, "" where none was named: 亩均收入 has no 产值, 中药材 before it has."""
    near = [p.topics[at] for at in sorted(p.topics, reverse=True)]
    if not near and any(t.text in _HOUSE for t in p.row[: p.at]):
        return ""  # 刘长生一家5口人，去年收入3.6万元
    if p.quantity.dimension == "money" and tells_of_a_house(p):
        return ""  # 为民宿供应早餐，一家人一年的收入超过6万元
    folk = _FOLK if p.quantity.dimension == "money" else ()
    for topic in near or [topic_of(p)]:
        if topic in _MEASURES or topic in _SIZES or topic.endswith(PRICES):
            continue  # 产销266万把，产值65亿元: no 产销产值
        if not any(head in topic for head in PER_HEADS) and not topic.endswith((*folk, *_RATES)):
            return topic
    return ""


PRICES = ("价格", "单价", "售价")
_MEASURES = frozenset(
    (
        "亩产 播种面积 种植面积 总面积 总产量 总产值 产销 产量 产值 面积 销量 销售 产销量 销售额 单产 "
        "总产 产出 时速 设计时速 工期 总工期"
    ).split()
)
_HOUSE = frozenset("一家 一家人 一家子 家人 全家 他家 她家 我家 家里 夫妻俩 夫妇 两口子 老两口 自己 他 她 我".split())
_RATES = ("率", "比例", "比重", "占比", "增速", "增幅")
_FOLK = tuple("人家 家庭 居民 村民 移民 国家 地区 省份 岗位 人员 群众 学生 干部 就业 户 人 脱贫 劳动力 村 县".split())
"""What has no 产值 or 收入 of its own to be told next."""


def topic_alike(p: Place) -> str:
    """Return what the last number of the same dimension in the sentence measured: 贷款9亿元，覆盖2万户，户均5万元."""
    for at in sorted(p.topics, reverse=True):
        quantity = p.row[at].quantity
        if at < p.at and quantity is not None and quantity.dimension == p.quantity.dimension:
            return p.topics[at]
    return ""


def subject_between(p: Place) -> str:
    """Return what the clauses since the last number speak of: 互助协会实现全覆盖，资金总量达820万元."""
    row, at = p.row, p.at if p.source is None else p.source
    while at and not is_stop(row[at - 1]):
        at -= 1
    while at > 1 and row[at - 1].text in "，," and row[at - 1].kind == "mark":
        end = at - 1
        at = end
        while at and not is_stop(row[at - 1]):
            at -= 1
        if row[end - 1].kind == "quantity" or (at and row[at - 1].kind == "quantity"):
            return ""
        if row[at].text == "受" and end and row[end - 1].text == "影响":
            continue  # 牧业增加值，[受饲料价格上涨影响]，仅增2.4%
        k = at
        while k < end and (row[k].kind in ("region", "period") or row[k].role == "drop"):
            k += 1
        first = k
        while k < end and row[k].nominal and row[k].text != "受":
            k += 1
        k = _over_helping(row, k, end)
        name = spell(row[first:k])
        if k == first and row[k].tag == "v" and (of := _of_it(row, k, end)):
            return of  # 反映制造业情况的[采购经理人指数]连续回升，6月为50.2%
        if k < end and row[k].text in ("与", "和") and all(t.nominal for t in row[k + 1 : end]) and not _generic(name):
            return f"{name}和{spell(row[k + 1 : end])}"  # 小麦单产与玉米单产，同比提高2%
        while first < k < end - 1 and row[k].text in _JOINTS and row[k + 1].nominal:
            k += 1
            while k < end and row[k].nominal:
                k += 1
            name = spell(row[first:k])  # [计算机和信息服务进出口]较快，同比增长10%
        joint = k + 1 if row[k].tag == "v" else k
        begun = row[k].tag == "v" or (0 < first < k and row[first - 1].kind == "period")  # [2019年]动工的通村路
        if begun and joint + 1 < end and row[joint].text == "的" and all(t.nominal for t in row[joint + 1 : end]):
            return spell(row[first:end])  # 国家重点[扶持的贫困县]，甘肃有四十三个
        says = (
            k < end
            and row[k].kind == "word"
            and (row[k].tag in ("v", "d", "a") or row[k].text in ("受", "向"))
            and row[k].text not in ("看", "来看")
        )
        if says and len(name) > 1 and not _generic(name) and any(t.tag in ("n", "vn", "j", "l") for t in row[first:k]):
            return name  # 坚决扛起责任 has no subject
    return ""


def _over_helping(row: Sequence[Token], k: int, end: int) -> int:
    """Return where a subject ends that has a verb inside: [产业扶持基金]实现全覆盖."""
    if k and k + 2 < end and row[k].tag == "v" and row[k - 1].nominal and row[k + 1].text in _FUNDS:
        return k + 2
    return k


_FUNDS = frozenset("基金 资金 政策 工程 项目 行动 补贴 计划 贷款 保险".split())


def _of_it(row: Sequence[Token], k: int, end: int) -> str:
    """Return the noun that a clause's opening words describe, with a verb behind it; "" where there is none."""
    of = next((j for j in range(k + 1, min(end, k + _DESCRIBING)) if row[j].text == "的"), None)
    last = of + 1 if of is not None else end
    while of is not None and last < end and row[last].nominal:
        last += 1
    said = of is not None and of + 1 < last < end and (row[last].tag in ("v", "d", "a") or row[last].role)
    name = spell(row[of + 1 : last]) if of is not None and said else ""
    return name if name.endswith(("指数", "率", "量", "额", "收入", "价格", "产值", "增加值", "规模", "比重")) else ""


_DESCRIBING = 8
_JOINTS = frozenset({"和", "与", "及", "、"})
_GIVEN = frozenset({"投入", "支持", "供给"})
"""Verbs that end a noun phrase behind another verb: 加大教育[投入]."""


def object_before(p: Place) -> str:
    """Return what the clause before ends in: 严格控制建设用地总规模，到2020年减到2860平方公里."""
    row, at = p.row, p.source if p.source is not None else p.at
    while at and not is_stop(row[at - 1]):
        at -= 1
    if not at or row[at - 1].text not in ("，", ","):
        return ""
    end = first = at - 1
    if first > 1 and row[first - 1].text in _GIVEN and row[first - 2].nominal:
        first -= 1
    while first and row[first - 1].nominal:
        first -= 1
    name = spell(row[first:end])
    said = len(name) > 3 or (len(name) > 1 and first > 0 and row[first - 1].text == "的")
    return name if said and not _generic(name) else ""


def _generic(name: str) -> bool:
    return name in ("后续", "工作", "同时", "问题", "基础", "情况", "群众", "干部") or name.endswith(
        ("方面", "时候", "日子", "之间")
    )


def subject(core: list[Token], phrase: Phrase) -> list[Token]:
    """Return who did the deed that a number follows: 市县财政列支21.3亿元."""
    at = core.index(phrase.tokens[0])
    while at:
        if is_each(core[:at]) and any(t.nominal for t in core[max(0, at - 4) : at - 2]):
            at -= 2  # 建制村公路平均[每公里]投入
        elif core[at - 1].role == "drop" or core[at - 1].tag == "d" or core[at - 1].text in _TIMED:
            at -= 1
        else:
            break
    if at and core[at - 1].text in ("计划", "规划"):
        at -= 1
    first = at
    while first and core[first - 1].nominal:
        first -= 1
    if first and core[first - 1].tag == "p":
        return []
    return list(core[first:at])


_TIMED = frozenset({"将", "拟", "每年", "每月", "逐年"})
"""Between who does it and the deed: 市财政[每年]拿出1000万元."""
_SIZES = (
    "在田面积", "在园面积",
    "总产值", "总产量", "增加值", "播种面积", "占地面积", "建筑面积", "总面积", "总投资",
    "面积", "产量", "产值", "余额", "总额", "总量", "规模", "人数", "户数", "数量", "销量", "销售额", "利润",
    "全长", "总长", "总金额", "金额", "合同额", "总价", "出栏", "存栏", "出栏量", "存栏量",
)  # fmt: skip


def without_size(topic: str) -> str:
    """Return the topic without its measure: 蔬菜播种面积 leaves 蔬菜, of which the next clause gives the 产量."""
    topic = (topic.partition("占")[0] or topic).removesuffix("年")
    for size in _SIZES:
        if topic.endswith(size) and len(topic) > len(size):
            return topic[: -len(size)].removesuffix("年")
    return topic


def without_deed(topic: str) -> str:
    """Return the topic without the deeds it begins with: 投入[扶贫资金], 改造[农村危房]."""
    cut = words().cut(topic, 0, len(topic))
    k = next((k for k, w in enumerate(cut) if w.tag != "v"), 0) or (len(cut) > 1 and cut[0].tag == "vn")
    return "".join(w.text for w in cut[k:])


FIGURES = frozenset({"数字", "数据", "数字变成", "指标"})
"""What only points back: 这个[数字]达到58.4%."""
SHARES = frozenset({"%", "分之", "‰"})


def only(phrase: Phrase, role: str) -> bool:
    """Tell whether the phrase is one word of a role: 面积, 增速."""
    telling = [t for t in phrase.tokens if t.kind == "word" and t.text not in ("的", "年", "总", "平均")]
    return len(telling) == 1 and telling[0].role == role


def find(tokens: Sequence[Token], role: str) -> int | None:
    """Return the index of the last token of a role."""
    return next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].role == role), None)


_LEFT_OUT = frozenset({"剔除", "扣除"})
"""What stands behind these is left out of the value: 收入[剔除退税因素后]增长5.2%."""


_ALL_IN_ALL = frozenset({"整体", "总体", "合计"})


def strip(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without a comparison (比上年, 较2011年, 同比) and without linking words at the end."""
    at = find(tokens, "versus")
    kept = list(tokens[:at]) if at is not None else list(tokens)
    kept = kept[: next((k for k, t in enumerate(kept) if t.text in _LEFT_OUT), len(kept))]
    while kept and (
        kept[-1].kind in ("period",)
        or kept[-1].role in ("link", "drop", "versus")
        or (kept[-1].text == "实现" and len(kept) > 1)
        or kept[-1].tag in ("d", "u", "p", "r")
        or (kept[-1].text in (*_ALL_IN_ALL, "计划") and len(kept) > 1)
    ):
        kept.pop()
    return kept


def is_measure(phrase: Phrase) -> bool:
    """Tell whether the phrase names what the unit itself measures: 收入, 面积, 产量."""
    return phrase.tokens[-1].role in ("size", "rate") or phrase.name.startswith("距") or phrase.name.endswith(_SIZED)


_SIZED = tuple("收入 投资 资金 利润 税收 贷款 存款 支出 费用 价 额 量 长 宽 高 率 积 值 款 金 费 距离 里程".split())
PAYERS = frozenset(
    (
        "中央 国家 自治区 省 市 县 省级 州级 市级 县级 地方 省里 市里 县里 省上 市上 县上 乡里 社会 行业 财政 政府 "
        "中央财政 省财政 市财政 县财政 省级财政 市级财政 县级财政"
    ).split()
)
"""Who pays, where a part of a sum or a grant is told by that alone: 其中[中央]2亿元; [市级]再补1万元."""
EXTREMES = frozenset({"最低", "最高", "最少", "最多", "最快", "最慢", "最大", "最小"})
"""What tells of one of those just counted: 到位率低于80%的有6个，[最低]的61.4%."""
PAYS = frozenset("安排 下达 拨付 划拨 下拨 筹集 筹措 拿出 扣减 收回 追回 归还 退还 预拨 提前下达".split())
"""What is done with money: 下达[资金]."""
