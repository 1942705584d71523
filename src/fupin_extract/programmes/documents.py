"""Documents of policy: titles in 《》, headlines, and what is said to have been issued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..words import words
from .structure import NOMINAL, Found, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEARS = r"[(（](?:[一二三四五六七八九十]{1,2}|\d{4}[-—－–~至]{1,2}\d{4}年?)[)）]"
_TITLE = re.compile(
    r"《(?P<name>[^《》\n]{2,50}?(?P<head>意见|办法|通知|规划|方案|条例|决定|纲要|计划|细则|规定|标准|指南|框架协议|路线图|备忘录|法|"
    r"指引|措施|目录|规范|预案|战略|要点|章程|导则|政策|总则|规则|准则|守则|规程|要求|若干问题的解释|解释|议定书|协定|公约|议程|[一二三四五六七八九十\d]条[”\"]?)"
    rf"(?:{_YEARS}|20\d\d年?)?)(?:[(（][^()（）]{{1,12}}[)）])? ?》"
)
_QUOTED = compile_han(
    r"[「『“](?P<name>[一-鿿\d]{4,30}(?P<head>办法|条例|纲要|要点|细则|规程|实施意见|指导意见|准则))[」』”]"
)
"""A title as Taiwan and Hong Kong write it: 「农业天然灾害救助办法」."""
_SHORT = compile_han(r"《([一-鿿]{2,6}) ?》")
_SHORT_ENDS = range(2, 7)
_ONLY_KINDS = frozenset(
    "行动 实施 指导 管理 工作 总体 发展 专项 若干 改革 暂行 试点 合作 建设 框架 施工 应急 操作 技术 具体 新 旧".split()
)
"""Attributes that, with a kind alone behind them, make a title short for one named before: 《行动计划》."""
_ISSUED = re.compile(
    r"(?:发出|印发|下发|出台|发布|制定|签发)了?(?P<name>关于[^，。；:！？《》“”\n]{4,30}的(?:指导|实施|若干)?(?P<head>通知|意见|决定|方案|办法|规定))"
)
"""A document that is named without 《》, where it is said to have been issued: 发出[关于开展广告专项整治工作的通知]."""
_OUT = compile_han(
    r"(?:出台|发布|印发|下发|颁布|公布)了?(?:新修订|新一轮|专门)?(?P<name>[一-鿿]{4,24}?"
    r"(?P<head>专项规划|发展规划|总体规划|指导意见|实施意见|若干意见|行动方案|管理办法|实施办法|实施细则|暂行办法|若干措施|条例|行动计划))(?![一-鿿]{0,2}(?:草案|办法|细则))"
)
"""The same with no 关于: 出台[冰雪旅游专项规划], 发布[全面推进健康学校建设的指导意见]."""
_SIGNED = re.compile(
    r"(?:签署|签订|签下)了?(?P<name>[\w“”]{4,24}?(?P<head>合作备忘录|谅解备忘录|备忘录|框架协议|合作规划|议定书))"
)
"""A paper that was signed: 签署[自由贸易协定升级议定书]."""
_BYLAW = compile_han(r"(?:(?<![一-鿿])|(?<=的))(?P<name>(?:(?!的)[一-鿿]){2,8}法(?P<head>实施细则|实施条例))")
_HEADLINE = re.compile(
    r"^[ \u3000]{0,40}(?:(?! )[^\n，。；:、《》“”关]{4,24}(?:委|政府|办|办公[室厅]|局|厅|部|会|组|院))?[ \u3000]{0,4}"
    r"(?P<name>(?:关于[^\n]{2,40}(?:\n[ \u3000]{0,40}[^\n]{1,40})?"
    r"的(?:实施|指导|工作|若干)?(?P<head>通知|意见|办法|方案|决定|通报|请示|批复))|"
    r"(?! )[^\n，。；:、]{2,12}[“\"]?十[一二三四五]五[”\"]?[^\n，。；:]{2,40}?"
    r"(?:规划|计划|纲要))(?=[ \u3000]{0,40}(?:[(（][^()（）\n]{1,8}[)）])?[ \u3000]{0,40}$)",
    re.MULTILINE,
)
"""The blanks are bounded: a page of nothing else would take the square of its length."""
_NUMBER = compile_han(
    r"(?<![（(])(?!发)(?:(?![和与及按据照实彻行在由为已印下])[一-鿿]){2,5}[〔\[(（](?:19|20)\d\d[〕\])）]\d{1,4}号文件?"
)
"""A document by its number: 甘发[2014]12号文件."""
_PLANS = ("规划", "方案", "纲要", "计划", "路线图", "战略", "预案")


_LAW = compile_han(
    r"(?:促进法|救助法|保障法|承包法|保护法|振兴法|教育法|合作社法|税法|合同法)(?![律院治则规制庭人学官])"
)
"""Laws are known by what they do without 《》, too: 依据[乡村振兴促进法]."""


def laws(text: str) -> Iterator[Found]:
    """Yield the laws that a text names without 《》."""
    for match in _LAW.finditer(text):
        cut = words().cut(text, max(0, match.start() - _LEADING), match.start())
        k = len(cut)
        while k and (cut[k - 1].tag in NOMINAL or cut[k - 1].text in _OF_LAWS) and "一" <= cut[k - 1].text[0] <= "鿿":
            k -= 1
        while k < len(cut) and cut[k].text in _DONE_TO_IT:
            k += 1
        if k == len(cut) or cut[k].text in _OLD_AND_NEW:
            continue
        start = cut[k].start
        if match.start() - start >= _OWN - 1:
            yield Found(start, match.end(), text[start : match.end()], "policy", "programmes/document")


_LEADING = 8
_OF_LAWS = frozenset("承包 保护 投资 生产 管理 食农 防治 振兴".split())
_DONE_TO_IT = frozenset(
    "检查 审议 修订 修正 修改 出台 颁布 公布 执行 贯彻 落实 实施 适用 学习 违反 依据 根据 通过 宣传".split()
)
_OLD_AND_NEW = frozenset("新 旧 相关 有关 该 各 一部".split())


def documents(text: str) -> Iterator[Found]:
    """Yield the documents of policy that the text names in 《》, or is itself by its headline, with their short titles."""
    named = [
        Found(
            *match.span("name"),
            plain(match["name"]),
            "plan" if match["head"] is None or match["head"].endswith(_PLANS) else "policy",
            "programmes/document",
        )
        for match in _titles(text)
        if match["head"] is None or _is_title(match["name"].removesuffix(match["head"]), match["head"])
    ]
    yield from named
    for number in _NUMBER.finditer(text) if "号文" in text else ():
        yield Found(*number.span(), number[0], "policy", "programmes/document")
    latest: dict[str, Found] = {}
    named.sort(reverse=True)
    for short in _SHORT.finditer(text) if named else ():
        while named and named[-1].start < short.start():
            document = named.pop()
            bare = _DATED.sub("", document.name)
            latest.update((bare[-size:], document) for size in _SHORT_ENDS if size < len(bare))
        if meant := latest.get(short[1]):
            yield meant._replace(start=short.start(1), end=short.end(1))


_PRAISE = ("表扬的通报", "表彰的通报")
"""Endings of notices that only tell whom the body in front, on its line, praises."""


def _titles(text: str) -> Iterator[re.Match[str]]:
    """Yield where titles of documents may be: in 《》, in quotes, behind verbs that issue them, and in headlines."""
    for pattern in (_TITLE, _QUOTED, _ISSUED):
        yield from pattern.finditer(text)
    for match in _HEADLINE.finditer(text):
        if not match["name"].endswith(_PRAISE) or not text[match.start() : match.start("name")].strip():
            yield match
    yield from _untitled(text)
    if "法实施" in text:
        yield from _BYLAW.finditer(text)


def _is_title(told: str, head: str) -> bool:
    """Tell whether a title is more than a kind (《行动计划》) and no law of the whole realm (《审计法》)."""
    return told not in _ONLY_KINDS and (len(told) >= _OWN or head not in _LAWS)


_LAWS, _OWN = ("法", "公约", "协定"), 3
_DATED = re.compile("[(（][^()（）]*[)）]$")


def _untitled(text: str) -> Iterator[re.Match[str]]:
    """Yield what is said to have been issued, where its words make one name."""
    for match in (*_OUT.finditer(text), *_SIGNED.finditer(text)):
        told = match["name"].removesuffix(match["head"]).removesuffix("的")
        cut = words().cut(told, 0, len(told))
        if (
            len(told) >= _LEAST
            and not told.startswith(_ANY)
            and "战略合作" not in told
            and not any(w.tag in ("p", "u", "r", "m") for w in cut)
        ):
            yield match


_LEAST = 4
_ANY = (
    "战略",
    "双边",
    "双方",
    "三方",
    "合作",
    "今年",
    "相关",
    "有关",
    "配套",
    "具体",
    "一系列",
    "各项",
    "多项",
    "全国",
    "关于",
)
