"""The sentences of a text, each with what its paragraph tells of it: heading, point of a list, part of a story or a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...text import BLANK
from ..phrases.before import ENUMERATORS
from ..rows import Row, Token
from ..times.dating import compared, says_which
from .tokens import tokens
from .whereabouts import without_whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...text import Text


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


_LABEL = re.compile(r"[^\S\n]{0,12}[【〔][^【】〔〕\n]{3,40}[】〕](?=[^\S\n]*[^\s])")
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
        label = _LABEL.match(working, done) if "【" in line or "〔" in line else None
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
    if not _LEAST <= len(line) <= _HEADING or line[-1] in "。！？!?；;，,:、" or _ENTRY.match(line):
        return False
    body = next((text for p in after if (text := p[0].strip(" \u3000…·.—-"))), "")
    if _HEADED_BY_TIME.fullmatch(line) is not None or _BOX.match(line) is not None:
        return body != ""
    return "。" in body and (len(body) > len(line) * 1.3 or _is_point(line, 0))


_ENTRY = compile_han("[一-鿿]{1,4}(?<![省市县区州旗乡镇村]):.*[0-9]")
"""A line that gives the figures of what it names itself: 面积:260亩."""
_LEAST = 4
_BOX = re.compile(r"【[^【】\n]{2,10}】(?:[^。，；:！？\d]|(?:19|20)\d\d){0,24}$")
"""The heading of a box beside a story (【数说】某集团扶贫2018), or of one of its parts: 【大豆户】于某　黑龙江省海伦市共合镇."""
_HEADED_BY_TIME = re.compile(
    r"(?:PART ?\d{1,2}|第?[一二三四五六七八九十]{1,2}[、.章篇节]|\d{1,2}(?:[、.]|\ufe0f?\u20e3 ?))?[^0-9。，；]{2,20}"
    r"\((?:截[至止到]{1,2})?(?:19|20)\d\d[^()。，；]{0,12}\)"
    r"|[^\w()\s]{0,2} ?(?:19|20)\d\d年?[—－~至-](?:19|20)\d\d年[:：][^0-9。，；]{2,16}",
    re.IGNORECASE,
)
"""A heading over a list that ends or begins with the time of what stands under it: 搬迁篇(2016—2020年)."""
