"""A sentence as a row of tokens: words, marks, and the quantities, periods and regions found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from ..patterns import compiled
from ..records import Region
from ..regions.areas import named_areas
from ..text import BLANK
from ..words import cut_part, words
from .asides import without_asides
from .classes import bounds_a_class, described, passed_by_a_class
from .context import in_context
from .dating import compared, says_which
from .phrases import ENUMERATORS
from .rows import Row, Token
from .whereabouts import without_whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..text import Text

__all__ = ["Row", "Sentence", "Token", "areas", "leading_area", "sentences", "tokens"]


def areas(text: Text) -> Iterator[Token]:
    """Yield the areas that no list of places holds (西部地区, 长江经济带), as regions of the level ``area``."""
    for match in _PART_OF_A_LIST.finditer(text.text):
        span = text.span(*match.span())
        name = match[0] + "地区"
        region = Region(span, text.source[span.start : span.end], name, "area", rule="indicators/area")
        yield Token("region", *match.span(), match[0], region=region)
    for start, end in named_areas(text.text):
        span = text.span(start, end)
        written = text.text[start:end]
        name = written.replace("“", "").replace("”", "")
        region = Region(span, text.source[span.start : span.end], name, "area", rule="indicators/area")
        yield Token("region", start, end, written, region=region)


_PARTS = "东部|中部|西部|东北"
_PART_OF_A_LIST = compiled(
    rf"(?:{_PARTS})(?:(?=(?:[、和](?:{_PARTS}))*[、和](?:{_PARTS})(?:三大|四大)?(?:地区|实际|省份)?)"
    rf"|(?<=(?:{_PARTS})[、和]..)(?!地区|[一-鿿]?省))"
    rf"|(?<=[，,；;。：:看])(?:{_PARTS})(?=[比较由从为]|达|增[长加速幅]|下降|脱贫县|贫困[人县]|农村居民|城镇居民|居民|\d[\d.]*[元%％万])"
)
"""The parts of the country that are told of together: 东部、中部、西部[地区], 东部、中部、西部实际使用外资; or one by one:
分区域看，[西部]增长8%."""


_LEADING, _OPENING = 3, 300
"""How often a text names an area that it is about, and before which character it first does."""


def leading_area(text: Text) -> Region | None:
    """Return the area that a text is about that no single place is: 淮河流域 where it is named first and time and again.

    One that only a single item of a column of briefs names is not what the column is about.
    """
    found = list(areas(text))
    first = found[0] if found else None
    if first is None or first.region is None or first.start >= _OPENING:
        return None
    alike = [area for area in found if area.region and area.region.name == first.region.name]
    runs_on = _RUNS_ON * (alike[-1].start - first.start) >= len(text.text)
    return first.region if runs_on and len(alike) >= max(_LEADING, len(found) // 2 + 1) else None


_RUNS_ON = 3
"""The area's mentions run through at least one in so many parts of the text."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its tokens, and which paragraph and which numbered point (一是, 二是) of it it stands in.

    ``first`` tells that it begins its paragraph, ``goes_on`` that the paragraph goes on with the one before (与此同时),
    ``heading`` that it is a line by itself over a paragraph of prose, ``numbered`` that it begins with its number (一、),
    ``told`` that its paragraph tells of people, as a story does, ``apart`` that it is one of a report's and points at nothing
    that the one before told of. ``lists`` is where the colon stands that leads to the points of a list, 0 where none does.
    ``parts`` tells that its paragraph gives the figures of the one before: 其中，; 数据显示，.
    """

    start: int
    end: int
    paragraph: int
    point: int
    first: bool
    goes_on: bool = False
    heading: bool = False
    numbered: bool = False
    told: bool = False
    apart: bool = False
    lists: int = 0
    parts: bool = False
    tokens: Row = field(default_factory=Row)


_LABEL = re.compile(r"[^\S\n]{0,12}【[^【】\n]{3,40}】(?=[^\S\n]*[^\s])")
"""A heading in brackets that a paragraph begins with: 【甘谷县：路通到家】去年，修路90公里."""
_PARAGRAPH = re.compile(r"[^\n]+")
_STOPS = r"。！？!?；;\x00"
_INSIDE = rf"(?:[^{_STOPS}]|(?<=\d);(?=\d))"
_SENTENCE = re.compile(
    # nearly all: a class alone is gone through much faster than with the ; between digits
    rf"[^{_STOPS}]{{1,400}}+(?:(?!(?<=\d);\d)[{_STOPS}][{_STOPS}”」]*|$)"
    rf"|{_INSIDE}{{1,400}}(?:[{_STOPS}”」]+|$)|{_INSIDE}{{1,400}}[，,、]|{_INSIDE}{{1,400}}",
    re.MULTILINE,
)
"""A sentence; what runs on for longer is a list, parted at a comma, so that the time to read it stays linear."""
_POINT = re.compile(
    r"[^\S\n]{0,12}(?:[一二三四五六七八九十]{1,3}(?:是|要|来)|第[一二三四五六七八九十]{1,2}[,，]|[(]?[一二三四五六七八九十]{1,3}[)、.]|[首其再]先|"
    rf"[{ENUMERATORS}]|[(]?\d{{1,2}}[)、.](?!\d))"
)
_LISTS = re.compile(r"(?<!如下)[:](?=[^\S\n]{0,4}(?:一[是要]|首先|[(]?[一1][)、.]|①)|[^\S\n]*$)")
_TOLD = re.compile(
    r"他|她|咱|俺|说|还(?<![归退偿交]还)(?![更款贷清])|我[^国省市县]|“(?![^”，。！？]{1,24}”)|村里|村民|乡亲|老乡|这里|记者"
)
_POINTS_BACK = re.compile(
    "村[里部民支党集中委]|乡[里上党政]|(?<!乡)镇[里上党政]|自己[掏只花付拿出]|自家|家里|妻子|丈夫|老伴|儿子|女儿"
    r"|(?<!\d)\d{2}岁的|该|此|这|她|它|其(?![他它中])|他[家们说的]|当地|全[村乡镇校]|学校|社员|合作社|园区|基地|车间"
    "|安置点|不远处|同村|嘎查"
)
_REMARK = 60
"""A report's paragraph is longer, or numbered."""
_BACK = re.compile(
    r"[省州市县区]里|两[地省市县区]|双方|据(?:介绍|了解|统计|测算|悉)|^[^\S\n]{0,12}(?:下一步|下阶段)，?[我将全]"
)
"""Words by which a paragraph comes back to the whole place that the text is about."""
_NEAR = 20
_SPEAKER = re.compile(r"[^\S\n]{0,12}[\w·]{2,12}[:]")
"""Somebody else speaks: the story before does not go on."""
_GOES_ON = re.compile(r"[^\S\n]{0,12}(?:与此同时|同时(?!，?[也还要])|在此基础上)")
_PARTS_IT = re.compile(
    r"[^\S\n]{0,12}(?:其中[，,]|(?:数据|数字|统计|调查|结果|资料|报告){1,2}(?:还|也|同时)?(?:显示|表明)|[从分按][^，。；\n]{1,8}(?:看|分)[，,])"
)
"""What a paragraph begins with that gives the figures of the one before: 其中，; 数据显示，; 分地区看，."""
_MARKS = "，,:；;。！？!?、()[]“”\"'‘’《》〈〉「」『』【】—…~-→|\t \u3000\x00/·" + ENUMERATORS


_VERBS = frozenset(
    "养种建修买卖办开赴挣赚借贷还交领送发收捐投帮带住搬栽播产销雇招签引请找拿花辖脱通挤走跑看吃喝穿戴坐站拉推打做干学教听说写读想盼靠"
    "设评选派调抽免缴支存取缺欠涉含装挖砌铺架拆迁移改扩攻闯拼谋抢抓奔挂晒"
    "租赊攒摘采割剪绣缝喂牵捡赚赔亏砍"
)
_PARTICLES = frozenset(
    "的地得了着过之等和与及或并暨在对为向从由被把将让使令用以按于比较同是有占达到至共各每该此其这那我你他她它们"
    "上中下内外前后里间正即仍亦皆曾略不未已也都又还更再均只仅才就很最约近超逾高低多少增减升降涨跌翻可能会要须需应因所据给嘛啦哩咧喽呗呢吧哦噢哟嘞呀啊"
)
"""Characters that are words by themselves; any other one is a piece of a word that the list does not know."""


def sentences(text: Text, mentions: Sequence[Token]) -> Iterator[Sentence]:
    """Yield the sentences that hold a quantity or another mention, with their tokens."""
    k, working = 0, text.text
    paragraphs = list(_PARAGRAPH.finditer(working))
    for number, paragraph in enumerate(paragraphs):
        point, first = 0, True
        line = paragraph[0]
        tells = _TOLD.search(line)
        reports = tells is None and (len(line) > _REMARK or _is_point(line, 0))
        told = tells is not None and tells.start() < _NEAR and not _BACK.search(line)
        told = told and _SPEAKER.match(line) is None and not _is_point(line, 0)
        heading = number > 0 and _heads(line.strip(), map(paragraphs.__getitem__, range(number + 1, len(paragraphs))))
        done = paragraph.start()
        label = _LABEL.match(working, done) if "【" in line else None
        body = label.end() if label else done
        for match in chain([label] if label else (), _SENTENCE.finditer(working, body, paragraph.end())):
            start, end = max(done, match.start()), match.end()
            if start >= end:
                continue
            while k < len(mentions) and mentions[k].end <= start:
                k += 1
            last = k
            while last < len(mentions) and mentions[last].start < end:
                last += 1
            if last > k and mentions[last - 1].end > end:
                end = mentions[last - 1].end
            done = end
            numbered = _is_point(working, start) or (first and _is_counted(working, paragraph.start(), start))
            point += numbered
            goes_on = first and _GOES_ON.match(working, start) is not None
            apart = reports and _POINTS_BACK.search(working, start, end) is None
            lists = _LISTS.search(working, start, end)
            listed = lists.start() if lists else 0
            inside = mentions[k:last]
            names = heading or (end == body and any(m.region for m in inside))
            sentence = Sentence(start, end, number, point, first, goes_on, names, numbered, told, apart, listed)
            sentence.parts = first and _PARTS_IT.match(working, start) is not None
            first = names and not heading
            if names or any(m.kind == "quantity" for m in inside):
                sentence.tokens = tokens(working, start, end, inside)
            else:
                sentence.tokens = Row(without_whereabouts(working, _leading(working, start, end, inside)))
            yield sentence


_DEED = 6


def _leading(text: str, start: int, end: int, mentions: Sequence[Token]) -> Sequence[Token]:
    """Return the mentions of a sentence that tells no number, without the times that only say which things are meant.

    These stand behind a word or another time, or before 相比 or a deed with 的: no other sentence needs to be cut into words.
    """
    times = [m for m in mentions if m.period]
    if len(times) < 2 and not any(
        (m.start > start and text[m.start - 1] not in _PARTED_BY)
        or text.startswith("相比", m.end)
        or "的" in text[m.end : m.end + _DEED]
        for m in times
    ):
        return mentions
    row = tokens(text, start, end, mentions)
    idle = {t.start for k, t in enumerate(row) if t.period and (compared(row, k) or says_which(row, k))}
    return [m for m in mentions if m.start not in idle]


_PARTED_BY = frozenset("，,:；;。！？!?、 \u3000\x00")


_POINT_BEGINS = frozenset("一二三四五六七八九十第首其再(" + ENUMERATORS)


def _is_point(text: str, start: int) -> bool:
    """Tell whether a numbered point begins at a position."""
    first = text[start]
    begins = first in _POINT_BEGINS or first.isdecimal() or first.isspace()
    return begins and _POINT.match(text, start) is not None


def _is_counted(text: str, begin: int, start: int) -> bool:
    """Tell whether a paragraph's number stood in front, that was blanked with the page: 1.工资性收入仍是主渠道."""
    before = text[begin:start].strip(" \u3000")
    return len(before) in (2, 3) and not before.strip(BLANK)


_HEADING = 36


def _heads(line: str, after: Iterable[re.Match[str]]) -> bool:
    """Tell whether a line is a heading: short, without a full stop, over a longer paragraph of sentences."""
    if not _LEAST <= len(line) <= _HEADING or line[-1] in "。！？!?；;，,:、":
        return False
    body = next((text for p in after if (text := p[0].strip(" \u3000…·.—-"))), "")
    return "。" in body and (len(body) > len(line) * 1.3 or _is_point(line, 0))


_LEAST = 4


def tokens(text: str, start: int, end: int, mentions: Sequence[Token]) -> Row:
    """Return the tokens of a stretch, what was found in it each as one token."""
    found: list[Token] = []
    position = start
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        if mention.start < position:
            continue
        if mention.quantity and (bound := bounds_a_class(text, mention, following, found)):
            mention = Token("word", mention.start, bound, text[mention.start : bound], "b")
        found.extend(_words(text, position, mention.start))
        if mention.lasts and text.startswith("期", mention.end):
            mention = Token("word", mention.start, mention.end + 1, text[mention.start : mention.end + 1], "b")
        if mention.quantity and (passes := passed_by_a_class(text, mention, following, found)) is not None:
            first = found[passes].start
            mention = Token("word", first, mention.end, text[first : mention.end], "b")
            del found[passes:]
        if (begin := described(text, mention, found)) is not None:
            first = found[begin].start
            mention = Token("word", first, mention.end, text[first : mention.end], "b")
            del found[begin:]
        if len(found) > 1 and mention.kind == "period" and found[-1].text == "比较" and found[-2].text == "占":
            found[-2:] = _share_against(found[-2], found[-1])
        elif found and mention.kind != "quantity":
            found[-1:] = _parted(found[-1])
        if mention.kind == "region" and text.startswith("性", mention.end):
            mention = Token("word", mention.start, mention.end + 1, text[mention.start : mention.end + 1], "b")
        found.append(mention)
        position = mention.end
    found.extend(_words(text, position, end))
    if text.find("比", start, end) >= 0:
        found = _with_comparisons(found)
    found = in_context(found)
    if found and _SECTION.fullmatch(found[0].text):
        del found[0]
    return Row(without_asides(found) if text.find("(", start, end) >= 0 else found)


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


_PIECE = re.compile(
    rf"(?P<mark>[{re.escape(_MARKS)}])|(?P<order>连续第[0-9一二三四五六七八九十]+(?:年|个月|次|个季度))"
    r"|(?P<volts>[0-9.]+千伏(?=(?:及以[上下])?[输变线电配主台直交开]))|[0-9A-Za-z.%+]+"
)
"""Whatever parts runs of words: a mark; 连续第三年, the class of a power line, letters and digits together, which are each one word."""
_PIECES = {"order": "d", "volts": "b"}
_QUOTED = compiled(
    r"[“「『]([^“”「」『』，。、；:！？\n]{1,10}|[一-鿿]{2,5}、[一-鿿]{2,5}(?=[”」』](?:政策|模式|机制|制度|措施|办法|做法|服务|行动)))[”」』]"
)

_QUOTES = frozenset("“「『")


def _words(text: str, start: int, end: int) -> list[Token]:
    """Return words and marks; what stands in quotes is one word: “农把式”, “三变”改革."""
    found: list[Token] = []
    while piece := _PIECE.search(text, start, end):
        at = piece.start()
        found += _cut(text, start, at)
        start = piece.end()
        if piece.lastgroup != "mark":
            found.append(Token("word", at, start, piece[0], _PIECES.get(piece.lastgroup or "", "x")))
        elif text[at] in _QUOTES and (quoted := _QUOTED.match(text, at, end)):
            found.append(Token("word", *quoted.span(1), quoted[1], "n"))
            start = quoted.end()
        else:
            found.append(Token("mark", at, start, piece[0]))
    return found + _cut(text, start, end)


def _cut(text: str, start: int, end: int, shift: int = 0) -> list[Token]:
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
