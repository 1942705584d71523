"""The kernel on Daft (extra ``daft``), on one machine and on Ray or Kubernetes where Daft runs there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import daft
import pyarrow as pa
from daft import col

from ..arrow import extract_lists, schema

if TYPE_CHECKING:
    from daft import DataFrame

_ROW = "_row"


def extract_frame(frame: DataFrame, *, rows: str = "facts", **options: Any) -> DataFrame:
    """Return the rows that the texts of a frame state, as a lazy frame.

    Args:
        frame: with the columns that `fupin_extract.extract_batch` takes.
        rows: as for it.
        options: its other arguments; ``errors`` is ``record`` unless it is given.
    """
    roles = {role: options.pop(f"{role}_column", role) for role in ("text", "id", "published")}
    there = {role: name for role, name in roles.items() if name in frame.column_names}
    if "text" not in there:
        raise KeyError(f"the frame has no column {roles['text']!r}; its columns are {', '.join(frame.column_names)}")

    def rows_of(*columns: daft.Series) -> pa.Array:
        arrays = [column.to_arrow() for column in columns]
        return extract_lists(pa.RecordBatch.from_arrays(arrays, names=list(there)), rows=rows, **options)

    kind = daft.DataType.from_arrow_type(pa.list_(pa.struct(list(schema(rows)))))
    read: Any = daft.func.batch(return_dtype=kind)(rows_of)
    row: Any = col(_ROW)
    lists = frame.select(read(*(col(name) for name in there.values())).alias(_ROW))
    found = lists.where(row.length() > 0).explode(row)
    return found.select(*(row.get(name).alias(name) for name in schema(rows).names))
