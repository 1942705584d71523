"""The command: measure the parts one after the other, print the tables, write JSON and the page of the docs."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from . import floors, growth, hostile, peers, report, stages, startup, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHARACTERS = 100_000
"""How much text is made for the speed of the whole."""


def machine() -> dict[str, Any]:
    """Return when, on what and with what a run is made."""
    from fupin_extract import __version__

    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return {
        "date": date.today().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "load": load,
        "library": __version__,
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        names = [
            line.partition(":")[2].strip() for line in told.read_text().splitlines() if line.startswith("model name")
        ]
        if names:
            return names[0]
    return platform.processor() or platform.machine()


def read_sets(sets: dict[str, list[str]], passes: int) -> dict[str, Any]:
    """Return the speed of the whole, of each stage and of the floors, for each set of texts."""
    from fupin_extract.taggers import embedded_tagger

    found: dict[str, Any] = {}
    stages.whole(texts.made(20_000, texts.SEED + 3), embedded_tagger)  # loads what a first call loads
    for name, documents in sets.items():
        characters = sum(map(len, documents))
        found[name] = {
            "documents": len(documents),
            "characters": characters,
            "rates": {
                "rules": characters / min(stages.whole(documents) for _ in range(passes)),
                "rules and tagger": characters / min(stages.whole(documents, embedded_tagger) for _ in range(passes)),
                **floors.floors(documents, passes),
            },
            "stages": stages.stages(documents),
            "stages_with_tagger": stages.stages(documents, embedded_tagger),
        }
    return found


def compared(folder: Path | None, seconds: float) -> list[dict[str, Any]]:
    """Return what `peers.compare` says on the texts of a folder, or on those of the corpus and as many that are made."""
    if folder:
        return peers.compare(folder, seconds)
    with TemporaryDirectory() as where:
        for k, text in enumerate([*texts.folder(texts.CORPUS), *texts.made(CHARACTERS)]):
            (Path(where) / f"{k:04}.txt").write_text(text, "utf-8")
        return peers.compare(Path(where), seconds)


def parts(folder: Path | None, *, quick: bool, largest: int | None) -> dict[str, Callable[[], Any]]:
    """Return what measures each part, by name, in the order of the report."""
    shipped = texts.folder(folder or texts.CORPUS)
    if quick:
        shipped = shipped[:12]
    made = texts.made(20_000 if quick else CHARACTERS)
    sets = {"texts of the folder" if folder else "corpus": shipped, "made": made}
    kinds = {"made": None, "texts of the folder" if folder else "corpus, repeated": str(folder or texts.CORPUS)}
    if quick:
        kinds = dict(list(kinds.items())[:1])
    top, limit = (100_000, 20.0) if quick else (10_000_000, 120.0)
    sizes = (1_000, 4_000) if quick else hostile.SIZES
    found: dict[str, Callable[[], Any]] = {
        "machine": machine,
        "startup": lambda: startup.startup(1 if quick else 5),
        "stages": lambda: read_sets(sets, 1 if quick else 3),
        "growth": lambda: {kind: growth.one_document(top, limit, source) for kind, source in kinds.items()},
        "documents": lambda: growth.many_documents(1_000 if quick else 100_000, 300.0),
        "hostile": lambda: hostile.survey((*sizes, *([largest] if largest else []))),
    }
    if not quick:
        found["peers"] = lambda: compared(folder, 8.0)
    return found


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=sys.modules["benchmarks"].__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="read the *.txt of this folder in the place of corpus/")
    parser.add_argument("--quick", action="store_true", help="small texts and no other tools: under a minute")
    parser.add_argument("--only", nargs="+", metavar="PART", help=f"only these parts of {', '.join(report.HEADINGS)}")
    parser.add_argument("--largest", type=int, metavar="N", help="read hostile texts of N characters too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument("--page", type=Path, metavar="FILE", help="put the tables into this page (docs/performance.md)")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Measure and report; return 1 where a bound is broken, 2 where a part has no such name."""
    args = arguments(given)
    wanted = parts(args.folder and args.folder.resolve(), quick=args.quick, largest=args.largest)
    if unknown := set(args.only or ()) - set(wanted):
        print(f"no such part: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    results: report.Results = {}
    for name, measure in wanted.items():
        if args.only and name not in ("machine", *args.only):
            continue
        start = time.perf_counter()
        results[name] = measure()
        print(report.page({name: results[name]}), flush=True)
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    if args.json:
        args.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8", errors="replace")
    if args.page:
        args.page.write_text(report.renewed(args.page.read_text("utf-8"), results), "utf-8")
    broken = report.broken(results)
    print("\n".join(broken) or "No bound is broken.")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
