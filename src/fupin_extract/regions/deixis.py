"""Places that are pointed at: 全市, 我省, 该县, 当地, 全国."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from ..patterns import compile_han
from .gazetteer import COUNTRY, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..records import Level
    from .mention import Mention

Path = tuple[Place, ...]

_COUNTRY_PLACE = Place("", COUNTRY, "country", "", 0, 9999, "", ())
COUNTRY_PATH: Path = (_COUNTRY_PLACE,)

LEVEL_OF: dict[str, Level] = {
    "省": "province", "市": "prefecture", "县": "county", "区": "county", "州": "prefecture", "盟": "prefecture",
    "旗": "county", "乡": "township", "镇": "township", "街道": "township", "村": "village", "地": "county",
    "地区": "prefecture",
}  # fmt: skip
"""The level of a pointer whose place the text never names."""

_HINT = re.compile("[全我本该当省市县区州乡镇村国中](?=[省市县区州盟旗乡镇街村地国内里])|这(?=个[县乡镇村])")
"""Cheap pre-check for pointers; the patterns below tell which it is."""
_GENERIC = (
    r"(?P<kind>(?<=全)地区|"
    r"省(?![级会时])|市(?![场民值直价])|县(?!级)|区(?![域间块别])|州|盟|旗|乡(?!村)|镇|街道|村(?![民庄]))"
)
_POINTER = compile_han(
    rf"(?:(?P<whole>(?<![安健完保齐周十两俱双万顾成])全)|(?P<own>我|(?<![样成资基])本)|(?P<that>该|这个(?=[县乡镇村]))){_GENERIC}"
    r"|(?P<here>[当本])地(?![区址时方面球])"
    r"|(?P<inside>(?<=[在到从回进])[省市县乡镇村](?=里)|(?:(?<![一-鿿])|(?<=[在到从是为由了把对让和与的]))[省市县区州乡镇村](?=内))[里内](?![外容存部因涝需])"
)
_SLOGANS = "数字 健康 美丽 平安 法治 智慧 创新 网络 诚信 信用 书香 品质 质量 幸福 航拍 舌尖上的 制造业 丝路"
"""Words in front of 中国 that make a slogan of it."""
_SLOGAN = "".join([f"(?<!{word})" for word in _SLOGANS.split(" ")])
_HOME = (
    "生产总值|外|战争|革命|国际|旅游|出游|游|旅客|过夜|市场|需求|航线|航班|客运|载货|大循环|循环|贸易|增值|发明|专利|客商|资金|投资者|企业|"
    "采购商|同行|首|最|一流|领先|知名|先进|快递|快件"
)
"""Nouns of which 国内 is only an attribute: of a county's 国内游客 the country is not the place."""
_NATION = compile_han(
    r"(?<!中华)(?<![安健完])全国(?!人大|人民代表|政协|妇联|总工会|工商联|青联|学联|党代会|台联|侨联|老龄|哲学|社科|劳动模范|劳模|代表大会|代表会议|优秀|先进|道德模范|五一|三八|青年|统一大市场)"
    rf"|我国|(?<!中)国内(?!{_HOME})|(?<![其当之集新]){_SLOGAN}中国(?!\([一-鿿]{{2,6}}\)|[一-鿿]{{0,8}}(?:公司|集团|协会|银行|学会|研究院|基金会|大学|报社|商会|联合会|博览会|交易会|展览会|运动会|艺术节|电影节|促进会))"
)


class Pointer(NamedTuple):
    """A pointer in the working text. ``kind`` is the character that the place's name ends in, 国 or 地."""

    start: int
    end: int
    kind: str
    manner: str
    """whole (全), own (我, 本), that (该, 这个), inside (市里), here (当地), nation."""


def find_pointers(text: str, taken: Sequence[Mention], refused: Callable[[str, int], bool]) -> list[Pointer]:
    """Return the pointers of a text outside its names."""
    found: list[Pointer] = []
    end, k, count = 0, 0, len(taken)
    for hint in _HINT.finditer(text):
        start = hint.start()
        if start < end or (pair := text[start : start + 2]) not in _PAIRS:
            continue
        pointer = _nation_at(text, start) if pair in _NATIONS else _pointer_at(text, start)
        if pointer is None:
            continue
        while k < count and taken[k][1] <= start:
            k += 1
        if (k == count or taken[k][0] >= pointer[1]) and not (pair == "中国" and refused(text, start)):
            found.append(pointer)
            end = pointer[1]
    return found


_PAIRS = frozenset(
    [a + b for a in "全我本该" for b in "省市县区州盟旗乡镇街村"]
    + [a + b for a in "省市县区州乡镇村" for b in "里内"]
    + ["这个", "全地", "我地", "当地", "本地", "全国", "我国", "国内", "中国"]
)


_NATIONS = frozenset(["全国", "我国", "国内", "中国"])


def _nation_at(text: str, start: int) -> Pointer | None:
    return Pointer(start, start + 2, "国", "nation") if _NATION.match(text, start) else None


def _pointer_at(text: str, start: int) -> Pointer | None:
    """Return the pointer that begins at a position."""
    if (match := _POINTER.match(text, start)) is None:
        return None
    manner = match.lastgroup or ""
    if manner == "kind":
        manner = next(m for m in ("whole", "own", "that") if match[m] is not None)
    kind = match["kind"] or ("地" if manner == "here" else match["inside"])
    return Pointer(start, match.end(), kind, manner)


def is_kind(place: Place, kind: str) -> bool:
    """Tell whether 全X, 我X can mean a place: 市 a city of any level, 区 a district, a 地区 or an autonomous region."""
    if kind == "村":
        return place.level == "village"
    if place.name.endswith("特别行政区"):
        return False  # of Hong Kong one says 全港
    return place.name.endswith(kind) and place.level != "village"  # a 社区 is no 区


def of_kind(path: Path, kind: str) -> Path | None:
    """Return the path down to the lowest place of a kind."""
    for depth in range(len(path), 0, -1):
        if is_kind(path[depth - 1], kind):
            return path[:depth]
    return None


_REACH, _MENTIONS = 400, 60
"""How many characters of a sentence, and how many mentions, are looked back at: nothing is read without end."""


class Scene(NamedTuple):
    """What a pointer may mean: the known mentions of the text in order, its paragraphs and its focus."""

    starts: list[int]
    paths: list[Path]
    breaks: list[int]
    focus: Path | None
    pointed: list[int]
    """The positions of 全X and 我X: a paragraph that holds one before speaks of the focus."""


def resolve(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    """Return the place that a pointer means, None where the text never names it; the first rule to answer wins."""
    if pointer.kind == "国":
        return COUNTRY_PATH
    if pointer.kind == "地":
        return _here(pointer, scene)
    of_village = pointer.kind == "村" and pointer.manner == "whole"
    for rule in _WHOLE_VILLAGE if of_village else _BY_MANNER.get(pointer.manner, _WHOLE):
        if (found := rule(pointer, scene, text)) is not None:
            return found
    return None


def _here(pointer: Pointer, scene: Scene) -> Path | None:
    """当地: the focus if it is narrower than a province, else the nearest place before."""
    last = bisect_left(scene.starts, pointer.start) - 1
    near = last >= 0 and scene.starts[last] >= _paragraph(pointer, scene)
    if scene.focus is not None and len(scene.focus) > 1 and not (near and _is_elsewhere(pointer, scene)):
        return scene.focus
    if near:
        return _inside_it(pointer, scene, last)
    return _told_of_before(pointer, scene, last) or (scene.focus if scene.focus != COUNTRY_PATH else None)


def _inside_it(pointer: Pointer, scene: Scene, last: int) -> Path:
    """Return the place named last, or the one before it that lies in it: 奇台县是[新疆]的重要产粮区，[当地]…."""
    path = scene.paths[last]
    if last and scene.starts[last - 1] >= _paragraph(pointer, scene):
        before = scene.paths[last - 1]
        if len(before) > len(path) and before[: len(path)] == path:
            return before
    return path


def _told_of_before(pointer: Pointer, scene: Scene, last: int) -> Path | None:
    """Return the place inside a country or province that the story named last: 国家级贫困县甘谷县…。[当地]引入25家企业."""
    if last < 0 or pointer.start - scene.starts[last] > _STORY:
        return None
    path, focus = scene.paths[last], scene.focus or ()
    within = focus in ((), COUNTRY_PATH) or path[: len(focus)] == focus
    return path if len(path) > 1 and within else None


_STORY = 600
"""How many characters a story goes on about a place without naming it again."""


def _is_elsewhere(pointer: Pointer, scene: Scene) -> bool:
    """Tell whether the paragraph has named places so far, and none has to do with the focus."""
    low, focus = _paragraph(pointer, scene), scene.focus or ()
    if bisect_left(scene.pointed, low) < bisect_left(scene.pointed, pointer.start):
        return False
    last = bisect_left(scene.starts, pointer.start)
    seen = False
    for i in range(last - 1, max(-1, last - 1 - _MENTIONS), -1):
        if scene.starts[i] < low:
            break
        path = scene.paths[i]
        depth = min(len(path), len(focus))
        if path[:depth] == focus[:depth] or path[0].level in ("township", "village"):
            return False
        seen = True
    return seen


def _paragraph(pointer: Pointer, scene: Scene) -> int:
    i = bisect_left(scene.breaks, pointer.start) - 1
    return scene.breaks[i] if i >= 0 else 0


def _sentence(text: str, start: int) -> int:
    return max(text.rfind(mark, max(0, start - _REACH), start) for mark in "。！？\n") + 1


def _earlier(pointer: Pointer, scene: Scene, low: int, *, itself: bool) -> Path | None:
    """Return the last place named in front of a pointer that it may mean, back to ``low``; with ``itself`` one of its own kind alone."""
    last = bisect_left(scene.starts, pointer.start)
    for i in range(last - 1, max(-1, last - 1 - _MENTIONS), -1):
        if scene.starts[i] < low:
            break
        path = scene.paths[i]
        if itself and is_kind(path[-1], pointer.kind):
            return path
        if not itself and (found := of_kind(path, pointer.kind)) is not None:
            return found
    return None


def _focus_itself(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return scene.focus if scene.focus and is_kind(scene.focus[-1], pointer.kind) else None


def _village_itself(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    """Return the focus, if it is a village and the paragraph does not tell of another county: there 全村 is one without a name."""
    return None if _is_elsewhere(pointer, scene) else _focus_itself(pointer, scene, text)


def _elsewhere(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return _paragraph_before(pointer, scene, text) if scene.focus and _is_elsewhere(pointer, scene) else None


def _focus_above(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return of_kind(scene.focus, pointer.kind) if scene.focus else None


def _sentence_before(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return _earlier(pointer, scene, _sentence(text, pointer.start), itself=True)


def _paragraph_before(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return _earlier(pointer, scene, _paragraph(pointer, scene), itself=True)


def _paragraph_above(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    return _earlier(pointer, scene, _paragraph(pointer, scene), itself=False)


def _anywhere_before(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    low = max(0, pointer.start - 3000)
    found = _earlier(pointer, scene, low, itself=True) or _earlier(pointer, scene, low, itself=False)
    return found if found is None or _fits(found, pointer, scene) else None


def _fits(found: Path, pointer: Pointer, scene: Scene) -> bool:
    """Tell whether a place lies in what the paragraph named last: in one on 衡阳, 全县 is no county of another province."""
    last = bisect_left(scene.starts, pointer.start) - 1
    if last < 0 or scene.starts[last] < _paragraph(pointer, scene):
        return True
    return _agree(scene.paths[last], found)


def _agree(named: Path, found: Path) -> bool:
    """Tell whether one place may lie in the other, or nothing is known of where it lies."""
    depth = min(len(named), len(found))
    return named[:depth] == found[:depth] or named[0].level in ("country", "township", "village")


def _later(pointer: Pointer, scene: Scene, text: str) -> Path | None:
    i = bisect_left(scene.starts, pointer.start)
    for path in scene.paths[i : i + 20]:
        if (found := of_kind(path, pointer.kind)) is not None:
            elsewhere = pointer.kind in _SMALL and i > 0 and not _agree(scene.paths[i - 1], found)
            return None if elsewhere else found  # of a village in one county, none in another is meant
    return None


_SMALL = frozenset("村乡镇")
_WHOLE = (_elsewhere, _focus_itself, _focus_above, _paragraph_before, _paragraph_above, _anywhere_before, _later)
_WHOLE_VILLAGE = (_paragraph_before, _elsewhere, _village_itself, *_WHOLE[3:])
"""全村 is the village told of last; a text may tell of two."""
_THAT = (_sentence_before, _paragraph_before, _focus_itself, _focus_above, _anywhere_before, _later)
_OWN = (_focus_itself, _focus_above, _paragraph_before, _anywhere_before, _later)
_BY_MANNER = {"that": _THAT, "own": _OWN, "inside": _WHOLE[:-1]}
"""县内 is no county that the text comes to only later: of those who work at home in the whole country, none is meant."""
