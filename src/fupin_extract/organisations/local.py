"""Bodies of a place, named or pointed at: 平凉市扶贫办, 省检察院, 县政府, 镇党委.

Behind a place or a word that points at one (省, 县, 镇) the name goes on with fields (扶贫, 发展改革) and ends in a head (局, 办).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives
from ..patterns import compile_han
from ..regions.cut import is_between_words
from ..regions.gazetteer import gazetteer
from ..regions.knowledge import short_forms
from ..regions.levels import LEVELS
from ..regions.names import upper_pattern, upper_shorts
from ..words import words
from .knowledge import (
    country_before,
    field_words,
    firsts,
    guards_of,
    kind_of,
    proper,
)
from .local_names import body_at, strong_body
from .mention import Mention
from .named import can_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..records import OrganisationKind
    from ..regions.mention import Mention as PlaceMention

_POINTER = "自治[区州县]|社区|公社|地区|省|市|县|州|旗|盟|镇|乡|村|区(?<![新景园发开护税假]区)"
_CENTRE = compile_han(
    r"国家(?P<name>[一-鿿]{2,14}?)(?:技术创新中心|产业创新中心|制造业创新中心|工程技术研究中心|工程研究中心|重点实验室|种质资源库|医学中心(?!城市))"
)
"""《国家技术创新中心建设工作指引》 and its kin: centres of the state that are named after what they study."""
_JOINT = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台]{2,4}[两三四][地省市]")
"""Bodies of provinces that act as one: [川渝两地]发改委."""
_PLANT = compile_han("[省市县州](?P<rest>[一-鿿]{2,5}?厂)(?![房长家区矿商址])")
"""A plant of a county: [县黄姜皂素厂]."""
_UNIT = re.compile("(?:集团|新区|园区|开发区|街道)(?P<rest>党组|党委|党工委|党总支|党支部)(?![织员代会])")
"""The Party's bodies of a firm or an area that is pointed at: [集团党组]."""
_NOT_STUDIED = frozenset("p c u r d m".split())
_SET_UP = frozenset("支持 批准 建设 设立 认定 组建 建立 布局 新增 投资 获批 共建 打造 级 重点 相关 有关".split())
"""国家批准建设工程研究中心, 国家级重点实验室: no centre's own name."""
_AID_TEAM = compile_han(
    r"(?:第[一二三四五六七八九十]{1,3}批)?(?:对口)?(?:支援|援|帮扶|扶贫协作)[一-鿿]{1,6}?(?:前方)?(?:工作队|工作组|指挥部|医疗队)"
    r"|驻[一-鿿]{2,6}?(?:办事处|联络处|招商局|招商分局|劳务工作站)"
)
"""The teams, behind a province, that it sends to another one: 福建[第十批援宁工作队].

And whom any place has elsewhere: 化隆县[驻厦门办事处]."""
_OF_THE_STATE = re.compile("国家(?<![砖欧盟洲各多两该线员]国家)|中国|中华(?!民族|人民|民国|文明|文化|儿女)|国务院|中央")
_DIRECTIONS = re.compile(r"东北|西北|西南|华东|华南|华中|华北|中南|东南|江南|南方|北方")
"""Schools, hospitals and institutes are named after these: 西北农林科技大学."""
_OF_DIRECTIONS = frozenset({"school", "hospital", "research"})
_EACH = compile_han(
    r"(?:(?:(?<![一-鿿])|[个各及和由、全])[省市县区乡镇村]、|各级?|每个?|某个?|[个些级]|贫困|困难|发达|边远|落后|(?:历|[几每前首各\d一二两三四五六七八九十])任|\d[家所名]?|[一二两三四五六七八九十]个?|等|及其|部分|乡镇|基层|全部|所有|县乡|市县|省市)$"
)


def local_bodies(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies whose name begins with a place, or with a word that points at one."""
    for find in FINDERS:
        yield from find(text, places)


def _of_places(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies behind places: 甘谷县[扶贫办]."""
    begins = firsts()
    for place in places:
        start, end = place.start, place.end
        if text[end : end + 1] in LEVELS and text[end] == text[end - 1] and text[end + 1 : end + 2] in begins:
            end += 1  # 礼县[县委]
        found = body_at(text, start, end, pointed=False) if text[end : end + 1] in begins else None
        if text[end : end + 1] in LEVELS and text[end : end + 1] and text[end - 1] not in LEVELS:
            found = found or body_at(text, start, end + 1, pointed=False)  # 厦门[市]民政局: 市民 is a word
        if found := found or _aid_team(text, place) or strong_body(text, start, end):
            yield found


def _pointed_at(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies behind a word that points at a place, where none is named: [县]政府."""
    for pointer in _apart(_pointers().finditer(text), places):
        if _stands_alone(text, pointer.start()) and (found := body_at(text, *pointer.span(), pointed=True)):
            yield found


def _apart(matches: Iterable[re.Match[str]], places: Sequence[PlaceMention]) -> Iterator[re.Match[str]]:
    """Yield the matches that overlap no place; both are in text order."""
    k = 0
    for match in matches:
        while k < len(places) and places[k].end <= match.start():
            k += 1
        if k == len(places) or places[k].start >= match.end():
            yield match


def _of_the_state(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies of the country, and those of other ones: 国家[统计局], 美国[国家运输安全委员会]."""
    for nation in _OF_THE_STATE.finditer(text):
        start, end = nation.span()
        found = body_at(text, start, end, pointed=True) if text[end : end + 1] in firsts() else None
        if found := found or (strong_body(text, start, end) if nation[0] in ("中国", "中华") else None):
            abroad = (country_before(text, start) or _ours(text, start)) if nation[0] == "国家" else ""
            start -= len(abroad)
            name = abroad + found.name
            yield found._replace(start=start, name=name, rule="organisations/national", pointed=False)


def _ours(text: str, start: int) -> str:
    """Return 中国 where it stands before the name of a house of the state: [中国]国家博物馆."""
    return "中国" if text.endswith("中国", 0, start) else ""


def _party_units(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the Party's bodies of a firm or an area that is pointed at: [集团党组]."""
    for unit in _UNIT.finditer(text):
        if _stands_alone(text, unit.start()):
            yield Mention(*unit.span(), unit[0], "party", "organisations/pointed", unit["rest"], pointed=True)


def _of_firms(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the firms of a place that is pointed at: [县国有资产经营公司]."""
    for firm in _firms().finditer(text) if "公司" in text or "集团" in text else ():
        if _stands_alone(text, firm.start()) and not text.startswith(guards_of(firm["head"]), firm.end()):
            yield Mention(*firm.span(), firm[0], "company", "organisations/pointed", firm["rest"], pointed=True)


def _plants(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the plants of a county: [县黄姜皂素厂]."""
    for plant in _PLANT.finditer(text) if "厂" in text else ():
        cut = words().cut(text, *plant.span())
        if len(cut[0].text) == 1 and _stands_alone(text, plant.start()) and all(map(can_name, cut[1:])):
            yield Mention(*plant.span(), plant[0], "company", "organisations/pointed", plant["rest"], pointed=True)


def _of_officers(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the offices that only the title behind them makes one body: [扶贫办]主任说."""
    for office in _offices().finditer(text) if _TITLED.search(text) else ():
        yield Mention(*office.span(), office[0], "government", "organisations/pointed", office[0], pointed=True)


def _joint(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the bodies of provinces that act as one: [川渝两地发改委]."""
    for joint in _JOINT.finditer(text):
        if text[joint.end() : joint.end() + 1] in firsts() and (found := body_at(text, *joint.span(), pointed=False)):
            yield found


def _centres(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the state's centres that are named after what they study: 国家[马铃薯]工程技术研究中心."""
    for centre in _CENTRE.finditer(text) if "国家" in text else ():
        studied = words().cut(text, *centre.span("name"))
        if not any(word.tag in _NOT_STUDIED or word.text in _SET_UP for word in studied):
            kind: OrganisationKind = "hospital" if centre[0].endswith("医学中心") else "research"
            yield Mention(*centre.span(), centre[0], kind, "organisations/national", centre[0])


def _of_directions(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield the schools, hospitals and institutes named after a part of the country: 西北农林科技大学."""
    for direction in _DIRECTIONS.finditer(text):
        start, end = direction.span()
        found = body_at(text, start, end, pointed=False) if text[end : end + 1] in firsts() else None
        if (found := found or strong_body(text, start, end)) and found.kind in _OF_DIRECTIONS:
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


_TITLED = re.compile("[局办处厅](?:副?(?:局长|主任|处长|厅长)|长)|[居村]委会副?主任")
"""Cheap pre-check: every office that the title makes one body contains this."""


@cache
def _offices() -> re.Pattern[str]:
    """Return the pattern of offices that only the title behind them makes one body: [扶贫办]主任说, [林业局]局长."""
    lines = alternatives(field_words())
    return compile_han(
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


def _short_named(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
    """Yield bodies whose place only their own name tells: 甘肃日报, 兰州大学."""
    k = 0
    for hint in upper_pattern().finditer(text):
        start = hint.start()
        while k < len(places) and places[k].end <= start:
            k += 1
        if (k == len(places) or places[k].start > start) and (found := _short_named_at(text, start)):
            yield found


def _short_named_at(text: str, start: int) -> Mention | None:
    """Return the body that begins with the short name of a province or prefecture at a position."""
    for form, length, places, _ in upper_shorts().get(text[start : start + 2], ()):
        end = start + length
        if places and text.startswith(form, start) and text[end : end + 1] in firsts():
            return body_at(text, start, end, pointed=False)
    return None


_OF_COUNTIES = compile_han(
    r"[一-鿿](?<!第.)(?:第?[一二三四五六七八九十]中(?:学|(?![全国心央央层期部间年月次个学等专级小英]))|中学(?![生教毕阶])|高级中学|职中|职教中心|人民医院|中医院|民族中专|农商银行|农商行|农信社|农村信用社|农村信用联社)"
)
"""What towns have that are named after their county without its rank: 平利[中学], 陇西[一中], 旬阳[农商行]."""
_SHORTS = (3, 2)


def _of_counties(text: str, places: Sequence[PlaceMention]) -> Iterator[Mention]:
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


FINDERS: tuple[Callable[[str, Sequence[PlaceMention]], Iterator[Mention]], ...] = (
    _of_places,
    _short_named,
    _of_counties,
    _pointed_at,
    _of_the_state,
    _party_units,
    _of_firms,
    _plants,
    _of_officers,
    _joint,
    _centres,
    _of_directions,
)
"""Ways in which a body's name begins with a place; each yields its bodies in text order."""
