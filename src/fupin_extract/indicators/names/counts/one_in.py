"""How many of so many something is true of: 每五名儿童就有一名生活在贫困家庭."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import is_stop, phrase_ending
from ...phrases.behind import phrase_behind
from ...rows import clause_begin
from ...spelling import spell
from ...vocabulary import MEMBERS
from ..position import Position, Reading, only_of

if TYPE_CHECKING:
    from ...rows import Row

_HAS = ("有",)
_INSIDE = ("里", "里头", "里面", "当中", "中")
_FEW = 10
_IS = frozenset({"是", "属", "属于", "为"})
_FOLK = ("人", "者", "户", "家庭", "人士", "儿童", "村", "学生", "人口")
_LONGEST = 14


def of_so_many(row: Row, at: int) -> int | None:
    """Return the index of the number of which the one at ``at`` counts some: 每[五名]儿童就有一名; None where there is none."""
    quantity, k = row[at].quantity, at - 1
    while k > 0 and row[k].kind == "word" and row[k].role == "drop":
        k -= 1
    if quantity is None or k < 1 or not row[k].text.endswith(_HAS):
        return None
    begin = clause_begin(row, at)
    first = next((j for j in range(k - 1, begin - 1, -1) if row[j].quantity), None)
    if first is None or row[first].unit != quantity.base_unit:
        return None
    inside = "".join([t.text for t in row[first + 1 : k]]).endswith(_INSIDE) and row[first].quantity is not None
    few = inside and (row[first].quantity or quantity).value <= _FEW  # 三户[里头]有一户还不稳固
    return first if few or (first and row[first - 1].text in ("每", "平均每")) else None


@only_of(dimensions=MEMBERS)
def one_in(p: Position) -> Reading | None:
    """Return what is true of so many of so many: 每五名儿童就有一名[生活在贫困家庭], 长者每10人就有3人[属贫穷]."""
    many = of_so_many(p.row, p.at)
    each = many and p.row[many - 1].text in ("每", "平均每")
    if many is None or (p.behind.tokens and not each):
        return None  # 9个贫困县中有3个[县]摘帽 names them itself
    end = p.at + 1
    while end < len(p.row) and not is_stop(p.row[end]):
        end += 1
    while end < len(p.row) and p.row[end].quantity and p.row[end - 1].role == "beyond":
        end += 1  # 每10位就有7位[超过60岁]
    said = list(p.row[p.at + 1 : end])
    while said and said[0].text in (*_IS, "还", "仍", "已", "都", "就"):
        said = said[1:]
    told = "".join(t.text for t in said if t.kind != "mark")
    if not told or len(told) > _LONGEST:
        return None
    whose = spell(phrase_behind(p.row, many).tokens) or phrase_ending(p.row[clause_begin(p.row, many) : many - 1]).name
    whose = "" if whose in _INSIDE else whose
    whose = whose or ("户" if p.quantity.base_unit == "户" else "")
    name = told if told.endswith(_FOLK) and said[0].tag not in ("v", "vn") else told + whose
    return p.reading(name, said, used=end)
