"""Who is quoted, how often, and with which verb: counts of attributions of speech."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import pyarrow as pa

from newscorpus.query.answers import Answer, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.quotations.attributions import NOBODY, SPEAKER_KIND_WORDS
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN

NOBODY_NAMED: Final = SPEAKER_KIND_WORDS[NOBODY]
NO_VERB: Final = "no verb"
N_VERBS_SHOWN: Final = 8  # of a cell, most frequent first: as many as a tooltip holds
By = Literal["source", "speaker"]


@dataclass(frozen=True, slots=True)
class QuotationFilter:
    """Attributions chosen by what is known of them. An empty tuple or None leaves that side open.

    `kinds` of speaker are keys of SPEAKER_KIND_WORDS; `types` direct, mixed, indirect; `confidences` clear, likely,
    unsure. `source`, `speaker` and `verb_class` name one cell of a figure.
    """

    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    source: str | None = None
    speaker: str | None = None
    verb_class: str | None = None

    def values(self) -> dict[str, Any]:
        """The parameters of QUOTED."""
        one = {name: getattr(self, name) for name in ("source", "speaker", "verb_class")}
        many = {name: list(getattr(self, name)) for name in ("kinds", "types", "confidences")}
        return {**many, **one, "nobody": NOBODY_NAMED, "no_verb": NO_VERB}


EVERY_QUOTATION: Final = QuotationFilter()

QUOTED: Final = f""",
    told AS (
        SELECT a, article_id, source_label, title, day, quote, start, t.n_words, CAST(type AS VARCHAR) AS type,
            CAST(confidence AS VARCHAR) AS confidence, is_inferred, is_corrected, p, e,
            coalesce(speaker, $nobody) AS speaker, coalesce(kind, '{NOBODY}') AS kind,
            verb, coalesce(verb_class, $no_verb) AS verb_class
        FROM attributions AS t JOIN chosen USING (a) LEFT JOIN speakers USING (p) LEFT JOIN verbs USING (v)
    ),
    quoted AS (
        SELECT * FROM told
        WHERE (len($kinds) = 0 OR kind IN (SELECT unnest($kinds)))
            AND (len($types) = 0 OR type IN (SELECT unnest($types)))
            AND (len($confidences) = 0 OR confidence IN (SELECT unnest($confidences)))
            AND (CAST($source AS VARCHAR) IS NULL OR source_label = $source)
            AND (CAST($speaker AS VARCHAR) IS NULL OR speaker = $speaker)
            AND (CAST($verb_class AS VARCHAR) IS NULL OR verb_class = $verb_class)
    )
"""


@dataclass(frozen=True, slots=True)
class QuotationFigures:
    """How much is quoted: counts of attributions, and of the articles and speakers they are in and by."""

    n_quotes: int
    n_words: int
    n_articles: int
    n_speakers: int
    n_nobody: int
    n_unsure: int
    n_inferred: int
    n_corrected: int


FIGURES: Final = (
    QUOTED
    + f"""
    SELECT CAST(count(*) AS BIGINT) AS n_quotes, CAST(coalesce(sum(n_words), 0) AS BIGINT) AS n_words,
        count(DISTINCT a) AS n_articles, count(DISTINCT p) AS n_speakers,
        count(*) FILTER (kind = '{NOBODY}') AS n_nobody,
        count(*) FILTER (confidence = 'unsure') AS n_unsure, count(*) FILTER (is_inferred) AS n_inferred,
        count(*) FILTER (is_corrected) AS n_corrected
    FROM quoted
"""
)


def quotation_figures(reader: Reader, selection: Selection, chosen: QuotationFilter) -> QuotationFigures:
    """Counts of the attributions that fit; zeros where none does."""
    return QuotationFigures(**ask(reader, selection, FIGURES, chosen.values()).to_pylist()[0])


SPEAKER_CELLS: Final = (
    QUOTED
    + f""",
    source AS (
        SELECT source_label, count(*) AS n_articles_of_source FROM chosen GROUP BY source_label
        ORDER BY n_articles_of_source DESC, source_label LIMIT $n_sources
    ),
    top AS (
        SELECT p, speaker, kind, count(*) AS n_quotes_of_speaker, row_number() OVER (
            ORDER BY count(*) DESC, sum(n_words) DESC, speaker) AS place
        FROM quoted WHERE kind <> '{NOBODY}' GROUP BY p, speaker, kind ORDER BY place LIMIT $n_top
    ),
    counted AS (
        SELECT source_label, p, count(*) AS n_quotes, CAST(sum(n_words) AS BIGINT) AS n_words,
            count(DISTINCT a) AS n_articles, count(*) FILTER (confidence = 'unsure') AS n_unsure
        FROM quoted GROUP BY source_label, p
    )
    SELECT speaker, kind, source_label AS source, coalesce(n_quotes, 0) AS n_quotes, coalesce(n_words, 0) AS n_words,
        coalesce(n_articles, 0) AS n_articles, coalesce(n_unsure, 0) AS n_unsure, n_articles_of_source
    FROM top CROSS JOIN source LEFT JOIN counted USING (source_label, p)
    ORDER BY place, n_articles_of_source DESC, source
"""
)


def speakers_by_source(reader: Reader, selection: Selection, chosen: QuotationFilter, n_top: int) -> pa.Table:
    """How often each source quotes the `n_top` speakers quoted most; a cell for every speaker and source.

    Columns speaker, kind, source, n_quotes, n_words, n_articles, n_unsure (0 where it does not quote them) and
    n_articles_of_source. Nobody is no speaker. Empty where nobody is quoted.
    """
    return ask(reader, selection, SPEAKER_CELLS, chosen.values() | {"n_top": n_top, "n_sources": MAX_SOURCES_DRAWN})


ONE_SOURCE: Final = (
    QUOTED
    + """,
    counted AS (
        SELECT p, speaker, kind, e, source_label, count(*) AS n_quotes, CAST(sum(n_words) AS BIGINT) AS n_words,
            count(DISTINCT a) AS n_articles
        FROM quoted WHERE e IS NOT NULL GROUP BY ALL
    ),
    alone AS (SELECT * FROM counted QUALIFY count(*) OVER (PARTITION BY p) = 1),
    naming AS (
        SELECT e, source_label, count(*) AS n FROM article_names JOIN chosen USING (a)
        WHERE e IN (SELECT e FROM alone) GROUP BY e, source_label
    )
    SELECT speaker, kind, alone.source_label AS source, n_quotes, n_words, n_articles,
        (SELECT count(*) FROM naming WHERE naming.e = alone.e AND naming.source_label <> alone.source_label)
            AS n_other_sources_naming,
        count(*) OVER () AS n_fitting
    FROM alone ORDER BY n_quotes DESC, n_words DESC, speaker LIMIT $n_top
"""
)


def quoted_by_one_source(reader: Reader, selection: Selection, chosen: QuotationFilter, n_top: int) -> Answer:
    """Named speakers whom one source alone quotes: speaker, kind, source, n_quotes, n_words, n_articles.

    `n_other_sources_naming` counts the other sources that name the speaker without quoting. Descriptions are no names
    and left out: "the minister" need not be the same one. `n_articles` counts the articles chosen; `left_out` the
    speakers behind the last row.
    """
    table = ask(reader, selection, ONE_SOURCE, chosen.values() | {"n_top": n_top})
    n_fitting = table["n_fitting"][0].as_py() if table.num_rows else 0
    n_articles = int(ask(reader, selection, "SELECT count(*) AS n FROM chosen")["n"][0].as_py())
    beyond = n_fitting - table.num_rows
    return Answer(table.drop_columns("n_fitting"), n_articles, left_out(beyond_top=beyond))


VERB_CLASSES: Final = (
    QUOTED
    + """,
    grouped AS (SELECT {label} AS label, verb_class, verb, a FROM quoted WHERE {fits}),
    top AS (
        SELECT label, count(*) AS n_quotes_of_group FROM grouped GROUP BY label
        ORDER BY n_quotes_of_group DESC, label LIMIT $n_top
    ),
    by_verb AS (
        SELECT label, verb_class, verb, count(*) AS n FROM grouped WHERE verb IS NOT NULL GROUP BY ALL
    ),
    verbs_of AS (
        SELECT label, verb_class, list(verb || ' ' || n ORDER BY n DESC, verb)[:$n_verbs] AS verbs
        FROM by_verb GROUP BY ALL
    )
    SELECT label, verb_class, count(*) AS n_quotes, count(DISTINCT a) AS n_articles, n_quotes_of_group,
        any_value(coalesce(verbs, [])) AS verbs
    FROM grouped JOIN top USING (label) LEFT JOIN verbs_of USING (label, verb_class)
    GROUP BY label, verb_class, n_quotes_of_group
    ORDER BY n_quotes_of_group DESC, label, n_quotes DESC, verb_class
"""
)
LABELS: Final[dict[By, tuple[str, str]]] = {
    "source": ("source_label", "true"),
    "speaker": ("speaker", f"kind <> '{NOBODY}'"),
}


def verb_classes(reader: Reader, selection: Selection, chosen: QuotationFilter, by: By, n_top: int) -> pa.Table:
    """Verbs of which class each source or speaker is given: label, verb_class, n_quotes, n_articles, verbs.

    Only the `n_top` sources or speakers with most attributions; no row for a class they have none of. `verbs` lists
    the most frequent verbs of the cell with their counts. Raises KeyError for a `by` that is none.
    """
    label, fits = LABELS[by]
    values = chosen.values() | {"n_top": n_top, "n_verbs": N_VERBS_SHOWN}
    return ask(reader, selection, VERB_CLASSES.format(label=label, fits=fits), values)
