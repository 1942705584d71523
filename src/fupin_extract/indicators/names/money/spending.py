"""What money was spent on: 投资10.7亿元实施了[农村电网升级改造], 其中130亿元用于[疫情防控]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import is_stop
from ...spelling import spell
from ...vocabulary import SHARES
from ..position import Position, Reading, only_of
from ..told.funds import fund_paid
from ..told.governing import USED
from ..told.topics import topic_of, without_deed

if TYPE_CHECKING:
    from ...phrases.before import Phrase
    from ...rows import Token

_SPENT = frozenset({"投资", "总投资", "投资金额"})
_SPENT_AS = dict.fromkeys("拿出 筹资 筹集 筹措 出资".split(), "资金") | {"投入": "投入", "斥资": "投资", "耗资": "投资"}


@only_of(dimensions=("money",))
def spent_on(p: Position) -> Reading | None:
    """Return what the money was spent on: 投资10.7亿元实施了农村电网升级改造."""
    phrase = p.stretch.phrase
    if (built := _built_with(p, phrase) or _bought(p)) is not None:
        return built
    fund = phrase.name if phrase.name in _SPENT else _SPENT_AS.get(phrase.tokens[-1].text, "") if phrase.tokens else ""
    if not fund or not p.behind.predicate or p.behind.de:
        return None
    if p.behind.said_to < len(p.row) and p.row[p.behind.said_to].text == "、":
        return None  # 投入120亿元发展种养、光伏等产业
    said = [t for t in p.behind.predicate if t.role != "light" and t.tag != "d"]
    while said and said[0].tag == "v":
        said = said[1:]
    thing = spell(said)
    if not thing or any(t.tag == "p" or (t.tag == "v" and t is not said[-1]) for t in said):
        return None
    return p.reading(thing + fund, phrase.tokens, topic=thing)


_BUILDS = frozenset(
    "援建 捐建 帮建 建设 建 建成 新建 修建 兴建 建起 扩建 改建 打造 购置 引进 购买 购进 新上 建立 办起 建造".split()
)
_FAR_BUILT = 14


def _built_with(p: Position, phrase: Phrase) -> Reading | None:
    """Return what was built with the money where its own size stands before it: 投资1200万元建设了年产5000吨的[山泉水厂]."""
    row, k = p.row, p.at + 1
    spent = phrase.tokens[-1].text if phrase.tokens else ""
    if spent not in (*_SPENT, *_SPENT_AS) or k >= len(row) or row[k].text not in _BUILDS:
        return None
    if k + 2 < len(row) and row[k + 1].text == "的":
        end = next((j for j in range(k + 2, len(row)) if not row[j].nominal and not row[j].region), len(row))
        thing = spell([t for t in row[k + 2 : end] if not t.region])  # 出资3600万元援建的[中学]
        name = thing + _SPENT_AS.get(spent, spent)
        return p.reading(name, phrase.tokens, used=end, topic=thing) if thing else None
    end = next((j for j in range(k + 1, min(len(row), k + _FAR_BUILT)) if row[j].text in "，。；、"), len(row))
    of = next((j for j in range(end - 1, k, -1) if row[j].text == "的"), None)
    if of is None or not any(t.quantity for t in row[k + 1 : of]):
        return None
    thing = spell(row[of + 1 : end])
    if not thing or not all(t.nominal for t in row[of + 1 : end]):
        return None
    past = k + 1 + (row[k + 1].text == "了")
    return p.reading(f"{thing}投资", phrase.tokens, used=past, topic=thing)


_PAID = frozenset("花 花了 花费 掏 掏了 斥资 垫 出资".split())
_COSTS = frozenset({"花", "花了", "花费"})
_TIMES = frozenset({"月", "年", "天", "前后", "总共", "一共"})
_BOUGHT = 10


def _bought(p: Position) -> Reading | None:
    """Return what somebody paid for: 花8万元租修了一栋老宅, 斥资1.2亿元建设冷链物流园."""
    core = [t for t in p.stretch.core if t.role != "drop"]
    if not core or core[-1].text not in _PAID:
        return None
    if core[-1].text in _COSTS and len(core) > 1 and not p.stretch.of and (core[-2].tag in ("v", "vn")):
        first = next((k for k in range(len(core) - 2, 0, -1) if not _of_deed(core[k - 1])), 0)
        name = spell(core[first:-1]) + "花费"  # 这次[住院治疗]花了1.5万元
        return p.reading(name, core[first:])
    end = p.at + 1
    while end < len(p.row) and p.row[end].kind == "word":
        end += 1
    row = p.row[p.at + 1 : end]
    said = [
        t
        for k, t in enumerate(row)
        if not (t.tag in ("d", "r") or t.text in ("一", "了") or (k and row[k - 1].text == "一"))
    ]
    name = spell(said)
    if not said or said[0].tag not in ("v", "vn", "x") or not 1 < len(name) <= _BOUGHT:
        return None
    return p.reading(name, said, used=end)


def _of_deed(token: Token) -> bool:
    """Tell whether a word belongs to what money was paid for: [住院治疗]; not 每个[月]吃药."""
    return (token.nominal or token.tag == "v") and token.text not in _TIMES


_SPARED = frozenset("拿出 安排 拨付 下达 筹集 筹措 统筹 整合 出资 拨出 切块 列支 投入 划拨".split())
_USE = 16


@only_of(dimensions=("money", "percentage", "ratio"), units=SHARES)
def used_for(p: Position) -> Reading | None:
    """Return what money or a share of it went to: 其中130亿元用于疫情防控, 扶贫资金的70%用于发展产业."""
    spared = bool(p.stretch.core) and p.stretch.core[-1].text in _SPARED and p.quantity.dimension == "money"
    if p.stretch.core and not spared:
        return None
    k = p.at + 1
    while k < len(p.row) and p.row[k].role == "drop":
        k += 1
    if k == len(p.row) or (p.row[k].text not in USED and not (spared and p.row[k].text == "作为")):
        return None
    end = k + 1
    while end < len(p.row) and p.row[end].kind == "word" and not is_stop(p.row[end]):
        end += 1
    purpose = spell(p.row[k + 1 : end])
    if not purpose or len(purpose) > _USE:
        return None
    told = without_deed(topic_of(p))
    whole = "资金" if spared else fund_paid(topic_of(p)) or told
    if p.row[k].text == "作为":
        return p.reading(purpose, p.row[k:end], used=end)
    verb = "投向" if p.row[k].text == "投向" else "用于"
    name = verb + purpose + ("" if whole and purpose.endswith(whole) else whole)
    counted = end < len(p.row) and p.row[end].quantity is not None  # 用于[“一事一议”项目]227个
    used = k + 1 if counted else end
    return p.reading(name, p.row[k:end], used=used, topic=topic_of(p) or purpose)
