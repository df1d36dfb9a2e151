"""One story opened: its chosen articles with their texts, sentences, quotations, and what each tells."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.reuse import text_of_each
from newscorpus.query.quotations.attributions import bare_label
from newscorpus.query.selection import Passages, Selection
from newscorpus.query.story.judgements import Judged, Row

ARTICLES: Final = """
    SELECT article_id, source_label AS source, title, published_at, day, agency, language, n_words, story_id,
        compared_story_id
    FROM chosen JOIN (SELECT story_id, story_label FROM stories) USING (story_id) WHERE story_label = $story
    ORDER BY published_at NULLS LAST, article_id
"""
SET_RIGHT: Final = """
    SELECT article_id, quote, speaker FROM attributions JOIN articles USING (a) LEFT JOIN speakers USING (p)
    WHERE is_corrected AND article_id IN (SELECT unnest($article_ids))
"""
UNKNOWN_LANGUAGE: Final = "und"
READ: Final = {
    "texts": ["article_id", "text"],
    "sentences": ["article_id", "sentence", "start", "end", "n_words", "shared"],
    "quotes": ["article_id", "quote", "start", "end", "type", "speaker", "verb", "is_speech"],
}


@dataclass(frozen=True, slots=True)
class StoryTexts:
    """A story's chosen articles, the earliest first, and what was found in them, by article_id in the text's order.

    `tellings` are rows of `statements`; `text_of` gives the id that stands for an article's text, shared by copies;
    `judged` are the reader's acts on its statements, as far as their articles are chosen. `waiting` are articles that a
    reader moved here and that no build has compared with the others: they are in nothing else. `passages` says which
    sentences count.
    """

    articles: tuple[Row, ...]
    texts: dict[str, str]
    sentences: dict[str, list[Row]]
    quotes: dict[str, list[Row]]
    tellings: tuple[Row, ...]
    text_of: dict[str, str]
    judged: tuple[Judged, ...] = ()
    waiting: tuple[Row, ...] = ()
    passages: Passages = "all"

    @property
    def source_of(self) -> dict[str, str]:
        """article_id -> its source."""
        return {row["article_id"]: row["source"] for row in self.articles}

    @property
    def language_of(self) -> dict[str, str]:
        """article_id -> its language; an article whose language is unknown is taken to have that of the most, as where
        statements are found. Articles of two languages are not compared."""
        known = Counter(row["language"] for row in self.articles if row["language"] != UNKNOWN_LANGUAGE)
        usual = min(known, key=lambda language: (-known[language], language), default=UNKNOWN_LANGUAGE)
        said = {row["article_id"]: row["language"] for row in self.articles}
        return {article: usual if language == UNKNOWN_LANGUAGE else language for article, language in said.items()}

    def within(self, article_id: str, start: int, end: int) -> list[Row]:
        """The sentences of an article that share a character with `start` to `end`."""
        rows = self.sentences.get(article_id, [])
        first = bisect_right(rows, start, key=lambda row: row["end"])
        return rows[first : bisect_left(rows, end, key=lambda row: row["start"])]

    def counts(self, sentence: Row) -> bool:
        """Whether a sentence is of the passages that count."""
        return self.passages == "all" or bool(sentence["shared"]) == (self.passages == "shared")

    def quoted_by(self, article_id: str, start: int, end: int) -> Row | None:
        """The attribution that shares most characters with `start` to `end`; None where nobody is quoted."""
        shared = [
            (min(end, row["end"]) - max(start, row["start"]), -n, row)
            for n, row in enumerate(self.quotes.get(article_id, []))
        ]
        best = max(shared, default=None, key=lambda found: found[:2])
        return best[2] if best and best[0] > 0 else None


def open_story(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> StoryTexts:
    """The story of that label, as far as its articles are chosen; empty when it is none or nothing of it is chosen."""
    here = selection.without("stories")
    of_story = ask(reader, here, ARTICLES, {"story": story}).to_pylist()
    compared = _compared_in(of_story)
    is_alone = len(of_story) == 1
    articles = tuple(row for row in of_story if is_alone or row["compared_story_id"] == compared)
    waiting = tuple(row for row in of_story if not is_alone and row["compared_story_id"] != compared)
    ids = [row["article_id"] for row in articles]
    wanted = pc.field("article_id").isin(pa.array(ids, pa.string()))
    found = {name: _by_article(reader, name, wanted) for name in READ}
    _set_right(reader, found["quotes"], ids)
    tellings: list[Row] = []
    if articles:
        of_these = wanted & (pc.field("story_id") == compared)
        tellings = reader.store.dataset("statements").to_table(filter=of_these).to_pylist()
    texts = {article: rows[0]["text"] for article, rows in found["texts"].items()}
    acts = tuple(one for one in judged if {one.place[0], one.other[0]} <= texts.keys())
    text_of = text_of_each(reader, Selection(article_ids=tuple(ids))) if ids else {}
    return StoryTexts(
        articles,
        texts,
        found["sentences"],
        found["quotes"],
        tuple(tellings),
        text_of,
        acts,
        waiting,
        selection.passages,
    )


def _set_right(reader: Reader, quotes: dict[str, list[Row]], article_ids: list[str]) -> None:
    """Give the quotations whose speaker a reader set right that speaker, by name."""
    corrected = reader.rows(SET_RIGHT, {"article_ids": article_ids}).to_pylist()
    speakers = {(row["article_id"], row["quote"]): row["speaker"] for row in corrected}
    for row in (row for rows in quotes.values() for row in rows):
        if (place := (row["article_id"], row["quote"])) in speakers:
            label = speakers[place]
            row["speaker"] = bare_label(label) if label else None


def _compared_in(articles: list[Row]) -> str:
    """The story in which a build compared these articles: theirs, else the one that most of them were in; "" for none.

    Articles that were in no story, or each in another, were compared with none.
    """
    stories = Counter(row["compared_story_id"] for row in articles if row["compared_story_id"])
    theirs = articles[0]["story_id"] if articles else ""
    return theirs if theirs in stories else min(stories, key=lambda story: (-stories[story], story), default="")


def _by_article(reader: Reader, name: str, wanted: pc.Expression) -> dict[str, list[Row]]:
    rows = reader.store.dataset(name).to_table(columns=READ[name], filter=wanted).to_pylist()
    if "start" in READ[name]:
        rows.sort(key=lambda row: (row["start"], row["end"]))
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return dict(found)
