"""The statements of a story: what the build put together, what the reader judged of it, and what is told once."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from newscorpus.query.story.judgements import Row, laid_over
from newscorpus.query.story.texts import StoryTexts
from newscorpus.text.words import n_words

TOLD: Final = frozenset(("conflicts", "verbatim", "trimmed", "reworded"))
UNCOUNTED: Final = frozenset(("in shared", "in own"))
LEAST_WORDS_ALONE: Final = 4  # of what is found in one article only: shorter ones are crossheads and exclamations
QUOTED_TYPES: Final = frozenset(("direct", "mixed"))
SAID: Final = {"is_quotation": True}
ALONE: Final = "Not found in any other article."

Span = tuple[str, int, int]


def groups_of(opened: StoryTexts) -> dict[str, list[Row]]:
    """Row of the matrix -> its tellings.

    A telling that begins in a sentence that does not count has the match "in shared" (a passage that another source
    has too) or "in own" (the article's own words). A statement without any other telling is left out.
    """
    groups = laid_over(_folded(opened.tellings) | _told_once(opened, opened.tellings), opened.judged)
    told = [telling for tellings in groups.values() for telling in tellings]
    groups |= _told_once(opened, told)
    return groups if opened.passages == "all" else _counted(opened, groups)


def _counted(opened: StoryTexts, groups: dict[str, list[Row]]) -> dict[str, list[Row]]:
    uncounted = {"match": "in shared" if opened.passages == "own" else "in own"}
    marked = {}
    for name, told in groups.items():
        begins = [opened.within(t["article_id"], t["start"], t["end"])[:1] for t in told]
        counts = [all(map(opened.counts, first)) for first in begins]
        if any(is_counted and t["match"] in TOLD for t, is_counted in zip(told, counts, strict=True)):
            marked[name] = [t if is_counted else t | uncounted for t, is_counted in zip(told, counts, strict=True)]
    return marked


def _folded(tellings: Iterable[Row]) -> dict[str, list[Row]]:
    """Tellings by statement. The statements that are one sentence and what is possibly like it become one, and join
    the statement under which that sentence stands for certain, if there is one."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for telling in tellings:
        groups[str(telling["statement"])].append(telling)
    sure = {name: [t for t in told if t["match"] in TOLD] for name, told in groups.items()}
    home = {_span(t): name for name in reversed(groups) if len(sure[name]) > 1 for t in sure[name]}
    folded: dict[str, list[Row]] = {}
    for name in sorted(groups, key=lambda name: (len(sure[name]) == 1, int(name))):
        told = groups[name]
        if len(sure[name]) == 1:
            into = home.setdefault(_span(sure[name][0]), name)
            known = {_span(t) for t in folded.get(into, [])}
            told, name = [t for t in told if _span(t) not in known], into
        folded.setdefault(name, []).extend(told)
    return folded


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
    return {"article_id": article, "start": start, "end": end, "match": "verbatim", "evidence": ALONE}


def _quotations(opened: StoryTexts, article: str) -> list[Span]:
    """What is said in quotation marks, an attribution each, from its first word to its last."""
    said = [row for row in opened.quotes.get(article, []) if row["is_speech"] and row["type"] in QUOTED_TYPES]
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
