"""Which places a clause is about: the one that leads it, not one that something is compared with, goes to or comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import ENUMERATORS
from ..rows import COMMAS, clause_before, clause_begin, clause_end, once, opens_clause, text_at
from ..times.dating import NOW
from ..vocabulary import JOINTS
from .beside import AT_LAST, HOLDING, aside, is_where_it_is_published

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...records import Region
    from ..rows import Row, Token


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


def alone(row: Row, k: int) -> bool:
    """Tell whether a sentence opens with a place and speaks of no other: 临夏州8650元，仍是全省最低，相当于全省平均的92%."""
    place = row[k].region
    others = (j for j, t in enumerate(row) if j != k and t.region and t.region.name and not aside(row, j))
    return k == 0 and place is not None and not place.implied and not any(others)


_ONE_OF = 6
_OPENS = NOW | {"其中", "至此", "截至", "，", ","}


@once
def leads(row: Row, k: int) -> bool:
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
    if not k:
        return True
    return next((told for rule in LED_BY if (told := rule(row, k, end)) is not None), False)


def _by_a_noun(row: Row, k: int, end: int) -> bool | None:
    """See whether nouns that say what the place is open the clause: 最大产区[万丹乡]种了2350亩."""
    return True if _is_in_apposition(row, k, end) else None


def _by_an_attribute(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether an attribute leads to it: 曾是主战场的[中西部地区]，业务收入增长; 位于淮河之畔的[阜南县]是产粮大县."""
    return True if row[k - 1].text == "的" and text_at(row, end + 1) in ("，", ",", "是") else None


_BEGINS_CLAUSE = frozenset("，,:；;。()“【】〔〕 " + ENUMERATORS)


def _by_a_mark(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether the clause begins with it; behind — only where something is said of it: 全市最偏的县——[甘谷县]; a subtitle is none."""
    if row[k - 1].kind != "mark":
        return None
    if row[k - 1].text == "—":
        return any(t.kind != "mark" for t in row[:k])
    return row[k - 1].text in _BEGINS_CLAUSE


def _by_going_there(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether somebody came to the place: 走访了[甘谷县], 才到[甘谷县]."""
    came = row[k - 1].text == "了" and k > 1 and row[k - 2].text in ("去", "到", "来", "访", "走访")
    came |= row[k - 1].text == "到" and k > 1 and row[k - 2].text in AT_LAST
    return True if came else None


def _by_somebody(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether somebody of the place is told of: 56岁的[会宁县]农民拔起一株麦苗，他家的12亩冬小麦."""
    return True if row[k - 1].text in ("的", "多岁") and _is_somebody_of(row, end) else None


def _as_the_most(row: Row, k: int, end: int) -> bool | None:
    """See whether it is the place that has most: 全港人口最多的是[沙田区]，有70万人; 收入最高地区[中西区]，中位数4.26万元."""
    extreme = row[k - 1].text == "是" and any(t.text.startswith("最") for t in clause_before(row, k))
    most = text_at(row, end + 1) in COMMAS and (row[k - 1].text in ("为", "地区") or extreme)
    return True if most else None


def _lies_in_it(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether the place told of only lies in it, which is not about it: 山脚下的大湾村，是[金寨县]71个贫困村之一."""
    lies = row[k - 1].text in _LIES and k > 2 and row[k - 2].text in COMMAS and row[k - 3].region
    return False if lies else None


def _by_a_team(row: Row, k: int, end: int) -> bool | None:
    """See whether a team is sent to the place: 县水务局驻[卢坪村]帮扶工作队; or something is done there: 在联点的[南坪村]建起鸡舍6间."""
    there = is_stationed(row, end) or (row[k - 1].text == "的" and _is_told_at(row, end))
    return True if there else None


def _by_lying(row: Row, k: int, end: int) -> bool | None:
    """See whether it is said where something lies: 地处[陇中], where no other place is named that lies there."""
    if row[k - 1].text not in _LIES:
        return None
    return not any(t.kind == "region" for t in clause_before(row, k - 1))


def _round_another(row: Row, k: int, end: int) -> bool | None:
    """See whether another place lies there, with an attribute between: 隆德县地处有名的[西海固]."""
    at = k - 1
    while at and row[at].tag in ("a", "b", "u"):
        at -= 1
    lies = at < k - 1 and row[at].text in _LIES and row[at].text != "是"
    return False if lies and any(t.kind == "region" for t in clause_before(row, at)) else None


def _by_parting(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether it is what another place was once part of: 从[固原县]分出来的彭阳县."""
    parted = row[k - 1].text in _FROM and text_at(row, end + 1).startswith(_PARTED)
    return False if parted else None


def _as_example(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether it is told of as an example: 以[甘谷县]为例，种植花椒10万亩."""
    return True if row[k - 1].text == "以" and [t.text for t in row[end + 1 : end + 3]] == ["为", "例"] else None


def _by_a_word(row: Sequence[Token], k: int, end: int) -> bool | None:
    """See whether a word of where leads to it, or an adverb or conjunction: 在[甘谷县], 同时[甘谷县]."""
    before = row[k - 1]
    return before.text in _SAYS_WHERE or (before.tag in ("d", "c") and before.text not in _BY)


LED_BY: tuple[Callable[[Row, int, int], bool | None], ...] = (
    _round_another,
    _by_parting,
    _by_a_noun,
    _by_an_attribute,
    _by_a_mark,
    _by_going_there,
    _by_somebody,
    _as_the_most,
    _lies_in_it,
    _by_a_team,
    _by_lying,
    _as_example,
    _by_a_word,
)
"""What may stand in front of the places ``[k, end]`` of a clause; the first with an opinion decides."""


def _is_in_apposition(row: Row, k: int, end: int) -> bool:
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


def _is_told_at(row: Row, k: int) -> bool:
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
    if k > 1 and row[k - 1].text == HOLDING and row[k - 2].kind == "region":
        return True
    return k > 1 and row[k - 1].text == "的" and (row[k - 2].kind == "region" or row[k - 2].text == HOLDING)


_LIES = frozenset({"位于", "地处", "坐落", "毗邻", "紧邻", "属于", "是"})
"""Verbs before a place that only says where another one lies, if that is named: 天镇县位于[山西]北部."""
_BY = frozenset("由 被 经 因".split())
_FROM = frozenset("从 由 自".split())
_PARTED = ("分出", "析出", "划出", "分设", "析置", "独立出")
_SAYS_WHERE = (
    frozenset(
        (
            "在 对 位于 走进 来到 地处 使 让 推动 带动 了解 放眼 纵观 帮助 协助 扶持 帮扶 支援 援助 援建 下达 拨付 "
            "住 住在 居住在 居于 独居 独居于 "
            "搬进 搬到 搬入 搬至 迁到 迁入 住进 落户 落地 进驻 入驻 "
            "相中 看中 选中 家住 家在 至于 比如 例如 譬如 诸如 说起 谈起 提起 再看 且看 整个 同属 同处 "
            "搬迁点 安置点 安置区"
        ).split()
    )
    | NOW
)


_HELD = ("举行", "启动", "召开", "开幕", "闭幕", "举办", "签约", "揭牌", "发布")


def is_venue(row: Row, k: int) -> bool:
    """Tell whether the place only says where something of a wider one is held: 海南重点项目在[海口]集中签约."""
    place = row[k].region
    if not k or place is None or row[k - 1].text != "在" or not any(t.text in _HELD for t in row[k + 1 : k + 4]):
        return False
    begin = clause_begin(row, k)
    return any(
        t.region and (t.text == "全国" or (t.region.name in place.path[:-1] and leads(row, j)))
        for j, t in enumerate(row[begin:k], begin)
    )


_THERE = frozenset("在 于 到 赴 向 对 占".split())


def only_place(row: Row, at: int) -> Region | None:
    """Return the one place that a sentence names, where the number's share is of it or its deed is done there.

    30多家企业到[鲁甸县]招工; 3.2万名劳动力在[凉山州]务工; 占[东兰县]行政村的三成.
    """
    places = [k for k in row.places if (place := row[k].region) and place.name]
    first = next(iter(places), None)
    there = row[first].region if first is not None else None
    if not first or len(places) > 1 or there is None or there.level == "country":
        return None  # 产能占到了全国的1/3
    if is_where_it_is_published(row, first):
        return None
    until = clause_end(row, at)
    return row[first].region if first < until and row[first - 1].text in _THERE else None
