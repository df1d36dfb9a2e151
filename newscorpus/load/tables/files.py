"""Tables in one file each: from a file's content to the table under no label of its own."""

from collections.abc import Mapping

from newscorpus.load.content import Content
from newscorpus.load.tables import delimited, json_files, parquet_files
from newscorpus.load.tables.records import RawTable


def open_delimited(content: Content, _: str) -> Mapping[str, RawTable]:
    """Return a CSV or TSV file as its table."""
    return {"": delimited.open_table(content.text)}


def open_json(content: Content, _: str) -> Mapping[str, RawTable]:
    """Return a JSON file as its table."""
    return {"": json_files.open_json(content.text)}


def open_json_lines(content: Content, _: str) -> Mapping[str, RawTable]:
    """Return a file of JSON lines as its table."""
    return {"": json_files.open_json_lines(content.text)}


def open_parquet(content: Content, _: str) -> Mapping[str, RawTable]:
    """Return a Parquet file as its table."""
    return {"": parquet_files.open_parquet(content.data)}
