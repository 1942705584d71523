"""Companies and cooperatives: a proper name in front of 公司, 集团, 合作社."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives
from ..patterns import compile_han
from ..words import words
from .knowledge import known_names, named_heads, named_pattern, proper
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention
    from ..words import Word

_QUOTE = 10
_QUOTED = compile_han(r"[“「][一-鿿]{2,6}[”」]$")
"""A name in quotes that a line of business follows: “瀑河源”食用菌合作社."""
_OF_A_PLACE = compile_han(r"[(（][一-鿿]{2,4}[)）][一-鿿]{0,6}有限(?:责任)?公司")
"""A name of a company that goes on behind its place in brackets: 美敦力公司（上海）管理有限公司."""
_TRADES = frozenset("牧业 果业 茶业 菌业 种业 药业 酒业 乳业 米业 面业 糖业 实业 粮油".split())
_FARMING = frozenset("农畜林草渔")
_PARKS = ("科技园", "产业园", "小镇", "大会", "博览会")
_HARD = re.compile(r"[\x00□■●◆▲▶★☆※◎◇△▼•，。、；！？《》“”\"'‘’「」『』\s,.;:!?|—…~+＋×/()（）]")
_LONGEST = 26
_LIMITED = (
    "有限公司",
    "有限责任公司",
    "股份公司",
    "集团公司",
    "股份有限公司",
    "集团有限公司",
    "集团股份有限公司",
    "集团有限责任公司",
)
_LIMITED_TO = "有限责任"
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百]+[多余]?[个家所](?![级性])")
"""What is counted is a kind: 组建林农专业合作社[47个]."""
_FOUNDING = frozenset("开办建创设")
"""西安[开]公司的青年."""
_NO_NAMES = tuple(
    "十国 七国 犯罪 赌诈 电诈 诈骗 走私 贩毒 盗窃 传销 黑恶 恐怖 偷渡 洗钱 跨国 民营 国有 上市 境外 境内 外资".split()
)
"""Words in front of a head that only say of what sort the body is."""
_NAMING = frozenset("v d p c r u m q y e".split())


def named_bodies(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the companies and cooperatives of a text."""
    heads = named_heads()
    starts = [place.start for place in places]
    done = 0
    for match in named_pattern().finditer(text):
        at, end = match.span()
        head = heads[match[0]]
        if text[at - 1 : at].isdecimal() and match[0].startswith("日"):
            continue  # 通讯社20[日报]道
        if match[0] in _TRADES and (text[at - 1 : at] in _FARMING or text.startswith(_PARKS, end)):
            continue  # 抓实农[牧业]生产, 国际[种业]科技园区
        if text.endswith(_NO_NAMES, 0, at) or _COUNTED.match(text, end):
            continue  # 赌诈[集团], 上市[公司]
        if at < done or text.startswith((*head.not_before, "+"), end) or _goes_on().match(text, end):
            continue
        if (start := _start(text, at, match[0], places, starts, done)) is not None:
            i = bisect_right(starts, start) - 1
            if text.endswith(_LIMITED_TO, 0, start) and match[0].endswith("合作社"):
                start -= len(_LIMITED_TO)  # as Taiwan registers them
            if match[0].endswith("公司"):
                start = _owned(text, start)
            if _is_house(match[0]):
                start += len(next((c for c in known_names().countries if text.startswith(c, start)), ""))
            if match[0].endswith("公司") and (branch := _OF_A_PLACE.match(text, end)):
                end = branch.end()
            place_end = places[i].end if i >= 0 and places[i].start == start else start
            yield Mention(
                start, end, text[start:end], head.kind, "organisations/named", text[start:end], place_end=place_end
            )
            done = end


def _start(
    text: str, at: int, head: str, places: Sequence[PlaceMention], starts: Sequence[int], floor: int
) -> int | None:
    """Return where the name begins that the head at ``at`` ends, None where no proper name stands there."""
    first = max(floor, at - _LONGEST)
    for stop in _HARD.finditer(text, first, at):
        first = stop.end()
    if first == at:
        return None
    if (quoted := _QUOTED.search(text, max(0, first - _QUOTE), first)) and all(
        map(_general, words().cut(text, first, at))
    ):
        return quoted.start()
    i = bisect_right(starts, at) - 1
    while i > 0 and starts[i - 1] >= first and places[i - 1].end == starts[i]:
        i -= 1
    if i >= 0 and starts[i] >= first:
        between = words().cut(text, places[i].end, at) if places[i].end < at else []
        line = head == "公司" and len(between) > 1  # 陇南[食用菌发展]公司 is one
        if head not in _LIMITED and _is_wide(places[i]) and all(map(_general, between)) and not line:
            return None  # 锡林郭勒盟[牧业], 塔城地区[农机合作社]
        if len(between) == 1 and between[0].text in _FOUNDING:
            return None
        two = _is_house(head) and any(word.text == "和" for word in between)
        if _one_name(between, lenient=head in _LIMITED) and (between or head in _LIMITED) and not two:
            return starts[i]
    cut = words().cut(text, first, at)
    k = len(cut)
    while k and can_name(cut[k - 1]):
        k -= 1
    k = next((i for i in range(len(cut), k, -1) if cut[i - 1].text in _SUMMED or _joins(text, cut[i - 1])), k)
    name = cut[k:]
    while name and (
        name[0].text in proper().generic
        or name[0].text in _PIECES
        or (name[0].text in _JOINING and name[0].start == first)
    ):
        name = name[1:]
    if len(name) > 1 and name[0].text in _JOINING and known_names().names.at(text, name[1].start):
        return None  # 县里[联合]人保财险
    if not _proper(name, head):
        return None
    start = name[0].start
    if (start - first == 1 or (text.startswith("家", start - 1) and start - first == len("旺家"))) and _opens(
        text, first
    ):
        return first
    return start - 1 if text.startswith("中国", start - 1) else start  # 从[中国南水北调集团]


def _opens(text: str, at: int) -> bool:
    """Tell whether the one character of a clause in front of a name belongs to it: [上]津区供销社, [旺]家信息公司."""
    return "一" <= text[at] <= "鿿" and text[at] not in proper().stops and text[at] not in _SAID


_SAID = frozenset(
    "一两三四五六七八九十几多每各该这那某数据凡请即因而且但若则乃正不未均共仅只更最很就让令使用以抓建办搞做找见问说看听买卖送领带新第另"
)


def _owned(text: str, at: int) -> int:
    """Return where the name of a firm begins whose owner, a known firm, stands right before it: [中车]株洲电力机车有限公司."""
    for start in range(max(0, at - _LONGEST_OWNER), at - 1):
        known = known_names().names.at(text, start)
        if known and known[1].kind == "company" and start + len(known[0]) == at:
            return start
    return at


_LONGEST_OWNER = 4
_SUMMED = frozenset({"企业", "龙头企业", "单位"})
"""Nouns behind which a name begins: 生猪养殖企业[正邦集团]."""
_JOINING = frozenset({"联合", "携手", "委托", "协同"})
"""Verbs that open a clause and are no part of the name behind them: [联合]人保财险开办保险."""


def _joins(text: str, word: Word) -> bool:
    """Tell whether a word says that the body in front acts with the one behind: 县就业局[联合]佳农牧业有限公司."""
    return word.text in _JOINING and text.endswith(_BODIES, 0, word.start)


_WIDE = ("province", "prefecture", "county")


def _is_house(head: str) -> bool:
    """Tell whether a head is that of schools, hospitals and museums of no place that is known."""
    return named_heads()[head].kind in ("school", "hospital", "other")


def _is_wide(place: PlaceMention) -> bool:
    """Tell whether a place has many bodies of a kind."""
    return bool(place.path) and place.path[-1].level in _WIDE


def _general(word: Word) -> bool:
    return word.text in proper().business or word.text in proper().generic


@cache
def _goes_on() -> re.Pattern[str]:
    """Return the pattern of what a longer name goes on with: 瑞禾集团[生态农业发展有限公司]."""
    business = alternatives(proper().business)
    return re.compile(
        rf"(?:农民)?(?:专业)?合作社|(?:集团|股份)?(?:{business}){{0,4}}(?:股份)?有限(?:责任)?公司|集团|公司"
    )


_BODIES = ("政府", "中心", "局", "厅", "委", "部", "院", "校", "协会", "总台", "电视台")
_LISTED = frozenset({"省", "市", "县", "集团", "公司", "银行", "企业"})


def _one_name(between: Sequence[Word], *, lenient: bool) -> bool:
    """Tell whether the words behind a place are one name; 和 only between characters of a proper name: 安泰[和]养殖.

    In front of a form of law a word of one character is a piece of the name, whatever it is elsewhere: 岷县[顺]兴和中药材有限公司.
    """
    for k, word in enumerate(between):
        if word.text == "和" and k and between[k - 1].text not in _LISTED and not between[k - 1].text.endswith(_BODIES):
            continue
        piece = lenient and len(word.text) == 1 and "一" <= word.text <= "鿿" and word.text not in proper().stops
        if not (piece or can_name(word)) or word.text.isdecimal() or word.text in ("省", "市", "县"):
            return False
    return True


def can_name(word: Word) -> bool:
    """Tell whether a word can stand in a proper name."""
    if word.text in _PIECES:
        return True
    if (
        word.text in "【】[]{}<>|*#"
        or word.text in proper().stops
        or (word.role and (len(word.text) > 1 or word.role not in ("more", "less")))
    ):
        return False
    return (
        word.tag not in _NAMING
        or word.text in proper().business
        or word.text in proper().omens
        or (len(word.text) == 1 and word.tag in ("v", "d", "q", "m"))
    )


def _is_ordinary(word: Word, telling: Sequence[Word]) -> bool:
    """Tell whether a word says of what sort the body is; a single character is one of the name's where it goes on so: [新合]."""
    behind = telling[1] if word is telling[0] and len(telling) > 1 and telling[1].start == word.end else None
    own = word.text in _OF_NAMES and behind and len(behind.text) == 1 and behind.text not in _SORTS
    return word.text in proper().ordinary and not own


_OF_NAMES, _SORTS = frozenset("新大"), frozenset("村型户家批")


_PIECES = frozenset("达升")
"""In names these are no words: 凯[达]恒业."""
_OMINOUS = ("合作社", "公司", "集团", "学校")
_SHORTEST = 5
"""希望学校 may be any; 思源实验学校 is one."""
_SORTED = frozenset("型式性级化类派帮国业团系人大党军家")
"""A word that one of these ends says of what sort a group is: 黑社会[型]集团."""
_GIVING = frozenset(
    "公益 慈善 教育 爱心 助学 发展 乡村 社会 民间 大型 海外 国际 各类 家族 私人 公募 非公募 企业 企业家 校友 医疗 青少年 儿童".split()
)
"""With these alone it is a kind of foundations: [公益]基金会."""
_OF_VILLAGES = ("合作社", "互助社", "协会")
_FEW = re.compile("[一两首每二三四五六七八九十几百多][代条家个所名支单笔批门座间处]")
_PAPERS = frozenset({"晚报", "都市报", "早报", "晨报", "商报", "日报"})


def _proper(name: list[Word], head: str) -> bool:
    """Tell whether the words hold a name of its own: two characters at least that no common word explains."""
    whole = "".join(word.text for word in name)
    if _FEW.match(whole):
        return False  # 探索出[一条银行]敢贷、农户愿贷的路子
    telling = [word for word in name if word.text not in proper().business and word.text not in proper().generic]
    if not telling:
        return False
    if head in _PAPERS and sum(len(word.text) for word in telling) > 1:
        return True  # 羊城晚报
    if any(word.text.isdecimal() or _is_ordinary(word, telling) for word in telling):
        return False
    if "".join(word.text for word in telling) in (proper().business | proper().generic):
        return False  # 养羊合作社
    told = "".join(word.text for word in telling)
    if (
        head.endswith(_OMINOUS)
        and len(whole + head) > _SHORTEST
        and not proper().omens.isdisjoint(w.text for w in telling)
    ):
        return True  # 富民种植专业合作社
    unknown = sum(len(word.text) for word in telling if len(word.text) == 1)
    if head == "集团" and any(len(word.text) > 2 and word.tag == "n" for word in telling):
        return True  # 天士力集团: a noun of three characters and more is a name taken for a word
    if (
        head == "集团"
        and unknown == 1 == len(name[-1].text)
        and len(whole) == len("步步高")
        and whole[-1] not in _SORTED
    ):
        return True
    if head.endswith("基金会") and len(told) > 1:
        return told not in _GIVING
    if head.endswith(_OF_VILLAGES) and (unknown == 1 or telling[-1].text == "村"):
        return len(told) > 2  # 查干花牧民专业合作社, 桦树村资金互助社
    return unknown > 1 or (head in _LIMITED and len(told) > 1)
