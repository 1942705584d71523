"""Words that are something else where they stand: 雅西[高速] names a road, [争取]资金1.2亿元 tells what was got."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..regions.levels import AUTHORITIES
from .dating import value_compared
from .rows import nouns_end
from .vocabulary import CURRENCIES, OBTAINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rows import Token


def in_context(row: list[Token]) -> list[Token]:
    """Return the row with the tags and roles that words have only beside others."""
    for k, token in enumerate(row[:-1]):
        if token.role in _MOVES or token.text in _TWO_WAYS:
            row[k] = _before_next(row, k)
    for k, token in enumerate(row[:-2]):
        if token.text in _PER_PLOT and _is_plot(row, k):
            row[k + 1] = replace(row[k + 1], role="drop", tag="n")  # 每亩[地]的纯收益
    for k in range(len(row) - 2, 0, -1):
        if row[k].text == "中年" and (row[k + 1].role in ("size", "rate") or row[k + 1].text.endswith(_YEARLY)):
            row[k - 1 : k + 1] = _within(row[k - 1], row[k])
        elif row[k].text in _PARTS and row[k - 1].text == "其":
            at = row[k].start + 1  # 其[中西部]项目1.6万个: of which the west's
            of = replace(row[k - 1], end=at, text="其中", tag="d", role="")
            row[k - 1 : k + 1] = [of, replace(row[k], start=at, text=row[k].text[1:])]
    return row


_PARTS = frozenset({"中西部", "中东部"})


_YEARLY = ("收入", "产", "产量", "销售", "营收", "利润", "纯利")


def _within(before: Token, word: Token) -> list[Token]:
    """Return 中 and 年 for what was cut as 中年: 其[中年]出栏500头以上的6个, 14个村[中年]收入5万元以下的5个."""
    year = replace(word, start=word.start + 1, text="年", tag="n", role="drop")
    if before.text == "其":
        return [replace(before, end=word.start + 1, text="其中", tag="d", role=""), year]
    return [before, replace(word, end=word.start + 1, text="中", tag="f", role=""), year]


_PER_PLOT = frozenset({"每亩", "一亩"})


def _before_next(row: Sequence[Token], k: int) -> Token:
    """Return the token at ``k`` as what follows makes it."""
    token, following = row[k], row[k + 1]
    led = k > 0 and row[k - 1].nominal
    moves = led and token.role in ("up", "down") and not token.text.endswith(("到", "至"))
    if (token.role in ("gain", "loss") or moves) and following.text in _OF_GAINS:
        return replace(token, tag="b", role="")  # 8000元[增收]补贴, 技能[提升]补贴
    if token.text == "基本" and following.nominal and following.text.endswith(_BASIC):
        return replace(token, tag="b", role="")  # [基本]水费, not 基本建成
    if token.text == "长期" and following.nominal and following.tag in ("n", "vn"):
        return replace(token, tag="b", role="")  # 释放[长期]资金
    if token.text == "高速" and led and not following.role.startswith(("up", "down")):
        return token if following.text in _GROWS else replace(token, tag="n")  # 雅西[高速]全长240公里
    if token.text == "长" and following.text == "达" and k + 2 < len(row) and row[k + 2].lasts:
        return replace(token, role="drop")  # 冰封期[长]达7个月
    if token.text == "年" and following.text == "可" and (not k or row[k - 1].kind == "mark"):
        return replace(token, role="drop")  # [年]可实现产值3亿元: so much a year
    if token.text in _FOR_EXAMPLE and _opens_example(row, k):
        return replace(token, tag="c", role="drop")  # [如]甘谷县投资9000万元
    if (
        token.text in _BY
        and following.text in _MOVED
        and (not k or row[k - 1].kind == "mark" or following.text in _GROWTH or _is_statistic(row[k - 1]))
    ):
        return replace(token, text=f"按{token.text}", tag="p", role="versus")  # 失业率3.4%，[月]减0.05个百分点
    if token.text in _GROWTH and _is_rate(row, k + 1):
        return replace(token, role=_GROWTH[token.text])  # 销售额较前年[成长]近4成
    if token.text in CURRENCIES and k and _is_amount(row, k + 1):
        return replace(token, role="drop")  # 投资[人民币]约3亿元
    if token.text == "预测" and following.kind in ("period", "region"):
        return replace(token, tag="d", role="drop")  # 专家[预测]今年农民人均收入达到1.9万元
    if token.text in _SUPPOSED and following.kind != "mark":
        return replace(token, tag="d", role="drop")  # [假设]每户出栏300头
    if token.text == "指" and k and row[k - 1].text in _SOURCES:
        return replace(token, tag="d", role="drop")  # 消息[指]失业率达3%, as in 数据显示
    if token.text in _REPORTED and _is_number(row, k + 1):
        return replace(token, tag="v", role="link")  # 失业率[报]2.9%, 收入中位数[录]29500元
    if token.text == "当中" and (not k or row[k - 1].kind == "mark"):
        return replace(token, text="其中", tag="r")  # 个案19万宗，[当中]失业个案1.3万宗
    if token.text in _BY_MORE and k > 1 and value_compared(row, k - 1) and _is_number(row, k + 1):
        return replace(token, role="more")  # 较2021年的3.1%[高出]一倍
    if token.text in _CASES and k and row[k - 1].unit in _FILED and following.kind == "mark":
        return replace(token, tag="vn")  # 接获9.4万宗[申请]，批出8.9万宗
    if token.text == "争取" and following.text in ("到", "了", "来"):
        return replace(token, tag="v", role="")  # [争取]到帮扶资金80万元
    from_above = k + 1 < len(row) and row[k + 1].text in AUTHORITIES  # 争取[市里]衔接资金96万元
    if token.text == "争取" and (got := _up_to_number(row, k + 1 + from_above)) and got.text.endswith(OBTAINED):
        return replace(token, tag="v", role="")  # [争取]上级资金1.2亿元
    return token


_BASIC = ("费", "金", "药物", "津贴", "工资", "电价", "水价", "服务", "设施", "药品", "生活", "医疗", "养老")
_GROWS = frozenset({"发展", "增长", "扩张", "推进", "运转"})
_OF_GAINS = frozenset("补贴 奖励 奖补 资金 项目 措施 行动 渠道 门路 路子 技术 效果 产业 计划 工程 潜力 空间".split())
_REPORTED = frozenset({"报", "录"})
_SUPPOSED = frozenset("假设 假定 假如 倘若 如果 要是".split())
_SOURCES = frozenset("消息 报告 报道 报导 报告书 数据 研究 调查 文件 统计 当局 报章".split())
_MOVES = frozenset({"gain", "loss", "up", "down"})
_FOR_EXAMPLE = frozenset({"如", "像"})
_BY_MORE = frozenset({"高出", "多出", "超出"})
_CASES = frozenset("申请 求助 报案 查询 申诉 咨询 转介 登记".split())
_FILED = frozenset("宗 件 起 份 例".split())
"""Classifiers of papers and cases that are handed in; a deed behind them is the name of the paper."""
_GROWTH = {"成长": "up", "衰退": "down"}
"""What papers of Taiwan say of figures that rise and fall; before anything but a rate people grow up and things decay."""
_BY, _MOVED = frozenset("年季月"), frozenset("增减升降跌") | frozenset(_GROWTH)
_TWO_WAYS = (
    frozenset({"长期", "高速", "长", "争取", "基本"})
    | CURRENCIES
    | _REPORTED
    | _FOR_EXAMPLE
    | _SUPPOSED
    | _CASES
    | _BY_MORE
    | frozenset(_GROWTH)
    | {"指", "预测", "当中"}
    | _BY
)
"""The roles and the words that `_before_next` asks for: all others are what they are whatever follows."""


def _is_number(row: Sequence[Token], k: int) -> bool:
    """Tell whether the word at an index is a number, or 约, 近 and the like before one."""
    if row[k].role == "drop" and k + 1 < len(row):
        k += 1
    return row[k].quantity is not None and not row[k].lasts


def _is_rate(row: Sequence[Token], k: int) -> bool:
    """Tell whether the word at an index is a percentage or a multiple, or 约, 近 and the like before one."""
    if row[k].role == "drop" and k + 1 < len(row):
        k += 1
    return row[k].unit in _RATES


_RATES = frozenset({"%", "‰", "百分点", "分之", "倍"})


def _opens_example(row: Sequence[Token], k: int) -> bool:
    """Tell whether a sentence or clause begins with the word, and a place that is told of as an example: not 像甘谷县这样的."""
    end = k + 1
    while end < len(row) and row[end].kind == "region":
        end += 1
    alike = end < len(row) and row[end].text.endswith(("样", "般", "似"))
    return end > k + 1 and not alike and (not k or row[k - 1].text in ("，", "；", "。", ":", ";"))


def _is_statistic(token: Token) -> bool:
    return token.nominal and token.text.endswith(("率", "额", "量", "数", "值", "价"))


def _is_amount(row: Sequence[Token], k: int) -> bool:
    """Tell whether the word at an index is an amount of money, or 约, 近, 超过 and the like before one."""
    if row[k].role in ("drop", "beyond", "link") and k + 1 < len(row):
        k += 1
    quantity = row[k].quantity
    return quantity is not None and quantity.dimension in ("money", "foreign_money")


def _up_to_number(row: Sequence[Token], k: int) -> Token | None:
    """Return the last word of the noun phrase that begins at an index, where a number stands behind it."""
    end = nouns_end(row, k)
    return row[end - 1] if k < end < len(row) and row[end].quantity else None


def _is_plot(row: Sequence[Token], k: int) -> bool:
    """Tell whether 地 behind 每亩 at ``k`` only fills the phrase: 每亩[地]的纯收益."""
    told = row[k + 2].text == "的" or row[k + 2].nominal
    return row[k].kind == "word" and row[k + 1].text == "地" and told
