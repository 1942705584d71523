"""Numbers that state nothing: ages, labels of fixed groups, bounds of classes, a few things told of in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..regions.levels import COUNTED, ENDINGS
from .durations import measured, only_lasts
from .limits import bounds_each, bounds_members, bounds_the_counted, limits
from .rows import COMMAS, text_at
from .spelling import NOUN_UNITS, ORIGINS
from .terms import is_basis
from .vocabulary import JOINTS, SUMS

if TYPE_CHECKING:
    from .names import Place
    from .tokens import Token

_REACH = 10
_AGES = ("平均", "预期", "年龄", "寿命")
_ASPECTS = frozenset({"方面", "层面", "维度", "阶段", "环节", "方向", "角度"})
"""Counted, these only part what is told: 聚焦助企纾困、拓展服务等4个方面."""
_PARTS = ("东部", "中部", "西部", "中西部", "东北", "沿海", "内地", "东部地区", "西部地区", "中部地区")
"""Parts of the country; the number of 省 and 市 behind one belongs to its name and is not told: 东部4市."""
_AWAY = frozenset({"外", "以外", "之外", "开外"})
_THESE = frozenset({"这", "那", "该", "此", "上述", "另外", "其他", "哪"})


def states_nothing(p: Place) -> bool:
    """Tell whether a number is no statistic by what stands around it."""
    dimension = p.quantity.dimension
    core = p.stretch.core
    if dimension == "age" or p.quantity.base_unit == "岁":
        words = measured(core)
        return not any(word in words for word in _AGES)
    if dimension in ("time", "calendar"):
        return only_lasts(p)
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    if is_basis(p.row, p.at) and any(t.quantity for t in p.row[p.at + 1 : p.at + _REACH]):
        return True  # 每吸纳1名劳动力奖补1000元
    if (
        limits(p)
        or bounds_members(p)
        or bounds_the_counted(p)
        or (p.behind.subject and p.quantity.base_unit in NOUN_UNITS and not has)
    ):
        return True
    if _of_one_family(p) or (dimension == "mass" and _of_one_beast(p)):
        return True
    if "口" in p.quantity.text and p.stretch.tokens and p.stretch.tokens[-1].text.endswith(("家", "户")):
        return True
    if dimension == "length" and p.at + 1 < len(p.row) and p.row[p.at + 1].text in _AWAY:
        return True
    if dimension == "length" and p.behind.tokens and p.behind.tokens[0].text == "处":
        return True  # 位于县城西北[20公里]处
    if p.quantity.dimension == "count" and p.at + 1 < len(p.row) and p.row[p.at + 1].text in _ASPECTS:
        return True
    if _is_one_of(p) or bounds_each(p):
        return True
    before = p.row[p.at - 1] if p.at else None
    summed = p.behind.subject and before is not None and before.text == "等" and p.row[p.at + 1].text not in NOUN_UNITS
    if (
        _sizes_the_counted(p)
        or _labels(p)
        or summed
        or (p.quantity.unit == "比" and p.at + 1 < len(p.row) and _beats(p.row[p.at + 1]))
    ):
        return True  # 马铃薯、中药材等8个产业集群产值突破6100亿元
    if before is not None and before.text == "海拔" and _bounds_a_height(p):
        return True
    if before is not None and before.text.endswith(_PARTS) and p.quantity.base_unit in NOUN_UNITS:
        return True  # 西部12省区市
    return _ranks_or_signs(p, before) or (before is not None and before.text in _THESE)


def _of_one_family(p: Place) -> bool:
    """Tell whether a number of people only tells who is in a family: 该户共有[4人]，夫妻2人，女儿2人."""
    core = p.stretch.core
    if p.quantity.base_unit != "人" or not core or p.behind.tokens:
        return False
    return (core[-1].text in _KIN and len(core) <= 1 + (core[0].text == "其中")) or (
        core[-1].text == "户" and core[0].tag == "r"
    )


_KIN = frozenset("夫妻 女儿 儿子 父母 老两口 祖孙 母子 兄弟 老伴 孙子 孙女 姐妹 父子 婆媳 爷孙 妻子 丈夫".split())


def _of_one_beast(p: Place) -> bool:
    """Tell whether a weight only says how big one beast is: 一头[300斤]的猪."""
    k = p.at - 1
    while k > 0 and p.row[k].text in ("约", "近", "大约"):
        k -= 1
    return p.behind.de and k >= 0 and p.row[k].text in ("一头", "一只", "一匹")


def _bounds_a_height(p: Place) -> bool:
    """Tell whether a height only says which land is meant: 海拔[4300米]以下地区; but 坐落在海拔1600米的山坳中."""
    behind = p.row[p.at + 1].text if p.at + 1 < len(p.row) else ""
    ends = p.at + 2 < len(p.row) and p.row[p.at + 2].kind == "mark"
    land = p.behind.de and bool(p.behind.tokens) and p.behind.tokens[0].text in _LANDS
    return (behind in ("以上", "以下") and not ends) or land


_LANDS = frozenset("地区 地方 区域 区间 地带 地段 范围 高度 区".split())


def _sizes_the_counted(p: Place) -> bool:
    """Tell whether the number is the size of each of those counted behind their name: [5.5兆瓦]风电机组91台."""
    end = p.behind.used
    counted = p.row[end].quantity if p.behind.tokens and not p.behind.de and end < len(p.row) else None
    led = p.stretch.tokens[-1] if p.stretch.tokens else None
    bare = p.quantity.text[0] in "千万百亿" and p.quantity.dimension in ("area", "count")  # [千头]肉牛养殖场12座
    sizes = (bare or p.quantity.dimension in ("power", "volume", "mass")) and (
        led is None or led.tag in ("v", "vn") or led.role == "drop"
    )
    return sizes and counted is not None and counted.dimension == "count" and counted.base_unit != p.quantity.base_unit


def _is_one_of(p: Place) -> bool:
    """Tell whether the number only says among how many something is one: [14个]连片特困地区之一, [11个]市中7个增速较快."""
    if p.quantity.dimension != "count":
        return False
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


def _beats(token: Token) -> bool:
    """Tell whether a word behind a score says who won: 3:1[战胜], 3比0[完胜]."""
    return token.text.endswith(
        ("战胜", "胜", "击败", "力克", "负", "不敌", "逆转", "领先", "战平", "取胜", "获胜", "击退")
    )


def _ranks_or_signs(p: Place, before: Token | None) -> bool:
    """Tell whether what is counted only ranks one of it, or signs a paper: 甘肃64个县首位; 财政部等13个部门印发通知."""
    thing = p.behind.tokens[0].text if p.behind.tokens else p.quantity.base_unit
    when = p.behind.used < len(p.row) and p.row[p.behind.used].period is not None  # 等10部门[今年]联合印发
    end = p.behind.used + when
    after = text_at(p.row, end)
    if thing in _ISSUED:
        thing, after = p.quantity.base_unit, thing  # 等17部门[联合]印发
    if before is not None and before.text == "等" and thing in ("部门", "部委") and after in _ISSUED:
        return True
    return bool(p.behind.tokens) and p.behind.tokens[-1].text in _RANKS and thing in COUNTED


_ISSUED = frozenset("印发 制发 出台 发布 发文 部署 决定 下发 联合印发 联合发布 联合出台 共同 联合".split())
_RANKS = frozenset({"首位", "第一", "前列", "之首", "榜首", "第二", "第三"})
_LISTED = 2
_FEW_TIMES = frozenset({"次", "回", "趟"})
_SUMMED = SUMS | {"先后", "连续"}
"""Words of a sum; behind one even a few times are a count: 先后出现七次强降雨."""


def _labels(p: Place) -> bool:
    """Tell whether the number only labels a group or tells of a story's few times, so that nothing is measured.

    9个贫困县的80.3万贫困人口; 上海、福建和青海6个省市; 他和3名同学; 搬了四次家.
    """
    q, before = p.quantity, p.row[p.at - 1] if p.at else None
    if q.base_unit == "国" and any(t.text == "、" for t in p.stretch.tokens):
        return True  # 赴汤加、瓦努阿图、东帝汶5国访问
    if q.base_unit in _FEW_TIMES and q.value < _FEW and not q.text[0].isdecimal():
        return not any(t.text in _SUMMED for t in p.stretch.tokens)
    if before is not None and before.text == "和" and p.at > 1 and p.row[p.at - 2].tag == "r":
        return True
    if q.base_unit in NOUN_UNITS and before is not None and before.region is not None:
        k = p.at + 1
        while k < len(p.row) and p.row[k].kind == "word":
            k += 1
        if p.at + 1 < k < len(p.row) and p.row[k].quantity is not None:
            return True  # 新疆3地州累计脱贫1.3万人
    if q.dimension != "count" or not ("".join(t.text for t in p.behind.tokens) or q.base_unit).endswith(ENDINGS):
        return False
    if _given(p):
        return True
    k = p.at
    places = 0
    while k and (p.row[k - 1].region or p.row[k - 1].text in JOINTS):
        k -= 1
        places += p.row[k].region is not None
    if places >= _LISTED:
        return True
    end = p.behind.used if p.behind.tokens else p.at + 1
    of = next((j for j in range(end, min(len(p.row), end + 3)) if p.row[j].text == "的"), None)
    come = any(t.text in ORIGINS for t in p.stretch.core[-2:])  # 来自20多个国家和地区的3000多名代表
    moved = of is not None and "".join(t.text for t in p.row[end:of]) in ("", "搬迁来", "迁来", "搬来")
    return bool(moved and not come and of is not None and of + 1 < len(p.row) and p.row[of + 1].quantity)


def _given(p: Place) -> bool:
    """Tell whether places only say where or for whom something is told: 在832个县的贷款余额达1万亿元; 对52个县，追加80亿元."""
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


_FEW = 10


def in_passing(p: Place) -> bool:
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
