"""Who tells what: the statements of one story, a row each, and how each source tells them, a cell each."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.judgements import Judged, Row
from newscorpus.query.story.matrix_rows import cells_of, look_up, row_of
from newscorpus.query.story.statements import TOLD, groups_of
from newscorpus.query.story.texts import open_story

ROWS: Final = pa.schema(
    [
        ("row", pa.string()),
        ("kind", pa.string()),
        ("wording", pa.string()),
        ("source", pa.string()),
        ("speaker", pa.string()),
        ("n_texts", pa.int32()),
        ("n_sources", pa.int32()),
        ("n_texts_without", pa.int32()),
        ("n_uncounted", pa.int32()),
        ("n_conflicts", pa.int32()),
        ("has_figures", pa.bool_()),
        ("place", pa.int32()),
    ]
)
CELLS: Final = pa.schema(
    [
        ("row", pa.string()),
        ("source", pa.string()),
        ("article_id", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("match", pa.string()),
        ("evidence", pa.string()),
        ("speaker", pa.string()),
        ("verb", pa.string()),
        ("n_tellings", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The statements of one story by source.

    `rows`: row (its id), kind (quotation or fact), wording (the one the others are compared with), source (whose
    wording it is), speaker, n_sources that tell it, n_texts (how many of these are independent: sources that have one
    text are one), n_texts_without (independent texts of other sources in which it was not found), n_uncounted (sources
    that tell it in passages that do not count), n_conflicts, has_figures, place (order of first telling). `cells`: a
    row each telling source of each statement. `articles`: the story's chosen articles; `sources`: those telling most
    statements first; `n_texts`: independent texts among the articles; `waiting`: articles moved here that no build has
    compared, in nothing else.
    """

    rows: pa.Table
    cells: pa.Table
    articles: pa.Table
    sources: tuple[str, ...]
    n_texts: int
    waiting: tuple[Row, ...] = ()


def matrix(reader: Reader, selection: Selection, story: str, judged: tuple[Judged, ...] = ()) -> Matrix:
    """The statements of the story with that label, as far as its articles are chosen."""
    opened = open_story(reader, selection, story, judged)
    groups = groups_of(opened)
    order = {row["article_id"]: n for n, row in enumerate(opened.articles)}
    firsts = {name: min((order[t["article_id"]], t["start"]) for t in tellings) for name, tellings in groups.items()}
    known = look_up(opened)
    rows, cells = [], []
    for place, name in enumerate(sorted(groups, key=lambda name: (firsts[name], name))):
        rows.append(row_of(groups[name], known) | {"row": name, "place": place})
        cells += [cell | {"row": name} for cell in cells_of(groups[name], known)]
    counted = Counter(cell["source"] for cell in cells if cell["match"] in TOLD)
    sources = sorted({row["source"] for row in opened.articles}, key=lambda s: (-counted[s], s))
    columns = [name for name in opened.articles[0] if not name.endswith("story_id")] if opened.articles else []
    return Matrix(
        pa.Table.from_pylist(rows, ROWS),
        pa.Table.from_pylist(cells, CELLS),
        pa.Table.from_pylist([{name: row[name] for name in columns} for row in opened.articles]),
        tuple(sources),
        len(set(opened.text_of.values())),
        opened.waiting,
    )
