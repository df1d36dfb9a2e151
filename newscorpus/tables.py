"""Every table that flows: columns, types, units and keys, and the check at the borders.

A store is a folder; each table is a folder in it of Parquet parts. An absent value is null, never 0, never "".
Character offsets are Python string offsets into `texts.text`.
"""

from dataclasses import dataclass
from typing import Final

import pyarrow as pa

TEXT: Final = pa.string()
COUNT: Final = pa.int32()
OFFSET: Final = pa.int32()
SHARE: Final = pa.float64()
SCORE: Final = pa.float64()
MOMENT: Final = pa.timestamp("us", tz="UTC")

KINDS_OF_NAME: Final = ("PERSON", "ORG", "PLACE", "GROUP", "EVENT", "WORK", "LAW", "OTHER")
OUTCOMES: Final = ("kept", "rejected", "duplicate")
KINDS_OF_REMOVAL: Final = {
    "caption": "Photo caption",
    "credit": "Photo or agency credit",
    "byline": "Byline",
    "dateline": "Dateline",
    "headline": "Headline repeated in the text",
    "promotion": "Newsletter or subscription line",
    "donation": "Donation appeal",
    "related": "Links to other articles",
    "navigation": "Menu or share bar",
    "copyright": "Copyright line",
    "script": "Script or code",
    "advertisement": "Advertisement",
    "agency_note": "Agency's description of itself",
    "comments": "Readers' comments",
    "repeated": "Line repeated across this source's articles",
    "other": "Not part of the article",
}


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


def _required(kind: pa.DataType, meaning: str) -> Column:
    return Column(kind, meaning)


def _optional(kind: pa.DataType, meaning: str) -> Column:
    return Column(kind, meaning, nullable=True)


ARTICLE_ID: Final = _required(TEXT, "16 hexadecimal digits of a hash of what identifies the article")
START: Final = _required(OFFSET, "offset of the first character in the clean text")
END: Final = _required(OFFSET, "offset behind the last character in the clean text")

MEASURES: Final = (
    "language",
    "n_characters",
    "n_words",
    "n_sentences",
    "polarity",
    "subjectivity",
    "tone",
    "reading_ease",
    "n_mentions",
    "n_quotes",
    "share_quoted",
    "n_words_own",
    "n_words_reported",
    "n_words_quoted",
    "polarity_own",
    "polarity_reported",
    "polarity_quoted",
    "tone_own",
    "tone_reported",
    "tone_quoted",
    "polarity_headline",
    "tone_headline",
)
"""The columns of `articles` that analysis fills."""

REMOVAL: Final = pa.struct(
    [pa.field("position", OFFSET), pa.field("text", TEXT), pa.field("kind", TEXT), pa.field("rule", TEXT)]
)

TABLES: Final[dict[str, Table]] = {
    "intake": Table(
        "a record as reading and cleaning gave it, before the pile was looked at as a whole",
        {
            "read_key": _required(TEXT, "hash of the file, its name, the column choices and the code that read it"),
            "file": _required(TEXT, "path as given, relative to the folder that was named"),
            "record": _required(COUNT, "data row of the file, from 0"),
            "layout": _required(TEXT, "the format that was recognised"),
            "reason": _optional(TEXT, "key of errors.REASONS when the record gave no article"),
            "detail": _optional(TEXT, "what a reader should know of how it was read"),
            "source": _optional(TEXT, "outlet; null when it could not be proven"),
            "source_basis": _optional(TEXT, "where the outlet's name was found"),
            "agency": _optional(TEXT, "news agency credited"),
            "title": _optional(TEXT, "headline"),
            "author": _optional(TEXT, "byline"),
            "published_at": _optional(MOMENT, "publication, UTC"),
            "date_basis": _optional(TEXT, "where the date was found"),
            "dateline": _optional(TEXT, "place and agency before the first sentence"),
            "url": _optional(TEXT, "address of the page"),
            "section": _optional(TEXT, "section named by the file"),
            "text": _optional(TEXT, "clean text; null when the record gave no article"),
            "removals": _optional(pa.list_(REMOVAL), "what cleaning cut from this record"),
        },
        ("file", "record"),
    ),
    "receipts": Table(
        "a record met on import",
        {
            "file": _required(TEXT, "path as given, relative to the folder that was named"),
            "record": _required(COUNT, "data row of the file, from 0"),
            "layout": _required(TEXT, "the format that was recognised"),
            "outcome": _required(TEXT, "kept, rejected or duplicate"),
            "reason": _optional(TEXT, "key of errors.REASONS; null when kept"),
            "detail": _optional(TEXT, "what a reader should know of this record"),
            "article_id": _optional(TEXT, "the article kept, or the one this record repeats"),
        },
        ("file", "record"),
    ),
    "removals": Table(
        "a stretch cut by cleaning",
        {
            "article_id": ARTICLE_ID,
            "position": _required(OFFSET, "offset into the clean text at which the stretch stood"),
            "text": _required(TEXT, "what was cut"),
            "kind": _required(TEXT, "key of KINDS_OF_REMOVAL"),
            "rule": _required(TEXT, "the rule that cut it, in plain words"),
        },
        ("article_id", "position", "text"),
    ),
    "articles": Table(
        "an article kept",
        {
            "article_id": ARTICLE_ID,
            "source": _optional(TEXT, "outlet that published it; null when it could not be proven"),
            "source_basis": _optional(TEXT, "where the outlet's name was found"),
            "agency": _optional(TEXT, "news agency credited with the text"),
            "title": _optional(TEXT, "headline"),
            "author": _optional(TEXT, "byline"),
            "published_at": _optional(MOMENT, "publication, UTC"),
            "date_basis": _optional(TEXT, "where the date was found"),
            "dateline": _optional(TEXT, "place and agency before the first sentence"),
            "url": _optional(TEXT, "address of the page"),
            "language": _required(TEXT, "two-letter code; und when it cannot be told"),
            "section": _optional(TEXT, "section named by the file"),
            "file": _required(TEXT, "file it came from, as in receipts"),
            "record": _required(COUNT, "data row of that file"),
            "story_id": _optional(TEXT, "event it tells of"),
            "n_characters": _required(COUNT, "characters of the clean text"),
            "n_words": _required(COUNT, "words of the clean text"),
            "n_sentences": _required(COUNT, "sentences of the clean text"),
            "polarity": _optional(SCORE, "TextBlob word polarity of the whole text, -1 to 1; null without words"),
            "subjectivity": _optional(SCORE, "TextBlob subjectivity of the whole text, 0 to 1; null without words"),
            "tone": _optional(SCORE, "mean over sentences of VADER's compound score, -1 to 1; null without words"),
            "reading_ease": _optional(SCORE, "Flesch reading ease, higher is easier; English only"),
            "n_mentions": _required(COUNT, "names found in the text"),
            "n_quotes": _required(COUNT, "attributions of speech found; fragments and thoughts are not counted"),
            "share_quoted": _optional(SHARE, "share of words inside quotation marks, 0 to 1; null without words"),
            "n_words_own": _required(COUNT, "words in the outlet's own voice"),
            "n_words_reported": _required(COUNT, "words that tell what somebody said, without quotation marks"),
            "n_words_quoted": _required(COUNT, "words quoted"),
            "polarity_own": _optional(SCORE, "mean word polarity of the stretches in the outlet's own voice"),
            "polarity_reported": _optional(SCORE, "mean word polarity of the stretches reported"),
            "polarity_quoted": _optional(SCORE, "mean word polarity of the stretches quoted"),
            "tone_own": _optional(SCORE, "mean VADER compound of the stretches in the outlet's own voice"),
            "tone_reported": _optional(SCORE, "mean VADER compound of the stretches reported"),
            "tone_quoted": _optional(SCORE, "mean VADER compound of the stretches quoted"),
            "polarity_headline": _optional(SCORE, "word polarity of the headline; null without one"),
            "tone_headline": _optional(SCORE, "VADER compound of the headline; null without one"),
        },
        ("article_id",),
    ),
    "texts": Table(
        "an article's clean text",
        {
            "article_id": ARTICLE_ID,
            "text": _required(TEXT, "paragraphs parted by an empty line"),
            "analysis_key": _required(TEXT, "hash of headline, text and the code that measured them"),
        },
        ("article_id",),
    ),
    "sentences": Table(
        "a sentence",
        {
            "article_id": ARTICLE_ID,
            "sentence": _required(COUNT, "number in the article, from 0"),
            "start": START,
            "end": END,
            "n_words": _required(COUNT, "words of the sentence"),
            "polarity": _optional(SCORE, "TextBlob word polarity, -1 to 1; null without words"),
            "subjectivity": _optional(SCORE, "TextBlob subjectivity, 0 to 1; null without words"),
            "tone": _optional(SCORE, "VADER's compound score, -1 to 1; null without words"),
            "voice": _required(TEXT, "own, reported or quoted: that of most of the sentence"),
        },
        ("article_id", "sentence"),
    ),
    "stretches": Table(
        "a stretch of a sentence in one voice",
        {
            "article_id": ARTICLE_ID,
            "sentence": _required(COUNT, "number of the sentence it is part of"),
            "start": START,
            "end": END,
            "voice": _required(TEXT, "own, reported or quoted"),
            "n_words": _required(COUNT, "words of the stretch"),
            "polarity": _optional(SCORE, "TextBlob word polarity, -1 to 1; null without words"),
            "tone": _optional(SCORE, "VADER's compound score, -1 to 1; null without words"),
        },
        ("article_id", "start"),
    ),
    "quotes": Table(
        "a stretch of an attribution; stretches with one number are one attribution",
        {
            "article_id": ARTICLE_ID,
            "quote": _required(COUNT, "number of the attribution in the article, from 0"),
            "start": START,
            "end": END,
            "text": _required(TEXT, "what is said, quotation marks included"),
            "n_words": _required(COUNT, "words of the stretch"),
            "type": _required(TEXT, "direct, mixed, indirect or fragment"),
            "speaker": _optional(TEXT, "full name where the text gives one, else the description as written"),
            "entity_id": _optional(TEXT, "the speaker after merging; null for a description or nobody"),
            "is_inferred": _required(pa.bool_(), "whether the speaker was concluded from a pronoun, role or place"),
            "speaker_start": _optional(OFFSET, "offset of the words that show the speaker"),
            "speaker_end": _optional(OFFSET, "offset behind the words that show the speaker"),
            "verb": _optional(TEXT, "reporting verb, base form"),
            "verb_class": _optional(TEXT, "class of the verb in reporting_verbs.csv"),
            "is_speech": _required(pa.bool_(), "false for thoughts, wishes and findings"),
            "confidence": _required(TEXT, "clear, likely or unsure"),
        },
        ("article_id", "quote", "start"),
    ),
    "mentions": Table(
        "a name in a text",
        {
            "article_id": ARTICLE_ID,
            "start": START,
            "end": END,
            "surface": _required(TEXT, "the name as written"),
            "kind": _required(TEXT, "one of KINDS_OF_NAME"),
            "sentence": _optional(COUNT, "number of the sentence it stands in"),
            "voice": _optional(TEXT, "own, reported or quoted: that of the stretch it stands in"),
            "towards": _optional(
                pa.int8(), "tone of the sentence towards it: -1, 0, 1; null when not clear or not asked"
            ),
            "towards_confidence": _optional(SHARE, "probability of the likeliest tone; null when not asked"),
            "entity_id": _required(TEXT, "the name after merging"),
        },
        ("article_id", "start"),
    ),
    "entities": Table(
        "a name after merging",
        {
            "entity_id": _required(TEXT, "16 hexadecimal digits of a hash of kind and name"),
            "name": _required(TEXT, "the fullest way the name is written"),
            "kind": _required(TEXT, "one of KINDS_OF_NAME"),
            "aliases": _required(pa.list_(TEXT), "every way the name is written, most frequent first"),
        },
        ("entity_id",),
    ),
    "stories": Table(
        "an event told by several articles",
        {
            "story_id": _required(TEXT, "16 hexadecimal digits of a hash of one of its articles"),
            "label": _required(TEXT, "the event in the articles' own words"),
            "n_articles": _required(COUNT, "articles that tell it"),
            "n_sources": _required(COUNT, "sources that tell it; unknown ones count as one"),
        },
        ("story_id",),
    ),
    "statements": Table(
        "one article's telling of one statement of a story",
        {
            "story_id": _required(TEXT, "the event"),
            "statement": _required(COUNT, "number in the story, from 0, in the order of first telling"),
            "article_id": ARTICLE_ID,
            "start": START,
            "end": END,
            "match": _required(TEXT, "verbatim, trimmed, reworded, possible or conflicts"),
            "evidence": _required(TEXT, "why these are taken for the same, in words"),
        },
        ("story_id", "statement", "article_id", "start"),
    ),
    "overlaps": Table(
        "a passage that two articles share",
        {
            "article_a": _required(TEXT, "the article whose id comes first in the alphabet"),
            "start_a": _required(OFFSET, "offset of the passage in article_a"),
            "end_a": _required(OFFSET, "offset behind the passage in article_a"),
            "article_b": _required(TEXT, "the other article"),
            "start_b": _required(OFFSET, "offset of the passage in article_b"),
            "end_b": _required(OFFSET, "offset behind the passage in article_b"),
            "n_words": _required(COUNT, "words in a row that both have, spelling folded"),
            "quoted": _required(pa.bool_(), "whether at least half of it stands between quotation marks"),
        },
        ("article_a", "article_b", "start_a", "start_b"),
    ),
    "build": Table(
        "the store itself (one row)",
        {
            "fingerprint": _required(TEXT, "hash of everything in the store but the moment it was built"),
            "built_at": _required(MOMENT, "when it was written"),
            "version": _required(TEXT, "version of Parallax that wrote it"),
            "n_records": _required(COUNT, "records met"),
            "n_kept": _required(COUNT, "records kept as articles"),
            "n_rejected": _required(COUNT, "records set aside with a reason"),
            "n_duplicates": _required(COUNT, "records that repeat an article kept"),
        },
        ("fingerprint",),
    ),
}
"""Name -> table. What is not here is not in a store."""


def _without_entity(table: str) -> pa.Schema:
    return pa.schema([field for field in TABLES[table].schema if field.name != "entity_id"])


ANALYSED: Final = {
    "measures": pa.schema([TABLES["articles"].schema.field(name) for name in ("article_id", *MEASURES)]),
    "sentences": TABLES["sentences"].schema,
    "stretches": TABLES["stretches"].schema,
    "mentions": _without_entity("mentions"),
    "quotes": _without_entity("quotes"),
}
"""What the analysis of one article gives: `entity_id` is known only when names are merged across articles."""


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
