"""Every table that flows: columns, types, units and keys, and the check at the borders.

A store is a folder; each table is a folder in it of Parquet parts. An absent value is null, never 0, never "".
Character offsets are Python string offsets into `texts.text`.
"""

from typing import Final

import pyarrow as pa

from newscorpus.tables.compared import COMPARED
from newscorpus.tables.schema import (
    ARTICLE_ID,
    COUNT,
    END,
    MOMENT,
    OFFSET,
    SCORE,
    SHARE,
    SHARED,
    START,
    TEXT,
    Table,
    optional,
    required,
)
from newscorpus.tables.words import WORD_TABLES

FOUND_BY_CLEANING: Final = {
    "source": optional(TEXT, "outlet; null when it could not be proven"),
    "source_basis": optional(TEXT, "where the outlet's name was found"),
    "agency": optional(TEXT, "news agency credited"),
    "title": optional(TEXT, "headline"),
    "author": optional(TEXT, "byline"),
    "published_at": optional(MOMENT, "publication, UTC"),
    "date_basis": optional(TEXT, "where the date was found"),
    "dateline": optional(TEXT, "place and agency before the first sentence"),
    "url": optional(TEXT, "address of the page"),
    "section": optional(TEXT, "section named by the file"),
}
"""What a record says of itself."""

TOLD_BY_VOICE: Final = {"polarity": "word polarity", "tone": "sentence tone"}
"""Measures that an article has by voice and of its headline as well -> what they are called here."""

MEASURED: Final = {
    "language": required(TEXT, "two-letter code; und when it cannot be told"),
    "n_characters": required(COUNT, "characters of the clean text"),
    "n_words": required(COUNT, "words of the clean text"),
    "n_sentences": required(COUNT, "sentences of the clean text"),
    "polarity": optional(SCORE, "TextBlob word polarity of the whole text, -1 to 1; null without words"),
    "subjectivity": optional(SCORE, "TextBlob subjectivity of the whole text, 0 to 1; null without words"),
    "tone": optional(SCORE, "mean over sentences of sentence tone, -1 to 1; null without words"),
    "reading_ease": optional(SCORE, "Flesch reading ease, higher is easier; English only"),
    "n_mentions": required(COUNT, "names found in the text"),
    "n_quotes": required(COUNT, "attributions of speech found; fragments and thoughts are not counted"),
    "share_quoted": optional(SHARE, "share of words inside quotation marks, 0 to 1; null without words"),
    "n_words_own": required(COUNT, "words in the outlet's own voice"),
    "n_words_reported": required(COUNT, "words that tell what somebody said, without quotation marks"),
    "n_words_quoted": required(COUNT, "words quoted"),
    **{
        f"{measure}_{voice}": optional(SCORE, f"mean {words} of the stretches in that voice; null without one")
        for measure, words in TOLD_BY_VOICE.items()
        for voice in ("own", "reported", "quoted")
    },
    **{
        f"{measure}_headline": optional(SCORE, f"{words} of the headline; null without one")
        for measure, words in TOLD_BY_VOICE.items()
    },
    "opening": optional(TEXT, "first sentence, cut where it is long: what an article without a headline is called"),
}
"""The columns of `articles` that analysis fills."""

NOT_OF_PARTS: Final = ("language", *(f"{measure}_headline" for measure in TOLD_BY_VOICE), "opening")
MEASURED_OF_PARTS: Final = {name: column for name, column in MEASURED.items() if name not in NOT_OF_PARTS}
"""Those that some sentences of an article have as well as all of them."""

REMOVAL: Final = pa.struct(
    [pa.field("position", OFFSET), pa.field("text", TEXT), pa.field("kind", TEXT), pa.field("rule", TEXT)]
)

TABLES: Final[dict[str, Table]] = {
    "intake": Table(
        "a record as reading and cleaning gave it, before the pile was looked at as a whole",
        {
            "read_key": required(TEXT, "hash of the file, its name, the column choices and the code that read it"),
            "file": required(TEXT, "path as given, relative to the folder that was named"),
            "record": required(COUNT, "data row of the file, from 0"),
            "layout": required(TEXT, "the format that was recognised"),
            "reason": optional(TEXT, "key of errors.REASONS when the record gave no article"),
            "detail": optional(TEXT, "what a reader should know of how it was read"),
            **FOUND_BY_CLEANING,
            "text": optional(TEXT, "clean text; null when the record gave no article"),
            "removals": optional(pa.list_(REMOVAL), "what cleaning cut from this record"),
        },
        ("file", "record"),
    ),
    "receipts": Table(
        "a record met on import",
        {
            "file": required(TEXT, "path as given, relative to the folder that was named"),
            "record": required(COUNT, "data row of the file, from 0"),
            "layout": required(TEXT, "the format that was recognised"),
            "outcome": required(TEXT, "kept, rejected or duplicate"),
            "reason": optional(TEXT, "key of errors.REASONS; null when kept"),
            "detail": optional(TEXT, "what a reader should know of this record"),
            "article_id": optional(TEXT, "the article kept, or the one this record repeats"),
        },
        ("file", "record"),
    ),
    "removals": Table(
        "a stretch cut by cleaning",
        {
            "article_id": ARTICLE_ID,
            "position": required(OFFSET, "offset into the clean text at which the stretch stood"),
            "text": required(TEXT, "what was cut"),
            "kind": required(TEXT, "key of KINDS_OF_REMOVAL"),
            "rule": required(TEXT, "the rule that cut it, in plain words"),
        },
        ("article_id", "position", "text"),
    ),
    "articles": Table(
        "an article kept",
        {
            "article_id": ARTICLE_ID,
            **FOUND_BY_CLEANING,
            "file": required(TEXT, "file it came from, as in receipts"),
            "record": required(COUNT, "data row of that file"),
            "story_id": optional(TEXT, "event it tells of"),
            "found_story_id": optional(TEXT, "event it was found to tell of, before a reader moved it"),
        }
        | MEASURED,
        ("article_id",),
    ),
    "parts": Table(
        "the words an article has of its own, or shares with another source, measured as if they were all of it; "
        "none for an article that shares nothing",
        {"article_id": ARTICLE_ID, "passages": required(TEXT, "own or shared"), **MEASURED_OF_PARTS},
        ("article_id", "passages"),
    ),
    "texts": Table(
        "an article's clean text",
        {
            "article_id": ARTICLE_ID,
            "text": required(TEXT, "paragraphs parted by an empty line"),
            "analysis_key": required(TEXT, "hash of headline, text and the code that measured them"),
        },
        ("article_id",),
    ),
    "sentences": Table(
        "a sentence",
        {
            "article_id": ARTICLE_ID,
            "sentence": required(COUNT, "number in the article, from 0"),
            "start": START,
            "end": END,
            "n_words": required(COUNT, "words of the sentence"),
            "polarity": optional(SCORE, "TextBlob word polarity, -1 to 1; null without words"),
            "subjectivity": optional(SCORE, "TextBlob subjectivity, 0 to 1; null without words"),
            "tone": optional(SCORE, "sentence tone, names left out, -1 to 1; null without words"),
            "polarity_words": optional(pa.list_(TEXT), "its words that TextBlob's list values, in order"),
            "tone_words": optional(
                pa.list_(TEXT), "its words that have a tone by themselves, names left out, in order"
            ),
            "voice": required(TEXT, "own, reported or quoted: that of most of the sentence"),
            "shared": SHARED,
        },
        ("article_id", "sentence"),
    ),
    "stretches": Table(
        "a stretch of a sentence in one voice",
        {
            "article_id": ARTICLE_ID,
            "sentence": required(COUNT, "number of the sentence it is part of"),
            "start": START,
            "end": END,
            "voice": required(TEXT, "own, reported or quoted"),
            "n_words": required(COUNT, "words of the stretch"),
            "polarity": optional(SCORE, "TextBlob word polarity, -1 to 1; null without words"),
            "tone": optional(SCORE, "sentence tone, names left out, -1 to 1; null without words"),
            "shared": SHARED,
        },
        ("article_id", "start"),
    ),
    "quotes": Table(
        "a stretch of an attribution; stretches with one number are one attribution",
        {
            "article_id": ARTICLE_ID,
            "quote": required(COUNT, "number of the attribution in the article, from 0"),
            "start": START,
            "end": END,
            "text": required(TEXT, "what is said, quotation marks included"),
            "n_words": required(COUNT, "words of the stretch"),
            "type": required(TEXT, "direct, mixed, indirect or fragment"),
            "speaker": optional(TEXT, "full name where the text gives one, else the description as written"),
            "entity_id": optional(TEXT, "the speaker after merging; null for a description or nobody"),
            "is_inferred": required(pa.bool_(), "whether the speaker was concluded from a pronoun, role or place"),
            "speaker_start": optional(OFFSET, "offset of the words that show the speaker"),
            "speaker_end": optional(OFFSET, "offset behind the words that show the speaker"),
            "verb": optional(TEXT, "reporting verb, base form"),
            "verb_class": optional(TEXT, "class of the verb in reporting_verbs.csv"),
            "is_speech": required(pa.bool_(), "false for thoughts, wishes and findings"),
            "confidence": required(TEXT, "clear, likely or unsure"),
            "shared": SHARED,
        },
        ("article_id", "quote", "start"),
    ),
    "mentions": Table(
        "a name in a text",
        {
            "article_id": ARTICLE_ID,
            "start": START,
            "end": END,
            "surface": required(TEXT, "the name as written"),
            "kind": required(TEXT, "one of KINDS_OF_NAME"),
            "kind_is_told": required(pa.bool_(), "whether its text tells the kind, or it is the model's reading"),
            "sentence": optional(COUNT, "number of the sentence it stands in"),
            "voice": optional(TEXT, "own, reported or quoted: that of the stretch it stands in"),
            "towards": optional(
                pa.int8(), "tone of the sentence towards it: -1, 0, 1; null when not clear or not asked"
            ),
            "towards_confidence": optional(SHARE, "probability of the likeliest tone; null when not asked"),
            "towards_words": optional(pa.list_(TEXT), "the words that made it, strongest first; null for none"),
            "entity_id": required(TEXT, "the name after merging"),
            "is_inferred": required(pa.bool_(), "whether other articles than its own say whose name it is"),
            "shared": SHARED,
        },
        ("article_id", "start"),
    ),
    "entities": Table(
        "a name after merging",
        {
            "entity_id": required(TEXT, "16 hexadecimal digits of a hash of kind and name"),
            "name": required(TEXT, "the fullest way the name is written"),
            "kind": required(TEXT, "one of KINDS_OF_NAME"),
            "aliases": required(pa.list_(TEXT), "every way the name is written, most frequent first"),
        },
        ("entity_id",),
    ),
    **COMPARED,
    "build": Table(
        "the store itself (one row)",
        {
            "fingerprint": required(TEXT, "hash of everything in the store but the moment it was built"),
            "built_at": required(MOMENT, "when it was written"),
            "version": required(TEXT, "version of Parallax that wrote it"),
            "n_records": required(COUNT, "records met"),
            "n_kept": required(COUNT, "records kept as articles"),
            "n_rejected": required(COUNT, "records set aside with a reason"),
            "n_duplicates": required(COUNT, "records that repeat an article kept"),
        },
        ("fingerprint",),
    ),
    **WORD_TABLES,
}
"""Name -> table. What is not here is not in a store."""


KNOWN_LATER: Final = {"entity_id", "shared"}
"""Columns that need all articles: names are merged, and passages compared, when each has been analysed."""


def _of_one_article(table: str) -> pa.Schema:
    later = KNOWN_LATER | ({"is_inferred"} if table == "mentions" else set())
    return pa.schema([field for field in TABLES[table].schema if field.name not in later])


ANALYSED: Final = {
    "measures": pa.schema([TABLES["articles"].schema.field(name) for name in ("article_id", *MEASURED)]),
    **{name: _of_one_article(name) for name in ("sentences", "stretches", "mentions", "quotes")},
}
"""What the analysis of one article gives."""


def check(name: str, table: pa.Table) -> pa.Table:
    """Return `table` when it is what TABLES says of `name`: same columns, same types, no null where none is allowed.

    Raises ValueError naming every fault at once, for a table that is not fit to be written is a fault of ours.
    """
    wanted = TABLES[name].schema
    faults = []
    for field in wanted:
        if field.name not in table.column_names:
            faults.append(f"column {field.name} is missing")
            continue
        column = table[field.name]
        if column.type != field.type:
            faults.append(f"column {field.name} is {column.type}, not {field.type}")
        if column.null_count and not field.nullable:
            faults.append(f"column {field.name} has {column.null_count} nulls and may have none")
    extra = [c for c in table.column_names if c not in wanted.names]
    faults += [f"column {c} is not a column of {name}" for c in extra]
    if faults:
        raise ValueError(f"table {name}: " + "; ".join(faults))
    return table.select(wanted.names).cast(wanted)
