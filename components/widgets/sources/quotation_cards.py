"""The quotations behind a cell, each with its sentence, its verb, how sure it is, and a way to correct it."""

import html
from typing import Final

import streamlit as st

from components import session
from components.inert import UNTITLED
from components.number_format import count, counted, day
from components.widgets.shared.csv_button import csv_button
from components.widgets.shared.marked_text import STYLE, Span, marked
from components.widgets.shared.picks import read
from components.widgets.sources.picked_cell import cell_chips, current_cell, narrowed
from components.widgets.sources.speaker_correcting import correct_button
from components.wording.voices import CLASSES, CONFIDENCES, TYPES
from newscorpus.query.quotations.counts import QuotationFilter, quotation_figures
from newscorpus.query.quotations.listing import Quotation, quotations, quotations_table

N_CARDS: Final = 6  # beside a figure without making the page long
N_CSV_ROWS: Final = 10_000
UNSURE: Final = "unsure"
CARD_STYLE: Final = (
    STYLE
    + """<style>
.card .marked { font-size: .98rem; line-height: 1.55; max-width: none; }
.card .told { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .25em; }
.card .speaker { font-weight: 700; }
.card .who { font-size: .92rem; line-height: 1.4; margin-bottom: .3rem; overflow-wrap: anywhere; }
.card .from { font-size: .82rem; opacity: .8; margin-top: .3rem; overflow-wrap: anywhere; }
.card.unsure .told { text-decoration-style: dotted; }
.card .doubt { border: 1px dashed; border-radius: .3rem; padding: 0 .3rem; }
</style>"""
)


def quotation_cards(view: session.View, chosen: QuotationFilter) -> None:
    """The quotations of the cell that is picked, or of all that fit, a page at a time."""
    cell = current_cell()
    of_cell = narrowed(chosen, cell)
    figures = session.ask(view, quotation_figures, of_cell)
    st.markdown(f"**{counted(figures.n_quotes, 'quotation')}**" + ("" if cell else " · click a cell for its own"))
    cell_chips(cell)
    if not figures.n_quotes:
        st.text("No quotation fits this cell and the filters. Take one away.")
        return
    n_pages = -(-figures.n_quotes // N_CARDS)
    key = f"cards-{sorted(cell.items())}-{chosen}"
    page = st.pagination(n_pages, key=key) if n_pages > 1 else 1
    with st.container(key="quotations"):
        for one in session.ask(view, quotations, of_cell, N_CARDS, (page - 1) * N_CARDS):
            _card(view, one)
    csv_button(
        "quotations",
        lambda: quotations_table(quotations(view.reader, view.selection, of_cell, N_CSV_ROWS)),
        f"These quotations with their sentences, {count(N_CSV_ROWS)} at most.",
    )


def card_html(one: Quotation) -> str:
    """A quotation as HTML: who, with which verb, how sure; the sentences with what is told marked; where from."""
    spans = [Span(start, end, "told") for start, end in one.said]
    spans += [Span(*one.speaker_shown, "speaker")] if one.speaker_shown else []
    doubt = _doubt(one)
    who = [
        f"<b>{html.escape(one.speaker)}</b>",
        html.escape(f"{one.verb} ({one.verb_class})" if one.verb else "no verb"),
        html.escape(one.type),
        *([f'<span class="doubt">{html.escape(doubt)}</span>'] if doubt else []),
    ]
    where = f"{one.source} · {one.title or UNTITLED} · {day(one.day)}"
    return (
        f'<div class="card {"unsure" if one.confidence == UNSURE else ""}"><div class="who">{" · ".join(who)}</div>'
        f'{marked(one.context, spans)}<div class="from">{html.escape(where)}</div></div>'
    )


def legend() -> None:
    """What the words on the cards mean."""
    with st.expander("What do these words mean?"):
        lines = ["Kinds of quotation", *TYPES.values(), "", "How sure", *CONFIDENCES.values(), "", "Classes of verbs"]
        st.text("\n".join([*lines, *(f"{name}: {meaning}" for name, meaning in CLASSES.items())]))


def _doubt(one: Quotation) -> str:
    """How far the speaker can be trusted, in words; "" where it is written beside the quotation."""
    if one.is_corrected:
        return "speaker set right by you"
    if one.confidence == UNSURE:
        return "? unsure, may be wrong"
    return "? speaker concluded, not written here" if one.is_inferred else ""


def _card(view: session.View, one: Quotation) -> None:
    key = f"{one.article_id}-{one.quote}"
    with st.container(border=True):
        st.html(CARD_STYLE + card_html(one))
        with st.container(horizontal=True, gap="small"):
            if st.button("Read the article", key=f"read-{key}", type="tertiary"):
                read(one.article_id)
            correct_button(view, one)
