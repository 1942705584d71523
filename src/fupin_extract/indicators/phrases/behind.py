"""The noun phrase behind a number, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ...nouns import nouns
from ..rows import text_at
from ..rules import first_answer
from ..spelling import NOUN_UNITS, ORIGINS
from ..vocabulary import JOINTS, RISES
from .asides import ADVERBIAL, is_manner, of_a_size, over_bound, over_manner
from .described import OPENED, is_verb
from .extent import phrase_extent
from .labels import PAID, is_a_paper, is_subject, is_told_next, pays_for, places_first
from .predicates import STEADILY, before_deeds, before_next_deed, predicate_behind
from .troubles import HEADS_OF_BEASTS, is_herd, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Row, Token


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
    if k == at + 1:
        k = _over_being(row, k)
    if k == at + 1 and (together := _two_counts(row, at)) is not None:
        return together
    k = _over_attributes(row, k, de=de)
    if text_at(row, k) in _TO_NOTHING or text_at(row, k).endswith(_RECORDS):
        return Behind([], [], at + 1, de)
    if (told := _undone(row, k) or _come_from(row, k)) is not None:
        return told
    first, end = phrase_extent(row, k, begins_with_verb=de or not row[at].text.endswith(("人", "户", "次")))
    seen = Seen(row, at, first, end, de, list(row[first:end]))
    if (other := first_answer(WHOLE, seen)) is not None:
        return other
    while end - first > 1 and _is_no_part(row, end):
        end -= 1  # 49万株[苗木]少了16万株
    seen = seen if end == seen.end else seen._replace(end=end, tokens=list(row[first:end]))
    return first_answer(TRIMMED, seen) or _with_predicate(seen)


class Seen(NamedTuple):
    """A noun phrase, the ``tokens`` at ``[first, end)`` behind the number at ``at``; ``de`` tells that 的 stands between."""

    row: Row
    at: int
    first: int
    end: int
    de: bool
    tokens: list[Token]

    def cut(self, end: int, *, used: int | None = None) -> Behind:
        """Return the phrase up to an index, of which nothing is said; what is ``used`` may reach further."""
        return Behind(list(self.row[self.first : end]), [], end if used is None else used, self.de)

    def none(self, *, subject: bool = False) -> Behind:
        """Return that no noun phrase of the number's stands behind it, or one that the next number measures."""
        return Behind([], [], self.at + 1, self.de, subject)


SeenRule = Callable[[Seen], "Behind | None"]


def _with_predicate(seen: Seen) -> Behind:
    """Return the phrase up to the deed that it runs on into, and what is said of it."""
    row, first, end, tokens = seen.row, seen.first, seen.end, seen.tokens
    acts = end < len(row) and row[end].tag in ("v", "vn") and row[end].role in ("", "light")
    split = before_deeds(tokens, followed=acts)
    if end < len(row) and row[end].kind == "quantity" and (kept := before_next_deed(tokens)) < split:
        return seen.cut(first + kept)
    predicate, said_to = predicate_behind(row, first + split)
    things = tokens[: _without_how(row, end, tokens, split, predicate)]
    return Behind(things, predicate, first + split, seen.de, said_to=said_to)


def _over_being(row: Sequence[Token], k: int) -> int:
    """Return where the noun begins that those counted are said to be: 有31名[是]脱贫户, 有31名[是周边的]脱贫户."""
    if k + 1 >= len(row) or row[k].text not in ("是", "系", "属") or not row[k + 1].nominal:
        return k
    near = k + 3 < len(row) and row[k + 1].tag in ("f", "s", "r") and row[k + 2].text == "的" and row[k + 3].nominal
    return k + 3 if near else k + 1


def _as_price(seen: Seen) -> Behind | None:
    """Cut the phrase behind a price: 以每亩800元的[价格]流转土地; what was done is no part of its name."""
    end = _price(seen.row, seen.first, seen.end) if seen.de else None
    return seen.cut(end) if end else None


def _as_rate_of_folk(seen: Seen) -> Behind | None:
    """Drop a rate or paper, of which people are no count: 407户1225人的[贫困发生率], 扩招100万人[实施方案]."""
    if seen.row[seen.at].unit not in ("人", "户") or seen.first == seen.end:
        return None
    return seen.none() if seen.row[seen.end - 1].text.endswith(_OF_FOLK if seen.de else _PAPERS) else None


def _as_such(seen: Seen) -> Behind | None:
    """Take what stands behind 的, where the phrase only describes it: 1.3万亩矿产丰富的[山地]."""
    of = _of_such(seen.row, seen.at, seen.first, seen.end)
    return of._replace(de=seen.de) if of is not None else None


WHOLE: tuple[SeenRule, ...] = (_as_price, _as_rate_of_folk, _as_such)
"""What is asked of the phrase as it stands."""


def _with_guides(seen: Seen) -> Behind | None:
    """Cut the phrase in front of what those counted do for others: 在三万名[农技人员]指导下."""
    row, end = seen.row, seen.end
    guides = end - seen.first > 1 and text_at(row, end) == "下" and row[end - 1].text in _GUIDES
    return seen.cut(end - 1, used=end) if guides else None


def _with_rent(seen: Seen) -> Behind | None:
    """Cut the phrase behind land for which something is paid: 3.5亩[地]流转费每年1750元."""
    row, first = seen.row, seen.first
    rents = seen.end - first > 1 and row[first].text in _LAND and row[seen.end - 1].text.endswith(_LAND_PAYS)
    return seen.cut(first + 1) if rents else None


def _with_origin(seen: Seen) -> Behind | None:
    """Keep the places that somebody comes from: 来自全国18个[省市]的大军伏冰卧雪."""
    row, at = seen.row, seen.at
    come = text_at(row, seen.end) == "的" and any(t.text in ORIGINS for t in row[max(0, at - 2) : at])
    return seen.cut(seen.end) if come else None


def _as_subject(seen: Seen) -> Behind | None:
    """Leave the phrase to the next number, which measures it, or to the paper on those counted that it names."""
    paper = not seen.de and is_a_paper(seen.tokens)
    return seen.none(subject=True) if is_subject(seen.row, seen.end, seen.tokens) or paper else None


def _as_manner(seen: Seen) -> Behind | None:
    """Drop a noun that only says in what way the number is given: 5%左右的[水平]."""
    return _in_what_manner(seen.row, seen.at, seen.end, seen.tokens, de=seen.de)


def _with_its_size(seen: Seen) -> Behind | None:
    """Take the noun behind its size: 2台单机容量30万千瓦的[发电机组]."""
    thing = of_a_size(seen.row, seen.end, seen.tokens)
    return Behind(thing, [], seen.at + 1, seen.de) if thing is not None else None


def _before_honour(seen: Seen) -> Behind | None:
    """Cut the phrase in front of the quoted title that those counted get: 授予150名[同志]“先进个人”称号."""
    told = seen.tokens
    quote = next((k for k in range(1, len(told)) if told[k].text == "“" or told[k].start > told[k - 1].end), 0)
    return seen.cut(seen.first + quote) if quote and told[-1].text.endswith(("称号", "荣誉", "奖")) else None


def _as_rate(seen: Seen) -> Behind | None:
    """Leave the phrase to a rate of those counted: 21个自贸试验区进出口[增速]继续领跑全国; but 22个行业增速[回升]."""
    things = len(seen.tokens) > (seen.row[seen.at].unit not in NOUN_UNITS)  # 8县市[增速]均在9%以上
    rates = things and seen.tokens[-1].text in _RATES and not seen.de
    moves = any(t.role in ("up", "down") for t in seen.row[seen.end : seen.end + 2])
    return seen.none(subject=True) if rates and not moves else None


def _as_step(seen: Seen) -> Behind | None:
    """Drop the step that a number is: 先后跨越50亿、80亿[两大台阶]."""
    steps = seen.first < seen.end and seen.row[seen.end - 1].text in _STEPS and not seen.de
    return seen.none() if steps else None


def _with_places(seen: Seen) -> Behind | None:
    """Cut the phrase behind the places counted, of which something is told next: 12个[贫困县]扶贫资金42亿元."""
    placed = places_first(seen.tokens) if not seen.de and seen.row[seen.at].unit == "个" else 0
    return seen.cut(seen.first + placed) if placed else None


def _before_last(seen: Seen) -> Behind | None:
    """Leave out the last word, that only names what is told of the things next: 12家[创新中心]经费投入2.75亿元."""
    last = seen.end - seen.first > 1 and is_told_next(seen.row, seen.at, seen.end, seen.tokens)
    return seen.cut(seen.end - 1) if last else None


def _as_paid_for(seen: Seen) -> Behind | None:
    """Drop what was paid for, or what is measured next: 供应土地23宗[面积]1800亩."""
    if seen.de:
        return None
    pays = pays_for(seen.row, seen.at, seen.tokens, seen.end) or _is_measured(seen.row, seen.end, seen.tokens)
    return seen.none() if pays else None


TRIMMED: tuple[SeenRule, ...] = (
    _before_honour,
    _with_guides,
    _with_rent,
    _with_origin,
    _as_subject,
    _as_manner,
    _with_its_size,
    _as_rate,
    _as_step,
    _with_places,
    _before_last,
    _as_paid_for,
)
"""What is asked of the phrase without the manner or extent of what is said next; the first to answer wins."""


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


def _of_such(row: Sequence[Token], at: int, first: int, end: int) -> Behind | None:
    """Return what stands behind 的 where the phrase only describes it: 1.3万亩[矿产丰富]的山地, 20名[寄宿制学校]的学生."""
    if first == end or end + 1 >= len(row) or row[end].text != "的" or not row[end + 1].nominal:
        return None
    if row[at].unit == "人" and nouns().kind_of(row[end + 1].text) == "people":
        predicate, said_to = predicate_behind(row, end + 2)
        return Behind([*row[first:end], row[end + 1]], predicate, end + 2, False, said_to=said_to)
    far, last = phrase_extent(row, end + 1, begins_with_verb=False)
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
    return k + 2 if new else k + (text_at(row, k) in ("最新", "全新") and row[k : k + 2][-1].nominal)  # 200件[最新]产品


_LAND = frozenset("地 土地 田 水田 旱地 耕地 林地 承包地".split())
_LAND_PAYS = ("费", "租", "金", *PAID)
_THEY = frozenset({"人员", "人口", "群众", "对象", "农户", "家庭", "企业", "项目"})
_NEW = frozenset("新 老 旧 大 小 好 新型".split())
_TO_NOTHING = frozenset("归零 清零 见底 为零 创 再创 创下 创造 刷新 续创 又创 均创 创出 打破".split())
_RECORDS = ("创新高", "历史新高", "历史新低", "历史最高", "创新低", "创纪录")
"""Words behind a value for what became of it, or what record it sets: 贫困发生率从2012年的22.7%[归零], 吞吐量达500万标箱[创]新高."""


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
    """Return where the people stand that are counted together with their households, or what came in batches.

    126户、512人用上自来水; 11批共191名挂职干部, 3批次共90个场景.
    """
    k = at + 1
    if k + 1 >= len(row) or row[k].text not in ("、", "和", *_IN_ALL) or row[k + 1].quantity is None:
        return None
    groups = row[at].unit in ("批", "期", "批次", "场", "班") and row[k].text in _IN_ALL
    people = row[k + 1].unit in ("人", "人次")
    return k + 1 if groups or (people and row[at].unit in ("户", "个村", "村")) else None


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


def _come_from(row: Row, k: int) -> Behind | None:
    """Return those counted behind where they come from: 1500多名来自世界各地的[客商]."""
    if text_at(row, k) not in ORIGINS:
        return None
    of = next((j for j in range(k + 2, min(len(row) - 1, k + _AFAR)) if row[j].text in ("的", "，", "。")), 0)
    told = phrase_behind(row, of) if of and row[of].text == "的" and row[of + 1].nominal else None
    return told._replace(de=False) if told is not None and told.tokens else None


_AFAR = 14
