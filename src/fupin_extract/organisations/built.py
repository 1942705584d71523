"""Bodies that no list holds, by how their names are built: of a river, an army, a railway, an embassy, a league."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives, load_toml
from ..patterns import compile_han
from ..regions.names import occurrences
from ..words import words
from .knowledge import abroad, country_before, guards_of, kind_of, leagues
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import OrganisationKind

_CENTRE = compile_han(
    r"中央(?<![党共华]中央)(?!(?:[、和与及][省市县区州]委){1,3}[一-鿿]{2,4}工作会议)(?=[、和与及]?(?:省委|国务院)|决策|决定|部署|要求|关于|精神|领导|号召|提出|明确|批准|统一|扶贫开发工作会议精神|"
    r"作出|采取|把|连发|下发|出台|指出|强调|确定|派出|的(?:决策|部署|要求|号召|关怀))"
)
"""中央 for the Party's centre; in front of 财政, 企业, 单位 it is only an attribute."""
_REGIONS = "(?:北京|沈阳|济南|南京|广州|成都|兰州)军区"
_THEATRE = "[东南西北中]部战区(?:[陆海空]军)?"
_FORCES = compile_han(
    rf"(?:(?:中国人民)?解放军)?(?:{_THEATRE}|{_REGIONS}|[陆海空]军)?第\d{{1,2}}集团军|(?:(?:中国人民)?解放军)?{_THEATRE}"
    rf"|{_REGIONS}(?:某部)?|武警[一-鿿]{{2,6}}?(?:总队|支队|大队|中队)|(?:北海|东海|南海)舰队"
)
_GAMES = compile_han(
    r"(?:第[\d一二三四五六七八九十百]{1,4}届[一-鿿]{0,10}?|(?:北京|上海|杭州|成都|广州|南京|武汉|西安|陕西|天津|辽宁|东京|里约|平昌|伦敦|索契|巴黎|德国|巴西|卡塔尔))"
    r"(?:[全亚残农]运会|大运会|[夏冬]?奥(?:运会|会)|冬?残奥会|世界杯|世博会|博览会|[一-鿿]洽会|运动会|[一-鿿]{2}大会)(?:组委会|组织委员会)"
)
"""Who organises games and fairs: 第十二届全运会组委会."""
_RAILWAY = compile_han("(?:中国铁路|国铁)[一-鿿]{2,4}?局(?:集团(?:有限)?公司|集团)?")
_LEAGUE = compile_han(r"团[省市县区州]委(?:(?<![一-鿿]团.委)|(?<=[，。、和与由]团.委))")
_GROUPS = compile_han(r"(?<![一-鿿])(?:全国|国家)[一-鿿]{4,16}?领导小组(?:办公室)?")
_BASINS = compile_han(
    r"(?:水利部|交通运输部|生态环境部|农业农村部)?(?:长江|黄河|淮河|珠江|海河|辽河|松花江|松辽|太湖|汉江|塔里木河|黑河|石羊河|渭河)(?:流域)?"
    r"(?:水利委员会|流域管理局|水资源保护局|水文局|海事局|航务管理局|防汛抗旱(?:总?指挥部|协调领导小组|防总)|[一-鿿]{2,8}监督管理局)(?:办公室)?"
)
"""Bodies of a river's basin: 太湖流域管理局, 辽河防汛抗旱总指挥部."""
_ENVOYS = re.compile(r"驻[\w·]{1,8}?(?:大使馆|总领事馆|总领馆|使馆|领事馆)")
"""美国[驻伊斯坦布尔总领馆]."""
_STATIONS = re.compile(r"(?<![A-Za-z])[A-Z]{2,6}(?:经济|新闻|商业|国际)?(?:电视台(?![式机架柜])|广播公司|电视网)")
"""Broadcasters of other countries: BFM经济电视台."""
_DESK = compile_han(r"(?<![一-鿿])总台|总台(?<!电视总台)(?<!广电总台)(?=记者|央视|央广)")
_HOUSE_OF_DESK = "中央广播电视总台"
"""The house that its own reporters call 总台."""
_BUILT: tuple[tuple[re.Pattern[str], tuple[str, ...], OrganisationKind, str], ...] = (
    (_GROUPS, ("领导小组",), "government", "group"),
    (_BASINS, ("水利委员会", "局", "指挥部", "领导小组", "防总"), "government", "basin"),
    (_STATIONS, ("电视", "广播公司"), "media", "station"),
    (_FORCES, ("武警", "军区", "战区", "集团军", "舰队"), "other", "force"),
    (_GAMES, ("组委会", "组织委员会"), "other", "games"),
    (_RAILWAY, ("铁路", "国铁"), "company", "railway"),
    (_LEAGUE, ("团",), "association", "league"),
)
"""The patterns with the words that one of them has, the kind and the rule."""


def built_bodies(text: str) -> Iterator[Mention]:
    """Yield the bodies whose names are built by a pattern."""
    yield from _of_countries(text)
    for pattern, hints, kind, rule in _BUILT:
        for match in pattern.finditer(text) if any(hint in text for hint in hints) else ():
            yield _mention(text, *match.span(), kind, rule)
    for body in _of_hong_kong().finditer(text) if any(hint in text for hint in _HONG_KONG_HINTS) else ():
        yield _mention(text, *body.span(), "government", "hong_kong")
    for league in leagues().finditer(text):
        kind = "association" if league[0][0] == "共" else "government" if league[0][0] == "政" else "party"
        yield _mention(text, *league.span(), kind, "league")
    for envoys in _ENVOYS.finditer(text) if "馆" in text else ():
        ours = "中国" if text.endswith("中国", 0, envoys.start()) else ""
        if sender := ours or country_before(text, envoys.start()):
            yield _mention(text, envoys.start() - len(sender), envoys.end(), "government", "envoys")
    desks = [*_DESK.finditer(text)]
    house = desks and _HOUSE_OF_DESK in text
    for desk in desks:
        yield _mention(text, *desk.span(), "media", "desk", _HOUSE_OF_DESK if house else "")
    yield from task_forces(text)
    yield from _founded(text)
    for centre in _CENTRE.finditer(text):
        yield _mention(text, *centre.span(), "party", "centre", "党中央")


_FOUNDED = compile_han(
    r"(?<![一-鿿])(?P<name>[一-鿿]{2,16}?(?:博物馆|纪念馆|陈列馆|展览馆|美术馆|研究院|研究中心|中心|艺术团|乐团|协会|联盟|学会|实验室))[”」]?"
    r"(?:昨天|今天|近日|日前|正式|新馆|[(（][^()（）]{2,8}[)）]|在[一-鿿]{1,12}?){0,3}(?:开馆|揭牌|挂牌|成立(?![以后于之]|[一二三四五六七八九十\d]))"
)
"""What a clause says to be founded, by its whole name: [藏文文献数据中心]在京成立."""
_NO_NAMING, _DOING = frozenset("p c u d r m q".split()), frozenset({"v", "vn"})


def _founded(text: str) -> Iterator[Mention]:
    """Yield the bodies that a clause begins with and says to be founded or opened, wherever the text has their name."""
    names: dict[str, OrganisationKind] = {}
    for match in _FOUNDED.finditer(text) if any(word in text for word in _FOUNDING) else ():
        name = match["name"]
        cut = words().cut(text, *match.span("name"))
        own = len(name) > _WHOLE and not name.startswith("国家") and (name[-1] == "馆" or cut[0].tag not in _DOING)
        if own and len(cut) > _LEAST_WORDS and not any(w.tag in _NO_NAMING or w.text in _ANY_BODY for w in cut):
            names[name] = "association" if name.endswith("联盟") else kind_of(name) or "other"
    for at, name in occurrences(text, names):
        yield _mention(text, at, at + len(name), names[name], "founded")


_FOUNDING = ("揭牌", "挂牌", "成立", "开馆")
_ANY_BODY = frozenset(
    "首个 首家 首批 全国 国内 各类 县域 基层 区域 村级 乡镇 多家 综合 便民 分中心 全球 我国 省级 市级 县级 国家级 新型".split()
)
_WHOLE, _LEAST_WORDS = 5, 1
"""The fewest characters of a name but one, and of its words."""


def _of_countries(text: str) -> Iterator[Mention]:
    """Yield the organs, parties and houses of other countries by the country in front: 美国[国会], 英国[保守党]."""
    pattern, kinds = abroad()
    for match in pattern.finditer(text):
        country = country_before(text, match.start())
        if country and not text.startswith((*guards_of(match[0]), "军"), match.end()):
            yield _mention(text, match.start() - len(country), match.end(), kinds[match[0]], "abroad")


_HONG_KONG_HINTS = ("立法会", "民政事务处", "区议会")


@cache
def _of_hong_kong() -> re.Pattern[str]:
    """Return the pattern of the panels of Hong Kong's legislature and the offices of its districts."""
    districts = alternatives(load_toml("region_words.toml")["hong_kong"]["districts"])
    return compile_han(rf"立法会[一-鿿]{{2,10}}?委员会|(?:{districts})区?(?:民政事务处|区议会|议会)")


def task_forces(text: str) -> Iterator[Mention]:
    """Yield the leading groups that are named by what they lead: [烧饼品牌建设领导小组办公室]."""
    for match in _TASK.finditer(text) if "领导小组" in text else ():
        cut = words().cut(text, max(0, match.start() - _LONGEST), match.start())
        k = len(cut)
        while k and cut[k - 1].tag in _NAMING and "一" <= cut[k - 1].text[0] <= "鿿" and cut[k - 1].text not in _FORMED:
            k -= 1
        start = cut[k].start if k < len(cut) else match.start()
        pointed = text[start - 1 : start] in _POINTERS and not ("一" <= text[start - 2 : start - 1] <= "鿿")
        if match.start() - start >= _LEAST and not (k == 0 and start > 0 and "一" <= text[start - 1] <= "鿿"):
            found = _mention(text, start - pointed, match.end(), "government", "task_force")
            yield found._replace(
                rest=text[start : match.end()] if pointed else "", pointed=pointed
            )  # [县]衔接资金领导小组


_TASK = re.compile("(?:工作|建设)?领导小组(?:办公室)?(?!会议|第)")
_NAMING = frozenset("n vn v b j l a s".split())
_FORMED = frozenset(
    "成立 组建 设立 设 建立 下设 调整 各级 专门 相应 分别 担任 任 为 是 由 有 召开 加强 强化 充实 县 市 省 镇 乡 区 州 村".split()
)
_POINTERS = ("省", "市", "县", "区", "州", "镇", "乡", "旗")
_LEAST, _LONGEST = 4, 16


def _mention(text: str, start: int, end: int, kind: OrganisationKind, rule: str, name: str = "") -> Mention:
    return Mention(start, end, name or text[start:end], kind, f"organisations/{rule}", known=True)
