"""The statements of a story: what the build put together, what the reader judged of it, and what is told once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from newscorpus.query.story.judgements import Row, laid_over
from newscorpus.query.story.reference import compared, referred
from newscorpus.query.story.texts import StoryTexts
from newscorpus.text.words import n_words

TOLD: Final = frozenset(("reference", "conflicts", "verbatim", "trimmed", "reworded"))
UNCOUNTED: Final = frozenset(("in shared", "in own"))
LEAST_WORDS_ALONE: Final = 4  # of what is found in one article only: shorter ones are crossheads and exclamations
SAID: Final = {"is_quotation": True}
ALONE: Final = "Not found in any other article."

Span = tuple[str, int, int]


def groups_of(opened: StoryTexts) -> dict[str, list[Row]]:
    """Row of the matrix -> its tellings, one of them the reference (`is_reference`) that the others are compared with.

    What the build found only possible is left out: it is no telling, and says nothing of how widely a thing is told.
    A telling that begins in a sentence that does not count has the match "in shared" (a passage that another source
    has too) or "in own" (the article's own words). A statement without any other telling is left out.
    """
    compare = partial(compared, opened.texts)
    found = {name: referred(told, compare) for name, told in _told_by_several(opened.tellings).items()}
    found |= _told_once(opened, [telling for told in found.values() for telling in told])
    groups = laid_over(found, opened.judged, compare)
    groups |= _told_once(opened, [telling for told in groups.values() for telling in told])
    for name, told in groups.items():
        groups[name] = [telling | {"is_reference": telling["match"] == "reference"} for telling in told]
    return groups if opened.passages == "all" else _counted(opened, groups)


def reference_of(told: Sequence[Row]) -> Row:
    """The telling of a statement that the others are compared with, whether or not it stands in words that count."""
    return next(telling for telling in told if telling["is_reference"])


def _counted(opened: StoryTexts, groups: dict[str, list[Row]]) -> dict[str, list[Row]]:
    uncounted = {"match": "in shared" if opened.passages == "own" else "in own"}
    marked = {}
    for name, told in groups.items():
        begins = [opened.within(t["article_id"], t["start"], t["end"])[:1] for t in told]
        counts = [all(map(opened.counts, first)) for first in begins]
        if any(is_counted and t["match"] in TOLD for t, is_counted in zip(told, counts, strict=True)):
            marked[name] = [t if is_counted else t | uncounted for t, is_counted in zip(told, counts, strict=True)]
    return marked


def _told_by_several(tellings: Iterable[Row]) -> dict[str, list[Row]]:
    """Tellings by statement, of those statements that at least two are left of."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for telling in tellings:
        if telling["match"] in TOLD:
            groups[str(telling["statement"])].append(telling)
    return {name: told for name, told in groups.items() if len(told) > 1}


def _span(telling: Row) -> Span:
    return telling["article_id"], telling["start"], telling["end"]


def _told_once(opened: StoryTexts, tellings: Iterable[Row]) -> dict[str, list[Row]]:
    """What nothing in another article was put beside, each a statement of its own: quotations, then sentences."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for telling in tellings:
        spans[telling["article_id"]].append(_span(telling))
    rows: dict[str, list[Row]] = {}
    for article, sentences in opened.sentences.items():
        taken = _sentences_of(opened, spans[article])
        quotations = [one for one in _quotations(opened, article) if not _sentences_of(opened, [one]) & taken]
        taken |= _sentences_of(opened, quotations)
        rows |= {f"{article}-{start}-{end}": [_alone(article, start, end) | SAID] for article, start, end in quotations}
        rows |= {
            f"{article}-{row['sentence']}": [_alone(article, row["start"], row["end"])]
            for row in sentences
            if row["sentence"] not in taken and row["n_words"] >= LEAST_WORDS_ALONE
        }
    return rows


def _alone(article: str, start: int, end: int) -> Row:
    return {"article_id": article, "start": start, "end": end, "match": "reference", "evidence": ALONE}


def _quotations(opened: StoryTexts, article: str) -> list[Span]:
    """What is said in quotation marks as a whole, an attribution each, from its first word to its last. Where only some
    words are quoted, the sentence is the statement."""
    said = [row for row in opened.quotes.get(article, []) if row["is_speech"] and row["type"] == "direct"]
    found = []
    for _, rows in groupby(sorted(said, key=lambda row: (row["quote"], row["start"])), key=lambda row: row["quote"]):
        stretches = list(rows)
        start, end = stretches[0]["start"], max(row["end"] for row in stretches)
        if n_words(opened.texts[article][start:end]) >= LEAST_WORDS_ALONE:
            found.append((article, start, end))
    return found


def _sentences_of(opened: StoryTexts, spans: Iterable[Span]) -> set[int]:
    """Numbers of the sentences of one article that share a character with one of `spans`."""
    return {row["sentence"] for span in spans for row in opened.within(*span)}
