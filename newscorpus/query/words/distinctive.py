"""Which words set sources apart: counts and rates for every word, and a claim only where chance does not do as much."""

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.reuse import text_of_each
from newscorpus.query.selection import EVERYTHING, UNKNOWN_SOURCE, Selection
from newscorpus.query.words.counts import Counted, Counting, count_words, events
from newscorpus.statistics import keyness
from newscorpus.statistics.dealing import Hands, hands, n_ways
from newscorpus.statistics.keyness import Uses, log_odds, max_t, n_words_cut
from newscorpus.statistics.rules import FALSE_ALARM

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
WhyNot = Literal["few_articles", "few_stories", "few_articles_other", "few_ways"]

OTHERS: Final = "all others"
CORPUS: Final = "the whole corpus"
"""What a source can be held against besides one other source, whose label then stands here."""
MAX_SOURCES: Final = 12  # compared at once when none is chosen: as many as can be read side by side
N_ROWS: Final = 200  # of each source; what is called distinctive is always among them


@dataclass(frozen=True, slots=True)
class Distinctive:
    """What was found.

    `words`: a row a source and word, what is called first, then by log-odds: source, term, shown, n_uses,
    per_thousand, n_articles, n_stories, the same of the reference (…_other), log_odds (above 0: this source uses it
    more), chance (share of deals with so large a difference in any word of any source; null when not tested), and
    is_called.
    `sources`: a row a source: source, n_articles, n_stories, n_words, the same of its reference, n_called, and why_not,
    why nothing can be called distinctive of it (null when something can).
    `n_terms` words were looked at, `n_left_out` rarer ones were not; nor were `n_articles_left_out` articles of a
    large corpus, of stories that were not drawn.
    """

    words: pa.Table
    sources: pa.Table
    n_terms: int
    n_left_out: int
    n_articles_left_out: int


@dataclass(frozen=True, slots=True)
class _Sums:
    """Of one side: uses, articles, texts and stories with each term, and how many of these it has.

    Articles that copy one another are one text. `totals`: words, articles, stories.
    """

    n_uses: Counts
    n_articles: Counts
    n_texts: Counts
    n_stories: Counts
    totals: tuple[int, int, int]
    n_texts_of_side: int


@dataclass(frozen=True, slots=True)
class _Held:
    """A source held against its reference: sums of both, the chance of each term, and why nothing can be called.

    `further`: how much more its articles use each term than dealing has it; below 0, less.
    """

    source: str
    here: _Sums
    there: _Sums
    chance: Numbers
    further: Numbers
    why_not: WhyNot | None


def distinctive(reader: Reader, selection: Selection, counting: Counting, reference: str = OTHERS) -> Distinctive:
    """The words of each source chosen (or of those with most articles) against `reference`.

    OTHERS: all other sources under the same filters; CORPUS: every article, this source's own among them; or the label
    of one source. Empty tables where no source can be held against it.
    """
    wide = replace(EVERYTHING, passages=selection.passages) if reference == CORPUS else selection.without("sources")
    counted = _with_texts(reader, wide, count_words(reader, wide, counting))
    chosen = ask(reader, selection, "SELECT a, source_label AS source FROM chosen ORDER BY a")
    chosen = chosen.filter(pc.is_in(chosen["a"], counted.articles["a"].combine_chunks()))  # those with words
    sources = [source for source in _sources(chosen, selection) if source != reference]
    if reference in (OTHERS, CORPUS):
        held = _against_many(counted, chosen, sources, to_all=reference == CORPUS)
    else:
        held = _against_one(counted, sources, reference)
    return _answer(counted, held)


def _with_texts(reader: Reader, selection: Selection, counted: Counted) -> Counted:
    """With a number for the text of each article, which its copies share."""
    text_of = text_of_each(reader, selection)
    ids = ask(reader, selection, "SELECT a, article_id FROM chosen ORDER BY a")
    ids = ids.filter(pc.is_in(ids["a"], counted.articles["a"].combine_chunks()))
    texts = pa.array([text_of[article_id] for article_id in ids["article_id"].to_pylist()], pa.string())
    return replace(counted, articles=counted.articles.append_column("text", texts.dictionary_encode().indices))


def _sources(chosen: pa.Table, selection: Selection) -> list[str]:
    """The sources asked about, most articles first."""
    counted = chosen.group_by("source").aggregate([("a", "count")])
    ordered: list[str] = counted.sort_by([("a_count", "descending"), ("source", "ascending")])["source"].to_pylist()
    if selection.sources:
        return ordered
    return [source for source in ordered if source != UNKNOWN_SOURCE][:MAX_SOURCES]


def _against_many(counted: Counted, chosen: pa.Table, sources: list[str], *, to_all: bool) -> list[_Held]:
    """Each source against everybody else, or against all."""
    number = pc.index_in(counted.articles["source"], pa.array(sources, pa.string())).fill_null(len(sources))
    is_chosen = pc.is_in(counted.articles["a"], chosen["a"].combine_chunks())
    side = np.where(is_chosen.to_numpy(), number.to_numpy(), len(sources)).astype(np.int64)
    here = [_sums(counted, side == n) for n in range(len(sources))]
    there = [_sums(counted, np.ones(len(side), bool) if to_all else side != n) for n in range(len(sources))]
    dealt = _hands(counted, side, len(sources))
    reasons = [_why_not(here[n], there[n], n_ways(dealt, n)) for n in range(len(sources))]
    tested = [n for n, reason in enumerate(reasons) if reason is None]
    chances = _chances(counted, side, tested)
    return [
        _Held(source, here[n], there[n], *chances.get(n, _untested(counted)), reasons[n])
        for n, source in enumerate(sources)
    ]


def _against_one(counted: Counted, sources: list[str], reference: str) -> list[_Held]:
    """Each source against one: the articles of these two are dealt out, and what is found pays for every pair."""
    names = counted.articles["source"].to_numpy(zero_copy_only=False)
    held = []
    for source in sources:
        both = _only(counted, (names == source) | (names == reference))
        side = (both.articles["source"].to_numpy(zero_copy_only=False) == reference).astype(np.int64)
        here, there = _sums(both, side == 0), _sums(both, side == 1)
        reason = _why_not(here, there, n_ways(_hands(both, side, 1), 0))
        tested = {} if reason else _chances(both, side, [0])
        held.append(_Held(source, here, there, *tested.get(0, _untested(both)), reason))
    n_tested = sum(each.why_not is None for each in held)
    return [replace(each, chance=np.minimum(1, each.chance * n_tested)) for each in held]


def _chances(counted: Counted, side: Counts, tested: list[int]) -> dict[int, tuple[Numbers, Numbers]]:
    """Of each side tested the chance of each term, and how far it differs; NaN below the minimum in all articles."""
    every = _sums(counted, np.ones(len(side), bool))
    terms = np.flatnonzero(_is_enough(every))
    if not tested or not len(terms):
        return {}
    number = np.full(counted.uses.n_different, -1)
    number[terms] = np.arange(len(terms))
    rows = number[counted.uses.word] >= 0
    uses = counted.uses
    some = Uses(uses.article[rows], number[uses.word[rows]], uses.n[rows], uses.n_words, len(terms))
    place = np.full(int(side.max()) + 1, len(tested))
    place[tested] = np.arange(len(tested))
    chance, further = max_t(some, _hands(counted, place[side], len(tested)), n_words_cut(uses.n_words, side))
    chances = {}
    for row, source in enumerate(tested):
        chances[source] = _untested(counted)
        chances[source][0][terms], chances[source][1][terms] = chance[row], further[row]
    return chances


def _hands(counted: Counted, side: Counts, n_sides: int) -> Hands:
    story, text = (counted.articles[name].to_numpy().astype(np.int64) for name in ("story", "text"))
    return hands(side, story, n_sides, text)


def _untested(counted: Counted) -> tuple[Numbers, Numbers]:
    return np.full(counted.uses.n_different, np.nan), np.full(counted.uses.n_different, np.nan)


def _is_enough(sums: _Sums) -> npt.NDArray[np.bool_]:
    return (
        (sums.n_uses >= keyness.MIN_USES)
        & (sums.n_texts >= keyness.MIN_ARTICLES)
        & (sums.n_stories >= keyness.MIN_STORIES)
    )


def _why_not(here: _Sums, there: _Sums, ways: float) -> WhyNot | None:
    if here.n_texts_of_side < keyness.MIN_ARTICLES:
        return "few_articles"
    if here.totals[2] < keyness.MIN_STORIES:
        return "few_stories"
    if there.n_texts_of_side < keyness.MIN_ARTICLES:
        return "few_articles_other"
    return "few_ways" if ways < keyness.MIN_WAYS else None


def _only(counted: Counted, kept: npt.NDArray[np.bool_]) -> Counted:
    """The same of some of the articles."""
    number = np.cumsum(kept) - 1
    uses = counted.uses
    rows = kept[uses.article]
    some = Uses(number[uses.article[rows]], uses.word[rows], uses.n[rows], uses.n_words[kept], uses.n_different)
    return replace(counted, articles=counted.articles.filter(pa.array(kept)), uses=some)


def _sums(counted: Counted, kept: npt.NDArray[np.bool_]) -> _Sums:
    uses, n_terms = counted.uses, counted.uses.n_different
    rows = kept[uses.article]
    word, article = uses.word[rows], uses.article[rows]
    event, text = events(counted), counted.articles["text"].to_numpy().astype(np.int64)
    totals = (int(uses.n_words[kept].sum()), int(kept.sum()), len(np.unique(event[kept])))
    return _Sums(
        np.bincount(word, uses.n[rows], n_terms).astype(np.int64),
        np.bincount(word, minlength=n_terms),
        _n_different(text[article], word, n_terms),
        _n_different(event[article], word, n_terms),
        totals,
        len(np.unique(text[kept])),
    )


def _n_different(number: Counts, word: Counts, n_terms: int) -> Counts:
    """How many different numbers each word has."""
    pairs = np.sort(number * n_terms + word)
    return np.bincount(
        pairs[np.diff(pairs, prepend=-1) != 0] % n_terms, minlength=n_terms
    )  # np.unique: ten times as long


def _answer(counted: Counted, held: list[_Held]) -> Distinctive:
    pieces, rows = [WORDS.empty_table()], []
    share = np.maximum(counted.terms["share"].to_numpy(), np.finfo(float).tiny)
    for each in held:
        words = _words(counted.terms, each, share)
        pieces.append(words)
        row = {"source": each.source, "why_not": each.why_not, "n_called": pc.sum(words["is_called"]).as_py() or 0}
        for name, sums in (("", each.here), ("_other", each.there)):
            row |= dict(zip((f"n_words{name}", f"n_articles{name}", f"n_stories{name}"), sums.totals, strict=True))
        rows.append(row)
    n_terms = int(np.count_nonzero(np.bincount(counted.uses.word, minlength=1)))
    words, sources = pa.concat_tables(pieces), pa.Table.from_pylist(rows, SOURCES)
    return Distinctive(words, sources, n_terms, counted.n_left_out, counted.n_articles_left_out)


def _words(terms: pa.Table, held: _Held, share: Numbers) -> pa.Table:
    """The rows of one source."""
    here, there = held.here, held.there
    used = np.flatnonzero(here.n_uses + there.n_uses)
    words, words_other = max(1, here.totals[0]), max(1, there.totals[0])
    odds = log_odds((here.n_uses[used], words), (there.n_uses[used], words_other), share[used])
    is_enough = np.where(odds > 0, _is_enough(here)[used], _is_enough(there)[used])
    chance = held.chance[used]
    is_called = (chance <= FALSE_ALARM) & (held.further[used] * odds > 0) & is_enough  # NaN is never
    order = np.lexsort((used, -np.abs(odds), ~is_called))[:N_ROWS]
    term = pa.array(used[order])
    columns = {
        "source": pa.array([held.source] * len(order), pa.string()),
        "term": terms["term"].take(term),
        "shown": terms["shown"].take(term),
    }
    for name, sums, n_words in (("", here, words), ("_other", there, words_other)):
        columns[f"n_uses{name}"] = pa.array(sums.n_uses[used][order])
        columns[f"per_thousand{name}"] = pa.array(1_000 * sums.n_uses[used][order] / n_words)
        columns[f"n_articles{name}"] = pa.array(sums.n_articles[used][order])
        columns[f"n_stories{name}"] = pa.array(sums.n_stories[used][order])
    columns["log_odds"] = pa.array(odds[order])
    columns["chance"] = pa.array(chance[order], from_pandas=True)
    columns["is_called"] = pa.array(is_called[order])
    return pa.table(columns).cast(WORDS)


_FIGURES: Final = [
    pa.field(f"{name}{of}", pa.float64() if name == "per_thousand" else pa.int64())
    for of in ("", "_other")
    for name in ("n_uses", "per_thousand", "n_articles", "n_stories")
]
WORDS: Final = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("source", "term", "shown")),
        *_FIGURES,
        pa.field("log_odds", pa.float64()),
        pa.field("chance", pa.float64()),
        pa.field("is_called", pa.bool_()),
    ]
)
SOURCES: Final = pa.schema(
    [
        pa.field("source", pa.string()),
        pa.field("why_not", pa.string()),
        pa.field("n_called", pa.int64()),
        *(
            pa.field(f"{name}{of}", pa.int64())
            for of in ("", "_other")
            for name in ("n_words", "n_articles", "n_stories")
        ),
    ]
)
