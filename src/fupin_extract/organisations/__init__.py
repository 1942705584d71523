"""Organisations: every mention of a specific body, named or pointed at, with its kind and its name in this document.

Known bodies come from the list (`known`), those of rivers, armies and embassies from how they are called (`built`), bodies of a
place from their structure (`local`), companies and cooperatives from the proper name in front of what they are (`named`), and
what no rule can know from a tagger (`tagged`). Where mentions overlap the longest stays; nothing nested is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records import Organisation
from ..regions.names import occurrences
from ..regions.reading import is_inside, read_names
from ..text import is_furniture
from .built import built_bodies
from .knowledge import bodies, kind_of
from .known import known_bodies, with_part
from .local import local_bodies
from .mention import Mention, longest
from .named import named_bodies
from .names import called, resolve, short_mentions
from .tagged import tagged_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..regions.reading import Names
    from ..taggers import Tagger
    from ..text import Text

__all__ = ["bodies", "find_organisations"]

_HEAD = 400
_HOUSES = frozenset({"school", "hospital", "other"})
"""For these kinds, a listed or local body that ends at the same place supersedes the proper-name reading: 百年名校[武汉大学]."""
_OFFICES = ("办", "局", "厅")
_PUBLISHERS = frozenset({"government", "party"})
"""The kinds of bodies that publish on sites of their own: 来源：甘谷县扶贫开发办公室."""


def find_organisations(
    text: Text,
    names: Names | None = None,
    *,
    head: Text | None = None,
    source: str | None = None,
    tagger: Tagger | None = None,
) -> list[Organisation]:
    """Return the mentions of organisations in text order; none overlaps another.

    Args:
        text: the normalised text, the furniture of its page blanked.
        names: the places that it names, where they were read before (`regions.Survey.names`).
        head: the same text with its furniture, for the outlet that stands in it.
        source: the outlet that the head names; where it stands there it is a mention too.
        tagger: what finds names that no rule knows; it is called with the normalised text.

    >>> from fupin_extract.text import normalise
    >>> found = find_organisations(normalise("平凉市扶贫办和省检察院派出干部，市扶贫办主任说。"))
    >>> [(o.text, o.name, o.kind) for o in found]
    [('平凉市扶贫办', '平凉市扶贫办', 'government'), ('省检察院', '省检察院', 'government'), ('市扶贫办', '平凉市扶贫办', 'government')]
    """
    working = text.text
    names = names or read_names(working)
    places = sorted((*names.mentions, *names.bodies))
    listed = [*known_bodies(working), *built_bodies(working), *local_bodies(working, places)]
    ends = {mention.end for mention in listed}
    named = (m for m in named_bodies(working, places) if m.kind not in _HOUSES or m.end not in ends)
    found = longest(
        [
            *(with_part(working, mention) for mention in (*listed, *named)),
            *_outlets((head or text).text[:_HEAD], source),
        ]
    )
    found = [m for m in found if _is_titled(working, m) or not _in_title(m, names.titles)]
    if tagger is not None:
        found = longest([*found, *tagged_bodies(working, tagger(working), places, found)])
    found = longest([*found, *short_mentions(working, found), *called(working, found)])
    return [_record(text, mention) for mention in resolve(found)]


def _outlets(head: str, source: str | None) -> Iterator[Mention]:
    """Yield the outlets that the head of the text names."""
    for at, outlet in occurrences(head, [source]) if source else ():
        kind = "government" if outlet.endswith(_OFFICES) else kind_of(outlet)
        kind = kind if kind in _PUBLISHERS else "media"
        yield Mention(at, at + len(outlet), outlet, kind, "organisations/outlet")
    for mention in known_bodies(head):
        begin, end = head.rfind("\n", 0, mention.start) + 1, head.find("\n", mention.end)
        if mention.kind == "media" and not is_furniture(head[begin : end if end >= 0 else len(head)]):
            yield mention


def _is_titled(text: str, mention: Mention) -> bool:
    """Tell whether the whole title is an outlet's name: 在《人民日报》上发表."""
    return (
        mention.kind == "media"
        and text[mention.start - 1 : mention.start] == "《"
        and text.startswith("》", mention.end)
    )


def _in_title(mention: Mention, titles: tuple[tuple[int, int], ...]) -> bool:
    return is_inside(titles, mention.start, mention.end)


def _record(text: Text, mention: Mention) -> Organisation:
    span = text.span(mention.start, mention.end)
    return Organisation(span, text.source[span.start : span.end], mention.name, mention.kind, mention.rule)
