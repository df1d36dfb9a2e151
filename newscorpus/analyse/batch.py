"""A batch of articles measured: articles in, the tables of their measures, sentences and mentions out.

One article's rows depend on its own text alone, so the tables are the same however articles are dealt to workers.
"""

from typing import Any, Final, NamedTuple

import pyarrow as pa

from newscorpus.analyse.language import language, surely_not_english
from newscorpus.analyse.models import names_model
from newscorpus.analyse.names import find_names
from newscorpus.analyse.quotation_marks import find_quotations
from newscorpus.analyse.readability import flesch_reading_ease, n_syllables
from newscorpus.analyse.sentences import sentence_spans
from newscorpus.analyse.tone import article_tone, sentence_tone, word_polarity
from newscorpus.analyse.words import n_words, word_set, word_spans
from newscorpus.tables import TABLES

Row = dict[str, Any]

_MEASURED: Final = word_set(
    """article_id language n_characters n_words n_sentences polarity subjectivity tone reading_ease n_mentions n_quotes
    share_quoted"""
)
MEASURES: Final = pa.schema([field for field in TABLES["articles"].schema if field.name in _MEASURED])
SENTENCES: Final = TABLES["sentences"].schema
MENTIONS: Final = pa.schema([field for field in TABLES["mentions"].schema if field.name != "entity_id"])


class Analysis(NamedTuple):
    """What one article adds to the tables."""

    measures: Row
    sentences: list[Row]
    mentions: list[Row]


def _polarity_and_subjectivity(text: str, *, english: bool) -> tuple[float | None, float | None]:
    return (word_polarity(text) if english else None) or (None, None)


def _sentences(article_id: str, text: str, *, english: bool) -> list[Row]:
    rows = []
    for number, (start, end) in enumerate(sentence_spans(text)):
        sentence = text[start:end]
        polarity, subjectivity = _polarity_and_subjectivity(sentence, english=english)
        rows.append(
            {
                "article_id": article_id,
                "sentence": number,
                "start": start,
                "end": end,
                "n_words": n_words(sentence),
                "polarity": polarity,
                "subjectivity": subjectivity,
                "tone": sentence_tone(sentence) if english else None,
                "voice": None,
            }
        )
    return rows


def share_quoted(text: str) -> float | None:
    """The share of the words of `text` that stand inside quotation marks, 0 to 1; None without words.

    >>> share_quoted("“We go,” he said."), share_quoted("")
    (0.5, None)
    """
    words = word_spans(text)
    if not words:
        return None
    quoted = bytearray(len(text) + 1)
    for quotation in find_quotations(text):
        quoted[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    return sum(quoted[start] for start, _ in words) / len(words)


def _reading_ease(text: str, n_sentences: int) -> float | None:
    words = word_spans(text)
    return flesch_reading_ease(len(words), n_sentences, sum(n_syllables(text[start:end]) for start, end in words))


def analyse_article(article_id: str, text: str) -> Analysis:
    """The measures, sentences and mentions of one text.

    English word lists and models are asked about English alone: in a text that is surely in another language, polarity,
    subjectivity, tone and reading ease are None and no names are looked for.
    """
    code, english = language(text), not surely_not_english(text)
    sentences = _sentences(article_id, text, english=english)
    names = find_names(text) if english else []
    polarity, subjectivity = _polarity_and_subjectivity(text, english=english)
    measures = {
        "article_id": article_id,
        "language": code,
        "n_characters": len(text),
        "n_words": n_words(text),
        "n_sentences": len(sentences),
        "polarity": polarity,
        "subjectivity": subjectivity,
        "tone": article_tone([row["tone"] for row in sentences]),
        "reading_ease": _reading_ease(text, len(sentences)) if code == "en" else None,
        "n_mentions": len(names),
        "n_quotes": None,
        "share_quoted": share_quoted(text),
    }
    mentions = [{"article_id": article_id, **name._asdict()} for name in names]
    return Analysis(measures, sentences, mentions)


def analyse_batch(articles: pa.Table) -> dict[str, pa.Table]:
    """Measure the articles of a table with the columns `article_id` and `text`; other columns are not looked at.

    Returns "measures" (a row an article, the measured columns of `articles`), "sentences" (as in tables.TABLES, `voice`
    null) and "mentions" (as in tables.TABLES without `entity_id`), in the order of the articles. An empty table gives
    empty tables.
    """
    analyses = []
    with names_model().memory_zone():  # what the model learns of new words is forgotten with the batch
        for article_id, text in zip(articles["article_id"].to_pylist(), articles["text"].to_pylist(), strict=True):
            analyses.append(analyse_article(article_id, text))
    return {
        "measures": pa.Table.from_pylist([a.measures for a in analyses], MEASURES),
        "sentences": pa.Table.from_pylist([row for a in analyses for row in a.sentences], SENTENCES),
        "mentions": pa.Table.from_pylist([row for a in analyses for row in a.mentions], MENTIONS),
    }
