"""What the page Words says of a word, of a source, and of why nothing is called distinctive."""

from collections.abc import Sequence
from typing import Any, Final

from components.number_format import count, counted, decimal
from newscorpus.query.words.counts import MAX_ARTICLES, MAX_TERMS
from newscorpus.query.words.distinctive import CORPUS, OTHERS, Distinctive, WhyNot
from newscorpus.statistics.keyness import FEW_ARTICLES, MIN_ARTICLES, MIN_STORIES, MIN_USES

Row = dict[str, Any]

HUNDRED: Final = 100
NOT_INDEXED: Final = "There is nothing to count: none of these articles has words of this kind."
WHAT_IS_CALLED: Final = (
    "A word counts by the articles that it stands in, all cut to one length. It is called distinctive when dealing the "
    "articles out to the sources at random, those of one story among those who tell it and copies of one text "
    "together, does not give so large a difference in any word of any source 95 times in 100; and when the side that "
    f"uses it more does so at least {MIN_USES} times, in {MIN_ARTICLES} articles, from {MIN_STORIES} stories."
)
ONLY_IN_ALL: Final = (
    f"With fewer than {FEW_ARTICLES} articles of a source even a word that stands in all of them can be missed."
)
ONCE: Final = "copies counted once"
SIDES: Final = {OTHERS: "elsewhere", CORPUS: "in the whole corpus"}


def where(reference: str) -> str:
    """The reference as a sentence names it."""
    return SIDES.get(reference, f"at {reference}")


def said_of(row: Row, source: Row, reference: str) -> str:
    """One word of one source in a sentence, counts first."""
    other = where(reference)
    stories = f" from {counted(row['n_stories'], 'story', 'stories')}" if row["n_stories"] else ""
    return (
        f"‘{row['shown']}’ stands in {count(row['n_articles'])} of {counted(source['n_articles'], 'article')} of "
        f"{source['source']}{stories}, and in {count(row['n_articles_other'])} of "
        f"{count(source['n_articles_other'])} {other}: {decimal(row['per_thousand'], 1)} against "
        f"{decimal(row['per_thousand_other'], 1)} per 1,000 words."
    )


def chance_said(chance: float, noun: str) -> str:
    """How often chance alone, over all words of a screen, brings about what is called distinctive; 0 to 1.

    >>> chance_said(0.002, "word")
    'If the articles were dealt out at random, some word would differ as much in fewer than 1 of 100 deals'
    >>> chance_said(0.04, "phrase")
    'If the articles were dealt out at random, some phrase would differ as much in 4 of 100 deals'
    """
    times = round(HUNDRED * chance)
    often = f"{count(times) if times else 'fewer than 1'} of {HUNDRED}"
    return f"If the articles were dealt out at random, some {noun} would differ as much in {often} deals"


def without_parts(rows: Sequence[Row]) -> list[Row]:
    """Without phrases that a longer one of the same source holds, where both are used as often: they are one finding.

    >>> rows = [{"source": "A", "term": term, "n_uses": 6} for term in ("ministry of", "the ministry of")]
    >>> [row["term"] for row in without_parts(rows)]
    ['the ministry of']
    """
    return [row for row in rows if not any(_is_part(row, other) for other in rows)]


def _is_part(row: Row, other: Row) -> bool:
    same = row["source"] == other["source"] and row["n_uses"] == other["n_uses"] and row["term"] != other["term"]
    return same and f" {row['term']} " in f" {other['term']} "


def reading(found: Distinctive, reference: str, noun: str) -> str:
    """What was found, in one or two sentences."""
    sources = found.sources.to_pylist()
    n_called = sum(row["n_called"] for row in sources)
    looked_at = f"{counted(found.n_terms, noun)} of {counted(len(sources), 'source')} held against {reference}"
    if n_called:
        holding = [row["source"] for row in sources if row["n_called"]]
        return f"{looked_at}: {count(n_called)} called distinctive, of {counted(len(holding), 'source')}."
    if all(row["why_not"] for row in sources):
        return f"{looked_at}: counts only. {_why_all(sources)}"
    few = min(row["n_articles"] for row in sources if not row["why_not"]) < FEW_ARTICLES
    return (
        f"{looked_at}: none is called distinctive. Dealing the articles out at random gives as large differences more "
        f"than 5 times in 100.{f' {ONLY_IN_ALL}' * few}"
    )


def not_looked_at(found: Distinctive, noun: str) -> str:
    """What a large corpus leaves out; "" for one that is counted whole."""
    said = ""
    if found.n_left_out:
        said += f" {counted(found.n_left_out, f'rarer {noun}')} beyond the first {count(MAX_TERMS)} not looked at."
    if found.n_articles_left_out:
        said += (
            f" Of so many articles about {count(MAX_ARTICLES)} are counted here, of stories drawn at random: "
            f"{counted(found.n_articles_left_out, 'article')} left out. Choose sources, dates or stories to count all."
        )
    return said


def why_not(row: Row) -> str:
    """Why nothing can be called distinctive of a source, in a sentence; "" where something can."""
    if not row["why_not"]:
        return ""
    return f"{row['source']}: {_because(row['why_not'], row)}"


def _why_all(sources: list[Row]) -> str:
    reasons: dict[WhyNot, list[Row]] = {}
    for row in sources:
        reasons.setdefault(row["why_not"], []).append(row)
    said = (_because(reason, rows[0], n_sources=len(rows)) for reason, rows in reasons.items())
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}" for sentence in said)


def _because(reason: WhyNot, row: Row, n_sources: int = 1) -> str:
    which = f" ({counted(n_sources, 'source')})" if n_sources > 1 else ""
    said: dict[WhyNot, str] = {
        "few_articles": f"with fewer than {MIN_ARTICLES} articles, {ONCE}, a difference is one between texts, not "
        "outlets",
        "few_stories": "all its articles tell one story, so its words may be the story's and not the outlet's",
        "few_articles_other": f"fewer than {MIN_ARTICLES} articles, {ONCE}, are held against it",
        "few_ways": "the articles can be dealt out in so few ways, story by story, that chance could not be told apart",
    }
    sentence = said[reason]
    return f"{sentence}{which}."
