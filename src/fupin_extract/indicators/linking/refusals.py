"""Numbers that state nothing: ages, labels of fixed groups, bounds of classes, a few things told of in passing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...regions.levels import COUNTED, ENDINGS
from ...words import word_class
from ..names.position import may_read, only_of
from ..rows import COMMAS, text_at
from ..rules import first_answer
from ..spelling import NOUN_UNITS, ORIGINS
from ..terms.denominators import is_basis
from ..terms.durations import measured, only_lasts
from ..terms.limits import bounds_each, bounds_members, bounds_the_counted, limits
from ..vocabulary import JOINTS, SUMS

if TYPE_CHECKING:
    from ..names import Position

Refusal = Callable[["Position"], bool]


def states_nothing(p: Position) -> bool:
    """Tell whether a number is no statistic by what stands around it."""
    if p.quantity.dimension == "age" or p.quantity.base_unit == "岁":
        words = measured(p.stretch.core)
        return not any(word in words for word in _AGES)  # 73岁的老人; but 平均年龄28岁
    if p.quantity.dimension in ("time", "calendar"):
        return only_lasts(p)
    return bool(first_answer(_refusals_of(p.quantity.dimension, p.quantity.base_unit), p))


@lru_cache(1 << 10)
def _refusals_of(dimension: str | None, unit: str) -> tuple[Refusal, ...]:
    """Return the refusals that may be of numbers of a dimension and base unit, in their order."""
    return tuple(refusal for refusal in REFUSALS if may_read(refusal, dimension, unit))


_AGES = ("平均", "预期", "年龄", "寿命")


@only_of(dimensions=("count", "people", "households"))
def _is_basis(p: Position) -> bool:
    """Tell whether it is what a sum is given per: 每吸纳[1名]劳动力奖补1000元."""
    return is_basis(p.row, p.at) and any(t.quantity for t in p.row[p.at + 1 : p.at + _REACH])


_REACH = 10


@only_of(units=NOUN_UNITS)
def _labels_the_measured(p: Position) -> bool:
    """Tell whether it only says how many places something is measured for: [9市]进出口7.95万亿元."""
    return p.behind.subject and not (p.stretch.tokens and p.stretch.tokens[-1].text.endswith("有"))


def _sums_up_the_measured(p: Position) -> bool:
    """Tell whether it only sums up the things that something is measured for: 马铃薯、中药材等[8个]产业集群产值突破6100亿元."""
    return p.behind.subject and _text_before(p) == "等" and p.row[p.at + 1].text not in NOUN_UNITS


def _of_one_home(p: Position) -> bool:
    """Tell whether it counts the mouths of one home: 一家[5口]人, 李大山家有[5口人]."""
    told = p.stretch.tokens
    if len(told) > 1 and told[-1].text == "有":
        told = told[:-1]
    return "口" in p.quantity.text and bool(told) and told[-1].text.endswith(("家", "户"))


@only_of(dimensions=("length",))
def _is_far_off(p: Position) -> bool:
    """Tell whether it only says how far off something is: 到[30公里]外的县城, 位于县城西北[20公里]处."""
    return text_at(p.row, p.at + 1) in _AWAY or (bool(p.behind.tokens) and p.behind.tokens[0].text == "处")


_AWAY = frozenset({"外", "以外", "之外", "开外"})


@only_of(dimensions=("count",))
def _counts_aspects(p: Position) -> bool:
    """Tell whether it only parts what is told: 聚焦助企纾困、拓展服务等[4个]方面."""
    return text_at(p.row, p.at + 1) in _ASPECTS


_ASPECTS = frozenset({"方面", "层面", "维度", "阶段", "环节", "方向", "角度"})


def _is_a_score(p: Position) -> bool:
    """Tell whether it says who won: 以[3:1]战胜客队, [3比0]完胜."""
    return p.quantity.unit == "比" and text_at(p.row, p.at + 1).endswith(_WON)


_WON = ("战胜", "胜", "击败", "力克", "负", "不敌", "逆转", "领先", "战平", "取胜", "获胜", "击退")


@only_of(units=NOUN_UNITS)
def _names_a_part_of_the_country(p: Position) -> bool:
    """Tell whether it belongs to the name of a part of the country: 西部[12省区市], 东部[4市]."""
    return _text_before(p).endswith(_PARTS)


_PARTS = ("东部", "中部", "西部", "中西部", "东北", "沿海", "内地", "东部地区", "西部地区", "中部地区")


def _points_back(p: Position) -> bool:
    """Tell whether it counts those that were told of: 这[3个]村, 上述[5家]企业."""
    return _text_before(p) in _THESE


def _sets_against(p: Position) -> bool:
    """Tell whether it only says what something is worth as much as: 一亩辣椒顶得上[五亩]小麦."""
    told = "".join([t.text for t in p.row[max(0, p.at - 3) : p.at]])
    return told.endswith(("顶得上", "抵得上", "抵得过", "顶得过", "抵上", "顶上")) and p.quantity.dimension != "money"


_THESE = frozenset({"这", "那", "该", "此", "上述", "另外", "其他", "哪"})


def _is_a_decile(p: Position) -> bool:
    """Tell whether it only says which of all are meant: 最富[一成]住户的收入, 收入最低的[20%]家庭."""
    if p.quantity.base_unit != "%":
        return False
    near = "".join(t.text for t in p.row[max(0, p.at - _REACH_BACK) : p.at]).removesuffix("的")
    return near.endswith(_EXTREME) and not p.stretch.linked


_REACH_BACK = 4
_EXTREME = (
    *(who + "最" + kind for who in ("", "收入") for kind in ("富", "富有", "富裕", "穷", "贫穷", "贫困", "贫")),
    *("收入最高", "收入最低", "所得最高", "所得最低"),
)


def _text_before(p: Position) -> str:
    """Return the token in front of the number, "" where it opens the sentence."""
    return p.row[p.at - 1].text if p.at else ""


def behind_a_base(p: Position) -> int:
    """Return where the words go on behind what the next number is per (每[50名寄宿生]至少配备1名), 0 where the number is no such base."""
    based = _text_before(p) in ("每", "平均每") and any(t.quantity for t in p.row[p.at + 1 : p.at + _REACH])
    return (p.behind.used if p.behind.tokens else p.at + 1) if based else 0


def _is_a_base(p: Position) -> bool:
    """Tell whether it is of how many the next number is told: 每[50名]寄宿生至少配备1名生活教师."""
    return behind_a_base(p) > 0


@only_of(units=("人",))
def _of_one_family(p: Position) -> bool:
    """Tell whether a number of people only tells who is in a family: 该户共有[4人]，夫妻2人，女儿2人."""
    core = p.stretch.core
    if not core or p.behind.tokens:
        return False
    return (core[-1].text in word_class("family") and len(core) <= 1 + (core[0].text == "其中")) or (
        core[-1].text == "户" and core[0].tag == "r"
    )


@only_of(dimensions=("mass",))
def _of_one_beast(p: Position) -> bool:
    """Tell whether a weight only says how big one beast is: 一头[300斤]的猪."""
    k = p.at - 1
    while k > 0 and p.row[k].text in ("约", "近", "大约"):
        k -= 1
    return p.behind.de and k >= 0 and p.row[k].text in ("一头", "一只", "一匹")


def _bounds_a_height(p: Position) -> bool:
    """Tell whether a height only says which land is meant: 海拔[4300米]以下地区; but 坐落在海拔1600米的山坳中."""
    if _text_before(p) != "海拔":
        return False
    behind = text_at(p.row, p.at + 1)
    ends = p.at + 2 < len(p.row) and p.row[p.at + 2].kind == "mark"
    land = p.behind.de and bool(p.behind.tokens) and p.behind.tokens[0].text in _LANDS
    return (behind in ("以上", "以下") and not ends) or land


_LANDS = frozenset("地区 地方 区域 区间 地带 地段 范围 高度 区".split())


@only_of(dimensions=("area", "count", "power", "volume", "mass"))
def _sizes_the_counted(p: Position) -> bool:
    """Tell whether the number is the size of each of those counted behind their name: [5.5兆瓦]风电机组91台."""
    end = p.behind.used
    counted = p.row[end].quantity if p.behind.tokens and not p.behind.de and end < len(p.row) else None
    led = p.stretch.tokens[-1] if p.stretch.tokens else None
    bare = p.quantity.text[0] in "千万百亿" and p.quantity.dimension in ("area", "count")  # [千头]肉牛养殖场12座
    sizes = (bare or p.quantity.dimension in ("power", "volume", "mass")) and (
        led is None or led.tag in ("v", "vn") or led.role == "drop"
    )
    return sizes and counted is not None and counted.dimension == "count" and counted.base_unit != p.quantity.base_unit


@only_of(dimensions=("count",))
def _is_one_of(p: Position) -> bool:
    """Tell whether the number only says among how many something is one: [14个]连片特困地区之一, [11个]市中7个增速较快."""
    end = p.behind.used if p.behind.tokens else p.at + 1
    if "之一" in p.row.words:
        onward = next((k for k in range(end, min(len(p.row), end + _ONWARD)) if p.row[k].kind != "word"), end + _ONWARD)
        if any(t.text == "之一" for t in (*p.behind.tokens[-1:], *p.row[end:onward])):
            return True  # 是全国[5个]粮食净调出大省之一
    thing = p.behind.tokens[-1].text if p.behind.tokens else p.quantity.base_unit
    within = end + 1 < len(p.row) and p.row[end].text == "中" and thing.endswith(ENDINGS)
    return within and (p.row[end + 1].unit == p.quantity.base_unit or p.row[end + 1].text.startswith(_RANKED))


_ONWARD = 5
_RANKED = ("列", "排", "位列", "居", "位居")


def _ranks_or_signs(p: Position) -> bool:
    """Tell whether what is counted only ranks one of it, or signs a paper: 甘肃64个县首位; 财政部等13个部门印发通知."""
    thing = p.behind.tokens[0].text if p.behind.tokens else p.quantity.base_unit
    when = p.behind.used < len(p.row) and p.row[p.behind.used].period is not None  # 等10部门[今年]联合印发
    end = p.behind.used + when
    after = text_at(p.row, end)
    if thing in _ISSUED:
        thing, after = p.quantity.base_unit, thing  # 等17部门[联合]印发
    if _text_before(p) == "等" and thing in ("部门", "部委") and after in _ISSUED:
        return True
    return bool(p.behind.tokens) and p.behind.tokens[-1].text in _RANKS and thing in COUNTED


_ISSUED = frozenset("印发 制发 出台 发布 发文 部署 决定 下发 联合印发 联合发布 联合出台 共同 联合".split())
_RANKS = frozenset({"首位", "第一", "前列", "之首", "榜首", "第二", "第三"})


@only_of(units=("国",))
def _of_countries_named(p: Position) -> bool:
    """Tell whether it only counts the countries that were just named: 赴汤加、瓦努阿图、东帝汶[5国]访问."""
    return any(t.text == "、" for t in p.stretch.tokens)


@only_of(units=("次", "回", "趟"))
def _few_times(p: Position) -> bool:
    """Tell whether it says in words how often something in a story was done: 搬了[四次]家; but 先后出现七次强降雨."""
    few = p.quantity.value < _FEW and not p.quantity.text[0].isdecimal()
    return few and not any(t.text in _SUMMED for t in p.stretch.tokens)


_SUMMED = SUMS | {"先后", "连续"}
"""Words of a sum; behind one even a few times are a count."""
_FEW = 10


def _of_company(p: Position) -> bool:
    """Tell whether it only says who was with somebody: 他和[3名]同学."""
    return p.at > 1 and p.row[p.at - 1].text == "和" and p.row[p.at - 2].tag == "r"


@only_of(units=NOUN_UNITS)
def _labels_a_place(p: Position) -> bool:
    """Tell whether it belongs to a place of which something is told next: 新疆[3地州]累计脱贫1.3万人."""
    if not p.at or p.row[p.at - 1].region is None:
        return False
    k = p.at + 1
    while k < len(p.row) and p.row[k].kind == "word":
        k += 1
    return p.at + 1 < k < len(p.row) and p.row[k].quantity is not None


def _counts_places(p: Position) -> bool:
    """Tell whether what a number of things counts are villages, towns, counties and the like."""
    thing = "".join([t.text for t in p.behind.tokens]) or p.quantity.base_unit
    return thing.endswith(ENDINGS)


@only_of(dimensions=("count",))
def _counts_places_named(p: Position) -> bool:
    """Tell whether it only counts the places that were just named: 上海、福建和青海[6个]省市."""
    if not _counts_places(p):
        return False
    k, places = p.at, 0
    while k and (p.row[k - 1].region or p.row[k - 1].text in JOINTS):
        k -= 1
        places += p.row[k].region is not None
    return places >= _LISTED


_LISTED = 2


@only_of(dimensions=("count",))
def _says_whose(p: Position) -> bool:
    """Tell whether it only says of which places those are that are counted next: [9个]贫困县的80.3万贫困人口."""
    if not _counts_places(p):
        return False
    end = p.behind.used if p.behind.tokens else p.at + 1
    of = next((j for j in range(end, min(len(p.row), end + 3)) if p.row[j].text == "的"), None)
    if of is None or any(t.text in ORIGINS for t in p.stretch.core[-2:]):
        return False  # 来自20多个国家和地区的3000多名代表
    moved = "".join(t.text for t in p.row[end:of]) in ("", "搬迁来", "迁来", "搬来")
    return moved and of + 1 < len(p.row) and p.row[of + 1].quantity is not None


@only_of(dimensions=("count",))
def _says_for_whom(p: Position) -> bool:
    """Tell whether places only say where or for whom something is told: 在832个县的贷款余额达1万亿元; 对52个县，追加80亿元."""
    if not _counts_places(p):
        return False
    row, end = p.row, p.behind.used if p.behind.tokens else p.at + 1
    first = p.at
    while first and (row[first - 1].text in ("的", "和", "、") or row[first - 1].nominal or row[first - 1].quantity):
        first -= 1
    if not first and row[0].text not in ("在", "对"):
        return False
    led = row[first].text if row[first].text in ("在", "对") else row[first - 1].text if first else ""
    if led not in ("在", "对") or end >= len(row):
        return False
    if led == "对" and row[end].text in ("和", "、") and end + 1 < len(row) and row[end + 1].quantity:
        return True
    if led == "对":
        return row[end].text in COMMAS and any(t.quantity for t in row[end + 1 :])
    k = end + 1
    while row[end].text == "的" and k < len(row) and row[k].nominal:
        k += 1
    return k > end + 1 and k < len(row) and (row[k].quantity is not None or row[k].role in ("link", "beyond"))


REFUSALS: tuple[Refusal, ...] = (
    _is_basis,
    _is_a_base,
    limits,
    bounds_members,
    bounds_the_counted,
    _labels_the_measured,
    _of_one_family,
    _of_one_beast,
    _of_one_home,
    _is_far_off,
    _counts_aspects,
    _is_one_of,
    bounds_each,
    _sizes_the_counted,
    _of_countries_named,
    _few_times,
    _of_company,
    _labels_a_place,
    _says_for_whom,
    _counts_places_named,
    _says_whose,
    _sums_up_the_measured,
    _is_a_score,
    _bounds_a_height,
    _names_a_part_of_the_country,
    _ranks_or_signs,
    _points_back,
    _sets_against,
    _is_a_decile,
)
"""A number of any of these states nothing."""


def in_passing(p: Position) -> bool:
    """Tell whether a few things are only told of: in a text that writes its figures in digits, 两条生产线 is no statistic.

    What was made or got is one even there: 建起三个专科, 办起了两家合作社.
    """
    q = p.quantity
    few = q.dimension == "count" and q.cmp == "=" and q.low is None and q.value <= _FEW
    if not few or any(c.isdecimal() for c in q.text) or p.stretch.linked:
        return False
    before = p.row[p.at - 1].text if p.at else ""
    if p.stretch.phrase.verb and not p.behind.tokens and p.stretch.core and p.stretch.core[-1].nominal:
        return False  # 捐建养殖小区两处
    if before == "等" and any(t.tag == "v" for t in p.stretch.tokens):
        return False  # 举办了驾驶、烹饪等七期培训
    told = p.row[p.at - 1] if p.at else None
    if told is not None and told.nominal and p.stretch.phrase.verb and not p.behind.tokens:
        return False  # 新建[学校]六所
    led = before.endswith(_MADE) or (told is not None and len(before) > 1 and told.tag == "v" and not told.role)
    deed = p.row[p.at - 2] if before == "了" and p.at > 1 else told if led else None
    return deed is None or deed.tag not in ("v", "vn")


_MADE = ("起", "成", "辖")
