"""What is made of a reading, whichever rule gave it: a denial, the population, the deed of its list, a rate of change."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from ...patterns import compile_han
from ...words import word_class
from ..vocabulary import FALLS, RISES
from .moves.changes import DRAGS, PULLS
from .people.pairs import POPULACE
from .position import Position, Reading
from .told.denials import NOT, denied
from .told.listed import NOUN_RULES, with_listed_deed
from .told.topics import topic_of

if TYPE_CHECKING:
    from ...records import Direction


def finished(p: Position, reading: Reading) -> Reading | None:
    """Return the reading as its sentence has it; None where its name says nothing."""
    for step in NAMED:
        reading = step(p, reading)
    if not _tells(reading):
        return None
    for step in MOVED:
        reading = step(p, reading)
    return reading


_LIVES = compile_han("(?:[一-鿿]{1,4}[区里上内村地])?(?:长期|世代|常年|一直)?(?:生活|居住|居住生活|生活居住|住)")


def _as_populace(p: Position, reading: Reading) -> Reading:
    """Return the reading of people who only live there as the population: 滩区生活着60万人."""
    name = POPULACE.get(p.quantity.unit[-1:], "")
    if name and reading.rule == "before" and not p.behind.tokens:
        home = reading.name in _HOME or (p.stretch.linked and reading.name.endswith(_HAMLETS))
        if home and all(t.text in _HERE for t in p.behind.predicate):
            return reading._replace(name=name, rule="populace", topic=name)  # 我们村400多户
    if p.quantity.base_unit != "人" or not _LIVES.fullmatch(reading.name):
        return reading
    return reading._replace(name="人口", topic="人口")


_HAMLETS = ("村", "组", "寨", "屯")
_HERE = frozenset("在 此 这里 那里 居住 生活 住".split())
_HOME = frozenset("村 寨 屯 组 乡 镇 县 村子 寨子 村庄 社区".split())
_AMOUNTS = (
    "投资",
    "增加值",
    "生产总值",
    "总额",
    "收入",
    "支出",
    "进出口",
    "出口",
    "进口",
    "用电量",
    "产值",
    "贷款余额",
    "存款余额",
)
"""What is no share: with % it says by how much that grew."""


def _signed(p: Position, reading: Reading) -> Reading:
    """Return the reading of a change below zero as a fall: 零售总额增长-0.6%."""
    fell = reading.kind == "change" and reading.direction == "up" and p.quantity.value < 0
    return reading._replace(direction="down") if fell else reading


def _as_rate(p: Position, reading: Reading) -> Reading:
    """Return the reading as a change where its name is that of a rate of change: 增速达8.5%, 降幅为62%."""
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and reading.name.endswith((*PULLS, *DRAGS)):
        up = reading.name.endswith(PULLS)  # 第二产业[拉动]3.2个百分点
        return reading._replace(kind="change", direction="up" if up else "down")
    moves = reading.name.startswith((*PULLS, *DRAGS))
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and moves and topic_of(p):
        told = topic_of(p).removesuffix("占比")  # 食品类价格上涨6.8%，[拉动总指数]2.3个百分点
        direction: Direction = "up" if reading.name.startswith(PULLS) else "down"
        return reading._replace(name=told + reading.name, kind="change", direction=direction, topic=told, implied=True)
    if reading.kind == "level" and p.quantity.base_unit == "百分点" and reading.name.endswith(_BY_HOW_MUCH):
        return reading._replace(kind="change", direction="up" if reading.name.endswith("升幅") else "down")
    if reading.kind != "level" or reading.direction or p.quantity.base_unit not in ("%", "‰") or p.source is not None:
        return reading
    grows = p.last is not None and p.last.kind == "change" and p.last_at >= 0 and p.row[p.last_at].unit == "%"
    if grows and p.last and reading.rule == "before" and reading.name.endswith(_AMOUNTS) and not p.stretch.linked:
        return reading._replace(kind="change", direction=p.last.direction)  # 工业投资增长20%，[技改投资]15%以上
    if reading.name.endswith(RISES) and not reading.name.endswith("自然增长率"):
        return reading._replace(kind="change", direction="up")
    return reading._replace(kind="change", direction="down") if reading.name.endswith(FALLS) else reading


def _with_denial(p: Position, reading: Reading) -> Reading:
    """Return the reading with the 未 or 不 in front of its first word: 未脱贫人口 are not 脱贫人口."""
    if NOT.isdisjoint(p.row.words):
        return reading
    first = min(reading.tokens, key=lambda t: t.start, default=None)
    if first is None or not reading.name.startswith(first.text) or not (no := denied(p, first)):
        return reading
    return reading._replace(name=no + reading.name, topic=no + reading.topic)


_WHEN = frozenset({"时", "时候", "之后", "以后", "之前"})
_BY_HOW_MUCH = ("减幅", "降幅", "跌幅", "升幅")
_ONE = frozenset({"辆", "户", "人", "组", "批"})


def _tells(reading: Reading) -> bool:
    """Tell whether a name says anything: a lone character does only as a noun (两头牛), not as what is left of 花了2300元."""
    if reading.rule in ("pair", "unit_noun"):
        return True
    if reading.name[:1] == "一" and (reading.name[1:] in _ONE or reading.name[1:] in word_class("one_at_a_time")):
        return False  # 平均4户[一辆]
    if reading.name == "期":
        return False  # 政策实施[期]为两年
    if not (reading.name[:1].isalpha() or any(c.isalpha() for c in reading.name)):
        return False  # a misprinted number: 从[12.7.%]下降到7.2%
    if reading.rule in NOUN_RULES:
        named = [t for t in reading.tokens if t.kind == "word" and t.text in reading.name]
        if named and all(t.tag in ("s", "f", "t") for t in named):
            return False  # 十户[里头], 落到[手里]
        if len(named) > 1 and named[-1].text in _WHEN and reading.name.endswith(named[-1].text):
            return False  # 2015年[开网店时]只有三个人
    return len(reading.name) > 1 or any(t.text == reading.name and t.tag == "n" for t in reading.tokens)


def _of_each_hundred(p: Position, reading: Reading) -> Reading:
    """Return the reading with the sum of which every hundred has so much: [每百元营业收入中的]费用为8.4元."""
    if p.quantity.base_unit != "元" or not any(t.text == "百" for t in p.stretch.tokens):
        return reading
    of = _HUNDRED.search("".join([t.text for t in p.stretch.tokens]))
    if of is None or of[0] in reading.name:
        return reading
    name = of[0] + reading.name
    return reading._replace(name=name, topic=name)


def _with_where(p: Position, reading: Reading) -> Reading:
    """Return the reading with the place that its deed leads to: [留在村里]的不到两百人."""
    if not reading.name.endswith("在") or reading.kind != "level":
        return reading
    told = p.stretch.tokens
    where = next((b.text for a, b in pairwise(told) if a.text.endswith("在")), "")
    name = reading.name + where
    return reading._replace(name=name, topic=name) if where.endswith(("里", "上", "中", "内", "家", "地")) else reading


_HUNDRED = compile_han("每百元[一-鿿]{2,10}?中的?")
Step = Callable[[Position, Reading], Reading]
NAMED: tuple[Step, ...] = (_with_denial, _as_populace, with_listed_deed, _of_each_hundred, _with_where)
"""What the name becomes."""
MOVED: tuple[Step, ...] = (_as_rate, _signed)
"""What the kind and the direction become."""
