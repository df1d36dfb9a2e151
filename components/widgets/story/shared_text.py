"""Two articles beside each other with the passages they share numbered and framed."""

from typing import Any, Final

import streamlit as st

from components import session
from components.charts.overlap import percent
from components.inert import UNTITLED, in_label
from components.number_format import counted, day
from components.widgets.shared.marked_text import STYLE, Span, marked, pages_of
from newscorpus.query.overlap.pairs import SharedTexts, shared_texts

N_CHARACTERS: Final = 12_000  # of a text at a time: about 2,000 words
SHARED_STYLE: Final = """<style>
.marked .shared { border: 2px solid #2B8CC4; border-radius: 3px; padding: 0 .15rem; background: rgba(43,140,196,.14); }
.marked .spoken { border-style: dotted; border-color: #B5658C; background: rgba(181,101,140,.12); font-style: italic; }
</style>"""
LEGEND: Final = (
    '<span class="shared">framed</span>: reporters\' words that both have · '
    '<span class="shared spoken">dotted</span>: words of a quotation that both have. '
    "A number stands for one passage in both texts."
)


def shared_text(view: session.View, pair: dict[str, Any]) -> None:
    """Draw the pair: what is shared in words, then both texts. `pair` is a row of Overlap.pairs."""
    st.text(in_words(pair))
    found = session.ask(view, shared_texts, pair["article_a"], pair["article_b"])
    if found is None:
        st.info("One of these articles is not chosen.")
        return
    st.html(f'{STYLE}{SHARED_STYLE}<div class="marked" style="font-size:.85rem;max-width:none">{LEGEND}</div>')
    columns = st.columns(2, gap="large")
    for column, name in zip(columns, ("a", "b"), strict=True):
        with column, st.container(border=True):
            _text(found, name)


def in_words(pair: dict[str, Any]) -> str:
    """What a pair of articles shares, with the share of each text, and who had it first where that is proven."""
    whole = f"{percent(pair['share_a'])} of {pair['source_a']}, {percent(pair['share_b'])} of {pair['source_b']}"
    prose = max(pair["prose_share_a"], pair["prose_share_b"])
    words = counted(pair["n_words"], "word")
    first = "who had the words first cannot be told" if pair["direction"] == "cannot be told" else pair["direction"]
    return (
        f"{pair['reuse'].capitalize()}: {words} in {counted(pair['n_passages'], 'passage')} ({whole}); outside "
        f"quotation marks {percent(prose)} of the shorter text. Longest run: {pair['longest_run']} words. "
        f"Direction: {first}."
    )


def _text(found: SharedTexts, name: str) -> None:
    row, text = (found.article_a, found.text_a) if name == "a" else (found.article_b, found.text_b)
    st.markdown(f"**{in_label(row['source_label'])}**")
    agency = f" · credits {row['agency']}" if row["agency"] else ""
    st.caption(in_label(f"{day(row['day'])} · {row['title'] or UNTITLED}{agency}"))
    spans = [
        Span(p[f"start_{name}"], p[f"end_{name}"], "shared spoken" if p["quoted"] else "shared", before=str(number))
        for number, p in enumerate(found.passages, start=1)
    ]
    pages = pages_of(text, N_CHARACTERS)
    number = st.pagination(len(pages), key=f"shared-page-{name}-{row['article_id']}") if len(pages) > 1 else 1
    start, end = pages[number - 1]
    st.html(STYLE + SHARED_STYLE + marked(text, spans, start, end))
