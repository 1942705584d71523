"""People: what is told of somebody is told of the place that he was introduced with: 张城堡村农民[王仲禄] …[王仲禄]打算毁掉8亩麦子."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ...patterns import compile_han
from ...words import word_class, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...records import Region


class Person(NamedTuple):
    """Where a text names somebody again, and the place he is of."""

    start: int
    region: Region


_IS = (
    "村民|农民|老农|青农|牧民|农牧民|居民|渔民|果农|菜农|茶农|花农|棉农|蔗农|椒农|蜂农|大户|养殖户|种植户|贫困户|脱贫户|低保户|搬迁户|监测户|带头人|"
    "社员|老汉|老人|大娘|大妈|大爷|大叔|大姐|大嫂"
)
_LEADS = "支书|书记|主任|组长|理事长|村长"
_INTRODUCED = compile_han(rf"的?[一-鿿]{{0,8}}?(?:{_IS})(?P<name>[\w·]{{2,6}})")
_IN_VILLAGE = compile_han(
    rf"的?[一-鿿]{{0,8}}?(?:{_IS}|{_LEADS})(?P<name>[\w·]{{2,6}})|的(?P<bare>[一-鿿]{{2,3}})(?=[，、。:是在说有和与就也今一家老夫])"
)
_NO_NAME = frozenset("说家的在和是也又从把告今就们已正都还曾与们一")
_INSIDE = ("village", "township", "county")
_MOST = 40
"""The most people of a text that are followed: time must not grow with its square."""


def find_people(text: str, places: Iterable[tuple[int, Region]]) -> list[Person]:
    """Return where the text comes back to people whom it introduced with their village, township or county.

    Args:
        text: the working text.
        places: the places named in it, those in the names of bodies too, with where they end.

    >>> from fupin_extract.text import normalise
    >>> from fupin_extract.regions import find_regions
    >>> text = normalise("甘谷县西沟村农民王仲平种了5亩麦子。县里今年干旱。王仲平打算改种洋芋。")
    >>> [(p.start, p.region.name) for p in find_people(text.text, [(r.span.end, r) for r in find_regions(text)])]
    [(25, '西沟村')]
    """
    introduced: dict[int, tuple[str, Region]] = {}
    for end, region in places:
        if region.level not in _INSIDE or not region.name:
            continue
        match = (_IN_VILLAGE if region.level == "village" else _INTRODUCED).match(text, end)
        if match is not None and match.lastindex:
            introduced[match.start(match.lastindex)] = (match[match.lastindex], region)  # the nearest place goes last
    known: dict[str, tuple[int, Region]] = {}
    for start, (candidate, region) in islice(introduced.items(), _MOST):
        if name := _name(text, candidate, start):
            known.setdefault(name, (start + len(name), region))
    found = [Person(at, region) for name, (behind, region) in known.items() for at in _occurrences(text, name, behind)]
    return sorted(found, key=lambda person: person.start)


def _occurrences(text: str, name: str, start: int) -> Iterator[int]:
    at = text.find(name, start)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _name(text: str, candidate: str, start: int) -> str:
    """Return the longest beginning of a stretch that is a name and that the text goes on to use, "" for none."""
    for length in range(len(candidate), 1, -1):
        name = candidate[:length]
        if name[-1] in _NO_NAME or name in words().entries:
            continue
        again = text.find(name, start + length)
        if again >= 0 and (
            (name[0] in word_class("surnames") and length <= _OF_HAN)
            or (length > 2 and text.find(name, again + length) >= 0)
        ):
            return name
    return ""


_OF_HAN = 3
"""Names that begin with a surname have so many characters; others (次仁拉姆) are known by being used time and again."""
