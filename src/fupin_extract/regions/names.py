"""The finder of written names: full names and short forms of provinces, prefectures and counties.

Full names are found by the character they end in: at every 省市县区旗州盟 the longest known name to the left.
Short forms are found by their first two characters. What may not be trusted alone (county short forms, ordinary
words) is read only where the text itself says so: right behind a place above it, or in a list beside its likes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..lexicon import bigram_pattern
from ..patterns import compile_han
from .alone import stands_for_place
from .apart import is_another, names_on, stands_apart
from .cut import LONGEST_SHORT, is_cut_from_words
from .gazetteer import GENERIC, Place, gazetteer, is_within
from .knowledge import full_names, short_forms
from .mention import Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .knowledge import Neighbours

_GENERIC = re.compile(f"[{GENERIC}]")
_HAN = compile_han("[一-鿿]")


def find_full_names(text: str) -> list[Mark]:
    """Return the full names (and 甘南州, 威宁自治县), the longest at each place, none overlapping another."""
    names, tails = gazetteer().by_name, gazetteer().tails
    found: list[Mark] = []
    for match in _GENERIC.finditer(text):
        end = match.end()
        for length in tails.get(text[end - 2 : end], ()) if end > 1 else ():
            start = end - length
            if start < 0 or (places := names.get(text[start:end])) is None:
                continue
            if found and found[-1].start < start < found[-1].end:
                continue
            mark = _behind_province(text, Mark(start, end, places, "regions/full_name"))
            read = _without_generic(text, mark) if _goes_on(text, mark) else mark
            if read is not None and not is_cut_from_words(text, mark):
                _put(found, read)
            break
    return found


def _behind_province(text: str, mark: Mark) -> Mark:
    """Return the name without its first character where that ends a province's: 山西[吉县], not 山[西吉县]."""
    provinces = gazetteer().by_short.get(text[max(0, mark.start - 1) : mark.start + 1], ())
    if not any(p.level == "province" for p in provinces):
        return mark
    within = under(gazetteer().by_name.get(text[mark.start + 1 : mark.end], ()), provinces)
    return mark._replace(start=mark.start + 1, candidates=within) if within else mark


def _put(marks: list[Mark], mark: Mark) -> None:
    """Add a mark; the shorter names that it begins with go (万县 in 万县市)."""
    while marks and marks[-1].start >= mark.start:
        marks.pop()
    marks.append(mark)


def _goes_on(text: str, mark: Mark) -> bool:
    """Tell whether the generic is the first character of another word (吉林[市场]), not of a name (商丘市[民权县])."""
    end = mark.end
    if end == len(text) or text[end] not in full_names().not_before.get(text[end - 1], ""):
        return False
    names = gazetteer().by_name
    return not any(under(names.get(text[end:stop], ()), mark.candidates) for stop in range(end + 2, end + 16))


def _without_generic(text: str, mark: Mark) -> Mark | None:
    """Return the short form in front of a generic that belongs to the next word: [拉萨]市区."""
    short = text[mark.start : mark.end - 1]
    places = gazetteer().by_short.get(short)
    if places is None or short in short_forms().words:
        return None
    return Mark(mark.start, mark.end - 1, places, "regions/short_name")


def _without_overlap(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks without those that begin inside an earlier or longer one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def keep_bounded(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks without the names that are words too: those must follow a place above them or a boundary.

    A name of two characters (礼县, 成县) that has stood at a boundary once is believed everywhere, as are some (南部县) that
    two clauses open with.
    """
    words = full_names()
    if not any(
        mark[3] == "regions/full_name" and (mark[1] - mark[0] == 2 or text[mark[0] : mark[1]] in words.chained)
        for mark in marks
    ):
        return marks
    sure: set[str] = set()
    doubtful: list[Mark] = []
    kept: list[Mark] = []
    by_end = {mark.end: mark for mark in marks}
    opening = Counter(text[m.start : m.end] for m in marks if not _HAN.match(text, m.start - 1, m.start))
    sure.update(name for name in words.twice if opening[name] > 1)
    for mark in marks:
        name = text[mark.start : mark.end]
        if mark.rule != "regions/full_name" or (len(name) > 2 and name not in words.chained):
            kept.append(mark)
        elif (before := by_end.get(mark.start)) is not None and under(mark.candidates, before.candidates):
            kept.append(mark)
            sure.add(name)
        elif name in words.chained:
            doubtful.append(mark)
        elif _bounded(text, mark.start, words.boundary) or _behind_time(text, mark):
            kept.append(mark)
            sure.add(name)
        else:
            doubtful.append(mark)
    kept += [
        mark for mark in doubtful if text[mark.start : mark.end] in sure and _bounded(text, mark.start, words.boundary)
    ]
    return sorted(kept)


def _behind_time(text: str, mark: Mark) -> bool:
    """Tell whether a name of two characters stands behind a time: 2018年[礼县]; not 2011年成县级市."""
    times = mark.start > 1 and text[mark.start - 1] in "年月日底初末季" and text[mark.start - 2] in _OF_TIMES
    return times and text[mark.end : mark.end + 1] not in tuple("级乡域直属")


_OF_TIMES = frozenset("0123456789今去前明当年月半度一二三四五六七八九十")


def _bounded(text: str, start: int, boundary: frozenset[str]) -> bool:
    return start == 0 or text[start - 1] in boundary or not _HAN.match(text[start - 1])


def under(lower: tuple[Place, ...], upper: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return those of the lower places that lie in one of the upper."""
    return tuple(p for p in lower if any(is_within(p, above, None) for above in upper))


@cache
def upper_pattern() -> re.Pattern[str]:
    """Return the pattern of the first two characters of the short forms of provinces and prefectures."""
    return bigram_pattern(gazetteer().upper_bigrams)


class _Short(NamedTuple):
    """A short form that may stand alone; one that is a word too has no places."""

    form: str
    length: int
    places: tuple[Place, ...]
    around: Neighbours | None


@cache
def upper_shorts() -> dict[str, tuple[_Short, ...]]:
    """Return the short forms of provinces and prefectures by their first two characters."""
    by_short, words = gazetteer().by_short, short_forms()
    return {
        bigram: tuple(_Short(s, len(s), () if s in words.words else by_short[s], words.around.get(s)) for s in shorts)
        for bigram, shorts in gazetteer().upper_bigrams.items()
    }


def find_short_names(text: str, covered: list[Mark]) -> list[Mark]:
    """Return the short forms of provinces and prefectures outside the full names."""
    shorts_at = upper_shorts().get
    found: list[Mark] = []
    position, k, count = 0, 0, len(covered)
    for match in upper_pattern().finditer(text):
        start = match.start()
        if start < position or (shorts := shorts_at(text[start : start + 2])) is None:
            continue
        while k < count and covered[k].end <= start:
            k += 1
        if k < count and covered[k].start <= start:
            continue
        high = covered[k].start if k < count else len(text)
        for form, length, places, around in shorts:
            end = start + length
            if end > high or (length > 2 and not text.startswith(form, start)):
                continue
            if not places or names_on(text, end):
                break
            if around is not None and is_another(text, start, end, around):
                break
            found.append(Mark(start, end, places, "regions/short_name"))
            position = end
            break
    return found


def find_behind(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the short forms right behind a place above them: 甘肃[积石山], 四川[渠县], 江西[瑞金]."""
    by_short, bigrams, words = gazetteer().by_short, gazetteer().bigrams, short_forms()
    starts = {mark.start: mark for mark in marks}
    found: list[Mark] = []
    queue = list(marks)
    while queue:
        mark = queue.pop()
        if mark.end in starts:
            continue
        if text[mark.end : mark.end + 2] not in bigrams:
            continue
        for end in range(min(len(text), mark.end + LONGEST_SHORT), mark.end + 1, -1):
            short = text[mark.end : end]
            if (places := by_short.get(short)) and (within := under(places, mark.candidates)):
                lower = starts.get(end)
                leads = lower is not None and bool(under(lower.candidates, within))  # 山西[长治]平顺县
                if short in words.words and not (leads or _ends_word(text, end)):
                    continue
                if leads or stands_apart(text, mark.end, end, short):
                    new = Mark(mark.end, end, within, "regions/short_name")
                    found.append(new)
                    starts[new.start] = new
                    queue.append(new)
                    break
    return found


_HAPPENS = (
    "举行|举办|召开|开幕|闭幕|启动|揭牌|揭晓|成立|发布|正式|今天|昨天|近日|日前|考察|调研|开工|开通|通车|投产|首次"
    "|返乡|回乡|回来|打工|务工|工作|读书"
)
_BREAK = compile_han(f"[^一-鿿]|[的在等和与及、县市区州是把将对为从到有]|{_HAPPENS}|$")


_ENDS_ITEM = compile_han(_BREAK.pattern + "|[两三四五六七八九十个几]")


def _ends_word(text: str, end: int) -> bool:
    return bool(_BREAK.match(text, end))


def find_listed(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the county short forms that stand in a list beside another county of the same place above.

    息县、淮滨、固始 holds one full name; 乐都、平安、民和 none, but all lie in a prefecture that the text names.
    """
    if "、" not in text:
        return []
    bigrams = gazetteer().bigrams
    named = {p.code for mark in marks for p in mark.candidates if p.level != "county"}
    ends = {mark.end: mark for mark in marks}
    starts = {mark.start: mark for mark in marks}
    found: dict[int, Mark] = {}
    position = text.find("、")
    while position >= 0:
        following = text.find("、", position + 1)
        right = starts.get(position + 1)
        if right is None and text[position + 1 : position + 3] in bigrams:
            right = _short_right(text, position + 1)
        left = (found.get(position) or ends.get(position) or _short_left(text, position)) if right else None
        if left and right and (left.end not in ends or right.start not in starts):
            pair = _siblings(left, right, named)
            if pair:
                for mark in pair:
                    if mark.end not in ends and mark.start not in starts:
                        found[mark.end] = mark
        position = following
    return list(found.values())


def _short_right(text: str, start: int) -> Mark | None:
    by_short = gazetteer().by_short
    for end in range(min(len(text), start + LONGEST_SHORT), start + 1, -1):
        if (places := by_short.get(text[start:end])) and _ENDS_ITEM.match(text, end):
            return Mark(start, end, places, "regions/short_name")
    return None


def _short_left(text: str, end: int) -> Mark | None:
    by_short = gazetteer().by_short
    for start in range(max(0, end - LONGEST_SHORT), end - 1):
        if places := by_short.get(text[start:end]):
            return Mark(start, end, places, "regions/short_name")
    return None


def _siblings(left: Mark, right: Mark, named: set[str]) -> list[Mark]:
    """Return both marks with the places that share a prefecture (or province) which the text knows."""
    words = short_forms().words
    sure = "full_name" in left.rule or "full_name" in right.rule

    def vouched(a: Place, b: Place) -> bool:
        if a.level != b.level or a.code == b.code or a.province != b.province:
            return False
        if a.level == "prefecture":
            return sure or a.province in named
        if a.parent == b.parent:
            return sure or a.parent in named or a.province in named
        return a.province in named and not ({a.shorts[:1] and a.shorts[-1], b.shorts[:1] and b.shorts[-1]} & words)

    pairs = [(a, b) for a in left.candidates for b in right.candidates if vouched(a, b)]
    if not pairs:
        return []
    firsts, seconds = tuple(dict.fromkeys(a for a, _ in pairs)), tuple(dict.fromkeys(b for _, b in pairs))
    return [Mark(left.start, left.end, firsts, left.rule), Mark(right.start, right.end, seconds, right.rule)]


def occurrences(text: str, words: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield every (start, word) of words of two characters and more; one search a word, or one pass for many words."""
    if len(words) <= 8:
        for word in words:
            start = text.find(word)
            while start >= 0:
                yield start, word
                start = text.find(word, start + len(word))
        return
    bigrams: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        bigrams[word[:2]].append(word)
    pattern = bigram_pattern(bigrams)
    for match in pattern.finditer(text):
        start = match.start()
        for word in bigrams.get(text[start : start + 2], ()):
            if text.startswith(word, start):
                yield start, word
                break


def find_known(text: str, marks: list[Mark], places: Collection[Place]) -> list[Mark]:
    """Return the short forms of counties whose full name, or a chain with them, stands in the text."""
    if not places:
        return []
    words, pieces = short_forms().words, short_forms().pieces
    taken = [(mark.start, mark.end) for mark in marks]
    shorts: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for place in places:
        for short in place.shorts:
            if short in gazetteer().by_short:
                shorts[short][place] = None
    owners = {short: tuple(places_) for short, places_ in shorts.items()}
    found = []
    for start, short in occurrences(text, owners):
        end = start + len(short)
        if short in pieces and start and _HAN.match(text[start - 1]) and text[start - 1] not in _LEADS_TO:
            continue
        if short in words and short not in pieces and not stands_for_place(text, start, end):
            continue
        i = bisect_left(taken, (end, 0))
        if i and start < taken[i - 1][0] and marks[i - 1].rule == "regions/short_name":
            i -= 1  # 给[西吉]安排: the county of the text goes before a city that begins inside its name
        if (i == 0 or taken[i - 1][1] <= start) and stands_apart(text, start, end, short):
            found.append(Mark(start, end, owners[short], "regions/short_name"))
    return _without_overlap(found)


_LEADS_TO = "给在赴驻"
"""Behind these a name begins."""


def find_areas(text: str) -> list[tuple[int, int]]:
    """Return the stretches that name an area which is no single region: 长三角, 六盘山区, 陕甘宁."""
    areas = short_forms().areas
    found: list[tuple[int, int]] = []
    position = 0
    for match in _area_pattern().finditer(text):
        start = match.start()
        if start >= position and (names := areas.get(text[start : start + 2])) is not None:
            for name in names:
                if text.startswith(name, start):
                    position = start + len(name)
                    found.append((start, position))
                    break
    return found


@cache
def _area_pattern() -> re.Pattern[str]:
    return bigram_pattern(short_forms().areas)
