"""The quotations behind a figure, a page at a time, with the sentences they stand in."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.quotations.attributions import NOBODY, SPEAKER_KIND_WORDS
from newscorpus.query.quotations.counts import QUOTED, QuotationFilter
from newscorpus.query.selection import EVERYTHING, Selection

MAX_CONTEXT_CHARACTERS: Final = 1_200  # of the sentences around a quotation; a longer one is read in its article
MAX_PLACES: Final = 2_000  # corrected in one act: more than anybody has read
N_SPEAKERS_OFFERED: Final = 300

Span = tuple[int, int]
Place = tuple[str, int]
"""An attribution: article_id and its number in the article."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution with the sentences it stands in.

    `context` is cut from the article's text; `said` and `speaker_shown` are places in it. `n_same_in_article` counts
    the attributions to the same speaker in this article, itself included.
    """

    article_id: str
    quote: int
    source: str
    title: str | None
    day: date | None
    speaker: str
    verb: str | None
    verb_class: str
    type: str
    confidence: str
    is_inferred: bool
    is_corrected: bool
    n_words: int
    n_same_in_article: int
    context: str
    said: tuple[Span, ...]
    speaker_shown: Span | None


LIST: Final = (
    QUOTED
    + """
    SELECT *, (SELECT count(*) FROM told WHERE told.a = quoted.a AND told.speaker = quoted.speaker) AS n_same_in_article
    FROM quoted ORDER BY source_label, day NULLS LAST, a, quote LIMIT $n_rows OFFSET $first
"""
)


def quotations(
    reader: Reader, selection: Selection, chosen: QuotationFilter, n_rows: int, first: int = 0
) -> list[Quotation]:
    """Rows `first` to `first + n_rows` of the attributions that fit, by source, day and place in the article."""
    rows = ask(reader, selection, LIST, chosen.values() | {"n_rows": n_rows, "first": first}).to_pylist()
    ids = list(dict.fromkeys(row["article_id"] for row in rows))
    texts = {row["article_id"]: row["text"] for row in _of_articles(reader, "texts", ids, ("article_id", "text"))}
    stretches = _by_article(_of_articles(reader, "quotes", ids, STRETCH_COLUMNS))
    sentences = _by_article(_of_articles(reader, "sentences", ids, ("article_id", "start", "end")))
    found = []
    for row in rows:
        own = [s for s in stretches.get(row["article_id"], []) if s["quote"] == row["quote"]]
        found.append(_quotation(row, texts[row["article_id"]], own, sentences.get(row["article_id"], [])))
    return found


STRETCH_COLUMNS: Final = ("article_id", "quote", "start", "end", "speaker_start", "speaker_end")
LISTED: Final = pa.schema(
    [
        ("source", pa.string()),
        ("day", pa.date32()),
        *((name, pa.string()) for name in ("title", "speaker", "verb", "verb_class", "type", "confidence")),
        ("is_inferred", pa.bool_()),
        ("is_corrected", pa.bool_()),
        ("n_words", pa.int64()),
        ("said", pa.string()),
        ("context", pa.string()),
        ("article_id", pa.string()),
        ("quote", pa.int64()),
    ]
)


def quotations_table(found: list[Quotation]) -> pa.Table:
    """Quotations as a table, `said` being the words told, stretch after stretch."""
    rows = [
        {name: getattr(one, name) for name in LISTED.names if name != "said"}
        | {"said": " … ".join(one.context[start:end] for start, end in one.said)}
        for one in found
    ]
    return pa.Table.from_pylist(rows, LISTED)


PLACES: Final = QUOTED + "SELECT article_id, quote FROM quoted ORDER BY a, quote LIMIT $n_rows"


def places(reader: Reader, selection: Selection, chosen: QuotationFilter) -> tuple[Place, ...]:
    """Article and number of the attributions that fit, MAX_PLACES at most."""
    rows = ask(reader, selection, PLACES, chosen.values() | {"n_rows": MAX_PLACES})
    return tuple(zip(rows["article_id"].to_pylist(), rows["quote"].to_pylist(), strict=True))


OFFERED: Final = """,
    offered AS (
        SELECT name_label AS label, 0 AS place, n FROM article_names JOIN names USING (e)
        WHERE a IN (SELECT a FROM chosen) AND kind IN ('PERSON', 'ORG', 'GROUP', 'PLACE')
        UNION ALL
        SELECT speaker, 1, count(*) FROM attributions JOIN speakers USING (p)
        WHERE a IN (SELECT a FROM chosen) GROUP BY speaker
        UNION ALL
        SELECT speaker, 2, count(*) FROM attributions JOIN speakers USING (p) GROUP BY speaker
    )
    SELECT label FROM offered GROUP BY label ORDER BY min(place), max(n) DESC, label LIMIT $n_top
"""


def speakers_offered(reader: Reader, _selection: Selection, article_id: str) -> tuple[str, ...]:
    """Labels that may be the right speaker: names of that article, its speakers, then those quoted most anywhere."""
    here = Selection(article_ids=(article_id,))
    return tuple(ask(reader, here, OFFERED, {"n_top": N_SPEAKERS_OFFERED})["label"].to_pylist())


VERBS_MET: Final = "SELECT verb, verb_class, count(*) AS n_quotes FROM attributions JOIN verbs USING (v) GROUP BY ALL"


def verbs_met(reader: Reader, _selection: Selection = EVERYTHING) -> dict[str, tuple[str, int]]:
    """Reporting verb -> its class as counted now, and its attributions of speech in the whole corpus."""
    rows = reader.rows(VERBS_MET).to_pylist()
    return {row["verb"]: (row["verb_class"], row["n_quotes"]) for row in rows}


def kinds_met(reader: Reader, _selection: Selection = EVERYTHING) -> tuple[str, ...]:
    """The kinds of speaker met in the whole corpus, in the order of SPEAKER_KIND_WORDS, nobody last."""
    met = set(reader.rows("SELECT DISTINCT kind FROM speakers")["kind"].to_pylist()) | {NOBODY}
    return tuple(kind for kind in SPEAKER_KIND_WORDS if kind in met)


def _quotation(
    row: dict[str, Any], text: str, stretches: list[dict[str, Any]], sentences: list[dict[str, Any]]
) -> Quotation:
    first, last = min(s["start"] for s in stretches), max(s["end"] for s in stretches)
    start = max((s["start"] for s in sentences if s["start"] <= first), default=first)
    end = min((s["end"] for s in sentences if s["end"] >= last), default=last)
    end = min(end, start + MAX_CONTEXT_CHARACTERS)
    shown = stretches[0]["speaker_start"], stretches[0]["speaker_end"]
    is_shown = shown[0] is not None and start <= shown[0] and shown[1] <= end
    known = {name: row[name] for name in Quotation.__slots__ if name in row}
    return Quotation(
        **known,
        source=row["source_label"],
        context=text[start:end],
        said=tuple((s["start"] - start, min(s["end"], end) - start) for s in stretches if s["start"] < end),
        speaker_shown=(shown[0] - start, shown[1] - start) if is_shown else None,
    )


def _of_articles(reader: Reader, table: str, ids: list[str], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    found = reader.store.dataset(table).to_table(
        list(columns), filter=pc.field("article_id").isin(pa.array(ids, pa.string()))
    )
    return found.to_pylist()  # type: ignore[no-any-return]


def _by_article(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    by: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: row["start"]):
        by.setdefault(row["article_id"], []).append(row)
    return by
