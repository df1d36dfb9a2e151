"""What pages say, in one place."""

from collections.abc import Iterable
from typing import Final

from components.number_format import count, counted
from newscorpus.query.answers import LeftOut, Reason
from newscorpus.query.selection import Selection

NO_MATCH: Final = "No article fits all the filters. Take one away above, or choose fewer in the sidebar."
ONE_EACH: Final = (
    "There is one article for each source: no averages. What is shown are these articles, "
    "and a difference between them is a difference between two texts, not between two outlets."
)
WHOLE_TEXT: Final = "Sentence tone and word polarity are of the whole text, quotations included."
COPIES: Final = "Articles that are copies of one text count as one independent text."

REASONS: Final[dict[Reason, tuple[str, str]]] = {
    "undated": ("article without a known date", "articles without a known date"),
    "no_words": ("article without words, where it is undefined", "articles without words, where it is undefined"),
    "not_english": (
        "article that is not English or has no words, where it is undefined",
        "articles that are not English or have no words, where it is undefined",
    ),
    "voice_silent": (
        "article without words in this voice, where it is undefined",
        "articles without words in this voice, where it is undefined",
    ),
    "no_headline": ("article without a headline that has a tone", "articles without a headline that has a tone"),
    "beyond_top": ("name further down the list", "names further down the list"),
    "source_beyond_top": (
        "article of a source beyond the thirty with most articles",
        "articles of sources beyond the thirty with most articles",
    ),
    "in_no_story": ("article that belongs to no story", "articles that belong to no story"),
}


CHOICES: Final = {
    "names": "names",
    "sources": "sources",
    "article_ids": "articles",
    "date_from": "dates",
    "date_to": "dates",
    "stories": "stories",
}


def base(n_articles: int, left_out: Iterable[LeftOut] = ()) -> str:
    """What a figure is made of: how many articles, and what was chosen and is not in it.

    >>> base(34, [LeftOut(2, "undated")])
    'n = 34 articles. Left out: 2 articles without a known date.'
    """
    reasons = [f"{count(entry.n)} {REASONS[entry.reason][entry.n != 1]}" for entry in left_out]
    said = f"n = {counted(n_articles, 'article')}."
    return f"{said} Left out: {'; '.join(reasons)}." if reasons else said


def told_by(n_sources: int, n_texts: int, n_all: int | None = None) -> str:
    """How many sources, and of how many independent texts: copies of one text are one.

    >>> told_by(3, 2), told_by(3, 2, 5)
    ('3 sources: 2 independent texts', '3 of 5 sources: 2 independent texts')
    """
    of_all = f" of {count(n_all)}" if n_all is not None else ""
    noun = "source" if (n_sources if n_all is None else n_all) == 1 else "sources"
    return f"{count(n_sources)}{of_all} {noun}: {counted(n_texts, 'independent text')}"


def not_narrowed(selection: Selection, *fields: str) -> str:
    """Which choices in force a chart does not follow, because its own marks set them; "" when there is none.

    >>> not_narrowed(Selection(names=("Bay (place)",)), "names", "sources")
    ' Not narrowed by the names chosen, so that others can be picked.'
    """
    chosen = dict.fromkeys(CHOICES[name] for name in fields if name in selection.chosen)
    return f" Not narrowed by the {listed(chosen)} chosen, so that others can be picked." if chosen else ""


def listed(parts: Iterable[str]) -> str:
    """Parts as a sentence lists them.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', '')
    """
    *head, last = [*parts] or [""]
    return f"{', '.join(head)} and {last}" if head else last
