"""Articles of one story in parallel columns, linked by number and shape."""

import html
from typing import Any, Final

import streamlit as st

from components import link, session
from components.inert import UNTITLED, in_label, shortened
from components.number_format import count, counted, day
from components.wording.pages import base, listed
from newscorpus.keep.decisions import judged, read_decisions
from newscorpus.query.story.matrix import Matrix
from newscorpus.query.story.side_by_side import FEWEST, MOST, Nearby, Parallel, State, Stretch, parallel

SHAPES: Final[dict[State, tuple[str, str]]] = {
    "same": ("●", "same words, or cut from them"),
    "reworded": ("○", "the same in other words"),
    "conflicts": ("⚡", "another figure or speaker"),
    "only here": ("", "grey: only here, nothing in the other columns was put beside it; open “nearest” below it"),
    "not counted": ("", "slanted: not counted, see “Whose words count” in the sidebar"),
    "not compared": ("", "not compared: articles in different languages are not put beside each other"),
}
SAID_WHERE_MET: Final[frozenset[State]] = frozenset(("not counted", "not compared"))
CLASSES: Final[dict[State, str]] = {"only here": "only", "not counted": "uncounted", "not compared": "uncompared"}
NEAREST: Final = "In {source}, by the rarest words in common ({words}):"
ONE_ARTICLE: Final = "There is one article only: nothing to read beside it."
MAY_DIFFER: Final = "It may say something else."
NOTHING_SHARED: Final = "No sentence of the other columns shares a content word with it."
N_SENTENCES: Final = 80  # of a column at a time: a long news report; a live blog is turned page by page
WORDING_LENGTH: Final = 100
STYLE: Final = """<style>
.beside { font-family: Georgia, 'Times New Roman', serif; font-size: 1rem; line-height: 1.65; overflow-wrap: anywhere; }
.beside p { margin: 0 0 .3rem 0; padding-left: .55rem; border-left: 3px solid transparent; white-space: pre-wrap; }
.beside p.paragraph { margin-top: 1rem; }
.beside .same { border-left-color: #2B8CC4; }
.beside .reworded { border-left: 3px double #B5658C; }
.beside .conflicts { border-left-color: #D55E00; }
.beside .only { opacity: .72; }
.beside .uncounted { opacity: .72; font-style: italic; }
.beside details { font-family: system-ui, sans-serif; font-size: .8rem; line-height: 1.45; margin: 0 0 .4rem .75rem; }
.beside summary { cursor: pointer; }
.beside details q { font-style: italic; }
.beside .asked { outline: 2px solid #2B8CC4; outline-offset: 3px; border-radius: 2px; }
.beside sup { font-family: system-ui, sans-serif; font-size: .7rem; font-weight: 600; padding-right: .25rem; }
</style>"""


def side_by_side(view: session.View, story: str, whole: Matrix) -> None:
    """Choose two to four articles and read them beside each other."""
    rows = {row["article_id"]: row for row in whole.articles.to_pylist()}
    if len(rows) == 1:
        st.info(ONE_ARTICLE)
        return
    key = f"beside-{view.reader.fingerprint}-{story}"
    asked_for = [article for article in link.kept("beside") if article in rows][:MOST]
    chosen = st.multiselect(
        f"Articles, two to {MOST}",
        list(rows),
        default=asked_for or _first_two(rows),
        format_func=lambda article: f"{rows[article]['source']}: {rows[article]['title'] or UNTITLED}",
        max_selections=MOST,
        key=key,
        on_change=lambda: link.keep("beside", st.session_state[key]),
    )
    opened = session.ask(
        view,
        parallel,
        story,
        tuple(chosen),
        judged(read_decisions(view.corpus)),
        selection=view.selection.without("stories"),
    )
    if len(opened.articles) < FEWEST:
        st.info("Choose a second article.")
        return
    _legend(opened)
    asked = _jump(opened)
    page = _page(opened)
    for column, row, stretches in zip(
        st.columns(len(opened.articles), gap="medium"), opened.articles, opened.columns, strict=True
    ):
        with column, st.container(border=True):
            st.markdown(f"**{in_label(row['source'])}**")
            st.caption(in_label(f"{day(row['day'])} · {row['title'] or UNTITLED}"))
            st.html(_column(_shown(stretches, asked, page), asked))
            st.caption(_told_here(stretches))
    st.caption(base(len(opened.articles)))


def _first_two(rows: dict[str, dict[str, Any]]) -> list[str]:
    """The earliest article, and the next of another source."""
    first = next(iter(rows))
    others = [article for article, row in rows.items() if row["source"] != rows[first]["source"]]
    return [first, *(others or list(rows)[1:])[:1]]


def _legend(opened: Parallel) -> None:
    states = {stretch.state for column in opened.columns for stretch in column}
    shown = [said for state, said in SHAPES.items() if state not in SAID_WHERE_MET or state in states]
    said = " · ".join(f"{shape} {words}".strip() for shape, words in shown)
    st.caption(f"One number links one statement across the columns. {in_label(said)}.")


def _jump(opened: Parallel) -> int | None:
    """The number the reader wants to see in every column; None for all."""
    wordings = {
        link.number: f"{link.number} {SHAPES[link.state][0]} {shortened(link.wording, WORDING_LENGTH)}"
        for link in opened.links
    }
    label = f"Jump to one of {counted(len(wordings), 'statement')} these articles share"
    asked: int | None = st.selectbox(
        label, list(wordings), index=None, format_func=wordings.__getitem__, placeholder="read all", key="jump"
    )
    return asked


def _page(opened: Parallel) -> int:
    n_most = max(map(len, opened.columns))
    n_pages = -(-n_most // N_SENTENCES)
    if n_pages <= 1:
        return 1
    page: int = st.pagination(n_pages, key="beside-page")
    first, last = (page - 1) * N_SENTENCES + 1, min(page * N_SENTENCES, n_most)
    st.caption(f"Sentences {count(first)} to {count(last)} of each article; the longest has {count(n_most)}.")
    return page


def _shown(stretches: tuple[Stretch, ...], asked: int | None, page: int) -> tuple[Stretch, ...]:
    """The sentences of a page; those around the number asked for where there is one."""
    at = next((n for n, stretch in enumerate(stretches) if asked in stretch.numbers), None)
    if asked is not None and at is not None:
        return stretches[max(0, at - 1) : at + 2]
    return stretches[(page - 1) * N_SENTENCES : page * N_SENTENCES]


def _column(stretches: tuple[Stretch, ...], asked: int | None) -> str:
    return f'{STYLE}<div class="beside">{"".join(_sentence(stretch, asked) for stretch in stretches)}</div>'


def _sentence(stretch: Stretch, asked: int | None) -> str:
    kinds: list[str] = [CLASSES.get(stretch.state, stretch.state)]
    kinds += ["paragraph"] if stretch.begins_paragraph else []
    kinds += ["asked"] if asked in stretch.numbers else []
    badge = f"{SHAPES[stretch.state][0]} {', '.join(map(str, stretch.numbers))}" if stretch.numbers else ""
    lead = f"<sup>{badge}</sup>" if badge else ""
    sentence = f'<p class="{" ".join(kinds)}">{lead}{html.escape(stretch.text.strip())}</p>'
    return sentence + (_nearest(stretch.nearest) if stretch.state == "only here" else "")


def _nearest(nearest: Nearby | None) -> str:
    """The way to the nearest sentence of another column, closed until it is asked for."""
    if nearest is None:
        return f"<details><summary>nearest</summary>{NOTHING_SHARED}</details>"
    said = NEAREST.format(source=nearest.source, words=listed(f"“{word}”" for word in nearest.shared))
    shown = f"{html.escape(said)} <q>{html.escape(nearest.text)}</q> {MAY_DIFFER}"
    return f"<details><summary>nearest</summary>{shown}</details>"


def _told_here(stretches: tuple[Stretch, ...]) -> str:
    n_alone, n_uncounted, n_uncompared = (
        sum(stretch.state == state for stretch in stretches) for state in ("only here", "not counted", "not compared")
    )
    if n_uncompared:
        return f"{counted(len(stretches), 'sentence')}, {count(n_uncompared)} of them not compared: another language."
    uncounted = f", {count(n_uncounted)} not counted" if n_uncounted else ""
    return f"{counted(len(stretches), 'sentence')}, {count(n_alone)} of them only here{uncounted}."
