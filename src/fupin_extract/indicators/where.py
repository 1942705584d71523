"""Where: the region that a statement is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .phrases import ENUMERATORS, clause_before
from .when import near, opens_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..records import Region
    from .scope import Scope
    from .tokens import Token


def inside(region: Region, focus: Region | None) -> bool:
    """Tell whether a place is one of the towns and villages inside what the text is about: a story that goes on.

    A text about the country tells of a village in one paragraph and is back in the country with the next.
    """
    if focus is not None and focus.level == "country":
        return False
    return region.level in ("village", "township", "county") and (focus is None or region.name != focus.name)


def counted(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only has its share in a list: 上海4例，甘肃2例; an age counts nothing: 龙岗村73岁的老人."""
    following = row[k + 1].quantity if k + 1 < len(row) else None
    place = row[k].region
    first = all(t.text in ("其中", "至此", "，", ",") for t in row[:k])
    opens = first and k + 2 < len(row) and row[k + 2].kind == "word" and place is not None and not place.implied
    return following is not None and following.dimension != "age" and not opens  # 吉林21万亩玉米收获接近尾声


def leads(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause begins with the place, or says where: what follows is about it."""
    if _aside(row, k):
        return False
    end = k
    while k and (
        row[k - 1].kind in ("region", "period") or row[k - 1].text in ("、", "和", "与") or _of_a_place(row, k)
    ):
        k -= 1
    if k > 1 and row[k - 1].text in "“‘":
        k -= 1  # 怒江是“[三区三州]”里的硬骨头
    before = row[k - 1] if k else None
    if before is None:
        return True
    if before.text == "的" and end + 1 < len(row) and row[end + 1].text in ("，", ",", "是"):
        return True  # 曾是主战场的[中西部地区]，业务收入增长; 位于淮河之畔的[阜南县]是产粮大县
    if before.kind == "mark":
        return before.text in "，,：:；;。()“ " + ENUMERATORS
    if before.text == "了" and k > 1 and row[k - 2].text in ("去", "到", "来", "访", "走访"):
        return True
    if before.text in _LIES:
        return not any(t.kind == "region" for t in clause_before(row, k - 1))
    return before.text in _SAYS_WHERE or (before.tag in ("d", "c") and before.text not in _BY)


def _of_a_place(row: Sequence[Token], k: int) -> bool:
    """Tell whether 的 stands in front, and a place before it: 吴忠市[的]红寺堡区."""
    return k > 1 and row[k - 1].text == "的" and row[k - 2].kind == "region"


_LIES = frozenset({"位于", "地处", "坐落", "毗邻", "紧邻", "属于", "是"})
"""Behind these a place says where another one lies, if that is named: 天镇县位于[山西]北部."""
_BY = frozenset("由 被 经 因".split())
_SAYS_WHERE = frozenset(
    (
        "在 对 位于 走进 来到 地处 目前 如今 使 让 推动 带动 了解 放眼 纵观 帮助 帮扶 支援 援助 下达 拨付 "
        "搬进 搬到 搬入 搬至 迁到 迁入 住进 落户"
    ).split()
)
_ASIDE = frozenset(
    (
        "比 较 与 同 来自 据 高于 低于 快于 超过 高出 低出 超出 多出 优于 好于 慢于 多于 少于 至 往 向 占 融入 对接 辐射 "
        "卖到 销到 运到 发往 运往 走向 销往 远销 赴 到"
    ).split()
)


_SUPERLATIVES = frozenset("唯一 首个 首家 第一 最 最大 首位 前列 第二 平均 平均水平 率先 首创 首例 领先 前茅".split())


_APART = frozenset({"相差", "相比", "差距", "持平", "相当"})
"""Behind a place these say that another one is compared with it: 与第1位的[江西]相差6000元."""
_SERVED = frozenset("工作时 工作 任职 任职时 担任 插队 挂职 出差 求学 读书 上大学".split())
"""Behind a place these tell of somebody's life: 在福建工作时."""


def _aside(row: Sequence[Token], k: int) -> bool:
    """Tell whether a place is not what the statement is about: 来自棋盘乡, 比全国, 与天津市、北京市, 全省唯一, 青海的2.85倍."""
    behind = row[k + 1].text if k + 1 < len(row) else ""
    if (
        behind in _SERVED
        or (_is_the_whole(row[k]) and (behind in _SUPERLATIVES or _ranks(row, k)))
        or (behind == "的" and k + 2 < len(row) and row[k + 2].unit == "倍")
        or (behind in _APART and k and row[k - 1].text in ("的", "与", "和", "同"))
    ):
        return True
    part = behind == "的" and k + 2 < len(row) and row[k + 2].unit in ("%", "分之")
    if part and k and row[k - 1].role == "link":
        return True  # 甘肃省相当于[全国]的60.4%, 只有[太原]的一半
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
    if k and row[k - 1].text == "从" and _led(row, k - 1):
        return True  # 新疆从[北疆]开发了5万多个岗位
    if k and row[k - 1].text in ("从", "由") and behind.startswith(_COMES_HOME):
        return True
    if k and (row[k - 1].text in ("在", "去", "到") or (row[k - 1].text == "了" and row[k - 2].text in ("去", "到"))):
        works = {t.text for t in row[k + 1 : k + 4]}
        if works & _AWAY_WORK or (works & _WORKS and _led(row, k - 1)):
            return True
    while k and (row[k - 1].text in ("、", "和") or row[k - 1].kind == "region"):
        k -= 1
    if k and row[k - 1].text == "了":
        k -= 1
    before = row[k - 1] if k else None
    return before is not None and before.kind == "word" and (before.text in _ASIDE or before.role == "share")


_GETS = frozenset(
    "创建 创成 获评 荣获 获得 入选 评为 认定 命名 获批 获批创建 列入 入围 拥有 新增 培育 认定为 成功创建 创建成".split()
)
"""Behind these 全国 begins the name of an honour: 获评[全国]文明村12个."""


_COMES_HOME = tuple(
    (
        "返乡 回乡 回家 回来 归来 返回 回到 回村 返村 辞 退休 退伍 学成 打工 务工 做工 引进 引种 引入 购进 调入 运来 请来 "
        "搬 迁 下山 下来 出发"
    ).split()
)
"""Behind a place these say that somebody or something left it: 从东莞返乡，欠债7万元."""


def _ranks(row: Sequence[Token], k: int) -> bool:
    """Tell whether the clause says which place something has in the whole: [全省]县级区划数它面积最大."""
    end = next((j for j in range(k + 1, len(row)) if row[j].kind in ("mark", "quantity")), len(row))
    return end < len(row) and row[end].kind == "mark" and row[end - 1].text in _RANKED


_RANKED = frozenset({"最大", "最多", "最高", "最快", "最小", "最低", "最少", "第一", "首位", "前列", "领先"})


def _is_the_whole(token: Token) -> bool:
    """Tell whether a place is the whole that something is the best of: [全省]最大, not 大像山镇最大雨量."""
    return token.region is not None and (token.region.level == "country" or bool(token.region.implied))


_ONE_OF = 6
_ON_TO = frozenset({"至", "到", "—", "-"})
_TOWARDS = frozenset({"向", "对", "给", "为"})
_GIVES = frozenset("投入 捐赠 提供 拨付 援助 安排 投放 捐款 援建 帮扶 支援 输送 下拨 累计投入 捐资 划拨".split())
"""Given to a place it is what the statement is about: 两级财政向[凉山州]投入帮扶资金."""
_WORKS = frozenset("就业 务工 打工 稳定就业 工作 上学 就读 跟岗".split())
"""Behind a place these tell where people of another one work: 凉山在[佛山市]就业的贫困劳动力."""


_AWAY_WORK = frozenset("打工 务工 做工 摆摊 进厂 经商 闯荡 做生意 开店 当兵 跑运输".split())
"""What is told of those who work there is told of where they are from: 在佛山打工，一年寄回三万元."""


def _led(row: Sequence[Token], k: int) -> bool:
    return any(t.kind == "region" for t in clause_before(row, k))


def region_of(row: Sequence[Token], at: int, scope: Scope) -> tuple[Region | None, str]:
    """Return the region of the number at an index, and whence.

    In the number's own clause any place counts, in a clause before only one that leads it: 领跑全国 does not.
    """
    if (there := place_described(row, at)) is not None:
        return there, "clause"
    own = True
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.kind == "mark" and token.text in "，,；;：:。":
            own = False
        elif token.text in _WHOLE_BODY:
            return scope.focus, "document"
        elif (
            token.region
            and token.region.name
            and not _comes_from(row, k, at)
            and not (k == at - 1 and _is_whole(row, k, at))
            and (
                (_touches(row, k, at) and not (k and row[k - 1].role == "beyond"))
                or (not _aside(row, k) and not acts(row, k) and (own or (leads(row, k) and not counted(row, k))))
            )
        ):
            if one_of_many(row, k) or _listed(row, k, at) or (not own and one_of_things(row, k)):
                holds = scope.region is not None and scope.region.name in token.region.path[:-1]
                return (scope.region, "paragraph") if holds else (scope.focus, "document")
            if _helps(row, k, scope.focus):
                return scope.focus, "document"
            if _is_one_of_them(row, k, at):
                return _above(row, k, scope), "clause"
            return token.region, near(row, k, at)
    if scope.region is not None:
        return scope.region, "paragraph"
    if scope.section is not None:
        return scope.section, "heading"
    if (scope.focus is None or scope.focus.level == "country") and (only := _only_place(row, at)) is not None:
        return only, "sentence"
    return scope.focus, "document"


def place_described(row: Sequence[Token], at: int) -> Region | None:
    """Return the place that the number describes: 森林覆盖率超过71%的[甘谷县]; not 是全国的2倍 or 占全县80%的."""
    k = at + 1
    while k < len(row) and row[k].text in ("以上", "左右", "以下"):
        k += 1
    there = row[k + 1].region if k + 1 < len(row) and row[k].text == "的" else None
    if there is None or not there.name:
        return None
    whose = any(t.region for t in clause_before(row, at)) or any(t.role == "share" for t in clause_before(row, at))
    return None if whose or (k + 2 < len(row) and row[k + 2].text == "的") else there


_WHOLE_BODY = frozenset({"全行", "全系统", "全集团"})
"""A bank or firm as a whole is where the text is: 目前，[全行]驻村干部4862人."""
_PLACES = ("县", "区", "旗", "市", "镇", "乡", "村", "州", "省", "省份", "盟")


def _is_one_of_them(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is the one named of those that the number counts: 甘肃省甘谷县等24个县区."""
    counted_places = row[at].unit.endswith(_PLACES) or any(t.text.endswith(_PLACES) for t in row[at + 1 : at + 3])
    return k == at - 2 and row[at - 1].text == "等" and counted_places


def _above(row: Sequence[Token], k: int, scope: Scope) -> Region | None:
    """Return the place that the ones counted lie in: one that the sentence names, what the text is about, else the province."""
    region = row[k].region
    if region is None:
        return scope.focus
    wider = next((t.region for t in reversed(row[:k]) if t.region and t.region.name in region.path[:-1]), None)
    if wider is not None:
        return wider
    if scope.focus is not None and scope.focus.name in region.path[:-1]:
        return scope.focus
    if len(region.path) < 2 or not region.path[0].endswith(("省", "自治区", "市")):
        return scope.focus
    code = region.code[:2] + "0000" if region.code else None
    name = region.path[0]
    return replace(
        region, name=name, level="province", code=code, path=(name,), implied=("name",), rule="regions/above"
    )


_THERE = frozenset("在 于 到 赴 向 对 占".split())


def _only_place(row: Sequence[Token], at: int) -> Region | None:
    """Return the one place that a sentence names, where the number's share is of it or its deed is done there.

    30多家企业到[鲁甸县]招工; 3.2万名劳动力在[凉山州]务工; 占[东兰县]行政村的三成.
    """
    places = [k for k, t in enumerate(row) if t.region and t.region.name]
    first = next(iter(places), None)
    there = row[first].region if first is not None else None
    if not first or len(places) > 1 or there is None or there.level == "country":
        return None  # 产能占到了全国的1/3
    until = next((k for k in range(at, len(row)) if row[k].kind == "mark" and row[k].text in "，,；;。"), len(row))
    return row[first].region if first < until and row[first - 1].text in _THERE else None


_HELPS = ("帮扶", "援助", "援建", "捐", "支援", "送来", "派来", "协作", "对口", "结对", "医联体")


def _helps(row: Sequence[Token], k: int, focus: Region | None) -> bool:
    """Tell whether a place apart from what the text is about only gives its help: 南京市投入帮扶资金1.1亿元."""
    region = row[k].region
    if focus is None or region is None or not focus.path or focus.level == "country" or not region.path:
        return False
    apart = focus.name not in region.path and region.name not in focus.path
    sent = "".join(t.text for t in row[k + 1 : k + 8] if t.kind != "quantity")
    if region.name in focus.path[:-1] and any(word in sent for word in ("派来", "送来", "拨来")):
        return True  # 云南省委派来105支工作队, in a text about one of its prefectures
    return apart and any(word in t.text for t in row[k + 1 : k + 8] if t.kind == "word" for word in _HELPS)


def _touches(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place stands right in front of the number: 与凉山州11个县; 全国九分之一的人口 is a part of it."""
    return k == at - 1 and not _is_whole(row, k, at)


def _is_whole(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is the whole that the number is a share of: 以占[全国]7%的耕地, 滋养着[全国]九分之一的人口."""
    region = row[k].region
    of = at + 1 < len(row) and row[at + 1].text == "的"
    return of and region is not None and region.level == "country" and row[at].unit in ("%", "分之")


def _comes_from(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the counted only came from the place: 安置了[西海固]8个县区搬迁来的23万贫困人口."""
    for j in range(k + 1, at - 1):
        if row[j].region:
            return False
        if row[j].text in ("来", "过来") and row[j + 1].text == "的":
            return True
    return False


_ACTORS = frozenset(
    "企业 公司 集团 干部 教师 老师 医生 专家 人才 客商 商人 老板 记者 游客 籍 援建 帮扶 市场 企业家".split()
)


def acts(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only says where somebody is from: 在昭觉县，[佛山]企业流转土地."""
    return k + 1 < len(row) and row[k + 1].text in _ACTORS


def _listed(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is one of several things that 等 sums up in front of the number: 强湾、锦华苑等9个小区."""
    if row[at - 1].text != "等" or k + 1 >= at:
        return False
    examples = row[k + 1 : at - 1]
    if row[at].unit == "个" and len(examples) > 1 and all(t.nominal for t in examples):
        return True  # 对云南省交通运输厅等28个集体
    things = row[k + 1].text == "的" and any(t.text == "、" for t in row[max(0, k - 8) : at])
    return row[k + 1].text == "、" or things  # 兴国县的灰鹅、石城县的白莲等18个产业


def one_of_things(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place ends a list of things of several places: 利川市的莼菜、[团堡镇]的山药，名声在外."""
    if k + 1 >= len(row) or row[k + 1].text != "的":
        return False
    first = next((j for j in range(k - 1, -1, -1) if row[j].region or row[j].quantity), None)
    if first is None or row[first].region is None or row[first + 1].text != "的":
        return False
    return any(t.text == "、" for t in row[first:k]) and not any(
        t.kind == "mark" and t.text in "，。；" for t in row[first:k]
    )


def summed_up(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place is one of several things that the next number sums up: 兴国县的灰鹅、石城县的白莲等18个产业."""
    at = next((j for j in range(k + 1, len(row)) if row[j].quantity), None)
    return at is not None and _listed(row, k, at)


def one_of_many(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place ends a list of places that the number sums up: 广东、山东、浙江、河北四省."""
    return k > 1 and row[k - 1].text in ("、", "和") and row[k - 2].kind == "region"
