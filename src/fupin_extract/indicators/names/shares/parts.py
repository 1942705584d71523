"""Shares of a whole: 占总人口的33%, one part after the other, with the whole in 在…中."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...phrases.before import phrase_ending
from ...phrases.deeds import is_deed
from ...rules import first_answer
from ...spelling import spell
from ...vocabulary import EXTREMES, INSIDE, RATES, SHARES
from ..counts.classed import bounded_part
from ..position import Position, Reading, only_of
from ..told.stretches import find, place_told, strip
from ..told.subjects import subject, subject_between
from ..told.topics import SUMMED_PLACES, contributor, thing_of, topic_of, with_size, without_share

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...rows import Token


class _Share(NamedTuple):
    """A number that is a share, the words in front of it, and the index in them of the verb that says of what it is one."""

    p: Position
    tokens: Sequence[Token]
    at: int

    @property
    def front(self) -> Sequence[Token]:
        """The words in front of the verb, which may tell the part."""
        return self.tokens[: self.at]

    @property
    def whole(self) -> str:
        """What it is a share of, "" where the words do not say."""
        told = self.tokens[self.at + 1 :]
        return spell([t for t in told if t.nominal or t.text in _IN_WHOLES or (t.tag == "v" and not t.role)])


@only_of(units=SHARES)
def share(p: Position) -> Reading | None:
    """Return part and whole: 占农作物总播种面积的33%."""
    tokens, part = p.stretch.tokens, ""
    if name := _share_within(tokens) or _line_set_at(tokens):
        return p.reading(name, (*tokens,))
    at = find(tokens, "share")
    if at is None and tokens:
        if tokens[0].text in EXTREMES:
            return None
        if tokens[0].text == "占比":
            tokens, part = tokens[1:], subject_between(p)  # 软件收入增长，[占比]超过全行业收入的五分之一
        if p.stretch.of and p.quantity.base_unit in ("%", "分之"):
            at = next((k for k, t in enumerate(tokens) if _equals(t, of=tokens[-1].text == "的")), None)
    if at is None:
        return None
    if _is_beside(p, tokens, at):
        return _set_beside(p, tokens, at)
    told = _Share(p, tokens, at)
    return _of_a_whole(told, part or first_answer(_PARTS, told) or "")


_IN_WHOLES = frozenset({"的", "、", "和", "应"})


def _of_a_whole(s: _Share, part: str) -> Reading | None:
    """Return the share as that of the part in the whole that its verb tells of, each as far as the text has them."""
    p, whole = s.p, s.whole
    part = _part_in_full(s, part) or spell(p.behind.tokens)
    if not part:
        theirs = whole and any(t.tag == "r" for t in s.front)
        return p.reading("占" + whole, s.tokens[s.at :], topic="") if theirs else None  # 他们占脱贫人数的三分之二
    if not whole and part.endswith(("比例", "比重", "率", "占比", "份额")):
        return p.reading(part, s.front)
    whole = _told_against(s.tokens[s.at :], whole)
    if whole == part and p.last is not None and p.last.topic == part:
        part = p.last.name  # 2.6万名[贫困人口靠茶增收]，占全县贫困人口的四分之一
    verb = s.tokens[s.at].text if s.tokens[s.at].text in _LIKE else "占"
    if verb == "占" and whole:
        part = part.removesuffix("占比") or part  # 人员经费[占比]不得高于总支出的三成
    verb = "相当于" if verb.endswith("相当于") else verb  # 只[相当于]
    name = part + verb + whole if whole else part + "占比"
    return p.reading(name, s.tokens[s.at :], implied=part == topic_of(p))


def _part_in_full(s: _Share, part: str) -> str:
    """Return the name of a part with what only the text before says of it, "" where nothing says what it is."""
    p, topic = s.p, topic_of(s.p)
    if topic and SUMMED_PLACES.fullmatch(part) and part.startswith(s.tokens[0].text):
        part = topic  # 云南555万人、广西289万人，[两省区]合计占全国的三成
    if p.last and p.last_at >= 0 and p.last.name.startswith("未") and p.last.topic == part:
        part = p.last.name  # 4.3万名贫困人口[未]参加医疗保险，占应参保人数的3.4%
    if s.at and s.tokens[s.at - 1].text in ("其他", "其它"):
        part = "其他"  # 种植业占45%，养殖业占27%，[其他]占10%
    part = _of_its_thing(p, part)
    return topic if topic.endswith(part) and topic else part  # 可支配收入中位数2.9万元，[中位数]是平均数的85%


def _of_its_thing(p: Position, part: str) -> str:
    """Return the part with what it is the size of: 地膜粮食占粮食面积的13%，[产量]占总产的42%; an income has no 产量."""
    thing = without_share(thing_of(p)) if part in ("产量", "产值", "面积") else ""
    return with_size(thing, part) if thing and not thing.endswith(("收入", "支出")) else part


def _told_against(tokens: Sequence[Token], whole: str) -> str:
    """Return the whole, by its place where that is all it is: 占[全国]的12%, 相当于[全国]的80%."""
    place = place_told(tokens) if whole in ("", *_MEASURES) else ""
    ratio = "" if tokens[0].text.endswith("相当于") else "比重"
    return place + (whole or ratio) if place else whole


_MEASURES = ("比重", "比例", "份额")


def shared_on(p: Position) -> Reading | None:
    """Return the share of the next of several parts, the first of which 占 told of: 小学的占14%，[初中]56%，[高中]17%."""
    again = p.last is not None and p.last.rule in ("share", "shared_on") and p.last_at >= 0
    if not again or p.last is None or p.quantity.base_unit != "%" or p.behind.tokens:
        return None
    part = p.stretch.tokens[len(p.stretch.tokens) - (p.at - p.last_at - 2) :]
    apart = p.row[p.last_at + 1].text in ("，", ",", "、") and len(part) == p.at - p.last_at - 2
    if part and (part[-1].role in ("rate", "size") or part[-1].text.endswith("率")):
        return None  # 贫困人口占65%，[贫困发生率]6.8%
    if not apart or not part or not all(t.nominal or t.text in _AND_ABOVE for t in part):
        return None
    whole = p.last.name[p.last.name.rfind("占") :] if "占" in p.last.name else ""
    name = "".join(t.text for t in part) + whole
    return p.reading(name, part) if whole else None


@only_of(units=("%",))
def shared_by_those(p: Position) -> Reading | None:
    """Return the share of those of whom the next thing is true: 通公路的农户比重为100%，[通电话]的99%，[上小学便利]的89%."""
    last, told = p.last, p.stretch.tokens
    if (
        last is None
        or p.last_at < 0
        or p.row[p.last_at].unit != "%"
        or not told
        or told[-1].text != "的"
        or p.behind.tokens
    ):
        return None
    tail = _SHARE_OF.search(last.name)
    said_of = all(t.kind == "word" and t.role in ("", "drop", "light", "size") for t in told)
    if tail is None or not said_of or p.row[p.at - len(told) - 1].text not in ("，", ","):
        return None
    said = "".join(t.text for t in told[:-1])
    name = said + tail[0]
    return p.reading(name, told, rule="shared_on", implied=True)


_SHARE_OF = re.compile("(?:农户|户|村民|居民|自然村|行政村|村|人口|人)?(?:比重|占比|比例)$")
_AND_ABOVE = frozenset({"及", "以上", "以下", "、", "和"})


def _share_within(tokens: Sequence[Token]) -> str:
    """Return part and whole where the whole is told with 在…中: 女性[在村干部中所占比例]达32%; else ""."""
    where = next((k for k, t in enumerate(tokens) if t.text == "在"), 0)
    inside = next((k for k in range(where + 2, len(tokens)) if tokens[k].text in INSIDE), None) if where else None
    if inside is None:
        return ""
    said = [t.text for t in tokens[inside + 1 :] if t.text not in ("所", "的") and t.role != "link" and t.tag != "d"]
    if not said or said[0] not in ("占", "占到", *_OF_SHARES) or any(word not in _OF_SHARES for word in said[1:]):
        return ""
    part, whole = phrase_ending(strip(tokens[:where])).name, spell(tokens[where + 1 : inside])
    measure = said[-1] if said[-1] in _MEASURES else ""
    return f"{part}占{whole}{measure}" if part and whole else ""


def _is_beside(p: Position, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the share is that of others whom one is set beside: 占收入51%，远高于[公屋户]的14%."""
    again = p.last is not None and p.like_last
    beside = again and tokens[at].text in ("高于", "低于") and all(t.text in _FAR for t in tokens[:at])
    return beside and not p.behind.tokens and any(t.nominal for t in tokens[at + 1 :])


def _set_beside(p: Position, tokens: Sequence[Token], at: int) -> Reading | None:
    """Return the share of those others, None where there are none."""
    if p.last is None:
        return None
    name = spell([t for t in tokens[at + 1 :] if t.nominal]) + p.last.topic
    return p.reading(name, tokens[at + 1 :], implied=True, topic=p.last.topic)


_FAR = frozenset("远 远远 略 稍 大幅 明显 仍".split())


def _line_set_at(tokens: Sequence[Token]) -> str:
    """Return the line that is set at a share of something, "" where none is: [贫穷线]订于住户入息中位数的50%."""
    at = next((k for k, t in enumerate(tokens) if t.text in _SET_AT), 0)
    return phrase_ending(strip(tokens[:at])).name if at and tokens[-1].text == "的" else ""


_SET_AT = frozenset("订于 定于 设于 定在 订在 设定在 设定为 订为 定为".split())


def _part_before(s: _Share) -> str:
    """Return the part that stands before its 占, with what a deed alone was done to: [进村道路硬化]的占98%."""
    core = strip(s.front)
    phrase = phrase_ending(core)
    lone = phrase.verb and len(phrase.tokens) == 1 and core[-1] is phrase.tokens[0]
    done_to = subject(core, phrase) if lone else []
    return spell([*done_to, *phrase.tokens]) if len(spell(done_to)) > 1 else phrase.name


_OF_SHARES = ("占比", "占比达", "占比为", "比重", "比例", "份额")


def _class_bounded(s: _Share) -> str:
    """Return the class whose bound stands in front of the 的 that the words begin with: 500元[以上]的占一半."""
    return bounded_part(s.p.row, s.p.at - len(s.tokens)) if s.tokens[0].text == "的" else ""


def _described(s: _Share) -> str:
    """Return the part that the share describes from behind: 占总人口三成的[老人]."""
    return spell(s.p.behind.tokens) if s.p.behind.de else ""


def _governed(s: _Share) -> str:
    """Return the part behind that what stands in front is done to: 用[占全国4%的]耕地, 生产了[占全国6%的]粮食."""
    front = s.front
    governs = bool(front) and (front[-1].text in ("以", "用", "了") or is_deed(front[-1]))
    return _described(s) if governs else ""


def _those(s: _Share) -> str:
    """Return what those have done or are for that a share is of: 其中[用于产业发展]的占到67%; else ""."""
    tokens = s.front
    first = next(
        (k for k, t in enumerate(tokens) if t.text not in ("其中", "，") and (t.role != "drop" or t.text in _LACKING)),
        len(tokens),
    )
    if first >= len(tokens) - 1 or tokens[-1].text != "的":
        return ""
    those = tokens[first:-1]
    if those[0].text in _LACKING and len(those) > 1:
        return "".join(t.text for t in those)  # [没上过学]的占0.8%
    return spell(those) if those[0].text in _FOR or _does_a_thing(those) or _goes_to(those) else ""


def _goes_to(told: Sequence[Token]) -> bool:
    """Tell whether the words say what money goes to: [资金用于产业发展]的占55.2%."""
    return (
        len(told) > 1 and told[0].text.endswith(("资金", "贷款", "经费")) and told[1].text in ("用于", "投向", "投入")
    )


def _does_a_thing(told: Sequence[Token]) -> bool:
    """Tell whether the words are all that those do, verb first: [使用经过净化处理自来水]的占56%; not 从事第三产业 in 农民工中从事….."""
    verb = told[0].tag == "v" and not told[0].role and len(told[0].text) > 1
    return (
        verb
        and len(told) > 1
        and all(t.kind == "word" and t.role in ("", "size") and t.text not in INSIDE for t in told)
    )


_LACKING = frozenset({"未", "没", "没有", "不", "无", "有", "拥有"})
_FOR = frozenset("因 用于 用在 投向 投入 从事 来自 获得 选择 参加 享受".split())


def _subject_told(s: _Share) -> str:
    """Return what the clauses before speak of, also where they say that its share moved: [知识密集型服务贸易]占比提升，占43.9%."""
    told = subject_between(s.p)
    return next((told[: -len(end)] for end in ("占比", "比重", "份额") if told.endswith(end)), "") or told


def _topic_told(s: _Share) -> str:
    """Return what the number before measured, or its rate of growth was of: 增速快于全国，[收入]占总收入的35%."""
    topic = topic_of(s.p)
    if topic.endswith("贡献率"):
        return contributor(topic)  # [工资性收入]对增收的贡献率达86.5%，占可支配收入的47.3%
    return next((topic.removesuffix(rate) for rate in RATES if topic.endswith(rate)), topic)


_PARTS: tuple[Callable[[_Share], str], ...] = (
    _class_bounded,
    _those,
    _governed,
    _part_before,
    _described,
    _subject_told,
    _topic_told,
)
"""Who may say which part it is a share of: words in front, words behind, the clauses before."""


_LIKE = frozenset({"相当于", "等于", "仅及", "只及", "只相当于", "仅相当于"})


def _equals(token: Token, *, of: bool) -> bool:
    """Tell whether a share of something is what the part comes to: 达到…的80%, 超过全年总产量的五分之一."""
    linked = token.role == "link" and token.text not in ("至", "到", "有", "恢复到", "恢复至")
    return linked or token.text in ("超过", "超", "高于", "逾", "突破") or (of and token.text in ("低于", "少于"))
