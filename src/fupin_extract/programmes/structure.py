"""Programmes that no list holds, by how their names are built: “1236”扶贫攻坚行动, 九大冲刺行动, 庄浪模式, 《…实施办法》."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..words import words
from .knowledge import alternatives, between, catalogue_names, generic, heads
from .sorts import is_formula, is_sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..records import ProgrammeKind
    from ..regions.mention import Mention as PlaceMention
    from ..words import Word


class Found(NamedTuple):
    """The stretch ``[start, end)`` of the working text that names a programme."""

    start: int
    end: int
    name: str
    kind: ProgrammeKind
    rule: str


_MARKS = str.maketrans("", "", '“”"‘’「」『』 ')


def plain(text: str) -> str:
    """Return a name without quotes and spaces."""
    return text.translate(_MARKS)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(
        rf"[“\"「『](?P<name>[^“”\"「」『』《》\n，。；：？！]{{1,16}})[”\"」』](?P<rest>(?:(?:{between()}){{0,4}}|[一-鿿]{{2,6}}?)(?P<head>{alternatives(heads())}))"
    )


@cache
def _inside() -> re.Pattern[str]:
    own = [
        head
        for head, kind in heads().items()
        if kind in ("campaign", "project", "model", "plan", "finance", "instrument")
    ]
    return re.compile(
        rf"[“\"「『](?P<name>[^“”\"「」『』《》\n，。；：？！]{{2,14}}(?P<head>{alternatives(own)}))[”\"」』]"
    )


@cache
def _numbered() -> re.Pattern[str]:
    own = [head for head, kind in heads().items() if kind in ("campaign", "project", "plan", "model")]
    return re.compile(
        r"(?<![0-9.第])(?P<number>[0-9]\+[0-9]|[0-9]{3,5}(?![0-9%年月日个.])|(?!一个|百个|十个|两个)[一二三四五六七八九十百]{1,3}[大个](?!月))"
        rf"(?P<rest>(?:{between()}){{1,4}})?(?P<head>{alternatives(own)})"
    )


_TITLE = re.compile(
    r"《(?P<name>[^《》\n]{4,50}?(?P<head>意见|办法|通知|规划|方案|条例|决定|纲要|计划|细则|规定|标准|指南|框架协议|路线图|备忘录|法|"
    r"指引|措施|目录|规范|预案|战略|要点|章程|导则|政策|总则|议定书|协定|公约)(?:[(（][一二三四五六七八九十]{1,2}[)）])?)(?:[(（][^()（）]{1,12}[)）])?》"
)
_ISSUED = re.compile(
    r"(?:发出|印发|下发|出台|发布|制定|签发)了?(?P<name>关于[^，。；：！？《》“”\n]{4,30}的(?:指导|实施|若干)?(?P<head>通知|意见|决定|方案|办法|规定))"
)
"""A document that is named without 《》, where it is said to have been issued: 发出[关于开展广告专项整治工作的通知]."""
_HEADLINE = re.compile(
    r"^[ \u3000]*(?P<name>(?:关于[^\n]{4,50}的(?P<head>通知|意见|办法|方案|决定))|"
    r"[^\n，。；：、]{2,12}[“\"]?十[一二三四五]五[”\"]?[^\n，。；：]{2,40}?"
    r"(?:规划|计划|纲要))(?=[ \u3000]*(?:[(（][^()（）\n]{1,8}[)）])?[ \u3000]*$)",
    re.MULTILINE,
)
_PLANS = frozenset({"规划", "方案", "纲要", "计划", "路线图", "战略", "预案"})
_OF_PLACE = re.compile(r"[“\"]?(?P<head>模式|经验)")
_DESCRIBED = re.compile(
    r"(?P<head>行动计划|行动方案|专项支持计划|专项行动|行动|攻坚战|工程|试点(?=工作|[，。；、]))(?![力动者员队师学院])"
)
_BY_NAME = frozenset({"专项行动", "行动计划", "行动方案", "试点", "专项整治", "专项治理"})
"""With these whatever is launched has a name: 启动[跨境贸易便利化专项行动]."""
_SET_UP = ("部署", "部署开展", "组织开展", "联合开展", "印发")
"""A trial that is only begun somewhere may be nothing but a kind: 启动农村物权抵押贷款交易试点."""
_NAMED_BEHIND = re.compile(r"(?:开展|启动|部署|实施|推进|印发|发布|推出|出台|制定|(?:19|20)\d\d年)了?(?:全国)?[“「]?$")
_STRATEGY = re.compile(
    r"(?:实施|推进|贯彻|落实|坚持|深入|和|、)了?(?P<name>[一-鿿]{2,8}(?:发展)?战略)(?![性家部上定目支规布伙合])"
)
_POLICY = re.compile(
    r"扶贫|脱贫|攻坚|提升|增收|振兴|帮扶|培育|整治|搬迁|迁建|富民|惠民|致富|清零|饮水|助学|助农|返贫|兴农|强农|提质|增效|安居|改造|绿化|修复|治理|示范|倍增|稳岗|扩岗|监督检查|保护性耕作|生态保护|黑土地保护"
)
NOMINAL = frozenset("n vn b l j a i s z x".split())
_LONGEST, LEAST = 16, 4


def _one_name(told: str) -> bool:
    """Tell whether the words between a quote and its head are part of the name: “党建+脱贫”[抱团发展]模式."""
    return all(
        word.tag not in ("p", "c", "u", "d", "r") and word.role != "link" and word.text not in _SAYS
        for word in words().cut(told, 0, len(told))
    )


_SAYS = frozenset("成为 旨在 运用 举行 进行 积极 成 贫困 带来".split())
_LEADING, _LED = 8, range(4, 9)


def _led_by(text: str, start: int) -> int:
    """Return where a name begins whose quote the words in front lead to: [党建统领]“一强三创”行动, [基层党建]“四链”模式."""
    first = max(0, start - _LEADING)
    cut = words().cut(text, first, start)
    k = len(cut)
    while k and len(cut[k - 1].text) > 1 and cut[k - 1].tag in ("n", "vn", "l") and cut[k - 1].text not in _NEVER:
        k -= 1
    if k < len(cut) and text[cut[k].start - 1 : cut[k].start] in ("、", "和", "与", "及"):
        return start  # 良种补贴、[农资综合补贴]“三补合一”改革
    led = k < len(cut) and start - cut[k].start in _LED and (k or not first or not "一" <= text[first - 1] <= "鿿")
    return cut[k].start if led else start


_SUM = re.compile(r"[一二三四五六七八九十]号|[一二三四五六七八九十百\d]+[大个项种类批](?:发展|重点|增收)?")
"""A number alone sums up what was listed: 三大工程, 四项机制."""


def _ends_in_head(told: str) -> str:
    """Return the head that a name has before its 项目: “861”[行动计划]项目; else ""."""
    return next((head for head in sorted(heads(), key=len, reverse=True) if told.endswith(head)), "")


def quoted(text: str) -> Iterator[Found]:
    """Yield names with a quote in or around them: “1236”扶贫攻坚行动, “庄浪模式”."""
    for match in _quoted().finditer(text):
        known = plain(match[0]).removesuffix(match["head"]) in catalogue_names() or (
            match["name"] in catalogue_names() and match["head"] in ("项目", "倡议")
        )
        told = match["rest"].removesuffix(match["head"])
        if (
            told.startswith("期间")
            or told.endswith(_BEGINS)
            or is_sort(match["name"], match["head"])
            or is_formula(match["name"])
        ):
            continue
        if match["head"] == "项目" and (inner := _ends_in_head(told)):
            name = plain(text[match.start() : match.end() - len("项目")])
            yield Found(match.start(), match.end() - len("项目"), name, heads()[inner], "programmes/quoted")
            continue
        if _behind(text, match.end()) and not known and not _SUM.fullmatch(told) and _one_name(told):
            start = _led_by(text, match.start())
            name = plain(text[start : match.end()])
            yield Found(start, match.end(), name, heads()[match["head"]], "programmes/quoted")
    for match in _inside().finditer(text):
        name = match["name"]
        told = name.removesuffix(match["head"])
        if not told.endswith(generic()) and not _SUM.fullmatch(told):
            cut = words().cut(text, match.start("name"), match.end("name"))
            k = _behind_deeds(cut, 0)
            start = cut[k].start if k < len(cut) - 1 else match.start("name")
            yield Found(
                start,
                match.end("name"),
                plain(text[start : match.end("name")]),
                heads()[match["head"]],
                "programmes/quoted",
            )


def numbered(text: str) -> Iterator[Found]:
    """Yield names that a number begins: 九大冲刺行动, 3+1冲刺清零行动, 433发展战略."""
    for match in _numbered().finditer(text):
        digits = match["number"][0].isdecimal()
        if (digits or (match["rest"] and not _SUM.fullmatch(match["number"] + match["rest"]))) and _behind(
            text, match.end()
        ):
            yield Found(*match.span(), match[0], heads()[match["head"]], "programmes/numbered")


def documents(text: str) -> Iterator[Found]:
    """Yield the documents of policy that the text names in 《》, or is itself by its headline."""
    for match in (*_TITLE.finditer(text), *_HEADLINE.finditer(text), *_ISSUED.finditer(text)):
        kind: ProgrammeKind = "plan" if match["head"] in (None, *_PLANS) else "policy"
        name = plain(match["name"])
        yield Found(*match.span("name"), name, kind, "programmes/document")
        if match["head"]:
            for short in re.finditer(f"《({match['head']})》", text[match.end() :]):
                start, end = short.span(1)
                yield Found(match.end() + start, match.end() + end, name, kind, "programmes/document")


def of_places(text: str, places: Sequence[PlaceMention]) -> Iterator[Found]:
    """Yield models named after a place: 庄浪模式."""
    for place in places:
        if (match := _OF_PLACE.match(text, place.end)) and match.start("head") == place.end:
            name = text[place.start : match.end()]
            yield Found(place.start, match.end(), name, "model", "programmes/of_place")


def described(text: str) -> Iterator[Found]:
    """Yield campaigns and projects named by what they do: 黄河滩区脱贫迁建工程, 农村人居环境整治行动."""
    for match in _DESCRIBED.finditer(text):
        first = max(0, match.start() - _LONGEST)
        cut = words().cut(text, first, match.start())
        k = len(cut)
        while k and _can_describe(cut[k - 1].tag, cut[k - 1].text):
            k -= 1
        k = _behind_deeds(cut, k)
        if k < len(cut) and len(cut[k].text) == 1 and text[cut[k].start - 1 : cut[k].start].isdecimal():
            k += 1  # 14[场]央企消费帮扶聚力行动
        if (
            k == len(cut)
            or all(word.tag in ("vn", "v") for word in cut[k:])
            or (k == 0 and first > 0 and "一" <= text[first - 1] <= "鿿")
        ):
            continue
        if text.startswith("——", match.end()) and text.endswith(_FOREMOST, 0, cut[k].start):
            continue  # 国内规模最大的[跨江输变电工程]——…: its name stands behind
        name = text[cut[k].start : match.end()]
        told = name.removesuffix(match[0])
        if told.endswith(_BEGINS):
            continue  # “三资”管理问题[开展]专项整治
        policy = _POLICY.search(told) or (_WORKS.search(told) and any(_is_proper(word) for word in cut[k:]))
        if not policy and match[0] in _BY_NAME and len(told) >= _LONG_TOLD:
            policy = _NAMED_BEHIND.search(text, max(0, cut[k].start - _LEADING), cut[k].start)
            if match[0] == "试点" and not text.endswith(_SET_UP, 0, cut[k].start):
                continue
        elif match[0] == "试点":
            continue
        if len(told) >= LEAST and policy and not told.startswith(generic()):
            yield Found(cut[k].start, match.end(), name, heads()[match["head"]], "programmes/described")


_BEGINS = ("开展", "进行")
_LONG_TOLD = 6
_FOREMOST = (
    "最大的",
    "首个",
    "首条",
    "首座",
    "最长的",
    "最高的",
    "首批",
    "第一座",
    "第一条",
    "唯一的",
    "最大",
    "最长",
    "最高",
)
_WORKS = re.compile(
    r"灌区|水道|枢纽|核电|调水|引水|供水|输电|防洪|水库|水电|电站|治淮|治黄|引黄|引江|运河|储能|跨海|跨江"
)


def _is_proper(word: Word) -> bool:
    """Tell whether a word is a piece of a proper name, or a river: [怀][洪]新河灌区工程."""
    return (len(word.text) == 1 and word.tag == "x") or (len(word.text) > 1 and word.text[-1] in "河江湖")


def strategies(text: str) -> Iterator[Found]:
    """Yield strategies by what they are of: 实施[东向发展战略], 推进[工业强市战略]."""
    for match in _STRATEGY.finditer(text):
        name = match["name"]
        told = name.removesuffix("战略").removesuffix("发展")
        cut = words().cut(text, *match.span("name"))
        k = next((k for k, word in enumerate(cut) if word.text not in DONE), len(cut))
        one = all(word.tag not in ("p", "c", "u", "r") for word in cut[k:])
        if one and len(told) >= _TOLD and not told.endswith(generic()) and _ANY_STRATEGY.search(told) is None:
            start = cut[k].start
            yield Found(start, match.end("name"), text[start : match.end("name")], "plan", "programmes/strategy")


def of_pairs(text: str) -> Iterator[Found]:
    """Yield the pairing of two provinces under one name: 苏陕扶贫协作, 闽宁协作."""
    for match in _PAIR.finditer(text):
        yield Found(*match.span(), match[0], "instrument", "programmes/pair")


_PAIR = re.compile("[京津沪粤苏浙鲁闽辽][宁青陕甘川渝黔滇桂湘鄂疆藏蒙皖赣豫冀晋](?:东西部)?(?:扶贫|对口|劳务)?协作")


def slogans(text: str) -> Iterator[Found]:
    """Yield policies whose name counts what they ask for: “四抓两整治”, “十查十看十补课”, 推行“六环联动”."""
    for match in _SLOGAN.finditer(text):
        if match["name"].startswith(_PHRASES) or text.startswith(_LAID_OUT, match.end()):
            continue
        counted = len(_NUMERAL.findall(match["name"]))
        launched = _LAUNCHED.search(text, max(0, match.start() - 8), match.start()) is not None
        if _SAYING.search(match["name"]) or (not launched and text.startswith(_WAYS, match.end())):
            continue
        asked = launched or _DEED.search(match["name"])
        if (counted > 1 and asked) or (counted == 1 and _NUMERAL.match(match["name"]) and launched):
            yield Found(*match.span("name"), plain(match["name"]), "policy", "programmes/slogan")


_SLOGAN = re.compile(r"[“「『](?P<name>[一-鿿、]{4,10})[”」』]")
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
"""What begins like this counts things or is a saying, not a policy's name."""
_LAID_OUT = ("布局", "格局", "产品", "农产品", "体系", "产业", "构架", "架构")
"""Behind a slogan these tell of a layout or of goods: “一轴两带三区”[布局], “三品一标”[产品]."""
_WAYS = ("的路子", "的局面", "的状况", "的说法", "的日子", "。", "的顺口溜", "的怪圈")
_SAYING = re.compile(r"^[一二三四五六七八九十]+年|[涨降]|流")
"""What tells of years, prices or grades asks for nothing: “十年九不收”, “六涨两降”."""
_NUMERAL = re.compile(r"[一二两三四五六七八九十双]")
_DEED = re.compile(
    r"[抓查看补整治进退帮访送建促保稳改提扶联包带学比转强评议定兜脱摘清防控挂缓减免降增育引培争创做讲听问化愁统断]"
)
"""A slogan asks for something: 四[抓]两[整治]; “两茶一药” and “一线两点” only name things."""
_LAUNCHED = re.compile(r"推行|实行|实施|推进|开展|创新|探索|推广|打造|坚持|落实|执行|建立")


_ANY_STRATEGY = re.compile(r"国家|两国|双方|各国|三大|四大|五大|八大|制定|服务|长期|重大|相关|对接|企业")
_TOLD = 3


def _behind_deeds(cut: Sequence[Word], k: int) -> int:
    """Return where the name begins behind what is done: [统筹建立]常态化防止返贫致贫机制."""
    while k < len(cut) and (cut[k].text in DONE or (cut[k].tag in ("a", "v") and len(cut[k].text) > 1)):
        k += 1
    return k


_FOUGHT = frozenset({"防治", "清剿", "防控", "防范"})


def _can_describe(tag: str, word: str) -> bool:
    nominal = tag in NOMINAL or (tag == "v" and (len(word) == 1 or _POLICY.search(word) is not None or word in _FOUGHT))
    return "一" <= word[0] <= "鿿" and nominal and word not in _NEVER


DONE = frozenset(
    "高质量 改造 建设 实施 推进 统筹 建立 开展 打好 打赢 打 好 加快 完成 启动 组织 参与 配合 修复 治理".split()
)
_NEVER = frozenset(
    (
        "在 是 到 去 来 做 抓 搞 办 为 对 相关 有关 重大 重点 项目 一批 各类 各项 多项 其他 系列 方面 单项 主体 "
        "配套 全国 我国 全省 全市 全县 国家"
    ).split()
)


def _behind(text: str, end: int) -> bool:
    """Tell whether the head is not the beginning of a longer word: 行动[力], 计划[生育]."""
    return not text.startswith(("力", "者", "员", "生育", "部", "署", "化", "性", "区", "单位"), end)
