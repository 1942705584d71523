"""Programmes that no list holds, by how their names are built: “1236”扶贫攻坚行动, 九大冲刺行动, 庄浪模式, 《…实施办法》."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..lexicon import alternatives
from ..patterns import compile_han
from ..words import words
from .knowledge import between, catalogue_names, generic, heads
from .sorts import is_event, is_formula, is_sort

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


_MARKS = str.maketrans("", "", '“”"‘’「」『』 \n\r\u3000')


def plain(text: str) -> str:
    """Return a name without quotes, spaces and line breaks."""
    return text.translate(_MARKS)


@cache
def _quoted() -> re.Pattern[str]:
    return compile_han(
        rf"[“\"「『](?P<name>[^“”\"「」『』《》\n，。；:？！]{{1,24}})[”\"」』](?P<rest>(?:(?:{between()}){{0,4}}|[一-鿿]{{2,10}}?)(?P<head>{alternatives(heads())}))"
    )


@cache
def _inside() -> re.Pattern[str]:
    """Return the pattern of a name in quotes that ends in the head of an undertaking: “百企兴百村”行动."""
    own = [
        head
        for head, kind in heads().items()
        if kind in ("campaign", "project", "model", "plan", "finance", "instrument")
    ]
    return re.compile(
        rf"[“\"「『](?P<name>[^“”\"「」『』《》\n，。；:？！]{{2,20}}(?P<head>{alternatives(own)}))[”\"」』]"
    )


@cache
def _numbered() -> re.Pattern[str]:
    own = [head for head, kind in heads().items() if kind in ("campaign", "project", "plan", "model")]
    return re.compile(
        # the first character before what must not stand in front of it: `re` passes over all others at once
        r"(?P<number>[0-9一二三四五六七八九十百](?<![0-9.第].)(?:(?<=[0-9])(?:\+[0-9]|(?!(?:(?<=1)9|(?<=2)0)[0-9]{2}[^0-9])[0-9]{2,4}(?![0-9%年月日个.]))"
        r"|(?<=[一二三四五六七八九十百])(?!(?<=[一十百])个)[一二三四五六七八九十百]{0,2}[大个](?!月)))"
        rf"(?P<rest>(?:{between()}){{1,4}})?(?P<head>{alternatives(own)})"
    )


_OF_PLACE = re.compile(r"[“\"]?(?P<head>模式|经验)")
BEGINS = ("开展", "进行")
NOMINAL = frozenset("n vn b l j a i s z x".split())


def _one_name(told: str) -> bool:
    """Tell whether the words between a quote and its head are part of the name: “党建+脱贫”[抱团发展]模式."""
    return _own_between().fullmatch(told) is not None or all(
        word.tag not in ("p", "c", "u", "d", "r") and word.role != "link" and word.text not in _SAYS
        for word in words().cut(told, 0, len(told))
    )


@cache
def _own_between() -> re.Pattern[str]:
    return re.compile(f"(?:{between()})*")


_AROUND, _WHOLE = ("活动", "活动周", "活动月", "项目"), ("行动", "工程", "计划")
"""“服务百姓健康行动”[大型义诊活动]: the name is what stands in the quotes."""
_RANKED = compile_han("(?:重要|重点|重大|骨干|标志性|控制性|关键|配套)+")
_OF_ANOTHER = ("项目", "倡议", "经验", "做法")
"""Nouns behind the name of a programme for something of it: “双减”工作[经验]."""
_SAYS = frozenset("今天 昨天 举办 救援 论坛 第二场 场 成为 旨在 运用 举行 进行 积极 成 贫困 带来".split())
_LEADING, _LED = 8, range(4, 9)


def led_by(text: str, start: int) -> int:
    """Return where a name begins whose quote the words in front lead to: [党建统领]“一强三创”行动, [基层党建]“四链”模式."""
    first = max(0, start - _LEADING)
    cut = words().cut(text, first, start)
    k = len(cut)
    while k and len(cut[k - 1].text) > 1 and _leads(cut[k - 1]):
        k -= 1
    while k < len(cut) and cut[k].text in _DONE_TO:
        k += 1
    if k < len(cut) and text[cut[k].start - 1 : cut[k].start] in ("、", "和", "与", "及"):
        return start  # 良种补贴、[农资综合补贴]“三补合一”改革
    long = k < len(cut) and (start - cut[k].start in _LED or cut[k].text == "农村")
    led = long and (k or not first or not "一" <= text[first - 1] <= "鿿")
    if not led:
        return start
    return cut[k].start - 2 * text.endswith("安全", 0, cut[k].start)  # [安全]生产培训“走过场”专项整治


def _leads(word: Word) -> bool:
    names = word.tag in ("n", "vn", "l", "j", "b") and word.text not in NEVER and word.text not in _TAKES_PART
    return names or word.text in _LEADS


_TAKES_PART = frozenset({"参与", "参加", "加入"})
"""民营企业[参与]“万企帮万村”精准扶贫行动: who takes part is no part of the name."""


_DONE_TO = frozenset("首创 推广 推行 探索 优化 创新 强化 加强 深化 完善 落实 聚焦 突出 打造 提升 吹响".split())
"""This is done to what stands behind it: [优化]营商环境“一号改革工程”."""
_LEADS = frozenset({"统领", "引领", "赋能", "驱动"})
_SUM = compile_han(
    r"[一二三四五六七八九十]号(?:[一-鿿]{2})?|[一二三四五六七八九十百\d]+[大个项种类批年](?:发展|重点|增收)?"
)
"""A number alone sums up what was listed: 三大工程, 四项机制."""


def _ends_in_head(told: str) -> str:
    """Return the head that a name has before its 项目: “861”[行动计划]项目; else ""."""
    return next((head for head in sorted(heads(), key=len, reverse=True) if told.endswith(head)), "")


def quoted(text: str) -> Iterator[Found]:
    """Yield names with a quote in or around them: “1236”扶贫攻坚行动, “庄浪模式”."""
    for match in _quoted().finditer(text):
        known = plain(match[0]).removesuffix(match["head"]) in catalogue_names() or (
            match["name"] in catalogue_names() and match["head"] in _OF_ANOTHER
        )
        told = match["rest"].removesuffix(match["head"])
        if (
            told.startswith("期间")
            or told.endswith(BEGINS)
            or is_sort(match["name"], match["head"])
            or is_event(match["name"], match["rest"], match["head"])
            or is_formula(match["name"])
            or (match["head"] in _AROUND and match["name"].endswith(_WHOLE))
            or (match["head"] == "贷" and match["name"].endswith("贷"))
        ):
            continue
        if match["name"] in catalogue_names() and _RANKED.fullmatch(told):
            continue  # “西电东送”[重点]工程 is one of its works
        inner = _ends_in_head(told) if match["head"] in ("项目", "试点") else ""
        if inner and (match["head"] == "项目" or inner in _WHOLE):
            end = match.end() - len("项目")
            yield Found(match.start(), end, plain(text[match.start() : end]), heads()[inner], "programmes/quoted")
            continue
        if _behind(text, match.end()) and not known and not _SUM.fullmatch(told) and _one_name(told):
            start = led_by(text, match.start())
            name = plain(text[start : match.end()])
            yield Found(start, match.end(), name, heads()[match["head"]], "programmes/quoted")
    for match in _inside().finditer(text):
        if found := _within(text, match):
            yield found
    for match in _PAIRED.finditer(text) if "专项行动" in text or "集中行动" in text else ():
        yield Found(*match.span(), plain(match[0]), "campaign", "programmes/quoted")
    for match in _HELP.finditer(text) if "帮扶" in text or "扶贫" in text else ():
        if (
            (NUMERAL.search(match["name"]) or match["name"].endswith("式"))
            and not _EACH.match(match["name"])
            and not is_formula(match["name"])
        ):
            yield Found(*match.span(), plain(match[0]), "instrument", "programmes/quoted")
    for match in _LIST.finditer(text):
        for one in _IN_LIST.finditer(text, match.start("names"), match.end("names")):
            yield Found(*one.span(1), one[1], heads()[match["head"]], "programmes/quoted")


_PAIRED = re.compile(r"[“「][^“”「」\n。；，]{3,14}，[^“”「」\n。；，]{3,14}[”」](?:专项行动|集中行动|专项整治行动)")
"""Campaigns that two phrases name: “打击食品犯罪，保卫餐桌安全”专项行动."""
_HELP = re.compile(
    r"[“\"「](?P<name>[\w+]{2,10})[”\"」](?:驻村|结对|精准|产业|教育|健康|党建|消费|金融|医疗|社会|对口){0,2}(?:帮扶|扶贫)"
)
"""“五个一”[驻村帮扶], “四带一自”[产业扶贫]."""
NUMERAL = re.compile(r"[一二两三四五六七八九十双]")
_EACH = re.compile("一.一")
"""“一对一”, “一户一策”: how each is helped."""
_LIST = compile_han(
    r"(?P<names>[“「][一-鿿\d]{2,8}[”」][、和]?(?:[“「][一-鿿\d]{2,8}[”」][、和]?){1,5})等(?:多项|一系列|系列|重点|[一二三四五六七八九十\d]+[大项个])?(?P<head>专项行动|行动|工程|计划)"
)
_IN_LIST = compile_han("[“「]([一-鿿\\d]{2,8})[”」]")


_LONGEST_MODEL = 12


def _is_named(told: str, head: str) -> bool:
    """Tell whether a name that ends in a word of kinds has one of its own in front: “[金鸡]产业扶贫计划”, “[劳模]扶贫贷”."""
    own = head in _WHOLE or head == "贷"
    sorts = (*generic(), "产业")
    while own and told.endswith(sorts):
        told = told.removesuffix(next(word for word in sorts if told.endswith(word)))
    return own and len(told) > 1 and told not in catalogue_names()


_OF_YEAR = re.compile(r"(?:19|20)\d\d年?(?:首[场届批])?(?=[一-鿿]{2})")
"""“[2017]母亲微笑行动” is that year's."""


def _within(text: str, match: re.Match[str]) -> Found | None:
    """Return the name that ends inside its quotes: “庄浪模式”; a sum needs what leads to it: [精准脱贫]“十项工程”."""
    start, end = match.span("name")
    told = match["name"].removesuffix(match["head"])
    if year := _OF_YEAR.match(told):
        start, told = start + year.end(), told[year.end() :]
    if (
        (told.endswith(generic()) and not _is_named(told, match["head"]))
        or is_sort(told, match["head"])
        or is_sort(match["name"], "")
        or is_event(match["name"], "", match["head"])
        or not _behind(text, end)
    ):
        return None
    if heads()[match["head"]] == "model" and (_SUM.fullmatch(told) or len(told) > _LONGEST_MODEL):
        return None
    if _SUM.fullmatch(told):
        start, end = led_by(text, match.start()), match.end()
        if start == match.start():
            return None
    elif "‘" in match["name"] or heads()[match["head"]] == "model":
        cut = words().cut(text, start, end)
        k = behind_deeds(cut, 0)
        start = cut[k].start if k < len(cut) - 1 else start  # “高质量完成[‘十四五’规划]”, “建立[…机制]”
    return Found(start, end, plain(text[start:end]), heads()[match["head"]], "programmes/quoted")


_SUMS_UP = compile_han("、[一-鿿]{1,7}$")


def numbered(text: str) -> Iterator[Found]:
    """Yield names that a number begins: 九大冲刺行动, 3+1冲刺清零行动, 433发展战略."""
    for match in _numbered().finditer(text):
        if _SUMS_UP.search(text, max(0, match.start() - _LEADING), match.start()) and not text.endswith(
            tuple(DONE), 0, match.start()
        ):
            continue  # 污水、垃圾[三大整治工程]
        digits = match["number"][0].isdecimal()
        if (digits or (match["rest"] and not _SUM.fullmatch(match["number"] + match["rest"]))) and _behind(
            text, match.end()
        ):
            yield Found(*match.span(), match[0], heads()[match["head"]], "programmes/numbered")


def of_places(text: str, places: Sequence[PlaceMention]) -> Iterator[Found]:
    """Yield models named after a place: 庄浪模式."""
    for place in places:
        if (match := _OF_PLACE.match(text, place.end)) and match.start("head") == place.end:
            name = text[place.start : match.end()]
            yield Found(place.start, match.end(), name, "model", "programmes/of_place")


def of_pairs(text: str) -> Iterator[Found]:
    """Yield the pairing of two provinces under one name: 苏陕扶贫协作, 闽宁协作."""
    for match in _PAIR.finditer(text):
        yield Found(*match.span(), match[0], "instrument", "programmes/pair")


_PAIR = re.compile("[京津沪粤苏浙鲁闽辽][宁青陕甘川渝黔滇桂湘鄂疆藏蒙皖赣豫冀晋](?:东西部)?(?:扶贫|对口|劳务)?协作")


def behind_deeds(cut: Sequence[Word], k: int) -> int:
    """Return where the name begins behind what is done: [统筹建立]常态化防止返贫致贫机制."""
    while k < len(cut) and (
        cut[k].text in DONE or (cut[k].tag in ("a", "v") and len(cut[k].text) > 1 and cut[k].text != "安全")
    ):
        k += 1  # 开展[安全生产]…
    return k


DONE = frozenset(
    "高质量 改造 建设 实施 推进 统筹 建立 开展 打好 打赢 打 好 加快 完成 启动 组织 参与 配合 修复 治理".split()
)
NEVER = frozenset(
    (
        "在 是 到 去 来 做 抓 搞 办 为 对 相关 有关 重大 重点 项目 一批 各类 各项 多项 其他 系列 方面 单项 主体 "
        "配套 全国 我国 全省 全市 全县 国家"
    ).split()
)


NO_WORKS = ("机械", "设施", "体系", "造价")
"""Behind 工程 these make other things of works: 水利工程[设施], [工程机械]."""


def _behind(text: str, end: int) -> bool:
    """Tell whether the head is not the beginning of a longer word: 行动[力], 计划[生育]."""
    if text.endswith("工程", 0, end) and text.startswith(NO_WORKS, end):
        return False
    if text.endswith("倡议", 0, end) and text.startswith("书", end):
        return False  # 发出[倡议]书
    if text.endswith("战略", 0, end) and text.startswith(("演习", "合作", "伙伴", "格局", "”合作"), end):
        return False  # 战略[演习], 战略[伙伴]关系: no strategy of policy
    return not text.startswith(("力", "者", "员", "生育", "部", "署", "化", "性", "区", "单位"), end)
