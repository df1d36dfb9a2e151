"""Corpora written in a test: articles in a few words, their index of words made as a build makes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from newscorpus.steps.indexing import index_words
from newscorpus.tables.catalogue import TABLES
from newscorpus.text.sentences import sentence_spans
from newscorpus.text.words import n_words, word_spans
from tests.alphabet import article_row, write_store


@dataclass(frozen=True, slots=True)
class Written:
    """An article. `quoted` and `shared` are sentences or words of its text."""

    source: str | None
    text: str
    story: str | None = None
    quoted: tuple[str, ...] = field(default=())
    shared: tuple[str, ...] = field(default=())
    language: str = "en"


def rows_of(articles: list[Written]) -> dict[str, list[dict]]:
    """The rows of every table that words are looked up in; articles are numbered 0001, 0002 …"""
    rows: dict[str, list[dict]] = {name: [] for name in ("articles", "parts", "texts", "sentences", "stretches")}
    for number, article in enumerate(articles):
        id_ = id_of(number)
        found = _sentences(id_, article)
        quoted = [(start := article.text.index(words), start + len(words)) for words in article.quoted]
        known = {"source": article.source, "story_id": article.story, "found_story_id": article.story}
        known |= {"language": article.language, "n_words": n_words(article.text)}
        rows["articles"].append(article_row(id_, **known | _by_voice(article.text, found, quoted)))
        rows["texts"].append({"article_id": id_, "text": article.text})
        rows["sentences"] += found
        for passages in ("own", "shared") if article.shared else ():
            part = [row for row in found if row["shared"] == (passages == "shared")]
            n = {"n_words": sum(row["n_words"] for row in part)} | _by_voice(article.text, part, quoted)
            rows["parts"] += [{"article_id": id_, "passages": passages} | n] if part else []
        rows["stretches"] += [{"article_id": id_, "voice": "quoted", "start": s, "end": e} for s, e in quoted]
    stories = sorted({article.story for article in articles if article.story})
    rows["stories"] = [{"story_id": story, "label": story, "n_articles": 1, "n_sources": 1} for story in stories]
    return rows


def id_of(number: int) -> str:
    """The article_id of an article, counted from 0."""
    return f"{number + 1:04d}".ljust(16, "0")


def _sentences(article_id: str, article: Written) -> list[dict]:
    shared = {article.text.index(words) for words in article.shared}
    return [
        {"article_id": article_id, "sentence": number, "start": start, "end": end, "shared": start in shared}
        | {"n_words": n_words(article.text[start:end])}
        for number, (start, end) in enumerate(sentence_spans(article.text))
    ]


def _by_voice(text: str, sentences: list[dict], quoted: list[tuple[int, int]]) -> dict[str, int]:
    """The words of these sentences outside and inside quotation marks."""
    places = [row["start"] + at for row in sentences for at, _ in word_spans(text[row["start"] : row["end"]])]
    n_quoted = sum(any(start <= place < end for start, end in quoted) for place in places)
    return {"n_words_own": len(places) - n_quoted, "n_words_reported": 0, "n_words_quoted": n_quoted}


def indexed(rows: dict[str, list[dict]], scratch: Path) -> dict[str, list[dict]]:
    """The rows of vocabulary and words."""
    scratch.mkdir(exist_ok=True)
    columns = {
        "texts": ("article_id", "text"),
        "articles": ("article_id", "language"),
        "sentences": ("article_id", "start", "end", "shared"),
        "stretches": ("article_id", "start", "end", "voice"),
    }
    tables = {
        name: pa.Table.from_pylist(
            [{column: row[column] for column in wanted} for row in rows[name]],
            pa.schema([TABLES[name].schema.field(column) for column in wanted]),
        )
        for name, wanted in columns.items()
    }
    found: dict[str, list[dict]] = {"vocabulary": [], "words": []}
    for name, piece in index_words(tables, scratch, lambda _: None):
        found[name] += piece.to_pylist()
    return found


def write_corpus(place: Path, articles: list[Written], copies: Sequence[tuple[int, int]] = ()) -> Path:
    """A finished store of these articles at `place`; of each two numbers in `copies` (from 0), one copies the other."""
    rows = rows_of(articles)
    rows["overlaps"] = [
        {"article_a": id_of(a), "start_a": 0, "end_a": 9, "article_b": id_of(b), "start_b": 0, "end_b": 9}
        | {"n_words": n_words(articles[a].text), "quoted": False}
        for a, b in copies
    ]
    return write_store(place, rows | indexed(rows, place.parent / f"{place.name}-scratch"))
