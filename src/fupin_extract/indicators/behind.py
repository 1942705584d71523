"""The noun phrase behind a number, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..nouns import nouns
from ..regions.levels import ENDINGS
from .asides import ADVERBIAL, is_manner, of_a_size, over_bound, over_manner
from .dating import NOW
from .deeds import STATIC
from .described import OPENED, behind_clause, described_by, is_verb
from .labels import PAID, is_money, is_subject, pays_for, places_first
from .phrases import is_stop
from .predicates import STEADILY, before_deeds, predicate_behind
from .rows import nouns_end, text_at
from .spelling import BARE_TAIL, NOUN_UNITS, ORIGINS
from .troubles import HEADS_OF_BEASTS, is_herd, trouble
from .vocabulary import AND, JOINTS, PLACES, RISES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Row, Token


class Behind(NamedTuple):
    """The noun phrase behind a number and what is said of it; ``used`` and ``said_to`` are the indices behind each.

    ``subject`` tells that the phrase is what the next number measures, and the number only a label: 9市进出口7.95万亿元.
    """

    tokens: list[Token]
    predicate: list[Token]
    used: int
    de: bool
    subject: bool = False
    said_to: int = 0


_AFTER = frozenset("多一点 一点 左右 以上 以下 以内 上下 多 余 之多 及以上 的 级".split())


def phrase_behind(row: Row, at: int) -> Behind:
    """Return the noun phrase that begins right behind the number at ``at``."""
    if (solved := trouble(row, at)) is not None:
        return Behind(solved[0], [], solved[1], True)
    k = at + 1
    de = False
    while k < len(row) and row[k].kind in ("word", "mark") and (row[k].text in _AFTER or row[k].text in OPENED):
        de |= row[k].text == "的"
        k += 1
    if k == at + 1 and k + 1 < len(row) and row[k].text in ("是", "系", "属") and row[k + 1].nominal:
        near = k + 3 < len(row) and row[k + 1].tag in ("f", "s", "r") and row[k + 2].text == "的" and row[k + 3].nominal
        k += 3 if near else 1  # 有31名是[周边的]脱贫户
    if k == at + 1 and (together := _two_counts(row, at)) is not None:
        return together
    k = _over_attributes(row, k, de=de)
    if text_at(row, k) in _TO_NOTHING:
        return Behind([], [], at + 1, de)
    if (undone := _undone(row, k)) is not None:
        return undone
    first, end = _phrase(row, k, begins_with_verb=de or not row[at].text.endswith(("人", "户", "次")))
    if de and (price := _price(row, first, end)):
        return Behind(list(row[first:price]), [], price, de)
    if row[at].unit in ("人", "户") and first < end and row[end - 1].text.endswith(_OF_FOLK if de else _PAPERS):
        return Behind([], [], at + 1, de)  # 407户1225人的[贫困发生率] is no count of rates, nor 扩招100万人[实施方案]
    if (of := _of_such(row, at, first, end)) is not None:
        return of._replace(de=de)
    while end - first > 1 and _is_no_part(row, end):
        end -= 1  # 49万株[苗木]少了16万株
    if end - first > 1 and text_at(row, end) == "下" and row[end - 1].text in _GUIDES:
        return Behind(list(row[first : end - 1]), [], end, de)  # 三万名[农技人员]指导下
    tokens = list(row[first:end])
    if len(tokens) > 1 and tokens[0].text in _LAND and tokens[-1].text.endswith(_LAND_PAYS):
        return Behind(tokens[:1], [], first + 1, de)  # 3.5亩[地]流转费每年1750元
    if text_at(row, end) == "的" and any(t.text in ORIGINS for t in row[max(0, at - 2) : at]):
        return Behind(tokens, [], end, de)  # 来自全国18个[省市]的大军伏冰卧雪
    if is_subject(row, end, tokens) or (not de and _is_a_paper(tokens)):
        return Behind([], [], at + 1, de, subject=True)
    if (manner := _in_what_manner(row, at, end, tokens, de=de)) is not None:
        return manner
    if (thing := of_a_size(row, end, tokens)) is not None:
        return Behind(thing, [], at + 1, de)
    rates = len(tokens) > 1 and tokens[-1].text in _RATES and not de
    if rates and not any(t.role in ("up", "down") for t in row[end : end + 2]):  # 22个行业增速[回升]
        return Behind([], [], at + 1, de, subject=True)  # 21个自贸试验区进出口[增速]继续领跑全国
    if tokens and tokens[-1].text in _STEPS and not de:
        return Behind([], [], at + 1, de)  # 先后跨越50亿、80亿[两大台阶]
    if not de and row[at].unit == "个" and (placed := places_first(tokens)):
        return Behind(tokens[:placed], [], first + placed, de)
    if len(tokens) > 1 and _last_is_told_next(row, at, end, tokens):
        return Behind(tokens[:-1], [], end - 1, de)
    if not de and (pays_for(row, at, tokens, end) or _is_measured(row, end, tokens)):
        return Behind([], [], at + 1, de)
    split = before_deeds(tokens, followed=end < len(row) and row[end].tag in ("v", "vn") and not row[end].role)
    if end < len(row) and row[end].kind == "quantity" and (kept := _before_next(tokens)) < split:
        return Behind(tokens[:kept], [], first + kept, de)
    predicate, said_to = predicate_behind(row, first + split)
    things = tokens[: _without_how(row, end, tokens, split, predicate)]
    return Behind(things, predicate, first + split, de, said_to=said_to)


def _last_is_told_next(row: Sequence[Token], at: int, end: int, tokens: Sequence[Token]) -> bool:
    """Tell whether the last word only names what is told of the things next: 12家创新中心[经费]投入2.75亿元."""
    last = tokens[-1].text
    if last in _PLANS or last in ("平均年龄", "年龄"):  # 56名员工[平均年龄]28岁
        return True
    if last in _LISTS and row[at].unit in _MEMBERS:  # 首批143家展商[名单]公布
        return True
    if last in _FUNDS and end + 1 < len(row) and row[end + 1].kind == "quantity":
        return True
    return last.endswith(PAID) and is_money(row, end)  # 减免120户企业[房租]86万元


def _is_no_part(row: Sequence[Token], end: int) -> bool:
    """Tell whether a phrase's last word is no part of it: the manner or the extent of what is said next."""
    all_of_them = row[end - 1].text == "全" and end < len(row) and is_verb(row[end])  # 68户[危房]全修缮完了
    return is_manner(row, end) or row[end - 1].role in ("less", "more") or _acts(row, end) or all_of_them


def _is_measured(row: Sequence[Token], end: int, tokens: Sequence[Token]) -> bool:
    """Tell whether what stands behind is only what is measured next: 供应土地23宗[面积]1800亩."""
    return len(tokens) == 1 and tokens[0].role == "size" and end < len(row) and row[end].kind == "quantity"


def _acts(row: Sequence[Token], end: int) -> bool:
    """Tell whether a phrase's last word is the verb that 了 stands behind: 1400名大学生[办理]了贷款."""
    return text_at(row, end) == "了" and row[end - 1].tag == "vn" and row[end - 2].tag == "n"


def _is_a_paper(tokens: Sequence[Token]) -> bool:
    """Tell whether the phrase names a paper on the places that the number only labels: 发布158个[贫困县扶贫审计结果公告]."""
    return len(tokens) > 2 and tokens[-1].text in _PAPERS_OF and tokens[0].text.endswith(ENDINGS)


def _of_such(row: Sequence[Token], at: int, first: int, end: int) -> Behind | None:
    """Return what stands behind 的 where the phrase only describes it: 1.3万亩[矿产丰富]的山地, 20名[寄宿制学校]的学生."""
    if first == end or end + 1 >= len(row) or row[end].text != "的" or not row[end + 1].nominal:
        return None
    if row[at].unit == "人" and nouns().kind_of(row[end + 1].text) == "people":
        predicate, said_to = predicate_behind(row, end + 2)
        return Behind([*row[first:end], row[end + 1]], predicate, end + 2, False, said_to=said_to)
    far, last = _phrase(row, end + 1, begins_with_verb=False)
    if not _are_traits(row, first, end) or far != end + 1 or far == last:
        return None
    predicate, said_to = predicate_behind(row, last)
    return Behind(list(row[far:last]), predicate, last, False, said_to=said_to)


def _are_traits(row: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a phrase is one or more nouns each with its trait: 矿产丰富, 设施齐全、环境整洁."""
    parted = (end - first + 1) % _PAIR == 0 and all(row[k].text == "、" for k in range(first + 2, end, _PAIR))
    return parted and all(row[k].tag == "a" for k in range(first + 1, end, _PAIR))


_PAIR = 3
"""A noun, its trait, and the mark behind it."""


def _without_how(row: Sequence[Token], end: int, tokens: list[Token], split: int, said: list[Token]) -> int:
    """Return how many tokens name the things, without how their deed is done: 监测对象[稳定]消除了风险, 干部[倾力]帮扶."""
    acts = bool(said) and said[0].tag in ("v", "vn") and not said[0].role
    if split > 1 and tokens[split - 1].text in STEADILY and end < len(row) and (is_verb(row[end]) or row[end].role):
        split -= 1
    while acts and split > 1 and tokens[split - 1].text in ADVERBIAL:
        split -= 1
    return split


def _two_counts(row: Row, at: int) -> Behind | None:
    """Return what stands behind two counts together, by which the first is named too: 40146户16.94万人[喜迁新居]."""
    k = at + 1
    if k < len(row) and row[k].kind == "quantity" and row[k].start == row[at].end:
        more = k + 1 < len(row) and row[k + 1].kind == "quantity"
        if more or row[at].unit in NOUN_UNITS or row[at].unit == "省区":
            return Behind([], [], k, False)  # 辖9镇[10乡]352个行政村
        return phrase_behind(row, k)._replace(used=k)
    if onward := _counted_with(row, at):
        return phrase_behind(row, onward)._replace(used=k)
    beast = k + 1 + (k + 2 < len(row) and row[k + 1].role == "drop")  # 1.6万人、近万头牲口喝上了干净水
    herd = beast < len(row) and row[k].text in JOINTS and row[beast].unit in HEADS_OF_BEASTS
    if herd and row[at].unit == "人" and (suffers := phrase_behind(row, beast)).tokens:
        said = suffers.predicate or [t for t in suffers.tokens if not is_herd(t)]
        return Behind([], said, k, False, said_to=k)  # 11.8万人、7.4万头大牲畜[饮水困难]
    return None


def _in_what_manner(row: Row, at: int, end: int, tokens: list[Token], *, de: bool) -> Behind | None:
    """Return what stands behind a noun that only says in what way the number is given, None where it is none: 5%左右的[水平]."""
    if not tokens:
        return None
    quantity = row[at].quantity
    counts = quantity is not None and quantity.dimension == "count"
    manner = "".join([t.text for t in tokens]) in _MANNERS and (de or not counts)  # but 发布96项[标准]
    if manner and tokens[-1].text == "规模" and end + 1 < len(row) and row[end].text == "的" and row[end + 1].nominal:
        thing = phrase_behind(row, end)  # 百亿级[规模]的芯片产业集群
        return thing._replace(tokens=[*thing.tokens, *tokens], de=False) if thing.tokens else thing
    return Behind([], [], at + 1, de) if manner or (de and tokens[0].text == "成绩") else None


def _over_attributes(row: Sequence[Token], k: int, *, de: bool) -> int:
    """Return where the noun begins behind what only describes it."""
    k = over_bound(row, over_manner(row, k))
    if de and k + 1 < len(row) and row[k].lasts and row[k + 1].nominal:
        return k + 1  # 最高五万元的[三年]免息贷款
    new = k + 2 < len(row) and row[k].text in _NEW and row[k + 1].text == "的" and row[k + 2].nominal
    return k + 2 if new else k  # 95个[新的]国家职业标准


_LAND = frozenset("地 土地 田 水田 旱地 耕地 林地 承包地".split())
_LAND_PAYS = ("费", "租", "金", *PAID)
_THEY = frozenset({"人员", "人口", "群众", "对象", "农户", "家庭", "企业", "项目"})
_NEW = frozenset("新 老 旧 大 小 好 新型".split())
_TO_NOTHING = frozenset({"归零", "清零", "见底", "为零"})
"""Words behind a value for what became of it: 贫困发生率从2012年的22.7%[归零]."""


_OF_FOLK, _PAPERS = ("率", "比例"), ("方案", "意见", "细则")
_RATES = frozenset({"占比", *RISES})
_GUIDES = frozenset("指导 帮助 带动 支持 引领 领导 组织 推动 帮扶 扶持".split())
"""Nouns of what those counted do for others: 在三万名农技人员[指导]下."""
_STEPS = frozenset({"台阶", "大台阶", "大关", "关口"})


def _price(row: Sequence[Token], first: int, end: int) -> int | None:
    """Return where the price ends that a number is: 以每亩800元的价格[流转土地]; what was done is no part of its name."""
    for k in range(first, min(end, first + 3)):
        if row[k].text in _PRICES or (k > first and row[k].text in ("价", "价格")):
            return k + 1
    return None


def _counted_with(row: Sequence[Token], at: int) -> int | None:
    """Return where the people stand that are counted together with their households: 126户、512人用上自来水."""
    k = at + 1
    if k + 1 >= len(row) or row[k].text not in ("、", "和", *_IN_ALL) or row[k + 1].unit not in ("人", "人次"):
        return None
    groups = row[at].unit in ("批", "期", "批次", "场", "班") and row[k].text in _IN_ALL  # 11批共191名挂职干部
    return k + 1 if groups or row[at].unit in ("户", "个村", "村") else None


_IN_ALL = ("共", "累计", "合计", "共计")
_MANNERS = frozenset(
    "水平 量级 规模 区间 高位 速度 比例 价格 标准 幅度 高水平 低位 目标 范围 高度 大关 "
    "台阶 新台阶 成绩 关口 办法 方式 原则 要求 新目标 新高 新水平 好成绩 基础".split()
)
"""Nouns behind 的 that only say how the number is meant and name nothing: 稳定在5%左右的水平."""
_PRICES = frozenset("价格 单价 均价 年租金 租金 价 高价 低价 收购价 保底价".split())


def _undone(row: Row, k: int) -> Behind | None:
    """Return those counted of whom something has been done or not: 52个[未摘帽贫困县], 17名已[死亡人员]."""
    if k + 2 >= len(row) or row[k].text not in ("未", "已", "尚未") or not row[k + 2].nominal:
        return None
    if not is_verb(row[k + 1]) and (row[k + 1].tag != "vn" or row[k + 2].text not in _THEY):
        return None
    done = phrase_behind(row, k)
    return done._replace(tokens=[*([row[k]] if row[k].text != "已" else []), *done.tokens]) if done.tokens else done


def _phrase(row: Sequence[Token], first: int, *, begins_with_verb: bool) -> tuple[int, int]:
    """Return where the noun phrase at or soon behind an index stands; a verb may begin it (联合党组织, 在建项目)."""
    k = first
    if begins_with_verb and k + 1 < len(row) and is_verb(row[k]) and row[k].text not in STATIC:
        k += row[k + 1].nominal or (2 if _of_two_deeds(row, k) else 0)
    while k < len(row) and _continues(row, k, first):
        k += 1
    if (far := behind_clause(row, k)) is not None:
        first, k = far
    elif de := described_by(row, first, k):
        k = de + 1 + (not row[de + 1].nominal)
        while k < len(row) and _continues(row, k, first):
            k += 1
    if k == first and k < len(row) and row[first - 1].unit in _EVENTS and is_verb(row[k]) and _closes(row, k + 1):
        k += 1
    while k > first and (row[k - 1].text in BARE_TAIL or row[k - 1].kind == "mark"):
        k -= 1
    return first, k


def _of_two_deeds(row: Sequence[Token], k: int) -> bool:
    """Tell whether two verbs say what those counted are for: 20支[排涝抢险]专业队伍."""
    end = k + 2
    if not is_verb(row[k + 1]):
        return False
    end = nouns_end(row, end)
    return end > k + 2 and row[end - 1].text.endswith(_CREWS) and (_closes(row, end) or row[end].text == "、")


_CREWS = ("队", "队伍", "组", "力量", "人员", "小组", "专家")


_EVENTS = frozenset("次 项次 场 场次 轮 期 遍 回".split())


def _closes(row: Sequence[Token], k: int) -> bool:
    return k >= len(row) or is_stop(row[k])


def _before_next(tokens: Sequence[Token]) -> int:
    """Return how many tokens stand before the deed that the next number counts: 32所军队院校[计划招生]15416人."""
    deed = next((k for k, t in enumerate(tokens) if k and t.text in _ACTS and tokens[k - 1].tag == "n"), None)
    if deed:
        return deed  # 12家龙头企业[流转土地]23万亩
    k = len(tokens)
    while k > 1 and (tokens[k - 1].tag == "vn" or tokens[k - 1].text in _PLANS):
        k -= 1
    return k if tokens[:k] and tokens[k - 1].tag in ("n", "l", "j") else len(tokens)


_ACTS = frozenset(
    "流转 种植 养殖 套袋 嫁接 施肥 培训 改造 安置 搬迁 招聘 输转 销售 收购 加工 投资 捐赠 引进 吸纳 带动 发放 资助 救助 帮扶 "
    "支付 报销 减免 代缴 免除 拨付 兑现 兑付 承包 租赁 租用 托管 出售 订购 认购 采购 招收 录用 补贴 补助 奖补 奖励".split()
)


_PLANS = frozenset({"计划", "拟", "共", "累计"})
_PAPERS_OF = frozenset({"公告", "结果", "通报"})
_LISTS, _MEMBERS = frozenset({"名单", "清单", "名录"}), frozenset({"家", "个", "人", "户", "处", "村", "县"})


_HELPING = frozenset({"扶持", "帮扶", "救助", "发展", "引导", "保障", "培育", "奖补", "周转"})
_FOR_IT = frozenset({"资金", "项目", "政策", "标准", "机制", "基金", "补贴", "补助", "奖补", "贷款"})
_FUNDS = frozenset({"经费", "资金", "费用", "研发", "产品", "产量", "产值"})
_LATELY = NOW | {"最近", "近日", "日前", "当时", "今后", "将来", "此前", "近期"}


def _continues(row: Sequence[Token], k: int, first: int) -> bool:
    token = row[k]
    if token.kind == "mark":
        if token.text in "”’\"'“‘":
            return True
        listed = first > 1 and row[first - 2].text == "、"  # 主论坛、10场[分论坛]、成果展示
        return token.text == "、" and k > first and not listed and _list_goes_on(row, k)
    if token.kind == "region":
        return k + 1 < len(row) and row[k + 1].nominal
    if token.kind != "word":
        return False
    if (
        token.text in ("实际", "名义", "平均")
        and not (token.text == "平均" and k + 1 < len(row) and (row[k + 1].role or row[k + 1].text == "亩产"))
        and k > first
        and row[k - 1].nominal
        and k + 1 < len(row)
        and row[k + 1].nominal
    ):
        return True  # 医疗费用[实际]补偿比例
    if token.text in ("以上", "以下") and k > first and row[k - 1].tag == "b":
        return True  # 省级[以上]制造业创新中心
    if token.text == "不" and k > first and k + 1 < len(row) and row[k + 1].tag == "a":
        return True  # 饮水[不]安全
    if token.text in _LATELY and k > first:
        return False
    if token.text in ("外", "内") and k > first and k + 1 < len(row) and row[k + 1].tag == "b":
        return True  # 67种国家医保目录[外]独家药品
    if token.nominal:
        return token.text not in PLACES and not (k > first and token.text.endswith("均") and token.tag == "b")
    if token.text == "组织" and k > first and row[k - 1].nominal:
        return k + 1 == len(row) or row[k + 1].kind == "mark" or row[k + 1].tag in ("d", "r")  # 人民调解[组织]每年
    if token.text in _HELPING and k > first and text_at(row, k + 1) in _FOR_IT:
        return row[k - 1].nominal  # 产业[扶持]资金
    if (
        token.tag == "v"
        and not token.role
        and k > first
        and len(token.text) > 1
        and k + 1 < len(row)
        and row[k + 1].nominal
    ):
        return all(t.tag in ("b", "a", "z", "x", "vn") for t in row[first:k])
    if token.text == "启动" and k > first:
        return text_at(row, k + 1) in ("资金", "项目", "经费")
    return token.text in AND and k > first and _list_goes_on(row, k)


def _list_goes_on(row: Sequence[Token], k: int) -> bool:
    """Tell whether a noun phrase without a number of its own follows the joint."""
    j = k + 1
    while j < len(row) and (row[j].nominal or row[j].text in "“”"):
        j += 1
    if (
        j > k + 1
        and row[k].text in ("和", "及", "以及")
        and j < len(row)
        and row[j].tag == "v"
        and row[j].kind == "word"
    ):
        return row[j].role not in ("link", "up", "down", "beyond", "share", "drop")
    return j > k + 1 and (
        j == len(row)
        or (
            row[j].kind != "quantity"
            and row[j].role not in ("link", "up", "down", "beyond", "share", "drop")
            and (row[k].text == "、" or row[j].tag != "v")
        )
    )
