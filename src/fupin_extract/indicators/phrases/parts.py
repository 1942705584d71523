"""Which words belong to the noun phrase that a stretch ends in: read from its end, each is part of it, passed over, or ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ...regions.levels import COUNTED, LEVELS
from ..rules import first_answer
from ..spelling import FEW, is_section
from ..vocabulary import AND, LIMITS, OTHER, PLACES, TRADE
from .deeds import FLOWS, is_deed, may_head
from .inside import stands_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

PartRule = Callable[["Sequence[Token]", int, int], bool]
"""Asks of the token at an index of a stretch whether it is so, where the phrase read so far begins at a later one."""
_NO_NAMES = frozenset("人口 人次 户次 台斤 公斤 公里 公顷 平方米 立方米 学期 千瓦时 季度 学年".split())
"""Nouns of units behind 每, which only say per what."""
_DURING = frozenset({"时间", "工夫", "光景"})
_THIS = frozenset("这 那 该 此 哪".split())
_ABODES = LEVELS | frozenset("寨 屯 家 地区 地方 公司 企业 合作社 社区 园区 小区 学校".split())
"""Nouns behind a pointing word that only say whose the thing is: 这个[村]的苹果种植面积."""
_SUMMED_UP = COUNTED | frozenset("处 地 国 地区 城市 国家".split())
_HEADS = frozenset(
    (
        "时间 时长 周期 标准 水平 金额 费用 比例 能力 人数 数量 强度 密度 价格 收益 规模 总量 总额 成本 需求 任务 资金 项目 基金 "
        "指数 指标 速度 效率 技术 工艺"
    ).split()
)
"""Nouns that make one name of a verb and its object in front of them: 特困人员供养[标准]."""
_WORKS = frozenset("房棚厂站室机车所场区线点率园馆库池塔桥路屋院店炉窖柜")
_AMOUNTS = frozenset("费量额数值款")
"""Nouns of one character that make one word with the verb in front: 花椒烘干房, 屠宰场, 车辆购置及运行费."""
_LIMITS = LIMITS | {"以外"}


def is_part(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a token belongs to the phrase that begins at ``first``."""
    if is_section(core, k):
        return True
    asked = len(core[k].text) == 1 or core[k].text in _ASKED
    if asked and first_answer(_NO_PARTS, core, k, first):
        return False
    if _is_behind_each(core, k):
        return len(core[k].text) > 1 and core[k].text not in _NO_NAMES  # 每[座]年收益, 每千[人口]执业医师
    if core[k].kind != "word" or core[k].nominal:
        return core[k].nominal
    if _names_one_of_few(core, k, first) or _names_a_body(core, k, first):
        return True
    return first < len(core) and bool(first_answer(_PARTS_TOO, core, k, first))


def _is_behind_each(core: Sequence[Token], k: int) -> bool:
    """Tell whether a token says per what: 每[户], 每千[人口]."""
    return k > 0 and (core[k - 1].text == "每" or (k > 1 and core[k - 1].text in "百千万" and core[k - 2].text == "每"))


def _says_where(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it only says where or when: 大山[里]种植苹果."""
    return core[k].text in PLACES and core[k].tag in ("f", "t") and k + 1 < len(core)


def _is_a_classifier(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it is the classifier of what is pointed at: 这[条]路."""
    return len(core[k].text) == 1 and k > 0 and core[k - 1].text in _THIS and k + 1 < len(core)


def _says_how_long(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it says how long a deed took: 用三年[时间]造林绿化12万亩."""
    return core[k].text in _DURING and k + 1 < len(core) and core[k + 1].tag in ("v", "vn")


def _is_a_classifier_of_one(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it is the classifier behind 一, which no list of words knows: 一[架]载有92人的飞机."""
    token = core[k]
    return len(token.text) == 1 and token.tag == "x" and token.text not in FEW and k > 0 and core[k - 1].text == "一"


def _is_somebody_s_home(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it only says whose something is: 王顺[家]的新房."""
    whose = k > 0 and (core[k - 1].tag == "r" or (core[k + 1 : k + 2] and core[k + 1].text == "的"))
    return core[k].text == "家" and bool(whose)


def _says_within(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it says where somebody lives or how far something reaches: 王大娘[所在]的龙岗村; 全国[范围内]电视收费."""
    within = core[k].text == "范围内" and k > 0 and core[k - 1].kind == "region"
    return (core[k].text == "所在" or within) and first < len(core)


def _sums_up_places(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it sums up places behind 等: 甘谷、武山等[地]苹果销售额."""
    summed = core[k].text in _SUMMED_UP and k > 0 and core[k - 1].text == "等"
    return summed and (first < len(core) or core[k].text == "处")


def _ends_a_place(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it only belongs to the place in front: 长三角[地区]进出口."""
    return core[k].text == "地区" and k > 0 and core[k - 1].kind == "region" and first < len(core)


def _is_whose_abode(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it is the place pointed at whose thing is named: 这个[村]的苹果种植面积."""
    pointed = core[k].text in _ABODES and k > 0 and core[k - 1].tag == "r"
    return pointed and k + 1 < len(core) and core[k + 1].text == "的"


def _stands_for_them(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it only names the best known of what follows: 以锂电池[为代表]的新三样出口额."""
    return core[k].text in _FOREMOST and k > 0 and core[k - 1].text == "为" and first < len(core)


_FOREMOST = frozenset("代表 主 主体 核心 龙头 主导 重点 主线".split())
_NO_PARTS: tuple[PartRule, ...] = (
    _says_where,
    _is_a_classifier,
    _says_how_long,
    _is_a_classifier_of_one,
    _is_somebody_s_home,
    _says_within,
    _sums_up_places,
    _ends_a_place,
    _is_whose_abode,
    _stands_for_them,
)
"""What is no part of a name, though it may be a noun."""
_ASKED = PLACES | _DURING | _SUMMED_UP | _ABODES | {"所在", "范围内", "地区"} | _FOREMOST
"""The words that these ask for, beside those of one character."""


def _names_one_of_few(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it is 种 in a sum of things: 小麦、玉米三[种]粮食."""
    return core[k].text == "种" and k > 0 and core[k - 1].text in FEW and first == k + 1 < len(core)


def _names_a_body(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether 组织 is a noun: 农业社会化[组织]."""
    return core[k].text == "组织" and first == len(core) == k + 1 and k > 0 and core[k - 1].nominal


def _makes_a_word(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a verb makes one word with the noun behind: 花椒[烘干]房, 车辆[购置]费, 航班[正常]率."""
    token = core[k]
    if first != k + 1 or not (core[first].text in _WORKS or core[first].text in _AMOUNTS):
        return False
    rate = core[first].text == "率"
    return (is_deed(token) or (rate and token.tag in ("a", "d", "ad"))) and (len(token.text) > 1 or rate)


def _is_an_extreme_standard(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it says which standard: 城乡居民基础养老金[最低]标准."""
    extreme = core[k].text in ("最低", "最高") and first == k + 1
    return extreme and core[first].text in ("标准", "限额", "比例") and k > 0 and core[k - 1].nominal


def _governs_a_head(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a verb makes one name with its object in front and the head behind: 特困人员[供养]标准."""
    near = first == k + 1 or (first == k + 2 and core[k + 1].text == "的")
    return near and may_head(core[k], core[first]) and core[first].text in _HEADS and k > 0 and core[k - 1].nominal


def _bounds_a_class(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it bounds a class: 大专及[以上]学历."""
    return core[k].text in _LIMITS and k > 0 and (core[k - 1].nominal or core[k - 1].text == "及")


def _says_which(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether it is of a measure or an order: [平均]单产, [占]比, [第三]产业."""
    return core[k].text == "平均" or core[k].role == "share" or core[k].text.startswith("第")


_PARTS_TOO: tuple[PartRule, ...] = (
    _makes_a_word,
    _is_an_extreme_standard,
    stands_inside,
    _governs_a_head,
    _bounds_a_class,
    _says_which,
)
"""What is part of a name in front of its head, though it is no noun."""


_OCCASIONS = frozenset({"人次", "户次"})
_SOMEWHERE = frozenset("多地 各地 局地 当地 地".split())
_SUMS = ("量", "额", "人次", "里程", "票房", "保费", "收入", "利润")
"""Endings of what adds up over time, so that 累计 stands in its name."""


def _ends_in_a_sum(core: Sequence[Token]) -> bool:
    return core[-1].nominal and core[-1].tag != "vn" and core[-1].text.endswith(_SUMS)


def is_passed(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a token stands inside the phrase without being part of it."""
    token = core[k]
    if token.kind in ("region", "period"):
        return True
    if token.kind == "mark":
        return token.text in "、“”\"'‘’·/" and k + 1 < len(core)
    if first == len(core):
        return False
    if token.role == "drop" and k and core[k - 1].text.startswith("每"):
        return True  # 特困户每户[至少]补助4万元
    if token.text == "累计" and _ends_in_a_sum(core) and first == k + 1:
        return k > 0 and core[k - 1].nominal and core[k - 1].text not in _SOMEWHERE  # 期货市场[累计]成交量
    if (token.text == "每" and core[k + 1].text in _OCCASIONS) or (
        token.text in _OCCASIONS and k and core[k - 1].text == "每"
    ):
        return True  # 评估费[每人次]补助150元
    if token.text in ("同比", "环比"):
        return first == k + 1 and core[first].role == "rate" and k > 0 and core[k - 1].nominal  # 订单量[同比]增幅
    if token.text in ("了", "过"):
        return k > 0 and core[k - 1].tag in ("v", "vn")
    if token.role == "link" or token.text == "在":
        return first == k + 1 and core[first].text[0].isdecimal() and k > 0 and core[k - 1].nominal
    lone = first == k + 2 or (k > 1 and core[k - 2].text == "的")  # 校准与测量能力
    flows = core[-1].role in ("size", "rate") or core[-1].text.endswith((*FLOWS, "支出"))  # 赔款与给付支出
    paired = core[-1].text.endswith("比") or (token.text == "与" and (flows or lone))
    compares = token.text in ("与", "和", "同") and paired and k > 0 and core[k - 1].nominal  # 单位与居民物品物流总额
    if token.text in OTHER:
        return core[-1].text in TRADE and first < len(core)  # 对[其他]成员国进出口
    joins = compares or (token.tag == "c" and token.text in AND)
    return joins or token.text in ("的", "之") or (token.tag == "r" and token.text.startswith("每"))
