"""The schemas of what goes in and comes out."""

from __future__ import annotations

from typing import Literal, get_args

import pyarrow as pa

from ..export import columns_of
from ..records import RowKind

SCHEMA_VERSION = "1.0"
"""Version of the schemas, apart from the package's own; it stands in their metadata under `VERSION_KEY`."""

VERSION_KEY = b"fupin_extract.schema"

Rows = Literal["facts", "quantities", "organisations", "programmes", "documents"]
ROWS: tuple[str, ...] = (*get_args(RowKind), "documents")
"""What a row can be."""

DECIMAL = pa.decimal128(38, 12)
"""26 digits before the point and 12 behind it, exactly; a number beyond that is null and stands in ``exact``."""

_TYPES = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "decimal": DECIMAL,
    "decimals": pa.list_(DECIMAL),
    "date": pa.date32(),
    "integer": pa.int64(),
}

_DOCUMENTS: tuple[tuple[str, pa.DataType], ...] = (
    ("title", pa.string()),
    ("published", pa.date32()),
    ("source", pa.string()),
    ("focus_region", pa.string()),
    ("focus_code", pa.string()),
    *((name, pa.int64()) for name in ("characters", "quantities", "facts", "organisations", "programmes", "warnings")),
    ("json", pa.string()),
)


def schema(rows: str = "facts") -> pa.Schema:
    """Return the schema of the rows: the same for every batch, also for one without rows.

    ``id`` (string) is in front. Behind it stand the columns of `fupin_extract.export.COLUMNS`, or for ``documents``
    the head, the number of records of each kind and the whole document as JSON (`Document.from_json` reads it).
    ``exact`` is null but where a number does not fit `DECIMAL`: then its column is null, and ``exact`` is a JSON object
    of such columns with every digit, as a string. ``error`` says why a text could not be read; all but ``id`` is null then.

    Raises:
        ValueError: there are no rows of this name.

    >>> schema("organisations").names[:4], schema("documents").names[-2:]
    (['id', 'name', 'kind', 'text'], ['json', 'error'])
    """
    metadata = {VERSION_KEY: SCHEMA_VERSION.encode(), b"fupin_extract.rows": rows.encode()}
    return pa.schema([("id", pa.string()), *_fields(rows), ("error", pa.string())], metadata=metadata)


def _fields(rows: str) -> list[tuple[str, pa.DataType]]:
    if rows not in ROWS:
        raise ValueError(f"rows are {', '.join(ROWS)}, not {rows!r}")
    if rows == "documents":
        return list(_DOCUMENTS)
    return [*((column.name, _TYPES[column.type]) for column in columns_of(rows)), ("exact", pa.string())]


def texts_schema() -> pa.Schema:
    """Return the schema of the texts that files are read into: ``id``, ``text``, ``published``, ``error``.

    ``error`` says why there is no text.
    """
    return pa.schema([("id", pa.string()), ("text", pa.string()), ("published", pa.date32()), ("error", pa.string())])
