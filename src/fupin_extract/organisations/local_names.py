"""The name that goes on behind a place: the fields that a body is for (扶贫, 发展改革) and its head (局, 办)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..patterns import compile_han
from ..words import words
from .knowledge import (
    Head,
    country_before,
    fields,
    firsts,
    guards_of,
    known_names,
    local_heads,
    strong_kinds,
    strong_pattern,
)
from .mention import Mention
from .named import can_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..records import OrganisationKind

_DEEPEST = 5
_RANKS = ("长", "级")
_NEVER_BEHIND = frozenset({"政府", "人民政府", "人大", "政协", "委", "党委"})
"""Words that begin another body where they stand behind one: 县委[政府], 省委[党委]."""


def strong_body(text: str, start: int, end: int) -> Mention | None:
    """Return the body that a head alone makes of a place and the words behind it: 贵州装备制造职业学院."""
    match = strong_pattern().match(text, end)
    if match is None or not all(can_name(word) for word in words().cut(text, end, match.start(1))):
        return None
    stop = match.end()
    kind = strong_kinds()[match[1]]
    if text.startswith(guards_of(match[1]), stop) or any(word in match[0].replace("各界", "") for word in _MANY):
        return None
    if any(
        known and at + len(known[0]) == stop
        for at in range(end + 1, stop)
        if (known := known_names().names.at(text, at))
    ):
        return None  # 中国银联联合[农业银行]
    return Mention(start, stop, text[start:stop], kind, "organisations/of_place", text[end:stop], place_end=end)


_MANY = (
    "农村",
    "全县",
    "中小学",
    "乡镇",
    "各",
    "所有",
    "贫困",
    "高等",
    "高校",
    "义务教育",
    "多家",
    "大型",
    "公立",
    "基层",
    "城乡",
    "定点",
)
"""Words of a kind of bodies, which is not one body: 甘肃农村中学, 中国高等学校."""


class Name(NamedTuple):
    """A body's name as far as it was read.

    It begins with a place or a pointing word at ``[start, end)``; what it goes on with ends in ``head`` at ``stop``, and its first
    word is ``first``. ``pointed`` tells that the place is pointed at.
    """

    text: str
    start: int
    end: int
    stop: int
    head: Head
    first: str
    pointed: bool

    @property
    def place(self) -> str:
        """The place or the pointing word."""
        return self.text[self.start : self.end]

    @property
    def rest(self) -> str:
        """The name without its place."""
        return self.text[self.end : self.stop]


def body_at(text: str, start: int, end: int, *, pointed: bool) -> Mention | None:
    """Return the body whose name goes on at ``end``, with the bodies inside it that its name goes on with: 县委[组织部].

    Args:
        text: the working text.
        start: where the place begins that the name begins with.
        end: where it ends.
        pointed: whether the place is only pointed at: 县, 国家.
    """
    reach = _reach(text, end, _DEEPEST)
    if reach is None:
        return None
    stop, head, first = reach
    while text[stop : stop + 1] in firsts() and (further := _reach(text, stop, _DEEPEST)):
        if further[2] in _NEVER_BEHIND or text.startswith(_RANKS, further[0]):
            break  # 县商务局[副局]长
        stop, head, _word = further
    name = Name(text, start, end, stop, head, first, pointed)
    if any(refuses(name) for refuses in REFUSALS):
        return None
    name = name._replace(head=head._replace(kind=_kind_told(name)))
    if pointed and _is_one_of_many(name):
        return None
    rule = "organisations/pointed" if pointed else "organisations/of_place"
    return Mention(start, stop, text[start:stop], name.head.kind, rule, name.rest, pointed, place_end=end)


def _goes_on(name: Name) -> bool:
    """Tell whether what stands behind makes another word of the head, a meeting or a formula: 县委[农村工作会议], 村支部[+]合作社."""
    text, stop = name.text, name.stop
    return name.head.goes_on(text, stop) or _MEETING.match(text, stop) is not None or text.startswith(_FORMULA, stop)


def _is_of_headmasters(name: Name) -> bool:
    """Tell whether 小学 belongs to 校长: 甘谷县[小学校长]培训."""
    return name.rest in _SCHOOLS and name.text.startswith("校长", name.stop)


def _is_of_no_state(name: Name) -> bool:
    """Tell whether the state's name alone stands before a head of all kinds of bodies: 世界银行[中国局]."""
    return name.place in ("国家", "中国") and name.rest in _ALONE and not country_before(name.text, name.start)


def _is_of_such_regions(name: Name) -> bool:
    """Tell whether 地区 is no prefecture: 贫困[地区学校]."""
    return name.pointed and name.place == "地区" and name.head.kind in _KINDS_OF_PLACES


def _is_a_room(name: Name) -> bool:
    """Tell whether a village's centre is only a room: [村便民服务中心]."""
    return name.pointed and name.text[name.start] in _SMALLEST and name.rest.endswith("中心")


def _is_any_of_a_rank(name: Name) -> bool:
    """Tell whether a rank only tells of what grade a laboratory is: [省重点实验室]12个."""
    seat = name.text[name.start] == "州" and name.rest == "府"  # he lives in the [州府]
    return name.pointed and (seat or (name.rest.endswith(("实验室", "工作站")) and len(name.rest) <= _RANKED))


def _is_counted(name: Name) -> bool:
    """Tell whether all such bodies are counted: [村民委员会]数量减少."""
    return name.pointed and name.text.startswith(_NUMBERED, name.stop)


def _is_run_by_it(name: Name) -> bool:
    """Tell whether 办 is the verb: 村[办]企业."""
    return name.pointed and name.rest == "办" and name.text[name.start] in _SMALL


REFUSALS: tuple[Callable[[Name], bool], ...] = (
    _goes_on,
    _is_of_headmasters,
    _is_of_no_state,
    _is_of_such_regions,
    _is_a_room,
    _is_any_of_a_rank,
    _is_counted,
    _is_run_by_it,
)
"""What looks like the name of one body and is none."""


def _kind_told(name: Name) -> OrganisationKind:
    """Return the kind of a body, which its first and its last word together may tell otherwise than its head."""
    kind = name.head.kind
    if name.first in _PARTY and name.rest.endswith(_OFFICES):
        kind = "party"  # 县委[办公室]
    if kind == "party" and name.first == "委" and name.rest[0] != "委" and name.rest[-1] == "委":
        kind = "government"  # 北京市[旅游委]
    return "government" if name.text[name.start : name.stop] in ("村委", "村监委会") else kind


def _is_one_of_many(name: Name) -> bool:
    """Tell whether the place that is pointed at has many such bodies: [村卫生室]; not where somebody is in one: 送到[乡卫生院]."""
    small = name.text[name.start] in _SMALL or len(name.rest) < _FULL
    if name.rest in _EVERYWHERE or name.head.kind not in _KINDS_OF_PLACES or not small:
        return False
    return name.head.kind not in _OF_TOWNS or not _is_visited(name.text, name.start, name.stop)


_SCHOOLS = frozenset({"小学", "中学"})
_FORMULA = ("+", "”+", "＋")
"""“村支部[+]合作社+农户” says who works together."""
_MEETING = compile_han(
    r"(?:[、和与及][省市县区州]委){0,3}[一-鿿]{2,4}工作会议|(?<=常委会)第[一二三四五六七八九十\d]{1,4}次会议"
)
"""Meetings that are called by the body in front: 县委[农村工作会议]."""
_PARTY, _OFFICES = frozenset({"委", "党委", "纪委"}), ("办", "办公室", "办公厅", "督查室", "研究室")
_ALONE = frozenset({"局", "厅", "办", "委", "海关", "电视台", "银行", "大学", "学校", "医院", "工会", "协会"})
"""Heads that name no Chinese body with the state's name alone in front: 世界银行[中国局], 叙利亚[国家电视台]."""
_NUMBERED = ("数量", "总数", "总量", "个数", "达到")
_FULL, _RANKED = 2, len("国家重点实验室")
_KINDS_OF_PLACES = frozenset({"school", "hospital", "association", "finance", "cooperative"})
_OF_TOWNS = frozenset({"school", "hospital", "finance"})
_EVERYWHERE = frozenset({"妇联", "团委", "工会", "农会", "团支部", "科协", "关工委"})
"""Bodies that each town and village has: [镇妇联]主席."""
_SMALL, _SMALLEST = frozenset("镇乡村街社"), frozenset("村社")
"""The smallest places; each has a school and a sickroom, and 村卫生室 names a kind."""


def _is_visited(text: str, start: int, stop: int) -> bool:
    """Tell whether the one school or hospital of a town is meant, where somebody is or works: 送到[乡卫生院], [乡中心小学]452名学生."""
    before, behind = text[start - 1 : start], text[stop : stop + 1]
    visited = before in _VISITS and before != "" and behind not in _LISTED
    return text[start] in "乡镇" and (visited or (behind.isdecimal() and before in _BEGINNING))


_BEGINNING = "，。；:、\n\u3000 "
_VISITS = frozenset("在到往去从向进回是由被于对，”“")
_LISTED = frozenset("、和与及等或")


def _reach(text: str, at: int, deep: int) -> tuple[int, Head, str] | None:
    """Return where the longest run of fields that ends in a head reaches, with the head."""
    best: tuple[int, Head, str] | None = None
    for word, head in local_heads().all_at(text, at):
        end = at + len(word)
        if not head.goes_on(text, end):
            best = (end, head, word)
            break
    if deep:
        for word, _ in fields().all_at(text, at):
            further = at + len(word)
            found = _reach(text, further, deep - 1) or (
                _reach(text, further + 1, deep - 1) if word != "政府" and text.startswith(_JOINTS, further) else None
            )
            if found and (best is None or found[0] > best[0]):
                best = found
    return best


_JOINTS = ("和", "与", "及")
"""农牧水利[和]科技局."""
