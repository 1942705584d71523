"""A corpus to one file: on all cores, in bounded memory, to be interrupted and gone on with at any moment."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..arrow import SCHEMA_VERSION, Counts, batch_of, form_of, schema
from ..sources import Source, SourceText, read_texts
from .parts import Parts
from .processes import extract_batches_counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from ..taggers import Tagger

_MOST_TEXTS, _MOST_CHARACTERS = 32, 200_000
"""What a process gets at once: so many texts, or so many as have that many characters."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has come to: counts over all its parts, also those of earlier runs; how long this one took."""

    counts: Counts
    read: Counts
    """What this run has read of it."""
    seconds: float
    output: Path
    errors: Path | None
    """The file that names each text that failed, an object a line with ``id`` and ``error``; None where none has."""
    interrupted: bool


def extract_corpus(
    sources: Sequence[Source],
    output: Path,
    *,
    rows: str = "facts",
    form: str | None = None,
    n_process: int = 1,
    tagger: Tagger | None = None,
    tagger_name: str = "",
    start_method: str | None = "spawn",
    on_batch: Callable[[Counts], object] = lambda counts: None,
) -> Summary:
    """Write the rows that the texts of files state to one file, in the order of the texts.

    A run that was killed goes on when it is called again with the same arguments over the same files. One that is
    interrupted (KeyboardInterrupt) writes what it has so far as a valid file, says so, and can be gone on with too.

    Args:
        sources: the files, as `fupin_extract.sources.find_sources` gives them.
        output: the file.
        rows: as for `fupin_extract.extract_batch`.
        form: the format, as for `fupin_extract.arrow.open_output`.
        n_process: how many processes; 0 for as many as the machine has cores.
        tagger: as for `fupin_extract.extract`.
        tagger_name: what tells it from others: a run with one does not go on where one with another has stopped.
        start_method: as for `fupin_extract.extract_many`. ``spawn`` is safe beside Arrow's threads.
        on_batch: called with the counts of what is done, of earlier runs first, then batch by batch.

    Raises:
        ValueError: the format or the rows are none; as `OtherJobError`: parts of another job are in the way.
        OSError: the output cannot be written.
    """
    schema(rows)
    form = form_of(output, form)
    if output.exists() and not output.is_file():
        raise ValueError(f"{output} is no regular file, which is what rows are written to")
    started = monotonic()
    parts = Parts(output, rows, _job(sources, rows, tagger_name))
    earlier = parts.counts.copy()
    on_batch(earlier)
    batches = islice(_batches(read_texts(sources)), parts.batches, None)
    found = extract_batches_counted(batches, rows=rows, n_process=n_process, start_method=start_method, tagger=tagger)
    interrupted = False
    try:
        with closing(_closable(found)) as results:
            for batch, counts in results:
                parts.add(batch, counts)
                on_batch(counts)
    except KeyboardInterrupt:
        interrupted = True
    parts.write()
    parts.put_together(form)
    if not interrupted:
        parts.remove()
    errors = parts.errors if parts.counts["failed"] else None
    return Summary(parts.counts, parts.counts - earlier, monotonic() - started, output, errors, interrupted)


def _closable(found: Iterator[Any]) -> Any:
    """Return a generator of what an iterator gives: closing it ends the processes behind it."""
    yield from found


def _batches(texts: Iterable[SourceText]) -> Iterator[pa.RecordBatch]:
    """Yield the texts in batches of so many texts or characters at most."""
    held: list[SourceText] = []
    characters = 0
    for text in texts:
        held.append(text)
        characters += len(text.text or "")
        if len(held) >= _MOST_TEXTS or characters >= _MOST_CHARACTERS:
            yield batch_of(held)
            held, characters = [], 0
    if held:
        yield batch_of(held)


def _job(sources: Sequence[Source], rows: str, tagger_name: str) -> dict[str, Any]:
    """Return what the rows of a run depend on."""
    from .. import __version__

    return {
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "rows": rows,
        "tagger": tagger_name,
        "batches": [_MOST_TEXTS, _MOST_CHARACTERS],
        "sources": [
            [source.name, *_state(source.name), *source.columns, source.encoding, str(source.published)]
            for source in sources
        ],
    }


def _state(name: str) -> tuple[int, int]:
    """Return the size of a file and when it was changed; what cannot be asked is read as having none."""
    try:
        told = Path(name).stat()
    except (OSError, ValueError):
        return 0, 0
    return told.st_size, told.st_mtime_ns
