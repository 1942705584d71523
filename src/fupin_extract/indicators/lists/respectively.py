"""Lists of values that belong to lists of names, places or times: A、B分别达到x、y."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..phrases.before import is_stop
from ..rows import COMMAS
from ..spelling import spell
from ..vocabulary import BOUNDING, JOINTS, PLACES, RATES, SETTLED
from .chains import clause_up_to
from .deeds import deed_told, done_in, flow_in
from .items import HEADS, halves, names_listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ...records import Indicator, Period, Region
    from ..rows import Token

_JOINTS = frozenset({"、", "和", "与", "及", "以及", "，", ","})


class Partner(NamedTuple):
    """What one value of a list is paired with: a name, a place or a time, or what the value at ``of`` measures.

    ``one`` is the one of ``all`` wholes or others that this value alone is told against: 分别高于[全国]、[全省]1.2个和0.8个百分点.
    ``deed`` is what that did by the number: 贡献率依次为A和B，分别[拉动收入增长]x和y; ``moves`` that the number is by how
    much that moved: A为x、B为y，[增幅]分别为….
    """

    name: str = ""
    region: Region | None = None
    period: Period | None = None
    of: int | None = None
    deed: str = ""
    moves: bool = False
    one: str = ""
    all: tuple[str, ...] = ()


def respectively(
    row: Sequence[Token], runs: list[list[int]], firsts: Collection[int] = ()
) -> tuple[dict[int, Partner], set[int]]:
    """Return, by the index of each value, what 分别 pairs it with, and the indices of all values behind a 分别.

    Nothing is paired where the counts differ. Where no name stands before 分别 (A为x、B为y，同比分别增长…) the values
    refer to the values before them; so do as many changes that follow (A、B分别达到x、y，增长9%、13%). ``runs`` are the row's,
    ``firsts`` stand where the first values of its from–to pairs do.
    """
    partners: dict[int, Partner] = {}
    listed: set[int] = set()
    group: list[int] = []
    if sum(map(len, runs)) < _LEAST:
        return partners, listed
    for at, token in enumerate(row):
        if token.kind == "word" and token.text.startswith(("分别", "依次")):
            values = _values(row, at)
            if len(values) > 1:
                listed.update(values)
                partners.update(zip(values, _pairs_told(row, at, values, firsts), strict=False))
                group = values
        elif group and token.role in ("up", "down") and at > group[-1]:
            partners.update(_changes_of(row, at, group))
    for values in runs:
        if len(values) > 1 and not listed.intersection(values) and (pairs := _side_by_side(row, values)):
            partners.update(zip(values, pairs, strict=True))
    return partners, listed


def _pairs_told(row: Sequence[Token], at: int, values: list[int], firsts: Collection[int]) -> list[Partner]:
    """Return what each of the values behind the 分别 at ``at`` is paired with, none where nothing is."""
    count, between = len(values), row[at + 1 : values[0]]
    plain = all(t.role in ("link", "drop") for t in between)
    moved = plain and row[values[0]].unit == "%" and any(t.text in RATES for t in row[max(0, at - 2) : at])
    told = [k for k in range(at) if row[k].kind == "quantity" and k not in firsts]
    told = _that_grow(row, told) if row[values[0]].unit == "%" and not moved else told
    pairs = (moved and _values_before(row, at, count, told, moved=True)) or _partners(row, at, count)
    pairs = pairs or _values_before(row, at, count, told) or _names_before(row, at, count)
    pairs = _with_deed(pairs, between, row[at].text[len("分别") :])
    pairs = [_of_growth(row, pair) for pair in pairs]
    if not pairs and (measure := _measure_of_those(row, at)) and _is_list(row, told[-count:], at):
        pairs = [Partner(of=k, deed=measure) for k in told[-count:]]
    if not any(pair.region or pair.period or pair.name for pair in pairs):
        pairs = _told_against(between, count) or pairs
    return pairs


def _changes_of(row: Sequence[Token], at: int, group: list[int]) -> dict[int, Partner]:
    """Return as many changes, by their index, as those of the values in a group: A、B分别达到x、y，[增长]9%、13%.

    None in A、B分别稳定在x、y，[农村居民收入]增长9%: that change has a name of its own.
    """
    values = _values(row, at)
    changes = len(values) == len(group) and all(row[k].unit in CHANGES for k in values)
    if not changes or any(t.nominal for t in clause_up_to(row, at)):
        return {}
    return {k: Partner(of=of) for k, of in zip(values, group, strict=True)}


def across(row: Sequence[Token], values: list[int], told: Sequence[Indicator]) -> dict[int, Partner]:
    """Return, by index, what as many changes refer to that the clauses before tell of: 禽蛋5吨；牛奶8吨，分别增长3%和11%."""
    if any(t.nominal for t in clause_up_to(row, values[0])) or any(row[k].unit not in CHANGES for k in values):
        return {}
    points = row[values[0]].unit == "百分点"
    levels = [i for i in told if i.kind == "level" and (points or i.quantity.base_unit != "%")]
    if len(levels) < len(values) or row[values[0] - 1].role not in ("up", "down"):
        return {}
    pairs = zip(values, levels[-len(values) :], strict=True)
    return {k: Partner(name=i.name, region=i.region, period=i.period) for k, i in pairs}


def _side_by_side(row: Sequence[Token], values: list[int]) -> list[Partner]:
    """Return the measures that a list of as many values follows without 分别: 可支配收入、纯收入13420元和3785元."""
    at = values[0]
    while at and row[at - 1].role in ("link", "beyond", "drop"):
        at -= 1
    moved = at > 1 and row[at - 1].role in ("up", "down") and all(row[k].unit in CHANGES for k in values)
    while moved and at and (row[at - 1].role in ("up", "down", "versus", "drop") or row[at - 1].kind == "period"):
        at -= 1
    if (
        not at
        or not (_is_measure(row[at - 1]) or (moved and row[at - 1].nominal))
        or any(t.text in ("均", "都", "共", "合计") for t in row[at : values[0]])
        or any(row[k].unit != row[values[0]].unit for k in values)
    ):
        return []
    pairs = _partners(row, at, len(values))
    first = max((k for k in range(at) if is_stop(row[k])), default=-1) + 1
    heads = [t for k, t in enumerate(row[first:at], first) if k + 1 == at or row[k + 1].text in JOINTS]
    alike = moved or (len(heads) == len(values) and all(_is_measure(t) or t.text in SETTLED for t in heads))
    return pairs if alike and all(pair.name for pair in pairs) else []


def _is_measure(token: Token) -> bool:
    return token.kind == "word" and (token.role in ("size", "rate") or token.text.endswith(HEADS))


def _with_deed(pairs: list[Partner], between: Sequence[Token], link: str) -> list[Partner]:
    """Return names with what each did by its number: 中央财政、省级财政分别[承担保费补贴]的45%和25%."""
    if told := deed_told(between, link):
        return [pair._replace(name=pair.name and pair.name + told, deed=told) for pair in pairs]
    done = flow_in(between) or done_in(between)
    return [pair._replace(name=pair.name and pair.name + done) for pair in pairs]


def _measure_of_those(row: Sequence[Token], at: int) -> str:
    """Return the measure that is all of the clause of 分别: 支持企业146家、合作社827个，[贷款余额]分别为…; "" where it is more."""
    told = [t for t in clause_up_to(row, at) if t.role != "drop"]
    return spell(told) if told and all(t.nominal for t in told) and _is_measure(told[-1]) else ""


def _is_list(row: Sequence[Token], values: Sequence[int], at: int) -> bool:
    """Tell whether the values are counts that only 、 and their names part, right before the clause of 分别."""
    if len(values) < _LEAST or any(row[k].unit in CHANGES or row[k].unit == "元" for k in values):
        return False
    behind = [t for t in row[values[0] + 1 : at] if t.kind == "mark"]
    return [t.text for t in behind] == ["、"] * (len(values) - 1) + ["，"]


def _told_against(between: Sequence[Token], count: int) -> list[Partner]:
    """Return the wholes or others that each of the values is told against: 分别占[农户]和[农业人口]的7%和8%."""
    k = next((k for k, t in enumerate(between) if t.role in ("share", "beyond", "versus")), None)
    if k is None:
        return []
    told = [t for t in between[k + 1 :] if t.role not in ("more", "less") and t.text != "的"]
    items: list[list[Token]] = [[]]
    for token in told:
        if token.text in ("、", "和", "与", "及"):
            items.append([])
        elif token.kind == "region" or token.nominal:
            items[-1].append(token)
        else:
            return []
    if len(items) != count or not all(items):
        return []
    whole = ("".join(t.text for t in told), spell(told), "".join(t.text for item in items for t in item))
    return [Partner(one="".join(t.text for t in item), all=whole) for item in items]


def _of_growth(row: Sequence[Token], pair: Partner) -> Partner:
    """Return what a growth told of before differs by as that of its rate: 增长8%，实际增长7%，[增速]分别高于全省2.1个…."""
    grew = pair.of is not None and pair.deed[1:2] == "于" and _is_growth(row, pair.of)
    return pair._replace(deed="增速" + pair.deed) if grew else pair


_LEAST = 2
"""Fewer values are no list."""
CHANGES = frozenset({"%", "倍", "百分点", "千分点"})
"""Units of what something rose or fell by."""


def _that_grow(row: Sequence[Token], told: list[int]) -> list[int]:
    """Return the values told of that rates of growth may be of: in 总产值241亿元，占77%，税金5亿元，分别增长… no share."""
    kept, shared = [], False
    for k in told:
        shared = any(t.role == "share" for t in clause_up_to(row, k)) or (shared and row[k - 1].text in _JOINTS)
        if row[k].unit != "%" or not shared:
            kept.append(k)
    return kept


def _values_before(
    row: Sequence[Token], at: int, count: int, told: Sequence[int], *, moved: bool = False
) -> list[Partner]:
    """Return the last of the quantities told of before, where the clause of 分别 names nothing itself."""
    first = at
    while first and not is_stop(row[first - 1]):
        first -= 1
    may = RATES if moved else _PER_TIME
    if any(t.nominal and t.text not in (*may, *_SUMMED) for t in row[first:at]):
        return []  # 死亡86人，受伤341人，[四项指标]同比分别下降
    before = [k for k in told if k < first]
    if len({_is_growth(row, k) for k in before[-count:]}) > 1:
        before = [k for k in before if not _is_growth(row, k)]  # 工资性收入7200元，增长8%，经营收入…，分别占…
        if len(before) < count:
            return []
    parts = len(before) > count and any(t.text == "其中" for t in row[before[-count - 1] : before[-count]])
    others = len(before) > count and row[before[-count - 1]].unit != row[before[-1]].unit
    alike = parts or others or len(before) == count
    return [Partner(of=k, moves=moved) for k in before[-count:]] if alike else []


_SUMMED = frozenset("数字 数据 两 三 四 五 两项 三项 四项 五项 项 指标 各项 上述 以上".split())
_PER_TIME = frozenset({"日均", "月均", "年均"})


def _is_growth(row: Sequence[Token], at: int) -> bool:
    """Tell whether a value of the list is by how much something rose or fell, as a rate in a list of values is not."""
    if row[at].unit not in CHANGES:
        return False
    first = at
    while first and (row[first - 1].text in JOINTS or row[first - 1].kind == "quantity"):
        first -= 1
    return any(t.role in ("up", "down") for t in clause_up_to(row, first)) or row[at - 1].role in ("up", "down")


def _names_before(row: Sequence[Token], at: int, count: int) -> list[Partner]:
    """Return the names that the clause before lists, where that of 分别 names none: A、B、C，同比分别增长…."""
    first = at
    while first and not is_stop(row[first - 1]):
        first -= 1
    moved = any(t.text in RATES for t in row[first:at])
    if not first or row[first - 1].text not in COMMAS or any(t.nominal and t.text not in RATES for t in row[first:at]):
        return []
    end = _before_praise(row, first - 1)
    if end and row[end - 1].kind == "quantity":  # 增值税、营业税…五大税种共计完成18亿元，分别增长
        end -= 1
        while end and row[end - 1].role in ("link", "light", "drop"):
            end -= 1
    pairs = [pair._replace(moves=moved) for pair in _partners(row, end, count)]
    return pairs if all(pair.name for pair in pairs) else []


def _before_praise(row: Sequence[Token], end: int) -> int:
    """Return where the names end of which a clause only says that they did well: 苹果和花椒出口[增长较快]，分别增长…."""
    k = end = end - (end > 0 and row[end - 1].text == "方面")
    while k and (row[k - 1].tag in ("a", "d") or row[k - 1].role in ("up", "drop", "more") or row[k - 1].text in _WELL):
        k -= 1
    return k if any(t.text in _WELL or t.role in ("up", "more") or t.tag == "a" for t in row[k:end]) else end


_WELL = frozenset("增长 较快 最快 快速 明显 突出 活跃 良好 保持 势头 增势 态势 实现 增速 稳定 居前 领先 亮眼".split())


def _values(row: Sequence[Token], at: int) -> list[int]:
    """Return the indices of the quantities of the list behind 分别."""
    found: list[int] = []
    for k in range(at + 1, len(row)):
        token = row[k]
        if token.kind == "quantity":
            found.append(k)
        elif found and token.role in ("up", "down", "share") and row[k - 1].text in JOINTS:
            continue  # 分别增长21%、8%和[下降]3%, 分别占96%和[占]4%
        elif (
            found
            and token.text not in _JOINTS
            and token.role not in ("drop", "link")
            and token.text not in BOUNDING
            and not token.text.startswith("每")
        ) or (not found and token.kind == "mark" and token.text not in "、“”"):
            break
    if found and len(found) > 1 and row[found[-1] - 1].text in COMMAS:
        found.pop()
    return found


def _partners(row: Sequence[Token], at: int, count: int) -> list[Partner]:
    """Return the places, the times or the names in front of the 分别 at ``at``, where they are as many as its values; else none."""
    first = at
    while first and not is_stop(row[first - 1]):
        first -= 1
    first = _over_commas(row, first)
    before = row[first:at]
    places = [
        t for k, t in enumerate(before) if t.kind == "region" and not (k and before[k - 1].role in ("share", "versus"))
    ]
    if len(places) == count + 1 and places[0].region is not None and places[0].region.level == "country":
        places = places[1:]  # 我国[东部、中部、西部地区]
    if len(places) == count:
        return [Partner(region=t.region) for t in places]
    times = [t for k, t in enumerate(before) if t.kind == "period" and not (k and before[k - 1].role == "versus")]
    times = times or _times_ahead(row, first)
    if len(times) == count:
        return [Partner(period=t.period) for t in times]
    if len(times) == 1 and times[0].period and (years := _years(times[0].period, count)):
        return [Partner(period=year) for year in years]
    for joints in _JOINED:
        names = names_listed(before, joints)
        if len(names) == count:
            return [Partner(name=name) for name in names]
    both = halves(before)
    return [Partner(name=name) for name in both] if count == len(both) else []


def _times_ahead(row: Sequence[Token], first: int) -> list[Token]:
    """Return the times that the clause before lists and nothing else: [2016年、2017年]，全县分别脱贫1.2万人、1.5万人."""
    k = first - 1 if first and row[first - 1].text in COMMAS else 0
    end = k
    while k and (row[k - 1].kind == "period" or row[k - 1].text in _JOINTS):
        k -= 1
    return [t for t in row[k:end] if t.kind == "period"] if k == 0 or row[k - 1].kind == "mark" else []


def _over_commas(row: Sequence[Token], first: int) -> int:
    """Return where the list begins whose items commas part: 信息传输、软件服务业，租赁和商务服务业增加值."""
    while first > 1 and row[first - 1].text in COMMAS and (row[first].tag != "v" or row[first].role):
        k = first - 1
        while k and (row[k - 1].nominal or row[k - 1].text in JOINTS):
            k -= 1
        said = row[first - 2].tag == "a"  # 服务业增势[较好]，A、B指数分别增长
        if k == first - 1 or (k and not is_stop(row[k - 1])) or row[first - 2].text in PLACES or said:
            break  # [假期里]，全县客流量、营业额
        first = k
    return first


_JOINED = (("，",), ("、",), ("、", "和"), ("、", "和", "与", "及", "以及"))
"""Marks and words that part the names of a list, the surest first: in 信息服务业、研发与设计服务业投资 only 、 does."""


def _years(stretch: Period, count: int) -> list[Period]:
    """Return the years of a stretch, where it has as many as there are values: 2013至2018年分别为."""
    edtf = stretch.edtf or ""
    begin, _, end = edtf.partition("/")
    if not (begin.isdecimal() and end.isdecimal() and int(end) - int(begin) + 1 == count):
        return []
    years = [str(year) for year in range(int(begin), int(end) + 1)]
    return [
        replace(
            stretch,
            edtf=year,
            start=stretch.start and stretch.start.replace(year=int(year)),
            end=stretch.end and stretch.end.replace(year=int(year)),
        )
        for year in years
    ]
