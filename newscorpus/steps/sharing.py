"""Step 6: which sentences of each article another source or an agency wrote, and both parts of it measured alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newscorpus.steps.handing_over import hand_over, rows_by_article
from newscorpus.tables.catalogue import TABLES
from newscorpus.workers import Pool, Stopped, Task

N_ARTICLES_PER_TASK: Final = 200  # a second of work: no model is asked again
LIMIT_SECONDS: Final = 60.0
SPANS: Final = pa.schema(
    [pa.field("article_id", pa.string()), pa.field("start", pa.int32()), pa.field("end", pa.int32())]
)
FOUND: Final = ("sentences", "stretches", "mentions", "quotes")
INPUTS: Final = {
    "articles": ("article_id", "language"),
    "texts": ("article_id", "text"),
    "sentences": ("article_id", "start", "end", "tone"),
    "stretches": ("article_id", "start", "voice", "n_words", "polarity", "tone"),
    "mentions": ("article_id", "start"),
    "quotes": ("article_id", "quote", "start", "is_speech", "type"),
}
MARKED: Final = (*FOUND, "statements")
"""Tables whose rows say whether they begin in a shared sentence."""


def mark_shared(
    tables: dict[str, pa.Table], pool: Pool, scratch: Path, say: Callable[[str], None]
) -> dict[str, pa.Table]:
    """The tables MARKED with the column `shared`, and the table parts.

    An article whose worker was stopped counts as sharing nothing.
    """
    passages = _passages(tables)
    groups = [passages[start : start + N_ARTICLES_PER_TASK] for start in range(0, len(passages), N_ARTICLES_PER_TASK)]
    if groups:
        say(f"Setting apart what {len(passages):,} articles share with another source or an agency")
        with pool(prepare=prepare_sharing) as workers:
            tasks = (_task(number, dict(group), tables, scratch) for number, group in enumerate(groups))
            for number, answer in enumerate(workers.run(tasks)):
                if isinstance(answer, Stopped):
                    _forget(scratch, number)
    spans = _read(scratch, "spans", SPANS)
    marked = {name: _marked(tables[name], spans) for name in MARKED}
    return marked | {"parts": _read(scratch, "parts", TABLES["parts"].schema)}


def prepare_sharing() -> None:
    """In a worker, before its first articles: load the word lists."""
    import newscorpus.analyse.measures
    import newscorpus.compare.passages.sharing  # noqa: F401


def share_into(folder: str, scratch: str, label: str) -> int:
    """In a worker: mark and measure the articles whose tables lie in `folder`; returns how many."""
    from newscorpus.analyse.measures import Found, measures_within
    from newscorpus.compare.passages.sharing import shared_sentences

    found = {name: rows_by_article(pq.read_table(f"{folder}/{name}.parquet")) for name in (*INPUTS, "passages")}
    spans, parts = [], []
    for article_id, [article] in found["articles"].items():
        text = found["texts"][article_id][0]["text"]
        of_article = Found(*(found[name].get(article_id, []) for name in FOUND))
        sentences = [(row["start"], row["end"]) for row in of_article.sentences]
        passages = [(row["start"], row["end"]) for row in found["passages"][article_id]]
        shared = shared_sentences(text, sentences, passages)
        if not shared:
            continue
        spans += [{"article_id": article_id, "start": start, "end": end} for start, end in shared]
        for kind, within in (("own", sorted(set(sentences) - set(shared))), ("shared", shared)):
            measures = measures_within(text, article["language"], of_article, within)
            parts += [] if measures is None else [{"article_id": article_id, "passages": kind} | measures]
    pq.write_table(pa.Table.from_pylist(spans, SPANS), f"{scratch}/spans-{label}.parquet")
    pq.write_table(pa.Table.from_pylist(parts, TABLES["parts"].schema), f"{scratch}/parts-{label}.parquet")
    return len(found["articles"])


def _passages(tables: dict[str, pa.Table]) -> list[tuple[str, list[tuple[int, int]]]]:
    from newscorpus.compare.passages.sharing import agency_copy, passages_of_each

    articles = tables["articles"].select(["article_id", "source", "agency", "n_characters"])
    source_of = dict(zip(articles["article_id"].to_pylist(), articles["source"].to_pylist(), strict=True))
    return sorted((passages_of_each(tables["overlaps"], source_of) | agency_copy(articles)).items())


def _task(number: int, group: dict[str, list[tuple[int, int]]], tables: dict[str, pa.Table], scratch: Path) -> Task:
    folder = scratch / f"articles-{number:06d}"
    hand_over(tables, INPUTS, pa.array(list(group), pa.string()), folder)
    rows = [{"article_id": id_, "start": start, "end": end} for id_, spans in group.items() for start, end in spans]
    pq.write_table(pa.Table.from_pylist(rows, SPANS), folder / "passages.parquet")
    return Task(share_into, (str(folder), str(scratch), f"{number:06d}"), LIMIT_SECONDS)


def _marked(table: pa.Table, spans: pa.Table) -> pa.Table:
    from newscorpus.compare.passages.sharing import begins_within

    return table.append_column(pa.field("shared", pa.bool_(), nullable=False), pa.array(begins_within(table, spans)))


def _parts_of(scratch: Path, name: str) -> list[str]:
    return sorted(map(str, scratch.glob(f"{name}-*.parquet")))


def _read(scratch: Path, name: str, schema: pa.Schema) -> pa.Table:
    return ds.dataset(_parts_of(scratch, name), schema=schema).to_table()


def _forget(scratch: Path, number: int) -> None:
    for name in ("spans", "parts"):
        (scratch / f"{name}-{number:06d}.parquet").unlink(missing_ok=True)
