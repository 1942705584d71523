"""The kernel on the cores of one machine."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pyarrow as pa

from ..arrow import Counts, extract_counted, texts_schema
from ..parallel import Work, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..taggers import Tagger

Counted = tuple[pa.RecordBatch, Counts]


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    rows: str = "facts",
    n_process: int = 0,
    start_method: str | None = None,
    tagger: Tagger | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of each batch of texts, in order, lazily; what fails is a row with ``id`` and ``error`` only.

    Args:
        batches: batches with the columns ``text`` and, where they are there, ``id`` and ``published``.
        rows: as for `fupin_extract.extract_batch`.
        n_process: how many processes; 0 for as many as the machine has cores.
        start_method: as for `fupin_extract.extract_many`.
        tagger: as for `fupin_extract.extract`.
    """
    counted = extract_batches_counted(batches, rows=rows, n_process=n_process, start_method=start_method, tagger=tagger)
    return (batch for batch, _ in counted)


def extract_batches_counted(
    batches: Iterable[pa.RecordBatch],
    *,
    rows: str = "facts",
    n_process: int = 0,
    start_method: str | None = None,
    tagger: Tagger | None = None,
) -> Iterator[Counted]:
    """Yield what `extract_batches` does, each with its `fupin_extract.arrow.Counts`."""
    work = Work(
        do=partial(extract_counted, rows=rows, tagger=tagger),
        apart=_apart,
        together=_together,
        lost=partial(_lost, rows=rows),
    )
    return run(work, batches, n_process=n_process, start_method=start_method)


def _apart(batch: pa.RecordBatch) -> list[pa.RecordBatch]:
    return [batch.slice(n, 1) for n in range(batch.num_rows)]


def _together(found: list[Counted]) -> Counted:
    batches = [batch for batch, _ in found]
    counts: Counts = Counter()
    for _, some in found:
        counts.update(some)
    return pa.concat_batches(batches), counts


def _lost(batch: pa.RecordBatch, rows: str) -> Counted:
    """Return the row of a text over which its process died."""
    name = batch.column("id")[0].as_py() if "id" in batch.schema.names else None
    failed = {"id": [name], "text": [None], "published": [None], "error": ["a process died over this text"]}
    return extract_counted(pa.RecordBatch.from_pydict(failed, schema=texts_schema()), rows=rows)
