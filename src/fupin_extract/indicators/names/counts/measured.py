"""Measures with their thing behind them: 5万亩棉花地, 1000万元的风险补偿金, 70%的贫困群众."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rows import nouns_end
from ...rules import first_answer
from ...spelling import PER_HEADS, spell
from ...vocabulary import COUNTS, EARNS, SHARES
from ..told.governing import deed_of, deeds, governing, is_open
from ..told.said import predicated
from ..told.stretches import is_measure
from ..told.topics import topic_of
from .sizes import across, by_the_year, size_of
from .wholes import with_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...phrases.before import Phrase
    from ...rows import Token
    from ..position import Position, Reading


_PAY = ("月薪", "年薪", "日薪", "时薪", "底薪", "周薪", "月租", "年租", "租金", "单价", "售价", "票价")
"""What the work, the room or the ticket behind the number costs: it has a name of its own."""


def measured_behind(p: Position) -> Reading | None:
    """Return the noun behind a measure: 5万亩棉花地, 1000万元的风险补偿金, 70%的贫困群众."""
    if (sized := across(p) or by_the_year(p)) is not None:
        return sized
    if not p.behind.tokens or p.quantity.dimension in COUNTS:
        return None
    if p.stretch.core and p.stretch.core[-1].text == "海拔":
        return None  # 坐落在海拔1600米的山坳中 tells how high it lies
    phrase = governing(p)
    if p.behind.de and p.quantity.dimension == "money" and phrase.name.endswith(_PAY):
        return None  # 辞去[月薪]6万元的工作
    if known := first_answer(_WHATEVER_BEFORE, p, phrase):
        return known
    if phrase.name and not is_open(p, phrase) and phrase.name not in PER_HEADS:
        return size_of(p, phrase) or _share_of(p, phrase)
    if founded := _founded(p):
        return founded
    if _is_what_for(p, phrase):
        return None
    return _growth(p) or _of_a_kind(p, phrase) or _with_its_deed(p, phrase)


def _given_at(p: Position, phrase: Phrase) -> Reading | None:
    """Return the rate at which something is given: 支持金融机构[以]不高于4.5%的[利率]提供贷款, 按5%的税率."""
    thing = p.behind.tokens
    rate = p.behind.de and p.quantity.base_unit == "%" and thing[-1].text.endswith(_INTEREST)
    if not rate or not any(t.text in ("以", "按", "按照") for t in p.stretch.tokens):
        return None
    return _measured(p, spell(thing), spell(thing))


def _what_they_are(p: Position, phrase: Phrase) -> Reading | None:
    """Return those of whom a share is something, behind what they are: 30%的居民是[贫困户], 七成的面积为[山地]."""
    row, k, thing = p.row, p.behind.used, spell(p.behind.tokens)
    if p.quantity.base_unit not in SHARES or not p.behind.de or phrase.name:
        return None
    if k >= len(row) or row[k].text not in ("是", "为", "属于", "都是"):
        return None
    end = nouns_end(row, k + 1)
    what = spell(row[k + 1 : end]) if end == len(row) or row[end].kind == "mark" else ""
    return _measured(p, what.removesuffix(thing) + thing, thing) if what else None


def _had(p: Position, phrase: Phrase) -> Reading | None:
    """Return the thing itself where those in front only have it or are in it: 村民们[在3000多亩茶园]里采茶."""
    led = p.stretch.tokens[-1].text if p.stretch.tokens else ""
    has = led in ("有", "有着", "各有", "都有", "在", "对") and p.quantity.base_unit not in SHARES
    if not has or not phrase.tokens or is_measure(phrase) or is_open(p, phrase):
        return None
    return _measured(p, spell(p.behind.tokens))


def _invested(p: Position, phrase: Phrase) -> Reading | None:
    """Return the investment in the thing behind: [投资]2亿元的[水库]."""
    invests = p.behind.de and phrase.tokens and phrase.tokens[-1].text in ("投资", "总投资")
    if not invests or p.quantity.dimension != "money":
        return None
    thing = p.behind.tokens
    name = spell(thing) + phrase.tokens[-1].text
    return p.reading(name, (*phrase.tokens, *thing), rule="size_of", used=p.behind.used, topic=spell(thing))


_WHATEVER_BEFORE: tuple[Callable[[Position, Phrase], Reading | None], ...] = (
    _given_at,
    _what_they_are,
    _had,
    _invested,
)
"""Who may name a measure before the phrase in front of it does."""


def _founded(p: Position) -> Reading | None:
    """Return what money was put up to found: 拿出2000万元[设立风险补偿金]."""
    thing = p.behind.tokens
    founds = p.quantity.dimension == "money" and not p.behind.de and thing[0].text in _FOUNDS and thing[-1].tag != "v"
    return _measured(p, spell(thing), spell(thing[1:])) if founds else None


def _is_what_for(p: Position, phrase: Phrase) -> bool:
    """Tell whether the words behind money say what it is to do or has made, not what it is: 安排60亿元[支持]抗旱."""
    if p.quantity.dimension != "money" or p.behind.de:
        return False
    thing = p.behind.tokens
    aimed = all(t.tag == "v" for t in thing) or (p.row[p.at + 1].text in _AIMS and thing[-1].text not in _GIVEN)
    return aimed or (bool(phrase.name) and _is_spent(thing))


def _growth(p: Position) -> Reading | None:
    """Return the rate behind as that of what was told of: 固定资产投资12亿元，20%的[增速]比上半年快."""
    thing = p.behind.tokens
    rate = p.behind.de and p.quantity.base_unit == "%" and [t.role for t in thing] == ["rate"]
    if not rate or not (topic := topic_of(p)):
        return None
    return p.reading(topic + spell(thing), thing, rule="measured", used=p.behind.used, implied=True)


def _of_a_kind(p: Position, phrase: Phrase) -> Reading | None:
    """Return the whole of a name with a verb in it, with the deed in front: 投入3000万元产业发展[资金]."""
    deed = deed_of(phrase.tokens) if phrase.name else ""
    if p.quantity.base_unit in SHARES or (phrase.name and not deed):
        return None
    kind = with_verb(p, p.behind.tokens)
    return p.reading(deed + kind, p.behind.tokens, rule="measured", used=p.behind.said_to) if kind else None


def _with_its_deed(p: Position, phrase: Phrase) -> Reading:
    """Return the thing behind with the deed in front or what is said of it: [种植]5万亩棉花, 70%的贫困群众[搬出大山]."""
    thing = p.behind.tokens
    said = "" if phrase.name else predicated(p)
    deed = phrase.name if phrase.name in PER_HEADS else deed_of(phrase.tokens) if phrase.name else said
    if deed in _EARNS and thing[-1].text.endswith(_EARNED):
        deed = ""  # 每月能[挣]1800元的工资
    used = p.behind.said_to if said else p.behind.used
    name = deed + spell(thing)
    topic = name if said and p.quantity.base_unit in SHARES else spell(thing)  # 94%的农户反映…，比上年提高3个百分点
    return p.reading(name, (*phrase.tokens, *thing), rule="measured", used=used, topic=topic)


def _measured(p: Position, name: str, topic: str | None = None) -> Reading:
    return p.reading(name, p.behind.tokens, rule="measured", used=p.behind.used, topic=topic)


_INTEREST = ("利率", "费率", "税率")
_EARNS = EARNS | {"得到", "获得", "有", "带来", "分到"}
_EARNED = ("收入", "工资", "利润", "薪酬", "报酬", "收益")
_GIVEN = frozenset("资金 贷款 基金 补贴 补助 奖补 奖励 津贴 款 款项".split())
"""Nouns of money that 帮扶 and 支持 belong to as attributes: 提供35万元[帮扶资金]."""
_AIMS = frozenset("支持 用于 推动 助力 帮助 扶持 推进 促进 帮扶 保障".split())
"""Verbs before what money is to do: 安排60亿元[支持]抗旱."""
_MAKES = frozenset(
    "建设 建成 建起 修建 新建 兴建 扩建 改建 改造 修 建 办 办起 开办 发展 硬化 安装 铺设 购买 购置 购进 采购 打造 开展 实施".split()
)
"""Verbs before what the money made: 投资150万元[建设]冷库; not 1000万元[建设]资金, 下达2000万元[改造]项目."""
_FOUNDS = frozenset({"设立", "建立", "成立", "组建"})
_UNDERTAKINGS = ("项目", "工程", "费", "费用", "专款", "投资", "经费", "专项")


def _is_spent(thing: Sequence[Token]) -> bool:
    """Tell whether the phrase behind a sum of money says what it made, not what it is."""
    return thing[0].text in _MAKES and not thing[-1].text.endswith((*_GIVEN, *_UNDERTAKINGS))


def _share_of(p: Position, phrase: Phrase) -> Reading | None:
    """Return the whole in front with the part behind: 职业院校80%的学生来自农村; 中央财政1.1亿元资金."""
    has = any(t.text.endswith("有") for t in p.stretch.tokens[len(p.stretch.core) :])
    if p.stretch.linked and not (has and (p.behind.de or p.quantity.base_unit in SHARES)):
        return None
    said = ""
    if p.quantity.base_unit in SHARES:
        said = predicated(p)
    elif not p.behind.de and _begins_with_deed(phrase.tokens) and _begins_with_deed(p.behind.tokens):
        return None  # 流转土地120亩[建起]兰花基地
    elif p.behind.de and not is_measure(phrase):
        name = spell(p.behind.tokens)
        return p.reading(name, p.behind.tokens, rule="measured", used=p.behind.used)
    elif p.behind.de or is_measure(phrase) or deeds(p.behind.tokens):
        return None
    name = phrase.name + spell(p.behind.tokens) + said
    return p.reading(name, (*phrase.tokens, *p.behind.tokens), rule="share_of", used=p.behind.used)


def _begins_with_deed(tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase is a deed and what it is done to."""
    return len(tokens) > 1 and tokens[0].tag in ("v", "vn") and not tokens[0].role
