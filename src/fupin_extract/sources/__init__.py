"""Where texts come from: files, folders and globs of text, JSONL, CSV and Parquet, in whatever encoding.

JSONL and CSV are read with the standard library: line by line, in any encoding, with lines and cells of any length, and
with the number of the line in every complaint. Parquet is read with pyarrow (extra ``arrow``).
"""

from .decoding import DecodingError, decode
from .files import SUFFIXES, Columns, Source, SourceError, SourceText, find_sources, read_texts

__all__ = [
    "SUFFIXES",
    "Columns",
    "DecodingError",
    "Source",
    "SourceError",
    "SourceText",
    "decode",
    "find_sources",
    "read_texts",
]
