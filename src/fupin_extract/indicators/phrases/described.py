"""What describes the noun behind a number, a 的 between them: 3个优势突出、带动力强的[主导产业], 8万亩旱涝保收的[高标准农田]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import nouns_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token

OPENED = frozenset('“‘"')


def is_verb(token: Token) -> bool:
    """Tell whether a word is a deed of two characters or more."""
    return token.kind == "word" and token.tag == "v" and not token.role and len(token.text) > 1


def described_by(row: Sequence[Token], first: int, k: int) -> int | None:
    """Return where the 的 stands, where what is in front of it only describes what is behind it: 五万户易地搬迁的[贫困户]."""
    if not first < k < len(row) - 2:
        return None
    rated = row[k - 1].text.endswith(_RATED)
    if rated and row[k].text in ("下", "内"):
        k += 1  # 5000万现行标准下的[贫困人口]
    noun = row[k + 1].nominal or (is_verb(row[k + 1]) and row[k + 2].nominal)  # 弘扬塞罕坝精神的[学习活动]
    if row[k].text != "的" or not noun:
        return None
    deed = row[first].tag == "v" and row[first - 1].kind == "quantity"  # 28项支持复工复产的[优惠政策]
    lacks = row[first].text.startswith(_LACKS)
    # 8万亩[旱涝保收]的高标准农田
    pictured = k == first + 1 and row[first].tag in ("i", "l") and len(row[first].text) > 3
    quoted = row[k - 1].text in ("”", "’") and any(t.text in OPENED for t in row[first - 1 : first + 1])
    # 13个“一镇一特色”的[风情小镇], 1000个宜业、宜居的[美丽乡村]
    pictured = pictured or quoted or all(t.tag == "b" or t.text == "、" for t in row[first:k])
    described = pictured or all(t.tag in ("vn", "b", "v", "a", "z") for t in row[first:k])
    return k if rated or deed or lacks or described else None


_RATED = ("时期", "年代", "类型", "建档立卡", "标准", "水平", "条件", "等级", "质量", "年龄")
"""Nouns that with 的 only describe the noun behind them: 95%现行标准的[贫困人口]."""
_LACKS = ("不", "无", "未", "缺")
"""Beginnings of what somebody lacks; it describes him: 154个不通公路的[村]."""


def behind_clause(row: Sequence[Token], k: int) -> tuple[int, int] | None:
    """Return where the noun stands that a clause describes: 3个优势突出、带动力强的主导产业; None for 农村人口的饮水."""
    if (
        row[k - 1].text in _ACT_TOGETHER
        and k > 1
        and row[k - 2].quantity
        and k < len(row)
        and row[k].tag in ("v", "vn", "d")
    ):
        return None  # 48个[部门]联动监管的管理机制: the bodies are counted
    if row[k - 1].text.endswith(_FOLK) and any(t.unit == "人" for t in row[max(0, k - _NEAR) : k - 1]):
        return None  # 2000名[女孩]走出大山的校长: the girls are counted
    at, described = k, False
    while at < len(row) and at - k < _CLAUSE_LONG:
        token = row[at]
        if token.text == "的":
            break
        if (
            token.kind not in ("word", "mark", "region")
            or (token.kind == "mark" and token.text != "、")
            or (token.role in ("link", "share") and row[at - 1].text not in _OR)
            or token.text in _PREDICATES
            or token.text in _FINITE
        ):
            return None
        if token.text == "、" and not described and at + 1 < len(row) and row[at + 1].region:
            return None  # 上千箱[香梨]、甘肃的牦牛奶粉: a list
        described |= token.text == "在" and at == k and row[k - 1].tag in ("v", "vn")  # 1000万生活在山区的贫困人口
        described |= (token.tag in ("v", "a", "x") and not token.nominal) or token.tag == "a" or token.text == "、"
        at += 1
    if at >= len(row) or row[at].text != "的" or not described or at == k:
        return None
    first = end = at + 1
    end = nouns_end(row, end)
    of_people = any(t.unit in ("人", "户") for t in row[max(0, k - _NEAR) : k + 1])
    if of_people and end > first and not row[end - 1].text.endswith((*_FOLK, "家庭", "人口", "村", "县")):
        return None  # 1.87万人告别挑水吃的[日子]
    closed = end == len(row) or row[end].kind == "mark" or row[k].text in _COME  # 172家[来自全球的半导体企业]参展
    return (first, end) if end > first and closed else None


_FOLK = tuple("孩 生 民 工 户 者 员 师 兵 人 客 农 代表 群众 干部 妇女 儿童 嘉宾 专家 青年 选手 学者".split())
_PREDICATES = frozenset("存在 发生 出现 将 已 已经 都 均 全部 正 正在 也 还 就 可 能".split())
_ACT_TOGETHER = frozenset("部门 单位 企业 国家 省份 机构 学校 城市 乡镇 公司 家庭".split())
_COME = frozenset({"来自", "来源于", "在"})
_FINITE = frozenset("了 起 着 起了 出 出了".split())
"""Words behind a verb that make it the verb of a sentence, not of an attribute: 460万公里农村公路搭建[起]通达全国的交通网."""
_OR = frozenset({"或", "或者", "并", "和"})
"""Between two deeds of one attribute: 受过高等教育[或]拥有专业技能的人才."""
_NEAR = 4
_CLAUSE_LONG = 14
