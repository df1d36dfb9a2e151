"""The articles of a story, or of none, and where they can be moved to."""

from dataclasses import dataclass
from typing import Final

from newscorpus.query.answers import Answer
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

N_BESIDE: Final = 20  # articles that name a story after its id has changed: most of them stay together


@dataclass(frozen=True, slots=True)
class StoryAt:
    """A story to which articles can be moved. `is_own`: a reader made it; `articles`: some that it has."""

    story_id: str
    label: str
    is_own: bool
    articles: tuple[str, ...] = ()


MEMBERS: Final = """
    SELECT article_id, source_label AS source, title, published_at, n_words, found_story_id IS DISTINCT FROM story_id
        AS is_moved
    FROM chosen LEFT JOIN (SELECT story_id, story_label FROM stories) USING (story_id)
    WHERE story_label IS NOT DISTINCT FROM $story
    ORDER BY published_at NULLS LAST, source, article_id
"""


def story_articles(reader: Reader, selection: Selection, story: str | None) -> Answer:
    """The chosen articles of the story with that label, the earliest first; of None: those that belong to no story.

    Columns: article_id, source, title, published_at, n_words, is_moved (by the reader).
    """
    table = ask(reader, selection.without("stories"), MEMBERS, {"story": story})
    return Answer(table, table.num_rows)


STORIES: Final = """
    SELECT story_label, story_id, label, is_own, list(article_id ORDER BY article_id)[:$n_beside] AS articles
    FROM chosen JOIN stories USING (story_id) GROUP BY ALL ORDER BY story_label
"""


def stories_to_move_to(reader: Reader, selection: Selection) -> dict[str, StoryAt]:
    """Label -> the story of it, of those that the chosen articles tell."""
    rows = ask(reader, selection, STORIES, {"n_beside": N_BESIDE}).to_pylist()
    return {
        row["story_label"]: StoryAt(row["story_id"], row["label"], row["is_own"], tuple(row["articles"]))
        for row in rows
    }
