"""Villages: by the place in front of them, and by what stands around a name that no list holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from ..patterns import compile_han
from ..words import word_class, words
from .chains import apart
from .gazetteer import Place, rank
from .knowledge import village_words
from .mention import Mention
from .names import occurrences
from .townships import COUNTED, HAN, stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

_VILLAGE = re.compile(
    "[村社嘎屯](?:(?<=屯)(?![堡昌溪留垦田兵粮门子积军])|(?<=[^乡]村)(?!干(?!部)|[民庄镇乡子寨落级医史规容情务官超晚A-Za-z])|(?<=社)区(?!医院|服务|卫生)|(?<=嘎)查)"
)
_LONGEST_STEM = 8
_Paths = dict[str, tuple[Place, ...]]


def add_villages(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the villages of the text: behind a place, or where what stands around them says so."""
    hinted = "村" in text or "社区" in text or "嘎查" in text or "屯" in text
    matches = list(_VILLAGE.finditer(text)) if hinted else []
    if not matches:
        return mentions
    starts = [m.start for m in mentions]
    replaced: dict[int, Mention] = {}
    fresh: list[Mention] = []
    paths: _Paths = {}
    left: list[tuple[int, int]] = []
    for match in matches:
        end = match.end()
        i = bisect_right(starts, end - 1) - 1
        if i > 0 and mentions[i].rule == "regions/short_name" and mentions[i - 1].place.level == "township":
            i -= mentions[i].start - mentions[i - 1].end < 4 and match.start() - mentions[i].end < 3
        floor = mentions[i].end if i >= 0 else 0
        village = _village_behind(text, mentions, i, match) if i >= 0 else None
        if village is None:
            if floor <= match.start():
                left.append((max(floor, end - _LONGEST_STEM - 2), end))
            continue
        (replaced.__setitem__(mentions[i].start, village) if village.start < floor else fresh.append(village))
        name = village.place.name
        paths[name] = max(paths.get(name, village.path), village.path, key=len)
    fresh += _told_where(text, _villages_alone(text, left, paths), mentions, paths)
    fresh += _stems_alone(text, paths, [*mentions, *replaced.values(), *fresh])
    fresh = _without_lead(fresh, paths)
    placed = [_with_whole_path(replaced.get(m.start, m), paths) for m in mentions]
    return apart(sorted(placed + fresh))


def _village_behind(text: str, mentions: list[Mention], i: int, match: re.Match[str]) -> Mention | None:
    """Return the village that ends here behind a place: [花垣县十八洞村], [贵州遵义]的[花茂村]."""
    above, end = mentions[i], match.end()
    start = above.end
    if start == match.start():
        return _village_of_short_form(text, mentions, i, end)
    if end - start > _LONGEST_STEM + 2 or start > match.start():  # 台中市新[社区]
        return None
    linked = text[start] == "的"
    start += linked
    stem = _stem(text, start, match.start(), above, linked=linked)
    if stem is None or (_goes_inside(text, end) and _ends_in(stem, village_words().words)):
        return None
    deed = len(stem) > _A_DEED + 1 and stem[:_A_DEED] in village_words().words
    start += _A_DEED if deed else 0  # 甘谷县推动[西沟村]增收
    if deed and not _is_name(text[start : match.start()]):
        return None
    place = Place("", text[start:end], "village", above.place.code, 0, 9999, "", ())
    return Mention(start if linked or deed else above.start, end, (*above.path, place), "regions/village", above.known)


_A_DEED = 2


def _village_of_short_form(text: str, mentions: list[Mention], i: int, end: int) -> Mention | None:
    """Return the village that is called as a county or prefecture is: 北京的[高碑店村]."""
    short = mentions[i]
    if short.rule != "regions/short_name" or rank(short.place.level) not in (2, 3) or _goes_inside(text, end):
        return None
    name = text[short.start : end]
    if name[:-1] not in short.place.shorts or not name.endswith("村"):
        return None
    above = mentions[i - 1] if i and mentions[i - 1].end in (short.start, short.start - 1) else None
    linked = above is not None and (above.end == short.start or text[above.end] == "的")
    path = above.path if above is not None and linked and rank(above.place.level) < 5 else ()
    place = Place("", name, "village", path[-1].code if path else "", 0, 9999, "", ())
    return Mention(short.start, end, (*path, place), "regions/village")


def _villages_alone(text: str, left: list[tuple[int, int]], paths: _Paths) -> list[Mention]:
    """Return the villages without a place in front: those named elsewhere, and those whose neighbours vouch for them.

    One that stands where a phrase begins, and has no more to say for itself, counts where it stands so twice.
    """
    weak: defaultdict[str, int] = defaultdict(int)
    names = dict(paths)
    for low, end in left:
        for start, sure in _begin(text, low, end):
            name = text[start:end]
            weak[name] += 1
            if sure or weak[name] > 1:
                names.setdefault(name, (Place("", name, "village", "", 0, 9999, "", ()),))
                break
    found = []
    lengths = sorted({len(name) for name in names}, reverse=True)
    for low, end in left:
        for length in lengths:
            if end - length >= low and (path := names.get(text[end - length : end])) is not None:
                found.append(Mention(end - length, end, path, "regions/village"))
                break
    return found


def _told_where(text: str, alone: list[Mention], mentions: list[Mention], paths: _Paths) -> list[Mention]:
    """Return the villages with the place that is told of one behind it: 大湾村，是安徽省[金寨县]71个贫困村之一."""
    starts = {m.start: m for m in mentions if m.known and rank(m.place.level) > 1}
    for village in alone:
        told = _LIES.match(text, village.end) if len(village.path) == 1 else None
        above = starts.get(told.end()) if told else None
        if above is not None and rank(above.place.level) < rank("village"):
            paths[village.place.name] = (*above.path, village.place)
    return [m._replace(path=paths.get(m.place.name, m.path)) for m in alone]


_LIES = re.compile("[，,]?(?:是|就?位于|就?在|地处|坐落[于在]|隶属于?|属于?)")


def _begin(text: str, low: int, end: int) -> Iterator[tuple[int, bool]]:
    """Yield where a village that ends here may begin, and whether its neighbours and its form vouch for it."""
    known = village_words()
    if text[end - 1] != "村":
        yield from _community_begins(text, low, end)
        return
    inside = _goes_inside(text, end)
    if end - 2 >= low and not inside and text[end - 2] in word_class("surnames") and _is_name(text[end - 2]):
        leads = known.leads.get(text[end - 3 : end - 2], ())
        if any(len(lead) > 1 and text.endswith(lead, 0, end - 2) for lead in leads):
            yield end - 2, True  # 来到[杨村]; not 在张村
    for start in (end - 3, end - 4, end - 5):
        if start < low:
            return
        before = _before(text, start)
        led = text.endswith(known.leads.get(before, _NEVER), 0, start)
        if not led and before in "、和与及":
            led = start > 1 and text[start - 2] == "村"
        if not led and before not in _OPENING:
            continue
        stem = text[start : end - 1]
        if not _is_name(stem) or _ends_in(stem, known.words) or _NOT_ALONE.search(stem):
            continue
        if COUNTED.search(text[start:end]):
            continue
        natural = stem[-1] in known.endings
        if natural or led or not inside:
            sure = (led and natural) if inside else natural or (led and len(stem) < 4)
            opens = before in _SENTENCE and len(stem) == _OF_TWO and stem not in words().entries
            yield start, sure or (not inside and (opens or text.startswith(known.behind, end)))


def _before(text: str, start: int) -> str:
    """Return the character before a position; an indented line begins as any other does."""
    at = start
    while at and text[at - 1] == " ":
        at -= 1
    return "\n" if at == 0 or text[at - 1] == "\n" else text[start - 1]


def _community_begins(text: str, low: int, end: int) -> Iterator[tuple[int, bool]]:
    """Yield where a community that ends here may begin: behind a word that a place follows, or where a phrase begins."""
    known = village_words()
    if not text.endswith("社区", 0, end):
        return
    for start in (end - 4, end - 5):
        stem = text[start : end - 2]
        if start < low or not _is_name(stem) or stem in words().entries or _ends_in(stem, known.words | _COMMUNITIES):
            continue
        before = _before(text, start)
        led = text.endswith(known.leads.get(before, _NEVER), 0, start)
        if led or before in _OPENING:
            yield start, led or text.startswith(known.behind, end)


_COMMUNITIES = frozenset(
    "城市 农村 居民 网络 所在 国际 周边 搬迁 安置 新型 学习 友好 老旧 辖区 街道 全国 智慧 金融 居住 共同 科研 学术 "
    "开源 文化 民族 互嵌 完整 低碳 零碳 未来 移民 回迁 示范 样板 试点 大型 小型 该 本 全 各 这个 邻里 康养 养老 便民 平安 楼宇".split()
)
"""Kinds of community that are no names."""


def _goes_inside(text: str, end: int) -> bool:
    """Tell whether 村 begins what follows: 销售[村里]的特产, 发展[村集体]经济."""
    return text.startswith(village_words().inside, end)


_NEVER = ("\0\0",)
_SENTENCE, _OF_TWO = frozenset("\n\u3000。"), 2
_OPENING = frozenset("的和与从向为对让将把由及、，。；“”（）()《》！？\n ,;:·")
_NOT_ALONE = re.compile("[不帮没们很已均曾您请说想谁怎跑吃拿同]|族$")


def _without_lead(villages: list[Mention], paths: _Paths) -> list[Mention]:
    """Return the villages, the word in front cut off where the text has the name without it (当时[下姜村])."""
    names = {m.place.name for m in villages} | paths.keys()
    kept = []
    for mention in villages:
        name = mention.place.name
        shorter = next((name[i:] for i in range(1, len(name) - 2) if name[i:] in names), None)
        if shorter is not None and len(mention.path) == 1:
            place = mention.place._replace(name=shorter)
            mention = Mention(mention.end - len(shorter), mention.end, paths.get(shorter, (place,)), mention.rule)
        kept.append(mention)
    return kept


def _with_whole_path(mention: Mention, paths: _Paths) -> Mention:
    """Return a village with the longest path that the text gives it: 福建下党村 beside 福建省寿宁县下党村."""
    whole = paths.get(mention.place.name, ()) if mention.place.level == "village" else ()
    if len(whole) > len(mention.path) and (len(mention.path) == 1 or whole[0] == mention.path[0]):
        return mention._replace(path=whole)
    return mention


def _stems_alone(text: str, paths: _Paths, taken: list[Mention]) -> list[Mention]:
    """Return the names of known villages without their 村 (在[火天岗]试种), of three characters and more."""
    spans = sorted((m.start, m.end) for m in taken)
    stems = {name[:-1]: path for name, path in paths.items() if len(name) > 3 and name.endswith("村")}
    found = []
    for start, stem in occurrences(text, stems):
        end = start + len(stem)
        i = bisect_right(spans, (end - 1, len(text))) - 1
        if (i < 0 or spans[i][1] <= start) and not text.startswith("村", end):
            found.append(Mention(start, end, stems[stem], "regions/village"))
    return found


def _stem(text: str, start: int, end: int, above: Mention, *, linked: bool) -> str | None:
    """Return the name in front of 村, if it can be one; the closer the place in front, the longer it may be."""
    stem = text[start:end]
    hamlet = text.startswith("屯", end)
    if hamlet and (above.place.level != "township" or not 2 <= len(stem) <= _LONGEST_HAMLET):
        return None  # 江洲瑶族乡的[陇荣屯]
    longest = {"township": 6, "county": 5}.get(above.place.level, 4 if linked else 3)
    if longest < len(stem) <= _LONGEST_STEM and not linked and longest > _OF_PREFECTURE and not _holds_word(stem):
        longest = len(stem)  # 洪纳海镇[吐格勒勤布拉克村]: a name of another language
    if (
        above.place.level == "village"
        or not 1 <= len(stem) <= longest
        or (len(stem) < 2 and rank(above.place.level) < 3)
    ):
        return None
    sure = above.place.level == "township" or (
        above.place.level == "county" and _CAME_TO.search(text, max(0, above.start - 3), above.start)
    )
    return stem if _is_name(stem, sure=bool(sure) and not linked) else None


_OF_PREFECTURE, _LONGEST_HAMLET = 4, 3
_CAME_TO = re.compile("(?:在|来到|走进|到了?|赴|走访)$")
"""Words in front of a county behind which its village is one that somebody came to: [走进]策勒县幸福村."""


def _holds_word(stem: str) -> bool:
    """Tell whether two neighbouring characters are a word of the language."""
    return any(stem[i : i + 2] in words().entries for i in range(len(stem) - 1))


def _is_name(stem: str, *, sure: bool = False) -> bool:
    """Tell whether a stem can be a village's; behind a township (``sure``) only whole words speak against it."""
    if stem in _FORWARD:
        return True
    if sure and (stem.removesuffix("新") in _NAMES_TOO or _opens_with_peace(stem)):
        return True  # 仙寓镇[大山村], 老县镇[人和村]
    if not HAN.fullmatch(stem) or stopped().search(stem[:-1] if sure and stem[-1] == "地" else stem):
        return False
    if len(stem) > 1 and stem[-1] in _KINDS_BEHIND:
        return stem[-2] not in _KINDS_BEHIND[stem[-1]] and stem not in village_words().refused
    if (
        len(stem) == _NEW and stem[-1] == "新"
    ):  # 古浪县[富民新]村: a new village has a name where its kind (移民, 安置) is none
        told = stem[:-1]
        return told not in _BUILDS and not _ends_in(told, village_words().refused | village_words().words)
    return not _ends_in(stem, village_words().refused, 2 if sure and len(stem) > 1 else 1)


_KINDS_BEHIND = {
    "山": "小大深高远个名所座些多数穷老边荒寒困僻域到入进出苗侗瑶藏青石",
    "多": "很许更众诸不大最好几余差太",
}
"""Characters in front of which 山村 and 多村 tell of villages; elsewhere they end a name: 小[山村], 很[多村], but 熨斗山村, 罗多村."""
_NAMES_TOO = frozenset("大山 小山 高山 幸福 平安 红军 红旗 团结 胜利 光明 明星 向阳 向前 大有 为民".split())
"""Kinds of village that are names of villages too: right behind a township they are."""
_IN_PEACE = compile_han("[人永太泰中义祥共三六保]和")


def _opens_with_peace(stem: str) -> bool:
    """Tell whether a stem has the character for peace, which elsewhere joins two places: [和里]村, 永和村; not 和[李]村."""
    begins = (
        len(stem) == _OF_TWO and stem[0] == "和" and stem[1] not in word_class("surnames") | village_words().refused
    )
    return begins or _IN_PEACE.fullmatch(stem) is not None


_FORWARD = frozenset("前进 跃进 奋进".split())
_NEW = 3
_BUILDS = frozenset("建设 打造 规划 兴建 推进 共建 示范 农民 农村 牧民 渔民 贫困 扶贫".split())


def _ends_in(stem: str, words: frozenset[str], least: int = 1) -> bool:
    """Tell whether a stem is one of the words, or ends in one of some length."""
    return any(stem[-length:] in words for length in range(least, min(len(stem), _LONGEST_WORD) + 1))


_LONGEST_WORD = 4
