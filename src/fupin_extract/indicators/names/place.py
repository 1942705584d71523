"""One number in its sentence, what was read of it, and what a clause that leaves its topic out goes on about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ...words import words
from ..behind import Behind, phrase_behind
from ..phrases import Phrase, Stretch, stretch_before
from ..rows import COMMAS, clause_before, clause_begin
from ..spelling import PER_HEADS
from ..vocabulary import RATES, RISES
from .goods import goods_since
from .subjects import object_before, subject_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...records import Direction, IndicatorKind, Quantity, Region
    from ..rows import Row, Token


class Reading(NamedTuple):
    """A name with the tokens it came from; ``topic`` is the part that later clauses may leave out.

    ``dimension`` is that of the number, kept for the clause that follows; ``region`` is a place that the words of the name say.
    ``used`` is the index behind the last token that the reading took from behind the number. ``goes_on`` tells that the
    sentence ended in ；, so that the next one is parallel to it; ``parted`` that a 其中 in it began the parts of a whole, which
    the next sentence goes on to list. ``deed`` is what was done to the thing, and to the next ones of its list; ``against``
    the one of several that it is compared with.
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
    parted: bool = False
    deed: str = ""
    against: str = ""


class Place(NamedTuple):
    """One number in its sentence: the row, where it stands, what stands around it, what was read before it.

    ``amount`` is the amount per head that the text told last in the number's unit, ``levels`` what the last level of each unit
    in the paragraph measured, ``parallel`` what the first number in its unit measures in the clauses that ； parts from this one.
    """

    row: Row
    at: int
    quantity: Quantity
    stretch: Stretch
    behind: Behind
    last: Reading | None
    last_at: int
    source: int | None
    topics: Mapping[int, str]
    amount: str = ""
    levels: Mapping[str, str] = MappingProxyType({})
    parallel: str = ""

    @property
    def behind_what(self) -> int:
        """The index of the token that the stretch begins behind, -1 where the row begins with it."""
        return self.at - len(self.stretch.tokens) - 1

    @property
    def comma(self) -> int:
        """The index of the comma that the stretch begins behind, 0 where it does not: there the clause before ends."""
        k = self.behind_what
        return k if k > 0 and self.row[k].text in COMMAS else 0


Rule = Callable[[Place], Reading | None]
R = TypeVar("R", bound=Rule)
_ONLY_OF: dict[Rule, tuple[frozenset[str | None], frozenset[str]]] = {}


def only_of(*, dimensions: Iterable[str] = (), units: Iterable[str] = ()) -> Callable[[R], R]:
    """Mark a rule that reads only numbers of these dimensions or base units: about all others it is not asked."""

    def mark(rule: R) -> R:
        _ONLY_OF[rule] = frozenset(dimensions), frozenset(units)
        return rule

    return mark


def may_read(rule: Rule, dimension: str | None, unit: str) -> bool:
    """Tell whether a rule reads numbers of a dimension and base unit."""
    dimensions, units = _ONLY_OF.get(rule, (None, None))
    return dimensions is None or units is None or dimension in dimensions or unit in units


def place(
    row: Row,
    at: int,
    floor: int,
    last: Reading | None,
    last_at: int,
    source: int | None,
    topics: Mapping[int, str],
    amount: str = "",
    levels: Mapping[str, str] = MappingProxyType({}),
    parallel: str = "",
) -> Place:
    """Return the place of the number at an index of its row; ``topics`` is what the numbers before it were read as.

    Raises:
        ValueError: no quantity stands there.
    """
    quantity = row[at].quantity
    if quantity is None:
        raise ValueError(f"no quantity at {at}: {row[at].text}")
    return Place(
        row,
        at,
        quantity,
        stretch_before(row, at, floor),
        phrase_behind(row, at),
        last,
        last_at,
        source,
        topics,
        amount,
        levels,
        parallel,
    )


def named(
    p: Place, phrase: Phrase, rule: str, kind: IndicatorKind = "level", direction: Direction | None = None
) -> Reading:
    """Return the reading of a phrase; a bare 产量 or 面积 is that of what the text speaks of."""
    if only(phrase, "size") and (topic := goods_since(p) or thing_of(p)):
        topic = without_deed(topic) if topic.startswith(_GROWS) else topic  # [种植]沃柑4.3万亩，产量12万吨
        name = with_size(topic, phrase.name)
        return Reading(name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, name)
    if phrase.tokens and phrase.tokens[0].role == "share" and (part := topic_of(p)):
        part = part.removesuffix("增速").removesuffix("年均")
        name = part + phrase.name.replace("占比重", "占比")  # 增加值增长到396亿元，[占GDP的比重]由13.3%增至20.6%
        return Reading(name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, part)
    if phrase.name in _BARE_RATES and p.last is not None and (whose := topic_of(p)) and not whose.endswith(_RATES):
        name = whose + phrase.name  # 工资性收入2081元，[占比]由36.9%升至38.6%
        return Reading(name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, True, name)
    return Reading(phrase.name, tuple(phrase.tokens), rule, kind, direction, p.at + 1, topic=phrase.name)


_GROWS = ("种植", "栽种", "栽植", "栽培", "养殖", "饲养", "播种", "扩种")
_SET_AGAINST = re.compile("占|相当于|等于|仅及|只及")
_BARE_RATES = frozenset({"占比", "比重", *RATES})


def elided(p: Place, rule: str, kind: IndicatorKind, direction: Direction | None) -> Reading | None:
    """Return the reading of a clause that leaves out what it speaks of, None where nothing was named before."""
    moved = rule == "indicators/came_to" or by_a_line(p)
    told = topic_of(p) if _alike(p, kind) else _of_the_unit(p, kind, moved=moved)
    topic = subject_between(p) or told or object_before(p)
    if kind == "change" and p.quantity.base_unit in ("%", "倍"):
        topic = next((topic.removesuffix(r) for r in RISES if topic.endswith(r)), topic)  # 增速高于全市，年均增长2%
        if p.last and p.last.rule == "indicators/share" and topic == p.last.topic:
            topic = _SET_AGAINST.split(topic)[0] or topic  # 支出10亿元，占预算的96%，同比增长15%
    if p.quantity.base_unit == "分" and p.last is not None and p.last.dimension == "money":
        return None  # 各奖20万元。全省平均86.4分，提高3.1分
    if p.quantity.dimension == "money" and topic in PERSONS and kind == "level":
        return None  # 村民们卖板栗，一年也只有三四千元
    came_to = p.stretch.linked and p.last is not None and p.last.kind == "change"  # 收购价调高1.5元，达27.5元
    if rule == "indicators/elided" and not came_to and topic.endswith((*PRICES, "收购价", "批发价", "保底价")):
        return None  # 一斤卖2块钱，一年下来有5万块: no price any more
    if p.quantity.dimension not in _RELATIVE:
        topic = without_share(topic)  # 免签入境人数占比52%，超过850万人次
    if not topic:
        return None
    tokens = p.last.tokens if p.last and topic == p.last.topic else ()
    return Reading(topic, tokens, rule, kind, direction, p.at + 1, True, topic)


def by_a_line(p: Place) -> bool:
    """Tell whether the clause before says by which line those are counted: [按1274元的老标准]，为6.37万人."""
    end = p.comma
    begin = clause_begin(p.row, end) if end else 0
    return end > begin and p.row[begin].text in _BY and p.row[end - 1].text.endswith(("标准", "线", "口径"))


_BY = frozenset({"按", "按照", "依照", "以"})


def without_share(topic: str) -> str:
    """Return what a share was of: 免签入境人数[占比], 务工总量[占年度任务]."""
    return _SET_AGAINST.split(topic)[0].removesuffix("比重") or topic


def _of_the_unit(p: Place, kind: IndicatorKind, *, moved: bool) -> str:
    """Return what the last number of its unit measures: 监测对象47户138人，较上年少[39户].

    What a level came to may have been told a sentence before: 贫困人口9215人，发生率9.6%。2018年底减到[2406人].
    """
    if kind != "change" and not moved:
        return ""
    if moved and p.quantity.dimension != "money" and p.quantity.base_unit not in (p.row[at].unit for at in p.topics):
        return p.levels.get(p.quantity.base_unit, "")
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
"""Endings of a topic whose amounts the sentences behind it give without naming it again."""
TOTALS = ("可支配收入", "纯收入", "人均收入", "消费支出", "生活消费支出")
"""Totals per head that are told of one place after another and named only once."""
_RELATIVE = frozenset({"percentage", "ratio", "other", ""})


def topic_of(p: Place) -> str:
    """Return what the number before measured, "" where there is none."""
    return p.last.topic if p.last else ""


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
    folk = (*_FOLK, *_PAID) if p.quantity.dimension == "money" else ()
    for topic in near or [topic_of(p)]:
        if (
            topic.removeprefix("平均") in _NO_THINGS
            or topic.endswith((*PRICES, "价"))
            or topic.startswith(("距", "海拔"))
        ):
            continue  # 产销266万把，产值65亿元: no 产销产值; 距县城31公里，面积20平方公里
        if topic.removesuffix("面积") in _OF_IT:
            continue
        if not any(head in topic for head in PER_HEADS) and not topic.endswith((*folk, *_RATES)):
            return topic
    return ""


PRICES = ("价格", "单价", "售价")
_OF_IT = frozenset({"结果", "挂果", "投产", "盛产", "丰产", "盛果", "采摘", "可采摘"})
"""What a part of the orchard told of does; the yield behind is that of the fruit: 李子8500亩，其中[挂果]2600亩，产值780万元."""
_MEASURES = frozenset(
    (
        "日产 年产 月产 亩产 播种面积 种植面积 总面积 总产量 总产值 产销 产量 产值 面积 销量 销售 产销量 销售额 单产 "
        "总产 产出 时速 设计时速 工期 总工期"
    ).split()
)
_PAID = ("分红", "工资", "流转费", "租金", "补贴", "补助", "奖补", "奖励", "津贴", "养老金", "低保金", "助学金")
"""Money has no income of its own: 流转费2400元、分红1500元，一年[收入]近2万元."""
_TRIES = frozenset("尝试 打算 准备 开始 计划 达到 完成 实现 发展 扩大 流转土地".split())
"""Lone deeds have no size of their own."""
_HOUSE = frozenset("一家 一家人 一家子 家人 全家 他家 她家 我家 家里 夫妻俩 夫妇 两口子 老两口 自己 他 她 我".split())
_RATES = ("率", "比例", "比重", "占比", *RATES)
_FOLK = tuple("人家 家庭 居民 村民 移民 国家 地区 省份 岗位 人员 群众 学生 干部 就业 户 人 脱贫 劳动力 村 县".split())
"""Nouns of those who have no 产值 or 收入 of their own to be told next."""


def topic_alike(p: Place) -> str:
    """Return what the last number of the same dimension in the sentence measured: 贷款9亿元，覆盖2万户，户均5万元."""
    for at in sorted(p.topics, reverse=True):
        quantity = p.row[at].quantity
        if at < p.at and quantity is not None and quantity.dimension == p.quantity.dimension:
            return p.topics[at]
    return ""


_SIZES = (
    "在田面积", "在园面积", "投入", "成本",
    "总产值", "总产量", "总产", "增加值", "播种面积", "种植面积", "养殖面积", "占地面积", "建筑面积", "总面积", "总投资",
    "面积", "产量", "产值", "余额", "饲养量", "总额", "总量", "规模", "人数", "户数", "数量", "销量", "销售额", "利润",
    "全长", "总长", "总金额", "金额", "合同额", "总价", "出栏", "存栏", "出栏量", "存栏量", "单产",
)  # fmt: skip
_NO_THINGS = _MEASURES | _TRIES | frozenset(_SIZES)


def without_size(topic: str) -> str:
    """Return the topic without its measure: 蔬菜播种面积 leaves 蔬菜, of which the next clause gives the 产量."""
    topic = (topic.partition("占")[0] or topic).removesuffix("年")
    for size in _SIZES:
        if topic.endswith(size) and len(topic) > len(size):
            return topic[: -len(size)].removesuffix("年")
    return topic


def with_size(topic: str, size: str) -> str:
    """Return the measure of what the topic is about: of 商品房销售面积 the 商品房[销售额]."""
    kept = without_size(topic)
    if "产值" in size or "产量" in size:
        kept = kept.removeprefix("年产")  # 年产蔬菜450万吨，[年产值]110亿元
    if kept.endswith(size):
        return kept
    if size.startswith("销售"):
        kept = kept.replace("销售", "") or kept  # 线上销售苹果900吨，[销售额]800万元
    return (kept if "面积" in size else kept.removesuffix("播种")) + size  # 油料[播种]15万亩，总产1200万斤


def without_deed(topic: str) -> str:
    """Return the topic without the deeds it begins with: 投入[扶贫资金], 改造[农村危房]."""
    cut = words().cut(topic, 0, len(topic))
    k = next((k for k, w in enumerate(cut) if w.tag != "v" and w.text != "争取"), 0)
    k = k or (len(cut) > 1 and cut[0].tag == "vn")
    return "".join(w.text for w in cut[k:])


_AIMS = ("考核指标", "目标任务", "建设任务", "任务", "指标", "目标", "计划")


def without_aim(topic: str) -> str:
    """Return the topic without the word that it is only aimed at: 改厕[任务]."""
    return next((topic.removesuffix(aim) for aim in _AIMS if topic.endswith(aim) and topic != aim), topic)


FIGURES = frozenset({"数字", "数据", "数字变成", "指标"})
"""Nouns that only point back at what was named: 这个[数字]达到58.4%."""
SHARES = frozenset({"%", "分之", "‰"})


def only(phrase: Phrase, role: str) -> bool:
    """Tell whether the phrase is one word of a role: 面积, 增速."""
    telling = [
        t
        for t in phrase.tokens
        if t.kind == "word" and t.text not in ("的", "年", "总", "平均", "年均", "实际", "名义")
    ]
    return len(telling) == 1 and telling[0].role == role


def find(tokens: Sequence[Token], role: str) -> int | None:
    """Return the index of the last token of a role."""
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].role == role:
            return k
    return None


_LEFT_OUT = frozenset({"剔除", "扣除"})
"""Verbs before what is left out of the value: 收入[剔除退税因素后]增长5.2%."""


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
EXTREMES = frozenset({"最低", "最高", "最少", "最多", "最快", "最慢", "最大", "最小"})
"""Superlatives that tell of one of those just counted: 到位率低于80%的有6个，[最低]的61.4%."""
