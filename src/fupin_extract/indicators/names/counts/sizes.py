"""Things told with their size: 占地面积3150亩的安置点, 库容3万吨的冷库2座, 一条三米宽的水泥路."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...phrases.before import Phrase, stretch_before
from ...rows import nouns_end, text_at
from ...spelling import PER_HEADS, spell
from ...vocabulary import SIDES

if TYPE_CHECKING:
    from ..position import Position, Reading


def across(p: Position) -> Reading | None:
    """Return how wide or long a thing is: 一条三米[宽]的[水泥路], 形成[高]20米、厚2米的[冰瀑]."""
    k = p.at + 1
    if (other := _with_other_side(p)) is not None:
        return other
    if p.quantity.dimension == "length" and p.behind.de and p.behind.tokens and p.at > 1:
        reaches = p.row[p.at - 1].role in ("link", "beyond", "drop")
        side = p.row[p.at - 2] if reaches else p.row[p.at - 1]
        if side.text in SIDES:
            name = spell(p.behind.tokens)  # 村中[长达]1800米的灌渠
            return p.reading(name + side.text, p.behind.tokens, rule="size_of", used=p.behind.used, topic=name)
    if (
        p.quantity.dimension != "length"
        or k + 2 >= len(p.row)
        or p.row[k].text not in SIDES
        or p.row[k + 1].text != "的"
    ):
        return None
    end = nouns_end(p.row, k + 2)
    name = spell(p.row[k + 2 : end])
    return p.reading(name + p.row[k].text, p.row[k:end], rule="size_of", used=end, topic=name) if name else None


def _with_other_side(p: Position) -> Reading | None:
    """Return the side told of a thing that stands behind its other side: [高]20米、厚达2米的[冰瀑]."""
    row, k = p.row, p.at + 1
    if p.quantity.dimension != "length" or text_at(row, k) not in ("、", "，") or text_at(row, k + 1) not in SIDES:
        return None
    told = p.stretch.tokens
    while told and told[-1].role in ("link", "drop", "beyond"):
        told = told[:-1]
    other = next((j for j in range(k + 2, min(k + 5, len(row))) if row[j].quantity), len(row))
    if not told or told[-1].text not in SIDES or text_at(row, other + 1) != "的":
        return None
    end = nouns_end(row, other + 2)
    name = spell(row[other + 2 : end])
    return p.reading(name + told[-1].text, row[other + 2 : end], rule="size_of", topic=name) if name else None


def by_the_year(p: Position) -> Reading | None:
    """Return how much a works makes or keeps: 建设[年加工]3000吨的[豆腐厂], [年出栏]1万头的[养猪场]."""
    core = p.stretch.core
    if not p.behind.de or not p.behind.tokens or len(core) < 1:
        return None
    made = core[-1:] if core[-1].text.startswith(("年", "日")) else core[-2:]
    if made[0].text[0] not in "年日" or (made[0].text in ("年", "日") and len(made) == 1) or made[-1].tag == "t":
        return None
    if not all(t.text in ("年", "日") or t.text.removeprefix("年").removeprefix("日") in _MADE for t in made):
        return None
    name = spell(p.behind.tokens) + "".join(t.text for t in made)
    return p.reading(name, (*made, *p.behind.tokens), rule="size_of", used=p.behind.used)


_MADE = frozenset("加工 处理 屠宰 出栏 生产 出产 供水 供气 发电 接待 存栏 养殖 繁育 育苗".split())


def size_of(p: Position, phrase: Phrase) -> Reading | None:
    """Return the measure in front of the thing behind: 占地面积3150亩的安置点."""
    size = phrase.tokens[-1]
    led = [t for t in phrase.tokens[:-1] if t.text not in ("了", "过")]
    if size.text in _YIELDS and not led and p.behind.tokens[0].start == p.row[p.at].end:
        name = spell(p.behind.tokens) + size.text  # 年产5万吨[饲料加工厂]
        return p.reading(name, (*phrase.tokens, *p.behind.tokens), rule="size_of", used=p.behind.used)
    worth = size.text in _WORTH and (p.behind.de or p.behind.tokens[0].start == p.row[p.at].end)
    if len(led) > 1 and led[-2].text == "一" and len(led[-1].text) == 1:
        led = led[:-2]  # [一条]全长12公里的公路
    if worth and led and (p.behind.de or led[-1].tag == "v"):
        led = []  # 集资采购[价值]300万元的物资, 破获[案值]2亿元走私案
    elif not p.behind.de and (led or not worth):
        return None
    if size.role != "size" or (led and led[-1].tag not in ("v", "vn")):
        return None
    name = spell(p.behind.tokens) + size.text
    used = (*phrase.tokens, *p.behind.tokens)
    return p.reading(name, used, rule="size_of", used=p.behind.used, topic=spell(p.behind.tokens))


_WORTH = frozenset({"总额", "总重", "总重量", "价值", "案值", "货值", "总价值"})


_YIELDS = frozenset({"年产", "日产"})


def sized(p: Position) -> Reading | None:
    """Return the deed with the thing whose size the number before told: 建成库容3万吨的[冷库]2座."""
    if not p.last or p.last.rule != "size_of" or p.quantity.dimension != "count" or p.stretch.tokens:
        return None
    if p.last_at < 0 or p.row[p.at - 1].text[-1] != p.last.topic[-1]:
        return None
    before = stretch_before(p.row, p.last_at, 0).core
    deed = next((t for t in reversed(before) if not t.nominal), None)
    name = (deed.text if deed and deed.tag == "v" else "") + p.last.topic
    return p.reading(name, p.last.tokens, topic=p.last.topic)


def plot(p: Position) -> Reading | None:
    """Return the land of which a unit with 地 tells where nothing else names it: 村里每人只有[八分地], 人均只有五分地."""
    if p.behind.tokens or p.quantity.dimension != "area" or not p.quantity.text.endswith("地"):
        return None
    heads = "".join([t.text for t in p.stretch.core if t.kind == "word"])
    return p.reading(heads + "耕地", (p.row[p.at],)) if not heads or heads in PER_HEADS else None
