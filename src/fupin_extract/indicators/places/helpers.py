"""Places that help others: what one gives is told of the one that gets it, or of the one that the text is about."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from ..rows import CLAUSE_ENDS, clause_before, opens_clause, text_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...records import Region
    from ..rows import Row, Token

_SENDS = ("派来", "送来", "拨来")
_GIVES_DOWN = (*_SENDS, "援建", "捐", "援助", "支援", "下拨", "拨付", "下达")
"""What the bodies of the county or the city do for the village that a text is about: 市财政局援建桥梁1座."""
_HELPS = tuple("帮扶 帮建 援助 援建 援疆 援藏 援青 捐 支援 送来 派来 协作 对口 结对 医联体".split())


def receiver_of(row: Sequence[Token], k: int) -> Region | None:
    """Return the place that the sentence says another one helps: 对口帮扶[晴隆县]24年来，宁海县实施项目212个."""
    helper = row[k].region
    for j in range(k - 1, 0, -1):
        there = row[j].region
        if there and there.name and there.level != "area" and row[j - 1].text.endswith(_HELPING):
            if not opens_clause(row, j - 1) and not (row[j - 2].text in _PAIRED and opens_clause(row, j - 2)):
                continue
            apart = helper is not None and helper.name not in there.path and there.name not in helper.path
            return there if apart else None
    return None


_PAIRED = frozenset({"对口", "结对", "定点", "东西部"})
_HELPING = ("帮扶", "援助", "援建", "支援", "协作", "援藏", "援疆")


_SENTENCE = re.compile("[^。！？\n]+")
_IS_PAIRED = re.compile("对口|结对|结成|协作|定点帮扶|山海|牵手|携手|援建|支援")


def find_helpers(text: str, places: Iterable[tuple[int, Region]], focus: Region | None) -> frozenset[str]:
    """Return the names of the places that the text says are paired with what it is about: 鼓楼区与岷县[结对]."""
    if focus is None or not focus.path or focus.level == "country":
        return frozenset()
    found: set[str] = set()
    told = sorted(places, key=lambda place: place[0])
    k = 0
    for sentence in _SENTENCE.finditer(text):
        here = []
        while k < len(told) and told[k][0] < sentence.end():
            here.append(told[k][1])
            k += 1
        if len(here) > 1 and any(_is_of(r, focus) for r in here) and _IS_PAIRED.search(sentence[0]):
            found.update(r.name for r in here if r.name and r.level in _GIVERS and _is_elsewhere(r, focus))
    return frozenset(found)


def spends_there(row: Sequence[Token], k: int, here: Region | None) -> bool:
    """Tell whether those above a village are only said to have paid for something in it: 县里[配套]七万元，架通了线路.

    What they give each, or every year, is a scheme of their own: 县里每亩补贴1万元.
    """
    if here is None or here.level != "village":
        return False
    clause = list(takewhile(lambda t: t.text not in CLAUSE_ENDS, row[k + 1 : k + _LONG_CLAUSE]))
    return any(t.text in _SPENDS for t in clause) and not any(t.text.startswith("每") for t in clause)


_LONG_CLAUSE = 16
_SPENDS = frozenset("配套 拨款 拨 拨付 拨给 下拨 投资 投入 拿出 出资 筹资 捐资 捐款 奖励 支援 援助".split())


def _is_elsewhere(place: Region, focus: Region) -> bool:
    return bool(place.path) and place.path[:2] != focus.path[:2] and not _is_of(place, focus)


_HAS_ITSELF = frozenset("有 是 为 实现 完成 达到 占 位于 地处 辖 增长 下降 拥有 现有 属于 共有".split())
"""Verbs behind a helper that tell of itself."""


_SENDS_OUT = ("派", "选派", "选送", "抽派", "抽调", "组团")


def acts_for_others(row: Sequence[Token], k: int, at: int, helpers: frozenset[str]) -> bool:
    """Tell whether a known helper does something: in a text on 岷县 that 鼓楼区 is paired with, 鼓楼区开办车间12个.

    Whom it sends are its own people.
    """
    place = row[k].region
    if not helpers or place is None or helpers.isdisjoint(place.path):
        return False
    deed = next((t for t in reversed(row[k + 1 : at]) if t.tag == "v" and not t.role), None)
    if deed is not None and deed.text.startswith(_SENDS_OUT):
        return False
    j = k + 1
    while j < len(row) and (row[j].role == "drop" or row[j].kind == "period" or row[j].tag == "d"):
        j += 1
    return j < len(row) and row[j].kind == "word" and row[j].tag in ("v", "p") and row[j].text not in _HAS_ITSELF


def helps(row: Sequence[Token], k: int, at: int, focus: Region | None, helpers: frozenset[str] = frozenset()) -> bool:
    """Tell whether a place apart from what the text is about only gives its help: 南京市投入帮扶资金1.1亿元."""
    region = row[k].region
    if focus is None or region is None or not focus.path or focus.level == "country" or not region.path:
        return False
    apart = focus.name not in region.path and region.name not in focus.path
    if apart and acts_for_others(row, k, at, helpers):
        return True
    sent = "".join(t.text for t in row[k + 1 : k + 8] if t.kind != "quantity")
    if region.name in focus.path[:-1]:
        if row[k + 1 : k + 2] and row[k + 1].nominal and spends_there(row, k, focus):
            return True  # 天水市财政局拿出18万元扶贫款, in a village's story
        gives = _GIVES_DOWN if focus.level in ("village", "township") else _SENDS
        return any(word in sent for word in gives)  # 云南省委派来105支工作队, in a text about one of its prefectures
    begin = max((j for j in range(k, at) if row[j].text in CLAUSE_ENDS), default=at)
    told = "".join(t.text if t.kind == "word" else " " for t in (*row[k + 1 : k + 8], *row[begin:at]))
    onward = "".join(t.text for t in row[begin : at + _ONWARD])
    if apart and text_at(row, k + 1) == "支持":
        return True  # 珠海[支持]2800万元，在安置点建设车间9个
    return apart and (any(w in told for w in _HELPS) or any(w in onward for w in _FOR_THEM) or _sells_for(told, focus))


_FOR_THEM, _ONWARD = ("帮村民", "帮农", "助农", "帮助村民", "帮助农"), 5
"""What a helper buys is for those that it helps: 越秀区机关食堂订购6万斤，[帮村民]增收3万元."""


_SELLS = ("卖出", "售出", "销售", "卖", "采购", "认购", "订购")
_STEM = 2


def _sells_for(told: str, focus: Region) -> bool:
    """Tell whether what is sold or bought elsewhere is called after the place that the text is about: 超市卖出[柞水]木耳."""
    products = [name[:_STEM] for name in focus.path if len(name) > _STEM]
    return any(product in told for product in products) and any(word in told for word in _SELLS)


def is_outpost(row: Row, k: int, focus: Region | None) -> bool:
    """Tell whether a place apart from what the text is about is only where that one shows, sells or sets up something.

    In a text on 甘谷县: 在[北京]举办展销会3场; 甘谷县在[东莞]建立劳务工作站3个.
    """
    region = row[k].region
    if focus is None or focus.level == "country" or region is None or not k or row[k - 1].text != "在":
        return False
    if region.level == "area" or _is_of(region, focus):
        return False
    led = any(_is_of(t.region, focus) for t in clause_before(row, k - 1))
    if led or any(t.text.startswith(_MARKETS) for t in row[k + 1 : k + 4]):
        return True
    opens = k + 1 < len(row) and row[k + 1].text in _SETS_UP
    return opens and any(t.text.endswith(_SHOPS) for t in row[k + 2 : k + 6])


_SETS_UP = frozenset("开设 设立 建立 开办 建成 建起 布设 新开 开".split())
_SHOPS = ("馆", "店", "专区", "专柜", "展", "服务站", "工作站", "窗口")
_MARKETS = ("展销", "推介", "专卖", "专馆", "旗舰店", "体验店", "展馆")


def helped_before(row: Sequence[Token], k: int, focus: Region | None) -> Region | None:
    """Return the place of the text that the sentence told of before a helper: [西和县]：资金到位，青岛市市北区帮建车间12个."""
    return next((t.region for t in reversed(row[:k]) if _is_of(t.region, focus)), None)


def partner_of(row: Sequence[Token], k: int, focus: Region | None) -> Region | None:
    """Return the place that a helper is paired with, where the text is about it or one in or around it: 荔城区与[同心县]结对."""
    for j in range(k + 1, len(row)):
        if row[j].quantity or row[j].text in CLAUSE_ENDS:
            return None
        if _is_of(row[j].region, focus):
            return row[j].region
    return None


def sent_to(row: Sequence[Token], k: int, at: int, focus: Region | None) -> Region | None:
    """Return the place of the text that one apart from it does something with or for, in the number's clause or the place's own.

    海安市为[略阳县]培训教师40人; 江宁区与[洛南县]签约，吸纳就业300人; 常州市派医生25名到[安康市]坐诊.
    """
    helper = row[k].region
    if focus is None or helper is None or not focus.path or helper.level not in _GIVERS or k == at - 1:
        return None
    if focus.level == "country" or _is_of(helper, focus):
        return None
    paid = any(t.text.startswith(_PAYS) for t in row[k + 1 : at])
    for j in range(k + 1, len(row)):
        if row[j].text in CLAUSE_ENDS and j > at:
            if not paid or row[j].text not in "，," or j + 1 == len(row) or row[j + 1].text not in _ONWARD_TO:
                return None
            paid = False  # 禅城区投入2.8亿元，在[布拖县]建幼儿园9所
        there = row[j].region
        if there is None or not there.name:
            continue
        if row[j - 1].text not in _GIVES_TO and not (j + 1 < len(row) and row[j + 1].text == "籍"):
            continue
        if _is_of(there, focus) or (row[j - 1].text in _GOES and there.path[:1] == focus.path[:1] != helper.path[:1]):
            return there
    return None


_PAYS = ("投入", "投资", "拿出", "出资", "筹资", "安排", "选派", "派出", "派遣")
_ONWARD_TO = frozenset("在 为 给 到 赴".split())
_GOES = frozenset("到 赴 往 在".split())
_GIVERS = ("province", "prefecture", "county")
_GIVES_TO = frozenset(
    "在 与 和 同 跟 向 对 为 给 到 赴 来 帮助 协助 支持 扶持 帮扶 带动 辐射带动 选派 助力 援助 援建 捐赠 捐助 接纳 吸纳 接收".split()
)


def _is_of(there: Region | None, focus: Region | None) -> bool:
    """Tell whether a place is the one that the text is about, or lies in it or around it."""
    return bool(there and there.name and focus and (there.name in focus.path or focus.name in there.path))
