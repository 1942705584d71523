"""What a long run has done so far, on disk: so that it can be ended at any moment and go on later.

The rows of so many batches of texts make a part, a Parquet file that is there whole or not at all; its metadata say
how many batches are done with it. A job begins again behind the last part, so nothing is done twice and nothing is left
out. At the end the parts become the output.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ..arrow import open_output, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..arrow import Counts

_BATCHES, _COUNTS = b"fupin_extract.batches", b"fupin_extract.counts"
_MOST_BATCHES, _MOST_SECONDS = 256, 20.0
"""A part is written when so many batches are done, or so much time has gone by: what a killed run loses."""


class OtherJobError(ValueError):
    """The parts beside the output are those of another job."""


class Parts:
    """The parts of a job, in the folder ``OUTPUT.parts``; ``batches`` are done and ``counts`` are what was in them."""

    def __init__(self, output: Path, rows: str, job: dict[str, Any]) -> None:
        """Find what is done of a job.

        Args:
            output: where the rows are to go in the end.
            rows: what a row is.
            job: what the rows depend on, as JSON types: a run goes on only with its own parts.

        Raises:
            OtherJobError: there are parts of another job.
            OSError: the folder cannot be made or read.
        """
        self.output, self.rows = output, rows
        self.folder = output.with_name(f"{output.name}.parts")
        self.errors = output.with_name(f"{output.name}.errors.jsonl")
        self.batches, self.counts = 0, Counter[str]()
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_batches, self._waiting_counts = 0, Counter[str]()
        self._written = monotonic()
        self._begin(job)

    def _begin(self, job: dict[str, Any]) -> None:
        told = self.folder / "job.json"
        if told.exists():
            if json.loads(told.read_text("utf-8")) != json.loads(json.dumps(job)):
                raise OtherJobError(
                    f"{self.folder} holds what another run, or one over other files, has left: "
                    "remove it to begin anew, or write elsewhere"
                )
            for part in self._parts():
                metadata = pq.read_schema(part).metadata
                self.batches = int(metadata[_BATCHES])
                self.counts.update(json.loads(metadata[_COUNTS]))
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        _put(told, json.dumps(job, ensure_ascii=False, indent=1).encode())

    def _parts(self) -> list[Path]:
        return sorted(self.folder.glob("part-*.parquet"))

    def add(self, rows: pa.RecordBatch, counts: Counts) -> None:
        """Take what came of the next batch."""
        self._waiting.append(rows)
        self._waiting_batches += 1
        self._waiting_counts.update(counts)
        if self._waiting_batches >= _MOST_BATCHES or monotonic() - self._written > _MOST_SECONDS:
            self.write()

    def write(self) -> None:
        """Write what has been taken and not yet written."""
        if not self._waiting_batches:
            return
        done = self.batches + self._waiting_batches
        told = {_BATCHES: str(done).encode(), _COUNTS: json.dumps(self._waiting_counts).encode()}
        table = pa.Table.from_batches(self._waiting, schema=schema(self.rows))
        part = self.folder / f"part-{done:012}.parquet"
        unfinished = part.with_suffix(".unfinished")
        pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **told}), unfinished)
        unfinished.replace(part)
        self.batches = done
        self.counts.update(self._waiting_counts)
        self._waiting, self._waiting_batches, self._waiting_counts = [], 0, Counter()
        self._written = monotonic()

    def put_together(self, form: str) -> None:
        """Write the output of all parts in a format, and a file of what failed where anything has; each is whole when it is there."""
        unfinished = self.output.with_name(f".unfinished-{self.output.name}")
        failed: list[dict[str, Any]] = []
        with open_output(unfinished, self.rows, form) as write:
            for batch in self._batches():
                is_read = pc.is_null(batch.column("error"))
                write(batch.filter(is_read))
                failed += batch.filter(pc.invert(is_read)).select(["id", "error"]).to_pylist()
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in failed)
        if lines:
            _put(self.errors, lines.encode())
        else:
            self.errors.unlink(missing_ok=True)
        unfinished.replace(self.output)

    def _batches(self) -> Iterator[pa.RecordBatch]:
        for part in self._parts():
            for batch in pq.ParquetFile(part).iter_batches():
                yield batch.cast(schema(self.rows))

    def remove(self) -> None:
        """Remove the parts: the job is done."""
        shutil.rmtree(self.folder)


def _put(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    unfinished = path.with_name(f".unfinished-{path.name}")
    unfinished.write_bytes(data)
    os.replace(unfinished, path)  # noqa: PTH105
