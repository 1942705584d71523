"""The figures as tables in Markdown, one part after the other, and the page of the docs that holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .growth import LEAST_SPEED
from .hostile import BOUND, GROWN, beyond

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Results = dict[str, Any]
MEASURED = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end of what is measured -->)", re.DOTALL)
"""What a run replaces in the page."""
SMALL = 0.005
"""Stages that take a smaller part of the time are left out of the table."""
OTHERS = 10
"""How many hostile inputs within the bounds the table shows, the slowest."""


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown; the first column is text, the others are figures."""
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}"]
    # A | in a cell would part it, also within `code`.
    lines += [f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines)


def rate(value: float | None) -> str:
    """Return characters a second in thousands or millions."""
    if value is None:
        return "–"
    return f"{value / 1e6:.2f} M" if value >= 1e6 else f"{value / 1e3:.0f} k"


def times(value: float | None) -> str:
    """Return how many times, with as many places as matter."""
    if value is None:
        return "–"
    return f"{value:.0f}×" if value >= 10 else f"{value:.1f}×" if value >= 0.95 else f"{value:.2f}×"


def seconds(value: float | None) -> str:
    """Return seconds as milliseconds below one."""
    if value is None:
        return "–"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1e3:.1f} ms" if value < 0.01 else f"{value * 1e3:.0f} ms"


def memory(value: float | None) -> str:
    """Return megabytes."""
    return "–" if value is None else f"{value:.0f} MB"


def amount(size: int) -> str:
    """Return bytes as KB or MB."""
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1_000} KB"


def machine(found: Results) -> str:
    """Return when and on what a run was made."""
    return (
        f"{found['date']}, {found['processor']}, {found['cores']} cores, {found['system']}, Python {found['python']}, "
        f"load {found['load']}; fupin_extract {found['library']}."
    )


def startup(found: Results) -> str:
    """Return the table of first calls and memory."""
    return table(
        ("until the first record", ""),
        [(name, memory(value) if name.startswith("memory") else seconds(value)) for name, value in found.items()],
    )


def speed(found: Results) -> str:
    """Return the table of the whole: the library and the floors, for each set of texts."""
    sets = list(found)
    names = list(found[sets[0]]["rates"])
    first = found[sets[0]]["rates"]
    floors = [name for name in names if name not in ("rules", "rules and tagger")]
    rows = [
        (name, *(rate(found[texts]["rates"][name]) for texts in sets), times(first[name] / first["rules"]))
        for name in ("rules", "rules and tagger", *floors)
    ]
    sizes = ", ".join(
        f"{name}: {one['documents']} texts, {one['characters']} characters" for name, one in found.items()
    )
    return table(("characters a second", *sets, f"{sets[0]}, rules = 1"), rows) + f"\n\n{sizes}."


def stages(found: Results, kind: str) -> str:
    """Return the table of what each stage takes (``stages`` or ``stages_with_tagger``), for each set of texts."""
    sets = list(found)
    rows = []
    for name in [
        name for name, took in found[sets[0]][kind].items() if took >= SMALL * sum(found[sets[0]][kind].values())
    ]:
        cells: list[str] = []
        for one in found.values():
            took = one[kind].get(name, 0.0)
            cells += [f"{took / sum(one[kind].values()):.1%}", rate(one["characters"] / took) if took > 0.0005 else "–"]
        rows.append((f"`{name}`" if name.isidentifier() else name, *cells))
    heads = [head for texts in sets for head in (f"{texts}: of the time", "characters a second")]
    return table(("stage" if kind == "stages" else "stage, with the tagger", *heads), rows)


def whole_and_stages(found: Results) -> str:
    """Return the tables of the whole beside the floors, and of the stages without and with the tagger."""
    return "\n\n".join((speed(found), stages(found, "stages"), stages(found, "stages_with_tagger")))


def one_document(found: Results) -> str:
    """Return the table of growth with the length of one document, for each kind of text."""
    parts = []
    for kind, one in found.items():
        rows = [(amount(rung["bytes"]), rate(rung["rate"]), memory(rung.get("memory"))) for rung in one["rungs"]]
        pieces = one["pieces"]
        rows.append(
            (f"the same in pieces of {amount(pieces['bytes'])}", rate(pieces["rate"]), memory(pieces.get("memory")))
        )
        ratio = one["ratio"]
        told = f"not read in {one['limit']:.0f} s" if ratio is None else f"{ratio:.0%} of the speed of the pieces"
        parts.append(
            table((f"one document, {kind}", "characters a second", "peak of memory"), rows)
            + f"\n\nThe largest: {told}; wanted are {LEAST_SPEED:.0%}."
        )
    return "\n\n".join(parts)


def many_documents(found: list[Results]) -> str:
    """Return the table of growth with the number of documents."""
    rows = [(f"{one['documents']:,}", rate(one["rate"]), memory(one.get("memory"))) for one in found]
    return table(("documents of a sentence", "characters a second", "peak of memory"), rows)


def hostile(found: Results) -> str:
    """Return the table of hostile texts: those beyond the bounds, and the slowest of the others."""
    inputs = found["inputs"]
    slow = [name for name in inputs if beyond(inputs[name])]
    shown = slow + [name for name in inputs if name not in slow][:OTHERS]
    heads = [f"{size // 1000}k characters" for size in found["sizes"]]
    rows = [(_code(name), *_ratios(inputs[name], len(heads)), inputs[name].get("guilty", "")) for name in shown]
    return (
        f"{len(inputs)} inputs, {len(slow)} of them take more than {BOUND:.0f} times as long a character as ordinary text "
        f"({rate(found['ordinary'])} characters a second), or {GROWN:.0f} times as long at the largest size as at the least.\n\n"
        + table(("time a character, ordinary text = 1", *heads, "where the time goes"), rows)
    )


def _ratios(found: Results, count: int) -> list[str]:
    """Return the ratios of a hostile text as told, one for each size."""
    told = [_ratio(ratio) for ratio in found["ratios"]]
    return [*told, *["raised"] * (count - len(told))]


def _code(name: str) -> str:
    return re.sub(r"^('.*'|\".*\")(?= again)", lambda m: f"`` {m[0]} ``" if "`" in m[0] else f"`{m[0]}`", name)


def _ratio(value: float | None) -> str:
    return "given up" if value is None else times(value)


def peers(found: list[Results]) -> str:
    """Return the tables of the tools, by kind of record, each beside the library's own finder and its whole."""
    whole = next(row.get("rate") for row in found if row["kind"] == "all")
    parts = []
    for kind in dict.fromkeys(row["kind"] for row in found if row["kind"] != "all"):
        of_kind = [row for row in found if row["kind"] == kind]
        own = of_kind[0].get("rate")
        rows = [_peer(row, own, whole) for row in of_kind]
        heads = (
            kind,
            "version",
            "characters a second",
            "found in 1,000 characters",
            "until the first",
            "memory",
            "finder / it",
            "extract / it",
        )
        parts.append(table(heads, rows))
    return "\n\n".join(parts)


def _peer(row: Results, own: float | None, whole: float | None) -> tuple[str, ...]:
    version = row["version"] or "–"
    if "failed" in row:
        return row["name"], version, row["failed"], "", "", "", "", ""
    found = f"{1000 * row['found'] / row['characters']:.1f}"
    return (
        row["name"],
        version,
        rate(row["rate"]),
        found,
        seconds(row["ready"]),
        memory(row["memory"]),
        times(own / row["rate"]) if own else "–",
        times(whole / row["rate"]) if whole else "–",
    )


PARTS: dict[str, Callable[[Any], str]] = {
    "machine": machine,
    "startup": startup,
    "stages": whole_and_stages,
    "growth": one_document,
    "documents": many_documents,
    "hostile": hostile,
    "peers": peers,
}
HEADINGS = {
    "machine": "The run",
    "startup": "Until the first record",
    "stages": "The whole, its stages and the floors",
    "growth": "Growth with the length of one document",
    "documents": "Growth with the number of documents",
    "hostile": "Hostile texts",
    "peers": "Beside other tools",
}


def page(results: Results) -> str:
    """Return the tables of all parts that were measured."""
    return "\n\n".join(f"## {HEADINGS[name]}\n\n{PARTS[name](found)}" for name, found in results.items()) + "\n"


def renewed(written: str, results: Results) -> str:
    """Return the page of the docs with the tables of a run in the place of those before.

    Raises:
        ValueError: the page has no place for them.
    """
    if not MEASURED.search(written):
        raise ValueError("the page has no lines <!-- measured --> and <!-- end of what is measured -->")
    return MEASURED.sub(lambda _: "\n" + page(results) + "\n", written, count=1)


def broken(results: Results) -> list[str]:
    """Return a line for each bound that a run found broken."""
    lines = []
    for kind, one in results.get("growth", {}).items():
        if one["ratio"] is None or one["ratio"] < LEAST_SPEED:
            told = (
                "was not read to the end"
                if one["ratio"] is None
                else f"has {one['ratio']:.0%} of the speed of its pieces"
            )
            lines.append(f"growth: the largest document ({kind}) {told}")
    for name, one in results.get("hostile", {}).get("inputs", {}).items():
        if beyond(one):
            lines.append(f"hostile: {name}: {', '.join(_ratios(one, len(results['hostile']['sizes'])))}")
    return lines
