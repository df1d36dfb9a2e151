"""The frozen values that pass from room to room: what loading gives to cleaning, and cleaning to the pipeline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Markup = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch that cleaning cut. `position` is the offset into the clean text at which it stood."""

    position: int
    text: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its file gave it. Fields the file does not hold are None, never "".

    `file` is the path as given, relative to the folder that was named; a member of an
    archive is `archive.zip/member.txt`.
    `record` counts the data rows of a file from 0; a file that is one article has record 0.
    `published_at` stands as written, except that a column of a table whose values prove the order of day and month is
    rewritten as ISO dates.
    """

    file: str
    record: int
    layout: str
    markup: Markup
    content: str
    source: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    note: str | None = None
    """What a reader should know of how it was read: "read as Windows-1252; 3 characters could not be read"."""
    above: tuple[Removal, ...] = ()
    """What its format marks as no part of the text and stood above it (position 0): a standfirst, a credit."""
    below: tuple[Removal, ...] = ()
    """The same below the text: captions, indexing terms, a notice of rights."""
    is_parted: bool = False
    """Whether its format has already parted the text from all else, as an export of a database does."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file, or a record of one, that gave no article. `reason` is a key of `errors.REASONS`."""

    file: str
    record: int
    layout: str
    reason: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article after cleaning. What could not be proven is None.

    `source_basis` and `date_basis` say in a few plain words where the outlet's name and the date were found.
    """

    text: str
    removals: tuple[Removal, ...] = ()
    source: str | None = None
    source_basis: str | None = None
    agency: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    date_basis: str | None = None
    dateline: str | None = None
    url: str | None = None
    note: str | None = None
    """What a reader should know of it: a date that was left out, a text that is only a beginning."""
