"""What is chosen, as chips that can be taken away, and marks of charts that choose."""

from collections.abc import Iterator
from typing import Final

import streamlit as st

from components import link, session
from components.inert import UNTITLED, in_label
from components.number_format import count, day, measured
from components.places import path_of
from newscorpus.query.connection import Reader
from newscorpus.query.selection import PASSAGES, Selection
from newscorpus.query.sources.articles import titles

MAX_CHIPS: Final = 12  # more would push the page out of sight; the sidebar holds them all
CHIP_LENGTH: Final = 48


def chips(view: session.View) -> None:
    """A row of chips, one a filter in force. A click takes it away."""
    chosen = list(_chips(view))
    if not chosen:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for name, value, label in chosen[:MAX_CHIPS]:
            st.button(
                f"{label} ✕",
                key=f"chip-{name}-{value}",
                on_click=link.widen,
                args=(name, value),
                help="Take this filter away",
            )
        if len(chosen) > MAX_CHIPS:
            st.text(f"and {count(len(chosen) - MAX_CHIPS)} more")
        if len(view.selection.article_ids) == 1 and st.button("Read it →", key="chips-read"):
            read(view.selection.article_ids[0])
        if len(view.selection.stories) == 1:
            compare_button("Compare it →", view.selection.stories[0], "chips-compare")
        if len(chosen) > 1:
            st.button("Take all away", key="chips-all", on_click=link.widen_all, type="tertiary")


def narrow_to_picks(chart: str, names: tuple[str, ...]) -> None:
    """The callback of a chart: what was picked becomes the filters `names`; picking nothing opens them."""
    picked = link.parameters_of(st.session_state[chart].selection.points)
    link.narrow({name: picked.get(name, []) for name in names})


def read(article_id: str, place: tuple[int, int] | None = None) -> None:
    """Go to the page Read with this article, opened where the characters of `place` stand and with them marked."""
    at = [f"{place[0]}-{place[1]}"] if place else []
    link.keep("article", [article_id])
    link.keep("at", at)
    st.switch_page(path_of("read"), query_params={"article": article_id, **({"at": at[0]} if at else {})})


def compare_button(label: str, story: str, key: str) -> None:
    """A button that goes to the page Compare with this story, by its label; the other filters stay in force."""
    if st.button(label, key=key, on_click=link.narrow, args=({"story": [story]},)):
        # without query_params, Streamlit refuses while a filter is in the address
        st.switch_page(path_of("compare"), query_params={})


def _chips(view: session.View) -> Iterator[tuple[str, str | None, str]]:
    """Parameter, value (None for the whole filter) and label of each chip."""
    selection = view.selection
    yield from (("source", value, f"Source: {in_label(value, CHIP_LENGTH)}") for value in selection.sources)
    yield from (("story", value, f"Story: {in_label(value, CHIP_LENGTH)}") for value in selection.stories)
    yield from (("name", value, f"Names {in_label(value, CHIP_LENGTH)}") for value in selection.names)
    yield from (("pick", value, label) for value, label in _articles(view, selection.article_ids))
    yield from (("language", value, f"Language: {in_label(value)}") for value in selection.languages)
    if selection.text:
        yield "q", None, f"Text: {in_label(selection.text, CHIP_LENGTH)}"
    if selection.passages != "all":
        yield "passages", None, f"Counted: {PASSAGES[selection.passages]}"
    yield from _ranges(selection)


def _ranges(selection: Selection) -> Iterator[tuple[str, None, str]]:
    if selection.date_from:
        yield "from", None, f"From {day(selection.date_from)}"
    if selection.date_to:
        yield "to", None, f"Until {day(selection.date_to)}"
    if selection.words_from is not None:
        yield "words_from", None, f"{count(selection.words_from)} words or more"
    if selection.words_to is not None:
        yield "words_to", None, f"{count(selection.words_to)} words or fewer"
    for measure, bounds in selection.ranges:
        low, high = (measured(bound, measure) for bound in bounds)
        yield measure.key, None, f"{measure.label} {low} to {high}"


def _articles(view: session.View, article_ids: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    known = session.ask(view, _titles, article_ids)
    for article_id in article_ids:
        source, title = known.get(article_id, ("not in this corpus", None))
        yield article_id, f"Article: {in_label(f'{title or UNTITLED} ({source})', CHIP_LENGTH)}"


def _titles(reader: Reader, _selection: Selection, article_ids: tuple[str, ...]) -> dict[str, tuple[str, str | None]]:
    return titles(reader, article_ids)
