"""How much of what each source prints is its own: words in sentences that no other source has, nor an agency."""

from typing import Final

from newscorpus.query.answers import Answer
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

OWN_WORDS: Final = """,
    shared AS (SELECT a, n_words FROM parts WHERE passages = 'shared'),
    own AS (SELECT a FROM parts WHERE passages = 'own')
    SELECT source_label AS source, count(*) AS n_articles, CAST(sum(c.n_words) AS BIGINT) AS n_words,
        count(shared.a) AS n_articles_sharing,
        count(*) FILTER (shared.a IS NOT NULL AND own.a IS NULL) AS n_articles_shared_whole,
        CAST(coalesce(sum(shared.n_words), 0) AS BIGINT) AS n_words_shared,
        CASE WHEN sum(c.n_words) > 0 THEN 1 - coalesce(sum(shared.n_words), 0) / sum(c.n_words) END AS own_share
    FROM chosen AS c LEFT JOIN shared USING (a) LEFT JOIN own USING (a)
    GROUP BY source_label ORDER BY n_articles DESC, source_label
"""


def own_words(reader: Reader, selection: Selection) -> Answer:
    """A row a source, most articles first, of whole articles whatever sentences the selection counts.

    Columns: source, n_articles, n_words, n_articles_sharing (with a shared sentence), n_articles_shared_whole (with no
    other), n_words_shared, and own_share, the share of the words in sentences that no other source has,
    of articles that no agency is credited with: 0 to 1, null without words. Empty without articles.
    """
    table = ask(reader, selection.without("passages"), OWN_WORDS)
    return Answer(table, sum(table["n_articles"].to_pylist()))
