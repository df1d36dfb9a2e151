"""How each source treats one name: the tone towards it, where in the article it stands, what stands beside it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.names.modifiers import words_after, words_before
from newscorpus.query.selection import Selection

Towards = Literal["favourable", "neutral", "unfavourable", "not clear"]
TOWARDS: Final[tuple[Towards, ...]] = get_args(Towards)
Side = Literal["before", "after"]

N_MENTIONS_READ: Final = 2_000  # whose neighbours are looked at: their texts are read from disk, half a second's work
N_LABELS: Final = 100
BESIDE_SCHEMA: Final = pa.schema(
    [("words", pa.string()), ("side", pa.string()), ("source", pa.string()), ("n", pa.int64())]
)

MINE: Final = """,
    mine AS MATERIALIZED (
        SELECT m.article_id, m.start, m."end", m.surface, m.sentence, chosen.source_label, chosen.title, chosen.day,
            chosen.headline, chosen.n_characters,
            towards_words, CASE WHEN towards = 1 THEN 'favourable' WHEN towards = 0 THEN 'neutral'
                WHEN towards = -1 THEN 'unfavourable' WHEN towards_confidence IS NOT NULL THEN 'not clear'
            END AS towards
        FROM mentions_on_disk AS m JOIN chosen USING (article_id)
        WHERE m.entity_id IN (SELECT entity_id FROM names WHERE name_label = $label)
    )
"""
COLUMNS_READ: Final = {
    "mentions": (
        "article_id",
        "start",
        "end",
        "surface",
        "sentence",
        "towards",
        "towards_confidence",
        "towards_words",
        "entity_id",
    )
}

TONE: Final = (
    MINE
    + """
    SELECT source_label AS source, count(towards) AS n_asked, count(*) AS n_mentions,
        count(*) FILTER (towards = 'favourable') AS favourable, count(*) FILTER (towards = 'neutral') AS neutral,
        count(*) FILTER (towards = 'unfavourable') AS unfavourable,
        count(*) FILTER (towards = 'not clear') AS "not clear"
    FROM mine GROUP BY source_label ORDER BY n_asked DESC, source
"""
)


def tone_towards(reader: Reader, selection: Selection, label: str) -> pa.Table:
    """A row a source that names it: n_mentions, n_asked, and of these favourable, neutral, unfavourable, not clear.

    The tone is asked for mentions in the outlet's own voice, of persons and organisations alone: n_asked may be 0.
    """
    return ask(reader, selection, TONE, {"label": label}, COLUMNS_READ)


# First places of an article: its first two sentences are the lead, then its first third, then the rest.
PROMINENCE: Final = (
    MINE
    + """,
    spellings AS (
        SELECT DISTINCT ' ' || trim(lower(regexp_replace(surface, '[^\\pL\\pN]+', ' ', 'g'))) || ' ' AS word
        FROM mine
    ),
    first AS (
        SELECT article_id, any_value(source_label) AS source, min(start) AS start, min(sentence) AS sentence,
            any_value(n_characters) AS n_characters,
            ' ' || lower(regexp_replace(any_value(headline), '[^\\pL\\pN]+', ' ', 'g')) || ' ' AS headline
        FROM mine GROUP BY article_id
    ),
    placed AS (
        SELECT *, EXISTS (SELECT 1 FROM spellings WHERE length(word) > 2 AND contains(headline, word)) AS in_headline,
            CASE WHEN sentence < 2 THEN 'lead' WHEN start < n_characters / 3 THEN 'third' ELSE 'tail' END AS place
        FROM first
    )
    SELECT source, count(*) AS n_articles, count(*) FILTER (in_headline) AS n_headline,
        count(*) FILTER (place = 'lead') AS n_lead, count(*) FILTER (place = 'third') AS n_first_third,
        count(*) FILTER (place = 'tail') AS n_tail
    FROM placed GROUP BY source ORDER BY n_articles DESC, source
"""
)


def prominence(reader: Reader, selection: Selection, label: str) -> pa.Table:
    """A row a source that names it: n_articles, in how many the headline names it, and where it is named first.

    n_lead (first two sentences), n_first_third (of the characters) and n_tail add up to n_articles.
    """
    return ask(reader, selection, PROMINENCE, {"label": label}, COLUMNS_READ)


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence that names somebody: the place of the name, the tone towards it, and the words that made the tone."""

    article_id: str
    source: str
    title: str | None
    day: date | None
    sentence: str
    start: int
    end: int
    towards: Towards
    telling_words: tuple[str, ...]


SENTENCES: Final = (
    MINE
    + """
    SELECT *, count(*) OVER () AS n_fitting FROM mine
    WHERE towards = $towards AND source_label = $source
    ORDER BY day NULLS LAST, article_id, start LIMIT $n_rows
"""
)


def sentences_towards(
    reader: Reader, selection: Selection, label: str, source: str, towards: str, n_rows: int
) -> list[NamedSentence]:
    """The first `n_rows` sentences of a source with that tone towards the name; [] for a tone that is none."""
    values = {"label": label, "source": source, "towards": towards, "n_rows": n_rows}
    rows = ask(reader, selection, SENTENCES, values, COLUMNS_READ).to_pylist()
    texts = _texts(reader, [row["article_id"] for row in rows])
    spans = _sentences(reader, [row["article_id"] for row in rows])
    found = []
    for row in rows:
        start, end = spans[row["article_id"], row["sentence"]]
        text = texts[row["article_id"]][start:end]
        place = row["start"] - start, row["end"] - start
        known = (row["article_id"], row["source_label"], row["title"], row["day"])
        found.append(NamedSentence(*known, text, *place, row["towards"], tuple(row["towards_words"] or ())))
    return found


BESIDE: Final = (
    MINE
    + """
    SELECT article_id, start, "end", source_label AS source FROM mine ORDER BY article_id, start LIMIT $n_rows
"""
)


def labels_beside(reader: Reader, selection: Selection, label: str) -> pa.Table:
    """Words directly before the name (titles, roles, adjectives) and appositions after it: words, side, source, n.

    Of the first N_MENTIONS_READ mentions; the N_LABELS most frequent. Read by place alone, not by grammar.
    """
    values = {"label": label, "n_rows": N_MENTIONS_READ}
    rows = ask(reader, selection, BESIDE, values, COLUMNS_READ).to_pylist()
    texts = _texts(reader, [row["article_id"] for row in rows])
    counts: Counter[tuple[str, Side, str]] = Counter()
    for row in rows:
        text = texts[row["article_id"]]
        for side, words in (("before", words_before(text, row["start"])), ("after", words_after(text, row["end"]))):
            if words:
                counts[words, side, row["source"]] += 1  # type: ignore[index]
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:N_LABELS]
    rows = [{"words": words, "side": side, "source": source, "n": n} for (words, side, source), n in top]
    return pa.Table.from_pylist(rows, BESIDE_SCHEMA)


def _texts(reader: Reader, ids: list[str]) -> dict[str, str]:
    here = pc.field("article_id").isin(pa.array(sorted(set(ids)), pa.string()))
    table = reader.store.dataset("texts").to_table(["article_id", "text"], filter=here)
    return dict(zip(table["article_id"].to_pylist(), table["text"].to_pylist(), strict=True))


def _sentences(reader: Reader, ids: list[str]) -> dict[tuple[str, int], tuple[int, int]]:
    here = pc.field("article_id").isin(pa.array(sorted(set(ids)), pa.string()))
    rows = reader.store.dataset("sentences").to_table(["article_id", "sentence", "start", "end"], filter=here)
    return {(row["article_id"], row["sentence"]): (row["start"], row["end"]) for row in rows.to_pylist()}
