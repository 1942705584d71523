"""The words around a number that bound it: 近, 超过, 不足, 以上, 左右."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..records import Comparison

BEFORE: dict[str, Comparison] = {
    "不少于": ">=", "不低于": ">=", "不小于": ">=", "不得少于": ">=", "不得低于": ">=", "至少": ">=", "最少": ">=",
    "最低": ">=", "起码": ">=", "不下": ">=", "不下于": ">=", "不亚于": ">=",
    "不超过": "<=", "不得超过": "<=", "不高于": "<=", "不大于": "<=", "不得高于": "<=", "至多": "<=", "最多": "<=",
    "不多于": "<=", "未超过": "<=", "不突破": "<=", "不逾": "<=", "不得大于": "<=",
    "超过": ">", "超": ">", "逾": ">", "突破": ">", "高于": ">", "多于": ">", "大于": ">", "超出": ">",
    "超越": ">", "冲破": ">", "跨过": ">", "不止": ">",
    "不足": "<", "不到": "<", "低于": "<", "少于": "<", "未满": "<", "小于": "<", "不满": "<", "未到": "<", "未达": "<",
    "未达到": "<", "达不到": "<", "短于": "<", "不及": "<", "未够": "<",
    "约": "~", "大约": "~", "近": "~", "将近": "~", "接近": "~", "大概": "~", "大致": "~", "约合": "~", "约占": "~",
    "大抵": "~", "几近": "~", "差不多": "~", "逼近": "~", "相当于": "=",
}  # fmt: skip
"""Words in front. ``高于`` and ``超`` bound a number only where they touch it: in 高于市场价5% they do not."""

_BARE_ONLY: dict[str, Comparison] = {"上": ">", "过": ">", "达": "=", "破": ">"}
"""In front of a bare magnitude only: 上千元, 过万, but not 以上1000元."""

_BEHIND: tuple[tuple[str, Comparison], ...] = (
    ("以上", ">="), ("之上", ">="), ("以下", "<="), ("之下", "<="), ("以内", "<="), ("之内", "<="),
    ("左右", "~"), ("上下", "~"), ("开外", ">"), ("有余", ">"), ("出头", ">"), ("不到", "<"), ("不止", ">"),
)  # fmt: skip

_FAR = re.compile(r"(至少|最少|至多|最多)(?:[一-鿿]{1,6})$")
"""至少现场检查3次: these govern the number through the verb between."""

_WORDS = tuple(sorted(BEFORE, key=len, reverse=True))
_LAST = frozenset(word[-1] for word in _WORDS)
_FILLER = re.compile(r"(?:了|达到|达|有|为|是|占|在|到|至|每[年月天户人亩]|投入|人民币|仅|只|[ “\"])+$")
_FILLED = ("超过", "不少于", "不低于", "至少", "不超过", "至多", "最多", "约", "大约", "大概", "突破", "接近", "最低", "高于", "低于", "不足", "不到")  # fmt: skip
_NEAR = ("附近", "最近", "靠近", "邻近", "临近", "远近", "就近", "亲近", "新近", "晚近", "以近")
_OTHER_WORDS = (*_NEAR, "高超", "赶超", "反超", "节约", "条约", "合约", "签约", "公约", "预约", "契约", "制约", "大于等于", "和约", "履约", "违约", "盟约", "纽约", "解约", "邀约", "特约", "见不到", "看不到", "拿不到", "找不到", "得不到", "想不到", "等不到", "吃不到", "用不到", "做不到", "收不到", "听不到", "买不到", "赶超", "满不足")  # fmt: skip
_MARKS = re.compile(r"[ (]*(?:[及或](?:其)?|含|\(含\)|\(含本数\)|[)])*")


def bound_before(text: str, start: int, bare: bool = False) -> Comparison | None:
    """Return what the words that end at ``start`` say of the number that begins there.

    >>> [bound_before(t, len(t)) for t in ("达到近", "附近", "超过了", "至少有", "以上", "不得低于")]
    ['~', None, '>', '>=', None, '>=']
    """
    while start and text[start - 1] in " “":
        start -= 1
    if not start:
        return None
    if bare and text[start - 1] in _BARE_ONLY and not text.endswith(("以上", "不过", "通过", "经过", "路过"), 0, start):
        return _BARE_ONLY[text[start - 1]]
    found = _bound_word(text, start)
    if found:
        return BEFORE[found]
    if filler := _FILLER.search(text[max(0, start - 8) : start]):
        found = _bound_word(text, start - len(filler[0]))
        if found in _FILLED:
            return BEFORE[found]
    if far := _FAR.search(text[max(0, start - 12) : start]):
        return BEFORE[far[1]]
    return None


_SHARE = re.compile(r"(超过|超|不足|不到|约占|占近|约为|大约是|大约为|大概是|接近|近|至少占|约是)[^，,。；;、0-9]{1,12}的$")


def bound_of_share(text: str, start: int) -> Comparison | None:
    """Return what a word says of a share across the whole it is a share of: 不足总产量的一半, 约占全省的五分之一.

    >>> bound_of_share("产量不足总产量的一半", 8)
    '<'
    """
    match = _SHARE.search(text[max(0, start - 18) : start])
    if match is None:
        return None
    return "~" if "约" in match[1] or "近" in match[1] or "概" in match[1] else BEFORE[match[1].removesuffix("占")]


def _bound_word(text: str, end: int) -> str | None:
    if not end or text[end - 1] not in _LAST:
        return None
    if text.endswith(_OTHER_WORDS, 0, end):
        return None
    return next((word for word in _WORDS if text.endswith(word, 0, end)), None)


def bound_behind(text: str, end: int) -> Comparison | None:
    """Return what the words that begin at ``end`` say of the number that ends there.

    >>> [bound_behind(t, 2) for t in ("2项及以上增收", "5元左右", "5人以下", "3年以来", "5%(含)以上")]
    ['>=', '~', '<=', None, None]
    """
    following = text[end : end + 12]
    if not following:
        return None
    marks = _MARKS.match(following)
    rest = following[marks.end() if marks else 0 :]
    return next((cmp for word, cmp in _BEHIND if rest.startswith(word)), None)
