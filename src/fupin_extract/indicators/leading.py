"""Which places a clause is about: the one that leads it, not one that something is compared with, goes to or comes from."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from .dating import NOW
from .phrases import ENUMERATORS
from .rows import COMMAS, clause_before, clause_begin, opens_clause, text_at
from .vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Region
    from .tokens import Token


def inside(region: Region, focus: Region | None) -> bool:
    """Tell whether a place is one of the towns and villages inside what the text is about: a story that goes on.

    A text about the country tells of a village in one paragraph and is back in the country with the next.
    """
    if focus is not None and focus.level == "country":
        return False
    return region.level in ("village", "township", "county") and (focus is None or region.name not in focus.path)


def tells_of_villages(places: Sequence[Region], focus: Region | None) -> bool:
    """Tell whether a county's text tells of one village after the other, and never of the whole county: 大湾村…；金刚台村….

    Its paragraphs go on about the village named last.
    """
    if focus is None or focus.level not in ("county", "township"):
        return False
    villages = [place.name for place in places if place.level == "village"]
    wider = [place for place in places if place.level not in ("village", "township")]
    return len(set(villages)) > 1 and len(wider) <= len(villages) and not any(place.implied for place in wider)


def counted(row: Sequence[Token], k: int, held: Region | None) -> bool:
    """Tell whether the place only has its share in a list: 上海4例，甘肃2例; an age counts nothing: 龙岗村73岁的老人.

    Nor is it one of a list where the text comes back from a place in it to the whole: 全省20多万名网格员随时上门，…;
    甲县通过验收，全市186个村出列，减贫5.8万人.
    """
    place, end = row[k].region, k
    while text_at(row, end + 1) in JOINTS and end + 2 < len(row) and row[end + 2].region:
        end += 2  # [甘谷]、武山2个县摘帽，147个村出列
    following = row[end + 1].quantity if end + 1 < len(row) else None
    first = all(t.kind == "period" or t.tag == "d" or t.text in _OPENS for t in row[:k])
    opens = (
        first
        and end == k
        and k + 2 < len(row)
        and row[k + 2].kind == "word"
        and place is not None
        and not place.implied
    )
    back = first and place is not None and held is not None and place.name in held.path[:-1]
    back |= place is not None and _is_back_to_it(row, k, place)
    return (
        following is not None and following.dimension != "age" and not opens and not back
    )  # 吉林21万亩玉米收获接近尾声


def _is_back_to_it(row: Sequence[Token], k: int, whole: Region) -> bool:
    """Tell whether a clause opens with 全市 or the like, where one before it told of a place inside the whole."""
    if not whole.text.startswith("全") or not whole.implied or not opens_clause(row, k):
        return False
    return any(t.region and whole.name in t.region.path[:-1] for t in row[:k])


def alone(row: Sequence[Token], k: int) -> bool:
    """Tell whether a sentence opens with a place and speaks of no other: 临夏州8650元，仍是全省最低，相当于全省平均的92%."""
    place = row[k].region
    others = (j for j, t in enumerate(row) if j != k and t.region and t.region.name and not aside(row, j))
    return k == 0 and place is not None and not place.implied and not any(others)


_OPENS = NOW | {"其中", "至此", "截至", "，", ","}


def leads(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause begins with the place, or says where: what follows is about it."""
    if aside(row, k) or is_venue(row, k):
        return False
    end = k
    while k and (row[k - 1].kind in ("region", "period") or row[k - 1].text in JOINTS or _of_a_place(row, k)):
        k -= 1
    if k > 1 and row[k - 1].text in "“‘「":
        k -= 1  # 怒江是“[三区三州]”里的硬骨头
        while k and row[k - 1].kind in ("region", "period"):
            k -= 1  # 昭觉县“[悬崖村]”84户贫困户
    before = row[k - 1] if k else None
    if before is None or _is_in_apposition(row, k, end):
        return True
    if before.text == "的" and text_at(row, end + 1) in ("，", ",", "是"):
        return True  # 曾是主战场的[中西部地区]，业务收入增长; 位于淮河之畔的[阜南县]是产粮大县
    if before.kind == "mark":
        if before.text == "—":
            return any(t.kind != "mark" for t in row[:k])  # 全市最偏的县——[甘谷县]，修路9公里; a subtitle is none
        return before.text in "，,:；;。()“【】 " + ENUMERATORS
    if before.text == "了" and k > 1 and row[k - 2].text in ("去", "到", "来", "访", "走访"):
        return True
    if before.text in ("的", "多岁") and _is_somebody_of(row, end):
        return True  # 56岁的[会宁县]农民拔起一株麦苗，他家的12亩冬小麦
    ends = text_at(row, end + 1) in COMMAS
    extreme = before.text == "是" and any(t.text.startswith("最") for t in clause_before(row, k))
    if ends and (before.text in ("为", "地区") or extreme):
        return True  # 全港人口最多的是[沙田区]，有70万人; 收入最高地区[中西区]，中位数4.26万元
    if before.text in _LIES and k > 2 and row[k - 2].text in COMMAS and row[k - 3].region:
        return False  # 山脚下的大湾村，是[金寨县]71个贫困村之一
    if is_stationed(row, end):
        return True
    if before.text == "的" and _is_told_at(row, end):
        return True  # 在联点的[南坪村]建起鸡舍6间，带动40户
    if before.text in _LIES:
        return not any(t.kind == "region" for t in clause_before(row, k - 1))
    if before.text == "以" and [t.text for t in row[end + 1 : end + 3]] == ["为", "例"]:
        return True  # 以[甘谷县]为例，种植花椒10万亩
    return before.text in _SAYS_WHERE or (before.tag in ("d", "c") and before.text not in _BY)


def _is_in_apposition(row: Sequence[Token], k: int, end: int) -> bool:
    """Tell whether only nouns that say what the place is open its clause: 最大产区[万丹乡]种了2350亩; 革命老区[兴国县]."""
    told = clause_before(row, k)
    place = row[end].region
    plain = all((t.nominal or t.tag in ("a", "b", "d")) and not t.role for t in told) and 0 < len(told) < _ONE_OF
    return plain and place is not None and told[-1].text.endswith(_KINDS_OF_PLACE)


_KINDS_OF_PLACE = (
    "产区",
    "老区",
    "大县",
    "强县",
    "县",
    "镇",
    "乡",
    "村",
    "市",
    "主产区",
    "产地",
    "重镇",
    "基地",
    "所在地",
    "山区",
)


def is_stationed(row: Sequence[Token], k: int) -> bool:
    """Tell whether a team is named by the village that it is sent to: 县水务局驻[卢坪村]帮扶工作队."""
    place = row[k].region
    return place is not None and place.level in ("township", "village") and k > 0 and row[k - 1].text.endswith("驻")


def _is_told_at(row: Sequence[Token], k: int) -> bool:
    """Tell whether 在 or a word of coming there and no other place stands in front of 的 and the place: 来到海拔1200米的[云顶村]."""
    before = clause_before(row, k)[-_ONE_OF:]
    place = row[k].region
    within = place is not None and place.level not in ("country", "area")
    return within and any(t.text in _TOLD_AT for t in before) and not any(t.region for t in before)


_TOLD_AT = frozenset("在 来到 走进 走访 探访 抵达 到达 走近 来到了 走进了".split())


def _is_somebody_of(row: Sequence[Token], k: int) -> bool:
    """Tell whether somebody who lives in the place stands behind it: what follows is told of him."""
    return text_at(row, k + 1) in _PEOPLE


_PEOPLE = frozenset(
    "村民 农民 老农 青农 牧民 农牧民 居民 渔民 果农 菜农 茶农 花农 棉农 蔗农 椒农 薯农 蜂农 种粮大户 种植大户 养殖大户 养殖户 种植户 "
    "贫困户 脱贫户 低保户 搬迁户 监测户".split()
)


def _of_a_place(row: Sequence[Token], k: int) -> bool:
    """Tell whether 的 stands in front, and a place before it: 吴忠市[的]红寺堡区, 云岭村所在[的]永平县."""
    if k > 1 and row[k - 1].text == _HOLDING and row[k - 2].kind == "region":
        return True
    return k > 1 and row[k - 1].text == "的" and (row[k - 2].kind == "region" or row[k - 2].text == _HOLDING)


_HOLDING = "所在"
"""What is behind a place that only tells which wider one is meant: 云岭村[所在]的永平县."""


_LIES = frozenset({"位于", "地处", "坐落", "毗邻", "紧邻", "属于", "是"})
"""Verbs before a place that only says where another one lies, if that is named: 天镇县位于[山西]北部."""
_BY = frozenset("由 被 经 因".split())
_SAYS_WHERE = (
    frozenset(
        (
            "在 对 位于 走进 来到 地处 使 让 推动 带动 了解 放眼 纵观 帮助 协助 扶持 帮扶 支援 援助 援建 下达 拨付 "
            "住 住在 居住在 居于 独居 独居于 "
            "搬进 搬到 搬入 搬至 迁到 迁入 住进 落户 家住 家在 至于 比如 例如 譬如 诸如 说起 谈起 提起 再看 且看 整个 同属 同处"
        ).split()
    )
    | NOW
)
_ASIDE = frozenset(
    (
        "比 较 与 同 来自 据 高于 低于 快于 超过 高出 低出 超出 多出 优于 好于 慢于 多于 少于 至 往 向 占 融入 对接 辐射 "
        "卖到 销到 运到 发往 运往 走向 销往 远销 赴 到 距 距离 相距 离"
    ).split()
)


_SUPERLATIVES = frozenset("唯一 首个 首家 第一 最 最大 首位 前列 第二 平均 平均水平 率先 首创 首例 领先 前茅".split())


_APART = frozenset({"相差", "相比", "差距", "持平", "相当"})
"""Words behind a place that another one is compared with: 与第1位的[江西]相差6000元."""
_SERVED = frozenset("工作时 工作 任职 任职时 担任 插队 挂职 出差 求学 读书 上大学".split())
"""Deeds behind a place that belongs to somebody's life: 在福建工作时."""


def aside(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place is not what the statement is about: 来自棋盘乡, 比全国, 与天津市、北京市, 全省唯一, 青海的2.85倍."""
    behind = text_at(row, k + 1)
    if together(row, k):
        return False
    if _in_a_name(row, k):
        return True
    if (
        behind in _SERVED
        or behind in ("以外", "之外", _HOLDING)
        or (_is_the_whole(row[k]) and (behind in _SUPERLATIVES or _ranks(row, k)))
        or _of_its_value(row, k, ("倍",))
        or (behind in _APART and k and row[k - 1].text in ("的", "与", "和", "同"))
    ):
        return True
    if k and row[k - 1].role == "link" and _of_its_value(row, k, ("%", "分之")):
        return True  # 甘肃省相当于[全国]的60.4%, 只有[太原]的一半
    if k and row[k - 1].text == "在" and _is_of_those_from(row, k):
        return True
    if row[k].text == "全国" and k and row[k - 1].text in _GETS and behind and row[k + 1].tag in ("n", "vn", "b"):
        return True  # 创建[全国]乡村治理示范镇6个
    if any(t.text == "之一" for t in row[k + 1 : k + _ONE_OF]) and not (
        behind in ("是", "为") and opens_clause(row, k)
    ):
        return True  # 是[“三区三州”]深度贫困地区之一
    if behind in _ON_TO and k + 2 < len(row) and row[k + 2].region:
        return True  # [贵州纳雍]至生机高速公路
    if k and row[k - 1].text in _TOWARDS and any(t.text in _GIVES for t in row[k + 1 : k + 4]):
        return False
    if k and row[k - 1].text == "在" and behind in _SOLD and row[k].text[0] != "全":
        return True  # 苹果[在上海]销售额达5亿元
    if k and row[k - 1].text == "从" and _led(row, k - 1):
        return True  # 新疆从[北疆]开发了5万多个岗位
    if k and row[k - 1].text in ("从", "由") and _is_left(row, k):
        return True
    if k and (row[k - 1].text in ("在", "去", "到") or (row[k - 1].text == "了" and row[k - 2].text in ("去", "到"))):
        works = {t.text for t in row[k + 1 : k + 4]}
        if row[k - 1].text in ("在", "去") and _is_workplace(row, k, _AT_WORK):
            return True  # 儿子在[兰州]的工地绑钢筋，一天180元
        if works & _AWAY_WORK or (works & _WORKS and _led(row, k - 1)):
            return True
    if (
        k
        and "进" in (row[k - 1].text, row[k - 2].text if row[k - 1].text == "了" else "")
        and _is_workplace(row, k, _FIRMS)
    ):
        return True  # 孙子进了[合肥]一家软件公司，月薪7000元
    while k and (row[k - 1].text in ("、", "和", "“") or row[k - 1].kind == "region"):
        k -= 1  # 留住了来自甘肃“[陇中]”的客商
    if k and row[k - 1].text == "了":
        k -= 1
    before = row[k - 1] if k else None
    if before is not None and before.text == "到" and _arrives(row, k - 1):
        return False
    return before is not None and before.kind == "word" and (before.text in _ASIDE or before.role == "share")


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
    return row[k + 1].text == "了" and (before is None or before.kind in ("mark", "period") or before.text == "就")


_GETS = frozenset(
    "创建 创成 获评 荣获 获得 入选 评为 认定 命名 获批 获批创建 列入 入围 拥有 新增 培育 认定为 成功创建 创建成".split()
)
"""Verbs before the name of an honour that begins with 全国: 获评[全国]文明村12个."""


def _in_a_name(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only begins a name in quotes: “[吕梁]山护工”“天镇保姆”等劳务品牌; not “[悬崖村]”."""
    region = row[k].region
    if not k or row[k - 1].text not in "“‘「" or region is None or region.level == "area":
        return False
    end = next((j for j in range(k + 1, min(len(row), k + _LONG_NAME)) if row[j].text in "”’」"), k + 1)
    return end > k + 1 and all(t.nominal or t.kind == "word" for t in row[k + 1 : end])


_LONG_NAME = 5


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


_BROUGHT = ("引来", "引进", "引种", "引入", "购进", "调入", "运来", "请来")
_COMES_HOME = tuple(
    (
        "返乡 回乡 回家 回来 归来 返回 回到 回村 返村 辞 退休 退伍 学成 打工 务工 做工 引进 引种 引入 购进 调入 运来 请来 "
        "搬 迁 下山 下来 出发 赶来"
    ).split()
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


_ONE_OF = 6
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


_HELD = ("举行", "启动", "召开", "开幕", "闭幕", "举办", "签约", "揭牌", "发布")


def is_venue(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only says where something of a wider one is held: 海南重点项目在[海口]集中签约."""
    place = row[k].region
    if not k or place is None or row[k - 1].text != "在" or not any(t.text in _HELD for t in row[k + 1 : k + 4]):
        return False
    begin = clause_begin(row, k)
    return any(
        t.region and t.region.name in place.path[:-1] and leads(row, j) for j, t in enumerate(row[begin:k], begin)
    )


def _led(row: Sequence[Token], k: int) -> bool:
    return any(t.kind == "region" for t in clause_before(row, k))
