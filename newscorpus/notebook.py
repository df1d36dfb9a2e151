"""A store opened for whoever does code: what the pages show, as pandas DataFrames.

    import newscorpus
    corpus = newscorpus.open_corpus("STORE").where(sources=["Coast Brief"], date_from="2026-02-01")
    corpus.articles()[["title", "n_words", "tone"]]

Every table is the answer to a question that the pages ask too, so its numbers are theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, get_args

import pandas as pd
import pyarrow as pa

from newscorpus.keep.decisions import Decisions, decisions_in, judged, moves, overlay, set_right
from newscorpus.query.connection import Reader, open_reader
from newscorpus.query.names.counts import name_counts
from newscorpus.query.quotations.counts import EVERY_QUOTATION
from newscorpus.query.quotations.listing import quotations, quotations_table
from newscorpus.query.selection import (
    EVERYTHING,
    N_LARGEST_COUNT,
    PASSAGES,
    Selection,
    clean_search,
    from_parameters,
    to_parameters,
)
from newscorpus.query.sources.articles import article, articles_list
from newscorpus.query.sources.choices import Field, known
from newscorpus.query.sources.table import sources_table
from newscorpus.query.story.judgements import Judged
from newscorpus.query.story.matrix import Matrix, matrix
from newscorpus.query.story.stories import stories_list
from newscorpus.store.read import open_store

ALL: Final = N_LARGEST_COUNT  # rows: no notebook turns pages
FIELDS_OF_LABELS: Final[tuple[Field, ...]] = get_args(Field)
RANGES: Final = ("tone", "polarity")
DAYS: Final = ("date_from", "date_to")

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenedCorpus:
    """A store and the articles chosen of it. Every method answers for these articles alone."""

    reader: Reader = field(repr=False)
    selection: Selection = EVERYTHING
    judged: tuple[Judged, ...] = field(default=(), repr=False)

    def where(self, **filters: object) -> "OpenedCorpus":
        """The same corpus with these filters chosen anew; those chosen before and not named here stay.

        Filters are the fields of `Selection`: sources, stories, names, languages, article_ids, date_from, date_to,
        words_from, words_to, tone, polarity, text, passages; None opens one again. A label may stand without a list
        around it; a day may be written out, `date_from="2026-03-01"`, or a Timestamp.
        Raises TypeError for a field that is none, and ValueError for what no filter of the pages can say: a day that
        is none, a range turned round, a source that the corpus does not have.
        """
        values = {name: _as_chosen(name, value) for name, value in filters.items()}
        chosen = replace(self.selection, **values)  # type: ignore[arg-type]
        _check(self.reader, chosen)
        return replace(self, selection=chosen)

    def sources(self) -> pd.DataFrame:
        """A row a source, most articles first, as in the table of sources on the page Overview: see `sources_table`."""
        return frame(self.ask(sources_table).table)

    def articles(self) -> pd.DataFrame:
        """A row an article with its measures, the newest first, as in the list of articles: see `articles_list`."""
        return frame(self.ask(articles_list, "newest", ALL).table)

    def names(self) -> pd.DataFrame:
        """A row a name, most mentions first, as on the page Names: see `name_counts`."""
        return frame(self.ask(name_counts, ALL).table)

    def quotations(self) -> pd.DataFrame:
        """A row an attribution of speech, with the sentences it stands in, as on the page Voices: see `Quotation`."""
        return frame(quotations_table(self.ask(quotations, EVERY_QUOTATION, ALL)))

    def stories(self) -> pd.DataFrame:
        """A row an event that several articles tell, the latest first, as on the page Stories: see `stories_list`."""
        return frame(self.ask(stories_list).table)

    def statements(self, story: str) -> pd.DataFrame:
        """A row a statement of the story with that label, as first told, as on the page Compare: see `Matrix.rows`.

        Raises ValueError for a label that is of no story.
        """
        return frame(self._matrix(story).rows)

    def tellings(self, story: str) -> pd.DataFrame:
        """A row a statement and a source that tells it: see `Matrix.cells`. `row` is that of `statements`.

        Raises ValueError for a label that is of no story.
        """
        return frame(self._matrix(story).cells)

    def text(self, article_id: str) -> str:
        """The clean text of an article of this store. Raises ValueError for an id that is none of its articles."""
        found = article(self.reader, article_id)
        if found is None:
            raise ValueError(f"{article_id!r} is the id of no article in {self.reader.store.path}.")
        return found.text

    def ask(self, question: Callable[Concatenate[Reader, Selection, P], T], *details: P.args, **options: P.kwargs) -> T:
        """The answer of any function of `newscorpus.query` to (reader, selection, ...), in its own shape.

        Charts take its tables as they are; `frame` makes a DataFrame of one.
        """
        return question(self.reader, self.selection, *details, **options)

    def _matrix(self, story: str) -> Matrix:
        _check_labels(self.reader, "stories", (story,))
        return self.ask(matrix, story, self.judged)


def open_corpus(store: str | PathLike[str], corrections: str | PathLike[str] | None = None) -> OpenedCorpus:
    """Open the store at a path, read-only, with all its articles chosen.

    `corrections`: the file that the page Corpus gives ("Download the corrections"), to have its numbers after them.
    Raises StoreDamaged where no whole store stands, and what `decisions_in` raises.
    """
    made = Decisions() if corrections is None else decisions_in(Path(corrections))
    reader = open_reader(open_store(Path(store)), overlay(made), set_right(made), moves(made))
    return OpenedCorpus(reader, judged=judged(made))


def frame(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as a DataFrame whose columns stay Arrow's: an absent value is <NA>, never NaN or 0, a column of
    counts with gaps stays one of whole numbers, and a chart draws of it what the page draws."""
    made: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return made


def _as_chosen(name: str, value: Any) -> object:  # noqa: ANN401 - whatever is typed into a notebook
    """A value as `Selection` holds it."""
    if value is None:
        return getattr(EVERYTHING, name, None)
    if name in FIELDS_OF_LABELS:
        return tuple(dict.fromkeys((value,) if isinstance(value, str) else value))
    if name in RANGES:
        return tuple(float(bound) for bound in value)
    if name in DAYS and isinstance(value, str | datetime):
        return date.fromisoformat(value) if isinstance(value, str) else value.date()
    if name == "passages" and value not in PASSAGES:
        raise ValueError(f"passages={value!r}: choose one of {', '.join(PASSAGES)}.")
    return clean_search(str(value)) if name == "text" else value


def _check(reader: Reader, chosen: Selection) -> None:
    """Raise ValueError for a selection that no link of the page can carry, or with a label the corpus does not have."""
    for side in chosen.chosen:
        value = getattr(chosen, side)
        only = replace(EVERYTHING, **{side: value})
        if from_parameters(to_parameters(only)) != only:
            raise ValueError(f"{side}={value!r} cannot be chosen: see newscorpus.query.selection.Selection.")
    for name in FIELDS_OF_LABELS:
        _check_labels(reader, name, getattr(chosen, name))


def _check_labels(reader: Reader, name: Field, labels: tuple[str, ...]) -> None:
    met = known(reader, EVERYTHING, name, labels)
    if unknown := [label for label in labels if label not in met]:
        raise ValueError(f"{', '.join(map(repr, unknown))}: not among the {name} of {reader.store.path}.")
