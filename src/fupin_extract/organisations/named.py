"""Companies and cooperatives: a proper name in front of 公司, 集团, 合作社."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ..words import words
from .knowledge import named_heads, named_pattern
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention
    from ..words import Word

_HARD = re.compile(r"[，。、；：！？《》“”\"'‘’「」『』\s,.;:!?|—…~+＋×/()（）]")
_LONGEST = 26
_LIMITED = ("有限公司", "有限责任公司", "股份公司", "集团公司")
_STOPS = frozenset(
    "的 了 是 与 和 及 由 为 对 向 在 从 将 被 把 让 同 跟 或 等 以 到 该 本 这 那 其 各 每 某 多 几 家 个 名 位 户 有 并 已 也 都 还 又 之 所 者 使 给 按 经 当 如 像 称 叫 前 往 来 去 于 至 曾 后 时 任".split()
)
_NAMING = frozenset("v d p c r u m q y e".split())
_BUSINESS = frozenset(
    "养殖 种植 种养 加工 开发 发展 服务 贸易 销售 投资 建设 生产 旅游 运输 物流 管理 经营 合作 供应 收购 农业 科技 生态 食品 工程 信息 文化 实业 控股 互助 保险 租赁 担保 证券 传媒 环保 供电 "
    "农牧 畜牧 林业 果蔬 果业 花卉 苗木 中药材 药材 蔬菜 苹果 茶叶 茶业 养蜂 养牛 养羊 养猪 农机 农产品 电子商务 电商 商贸 置业 地产 置地 酒业 药业 乳业 牧业 能源 电力 矿业 化工 机械 制造 技术 网络 数据".split()
)
_GENERIC = frozenset(
    "龙头 企业 公司 旅游 保险 物流 大型 产业 专业 农民 当地 种植 养殖 扶贫 国有 民营 私营 外资 上市 科技 农业 投资 开发 担保 贷款 互联网 电商 快递 建筑 房地产 食品 加工 运输 服务 家政 劳务 "
    "合作社 股份 经济 集体 村集体 农机 蔬菜 药材 果业 农业发展 龙头企业 一家 多家 有限 犯罪 走私 诈骗 利益 教育 医疗 电力 供电 土地 资金 互助 生态 林业 茶叶 苹果 中药材".split()
)


_ORDINARY = frozenset("上市 届 强 大 小 新 老 第 外国 跨国 世界 国际 全球 国内 国外 中外 外资 中央 地方 省属 市属 县属 母 子 分".split())
"""With these it is a kind of companies, not one: 世界500[强]公司, [跨国]公司."""


def named_bodies(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the companies and cooperatives of a text."""
    heads = named_heads()
    starts = [place.start for place in places]
    done = 0
    for match in named_pattern().finditer(text):
        at, end = match.span()
        head = heads[match[0]]
        if at < done or text.startswith((*head.not_before, "+"), end):
            continue
        if (start := _start(text, at, match[0], places, starts, done)) is not None:
            i = bisect_right(starts, start) - 1
            place_end = places[i].end if i >= 0 and places[i].start == start else start
            yield Mention(
                start, end, text[start:end], head.kind, "organisations/named", text[start:end], place_end=place_end
            )
            done = end


def _start(
    text: str, at: int, head: str, places: Sequence[PlaceMention], starts: Sequence[int], floor: int
) -> int | None:
    """Return where the name begins that the head at ``at`` ends, None where no proper name stands there."""
    first = max(floor, at - _LONGEST)
    for stop in _HARD.finditer(text, first, at):
        first = stop.end()
    if first == at:
        return None
    i = bisect_right(starts, at) - 1
    while i > 0 and starts[i - 1] >= first and places[i - 1].end == starts[i]:
        i -= 1
    if i >= 0 and starts[i] >= first:
        between = words().cut(text, places[i].end, at) if places[i].end < at else []
        if _one_name(between) and (between or head in _LIMITED):
            return starts[i]
    cut = words().cut(text, first, at)
    k = len(cut)
    while k and can_name(cut[k - 1]):
        k -= 1
    name = cut[k:]
    while name and name[0].text in _GENERIC:
        name = name[1:]
    return name[0].start if _proper(name, head) else None


_LISTED = frozenset({"省", "市", "县", "集团", "公司", "银行", "企业"})


def _one_name(between: Sequence[Word]) -> bool:
    """Tell whether the words behind a place are one name; 和 only between characters of a proper name: 安泰[和]养殖."""
    for k, word in enumerate(between):
        if word.text == "和" and k and between[k - 1].text not in _LISTED:
            continue
        if not can_name(word) or word.text.isdecimal() or word.text in ("省", "市", "县"):
            return False
    return True


def can_name(word: Word) -> bool:
    """Tell whether a word can stand in a proper name."""
    if word.text in _STOPS or (word.role and (len(word.text) > 1 or word.role not in ("more", "less"))):
        return False
    return word.tag not in _NAMING or word.text in _BUSINESS or (len(word.text) == 1 and word.tag in ("v", "d", "q", "m"))


def _proper(name: list[Word], head: str) -> bool:
    """Tell whether the words hold a name of its own: two characters at least that no common word explains."""
    telling = [word for word in name if word.text not in _BUSINESS and word.text not in _GENERIC]
    if not telling:
        return False
    if any(word.text.isdecimal() or word.text in _ORDINARY for word in telling):
        return False
    unknown = sum(len(word.text) for word in telling if len(word.text) == 1)
    return unknown > 1 or (head in _LIMITED and sum(len(w.text) for w in telling) > 1)
