"""Numbers whose noun stands behind them or in their unit: counts, measures with their thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases.before import Phrase, phrase_ending
from ..phrases.behind import phrase_behind
from ..phrases.deeds import tells_of
from ..phrases.troubles import SOLVES, TROUBLES
from ..rows import nouns_end, text_at
from ..spelling import NOUN_UNITS, ORIGINS, PER_HEADS, spell
from ..vocabulary import INSIDE, JOINTS, SHARES
from .position import Position, Reading, only_of
from .said import for_them, predicated, said_of_the_last, what_they_have
from .sizes import across, by_the_year, size_of
from .stretches import is_measure
from .topics import topic_of, without_deed
from .wholes import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


USED = frozenset("用于 用来 主要用于 专门用于 重点用于 投向 投入到 投到 投放到".split())
"""Verbs that lead to the use something is put to."""
_COUNTS = frozenset({"people", "households", "count", "occasions"})


@only_of(dimensions=_COUNTS)
def counted(p: Position) -> Reading | None:
    """Return the noun right behind a count, with the deed in front: 组织动员1583个单位; 476个村摘掉了贫困帽子."""
    thing = p.behind.tokens
    if not thing and (shared := _shared_thing(p)) is not None:
        return shared
    if not thing:
        return None
    if again := _in_a_pair(p, thing):
        return again
    if told := what_they_have(p):
        tokens = (p.row[p.at - 2], *thing)
        return p.reading(told + spell(thing), tokens, used=p.behind.used, topic=spell(thing))
    if known := whole(p) or by_the_year(p):
        return known
    phrase = _governing(p)
    if (
        p.quantity.dimension in ("people", "households", "occasions")
        and phrase.name
        and not _open(p, phrase)
        and (deeds(thing) or not _written_noun(p))
    ):
        if not deeds(thing):
            return None
        name = phrase.name + spell(thing)
        return p.reading(name, (*phrase.tokens, *thing), rule="around", used=p.behind.used)
    if _open(p, phrase) or phrase.name in PER_HEADS:
        deed = phrase.name if phrase.name in PER_HEADS else _deed(phrase.tokens)
        if led := _led(p, phrase, deed):
            return led
        kind = _kind_of(p, thing)
        used = p.behind.said_to if kind else p.behind.used
        kind = kind or spell(thing)
        return p.reading(deed + kind, (*phrase.tokens, *thing), used=used, topic=kind)
    if all(t.tag in ("a", "b") for t in thing) and p.behind.predicate and p.behind.predicate[0].tag in ("v", "vn"):
        name = spell([*thing, *p.behind.predicate])  # 110万人[稳定脱贫]
        return p.reading(name, thing, rule="said_of", used=p.behind.said_to)
    if kind := _kind_of(p, thing):
        return p.reading(kind, thing, used=p.behind.said_to)
    parallel = p.at > 0 and p.row[p.at - 1].text == "、"  # 14人遇难、8人失联: each of a list says its own
    event = thing[-1].text in ("活动", "培训", "演出", "展览", "审查")
    some = any(t.text in _OF_THEM for t in p.stretch.tokens)
    if some and not parallel and deeds(thing) and not event and p.last and p.like_last:
        done = spell([*thing, *p.behind.predicate])  # 38项工程已开工36项，其中14项[建设完成]
        name = done + without_deed(p.last.topic)
        return p.reading(name, thing, rule="elided", used=p.behind.said_to, implied=True, topic=p.last.topic)
    if all(t.tag == "b" for t in thing) and (head := _head_of_next(p)):
        name = spell(thing) + head
        return p.reading(name, thing, used=p.behind.used)
    said = "" if for_them(p) else predicated(p) or said_of_the_last(p)
    used = p.behind.said_to if said else p.behind.used
    return p.reading(said + spell(thing), thing, used=used, topic=spell(thing))


def _in_a_pair(p: Position, thing: Sequence[Token]) -> Reading | None:
    """Return the name of the households right before, whose people are counted with them: 解决1863户[7420人]饮水问题."""
    folk = p.last_at == p.at - 1 and p.quantity.dimension in ("people", "households")
    if not folk or p.last is None or p.last.rule != "counted" or not p.last.name.endswith(spell(thing)):
        return None
    return p.last._replace(used=p.behind.used)


def _led(p: Position, phrase: Phrase, deed: str) -> Reading | None:
    """Return what those did who were helped to it: 帮助3000万劳动力[就业], 促进79万人[灵活就业], 每个主体[带动]6人[稳定就业]."""
    thing = p.behind.tokens
    how = all(t.tag in ("a", "b", "d", "x") for t in thing)
    leads = how and phrase.tokens[-1].text in _LIFTS_UP
    said = predicated(p) if leads or phrase.tokens[-1].text in _HELPS else ""
    if not said:
        return None
    name = spell(thing) + said if how else said + spell(thing)
    name = deed + name if leads else name
    return p.reading(name, (*phrase.tokens, *thing), used=p.behind.said_to)


_LIFTS_UP = frozenset({"带动", "吸纳", "辐射带动"})


def _head_of_next(p: Position) -> str:
    """Return the noun that an attribute leaves to the next count of the list: 4个国家级、29个省级[现代农业示范区]."""
    k = p.behind.used
    if k + 1 >= len(p.row) or p.row[k].text not in JOINTS or p.row[k + 1].unit != p.quantity.base_unit:
        return ""
    following = phrase_behind(p.row, k + 1).tokens
    own = next((j for j, t in enumerate(following) if t.tag != "b"), 0)
    return spell(following[own:]) if own else ""


def _shared_thing(p: Position) -> Reading | None:
    """Return the deed with the thing that only the next count of the pair spells out: 续建3个、新建17个联合体."""
    k = p.at + 1
    if p.quantity.dimension != "count" or k + 2 >= len(p.row) or p.row[k].text not in JOINTS or p.stretch.linked:
        return None
    deed = p.stretch.core[-1] if p.stretch.core else None
    if deed is None or deed.tag != "v" or p.row[k + 1].tag != "v" or p.row[k + 2].unit != p.quantity.base_unit:
        return None
    thing = phrase_behind(p.row, k + 2).tokens
    if not thing:
        return None
    return p.reading(deed.text + spell(thing), (deed, *thing), topic=spell(thing))


_OF_THEM = frozenset({"其中", "已", "已经", "现已"})
_KINDS = tuple(
    (
        "标准 工程 政策 措施 设施 体系 机制 中心 基地 平台 产业 服务 任务 试点 技术 产品 装备 活动 指标 法规 制度 规范 业务 "
        "资金 生产线 设备 场所 项目 工作"
    ).split()
)
_ACTORS = (
    "村",
    "县",
    "乡",
    "镇",
    "户",
    "人",
    "企业",
    "公司",
    "单位",
    "部门",
    "地区",
    "省",
    "市",
    "者",
    "员",
    "群众",
    "干部",
    "家庭",
    "社",
    "学校",
    "机构",
    "院",
    "所",
    "站",
    "馆",
    "银行",
    "集团",
    "组织",
    "协会",
)
_DOES = frozenset("提供 开展 享受 获得 参与 完成 实施 进行 推出 出台 接受 提升 得到 使用 拥有 承担 从事".split())
"""Verbs behind which a whole thing stands that somebody did, not the rest of a name."""


_LIFTED = frozenset("单产 产能 品质 质量 能力 素质 技能 品牌 地力 功能".split())
_EVENTS = frozenset({"场", "场次", "届", "轮"})


def _kind_of(p: Position, thing: Sequence[Token]) -> str:
    """Return the whole of a name with a verb in it: 22项动力电池回收利用[国家标准]; of 86个贫困村退出 only the village is."""
    said = p.behind.predicate
    lifts = thing[-1].text in _LIFTED and len(said) > 1 and said[0].text == "提升"  # 300个单产[提升]示范田
    if lifts and all(t.nominal for t in said[1:]):
        return spell([*thing, *said])
    if p.quantity.base_unit in _EVENTS and len(said) == 1 and said[0].start == thing[-1].end:
        return spell([*thing, *said])  # 100多场精品演出
    if (
        not said
        or said[0].text in _DOES
        or not said[-1].text.endswith(_KINDS)
        or said[0].start != thing[-1].end
        or thing[-1].text.endswith(_ACTORS)
    ):
        return ""
    return spell([*thing, *said]) if all(t.nominal or t.tag == "v" for t in said) else ""


def _governing(p: Position) -> Phrase:
    """Return the phrase in front; where it only describes what stands behind (租了村民的3亩地), its deed."""
    core = p.stretch.core
    listed = any(t.text in ("、", "”") for t in p.stretch.tokens)
    if listed and any(t.text == "等" for t in p.stretch.tokens[len(core) :]):
        return Phrase([])  # 规划了综合办公、研发设计等[近]5个功能分区
    if p.behind.de and core and core[-1].text in SOLVES and not p.behind.tokens[-1].text.endswith(TROUBLES):
        return Phrase([])  # 解决70多万贫困人口的问题
    if any(t.text == "在内" for t in p.stretch.tokens[-3:]):
        return Phrase([])  # 包括图灵奖得主[在内]的上千位嘉宾
    if p.behind.de and core and core[-1].text in USED:
        return Phrase([])  # 用于7852户的安置住房建设
    end = p.behind.used
    if p.stretch.tokens and p.stretch.tokens[-1].text == "在" and text_at(p.row, end) in _INSIDE:
        return Phrase([])  # 挤在五间教室里
    if not p.stretch.of:
        within = core and core[-1].tag == "vn" and p.stretch.tokens[len(core) :] and p.stretch.tokens[-1].text == "在"
        return Phrase([]) if within else p.stretch.phrase  # 单产提升行动在72个县推进
    if core and (core[-1].tag == "a" or any(t.text in ORIGINS for t in core)):
        return Phrase([])  # 生产生活条件[恶劣]的3350个贫困村
    k = len(core)
    while k and core[k - 1].nominal and core[k - 1].tag != "vn":
        k -= 1
    while k and (core[k - 1].text == "了" or core[k - 1].tag == "u"):
        k -= 1
    if k and k < len(p.stretch.tokens) and tells_of(p.stretch.tokens, k - 1):
        return Phrase([])  # 统计的92种产品
    return phrase_ending(core[:k]) if k and core[k - 1].tag in ("v", "vn") else Phrase([])


_INSIDE = INSIDE | {"内", "上"}


def _written_noun(p: Position) -> bool:
    """Tell whether the noun of a count stands behind it (4万名干部, 11万贫困户), not in front (农户1.2万户)."""
    return p.quantity.text[-1:] not in ("人", "户", "次") or bool(
        p.behind.tokens and p.behind.tokens[0].start == p.row[p.at].end
    )


def deeds(tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens are verbs alone: 就业, 易地搬迁."""
    return all(t.tag in ("vn", "v") for t in tokens)


def _open(p: Position, phrase: Phrase) -> bool:
    """Tell whether the phrase in front is a deed that still waits for its object."""
    links = [t for t in p.stretch.tokens[len(p.stretch.core) :] if t.role in ("link", "beyond")]
    return (
        bool(phrase.tokens)
        and phrase.tokens[-1].tag in ("v", "vn")
        and phrase.tokens[-1].role == ""
        and (not p.stretch.linked or all(t.text in _BOUNDS for t in links))  # 提供[超过]30万人次的培训
    )


def _deed(tokens: Sequence[Token]) -> str:
    """Return the verbs that the phrase ends in, without their subject."""
    k = len(tokens)
    while k and tokens[k - 1].kind == "word" and tokens[k - 1].tag in ("v", "vn") and not tokens[k - 1].role:
        k -= 1
    return "" if tokens[k:] and tokens[-1].text in (*_LEADS, *_GETS) else spell(tokens[k:])


_BOUNDS = frozenset({"超过", "超", "逾", "近", "不少于", "不低于"})
_HELPS = frozenset("帮助 扶持 协助 助力 促使 推动 引导 支持 促进 帮扶 助推 使 让 动员".split())
"""Of whom these were done the sentence tells what they did then."""
_GETS = frozenset({"分到", "分得", "分得到", "摊到"})
_LEADS = frozenset({"带领", "率领", "领导", "团结", "团结带领"})


def measured_behind(p: Position) -> Reading | None:
    """Return the noun behind a measure: 5万亩棉花地, 1000万元的风险补偿金, 70%的贫困群众."""
    if (sized := across(p) or by_the_year(p)) is not None:
        return sized
    thing = p.behind.tokens
    if not thing or p.quantity.dimension in _COUNTS:
        return None
    if p.stretch.core and p.stretch.core[-1].text == "海拔":
        return None  # 坐落在海拔1600米的山坳中 tells how high it lies
    if p.behind.de and p.quantity.base_unit == "%" and thing[-1].text.endswith(_INTEREST) and _given_at(p):
        name = spell(thing)  # 支持金融机构以不高于4.5%的[利率]提供贷款
        return p.reading(name, thing, rule="measured", used=p.behind.used)
    phrase = _governing(p)
    if p.quantity.base_unit in SHARES and p.behind.de and not phrase.name and (what := _they_are(p)):
        what = what.removesuffix(spell(thing))
        return p.reading(what + spell(thing), thing, rule="measured", used=p.behind.used, topic=spell(thing))
    led = p.stretch.tokens[-1].text if p.stretch.tokens else ""
    has = (
        led in ("有", "有着", "各有", "都有", "在", "对") and p.quantity.base_unit not in SHARES
    )  # 村民们在[3000多亩]茶园里采茶
    if has and phrase.tokens and not is_measure(phrase) and not _open(p, phrase):
        return p.reading(spell(thing), thing, rule="measured", used=p.behind.used)
    if (
        p.behind.de
        and phrase.tokens
        and phrase.tokens[-1].text in ("投资", "总投资")
        and p.quantity.dimension == "money"
    ):
        name = spell(thing) + phrase.tokens[-1].text
        return p.reading(name, (*phrase.tokens, *thing), rule="size_of", used=p.behind.used, topic=spell(thing))
    if phrase.name and not _open(p, phrase) and phrase.name not in PER_HEADS:
        return size_of(p, phrase) or _share_of(p, phrase)
    aimed = all(t.tag == "v" for t in thing) or (p.row[p.at + 1].text in _AIMS and thing[-1].text not in _GIVEN)
    if p.quantity.dimension == "money" and not p.behind.de and thing[0].text in _FOUNDS and thing[-1].tag != "v":
        name = spell(thing)  # 拿出2000万元[设立风险补偿金]
        return p.reading(name, thing, rule="measured", used=p.behind.used, topic=spell(thing[1:]))
    if p.quantity.dimension == "money" and not p.behind.de and (aimed or (phrase.name and _is_spent(thing))):
        return None
    if p.behind.de and p.quantity.base_unit == "%" and [t.role for t in thing] == ["rate"] and (topic := topic_of(p)):
        name = topic + spell(thing)  # 固定资产投资12亿元，20%的[增速]比上半年快
        return p.reading(name, thing, rule="measured", used=p.behind.used, implied=True)
    kind = "" if (phrase.name and not _deed(phrase.tokens)) or p.quantity.base_unit in SHARES else _kind_of(p, thing)
    if kind:
        kind = (_deed(phrase.tokens) if phrase.name else "") + kind
        return p.reading(kind, thing, rule="measured", used=p.behind.said_to)
    said = "" if phrase.name else predicated(p)
    deed = phrase.name if phrase.name in PER_HEADS else _deed(phrase.tokens) if phrase.name else said
    if deed in _EARNS and thing[-1].text.endswith(_EARNED):
        deed = ""  # 每月能[挣]1800元的工资
    used = p.behind.said_to if said else p.behind.used
    name = deed + spell(thing)
    topic = name if said and p.quantity.base_unit in SHARES else spell(thing)  # 94%的农户反映…，比上年提高3个百分点
    return p.reading(name, (*phrase.tokens, *thing), rule="measured", used=used, topic=topic)


def _they_are(p: Position) -> str:
    """Return what a share of some is said to be: 30%的居民是[贫困户], 七成的面积为[山地]."""
    row, k = p.row, p.behind.used
    if k >= len(row) or row[k].text not in ("是", "为", "属于", "都是"):
        return ""
    end = nouns_end(row, k + 1)
    return spell(row[k + 1 : end]) if end == len(row) or row[end].kind == "mark" else ""


_INTEREST = ("利率", "费率", "税率")


def _given_at(p: Position) -> bool:
    """Tell whether the number is the rate at which something is given: 以4.5%的利率, 按5%的税率."""
    return any(t.text in ("以", "按", "按照") for t in p.stretch.tokens)


_EARNS = frozenset("挣 赚 拿 拿到 领 领到 挣到 赚到 得到 获得 有 带来 分到".split())
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


def unit_noun(p: Position) -> Reading | None:
    """Return the unit where it is the noun itself: 辖1区1市5县, 7县脱贫摘帽."""
    unit = p.quantity.base_unit
    if unit not in NOUN_UNITS or p.behind.subject:
        return None
    name = predicated(p) + unit
    return p.reading(name, (p.row[p.at],))
