"""Households and people: what is said of them, where they live, what they are counted together with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....patterns import compile_han
from ....regions.levels import ENDINGS
from ...phrases.before import is_stop
from ...rows import clause_before, nouns_end, text_at
from ...spelling import CALLED, NOUN_UNITS, spell
from ...vocabulary import INSIDE, MEMBERS, PEOPLE, PLACES
from ..position import Position, Reading, only_of
from ..told.said import for_them, predicated
from ..told.subjects import object_before, of_those_before
from ..told.topics import topic_of, without_deed
from .pairs import BETWEEN, POPULACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....records import Region
    from ...rows import Token

_LISTING = frozenset({"counted", "unit_noun", "counted_with"})
_HOMES = (
    "山村",
    "小村",
    "村庄",
    "村落",
    "村寨",
    "寨子",
    "小镇",
    "小县",
    "大县",
    "小城",
    "古镇",
    "贫困村",
    "自然村",
    "大村",
    "新镇",
    "新村",
    "移民村",
    "镇子",
    "村子",
)
_COUNTED = {"户": ("户", "户数"), "人": ("人口", "人数", "劳动力", "群众")}


@only_of(units=CALLED)
def counted_with(p: Position) -> Reading | None:
    """Return the households or people counted with the places before them: 搬迁安置11个村1200户4000多人."""
    noun = CALLED[p.quantity.base_unit]
    if not p.last or p.behind.tokens or p.behind.predicate:
        return None
    placed = (
        p.last_at >= 0 and p.row[p.last_at].unit in NOUN_UNITS and p.last.name.endswith(p.row[p.last_at].unit or "")
    )
    if not placed and p.last.rule not in _LISTING:
        return None
    whole = whole_before(p)
    if whole:
        return p.reading(whole, (p.row[p.at],), implied=True)
    between = p.row[p.last_at + 1 : p.at]
    own = not p.stretch.core and p.last.rule == "counted" and _ends_there(p)
    joints = ("、", "，", ",") if own else ("、",)
    if not 0 <= p.last_at < p.at or not all(
        t in p.last.tokens or t.text in NOUN_UNITS or t.text in joints or t.text in BETWEEN for t in between
    ):
        return None
    deed = p.last.name.removesuffix((placed and p.row[p.last_at].unit) or p.last.topic)
    if deed == p.last.name or not deed or deed in ("辖", "下辖", "管辖"):
        deed, noun = "", POPULACE[p.quantity.base_unit]
    return p.reading(deed + noun, (p.row[p.at],), topic=noun)


def whole_before(p: Position) -> str:
    """Return what was counted in the unit, where 其中 tells how much of it some places have: 务工2729万人，[其中]52个县287万人."""
    begin = max(0, p.last_at)
    while begin and p.row[begin - 1].kind == "word":
        begin -= 1
    if p.last_at < 0 or not any(t.text == "其中" for t in p.row[begin : p.last_at]):
        return ""
    told = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit)
    return next(told, "")


def _ends_there(p: Position) -> bool:
    """Tell whether nothing is said of the number, nor of its people right behind: 安置点有18栋楼，[1200户]5000人."""
    k = p.at + 1 + (p.at + 1 < len(p.row) and p.row[p.at + 1].unit == "人")
    return k >= len(p.row) or p.row[k].kind == "mark"


def said_of(p: Position) -> Reading | None:
    """Return what is said of people or households that nothing else names, or what was done so many times.

    40146户16.94万人喜迁新居; 帮助3万人脱贫; 先后8次启动应急响应. A few times in a story (两次来到这里) are no statistic.
    """
    if p.quantity.dimension == "count" and any(t.text in _SOME for t in p.stretch.tokens) and not p.stretch.core:
        again = (p.topics[at] for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit)
        told = without_deed(next(again, ""))
        name = (predicated(p) or _is_what(p)) + told
        if told and name != told:  # 18条主线连通山区，其中12条已经[全线贯通]
            return p.reading(name, p.behind.predicate, used=p.behind.said_to, topic=told)
    if p.quantity.dimension == "area" and [t.text for t in p.behind.predicate] and not p.stretch.core:
        fate = spell(p.behind.predicate)  # 全县7.4万亩[停灌]
        return p.reading(fate, p.behind.predicate, used=p.behind.said_to) if fate in _FATES else None
    if p.quantity.dimension not in ("people", "households", "occasions"):
        return None
    if given := _given_to(p):
        return p.reading(spell(given), given)
    stated = all(t.text in PLACES or t.text == "里头" for t in p.stretch.core)
    if any(t.role in ("link", "beyond") and t.text not in BETWEEN for t in p.stretch.tokens[-1:]) and not (
        stated and any(t.text.endswith("有") for t in p.stretch.tokens[len(p.stretch.core) :])
    ):
        return None
    if p.quantity.base_unit == "次" and not p.quantity.text[0].isdecimal():
        return None
    name = predicated(p)
    used = p.behind.said_to
    return p.reading(name, p.behind.predicate, used=used) if name else None


_FATES = frozenset("停灌 休耕 复耕 撂荒 抛荒 受灾 成灾 绝收 受旱 受淹 减产 返青 开镰 挂果".split())
"""What happens to land, where nothing names it."""


@only_of(dimensions=PEOPLE)
def under_a_line(p: Position) -> Reading | None:
    """Return what is said of those who live on less than a line or standard: 有4000万人[生活在贫困线以下]."""
    end = next((k for k in range(p.at + 1, len(p.row)) if is_stop(p.row[k]) or p.row[k].quantity), len(p.row))
    said = p.row[p.at + 1 : end]
    told = _UNDER.fullmatch("".join(t.text for t in said))
    if told is None:
        return None
    return p.reading(told["name"], said, rule="said_of", used=end)


_UNDER = compile_han(
    "(?:仍|还|依然|尚)?(?P<name>(?:生活|活|处)[在于](?:国家|国际|世界银行)?[一-鿿]{2,10}?(?:线|标准)(?:以下|之下|下))"
)


_GIVES = frozenset(
    "发放 提供 落实 兑付 兑现 减免 拨付 办理 资助 补助 补贴 代缴 缴纳 支付 发 建立 购买 安装 改造 维修 解决 开展 协调 新建 配备".split()
)


def _given_to(p: Position) -> list[Token]:
    """Return what is given to or done for people or households: 为120户310人[发放生活补贴]6万元, 为266户[建立健康档案]."""
    k = p.at + 1
    if not for_them(p) or p.behind.tokens:
        return []
    if k < len(p.row) and p.row[k].quantity and p.row[k].start == p.row[p.at].end:
        k += 1
    end = k
    while end < len(p.row) and (
        p.row[end].nominal or (end == k and p.row[end].text in _GIVES) or (end > k and p.row[end].text == "了")
    ):
        end += 1
    closed = end == len(p.row) or p.row[end].quantity is not None or is_stop(p.row[end])
    return list(p.row[k:end]) if end > k + 1 and p.row[k].text in _GIVES and closed else []


@only_of(units=POPULACE)
def inhabitants(p: Position) -> Reading | None:
    """Return the people of the place behind: 只有8000人的闽宁村."""
    name = POPULACE[p.quantity.base_unit]
    k = p.at + 1
    if k + 1 >= len(p.row) or p.row[k].text != "的":
        return None
    if not p.row[k + 1].region:
        home = p.behind.de and spell(p.behind.tokens).endswith(_HOMES)
        return p.reading(name, (p.row[p.at],)) if home else None
    return p.reading(name, (p.row[p.at],), region=p.row[k + 1].region)


@only_of(units=POPULACE)
def parted_among(p: Position) -> Reading | None:
    """Return what is true of the households or people that the next clauses part: 没有入住的4900户中，武山2217户."""
    if p.stretch.linked:
        return None
    if (
        not p.stretch.core
        and p.row[p.at + 1 : p.at + 2]
        and p.row[p.at + 1].text in INSIDE
        and _shares_next(p.row, p.at)
    ):
        name = CALLED[p.quantity.base_unit]
        return p.reading(name, (p.row[p.at],))
    if not p.stretch.of or not _opens_parts(p.row, p.at):
        return None
    first = len(p.stretch.tokens) - 1
    while first and p.stretch.tokens[first - 1].kind == "word" and p.stretch.tokens[first - 1].tag != "p":
        first -= 1
    told = p.stretch.tokens[first:]
    name = spell(told)
    return p.reading(name, told) if name else None


def _shares_next(row: Sequence[Token], at: int) -> bool:
    """Tell whether a share of those counted follows: [54万人]中少数民族占93.6%."""
    following = next((k for k in range(at + 2, len(row)) if row[k].kind in ("quantity", "mark")), at)
    return row[following].unit in ("%", "分之") and any(t.role == "share" for t in row[at + 2 : following])


def _opens_parts(row: Sequence[Token], at: int) -> bool:
    """Tell whether 中 stands behind a number: of what it counts the parts follow."""
    return at + 2 < len(row) and row[at + 1].text in INSIDE and row[at + 2].kind == "mark"


def _parts_of(p: Position) -> bool:
    """Tell whether the number before, or the one that its list goes on from, opened the parts."""
    return any(t.unit == p.quantity.base_unit and _opens_parts(p.row, k) for k, t in enumerate(p.row[: p.at]))


def _is_what(p: Position) -> str:
    """Return what the sentence says that the counted are: 其中8款为[国产]."""
    k = p.at + 1
    if k + 1 >= len(p.row) or p.row[k].text not in ("为", "是", "系"):
        return ""
    return spell(_nouns_to_the_stop(p.row, k + 1))


def _nouns_to_the_stop(row: Sequence[Token], first: int) -> Sequence[Token]:
    """Return the nouns at an index, none where more than a mark follows them."""
    end = nouns_end(row, first)
    return row[first:end] if end == len(row) or row[end].kind == "mark" else ()


_ALL = frozenset({"全", "都", "均", "全部", "皆", "全都"})
_ARE = frozenset({"是", "为", "属", "属于", "全是", "都是", "均为", "均是", "皆为", "全为", "都属于", "均属"})
_FEW_WORDS = 4


@only_of(dimensions=MEMBERS)
def being(p: Position) -> Reading | None:
    """Return what the sentence says that all those counted are: 9个县全是[贫困县], 15个乡镇均为[民族乡]."""
    k = p.at + 1
    while k < min(len(p.row), p.at + _FEW_WORDS) and p.row[k].nominal and p.row[k].text not in _ALL:
        k += 1
    are = k
    while text_at(p.row, are) in _ALL:
        are += 1
    if are >= len(p.row) or p.row[are].text not in _ARE or (are == k and len(p.row[are].text) == 1):
        return None
    nouns = _nouns_to_the_stop(p.row, are + 1)
    name = spell(nouns)
    if not name:
        return None
    return p.reading(name, nouns, used=are + 1 + len(nouns))


_SOME = frozenset({"其中", "其余", "余下", "剩下", "另有", "剩余"})
_LIVING = frozenset({"住", "居住", "生活", "住有"})
_LEFT = frozenset({"还剩", "只剩", "仅剩", "剩余", "尚余", "仅余", "只余", "剩下", "还剩下", "只剩下", "剩", "尚有"})


def left(p: Position) -> Reading | None:
    """Return what is left of the households or people told of before: 贫困户104户，到去年底还剩58户."""
    unit = p.quantity.base_unit
    if p.behind.tokens or not p.last or not p.last.topic:
        return None
    if p.stretch.of and not p.behind.predicate and (rest_of := _rest_of_the_poor(p)):
        return p.reading(rest_of, implied=True)
    told = p.last_at >= 0 and p.row[p.last_at].unit == unit  # 154个不通公路的村还剩7个
    if unit in POPULACE:
        told |= p.last.dimension in PEOPLE or p.last.topic.endswith(_COUNTED[unit])
    rest = [t for t in p.stretch.tokens if t.kind not in ("period", "region")]
    only = (
        rest
        and all(t.role in ("drop", "link") or t.text in ("将", "便", "截至") for t in rest)
        and any(t.text in _LEFT for t in rest)
    )
    topic = p.last.topic if told else _alike_before(p) or (p.levels.get(unit, "") if unit in POPULACE else "")
    if not topic or not only:
        return None
    if topic.endswith(("脱贫", "减贫")) and unit in _POOR:
        topic = f"剩余{_POOR[unit]}"  # 又脱贫289户835人，尚余86户
    return p.reading(topic, implied=True)


def _rest_of_the_poor(p: Position) -> str:
    """Return what those are called who are left where poverty was told of: [剩下的]1.3万户4.6万人，要在年底前脱贫."""
    told = [t.text for t in p.stretch.tokens if t.kind == "word" and t.text != "的"]
    poor = "贫困" in topic_of(p) or "脱贫" in topic_of(p)
    name = _POOR.get(p.quantity.base_unit) if poor and told and all(t in _REMAINING for t in told) else None
    return f"剩余{name}" if name else ""


_POOR = {"户": "贫困户", "人": "贫困人口"}
_REMAINING = frozenset({"剩下", "剩余", "余下", "全州", "全县", "全市", "全省"})


def _alike_before(p: Position) -> str:
    """Return what the sentence counted before in the same unit: 原有132户人家，一半搬到县城，只剩[60户]."""
    alike = (at for at in sorted(p.topics, reverse=True) if p.row[at].unit == p.quantity.base_unit)
    return next((p.topics[at] for at in alike), "")


_NEAR = 5


def _of_a_home(p: Position) -> bool:
    """Tell whether so many live in the place that the stretch ends in: 这个小山村有[68户]."""
    home = p.stretch.core[-1] if p.stretch.core else None
    alone = not p.behind.tokens and not p.behind.predicate and p.quantity.base_unit in POPULACE
    return home is not None and alone and p.stretch.linked and home.text.endswith((*_HOMES, "庄子"))


def _with_people(p: Position) -> bool:
    """Tell whether 有 leads to households with their people, and to nothing else: 是贫困村，[有327户]，1235人."""
    k = p.at + 1
    while k < len(p.row) and (p.row[k].text in ("、", "，", ",") or p.row[k].text in BETWEEN):
        k += 1
    has = bool(p.stretch.tokens) and p.stretch.tokens[-1].text.endswith("有")
    people = p.quantity.base_unit == "户" and k < len(p.row) and p.row[k].unit == "人"
    told = object_before(p)
    home = not told or told.endswith((*_HOMES, "村", "镇", "乡", "县", "社区"))  # but 新增监测对象，共有27户、103人
    return has and home and people and (k + 1 == len(p.row) or p.row[k + 1].kind == "mark")


def _of_the_place_before(p: Position) -> Region | None:
    """Return the place that the clause before ends in, where this one only says how many it has: 村子所在的石朝乡，[只有]1.5万人."""
    tokens = p.stretch.tokens
    if not tokens and (end := p.comma) and all(t.region or t.kind == "mark" for t in p.row[:end]):
        return p.row[end - 1].region  # 溪源乡上坪村，[340户]1180口人
    has = any(t.text.endswith("有") for t in tokens) and all(t.role in ("link", "drop") for t in tokens)
    alone = p.at + 1 >= len(p.row) or p.row[p.at + 1].kind == "mark"
    if not has or not alone or not (end := p.comma):
        return None
    told = [t.region for t in p.row[:end] if t.region]
    kind = p.row[end - 1].text.endswith(ENDINGS) and any(t.text == "的" for t in p.row[:end])
    return p.row[end - 1].region or (told[0] if told and kind else None)  # 甘谷县是全市最大的县，[有]近60万人


def _such(p: Position) -> bool:
    """Tell whether the clause before only names some like one told of: 像她这样劝返的孩子，全市有486名."""
    clause = clause_before(p.row, p.comma) if p.comma else ()
    return bool(clause) and clause[0].text in ("像", "类似") and any(t.text == "的" for t in clause)


def populace(p: Position) -> Reading | None:
    """Return households or people of a place that nothing else is said of: 全村260户812人."""
    tokens = p.stretch.tokens
    if tokens and _of_a_home(p):
        living = POPULACE[p.quantity.base_unit]
        return p.reading(living, (p.row[p.at],))
    name = POPULACE.get(p.quantity.base_unit)
    if name is None or p.behind.tokens or p.behind.predicate or of_those_before(p):
        return None
    if (home := _of_the_place_before(p)) is not None:
        return p.reading(name, (p.row[p.at],), region=home)
    if not any(t.kind == "region" for t in tokens) and not _with_people(p):
        return None
    if (tokens[0].text == "在" or _such(p)) and (told := object_before(p)):
        return p.reading(told, implied=True)
    if any(
        t.kind not in ("region", "period") and t.role not in ("link", "drop") and t.text not in _LIVING for t in tokens
    ):
        return None
    beside = p.like_last  # 全省贫困人口312万人，乌蒙山区272万人
    if p.last and p.last_at >= 0 and _parts_of(p):
        return p.reading(p.last.topic, rule="elided", implied=True)
    listed = beside and p.stretch.joined  # 甘谷县务工2125人、武山县339人
    if p.last and (listed or ((p.last.goes_on or beside) and p.last.topic.endswith(_COUNTED[p.quantity.base_unit]))):
        return p.reading(p.last.topic, rule="elided", implied=True)
    if any(t.text == "其中" for t in p.row[max(0, p.at - _NEAR) : p.at]) and p.last and p.last.dimension == "count":
        return None  # 贫困人口超过500万人的有6个省区。其中，贵州745万人
    return p.reading(name, (p.row[p.at],))
