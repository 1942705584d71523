"""Money that somebody paid, was lent or was granted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....words import word_class
from ...phrases.before import is_each, phrase_ending
from ...rows import clause_before, clause_end
from ...rules import first_answer
from ...spelling import PER_HEADS, spell
from ...terms.denominators import sold_by
from ...vocabulary import AIDS, GETS, MEMBERS, SHARES
from ..position import Position, Reading, only_of
from ..told.goods import NO_UNIT
from ..told.subjects import subject_between
from ..told.topics import PRICES, topic_of, without_deed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...rows import Token

_ONESELF = frozenset({"自己", "个人", "自家", "农户", "每户", "每人", "户均"})
_OWN = frozenset({"攒", "攒下", "筹", "凑", "掏", "付", "出", "交", "缴", "缴纳", "承担", "负担", "支付", "花"})
_SPENDS = frozenset({"花", "花掉", "花去", "花费"})
_PREMIUM = frozenset({"交", "缴", "交了", "缴纳"})
_INSURED = frozenset({"保险", "投保", "参保", "入保"})
_LEADS = frozenset({"drop", "link", "beyond"})
_BORROWED = {
    "贷到": "贷款", "贷": "贷款", "借到": "借款", "借": "借款", "贷款": "贷款", "欠": "欠款", "欠下": "欠款", "欠着": "欠款",
}  # fmt: skip
_LENDS = frozenset({"贷", "贷到", "借", "借到"})
_LENT_BY = frozenset({"借", "欠", "欠下", "贷"})
_LENT_OF = frozenset({"借来", "贷来", "借", "贷"})
_BANKS = ("信用社", "银行", "农行", "联社", "农商行", "基金会", "互助社")
_LENDERS = (*_BANKS, "亲戚", "亲友", "邻居", "朋友", "乡亲", "别人", "人家", "村里", "公家", "集体")
_OWED = frozenset({"欠", "欠下", "欠着"})
_LENDER = frozenset({"向", "从", "跟", "找", "问"})


@only_of(dimensions=("money",), units=NO_UNIT)
def own_part(p: Position) -> Reading | None:
    """Return what somebody paid himself or was lent: 自己只掏了8000元; 他贷到4.8万元; 买了保险，一头牛[交]60元."""
    if p.behind.de:
        return None
    if whole := _by_the_piece(p):
        return p.reading(whole, p.stretch.tokens)
    if insurer := _reimbursed(p):
        return p.reading(insurer, p.stretch.tokens[:-1])
    core = _without_times(p)
    if not core:
        return None
    if debt := _owed(core):
        return p.reading(debt, core[-2:])
    return first_answer(_BY_VERB, p, core)


def _without_times(p: Position) -> list[Token]:
    """Return the words in front that tell who paid or was lent what, without 每月 and what links them to the number."""
    core = [t for t in p.stretch.tokens if t.text in _OWN or (t.role not in _LEADS and t.tag != "d")]
    core = [t for t in core if t.text not in _EACH_TIME]
    if len(core) > 1 and core[-1].text == "的" and any(t.text in _ONESELF for t in core):
        core.pop()  # 自己掏[的]不到四千元
    return core


def _paid_by_oneself(p: Position, core: list[Token]) -> Reading | None:
    """Return what somebody paid himself: [自己]只[掏]了8000元."""
    by_oneself = core[-1].text in _OWN and len(core) > 1 and core[-2].text in _ONESELF
    return p.reading(core[-2].text + core[-1].text, core[-2:]) if by_oneself else None


def _borrowed(p: Position, core: list[Token]) -> Reading | None:
    """Return what somebody was lent or owes: 他[贷到]4.8万元, 生源地贷款[贷]了8000元."""
    verb, by_him = core[-1].text, len(core) > 1 and core[-2].tag == "r"
    lent = by_him or any(t.text in _LENDER for t in p.stretch.tokens)
    if verb in _LENDS and p.stretch.tokens[-1].text == "了":
        lent, fund = True, phrase_ending(core[:-1]).name
        if fund.endswith(("贷款", "借款", "信贷")):
            return p.reading(fund, core)
    borrowed = verb in _OWED or (verb in _BORROWED and lent)
    return p.reading(_BORROWED[verb], core[-1:]) if borrowed and (verb != "贷款" or by_him) else None


def _spent(p: Position, core: list[Token]) -> Reading | None:
    """Return what was spent on what the words or the clause before tell: [住院]花了6000元; 盖起6间砖瓦房，[花去]2.8万元."""
    if core[-1].text not in _SPENDS or p.behind.tokens or p.behind.predicate:
        return None
    done = _spent_for(p) or _bought_before(p)
    return p.reading(f"{done}花费" if len(done) > 1 else "花费", core) if done else None


def _premium(p: Position, core: list[Token]) -> Reading | None:
    """Return the premium of the insurance told of: 买了保险，一头牛[交]60元."""
    insured = core[-1].text in _PREMIUM and any(t.text in _INSURED for t in p.row[: p.at])
    return p.reading("保费", core[-1:]) if insured else None


def _out_of_pocket(p: Position, core: list[Token]) -> Reading | None:
    """Return what somebody handed over, where nothing says for what: 去年[交]了6000元就拿到钥匙, 他[凑]了5000元."""
    if core[-1].text not in _HANDS_OUT or p.behind.tokens or p.quantity.value >= _OF_ONE_HOME:
        return None
    who = [t for t in core[:-1] if t.kind == "word"]
    if who and who[-1].text in _FOLK:
        return p.reading(who[-1].text + core[-1].text, core[-1:])
    told = any(len(t.text) > 1 and t.nominal for t in who)
    return None if told else p.reading(core[-1].text + "钱", core[-1:])


_HANDS_OUT = frozenset("交 凑 掏 垫 攒".split())
_FOLK = frozenset("村民 农户 社员 牧民 群众 贫困户 每户 每人 户均 老人 家长".split())
_OF_ONE_HOME = 1_000_000


_BY_VERB: tuple[Callable[[Position, list[Token]], Reading | None], ...] = (
    _paid_by_oneself,
    _borrowed,
    _spent,
    _premium,
    _out_of_pocket,
)
"""Who may read the verb that ends the words in front."""


def _owed(core: Sequence[Token]) -> str:
    """Return the debt that a verb of lending tells with its lender or as what is lent: 欠[亲戚]3万元, 借来的800元; else ""."""
    if len(core) < _PIECE:
        return ""
    verb, last = core[-2].text, core[-1].text
    if verb in _LENT_BY and last.endswith(_LENDERS):
        return "贷款" if verb == "借" and last.endswith(_BANKS) else _BORROWED[verb]
    return _BORROWED[verb[0]] if verb in _LENT_OF and last == "的" else ""


@only_of(dimensions=("money", "percentage", "ratio"), units=(*SHARES, *NO_UNIT))
def from_whom(p: Position) -> Reading | None:
    """Return from whom a part of the money comes: 有60万元[来自专项扶贫资金]; 余下38万元由[村民自筹]."""
    if any(t.text not in _REST and t.kind == "word" for t in p.stretch.core) or p.behind.de:
        return None
    end = clause_end(p.row, p.at)
    first = p.at + 1
    while first < end and p.row[first].role == "drop" and p.row[first].text != "由":
        first += 1
    said = p.row[first + 1 : end]
    if not said or p.row[first].text not in ("来自", "来自于", "由") or any(t.quantity for t in said):
        return None
    pays = said[-1].tag in ("v", "vn") and said[-1].text in _BEARS and len(said) > 1
    if p.row[first].text == "由" and not pays:
        return None
    name = ("" if p.row[first].text == "由" else "来自") + spell(
        [t for t in said if t.kind != "mark" or t.text == "、"]
    )
    return p.reading(name, said, used=end) if len(name) <= _FROM_LONG else None


_REST = frozenset("其余 余下 剩下 剩余 另有 其中 另外".split())
_BEARS = frozenset("捐助 捐赠 捐资 自筹 承担 负担 自缴 出资 解决 支付 垫付 筹集 投资 配套 补贴 补助 出 贷款".split())
_FROM_LONG = 18
_EACH_TIME = frozenset("每月 每年 每天 每个月 一年 一个月 一月 一次 共".split())
_TREATED = frozenset("住院 看病 治病 医药费 手术 药费 透析".split())
_INSURERS = ("保险", "医保", "新农合", "农合", "合作医疗", "救助", "大病险", "保障", "民政")


def _reimbursed(p: Position) -> str:
    """Return what an insurance paid back: [大病保险]又[报]了九千多元."""
    tokens = [t for t in p.stretch.tokens if t.role != "drop" and t.tag != "d"]
    if not tokens or tokens[-1].text != "报" or p.stretch.tokens[-1].text not in ("了", "报", "销"):
        return ""
    insurer = phrase_ending(tokens[:-1]).name
    if not insurer and any(t.text in _TREATED for t in p.row[: p.at]):
        return "报销"  # 住院花了2.6万元，[报]了2.3万元
    return insurer + "报销" if insurer.endswith(_INSURERS) else ""


def _bought_before(p: Position) -> str:
    """Return what the clause before tells of making or buying, and this one of paying for: [盖起6间砖瓦房]，花去2.8万元."""
    tokens = p.stretch.tokens
    near = 0 <= p.last_at < p.at and not any(t.text in "。；;" for t in p.row[p.last_at : p.at] if t.kind == "mark")
    told = p.last is not None and p.last.dimension in ("count", "area", "length") and p.last.rule in _DEEDS_DONE
    alone = all(t.role in _LEADS or t.tag in ("d", "r", "p", "f") or t.text in _SPENDS for t in tokens)
    if near and told and alone and p.last is not None:
        return p.last.name
    clause = clause_before(p.row, p.comma) if alone and p.comma else ()
    clause = [t for t in clause if not t.lasts]  # 住院[23天]，花去5.8万元
    deeds = [k for k, t in enumerate(clause) if (t.tag in ("v", "vn") and not t.role) or t.text in _DOINGS]
    done = clause[deeds[-1] :] if deeds and not any(t.quantity for t in clause) else ()
    alone = len(done) == 1 and done[0].text not in _DOINGS
    spent_on = "" if alone or not all(t.nominal or t.tag == "v" for t in done) else spell(done)
    return spent_on if len(spent_on) <= _LONG_DEED else ""


_LONG_DEED = 5
_ALTOGETHER = frozenset({"前后", "共"})
_DOINGS = frozenset("住院 盖房 看病 治病 建房 修房 装修 上学 结婚 透析 化疗".split())


_DEEDS_DONE = frozenset({"counted", "measured", "share_of", "before"})


def _spent_for(p: Position) -> str:
    """Return what money was spent for: [住院]花了6000元; 买进的86头[基础母牛]每头花了2万元."""
    core = [t for t in p.stretch.core[:-1] if t.text not in _ALTOGETHER]
    while core and core[-1].role == "drop" and not is_each(core):
        core.pop()
    each = is_each(core)
    told = spell(phrase_ending(core[:-2] if each else core).tokens)
    whole = len(core) > 0 and core[-1].text.startswith("每")
    return told or (without_deed(topic_of(p)) if (each or whole) and p.last_at >= 0 else "")


_STAFF = (
    *(
        "护林员",
        "保洁员",
        "管护员",
        "护路员",
        "护河员",
        "巡河员",
        "网格员",
        "信息员",
        "协管员",
        "公益岗",
        "公益性岗位",
        "公益岗位",
    ),
    *("工人", "员工", "职工", "务工人员", "村医"),
)
_EMPLOYS = ("雇", "聘", "招", "用工", "安置", "吸纳", "上岗", "就业", "务工", "打工", "做工", "上班")
_BENEFITS = ("低保", "五保", "特困供养", "养老保险")
_HEADED = frozenset("每 人 名 户 每人 每户 每名 每月 每年 每天 一个月 一年 一天 月 年 天".split())


def pay_of_those(p: Position) -> str:
    """Return what those counted just before are paid: 雇了5个乡亲，每人每月2500元; 享受低保89户，每户每月420元; else ""."""
    folk = p.last is not None and p.last.dimension in MEMBERS and p.last_at >= 0
    told = [t for t in p.stretch.tokens if t.role not in ("drop", "link") and t.text not in _HEADED]
    timed = any(t.text in _EACH_TIME for t in p.stretch.tokens)
    if not folk or not timed or any(t.text not in _PAID_TO for t in told):
        return ""
    topic, clause = topic_of(p), "".join(t.text for t in clause_before(p.row, p.last_at + 1))
    if benefit := next((b for b in _BENEFITS if b in topic), ""):
        return benefit + "金"
    staff = next((s for s in _STAFF if s in topic), "")
    return staff + "工资" if staff else "工资" if any(word in topic or word in clause for word in _EMPLOYS) else ""


def _by_the_piece(p: Position) -> str:
    """Return the wage of work that is paid by the piece: 在合作社剪螺尾，[剪一斤]6毛钱; else ""."""
    told = p.stretch.tokens
    if not p.comma or len(told) < _PIECE or len(told[0].text) > 1 or not told[1].text.startswith("一"):
        return ""
    if any(t.nominal for t in told[2:]) or not sold_by(p.row, p.at - len(told), p.at):
        return ""
    clause = clause_before(p.row, p.comma)
    k = next((k for k, t in enumerate(clause) if t.text == told[0].text), len(clause))
    done = spell(clause[k + 1 :])
    return told[0].text + done + "工钱" if 0 < len(done) <= _LONG_DEED else ""


_PIECE = 2
_PAID_TO = GETS | {"挣", "能", "可", "可以", "发", "发放", "给"}
_AIDS = (*AIDS, "资助", "赔付")
_GRANTS = {"补": "补助", "奖": "奖励", "赔": "赔付"}
_GRANTED = 10
_PAID_AS = ("费", "补贴", "补助", "奖补", "奖励", "款", "金", "津贴")


def _got_by_each(p: Position, core: Sequence[Token]) -> str:
    """Return the grant whose sum was told, of which each gets his part: 发放津贴5.7亿元，平均每户每月[获]2700元; else ""."""
    each = any(t.text.startswith("每") or t.text in PER_HEADS for t in p.stretch.tokens)
    told = topic_of(p)
    if not each or len(core) != 1 or core[0].text not in _GETS or p.behind.tokens or not p.like_last:
        return ""
    return without_deed(told) if told.endswith(AIDS) else ""


_GETS = GETS | frozenset("获 获得 获发 得 得到 领取 可获 可领".split())


def _is_lost(p: Position, core: Sequence[Token]) -> bool:
    """Tell whether somebody made a loss: 第一年[赔]了十几万元; not what an insurance paid."""
    lost = core[-1].text == "赔" and p.stretch.tokens[-1].text == "了" and all(t.tag in ("x", "r") for t in core[:-1])
    return lost and not any(t.text.endswith((*_INSURERS, "保", "险", "公司")) for t in p.row[: p.at])


@only_of(dimensions=("money",), units=NO_UNIT)
def granted(p: Position) -> Reading | None:
    """Return the grant that a verb of one character tells: 雨露计划每生每年[补]3000元, 买羊每只[补]200元, 垮一箱[赔]300元."""
    if by_year := _paid_in_year(p):
        return p.reading(by_year, implied=True)
    words = [t for t in p.stretch.core if t.kind == "word"]
    core = [t for t in words if t.role != "drop" and not t.text.startswith("每") and t.tag != "d"]
    if got := _got_by_each(p, core):
        return p.reading(got, core, implied=True)
    if not core or core[-1].text not in _GRANTS or p.behind.de:
        return None
    if _is_lost(p, core):
        return p.reading("赔钱", core, topic="")
    rest = core[:-1]
    while rest and rest[-1].tag == "x":
        rest = rest[:-1]  # 每[生]每年补3000元
    if rest and rest[-1].text == "奖":
        return None  # 每亩奖补200元
    if p.behind.tokens and p.behind.tokens[-1].text.endswith(_PAID_AS):
        name = spell(p.behind.tokens)  # 每学期还补1000块[生活费]
        return p.reading(name, p.behind.tokens, used=p.behind.used)
    grant = _GRANTS[core[-1].text]
    if not rest or all(t.text in word_class("payers") for t in rest):
        topic = subject_between(p) or ("" if grant == "赔付" and "保费" in topic_of(p) else topic_of(p))
        topic = "" if topic.endswith((*PRICES, "造价", "成本", "投资", "价")) else topic
        name = topic if topic.endswith(_AIDS) else topic + grant if topic else ""
        name = spell(rest) + name if name else grant if grant == "赔付" else spell(rest) + grant if rest else ""
    else:
        name = spell(rest) + grant if all(t.nominal or t.tag == "v" for t in rest) else ""
    if not 0 < len(name) <= _GRANTED:
        return None
    return p.reading(name, core, implied=not rest)


def _paid_in_year(p: Position) -> str:
    """Return the grant of which a year's part is told: 退耕还林每亩补助1500元，分三次下达，[第一年]800元，[第三年]300元; else ""."""
    if _IN_YEAR.fullmatch("".join([t.text for t in p.stretch.tokens])) is None:
        return ""
    grants = (p.topics[at] for at in sorted(p.topics, reverse=True) if at < p.at)
    return next((topic for topic in grants if topic.endswith(_AIDS)), "")


_IN_YEAR = re.compile("(?:其中)?第[一二三四五六七八九十0-9]{1,2}年(?:为|给予?|补助?|发放|兑现|下达)?")
