"""Numbers that state nothing: ages, labels of fixed groups, bounds of classes, a few things told of in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..nouns import nouns
from .caps import grant_capped
from .durations import measured, only_lasts
from .spelling import NOUN_UNITS, ORIGINS
from .terms import is_basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .names import Place
    from .tokens import Token

_REACH = 10
_AGES = ("平均", "预期", "年龄", "寿命")
_ASPECTS = frozenset({"方面", "层面", "维度", "阶段", "环节", "方向", "角度"})
"""Counted, these only part what is told: 聚焦助企纾困、拓展服务等4个方面."""
_PARTS = ("东部", "中部", "西部", "中西部", "东北", "沿海", "内地", "东部地区", "西部地区", "中部地区")
"""In front of 省 and 市 their number is a part's name, not told: 东部4市."""
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
        _limits(p)
        or _bounds_members(p)
        or _bounds_the_counted(p)
        or (p.behind.subject and p.quantity.base_unit in NOUN_UNITS and not has)
    ):
        return True
    if "口" in p.quantity.text and p.stretch.tokens and p.stretch.tokens[-1].text.endswith(("家", "户")):
        return True
    if dimension == "length" and p.at + 1 < len(p.row) and p.row[p.at + 1].text in _AWAY:
        return True
    if p.quantity.dimension == "count" and p.at + 1 < len(p.row) and p.row[p.at + 1].text in _ASPECTS:
        return True
    if _is_one_of(p) or _bounds_each(p):
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
    within = end + 1 < len(p.row) and p.row[end].text == "中" and thing.endswith(_PLACES_COUNTED)
    return within and (p.row[end + 1].unit == p.quantity.base_unit or p.row[end + 1].text.startswith(_RANKED))


_ONWARD = 5
_RANKED = ("列", "排", "位列", "居", "位居")


def _bounds_each(p: Place) -> bool:
    """Tell whether the number bounds what each of the places counted before it has: 46个村年收入[不足2万元]."""
    k = p.at - 1
    bounded = p.quantity.cmp != "=" and k > 0 and p.row[k].text in _BOUNDED_BY
    ends = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
    if not bounded or not ends or p.quantity.dimension not in ("money", "percentage"):
        return False
    while k > 0 and p.row[k - 1].nominal and not p.row[k - 1].text.startswith(("总", "累计")):
        k -= 1
    counted = p.row[k - 1].quantity if k else None
    places = counted is not None and (counted.base_unit in NOUN_UNITS or p.row[k].text.endswith(_PLACES_COUNTED))
    return places and counted is not None and counted.dimension == "count"


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
    after = p.row[end].text if end < len(p.row) else ""
    if thing in _ISSUED:
        thing, after = p.quantity.base_unit, thing  # 等17部门[联合]印发
    if before is not None and before.text == "等" and thing in ("部门", "部委") and after in _ISSUED:
        return True
    return bool(p.behind.tokens) and p.behind.tokens[-1].text in _RANKS and thing in _PLACES_COUNTED


_ISSUED = frozenset("印发 制发 出台 发布 发文 部署 决定 下发 联合印发 联合发布 联合出台 共同 联合".split())
_RANKS = frozenset({"首位", "第一", "前列", "之首", "榜首", "第二", "第三"})
_PLACES_COUNTED = (
    "县",
    "县区",
    "区县",
    "市",
    "区",
    "乡镇",
    "乡",
    "镇",
    "村",
    "省",
    "省市",
    "省份",
    "省区",
    "州",
    "市州",
    "旗县",
)
_LISTED = 2
_FEW_TIMES = frozenset({"次", "回", "趟"})
_SUMMED = frozenset({"先后", "累计", "共", "总共", "共计", "连续"})
"""With these even a few times are a count: 先后出现七次强降雨."""


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
    if q.dimension != "count" or not ("".join(t.text for t in p.behind.tokens) or q.base_unit).endswith(
        _PLACES_COUNTED
    ):
        return False
    if _given(p):
        return True
    k = p.at
    places = 0
    while k and (p.row[k - 1].region or p.row[k - 1].text in ("、", "和", "与", "及")):
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
        return row[end].text in ("，", ",") and any(t.quantity for t in row[end + 1 :])
    k = end + 1
    while row[end].text == "的" and k < len(row) and row[k].nominal:
        k += 1
    return k > end + 1 and k < len(row) and (row[k].quantity is not None or row[k].role in ("link", "beyond"))


_CLASSES = ("及以上", "及以下")
_MEASURED = frozenset({"money", "area", "length", "mass", "power", "count", "people"})


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
    if before == "等" and any(t.tag == "v" for t in p.stretch.tokens):
        return False  # 举办了驾驶、烹饪等七期培训
    told = p.row[p.at - 1] if p.at else None
    led = before.endswith(_MADE) or (told is not None and len(before) > 1 and told.tag == "v" and not told.role)
    deed = p.row[p.at - 2] if before == "了" and p.at > 1 else told if led else None
    return deed is None or deed.tag not in ("v", "vn")


_MADE = ("起", "成")


def _is_done_to(p: Place) -> bool:
    """Tell whether a bounded count is the object of a deed that ends its clause there: 提供500个以上的岗位."""
    deed = p.stretch.tokens[-1] if p.stretch.tokens else None
    if deed is None or deed.tag not in ("v", "vn") or deed.role not in ("", "light") or not p.behind.tokens:
        return False
    ends = p.behind.used >= len(p.row) or p.row[p.behind.used].kind == "mark"
    return ends and p.quantity.dimension in ("count", "people", "households")


_BOUNDED_BY = frozenset(
    "低于 高于 不足 不到 超过 超 少于 多于 不满 未满 不低于 不高于 不超过 大于 小于 达到 在 不少于".split()
)
_JOINED = frozenset({"且", "并且", "或", "或者"})


_MEMBERS = frozenset("项目 工程 产业 行业 地方 单位 田块 地块 园区 基地 果园 茶园".split())


def _bounds_the_counted(p: Place) -> bool:
    """Tell whether the number only says how much each of those just counted has: 10个超过[千亿元]的产业."""
    row, at = p.row, p.at
    counted = row[at - 2].quantity if at > 1 and row[at - 1].role == "beyond" else None
    return counted is not None and counted.dimension == "count" and at + 1 < len(row) and row[at + 1].text == "的"


def _bounds_members(p: Place) -> bool:
    """Tell whether the number, bounded by a word in front, only says which of those are meant that the clause counts.

    收入低于3000元的农户有120户, 常住户不足20户且空置率超过50%的96个村: what is measured stands in front of the bound, what is
    counted behind 的. Where nothing is counted the bound is what the statement lays down.
    """
    tokens = p.stretch.tokens
    if p.quantity.cmp == "=" or len(tokens) < 2 or tokens[-1].text not in _BOUNDED_BY:
        return False
    if not tokens[-2].nominal and (tokens[-2].tag != "v" or tokens[-2].role):
        return False  # 累计开行超过百列的城市达28个 bounds them too
    clause = p.row[p.at + 1 :]
    clause = clause[: _end_of_members(clause)]
    of = next((k for k, t in enumerate(clause) if t.text == "的"), len(clause))
    if of + 1 >= len(clause) or (of and clause[0].text not in (*_JOINED, "、")):
        return False
    members = clause[of + 2] if clause[of + 1].region and of + 2 < len(clause) else clause[of + 1]
    counted = any(
        t.quantity is not None and (t.quantity.dimension in _COUNTED or t.unit in ("分之", ""))
        for t in clause[of + 1 :]
    )
    return counted and (members.quantity is not None or members.text in _MEMBERS or nouns().is_member(members.text))


def _end_of_members(clause: Sequence[Token]) -> int:
    """Return where what is said of the bounded ends; how many they are may stand behind a comma: …的脱贫户，全省还有6万户."""
    for k, token in enumerate(clause):
        if token.kind == "mark" and token.text in "，,；;。：:":
            onward = clause[k + 1 : k + 5]
            has = token.text in "，," and any(
                (t.text.endswith("有") and t.role == "link") or t.text == "还有" for t in onward
            )
            return k + 5 if has and any(t.text == "的" for t in clause[:k]) else k
    return len(clause)


_THERE_ARE = ("的有", "的还有", "的仍有", "的已有", "的共有", "的只有")
_COUNTED = frozenset({"count", "people", "households", "percentage", "area"})


def _limits(p: Place) -> bool:
    """Tell whether the number bounds a class that is counted: 落实2项及以上措施的达到83%, 超过百亿元的有9个."""
    behind = p.row[p.at + 1 : p.at + 5]
    if not behind or not behind[0].text.startswith(("及", "以", "之", "的")) or grant_capped(p.row, p.at) is not None:
        return False
    told = "".join(t.text for t in behind)
    counted = any(t.quantity and t.quantity.dimension == "count" for t in p.row[p.at + 4 : p.at + 9])
    if told.startswith(_CLASSES) and (p.quantity.dimension != "percentage" or counted):
        return True  # 贫困发生率降至[3%]及以下的省份有17个
    if told.startswith(("及以上的有", "及以下的有")):
        return True
    among = any(t.text == "在" for t in p.stretch.tokens) and told.startswith(
        tuple(f"以{side}的{has}" for side in "上下内" for has in ("有", "还有", "仍有", "只有"))
    )
    passed = bool(p.stretch.tokens) and p.stretch.tokens[-1].role == "beyond" and told.startswith(_THERE_ARE)
    if p.quantity.dimension == "percentage" and passed:
        return True  # 贫困发生率超过三成的有甘肃、贵州等4个省
    if p.quantity.dimension not in _MEASURED:
        return among and p.quantity.dimension == "percentage"
    if told.startswith("之间的"):
        return True  # 消费额在501元至1000元之间的游客比例最高
    bound = told.startswith(("以上", "以下", "以内"))
    rest = told[2:] if bound else told
    if rest.startswith(("的有", "的达", "的占", "的共", "的为")):
        return True
    if bound and rest.startswith("的") and _is_done_to(p):
        return False
    for_them = bool(p.stretch.tokens) and p.stretch.tokens[-1].text in ("对", "给", "为", "向")
    if bound and len(behind) > 1 and behind[1].nominal and (p.quantity.dimension == "length" or for_them):
        return True  # 8000米以上高峰, 对万人以上安置区开展帮扶
    return bound and (rest.startswith("的") or (len(behind) > 1 and behind[1].kind == "quantity"))
