"""The filters all pages share, drawn in the sidebar and bound to the address."""

from typing import Final

import streamlit as st

from components import session
from components.number_format import counted, days
from newscorpus.query.selection import EVERYTHING, MAX_SEARCH_CHARACTERS, PASSAGES
from newscorpus.query.sources.choices import Choices, Field, known
from newscorpus.register.measures import shown_in

STEP: Final = 0.05  # twenty steps to one side of 0: of measures between -1 or 0 and 1


def show(view: session.View) -> None:
    """Draw the filters. What they hold is read by `link.current_selection`."""
    offered = session.offered(view)
    st.header("Filters", divider=False)
    _passages()
    st.text_input(
        "Search in headline and text",
        key="q",
        bind="query-params",
        max_chars=MAX_SEARCH_CHARACTERS,
        type="search",
        placeholder='flood "river board"',
        help="Articles that hold all these words; words in quotation marks must stand together. "
        "Capitals do not matter.",
    )
    _many("Sources", "source", offered.sources, "all sources")
    _stories(view, offered)
    _many(
        "Names",
        "name",
        dict.fromkeys((*offered.names, *_asked_for(view, "name", "names")), 0),
        "any name",
        help="Articles that name at least one of these. The list holds the names mentioned most; "
        "the page Names finds the others.",
    )
    _dates(offered)
    with st.expander("Length, tone, language"):
        _lengths()
        _ranges()
        _many("Language", "language", offered.languages, "all languages")


def _passages() -> None:
    st.radio(
        "Whose words count",
        list(PASSAGES.values()),
        key="passages",
        bind="query-params",
        help="A sentence is shared when at least half of its words stand in a passage that an article of another "
        "source has too, word for word; all of an article credited to an agency is the agency's. Quotations that two "
        "sources share are not counted as shared: they are a speaker's words. "
        "Every figure, chart, list and download follows.",
    )


def _asked_for(view: session.View, key: str, field: Field) -> tuple[str, ...]:
    """Values of this corpus that the link or a pick asks for, among the offered ones or not."""
    wanted = (*st.query_params.get_all(key), *st.session_state.get(key, []))
    return session.ask(view, known, field, tuple(dict.fromkeys(wanted)), selection=EVERYTHING)


def _stories(view: session.View, offered: Choices) -> None:
    if offered.stories:
        options = dict.fromkeys((*offered.stories, *_asked_for(view, "story", "stories")), 0)
        _many("Stories", "story", options, "all articles", help="Events that several articles tell.")


def _many(label: str, key: str, offered: dict[str, int], everything: str, help: str | None = None) -> None:  # noqa: A002
    st.multiselect(label, list(offered), key=key, bind="query-params", placeholder=everything, help=help)


def _dates(offered: Choices) -> None:
    if offered.day_first is None:
        st.caption("No article has a known date.")
        return
    for label, key in (("Published from", "from"), ("until", "to")):
        st.date_input(
            label,
            value=None,
            min_value=offered.day_first,
            max_value=offered.day_last,
            key=key,
            format="YYYY-MM-DD",
            bind="query-params",
        )
    undated = f" A date leaves out {counted(offered.n_undated, 'article')} without one." if offered.n_undated else ""
    st.caption(f"Dates: {days(offered.day_first, offered.day_last)}.{undated}")


def _lengths() -> None:
    shortest, longest = st.columns(2)
    for column, label, key in ((shortest, "Words from", "words_from"), (longest, "to", "words_to")):
        column.number_input(label, min_value=0, value=None, step=50, key=key, bind="query-params", placeholder="any")


def _ranges() -> None:
    for measure in shown_in("filters"):
        st.slider(
            measure.label,
            *measure.span,
            value=measure.span,
            step=STEP,
            key=measure.key,
            bind="query-params",
            help="A narrower range leaves out articles for which it is undefined.",
        )
