"""How a name is written: the words of a phrase without what is no part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..regions.levels import COUNTED, ENDINGS
from ..words import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rows import Token

PER_HEADS = frozenset(
    "人均 户均 亩均 年均 村均 县均 镇均 乡均 校均 生均 社均 笔均 次均 人次均 棚均 年人均 月人均 年户均".split()
)
NOUN_UNITS = COUNTED | frozenset("校 国 企 馆 院 园 社区 行政村 自然村 街道".split())
"""Units that are the noun themselves: 辖1区1市5县."""
CALLED = {"户": "农户", "人": "人口"}
"""The name of those whom only a unit counts."""
ORIGINS = frozenset({"来自", "源自", "源于", "来源于"})
"""Verbs between those counted and where they come from."""
BARE_TAIL = frozenset(
    "们 连 等 的 了 、 和 与 及 以及 之 是 所 其 该 这 那 各 并 中 内 上 里 以上 以下 全 均 都".split()
)
_BARE_HEAD = frozenset(
    (
        "现 的 和 与 及 以及 、 等 了 其 该 这 这些 那 之 所 着 地 我 我们 他 他们 她 它 本 此 上 中 内 里 下 们 过 出 起 各 并 "
        "过去 以前 从前 原来 原先 早年 小时 分钟 会 所有 者"
    ).split()
)
_CAME_ABOUT = frozenset({"从无到有", "从小到大", "由小到大", "从少到多", "从弱到强", "由弱到强"})
_FIRST = frozenset({"首个", "首家", "首座", "首条", "首例"})
_GIVES = frozenset({"实现", "完成", "取得", "共", "累计"})
"""Verbs that say nothing inside a name."""
_OF_LAND = frozenset("成本 效益 投入 租金 收益 利润 纯收入".split())
_SUMS = COUNTED | {"地"}
FEW = frozenset("两二三四五六七八九十")
"""Numerals that sum up a few things: [四大]产业, 强湾[两个]乡."""
_SECTIONS = frozenset({"段", "境内段", "段全长"})
_SILENT = frozenset({"的", "了", "过", "着", "一批", "一大批", "一系列"})
_TOUCHED = BARE_TAIL | _BARE_HEAD | _CAME_ABOUT | _FIRST | _GIVES | PER_HEADS | FEW | _SILENT | {"一", "平均每", "个"}
"""All that any step of `spell` looks for, but for 每 and what it begins: most names hold none of these words."""


def spell(tokens: Sequence[Token]) -> str:
    """Return the tokens as a name: without what is no part of it, a denominator in front (户均贷款)."""
    plain = [t.text for t in tokens if t.kind == "word"]
    name = "".join(plain)
    if len(plain) == len(tokens) and _TOUCHED.isdisjoint(plain) and "每" not in name:
        return name
    kept = _with_joints(tokens)
    for step in STEPS:
        kept = step(kept)
    return "".join(t.text for t in kept if t.text not in _SILENT and not _is_per(t))


def _with_joints(tokens: Sequence[Token]) -> list[Token]:
    """Return the words, with the 、 that parts two of them, and the place that says which section of a line is meant."""
    return [
        t
        for k, t in enumerate(tokens)
        if t.kind == "word" or (t.text == "、" and not _among_places(tokens, k)) or is_section(tokens, k)
    ]


def _without_opening_article(kept: list[Token]) -> list[Token]:
    """Drop the article of the whole: [一座]投资超36亿元的基地."""
    opens = len(kept) > 2 and kept[0].text == "一" and len(kept[1].text) == 1
    return kept[2:] if opens else kept


def _without_opening_sum(kept: list[Token]) -> list[Token]:
    """Drop the sum of the places that opens a name: [两个贫困乡]移民搬迁率."""
    opens = len(kept) > 3 and kept[0].text in FEW and kept[1].text == "个" and kept[2].text.endswith(ENDINGS)
    return kept[3:] if opens else kept


def _without_sum(kept: list[Token]) -> list[Token]:
    """Drop the sum of places inside a name: 沿线[三省]受益人口."""
    at = next((k for k, t in enumerate(kept[:-2]) if t.text in FEW and kept[k + 1].text in _SUMS), None)
    return kept if at is None else [*kept[:at], *kept[at + 2 :]]


def _without_article(kept: list[Token]) -> list[Token]:
    """Drop what one of is priced: 蜂蜜[一瓶]卖到150元."""
    at = next((k for k, t in enumerate(kept[1:-1], 1) if _is_article(kept, k)), None)
    return kept if at is None else [*kept[:at], *kept[at + 2 :]]


def _without_bounds_of_each(kept: list[Token]) -> list[Token]:
    """Drop the bound behind a denominator: 特困户每户[至少]补助."""
    return [t for k, t in enumerate(kept) if not (k and t.role == "drop" and kept[k - 1].text.startswith("每"))]


def _without_bare_head(kept: list[Token]) -> list[Token]:
    """Drop particles and pronouns in front: [现有的]水田; but 地 may be land."""
    while kept and ((kept[0].text in _BARE_HEAD and not _is_land(kept[0])) or kept[0].kind == "mark"):
        kept = kept[1:]
    return kept


def _without_land(kept: list[Token]) -> list[Token]:
    """Drop the land that a measure is given per: 一亩[地]的产值."""
    of_land = len(kept) > 1 and kept[0].text == "地" and (kept[1].role == "size" or kept[1].text in _OF_LAND)
    return kept[1:] if of_land else kept


def _without_how_it_came(kept: list[Token]) -> list[Token]:
    """Drop how it came about: 规模[从小到大]."""
    return kept[:-1] if len(kept) > 1 and kept[-1].text in _CAME_ABOUT else kept


def _without_filler(kept: list[Token]) -> list[Token]:
    """Drop the 个 of everyday speech behind a verb: 一年也就存[个]三四万."""
    return kept[:-1] if len(kept) > 1 and kept[-1].text == "个" and kept[-2].tag == "v" else kept


def _without_first(kept: list[Token]) -> list[Token]:
    """Drop the praise in front: [首个]冷链基地."""
    return kept[1:] if len(kept) > 1 and kept[0].text in _FIRST else kept


def _without_bare_tail(kept: list[Token]) -> list[Token]:
    """Drop particles behind, and a 年均 that belongs to the change: 贫困户[等], 投资[年均]增长5%."""
    while kept and (kept[-1].text in BARE_TAIL or kept[-1].kind == "mark" or (kept[-1].text == "年均" and kept[1:])):
        kept = kept[:-1]
    return kept


def _without_idle_joints(kept: list[Token]) -> list[Token]:
    """Drop a 、 behind which or before which nothing is left."""
    return [t for k, t in enumerate(kept) if t.kind == "word" or (k and kept[k - 1].kind == "word")]


def _with_denominator_in_front(kept: list[Token]) -> list[Token]:
    """Put a denominator in front: 贷款户均4.8万元 is 户均贷款."""
    behind = len(kept) > 1 and kept[-1].text in PER_HEADS and kept[-2].tag in ("n", "vn")
    return [kept[-1], *kept[:-1]] if behind else kept


def _without_light_verbs(kept: list[Token]) -> list[Token]:
    """Drop verbs that say nothing inside a name: 工业企业[实现]利润总额."""
    return [t for k, t in enumerate(kept) if k == 0 or t.text not in _GIVES]


def _without_average_of_each(kept: list[Token]) -> list[Token]:
    """Drop a denominator that only says per what: [平均每户]收入."""
    return [t for k, t in enumerate(kept) if t.text != "平均每" and not (k and kept[k - 1].text == "平均每")]


Step = Callable[["list[Token]"], "list[Token]"]
STEPS: tuple[Step, ...] = (
    _without_opening_article,
    _without_opening_sum,
    _without_sum,
    _without_article,
    _without_bounds_of_each,
    _without_bare_head,
    _without_land,
    _without_how_it_came,
    _without_filler,
    _without_first,
    _without_bare_tail,
    _without_idle_joints,
    _with_denominator_in_front,
    _without_light_verbs,
    _without_average_of_each,
)
"""What is taken out of a name, in order: each step sees what the ones before it left."""


def _is_article(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether 一 only goes with its measure inside a name: 蜂蜜[一]瓶, 赶制[一]批童装; but 头一批."""
    batch = tokens[k + 1].text == "批" and tokens[k - 1].tag == "v"
    return tokens[k].text == "一" and (tokens[k + 1].text in word_class("one_at_a_time") or batch)


def _is_per(token: Token) -> bool:
    """Tell whether a word says per what, which is no part of the name; [每千人口]执业医师 is one by that name."""
    return token.text.startswith("每") and token.tag != "b"


def _among_places(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a 、 stands between places, which are no part of a name: [江苏、安徽、山东]受益人口."""
    return any(t.kind == "region" for t in tokens[max(0, k - 1) : k + 2])


def is_section(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a place only says which part of a line is meant: 西银高铁[陕西]段全长."""
    return tokens[k].kind == "region" and k + 1 < len(tokens) and tokens[k + 1].text in _SECTIONS


def _is_land(token: Token) -> bool:
    """Tell whether 地 is the noun, not the particle: 承包了二十亩[地]."""
    return token.text == "地" and token.tag == "n"
