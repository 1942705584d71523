"""What `data/organisations.toml` says: known bodies, and what the names of all others are built of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..lexicon import Longest, alternatives, bigram_pattern, load_toml
from ..patterns import compile_han

if TYPE_CHECKING:
    from ..records import OrganisationKind


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a name of its own, the years of that name and what the body became; None where not known."""

    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    successor: str | None = None


class Head(NamedTuple):
    """What the name of a local body ends in: its kind, and what makes another word of it if it stands behind."""

    kind: OrganisationKind
    not_before: tuple[str, ...]

    def goes_on(self, text: str, end: int) -> bool:
        """Tell whether what stands behind the head makes another word of it: 扶贫办[理], but 扶贫办[了解到], 县委[派出]."""
        return text.startswith(self.not_before, end) and not text.startswith(("了解", "派出", "派驻"), end)


class Proper(NamedTuple):
    """The words around and in the proper names of companies and cooperatives."""

    stops: frozenset[str]
    business: frozenset[str]
    omens: frozenset[str]
    generic: frozenset[str]
    ordinary: frozenset[str]


class Matcher(NamedTuple):
    """Known names, by what they begin with, and the pattern of their first two characters."""

    names: Longest[Body]
    hint: re.Pattern[str]
    not_behind: tuple[str, ...]
    bounded: frozenset[str]
    """Names that may be parts of other words."""
    first: frozenset[str]
    """Names that others end in."""
    countries: tuple[str, ...]
    """Other countries, whose organs of state have the same names: 俄罗斯[外交部]."""


@cache
def _data() -> dict[str, Any]:
    return load_toml("organisations.toml")


@cache
def bodies() -> dict[str, Body]:
    """Return every known body by its name.

    >>> bodies()["国家乡村振兴局"].successor
    '农业农村部'
    """
    return {
        entry["name"]: Body(
            entry["name"],
            entry["kind"],
            tuple(entry.get("aliases", ())),
            entry.get("from"),
            entry.get("to"),
            entry.get("successor"),
        )
        for entry in _data()["bodies"]
    }


@cache
def known_names() -> Matcher:
    """Return the names and other names of known bodies."""
    entries = [(name, body) for body in bodies().values() for name in (body.name, *body.aliases)]
    data = _data()
    return Matcher(
        Longest(entries),
        bigram_pattern({name[:2] for name, _ in entries}),
        tuple(data["not_behind"]),
        frozenset(data["bounded"]),
        frozenset(data["first"]),
        tuple(sorted((*load_toml("countries.toml")["countries"], "俄"), key=len, reverse=True)),
    )


def country_before(text: str, at: int) -> str:
    """Return the other country that stands right before a place of the text, else "": 俄罗斯[外交部]."""
    countries = known_names().countries
    return (
        next((c for c in countries if text.startswith(c, at - len(c))), "") if text.endswith(countries, 0, at) else ""
    )


@cache
def abroad() -> tuple[re.Pattern[str], dict[str, OrganisationKind]]:
    """Return the pattern of what bodies of other countries are called behind the country's name, and the kind of each."""
    kinds = {name: kind for kind, names in _data()["abroad"].items() for name in names}
    return re.compile(alternatives(kinds)), kinds


@cache
def parts() -> re.Pattern[str]:
    """Return the pattern of what the name of any body may go on with: 省委[第三巡视组], 兰州大学[第一医院], 财政部[农业司]司长."""
    heads = alternatives(_data()["parts"])
    desks = "|".join(rf"{desk}(?=副?{desk}长|的?(?:工作人员|负责人|[有相]关负责人))" for desk in "司处科股室部")
    return compile_han(
        rf"党组(?![织成会书]|理论|中心组|扩大)|驻[一-鿿]{{1,8}}?(?P<post>办事处|专员办事处|专员办|特派办)|[一-鿿]{{0,10}}?(?P<head>{heads}|{desks})(?![长员])"
    )


@cache
def leagues() -> re.Pattern[str]:
    """Return the pattern of bodies of a party or league, at the centre or of a place: 民建中央, 农工党北京市委."""
    names = "|".join(_data()["leagues"])
    place = r"[一-鿿]{2,11}?(?:[省市县区州盟旗])"
    return compile_han(rf"(?:{names})(?:中央(?:委员会)?|{place}(?:委员会|委)|[省市县区州]委)(?![托派员])")


@cache
def strong_pattern() -> re.Pattern[str]:
    """Return the pattern of the heads that make a body of a place with any words between."""
    heads = alternatives(_data()["strong"])
    return compile_han(rf"[一-鿿]{{1,10}}?({heads})")


@cache
def _kinds_by_head() -> dict[str, OrganisationKind]:
    return {name: group["kind"] for group in _data()["heads"] for name in group["names"]} | strong_kinds()


def kind_of(name: str) -> OrganisationKind | None:
    """Return the kind that a name's end tells, None where it ends in no known head, or is nothing but one.

    >>> kind_of("阿姨帮公司"), kind_of("合作社"), kind_of("阿姨帮")
    ('company', None, None)
    """
    kinds = _kinds_by_head()
    for length in range(min(len(name) - 1, _LONGEST_HEAD), 1, -1):
        if kind := kinds.get(name[-length:]):
            return kind
    return None


_LONGEST_HEAD = 10


@cache
def strong_kinds() -> dict[str, OrganisationKind]:
    """Return the kind of each such head: that of the longest known head it ends in."""
    known = {name: group["kind"] for group in _data()["heads"] for name in group["names"]}
    kinds: dict[str, OrganisationKind] = {}
    for head in _data()["strong"]:
        ends = [name for name in known if head.endswith(name)]
        kinds[head] = known[max(ends, key=len)] if ends else "other"
    return kinds


def field_words() -> tuple[str, ...]:
    """Return the words that stand between place and head."""
    return tuple(_data()["fields"])


@cache
def fields() -> Longest[str]:
    """Return the words that stand between place and head: 扶贫, 财政."""
    return Longest((word, word) for word in field_words())


@cache
def local_heads() -> Longest[Head]:
    """Return the heads that make a body of a place in front: 扶贫[办], 人民[法院]."""
    return Longest(_heads("place"))


@cache
def proper() -> Proper:
    """Return what ends a proper name, what may stand in it, and what alone is none."""
    lists = _data()["proper"]
    return Proper(*(frozenset(lists[key]) for key in Proper._fields))


@cache
def named_heads() -> dict[str, Head]:
    """Return the heads that make a body of a proper name in front: 安泰和养殖[专业合作社]."""
    return dict(_heads("name"))


@cache
def named_pattern() -> re.Pattern[str]:
    """Return the pattern that finds such heads, the longest first."""
    return re.compile(alternatives(named_heads()))


@cache
def firsts() -> frozenset[str]:
    """Return what the name of a local body goes on with behind its place."""
    data = _data()
    heads = [name for group in data["heads"] if group["needs"] == "place" for name in group["names"]]
    return frozenset(word[0] for word in (*data["fields"], *heads))


def _heads(needs: str) -> list[tuple[str, Head]]:
    return [
        (name, Head(group["kind"], guards_of(name)))
        for group in _data()["heads"]
        if group["needs"] == needs
        for name in group["names"]
    ]


@cache
def known_guards_of(name: str) -> tuple[str, ...]:
    """Return what may not stand behind a known name: 财政部[门], 国务院[常务会议]."""
    ends: dict[str, list[str]] = _data()["not_before_of"]
    return tuple(_data()["not_before"]) + tuple(w for end, words in ends.items() if name.endswith(end) for w in words)


@cache
def guards_of(name: str) -> tuple[str, ...]:
    """Return what may not stand behind a head: 扶贫办[理]."""
    guards: dict[str, list[str]] = _data()["guards"]
    return tuple(word for end, words in guards.items() if name.endswith(end) for word in words)
