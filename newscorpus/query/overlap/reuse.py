"""How much of one article stands in another, and which articles are one text: counted over the articles chosen."""

from collections.abc import Iterable, Mapping
from typing import Final

import pyarrow as pa

from newscorpus.compare.passages.copies import Reuse, independent_texts, reuse
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Columns, Reader
from newscorpus.query.selection import Selection

PASSAGES: Final[Columns] = {"overlaps": ("article_a", "article_b", "n_words", "quoted")}

PAIRS: Final = """
    SELECT article_a, article_b, source_a, source_b, n_words, longest_run, n_prose, n_passages,
        n_words / words_a AS share_a, n_words / words_b AS share_b,
        n_prose / words_a AS prose_share_a, n_prose / words_b AS prose_share_b
    FROM (
        SELECT o.article_a, o.article_b, any_value(a.source_label) AS source_a, any_value(b.source_label) AS source_b,
            any_value(a.n_words) AS words_a, any_value(b.n_words) AS words_b,
            CAST(sum(o.n_words) AS INTEGER) AS n_words, max(o.n_words) AS longest_run,
            CAST(coalesce(sum(o.n_words) FILTER (NOT quoted), 0) AS INTEGER) AS n_prose,
            CAST(count(*) AS INTEGER) AS n_passages
        FROM overlaps_on_disk AS o
            JOIN chosen AS a ON a.article_id = o.article_a JOIN chosen AS b ON b.article_id = o.article_b
        GROUP BY o.article_a, o.article_b
    )
    ORDER BY greatest(prose_share_a, prose_share_b) DESC, n_words DESC, article_a, article_b
"""


def shared_by_pairs(reader: Reader, selection: Selection) -> pa.Table:
    """A row a pair of chosen articles that share a passage, most reused first.

    Columns: article_a, article_b, their sources, n_words shared, longest_run, n_prose (shared outside quotation marks),
    n_passages, share_a and share_b of each article's words, prose_share_a and prose_share_b without quotations, and
    `reuse`, the word for the prose share of the shorter article. Empty where nothing is shared. Of whole articles,
    whatever sentences the selection counts: this is what tells them apart.
    """
    table = ask(reader, selection.without("passages"), PAIRS, on_disk=PASSAGES)
    shares = zip(table["prose_share_a"].to_pylist(), table["prose_share_b"].to_pylist(), strict=True)
    words: list[Reuse] = [reuse(max(pair)) for pair in shares]
    return table.append_column("reuse", pa.array(words, pa.string()))


def text_of_each(reader: Reader, selection: Selection) -> dict[str, str]:
    """article_id of every chosen article -> the id that stands for its text: articles that copy one another share it.

    The number of different values is the number of independent texts. Empty without articles.
    """
    ids = ask(reader, selection, "SELECT article_id FROM chosen ORDER BY article_id")["article_id"].to_pylist()
    return independent_texts(ids, shared_by_pairs(reader, selection))


def n_independent(texts_of: Mapping[str, Iterable[str]]) -> int:
    """How many of these sources speak for themselves, given the texts that each has: as many as can be given a text
    that no other of them is given. Sources that all have one text are one; a source without a text is none.

    >>> n_independent({"A": ["afp"], "B": ["afp"], "C": ["own", "afp"], "D": []})
    2
    """
    holder: dict[str, str] = {}
    held: dict[str, str] = {}
    for source in texts_of:
        _give_one(source, texts_of, holder, held)
    return len(held)


def _give_one(source: str, texts_of: Mapping[str, Iterable[str]], holder: dict[str, str], held: dict[str, str]) -> None:
    """Give `source` a text, where others can take another one instead: an augmenting path of a bipartite matching."""
    asked_by: dict[str, str] = {}
    asking = [source]
    while asking:
        one = asking.pop()
        for text in texts_of[one]:
            if text in asked_by:
                continue
            asked_by[text] = one
            if text in holder:
                asking.append(holder[text])
                continue
            given: str | None = text
            while given is not None:
                taker = asked_by[given]
                holder[given], held[taker], given = taker, given, held.get(taker)
            return
