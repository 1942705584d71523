"""Batches of texts to batches of rows, in Arrow: what every engine runs (extra ``arrow``).

One kernel, `extract_batch`, one schema a kind of rows, `schema`, and the files that texts are read from and rows are
written to. Tables are flat: every engine, CSV and SQL take them as they are, and their sorted rows are the same bytes
everywhere. What a flat row cannot hold (the evidence of each part, the records' own nesting) is in the rows of
``documents``, which carry the whole `Document` as JSON.
"""

from .files import FORMATS, batch_of, form_of, open_output
from .kernel import Counts, extract_batch, extract_counted, extract_lists
from .schema import ROWS, SCHEMA_VERSION, schema, texts_schema

__all__ = [
    "FORMATS",
    "ROWS",
    "SCHEMA_VERSION",
    "Counts",
    "batch_of",
    "extract_batch",
    "extract_counted",
    "extract_lists",
    "form_of",
    "open_output",
    "schema",
    "texts_schema",
]
