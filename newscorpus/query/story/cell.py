"""One cell of the matrix: how a source tells a statement, beside its fullest wording; or the nearest it has."""

from dataclasses import dataclass
from datetime import date

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Place, Row
from newscorpus.query.story.matrix_rows import SHOWN_FIRST
from newscorpus.query.story.nearest import nearest_sentence
from newscorpus.query.story.statements import TOLD, groups_of
from newscorpus.query.story.texts import StoryTexts, open_story


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
    those that tell the statement: then nothing is here. `fullest` is the fullest telling of another article, the
    source's own where no other tells it. `others` are further places of the source.
    """

    match: str | None
    evidence: str
    here: Excerpt | None
    fullest: Excerpt
    others: tuple[Excerpt, ...] = ()
    shared: tuple[str, ...] = ()


def cell(
    reader: Reader, selection: Selection, story: str, row: str, source: str, judged: tuple[Judged, ...] = ()
) -> Cell | None:
    """What stands behind a cell; None when there is no such row or source in the story as it is chosen."""
    opened = open_story(reader, selection, story, judged)
    tellings = groups_of(opened).get(row)
    source_of = opened.source_of
    if not tellings or source not in source_of.values():
        return None
    mine = [t for t in tellings if source_of[t["article_id"]] == source]
    theirs = [t for t in tellings if source_of[t["article_id"]] != source] or mine
    fullest = max(theirs, key=lambda t: (t["match"] in TOLD, t["end"] - t["start"], t["article_id"]))
    language_of = opened.language_of
    written = {language_of[article] for article, its in source_of.items() if its == source}
    if written.isdisjoint(language_of[telling["article_id"]] for telling in tellings):
        return Cell("other language", "", None, _excerpt(opened, fullest))
    if not mine:
        return _nearest(opened, fullest, source)
    best, *rest = sorted(mine, key=lambda t: (SHOWN_FIRST.index(t["match"]), t["article_id"], t["start"]))
    others = tuple(_excerpt(opened, telling) for telling in rest)
    return Cell(best["match"], best["evidence"], _excerpt(opened, best), _excerpt(opened, fullest), others)


def _nearest(opened: StoryTexts, fullest: Row, source: str) -> Cell:
    """The sentence of the source that shares the rarest words of the story with the fullest telling."""
    telling = _excerpt(opened, fullest)
    found = nearest_sentence(opened, fullest, [a for a, its in opened.source_of.items() if its == source])
    if found is None:
        return Cell(None, "", None, telling)
    return Cell(None, "", _excerpt(opened, found.sentence), telling, shared=found.shared)


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
