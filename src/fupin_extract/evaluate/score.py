"""Counts of right and wrong records, by the contract of ``corpus/GUIDE.md``."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from ..extractor import extract
from .baseline import naive_quantities
from .gold import (
    GoldDocument,
    GoldFact,
    GoldOrganisation,
    GoldProgramme,
    GoldQuantity,
    Marked,
    read_gold_folder,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from pathlib import Path

    from ..records import Document, Indicator

T = TypeVar("T", bound="Hashable")
TASKS = ("quantity", "baseline", "fact", "period", "region", "organisation", "programme", "mention")
PARTS = ("name", "kind", "where", "when", "status", "per", "against", "from", "whole")
"""The parts of a fact; a fact is right when unit, name, kind, where (region) and when (period) are."""
ATTRIBUTES = ("cmp", "bounds", *PARTS, "body_kind", "body_name", "programme_kind", "published", "focus", "source")


class Tally(Counter[tuple[str, str]]):
    """True and false positives and misses by task; right and all by attribute."""

    def prf(self, task: str) -> tuple[float, float, float]:
        """Return precision, recall and F1; 1.0 where nothing was to be found and nothing was."""
        tp, fp, fn = (self[task, k] for k in ("tp", "fp", "fn"))
        if not tp + fp + fn:
            return 1.0, 1.0, 1.0
        p = tp / (tp + fp) if tp + fp else 0.0
        r = tp / (tp + fn) if tp + fn else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    def rate(self, attribute: str) -> float:
        """Return the share that is right; 1.0 where there is none."""
        return self[attribute, "ok"] / self[attribute, "n"] if self[attribute, "n"] else 1.0

    def sets(self, task: str, found: set[T], gold: set[T]) -> None:
        """Count a task by its sets of answers."""
        self[task, "tp"] += len(found & gold)
        self[task, "fp"] += len(found - gold)
        self[task, "fn"] += len(gold - found)

    def check(self, attribute: str, right: bool) -> None:
        """Count one answer to a yes-or-no attribute."""
        self[attribute, "n"] += 1
        self[attribute, "ok"] += right


def score_folder(folder: Path) -> dict[str, tuple[Tally, list[str]]]:
    """Return, for each document of a gold folder, its counts and the list of its errors."""
    return {gold.name: score_document(gold) for gold in read_gold_folder(folder)}


def score_document(gold: GoldDocument) -> tuple[Tally, list[str]]:
    """Return the counts of one document, and each miss and false alarm as a readable line."""
    doc = extract(gold.text, published=gold.given_published)
    tally, errors = Tally(), list[str]()
    _score_quantities(gold, doc, tally, errors)
    if gold.facts is not None:
        _score_facts(gold, doc, tally, errors)
    if gold.periods is not None:
        found = [Marked(p.span.start, p.span.end, p.edtf) for p in doc.periods]
        _score_marks("period", gold, found, gold.periods, tally, errors)
    if gold.regions is not None:
        found = [Marked(r.span.start, r.span.end, r.name) for r in doc.regions]
        _score_marks("region", gold, found, gold.regions, tally, errors)
    if gold.organisations is not None:
        _score_organisations(gold, gold.organisations, doc, tally, errors)
    if gold.programmes is not None:
        _score_programmes(gold, gold.programmes, doc, tally, errors)
    for attribute, got, wanted in (
        ("published", doc.published, gold.published),
        ("focus", doc.focus_region.name if doc.focus_region else None, gold.focus_region),
        ("source", doc.source, gold.source),
    ):
        tally.check(attribute, got == wanted)
        if got != wanted:
            errors.append(f"{attribute:9} {got!r} for {wanted!r}")
    return tally, errors


def _score_quantities(gold: GoldDocument, doc: Document, tally: Tally, errors: list[str]) -> None:
    """Count the quantities that were found, strictly and beside the naive baseline, and tell of each error."""
    found = [
        GoldQuantity(q.span.start, q.span.end, q.value, q.base_unit, q.cmp, q.low, q.high, q.parts)
        for q in doc.quantities
    ]
    strict = {(q.start, q.end, q.value, q.base_unit): q for q in gold.quantities}
    answers = {(q.start, q.end, q.value, q.base_unit): q for q in found}
    tally.sets("quantity", set(answers), set(strict))
    tally.sets("baseline", {q[:4] for q in naive_quantities(gold.text)}, set(strict))
    _report("quantity", gold.text, set(answers), set(strict), lambda k: f"{k[2]} {k[3]}", errors)
    for key in sorted(answers.keys() & strict.keys()):
        got, wanted = answers[key], strict[key]
        tally.check("cmp", got.cmp == wanted.cmp)
        tally.check("bounds", (got.low, got.high, got.parts) == (wanted.low, wanted.high, wanted.parts))
        if got != wanted:
            errors.append(f"bounds    {_quote(gold.text, *key[:2])}: {_bounds(got)} for {_bounds(wanted)}")


def _score_facts(gold: GoldDocument, doc: Document, tally: Tally, errors: list[str]) -> None:
    """Count the gold facts that were found with name, kind, place and time right, and tell of each error."""
    units = {q.start: (q.value, q.base_unit) for q in gold.quantities}
    ends = {q.start: q.end for q in gold.quantities}
    answers = {i.quantity.span.start: i for i in doc.indicators}
    right = 0
    for fact in gold.facts or ():
        answer = answers.get(fact.start)
        parts = _parts(fact, answer) if answer else dict.fromkeys(PARTS)
        for part, wrong in parts.items():
            if part != "whole" or fact.whole is not None:
                tally.check(part, wrong == "")
        whole = answer and (answer.quantity.value, answer.quantity.base_unit) == units[fact.start]
        if whole and not any(parts[part] for part in ("name", "kind", "where", "when")):
            right += 1
            wrong = ""
        else:
            wrong = "; ".join(f"{part} {told}" for part, told in parts.items() if told) if answer else "no indicator"
        tally.update(
            (f"{part}: {told}", "confused") for part, told in parts.items() if told and part not in ("name", "whole")
        )
        if wrong:
            errors.append(f"fact      {_quote(gold.text, fact.start, ends[fact.start])} {fact.names[0]}: {wrong}")
    stated = {fact.start for fact in gold.facts or ()}
    for start, answer in answers.items():
        if start not in stated:
            errors.append(
                f"fact      {_quote(gold.text, start, answer.quantity.span.end)} {answer.name}: states nothing"
            )
    tally["fact", "tp"] += right
    tally["fact", "fp"] += len(answers) - right
    tally["fact", "fn"] += len(gold.facts or ()) - right


def _score_organisations(
    gold: GoldDocument, wanted: Iterable[GoldOrganisation], doc: Document, tally: Tally, errors: list[str]
) -> None:
    """Count the bodies that were found at their span, with their kinds and names, and tell of each error."""
    answers = {(o.span.start, o.span.end): o for o in doc.organisations}
    bodies = {(o.start, o.end): o for o in wanted}
    tally.sets("organisation", set(answers), set(bodies))
    _report("body", gold.text, set(answers), set(bodies), lambda k: gold.text[k[0] : k[1]], errors)
    for key in answers.keys() & bodies.keys():
        tally.check("body_kind", answers[key].kind == bodies[key].kind)
        tally.check("body_name", same_name(answers[key].name, [bodies[key].name]))


def _score_programmes(
    gold: GoldDocument, wanted: Sequence[GoldProgramme], doc: Document, tally: Tally, errors: list[str]
) -> None:
    """Count the programmes that were found, by any of their gold names, and tell of each error."""
    left, found = list(doc.programmes), 0
    for programme in wanted:
        names = {_NOT_IN_NAMES.sub("", name) for name in programme.names}
        answer = next((a for a in left if _NOT_IN_NAMES.sub("", a.name) in names), None)
        if answer is None:
            errors.append(f"programme missed {programme.names[0]}")
            continue
        left.remove(answer)
        found += 1
        tally.check("programme_kind", answer.kind == programme.kind)
    errors += [f"programme wrong  {answer.name}" for answer in left]
    tally["programme", "tp"] += found
    tally["programme", "fp"] += len(left)
    tally["programme", "fn"] += len(wanted) - found
    mine = {(span.start, span.end) for programme in doc.programmes for span in programme.mentions}
    theirs = {mention for programme in wanted for mention in programme.mentions}
    tally.sets("mention", mine, theirs)
    _report("mention", gold.text, mine, theirs, lambda k: gold.text[k[0] : k[1]], errors)


def _parts(fact: GoldFact, answer: Indicator) -> dict[str, str]:
    """Return each part with how it differs, ``""`` where it is right."""
    region = answer.region.name if answer.region else None
    return {
        "name": "" if same_name(answer.name, fact.names) else f"{answer.name!r} for {fact.names[0]!r}",
        "kind": _differs((answer.kind, answer.direction), (fact.kind, fact.direction)),
        "where": "" if same_place(region, fact.region) else _differs(region, fact.region),
        "when": _differs(answer.period and answer.period.edtf, fact.period),
        "status": _differs(answer.status, fact.status),
        "per": _differs(answer.per, fact.per),
        "against": _differs(answer.baseline and answer.baseline.edtf, fact.baseline),
        "from": _differs(answer.from_quantity and answer.from_quantity.span.start, fact.source),
        "whole": _differs(answer.part_of and answer.part_of.span.start, fact.whole),
    }


def _differs(got: object, wanted: object) -> str:
    return "" if got == wanted else f"{_told(got)} for {_told(wanted)}"


def _told(value: object) -> str:
    return " ".join(str(v) for v in value if v) if isinstance(value, tuple) else str(value)


_NOT_IN_NAMES = re.compile(r"[\s“”‘’\"'「」『』《》〈〉()（）、，,.·—\-+＋的]")
_ALIKE = 0.75


def same_name(name: str, accepted: Iterable[str]) -> bool:
    """Tell whether a name is one of those accepted: equal without marks, or three quarters of the characters shared."""
    mine = _NOT_IN_NAMES.sub("", name)
    for other in (_NOT_IN_NAMES.sub("", a) for a in accepted):
        shared = sum((Counter(mine) & Counter(other)).values())
        if mine and other and (mine == other or 2 * shared / (len(mine) + len(other)) >= _ALIKE):
            return True
    return False


def same_place(name: str | None, wanted: str | None) -> bool:
    """Tell whether two names of places are one: equal, or one with the places above in front."""
    if not name or not wanted:
        return not name and not wanted
    return name.endswith(wanted) or wanted.endswith(name)


def _score_marks(
    task: str, gold: GoldDocument, found: list[Marked], wanted: Iterable[Marked], tally: Tally, errors: list[str]
) -> None:
    tally.sets(task, set(found), set(wanted))
    _report(task, gold.text, set(found), set(wanted), lambda mark: str(mark[2]), errors)


def _report(task: str, text: str, found: set[T], gold: set[T], told: Callable[[T], str], errors: list[str]) -> None:
    for what, keys in (("missed", gold - found), ("wrong", found - gold)):
        for key in sorted(keys, key=lambda k: k[:2]):  # type: ignore[index]
            errors.append(f"{task:9} {what:6} {_quote(text, key[0], key[1])} = {told(key)}")  # type: ignore[index]


def _quote(text: str, start: int, end: int) -> str:
    around = f"{text[max(0, start - 12) : start]}[{text[start:end]}]{text[end : end + 8]}"
    return around.replace("\n", "⏎")


def _bounds(q: GoldQuantity) -> str:
    return f"{q.cmp} {q.low}..{q.high} {q.parts}"
