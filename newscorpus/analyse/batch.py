"""A batch of articles measured: articles in, the tables of what was found in them out.

One article's rows depend on its own words alone, so the tables are the same however articles are dealt to workers.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pyarrow as pa

from newscorpus.analyse.measures import Found, measures_of, polarity_and_subjectivity
from newscorpus.analyse.models import names_model, syntax_model
from newscorpus.analyse.names.recognition import Name, find_names
from newscorpus.analyse.quotations.attributions import find_attributions
from newscorpus.analyse.quotations.rows import quote_rows, stretch_rows
from newscorpus.analyse.quotations.voices import voices
from newscorpus.analyse.tone.sentence_tone import sentence_tone, valued_words
from newscorpus.analyse.tone.towards import mention_rows
from newscorpus.analyse.tone.without_names import without_names
from newscorpus.tables.catalogue import ANALYSED, TOLD_BY_VOICE
from newscorpus.text.language import language, surely_not_english
from newscorpus.text.sentences import opening, sentence_spans
from newscorpus.text.words import n_words

Row = dict[str, Any]

N_TONES_KEPT: Final = 256
"""Most sentences are one stretch in one voice, so their tone is asked for twice within an article."""


class Analysis(NamedTuple):
    """What one article adds to the tables."""

    measures: Row
    sentences: list[Row]
    stretches: list[Row]
    mentions: list[Row]
    quotes: list[Row]


@lru_cache(maxsize=N_TONES_KEPT)
def _tones(text: str, blanked: str, *, english: bool) -> Row:
    polarity, subjectivity = polarity_and_subjectivity(text, english=english)
    tone = sentence_tone(blanked) if english else None
    return {"n_words": n_words(text), "polarity": polarity, "subjectivity": subjectivity, "tone": tone}


def _words(sentence: str, blanked: str, *, english: bool) -> Row:
    polarity_words, tone_words = valued_words(sentence, blanked) if english else (None, None)
    return {"polarity_words": polarity_words, "tone_words": tone_words}


def _cut(row: Row, *texts: str) -> list[str]:
    return [text[row["start"] : row["end"]] for text in texts]


class _Blanked(NamedTuple):
    """A headline and a text with their names blanked, every offset in its place."""

    title: str
    text: str


def _blanked(title: str, text: str, names: Sequence[Name], spans: Sequence[tuple[int, int]]) -> _Blanked:
    """The headline is read as the first line of its text: a name that the text shows is one there, too."""
    shift = len(title) + 1
    places = [(name.start + shift, name.end + shift) for name in names]
    places += [(name.start, name.end) for name in find_names(title)]
    sentences = [*sentence_spans(title), *((start + shift, end + shift) for start, end in spans)]
    whole = without_names(f"{title}\n{text}", places, sentences)
    return _Blanked(whole[: shift - 1], whole[shift:])


def analyse_article(article_id: str, title: str | None, text: str) -> Analysis:
    """The measures, sentences, voices, mentions and attributions of one article.

    English word lists and models are asked about English alone: in a text that is surely in another language, polarity,
    subjectivity, tone and reading ease are None, no names are looked for, and all of it is the outlet's own voice.
    """
    code, english, spans = language(text), not surely_not_english(text), sentence_spans(text)
    names = find_names(text) if english else []
    blanked = _blanked(title or "", text, names, spans) if english else _Blanked(title or "", text)
    both = (text, blanked.text)
    attributions = find_attributions(text, names) if english else []
    voiced = voices(text, spans, attributions)
    sentences = [
        row | _tones(*_cut(row, *both), english=english) | _words(*_cut(row, *both), english=english)
        for row in (
            {"article_id": article_id, "sentence": number, "start": s.start, "end": s.end, "voice": s.voice}
            for number, s in enumerate(voiced)
        )
    ]
    stretches = [
        {"article_id": article_id} | row | _tones(*_cut(row, *both), english=english)
        for row in stretch_rows(text, voiced)
    ]
    quotes = [{"article_id": article_id} | row for row in quote_rows(text, attributions)]
    mentions = [{"article_id": article_id} | row for row in mention_rows(blanked.text, names, sentences, stretches)]
    headline = _tones(title, blanked.title, english=english) if title else {}
    measures: Row = {"article_id": article_id, "language": code, "opening": opening(text)}
    measures |= {f"{name}_headline": headline.get(name) for name in TOLD_BY_VOICE}
    measures |= measures_of(text, code, Found(sentences, stretches, mentions, quotes))
    return Analysis(measures, sentences, stretches, mentions, quotes)


def analyse_batch(articles: pa.Table) -> dict[str, pa.Table]:
    """Measure the articles of a table with the columns `article_id`, `title` and `text`.

    Returns the tables of tables.ANALYSED in the order of the articles: "measures" has a row an article and the measured
    columns of `articles`. An empty table gives empty tables.
    """
    columns = [articles[name].to_pylist() for name in ("article_id", "title", "text")]
    # What the models learn of new words is forgotten with the batch.
    with names_model().memory_zone(), syntax_model().memory_zone():
        analyses = [analyse_article(*article) for article in zip(*columns, strict=True)]
    rows = {name: [row for a in analyses for row in getattr(a, name)] for name in ANALYSED if name != "measures"}
    rows["measures"] = [a.measures for a in analyses]
    return {name: pa.Table.from_pylist(rows[name], schema) for name, schema in ANALYSED.items()}
