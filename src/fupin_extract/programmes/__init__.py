"""Programmes: named undertakings of policy, one entry a document and name, with all their mentions.

Known ones come from the catalogue (`knowledge`), with every mention of their other names; new ones from how their names are built
(`structure`). Where mentions overlap the longest stays, and none stands inside the name of a body.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ..records import Programme
from ..regions.names import occurrences
from ..regions.reading import is_inside, read_names
from .described import described, launched, lent, strategies, works, zones
from .documents import documents, laws
from .knowledge import catalogue, programmes
from .money import earmarked, funds, insurances, loans, subsidies
from .sayings import sayings, slogans
from .structure import Found, led_by, numbered, of_pairs, of_places, plain, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..records import Organisation, Span
    from ..regions.mention import Mention as Place
    from ..regions.reading import Names
    from ..text import Text

__all__ = ["find_programmes", "programmes"]

_QUOTE = re.compile('[“”"‘’「」『』]')
_MORE = ("改革", "行动", "工程", "计划")
"""Heads behind the quotes of a known name that belong to it: “三权分置”[改革], “百企帮百村”[行动]."""
_BRACKETS = str.maketrans("()", "（）")
_OPENING = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"'}


def find_programmes(
    text: Text, organisations: Sequence[Organisation] = (), names: Names | None = None
) -> list[Programme]:
    """Return the programmes of a text in the order of their first mentions.

    Args:
        text: the normalised text.
        organisations: the bodies found in it; a mention inside a body's name is none.
        names: the places that it names, where they were read before (`regions.Survey.names`).

    >>> from fupin_extract.text import normalise
    >>> found = find_programmes(normalise("实施“三变”改革，推进精准扶贫和九大冲刺行动，精准扶贫见效。"))
    >>> [(p.name, p.kind, len(p.mentions)) for p in found]
    [('三变改革', 'instrument', 1), ('精准扶贫', 'instrument', 2), ('九大冲刺行动', 'campaign', 1)]
    """
    working = text.text
    names = names or read_names(working)
    places = sorted((*names.mentions, *names.bodies))
    bodies = [(text.working(o.span.start), text.working(o.span.end - 1) + 1) for o in organisations]
    led = (_behind_bodies(working, one, bodies) for one in quoted(working))
    found = _longest(
        [
            *_known(working),
            *led,
            *numbered(working),
            *documents(working),
            *(laws(working) if "法" in working else ()),
            *of_places(working, places),
            *described(working),
            *launched(working),
            *works(working, places),
            *lent(working),
            *zones(working),
            *loans(working),
            *funds(working),
            *earmarked(working),
            *insurances(working),
            *subsidies(working),
            *strategies(working),
            *sayings(working),
            *slogans(working),
            *of_pairs(working),
        ]
    )
    shorts = _shorts(working, found)
    found = [_in_full(one, shorts) for one in found]
    found = _longest([*_with_place(working, found, places), *_again(working, found), *_called(working, shorts)])
    entries: dict[str, list[Found]] = {}
    for mention in found:
        if not is_inside(bodies, mention.start, mention.end):
            entries.setdefault(mention.name, []).append(mention)
    return [
        Programme(
            _shown(name, mentions, working).translate(_BRACKETS),
            mentions[0].kind,
            tuple(_spans(text, mentions)),
            mentions[0].rule,
        )
        for name, mentions in _joined(_short_titles(entries, working)).items()
    ]


def _behind_bodies(text: str, one: Found, bodies: Sequence[tuple[int, int]]) -> Found:
    """Return a name without the body that leads to its quote: 甘肃广电总台[“乡村之声”行动]."""
    quote = next((at for at in range(one.start, one.end) if text[at] in _OPENING), one.start)
    start = max((end for begin, end in bodies if one.start < end <= quote and begin <= one.start), default=one.start)
    return one if start == one.start else one._replace(start=start, name=plain(text[start : one.end]))


def _spans(text: Text, mentions: Iterable[Found]) -> Iterator[Span]:
    return (text.span(m.start, m.end) for m in sorted(mentions))


_ENDS = (
    "工程",
    "战略",
    "行动",
    "计划",
    "政策",
    "制度",
    "改革",
    "模式",
    "扶贫模式",
    "机制",
    "建设",
    "规划",
    "标准",
    "试点",
    "活动",
)


def _joined(entries: dict[str, list[Found]]) -> dict[str, list[Found]]:
    """Return the entries, each short form with its longer name: 健康扶贫 with 健康扶贫工程."""
    joined = dict(entries)
    for name in entries:
        whole = [*(name + end for end in _ENDS), *(programmes()[name].short_of if name in programmes() else ())]
        longer = next((one for one in whole if one in joined), None)
        if longer:
            joined[longer] = [*joined[longer], *joined.pop(name)]
    return joined


def _short_titles(entries: dict[str, list[Found]], text: str) -> dict[str, list[Found]]:
    """Return the entries, each title or quoted name with the longer one of the text that ends in it or has it in its quotes.

    〈框架协议〉 is 〈合作框架协议〉, “甘电入浙”工程 is “甘电入浙”特高压工程.
    """
    joined = dict(entries)
    for name, mentions in entries.items():
        rule = mentions[0].rule
        if rule not in _BY_TITLE or len(name) < _LONG:
            continue
        quote = _QUOTED_HEAD.fullmatch(text[mentions[0].start : mentions[0].end])
        longer = [
            other
            for other in joined
            if other != name
            and joined[other][0].rule == rule
            and (other.endswith(name) or (quote and other.startswith(plain(quote[1])) and other.endswith(quote[2])))
        ]
        if len(longer) == 1:
            joined[longer[0]] = [*joined[longer[0]], *joined.pop(name)]
    return joined


_BY_TITLE = frozenset({"programmes/document", "programmes/quoted", "programmes/earmarked"})
_QUOTED_HEAD = re.compile("[“「]([^“”「」]{3,})[”」](.{2,4})")
_SORTS = (*_ENDS, "纲要", "体系")


def _shown(name: str, mentions: Sequence[Found], text: str) -> str:
    """Return the programme's name where the text has it, or all but what sort it is, else its longest name in the text.

    乡村振兴 is 乡村振兴战略; 小额信贷 is not said to be 扶贫小额信贷.
    """
    written = {plain(text[m.start : m.end]) for m in mentions}
    if name in written or any(name.startswith(form) and name.endswith(_SORTS) for form in written):
        return name
    return max(written, key=lambda form: (len(form), form))


def _known(text: str) -> Iterator[Found]:
    """Yield the mentions of known programmes; quotes inside a name are passed over, one that opens inside it belongs to it."""
    quotes = [match.start() for match in _QUOTE.finditer(text)]
    bare = _QUOTE.sub("", text) if quotes else text
    gaps = [at - before for before, at in enumerate(quotes)]
    known = catalogue()
    end = 0
    for at in known.names.begins(known.hint, bare):
        if at < end or (match := known.names.at(bare, at)) is None:
            continue
        word, entry = match
        end = at + len(word)
        behind, before = known.not_before_of.get(word, ()), known.not_behind_of.get(word, ())
        if bare.startswith((*known.not_before, *behind), end) or bare.endswith((*known.not_behind, *before), 0, at):
            continue
        start, stop = at + bisect_right(gaps, at), end + bisect_right(gaps, end - 1)
        closing = _OPENING.get(text[start - 1 : start])
        if closing and (more := next((m for m in _MORE if text.startswith(closing + m, stop)), "")):
            stop += len(closing + more)
        if closing and closing in text[start:stop]:
            start -= 1
        if any(_OPENING.get(c) == text[stop : stop + 1] for c in text[start + 1 : stop] if c in _OPENING):
            stop += 1
        yield Found(start, stop, entry.name, entry.kind, "programmes/known")


def _again(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the other mentions of programmes that no list holds, where their whole name stands again."""
    first: dict[str, Found] = {}
    for mention in found:
        if len(mention.name) >= _LONG - (mention.rule == "programmes/quoted") and mention.rule not in _ONCE:
            first.setdefault(mention.name, mention)
            for head in _KNOWN_BY:
                if mention.name.endswith(head):
                    first.setdefault(head, mention)
            stem = mention.name.removesuffix(next((e for e in _OF_DEEDS if mention.name.endswith(e)), ""))
            if len(stem) >= _LONG_STEM and mention.rule == "programmes/quoted":
                first.setdefault(stem, mention)  # 扶贫生态移民[工程]
    for at, name in occurrences(text, first):
        if name.endswith("法") and text.startswith(("治", "律", "规"), at + len(name)):
            continue  # 网络安全法[治]
        yield first[name]._replace(start=at, end=at + len(name))


_KNOWN_BY = ("大会战", "大决战")
"""Heads that, alone, stand for the programme that the text has named."""
_CALLED = re.compile(
    r"[”」』》]?[(（](?:以下)?(?:简|下|又|通)称(?:为|[:：])? ?[“「『《]?(?P<short>[^()（）“”「」『』《》，。；\n]{2,16})[”」』》]?[)）]"
)


def _shorts(text: str, found: Iterable[Found]) -> dict[str, Found]:
    """Return the programmes by the short form that the text gives them in brackets: …工程(简称“百千万工程”)."""
    shorts: dict[str, Found] = {}
    for mention in found:
        if match := _CALLED.match(text, mention.end):
            shorts.setdefault(match["short"], mention)
    return shorts


def _in_full(one: Found, shorts: dict[str, Found]) -> Found:
    whole = shorts.get(one.name)
    return one if whole is None or one.rule == "programmes/known" else one._replace(name=whole.name, kind=whole.kind)


def _called(text: str, shorts: dict[str, Found]) -> Iterator[Found]:
    """Yield the mentions of short forms."""
    for at, short in occurrences(text, shorts):
        if len(short) > _KIND or text[at - 1] in "《“「":
            yield shorts[short]._replace(start=at, end=at + len(short))


_KIND = 2
"""A title's kind is its name in 《》 alone: 《规定》."""
_OF_DEEDS = ("工程", "行动", "计划")
_LONG, _LONG_STEM = 5, 6
_ONCE = frozenset({"programmes/known", "programmes/pair"})
"""Rules that find every mention themselves."""


_TERM = re.compile("十[一二三四五]五")
_OWN_PLAN = ("规划", "纲要", "计划")


def _with_place(text: str, found: Iterable[Found], places: Iterable[Place]) -> Iterator[Found]:
    """Yield the programmes, a plan of a term of years with the place or field right in front: [甘谷县“十三五”规划]."""
    ends = {place.end: place.start for place in places}
    for one in found:
        if _TERM.match(one.name) and one.name.endswith(_OWN_PLAN):
            opened = one.start - (text[one.start - 1 : one.start] in _OPENING)
            start = ends.get(opened, led_by(text, opened))
            if start < opened:
                yield one._replace(
                    start=start, name=plain(text[start : one.end]), kind="plan", rule="programmes/of_term"
                )
                continue
        yield one


def _longest(found: Iterable[Found]) -> list[Found]:
    """Return the mentions in order, of two that overlap the longer one."""
    kept: list[Found] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept
