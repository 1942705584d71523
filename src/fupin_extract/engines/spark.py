"""The kernel on Spark (extra ``spark``; Spark 4 needs Java 17)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pyspark.sql.pandas.types import from_arrow_schema

from ..arrow import extract_batch, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame


def extract_frame(frame: DataFrame, *, rows: str = "facts", **options: Any) -> DataFrame:
    """Return the rows that the texts of a frame state, as a frame; also under Spark Connect.

    Nothing is broadcast: each Python worker loads the library when its first batch comes, and keeps it.

    Args:
        frame: with the columns that `fupin_extract.extract_batch` takes.
        rows: as for it.
        options: its other arguments; ``errors`` is ``record`` unless it is given.
    """
    columns = [options.get(f"{name}_column", name) for name in ("id", "text", "published")]
    wanted = frame.select(*(name for name in columns if name in frame.columns))
    read = partial(_read, rows=rows, **{"errors": "record", **options})
    return wanted.mapInArrow(read, from_arrow_schema(schema(rows)))


def _read(batches: Iterable[pa.RecordBatch], **options: Any) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield extract_batch(batch, **options)
