"""Words that are something else where they stand: 雅西[高速] names a road, [争取]资金1.2亿元 tells what was got."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ...regions.levels import AUTHORITIES
from ..rows import nouns_end
from ..times.dating import value_compared
from ..vocabulary import CURRENCIES, OBTAINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..rows import Token


def in_context(row: list[Token]) -> list[Token]:
    """Return the row with the tags and roles that words have only beside others."""
    for k, token in enumerate(row[:-1]):
        if token.role in _MOVES or token.text in _RULES_OF:
            row[k] = _before_next(row, k)
    words = {token.text for token in row}
    for k, token in enumerate(row[:-2]) if not _PER_PLOT.isdisjoint(words) else ():
        if token.text in _PER_PLOT and _is_plot(row, k):
            row[k + 1] = replace(row[k + 1], role="drop", tag="n")  # 每亩[地]的纯收益
    for k in range(len(row) - 2, 0, -1) if not _CUT_WRONGLY.isdisjoint(words) else ():
        if row[k].text == "中年" and (row[k + 1].role in ("size", "rate") or row[k + 1].text.endswith(_YEARLY)):
            row[k - 1 : k + 1] = _within(row[k - 1], row[k])
        elif row[k].text in _PARTS and row[k - 1].text == "其":
            at = row[k].start + 1  # 其[中西部]项目1.6万个: of which the west's
            of = replace(row[k - 1], end=at, text="其中", tag="d", role="")
            row[k - 1 : k + 1] = [of, replace(row[k], start=at, text=row[k].text[1:])]
    return row


_PARTS = frozenset({"中西部", "中东部"})
_CUT_WRONGLY = _PARTS | {"中年"}


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
    if row[k].role in _MOVES and (attribute := _of_gains(row, k)) is not None:
        return attribute
    for rule in _RULES_OF.get(row[k].text, ()):
        if (told := rule(row, k)) is not None:
            return told
    return row[k]


def _opens(row: Sequence[Token], k: int) -> bool:
    return not k or row[k - 1].kind == "mark"


def _of_gains(row: Sequence[Token], k: int) -> Token | None:
    """Read what rose or was gained as what something is for: 8000元[增收]补贴, 技能[提升]补贴."""
    token = row[k]
    led = k > 0 and row[k - 1].nominal
    moves = led and token.role in ("up", "down") and not token.text.endswith(("到", "至"))
    gains = (token.role in ("gain", "loss") or moves) and row[k + 1].text in _OF_GAINS
    return replace(token, tag="b", role="") if gains else None


def _basic(row: Sequence[Token], k: int) -> Token | None:
    """Read it as an attribute: [基本]水费, not 基本建成."""
    basic = row[k + 1].nominal and row[k + 1].text.endswith(_BASIC)
    return replace(row[k], tag="b", role="") if basic else None


def _long_term(row: Sequence[Token], k: int) -> Token | None:
    """Read it as an attribute: 释放[长期]资金."""
    return replace(row[k], tag="b", role="") if row[k + 1].nominal and row[k + 1].tag in ("n", "vn") else None


def _urgent(row: Sequence[Token], k: int) -> Token | None:
    """Read it as an adverb of what the state does: 国家[紧急]下达资金; it is part of 紧急转移安置1.2万人."""
    return replace(row[k], tag="d") if k and row[k - 1].text == "国家" and row[k + 1].tag == "v" else None


def _highway(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a road: 雅西[高速]全长240公里; not 高速增长."""
    led = k > 0 and row[k - 1].nominal and not row[k + 1].role.startswith(("up", "down"))
    return replace(row[k], tag="n") if led and row[k + 1].text not in _GROWS else None


def _lasting(row: Sequence[Token], k: int) -> Token | None:
    """Pass over it before how long something lasts: 冰封期[长]达7个月."""
    return replace(row[k], role="drop") if row[k + 1].text == "达" and k + 2 < len(row) and row[k + 2].lasts else None


def _so_much_a_year(row: Sequence[Token], k: int) -> Token | None:
    """Pass over it as a denominator: [年]可实现产值3亿元."""
    return replace(row[k], role="drop") if row[k + 1].text == "可" and _opens(row, k) else None


def _for_example(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a conjunction: [如]甘谷县投资9000万元."""
    return replace(row[k], tag="c", role="drop") if _opens_example(row, k) else None


def _moved_by(row: Sequence[Token], k: int) -> Token | None:
    """Read it as what is compared with, the month or the year before: 失业率3.4%，[月]减0.05个百分点."""
    moves = row[k + 1].text in _MOVED
    told = _opens(row, k) or row[k + 1].text in _GROWTH or _is_statistic(row[k - 1])
    return replace(row[k], text=f"按{row[k].text}", tag="p", role="versus") if moves and told else None


def _grown(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a rise or fall of figures: 销售额较前年[成长]近4成."""
    return replace(row[k], role=_GROWTH[row[k].text]) if _is_rate(row, k + 1) else None


def _in_currency(row: Sequence[Token], k: int) -> Token | None:
    """Pass over the currency of the amount behind it: 投资[人民币]约3亿元."""
    return replace(row[k], role="drop") if k and _is_amount(row, k + 1) else None


def _forecast(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a verb of saying: 专家[预测]今年农民人均收入达到1.9万元."""
    return replace(row[k], tag="d", role="drop") if row[k + 1].kind in ("period", "region") else None


def _supposed(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a conjunction: [假设]每户出栏300头."""
    return replace(row[k], tag="d", role="drop") if row[k + 1].kind != "mark" else None


def _said(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a verb of saying, as in 数据显示: 消息[指]失业率达3%."""
    return replace(row[k], tag="d", role="drop") if k and row[k - 1].text in _SOURCES else None


def _reported(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a verb that links a name to its number: 失业率[报]2.9%, 收入中位数[录]29500元."""
    return replace(row[k], tag="v", role="link") if _is_number(row, k + 1) else None


def _among_them(row: Sequence[Token], k: int) -> Token | None:
    """Read it as 其中: 个案19万宗，[当中]失业个案1.3万宗."""
    return replace(row[k], text="其中", tag="r") if _opens(row, k) else None


def _more_than_that(row: Sequence[Token], k: int) -> Token | None:
    """Read it as how much more there is: 较2021年的3.1%[高出]一倍."""
    more = k > 1 and value_compared(row, k - 1) and _is_number(row, k + 1)
    return replace(row[k], role="more") if more else None


def _came_to(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a verb that links a name to its amount: 产值[做到]一百二十万元; 做到户户有水 does something."""
    reached = next((t.quantity for t in row[k + 1 : k + 4] if t.role != "drop"), None)
    sum_of = reached is not None and (reached.dimension == "money" or not reached.base_unit)
    return replace(row[k], role="link") if sum_of else None


def _fell(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a fall of what can be measured: 价格[掉]了两成, 水[省]了三成; not 跑掉四箱."""
    first = k
    while first and row[first - 1].role == "drop" and row[first - 1].text != "还":
        first -= 1
    measured = first > 0 and row[first - 1].nominal
    return replace(row[k], tag="v", role="down") if measured and _is_rate(row, k + 1) else None


def _worth(row: Sequence[Token], k: int) -> Token | None:
    """Read it as the measure that it tells of: 收了九百斤，[值]八百元 is their 产值, 一只羊[值]千元 its 价值."""
    if not _is_amount(row, k + 1):
        return None
    return replace(row[k], text="价值" if k and row[k - 1].nominal else "产值", role="size")


def _in_case(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a preposition: [当]市场价低于每公斤8元时; not 当护林员."""
    bounded = any(t.role in ("beyond", "link") or t.quantity for t in row[k + 2 : k + 6])
    return replace(row[k], tag="p", role="drop") if _opens(row, k) and row[k + 1].nominal and bounded else None


def _stronger(row: Sequence[Token], k: int) -> Token | None:
    """Read it as how much better something is: 比种小麦[强]五倍."""
    compared = any(t.role == "versus" for t in row[max(0, k - _SOON) : k])
    return replace(row[k], tag="a", role="more") if compared and _is_rate(row, k + 1) else None


_SOON = 8


def _case(row: Sequence[Token], k: int) -> Token | None:
    """Read it as the name of the paper that was handed in: 接获9.4万宗[申请]，批出8.9万宗."""
    return replace(row[k], tag="vn") if k and row[k - 1].unit in _FILED and row[k + 1].kind == "mark" else None


def _obtained(row: Sequence[Token], k: int) -> Token | None:
    """Read it as a deed that was done: [争取]到帮扶资金80万元, [争取]市里衔接资金96万元."""
    if row[k + 1].text in ("到", "了", "来"):
        return replace(row[k], tag="v", role="")
    from_above = row[k + 1].text in AUTHORITIES
    got = _up_to_number(row, k + 1 + from_above)
    return replace(row[k], tag="v", role="") if got is not None and got.text.endswith(OBTAINED) else None


def _since(row: Sequence[Token], k: int) -> Token | None:
    """Read it as the preposition of a time: 老农津贴[自]明年1月起调高."""
    return replace(row[k], tag="p", role="drop") if row[k + 1].kind == "period" else None


def _contrary(row: Sequence[Token], k: int) -> Token | None:
    """Read it as an adverb: 贫困率[反]较前年跌1.3个百分点, 价格[反]升两成."""
    return replace(row[k], tag="d", role="drop") if row[k + 1].role in ("versus", "up", "down") else None


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
WordRule = Callable[["Sequence[Token]", int], "Token | None"]
TWO_WAYS: tuple[tuple[Iterable[str], WordRule], ...] = (
    (("基本",), _basic),
    (("长期",), _long_term),
    (("紧急",), _urgent),
    (("高速",), _highway),
    (("长",), _lasting),
    (("年",), _so_much_a_year),
    (_FOR_EXAMPLE, _for_example),
    (_BY, _moved_by),
    (_GROWTH, _grown),
    (CURRENCIES, _in_currency),
    (("预测",), _forecast),
    (_SUPPOSED, _supposed),
    (("指",), _said),
    (_REPORTED, _reported),
    (("当中",), _among_them),
    (_BY_MORE, _more_than_that),
    (_CASES, _case),
    (("争取",), _obtained),
    (("做到",), _came_to),
    (("强",), _stronger),
    (("当",), _in_case),
    (("值",), _worth),
    (("掉", "省"), _fell),
    (("自",), _since),
    (("反",), _contrary),
)
"""Words that are something else beside others, each with what makes it so."""
_RULES_OF: dict[str, tuple[WordRule, ...]] = {}
for _words, _rule in TWO_WAYS:
    for _word in _words:
        _RULES_OF[_word] = (*_RULES_OF.get(_word, ()), _rule)


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
