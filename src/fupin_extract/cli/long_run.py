"""Many texts to a file of rows: progress while it runs, what it came to at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .messages import complain

if TYPE_CHECKING:
    import argparse
    from collections import Counter
    from collections.abc import Callable

    from ..engines.corpus import Summary
    from ..sources import Source
    from ..taggers import Tagger

LONG_RUN_FORMATS = ("parquet", "csv", "jsonl")
"""The formats that are written part by part (`fupin_extract.engines.corpus`), by their names and suffixes."""


def run_long(options: argparse.Namespace, sources: list[Source], tagger: Tagger | None) -> int:
    """Write the rows of the sources to the output that the options name; return the exit code."""
    try:
        from ..engines.corpus import extract_corpus
    except ImportError as error:
        return _refused(f"--output needs pyarrow ({error}): pip install 'fupin-extract[cli]'")
    bar, told = _bar(sources)
    try:
        summary = extract_corpus(
            sources,
            options.output,
            rows=options.rows,
            form=options.format,
            n_process=1 if options.jobs is None else options.jobs,
            tagger=tagger,
            tagger_name=options.tagger or "",
            on_batch=told,
        )
    except ValueError as error:
        return _refused(str(error))
    except OSError as error:
        return _refused(str(options.output), error.strerror or str(error))
    finally:
        bar()
    print(told_of(summary), file=sys.stderr)
    if summary.interrupted:
        return 130
    return 1 if summary.errors else 0


def _refused(*reasons: str) -> int:
    complain(*reasons)
    return 1


def _bar(sources: list[Source]) -> tuple[Callable[[], object], Callable[[Counter[str]], object]]:
    """Return what ends a progress bar and what tells it of texts that are done; it shows at a terminal only."""
    if not sys.stderr.isatty():
        return (lambda: None), (lambda counts: None)
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return (lambda: None), (lambda counts: None)
    counts = [source.count() for source in sources]
    total = None if None in counts else sum(count or 0 for count in counts)
    bar = tqdm(total=total, unit="text", smoothing=0.1)
    return bar.close, lambda done: bar.update(done["documents"])


def told_of(summary: Summary) -> str:
    """Return what a run came to, for its reader.

    >>> from collections import Counter
    >>> from pathlib import Path
    >>> from fupin_extract.engines.corpus import Summary
    >>> counts = Counter(documents=1200, failed=2, facts=31000, quantities=40000, organisations=9000, programmes=800, warnings=3)
    >>> counts["characters"] = 2400000
    >>> print(told_of(Summary(counts, counts, 8.0, Path("facts.csv"), Path("facts.csv.errors.jsonl"), False)))
    facts.csv: 1,200 texts, 2 of them failed (facts.csv.errors.jsonl)
    40,000 quantities, 31,000 facts, 9,000 organisations, 800 programmes, 3 warnings
    this run: 1,200 texts in 8.0 s, 150 texts and 300,000 characters a second
    """
    counts, read = summary.counts, summary.read
    failed = f", {counts['failed']:,} of them failed ({summary.errors})" if summary.errors else ""
    kinds = ("quantities", "facts", "organisations", "programmes", "warnings")
    seconds = max(summary.seconds, 0.001)
    lines = [
        f"{summary.output}: {counts['documents']:,} texts{failed}",
        ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds),
        f"this run: {read['documents']:,} texts in {summary.seconds:,.1f} s, {read['documents'] / seconds:,.0f} texts "
        f"and {read['characters'] / seconds:,.0f} characters a second",
    ]
    if summary.interrupted:
        lines.append("interrupted: the file holds what was read so far; the same command goes on")
    return "\n".join(lines)
