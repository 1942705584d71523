"""The full name of each mention, as its document resolves it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ..regions.gazetteer import gazetteer
from ..regions.names import occurrences
from ..words import words
from .knowledge import proper
from .mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SUFFIXES = (
    "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "集团公司", "股份公司", "公司", "集团",
    "农民专业合作社", "专业合作社", "合作社", "联合社",
)  # fmt: skip
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "股份公司")
_SHORTEST = 2
_SHORTEST_WITH_PLACE = 4
_BRAND = re.compile('[”"」]?(?:牌(?!子)|品牌|商标|社区|小区|小学|中学|幼儿园|[村镇乡路街](?!民|里|上))')
"""With these behind it a short name is that of goods or of a place: “瑞禾”[品牌], 旺家[社区]."""
_PLACE_LIKE = tuple("滩峡河江山湖沟岭川原坝湾镇村寨岛海洲洞坡垭坪峪塬")


def resolve(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with their names in full: 市委 where the text has 平凉市委, not where it has two of them."""
    full: dict[str, set[str]] = {}
    for mention in mentions:
        if not mention.pointed and mention.rest:
            full.setdefault(mention.rest, set()).add(mention.name)
    longer = _longer(mentions)
    resolved = []
    for mention in mentions:
        if mention.kind == "company" and len(whole := longer.get(mention.name, ())) == 1:
            mention = mention._replace(name=next(iter(whole)))
        if mention.pointed:
            level = mention.name[: len(mention.name) - len(mention.rest)]
            candidates = [
                name for name in full.get(mention.rest, ()) if name.removesuffix(mention.rest).endswith(level)
            ]
            if len(candidates) == 1:
                mention = mention._replace(name=candidates[0])
        resolved.append(mention)
    return resolved


def _longer(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """Return the full names of companies by what they end in without their form: 三峡集团 for 中国长江三峡集团有限公司."""
    longer: dict[str, set[str]] = {}
    for mention in mentions:
        name = _without_form(mention.name) if mention.kind == "company" else mention.name
        for at in range(len(name) - _SHORTEST_WITH_PLACE + 1 if name != mention.name else 0):
            longer.setdefault(name[at:], set()).add(mention.name)
    return longer


def _without_form(name: str) -> str:
    return name.removesuffix(next((form for form in _FORMS if name.endswith(form)), ""))


def short_mentions(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the short forms of companies and cooperatives that the text names in full: 佳农 for 佳农牧业有限公司."""
    firms: dict[str, Mention] = {}
    for mention in mentions:
        if core := _core(mention):
            firms.setdefault(core, mention)
    ordered = sorted((m.start, m.end) for m in mentions)
    for at, core in occurrences(text, firms):
        before = bisect_right(ordered, (at, len(text)))
        if _BRAND.match(text, at + len(core)) or (before and ordered[before - 1][1] > at):
            continue
        mention = firms[core]
        end = at + len(core)
        for word in _behind(mention.name, core):  # 瑞禾[农业]
            if not text.startswith(word, end):
                break
            end += len(word)
        yield Mention(at, end, mention.name, mention.kind, "organisations/short")


_CALLED = re.compile(
    r"[(（](?P<said>(?:以下)?(?:简|下|又|通)称(?:为|[:：])? ?)?[“「『\"]?(?P<short>[一-鿿A-Za-z]{2,10})[”」』\"]?[)）]"
)


def called(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of the short form that stands in brackets behind a body's name: 香港社区组织协会(社协), …(以下简称“联社”)."""
    shorts: dict[str, Mention] = {}
    for mention in mentions:
        match = _CALLED.match(text, mention.end)
        if match and (match["said"] or _is_of(match["short"], mention.name)):
            shorts.setdefault(match["short"], mention)
    taken = sorted((m.start, m.end) for m in mentions)
    for at, short in occurrences(text, shorts):
        before = bisect_right(taken, (at, len(text)))
        if (before and taken[before - 1][1] > at) or text.startswith(_MORE, at + len(short)):
            continue
        body = shorts[short]
        yield Mention(at, at + len(short), body.name, body.kind, "organisations/short", known=body.known)


_MORE = ("会员", "员工")


def _is_of(short: str, name: str) -> bool:
    """Tell whether a short form takes its characters from the name in their order, and is no word."""
    rest = iter(name)
    return len(short) < len(name) and short not in words().entries and all(char in rest for char in short)


def _behind(name: str, core: str) -> list[str]:
    """Return the words of a firm's name between its proper part and its form."""
    whole = _without_form(name)
    return [word.text for word in words().cut(whole, whole.find(core) + len(core), len(whole))]


def _is_own(word: str) -> bool:
    return not any(word in sort for sort in (proper().business, proper().generic, proper().ordinary, proper().stops))


def _core(mention: Mention) -> str | None:
    """Return the proper part of a company's name where no common word is that part; a cooperative's is mostly its village."""
    if mention.rule not in ("organisations/named", "organisations/tagged") or mention.kind != "company":
        return None
    name = mention.name
    suffix = next((s for s in _SUFFIXES if name.endswith(s)), "")
    first = max(mention.place_end - mention.start, len("中国") if name.startswith(("中国", "国家")) else 0)
    cut = words().cut(name, first, len(name) - len(suffix))
    runs, run = [], ""
    for word in cut:
        if len(word.text) == 1:
            run += word.text
        else:
            runs.append(run)
            run = ""
    runs.append(run)
    core = max(runs, key=len)
    if core.endswith(_PLACE_LIKE):
        return None  # 三峡集团 is not every 三峡
    if core in gazetteer().by_short or core in gazetteer().by_name:
        core = name[name.index(core) :].removesuffix(suffix)  # 中国石油吉林石化公司 is 吉林石化, not every 吉林
        if len(core) < _SHORTEST_WITH_PLACE:
            return None
    elif core and name.startswith(cut[0].text + core, first) and len(cut[0].text) == _SHORTEST and _is_own(cut[0].text):
        core = cut[0].text + core  # 女娲茗茶有限公司 is 女娲茗茶
    return core if len(core) >= _SHORTEST and suffix else None
