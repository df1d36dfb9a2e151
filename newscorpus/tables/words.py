"""The tables of words: which words and phrases a corpus uses, and where. They are part of tables.TABLES."""

from typing import Final

import pyarrow as pa

from newscorpus.tables.schema import COUNT, OFFSET, TEXT, Table, optional, required

MAX_WORDS_OF_PHRASE: Final = 4
WHOSE: Final = ("own", "quoted", "own_shared", "quoted_shared")
"""Whose words a use can be, by number from 0: outside or inside quotation marks, in a sentence of the outlet's own
or in one that another source has too."""

WORD_TABLES: Final[dict[str, Table]] = {
    "vocabulary": Table(
        "a word or phrase that the corpus uses",
        {
            "n_tokens": required(pa.int8(), "words it has, 1 to 4"),
            "form": required(TEXT, "in lower case, typographic marks straightened, words parted by a space"),
            "folded": required(TEXT, "the key under which ways of spelling it meet"),
            "lemma": required(TEXT, "the key under which the forms of its words meet; that of `folded` if not English"),
            "shown": required(TEXT, "as it is written most often"),
            "is_content": required(pa.bool_(), "false for a function word, or a phrase that begins or ends with one"),
            "n_uses": required(COUNT, "uses in the corpus"),
            "n_articles": required(COUNT, "articles that use it"),
        },
        ("n_tokens", "form"),
    ),
    "words": Table(
        "an article's uses of one word or phrase",
        {
            "n_tokens": required(pa.int8(), "words it has, 1 to 4"),
            "form": required(TEXT, "as in vocabulary"),
            "a": required(COUNT, "number of the article: its place among the ids of all articles in order, from 1"),
            "n_own": required(COUNT, "uses outside quotation marks, in a sentence not shared"),
            "n_quoted": required(COUNT, "uses inside quotation marks, in a sentence not shared"),
            "n_own_shared": required(COUNT, "uses outside quotation marks, in a sentence that another source has too"),
            "n_quoted_shared": required(COUNT, "uses inside quotation marks, in a sentence that another source has"),
            "starts": optional(pa.list_(OFFSET), "offset of each use in the clean text, in order; null for a phrase"),
            "positions": optional(pa.list_(COUNT), "which word of the text each use is, from 0; null for a phrase"),
            "whose": optional(pa.list_(pa.int8()), "place in WHOSE of each use; null for a phrase"),
        },
        ("n_tokens", "form", "a"),
    ),
}
"""Name -> table."""
