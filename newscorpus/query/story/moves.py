"""A reader's moves of articles between stories, as tables that are laid over those of the store."""

import hashlib
from collections.abc import Sequence

import pyarrow as pa

from newscorpus.compare.stories.moves import Move, after_moves, labels_of
from newscorpus.store.read import Store

MOVED = pa.schema([("article_id", pa.string()), ("story_id", pa.string())])
OWN = pa.schema([("story_id", pa.string()), ("label", pa.string())])


def moved_stories(store: Store, moves: Sequence[Move]) -> tuple[pa.Table, pa.Table]:
    """The articles that tell another story than they were found to tell, with it (null for none); the reader's own
    stories with their labels."""
    if not moves:
        return MOVED.empty_table(), OWN.empty_table()
    columns = store.dataset("articles").to_table(columns=["article_id", "found_story_id"])
    ids, stories = (columns[name].to_pylist() for name in columns.column_names)
    found: dict[str, str | None] = dict(zip(ids, stories, strict=True))
    told = after_moves(found, moves)
    changed = [{"article_id": article, "story_id": told[article]} for article in ids if told[article] != found[article]]
    own = [{"story_id": story, "label": label} for story, label in sorted(labels_of(moves).items())]
    return pa.Table.from_pylist(changed, MOVED), pa.Table.from_pylist(own, OWN)


def key_of(moves: Sequence[Move]) -> str:
    """What names these moves in a fingerprint; "" for none."""
    return hashlib.sha256("\n".join(map(repr, moves)).encode()).hexdigest()[:16] if moves else ""
