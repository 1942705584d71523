"""The place that a text is about: the weights of its names on the tree of places, read from the top down."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..patterns import compile_han
from .briefs import SEVERAL, goes_round, is_of_few_items
from .deixis import COUNTRY_PATH, Path, Pointer, is_kind, of_kind
from .knowledge import central_pattern, focus_words
from .pairing import AIDING, helped_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .mention import Mention

_MANY = 4
"""A text on places of so many provinces, none of them foremost, is about the country."""
_TITLE, _OPENING, _BODY, _LISTED = 6.0, 2.0, 0.7, 0.5
_NATION, _HEADLINE_NATION, _MOST_LEADERS = 0.5, 3.0, 3
EVERYWHERE = "各地"
"""A headline on 各地 is about the country."""
_PAIR, _EVEN = 0.8, 0.65
"""Two places that hold so much of the weight between them share the text: the first one is its focus."""
_ALSO = 0.3
"""A second place with at least this share of the first one's weight counts as another subject."""
_VOTE = {"own": 1.0, "whole": 0.6, "that": 0.5, "inside": 0.3}
_SHARE = 0.5
_VILLAGES = re.compile("[两三四五六几多][个座]?(?:小山|山|乡|贫困)?村")
_FOREMOST = 0.7
"""A village that holds less of the weight of a county's villages is one of several in a text about the county."""
_LEAST = 1.5
_DATELINE_BEHIND = re.compile(r"[\w ]{0,12}?(?:电|讯|消息)(?=[ (:，（\n]|记者|$)|\d{1,2}月\d{1,2}日(?:电|讯)")


def first_central(text: str) -> tuple[int, int] | None:
    """Return the first stretch that speaks of the centre: what a national text without 全国 and 我国 points at."""
    words = focus_words()
    found = [(at, at + len(word)) for word in (*words.centre, *words.leaders) if (at := text.find(word)) >= 0]
    return min(found, default=None)


def _central_cues(text: str, opening: int) -> int:
    """Return how often the text speaks of the centre, what stands in its opening counting twice."""
    kinds, found = focus_words().kinds, [0, 0, 0, 0, 0]
    for match in central_pattern().finditer(text):
        kind = kinds[match[0]]
        found[kind] += 1
        if kind and match.end() <= opening:
            found[kind + 2] += 1
    _, centre, leaders, early, early_leaders = found
    return centre + early + min(leaders, _MOST_LEADERS) + min(early_leaders, _MOST_LEADERS)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a place is that of a dateline: 新华社[北京]6月8日电, 本报[兰州]讯."""
    if text[start:end] in _SEATS and text.startswith(("报导", "报道"), end):
        return True  # 记者张三/[北京]报导: correspondents where the government sits write of the whole
    return text.endswith(focus_words().dateline, 0, start) and bool(_DATELINE_BEHIND.match(text, end))


_SEATS = frozenset({"北京", "台北"})
_BARE_BODY = compile_han(
    "(?<![一-鿿])([省市县区州])(?:委(?![托派员屈])|政府|纪委|人大|政协)|(?<=[、和了由])([省市县区州])(?:委(?![托派员屈])|政府)"
)
"""A body of a place that the reader is expected to know: 县委, 市政府."""
_BODY_HINT = re.compile("[省市县区州](?=[委政纪人])")


def _bare_body(text: str, start: int) -> str | None:
    match = _BARE_BODY.match(text, start)
    return (match[1] or match[2]) if match else None


class Headline(NamedTuple):
    """What a headline says that is not part of the text."""

    paths: tuple[Path, ...]
    nation: int


NO_HEADLINE = Headline((), 0)


@lru_cache(maxsize=4096)
def _prefixes(path: Path) -> list[tuple[Path, Path]]:
    """Return the paths to the places of a path from the top, each with the one above it."""
    return [(path[:depth], path[: depth - 1]) for depth in range(1, len(path) + 1)]


class _Tree:
    """The weights of the places of a text; each also counts for the places above it."""

    def __init__(self) -> None:
        self.own: defaultdict[Path, float] = defaultdict(float)
        self.mass: dict[Path, float] = {}
        """The weight of a place with all that lies in it; in the order in which the text names them."""
        self.children: defaultdict[Path, list[Path]] = defaultdict(list)
        self.several = False
        """Whether the headline says that the text is about several villages."""

    def add(self, path: Path, weight: float) -> None:
        self.own[path] += weight
        mass = self.mass
        for above, parent in _prefixes(path):
            if above in mass:
                mass[above] += weight
            else:
                mass[above] = weight
                self.children[parent].append(above)

    def vote(self, pointers: Iterable[Pointer]) -> None:
        """Give the pointers' votes to the place of their kind that is named most."""
        votes: defaultdict[str, float] = defaultdict(float)
        for pointer in pointers:
            if pointer.kind not in "国地":
                votes[pointer.kind] += _VOTE[pointer.manner]
        for kind, weight in votes.items():
            fitting = [path for path in self.mass if is_kind(path[-1], kind)]
            if fitting:
                self.add(max(fitting, key=lambda p: (self.own.get(p, 0.0), self.mass[p])), weight)

    def descend(self, nation: float) -> Path:
        """Return the lowest place that still holds most of the weight of the one above it."""
        here: Path = ()
        whole = nation + sum(self.own.values())
        while children := self.children.get(here):
            best = max(children, key=self.mass.__getitem__)
            if here and self._is_one_of_several(best):
                break
            if here and (self.mass[best] < _LEAST or self._is_of_several(here, best, children)):
                break
            if self.mass[best] <= _SHARE * whole:
                pair = None if here else self._first_of_pair(children, whole)
                if pair is None:
                    break
                best = pair
            here, whole = best, self.mass[best]
        return here

    def _is_of_several(self, here: Path, best: Path, children: list[Path]) -> bool:
        """Tell whether a place that the text names itself is told of by towns and villages of more than one place in it."""
        second = max((self.mass[path] for path in children if path != best), default=0.0)
        named = self.own.get(here, 0.0) if here[-1].level != "province" else 0.0
        return named >= _OPENING and second >= _ALSO * self.mass[best] and self.own.get(best, 0.0) < named

    def _is_one_of_several(self, best: Path) -> bool:
        """Tell whether a village, or its township, is only one of those of the county that the text tells of."""
        depth = next((k for k, place in enumerate(best) if place.level == "county"), None)
        if depth is None or best[-1].level not in ("township", "village"):
            return False
        of_county = [
            path for path in self.mass if path[-1].level == "village" and path[: depth + 1] == best[: depth + 1]
        ]
        weights = sorted((self.mass[path] for path in of_county), reverse=True)
        return len(weights) > 1 and (self.several or weights[0] < _FOREMOST * sum(weights))

    def _first_of_pair(self, children: list[Path], whole: float) -> Path | None:
        """Return the one named first of two provinces that share the text evenly."""
        by_mass = sorted(children, key=lambda p: -self.mass[p])
        if len(by_mass) < 2:
            return None
        first, second = by_mass[:2]
        if self.mass[second] < _EVEN * self.mass[first] or self.mass[first] + self.mass[second] < _PAIR * whole:
            return None
        return min(first, second, key=children.index)


def find_focus(
    text: str,
    named: Sequence[Mention],
    bodies: Sequence[Mention],
    pointers: Sequence[Pointer],
    title: tuple[int, int],
    headline: Headline = NO_HEADLINE,
) -> Path | None:
    """Return the path of the place that the text is about, None where it names none or no single one."""
    tree = _Tree()
    tree.several = _VILLAGES.search(text, *title) is not None
    opening = _opening(text, title[1])
    at_home = any(p.manner == "own" and p.kind != "国" for p in pointers)
    apart = [m for m in (*named, *bodies) if not _is_the_whole(text, m)]
    told = [m for m in apart if not (at_home and _MEASURED_BY.search(text, max(0, m.start - 6), m.start))]
    for path, weight in _weigh(text, told, title, opening):
        tree.add(path, weight)
    for path in headline.paths:
        tree.add(path, _TITLE)
    tree.vote(pointers)
    if _speaks_of_unnamed(tree, pointers, text[:opening]):
        return None
    nation = _nation(text, pointers, title, opening) + _HEADLINE_NATION * headline.nation
    if not headline.paths and _is_framed(text, named, bodies, pointers, title):
        return COUNTRY_PATH
    if len(tree.children[()]) >= SEVERAL and _opens_with_country(text, named, bodies, pointers, opening):
        return COUNTRY_PATH
    shared = goes_round(text, named, title)
    if len(tree.children[()]) >= SEVERAL and shared is not None and not shared:
        return COUNTRY_PATH
    found = tree.descend(nation)
    if shared and found[: len(shared)] == shared and not any(m.start < title[1] for m in told):
        return shared
    if found and not at_home and (helped := helped_place(text, told, found, title)):
        return helped
    if found:
        found = _spoken_for(text, found, pointers)
        if not headline.paths and is_of_few_items(text, [*named, *bodies], title, found):
            return COUNTRY_PATH
        return found if tree.mass[found] >= _LEAST else None
    foremost = max((tree.mass[path] for path in tree.children[()]), default=0.0)
    return COUNTRY_PATH if nation >= max(1, _SHARE * foremost) or len(tree.children[()]) >= _MANY else None


def _spoken_for(text: str, found: Path, pointers: Sequence[Pointer]) -> Path:
    """Return the place that the text itself calls its own, 我区 or 本县, where its examples lie in one village of it."""
    own = [p for p in pointers if p.manner == "own" and p.kind != "国" and not _is_said(text, p.start)]
    paths = [path for p in own if (path := of_kind(found, p.kind)) is not None]
    return max((path for path in paths if path[-1].level in ("prefecture", "county")), key=len, default=found)


def _is_said(text: str, start: int) -> bool:
    """Tell whether somebody says it in quotes."""
    line = max(text.rfind("\n", 0, start), start - _LONG_SPEECH)
    return text.rfind("“", max(0, line), start) > text.rfind("”", max(0, line), start)


_LONG_SPEECH = 300


def _opens_with_country(
    text: str, named: Sequence[Mention], bodies: Sequence[Mention], pointers: Sequence[Pointer], opening: int
) -> bool:
    """Tell whether the first paragraph speaks of the country and names no place: those of several provinces are examples."""
    places = [m for m in (*named, *bodies) if not is_dateline(text, m.start, m.end)]
    return any(p.kind == "国" and p.start < opening for p in pointers) and all(m.start >= opening for m in places)


def _is_framed(
    text: str,
    named: Sequence[Mention],
    bodies: Sequence[Mention],
    pointers: Sequence[Pointer],
    title: tuple[int, int],
) -> bool:
    """Tell whether a text begins and ends with the country, its places being examples in between.

    The country stands before the first place, in another line, and again in a line behind the last one.
    """
    nation = [p.start for p in pointers if p.kind == "国"]
    last = max([group[-1].start for group in (named, bodies) if group], default=len(text))
    if len(nation) < 2 or "\n" not in text[last : nation[-1]]:
        return False
    first = min([m.start for m in (*named, *bodies) if not is_dateline(text, m.start, m.end)], default=-1)
    if first < title[1] or nation[0] > first:
        return False
    return not any(p.manner in ("own", "whole") and p.kind != "国" and p.start > nation[-1] for p in pointers)


def _opening(text: str, start: int) -> int:
    """Return the end of the first paragraph of some length behind the title."""
    position = start
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        if end - position > 40:
            return min(end, position + 300)
        position = end + 1
    return len(text)


def _weigh(text: str, mentions: Iterable[Mention], title: tuple[int, int], opening: int) -> list[tuple[Path, float]]:
    """Return the weight of each place that is named: its mentions taken together."""
    paths: dict[int, Path] = {}
    weights: dict[int, float] = {}
    for mention in mentions:
        sent_from = is_dateline(text, mention.start, mention.end) or _is_venue(text, mention)
        if mention.known and mention.path[0].level == "province" and not sent_from:
            key = id(mention.path)
            paths[key] = mention.path
            weights[key] = weights.get(key, 0.0) + _weight(text, mention, title, opening)
    return [(path, weights[key]) for key, path in paths.items()]


_HELD = compile_han("[一-鿿]{0,2}?(?:召开|举行|举办|开幕|闭幕)")
_OF_ALL = re.compile("全国|我国|中央|国务院|中国|国家")


def _is_venue(text: str, mention: Mention) -> bool:
    """Tell whether something of the whole country is only held in the place: 全国乡村振兴工作会议在[福州]召开."""
    start = mention.start
    if not text.endswith("在", 0, start) or _HELD.match(text, mention.end) is None:
        return False
    begin = max(text.rfind("。", 0, start), text.rfind("\n", 0, start), start - _LONG_NAME)
    return _OF_ALL.search(text, max(0, begin), start) is not None


_LONG_NAME, _VENUE = 60, 0.5
_VISIT = re.compile("(?:进行)?(?:考察|调研|视察|看望|慰问)")


def _is_visited(text: str, mention: Mention, opening: int) -> bool:
    """Tell whether the first sentence says that someone visits the place: 近日在[河北省承德市]考察时强调."""
    if mention.end >= opening or _VISIT.match(text, mention.end) is None:
        return False
    return "。" not in text[max(0, mention.start - 300) : mention.start]


def _is_subtitle(text: str, start: int) -> bool:
    """Tell whether a position lies in a line that a dash opens: ——尼玛县荣玛乡搬迁见闻."""
    line = text.rfind("\n", max(0, start - 60), start) + 1
    return line > 0 and text.startswith(("——", "--", "—"), line)


def _weight(text: str, mention: Mention, title: tuple[int, int], opening: int) -> float:
    """Return how much a mention says for its place as that which the text is about: most in the title, more where it opens or is helped."""
    start, end = mention[0], mention[1]
    if _is_venue(text, mention):
        return _VENUE
    if title[0] <= start < title[1]:
        return _BODY if mention.body and _GOES_TO_HELP.search(text, mention.end, title[1]) else _TITLE
    weight = 1.0
    if start < opening:
        if _is_subtitle(text, start) or _is_visited(text, mention, opening):
            return _TITLE
        weight = _OPENING
    if mention.body:
        weight *= _BODY
    if text.endswith(AIDING, 0, start):
        weight += _AIDED  # 张家港市对口帮扶[沿河县]
    if text.startswith("、", end) or text.endswith("、", 0, start):
        weight *= _LISTED
    return weight


_GOES_TO_HELP = re.compile("帮扶|驻村|定点|扶贫(?!办|局|开发|移民|攻坚|领导|工作|项目|资金)")
"""Behind a body in the headline these say that it helps a place, which is told of: 建行深圳市分行驻村帮扶见成效."""
_AIDED = 3.0
"""Weight of the place that another one is said to help: a story of both is about it."""


def _nation(text: str, pointers: Sequence[Pointer], title: tuple[int, int], opening: int) -> float:
    """Return the weight of what speaks of the whole country: 全国, 我国, and the centre's bodies."""
    weight = _NATION * _central_cues(text, opening)
    weight += _HEADLINE_NATION * text.count(EVERYWHERE, *title)
    for pointer in pointers:
        if pointer.kind != "国" or _only_measures(text, pointer.start, pointer.end):
            continue
        if title[0] <= pointer.start < title[1]:
            weight += _HEADLINE_NATION
        else:
            weight += 2 * _NATION if pointer.start < opening else _NATION
    return weight


def _is_the_whole(text: str, m: Mention) -> bool:
    """Tell whether a place is only the whole that one in it is measured by: 占[全台]六成, 是[全港]最贫穷的区."""
    return text[m.start : m.end] in _WHOLES and _only_measures(text, m.start, m.end)


def _only_measures(text: str, start: int, end: int) -> bool:
    """Tell whether a whole is only what something is ranked in or compared with: 面积居[全国]第三."""
    return _SHARE_OF.search(text, max(0, start - 3), start) is not None or _MOST.match(text, end) is not None


_WHOLES = frozenset({"全台", "全港", "全澳"})
_SHARE_OF = re.compile("(?:占|佔|居|高于|低于|快于|慢于|多于|少于|好于|优于|超过|列|领跑|闻名|享誉|畅销|走向|销往|比)$")
_MOST = re.compile(
    "(?:的)?[一-鿿]{0,4}?(?:第[一二三四五六七八九十0-9]|首位|首个|首家|之首|之最|之冠|前列|前茅|领先|最[大多高早优好低贫]|唯一|平均)"
)
_MEASURED_BY = re.compile(
    r"(?:高于|低于|快于|慢于|好于|超过|次于|当于|不及|落后于|领先|除了?|比|与|第\d{1,2}位?的|第[一二三四五]位?的)$"
)
"""A place that another one is compared with: 与第1位的[江西]相差3000元."""


def _speaks_of_unnamed(tree: _Tree, pointers: Sequence[Pointer], opening: str) -> bool:
    """Tell whether the text speaks of 我市, 全县, of 县委 in its opening, and never names one."""
    bare = [kind for hint in _BODY_HINT.finditer(opening) if (kind := _bare_body(opening, hint.start()))]
    kinds = bare + [p.kind for p in pointers if p.manner in ("own", "whole") and p.kind in "市县区州盟旗省"]
    if not kinds:
        return False
    kind, count = Counter(kinds).most_common(1)[0]
    own = kind in bare or any(p.manner == "own" and p.kind == kind for p in pointers)
    return (count >= 3 or own) and not any(is_kind(path[-1], kind) for path in tree.mass)
