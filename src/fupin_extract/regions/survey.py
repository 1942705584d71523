"""The order of the steps: read the names, weigh them for the focus, resolve what is pointed at, make the records."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..patterns import compile_han
from ..records import Region
from ..text import normalise
from .deixis import COUNTRY_PATH, LEVEL_OF, Path, Pointer, Scene, find_pointers, is_kind, of_kind, resolve
from .focus import EVERYWHERE, NO_HEADLINE, Headline, find_focus, first_central
from .gazetteer import COUNTRY, gazetteer, names_of
from .knowledge import public_body, short_forms, telling_words
from .reading import Names, is_inside, read_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..text import Text
    from .mention import Mention


_LINE_BREAK = re.compile("\n")


class Survey(NamedTuple):
    """What a text says of places, read once for all who ask.

    Attributes:
        names: the places that it names, for the finders of bodies and programmes.
        regions: the mentions of places, named or pointed at, in text order; none overlaps another.
        seats: the places in the names of its public bodies, in text order: not mentions, but where the bodies' deeds are done.
        places_of_bodies: those in the names of bodies of any kind: where the people who speak for them are.
        about: the place that the text is about, None where it names none, or no single one.
    """

    names: Names
    regions: list[Region]
    seats: list[Region]
    places_of_bodies: list[Region]
    about: Path | None


def survey_places(
    text: Text, title: str | None = None, *, published: date | None = None, source: str | None = None
) -> Survey:
    """Return what a text says of places.

    Args:
        text: the normalised text.
        title: its headline; a place in it weighs more.
        published: when it was published, for names that places had at the time.
        source: the outlet: 全省 in a text of 河南日报 that names no province itself is 河南省.

    >>> from fupin_extract.text import normalise
    >>> survey = survey_places(normalise("平凉市扶贫办投入5亿元，甘谷县农商银行经理说。"))
    >>> [r.name for r in survey.seats], [r.name for r in survey.places_of_bodies]
    (['平凉市'], ['平凉市', '甘谷县'])
    """
    names = read_names(text.text, published.year if published else None)
    pointers, about = _pointed_and_about(text.text, names, title, published.year if published else None, source)
    bodies = [(m, _named(text, m, names_of(m.path))) for m in names.bodies]
    seats = [region for m, region in bodies if _is_seat(text.text, m)]
    return Survey(names, _regions(text, names, pointers, about), seats, [region for _, region in bodies], about)


def find_regions(
    text: Text, title: str | None = None, *, published: date | None = None, source: str | None = None
) -> list[Region]:
    """Return the mentions of places in text order; none overlaps another. The arguments are those of `survey_places`.

    >>> from fupin_extract.text import normalise
    >>> regions = find_regions(normalise("甘肃陇南两当县金洞乡，全县有贫困村42个。"))
    >>> [(r.text, r.name, r.level) for r in regions]
    [('甘肃陇南两当县金洞乡', '金洞乡', 'township'), ('全县', '两当县', 'county')]
    """
    return survey_places(text, title, published=published, source=source).regions


def focus_region(text: Text, survey: Survey, regions: Sequence[Region] | None = None) -> Region | None:
    """Return the place that the text is about, None where it names none, or no single one.

    The focus is the first of the mentions that means this place. Where only a body carries it (平凉市扶贫办), the record points
    at the place inside the body's name.

    Args:
        text: the normalised text.
        survey: what it says of places.
        regions: the mentions that are records of the document, where these are not all of the survey's.
    """
    if survey.about is None:
        return None
    names = names_of(survey.about)
    for implied in (False, True):
        for region in survey.regions if regions is None else regions:
            if region.path == names and bool(region.implied) == implied:
                return region
    for region in survey.places_of_bodies:
        if region.path == names:
            return region
    for mention in (*survey.names.mentions, *survey.names.bodies):
        if tuple(p.name for p in mention.path[: len(names)]) == names:
            return _record(text, mention.start, mention.end, survey.about, ("name",), "regions/focus")
    told = telling_words()[0].search(text.text) if len(survey.about) == 1 else None
    start, end = told.span() if told else first_central(text.text) or (0, 0)
    return _record(text, start, end, survey.about, ("name",), "regions/focus")


def _regions(text: Text, names: Names, pointers: Sequence[Pointer], about: Path | None) -> list[Region]:
    """Return the mentions of places as records, named or pointed at, in text order."""
    paths: dict[int, tuple[str, ...]] = {}
    found = []
    for mention in names.mentions:
        if (path := paths.get(id(mention.path))) is None:
            path = paths[id(mention.path)] = names_of(mention.path)
        found.append(_named(text, mention, path))
    scene = _scene(text.text, names, pointers, about) if any(p.kind != "国" for p in pointers) else None
    for pointer in pointers:
        if pointer.kind == "国" or scene is None:
            found.append(_of_country(text, pointer))
            continue
        place = resolve(pointer, scene, text.text)
        if place is not None or (pointer.manner != "inside" and pointer.kind not in "盟旗台"):
            found.append(_pointed(text, pointer, place))
    found.sort(key=_span)
    return found


def _is_seat(text: str, body: Mention) -> bool:
    """Tell whether the deeds of a body are done at the place in its name: of a public one, or where somebody visits it."""
    return (
        public_body().match(text, body.end) is not None
        or body.place.level in ("township", "village")
        or _VISITED.search(text, max(0, body.start - 3), body.start) is not None
    )


_VISITED = re.compile(r"(?:走进|来到|[^存现实潜所]在)$|(?:^|[。，\n])在$")
"""What stands in front of a body where the text tells of what is there: 在[甘谷县]中心医院，每天有病人90多人."""


def _pointed_and_about(
    text: str, names: Names, title: str | None, year: int | None, source: str | None
) -> tuple[list[Pointer], Path | None]:
    """Return what a text points at (全市, 我省), and the place that it is about."""
    taken = sorted((*names.mentions, *names.bodies))
    pointers = find_pointers(text, taken, _country_goes_on)
    if names.titles:
        pointers = [p for p in pointers if not is_inside(names.titles, p.start, p.end)]
    span = _title_span(text, title, names.mentions)
    headline = _headline(title, year, names.mentions) if title and span == (0, 0) else NO_HEADLINE
    about = tuple(m for m in names.mentions if m.start >= span[1] or not text.startswith(_ONE_OF_ITS, m.end))
    focus = find_focus(text, about, names.bodies, pointers, span, headline)
    if title and focus != COUNTRY_PATH and (inside := _in_headline(normalise(title).text, names.mentions, focus)):
        focus = inside
    if source is not None and (focus is None or not _told_in(span, headline, names.mentions)):
        own = pointers if focus is None else [p for p in pointers if p.manner == "own"]
        home = _home_of(source, own, year)
        focus = home if home and (focus is None or focus[: len(home)] != home) else focus
    if (
        source is not None
        and source.endswith(_OFFICES)
        and (focus is None or not _told_in(span, headline, names.mentions))
    ):
        seat = _seat_of(source, year, names.mentions)
        focus = seat if seat and (focus is None or _tells_of_several(names.mentions, seat, focus)) else focus
    known = [m for m in names.mentions if m.known]
    behind = not headline.paths and (not known or known[0].start > _head_end(text))
    if focus is None or behind:
        told = _told_by_words(text, _WORDS if focus is None else _SURELY)
        if told and any(m.path[0] != told[0] for m in known):
            told = _told_by_words(text, _SURELY) if behind else None
        focus = told if told and (focus is None or focus[0] != told[0]) else focus
    return list(pointers), focus


_WORDS, _SURELY = 2, 3
"""So many words of one place tell of it where no place is named, and where others are named only behind the first paragraph."""


def _head_end(text: str) -> int:
    """Return the end of the title and the first paragraph behind it."""
    head = _HEAD.match(text)
    return head.end() if head else len(text)


_HEAD = re.compile(r"(?:[^\n]{1,50}\n)?(?:[^\n]{0,29}\n){0,9}[^\n]{30,}")


def _told_by_words(text: str, least: int) -> Path | None:
    """Return the place of so many words of the text that no other place has (社會福利署, 綜援): readers there need no name."""
    pattern, whose = telling_words()
    said: dict[str, set[str]] = {}
    for match in pattern.finditer(text):
        words = said.setdefault(whose[match[0]], set())
        words.add(match[0])
        if len(words) >= least:
            return (gazetteer().by_name[whose[match[0]]][0],)
    return None


def _told_in(title: tuple[int, int], headline: Headline, mentions: Sequence[Mention]) -> bool:
    """Tell whether a headline names a place: then the text may tell of another than the outlet's own."""
    return bool(headline.paths) or any(title[0] <= m.start < title[1] for m in mentions)


def _in_headline(title: str, mentions: Sequence[Mention], focus: Path | None) -> Path | None:
    """Return the township or village of the text that the headline calls by its name alone, inside what the text is about.

    太麻里合作社; of a village the headline must open with it: 蕨坝：山寨换了调子.
    """
    topic = _TOPIC.match(title)
    for mention in mentions:
        name = mention.place.name
        path = (*(focus or ()), *mention.path) if len(mention.path) == 1 else mention.path
        within = focus is None or (path[: len(focus)] == focus and len(path) > len(focus))
        level = mention.place.level
        settled = focus is not None and focus[-1].level in ("township", "village")  # 化屋村：从“悬崖村”到“网红村”
        if level == "village" and name in title and len(mention.path) == 1 and focus is not None and not settled:
            return path  # a village of the headline whose own place the text does not tell
        if not within or name in title:
            continue
        if level == "township" and len(name) > _STEM and name[:-1] in title:
            return path
        if level == "village" and topic and topic["name"] == name.removesuffix("村"):
            return path
    return None


_STEM = 3
_TOPIC = compile_han(r"(?:[【\[][^】\]\n]{2,12}[】\]] *)?(?P<name>[一-鿿]{2,4}) ?:")


def _home_of(source: str, pointers: Sequence[Pointer], year: int | None) -> Path | None:
    """Return the place in the outlet's name that the text points at: of 河南日报 the province, where it says 我省."""
    outlet = _PAPER.sub("", normalise(source).text)
    names = read_names(outlet, year)
    home = next((m.path for m in sorted((*names.mentions, *names.bodies)) if m.start == 0), None)
    kinds = [p.kind for p in pointers if p.manner in ("own", "whole")]
    pointed = (of_kind(home, kind) for kind in kinds) if home else ()
    return next((path for path in pointed if path is not None), None)


def _tells_of_several(mentions: Sequence[Mention], seat: Path, focus: Path) -> bool:
    """Tell whether an office's text is about its own place and not the one part of it that is named most: 8个县…审计结果."""
    depth = len(seat)
    parts = {m.path[depth] for m in mentions if m.known and len(m.path) > depth and m.path[:depth] == seat}
    return len(focus) > depth and focus[:depth] == seat and len(parts) > 1


def _seat_of(source: str, year: int | None, mentions: Sequence[Mention]) -> Path | None:
    """Return the place of the office that issued a text, where the text names no place elsewhere."""
    names = read_names(normalise(source).text, year)
    home = next((m.path for m in sorted((*names.mentions, *names.bodies)) if m.start == 0 and m.known), None)
    apart = home is None or any(m.known and m.path[0] != home[0] for m in mentions)
    return None if apart else home


_OFFICES = ("局", "厅", "办", "委", "政府", "办公室", "委员会", "廳", "辦", "辦公室", "委員會")
_PAPER = re.compile("(?:日报|晚报|晨报|商报|经济报|农民报|农村报|新闻网|网|卫视|广播电视台)$")


def _headline(title: str, year: int | None, mentions: Sequence[Mention]) -> Headline:
    """Read a headline that stands apart from the text."""
    working = normalise(title).text
    names = read_names(working, year)
    taken = sorted((*names.mentions, *names.bodies))
    nation = sum(p.kind == "国" for p in find_pointers(working, taken, _country_goes_on)) + working.count(EVERYWHERE)
    whole = {m.place.name: m.path for m in mentions if m.place.level in ("township", "village")}
    about = [m for m in taken if m.known and not working.startswith(_ONE_OF_ITS, m.end)]
    paths = (whole.get(m.place.name, m.path) for m in about)
    return Headline(tuple(path for path in paths if path[0].level == "province"), nation)


_ONE_OF_ITS = (
    "贫困县",
    "小县",
    "山区县",
    "农业县",
    "一个县",
    "一县",
    "某县",
    "山村",
    "贫困村",
    "小村",
    "一个村",
    "一村",
)
"""What follows a place in a headline that is about a smaller place in it: 一个贵州[贫困县]的农民."""


def _country_goes_on(text: str, start: int) -> bool:
    known, behind = short_forms(), start + 2
    return (
        text.startswith("中国", start)
        and text.startswith(known.not_before_country.get(text[behind : behind + 1], "\0"), behind)
        and not text.startswith(known.country_but, behind)
    )


def _title_span(text: str, title: str | None, mentions: Sequence[Mention]) -> tuple[int, int]:
    """Return where the headline stands, or its subtitle where that names the place."""
    if not title:
        return (0, 0)
    title = normalise(title).text  # as the working text has it: simplified, its marks folded
    start = text.find(title)
    if start < 0:
        return (0, 0)
    subtitle = _SUBTITLE.match(text, start + len(title))
    if subtitle and any(subtitle.start() < m.start < subtitle.end() for m in mentions):
        return subtitle.span()  # 搬出高寒处 拉萨有新家 / ——荣玛乡生态搬迁见闻
    return (start, start + len(title))


_SUBTITLE = re.compile(r"\s{0,9}?\n[ \u3000]*[—-]{1,3}[^\n。]{4,50}(?=\n)")


def _may_be_of(pointer: Pointer, about: Path | None) -> bool:
    """Tell whether a pointer may mean what the text is about: 全乡 is none in a text about a county."""
    return pointer.kind not in "村乡镇" or about is None or is_kind(about[-1], pointer.kind)


def _scene(text: str, names: Names, pointers: Sequence[Pointer], about: Path | None) -> Scene:
    known = sorted(m for m in (*names.mentions, *names.bodies) if m.known or m.place.level in ("township", "village"))
    breaks = [match.start() for match in _LINE_BREAK.finditer(text)]
    pointed = [p.start for p in pointers if p.manner in ("whole", "own") and _may_be_of(p, about)]
    return Scene([m.start for m in known], [m.path for m in known], breaks, about, pointed)


_span = attrgetter("span")


def _named(text: Text, mention: Mention, names: tuple[str, ...]) -> Region:
    span, place = text.span(mention[0], mention[1]), mention[2][-1]
    return Region(span, text.source[span[0] : span[1]], place[1], place[2], place[0] or None, names, (), mention[3])


def _of_country(text: Text, pointer: Pointer) -> Region:
    span = text.span(pointer[0], pointer[1])
    surface = text.source[span[0] : span[1]]
    if text.text.startswith(COUNTRY, pointer[0]):
        return Region(span, surface, COUNTRY, "country", None, (COUNTRY,), (), "regions/full_name")
    return Region(span, surface, COUNTRY, "country", None, (COUNTRY,), ("name",), "regions/deixis")


def _pointed(text: Text, pointer: Pointer, path: Path | None) -> Region:
    if path is not None:
        return _record(text, pointer.start, pointer.end, path, ("name",), "regions/deixis")
    span = text.span(pointer.start, pointer.end)
    surface = text.source[span.start : span.end]
    return Region(span, surface, None, LEVEL_OF[pointer.kind], None, (), ("name",), "regions/deixis")


def _record(text: Text, start: int, end: int, path: Path, implied: tuple[str, ...], rule: str) -> Region:
    span, place = text.span(start, end), path[-1]
    surface = text.source[span.start : span.end]
    return Region(span, surface, place.name, place.level, place.code or None, names_of(path), implied, rule)
