"""New areas and the zones of cities (贵安新区, 绵阳高新区): places as districts are, though no list of places holds them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..lexicon import alternatives, load_toml
from .areas import new_areas
from .chains import apart
from .gazetteer import Place, gazetteer, lineage
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator


def add_zones(text: str, mentions: list[Mention], year: int | None) -> list[Mention]:
    """Return the mentions with the new areas of the text and the zones behind the names of cities.

    >>> from .reading import read_names
    >>> [(m.place.name, m.path[0].name) for m in read_names("贵州贵安新区和绵阳高新区", None).mentions]
    [('贵安新区', '贵州省'), ('绵阳高新区', '四川省')]
    """
    if "区" not in text:
        return mentions
    ends = {mention.end: mention for mention in mentions}
    found = [*_new_areas(text, ends, year), *_zones(text, mentions)]
    if not found:
        return mentions
    found += _zones_alone(text, found)
    taken = {mention.start for mention in found}
    return apart(sorted([*(m for m in mentions if m.start not in taken), *found], key=lambda m: (m.start, -m.end)))


def _new_areas(text: str, ends: dict[int, Mention], year: int | None) -> Iterator[Mention]:
    """Yield the new areas of the state, with the province or city in front of them."""
    if "新区" not in text:
        return
    for name, code in new_areas().items():
        at = text.find(name)
        while at >= 0:
            path = (*lineage(gazetteer().by_code[code][-1], year), _place(name, code))
            above = ends.get(at)
            start = above.start if above is not None and above.place in path else at
            yield Mention(start, at + len(name), path, "regions/zone")
            at = text.find(name, at + len(name))


def _zones(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the zones right behind the name of a city: 绵阳[高新区], not 绵阳的高新区."""
    for mention in mentions:
        if not mention.known or mention.place.level != "prefecture":
            continue
        match = _zone().match(text, mention.end)
        if match is not None:
            name = mention.place.name.removesuffix("市") + match["zone"]
            path = (*mention.path, _place(name, mention.place.code))
            yield Mention(mention.start, match.end(), path, "regions/zone")


def _zones_alone(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield a zone where the text calls it by its kind alone, if it names one of that kind only: [高新区]财政."""
    kinds: dict[str, set[tuple[Place, ...]]] = {}
    for mention in found:
        match = _ENDS.search(text, mention.start, mention.end)
        if match is not None and mention.rule == "regions/zone":
            kinds.setdefault(match[0], set()).add(mention.path)
    for kind, paths in kinds.items():
        if len(paths) == 1:
            for match in re.finditer(rf"(?:(?<![\u4e00-\u9fff])|(?<=[在为使让由对和与])){kind}", text):
                yield Mention(*match.span(), next(iter(paths)), "regions/zone")


_ENDS = re.compile("(?:高新区|经开区)$")


def _place(name: str, above: str) -> Place:
    return Place("", name, "county", above, 0, 9999, "", ())


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"市?(?:国家级?)?(?P<zone>{alternatives(load_toml('areas.toml')['zones'])})")
