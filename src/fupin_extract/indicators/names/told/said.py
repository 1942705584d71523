"""What a sentence says of the things that it counts: 748个贫困村全部[退出]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....regions.levels import ENDINGS
from ...phrases.behind import phrase_behind
from ...spelling import spell
from ...vocabulary import JOINTS, PLACES
from .denials import denied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...rows import Token
    from ..position import Position

_SAID = 12
_SCENES = frozenset(
    "排列 坐落 矗立 映入 掩映 分布 散落 林立 绽放 排开 散布 错落 等待 等候 出现 呈现 埋头 忙碌 迎来 喜获 喜迎".split()
)
"""Verbs of how a thing looks, not of what was done: 300座大棚整齐[排列]."""
_SEASONS = ("期", "季", "季节", "阶段", "尾声", "旺季")


def predicated(p: Position) -> str:
    """Return what the sentence says of the counted: 退出 in 748个贫困村全部退出."""
    said = [t for t in p.behind.predicate if t.text != "任何"]
    if len(said) > 2 and said[0].text == "在" and said[1].text in ("这里", "那里", "此", "这儿"):
        said = said[2:]  # 1.2万人[在这里]安家
    if len(said) > 1 and said[-1].text in ("来", "去") and said[-2].tag == "v":
        said = said[:-1]  # 1500户全部搬出[来]
    if without := _lacked(p, said):
        return without  # 七成受访家庭[没有储蓄]
    if p.quantity.dimension == "count" and any("的" in t.text for t in said):
        return ""  # 48个部门联动监管的管理机制
    if p.quantity.dimension == "count" and (moved := _only_moved(said)):
        return moved  # 41个行业中，11个行业[下降]
    if not said or any(t.role in ("up", "down", "share", "versus", "beyond") for t in said):
        return ""
    if _stays_somewhere(said) or _is_related(said):
        return "".join(t.text for t in said)
    if not _is_deed(said) or _is_where_or_how(said) or _is_a_scene(said):
        return ""
    kept = [
        t
        for k, t in enumerate(said)
        if t.role not in ("link", "drop") or t.text in ("有", "不") or (k == 0 and t.role == "link")
    ]
    return denied(p, said[0]) + spell(kept)


def _stays_somewhere(said: Sequence[Token]) -> bool:
    """Tell whether it is said where those counted live: 60%的人口[居住在深山区]."""
    stays = len(said) > 2 and said[0].text in _STAYS and said[1].text in ("在", "于") and said[2].tag != "r"
    return stays and _length(said) <= _SAID


def _is_related(said: Sequence[Token]) -> bool:
    """Tell whether it is said what those counted have to do with: 62宗求助中，45宗[与轮候有关]."""
    related = len(said) > 2 and said[0].text in _WITH and said[-1].text in _RELATED
    return related and all(t.nominal for t in said[1:])


def _is_deed(said: Sequence[Token]) -> bool:
    """Tell whether what is said begins with a deed, or ends with one behind a word that the dictionary does not know."""
    ends = said[-1].tag in ("v", "vn")
    return said[0].tag in ("v", "vn") or (ends and (said[0].tag == "s" or (said[0].tag == "x" and len(said) > 1)))


def _is_where_or_how(said: Sequence[Token]) -> bool:
    """Tell whether the words are a place or a time, or too much to be a predicate of so many."""
    if said[-1].text in PLACES or said[-1].text.endswith(("内", "里")) or _length(said) > _SAID:
        return True
    return any(t.tag in ("p", "c", "r") for t in said) or any(t.tag == "d" and t.text != "不" for t in said[1:])


def _length(said: Sequence[Token]) -> int:
    return sum(len(t.text) for t in said)


def _only_moved(said: Sequence[Token]) -> str:
    """Return that something rose or fell, where nothing else is said of the counted: 实现[增长], [下降]明显; else ""."""
    moved = [t for t in said if t.text in _MOVED]
    others = (t.role in ("link", "light", "drop") or t.tag in ("a", "d") for t in said if t not in moved)
    return moved[0].text if len(moved) == 1 and all(others) else ""


_MOVED = frozenset("增长 增加 上升 上涨 回升 下降 减少 下跌 回落 下滑".split())


def _lacked(p: Position, said: Sequence[Token]) -> str:
    """Return what those counted have none of: 没有储蓄, 家中没有电脑; else ""."""
    k = next((k for k in range(p.at + 1, len(p.row)) if said and p.row[k].start == said[0].start), 0)
    if not k or p.row[k - 1].text not in ("没有", "并无") or not all(t.tag == "n" for t in said):
        return ""
    told = "".join(t.text for t in said)
    return "没有" + told if len(told) <= _SAID else ""


def _is_a_scene(said: Sequence[Token]) -> bool:
    """Tell whether it is said how things look or what time of the year it is: 整齐排列, 进入采摘期."""
    season = said[0].text == "进入" and said[-1].text.endswith(_SEASONS)
    return season or said[0].text in _SCENES or said[0].text == "历时"


_WITH, _RELATED = frozenset("与 和 跟 同".split()), frozenset({"有关", "相关"})
_STAYS = frozenset("居住 生活 分布 聚居 散居".split())


def said_of_the_last(p: Position) -> str:
    """Return the predicate at the end of a list of places, which holds for each of them: 4个市、12个县[遭受暴雨]."""
    behind = p.behind
    while not behind.predicate and spell(behind.tokens).endswith(ENDINGS):
        k = behind.used
        if k + 2 >= len(p.row) or p.row[k].text not in JOINTS or p.row[k + 1].unit != p.quantity.unit:
            return ""
        behind = phrase_behind(p.row, k + 1)
    listed = behind is not p.behind and spell(behind.tokens).endswith(ENDINGS)
    return predicated(p._replace(behind=behind)) if listed else ""


def for_them(p: Position) -> bool:
    """Tell whether something is done for what is counted, not by it: 为50多万辆汽车提供材料."""
    tokens = [t for t in p.stretch.tokens if t.kind != "region" and (t.role not in ("drop", "link") or t.text == "为")]
    return bool(tokens) and tokens[-1].text in ("为", "给", "向", "对")


def _within(row: Sequence[Token], k: int) -> bool:
    """Tell whether a verb stands between 有 and the noun that is had: [有防止返贫任务]的25个省份."""
    return (
        row[k].tag == "v"
        and not row[k].role
        and row[k].text not in _HAVE
        and k > 0
        and row[k - 1].text in ("有", "没有", "无")
    )


_HAVE = frozenset("接受 参加 从事 享受 领取 有 没有 无 具有 具备 符合 缺乏 缺少 拥有 存在 享有 丧失".split())


def what_they_have(p: Position) -> str:
    """Return what only those counted have or lack: [有劳动能力]的1200名群众, [符合条件]的230个村; else ""."""
    if p.at < 3 or p.row[p.at - 1].text != "的":  # 有, what is had, 的
        return ""
    first = p.at - 1
    while first and (p.row[first - 1].nominal or _within(p.row, first - 1)):
        first -= 1
    if first == p.at - 1 or not first or p.row[first - 1].text not in _HAVE:
        return ""
    before = p.row[first - 2] if first > 1 else None
    if before is not None and before.kind == "word" and before.nominal:
        return ""  # 村里有文化的20名青年 is told of the village's, 家庭有困难的 of the homes'
    return "".join(t.text for t in p.row[first - 1 : p.at - 1])
