"""Statements of a story narrowed and put in order, by how widely they are told.

A source that has its text from another, or both from an agency, tells nothing by itself: copies of one text count once.
"""

from collections import defaultdict
from typing import Any, Final, Literal, get_args

from newscorpus.query.story.judgements import Place, Row
from newscorpus.query.story.matrix import Matrix

Narrowing = Literal[
    "all", "quotations", "facts", "with figures", "told by all", "by all but one", "by one source only", "conflicts"
]
Order = Literal["most told first", "by speaker", "as first told"]
FEWEST_FOR: Final[dict[Narrowing, int]] = {"by all but one": 3}
"""Sources, and independent texts, that a narrowing needs."""


def narrowed(whole: Matrix, narrowing: Narrowing, order: Order = "most told first") -> list[Row]:
    """The rows that fit, in that order. By speaker, quotations of one stand together, those of the most told first.

    "told by all": no independent text is without it; "by all but one": one is; "by one source only": one independent
    text tells it.
    """
    rows = [row for row in whole.rows.to_pylist() if _fits(row, narrowing)]
    if order == "as first told":
        return sorted(rows, key=lambda row: int(row["place"]))
    if order == "most told first":
        return sorted(rows, key=_how_widely)
    widest: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        widest[_group(row)].append(_how_widely(row))
    return sorted(
        rows,
        key=lambda row: (row["kind"] != "quotation", min(widest[_group(row)]), _group(row), _how_widely(row)),
    )


def n_fitting(whole: Matrix) -> dict[Narrowing, int]:
    """How many rows fit each narrowing that says something of so many sources: of two, all but one is one."""
    rows = whole.rows.to_pylist()
    least = min(len(whole.sources), whole.n_texts)
    kinds: tuple[Narrowing, ...] = get_args(Narrowing)
    return {kind: sum(_fits(row, kind) for row in rows) for kind in kinds if least >= FEWEST_FOR.get(kind, 0)}


def place_of(whole: Matrix, row: str) -> Place | None:
    """A stretch (article_id, start, end) by which a statement is known: one that stands in no other, if there is one.

    None when there is no such row.
    """
    found = defaultdict(list)
    for cell in whole.cells.to_pylist():
        if cell["start"] is not None:
            found[cell["article_id"], cell["start"], cell["end"]].append(cell["row"])
    places = [place for place, rows in found.items() if row in rows]
    return min(places, key=lambda place: (len(found[place]), place), default=None)


def _fits(row: Row, narrowing: Narrowing) -> bool:
    is_told = not row["n_uncounted"]  # else nothing is known of how many tell it in words that count
    by_all = is_told and row["n_sources"] > 1 and not row["n_texts_without"]
    fitting: dict[Narrowing, bool] = {
        "all": True,
        "quotations": row["kind"] == "quotation",
        "facts": row["kind"] == "fact",
        "with figures": row["has_figures"],
        "told by all": by_all,
        "by all but one": is_told and row["n_texts_without"] == 1,
        "by one source only": is_told and row["n_texts"] == 1 and not by_all,
        "conflicts": row["n_conflicts"] > 0,
    }
    return fitting[narrowing]


def _group(row: Row) -> str:
    """The speaker, or the row itself where nobody is quoted."""
    return f"said by {row['speaker']}" if row["speaker"] else f"row {row['row']}"


def _how_widely(row: Row) -> tuple[Any, ...]:
    told = (-row["n_texts"], -row["n_sources"])
    return (*told, row["kind"] != "quotation", row["place"])
