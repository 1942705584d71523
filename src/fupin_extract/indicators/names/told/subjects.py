"""What a clause speaks of, where another one leaves it out: its subject, its object, who did its deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....patterns import compile_han
from ...phrases.before import AFTER, is_each, is_stop, phrase_ending
from ...phrases.deeds import with_payers
from ...phrases.predicates import STEADILY
from ...rows import COMMAS, clause_begin
from ...spelling import spell
from ...vocabulary import EXTREMES, JOINTS, MADE_KNOWN, RATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...phrases.before import Phrase
    from ...rows import Token
    from ..position import Position


def nouns_before(p: Position) -> tuple[int, int]:
    """Return where the nouns stand that end the clause before the number's: 搬进[新房]，每套90平方米; (0, 0) where none do."""
    if not (end := p.comma):
        return 0, 0
    first = end
    while first and p.row[first - 1].nominal:
        first -= 1
    return first, end


def of_those_before(p: Position) -> bool:
    """Tell whether the clause before says whom the number counts: 像她这样搬进新居[的]，已有2763户."""
    begin = p.at - len(p.stretch.tokens)
    return begin > 1 and p.row[begin - 1].text == "，" and p.row[begin - 2].text == "的"


def subject_between(p: Position) -> str:
    """Return what the clauses since the last number speak of: 互助协会实现全覆盖，资金总量达820万元."""
    row = p.row
    for begin, end in _clauses_back(row, p.at if p.source is None else p.source):
        if row[end - 1].kind == "quantity" or (begin and row[begin - 1].kind == "quantity"):
            return ""
        if row[begin].text == "受" and row[end - 1].text == "影响":
            continue  # 牧业增加值，[受饲料价格上涨影响]，仅增2.4%
        if (made := next((j for j in range(begin, end) if row[j].text in MADE_KNOWN), None)) is not None:
            return _of_the_data(row, made + 1, end)
        if row[end - 1].text in _SAYING and begin:
            continue  # 津贴每年调整，[农委会宣布]，由7000元调高为8000元
        if name := _subject_of(row, begin, end):
            return name
    return ""


def _clauses_back(row: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Yield where each clause in front of the number's own begins and ends, the nearest first, as far as commas part them."""
    while at and not is_stop(row[at - 1]):
        at -= 1
    while at > 1 and row[at - 1].text in COMMAS:
        end = at = at - 1
        while at and not is_stop(row[at - 1]):
            at -= 1
        yield at, end


def _subject_of(row: Sequence[Token], begin: int, end: int) -> str:
    """Return what a clause at ``[begin, end)`` says something of, "" where it opens with none: 坚决扛起责任 has no subject."""
    first = begin
    while first < end and (row[first].kind in ("region", "period") or row[first].role == "drop"):
        first += 1
    k = _over_helping(row, _over_nouns(row, first, end), end)
    if k - first == 1 and row[first].text in RATES:
        return ""  # 民间投资企稳，[增速]由负转正，占整体投资的42%
    how = k - first > 1 and row[k - 1].text in STEADILY  # 软件产品收入[稳定]增长
    name = spell(row[first : k - how])
    if k == first and row[k].tag == "v" and (of := _of_it(row, k, end)):
        return of  # 反映制造业情况的[采购经理人指数]连续回升，6月为50.2%
    if k < end and row[k].text in ("与", "和") and all(t.nominal for t in row[k + 1 : end]) and not _generic(name):
        return f"{name}和{spell(row[k + 1 : end])}"  # 小麦单产与玉米单产，同比提高2%
    while first < k < end - 1 and row[k].text in JOINTS and row[k + 1].nominal:
        k = _over_nouns(row, k + 1, end, all_of_them=True)
        name = spell(row[first:k])  # [计算机和信息服务进出口]较快，同比增长10%
    if first < k < end - 1 and row[k].kind == "period" and row[k - 1].nominal:
        k += 1  # 车间[2019年]建成，面积600平方米
    if _describes(row, first, k, end):
        return spell(row[first:end])
    named = len(name) > 1 and not _generic(name) and any(t.tag in ("n", "vn", "j", "l") for t in row[first:k])
    return name if named and k < end and _begins_predicate(row[k]) else ""


def _over_nouns(row: Sequence[Token], k: int, end: int, *, all_of_them: bool = False) -> int:
    """Return where the nouns end that begin at ``k``; 受 is one only among ``all_of_them``."""
    while k < end and row[k].nominal and row[k].text not in _HALF and (all_of_them or row[k].text != "受"):
        k += 1
    return k


def _describes(row: Sequence[Token], first: int, k: int, end: int) -> bool:
    """Tell whether the clause is one noun with what describes it: 国家重点[扶持的贫困县]，甘肃有四十三个; [2019年]动工的通村路."""
    verb = row[k].tag == "v"
    joint = k
    while joint < end and row[joint].tag in ("v", "vn"):
        joint += 1  # [返乡回流]的贫困劳动力，约占外出务工总数的3.1%
    if joint + 1 >= end or row[joint].text != "的":
        return False
    dated = 0 < first < k and row[first - 1].kind == "period"
    return (verb or dated) and all(t.nominal or t.kind == "region" for t in row[joint + 1 : end])


def _begins_predicate(token: Token) -> bool:
    """Tell whether what a clause says of its subject begins with a token."""
    if token.kind != "word" or token.text in ("看", "来看"):
        return False
    return token.tag in ("v", "d", "a") or token.text in ("受", "向", *_HALF)


_HALF = frozenset({"过半", "过大半", "近半"})
"""Shares that a clause says of its subject: 民生项目投资[过半]，达4000亿元."""


_SAYING = frozenset("宣布 表示 指出 介绍 说 说明 透露 强调 认为 指 称 坦言 解释".split())
_DATA = frozenset("数据 数字 情况 统计 结果 报告 快报 公报 统计数据 统计数字 统计公报".split())


def _of_the_data(row: Sequence[Token], first: int, end: int) -> str:
    """Return what those data are of that a body made known, not the body: 国家统计局公布4月份[CPI]数据，同比上涨2.1%."""
    while end > first and row[end - 1].text in _DATA:
        end -= 1
    said = [t for t in row[first:end] if t.kind == "word" and t.role != "drop" and t.text not in ("的", "最新")]
    return spell(said) if said and all(t.nominal or t.tag == "x" for t in said) else ""


def _over_helping(row: Sequence[Token], k: int, end: int) -> int:
    """Return where a subject ends that has a verb inside: [产业扶持基金]实现全覆盖."""
    if k and k + 2 < end and row[k].tag == "v" and row[k - 1].nominal and row[k + 1].text in _FUNDS:
        return _over_nouns(row, k + 2, end)  # 民生[改善项目]投资过半
    return k


_FUNDS = frozenset("基金 资金 政策 工程 项目 行动 补贴 计划 贷款 保险".split())


def _of_it(row: Sequence[Token], k: int, end: int) -> str:
    """Return the noun that a clause's opening words describe, with a verb behind it; "" where there is none."""
    of = next((j for j in range(k + 1, min(end, k + _DESCRIBING)) if row[j].text == "的"), None)
    last = of + 1 if of is not None else end
    while of is not None and last < end and row[last].nominal:
        last += 1
    said = of is not None and of + 1 < last < end and (row[last].tag in ("v", "d", "a") or row[last].role)
    name = spell(row[of + 1 : last]) if of is not None and said else ""
    return name if name.endswith(("指数", "率", "量", "额", "收入", "价格", "产值", "增加值", "规模", "比重")) else ""


_DESCRIBING = 8
_GIVEN = frozenset({"投入", "支持", "供给"})
"""Verbs that end a noun phrase behind another verb: 加大教育[投入]."""


def object_before(p: Position) -> str:
    """Return what the clause before ends in: 严格控制建设用地总规模，到2020年减到2860平方公里."""
    row, at = p.row, p.source if p.source is not None else p.at
    while at and not is_stop(row[at - 1]):
        at -= 1
    if not at or row[at - 1].text not in COMMAS:
        return ""
    end = first = at - 1
    if row[clause_begin(row, end)].text in ("按", "按照", "依照", "根据"):
        return ""  # 按1274元的老标准，为6.37万人
    if first > 1 and row[first - 1].text in _GIVEN and row[first - 2].nominal:
        first -= 1
    while first and row[first - 1].nominal:
        first -= 1
    name = spell(row[first:end])
    said = len(name) > 3 or (len(name) > 1 and first > 0 and row[first - 1].text == "的")
    return name if said and not _generic(name) else ""


def most_before(p: Position) -> str:
    """Return the measure of which the place has most that the clause before tells of: 是全省[贫困人口]最多的县，2012年有9万人."""
    end = p.comma
    if end <= _MOST_OF or p.row[end - 2].text != "的" or p.row[end - 3].text not in EXTREMES:
        return ""
    measure = phrase_ending(p.row[clause_begin(p.row, end) : end - 3]).name
    return measure if measure.endswith(_MEASURES_OF.get(p.quantity.dimension or "", ())) else ""


_MOST_OF = 3
_MEASURES_OF = {
    "people": ("人口", "人数"),
    "households": ("户", "户数"),
    "area": ("面积",),
    "mass": ("产量", "总产"),
    "money": ("收入", "产值", "投资"),
    "percentage": ("率", "比重", "占比"),
}


def _generic(name: str) -> bool:
    return name in ("后续", "工作", "同时", "问题", "基础", "情况", "群众", "干部") or name.endswith(
        ("方面", "时候", "日子", "之间", "问题")
    )


def subject(core: list[Token], phrase: Phrase) -> list[Token]:
    """Return who did the deed that a number follows: 市县财政列支21.3亿元."""
    at = core.index(phrase.tokens[0])
    while at:
        if is_each(core[:at]) and any(t.nominal for t in core[max(0, at - 4) : at - 2]):
            at -= 2  # 建制村公路平均[每公里]投入
        elif core[at - 1].role == "drop" or core[at - 1].tag == "d" or core[at - 1].text in _TIMED:
            at -= 1
        elif core[at - 1].kind == "period" and at > 1 and core[at - 2].nominal:
            at -= 1  # 小额信贷[前三季度]新增发放
        else:
            break
    if at and core[at - 1].text in ("计划", "规划"):
        at -= 1
    first = at
    while first and core[first - 1].nominal:
        first -= 1
    if (first and core[first - 1].tag == "p") or (at and core[at - 1].text in AFTER):
        return []  # 建成[后]每年供水1.2亿立方米
    return list(core[with_payers(core, first) : at])


_TIMED = frozenset({"将", "拟", "每年", "每月", "逐年"})
"""Words between who does it and the deed: 市财政[每年]拿出1000万元."""


def set_beside(row: Sequence[Token], at: int) -> int | None:
    """Return where the comparison begins that gives the other one's value: 高1.2个百分点 behind [比全省的]9.3%; else None."""
    if at < _LEAST_BESIDE or row[at - 1].text != "的":
        return None
    k = at - 2
    while k and at - k < _FAR_BESIDE and (row[k].kind == "region" or row[k].nominal):
        k -= 1
    return k if row[k].text in ("比", "较") and k < at - 2 else None


_LEAST_BESIDE, _FAR_BESIDE = 3, 7


def tells_of_one(p: Position) -> bool:
    """Tell whether the clause begins with one of those whose amounts were just told: 户均分红5000元，[最多的一户]拿了8万元."""
    if p.last is None or p.last_at < 0 or p.last.dimension != "money" or p.quantity.dimension not in ("money", None):
        return False
    return _ONE_OF_THEM.match("".join(t.text for t in p.stretch.tokens)) is not None


_ONE_OF_THEM = compile_han("(?:分[得到]|[拿挣赚收]得?|入股|种得)?最(?:多|少|高|低)的[一-鿿]{0,8}")
