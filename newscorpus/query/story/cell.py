"""One cell of the matrix: how a source tells a statement, beside the wording compared with; or the nearest it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newscorpus.compare.statements.agreement import number_conflict
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Place, Row
from newscorpus.query.story.matrix_rows import SHOWN_FIRST
from newscorpus.query.story.nearest import nearest_sentence
from newscorpus.query.story.statements import groups_of, reference_of
from newscorpus.query.story.texts import StoryTexts, open_story

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of an article with the sentences around it, and who is said to say it."""

    article_id: str
    source: str
    title: str | None
    day: date | None
    before: str
    text: str
    after: str
    speaker: str | None
    verb: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """How one source tells one statement.

    `match` is None when nothing was found: `here` is then the nearest sentence, None where no sentence shares a content
    word, and `shared` the words it shares. It is "other language" when the source's articles were not compared with
    those that tell the statement: then nothing is here. `reference` is the wording that the tellings are compared with.
    Where it is the source's own, `here` is that wording, `beside` the fullest telling of another article, None where
    nobody else tells it, and `match_beside` how that one relates to it. Elsewhere `beside` is the reference. `figures`
    are the places (start, end) of the two that conflict, in the texts of here and beside. `others` are further places
    of the source.
    """

    match: str | None
    evidence: str
    here: Excerpt | None
    reference: Excerpt
    beside: Excerpt | None
    others: tuple[Excerpt, ...] = ()
    shared: tuple[str, ...] = ()
    figures: tuple[Span, Span] | None = None
    match_beside: str | None = None


def cell(
    reader: Reader, selection: Selection, story: str, row: str, source: str, judged: tuple[Judged, ...] = ()
) -> Cell | None:
    """What stands behind a cell; None when there is no such row or source in the story as it is chosen."""
    opened = open_story(reader, selection, story, judged)
    tellings = groups_of(opened).get(row)
    source_of = opened.source_of
    if not tellings or source not in source_of.values():
        return None
    reference = reference_of(tellings)
    wording = _excerpt(opened, reference)
    mine = [t for t in tellings if source_of[t["article_id"]] == source]
    language_of = opened.language_of
    written = {language_of[article] for article, its in source_of.items() if its == source}
    if written.isdisjoint(language_of[telling["article_id"]] for telling in tellings):
        return Cell("other language", "", None, wording, wording)
    if not mine:
        return _nearest(opened, reference, source)
    best, *rest = sorted(mine, key=lambda t: (SHOWN_FIRST.index(t["match"]), t["article_id"], t["start"]))
    others = tuple(_excerpt(opened, telling) for telling in rest)
    if not best["is_reference"]:
        figures = _figures(opened, best, reference)
        return Cell(best["match"], best["evidence"], _excerpt(opened, best), wording, wording, others, (), figures)
    there = _fullest(opened, tellings, source)
    if there is None:
        return Cell("reference", best["evidence"], wording, wording, None, others)
    beside, figures = _excerpt(opened, there), _figures(opened, best, there)
    return Cell("reference", best["evidence"], wording, wording, beside, others, (), figures, there["match"])


def _fullest(opened: StoryTexts, tellings: Sequence[Row], source: str) -> Row | None:
    """The telling of another source that is shown beside the reference: one that conflicts, or the fullest."""
    theirs = [t for t in tellings if not t["is_reference"] and opened.source_of[t["article_id"]] != source]
    theirs = theirs or [t for t in tellings if not t["is_reference"]]
    return max(theirs, key=lambda t: (t["match"] == "conflicts", t["end"] - t["start"], t["article_id"]), default=None)


def _figures(opened: StoryTexts, telling: Row, other: Row) -> tuple[Span, Span] | None:
    """Where the two figures stand that make a conflict; None where the figures are not what differs."""
    if "conflicts" not in (telling["match"], other["match"]):
        return None
    here, there = (opened.texts[t["article_id"]][t["start"] : t["end"]] for t in (telling, other))
    found = number_conflict(here, there)
    return ((found[0].start, found[0].end), (found[1].start, found[1].end)) if found else None


def _nearest(opened: StoryTexts, reference: Row, source: str) -> Cell:
    """The sentence of the source that shares the rarest words of the story with the reference."""
    wording = _excerpt(opened, reference)
    found = nearest_sentence(opened, reference, [a for a, its in opened.source_of.items() if its == source])
    if found is None:
        return Cell(None, "", None, wording, wording)
    return Cell(None, "", _excerpt(opened, found.sentence), wording, wording, shared=found.shared)


def _excerpt(opened: StoryTexts, telling: Row) -> Excerpt:
    article_id, start, end = telling["article_id"], telling["start"], telling["end"]
    article = next(row for row in opened.articles if row["article_id"] == article_id)
    text = opened.texts[article_id]
    sentences = opened.sentences.get(article_id, [])
    inside = [n for n, row in enumerate(sentences) if row["end"] > start and row["start"] < end]
    first = sentences[max(0, inside[0] - 1)]["start"] if inside else start
    last = sentences[min(len(sentences) - 1, inside[-1] + 1)]["end"] if inside else end
    quoted = opened.quoted_by(article_id, start, end) or {}
    return Excerpt(
        article_id,
        article["source"],
        article["title"],
        article["day"],
        text[min(first, start) : start],
        text[start:end],
        text[end : max(last, end)],
        quoted.get("speaker"),
        quoted.get("verb"),
        (article_id, start, end),
    )
