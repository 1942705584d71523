"""Where: the region that a statement is about."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from ...regions.levels import AUTHORITIES, COUNTED, ENDINGS
from ..rows import CLAUSE_ENDS, clause_before, clause_begin, clause_end, near, once, opens_clause, text_at
from ..vocabulary import BOUNDING, JOINTS, SUMS
from .abroad import ABROAD, countries, counts_abroad, speaks_of_home, tells_of_abroad
from .beside import aside, together
from .examples import in_byline, in_dateline
from .helpers import helped_before, helps, is_outpost, partner_of, receiver_of, sent_to, spends_there
from .leading import alone, counted, is_stationed, is_venue, leads, only_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Level, Region
    from ..rows import Row, Token
    from ..scope import Scope


def region_of(row: Row, at: int, scope: Scope) -> tuple[Region | None, str]:
    """Return the region of the number at an index, and whence.

    In the number's own clause any place counts, in a clause before only one that leads it: 领跑全国 does not.
    """
    if (there := place_described(row, at)) is not None:
        return there, "clause"
    begin, abroad = clause_begin(row, at), countries()
    for k in reversed(_may_place(row)):
        token, own = row[k], k >= begin
        if k >= at:
            continue
        if (
            token.text in _WHOLE_BODY
            or (token.text in _BOTH and opens_clause(row, k))
            or (token.text in _IN_ALL and _sums_up(row, k))
        ):
            return scope.focus, "document"
        if (
            token.text in AUTHORITIES
            and opens_clause(row, k)
            and not _gives_here(row, k, at, scope.region or scope.focus)
        ):
            if (there := around(token.text[0], scope)) is not None:
                return there, near(row, k, at)
        elif token.text in abroad and tells_of_abroad(row, k):
            return None, near(row, k, at)
        elif token.region and token.region.name and _is_about(row, k, at, scope, own=own):
            return _as_told(row, k, at, scope, own=own)
    if counts_abroad(row, at):
        return None, "clause"
    return inherited(row, at, scope)


@once
def _may_place(row: Row) -> list[int]:
    """Return where anything stands that may say what place is meant behind it: most rows hold little of it."""
    return [k for k, t in enumerate(row) if (t.region and t.region.name) or t.text in _PLACING or t.text in countries()]


def _is_about(row: Row, k: int, at: int, scope: Scope, *, own: bool) -> bool:
    """Tell whether what the number measures is said of the place in front of it."""
    if _comes_from(row, k, at) or _holds_it(row, k, at) or (k == at - 1 and _is_whole(row, k, at)):
        return False
    if _is_beyond_home(row[k].region, scope.focus) or _is_sent_from(row, k):
        return False
    if _touches(row, k, at) and not (k and (row[k - 1].role == "beyond" or row[k - 1].text in _SENT_TO)):
        return True
    if aside(row, k) or acts(row, k) or is_venue(row, k) or _names_a_firm(row, k, scope):
        return False
    if is_outpost(row, k, scope.focus):
        return False
    if not own and summed_up(row, k):
        return False  # 帮扶[泸水市]第一中学等4所高中，34名医生进驻
    if own or not leads(row, k):
        return own
    return not counted(row, k, scope.region) or alone(row, k) or _goes_on_about(row, k, at)


def _goes_on_about(row: Row, k: int, at: int) -> bool:
    """Tell whether the clause behind goes on about what is said of those counted in a place: 盘州市11个项目未开工，涉及资金5200万元."""
    end = clause_end(row, k)
    place = row[k].region
    if place is None or place.implied or not opens_clause(row, k) or at > clause_end(row, end + 1):
        return False
    told = row[k + 2 : end]
    said = any(t.tag == "v" and t.role in ("", "light") for t in told) and not any(t.quantity for t in told)
    return said and not any(t.text in SUMS or t.text in _IN_ALL for t in row[end:at])


_SENT_TO = frozenset("外销 销往 远销 出口 发往 运往 卖到 销到 运到".split())
"""What is done with goods before the place that they go to: 外销[香港]120吨."""


def _is_beyond_home(region: Region | None, focus: Region | None) -> bool:
    """Tell whether 省内 only says how far from home something is: in a text on a county 县外[省内]就业3000人."""
    if region is None or focus is None or region.text not in ("省内", "省內", "市内", "市內"):
        return False
    return focus.level == "county" and region.name in focus.path[:-1]


def _is_sent_from(row: Sequence[Token], k: int) -> bool:
    """Tell whether the news was only sent from the place: 人民网[和田]9月6日电 “我家18亩枣树…”; 〔记者张三/[花莲]报导〕."""
    return in_byline(row, k) or (in_dateline(row, k) and row[k + 2 : k + 3] != [] and row[k + 2].text[0] in "电讯")


def _as_told(row: Sequence[Token], k: int, at: int, scope: Scope, *, own: bool) -> tuple[Region | None, str]:
    """Return the place in front, or the one that is meant where it is only one of several, or only helps."""
    region = row[k].region
    if (one_of_many(row, k) or together(row, k)) and (shared := _shared(row, k, scope.focus)) is not None:
        return shared, "clause"
    if one_of_many(row, k) and (holder := _holder(row, k, scope)) is not None:
        return holder, "paragraph"
    if one_of_many(row, k) or together(row, k) or _listed(row, k, at) or (not own and one_of_things(row, k)):
        holds = region is not None and scope.region is not None and scope.region.name in region.path[:-1]
        return (scope.region, "paragraph") if holds else (scope.focus, "document")
    if (receiver := receiver_of(row, k)) is not None:
        return receiver, "sentence"
    if helps(row, k, at, scope.focus, scope.setting.helpers):
        partner = sent_to(row, k, at, scope.focus) or partner_of(row, k, scope.focus)
        partner = partner or helped_before(row, k, scope.focus)
        if partner is None and scope.region and scope.focus and scope.focus.name in scope.region.path[:-1]:
            return scope.region, "paragraph"  # 岩门村收入不到2000元。海盐县帮扶后，投资300万元
        return partner or scope.focus, "sentence"
    if (receiver := sent_to(row, k, at, scope.focus)) is not None:
        return receiver, "sentence"
    if _is_one_of_them(row, k, at):
        return _above(row, k, scope), "clause"
    return region, near(row, k, at)


def inherited(row: Row, at: int, scope: Scope) -> tuple[Region | None, str]:
    """Return what the paragraph, the heading or the text is about."""
    for region, where in ((scope.region, "paragraph"), (scope.section.region, "heading")):
        if region is ABROAD:
            if not speaks_of_home(row):
                return None, where
        elif region is not None:
            return region, where
    if (scope.focus is None or scope.focus.level == "country") and (only := only_place(row, at)) is not None:
        return only, "sentence"
    return scope.focus, "document"


def place_described(row: Row, at: int) -> Region | None:
    """Return the place that the number describes: 森林覆盖率超过71%的[甘谷县]; not 是全国的2倍 or 占全县80%的."""
    k = at + 1
    while text_at(row, k) in BOUNDING:
        k += 1
    there = row[k + 1].region if k + 1 < len(row) and row[k].text == "的" else None
    if there is None or not there.name:
        return None
    whose = any(t.region for t in clause_before(row, at)) or any(t.role == "share" for t in clause_before(row, at))
    return None if whose or text_at(row, k + 2) == "的" else there


_IN_ALL = frozenset("合计 共计 总计 一共 共 加起来".split())
_NUMERALS = frozenset("两三四五六七八九十")


def _sums_up(row: Sequence[Token], k: int) -> bool:
    """Tell whether a clause opens with the number of the places told of one by one: 云南…、广西…，[三省区]合计占七成."""
    if k < 2 or row[k - 1].text not in COUNTED or not _NUMERALS.issuperset(row[k - 2].text):
        return False
    return k == 2 or row[k - 3].text in CLAUSE_ENDS


_WHOLE_BODY = frozenset({"全行", "全系统", "全集团"})
"""A bank or firm as a whole is where the text is: 目前，[全行]驻村干部4862人."""
_BOTH = frozenset({"两地", "双方"})
"""Two places that help each other: what both do is told of the one that the text is about."""


_PLACING = _WHOLE_BODY | _BOTH | _IN_ALL | AUTHORITIES


def _gives_here(row: Sequence[Token], k: int, at: int, here: Region | None) -> bool:
    """Tell whether the authorities give something to those that the text tells of, or only speak: 县里派来6名干部, 镇上答复."""
    told = row[k + 1 : at + _SOON]
    return any(t.text.endswith("来") or t.text in _TO_THEM for t in told) or spends_there(row, k, here)


_SOON = 8
_TO_THEM = frozenset("给 为 帮 帮助 支持 算 算过 答复 说 表示 介绍 要求".split())


def around(kind: str, scope: Scope) -> Region | None:
    """Return the place of a kind that the paragraph's place or the text's own lies in, or that it is: 县里 in a village's story."""
    for region in (scope.region, scope.section.region, scope.focus):
        if region is None or region.name is None or region.level == "area":
            continue
        if _is_a(region.name, kind):
            return region
        depth = next((d for d in range(len(region.path) - 1, -1, -1) if _is_a(region.path[d], kind)), None)
        if depth is not None:
            return _up_to(region, region.path[: depth + 1])
    return None


def _is_a(name: str, kind: str) -> bool:
    return name.endswith(kind) and not name.endswith("社区")  # 区里 is the district's, not the community's


def _up_to(region: Region, path: tuple[str, ...]) -> Region:
    """Return the place at the end of the first part of a region's path."""
    return replace(
        region,
        name=path[-1],
        level=_LEVELS[min(len(path), len(_LEVELS)) - 1],
        code=None,
        path=path,
        implied=("name",),
        rule="regions/above",
    )


_LEVELS: tuple[Level, ...] = ("province", "prefecture", "county", "township")


def _is_one_of_them(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is the one named of those that a number counts: 甘肃省甘谷县等24个县区, 甘谷县等24个县区脱贫3万人."""
    n = k + 2
    if n > at or row[k + 1].text != "等" or row[n].quantity is None:
        return False
    return row[n].unit.endswith(ENDINGS) or any(t.text.endswith(_IN_MANY) for t in row[n + 1 : n + 3])


_IN_MANY = (*ENDINGS, *"综保区 保税区 示范区 开发区 高新区 自贸区 园区 试点 口岸 港口 机场 城市".split())
"""Places, and what many places have one of each."""


def _above(row: Sequence[Token], k: int, scope: Scope) -> Region | None:
    """Return the place that the ones counted lie in: one that the sentence names, what the text is about, else the province."""
    region = row[k].region
    if region is None:
        return scope.focus
    wider = next((t.region for t in reversed(row[:k]) if t.region and t.region.name in region.path[:-1]), None)
    if wider is not None:
        return wider
    if scope.focus is not None and scope.focus.name in region.path[:-1]:
        return scope.focus
    if region.level == "township" and len(region.path) > 1:
        return _up_to(region, region.path[:-1])  # 屏东县三地门乡等8个乡
    among_others = k > 0 and row[k - 1].text == "、"  # 济南、武汉城市圈、[苏州工业园区]等12个地区
    if among_others or len(region.path) < 2 or not region.path[0].endswith(("省", "自治区", "市")):
        return scope.focus
    code = region.code[:2] + "0000" if region.code else None
    name = region.path[0]
    return replace(
        region, name=name, level="province", code=code, path=(name,), implied=("name",), rule="regions/above"
    )


def _shared(row: Sequence[Token], k: int, focus: Region | None) -> Region | None:
    """Return the place that those of a list lie in, where the text is about a wider or another one: 抚顺、本溪、丹东 lie in 辽宁省."""
    last = row[k].region
    if last is None:
        return None
    listed = [last.path]
    while k > 1 and row[k - 1].text in ("、", "和", "与", "及", "同") and (there := row[k - 2].region) is not None:
        listed.append(there.path)
        k -= 2
    shared = takewhile(lambda names: len(set(names)) == 1, zip(*listed, strict=False))
    path = tuple(names[0] for names in shared)
    if not path or path in listed:
        return None  # 崇左市、天等县两级
    if focus is not None and focus.level != "country":
        smaller = len(last.path) > len(focus.path)
        if path[: len(focus.path)] == focus.path or (smaller and focus.path[: len(path)] == path):
            return None
    return _up_to(last, path)


def _holder(row: Sequence[Token], k: int, scope: Scope) -> Region | None:
    """Return the town that the text tells of where villages are listed whose own one it does not tell: [马莲乡]…，张堡村、北山村."""
    region = row[k].region
    if region is None or region.level != "village" or len(region.path) > 1:
        return None
    before = next((t.region for t in reversed(row[:k]) if t.region and t.region.level != "village"), scope.region)
    return before if before is not None and before.level == "township" else None


def _touches(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place stands right in front of the number: 与凉山州11个县; 全国九分之一的人口 is a part of it, as is 占全省八成."""
    if k > 0 and k == at - 1 and row[k - 1].text in _GOES:
        return False  # 输出劳务8.2万人，其中到[新疆]5000人
    part = row[at].unit in ("%", "分之") and k > 0 and row[k - 1].role == "share"
    bracketed = row[at - 1].text == "(" and (k == at - 2 or (k == at - 3 and row[at - 2].text == "平均"))
    if bracketed:
        return True  # 相当于[全国](18931元)的六成
    return k == at - 1 and not part and not _is_whole(row, k, at)


_GOES = frozenset("到 赴 去 往".split())


def _is_whole(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is the whole that the number is a share of: 以占[全国]7%的耕地, 滋养着[全国]九分之一的人口."""
    region = row[k].region
    of = text_at(row, at + 1) == "的"
    return of and region is not None and region.level == "country" and row[at].unit in ("%", "分之")


def _comes_from(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the counted only came from the place: 安置了[西海固]8个县区搬迁来的23万贫困人口."""
    while k + 1 < at and row[k + 1].region:
        k += 1  # 宁夏西海固
    for j in range(k + 1, at - 1):
        if row[j].region:
            return False
        if row[j].text in ("来", "过来") and row[j + 1].text == "的":
            return True
    return False


def _holds_it(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place only says where a smaller one lies: 这个藏在[高山乡]沟里的村子有68户."""
    return any(row[j].text == "的" and row[j + 1].text in _HAMLETS for j in range(k + 1, at - 1))


_HAMLETS = frozenset("村子 寨子 山寨 苗寨 小村 小山村 村庄 山村 村寨 小镇 小村庄 小寨".split())


_ACTORS = frozenset(
    "企业 公司 集团 干部 教师 老师 医生 专家 人才 客商 商人 老板 记者 游客 籍 援建 帮扶 市场 企业家".split()
)


def acts(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place only says where somebody is from: 在昭觉县，[佛山]企业流转土地."""
    return text_at(row, k + 1) in _ACTORS and not is_stationed(row, k)


def _names_a_firm(row: Sequence[Token], k: int, scope: Scope) -> bool:
    """Tell whether a wide place only begins the name of a firm in a smaller one that the text tells of: [宁夏]圣峰绒业公司.

    Or one from elsewhere: 在福贡县，[珠海]农控集团流转土地2600亩.
    """
    region, here, focus = row[k].region, scope.region or scope.focus, scope.focus
    if region is None or here is None:
        return False
    apart = (
        focus is not None and focus.level != "country" and scope.setting.is_apart(region) and not _is_in(region, focus)
    )
    if not apart and region.name not in here.path[:-1]:
        return False
    name = takewhile(lambda t: t.nominal, row[k + 1 : k + _LONG_NAME])
    return any(t.text.endswith(("公司", "集团")) for t in name)


def _is_in(region: Region, whole: Region) -> bool:
    return whole.name is not None and whole.name in region.path


_LONG_NAME = 9


def _listed(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the place is one of several things that 等 sums up in front of the number: 强湾、锦华苑等9个小区."""
    if row[at - 1].text != "等" or k + 1 >= at:
        return False
    examples = row[k + 1 : at - 1]
    if row[at].unit == "个" and len(examples) > 1 and all(t.nominal for t in examples):
        return True  # 对云南省交通运输厅等28个集体
    things = row[k + 1].text == "的" and any(t.text == "、" for t in row[max(0, k - 8) : at])
    return row[k + 1].text == "、" or things  # 兴国县的灰鹅、石城县的白莲等18个产业


def one_of_things(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place ends a list of things of several places: 利川市的莼菜、[团堡镇]的山药，名声在外."""
    if k + 1 >= len(row) or row[k + 1].text != "的":
        return False
    first = next((j for j in range(k - 1, -1, -1) if row[j].region or row[j].quantity), None)
    if first is None or row[first].region is None or row[first + 1].text != "的":
        return False
    return any(t.text == "、" for t in row[first:k]) and not any(
        t.kind == "mark" and t.text in "，。；" for t in row[first:k]
    )


def summed_up(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place is one of several things that the next number sums up: 兴国县的灰鹅、石城县的白莲等18个产业."""
    at = next((j for j in range(k + 1, len(row)) if row[j].quantity), None)
    return at is not None and _listed(row, k, at)


def one_of_many(row: Sequence[Token], k: int) -> bool:
    """Tell whether the place ends a list of places that the number sums up: 广东、山东、浙江、河北四省."""
    return k > 1 and row[k - 1].text in JOINTS and row[k - 2].kind == "region"
