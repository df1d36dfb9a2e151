"""Articles that a reader moved: to another story, to one of the reader's own, or out of all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Move:
    """These articles tell the event `story_id`; None: no event that others tell.

    `label` is given for a story of the reader's own. `beside` are articles of a story that was found: where its id has
    changed, because other articles came, the story that holds most of them is meant.
    """

    article_ids: tuple[str, ...]
    story_id: str | None
    label: str | None = None
    beside: tuple[str, ...] = ()


def own_story_id(article_ids: Iterable[str], made_at: str) -> str:
    """The id of a story that a reader made of these articles at that moment: 16 hexadecimal digits of a hash."""
    return blake2b("\x1f".join([*sorted(article_ids), made_at]).encode(), digest_size=8).hexdigest()


def after_moves(found: Mapping[str, str | None], moves: Iterable[Move]) -> dict[str, str | None]:
    """article_id -> its story after the moves, made in their order on what was `found`.

    A move changes nothing for an article that is not there, nor where the story it names is gone.

    >>> after_moves({"a": "s", "b": "s"}, [Move(("a",), None), Move(("gone",), "s")])
    {'a': None, 'b': 's'}
    """
    known = {story for story in found.values() if story is not None}
    told = dict(found)
    for move in moves:
        story = move.story_id
        if story is not None and move.label is None and story not in known:
            story = _holding_most(move.beside, found)
            if story is None:
                continue
        told.update({article: story for article in move.article_ids if article in told})
    return told


def _holding_most(articles: Iterable[str], found: Mapping[str, str | None]) -> str | None:
    held = Counter(story for article in articles if (story := found.get(article)) is not None)
    return min(held, key=lambda story: (-held[story], story), default=None)


def labels_of(moves: Iterable[Move]) -> dict[str, str]:
    """story_id -> label of the stories that a reader made."""
    return {move.story_id: move.label for move in moves if move.story_id is not None and move.label is not None}


def with_moves(articles: pa.Table, stories: pa.Table, moves: Sequence[Move]) -> tuple[pa.Table, pa.Table]:
    """`articles` with story_id after the moves, and the table of stories that follows: counts, and the reader's own.

    A story that was found keeps its label. One that all its articles were moved away from stays with 0 articles, so
    that the move can be taken back.
    """
    ids = articles["article_id"].to_pylist()
    told = after_moves(dict(zip(ids, articles["story_id"].to_pylist(), strict=True)), moves)
    told_of = [told[article] for article in ids]
    sources: dict[str, list[str | None]] = {}
    for story, source in zip(told_of, articles["source"].to_pylist(), strict=True):
        if story is not None:
            sources.setdefault(story, []).append(source)
    labels = dict(zip(stories["story_id"].to_pylist(), stories["label"].to_pylist(), strict=True))
    labels |= {story: label for story, label in labels_of(moves).items() if story in sources}
    rows = [
        {"story_id": story, "label": label, "n_articles": len(told_by), "n_sources": len(set(told_by))}
        for story, label in sorted(labels.items())
        for told_by in [sources.get(story, [])]
    ]
    at = articles.schema.get_field_index("story_id")
    moved = articles.set_column(at, articles.schema.field(at), pa.array(told_of, pa.string()))
    return moved, pa.Table.from_pylist(rows, stories.schema)
