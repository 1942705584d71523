"""What a rule lays down: thresholds, rates, grants and guarantees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...quantities.bounds import PICKING
from ..rows import SENTENCE_ENDS, clause_before, clause_begin, clause_of, once, text_at
from ..rules import first_answer
from ..times.dating import NOW
from ..vocabulary import BOUNDING, BY, DEALT
from .caps import grant_capped

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from ..rows import Row

HAPPENED = re.compile("已|共(?<![公中]共)(?![享同建治])|累计|先后|去年|今年以来|现[有存共]")
LIMIT = re.compile(r"不少于|不低于|不超过|不高于")
_RULE = re.compile(
    "不得|必须|原则上|应当|须达|按[^，。]{0,12}标准|标准为|标准(?<!平均标准)[^，。]{0,4}(?:提高|每)"
    "|线(?<=(?:参考|监测|起付|封顶|收入)线)[^，。]{0,4}(?:是|为|定|从|提高)|给予[^，。]{0,16}(?:补助|补贴|奖补|奖励|资助)"
    "|标准(?<=(?:补助|补贴|奖励|奖补|资助|报销)标准)|每(?:[人户亩甲头只箱]|公顷)[^，。]{0,4}(?:补助|补贴|奖补|奖励|资助)"
)

_AT_LEAST = re.compile("每[^，。]{1,14}(?:至少|不少于)[配设选派安建组落]")
"""What each one must have: 每个乡镇至少配备2名技术员."""


class _Told(NamedTuple):
    """A number in its clause, and what is known of both when the rules are asked whether it is laid down."""

    row: Row
    at: int
    clause: str
    aims: bool
    planned: bool
    per: bool

    @property
    def is_past(self) -> bool:
        """Whether the clause says what somebody had or got."""
        return _PAST.search(self.clause.replace("能繁", "")) is not None


def laid_down(row: Row, at: int, *, aims: bool, planned: bool, change: bool, per: bool) -> bool:
    """Tell whether a rule sets the number: 不少于30%, 5000元以下且…, 按6:4的比例, 每人每月补助300元, 约定利润的20%分给村集体.

    ``aims`` says that the section is of aims, ``planned`` that the statement is one, ``change`` that the number is
    by how much something moved, ``per`` that it is given for each one.
    """
    told = _Told(row, at, clause_of(row, at), aims, planned, per)
    if HAPPENED.search(told.clause) is None:
        rules = _RULES if change else _RULES_OF_LEVELS
        if first_answer(rules, told):
            return True
    return _is_of_a_line(row, at)


def _is_ruled(told: _Told) -> bool:
    """Tell whether the clause has the words of a rule: 不得低于, 标准为; among aims, 全年投入不少于2亿元 is one more."""
    aimed = told.planned or (told.aims and not told.per and not told.row[told.at].lasts)
    if _CAME_TO.search(told.clause) and any(t.kind == "period" for t in clause_before(told.row, told.at)):
        return False  # 补助标准由[2015年]的380元增长到[2020年]的550元
    ruled = _RULE.search(told.clause)
    if ruled is not None and ruled[0].startswith("每") and ruled.start() > len(_led(told)):
        ruled = None  # 考上大学的17名学生[每人资助]3000元: of those counted before it is told
    return ruled is not None or (not aimed and LIMIT.search(told.clause) is not None)


def _led(told: _Told) -> str:
    return "".join([t.text for t in clause_before(told.row, told.at)])


_CAME_TO = re.compile("(?:增长|提高|增加|上升|上涨)(?:到|至)")


def _is_what_each_must_have(told: _Told) -> bool:
    return not told.aims and not told.planned and _AT_LEAST.search(told.clause) is not None


def _is_shared_out(told: _Told) -> bool:
    """Tell whether something is parted by the number: 按6∶3∶1分, 收益[按6∶3∶1]在农户和村集体之间分配."""
    quantity = told.row[told.at].quantity
    if quantity is None or not quantity.parts:
        return False
    by = told.at > 0 and told.row[told.at - 1].text in BY and told.row[told.at].unit == "比"
    return by or _SHARED_OUT.search(told.clause) is not None


def _is_guaranteed(told: _Told) -> bool:
    return _GUARANTEED.search(told.clause) is not None


def _is_given_for_each(told: _Told) -> bool:
    """Tell whether so much money is what each one gets: 每人每月补助300元."""
    quantity = told.row[told.at].quantity
    given = told.per and told.row[told.at].unit == "元" and _GIVEN.search(told.clause) is not None
    return given and not told.is_past and quantity is not None and quantity.value < _TOTAL  # 每年补奖资金45亿元


def _is_capped_for_each(told: _Told) -> bool:
    """Tell whether each one gets so much at most, in a plan, too: 每人25平方米以内."""
    quantity = told.row[told.at].quantity
    capped = told.per and quantity is not None and quantity.cmp == "<="
    return capped and _OF_EACH.search(told.clause) is not None and _MOVED.search(told.clause) is None


def _is_in_a_limit(told: _Told) -> bool:
    return is_a_line(told.row, told.at)


def _is_a_capped_grant(told: _Told) -> bool:
    return grant_capped(told.row, told.at) is not None and not told.is_past


def _is_of_whoever(told: _Told) -> bool:
    """Tell whether the number, bounded, says who is meant by a rule: 年收入[超过10万元的]，不再享受补助."""
    row, at = told.row, told.at
    k = _behind_bounds(row, at)
    if not at or text_at(row, k) != "的" or k + 1 >= len(row) or row[at - 1].text not in _BOUND or "了" in told.clause:
        return False
    onward = row[k + 1]
    return not onward.nominal and (onward.kind == "mark" or onward.tag in ("v", "d", "p"))


def _is_of_a_line(row: Row, at: int) -> bool:
    """Tell whether a line or a rate stands behind the number, which it is set at: 60%的[比例], 3000元[贫困线]."""
    k = _behind_bounds(row, at)
    return text_at(row, k) in _AND_LINES or (text_at(row, k) == "的" and text_at(row, k + 1) in _RATES)


def _behind_bounds(row: Row, at: int) -> int:
    """Return the index behind the number and what bounds it: 3000元[以下]."""
    k = at + 1
    while text_at(row, k) in BOUNDING:
        k += 1
    return k


_ENTITLED = re.compile(
    r"可(?:以)?(?:再)?(?:获发|获得?|申?领取?|领回|申请|享)(?!到了)|获发|另获(?!得)|资格[^，。]{0,10}领取"
    r"|每[^，。]{0,4}(?:最高|最多)(?=[\d可补资领获存贷发])"
)
_AT_MOST = re.compile("(?:最高|最多)(?:可(?![卖达售到])|补|资助|领|获|贷|存|发)|(?:资助|补助|补贴|津贴)(?:上限|最高)")
_ENTITLED_ONCE = re.compile("[了过]|已|共|累计|先后|平均|[前去]年")


_LIMITED = re.compile(
    r"(?:上限|下限|限额|门槛|最低生活费|最低工资|贫穷线|贫困线|低收入线|界线|维生指数|封顶线|起付线)[^，。\d]{0,6}(?:为|是|达|定|订|设|至|由|[\d])[^，。]{0,16}$"
)
_HOMES = re.compile("[一二两三四五六七八九十]人(?:住户|家庭|家团|户)(?![^，。]*(?:入息|收入|月入|中位数|开支|租金))")
_HOME = re.compile("[一二两三四五六七八九十]人(?:则|就|亦)?为")
_FOR_HOMES = re.compile("津贴|援助金|综援|贫穷线|贫困线|界线|维生指数|限额|上限")


@once
def _may_have_a_line(row: Row) -> bool:
    """Tell whether a sentence has any of the words that `is_a_line` looks for: most have none."""
    return _OF_LINES.search(row.told) is not None


_OF_LINES = re.compile("限|门槛|最低|线|指数|人(?:住户|家庭|家团|户)")


def is_a_line(row: Row, at: int) -> bool:
    """Tell whether the sum is a line or limit (入息上限为2.1万元, 最低生活费由…调高为…), or what homes of so many are granted."""
    if row[at].unit not in ("元", "%"):
        return False
    if not _may_have_a_line(row):
        return False
    before = clause_before(row, at)
    if _LIMITED.search("".join([t.text for t in before]) + "0"):
        return True
    last = at - len(before) - 2
    links = last > 0 and before and before[-1].text == "为" and all(t.nominal for t in before[:-1])
    if links and row[last].unit == row[at].unit and is_a_line(row, last):
        return True  # 单身人士资产上限为38万元，[夫妇为]58万元
    if _FOR_HOMES.search(row.told) is not None:
        clause = clause_of(row, at)
        return _HOMES.search(clause) is not None or (_HOME.match(clause) and _HOMES.search(row.told)) is not None
    return False


def _is_entitled(told: _Told) -> bool:
    """Tell whether the sum is what each one who qualifies may get, or at most: 合資格長者每月可領取4000元, 每案最高補助500萬元."""
    row, at, clause, per = told.row, told.at, told.clause, told.per
    if row[at].unit in _SHARES and _ENTITLED_TO.search(clause):
        return _ENTITLED_ONCE.search(clause) is None  # 购买农机可享受30%的补贴
    if row[at].unit != "元" or _ENTITLED_ONCE.search(clause) or any(t.text in _SOMEBODY for t in row[:at]):
        return False
    if (per and _ENTITLED.search(clause) is not None) or _AT_MOST.search(clause) is not None:
        return True
    before = "".join(t.text for t in clause_before(row, max(0, clause_begin(row, at) - 1)))
    more = _MORE.search(clause) is not None or (
        per and all(t.nominal or t.tag in ("r", "d") for t in clause_before(row, at))
    )
    return more and _ENTITLED.search(before) is not None and not _ENTITLED_ONCE.search(before)


_ENTITLED_TO = re.compile("可(?:以)?享受?[^，。]{0,8}(?:补贴|补助|报销|优惠|折扣|贴息)")
_SOMEBODY = frozenset("他 她 我 他家 她家 我家 咱 俺".split())
"""What somebody tells or is told to get is what he gets: 他当护林员，每年可以领到7000元."""
_MORE = re.compile("另(?:再)?(?:加|补)|加码|加发")
"""What is given beside it: …可领奖励金4.5万元，县府[另加码]5千元."""


def _is_dealt_at(told: _Told) -> bool:
    """Tell whether something is dealt out at the share: 按利润的15%给村集体分红."""
    row, at = told.row, told.at
    if row[at].unit not in _SHARES:
        return False
    first = at
    while first and row[first - 1].kind == "word" and at - first < _NEAR:
        first -= 1
    end = at + 1
    while end < len(row) and row[end].kind == "word" and end - at < _NEAR:
        end += 1
    by = any(t.text in BY for t in row[first:at])
    return by and any(t.text in DEALT for t in row[at + 1 : end])


_ONCE = re.compile("一次性[^，。]{0,4}(?:补|奖|资助)[^，。]{0,3}$|(?:单户|每户|最高|户贷|贷款)额度[^，。]{0,4}$")
_BORNE = frozenset("承担 负担 自缴 自付 自筹 补 补助 补贴 报销 贴息 交 缴 出 只交 分担".split())
_SHARES = frozenset({"%", "分之", "成"})


def _is_paid_once(told: _Told) -> bool:
    """Tell whether the amount is a grant paid once, or how high a loan may be: 一次性奖补3万元, 单户额度5万元以内."""
    row, at = told.row, told.at
    if "一次性" not in row.told and "额度" not in row.told:
        return False
    quantity = row[at].quantity
    if quantity is None or quantity.base_unit != "元" or not _is_set(quantity.value):
        return False
    return _ONCE.search("".join(t.text for t in row[max(0, at - _NEAR) : at])) is not None and not told.is_past


def _is_borne(told: _Told) -> bool:
    """Tell whether the share is the part that somebody bears of a premium or a cost: 财政[补]七成, 农户[自缴]两成."""
    row, k = told.row, told.at - 1
    if row[told.at].unit not in _SHARES:
        return False
    while k > 0 and row[k].role == "drop":
        k -= 1
    if text_at(row, told.at + 1) == "由" and _BORNE_BY.search(told.clause):
        return not told.is_past
    return k >= 0 and row[k].text in _BORNE and not told.is_past


_BORNE_BY = re.compile("由[^，。]{2,12}(?:承担|负担|自缴|自付|补贴|补助)$")


def _triggers(told: _Told) -> bool:
    """Tell whether something is done wherever the number is passed: [当]市场价低于每公斤8元时，[就]启动风险基金."""
    row, at = told.row, told.at
    if _IN_CASE.match(told.clause) is None or any(t.kind == "period" for t in row[:at]):
        return False
    return _THEN.search("".join([t.text for t in row[at + 1 : at + _THEN_SOON]])) is not None


_IN_CASE = re.compile("(?:当|一旦|凡是?|若|如果)[^，。]{2,16}(?:低于|高于|不足|超过|跌破|达到)")
_THEN = re.compile("[，,][^，。]{0,10}(?:就|即|则|便|自动|启动|给予|触发)")
_THEN_SOON = 12


_NEAR = 8


def _is_set(value: Decimal) -> bool:
    """Tell whether a sum is one that a rule would set for one firm or household (300元, 500万元), not the total of a year."""
    return value < _TOTAL and len(value.normalize().as_tuple().digits) <= _DIGITS


_TOTAL, _DIGITS = 100_000_000, 2
_BOUND = PICKING - set("过 超 逾 突破 达 近 约 大约 将近 接近".split()) | {"在"}
"""Words in front of what a rule lays down; the others tell what has come about."""
_SHARED_OUT = re.compile("按[^，。]{0,12}分")
_GIVEN = re.compile(
    "(?:每|[养种产建买]一?[头亩只棵座栋])[^，。]{0,12}(?:补(?!助款|贴款)|奖|资助|救助|贴补|发(?![电展现生])|兑付|兑现|收费|收取|缴|给)|(?:补|奖|收费|报酬|租金|津贴|保底)[^，。]{0,6}每"
)
_MOVED = re.compile("[降跌涨升落]")
_OF_EACH = re.compile("每|[人户村]均")
_GUARANTEED = re.compile(
    "保护价|保底价|保底(?:分红|每|一斤|收购)|每[^，。]{0,3}保底|保底收购|保证收购|保证价|执行[^，。]{0,6}利率"
)
"""Promises for whatever is sold or lent: 保护价每公斤0.7元, 执行年利率4.75%."""


def _is_warned_below(told: _Told) -> bool:
    """Tell whether the number is where help or a warning begins: [对人均收入低于6000元的]农户及时预警."""
    row, at = told.row, told.at
    if not at or row[at - 1].text not in _BOUND or at + 1 >= len(row) or row[at + 1].text != "的":
        return False
    first = next((k for k in range(at - 1, -1, -1) if row[k].kind == "mark"), -1) + 1
    return row[first].text == "对" and not any(t.region for t in row[first:at])


_PAST = re.compile(
    "[了过]|会有|已|共(?![享同建治])|累计|达到|先后|平均|户均|人均|亩均|[去今前]年|获得|领到|拿到|收到|领取|可得|能"
)
_LINES = ("限额", "警戒线", "红线", "上限", "下限", "封顶线", "起付线", "门槛", "贫困线", "扶贫标准", "标准线")
_AND_LINES = frozenset({"且", *_LINES})
_RATES = frozenset({"比例", "标准"})
_AGREED = frozenset({"规定", "约定"})


_ISSUES = frozenset("出台 印发 下发 颁布 发布 施行 推出 规定 制定 明确 政策 办法 标准 措施".split())
_PAYS = re.compile("补|奖|贴")


def _is_listed_rule(told: _Told) -> bool:
    """Tell whether a payment is one of those that a policy lays down behind a colon: 出台办法：新建大棚每个补助8000元."""
    row, at = told.row, told.at
    if row[at].unit != "元" or ":" not in row.words or not _PAYS.search(told.clause):
        return False
    colon = next((k for k in range(at - 1, 0, -1) if row[k].text == ":"), None)
    return colon is not None and any(t.text in _ISSUES for t in row[:colon]) and not told.is_past


def shares_out(row: Row, at: int) -> bool:
    """Tell whether the number is the part of a profit that members get at each year's end: 年底拿出[两成]返给社员."""
    return row[at].unit in _SHARES and _SHARES_OUT.search(clause_of(row, at)) is not None


_SHARES_OUT = re.compile("返[给还利]|分红|分给|拿出")


def _is_agreed(told: _Told) -> bool:
    """Tell whether the sentence says before the number that it was ruled or agreed: 按照约定，利润的20%分给村集体."""
    row = told.row
    if _AGREED.isdisjoint(row.words):
        return False
    for k in range(told.at - 1, -1, -1):
        if row[k].text in SENTENCE_ENDS:
            return False
        if row[k].text in _AGREED:
            onward = row[k + 1] if k + 1 < len(row) else None
            agreed = onward is not None and (onward.kind == "mark" or onward.tag in ("p", "d", "v"))
            return agreed and not told.is_past
    return False


_RULES: tuple[Callable[[_Told], bool], ...] = (
    _is_what_each_must_have,
    _is_shared_out,
    _is_given_for_each,
    _is_in_a_limit,
    _is_agreed,
    _is_listed_rule,
)
"""Who may say that a number is laid down, whether it is a level or by how much something moved."""
_RULES_OF_LEVELS: tuple[Callable[[_Told], bool], ...] = (
    *_RULES,
    _is_ruled,
    _is_dealt_at,
    _triggers,
    _is_guaranteed,
    _is_warned_below,
    _is_capped_for_each,
    _is_entitled,
    _is_a_capped_grant,
    _is_paid_once,
    _is_borne,
    _is_of_whoever,
)
"""Who may say it of a level."""


def asked_for(row: Row, at: int, *, per: bool) -> bool:
    """Tell whether a notice asks for the number, and does not tell of it: 抽查比例由0.3%[提高到]0.5%, 每户再增加1200元."""
    clause, quantity = clause_of(row, at), row[at].quantity
    told = HAPPENED.search(clause) or "了" in clause or _TOLD.search(clause) or any(t.text in NOW for t in row[:at])
    bounded = quantity is not None and (quantity.base_unit == "%" or quantity.cmp in ("<=", ">=", "<"))
    return not told and (per or bounded or _ASKED.search(clause) is not None)


_TOLD = re.compile(
    "截至|截止|达到?[^，。]{0,2}(?:左右)?$|同比|比上年|较上年|比去年|占[^，。]{0,12}的|全国还有|仍有|尚有|存在"
)
_ASKED = re.compile("[要应须可](?!求|有|行|见|用|喜|靠)|至少|不得|提高到|提高至|再增加|增加到|控制在|降低到|配备")
