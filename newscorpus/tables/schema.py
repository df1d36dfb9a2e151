"""What a table is: its columns with their types and meanings, and the types and columns that many tables share."""

from dataclasses import dataclass
from typing import Final

import pyarrow as pa

TEXT: Final = pa.string()
COUNT: Final = pa.int32()
OFFSET: Final = pa.int32()
SHARE: Final = pa.float64()
SCORE: Final = pa.float64()
MOMENT: Final = pa.timestamp("us", tz="UTC")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Arrow type, what it means in one line (with the unit), and whether null is allowed."""

    type: pa.DataType
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store: what one row is, its columns, and the columns that together name a row."""

    row: str
    columns: dict[str, Column]
    key: tuple[str, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema, columns in the order written here."""
        return pa.schema([pa.field(name, column.type, column.nullable) for name, column in self.columns.items()])


def required(kind: pa.DataType, meaning: str) -> Column:
    """A column in which every row has a value."""
    return Column(kind, meaning)


def optional(kind: pa.DataType, meaning: str) -> Column:
    """A column in which a value may be absent: null, never 0, never ""."""
    return Column(kind, meaning, nullable=True)


ARTICLE_ID: Final = required(TEXT, "16 hexadecimal digits of a hash of what identifies the article")
START: Final = required(OFFSET, "offset of the first character in the clean text")
END: Final = required(OFFSET, "offset behind the last character in the clean text")
SHARED: Final = required(
    pa.bool_(),
    "whether it begins in a sentence that another source has too: see compare/passages/sharing.py",
)
