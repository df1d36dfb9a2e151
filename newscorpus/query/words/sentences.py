"""The sentences in which sources use one word or phrase: a few of each, with the place of the use."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Passages, Selection
from newscorpus.query.words.counts import LENGTHS, Counting, Voice, counts_of
from newscorpus.query.words.index import forms_under, read_words
from newscorpus.text.word_forms import form_of
from newscorpus.text.words import word_spans

N_EACH: Final = 3  # of a source: enough to see how it uses the word; the concordance has all
MAX_SOURCES: Final = 12
SENTENCES: Final = pa.schema(
    [
        *(pa.field(name, pa.string()) for name in ("source", "article_id", "title", "text")),
        *(pa.field(name, pa.int32()) for name in ("sentence_start", "start", "end")),
    ]
)

ARTICLES: Final = """
    SELECT article_id, source_label AS source, title FROM chosen WHERE a IN (SELECT unnest($using))
    QUALIFY row_number() OVER (PARTITION BY source_label ORDER BY day NULLS LAST, article_id) <= $n_each
    ORDER BY source_label, day NULLS LAST, article_id LIMIT $n_all
"""
IN_QUOTATION: Final[dict[Voice, bool | None]] = {"both": None, "own": False, "quoted": True}
IN_SHARED: Final[dict[Passages, bool | None]] = {"all": None, "own": False, "shared": True}


def word_sentences(reader: Reader, selection: Selection, counting: Counting, term: str) -> pa.Table:
    """Up to N_EACH sentences of each source that use a term as `counting` counts it, as SENTENCES, by source.

    One sentence of an article; `start` and `end` are the place of the use in `text`, the sentence, which begins at
    `sentence_start` of the article. Empty when nobody uses it.
    """
    n_tokens = term.count(" ") + 1
    if n_tokens not in LENGTHS[counting.length]:
        return SENTENCES.empty_table()
    forms = set(forms_of(reader, selection, counting, term))
    columns = counts_of(selection, counting)
    using: list[int] = []
    for batch in read_words(reader, ("form", "a", *columns), sorted(forms), (n_tokens,)):
        n = np.sum([batch[name].to_numpy() for name in columns], axis=0)
        using += batch["a"].to_numpy()[n > 0].tolist()
    numbers = {"using": using, "n_each": N_EACH, "n_all": N_EACH * MAX_SOURCES}
    rows: list[dict[str, Any]] = []
    for article in ask(reader, selection, ARTICLES, numbers).to_pylist():
        uses = _uses(reader, selection, counting, (article["article_id"], forms, n_tokens))
        rows += [article | found for found in islice(uses, 1)]
    return pa.Table.from_pylist(rows, SENTENCES)


def forms_of(reader: Reader, _selection: Selection, counting: Counting, term: str) -> list[str]:
    """The forms that `counting` counts as one under this term, in order: "deal", "deals"."""
    return forms_under(reader, counting.form, [term], term.count(" ") + 1)


def _uses(
    reader: Reader, selection: Selection, counting: Counting, wanted: tuple[str, set[str], int]
) -> Iterator[dict[str, Any]]:
    """The sentences of one article with a use that counts."""
    article_id, forms, n_tokens = wanted
    [text] = _rows(reader, "texts", article_id, ["text"])["text"].to_pylist()
    sentences = _rows(reader, "sentences", article_id, ["start", "end", "shared"]).to_pylist()
    stretches = _rows(reader, "stretches", article_id, ["start", "end", "voice"]).to_pylist()
    quoted = [(row["start"], row["end"]) for row in stretches if row["voice"] == "quoted"]
    for sentence in sentences:
        if IN_SHARED[selection.passages] not in (None, sentence["shared"]):
            continue
        base = sentence["start"]
        written = text[base : sentence["end"]]
        spans = word_spans(written)
        for first in range(len(spans) - n_tokens + 1):
            here = spans[first : first + n_tokens]
            start, end = here[0][0], here[-1][1]
            is_quoted = any(low <= base + start < high for low, high in quoted)
            if IN_QUOTATION[counting.voice] in (None, is_quoted) and _form(written, here) in forms:
                yield {"text": written, "sentence_start": base, "start": start, "end": end}


def _form(text: str, spans: list[tuple[int, int]]) -> str:
    return " ".join(form_of(text[start:end]) for start, end in spans)


def _rows(reader: Reader, table: str, article_id: str, columns: list[str]) -> pa.Table:
    return reader.store.dataset(table).to_table(columns, filter=pc.field("article_id") == article_id)
