"""How often each article chosen uses each word: what every comparison of words begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.words.index import WHOSE_COUNTED, read_words
from newscorpus.statistics.keyness import Uses
from newscorpus.tables.words import MAX_WORDS_OF_PHRASE, WHOSE

Counts = npt.NDArray[np.int64]
Form = Literal["folded", "lemma"]
Length = Literal["words", "phrases"]
Voice = Literal["both", "own", "quoted"]

MIN_USES_SHOWN: Final = 3  # in the corpus; what is used less says nothing, and is most of any vocabulary
MAX_TERMS: Final = 3_000  # those in most articles, whoever writes them
MAX_ARTICLES: Final = 10_000  # counted for all terms at once: two million uses, 250 MB while they are dealt out
SPREADING: Final = 2_654_435_761  # Knuth 1973, section 6.4: neighbouring numbers are sent far apart
LARGEST: Final = 2**32
LENGTHS: Final[dict[Length, tuple[int, ...]]] = {"words": (1,), "phrases": tuple(range(2, MAX_WORDS_OF_PHRASE + 1))}


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted: words or phrases; with spelling folded, or all forms of a word together; whose words.

    `content_only` leaves out function words, and phrases that begin or end with one. Voice "own" is what stands outside
    quotation marks.
    """

    length: Length = "words"
    form: Form = "folded"
    voice: Voice = "both"
    content_only: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """The uses of the words `terms` (term, shown, share of the corpus' words) in articles.

    `articles`: a, source (label), story (number, -1 for an article that stands alone), in the order of `a`.
    `n_left_out` counts the rarer words that were not looked at, `n_articles_left_out` articles of stories that were not
    drawn.
    """

    terms: pa.Table
    articles: pa.Table
    uses: Uses
    n_left_out: int
    n_articles_left_out: int


ARTICLES: Final = """
    SELECT a, source_label AS source, CAST({n_words} AS BIGINT) AS n_words,
        CASE WHEN story_id IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY story_id) END AS story
    FROM chosen WHERE {n_words} > 0 ORDER BY a
"""
N_WORDS: Final[dict[Voice, str]] = {
    "both": "n_words",
    "own": "(n_words_own + n_words_reported)",
    "quoted": "n_words_quoted",
}


def count_words(
    reader: Reader, selection: Selection, counting: Counting, terms_wanted: Sequence[str] | None = None
) -> Counted:
    """The uses of every term of `counting`, or of those wanted, in the articles chosen that have words in that voice.

    Of all terms the MAX_TERMS that stand in most articles of the corpus, whoever writes them, and of more than
    MAX_ARTICLES articles about so many: whole stories, drawn by their number, the same ones every time.
    """
    every = ask(reader, selection, ARTICLES.format(n_words=N_WORDS[counting.voice]))
    articles = every if terms_wanted is not None else _drawn(every)
    terms, forms, n_left_out = _terms(reader, counting, terms_wanted)
    uses = _uses(reader, selection, counting, (articles, terms.num_rows, forms))
    return Counted(terms, articles, uses, n_left_out, every.num_rows - articles.num_rows)


def _drawn(articles: pa.Table) -> pa.Table:
    """All articles, or those of stories drawn so that about MAX_ARTICLES are left."""
    if articles.num_rows <= MAX_ARTICLES:
        return articles
    spread = _events(articles) * SPREADING % LARGEST
    return articles.filter(pa.array(spread < LARGEST * MAX_ARTICLES // articles.num_rows))


def counts_of(selection: Selection, counting: Counting) -> list[str]:
    """The columns of the table words whose uses count.

    >>> counts_of(Selection(passages="own"), Counting(voice="quoted"))
    ['n_quoted']
    """
    whose = [WHOSE[number] for number in WHOSE_COUNTED[selection.passages]]
    return [f"n_{name}" for name in whose if counting.voice == "both" or name.startswith(counting.voice)]


def events(counted: Counted) -> Counts:
    """The number of the event each article tells: its story, and one of its own for an article that stands alone."""
    return _events(counted.articles)


def _events(articles: pa.Table) -> Counts:
    story = articles["story"].to_numpy()
    alone: Counts = np.arange(len(story)) + int(story.max(initial=0)) + 1
    return np.where(story < 0, alone, story)


def _terms(reader: Reader, counting: Counting, wanted: Sequence[str] | None) -> tuple[pa.Table, pa.Table, int]:
    """term, shown, share of the corpus' words; form and number of the term it counts for; and how many are left out."""
    columns = ["form", counting.form, "shown", "is_content", "n_uses", "n_articles"]
    lengths = pa.array(LENGTHS[counting.length], pa.int8())
    rows = reader.store.dataset("vocabulary").to_table(columns, filter=pc.field("n_tokens").isin(lengths))
    rows = rows.rename_columns(["form", "term", *columns[2:]]).sort_by(
        [("n_uses", "descending"), ("form", "ascending")]
    )
    terms = rows.group_by("term", use_threads=False).aggregate(
        [("shown", "first"), ("is_content", "first"), ("n_uses", "sum"), ("n_articles", "sum")]
    )
    if wanted is not None:
        terms = terms.filter(pc.is_in(terms["term"], pa.array(wanted, pa.string())))
    else:
        enough = pc.greater_equal(terms["n_uses_sum"], MIN_USES_SHOWN)
        terms = terms.filter(pc.and_(enough, terms["is_content_first"]) if counting.content_only else enough)
    terms = terms.sort_by([("n_articles_sum", "descending"), ("term", "ascending")])
    kept = terms.slice(0, MAX_TERMS)
    n_words = max(1, _n_words_of_corpus(reader))
    share = pc.divide(pc.cast(kept["n_uses_sum"], pa.float64()), float(n_words))
    number = pc.index_in(rows["term"], kept["term"].combine_chunks())
    forms = pa.table({"form": rows["form"], "number": number}).filter(pc.is_valid(number)).combine_chunks()
    shown = pa.table({"term": kept["term"], "shown": kept["shown_first"], "share": share})
    return shown, forms, terms.num_rows - kept.num_rows


def _n_words_of_corpus(reader: Reader) -> int:
    found = ask(reader, EVERYTHING, "SELECT CAST(coalesce(sum(n_words), 0) AS BIGINT) AS n FROM chosen")
    return int(found["n"][0].as_py())


def _uses(reader: Reader, selection: Selection, counting: Counting, looked_at: tuple[pa.Table, int, pa.Table]) -> Uses:
    """The rows of the index that count, forms of one term added up."""
    articles, n_terms, forms = looked_at
    columns = counts_of(selection, counting)
    place_of = np.full(int(pc.max(articles["a"]).as_py() or 0) + 1 if articles.num_rows else 1, -1, np.int64)
    place_of[articles["a"].to_numpy()] = np.arange(articles.num_rows)
    codes, counts = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    lengths = LENGTHS[counting.length]
    for batch in read_words(reader, ("form", "a", *columns), forms["form"].to_pylist(), lengths):
        a = batch["a"].to_numpy()
        place = np.where(a < len(place_of), place_of[np.minimum(a, len(place_of) - 1)], -1)
        n = np.sum([batch[name].to_numpy() for name in columns], axis=0)
        kept = (place >= 0) & (n > 0)
        encoded = batch["form"].combine_chunks().dictionary_encode()
        of_form = forms["number"].combine_chunks().take(pc.index_in(encoded.dictionary, forms["form"].combine_chunks()))
        term = of_form.to_numpy()[encoded.indices.to_numpy()]
        codes.append(place[kept] * n_terms + term[kept])
        counts.append(n[kept].astype(np.int64))
    code, row = np.unique(np.concatenate(codes), return_inverse=True)
    n = np.bincount(row, np.concatenate(counts), len(code)).astype(np.int64)
    n_terms = max(1, n_terms)
    return Uses(code // n_terms, code % n_terms, n, articles["n_words"].to_numpy(), n_terms)
