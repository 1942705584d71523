"""Units that are not written but said by a noun: 71万农村人口, 总人口234万, 11万贫困户."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..nouns import nouns
from ..units import unit_named

if TYPE_CHECKING:
    from .candidate import Candidate

_VERB = (
    r"(?:[已又就也还仍共]?(?:为|是|达到|达|有|共|仅|会?(?:回?升|攀升|上升|跌|降|回落|下降|增加?|减少?)[至到]|扩大到"
    r"|超过|超|突破|接近|将近|近|大?约|大概|差不多|至少|不足|不到|未满|不下|不少于|不超过|高达|多达|已|将|逾|由|从|均|都|控制在|稳定在|保持在|介乎|介于)了?)*"
)
_VERBS = re.compile(rf"{_VERB}$")
_TOTALS = re.compile(rf"(?:总数|总量|总规模|规模|数){_VERB}$")
_ENDED = re.compile(r"[，。、；,;)）\n ]|$")
_VISITS = re.compile(rf"人次{_VERB}$")
_FROM = re.compile(r"[已将]?[从由](?:\d{4}年|去年|前年|上年|年初)?[年底末初]{0,2}的?$")
_PEOPLE_VERBS = re.compile(r"(?:脱贫|减贫|返贫|就业|参保|转移就业)(?:约|近|超|超过|逾|了)?$")
_MONEY_BEFORE = re.compile(
    r"(?:收入|存款|投资|资金|产值|贷款|销售额?|利润|营收|工资|奖金|补助|补贴)[^，。；、\d]{0,4}$"
)
"""Of 年收入10万以上的家庭 the noun behind is whose money it is, not what is counted."""
_YEAR_LIKE = range(1900, 2101)


def implied_unit(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with the unit that a noun of people or households implies, or as it was."""
    if candidate.unit is not None or candidate.parts is not None or candidate.base is not None:
        return candidate
    name = _behind(text, candidate) or _before(text, candidate)
    if name is None:
        return candidate
    return candidate._replace(written_unit=name, unit=unit_named(name), rule=f"quantities/implied_{name}")


_CARRIED = re.compile(
    r"[^。；;！？!?\n]{0,24}(?:(?:数字|人数|规模|总数)[就则已]?(?:是|为|达到?)|减少?到|降到|降至|下降到|减至|增至|增加到|上升到|扩大到"
    r"|剩下?|剩余|其中|当中|中，?有|少了|多了|减少了?|增加了?|[~-])(?:(?:\d{4}年|去年|目前|现在|如今|眼下)[底末]?的)?(?:仅|只|约|近|超过)?"
)


def carried_units(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Give a number that goes on counting what the one before it counted the same unit.

    贫困人口由2.5亿减少到1.25亿; 780万人口中有640多万在农村.
    """
    if all(c.unit is not None for c in candidates):
        return candidates
    carried: list[Candidate] = []
    for c in candidates:
        last = next((d for d in reversed(carried[-3:]) if d.dimension not in ("time", "calendar")), None)
        if _is_bare(c) and last and last.base_unit in ("人", "户") and _CARRIED.fullmatch(text, last.end, c.start):
            c = c._replace(written_unit=last.base_unit, unit=unit_named(last.base_unit), rule="quantities/carried")
        carried.append(c)
    return _led_by_second(text, carried)


def _is_bare(c: Candidate) -> bool:
    """Tell whether a number without a unit is too large to be anything but a count."""
    if c.unit is not None or c.parts is not None or c.base is not None:
        return False
    return c.numeral.magnitude[-1:] in ("万", "亿") or c.numeral.value >= _MANY


_MANY = 10_000
_COMES_TO = re.compile(
    r"(?:户|人|多|左右)?(?:已|又)?(?:下降|减少|缩减|压减|增加|增长|提高|扩大|上升|回落|降|减|增|升|涨)(?:至|到)[^，。；;\d]{0,8}"
)


def _led_by_second(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Give the first number of a pair the unit that only the second has: 从81万降至目前的12.5万人."""
    for k, (c, following) in enumerate(pairwise(candidates)):
        if (
            _is_bare(c)
            and following.base_unit in ("人", "户", "元")
            and _COMES_TO.fullmatch(text, c.end, following.start)
        ):
            unit = unit_named(following.base_unit)
            candidates[k] = c._replace(written_unit=following.base_unit, unit=unit, rule="quantities/carried")
    return candidates


_CURRENCIES = {
    "$": "美元", "US$": "美元", "HK$": "港元", "NT$": "新台币", "MOP$": "澳门元", "A$": "澳元", "C$": "加元", "S$": "新加坡元",
    "€": "欧元", "£": "英镑", "¥": "元", "RMB": "元", "CNY": "元", "RMB¥": "元", "HKD": "港元", "USD": "美元", "EUR": "欧元",
    "港币": "港元", "新台币": "新台币", "台币": "新台币", "澳门币": "澳门元", "美金": "美元", "日币": "日元",
}  # fmt: skip
"""The currencies by the signs, codes (ISO 4217) and names that stand in front of their numbers."""

_CURRENCY = re.compile(rf"(?<![A-Za-z$])(?:{'|'.join(map(re.escape, sorted(_CURRENCIES, key=len, reverse=True)))}) ?$")


_CURRENCY_ENDS = frozenset(name[-1] for name in _CURRENCIES) | {" ", "\n"}


def signed_currency(text: str, c: Candidate) -> Candidate:
    """Return the candidate with the currency that stands in front of it: $1.2亿, HK$50万, RMB3亿元."""
    if c.parts is not None or c.base is not None or not (c.unit is None or c.base_unit == "元"):
        return c
    if text[c.start - 1 : c.start] not in _CURRENCY_ENDS:
        return c
    sign = _CURRENCY.search(text, max(0, c.start - 5), c.start)
    if sign is None:
        return c
    name = _CURRENCIES[sign[0].rstrip()]
    if c.unit is not None and name != "元":
        return c  # 新台币3亿元: the unit is what is written
    return c._replace(start=sign.start(), written_unit=name, unit=unit_named(name), rule="quantities/currency_sign")


def _behind(text: str, c: Candidate) -> str | None:
    """Return the base unit that the noun behind a bare number gives it: 57200[农村贫困人口]; None where it counts nothing so."""
    if _MONEY_BEFORE.search(text, max(0, c.start - 10), c.start):
        return None
    if c.numeral.magnitude and c.numeral.magnitude[-1] in "万亿":
        return nouns().counted_behind(text, c.end)
    value = c.numeral.value
    if c.cmp == ">" and not c.chinese and c.end > c.start + 2:
        return nouns().counted_behind(text, c.end, reach=8)
    if c.chinese or c.numeral.magnitude or value != int(value):
        return None
    if c.cmp == "=" and int(value) in _YEAR_LIKE:
        return None
    if value > _YEAR_LIKE.stop:
        return nouns().counted_behind(text, c.end, reach=8)  # 57200农村贫困人口
    kind = nouns().kinds.at(text, c.end)
    if kind is None or kind[1] not in ("people", "households") or len(kind[0]) < 2:
        return None
    return "人" if kind[1] == "people" else "户"


def _before(text: str, c: Candidate) -> str | None:
    """总人口234万, 农户达2.3万; without a magnitude only where the number ends the phrase (学员1200，)."""
    if c.chinese and not c.numeral.magnitude:
        return None
    if c.numeral.magnitude[-1:] not in ("万", "亿") and not _FROM.search(text, max(0, c.start - 12), c.start):
        year_like = c.numeral.value != int(c.numeral.value) or int(c.numeral.value) in _YEAR_LIKE
        if c.numeral.magnitude or year_like or c.numeral.value < 10 or not _ENDED.match(text, c.end):
            return None
        return nouns().counted_before(text, c.start)
    start = _FROM.search(text, max(0, c.start - 12), c.start)
    if start and (name := nouns().counted_before(text, start.start())):
        return name  # 贫困人口已从2015年底的59万
    before = text[max(0, c.start - 12) : c.start]
    if _VISITS.search(before):
        return "人次"
    if _PEOPLE_VERBS.search(before):
        return "人"
    if text.startswith("的", c.end):
        return None  # 农户大概是一至两万的年收入
    for filler in (_VERBS, _TOTALS):
        if (match := filler.search(before)) and (name := nouns().counted_before(text, c.start - len(match[0]))):
            return name
    return None
