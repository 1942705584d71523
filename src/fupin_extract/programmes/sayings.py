"""Sayings: names in quotes that have no head, by what they say: “四抓两整治”, “借袋还耳”, “路长制”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import compile_han
from .knowledge import catalogue, heads, quoted_names
from .sorts import is_formula, is_sort
from .structure import NUMERAL, Found, led_by, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..records import ProgrammeKind


def sayings(text: str) -> Iterator[Found]:
    """Yield what is lent and what comes back, who is in charge, what each one gets, and how a way of helping is called."""
    for match in _SHORT.finditer(text):
        if entry := quoted_names().get(match["name"]):
            yield Found(*match.span("name"), entry.name, entry.kind, "programmes/known")
    for match in _EXCHANGE.finditer(text):
        name = match.lastgroup or 0
        back: ProgrammeKind = "instrument" if match[name][1] in _STOCK else "model"
        yield Found(*match.span(name), match[name], back, "programmes/saying")
    for match in _POINTS.finditer(text):
        yield Found(*match.span("name"), match["name"], "policy", "programmes/saying")
    for match in _EACH_ONE.finditer(text):
        if not text.startswith(catalogue().not_before, match.end() + 1):
            yield Found(*match.span("name"), match["name"], "instrument", "programmes/saying")
    for match in _CHARGE.finditer(text):
        own = match["name"].endswith("长制") or len(match["name"]) >= _OWN_CHARGE or NUMERAL.match(match["name"])
        if own and not is_sort(match["name"], "制"):
            kind: ProgrammeKind = "policy" if match["name"].endswith(("长制", "责任制")) else "model"
            yield Found(*match.span("name"), match["name"], kind, "programmes/saying")
    for match in _METHOD.finditer(text):
        start = led_by(text, match.start())
        start, end = (match.span("name")) if start == match.start() else (start, match.end())
        yield Found(start, end, plain(text[start:end]), "model", "programmes/saying")
    for match in _RULE.finditer(text):
        if not is_formula(match["name"]):
            yield Found(*match.span("name"), plain(match["name"]), "policy", "programmes/saying")
    for match in _CALLED.finditer(text):
        if not is_formula(match["name"]):
            counted = NUMERAL.match(match["name"])
            yield Found(*match.span("name"), match["name"], "policy" if counted else "model", "programmes/saying")


_SHORT = compile_han(r"[“「『‘](?P<name>[一-鿿]{2,10})[”」』’]")
_STOCK = "牛羊猪鸡鸭鹅犊羔畜母驴马兔蜂鱼蚕"
_EXCHANGE = compile_han(
    r"[“「『](?P<name>[借贷赊投领放送发][一-鿿][还返][一-鿿]|见[一-鿿]补[一-鿿])[”」』]"
    rf"|(?P<bare>[借贷赊投领][{_STOCK}苗种袋棒菌][还返][一-鿿]|见[{_STOCK}]补母)"
)
"""An exchange, by what is lent and what comes back: “借袋还耳”, 贷牛还牛, “见犊补母”; lending stock is an old measure."""
_CHARGE = re.compile(r"[“「『](?P<name>[\w+]{2,10}(?<![机体控限编定研复])制)[”」』]")
_OWN_CHARGE = 5
"""The fewest characters of a name of who is in charge or how it is done: “路长制”, “农业共营制”; “股份制” is any."""
_POINTS = compile_han(r"[“「](?P<name>[一-鿿]{2,10}[一二三四五六七八九十\d]{1,3}条)[”」]")
"""“产业扶贫十条”."""
_EACH_ONE = compile_han(r"[“「『](?P<name>一[户村人县乡镇家企校][一两][一-鿿]{1,5}(?<![档册表卡码照票]))[”」』]")
"""“一户一就业”, “一村一名大学生”."""
_METHOD = compile_han(r"[“「『](?P<name>[二三四五六七八九十][一-鿿]{1,3}(?<!办)法)[”」』]")
"""[精准扶贫“四看法”]."""
_RULE = re.compile(r"[“「『](?P<name>[\w、，]{6,24})[”」』]的(?:政策|方针)")
"""“牲畜归户、私有私养、自主经营”的政策."""
_CALLED = compile_han(
    r"(?:办法|做法|模式|路子|法子|点子|新招)(?:就?是|叫|叫做|叫作|，叫|，当地叫|取名|名为)[“「『](?P<name>[一-鿿]{4,8})[”」』](?!的)"
)
"""The name of a way of doing it: 办法是“联户放牧”."""


def slogans(text: str) -> Iterator[Found]:
    """Yield policies whose name counts what they ask for: “四抓两整治”, “十查十看十补课”, 推行“六环联动”."""
    for match in _SLOGAN.finditer(text):
        name = match["name"]
        if (
            name.startswith(_PHRASES)
            or _LAID_OUT.match(text, match.end())
            or _SUMMED.match(name)
            or _LAYOUT.match(name)
        ):
            continue
        counted = len(NUMERAL.findall(match["name"]))
        launched = _LAUNCHED.search(text, max(0, match.start() - 8), match.start()) is not None
        if _SAYING.search(match["name"]) or (not launched and text.startswith(_WAYS, match.end())):
            continue
        asked = launched or _ASKED.match(text, match.end()) or _DEED.search(match["name"])
        if (counted > 1 and asked) or (counted == 1 and NUMERAL.match(match["name"]) and launched):
            kind: ProgrammeKind = "campaign" if text.endswith(_BEGUN, 0, match.start()) else "policy"
            yield Found(*match.span("name"), plain(match["name"]), kind, "programmes/slogan")
    for match in _COUNTED.finditer(text):
        each = _EACH.match(match["name"]) or _LAYOUT.match(match["name"])
        if _DEED.search(match["name"]) and not each:
            yield Found(*match.span(), match[0], heads()[match["head"]], "programmes/slogan")
    for match in _FEW.finditer(text):
        if _LAUNCHED.search(text, max(0, match.start() - 8), match.start()) or _ASKED.match(text, match.end()):
            yield Found(*match.span("name"), match["name"], "policy", "programmes/slogan")


_N = "一二两三四五六七八九十"
_COUNTED = compile_han(
    rf"(?P<name>[{_N}](?<![{_N}第].)(?![年月日个元号次是])[一-鿿](?:[{_N}](?![年月日个元号次是])[一-鿿]){{1,3}})"
    r"(?P<head>政策|制度|机制|行动|工程)(?![一-鿿]?[性力者])"
)
"""The same without quotes, where the sort stands behind: [四免三优政策]."""
_BEGUN = ("开展", "启动", "开展了", "启动了")
"""Verbs before a campaign, which is begun; a policy is followed: 开展“十查十看”, 落实“五个到位”."""
_FEW = re.compile(
    r"[“「『](?P<name>[二三四五六七八九十]个(?:[一好]|一批|到位|清零|聚焦|全覆盖|不减)|[二三四五六七八九十]到[省市县乡村户])[”」』]"
)
"""“三个一”, “四个好”, “四到县”: what else is counted so are things or ideas."""
_ASKED = re.compile("要求|目标|路径|原则|思路|举措|工作|标准")
_SLOGAN = re.compile(r"[“「『](?P<name>[\w、]{4,10})[”」』]")
_PHRASES = (
    "一个",
    "一方",
    "一支",
    "三个",
    "两个",
    "四个",
    "五个",
    "六个",
    "三位",
    "四位",
    "五位",
    "六大",
    "五大",
    "四大",
    "三大",
    "十大",
    "八纵",
    "一带",
    "一体",
    "万众",
    "千方",
    "百花",
    "一心",
    "一把手",
    "三项",
    "四项",
    "五项",
    "两项",
    "三种",
    "三类",
    "四种",
    "两种",
    "三方",
    "四方",
    "三区",
    "一国",
    "四梁",
)
"""Beginnings of counts and sayings, which are no policy's names."""
_SUMMED = compile_han("[一二三四五六七八九十]+(?:大|项|个|号)[一-鿿]{0,4}(?:工程|行动|计划|任务|战役|机制|体系)$")
_LAID_OUT = compile_han("[一-鿿]{0,6}?(?:布局|格局|产品|体系|构架|架构)|产业")
"""Heads behind a slogan that tells of a layout or of goods: “一轴两带三区”[布局], “三品一标”[产品]."""
_EACH = re.compile("一.一")
_LAYOUT = re.compile("(?:[一二两三四五六七八九十][带轴圈核极廊区心翼园湾城港屏环片]){2,}$")
"""“一区四带” only says how a region is laid out."""
_WAYS = ("的路子", "的局面", "的状况", "的说法", "的日子", "。", "的顺口溜", "的怪圈")
_SAYING = re.compile(r"^[一二三四五六七八九十]+[年月]|[涨降]|流|^一[根竿颗刻把张本句股]|^一[日天周月季]一|^两手")
"""Sayings of years, prices or grades, which ask for nothing: “十年九不收”, “六涨两降”."""
_DEED = re.compile(
    r"[抓查看补整治进退帮访送建促保稳改提扶联包带学比转强评议定兜脱摘清防控挂缓减免降增育引培争创做讲听问化愁统断]"
)
"""A slogan asks for something: 四[抓]两[整治]; “两茶一药” and “一线两点” only name things."""
_LAUNCHED = re.compile(r"推行|实行|实施|推进|开展|创新|探索|推广|打造|坚持|落实|执行|建立")
