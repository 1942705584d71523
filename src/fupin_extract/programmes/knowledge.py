"""What `data/programmes.toml` says: known programmes with their other names, and what names of new ones end in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args

from ..lexicon import Longest, alternatives, bigram_pattern, load_toml
from ..records import ProgrammeKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A known programme, its issuer and the years it ran; None where not known."""

    name: str
    kind: ProgrammeKind
    aliases: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    """Short names that are its name only in quotes: “三变”."""
    short_of: tuple[str, ...] = ()
    """The names it is short for where the text has them too: 移民搬迁."""
    issuer: str | None = None
    first: int | None = None
    last: int | None = None


class Catalogue(NamedTuple):
    """Known names by what they begin with, and the pattern of their first two characters."""

    names: Longest[Entry]
    hint: re.Pattern[str]
    not_before: tuple[str, ...]
    """What follows where the words are people, places or bodies and no name: 低保[户]."""
    not_before_of: dict[str, tuple[str, ...]]
    not_behind_of: dict[str, tuple[str, ...]]
    not_behind: tuple[str, ...]
    """What stands in front where the words are part of another word: [最]低保护价."""


@cache
def _data() -> dict[str, Any]:
    return load_toml("programmes.toml")


@cache
def programmes() -> dict[str, Entry]:
    """Return every known programme by its name.

    >>> programmes()["雨露计划"].kind
    'instrument'
    """
    found: dict[str, Entry] = {}
    for kind in get_args(ProgrammeKind):
        for raw in _data()[kind]:
            entry: dict[str, Any] = {"name": raw} if isinstance(raw, str) else raw
            found[entry["name"]] = Entry(
                entry["name"],
                kind,
                tuple(entry.get("aliases", ())),
                tuple(entry.get("quoted", ())),
                tuple(entry.get("short_of", ())),
                entry.get("issuer"),
                entry.get("from"),
                entry.get("to"),
            )
    return found


@cache
def catalogue() -> Catalogue:
    """Return the names and other names of known programmes."""
    entries = [(name, entry) for entry in programmes().values() for name in (entry.name, *entry.aliases)]
    return Catalogue(
        Longest(entries),
        bigram_pattern({name[:2] for name, _ in entries}),
        tuple(_data()["not_before"]),
        _guards("not_before_of"),
        _guards("not_behind_of"),
        tuple(_data()["not_behind"]),
    )


def _guards(key: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in _data()[key].items()}


@cache
def quoted_names() -> dict[str, Entry]:
    """Return the known programmes by the short names that they have in quotes."""
    return {short: entry for entry in programmes().values() for short in entry.quoted}


@cache
def catalogue_names() -> frozenset[str]:
    """Return every name and other name of the catalogue."""
    return frozenset(name for entry in programmes().values() for name in (entry.name, *entry.aliases))


@cache
def heads() -> dict[str, ProgrammeKind]:
    """Return the heads that make a programme of a proper name in front, with their kinds."""
    return {head: kind for kind in get_args(ProgrammeKind) for head in _data()["heads"][kind]}


@cache
def described_heads() -> tuple[str, ...]:
    """Return the heads that make a programme of what was launched, whatever it is for."""
    return tuple(_data()["heads"]["described"])


class Doings(NamedTuple):
    """The words by which undertakings that are named by what they do are told from any others."""

    policy: re.Pattern[str]
    works: re.Pattern[str]
    launched: frozenset[str]
    any: re.Pattern[str]
    """Any undertaking of its kind, or one that is no policy's."""


@cache
def doings() -> Doings:
    """Return what the names of undertakings say that they do.

    >>> doings().policy.search("黄河滩区脱贫迁建")[0], doings().any.search("救援")[0], doings().any.search("民生保障")
    ('脱贫', '救援', None)
    """
    data = _data()["described"]
    anything = [
        alternatives(data["any"]),
        rf"(?:{alternatives(data['any_ends'])})$",
        rf"^(?:{alternatives(data['any_begins'])})",
    ]
    return Doings(
        re.compile(alternatives(data["policy"])),
        re.compile(alternatives(data["works"])),
        frozenset(data["launched"]),
        re.compile("|".join(anything)),
    )


@cache
def between() -> str:
    """Return the alternatives of what may stand between a name and its head."""
    return alternatives(_data()["heads"]["between"])


@cache
def generic() -> tuple[str, ...]:
    """Return the words that make a kind of undertakings of a name: [相关]政策."""
    return tuple(_data()["heads"]["generic"])
