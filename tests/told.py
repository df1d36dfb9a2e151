"""A store with one story, told by any articles: sentences end at a full stop, and the engine itself compares them."""

import re
from datetime import UTC, datetime, timedelta

import pyarrow as pa

from newscorpus.compare.passages.overlap import find_overlaps
from newscorpus.compare.statements.statements import find_statements
from newscorpus.tables.catalogue import TABLES
from tests.alphabet import article_id, article_row, write_store

STORY = "s" * 16
LABEL = "the event"
FIRST = datetime(2026, 3, 2, 6, tzinfo=UTC)
SENTENCE = re.compile(r"[^.]+\.?")


def told(place, articles):
    """Write a store at `place`; `articles` are pairs of source and text, or also a language, an hour apart."""
    whole = [(*article, "en")[:3] for article in articles]
    names = [f"t{number:04d}" for number in range(len(whole))]
    rows = [_article(name, number, *one) for number, (name, one) in enumerate(zip(names, whole, strict=True))]
    texts = [{"article_id": article_id(name), "text": text} for name, (_, text, _) in zip(names, whole, strict=True)]
    sentences = [row for one in texts for row in _sentences(one["article_id"], one["text"])]
    tables = [_table(*part) for part in (("articles", rows), ("texts", texts), ("sentences", sentences))]
    statements = find_statements(*tables)
    overlaps = find_overlaps(tables[1])
    story = {"story_id": STORY, "label": LABEL, "n_articles": len(rows), "n_sources": len({r["source"] for r in rows})}
    return write_store(
        place,
        {
            "articles": rows,
            "texts": texts,
            "sentences": sentences,
            "stories": [story],
            "statements": statements.to_pylist(),
            "overlaps": overlaps.to_pylist(),
        },
    )


def _table(name, rows):
    columns = {name for row in rows for name in row} or TABLES[name].columns.keys()
    return pa.Table.from_pylist(rows, pa.schema([field for field in TABLES[name].schema if field.name in columns]))


def _article(name, number, source, text, language):
    known = {"source": source, "language": language, "published_at": FIRST + timedelta(hours=number)}
    known |= dict.fromkeys(("n_words", "n_words_own"), len(text.split()))
    return article_row(name, **known, story_id=STORY, found_story_id=STORY)


def _sentences(article, text):
    found = [match for match in SENTENCE.finditer(text) if match.group().strip()]
    return [
        {
            "article_id": article,
            "sentence": number,
            "start": match.start() + len(match.group()) - len(match.group().lstrip()),
            "end": match.end(),
            "n_words": len(match.group().split()),
            "voice": "own",
            "shared": False,
        }
        for number, match in enumerate(found)
    ]
