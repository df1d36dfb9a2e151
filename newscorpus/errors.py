"""The errors a reader can meet, and the closed list of reasons a record can be set aside for.

Every message says what happened, where, and what to do about it.

    NewscorpusError
    ├── NothingToRead     no file at the paths given, or no article in any of them
    ├── StoreDamaged      a store on disk is not what its manifest says
    ├── BuildFailed       a build ended without writing a store
    ├── TookTooLong       a question to a store ran longer than its limit
    └── SearchUnclear     a search in the texts cannot be read
"""

from typing import Final


class NewscorpusError(Exception):
    """What happened, where, and what to do: shown to the reader as it stands."""


class NothingToRead(NewscorpusError):
    """No article could be read from what was given."""


class StoreDamaged(NewscorpusError):
    """A store on disk is incomplete or has been changed since it was written."""


class BuildFailed(NewscorpusError):
    """A build ended without writing a store."""


class CorpusUnknown(NewscorpusError):
    """No corpus stands under the token of an address."""


class CorpusFull(NewscorpusError):
    """An upload does not fit into its corpus or on the disk."""


class TookTooLong(NewscorpusError):
    """A question to a store ran longer than its limit and was stopped."""


class SearchUnclear(NewscorpusError):
    """What a reader searches for in the texts cannot be read."""


REASONS: Final[dict[str, str]] = {
    # the whole file
    "empty": "There is nothing in it.",
    "too_large": "It is larger than the limit for one file. Split it and add the parts.",
    "not_text": "It is not text inside, whatever its name says.",
    "unsupported": "This kind of file is not read yet. Save it as text, HTML, CSV or JSON.",
    "damaged": "It is damaged or cut off and could not be opened.",
    "needs_password": "It is locked with a password. Remove the lock, or unpack it and add the files inside.",
    "system_file": "It is a helper file of the operating system, not an article.",
    "page_part": "It is a part of a saved web page (a script, a style, a picture, a frame), not an article.",
    "not_a_file": "It is not an ordinary file (a link, a pipe or a device) and was not followed.",
    "unreadable": "It could not be opened. Check that the file is still there and may be read.",
    "too_deep": "It is packed in more layers than are opened. Unpack it and add the files inside.",
    "too_many_entries": "It holds more files than the limit. Split it and add the parts.",
    "expands_too_far": "It unpacks to far more than its size promises, as harmful archives do.",
    "columns_unknown": "No column could be recognised as the text of the articles. Say which column is which.",
    "no_text_column": "It lists articles without their text. Add the pages themselves.",
    "too_many_columns": "It has more columns than a table of articles can have.",
    "time_limit": "Reading it took longer than the limit and was stopped.",
    "memory_limit": "Reading it needed more memory than the limit and was stopped.",
    "reader_stopped": "The reader stopped while reading it. The rest of the pile was read.",
    # one record of a file
    "no_text": "No article text was found in it.",
    "bad_record": "This row could not be read. The other rows were.",
    "too_many_records": "The file holds more rows than the limit. The rows up to the limit were read.",
    "repeated_heading": "This row repeats the column headings.",
    # a duplicate
    "same_article": "The same article is already here.",
    "near_copy": "Nearly the same text from the same source is already here.",
}
"""Reason code of `receipts.reason` -> one sentence for a reader who does not code."""
