"""Places that a clause only names beside what it is about: compared with it, gone to or come from, the whole that it is the best of."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ..rows import clause_before, once, opens_clause, text_at
from ..rules import first_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Row, Token

_ONE_OF = 6
HOLDING = "所在"
"""What is behind a place that only tells which wider one is meant: 云岭村[所在]的永平县."""
_THAN = frozenset({"比", "较", "高于", "低于", "快于", "慢于"})
_ASIDE = frozenset(
    (
        "比 较 与 同 来自 据 高于 低于 快于 超过 高出 低出 超出 多出 优于 好于 慢于 多于 少于 至 往 向 占 融入 对接 辐射 "
        "卖到 销到 运到 发往 运往 走向 销往 远销 外销 赴 到 距 距离 相距 离"
    ).split()
)


_SUPERLATIVES = frozenset("唯一 首个 首家 第一 最 最大 首位 前列 第二 平均 平均水平 率先 首创 首例 领先 前茅".split())


_APART = frozenset({"相差", "相比", "差距", "持平", "相当"})
"""Words behind a place that another one is compared with: 与第1位的[江西]相差6000元."""
_SERVED = frozenset("工作时 工作 任职 任职时 担任 插队 挂职 出差 求学 读书 上大学".split())
"""Deeds behind a place that belongs to somebody's life: 在福建工作时."""


@once
def aside(row: Row, k: int) -> bool:
    """Tell whether a place is not what the statement is about: 来自棋盘乡, 比全国, 与天津市、北京市, 全省唯一, 青海的2.85倍."""
    if together(row, k):
        return False
    if first_answer(BESIDE, row, k):
        return True
    if _is_given_something(row, k):
        return False
    return bool(first_answer(GONE_TO_OR_LEFT, row, k)) or _is_led_to(row, k)


def _text_before(row: Sequence[Token], k: int) -> str:
    return row[k - 1].text if k else ""


def _in_a_name(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only begins a name in quotes: “[吕梁]山护工”“天镇保姆”等劳务品牌; not “[悬崖村]”."""
    region = row[k].region
    if not k or row[k - 1].text not in "“‘「" or region is None or region.level == "area":
        return False
    end = next((j for j in range(k + 1, min(len(row), k + _LONG_NAME)) if row[j].text in "”’」"), k + 1)
    return end > k + 1 and all(t.nominal or t.kind == "word" for t in row[k + 1 : end])


_LONG_NAME = 5


def _is_of_a_life(row: Sequence[Token], k: int) -> bool:
    """Tell whether somebody served or learnt there: 在[福建]工作时."""
    return text_at(row, k + 1) in _SERVED


def _is_left_out(row: Sequence[Token], k: int) -> bool:
    """Tell whether it is what is told of others than, or where they lie: [广东]以外, 云岭村[所在]的永平县."""
    return text_at(row, k + 1) in ("以外", "之外", HOLDING)


def _is_whole_of_the_best(row: Sequence[Token], k: int) -> bool:
    """Tell whether something is the best in it: [全省]唯一, [全省]县级区划数它面积最大."""
    return _is_the_whole(row[k]) and (text_at(row, k + 1) in _SUPERLATIVES or _ranks(row, k))


def _is_a_multiple_of(row: Sequence[Token], k: int) -> bool:
    """Tell whether something is so many times, or such a share of, what it has: [青海]的2.85倍, 相当于[全国]的60.4%."""
    linked = k > 0 and row[k - 1].role == "link"
    return _of_its_value(row, k, ("倍",)) or (linked and _of_its_value(row, k, ("%", "分之")))


def _is_apart_from(row: Sequence[Token], k: int) -> bool:
    """Tell whether another place is set against it: 与第1位的[江西]相差6000元."""
    return text_at(row, k + 1) in _APART and _text_before(row, k) in ("的", "与", "和", "同")


def _is_workplace_of_those_from(row: Sequence[Token], k: int) -> bool:
    """Tell whether those of another place work there: 在[浙江]稳定就业的甘谷县劳动力有2140人."""
    return _text_before(row, k) == "在" and _is_of_those_from(row, k)


def _begins_an_honour(row: Sequence[Token], k: int) -> bool:
    """Tell whether it begins the name of an honour: 创建[全国]乡村治理示范镇6个."""
    if row[k].text != "全国" or _text_before(row, k) not in _GETS or not text_at(row, k + 1):
        return False
    return row[k + 1].tag in ("n", "vn", "b")


def _is_one_of_such(row: Sequence[Token], k: int) -> bool:
    """Tell whether something is one of its: 是[“三区三州”]深度贫困地区之一; not 甘谷县是…之一."""
    told = any(t.text == "之一" for t in row[k + 1 : k + _ONE_OF])
    return told and not (text_at(row, k + 1) in ("是", "为") and opens_clause(row, k))


def _is_an_end_of_a_line(row: Sequence[Token], k: int) -> bool:
    """Tell whether a road or railway runs from there to another place: [贵州纳雍]至生机高速公路."""
    return text_at(row, k + 1) in _ON_TO and k + 2 < len(row) and row[k + 2].region is not None


def _says_what_it_is(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place only belongs to what another one is said to be: 曾是[广东省]定贫困村，人均收入5800元."""
    place = row[k].region
    area = place is not None and place.level == "area"
    if not k or row[k - 1].text not in _IS or not (area or any(t.region for t in row[: k - 1])):
        return False
    end = next((j for j in range(k + 1, len(row)) if row[j].kind == "mark"), len(row))
    closes = end < len(row) and row[end].text in "，,。；;" and all(t.kind == "word" for t in row[k + 1 : end])
    return closes and end > k + 1 and row[end - 1].text.endswith(_KINDS)


_IS = frozenset("是 曾是 也是 还是 系 成为 成了 列为 评为 定为 属 属于".split())
_KINDS = (*"村 县 乡 镇 区 市 单位 地区 寨 社区 基地 产地 门户 枢纽 工程 水库 通道 屏障 水源地 粮仓 大省 省份".split(),)


def is_where_it_is_published(row: Sequence[Token], k: int) -> bool:
    """Tell whether figures were only made known there: 协会在[长沙]发布《报告》, 在[南通]举行发布会."""
    if _text_before(row, k) != "在":
        return False
    told = [t.text for t in takewhile(lambda t: t.text not in "，,。；;", row[k + 1 : k + _ONE_OF])]
    paper = any(t in _PAPERS for t in told) or (told[:1] == ["发布"] and any(t in "《〈" for t in told))
    return paper and any(t in _MAKES_KNOWN for t in told)


_MAKES_KNOWN = frozenset("发布 公布 举行 召开".split())
_PAPERS = frozenset("报告 白皮书 蓝皮书 榜单 指数 数据 发布会 新闻发布会 公报".split())


def _gives_its_name(row: Sequence[Token], k: int) -> bool:
    """Tell whether it is but the giver in the name of a school or hospital elsewhere: 马营镇[青岛]希望小学."""
    there, here = row[k - 1].region if k else None, row[k].region
    if there is None or here is None or row[k - 1].end != row[k].start or there.name in here.path:
        return False
    name = list(takewhile(lambda t: t.nominal, row[k + 1 : k + _ONE_OF]))
    return any(t.text.endswith(_SCHOOLS) for t in name)


_SCHOOLS = ("小学", "中学", "学校", "幼儿园", "医院", "卫生院", "敬老院")


BESIDE: tuple[Callable[[Row, int], bool], ...] = (
    _in_a_name,
    _says_what_it_is,
    is_where_it_is_published,
    _gives_its_name,
    _is_of_a_life,
    _is_left_out,
    _is_whole_of_the_best,
    _is_a_multiple_of,
    _is_apart_from,
    _is_workplace_of_those_from,
    _begins_an_honour,
    _is_one_of_such,
    _is_an_end_of_a_line,
)
"""Ways in which a place is only named, whatever leads to it."""


def _is_given_something(row: Sequence[Token], k: int) -> bool:
    """Tell whether something is given to it: 两级财政向[凉山州]投入帮扶资金 is about 凉山州."""
    return _text_before(row, k) in _TOWARDS and any(t.text in _GIVES for t in row[k + 1 : k + 4])


def _is_sold_at(row: Sequence[Token], k: int) -> bool:
    """Tell whether something of another place is sold there: 苹果在[上海]销售额达5亿元."""
    return _text_before(row, k) == "在" and text_at(row, k + 1) in _SOLD and row[k].text[0] != "全"


def _is_gone_from(row: Row, k: int) -> bool:
    """Tell whether something was got there or somebody left it: 新疆从[北疆]开发了5万多个岗位; 从[东莞]返乡."""
    before = _text_before(row, k)
    return (before == "从" and _led(row, k - 1)) or (before in ("从", "由") and _is_left(row, k))


def _is_worked_at(row: Row, k: int) -> bool:
    """Tell whether somebody works there who is from elsewhere: 儿子在[兰州]的工地绑钢筋，一天180元."""
    before = _text_before(row, k)
    if before not in ("在", "去", "到") and not (before == "了" and row[k - 2].text in ("去", "到")):
        return False
    if before in ("在", "去") and _is_workplace(row, k, _AT_WORK):
        return True
    works = {t.text for t in row[k + 1 : k + 4]}
    return bool(works & _AWAY_WORK) or (bool(works & _WORKS) and _led(row, k - 1))


def _is_joined_at(row: Sequence[Token], k: int) -> bool:
    """Tell whether somebody joined a firm there: 孙子进了[合肥]一家软件公司，月薪7000元."""
    before = _text_before(row, k)
    joins = k > 0 and "进" in (before, row[k - 2].text if before == "了" else "")
    return joins and _is_workplace(row, k, _FIRMS)


GONE_TO_OR_LEFT: tuple[Callable[[Row, int], bool], ...] = (
    _is_sold_at,
    _is_gone_from,
    _is_worked_at,
    _is_joined_at,
)
"""Ways in which people or things only come to a place, or from it."""


def _is_led_to(row: Sequence[Token], k: int) -> bool:
    """Tell whether a word of comparing, of going or of a share leads to the place, or to those it is told of with.

    比[全国], 销往[北京]、上海, 占[全省]; but 就到了[锅厂村] brings the teller there.
    """
    while k and (row[k - 1].text in ("、", "和", "“") or row[k - 1].kind == "region"):
        k -= 1  # 留住了来自甘肃“[陇中]”的客商
    if k and row[k - 1].text == "了":
        k -= 1
    before = row[k - 1] if k else None
    if before is None or (before.text == "到" and _arrives(row, k - 1)):
        return False
    if before.text == "的" and any(t.text in _THAN for t in row[max(0, k - 4) : k - 1]):
        return True  # 比相邻的[会宁县]高0.3个百分点
    return before.kind == "word" and (before.text in _ASIDE or before.role == "share")


def _is_of_those_from(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place only says where those of another one work: 在[浙江]稳定就业的甘谷县劳动力有2140人."""
    told = list(takewhile(lambda t: t.kind == "word" and t.text != "的", row[k + 1 : k + _ONE_OF]))
    of = k + 1 + len(told)
    return (
        any(t.text in _WORKS for t in told)
        and text_at(row, of) == "的"
        and of + 1 < len(row)
        and row[of + 1].kind == "region"
    )


def _is_workplace(row: Sequence[Token], k: int, ends: tuple[str, ...]) -> bool:
    """Tell whether somebody works in the place: a building site, a factory stands behind it in its clause."""
    until = next((j for j in range(k + 1, len(row)) if row[j].kind in ("mark", "quantity")), len(row))
    return any(t.text.endswith(ends) for t in row[k + 1 : until])


_AT_WORK, _FIRMS = ("工地", "上班"), ("工地", "厂", "公司", "企业", "车间", "酒店")


def _of_its_value(row: Sequence[Token], k: int, units: tuple[str, ...]) -> bool:
    """Tell whether a number in one of the units is reckoned from the place's own: 是[黔东南州](10933元)的1.7倍."""
    end = k + 1
    if text_at(row, end) in _MEANS:
        end += 1
    if text_at(row, end) == "(":
        end = next((j + 1 for j in range(end, min(end + _ONE_OF, len(row))) if row[j].text == ")"), end)
    return end + 1 < len(row) and row[end].text == "的" and row[end + 1].unit in units


_MEANS = frozenset({"平均", "平均水平", "均值"})


def _arrives(row: Sequence[Token], k: int) -> bool:
    """Tell whether 到 says that the teller comes to the place: 往南走20公里，就[到]了锅厂村; not 卖到, nor 到广东打工."""
    before = row[k - 1] if k else None
    if before is not None and before.text in AT_LAST:
        return True  # 车走了3个小时，[才到]鹤峰县升子村
    return row[k + 1].text == "了" and (before is None or before.kind in ("mark", "period") or before.text == "就")


AT_LAST = frozenset({"才", "终于", "便"})
"""Words in front of 到 and the place that somebody has come to."""


_GETS = frozenset(
    "创建 创成 获评 荣获 获得 入选 评为 认定 命名 获批 获批创建 列入 入围 拥有 新增 培育 认定为 成功创建 创建成".split()
)
"""Verbs before the name of an honour that begins with 全国: 获评[全国]文明村12个."""


def together(row: Sequence[Token], k: int) -> bool:
    """Tell whether two places that 与 joins do something together: 白水洞村与[板栗园村]联合建厂2座."""
    here, there = row[k].region, row[k - 2].region if k > 1 else None
    if here is None or there is None or here.level != there.level or here.path[:2] != there.path[:2]:
        return False
    return row[k - 1].text in ("与", "及", "同") and k + 1 < len(row) and row[k + 1].text.startswith(_TOGETHER)


_TOGETHER = tuple("联合 抱团 联手 共有 共同 一起 合作 合建 合办 两地 两县 两村 两乡 都 均".split())


def _is_left(row: Sequence[Token], k: int) -> bool:
    """Tell whether somebody or something comes from the place: 从[东莞]返乡，欠债7万元; 从[毕节市]农科所引来滚山鸡."""
    told = "".join(t.text for t in takewhile(lambda t: t.kind not in ("mark", "quantity"), row[k + 1 : k + _ONE_OF]))
    return told.startswith(_COMES_HOME) or any(word in told for word in _BROUGHT)


_BROUGHT = tuple(
    (
        "引来 引进 引种 引入 购进 购回 购买 购入 采购 调入 调来 调运 运来 运回 拉来 拉回 请来 聘请 聘来 买来 买回 买进 买了 进了 "
        "邀请 招来 批发"
    ).split()
)
_COMES_HOME = tuple(
    "返乡 回乡 回家 回来 归来 返回 回到 回村 返村 辞 退休 退伍 学成 打工 务工 做工 搬 迁 下山 下来 出发 赶来".split()
)
"""Verbs behind a place that somebody or something left: 从东莞返乡，欠债7万元."""


def _ranks(row: Sequence[Token], k: int) -> bool:
    """Tell whether the clause says which place something has in the whole: [全省]县级区划数它面积最大."""
    end = next((j for j in range(k + 1, len(row)) if row[j].kind in ("mark", "quantity")), len(row))
    return end < len(row) and row[end].kind == "mark" and row[end - 1].text in _RANKED


_RANKED = frozenset({"最大", "最多", "最高", "最快", "最小", "最低", "最少", "第一", "首位", "前列", "领先"})


def _is_the_whole(token: Token) -> bool:
    """Tell whether a place is the whole that something is the best of: [全省]最大, not 大像山镇最大雨量."""
    whole = token.region is not None and (token.region.level == "country" or bool(token.region.implied))
    return whole or (token.region is not None and token.text[0] == "全")  # [全港]最多


_ON_TO = frozenset({"至", "到", "—", "-"})
_TOWARDS = frozenset({"向", "对", "给", "为"})
_GIVES = frozenset(
    "投入 捐赠 提供 拨付 援助 安排 投放 捐款 援建 帮扶 支援 输送 下拨 累计投入 捐资 划拨 发放 放贷 授信 下达 派出 "
    "选派 派驻 赠送 兑付 兑现 增拨 拨款 倾斜 补助 补贴 奖补 奖励 资助".split()
)
"""Given to a place it is what the statement is about: 两级财政向[凉山州]投入帮扶资金."""
_SOLD = frozenset("销售 销售额 销量 热销 卖出 售出 开卖 展销 推介".split())
"""Verbs behind 在 and the place where something of another place is sold."""
_WORKS = frozenset("就业 务工 打工 稳定就业 工作 上学 就读 跟岗".split())
"""Verbs behind the place where people of another place work: 凉山在[佛山市]就业的贫困劳动力."""


_AWAY_WORK = frozenset("打工 务工 做工 摆摊 进厂 经商 闯荡 做生意 开店 当兵 跑运输".split())
"""Work away from home: what people earn by it belongs to the place they come from: 在佛山打工，一年寄回三万元."""


def _led(row: Row, k: int) -> bool:
    return any(t.kind == "region" for t in clause_before(row, k))
