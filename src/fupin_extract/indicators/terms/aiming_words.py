"""Words of what is to come: whether 将, 要, 会, 计划 and the like speak of an aim where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rows import COMMAS, nouns_end, text_at
from ..vocabulary import OBTAINED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Token

_AIMS = frozenset(
    "力争 确保 承诺 计划 预计 预料 预估 预测 预判 有望 可望 目标 拟 争取 打算 力求 规划 努力 预期 致力 准备 剑指 直奔 商定 议定".split()
)
_ESTIMATES = frozenset("预计 预料 预估 预测 预判 有望 可望 预期".split())
OF_AIMS = _AIMS | {"要", "会", "都会"}
_NOUN_AIMS = frozenset({"计划", "规划", "目标", "预期", "努力", "致力"})
_GETS_READY = frozenset("再 把 让 在 新 今年 明年 将".split())


def only_estimates(row: Sequence[Token], *, opens: bool) -> bool:
    """Tell whether a sentence only estimates one value: 收入[预计]达到1.1万元；村集体收入18万元 goes on with what there is.

    Where it ``opens`` the sentence it is said of all that is listed: 预计全年财政收入增长3%；….
    """
    told = [k for k, t in enumerate(row) if t.text in _ESTIMATES]
    inside = bool(told) and (not opens or all(_estimates_one(row, k) for k in told))
    return inside and not any(t.text in _AIMS and t.text not in _ESTIMATES for t in row)


def _estimates_one(row: Sequence[Token], k: int) -> bool:
    """Tell whether one value is estimated behind its name, or behind one that is known: 果园8万亩，[预计]产果2万吨."""
    if not k:
        return False
    return row[k - 1].nominal or (row[k - 1].text in COMMAS and any(t.quantity for t in row[:k]))


def speaks_of_aim(row: Sequence[Token], k: int) -> bool:
    """Tell whether the word at an index says that something is to come: 计划搬迁, 将建成, 要达到; not 扶贫计划, 会议."""
    text = row[k].text
    if text.startswith("将"):
        return _will(row, k)
    return next((aims(row, k) for words, aims in BY_WORD if text in words), False)


def _next(row: Sequence[Token], k: int) -> Token | None:
    return row[k + 1] if k + 1 < len(row) else None


def _will(row: Sequence[Token], k: int) -> bool:
    """Tell whether 将 speaks of what is to come: 将搬迁30万人, 将于明年建成; 将 before a thing is 把."""
    word, following = row[k], _next(row, k)
    if _takes_some(row, k):
        return False
    if word.role in ("link", "beyond") and len(word.text) > 1:
        return True  # [将有]2万人受益
    if word.text not in ("将", "将要") or following is None or following.text in _SEEN:
        return False
    if word.text == "将要":
        return _deed_follows(following) or _reaches_number(row, k + 1)
    if following.text in _SO_MUCH and k + 2 < len(row) and row[k + 2].tag in ("v", "vn"):
        return True  # 今年将[多]招4600名毕业生
    if following.text in _HOW and k + 2 < len(row) and _deed_follows(row[k + 2]):
        return True
    if following.text not in _TOWARDS and (following.tag == "d" or following.text in _EMPHASIS):
        return k + 2 < len(row) and (row[k + 2].tag in ("v", "vn", "d", "p") or _deed_follows(row[k + 2]))
    if text_at(row, k + 2) == "的":
        return False  # 将搭载的5颗卫星送入轨道
    if following.tag == "p" and following.text in _TOWARDS:
        return True
    return (_deed_follows(following) and following.tag != "a") or _reaches_number(row, k + 1)


def _plans(row: Sequence[Token], k: int) -> bool:
    """Tell whether 计划 says what is planned: 计划投资3亿元, 计划种植大豆1310万亩; not what came of a scheme of that name."""
    following = _next(row, k)
    if following is not None and plans_amount(row, k):
        return True
    if k and following is not None and _names_a_scheme(row[k - 1], following):
        return False
    return _sets_an_aim(row, k)


def _sets_an_aim(row: Sequence[Token], k: int) -> bool:
    """Tell whether 计划, 规划, 目标 and the like lead to what is aimed at: 2018年目标：减贫3.6万人; not 年度计划, 规划回顾."""
    following = _next(row, k)
    if following is None or (k and row[k - 1].text in _OLD_PLANS) or following.text in _OF_PLANS:
        return False
    if following.text == ":":
        return True
    number = nouns_end(row, k + 2)
    planned = following.text not in _NO_PLANS and following.tag == "vn"
    counted = planned and number < len(row) and row[number].kind == "quantity"  # 计划种植大豆1310万亩
    if following.text in ("将", "把"):
        return True  # 农委会规划[将]投保金额提高至2万元
    return counted or _deed_follows(following) or following.text == "用" or following.kind in ("quantity", "period")


def _strives(row: Sequence[Token], k: int) -> bool:
    """Tell whether 争取 says what is striven for: 争取今年脱贫; not how money was come by: [争取]上级资金1.2亿元."""
    return bool(row[k].role) and not _is_won(row, k) and _expects(row, k)


def _is_ready(row: Sequence[Token], k: int) -> bool:
    """Tell whether 准备 says what somebody will do: [准备]再买4头牛; 准备了仓容248亿斤 is done."""
    following = _next(row, k)
    return following is not None and following.text in _GETS_READY


def _expects(row: Sequence[Token], k: int) -> bool:
    """Tell whether 力争, 预计 and the like lead to what is expected; 预计的 and 预计总投资 only say which."""
    following = _next(row, k)
    return following is None or following.text not in ("的", "任务", "总投资", "了")


def _is_to(row: Sequence[Token], k: int) -> bool:
    """Tell whether 要 and 会 say what is to be done or to come: 要达到, 会建成; not what happens time and again."""
    following = _next(row, k)
    if following is None or _usual(row, k) or following.text in _SEEN or _is_asked_for(row, k):
        return False
    return _deed_follows(following) or _reaches_number(row, k + 1)


def _is_asked_for(row: Sequence[Token], k: int) -> bool:
    """Tell whether 要 says that something was asked for and got: 跑了4个部门，[要]来资金160万元."""
    return text_at(row, k + 1) in ("来", "到", "回") and k + 2 < len(row) and row[k + 2].nominal


BY_WORD: tuple[tuple[frozenset[str], Callable[[Sequence[Token], int], bool]], ...] = (
    (frozenset({"计划"}), _plans),
    (_NOUN_AIMS, _sets_an_aim),
    (frozenset({"争取"}), _strives),
    (frozenset({"准备"}), _is_ready),
    (_AIMS, _expects),
    (frozenset({"要", "会", "都会"}), _is_to),
)
"""What each word asks of those around it; the first that has the word answers."""


def _names_a_scheme(before: Token, following: Token) -> bool:
    """Tell whether 计划 ends the name of a scheme, of which is told what came of it: 股权投资[计划]共150只; 津贴[计划]接获9万宗申请."""
    if before.tag == "vn" and following.tag == "d":
        return True
    return (before.tag == "vn" or before.text in _AIDS) and following.text in _CAME_OF


_AIDS = frozenset("津贴 补贴 基金 试验 先导 贷款 现金 奖学金 保障 医保 养老金 学徒 领养".split())
_CAME_OF = frozenset("接获 收到 批出 惠及 资助 覆盖 受惠 吸引 涵盖 至今 录得 参加者".split())


def _takes_some(row: Sequence[Token], k: int) -> bool:
    """Tell whether 将 is 把, before some of whom something is done: [将]有能力的2名村民吸收进来, [将]符合条件的12户纳入低保."""
    of = next((j for j in range(k + 2, min(len(row) - 2, k + _SOON)) if row[j].text == "的"), None)
    if of is None or row[k + 1].text in _TOWARDS or row[of + 1].kind != "quantity" or row[of - 1].text in _LEFT:
        return False
    end = nouns_end(row, of + 2)
    return end < len(row) and row[end].kind == "word" and row[end].text != "的"


_LEFT = frozenset({"剩余", "剩下", "余下", "其余", "全部", "所有"})


def _is_won(row: Sequence[Token], k: int) -> bool:
    """Tell whether 争取 only says how money was come by: 积极[争取]，协调资金80万元; 通过[争取]项目资金，建成养鸡场1处."""
    end = nouns_end(row, k + 1)
    if end < len(row) and row[end].tag == "v" and not row[end].role:
        end += 1  # 争取项目[扶持]
    closes = text_at(row, end) in COMMAS
    return closes and (end == k + 1 or any(t.text.endswith(OBTAINED) for t in row[k + 1 : end]))


def plans_amount(row: Sequence[Token], k: int) -> bool:
    """Tell whether 计划 leads to the amount that is planned: 今年[计划]油菜播种面积12万亩, 年度[计划]投资3亿元."""
    before = row[k - 1] if k else None
    if before is not None and before.kind not in ("period", "region", "mark") and before.text != "年度":
        return False
    if k + 1 < len(row) and row[k + 1].tag in ("v", "vn") and not row[k + 1].text.endswith("投资"):
        return False  # 计划搬迁2.4万人 is aimed at however it goes on
    end = k + 1
    while end < len(row) and row[end].nominal and row[end].text not in _NO_AMOUNT:
        end += 1
    return k + 1 < end < len(row) and row[end].quantity is not None


_NO_AMOUNT = frozenset({"任务", "数", "指标", "目标", "完成率", "完成"})
_OLD_PLANS = frozenset({"年度", "原", "旧", "该", "此", "上述", "超", "比", "年初", "既定", "超出", "超过"})
_NO_PLANS = frozenset({"生育", "管理"})
_OF_PLANS = frozenset({"回顾", "显示", "执行", "期间", "指出"})
_SO_MUCH = frozenset({"多", "少", "再", "另"})
_HOW = frozenset("人工 集中 免费 首次 统一 分批 陆续 优先 自主 公开 联合".split())
"""Words of how something will be done: 将[人工]移栽海草450万株."""
_EMPHASIS = frozenset({"重点", "全力", "着力", "大力", "集中", "全面", "统筹", "新"})
_SEEN = frozenset({"看到", "知道", "认识", "认识到", "清醒", "说", "问"})
"""Verbs behind 要 that lead to what is so: 也要[看到]，全市仍有监测对象2318户."""
_TOWARDS = frozenset("向 为 对 从 与 在 于 按 按照 通过 由 针对 面向 围绕 根据 会同 联合 依托 随 自 沿".split())
"""Prepositions behind 将 where it speaks of what is to come; before a thing it is 把."""


_SOON = 8


def _usual(row: Sequence[Token], k: int) -> bool:
    """Tell whether 会 says what happens time and again (每年会有几百元的补贴), or 要 what some have yet to do (还有90个村要退出)."""
    near = row[max(0, k - _SOON) : k]
    if row[k].text == "要" and any(t.text.endswith("有") for t in near) and any(t.quantity for t in near):
        return True
    onward = row[k + 1 : k + 3]
    if row[k].text == "要" and any(t.text in _TAKES for t in onward):
        return True
    if row[k].text == "会" and k and row[k - 1].kind == "word" and _ends_a_name(row[k - 1]):
        return True
    if row[k].text in ("会", "都会"):
        return any(t.text.startswith("每") for t in row[:k])  # 每年这个时节，公园都会吸引数万只候鸟
    return row[k].text == "要" and any(t.text in ONCE or t.text in _EACH_TIME for t in row[:k])


ONCE = frozenset({"从前", "过去", "以前", "以往", "早先", "原先", "原来", "曾经", "那时", "当年", "当时"})
"""Times of the past; behind one 要 tells how it used to be: 从前挑水[要]走七八里."""
_EACH_TIME = frozenset({"一年", "一天", "一个月", "一亩", "一头", "一只", "一斤", "一方"})
"""Words of each time; behind one 要 tells what there is to do: 一年[要]接待五六拨人."""
_TAKES = frozenset("经过 经历 翻越 翻过 穿过 走 爬 绕 跨过 花 耗时".split())
"""Verbs behind 要 for what a thing takes: 稻谷[要]经过15道工序, 进村[要]翻越两座大山."""


def _ends_a_name(before: Token) -> bool:
    """Tell whether the 会 behind a word ends a name: 本届软[博]会有1000家企业参展, 港[扶]会出资1560万元, [该]会拨款."""
    lone = len(before.text) == 1 and before.tag in ("v", "x", "j")
    return before.text[-1] in _FAIRS or lone or before.text == "该"


_FAIRS = "博洽展览交"
"""Characters in front of a 会 that ends the name of a fair: 本届软博[会]有1000家企业参展."""


def _reaches_number(row: Sequence[Token], k: int) -> bool:
    """Tell whether only a deed stands up to the number (将异地搬迁30万人); 将 with a thing behind it is 把."""
    first = k
    while k < len(row) and row[k].tag in ("b", "vn"):
        k += 1
    number = k + (first < k < len(row) and row[k].role in ("link", "beyond"))  # 将采购[不少于]25万个
    if first < k and number < len(row) and row[number].kind == "quantity":
        return True
    while first < k < len(row) and row[k].nominal:
        k += 1
    closes = k + 1 >= len(row) or row[k + 1].kind == "mark"
    return first < k < len(row) and row[k].kind == "quantity" and closes  # 将签约项目30个; but 将扶贫项目30个纳入规划


def _deed_follows(token: Token) -> bool:
    return token.tag in ("v", "d", "a", "m") or token.role in ("link", "up", "down", "light")
