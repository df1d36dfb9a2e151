"""What can be chosen in a corpus: the options of the filters."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.names.counts import name_counts
from newscorpus.query.selection import EVERYTHING, Selection

Field = Literal["sources", "stories", "names", "languages", "article_ids"]
"""A field of a selection that holds labels."""

N_NAMES_OFFERED: Final = 300  # a longer list is slow to send and to scroll; the page Names finds the others
N_SOURCES_OFFERED: Final = 1_000
N_STORIES_OFFERED: Final = 300  # those with most articles; the page Stories finds the others
N_LANGUAGES_OFFERED: Final = 100


@dataclass(frozen=True, slots=True)
class Choices:
    """The values a reader can choose from: labels with their number of articles, most articles first."""

    sources: dict[str, int]
    stories: dict[str, int]
    languages: dict[str, int]
    names: dict[str, int]
    day_first: date | None
    day_last: date | None
    n_articles: int
    n_undated: int


def choices(reader: Reader) -> Choices:
    """What the whole corpus offers, whatever is chosen at the moment."""
    span = ask(
        reader,
        EVERYTHING,
        "SELECT min(day) AS first, max(day) AS last, count(*) AS n, count(*) - count(day) AS n_undated FROM chosen",
    ).to_pylist()[0]
    names = name_counts(reader, EVERYTHING, N_NAMES_OFFERED).table
    return Choices(
        _counted(reader, "source_label", N_SOURCES_OFFERED),
        _stories(reader),
        _counted(reader, "language", N_LANGUAGES_OFFERED),
        dict(zip(names["name_label"].to_pylist(), names["n_articles"].to_pylist(), strict=True)),
        span["first"],
        span["last"],
        span["n"],
        span["n_undated"],
    )


OF_CORPUS: Final[dict[Field, str]] = {
    "sources": "SELECT source_label AS label FROM articles",
    "stories": "SELECT story_label AS label FROM stories",
    "names": "SELECT name_label AS label FROM names",
    "languages": "SELECT language AS label FROM articles",
    "article_ids": "SELECT article_id AS label FROM articles",
}


def known(reader: Reader, _selection: Selection, field: Field, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `labels` that the whole corpus has in this field of a selection, in the order given."""
    if not labels:
        return ()
    question = f"SELECT DISTINCT label FROM ({OF_CORPUS[field]}) WHERE label IN (SELECT unnest($labels))"
    met = set(reader.rows(question, {"labels": [*labels]})["label"].to_pylist())
    return tuple(label for label in labels if label in met)


STORIES: Final = """
    SELECT story_label AS label, count(*) AS n FROM chosen JOIN stories USING (story_id)
    GROUP BY story_label ORDER BY n DESC, story_label LIMIT $n_top
"""


def _stories(reader: Reader) -> dict[str, int]:
    rows = ask(reader, EVERYTHING, STORIES, {"n_top": N_STORIES_OFFERED})
    return dict(zip(rows["label"].to_pylist(), rows["n"].to_pylist(), strict=True))


def _counted(reader: Reader, column: str, n_top: int) -> dict[str, int]:
    rows = ask(
        reader,
        EVERYTHING,
        f"SELECT {column} AS label, count(*) AS n FROM chosen GROUP BY label ORDER BY n DESC, label LIMIT $n_top",
        {"n_top": n_top},
    )
    return dict(zip(rows["label"].to_pylist(), rows["n"].to_pylist(), strict=True))
