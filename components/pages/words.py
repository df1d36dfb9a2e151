"""Words: which words set a source apart, and in which sentences?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Literal, get_args
from urllib.parse import parse_qs

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from components import session
from components.charts.contrast import contrast, contrast_alt
from components.charts.word_dots import N_SOURCES_DRAWN, word_dots, word_dots_alt
from components.number_format import counted
from components.widgets.corpus import opening
from components.widgets.shared.figure import figure, table_behind
from components.widgets.words.one_word import one_word_closely
from components.widgets.words.spellings import spelling_choices
from components.wording.keyness import (
    NOT_INDEXED,
    WHAT_IS_CALLED,
    chance_said,
    not_looked_at,
    reading,
    said_of,
    where,
    why_not,
    without_parts,
)
from components.wording.pages import NO_MATCH, base
from newscorpus.query.sources.totals import headline_figures
from newscorpus.query.words.counts import Counting, Form, Length, Voice
from newscorpus.query.words.distinctive import CORPUS, OTHERS, Distinctive, distinctive
from newscorpus.query.words.rates import word_rates

QUESTION: Final = "Which words set a source apart, and in which sentences?"
Count = Literal["words", "phrases of 2 to 4 words"]
Together = Literal["spellings", "all forms of a word"]
Within = Literal["all text", "outside quotation marks", "inside them"]
Kinds = Literal["content words", "all words"]
LENGTHS: Final[dict[Count, Length]] = {"words": "words", "phrases of 2 to 4 words": "phrases"}
FORMS: Final[dict[Together, Form]] = {"spellings": "folded", "all forms of a word": "lemma"}
VOICES: Final[dict[Within, Voice]] = {"all text": "both", "outside quotation marks": "own", "inside them": "quoted"}
N_SAID: Final = 6  # words told in a sentence each
N_DOTTED: Final = 12  # words with a row in the chart of all sources
WORD_COLUMNS: Final[dict[str, Any]] = {
    "source": st.column_config.TextColumn("Source"),
    "shown": st.column_config.TextColumn("Word", width="medium"),
    "is_called": st.column_config.CheckboxColumn("Called distinctive"),
    "n_uses": st.column_config.NumberColumn("Times"),
    "per_thousand": st.column_config.NumberColumn("per 1,000 words", format="%.2f"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_stories": st.column_config.NumberColumn("Stories"),
    "n_uses_other": st.column_config.NumberColumn("Times, held against"),
    "per_thousand_other": st.column_config.NumberColumn("per 1,000, held against", format="%.2f"),
    "n_articles_other": st.column_config.NumberColumn("Articles, held against"),
    "n_stories_other": st.column_config.NumberColumn("Stories, held against"),
    "log_odds": st.column_config.NumberColumn("Log-odds, standard errors", format="%+.1f"),
    "chance": st.column_config.NumberColumn("By chance, share of deals", format="%.3f"),
}


def show() -> None:
    """Draw the page."""
    view = opening.page("Words", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    counting, reference = _controls(view)
    with st.spinner("Counting words, and dealing the articles out at random to see what chance does …"):
        found = session.ask(view, distinctive, counting, reference)
    if found.words.num_rows:
        _found(view, found, counting, reference)
    else:
        st.text(NOT_INDEXED)
    spelling_choices(view)


def _controls(view: session.View) -> tuple[Counting, str]:
    """What is counted, and what each source is held against."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        count = _choice("Count", get_args(Count), "count")
        together = _choice("Count as one", get_args(Together), "together")
        within = _choice("Where", get_args(Within), "within")
        kinds = _choice("Which", get_args(Kinds), "which")
        options = [OTHERS, CORPUS, *session.offered(view).sources]
        reference = st.selectbox("Hold each source against", options, key="against", bind="query-params", width=260)
    counting = Counting(LENGTHS[count], FORMS[together], VOICES[within], kinds == "content words")
    return counting, reference or OTHERS


def _choice(label: str, options: tuple[Any, ...], key: str) -> Any:  # noqa: ANN401 - one of the options
    return st.segmented_control(
        label, options, default=options[0], required=True, key=key, bind="query-params", wrap=True
    )


def _found(view: session.View, found: Distinctive, counting: Counting, reference: str) -> None:
    sources = {row["source"]: row for row in found.sources.to_pylist()}
    noun = "word" if counting.length == "words" else "phrase"
    st.text(reading(found, reference, noun))
    called = without_parts(found.words.filter(found.words["is_called"]).sort_by("chance").to_pylist())[:N_SAID]
    if called:
        st.text(
            "\n".join(
                f"• {said_of(row, sources[row['source']], reference)} {chance_said(row['chance'], noun)}."
                for row in called
            )
        )
    reasons = [why_not(row) for row in sources.values() if row["why_not"]]
    if 0 < len(reasons) < len(sources):
        with st.expander(f"Why nothing is called distinctive of {counted(len(reasons), 'source')}"):
            st.text("\n".join(reasons))
    left, right = st.columns(2, gap="large")
    with left:
        _two_sides(found, reference, sources)
    with right:
        _all_sources(view, found, counting, reference)
    table_behind("words", found.words, WORD_COLUMNS, "the words of each source, what is called distinctive first")
    st.caption(WHAT_IS_CALLED + not_looked_at(found, noun))
    words = list(dict.fromkeys(found.words["shown"].to_pylist()))
    word = st.selectbox("Look closer at a word", words, key="word", bind="query-params")
    if word:
        one_word_closely(view, counting, found, word, reference)


def _two_sides(found: Distinctive, reference: str, sources: dict[str, dict[str, Any]]) -> None:
    side = st.selectbox("Words of", list(sources), key="side", bind="query-params") or next(iter(sources))
    n_articles = sources[side]["n_articles"] + (reference != CORPUS) * sources[side]["n_articles_other"]
    words = found.words.filter(pc.equal(found.words["source"], side))
    other = where(reference).removeprefix("at ")
    figure("words-contrast", contrast(words, side, other), contrast_alt(words, side, other), on_pick=_pick_word)
    st.caption(
        "A mark is a word: the further up, the more often this source uses it; the further right, the more often the "
        "other side. Places are ranks among these words. Filled marks are called distinctive. Words without room for a "
        "name show it when pointed at; click one to see its sentences. " + base(n_articles)
    )


def _all_sources(view: session.View, found: Distinctive, counting: Counting, reference: str) -> None:
    """Every source, or those chosen and the one they are held against."""
    everybody = view.selection.without("sources")
    chosen = view.selection.sources
    some = (
        replace(everybody, sources=(*chosen, reference)) if chosen and reference not in (OTHERS, CORPUS) else everybody
    )
    rates = session.ask(view, word_rates, counting, _dotted(found.words), selection=some)
    figure("words-rates", word_dots(rates), word_dots_alt(rates), on_pick=_pick_word)
    n_sources = len(set(rates["source"].to_pylist()))
    beyond = f" The {N_SOURCES_DRAWN} sources with most articles are drawn." if n_sources > N_SOURCES_DRAWN else ""
    st.caption(
        "What is called distinctive first, then what differs most. A line shows where the rate would lie in more "
        f"stories like these, 95 times in 100; it needs six stories.{beyond}"
    )


def _dotted(words: pa.Table) -> tuple[str, ...]:
    """The words with a row: those called distinctive, then the first of each source in turn."""
    rows = words.to_pylist()
    called = [row["term"] for row in rows if row["is_called"]]
    by_source: dict[str, list[str]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row["term"])
    in_turn = [terms[place] for place in range(N_DOTTED) for terms in by_source.values() if place < len(terms)]
    return tuple(dict.fromkeys([*called, *in_turn]))[:N_DOTTED]


def _pick_word(points: Sequence[Any]) -> None:
    picked = [word for point in points for word in parse_qs(str(point.get("customdata") or "")).get("word", [])]
    if picked:
        st.session_state["word"] = picked[0]


if __name__ == "__main__":
    show()
