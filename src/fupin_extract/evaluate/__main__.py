"""The command: ``python -m fupin_extract.evaluate FOLDER…``, also ``fupin-extract eval FOLDER…``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .score import ATTRIBUTES, TASKS, Tally, score_folder


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of gold folders; return 0, or 2 where a folder cannot be read."""
    options = _parser().parse_args(arguments)
    rows: dict[str, Tally] = {}
    total = Tally()
    for folder in options.folders:
        try:
            scored = score_folder(folder)
        except (OSError, ValueError) as error:
            print(f"fupin-extract eval: {error}", file=sys.stderr)
            return 2
        for name, (tally, errors) in scored.items():
            rows[f"{folder.name}/{name}"] = tally
            total.update(tally)
            if options.errors and errors:
                print(f"== {folder.name}/{name}", *errors, sep="\n")
    rows["all"] = total
    if options.json:
        print(json.dumps({name: figures(t) for name, t in rows.items()}, indent=1))
    else:
        print(_table(rows), _confusions(total), sep="\n")
    return 0


def figures(tally: Tally) -> dict[str, float]:
    """Return precision, recall, F1 and false alarms of each task, the share right of each attribute, to four places."""
    found = {}
    for task in TASKS:
        for name, value in zip(("precision", "recall", "f1"), tally.prf(task), strict=True):
            found[f"{task}_{name}"] = round(value, 4)
        found[f"{task}_wrong"] = tally[task, "fp"]
    return found | {a: round(tally.rate(a), 4) for a in ATTRIBUTES}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fupin-extract eval", description="Score the library on gold folders.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="a folder of NAME.txt and NAME.gold")
    parser.add_argument("--errors", action="store_true", help="print every miss and false alarm")
    parser.add_argument("--json", action="store_true", help="print figures for a program")
    return parser


def _table(rows: dict[str, Tally]) -> str:
    width = max(map(len, rows)) + 2
    heads = "".join(f"{t:>20}" for t in TASKS) + "".join(f"{a:>11}" for a in ATTRIBUTES)
    lines = [f"{'F1 (precision/recall)':{width}}{heads}"]
    for name, tally in rows.items():
        cells = [f"{f:.3f} ({p:.2f}/{r:.2f})" for p, r, f in (tally.prf(t) for t in TASKS)]
        rates = [f"{tally.rate(a):.3f}" for a in ATTRIBUTES]
        lines.append(f"{name:{width}}" + "".join(f"{c:>20}" for c in cells) + "".join(f"{r:>11}" for r in rates))
    return "\n".join(lines)


_COMMONEST = 12


def _confusions(total: Tally) -> str:
    """Return the commonest confusions of the parts of facts, most often first."""
    counted = sorted(((n, what) for (what, key), n in total.items() if key == "confused"), key=lambda c: (-c[0], c[1]))
    lines = [f"{n:6}  {what}" for n, what in counted[:_COMMONEST]]
    return "\n".join(["", "commonest confusions (got for gold)", *lines]) if lines else ""


if __name__ == "__main__":
    sys.exit(main())
