"""Whether the words around a number say that it is aimed at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..phrases.before import is_stop
from ..rows import CLAUSE_ENDS, clause_before, clause_begin, clause_end, clause_of, once, text_at
from ..rules import first_answer
from ..times.dating import NOW
from .aiming_words import OF_AIMS, plans_amount, speaks_of_aim
from .laid_down import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..rows import Row, Token

_DONE = frozenset({"已", "已经", "目前", "累计"})
_ONLY = frozenset({"只", "才", "仅"})
_TASKS = frozenset({"任务", "目标任务", "年度计划", "年度任务"})
_ASSURED = frozenset({"没问题", "没得问题", "不成问题", "不是问题", "不在话下"})
_AIMING = OF_AIMS | _TASKS | _ASSURED | {"年内", "年底", "年末", "月底"}


def is_aimed_at(row: Row, at: int, *, gone_by: bool) -> bool:
    """Tell whether a word of the sentence up to the number, or the verb right behind it, speaks of what is to come.

    Args:
        row: the sentence.
        at: the index of the number.
        gone_by: whether the number is of a year gone by.
    """
    if not _may_aim(row) or _is_given(row, at):
        return False
    if first_answer(OPENINGS, row, at) or (not gone_by and _is_sure_of(row, at)):
        return True
    before = _aimed_before(row, at, gone_by=gone_by)
    return _aimed_behind(row, at) if before is None else before


@once
def _may_aim(row: Row) -> bool:
    """Tell whether a sentence has any of the words that `is_aimed_at` looks for: most have none."""
    if not _CUES.isdisjoint(row.words):
        return True
    led = row.told
    aimed = any(pattern.search(led) for pattern in (_NEXT, _ONCE_BUILT, _WORKS_THEN, _PLANNED_BY))
    return "将" in led or aimed or "目标" in led


def _goes_on_next(row: Row, at: int) -> bool:
    """Tell whether what comes next is told: [下一步]，全县流转土地3万亩."""
    return _NEXT.search(_up_to(row, at)) is not None and not _tells_of_done(row, at)


def _goes_by_plan(row: Row, at: int) -> bool:
    """Tell whether it is told what a plan says: [按规划，]全州易地扶贫搬迁9.58万人."""
    led = _up_to(row, at)
    planned = led[:1] in _BY and _PLANNED_BY.match(led) is not None
    return planned and not HAPPENED.search(led) and "了" not in led


def _comes_once_built(row: Row, at: int) -> bool:
    """Tell whether it is told how a thing will work: [投产后]年发电量[可]达100亿度."""
    led = _up_to(row, at)
    comes = _ONCE_BUILT.search(led) is not None or _WORKS_THEN.match(led) is not None
    return comes and not _tells_of_done(row, at)


def _up_to(row: Row, at: int) -> str:
    return "".join([t.text for t in row[:at]])


def _tells_of_done(row: Row, at: int) -> bool:
    """Tell whether a word of what was done stands in front of the number."""
    return any(t.text in _DONE or t.text == "了" for t in row[:at])


def _aimed_before(row: Row, at: int, *, gone_by: bool) -> bool | None:
    """Return whether the nearest word in front of the number that tells speaks of what is to come, None where none does."""
    own, done = True, False
    for k in range(at - 1, -1, -1):
        token = row[k]
        if token.text in CLAUSE_ENDS and not _closes_deadline(row, k):
            own = False
        if own and not gone_by and _in_time(row, k) and not _has_happened(row, at):
            return True
        done |= token.text == "了"
        if first_answer(DONE_BY, row, k, own):
            return False
        if token.kind != "word" or first_answer(NO_AIMS, row, k, at, own):
            continue
        if (token.text in OF_AIMS or token.text.startswith("将")) and speaks_of_aim(row, k):
            if gone_by and not own and any(t.period and t.text != "年内" for t in clause_before(row, at)):
                return False  # 今年有望突破10万亿元，人均GDP[去年]达到12万元
            if not own and token.text == "要" and any(t.text in _ONLY for t in clause_before(row, at)):
                return False  # 水要从64公里外拉，村民[只]掏5元
            return own or not (done or _purpose(row, k, at) or is_done_with(row, at))
    return None


def _has_happened(row: Row, at: int) -> bool:
    """Tell whether the clause of the number says that it came about."""
    clause = clause_of(row, at)
    return HAPPENED.search(clause) is not None or "了" in clause


def is_done_with(row: Sequence[Token], at: int) -> bool:
    """Tell whether what is said of those counted has been done: 将推广电子客票，涉及的1300个车站[已]完成改造."""
    for token in row[at + 1 :]:
        if token.kind == "quantity" or token.text in CLAUSE_ENDS:
            return False
        if token.text in ("已", "已经"):
            return True
    return False


def _is_now(row: Row, k: int, own: bool) -> bool:
    """Tell whether the clause is of now: [目前]，全县流转土地3万亩; not 将由目前的3小时缩短到1小时."""
    return own and row[k].text in NOW and row[k].period is not None and not _is_compared(row, k)


def _is_linked_as_done(row: Row, k: int, own: bool) -> bool:
    """Tell whether the number is linked as one reached: 预计投资3亿元，[已有]百家企业签约."""
    return own and row[k].role == "link" and row[k].text.startswith("已")


def _is_done(row: Row, k: int, own: bool) -> bool:
    """Tell whether it was done: 全县[累计]脱贫3万人; 签[了]协议，投资3亿元."""
    if row[k].kind != "word" or (row[k].text == "累计" and k and row[k - 1].text == "将"):
        return False  # 到年底将[累计]建成10亿亩
    return row[k].text in _DONE or (row[k].text == "了" and not own) or _in_fact(row, k)


DONE_BY: tuple[Callable[[Row, int, bool], bool], ...] = (_is_now, _is_linked_as_done, _is_done)
"""Words by which what follows is so already; ``own`` tells that they stand in the number's clause."""


def _planned_before(row: Row, k: int, at: int, own: bool) -> bool:
    """Tell whether 计划 only says which ones: [计划脱贫的]12个县退出了贫困县."""
    return row[k].text in ("计划", "规划") and own and row[at - 1].text == "的"


def _planned_amount_before(row: Row, k: int, at: int, own: bool) -> bool:
    """Tell whether 计划 leads to an amount of its own: [计划]油菜播种12万亩，流转土地3万亩."""
    return row[k].text == "计划" and not own and plans_amount(row, k)


def _endeavours(row: Row, k: int, at: int, own: bool) -> bool:
    """Tell whether it says what is striven after in a clause of its own: [努力]发展特色种植，有150个村收入增加10万元."""
    return row[k].text in _ENDEAVOURS and not own


def _done_of_the_plan(row: Row, k: int, at: int, own: bool) -> bool:
    """Tell whether it is told what came of the plan: [规划]重建校舍48万平方米，竣工38万平方米，占重建任务的79%."""
    return row[k].text in ("规划", "计划") and not own and _OF_THE_PLAN.search(clause_of(row, at)) is not None


_OF_THE_PLAN = re.compile("竣工|完工|开工|完成|占[^，。]{0,6}(?:任务|计划|规划)的")
NO_AIMS: tuple[Callable[[Row, int, int, bool], bool], ...] = (
    _planned_before,
    _planned_amount_before,
    _endeavours,
    _done_of_the_plan,
)
"""Words of aims that the number at ``at`` is not aimed at by."""


def _aimed_behind(row: Row, at: int) -> bool:
    """Tell whether what is said of those counted is to come: 46个村[将]退出."""
    for k in range(at + 1, len(row)):
        if row[k].kind == "quantity" or (row[k].kind == "mark" and row[k].text not in "、“”"):
            return False
        if row[k].region and row[k - 1].text == "的":
            return False  # 森林覆盖率71%的[甘谷县]将植树重点放在…
        if row[k].text in ("将", "都会", "会"):
            if "了" in clause_of(row, k):
                return False  # 1800多名同志[将]生命定格在了征程上
            return speaks_of_aim(row, k) or (k + 1 < len(row) and row[k + 1].tag == "vn")
    return False


def _is_sure_of(row: Row, at: int) -> bool:
    """Tell whether somebody says that a year will come to so much: 今年到手四万[没问题], 全年卖个百来万应该[没得问题]."""
    end = clause_end(row, at)
    sure = any(t.text in _ASSURED for t in row[at + 1 : end]) and not any(t.quantity for t in row[at + 1 : end])
    return sure and any((t.kind == "period" and t.text not in NOW) or t.text == "全年" for t in row[:at])


def _is_compared(row: Sequence[Token], k: int) -> bool:
    """Tell whether 目前 is only what is compared with: 将由[目前]的3小时缩短到1小时, 比[现在]翻一番."""
    return row[k + 1].text == "的" or (k > 0 and row[k - 1].text in ("比", "较", "由", "从"))


def _is_task(row: Row, at: int) -> bool:
    """Tell whether the number is the task itself: 退耕还林任务为9.2万亩; what was done of it is none."""
    k = at - 1
    while k > 0 and row[k].role in ("link", "drop"):
        k -= 1
    onward = row[at + 1] if at + 1 < len(row) else None
    if onward is not None and onward.kind == "word" and onward.nominal:
        return False  # 5大重点任务15条具体举措
    return k >= 0 and row[k].text in _TASKS and not _MET.search(clause_of(row, at))


_MET = re.compile("完成|超额|[的占]|承担|接受|确定|梳理|排查|收到|查出")


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
    "(?:投产|建成|[改扩新兴修]建|落成|投运|投用|达产|投入使用|投入运营|完工|通车|竣工|并网(?:发电)?|全面运营|全线贯通|开通运营)"
    "(?:以?后|之后)[^。；]*?(?:[可能]|只需|仅需)"
)
"""The time from which a thing will work: [投产后]年发电量[可]达100亿度."""
_WORKS_THEN = re.compile(
    "(?:项目|工程)?(?:全部|全面|正式)?(?:投产|投用|投运|达产|投入运营|投入使用)(?:以?后|之后)，?(?:预计)?(?:每年|年)"
)
"""A sentence that opens so tells what a thing will do each year."""
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


def _purpose(row: Row, k: int, at: int) -> bool:
    """Tell whether the clause says what for: 为确保单产提升，县里成立了11个组; 确保…比例达到90%，签约率100% are both aims."""
    first = at
    while first and not is_stop(row[first - 1]):
        first -= 1
    for_it = k > 0 and row[k - 1].text in ("为", "为了")
    if row[k].text == "确保" and not for_it and not any(t.tag == "v" and not t.role for t in row[first:at]):
        return False
    return row[clause_begin(row, k)].text in ("为", "为了", "确保")


def _is_on_condition(row: Row, at: int) -> bool:
    """Tell whether it is told what would come about: 繁殖率[如能]由70%提到80%，每年可多产犊牛3万头."""
    return any(t.text in _IF for t in row[:at]) and not _tells_of_done(row, at)


_IF = frozenset({"如能", "若能", "倘能", "如果能", "要是能", "假如能"})
_CUES = _AIMING | _IF


def _is_a_goal(row: Row, at: int) -> bool:
    """Tell whether the number is said to be a goal: 提出接待人数增长40%以上的新[目标]; not 完成了增长40%的目标."""
    k = at + 1
    while text_at(row, k) in ("以上", "左右", "以内"):
        k += 1
    goal = text_at(row, k) == "的" and any(text_at(row, j).endswith("目标") for j in (k + 1, k + 2))
    return goal and not _REACHED.search("".join([t.text for t in row[:k]]) + text_at(row, k + 3))


_REACHED = re.compile("完成|实现|达到|超过|达成|如期|超额|提前|了|已")
OPENINGS: tuple[Callable[[Row, int], bool], ...] = (
    _goes_on_next,
    _goes_by_plan,
    _comes_once_built,
    _is_task,
    _is_on_condition,
    _is_a_goal,
)
"""What makes an aim of all that the sentence tells up to the number."""
