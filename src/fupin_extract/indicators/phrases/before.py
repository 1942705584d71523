"""The stretch of a sentence around one quantity, and the noun phrases in it.

A *stretch* is a list of tokens between two stops (marks, other quantities). Reading it from the number
outwards gives the words that link the name to the number, the change that the number says, and the name.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..rows import once
from ..spelling import PER_HEADS, spell
from ..vocabulary import AND, BOUNDING, OTHER, PLACES, RAISERS, TRADE
from .asides import aside_before, without_cause, without_data
from .deeds import FLOWS, deed_of_list, is_deed, tells_of, with_deed, with_payers, with_sector
from .parts import is_part, is_passed
from .shortened import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Row, Token

ENUMERATORS = "".join(map(chr, range(0x2460, 0x249C))) + "●■◆▲▶★☆※◎□◇△▼▪•✦❖➤►✓√"
"""The numbers of points that are one character, ① ⑴ ⒈, and what stands for them: ● ◆ ■."""
STOPS = frozenset("，,:；;。！？!?()[]—…~|\t→\x00【】〔〕-《》" + ENUMERATORS)
_TO = ("到", "至", "为", "成")
_IS = frozenset({"成", "为", "约为", "仅为", "分别为"})
_LEADS = frozenset({"或", "一般", "所在"})
_JOINING = AND | {"、"}


@dataclass
class Stretch:
    """The tokens in front of a number up to a stop, and what was read off their end.

    ``core`` is what is left when the linking words are taken off; ``to`` says that one of them was 到 or 至,
    ``linked`` that one was a verb like 达到 or 为; ``joined`` that the stretch begins behind a 、 or 和, ``of`` that it ends in 的.
    """

    tokens: list[Token]
    core: list[Token]
    to: bool
    linked: bool
    joined: bool
    of: bool = False

    @cached_property
    def phrase(self) -> Phrase:
        """The noun phrase that the core ends in; several rules ask for it."""
        return phrase_ending(self.core)


def is_stop(token: Token) -> bool:
    """Tell whether a noun phrase ends here."""
    if token.kind == "mark":
        return token.text in STOPS
    return token.kind == "quantity" and not token.lasts


def _ends_dateline(row: Sequence[Token], k: int) -> bool:
    """Tell whether 电 or 讯 ends the dateline, in front of what the news tells: 新华网西宁8月9日[电]."""
    return row[k].text in ("电", "讯") and k > 0 and row[k - 1].kind == "period"


@once
def _stops(row: Row) -> list[int]:
    """Return where the tokens stand behind which a stretch begins."""
    return [k for k, token in enumerate(row) if is_stop(token) or _ends_dateline(row, k)]


def stretch_before(row: Row, at: int, floor: int) -> Stretch:
    """Return what stands in front of the number at ``at``, at most back to ``floor``."""
    first, tokens = _words_before(row, at, floor)
    tokens = _without_gaps(row, first, at, tokens)
    if len(tokens) > 1 and tokens[0].text in BOUNDING and tokens[1].text in _JOINING and row[first - 1].quantity:
        tokens = tokens[1:]  # 降低15%[以上]和18%以上
    joined = bool(tokens) and tokens[0].text in _JOINING
    return _read_back(tokens[1:] if joined else tokens, joined=joined)


def _words_before(row: Row, at: int, floor: int) -> tuple[int, list[Token]]:
    """Return where the stretch begins and its tokens, without an aside in it and without the numbers of denominators."""
    stops, aside = _stops(row), range(0)
    before = bisect_left(stops, at)
    first = min(at, max(floor, stops[before - 1] + 1 if before else 0))
    if (opened := aside_before(row, first)) is not None:
        aside = range(opened, first)
        first = opened
        while first and not is_stop(row[first - 1]):
            first -= 1
    tokens = [
        t
        for k, t in enumerate(row[first:at], first)
        if k not in aside and not (t.quantity or (t.text == "每" and row[k + 1].quantity and k + 1 < at))
    ]
    return first, tokens


def _without_gaps(row: Sequence[Token], first: int, at: int, tokens: list[Token]) -> list[Token]:
    """Return the tokens without the spaces that only part the columns of a line: 烤烟种植面积 94公顷."""
    if len(tokens) > 1 and tokens[0].text.isspace() and tokens[1].kind == "period":
        tokens = tokens[1:]  # 自来水普及率　2020年86%　2025年92%
    if len(tokens) > 1 and tokens[-1].text.isspace() and (_measures(tokens[-2]) or _is_listed(row, first, at)):
        tokens = tokens[:-1]
    if len(tokens) > 2 and tokens[-1].kind == "period" and tokens[-2].text.isspace() and _measures(tokens[-3]):
        tokens = [*tokens[:-2], tokens[-1]]  # 农村自来水普及率　2020年86%
    return tokens


def _read_back(tokens: list[Token], *, joined: bool) -> Stretch:
    """Return the stretch of these tokens, whose core is found by taking off from the number outwards what only links."""
    core, to, linked, of = without_cause(without_data(list(tokens))), False, False, False
    while core and (count := _linking(core)):
        led, core = core[-count], core[:-count]
        if count > 1:
            of |= led.text == "一"  # 挤在[一间]50平方米的平房里
            continue
        between = tokens[len(core) + 1 :]
        if led.text in _FOR_THEM and _only_places(between):
            return Stretch(tokens, [], False, False, joined)  # 医疗小分队[为]红星村266户建立了健康档案
        if _names_others(led, between):
            core = []
        to |= led.text.endswith(_TO) and led.text not in _IS
        linked |= led.kind == "word" and led.role in ("link", "beyond") and led.text not in ("到", "至")
        of |= led.text == "的"
    if core and core[-1].text in AFTER and len(core) < len(tokens):
        core = before_the_deed(core)
    return Stretch(tokens, core, to, linked, joined, of)


def _linking(core: Sequence[Token]) -> int:
    """Return how many tokens at the end only link the name to the number: 达到, [每公斤], 每百平方公里; 0 where none do."""
    if _article(core) or is_each(core):
        return 2
    if _of_so_many(core):
        return _PER
    return int(_links(core[-1]) or core[-1].text in _LEADS or _of_time(core))


def _names_others(led: Token, between: Sequence[Token]) -> bool:
    """Tell whether a word in front of the number is told of others than are counted: who acts on them, or says how many."""
    if led.text in _SAYS:
        return True  # 审计[发现]86个县
    given_to = led.text in _GIVEN_TO  # 通过“一卡通”[向]43名人员发放补贴
    return led.tag == "p" and (given_to or (led.text in _WITH and all(t.text in _NEARLY for t in between)))


AFTER = frozenset("前 后 之前 之后 以前 以后".split())


def before_the_deed(core: list[Token]) -> list[Token]:
    """Return the measure before a deed with 前 or 后: 儿童贫穷率[介入前]为23.3%; none is in 外债[清零后]有了21.6万元进项."""
    measured = (
        k for k in range(len(core) - 3, max(-1, len(core) - _SHORT_DEED), -1) if core[k].text.endswith(_MEASURED)
    )
    end = next(measured, None)
    return core[: end + 1] if end is not None else []


_SHORT_DEED = 6
_MEASURED = ("率", "收入", "人口", "面积", "产量", "产值", "价格", "价", "人数", "费用", "支出", "标准", "比重", "指数")


def _is_listed(row: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether a line, or what parts it from the next thing, is but a name and its number: ▶ 安置住房 16.6万套."""
    closes = at + 1 == len(row) or row[at + 1].kind == "mark"
    told = [t for t in row[first : at - 1] if not t.text.isspace()]
    named = bool(told) and told[-1].nominal and all(t.kind == "word" for t in told[1:])
    return closes and named and (first == 0 or row[first - 1].text in _BULLETS)


_BULLETS = frozenset(ENUMERATORS + ":·|")


_MEASURES_END = (*FLOWS, "率", "量", "额", "数", "人口", "面积")


def _measures(token: Token) -> bool:
    return token.role in ("size", "rate") or token.text.endswith(_MEASURES_END)


def _only_places(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(t.kind == "region" for t in tokens)


_SAYS = frozenset("发现 显示 表明 指出 介绍 认为 表示 强调 获悉 了解到".split())
_FOR_THEM = frozenset({"为", "给", "替"})
_GIVEN_TO = frozenset({"向", "对", "把", "让"})
_WITH = frozenset({"与", "同"})
_NEARLY = frozenset("近 约 超 超过 逾 上 这".split())


def _of_time(core: Sequence[Token]) -> bool:
    """Tell whether the stretch ends in a time's own 前 or 内: 年底[前]让两千户受灾户搬进新房."""
    return len(core) > 1 and core[-2].kind == "period" and core[-1].text in PLACES


def _article(core: Sequence[Token]) -> bool:
    """Tell whether the stretch ends in 一 and a classifier: 挤在一间50平方米的平房里."""
    return len(core) > 1 and core[-2].text == "一" and len(core[-1].text) == 1 and core[-1].tag not in ("n", "vn", "v")


_MEASURES = frozenset("吨公里 人公里 立方米 平方米 平方公里 千瓦时 个村 人次".split())


_PER = 3


def _of_so_many(core: Sequence[Token]) -> bool:
    """Tell whether the stretch ends in a denominator such as 每百平方公里: 公路密度达到[每百平方公里]86公里."""
    return len(core) > _PER and core[-_PER].text == "每" and core[-2].text in "百千万" and core[-1].kind == "word"


def is_each(core: Sequence[Token]) -> bool:
    """Tell whether the stretch ends in 每 and a unit or a bearer: 收购价[每公斤]."""
    if len(core) > 1 and core[-2].text in ("每个", "平均每个"):
        return core[-1].text.endswith(_BEARERS)
    each = len(core) > 1 and core[-2].text in ("每", "平均每")
    return each and core[-1].kind == "word" and (len(core[-1].text) <= _SHORT_UNIT or core[-1].text in _MEASURES)


def without_each(core: list[Token]) -> list[Token]:
    """Return the stretch without what one of is priced or counted at its end: 批发价[每台斤], 肥料[一包]."""
    while is_each(core) or _article(core) or (core and core[-1].text.startswith("每")):
        core = core[: -1 if core[-1].text.startswith("每") else -2]
    return core


_SHORT_UNIT = 2
"""公斤, 人 and the like: what is longer is a unit only if it is known as one."""
_BEARERS = ("村", "户", "县", "乡", "镇", "家庭", "社区", "企业", "合作社", "项目", "学校", "人", "学生")


def _links(token: Token) -> bool:
    if token.kind in ("period", "region") or (token.text.startswith("第") and token.text.endswith(("年", "次", "个"))):
        return True
    if token.kind == "mark":
        return token.text in "、“”\"'‘’"
    return token.role in ("link", "drop", "beyond") or token.tag in ("d", "y", "e", "u", "p") or (token.tag == "r")


@dataclass(slots=True)
class Phrase:
    """A name with the tokens it was read from; ``verb`` is the deed it begins with.

    ``name`` is the name as one string: simplified, without marks, 的 only behind a clause.
    """

    tokens: list[Token]
    verb: bool = False
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = spell(self.tokens)


_JOINED = frozenset({"及", "和", "并", "、"})


def phrase_ending(core: Sequence[Token]) -> Phrase:
    """Return the noun phrase that the stretch ends in, with the deed that governs it.

    Read from the end: a token is part of the phrase, is passed over (a place, a time, 的, a mark inside), or ends it.
    """
    k, first = _noun_phrase(core)
    if first < len(core) and (deed := _deed_of_assent(core, k)) is not None:
        return Phrase(shortened(list(core[deed:])), True)
    if first < len(core) and (begin := _with_partner(core, k)) < k:
        first = k = begin
    if 0 < first < len(core) and (deed := deed_of_list(core, first)) is not None:
        return Phrase(shortened([core[deed], *core[first:]]), True)
    verb = _governs(core, k, first)
    if first and first < len(core) and core[first].text == "境内" and core[first - 1].kind == "region":
        first += 1  # 陕西[境内]朱鹮种群数量
    if not verb and first and core[first - 1].text in OTHER and _opens_item(core, first - 1):
        first -= 1  # [其他]人口3万人
    if first and first < len(core) and core[first - 1].text in PER_HEADS and core[-1].text.endswith(FLOWS):
        first -= 1
    if verb:
        first = with_sector(core, with_deed(core, k - 1))
        first -= first > 0 and core[first].text in _HAS and core[first - 1].text in PER_HEADS  # [人均]占有耕地
    first = with_payers(core, first) if first < len(core) else first
    told = [t for k, t in enumerate(core[first:], first) if t.role != "drop" or not _leads_to_light(core, k)]
    return Phrase(shortened(told), verb)


def _leads_to_light(core: Sequence[Token], k: int) -> bool:
    """Tell whether a light verb stands behind what only says how or whether: 企业[有望]实现年收入300亿元."""
    return k + 1 < len(core) and core[k + 1].role == "light"


def _noun_phrase(core: Sequence[Token]) -> tuple[int, int]:
    """Return where what belongs to the noun phrase at the end begins, passed tokens with it, and where its first word stands."""
    first = k = len(core)
    while k:
        if is_part(core, k - 1, first):
            k -= 1
            first = k
        elif is_passed(core, k - 1, first):
            k -= 1
        elif core[k - 1].role == "light" and first < len(core) and core[-1].text.endswith((*FLOWS, *_VOLUMES)):
            k = _over_light(core, k - 1)
            if not k:
                break
        else:
            break
    return k, first


_VOLUMES = ("吞吐量", "周转量", "运量", "客流量", "发送量", "用电量", "业务量", "成交量", "成交额", "交易量")
"""What a body handles, whose name belongs to the figure: 港口[完成]货物吞吐量3亿吨."""


def _deed_of_assent(core: Sequence[Token], k: int) -> int | None:
    """Return where the deed begins that ends in 通过 in front of a noun phrase: [审议及通过]文件."""
    if k < 2 or core[k - 1].text != "通过" or core[k - 2].text not in (*_JOINED, "审议", "表决", "审核"):
        return None
    deed = k - 1 - (core[k - 2].text in _JOINED)
    while deed and core[deed - 1].tag in ("v", "vn") and not core[deed - 1].role:
        deed -= 1
    return deed


def _governs(core: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether the verb in front of a noun phrase is part of its name: [修建]农村公路.

    Not [成为]全国首个产值突破10亿元的县, [满足]年旅客吞吐量65万人次, [翻过]海拔2600米的垭口; nor [带动]贫困户户均收入7000多元,
    which is their income, whoever raised it.
    """
    if not k or not is_deed(core[k - 1]) or tells_of(core, k - 1):
        return False
    verb = core[k - 1].text
    if verb == "成为" or (verb in _MEETS and k < len(core)) or core[-1].text == "海拔":
        return False
    sized = core[-1].role == "size" or core[-1].text.endswith(("税收", "收入"))
    theirs = any(t.text in PER_HEADS for t in core[first:]) or (first < len(core) - 1 and sized)
    return verb not in _LIFTS or not theirs


def _with_partner(core: Sequence[Token], k: int) -> int:
    """Return where the phrase begins with what it is towards: [轻工商品对]东盟出口, [消费对经济增长的]贡献率."""
    if core[-1].text == "贡献率":
        j = next((j + 1 for j in range(k - 1, max(-1, k - _FAR), -1) if core[j].text in ("对", "在")), 0)
    elif core[-1].text in TRADE:
        j = k - (k > 0 and core[k - 1].text in OTHER)
    else:
        return k
    if not j or core[j - 1].text not in ("对", "在"):
        return k
    j -= 1
    while j and core[j - 1].nominal:
        j -= 1
    return j


_HAS = frozenset({"占有", "拥有", "消费", "储备"})


def _opens_item(core: Sequence[Token], k: int) -> bool:
    """Tell whether an item of a list, or the clause, begins at ``k``."""
    return k == 0 or core[k - 1].text in ("、", "和", "及", "其中") or core[k - 1].text in PER_HEADS


_FAR = 8
_MEETS = frozenset({"满足", "可满足"})
_LIFTS = RAISERS | {"帮助", "帮扶"}


def _over_light(core: Sequence[Token], k: int) -> int:
    """Return where the body ends whose 收入 or 投资 a light verb gives (工业企业[共实现]利润), 0 where none stands there."""
    while k and (core[k - 1].role == "drop" or core[k - 1].kind == "period"):
        k -= 1  # 全国铁路[1至8月]完成投资4612亿元
    return k if k and core[k - 1].nominal else 0
