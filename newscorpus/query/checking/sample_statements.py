"""Pairs of sentences drawn at random for a reader to judge blind: put together by the method, or left apart."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from newscorpus.query.checking.sample import DRAW, MIN_WORDS, ONE_PLACE, Item, Sample, item_of, mixed
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Columns, Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.nearest import nearest_sentence
from newscorpus.query.story.texts import StoryTexts, open_story

ALIKE: Final = "put together: verbatim or trimmed"
REWORDED: Final = "put together: reworded or conflicting"
POSSIBLE: Final = "marked possible"
APART: Final = "left apart: a sentence and the one nearest to it in another article"
WEIGHTS: Final = {ALIKE: 1, REWORDED: 2, POSSIBLE: 1, APART: 2}
"""Kinds of pairs -> their part of a sample: most where the method can go wrong without its being seen at a glance."""

LEFT_APART: Final = "left apart"
N_SPARE: Final = 3  # times as many lone sentences are drawn as are needed: some share no word with any other

TOLD: Final = """,
    told AS MATERIALIZED (
        SELECT s.story_id, s.statement, s.article_id, s.start, s."end", s.match, s.match = 'reference' AS is_reference
        FROM statements_on_disk AS s JOIN (SELECT article_id FROM chosen) USING (article_id)
    )
"""
PAIRS: Final = (
    TOLD
    + f""",
    population AS (
        SELECT CASE WHEN t.match IN ('verbatim', 'trimmed') THEN '{ALIKE}' WHEN t.match = 'possible' THEN '{POSSIBLE}'
                ELSE '{REWORDED}' END AS stratum,
            r.article_id, r.start, r."end", t.article_id AS other_article, t.start AS other_start,
            t."end" AS other_end, CAST([] AS INTEGER[][]) AS marks, MAP {{'statement': t.match}} AS answers
        FROM told AS t JOIN told AS r USING (story_id, statement)
        WHERE r.is_reference AND NOT t.is_reference AND t.article_id <> r.article_id
    )
"""
)
TWO_PLACES: Final = ONE_PLACE.replace(
    "]", """, other_article, CAST(other_start AS VARCHAR), CAST(other_end AS VARCHAR)]"""
)
LONE: Final = (
    TOLD
    + f""",
    population AS (
        SELECT '{APART}' AS stratum, article_id, start, "end", CAST([] AS INTEGER[][]) AS marks,
            MAP {{'statement': '{LEFT_APART}'}} AS answers
        FROM sentences_on_disk AS s JOIN (SELECT article_id FROM chosen WHERE story_id IS NOT NULL) USING (article_id)
        WHERE n_words >= {MIN_WORDS} AND NOT EXISTS (
            SELECT 1 FROM told WHERE told.article_id = s.article_id AND told.start < s."end" AND told."end" > s.start)
    )
"""
)
STATEMENTS: Final[Columns] = {"statements": ("story_id", "statement", "article_id", "start", "end", "match")}
SENTENCES: Final[Columns] = {"sentences": ("article_id", "start", "end", "n_words")}
STORY_OF: Final = """
    SELECT article_id, story_label FROM chosen JOIN stories USING (story_id)
    WHERE article_id IN (SELECT unnest($ids))
"""


def draw_statements(reader: Reader, selection: Selection, seed: int, n_most: int) -> Sample:
    """At most `n_most` pairs of stretches of one story's chosen articles: WEIGHTS says how many of which kind.

    A pair that was put together is a statement's reference and another telling of it. A pair left apart is a sentence
    under no statement and the sentence of another article of the story that shares its rarest words: the pairs that
    the method could most easily have missed.
    """
    values = {"seed": f"statement|{seed}"}
    pairs = PAIRS + DRAW.format(places=TWO_PLACES, n_most=int(n_most))
    lone = LONE + DRAW.format(places=ONE_PLACE, n_most=int(n_most) * N_SPARE)
    found = _strata(ask(reader, selection, pairs, values, STATEMENTS).to_pylist())
    apart = _strata(ask(reader, selection, lone, values, {**STATEMENTS, **SENTENCES}).to_pylist())
    for words, (n, items) in apart.items():
        found[words] = (n, list(_with_nearest(reader, selection, items, n_most)))
    return mixed(found, WEIGHTS, seed, n_most)


def _strata(rows: Sequence[dict[str, Any]]) -> dict[str, tuple[int, list[Item]]]:
    return {row["stratum"]: (row["n"], [item_of(drawn) for drawn in row["drawn"]]) for row in rows}


def _with_nearest(reader: Reader, selection: Selection, lone: Sequence[Item], n_most: int) -> Iterator[Item]:
    """The first `n_most` lone sentences that have a nearest one in another article, each with it."""
    ids = [item.places[0][0] for item in lone]
    story_of = {
        row["article_id"]: row["story_label"] for row in ask(reader, selection, STORY_OF, {"ids": ids}).to_pylist()
    }
    opened: dict[str, StoryTexts] = {}
    n_found = 0
    for item in lone:
        article_id, start, end = item.places[0]
        story = story_of[article_id]
        if story not in opened:
            opened[story] = open_story(reader, selection, story)
        others = [row["article_id"] for row in opened[story].articles if row["article_id"] != article_id]
        telling = {"article_id": article_id, "start": start, "end": end}
        nearest = nearest_sentence(opened[story], telling, others)
        if nearest is not None and n_found < n_most:
            there = nearest.sentence
            n_found += 1
            yield Item((*item.places, (there["article_id"], there["start"], there["end"])), (), item.answers)
