"""What the numbers before measured, that a clause may leave out: its thing, without the deed or the measure told of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....words import words
from ...rows import clause_before
from ...spelling import PER_HEADS
from ...vocabulary import RATES

if TYPE_CHECKING:
    from ...rows import Row
    from ..position import Position


SET_AGAINST = re.compile("占|相当于|等于|仅及|只及")


SUMMED_PLACES = re.compile("[两三四五六七八九十2-9](?:省区市|省区|省份|省|市州|市|县区|县|区|乡镇|乡|镇|村|州|地)")
"""Several places that were told of, one after the other, as one: what is measured stands before them."""


def without_share(topic: str) -> str:
    """Return what a share was of: 免签入境人数[占比], 务工总量[占年度任务]."""
    return SET_AGAINST.split(topic)[0].removesuffix("比重") or topic


def contributor(topic: str) -> str:
    """Return what contributes to a growth, of which something was told: of 人均工资性收入占可支配收入 the 工资性收入."""
    thing = without_share(topic.removesuffix("贡献率").partition("对")[0] if topic.endswith("贡献率") else topic)
    return thing.removesuffix("占比").removesuffix("增加值").replace("人均", "")


AMOUNTS = ("收入", "支出", "消费", "产值", "增加值", "投资", "产量", "贷款", "存款")
"""Endings of a topic whose amounts the sentences behind it give without naming it again."""
TOTALS = ("可支配收入", "纯收入", "人均收入", "消费支出", "生活消费支出")
"""Totals per head that are told of one place after another and named only once."""


def topic_of(p: Position) -> str:
    """Return what the number before measured, "" where there is none."""
    return p.last.topic if p.last else ""


def parts_by(row: Row) -> bool:
    """Tell whether a sentence says that it parts what was told before, by place or measure: 分区域看，关中10867元; 从增速看，."""
    return row[0].text.startswith(("分", "从")) and any(t.text in ("看", "来看") for t in row[1:5])


def tells_of_a_house(p: Position) -> bool:
    """Tell whether the clause of the number is about a family."""
    return any(t.text in _HOUSE for t in clause_before(p.row, p.at)) or any(
        t.text.endswith("口人") for t in p.row[: p.at]
    )


def thing_of(p: Position) -> str:
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
            or topic.endswith((*PRICES, "价", "需求", "任务"))
            or topic.startswith(("距", "海拔"))
        ):
            continue  # 产销266万把，产值65亿元: no 产销产值; 距县城31公里，面积20平方公里
        if topic.removesuffix("面积") in _OF_IT:
            continue
        if not any(head in topic for head in PER_HEADS) and not topic.endswith((*folk, *RATE_ENDINGS)):
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
RATE_ENDINGS = ("率", "比例", "比重", "占比", *RATES)
_FOLK = tuple("人家 家庭 居民 村民 移民 国家 地区 省份 岗位 人员 群众 学生 干部 就业 户 人 脱贫 劳动力 村 县".split())
"""Nouns of those who have no 产值 or 收入 of their own to be told next."""


def topic_alike(p: Position) -> str:
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
    "全长", "总长", "总金额", "金额", "合同额", "总价", "出栏", "存栏", "出栏量", "存栏量", "单产", "亩产",
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
        kept = next((kept.removeprefix(deed) for deed in _GROWS if kept.startswith(deed) and kept != deed), kept)
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


_GROWS = ("种植", "栽种", "栽植", "养殖", "饲养", "播种")
"""What is grown or raised has the yield, not the growing of it: [种植]药材37万亩，年产量5万吨."""
_AIMS = ("考核指标", "目标任务", "建设任务", "任务", "指标", "目标", "计划")


def without_aim(topic: str) -> str:
    """Return the topic without the word that it is only aimed at: 改厕[任务]."""
    return next((topic.removesuffix(aim) for aim in _AIMS if topic.endswith(aim) and topic != aim), topic)
