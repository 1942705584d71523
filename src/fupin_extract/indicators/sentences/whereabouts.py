"""The places of a sentence that tells no number: which of them the next one may be about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ..vocabulary import JOINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

_WITH, _THAN = ("与", "同", "和", "跟"), ("比", "相比", "比较", "对比")
_GOES_TO = tuple("融入 对接 辐射 销往 远销 发往 运往 卖到 运到 销到 输往 高于 低于 走向".split())
_LIES = ("是", "位于", "地处", "坐落在", "坐落于", "隶属", "属于", "就在")


def without_whereabouts(text: str, mentions: Sequence[Token]) -> list[Token]:
    """Return the mentions of a sentence that tells no number, without where its place lies: 龙岗村是[甘谷县]的村寨.

    Nor is it about what it only compares with (与[全国]比), or what something goes to: 融入[长江经济带]。
    """
    return [
        m
        for k, m in enumerate(mentions)
        if not (m.kind == "region" and text.endswith(_WITH, 0, m.start) and text.startswith(_THAN, m.end))
        and not (m.kind == "region" and text.endswith(_GOES_TO, 0, m.start))
        and not (m.region and _is_held(text, m, mentions[:k]))
        and not (m.region and (_is_left(text, m) or _is_listed(text, mentions, k)))
        and not (m.region and (_is_said_of(text, m, mentions[:k]) or _only_gave(text, m, mentions[:k])))
        and not (
            k
            and m.kind == mentions[k - 1].kind == "region"
            and text.endswith(_LIES, mentions[k - 1].end, m.start)
            and m.start - mentions[k - 1].end <= _NEAR_BY
        )
    ]


_NEAR_BY = 4


def _only_gave(text: str, m: Token, before: Sequence[Token]) -> bool:
    """Tell whether a place only gave what stands in another one named before: 在细门村，[四会市]援建的烘干厂正忙着."""
    return any(t.region for t in before) and _GAVE.match(text, m.end) is not None


_GAVE = compile_han("[一-鿿]{0,6}?(?:援建|援助|捐建|捐赠|捐资|帮建|帮扶|支援)[一-鿿]{0,4}?的")


def _is_said_of(text: str, m: Token, before: Sequence[Token]) -> bool:
    """Tell whether a place is part of what is said of one named before: 甘谷县…，是国家[秦巴山区]重点县; 武山县成为[全国]首个试点."""
    told = _SAYS.search(text, max(0, m.start - _LONG), m.start)
    last = next((t for t in reversed(before) if t.region), None)
    return told is not None and last is not None and last.end <= told.start()


_SAYS = re.compile(
    "(?:是|为|成|位于|地处|坐落于|坐落在|占|保持|跻身|列入|评|入选|荣获|获|属|属于|位居|居)(?:了|着|得)?(?:国家级?|省级|中央)?$"
)
_LONG = 8


def _is_held(text: str, m: Token, before: Sequence[Token]) -> bool:
    """Tell whether a place is where something of a wider one before it is held: 广西“万企兴万村”行动在[百色]启动.

    Or where figures are made known, whatever they are of: 协会在[长沙]发布《报告》.
    """
    if m.region is None or not text.endswith("在", 0, m.start):
        return False
    if _PUBLISHED.match(text, m.end) is not None:
        return True
    if _HELD.match(text, m.end) is None:
        return False
    return any(t.region and (t.region.name in m.region.path[:-1] or t.text == "全国") for t in before)


_PUBLISHED = compile_han(
    "(?:发布|公布)(?:《|[一-鿿0-9]{0,12}(?:报告|白皮书|蓝皮书|数据|指数|公报))|(?:举行|召开|举办)[一-鿿]{0,6}发布会"
)
_HELD = compile_han("[一-鿿]{0,4}?(?:举行|启动|召开|开幕|闭幕|举办|签约|揭牌|发布)")


def _is_left(text: str, m: Token) -> bool:
    """Tell whether somebody of another place works there, or came from there: 儿子在[东莞]打工; 从[东莞]返乡."""
    if text.endswith(_AT, 0, m.start):
        return _WORKS.match(text, m.end) is not None
    return text.endswith(_FROM, 0, m.start) and _COMES.match(text, m.end) is not None


_AT, _FROM = ("在", "去", "到", "赴", "往"), ("从", "由")
_WORKS = compile_han("[一-鿿]{0,4}?(?:打工|务工|做工|摆摊|读书|上学|上大学|当兵|经商)")
_COMES = re.compile("(?:返乡|回乡|回来|回到|归来|赶来|搬|迁|辞|退)")


def _is_listed(text: str, mentions: Sequence[Token], k: int) -> bool:
    """Tell whether a place stands in a list of places: 分别帮扶[怒江州]和[昭通市] tells of neither alone."""
    around = [(mentions[k - 1], mentions[k])] if k else []
    around += [(mentions[k], mentions[k + 1])] if k + 1 < len(mentions) else []
    return any(a.region and b.region and text[a.end : b.start] in JOINTS for a, b in around)
