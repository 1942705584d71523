"""The kernel on Ray Data (extra ``ray``)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ..arrow import extract_batch, schema

if TYPE_CHECKING:
    from ray.data import Dataset

BATCH_SIZE = 256


def extract_dataset(dataset: Dataset, *, rows: str = "facts", batch_size: int = BATCH_SIZE, **options: Any) -> Dataset:
    """Return the rows that the texts of a dataset state, as a dataset.

    Ray's tasks are stateless and are tried again when a worker dies; each worker loads the library once.

    Args:
        dataset: with the columns that `fupin_extract.extract_batch` takes.
        rows: as for it.
        batch_size: how many texts a call gets at once.
        options: its other arguments; ``errors`` is ``record`` unless it is given.
    """
    read = partial(_read, rows=rows, **{"errors": "record", **options})
    return dataset.map_batches(read, batch_format="pyarrow", batch_size=batch_size)


def _read(table: pa.Table, *, rows: str, **options: Any) -> pa.Table:
    found = [extract_batch(batch, rows=rows, **options) for batch in table.to_batches()]
    return pa.Table.from_batches(found, schema=schema(rows))
