"""Corpora written in a test: articles in a few words, their index of words made as a build makes it."""

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from newscorpus.analyse.sentences import sentence_spans
from newscorpus.analyse.words import n_words
from newscorpus.steps.indexing import index_words
from newscorpus.tables import TABLES
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
    for number, article in enumerate(articles, start=1):
        id_ = f"{number:04d}".ljust(16, "0")
        known = {"source": article.source, "story_id": article.story, "found_story_id": article.story}
        known |= {"language": article.language, "n_words": n_words(article.text)}
        rows["articles"].append(article_row(id_, **known))
        rows["texts"].append({"article_id": id_, "text": article.text})
        shared = {article.text.index(words) for words in article.shared}
        for sentence, (start, end) in enumerate(sentence_spans(article.text)):
            place = {"article_id": id_, "sentence": sentence, "start": start, "end": end}
            rows["sentences"].append(place | {"shared": start in shared, "n_words": n_words(article.text[start:end])})
        rows["parts"] += _parts(id_, rows["sentences"])
        for words in article.quoted:
            start = article.text.index(words)
            rows["stretches"].append({"article_id": id_, "voice": "quoted", "start": start, "end": start + len(words)})
    stories = sorted({article.story for article in articles if article.story})
    rows["stories"] = [{"story_id": story, "label": story, "n_articles": 1, "n_sources": 1} for story in stories]
    return rows


def _parts(article_id: str, sentences: list[dict]) -> list[dict]:
    """The words an article shares and those it does not, where it shares some."""
    n_of = {"own": 0, "shared": 0}
    for row in sentences:
        n_of["shared" if row["shared"] else "own"] += row["n_words"] if row["article_id"] == article_id else 0
    parts = [{"article_id": article_id, "passages": name, "n_words": n} for name, n in n_of.items() if n]
    return parts if n_of["shared"] else []


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


def write_corpus(place: Path, articles: list[Written]) -> Path:
    """A finished store of these articles at `place`."""
    rows = rows_of(articles)
    return write_store(place, rows | indexed(rows, place.parent / f"{place.name}-scratch"))
