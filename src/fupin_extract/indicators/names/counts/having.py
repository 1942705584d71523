"""Counts of those of whom something is told that a bound of its own limits: 还有22个县财政收入不足2亿元."""

from __future__ import annotations

from ....quantities.bounds import PICKING
from ....regions.levels import ENDINGS
from ...phrases.before import is_stop
from ...rows import nouns_end, text_at
from ...spelling import NOUN_UNITS, spell
from ...vocabulary import MEMBERS, SHARES
from ..position import Position, Reading, only_of


@only_of(dimensions=MEMBERS, units=SHARES)
def having(p: Position) -> Reading | None:
    """Return what is true of so many: 还有22个县财政收入不足2亿元; 企业120家，其中20家年营收超1亿元.

    Also with 的: 个案60宗，其中21宗[的轮候时间超过1年].
    """
    if p.quantity.base_unit in SHARES:
        return _share_having(p)
    if (limited := _bounded_by_the_rate_told(p)) is not None:
        return limited
    first = p.at + 1 + (text_at(p.row, p.at + 1) in NOUN_UNITS and text_at(p.row, p.at + 2) == "的")
    own = p.row[first - 1].text if first > p.at + 1 else ""
    first += text_at(p.row, first) == "的"
    bounded = _bounded_next(p)
    if not p.behind.subject and not (bounded and _measured_by(p, first)):
        return None
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    unit = p.quantity.base_unit
    own = own or (text_at(p.row, first) if text_at(p.row, first) in NOUN_UNITS else "")
    parts = p.last_at >= 0 and p.row[p.last_at].unit == unit and unit not in _SORTS
    if parts and bounded and any(t.text in _OF_THEM for t in p.stretch.tokens):
        told = p.last.tokens if p.last else ()
        kind = told[-1].text if told and told[-1].tag == "n" else unit if unit in NOUN_UNITS else ""
    elif (own or unit in NOUN_UNITS or unit == "户") and (has or bounded):
        kind = own or unit  # 有7户收入超过2万元
    elif unit == "人" and has and bounded:
        kind = ""
    else:
        return None
    end = first
    while end < len(p.row) and not (p.row[end].kind == "mark" and is_stop(p.row[end])):
        end += 1
    said = "".join(t.text for t in p.row[first:end]).removeprefix(own or (unit if unit in NOUN_UNITS else ""))
    name = said + kind
    used = p.at + 1 if has and p.behind.subject and unit != "人" else end
    return p.reading(name, p.row[first:end], used=used)


def _share_having(p: Position) -> Reading | None:
    """Return those of whom a share has so much of something: [6成的央企]投入增幅超过10%."""
    row, first = p.row, p.at + 2
    if text_at(row, p.at + 1) != "的" or not _bounded_next(p):
        return None
    bound = first
    while bound < len(row) and row[bound].kind == "word" and row[bound].text not in _BOUNDS:
        bound += 1
    k = bound - 1 - (bound - first > _RATE_OF and row[bound - 1].role == "rate")  # [效益]增幅
    told = row[first:bound]
    if k <= first or not all(t.nominal or t.text == "投入" for t in told) or not told[-1].text.endswith(_MEASURES):
        return None
    end = next((j for j in range(k, len(row)) if row[j].kind == "mark" and is_stop(row[j])), len(row))
    name = "".join(t.text for t in row[k:end]) + spell(row[first:k])
    return p.reading(name, row[first:k], rule=_RULE, used=end)


_RATE_OF = 2
"""The least words of a thing and the rate of something of it: 央企效益增幅."""


def _measured_by(p: Position, first: int) -> bool:
    """Tell whether a measure and its bound stand right behind: 21宗[轮候时间超过]12个月."""
    acts = first + 1 < len(p.row) and p.row[first].tag == "v" and p.row[first + 1].nominal  # 处理时间
    k = nouns_end(p.row, first + acts)
    bound = k + 1 < len(p.row) and (p.row[k].role == "beyond" or p.row[k].text in _BOUNDS) and p.row[k + 1].quantity
    return k > first and bool(bound) and p.row[k - 1].text.endswith(_MEASURES)


_OF_THEM = frozenset({"其中", "当中"})
_BOUNDS = frozenset("破 突破 逾 超 超过 不足 不到 低于 高于".split())
_MEASURES = (
    "率", "时间", "额", "收入", "月入", "入息", "面积", "比例", "值", "人数", "产量", "成本", "租金", "费", "量", "资产", "价格",
    "存款", "存栏", "收益", "工资", "年龄", "增幅", "增速", "投入", "投资",
)  # fmt: skip


def _bounded_by_the_rate_told(p: Position) -> Reading | None:
    """Return those whose part of the rate told before a bound limits: 支出进度89%，[24个省份超过90%]."""
    k, last = p.behind.used, p.last
    if last is None or last.kind != "level" or p.last_at < 0 or len(p.behind.tokens) != 1 or k + 1 >= len(p.row):
        return None
    kind = p.behind.tokens[0].text
    rate = last.topic if last.rule != _RULE else last.against
    bound = p.row[k + 1]
    ends = k + 2 == len(p.row) or p.row[k + 2].kind == "mark"
    if not kind.endswith(ENDINGS) or p.row[k].text not in PICKING or bound.unit != "%" or not ends:
        return None
    if not rate.endswith(("率", "进度", "比例", "占比", "比重")):
        return None
    name = f"{rate}{p.row[k].text}{bound.text}{kind}"
    return p.reading(name, p.behind.tokens, rule=_RULE, used=k + 2, against=rate)


_RULE = "having"
_SORTS = frozenset({"类", "种", "项", "档"})


def _bounded_next(p: Position) -> bool:
    """Tell whether the next number bounds what those counted have: 11个省份开工率[超过95%]."""
    following = next((t.quantity for t in p.row[p.at + 1 :] if t.quantity), None)
    return following is not None and following.cmp != "="
