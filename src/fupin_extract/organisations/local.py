"""Bodies of a place, named or pointed at: 平凉市扶贫办, 省检察院, 县政府, 镇党委.

Behind a place or a word that points at one (省, 县, 镇) the name goes on with fields (扶贫, 发展改革) and ends in a head (局, 办).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives
from ..patterns import compiled
from ..regions.cut import is_between_words
from ..regions.gazetteer import gazetteer
from ..regions.knowledge import short_forms
from ..regions.levels import LEVELS
from ..regions.names import upper_pattern, upper_shorts
from ..words import words
from .knowledge import (
    Head,
    country_before,
    field_words,
    fields,
    firsts,
    guards_of,
    kind_of,
    known_names,
    local_heads,
    proper,
    strong_kinds,
    strong_pattern,
)
from .mention import Mention
from .named import can_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention

_POINTER = "自治[区州县]|社区|公社|地区|省|市|县|州|旗|盟|镇|乡|村|区(?<![新景园发开护税假]区)"
_CENTRE = compiled(
    r"国家(?P<name>[一-鿿]{2,14}?)(?:技术创新中心|产业创新中心|制造业创新中心|工程技术研究中心|工程研究中心|重点实验室|种质资源库)"
)
"""《国家技术创新中心建设工作指引》 and its kin: centres of the state that are named after what they study."""
_JOINT = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台]{2,4}[两三四][地省市]")
"""Bodies of provinces that act as one: [川渝两地]发改委."""
_PLANT = compiled("[省市县州](?P<rest>[一-鿿]{2,5}?厂)(?![房长家区矿商址])")
"""A plant of a county: [县黄姜皂素厂]."""
_UNIT = re.compile("(?:集团|新区|园区|开发区|街道)(?P<rest>党组|党委|党工委|党总支|党支部)(?![织员代会])")
"""The Party's bodies of a firm or an area that is pointed at: [集团党组]."""
_NOT_STUDIED = frozenset("p c u r d m".split())
_SET_UP = frozenset("支持 批准 建设 设立 认定 组建 建立 布局 新增 投资 获批 共建 打造 级 重点 相关 有关".split())
"""国家批准建设工程研究中心, 国家级重点实验室: no centre's own name."""
_AID_TEAM = compiled(
    r"(?:第[一二三四五六七八九十]{1,3}批)?(?:对口)?(?:支援|援|帮扶|扶贫协作)[一-鿿]{1,6}?(?:前方)?(?:工作队|工作组|指挥部|医疗队)"
    r"|驻[一-鿿]{2,6}?(?:办事处|联络处|招商局|招商分局|劳务工作站)"
)
"""The teams, behind a province, that it sends to another one: 福建[第十批援宁工作队].

And whom any place has elsewhere: 化隆县[驻厦门办事处]."""
_OF_THE_STATE = re.compile("国家(?<![砖欧盟洲各多两该线员]国家)|中国|中华(?!民族|人民|民国|文明|文化|儿女)|国务院|中央")
_DIRECTIONS = re.compile(r"东北|西北|西南|华东|华南|华中|华北|中南|东南|江南|南方|北方")
"""Schools, hospitals and institutes are named after these: 西北农林科技大学."""
_OF_DIRECTIONS = frozenset({"school", "hospital", "research"})
_EACH = compiled(
    r"(?:(?:(?<![一-鿿])|[个各及和由、全])[省市县区乡镇村]、|各级?|每个?|某个?|[个些级]|贫困|困难|发达|边远|落后|(?:历|[几每前首各\d一二两三四五六七八九十])任|\d[家所名]?|[一二两三四五六七八九十]个?|等|及其|部分|乡镇|基层|全部|所有|县乡|市县|省市)$"
)
_DEEPEST = 5
_RANKS = ("长", "级")
_NEVER_BEHIND = frozenset({"政府", "人民政府", "人大", "政协", "委", "党委"})
"""Words that begin another body where they stand behind one: 县委[政府], 省委[党委]."""


def local_bodies(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies whose name begins with a place, or with a word that points at one."""
    begins = firsts()
    taken = []
    for place in places:
        start, end = place.start, place.end
        taken.append((start, end))
        if text[end : end + 1] in LEVELS and text[end] == text[end - 1] and text[end + 1 : end + 2] in begins:
            end += 1  # 礼县[县委]
        found = _body(text, start, end, pointed=False) if text[end : end + 1] in begins else None
        if text[end : end + 1] in LEVELS and text[end : end + 1] and text[end - 1] not in LEVELS:
            found = found or _body(text, start, end + 1, pointed=False)  # 厦门[市]民政局: 市民 is a word
        if found := found or _aid_team(text, place) or _strong(text, start, end):
            yield found
    yield from _short_named(text, taken)
    yield from _of_counties(text)
    k = 0
    for pointer in _pointers().finditer(text):
        start, end = pointer.span()
        while k < len(taken) and taken[k][1] <= start:
            k += 1
        if k < len(taken) and taken[k][0] < end:
            continue
        if _stands_alone(text, start) and (found := _body(text, start, end, pointed=True)):
            yield found
    for nation in _OF_THE_STATE.finditer(text):
        start, end = nation.span()
        found = _body(text, start, end, pointed=True) if text[end : end + 1] in begins else None
        if found := found or (_strong(text, start, end) if nation[0] in ("中国", "中华") else None):
            abroad = country_before(text, start) if nation[0] == "国家" else ""  # 美国[国家运输安全委员会]
            start -= len(abroad)
            name = abroad + found.name
            yield found._replace(start=start, name=name, rule="organisations/national", pointed=False)
    for unit in _UNIT.finditer(text):
        if _stands_alone(text, unit.start()):
            yield Mention(*unit.span(), unit[0], "party", "organisations/pointed", unit["rest"], pointed=True)
    for firm in _firms().finditer(text) if "公司" in text or "集团" in text else ():
        if _stands_alone(text, firm.start()) and not text.startswith(guards_of(firm["head"]), firm.end()):
            yield Mention(*firm.span(), firm[0], "company", "organisations/pointed", firm["rest"], pointed=True)
    for plant in _PLANT.finditer(text) if "厂" in text else ():
        cut = words().cut(text, *plant.span())
        if len(cut[0].text) == 1 and _stands_alone(text, plant.start()) and all(map(can_name, cut[1:])):
            yield Mention(*plant.span(), plant[0], "company", "organisations/pointed", plant["rest"], pointed=True)
    for office in _offices().finditer(text):
        yield Mention(*office.span(), office[0], "government", "organisations/pointed", office[0], pointed=True)
    for joint in _JOINT.finditer(text):
        if text[joint.end() : joint.end() + 1] in begins and (found := _body(text, *joint.span(), pointed=False)):
            yield found
    for centre in _CENTRE.finditer(text) if "国家" in text else ():
        if not any(
            word.tag in _NOT_STUDIED or word.text in _SET_UP for word in words().cut(text, *centre.span("name"))
        ):
            start, end = centre.span()
            yield Mention(start, end, centre[0], "research", "organisations/national", centre[0])
    for direction in _DIRECTIONS.finditer(text):
        start, end = direction.span()
        found = _body(text, start, end, pointed=False) if text[end : end + 1] in begins else None
        if (found := found or _strong(text, start, end)) and found.kind in _OF_DIRECTIONS:
            yield found._replace(rule="organisations/national")


@cache
def _pointers() -> re.Pattern[str]:
    """Return the pattern of the words that point at a place, where a body's name may go on behind them."""
    return re.compile(rf"(?:{_POINTER})(?=[{re.escape(''.join(sorted(firsts())))}])")


@cache
def _firms() -> re.Pattern[str]:
    """Return the pattern of the firms of a place that is pointed at: [县国有资产经营公司]."""
    lines = alternatives((*proper().business, *_OF_THE_PUBLIC))
    return re.compile(
        rf"(?:{_POINTER})(?P<rest>(?:{lines}){{1,5}}(?:集团)?(?:股份)?(?:有限(?:责任)?|分)?(?P<head>公司|集团))"
    )


_OF_THE_PUBLIC = tuple(
    "国有 国资 资产 资本 交通 城市 城乡 城镇 城投 农投 扶贫 乡村 振兴 农村 产业 运营 融资 综合 水利 水务 公共 基础设施 土地 粮食 "
    "文旅 邮政 电信 移动 联通 烟草 石油".split()
)


@cache
def _offices() -> re.Pattern[str]:
    """Return the pattern of offices that only the title behind them makes one body: [扶贫办]主任说, [林业局]局长."""
    lines = alternatives(field_words())
    return compiled(
        rf"(?<![一-鿿])(?:{lines}){{1,3}}(?:[局办处厅](?=副?(?:局长|主任|处长|厅长)|长(?![期远效])))|(?<![一-鿿])(?:居委会|村委会)(?=副?主任)"
    )


def _aid_team(text: str, place: PlaceMention) -> Mention | None:
    """Return the team that a province sends to another one."""
    team = _AID_TEAM.match(text, place.end)
    if team is None:
        return None
    start, end = place.start, team.end()
    name = text[start:end]
    return Mention(start, end, name, "government", "organisations/of_place", team[0], place_end=place.end)


def _short_named(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Yield bodies whose place only their own name tells: 甘肃日报, 兰州大学."""
    shorts, begins, k = upper_shorts(), firsts(), 0
    for hint in upper_pattern().finditer(text):
        start = hint.start()
        while k < len(taken) and taken[k][1] <= start:
            k += 1
        if k < len(taken) and taken[k][0] <= start:
            continue
        for form, length, places, _ in shorts.get(text[start : start + 2], ()):
            end = start + length
            if places and text.startswith(form, start) and text[end : end + 1] in begins:
                if found := _body(text, start, end, pointed=False):
                    yield found
                break


_OF_COUNTIES = compiled(
    r"[一-鿿](?<!第.)(?:第?[一二三四五六七八九十]中(?:学|(?![全国心央央层期部间年月次个学等专级小英]))|中学(?![生教毕阶])|高级中学|职中|职教中心|人民医院|中医院|民族中专|农商银行|农商行|农信社|农村信用社|农村信用联社)"
)
"""What towns have that are named after their county without its rank: 平利[中学], 陇西[一中], 旬阳[农商行]."""
_SHORTS = (3, 2)


def _of_counties(text: str) -> Iterator[Mention]:
    """Yield the schools, hospitals and banks of a county that only their own name tells: [平利中学]."""
    by_short, ordinary = gazetteer().by_short, short_forms().words
    for match in _OF_COUNTIES.finditer(text):
        end = match.start() + 1
        for start in (end - size for size in _SHORTS):
            if start >= 0 and (short := text[start:end]) in by_short:
                full = short not in ordinary or short + "县" in text or short + "市" in text
                if full and not is_between_words(text, start, end):
                    kind = kind_of("某" + match[0][1:]) or "school"
                    name = text[start : match.end()]
                    yield Mention(start, match.end(), name, kind, "organisations/of_place", match[0][1:], place_end=end)
                break


def _strong(text: str, start: int, end: int) -> Mention | None:
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


def _body(text: str, start: int, end: int, *, pointed: bool) -> Mention | None:
    """Return the body whose name goes on at ``end``, with the bodies inside it that its name goes on with: 县委[组织部]."""
    reach = _reach(text, end, _DEEPEST)
    if reach is None:
        return None
    stop, head, first = reach
    while text[stop : stop + 1] in firsts() and (further := _reach(text, stop, _DEEPEST)):
        if further[2] in _NEVER_BEHIND or text.startswith(_RANKS, further[0]):
            break  # 县商务局[副局]长
        stop, head, _word = further
    if head.goes_on(text, stop) or _MEETING.match(text, stop) or text.startswith(_FORMULA, stop):
        return None
    if text[end:stop] in _SCHOOLS and text.startswith("校长", stop):
        return None  # 甘谷县[小学校长]培训
    if text[start:end] in ("国家", "中国") and text[end:stop] in _ALONE and not country_before(text, start):
        return None
    if pointed and text[start:end] == "地区" and head.kind in _KINDS_OF_PLACES:
        return None  # 贫困[地区学校]
    if pointed and text[start] in _SMALLEST and text.endswith("中心", end, stop):
        return None  # [村便民服务中心] is a room
    if pointed and text[end:stop] == "办" and text[start] in _SMALL:
        return None  # 村[办]企业
    if first in _PARTY and text[end:stop].endswith(_OFFICES):
        head = head._replace(kind="party")  # 县委[办公室]
    if head.kind == "party" and first == "委" and text[end] != "委" and text[stop - 1] == "委":
        head = head._replace(kind="government")  # 北京市[旅游委]
    if text[start:stop] in ("村委", "村监委会"):
        head = head._replace(kind="government")
    of_many = (
        text[end:stop] not in _EVERYWHERE
        and head.kind in _KINDS_OF_PLACES
        and (text[start] in _SMALL or stop - end < _FULL)
    )
    if pointed and of_many and not (head.kind in _OF_TOWNS and _is_visited(text, start, stop)):
        return None
    rule = "organisations/pointed" if pointed else "organisations/of_place"
    return Mention(start, stop, text[start:stop], head.kind, rule, text[end:stop], pointed, place_end=end)


_SCHOOLS = frozenset({"小学", "中学"})
_FORMULA = ("+", "”+", "＋")
"""“村支部[+]合作社+农户” says who works together."""
_MEETING = compiled(
    r"(?:[、和与及][省市县区州]委){0,3}[一-鿿]{2,4}工作会议|(?<=常委会)第[一二三四五六七八九十\d]{1,4}次会议"
)
"""Meetings that are called by the body in front: 县委[农村工作会议]."""
_PARTY, _OFFICES = frozenset({"委", "党委", "纪委"}), ("办", "办公室", "办公厅", "督查室", "研究室")
_ALONE = frozenset({"局", "厅", "办", "委", "电视台", "银行", "大学", "学校", "医院", "工会", "协会"})
"""Heads that name no Chinese body with the state's name alone in front: 世界银行[中国局], 叙利亚[国家电视台]."""
_FULL = 2
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
_BACK = 8
_OFFICE_OF = re.compile("(?<![责主])任$")
"""先后任[县农牧局]局长: 任县 is no place here."""
_EVEN = frozenset("连随同")
"""Words of one character that the list of words lacks: 就[连]村委会."""


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether a pointing word begins here: not the 市 of 城市, nor one of many (各县, 乡镇, 三个村)."""
    before = text[max(0, start - _BACK) : start]
    if not before:
        return True
    if before[-1] in LEVELS or _EACH.search(before):
        return False
    if not "一" <= before[-1] <= "鿿" or _OFFICE_OF.search(before):
        return True
    first = max(0, start - _BACK)
    while first < start and not "一" <= text[first] <= "鿿":
        first += 1
    before_it = None
    for word in words().cut(text, first, start + 1):
        if word.start == start:
            return before_it is None or before_it.tag != "x" or before_it.text in _EVEN  # 马里乌波[尔]市政府
        before_it = word
    return False
