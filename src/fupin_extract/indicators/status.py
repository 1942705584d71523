"""Whether a number was reached, is aimed at, or is laid down by a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .dating import NOW, value_compared
from .laid_down import HAPPENED, LIMIT, laid_down
from .phrases import is_stop
from .rows import CLAUSE_ENDS, COMMAS, clause_begin, clause_of, nouns_end, text_at
from .vocabulary import OBTAINED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..records import Period, Status
    from .tokens import Row, Token

_AIMS = frozenset(
    "力争 确保 承诺 计划 预计 预料 预估 预测 预判 有望 可望 目标 拟 争取 打算 力求 规划 努力 预期 致力 准备 剑指 直奔".split()
)
_OF_AIMS = _AIMS | {"要", "会", "都会"}
_NOUN_AIMS = frozenset({"计划", "规划", "目标", "预期", "努力", "致力"})
_GETS_READY = frozenset("再 把 让 在 新 今年 明年 将".split())
_DONE = frozenset({"已", "已经", "目前", "累计"})


def status_of(
    row: Row,
    at: int,
    period: Period | None,
    published: date | None,
    *,
    aims: bool = False,
    planned: bool = False,
    change: bool = False,
    per: bool = False,
) -> Status:
    """Return ``target`` behind 力争, 计划, 将 and for a time to come, ``criterion`` for what a rule lays down.

    ``aims`` says that the section or the list tells of aims; what was done (已, 累计) is none even there. ``planned`` says
    that the text is a plan, in which 不少于30名 is aimed at and not laid down. ``change`` says that the number is by how much
    something rose or fell, ``per`` that it is given per something.
    """
    ruled = laid_down(row, at, aims=aims, planned=planned and aims, change=change, per=per)
    ends = period.end if period else None
    gone_by = published is not None and ends is not None and ends.year < published.year
    if gone_by and value_compared(row, at) is not None:
        return "actual"  # 预计达2万亿元，超过[去年的1.3万亿元]
    if _aimed(row, at, gone_by=gone_by) and not _estimated(row, at, period, published):
        return "target"
    if change and LIMIT.search(clause_of(row, at)) and not HAPPENED.search(clause_of(row, at)):
        return "target"  # 全年收入增幅不低于10%: a rule sets no growth
    if _is_due(row, at, period, published):
        return "target"
    if aims and not gone_by and not HAPPENED.search(clause_of(row, at)):
        return "criterion" if ruled else "target"
    if published and period is not None and period.edtf and _begins(period.edtf) > published.year:
        return "target"
    return "criterion" if ruled else "actual"


def _estimated(row: Sequence[Token], at: int, period: Period | None, published: date | None) -> bool:
    """Tell whether 预计 only says that the figures of a year gone by are not final yet: in January, 预计完成生产总值22.8亿元.

    Or those of its first months, where it is a first one: 据[初步预计]，上半年….
    """
    first = next((k for k in range(at - 1, -1, -1) if row[k].text in _EXPECTED), None)
    if first is None or published is None or period is None or period.end is None:
        return False
    if period.end >= published and not _is_all_but_over(period, published):
        return False
    if any(t.text in _AIMED_AT for t in row[first:at]):
        return False
    return period.end.year < published.year or any(t.text in ("初步", "全年") for t in row[max(0, first - 1) : at])


_EXPECTED = frozenset({"预计", "预计完成", "预计实现"})
_AIMED_AT = frozenset({"力争", "计划", "目标", "确保"})


def _may_aim(row: Row) -> bool:
    """Tell whether a sentence has any of the words that `_aimed` looks for: most have none."""
    if not _AIMING.isdisjoint(row.words):
        return True
    led = row.told
    return "将" in led or any(pattern.search(led) for pattern in (_NEXT, _ONCE_BUILT, _PLANNED_BY))


def _is_all_but_over(period: Period, published: date) -> bool:
    """Tell whether a period is the year in whose last month the text is written."""
    return published.month == _LAST and period.end is not None and period.edtf == str(published.year)


_LAST = 12


def _is_due(row: Row, at: int, period: Period | None, published: date | None) -> bool:
    """Tell whether the time is one until which something is to be done: [到今年底]再建厂房8000平方米."""
    if period is None or period.end is None or published is None or (period.end - published).days < _SOON_OVER:
        return False
    k = next((k for k in range(at - 1, 0, -1) if row[k].period is period), 0)
    led = row[k - 1].text in ("到", "至") and row[k].text.endswith(("底", "末")) and _ONCE.isdisjoint(row.words)
    return led and not HAPPENED.search(clause_of(row, at)) and "了" not in clause_of(row, at)


_SOON_OVER = 15
"""A time that is over in fewer days may be told of as a whole."""


def _aimed(row: Row, at: int, *, gone_by: bool) -> bool:
    """Tell whether a word of the sentence up to the number, or the verb right behind it, speaks of what is to come."""
    own, done = True, False
    if not _may_aim(row) or _is_given(row, at):
        return False
    led = "".join([t.text for t in row[:at]])
    if _NEXT.search(led) and not any(t.text in _DONE or t.text == "了" for t in row[:at]):
        return True
    if led[:1] in _BY and _PLANNED_BY.match(led) and not HAPPENED.search(led) and "了" not in led:
        return True
    if _ONCE_BUILT.search(led) and not any(t.text in _DONE or t.text == "了" for t in row[:at]):
        return True
    if _is_task(row, at):
        return True
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.text in CLAUSE_ENDS and not _closes_deadline(row, k):
            own = False
        if (
            own
            and not gone_by
            and _in_time(row, k)
            and not HAPPENED.search(clause_of(row, at))
            and "了" not in clause_of(row, at)
        ):
            return True
        done |= token.text == "了"
        if own and token.text in NOW and token.period and not _is_compared(row, k):
            return False
        if token.kind != "word":
            continue
        if own and token.role == "link" and token.text.startswith("已"):
            return False  # 预计投资3亿元，已有百家企业签约
        if token.text in _DONE or (token.text == "了" and not own) or _in_fact(row, k):
            return False
        if token.text in ("计划", "规划") and own and row[at - 1].text == "的":
            continue  # [计划脱贫的]12个县退出了贫困县
        if token.text == "计划" and not own and _plans_amount(row, k):
            continue
        if token.text in _ENDEAVOURS and not own:
            continue  # 努力发展特色种植，有150个村收入增加10万元
        if (token.text in _OF_AIMS or token.text.startswith("将")) and _aims(row, k):
            return own or (not done and not _purpose(row, k, at))
    for k in range(at + 1, len(row)):
        if row[k].kind == "quantity" or (row[k].kind == "mark" and row[k].text not in "、“”"):
            return False
        if row[k].region and row[k - 1].text == "的":
            return False  # 森林覆盖率71%的[甘谷县]将植树重点放在…
        if row[k].text in ("将", "都会", "会"):
            return _aims(row, k) or (k + 1 < len(row) and row[k + 1].tag == "vn")
    return False


_TASKS = frozenset({"任务", "目标任务", "年度计划", "年度任务"})
_AIMING = _OF_AIMS | _TASKS | {"年内", "年底", "年末", "月底"}


def _is_compared(row: Sequence[Token], k: int) -> bool:
    """Tell whether 目前 is only what is compared with: 将由[目前]的3小时缩短到1小时, 比[现在]翻一番."""
    return row[k + 1].text == "的" or (k > 0 and row[k - 1].text in ("比", "较", "由", "从"))


def _is_task(row: Sequence[Token], at: int) -> bool:
    """Tell whether the number is the task itself: 退耕还林任务为9.2万亩; what was done of it is none."""
    k = at - 1
    while k > 0 and row[k].role in ("link", "drop"):
        k -= 1
    onward = row[at + 1] if at + 1 < len(row) else None
    if onward is not None and onward.kind == "word" and onward.nominal:
        return False  # 5大重点任务15条具体举措
    return k >= 0 and row[k].text in _TASKS and not _MET.search(clause_of(row, at))


_MET = re.compile("完成|超额|[的占]|承担|接受")


def _in_time(row: Sequence[Token], k: int) -> bool:
    """Tell whether a word says by when something is to be done: [年内]再脱贫18.5万人, [年底前]减掉一半."""
    if row[k].text == "年内":
        return True
    return row[k].text in ("年底", "年末", "月底") and text_at(row, k + 1) in ("前", "之前")


def _in_fact(row: Sequence[Token], k: int) -> bool:
    """Tell whether 实际 says what came of a plan: 计划建成1200眼，[实际]建成1500眼; not of a name, 实际利用外资."""
    return row[k].text == "实际" and row[k - 1].kind == "mark" and row[k + 1].text not in _OF_NAMES


_OF_NAMES = frozenset("利用 使用 到位 吸收 增长 征收 控制 需要 可".split())


def _closes_deadline(row: Sequence[Token], k: int) -> bool:
    """Tell whether a comma only parts the time by when from what is to be done: 年底前[，]46个村退出."""
    return k > 1 and row[k - 1].text in ("前", "之前") and _in_time(row, k - 2)


_ONCE_BUILT = re.compile(
    "(?:投产|建成|[改扩新兴修]建|落成|投运|投用|达产|投入使用|投入运营|完工|通车|竣工)(?:以?后|之后)[^。；]*?[可能]"
)
"""The time from which a thing will work: [投产后]年发电量[可]达100亿度."""
_BY = frozenset("按根")
_PLANNED_BY = re.compile("(?:按|按照|根据)[^，。]{0,10}?(?:规划|计划|安排|部署)[，,]")
"""A sentence that opens so tells of what is planned: [按规划，]全州易地扶贫搬迁9.58万人."""
_ENDEAVOURS = frozenset({"努力", "致力"})
_NEXT = re.compile("(?:下一步|下步|接下来)(?!，?(?:经济|发展|形势))")


def _is_given(row: Sequence[Token], at: int) -> bool:
    """Tell whether the number counts what is there, for which something is to be done: 要对[1326处]隐患点逐一排查."""
    k = at
    while k and row[k - 1].nominal and row[k - 1].text != "任务":
        k -= 1
    led = k > 0 and row[k - 1].text == "对" and (k == at or row[k].tag in ("n", "b", "l"))
    return led and any(t.text.startswith(_TENDS) for t in row[at + 1 : at + _SOON])


_TENDS = ("逐", "排查", "实行", "落实", "建立", "开展", "跟踪")
_SOON = 8


def _aims(row: Sequence[Token], k: int) -> bool:
    following = row[k + 1] if k + 1 < len(row) else None
    if row[k].text.startswith("将") and _takes_some(row, k):
        return False
    if row[k].role in ("link", "beyond") and row[k].text.startswith("将") and len(row[k].text) > 1:
        return True  # [将有]2万人受益
    if row[k].text == "计划" and following is not None and _plans_amount(row, k):
        return True
    if row[k].text == "计划" and k and following is not None and _names_a_scheme(row[k - 1], following):
        return False
    if row[k].text in _NOUN_AIMS:
        if following is None or (k and row[k - 1].text in _OLD_PLANS) or following.text in _OF_PLANS:
            return False
        if following.text == ":":
            return True  # 2018年目标：减贫3.6万人
        number = nouns_end(row, k + 2)
        planned = following.text not in _NO_PLANS and following.tag == "vn"
        counted = planned and number < len(row) and row[number].kind == "quantity"  # 计划种植大豆1310万亩
        return counted or _deed_follows(following) or following.text == "用" or following.kind in ("quantity", "period")
    if row[k].text == "争取" and (not row[k].role or _is_won(row, k)):
        return False  # [争取]上级资金1.2亿元
    if row[k].text == "准备":
        return following is not None and following.text in _GETS_READY  # [准备]再买4头牛; 准备了仓容248亿斤 is done
    if row[k].text in _AIMS:
        return following is None or following.text not in ("的", "任务", "总投资", "了")
    if (
        row[k].text not in ("将", "将要", "要", "会", "都会")
        or following is None
        or _usual(row, k)
        or following.text in _SEEN
    ):
        return False
    if row[k].text == "将" and following.text not in _TOWARDS and (following.tag == "d" or following.text in _EMPHASIS):
        return k + 2 < len(row) and (row[k + 2].tag in ("v", "vn", "d", "p") or _deed_follows(row[k + 2]))
    if row[k].text == "将" and text_at(row, k + 2) == "的":
        return False  # 将搭载的5颗卫星送入轨道
    if row[k].text == "将" and following.tag == "p" and following.text in _TOWARDS:
        return True
    follows = _deed_follows(following) and not (row[k].text == "将" and following.tag == "a")
    return follows or _reaches_number(row, k + 1)


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


def _plans_amount(row: Sequence[Token], k: int) -> bool:
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
_OLD_PLANS = frozenset({"年度", "原", "超", "比", "年初", "既定", "超出", "超过"})
_NO_PLANS = frozenset({"生育", "管理"})
_OF_PLANS = frozenset({"回顾", "显示", "执行", "期间", "指出"})
_EMPHASIS = frozenset({"重点", "全力", "着力", "大力", "集中", "全面", "统筹"})
_ONCE = frozenset({"从前", "过去", "以前", "以往", "早先", "原先", "原来", "曾经", "那时", "当年", "当时"})
"""Times of the past; behind one 要 tells how it used to be: 从前挑水[要]走七八里."""
_SEEN = frozenset({"看到", "知道", "认识", "认识到", "清醒", "说", "问"})
"""Verbs behind 要 that lead to what is so: 也要[看到]，全市仍有监测对象2318户."""
_TOWARDS = frozenset("向 为 对 从 与 在 于 按 按照 通过 由".split())
"""Prepositions behind 将 where it speaks of what is to come; before a thing it is 把."""


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
    return row[k].text == "要" and any(t.text in _ONCE or t.text in _EACH_TIME for t in row[:k])


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
    if first < k < len(row) and row[k].kind == "quantity":
        return True
    while first < k < len(row) and row[k].nominal:
        k += 1
    closes = k + 1 >= len(row) or row[k + 1].kind == "mark"
    return first < k < len(row) and row[k].kind == "quantity" and closes  # 将签约项目30个; but 将扶贫项目30个纳入规划


def _purpose(row: Sequence[Token], k: int, at: int) -> bool:
    """Tell whether the clause says what for: 为确保单产提升，县里成立了11个组; 确保…比例达到90%，签约率100% are both aims."""
    first = at
    while first and not is_stop(row[first - 1]):
        first -= 1
    for_it = k > 0 and row[k - 1].text in ("为", "为了")
    if row[k].text == "确保" and not for_it and not any(t.tag == "v" and not t.role for t in row[first:at]):
        return False
    return row[clause_begin(row, k)].text in ("为", "为了", "确保")


def _deed_follows(token: Token) -> bool:
    return token.tag in ("v", "d", "a", "m") or token.role in ("link", "up", "down", "light")


def _begins(edtf: str) -> int:
    year = edtf[:4]
    return int(year) if year.isdigit() else 0
