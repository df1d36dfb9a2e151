"""Voices: who gets to speak, in which source, with which verb?"""

from typing import Any, Final, Literal, get_args

import pyarrow as pa
import streamlit as st

from components import session
from components.charts.voices import (
    QUOTATION_CELLS,
    QuotationCell,
    speaker_grid,
    speaker_grid_alt,
    verb_grid,
    verb_grid_alt,
    voice_bars,
    voice_bars_alt,
)
from components.number_format import count, counted, percent
from components.widgets.checking.link import check_link
from components.widgets.corpus import decisions as decided
from components.widgets.corpus import opening
from components.widgets.shared.figure import figure, table_behind
from components.widgets.sources.by_source import measure_by_source
from components.widgets.sources.pairs import chosen_pair
from components.widgets.sources.picked_cell import pick, pick_cell
from components.widgets.sources.quotation_cards import legend, quotation_cards
from components.widgets.sources.verb_list import verb_list
from components.wording.pages import NO_MATCH, ONE_EACH, base, not_narrowed
from components.wording.voices import (
    CLASS_ORDER,
    CLASSES,
    CONFIDENCES,
    DESCRIPTIONS_ARE_NOT_ONE,
    NOT_AN_OUTLETS_STANCE,
    quotation_base,
)
from newscorpus.query.quotations.attributions import SPEAKER_KIND_WORDS
from newscorpus.query.quotations.counts import (
    By,
    QuotationFigures,
    QuotationFilter,
    quotation_figures,
    quoted_by_one_source,
    speakers_by_source,
    verb_classes,
)
from newscorpus.query.quotations.listing import kinds_met
from newscorpus.query.quotations.voices import words_by_voice
from newscorpus.query.selection import EVERYTHING
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN
from newscorpus.query.sources.totals import headline_figures

QUESTION: Final = "Who gets to speak, in which source, and with which verb?"
N_SPEAKERS: Final = 15  # rows of a grid that fit a screen
N_LISTED: Final = 200  # speakers of one source alone
Look = Literal["Who is quoted most?", "By one source only", "Verbs by source", "Verbs by speaker"]
TYPES: Final = ("direct", "mixed", "indirect")
"""A quotation's type as its pill says it."""


def show() -> None:
    """Draw the page."""
    view = opening.page("Voices", QUESTION)
    figures = session.ask(view, headline_figures)
    if not figures.n_articles:
        st.info(NO_MATCH)
        return
    if figures.n_most_of_one_source == 1:
        st.info(ONE_EACH)
    _voices(view)
    _quoted_words(view)
    st.subheader("Who is quoted, and with which verb?")
    chosen = _filter(view)
    found = session.ask(view, quotation_figures, chosen)
    if found.n_quotes:
        _quoted(view, chosen, found)
    else:
        st.text("No quotation fits. Choose other kinds of speaker or of quotation.")
    verb_list(view)
    decided.show(view)


def _voices(view: session.View) -> None:
    st.subheader("In whose voice is it told?")
    answer = session.ask(view, words_by_voice, selection=view.selection.without("sources"))
    if not answer.n_articles:
        st.text("None of these articles has words.")
        return
    rows = [row for row in answer.table.to_pylist() if row["n_words"]]
    most, least = (pick_one(rows, key=lambda row: row["share_own"]) for pick_one in (min, max))
    said = f"{most['source']} tells least in its own voice ({percent(most['share_own'])})"
    if most is not least:
        said += f", {least['source']} most ({percent(least['share_own'])})"
    st.text(f"{said}. The rest it reports or quotes.")
    figure("voices", voice_bars(answer.table), voice_bars_alt(answer.table), picks=("source",))
    st.caption(base(answer.n_articles, answer.left_out) + not_narrowed(view.selection, "sources"))
    check_link("voice", "voices")
    table_behind("voices", answer.table, VOICE_COLUMNS, "words by voice and source")


def _quoted_words(view: session.View) -> None:
    st.subheader("How much of an article is in quotation marks?")
    pair = chosen_pair(view)
    measure_by_source(view, "quoted-words", "share_quoted", pair=pair)


def _filter(view: session.View) -> QuotationFilter:
    kinds, types, confidences = st.columns([5, 2, 2])
    chosen = [
        column.pills(label, options, selection_mode="multi", format_func=words, key=key, bind="query-params", wrap=True)
        for column, label, options, words, key in (
            (
                kinds,
                "Speakers",
                list(session.ask(view, kinds_met, selection=EVERYTHING)),
                SPEAKER_KIND_WORDS.__getitem__,
                "speaker_kind",
            ),
            (types, "Quotations", list(TYPES), str, "quotation_type"),
            (confidences, "How sure", list(CONFIDENCES), str, "sure"),
        )
    ]
    return QuotationFilter(tuple(chosen[0] or ()), tuple(chosen[1] or ()), tuple(chosen[2] or ()))


def _quoted(view: session.View, chosen: QuotationFilter, found: QuotationFigures) -> None:
    look: Look = st.segmented_control(
        "Look at", get_args(Look), default=get_args(Look)[0], required=True, key="look", label_visibility="collapsed"
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        if look == "Who is quoted most?":
            _speakers(view, chosen)
        elif look == "By one source only":
            _one_source(view, chosen)
        else:
            _verbs(view, chosen, "source" if look == "Verbs by source" else "speaker")
        st.caption(quotation_base(found))
        check_link("speaker", "voices")
    with right:
        quotation_cards(view, chosen)
        legend()


def _speakers(view: session.View, chosen: QuotationFilter) -> None:
    table = session.ask(view, speakers_by_source, chosen, N_SPEAKERS)
    if not table.num_rows:
        st.text("Nobody is named as the speaker of these quotations.")
        return
    cell: QuotationCell = st.segmented_control(
        "Number in a cell",
        get_args(QuotationCell),
        default="n_quotes",
        required=True,
        format_func=QUOTATION_CELLS.__getitem__,
        key="quotation_cell",
        label_visibility="collapsed",
    )
    first = table.to_pylist()[0]
    by_first = [row for row in table.to_pylist() if row["speaker"] == first["speaker"]]
    n_sources = sum(row["n_quotes"] > 0 for row in by_first)
    st.text(
        f"Quoted most: {first['speaker']}, {counted(sum(row['n_quotes'] for row in by_first), 'quotation')} in "
        f"{counted(n_sources, 'source')}."
    )
    figure("speakers", speaker_grid(table, cell), speaker_grid_alt(table, cell), on_pick=pick_cell)
    st.caption(f"The {count(N_SPEAKERS)} quoted most. {DESCRIPTIONS_ARE_NOT_ONE}")
    table_behind("speakers", table, SPEAKER_COLUMNS, "speakers by source")


def _one_source(view: session.View, chosen: QuotationFilter) -> None:
    answer = session.ask(view, quoted_by_one_source, chosen, N_LISTED)
    if not answer.table.num_rows:
        st.text("Nobody with a name is quoted by one source alone.")
        return
    st.text(f"{counted(answer.table.num_rows, 'named speaker')} quoted by one source and by none of the others.")
    st.dataframe(
        answer.table,
        column_config=ONE_SOURCE_COLUMNS,
        column_order=list(ONE_SOURCE_COLUMNS),
        hide_index=True,
        key="one-source",
        on_select=lambda: _pick_row(answer.table),
        selection_mode="single-row",
        alt="Speakers quoted by one source only",
    )
    st.caption(f"Tick a row for its quotations. {base(answer.n_articles, answer.left_out)}")
    table_behind("one-source-only", answer.table, ONE_SOURCE_COLUMNS, "speakers of one source only")


def _pick_row(table: pa.Table) -> None:
    ticked = st.session_state["one-source"].selection.rows
    row = table.slice(ticked[0], 1).to_pylist()[0] if ticked else {}
    pick(**{name: row[name] for name in ("speaker", "source") if row})


def _verbs(view: session.View, chosen: QuotationFilter, by: By) -> None:
    n_top = MAX_SOURCES_DRAWN if by == "source" else N_SPEAKERS
    table = session.ask(view, verb_classes, chosen, by, n_top)
    if not table.num_rows:
        st.text("Nobody is named as the speaker of these quotations.")
        return
    ordered = {name: CLASSES.get(name, "") for name in (*CLASS_ORDER, *table["verb_class"].to_pylist())}
    not_neutral = [row for row in table.to_pylist() if row["verb_class"] not in ("neutral", "no verb")]
    if not_neutral:
        most = max(not_neutral, key=lambda row: row["n_quotes"])
        st.text(
            f"Beside neutral verbs, most often: {most['label']}, {most['verb_class']} verbs, "
            f"{count(most['n_quotes'])} of {counted(most['n_quotes_of_group'], 'quotation')}."
        )
    figure(f"verbs-{by}", verb_grid(table, by, ordered), verb_grid_alt(table, by), on_pick=pick_cell)
    st.caption(NOT_AN_OUTLETS_STANCE)
    table_behind(f"verbs-by-{by}", table, {"label": by.capitalize()} | VERB_COLUMNS, f"classes of verbs by {by}")


_number = st.column_config.NumberColumn
VOICE_COLUMNS: Final[dict[str, Any]] = {
    "source": "Source",
    "n_articles": _number("Articles"),
    "n_words": _number("Words"),
    "n_words_own": _number("own voice"),
    "n_words_reported": _number("reported"),
    "n_words_quoted": _number("quoted"),
    "share_own": _number("own", format="percent"),
    "share_reported": _number("reported, share", format="percent"),
    "share_quoted": _number("quoted, share", format="percent"),
}
SPEAKER_COLUMNS: Final[dict[str, Any]] = {
    "speaker": "Speaker",
    "source": "Source",
    "n_quotes": _number("Quotations"),
    "n_words": _number("Words"),
    "n_articles": _number("Articles"),
    "n_unsure": _number("of them unsure"),
    "n_articles_of_source": _number("Articles of the source"),
}
ONE_SOURCE_COLUMNS: Final[dict[str, Any]] = {
    "speaker": "Speaker",
    "source": "Quoted by",
    "n_quotes": _number("Quotations"),
    "n_words": _number("Words"),
    "n_articles": _number("Articles"),
    "n_other_sources_naming": _number("Others that only name them"),
}
VERB_COLUMNS: Final[dict[str, Any]] = {
    "verb_class": "Class of verb",
    "n_quotes": _number("Quotations"),
    "n_quotes_of_group": _number("of"),
    "n_articles": _number("Articles"),
    "verbs": st.column_config.ListColumn("Verbs", width="medium"),
}

if __name__ == "__main__":
    show()
