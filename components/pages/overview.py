"""Overview: who wrote how much, when, in what tone, about whom?"""

from typing import Final, get_args

import streamlit as st

from components import session
from components.charts.names import CELLS, Cell, name_bars, name_bars_alt, name_grid, name_grid_alt
from components.charts.timeline import timeline, timeline_alt
from components.inert import in_label
from components.number_format import count, counted, days, decimal, span_of_days
from components.places import path_of
from components.widgets.checking.link import check_link
from components.widgets.corpus import opening
from components.widgets.shared.articles import article_table
from components.widgets.shared.figure import figure, table_behind
from components.widgets.sources.by_source import measure_by_source
from components.widgets.sources.pairs import chosen_pair
from components.widgets.sources.table import source_table
from components.wording.comparison import Pair
from components.wording.pages import NO_MATCH, ONE_EACH, base, not_narrowed
from newscorpus.query.names.counts import name_counts, names_by_source
from newscorpus.query.sources.timeline import articles_over_time
from newscorpus.query.sources.totals import Figures, headline_figures
from newscorpus.register.measures import COMPARED_OF_WHOLE_TEXTS, MEASURES
from newscorpus.register.voices import WHOSE_WORDS, key_in_voice
from newscorpus.tables.catalogue import TOLD_BY_VOICE

N_NAMES_DRAWN: Final = 15  # bars that fit beside the grid on a laptop without scrolling
TONES: Final = tuple(measure.key for measure in COMPARED_OF_WHOLE_TEXTS if measure.family == "tone")
LENGTHS: Final = tuple(measure.key for measure in COMPARED_OF_WHOLE_TEXTS if measure.family != "tone")
WHOLE_TEXT: Final = ""
WHAT_IT_DOES: Final = (
    "Parallax shows how each source tells the same story: its tone and length, whom it names and quotes, what all tell "
    "and what only one tells. This is an example: six invented outlets on six invented stories."
)
QUESTION: Final = "Who wrote how much, when, in what tone, and about whom?"


def show() -> None:
    """Draw the page."""
    view = opening.page("Overview", QUESTION)
    figures = session.ask(view, headline_figures)
    if not figures.n_articles:
        st.info(NO_MATCH)
        return
    _what_this_is(view)
    _figures(figures)
    _tone_and_length(view)
    st.subheader("The sources side by side")
    source_table(view)
    _names(view)
    _over_time(view)
    st.subheader("The articles")
    article_table(view)


def _what_this_is(view: session.View) -> None:
    """For who comes here first: what the program does, what they are looking at, and where their own articles go."""
    if view.corpus.inputs != (session.EXAMPLE,):
        return
    with st.container(border=True):
        st.text(WHAT_IT_DOES)
        st.page_link(path_of("corpus"), label="Drop in your own articles", icon=":material/upload_file:")


def _figures(figures: Figures) -> None:
    unknown = f"and {count(figures.n_unknown_source)} of unknown source" if figures.n_unknown_source else ""
    dates = [days(figures.day_first, figures.day_last)] if figures.day_first != figures.day_last else []
    dates += [f"{count(figures.n_undated)} without a date"] if figures.n_undated else []
    agency = f"{count(figures.n_agency)} credited to an agency" if figures.n_agency else ""
    with st.grid(6, min_column_width=140):
        _figure("Articles", count(figures.n_articles), agency)
        _figure("Sources", count(figures.n_sources), unknown)
        _figure("Words in all", count(figures.n_words))
        _figure("Median words", decimal(figures.words_median, 0))
        _figure("Names", count(figures.n_names))
        _figure("Published", span_of_days(figures.day_first, figures.day_last), "; ".join(dates))
    if figures.n_most_of_one_source == 1:
        st.info(ONE_EACH)


def _figure(label: str, value: str, note: str = "") -> None:
    with st.container():
        st.metric(label, value)
        if note:
            st.caption(note)


def _tone_and_length(view: session.View) -> None:
    pair = chosen_pair(view)
    tone, length = st.columns(2, gap="large")
    with tone:
        st.subheader("In what tone?")
        column, tones = _tone()
    on_screen = (*tones, *LENGTHS)
    with tone:
        _compared(view, "in-tone", column, on_screen, pair)
        check_link("sentence", "overview")
    with length:
        st.subheader("How long, how hard, how much quoted?")
        _compared(view, "length", _chosen_measure("length", LENGTHS), on_screen, pair)


def _tone() -> tuple[str, tuple[str, ...]]:
    """The measure of tone chosen, and those that the same click would show, all of the words of one voice."""
    measure = _chosen_measure("tone", TONES)
    whose = "all"
    if measure in TOLD_BY_VOICE:
        whose = st.segmented_control(
            "Whose words?",
            ["all", *WHOSE_WORDS],
            default="all",
            required=True,
            format_func=lambda voice: WHOSE_WORDS[voice][0] if voice in WHOSE_WORDS else "whole text",
            key="whose_words",
            wrap=True,
            label_visibility="collapsed",
        )
    of = WHOSE_WORDS[whose][1] if whose in WHOSE_WORDS else "the whole text, quotations included"
    st.caption(f"Of {of}.")
    voice = whose if whose in WHOSE_WORDS else WHOLE_TEXT
    return key_in_voice(measure, voice), tuple(key_in_voice(tone, voice) for tone in TONES)


def _compared(view: session.View, key: str, column: str, on_screen: tuple[str, ...], pair: Pair | None) -> None:
    measure_by_source(view, key, column, on_screen, pair)
    st.caption(in_label(MEASURES[column].cannot_say))


def _chosen_measure(key: str, measures: tuple[str, ...]) -> str:
    column: str = st.segmented_control(
        "Measure",
        measures,
        default=measures[0],
        required=True,
        format_func=lambda measure: MEASURES[measure].label,
        key=f"{key}_measure",
        wrap=True,
        label_visibility="collapsed",
    )
    return column


def _names(view: session.View) -> None:
    st.subheader("Who and what is named?")
    open_names = view.selection.without("names")
    named = session.ask(view, name_counts, N_NAMES_DRAWN, selection=open_names)
    if not named.table.num_rows:
        st.text("No name was found in these articles.")
        return
    first = named.table.to_pylist()[0]
    st.text(
        f"Named most: {first['name_label']}, {counted(first['n_mentions'], 'mention')} in "
        f"{counted(first['n_articles'], 'article')}."
    )
    bars, grid = st.columns([2, 3], gap="large")
    with bars:
        figure("names", name_bars(named.table), name_bars_alt(named.table), picks=("name",))
        st.caption(base(named.n_articles, named.left_out) + not_narrowed(view.selection, "names"))
        table_behind("names", named.table, NAME_COLUMNS, "names mentioned most")
    with grid:
        _name_grid(view, tuple(named.table["name_label"].to_pylist()))


def _name_grid(view: session.View, labels: tuple[str, ...]) -> None:
    open_cells = view.selection.without("names", "sources")
    cells = session.ask(view, names_by_source, labels, selection=open_cells)
    cell: Cell = st.segmented_control(
        "Number in a cell",
        get_args(Cell),
        default="n_mentions",
        required=True,
        format_func=CELLS.__getitem__,
        key="name_cell",
        label_visibility="collapsed",
    )
    figure("grid", name_grid(cells.table, cell), name_grid_alt(cells.table, cell), picks=("name", "source"))
    st.caption(base(cells.n_articles, cells.left_out) + not_narrowed(view.selection, "names", "sources"))
    table_behind("names-by-source", cells.table, GRID_COLUMNS, "names by source")


def _over_time(view: session.View) -> None:
    st.subheader("When?")
    answer = session.ask(view, articles_over_time, selection=view.selection.without("date_from", "date_to"))
    if not answer.n_articles:
        st.text("None of these articles has a known date.")
        st.caption(base(0, answer.left_out))
        return
    rows = answer.table.to_pylist()
    busiest = max(rows, key=lambda row: row["n_articles"])
    most = f"at most {count(busiest['n_articles'])} of one source in the same {answer.period} ({busiest['source']})"
    if busiest["n_articles"] == 1:
        most = f"never two of one source in the same {answer.period}"
    n_periods = counted(len({row["start"] for row in rows}), answer.period)
    st.text(f"{counted(answer.n_articles, 'article')} in {n_periods}; {most}.")
    figure("when", timeline(answer.table, answer.period), timeline_alt(answer.table, answer.period), ("from", "to"))
    st.caption(base(answer.n_articles, answer.left_out) + not_narrowed(view.selection, "date_from", "date_to"))
    columns = {"source": "Source", "start": f"First day of the {answer.period}", "n_articles": "Articles"}
    table_behind("when", answer.table, columns, "articles by source and time")


NAME_COLUMNS: Final = {
    "name_label": "Name",
    "n_mentions": "Mentions",
    "n_articles": "Articles",
    "n_sources": "Sources",
}
GRID_COLUMNS: Final = {
    "source": "Source",
    "name_label": "Name",
    "n_mentions": "Mentions",
    "n_articles": "Articles",
    "n_articles_of_source": "Articles of the source",
    "per_thousand": st.column_config.NumberColumn("Mentions per 1,000 words", format="%.1f"),
}

if __name__ == "__main__":
    show()
