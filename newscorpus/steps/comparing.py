"""Step 5: articles beside each other: which tell one event, what they share, which statements are the same."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from newscorpus.compare.stories.moves import Move, with_moves
from newscorpus.steps.handing_over import hand_over
from newscorpus.tables.catalogue import TABLES
from newscorpus.workers import Pool, Stopped, Task

N_ARTICLES_PER_TASK: Final = 60  # of whole stories: a few seconds of work; a larger story is a task of its own
LIMIT_SECONDS: Final = 60.0
LIMIT_SECONDS_PER_ARTICLE: Final = 2.0
INPUTS: Final = {
    "articles": ("article_id", "story_id", "language", "published_at"),
    "texts": ("article_id", "text"),
    "sentences": ("article_id", "start", "end"),
    "quotes": ("article_id", "quote", "start", "end", "speaker", "entity_id", "is_inferred"),
}
"""Tables and columns that the statements of a story are read from."""
TELLINGS: Final = pa.schema([field for field in TABLES["statements"].schema if field.name != "shared"])


def find_events(
    articles: pa.Table, texts: pa.Table, moves: Sequence[Move], say: Callable[[str], None]
) -> tuple[pa.Table, pa.Table]:
    """`articles` with found_story_id and, after a reader's `moves`, story_id; and the table stories.

    Both are null for an article that stands alone.
    """
    from newscorpus.compare.stories.stories import find_stories

    say(f"Finding articles that tell one event among {articles.num_rows:,}")
    found = find_stories(articles, texts)
    ids = pa.array([found.assignment.get(article) for article in articles["article_id"].to_pylist()], pa.string())
    articles = articles.append_column("story_id", ids).append_column("found_story_id", ids)
    return with_moves(articles, found.table.sort_by("story_id").cast(TABLES["stories"].schema), moves)


def find_shared_passages(texts: pa.Table, say: Callable[[str], None]) -> pa.Table:
    """The table overlaps."""
    from newscorpus.compare.passages.overlap import find_overlaps

    say(f"Looking for passages that {texts.num_rows:,} articles share")
    return find_overlaps(texts).cast(TABLES["overlaps"].schema)


def find_all_statements(tables: dict[str, pa.Table], pool: Pool, scratch: Path, say: Callable[[str], None]) -> pa.Table:
    """The table statements, story by story, in workers; a story whose worker was stopped has none."""
    groups = list(_groups_of_stories(tables["articles"]))
    if groups:
        tasks = (_task(number, group, tables, scratch) for number, group in enumerate(groups))
        with pool(prepare=prepare_comparing) as workers:
            for number, answer in enumerate(workers.run(tasks)):
                say(f"Comparing what each source tells: {number + 1:,} of {len(groups):,} groups of stories")
                if isinstance(answer, Stopped):
                    (scratch / f"statements-{number:06d}.parquet").unlink(missing_ok=True)
    found = ds.dataset(sorted(map(str, scratch.glob("statements-*.parquet"))), schema=TELLINGS).to_table()
    return found.sort_by([(column, "ascending") for column in TABLES["statements"].key])


def prepare_comparing() -> None:
    """In a worker, before its first story: load what compares."""
    import newscorpus.compare.statements.statements  # noqa: F401


def compare_into(folder: str, into: str) -> int:
    """In a worker: find the statements of the stories whose tables lie in `folder`; returns how many tellings."""
    from newscorpus.compare.statements.statements import find_statements

    found = find_statements(*(pq.read_table(f"{folder}/{name}.parquet") for name in INPUTS))
    pq.write_table(found.cast(TELLINGS), into)
    return int(found.num_rows)


def _groups_of_stories(articles: pa.Table) -> Iterator[list[str]]:
    """Ids of stories, in order, a group for each task."""
    counted = (
        articles.filter(pc.is_valid(articles["story_id"])).group_by("story_id").aggregate([("article_id", "count")])
    )
    group: list[str] = []
    n_articles = 0
    for row in counted.sort_by("story_id").to_pylist():
        if group and n_articles + row["article_id_count"] > N_ARTICLES_PER_TASK:
            yield group
            group, n_articles = [], 0
        group.append(row["story_id"])
        n_articles += row["article_id_count"]
    if group:
        yield group


def _task(number: int, group: list[str], tables: dict[str, pa.Table], scratch: Path) -> Task:
    folder = scratch / f"stories-{number:06d}"
    articles = tables["articles"].filter(pc.is_in(tables["articles"]["story_id"], pa.array(group)))
    hand_over(tables, INPUTS, articles["article_id"].combine_chunks(), folder)
    into = scratch / f"statements-{number:06d}.parquet"
    seconds = LIMIT_SECONDS + LIMIT_SECONDS_PER_ARTICLE * articles.num_rows
    return Task(compare_into, (str(folder), str(into)), seconds)
