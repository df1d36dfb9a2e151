"""Source against source on the stories both tell: which two are chosen, and the tables behind a comparison."""

from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from components import session
from components.charts.pairs import SYMBOLS_IN_WORDS, dumbbells, dumbbells_alt
from components.inert import in_label
from components.number_format import count, counted, number_form
from components.widgets.shared.figure import figure, table_behind
from components.wording.comparison import Pair
from newscorpus.query.selection import UNKNOWN_SOURCE, Selection
from newscorpus.query.sources.comparison import Comparison, shared_stories
from newscorpus.query.sources.distribution import Values
from newscorpus.register.measure import Measure
from newscorpus.statistics.rules import MIN_SOURCES_FOR_SHRINKAGE, MIN_STORIES_FOR_TEST

N_STORIES_DRAWN: Final = 25  # rows that fit a screen; the table holds all
_number = st.column_config.NumberColumn


def chosen_pair(view: session.View) -> Pair | None:
    """The two sources a reader wants compared; None unless two are chosen. Once a page: it is bound to the address."""
    options = [source for source in session.offered(view).sources if source != UNKNOWN_SOURCE]
    if len(options) < 2:
        return None
    chosen = st.multiselect(
        "Compare two sources on the stories both tell",
        options,
        max_selections=2,
        key="pair",
        bind="query-params",
        placeholder="any two",
    )
    if len(chosen) == 1:
        st.caption("Choose a second source.")
    return (chosen[0], chosen[1]) if len(chosen) > 1 else None


def source_against_source(
    view: session.View, key: str, answer: Values, comparison: Comparison, pair: Pair | None, measure: Measure
) -> None:
    """What stands behind the sentence of a chart: medians with their places, pairs of sources, stories of one pair."""
    block = st.expander("Source against source on the same stories", key=f"{key}-pairs", on_change="rerun")
    if not block.open:
        return
    with block:
        if pair is not None:
            _one_pair(view, key, answer.measure, pair, measure)
        _pairs(key, comparison, measure)
        _medians(key, answer, measure)


def _one_pair(view: session.View, key: str, column: str, pair: Pair, measure: Measure) -> None:
    selection: Selection = view.selection.without("article_ids")
    stories = session.ask(view, shared_stories, column, *pair, selection=selection)
    if not stories.num_rows:
        return
    drawn = stories.slice(0, N_STORIES_DRAWN)
    figure(f"{key}-stories", dumbbells(drawn, pair, measure), dumbbells_alt(drawn, pair, measure))
    marks = ", ".join(f"{mark} {in_label(source)}" for mark, source in zip(SYMBOLS_IN_WORDS, pair, strict=True))
    said = f"{marks}. n = {counted(stories.num_rows, 'shared story', 'shared stories')}, latest first."
    if drawn.num_rows < stories.num_rows:
        said += f" Drawn: the latest {count(drawn.num_rows)}; the table below holds all."
    st.caption(said)
    form = number_form(measure)
    columns = {
        "story": "Story",
        "day": st.column_config.DateColumn("Latest", format="D MMM YYYY"),
        "value_a": _number(pair[0], format=form),
        "value_b": _number(pair[1], format=form),
        "difference": _number("Difference", format=number_form(measure, signed=True)),
    }
    table_behind(f"{key}-stories", stories, columns, "shared stories")


def _pairs(key: str, comparison: Comparison, measure: Measure) -> None:
    table = comparison.pairs.filter(pc.equal(comparison.pairs["measure"], measure.key))
    if not table.num_rows:
        st.text("No two sources tell the same story here.")
        return
    form = number_form(measure, signed=True)
    differences = {name: _number(label, format=form) for name, label in DIFFERENCES.items()}
    columns = PAIR_COLUMNS | differences | CLAIMED
    shown = table.append_column("higher_in", pa.array(map(_higher_in, table.to_pylist()), pa.string()))
    st.dataframe(
        shown,
        column_order=list(columns),
        column_config=columns,
        hide_index=True,
        placeholder="–",
        key=f"{key}-pairs-table",
        alt=f"{measure.label}: pairs of sources on the stories both tell",
    )
    tested = (
        f"and is tested, together with all {counted(comparison.n_tested, 'comparison')} of this page."
        if comparison.n_tested
        else "and is tested; here no two sources share as many."
    )
    st.caption(
        f"n = {counted(comparison.n_stories, 'story', 'stories')} told by two sources or more. Several articles of a "
        f"source on a story count by their mean. From {MIN_STORIES_FOR_TEST} shared stories on, a mean difference has "
        f"its 95 % range {tested}"
    )


def _higher_in(row: dict[str, Any]) -> str:
    return f"{count(row['n_higher'])} of {count(row['n_stories'])}"


def _medians(key: str, answer: Values, measure: Measure) -> None:
    has_places = any(place is not None for place in answer.sources["place"].to_pylist())
    form = number_form(measure)
    columns: dict[str, Any] = {
        "source": "Source",
        "n": _number("Articles"),
        "median": _number("Median", format=form),
        "median_low": _number("from", format=form),
        "median_high": _number("to", format=form),
    }
    if has_places:
        columns |= {"shrunk": _number("Pulled towards all", format=form), "place": _number("Place")}
    table_behind(f"{key}-medians", pa.table(answer.sources), columns, f"{measure.label}, medians of the sources")
    if has_places:
        st.caption(
            f"Places, from the highest, are those after each median is pulled towards that of all, the more the fewer "
            f"articles it has; from {MIN_SOURCES_FOR_SHRINKAGE} sources on."
        )


DIFFERENCES: Final = {"mean": "by, on average", "low": "from", "high": "to", "median": "median difference"}
NAME_WIDTH: Final = 130  # pixels: the numbers beside two names stay in sight in half a page
PAIR_COLUMNS: Final[dict[str, Any]] = {
    "source_a": st.column_config.TextColumn("Source", width=NAME_WIDTH),
    "source_b": st.column_config.TextColumn("against", width=NAME_WIDTH),
    "higher_in": st.column_config.TextColumn("higher in", width="small", help="of the stories both tell"),
}
CLAIMED: Final[dict[str, Any]] = {
    "is_claimed": st.column_config.CheckboxColumn(
        "More than chance", help="with all comparisons of this page reckoned with"
    ),
}
