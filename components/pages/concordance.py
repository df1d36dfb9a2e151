"""Concordance: every place where a word stands, where in the articles, how often over time, and beside which words."""

from typing import Any, Final, Literal, get_args

import pyarrow as pa
import streamlit as st

from components import session
from components.charts.dispersion import dispersion as strips
from components.charts.dispersion import dispersion_alt
from components.charts.trend import drawn_sources, trend, trend_alt
from components.inert import in_label
from components.number_format import count, counted
from components.widgets.corpus import opening
from components.widgets.shared.csv_button import csv_button
from components.widgets.shared.figure import figure, table_behind
from components.widgets.words.collocates import beside
from components.widgets.words.lines import lines
from components.wording.concordance import BEGIN, HELP, NOTES, forms_words, found_words, sorted_words, unread_words
from components.wording.pages import NO_MATCH, base, not_narrowed
from newscorpus.errors import SearchUnclear
from newscorpus.query.concordance.dispersion import MAX_STRIPS, dispersion
from newscorpus.query.concordance.hits import Find
from newscorpus.query.concordance.lines import ORDERS, Concordance, Order, Page, concordance, hits_by_source
from newscorpus.query.concordance.search_language import MAX_FIND_CHARACTERS, AnyOf, Phrase, parse
from newscorpus.query.concordance.trends import trend_of_name, trend_of_search
from newscorpus.query.names.counts import name_counts
from newscorpus.query.sources.totals import headline_figures

QUESTION: Final = "Where do these words stand, in which source, and beside which others?"
View = Literal["lines", "where in the articles", "over time", "words beside"]
N_LINES: Final = 50  # a page of lines: read in one look, drawn at once
N_CSV_LINES: Final = 10_000  # hits in one file; its making reads their texts
N_NAMES_OFFERED: Final = 8
THE_SEARCH: Final = "the search"
SOURCE_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "n_hits": st.column_config.NumberColumn("Hits"),
    "per_thousand": st.column_config.NumberColumn("per 1,000 words", format="%.2f"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_articles_of_source": st.column_config.NumberColumn("of its"),
    "n_words_of_source": st.column_config.NumberColumn("Words"),
}
STRIP_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "title": st.column_config.TextColumn("Headline", width="large"),
    "day": st.column_config.DateColumn("Date", format="D MMM YYYY"),
    "n_hits": st.column_config.NumberColumn("Hits"),
    "shares": st.column_config.ListColumn("How far into the text, 0 to 1"),
}
TREND_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "start": st.column_config.DateColumn("From", format="D MMM YYYY"),
    "n_hits": st.column_config.NumberColumn("Hits"),
    "per_thousand": st.column_config.NumberColumn("per 1,000 words", format="%.2f"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_articles_of_source": st.column_config.NumberColumn("of its"),
    "n_words_of_source": st.column_config.NumberColumn("Words"),
}


def show() -> None:
    """Draw the page."""
    view = opening.page("Concordance", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    wanted = _search()
    if not wanted.text.strip():
        st.info(BEGIN)
        return
    try:
        first = session.ask(view, concordance, wanted, Page("source", 0, N_LINES))
    except SearchUnclear as error:
        st.warning(in_label(str(error)))
        return
    if not _found(view, wanted, first):
        return
    chosen: View = st.segmented_control(
        "Show", get_args(View), default="lines", required=True, key="show", bind="query-params"
    )
    if chosen == "lines":
        _lines(view, wanted)
    elif chosen == "where in the articles":
        _strips(view, wanted)
    elif chosen == "over time":
        _over_time(view, wanted)
    else:
        beside(view, wanted)


def _search() -> Find:
    """What is searched for, and how to say it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            "Find in the texts",
            key="find",
            bind="query-params",
            type="search",
            max_chars=MAX_FIND_CHARACTERS,
            placeholder="rights NEAR/5 report*",
        )
        as_written = st.toggle("exactly as written", key="written", bind="query-params")
    with st.expander("How to search", expanded=not text):
        st.table(pa.table({"Write": [f"`{typed}`" for typed, _ in HELP], "to find": [said for _, said in HELP]}))
        st.text(NOTES)
    return Find(text or "", as_written)


def _found(view: session.View, wanted: Find, answer: Concordance) -> bool:
    """How much was found, by source; whether there is anything to show."""
    if unread := unread_words(answer):
        st.warning(unread)
    st.subheader(found_words(answer), anchor=False)
    if said := forms_words(answer):
        st.text(said)
    if not answer.n_hits:
        st.text("Nothing was found. Fewer words, or * for an ending, find more.")
        return False
    by_source = session.ask(view, hits_by_source, wanted)
    with st.expander("Hits of each source", expanded=True):
        st.dataframe(
            by_source.table.select(list(SOURCE_COLUMNS)),
            column_config=SOURCE_COLUMNS,
            hide_index=True,
            placeholder="–",
            key="hits-by-source",
            alt="Hits of each source",
        )
        st.caption(base(by_source.n_articles, by_source.left_out))
    return True


def _lines(view: session.View, wanted: Find) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order: Order = st.selectbox("Order by", ORDERS, key="order", bind="query-params", width=200) or ORDERS[0]
        answer = session.ask(view, concordance, wanted, Page(order, 0, N_LINES))
        n_pages = -(-answer.n_sorted // N_LINES)
        number = st.pagination(n_pages, key=f"page-{order}-{wanted}") if n_pages > 1 else 1
    if said := sorted_words(answer):
        st.caption(said)
    first = (number - 1) * N_LINES
    lines(session.ask(view, concordance, wanted, Page(order, first, N_LINES)).lines)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        last = min(first + N_LINES, answer.n_sorted)
        st.caption(f"Lines {count(first + 1)} to {count(last)}. What was found is a link to its place in the article.")
        csv_button(
            "concordance",
            lambda: concordance(view.reader, view.selection, wanted, Page(order, 0, N_CSV_LINES)).lines,
            f"All hits in this order, {count(N_CSV_LINES)} at most.",
        )


def _strips(view: session.View, wanted: Find) -> None:
    answer = session.ask(view, dispersion, wanted, selection=view.selection.without("article_ids"))
    figure("strips", strips(answer.table), dispersion_alt(answer.table), picks=("pick",))
    beyond = f" Drawn are the {MAX_STRIPS} with most hits." if answer.n_articles > MAX_STRIPS else ""
    st.caption(
        f"A line is an article from its beginning to its end, a tick a hit; click one to choose the article. "
        f"n = {counted(answer.n_articles, 'article')} with a hit.{beyond}{not_narrowed(view.selection, 'article_ids')}"
    )
    table_behind("strips", answer.table, STRIP_COLUMNS, "where the hits stand in each article drawn")


def _over_time(view: session.View, wanted: Find) -> None:
    names = _names_like(view, wanted)
    followed = THE_SEARCH
    if names:
        followed = st.selectbox(
            "Follow", [THE_SEARCH, *names], key="follow", help="A name counts in all its spellings."
        )
    selection = view.selection.without("sources", "date_from", "date_to")
    if followed == THE_SEARCH:
        found = session.ask(view, trend_of_search, wanted, selection=selection)
    else:
        found = session.ask(view, trend_of_name, followed, selection=selection)
    if not found.table.num_rows:
        st.text("No article with a known date was searched.")
        return
    what = wanted.text if followed == THE_SEARCH else followed
    drawn = trend(found.table, found.period, what)
    figure("trend", drawn, trend_alt(found.table, found.period, what), picks=("source", "from", "to"))
    n_sources, n_drawn = len(set(found.table["source"].to_pylist())), len(drawn_sources(found.table))
    beyond = f" Drawn are the {n_drawn} sources with most articles." if n_sources > n_drawn else ""
    st.caption(
        "A line breaks where its source published nothing. Click a point to choose its source and time. "
        f"{base(found.n_articles, found.left_out)}{beyond}"
        f"{not_narrowed(view.selection, 'sources', 'date_from', 'date_to')}"
    )
    table_behind("trend", found.table, TREND_COLUMNS, "the rate of each source over time")


def _names_like(view: session.View, wanted: Find) -> list[str]:
    """Names of the corpus that hold what is searched for, where that is one phrase."""
    query = parse(wanted.text)
    if not isinstance(query, AnyOf) or len(query.alternatives) > 1 or not isinstance(query.alternatives[0], Phrase):
        return []
    letters = " ".join(words[0].strip("*?") for words in query.alternatives[0].words)
    table = session.ask(
        view, name_counts, N_NAMES_OFFERED, (), letters, selection=view.selection.without("names")
    ).table
    found: list[str] = table["name_label"].to_pylist()
    return found


if __name__ == "__main__":
    show()
