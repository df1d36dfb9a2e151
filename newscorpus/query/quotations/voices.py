"""In whose voice each source speaks: words of its own, words it reports, words it quotes."""

from typing import Final, Literal

from newscorpus.query.answers import Answer, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN

Voice = Literal["own", "reported", "quoted"]

WORDS: Final = """,
    summed AS (
        SELECT source_label AS source, count(*) FILTER (n_words > 0) AS n_articles, count(*) AS n_all,
            CAST(sum(n_words_own) AS BIGINT) AS own, CAST(sum(n_words_reported) AS BIGINT) AS reported,
            CAST(sum(n_words_quoted) AS BIGINT) AS quoted
        FROM chosen GROUP BY source_label
    )
    SELECT source, n_articles, n_all, own + reported + quoted AS n_words,
        own AS n_words_own, reported AS n_words_reported, quoted AS n_words_quoted,
        own / nullif(own + reported + quoted, 0) AS share_own,
        reported / nullif(own + reported + quoted, 0) AS share_reported,
        quoted / nullif(own + reported + quoted, 0) AS share_quoted
    FROM summed ORDER BY n_all DESC, source
"""


def words_by_voice(reader: Reader, selection: Selection) -> Answer:
    """A row a source, most articles first: n_words, and n_words_… and share_… of own, reported and quoted words.

    A share is of all words of the source, 0 to 1, and null for a source without words. Articles without words are left
    out and counted, sources beyond MAX_SOURCES_DRAWN too. Empty without articles.
    """
    every = ask(reader, selection, WORDS)
    drawn, beyond = every.slice(0, MAX_SOURCES_DRAWN), every.slice(MAX_SOURCES_DRAWN)
    n_with_words = sum(drawn["n_articles"].to_pylist())
    without_words = sum(drawn["n_all"].to_pylist()) - n_with_words
    reasons = left_out(no_words=without_words, source_beyond_top=sum(beyond["n_all"].to_pylist()))
    return Answer(drawn.drop_columns("n_all"), n_with_words, reasons)
