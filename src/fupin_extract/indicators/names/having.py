"""Counts of those of whom something is told that a bound of its own limits: 还有22个县财政收入不足2亿元."""

from __future__ import annotations

from ..phrases import is_stop
from ..spelling import NOUN_UNITS
from .place import Place, Reading, only_of


@only_of(dimensions=("count",))
def having(p: Place) -> Reading | None:
    """Return what is true of so many: 还有22个县财政收入不足2亿元; 企业120家，其中20家年营收超1亿元."""
    if not p.behind.subject:
        return None
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    unit = p.quantity.base_unit
    if unit not in NOUN_UNITS and p.at + 1 < len(p.row):
        unit = p.row[p.at + 1].text
    parts = p.last_at >= 0 and p.row[p.last_at].unit == p.quantity.base_unit and p.quantity.base_unit not in _SORTS
    if parts and any(t.text == "其中" for t in p.stretch.tokens) and _bounded_next(p):
        told = p.last.tokens if p.last else ()
        unit, kind = "", told[-1].text if told else ""
    elif unit in NOUN_UNITS and (has or _bounded_next(p)):
        kind = unit
    else:
        return None
    end = p.at + 1
    while end < len(p.row) and not (p.row[end].kind == "mark" and is_stop(p.row[end])):
        end += 1
    said = "".join(t.text for t in p.row[p.at + 1 : end]).removeprefix(unit)
    name = said + kind
    used = p.at + 1 if has else end
    return Reading(name, tuple(p.row[p.at + 1 : end]), "indicators/having", used=used, topic=name)


_SORTS = frozenset({"类", "种", "项", "档"})


def _bounded_next(p: Place) -> bool:
    """Tell whether the next number bounds what those counted have: 11个省份开工率[超过95%]."""
    following = next((t.quantity for t in p.row[p.at + 1 :] if t.quantity), None)
    return following is not None and following.cmp != "="
