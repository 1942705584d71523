"""The words around a number that bound it: 近, 超过, 不足, 以上, 左右."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han

if TYPE_CHECKING:
    from ..records import Comparison

BEFORE: dict[str, Comparison] = {
    "超过": ">", "超": ">", "逾": ">", "突破": ">", "高于": ">", "多于": ">", "大于": ">", "超出": ">", "超越": ">",
    "冲破": ">", "跨过": ">", "越过": ">", "迈过": ">", "不止": ">", ">": ">",
    "低于": "<", "少于": "<", "小于": "<", "短于": "<", "不足": "<", "不到": "<", "未满": "<", "不满": "<", "未到": "<",
    "未达": "<", "未达到": "<", "达不到": "<", "不及": "<", "未够": "<", "<": "<",
    "跌破": "<", "降破": "<",
    "少说": ">=", "少说也要": ">=", "少说也得": ">=", "少说也有": ">=",
    "至少": ">=", "最少": ">=", "起码": ">=", "不下": ">=", "不下于": ">=", "不亚于": ">=", "≥": ">=", "≧": ">=",
    "至多": "<=", "最多": "<=", "≤": "<=", "≦": "<=",
    "约": "~", "大约": "~", "近": "~", "将近": "~", "接近": "~", "大概": "~", "大致": "~", "约合": "~", "约占": "~",
    "约需": "~", "约莫": "~",
    "大抵": "~", "几近": "~", "差不多": "~", "逼近": "~", "≈": "~",
}  # fmt: skip
"""Words in front of a number. ``高于`` and ``超`` bound it only where they touch it: in 高于市场价5% they do not."""

ABOVE = frozenset("超过 超 逾 突破 高于 多于 大于 超出 过".split())
BELOW = frozenset("低于 少于 小于 不足 不到 未满 不满 未达 未达到".split())
PICKING = ABOVE | BELOW | frozenset("达 达到 不超过 不高于 不低于 不少于 近 约 大约 将近 接近".split())
"""Words in front of a number that pick out those it bounds: 年收入[超过]10万元的农户."""

_NEGATED: dict[Comparison, Comparison] = {">": "<=", "<": ">="}
_COMPARES = ("超过", "超出", "高于", "多于", "大于", "突破", "低于", "少于", "小于", "短于", "超", "逾")
_NOT = re.compile(r"(?:不得|不应|不能|不可|不宜|不准|不许|不会|没有|未能|并未|从未|不该|[不未没])$")
"""不超过, 不得高于, 没有超过: at most. Only plain comparisons turn round; the 不 of 不足 is its own."""

_BARE_ONLY: dict[str, Comparison] = {"上": ">", "过": ">", "破": ">", "达": "="}
"""Characters that bound a bare magnitude in front of which they stand: 上千元, 过万, but not 以上1000元."""

_BEHIND: tuple[tuple[str, Comparison], ...] = (
    ("以上", ">="), ("之上", ">="), ("以下", "<="), ("之下", "<="), ("以内", "<="), ("之内", "<="),
    ("左右", "~"), ("上下", "~"), ("开外", ">"), ("有余", ">"), ("出头", ">"),
    ("还多", ">"), ("还要多", ">"), ("有多", ">"), ("还不止", ">"), ("都不到", "<"), ("也不到", "<"),
)  # fmt: skip

_BEHIND_STARTS = frozenset(word[0] for word, _ in _BEHIND) | frozenset(" (及或含)限标规内")
_SHORT_TIMES = frozenset("日天时钟")
"""Last characters of durations that 内 bounds: 2小时内; of months and years it mostly places something in time."""
_BY_LAST: dict[str, tuple[str, ...]] = {}
"""The words by their last character, the longest first."""
for _word in sorted(BEFORE, key=len, reverse=True):
    _BY_LAST[_word[-1]] = (*_BY_LAST.get(_word[-1], ()), _word)
_FILLER = re.compile(
    r"(?:了|达到|达|有|为|是|占|在|到|至|每[年月天户人亩]|投入|人民币|新台币|台币|港币|仅|只|[ “\"])+$"
)
_FILLER_ENDS = frozenset('了到达有为是占在至年月天户人亩入币仅只 “"')
_FILLED = frozenset(
    (
        "超过",
        "至少",
        "至多",
        "最多",
        "最少",
        "约",
        "大约",
        "大概",
        "突破",
        "接近",
        "高于",
        "低于",
        "少于",
        "不足",
        "不到",
    )
)
_FAR = compile_han(r"(?:(?P<word>至少|最少|至多|最多)(?!的)|(?P<about>约有))[一-鿿]{1,10}$")
"""至少现场检查3次, 约有学龄前儿童60万人: these govern the number through what stands between."""

_OTHER_WORDS = (
    "附近", "最近", "靠近", "邻近", "临近", "远近", "就近", "亲近", "新近", "晚近", "高超", "赶超", "反超", "节约",
    "条约", "合约", "签约", "公约", "预约", "契约", "制约", "和约", "履约", "违约", "盟约", "纽约", "解约", "邀约",
    "特约", "见不到", "看不到", "攒不下", "留不下", "存不下", "放不下", "剩不下", "装不下", "住不下", "坐不下",
    "吃不下", "找不到", "得不到", "想不到", "等不到", "吃不到", "做不到", "听不到",
    "买不到",
)  # fmt: skip
_NOT_OVER = (
    "以上", "不过", "通过", "经过", "路过", "超过", "渡过", "走过", "去过", "来过", "迈上",
    "登上", "站上", "跃上", "跨上", "踏上", "突破", "跌破", "降破",
    "侦破", "攻破", "打破", "爆破", "查破", "连破", "跑过", "写过", "做过", "用过", "有过", "到过", "见过", "搬过", "换过", "早上", "晚上",
)  # fmt: skip
_MARKS = re.compile(r"[ (]*(?:限额|限度|[及或](?:其)?|含本数|含|[)])*")
_BRACKETS = re.compile(r"\((?P<strict>不含|不包括)?(?:含|包括|包含)?[^()\n]{0,8}\)(?=以上|以下|以内)")


def bound_before(text: str, start: int, *, bare: bool = False, large: bool = False) -> Comparison | None:
    """Return what the words that end at ``start`` say of the number that begins there.

    ``bare`` tells that the number is a magnitude alone (上千), ``large`` that it has one or is a share (已过四成).

    >>> [bound_before(t, len(t)) for t in ("达到近", "附近", "超过了", "至少有", "以上", "不得低于", "没有超过")]
    ['~', None, '>', '>=', None, '>=', '<=']
    """
    while start and text[start - 1] in " “":
        start -= 1
    if not start:
        return None
    last = text[start - 1]
    if last in _BARE_ONLY and (bare or (large and last in "过破")) and not text.endswith(_NOT_OVER, 0, start):
        return _BARE_ONLY[last]
    if found := _bound_word(text, start):
        return _turned(text, start, found)
    if last in _FILLER_ENDS and (filler := _FILLER.search(text, max(0, start - 8), start)):
        found = _bound_word(text, filler.start())
        if found in _FILLED:
            return _turned(text, filler.start(), found)
    window = text[max(0, start - 14) : start]
    if ("至" in window or "最" in window or "约有" in window) and (far := _FAR.search(window)):
        return BEFORE[far["word"]] if far["word"] else "~"
    return None


def _bound_word(text: str, end: int) -> str | None:
    if not end or text[end - 1] not in _BY_LAST or text.endswith(_OTHER_WORDS, 0, end):
        return None
    return next((word for word in _BY_LAST[text[end - 1]] if text.endswith(word, 0, end)), None)


def _turned(text: str, end: int, word: str) -> Comparison:
    """Return what a word says, turned round by a negation in front of it."""
    cmp = BEFORE[word]
    start = end - len(word)
    if word in _COMPARES and _NOT.search(text, max(0, start - 2), start):
        return _NEGATED[cmp]
    return cmp


_SHARE = re.compile(
    r"(?P<word>(?<=[不得应能可没有未])(?:超过|高于|低于|少于)|不足|不到|不及|[顶抵比]不上|约占|占近|约为|大约是|大约为|大概是|(?<!趋)接近(?!于)|至少占|约是)(?:[^，,。；;、0-9]|\d{4}年末?){1,12}的$"
)


def bound_of_share(text: str, start: int) -> Comparison | None:
    """Return what a word says of a share across the whole it is a share of: 不足总产量的一半, 约占全省的五分之一.

    >>> [bound_of_share(t, len(t)) for t in ("产量不足总产量的", "不得低于合同价款的", "约占全省的")]
    ['<', '>=', '~']
    """
    match = _SHARE.search(text, max(0, start - 20), start)
    if match is None:
        return None
    word = match["word"]
    if "约" in word or "近" in word or "概" in word:
        return "~"
    if word.endswith("不上"):
        return "<"
    return _turned(text, match.end("word"), word.removesuffix("占"))


def bound_behind(text: str, end: int) -> Comparison | None:
    """Return what the words that begin at ``end`` say of the number that ends there.

    >>> [bound_behind(t, 2) for t in ("2项及以上增收", "5元左右", "5人以下", "3年以来", "5%(含)以上", "5户(不含)以下")]
    ['>=', '~', '<=', None, '>=', '<']
    """
    if text[end : end + 1] not in _BEHIND_STARTS:
        return None
    strict = False
    if text[end] == "(" and (bracket := _BRACKETS.match(text, end)):
        end, strict = bracket.end(), bool(bracket["strict"])
    marks = _MARKS.match(text, end)
    end = marks.end() if marks else end
    cmp = next((cmp for word, cmp in _BEHIND if text.startswith(word, end)), None)
    if cmp is None and text[end : end + 1] == "内" and text[end - 1] in _SHORT_TIMES:
        return "<="  # 成交后15个工作日内
    if strict and cmp in (">=", "<="):
        return ">" if cmp == ">=" else "<"
    return cmp
