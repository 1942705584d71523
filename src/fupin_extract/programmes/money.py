"""Programmes of money that no list holds: loans, funds, insurances, and money of the budget for one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..words import words
from .knowledge import catalogue_names, generic
from .structure import DONE, NOMINAL, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSURED = re.compile(
    r"(?P<against>目标价格|成本价格损失|价格损失|价格指数|气象指数|低温|完全成本|种植收入|收入|价格|产量)(?:保险|险)(?!金|公|机|柜)"
)
"""Cheap pre-check: every insurance's name contains one of these; most texts hold none."""
_INSURANCE = compile_han(rf"[一-鿿]{{2,6}}?{_INSURED.pattern}")
_PRODUCE = re.compile(
    r"(?:能繁母猪|育肥猪|生猪|肉牛|奶牛|牦牛|藏羊|肉羊|山羊|绵羊|森林|玉米|水稻|小麦|大豆|棉花|马铃薯|青稞|油菜|苹果|柑橘|核桃|花椒|枸杞|茶叶|蔬菜|橡胶|甘蔗|烟叶)"
    r"(?:种植|养殖)?(?:政策性)?保险(?!金|公|机|柜|杠)"
)
"""《农业保险条例》 and the catalogues of what is insured with help of the budget: 肉牛保险."""
_FUND = compile_han(
    r"(?:设立|建立|发起|成立|组建)了?(?:[^，。；、]{0,12}的)?[“「]?(?P<name>[一-鿿]{2,12}基金)(?![会管公])"
)


def loans(text: str) -> Iterator[Found]:
    """Yield loans named by what they are for: 牛羊蔬菜产业贷款; 小额贷款 and 农户贷款 are kinds of loans."""
    for match in _LOAN.finditer(text) if _LENT_FOR.search(text) else ():
        cut = words().cut(text, *match.span())
        start = next(w.start for w in cut if w.tag in NOMINAL and w.text not in DONE and w.text[0] not in "万亿元")
        name = text[start : match.end()]
        known = any(name[at:] in catalogue_names() for at in range(1, len(name) - 1))  # 31户贷到[双联惠农贷款]
        if not known and "大" not in name and len(name) > len("产业贷款") and _FOR.search(text, start, match.end()):
            yield Found(start, match.end(), name, "finance", "programmes/loan")


_LENT_FOR = re.compile(r"(?:产业|惠农|富民|三权)(?:发展|工程|抵押|专项|小额){0,2}贷款")
"""Cheap pre-check: every loan's name contains one of these; most texts hold none."""
_LOAN = compile_han(r"(?:[一-鿿]{2,6}(?:产业|惠农|富民|三权)|三权)(?:发展|工程|抵押|专项|小额){0,2}贷款")
_FOR = re.compile(r"产业|惠农|富民|三权")


def insurances(text: str) -> Iterator[Found]:
    """Yield insurances by what they insure against: [生猪价格指数险], [脐橙低温险]."""
    for match in _INSURANCE.finditer(text) if _INSURED.search(text) else ():
        start = _nominal_from(text, *match.span())
        if start < match.start("against"):
            yield Found(start, match.end(), text[start : match.end()], "instrument", "programmes/insurance")
    for match in _PRODUCE.finditer(text) if "保险" in text else ():
        yield Found(*match.span(), match[0], "instrument", "programmes/insurance")


def subsidies(text: str) -> Iterator[Found]:
    """Yield subsidies for work, by what they are for: [一次性吸纳就业补贴], [求职创业补贴]."""
    for match in _SUBSIDY.finditer(text) if "补" in text else ():
        yield Found(*match.span(), match[0], "instrument", "programmes/subsidy")


_SUBSIDY = compile_han(
    r"(?:一次性(?:吸纳|扩岗|创业|就业|求职|用工|岗位|培训|稳岗|留工)[一-鿿]{0,4}?|求职创业|职业(?:技能)?培训|公益性?岗位|就业见习|农民工就业困难)(?:补贴|补助)"
)
"""《就业补助资金管理办法》 lists them."""


def funds(text: str) -> Iterator[Found]:
    """Yield funds that were set up for something: 设立[风险缓释基金]."""
    for match in _FUND.finditer(text) if "基金" in text else ():
        if text[match.start("name") - 1] in "“「":
            yield Found(*match.span("name"), match["name"], "finance", "programmes/fund")
            continue
        start = match.start("name")
        if text[start - 1] != "的":
            start = _nominal_from(text, start, match.end())
        name = text[start : match.end()]
        if len(name) > _LEAST and not name.removesuffix("基金").endswith(generic()):
            yield Found(start, match.end(), name, "finance", "programmes/fund")


_EARMARKED = compile_han(
    r"(?:下达|拨付|预拨|下拨|安排)了?(?:\d[\d.]*[多余]?[万亿]*元)?(?:\d{4}(?:[—-]\d{4}|至\d{4})?年?度?)?(?![年度])(?P<name>[一-鿿]{2,16}?(?:救灾|救助|补助|改革发展|奖补|帮扶|专项)资金)(?![一-鿿]{0,2}(?:管理|使用))"
)


def earmarked(text: str) -> Iterator[Found]:
    """Yield funds of the budget for one thing, by what they are for: 下达[水利救灾资金], 拨付[林业改革发展资金]."""
    for match in _EARMARKED.finditer(text):
        start, name = match.start("name"), match["name"]
        if any(word.tag in ("p", "c", "u", "d", "r") for word in words().cut(text, *match.span("name"))):
            continue
        if any(name.endswith(known) for known in catalogue_names()):
            continue  # 下达我县[财政衔接推进乡村振兴补助资金]
        if len(name) > _NAMED_LEAST and not name.startswith(_WHOLE) and _PLACED.match(name) is None:
            yield Found(start, match.end("name"), name, "finance", "programmes/earmarked")


_LEAST, _NAMED_LEAST = 4, 5
_PLACED = compile_han("[一-鿿]{1,4}[省市县州]")
_WHOLE = ("扶贫", "帮扶", "应急", "中央救", "财政", "专项", "相关", "各类", "各项", "上级", "省级", "市级", "县级")
"""Beginnings that name any money of a kind: 财政补助资金."""


def _nominal_from(text: str, start: int, end: int) -> int:
    """Return where the nouns begin that a stretch ends in: 开展[糖料蔗完全成本保险]."""
    cut = words().cut(text, start, end)
    k = len(cut)
    while k and (
        cut[k - 1].tag in NOMINAL
        or (cut[k - 1].tag == "v" and (cut[k - 1].text in _KINDS or len(cut[k - 1].text) == 1))
    ):
        k -= 1
    return cut[k].start if k < len(cut) else end


_KINDS = frozenset({"抵押", "担保", "贴息", "缓释", "补偿", "引导", "带动", "救助", "种植", "养殖"})
