"""Documents as other things: dicts and JSON with their schema, flat rows, data frames, tables for readers.

Reading, writing and the JSON Schema are driven by the fields of the record classes. A quantity that
another record holds (`Indicator.quantity`) is written as its span and looked up again on reading.
"""

from .cells import cell, csv_line
from .reading import READS, document_from_dict, document_from_json
from .rows import COLUMNS, QUOTE_LENGTH, Column, columns_of, document_to_frame, document_to_records, quote, records_of
from .schema import json_schema
from .tables import NUMERIC, Table, document_tables, fact_table, fact_value, number, without_facts
from .writing import decimal_text, document_to_dict, document_to_json, to_json

__all__ = [
    "COLUMNS",
    "NUMERIC",
    "QUOTE_LENGTH",
    "READS",
    "Column",
    "Table",
    "cell",
    "columns_of",
    "csv_line",
    "decimal_text",
    "document_from_dict",
    "document_from_json",
    "document_tables",
    "document_to_dict",
    "document_to_frame",
    "document_to_json",
    "document_to_records",
    "fact_table",
    "fact_value",
    "json_schema",
    "number",
    "quote",
    "records_of",
    "to_json",
    "without_facts",
]
