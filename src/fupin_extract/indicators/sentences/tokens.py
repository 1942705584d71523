"""A sentence as a row of tokens: words, marks, and the quantities, periods and regions found in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...words import cut_part, words
from ..phrases.asides import without_asides
from ..phrases.before import ENUMERATORS
from ..rows import Row, Token
from .classes import bounds_a_class, described, passed_by_a_class
from .context import in_context

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBS = frozenset(
    "养种建修买卖办开赴挣赚借贷还交领送发收捐投帮带住搬栽播产销雇招签引请找拿花辖脱通挤走跑看吃喝穿戴坐站拉推打做干学教听说写读想盼靠"
    "获设评选派调抽免缴支存取缺欠涉含装挖砌铺架拆迁移改扩攻闯拼谋抢抓奔挂晒"
    "租赊攒掏垫凑垮塌摘采割剪绣缝喂牵捡赚赔亏砍"
)
_PARTICLES = frozenset(
    "的地得了着过之等和与及或并暨在对为向从由被把将让使令用以按于比较同是有占达到至共各每该此其这那我你他她它们"
    "上中下内外前后里间正即仍亦皆曾略不未已也都又还更再均只仅才就很最约近超逾高低多少增减升降涨跌翻可能会要须需应因所据给嘛啦哩咧喽呗呢吧哦噢哟嘞呀啊"
)
"""Characters that are words by themselves; any other one is a piece of a word that the list does not know."""


def tokens(text: str, start: int, end: int, mentions: Sequence[Token]) -> Row:
    """Return the tokens of a stretch, what was found in it each as one token."""
    found: list[Token] = []
    position = start
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        if mention.start < position:
            continue
        if mention.quantity and (bound := bounds_a_class(text, mention, following, found)):
            mention = _attribute(text, mention.start, bound)
        found.extend(_words(text, position, mention.start))
        if mention.lasts and text.startswith("期", mention.end):
            mention = _attribute(text, mention.start, mention.end + 1)
        if mention.quantity and (passes := passed_by_a_class(text, mention, following, found)) is not None:
            mention = _attribute(text, found[passes].start, mention.end)
            del found[passes:]
        if (begin := described(text, mention, found)) is not None:
            mention = _attribute(text, found[begin].start, mention.end)
            del found[begin:]
        if len(found) > 1 and mention.kind == "period" and found[-1].text == "比较" and found[-2].text == "占":
            found[-2:] = _share_against(found[-2], found[-1])
        elif found and mention.kind != "quantity":
            found[-1:] = _parted(found[-1])
        if mention.kind == "region" and text.startswith("性", mention.end):
            mention = _attribute(text, mention.start, mention.end + 1)
        found.append(mention)
        position = mention.end
    found.extend(_words(text, position, end))
    if text.find("比", start, end) >= 0:
        found = _with_comparisons(found)
    found = in_context(found)
    if found and _SECTION.fullmatch(found[0].text):
        del found[0]
    if len(found) > 2 and found[1].text == "、" and found[0].text in _NUMERALS:
        del found[:2]  # 五、农村再生计划核定补助
    return Row(without_asides(found) if text.find("(", start, end) >= 0 else found)


def _attribute(text: str, start: int, end: int) -> Token:
    """Return a stretch as one word that only describes what follows: [5万元以上]收入, [三年期]贷款, [全国性]活动."""
    return Token("word", start, end, text[start:end], "b")


def _with_comparisons(row: list[Token]) -> list[Token]:
    """Return the row with the 比 apart that compares: 收入[比]建棚前多了1万元; 城乡收入比 is a ratio."""
    for k, token in enumerate(row):
        if token.kind != "word" or len(token.text) < 3 or token.text[-1] != "比" or token.text in _LIKE_NOUNS:
            continue
        onward = row[k + 1 : k + _SOON]
        stop = next((j for j, t in enumerate(onward) if t.kind in ("mark", "quantity")), len(onward))
        if stop < len(onward) and onward[stop].quantity and any(t.role in ("more", "less") for t in onward[1:stop]):
            return [*row[:k], *_parted(token), *row[k + 1 :]]
    return row


_SECTION = re.compile(r"[A-Z]{1,3}\.\d+(?:\.\d+)*")
"""The number of a report's paragraph: ES.4 在职贫穷住户."""
_NUMERALS = frozenset("一二三四五六七八九十")
_SOON = 10


_LIKE_NOUNS = frozenset({"同比", "环比", "占比", "相比", "对比"})


def _parted(word: Token) -> list[Token]:
    """Return the word, or its noun and the 比 behind it: 收入[比]上年增长 is no 收入比."""
    if word.kind != "word" or len(word.text) < 2 or word.text[-1] != "比" or word.text in _LIKE_NOUNS:
        return [word]
    noun = _cut(word.text, 0, len(word.text) - 1, word.start)
    return [*noun, Token("word", word.end - 1, word.end, "比", "p", "versus")]


def _share_against(share: Token, than: Token) -> list[Token]:
    """Return 占比 and 较 for what was cut as 占 and 比较: 药[占比][较]2015年下降2个百分点."""
    noun = Token("word", share.start, than.start + 1, "占比", "n", "rate")
    return [noun, Token("word", than.start + 1, than.end, "较", "p", "versus")]


_MARKS = "，,:；;。！？!?、()[]“”\"'‘’《》〈〉「」『』【】〔〕—…~-→|\t \u3000\x00/·" + ENUMERATORS
_PIECE = re.compile(
    rf"(?P<mark>[{re.escape(_MARKS)}])|(?P<order>连续第[0-9一二三四五六七八九十]+(?:年|个月|次|个季度))"
    r"|(?P<volts>[0-9.]+千伏(?=(?:及以[上下])?[输变线电配主台直交开]))|[0-9A-Za-z.%+]+"
)
"""Whatever parts runs of words: a mark; 连续第三年, the class of a power line, letters and digits together, which are each one word."""
_PIECES = {"order": "d", "volts": "b"}
_QUOTED = compile_han(
    r"[“「『]([^“”「」『』，。、；:！？\n]{1,10}|[一-鿿]{2,5}、[一-鿿]{2,5}(?=[”」』](?:政策|模式|机制|制度|措施|办法|做法|服务|行动)))[”」』]"
)

_QUOTES = frozenset("“「『")


def _words(text: str, start: int, end: int) -> list[Token]:
    """Return words and marks; what stands in quotes is one word: “农把式”, “三变”改革."""
    found: list[Token] = []
    while piece := _PIECE.search(text, start, end):
        at = piece.start()
        if start < at:
            found += _cut(text, start, at)
        start = piece.end()
        if piece.lastgroup != "mark":
            found.append(Token("word", at, start, piece[0], _PIECES.get(piece.lastgroup or "", "x")))
        elif text[at] in _QUOTES and (quoted := _QUOTED.match(text, at, end)):
            start = quoted.end()
            done = bool(found) and found[-1].text in _HAVE_ALL and _is_done(text, quoted[1], start)
            found.append(Token("word", *quoted.span(1), quoted[1], "v" if done else "n"))
        else:
            found.append(Token("mark", at, start, piece[0]))
    return found + _cut(text, start, end)


def _is_done(text: str, quoted: str, end: int) -> bool:
    """Tell whether a quoted word is a deed that ends its clause: 52个贫困县全部“[摘帽]”."""
    known = words().entries.get(quoted)
    return known is not None and known[1] == "v" and text[end : end + 1] in _CLAUSE_ENDS


_CLAUSE_ENDS = frozenset("，。；了")
_HAVE_ALL = frozenset("全部 均 都 已 已经 全都 成功 相继 陆续 先后 如期 也 将".split())


def _cut(text: str, start: int, end: int, shift: int = 0) -> list[Token]:
    """Return the words of a stretch of text as tokens; ``shift`` is added to where each stands."""
    found: list[Token] = []
    position = start + shift
    for part in words().parts(text[start:end]) if start < end else ():
        for size, word, tag, role in _named(part):
            following = position + size
            found.append(Token("word", position, following, word, tag, role))
            position = following
    return found


@lru_cache(1 << 14)
def _named(part: str) -> tuple[tuple[int, str, str, str], ...]:
    """Return the words of a part that is cut by itself, each with its length and as the rules know it.

    A lone character that is no known word is the piece of one.
    """
    same = words().same
    return tuple(
        (len(word), same.get(word, word), tag if role else _alone(word, tag), role)
        for word, tag, role in cut_part(part)
    )


def _alone(word: str, tag: str) -> str:
    """Return the part of speech of a word, of a lone character only as far as it is one."""
    if len(word) > 1 or word in _PARTICLES:
        return tag
    return "v" if word in _VERBS else "n" if tag == "n" else "b" if word == "总" else "x"
