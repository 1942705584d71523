"""Programmes named by what they do: campaigns, projects and plans without quotes, and strategies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives
from ..patterns import compile_han
from ..words import words
from .knowledge import catalogue_names, described_heads, doings, generic, heads
from .structure import BEGINS, DONE, NEVER, NO_WORKS, NOMINAL, Found, behind_deeds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..regions.mention import Mention as PlaceMention
    from ..words import Word

_DESCRIBED = re.compile(
    r"(?P<head>行动计划|行动方案|专项支持计划|专项行动|行动|攻坚战|工程|[年月周]活动|(?:试验|先导|试行|资助|支援|援助|奖励|辅导|优惠|津贴)计划|试点(?=工作|[，。；、]))(?![力者动员队师学院])"
)
_BY_NAME = frozenset({"行动方案", "试点", "专项整治", "专项治理"})
"""Heads of what always has a name where it is launched: 印发[煤电低碳化改造建设行动方案]."""
_SCHEMES = frozenset(f"{sort}计划" for sort in "试验 先导 试行 资助 支援 援助 奖励 辅导 优惠 津贴".split())
"""Schemes of Hong Kong and Taiwan go by what they give: [兴建预制组合屋试验计划]."""
_CALENDAR = frozenset({"年活动", "月活动", "周活动"})
_BEGUN_NOW = compile_han(
    r"(?:今天|昨天|近日|日前|[(（][^()（）\n]{2,8}[)）]|在[一-鿿]{1,8}?|全面|正式){0,3}(?:启动|开展|举行|举办|拉开)"
)
"""A month or week that is opened has its name: [安全用药月活动]在京启动."""
_SET_UP = ("部署", "部署开展", "组织开展", "联合开展", "印发")
"""A trial that is only begun somewhere may be nothing but a kind: 启动农村物权抵押贷款交易试点."""
_NAMED_BEHIND = re.compile(r"(?:开展|启动|部署|实施|推进|印发|发布|推出|出台|制定|(?:19|20)\d\d年)了?(?:全国)?[“「]?$")
_STRATEGY = compile_han(
    r"(?:实施|推进|贯彻|落实|坚持|提出|深入|和|、)了?(?P<name>[一-鿿]{2,8}(?:发展)?战略)(?![性家部上定目支规布伙合])"
)
_LONGEST, _LEADING, _LEAST = 16, 8, 4


def described(text: str) -> Iterator[Found]:
    """Yield campaigns and projects named by what they do: 黄河滩区脱贫迁建工程, 农村人居环境整治行动."""
    for match in _DESCRIBED.finditer(text):
        first = max(0, match.start() - _LONGEST)
        cut = words().cut(text, first, match.start())
        k = len(cut)
        while k and (_can_describe(cut[k - 1].tag, cut[k - 1].text) or _is_piece(cut, k - 1)):
            k -= 1
        k = behind_deeds(cut, k)
        if 0 < k < len(cut) and cut[k - 1].text == "重点" and cut[k].text in _FOCUS:
            k -= 1
        if k < len(cut) and len(cut[k].text) == 1 and text[cut[k].start - 1 : cut[k].start].isdecimal():
            k += 1  # 14[场]央企消费帮扶聚力行动
        if (
            k == len(cut)
            or (all(word.tag in ("vn", "v") for word in cut[k:]) and not _is_known(text[cut[k].start : match.start()]))
            or (k == 0 and first > 0 and "一" <= text[first - 1] <= "鿿")
        ):
            continue
        if match[0] == "工程" and (_COUNTED.match(text, match.end()) or text.startswith(NO_WORKS, match.end())):
            continue
        if match[0] == "工程" and _is_kind_of_works(text, cut[k:]):
            continue
        name = text[cut[k].start : match.end()]
        told = name.removesuffix(match[0])
        if told.endswith(BEGINS) or told.startswith(_TO) or "资金" in told:
            continue  # “三资”管理问题[开展]专项整治
        policy = doings().policy.search(told) or (
            doings().works.search(told) and any(_is_proper(word) for word in cut[k:])
        )
        policy = policy or match[0] in _SCHEMES or (match[0] in _CALENDAR and _BEGUN_NOW.match(text, match.end()))
        if not policy and match[0] in _BY_NAME and len(told) >= _LONG_TOLD:
            policy = _NAMED_BEHIND.search(text, max(0, cut[k].start - _LEADING), cut[k].start)
            if match[0] == "试点" and not text.endswith(_SET_UP, 0, cut[k].start):
                continue
        elif match[0] == "试点":
            continue
        if _STAGE.search(told) and _STAGE.sub("", told) in catalogue_names():
            continue  # [易地扶贫搬迁]三期工程
        one = not told.startswith(generic()) or (k + 1 < len(cut) and _is_own(cut[k].text, cut[k + 1].text))
        if len(told) >= _LEAST and policy and one:
            yield Found(cut[k].start, match.end(), name, heads().get(match["head"], "plan"), "programmes/described")


def _is_kind_of_works(text: str, told: Sequence[Word]) -> bool:
    """Tell whether works are told of by their rank, number or purpose alone: 国内最大的[跨江输变电]工程, 等[生态修复]工程."""
    start = told[0].start
    return (
        text.endswith(_FOREMOST, 0, start)
        or text.endswith(_SUMMING, 0, start)
        or all(word.text in _PURPOSES for word in told)
        or _TOLD_HOW_MANY.search(text, start, told[-1].end) is not None
        or (told[0].text == "面积" and text.endswith("最大", 0, start))
    )


_SUMMING = ("等", "等重大", "等重点", "等一批")
_PURPOSES = frozenset(
    "生态 环境 生态环境 保护 修复 治理 整治 综合 水体 规模化 示范 改造 绿化 提升 建设 系统 恢复 防护".split()
)
_TOLD_HOW_MANY = re.compile("[一二两三四五六七八九十][大处项个座条]")
"""Words of works that name none: [生态保护]工程; 污水、垃圾[三大]整治工程 are several."""


def _is_piece(cut: Sequence[Word], k: int) -> bool:
    """Tell whether a word of one character is a piece of a proper name, by the one behind it: [太][极]城生态修复工程."""
    both = [word.text for word in cut[k : k + 2] if len(word.text) == 1 and "一" <= word.text <= "鿿"]
    return len(both) > 1 and cut[k].text not in _NO_PIECE


_NO_PIECE = frozenset("的了已正将再又就更最很共均各也都还等以由是被和与及在其该本此这那一到对从向把使为并未不")


def _is_known(told: str) -> bool:
    """Tell whether a measure of the catalogue is what is done: [消费扶贫]行动."""
    return told in catalogue_names()


def _is_own(word: str, behind: str) -> bool:
    """Tell whether a word that kinds begin with begins a name here: [重点]领域…, [新]安江…."""
    return behind in _FOCUS or (len(word) == len(behind) == 1)


_FOCUS = frozenset({"领域", "行业", "区域", "流域", "群体", "人群"})
"""The name begins in front of these: [重点领域]风险整治行动."""
_TO = ("至", "到")
_STAGE = re.compile("[一二三四五]期$")
_LONG_TOLD = 6
_COUNTED = re.compile(r"[0-9]+(?:多|余)?[处件座]")
"""Works that are counted are a kind: 建成农村饮水工程[2360件]."""
_FOREMOST = (
    "最大的", "首个", "首条", "首座", "最长的", "最高的", "首批", "第一座", "第一条", "唯一的", "最大", "最长", "最高",
)  # fmt: skip


def _is_proper(word: Word) -> bool:
    """Tell whether a word is a piece of a proper name, or a river: [怀][洪]新河灌区工程."""
    return (len(word.text) == 1 and word.tag == "x") or (len(word.text) > 1 and word.text[-1] in "河江湖")


_ZONE = compile_han(
    r"(?:推进|推动|加快|抢抓|支持|抓好|深化|实施)(?P<pushed>[一-鿿]{4,14}?(?:试验区|先行区|示范区)建设)|(?P<state>国家[一-鿿]{3,14}?(?:试验区|示范区|先行区)建设)"
)
_ANY_ZONE = ("现代农业", "产业", "各类", "重点", "一批", "若干", "国家级", "省级", "相关", "农业", "科技")


def zones(text: str) -> Iterator[Found]:
    """Yield the trial and model zones that are built by policy: 推进[内陆开放型经济试验区建设]."""
    for match in _ZONE.finditer(text) if "区建设" in text else ():
        start, end = match.span(match.lastgroup or 0)
        name = text[start:end]
        cut = words().cut(text, start, end)
        if not name.startswith(_ANY_ZONE) and not any(_parts(word) or word.tag in ("m", "q", "c") for word in cut):
            yield Found(start, end, name, "project", "programmes/zone")


_BUILT = compile_han(
    r"(?P<name>[一-鿿0-9]{3,20}?(?:工程|项目))(?:近日|日前|今天|昨天|目前|已经?|正式|全面|顺利|全线|主体|于[^，。；:]{2,14}|[(][^()]{2,8}[)]){0,3}"
    r"(?:开工|开建|动工|竣工|建成|完工|投运|投产|投用|通水|贯通|启动|复工|试通水|通过验收|蓄水)"
)
_BEGUN = compile_han(
    r"(?P<name>(?:[一-鿿0-9]|[“”]){3,20}?(?:工程|项目))(?![库款部方组群办建资]|[一二三四五六七八九十\d]+[个项处])"
)
_BUILDING = (
    "建成",
    "建设",
    "新建",
    "建了",
    "实施",
    "启动",
    "推进",
    "开工",
    "援建",
    "动工",
    "续建",
    "竣工",
    "完成",
    "完成了",
    "实施了",
    "建起",
    "建起了",
    "启动了",
)
_ANY_WORKS = re.compile(
    r"重大|重点|一批|最大|首[个条座]|多[项个]|[0-9][万亿]|[0-9][项个处]|基础设施|扶贫|首批|各类|等$|建设$|配套|民生|系列|以及|控制性|标志性|骨干"
)


def works(text: str, places: Sequence[PlaceMention]) -> Iterator[Found]:
    """Yield works that begin with a place, where they are begun or done: [鄂北地区水资源配置工程]试通水."""
    done = 0
    for place in places if "工程" in text or "项目" in text else ():
        match = _BUILT.match(text, place.end) if place.start >= done else None
        if match is None and place.start >= done and text.endswith(_BUILDING, 0, place.start):
            match = _BEGUN.match(text, place.end)
        if match is None or _ANY_WORKS.search(match["name"][: -len("工程")]):
            continue
        cut = words().cut(text, *match.span("name"))
        if not any(_parts(word) or word.tag in ("c", "q") or word.text in _DONE_THERE for word in cut):
            done = match.end("name")
            name = text[place.start : done]
            yield Found(place.start, done, name, "project", "programmes/works")


_DONE_THERE = frozenset("实施 推进 开展 建设 组织 投入 启动 完成 承担 参与 位于 境内".split())


@cache
def _launched() -> re.Pattern[str]:
    return compile_han(
        r"(?:实施|启动|开展|推进|推行|部署|组织|发起|提出|打响|打好|打赢|参与|深化)了?(?:(?:19|20)\d\d年)?(?:全国|新一轮|第?[一二三四五六]期)?"
        rf"{_named()}"
    )


@cache
def _listed() -> re.Pattern[str]:
    return compile_han(rf"(?:、|以及|和|及){_named()}")


def _named() -> str:
    return (
        rf"(?P<name>[^\W\da-z_]{{4,20}}?(?P<head>{alternatives(described_heads())}))"
        r"(?![一-鿿]{0,2}(?:计划|方案|工程|行动|任务清单)|[力者员动划]|机械|设施|体系|造价)"
    )


def launched(text: str) -> Iterator[Found]:
    """Yield campaigns, projects and plans that are said to be launched, whatever they are for: 启动[母亲河复苏行动]."""
    done = 0
    for match in _launched().finditer(text):
        one: re.Match[str] | None = match if match.start() >= done else None
        while one:
            if found := _undertaking(text, one):
                yield found
            done = one.end()
            one = _listed().match(text, done)


def _undertaking(text: str, match: re.Match[str]) -> Found | None:
    """Return the undertaking whose name a match may hold, from its first word that is part of one; None where it describes nothing."""
    cut = words().cut(text, *match.span("name"))
    k = 0
    while k < len(cut) and (cut[k].text in doings().launched or cut[k].tag == "d"):
        k += 1
    if k == len(cut) or cut[k].tag in _NO_NAME or any(map(_parts, cut[k:])):
        return None
    start = cut[k].start
    if any(word.tag == "c" and text[start : word.start] in catalogue_names() for word in cut[k:]):
        return None  # 推进精准扶贫和九大冲刺行动
    name = text[start : match.end("name")]
    told = name.removesuffix(match["head"])
    if (
        len(told) < _LEAST
        or told in catalogue_names()
        or (doings().any.search(told) and match["head"] not in _BATTLES)
        or told.startswith(generic())
        or all(word.text in _PURPOSES for word in cut[k:] if word.end <= start + len(told))
        or _ends_known(name)
        or (_STAGE.search(told) and _STAGE.sub("", told) in catalogue_names())
    ):
        return None
    return Found(start, match.end("name"), name, heads()[match["head"]], "programmes/launched")


def _ends_known(name: str) -> bool:
    """Tell whether a known programme stands at the end: 打好城区[污染防治攻坚战]."""
    return any(name[at:] in catalogue_names() for at in range(1, len(name) - 1))


_BATTLES = frozenset({"大会战", "攻坚战", "大检查", "大排查", "大整治", "大走访"})
_NO_NAME = frozenset("c q m".split())
"""Parts of speech that no name begins with."""


def _parts(word: Word) -> bool:
    """Tell whether a word parts what stands around it, so that this is no name."""
    return word.tag in ("p", "u", "r") or word.role == "link" or word.text in ("的", "等", "以", "中", "后", "时")


def lent(text: str) -> Iterator[Found]:
    """Yield projects by who lends for them: [世界银行贷款秦巴山区扶贫项目]."""
    for match in _LENT.finditer(text) if "贷款" in text else ():
        yield Found(*match.span(), match[0], "project", "programmes/lent")


_LENT = compile_han("(?:世界银行|世行|亚洲开发银行|亚行|国际农发基金|农发基金)贷款[一-鿿]{2,16}?项目")


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


_ANY_STRATEGY = re.compile(r"国家|两国|双方|各国|三大|四大|五大|八大|制定|服务|长期|重大|相关|对接|企业")
_TOLD = 3


_SIDES = frozenset("东西南北")
_FOUGHT = frozenset({"防治", "清剿", "防控", "防范"})
_REBUILT = frozenset({"改建", "扩建", "改扩建"})
"""Deeds that stand inside the names of works: 沿江铁路[改建]工程."""


def _can_describe(tag: str, word: str) -> bool:
    """Tell whether a word may stand in what describes an undertaking."""
    nominal = (
        tag in NOMINAL
        or word in _SIDES
        or (
            tag == "v"
            and (len(word) == 1 or doings().policy.search(word) is not None or word in _FOUGHT or word in _REBUILT)
        )
    )
    return "一" <= word[0] <= "鿿" and nominal and word not in NEVER
