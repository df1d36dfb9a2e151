"""The tables of what articles have in common: events, statements, passages. They are part of tables.TABLES."""

from typing import Final

import pyarrow as pa

from newscorpus.tables.schema import ARTICLE_ID, COUNT, END, OFFSET, SHARED, START, TEXT, Table, required

COMPARED: Final[dict[str, Table]] = {
    "stories": Table(
        "an event told by several articles",
        {
            "story_id": required(TEXT, "16 hexadecimal digits of a hash of one of its articles"),
            "label": required(TEXT, "the event in the articles' own words"),
            "n_articles": required(COUNT, "articles that tell it"),
            "n_sources": required(COUNT, "sources that tell it; unknown ones count as one"),
        },
        ("story_id",),
    ),
    "statements": Table(
        "one article's telling of one statement of a story",
        {
            "story_id": required(TEXT, "the event"),
            "statement": required(COUNT, "number in the story, from 0, in the order of first telling"),
            "article_id": ARTICLE_ID,
            "start": START,
            "end": END,
            "match": required(
                TEXT,
                "reference (the wording the others are compared with, one a statement), or how this one relates to it: "
                "verbatim, trimmed, reworded, possible or conflicts",
            ),
            "evidence": required(TEXT, "why these are taken for the same, in words"),
            "shared": SHARED,
        },
        ("story_id", "statement", "article_id", "start"),
    ),
    "overlaps": Table(
        "a passage that two articles share",
        {
            "article_a": required(TEXT, "the article whose id comes first in the alphabet"),
            "start_a": required(OFFSET, "offset of the passage in article_a"),
            "end_a": required(OFFSET, "offset behind the passage in article_a"),
            "article_b": required(TEXT, "the other article"),
            "start_b": required(OFFSET, "offset of the passage in article_b"),
            "end_b": required(OFFSET, "offset behind the passage in article_b"),
            "n_words": required(COUNT, "words in a row that both have, spelling folded"),
            "quoted": required(pa.bool_(), "whether at least half of it stands between quotation marks"),
        },
        ("article_a", "article_b", "start_a", "start_b"),
    ),
}
"""Name -> table."""
