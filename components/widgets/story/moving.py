"""Moving articles to another story, to one of the reader's own, or out of all; and comparing them where they are."""

from collections.abc import Sequence
from typing import Any, Final, Literal

import streamlit as st

from components import session
from components.inert import UNTITLED, in_label, shortened
from components.number_format import counted
from components.widgets.corpus import opening
from components.widgets.corpus.own import own_corpus
from components.widgets.shared.picks import compare_button
from components.wording.pages import listed
from newscorpus.keep.builds import build_state, start_build
from newscorpus.keep.corpus import Corpus
from newscorpus.keep.decisions import MAX_LABEL_CHARACTERS, move, move_to_new
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.story.articles import StoryAt, stories_to_move_to, story_articles

Kind = Literal["story", "new", "none"]
Target = tuple[Kind, str]
NEW: Final[Target] = ("new", "")
NONE: Final[Target] = ("none", "")
WORDS: Final[dict[Kind, str]] = {"story": "", "new": "a new story", "none": "no story: it stands alone"}
N_TITLES: Final = 3  # of articles that wait: the list of the story's articles shows all
TITLE_LENGTH: Final = 70
HOW: Final = (
    "Tick articles and say where they belong. Every page follows, and Corpus lists what was moved, to be taken back."
)
WAITING: Final = (
    "moved here, and not compared with the others yet: {titles}. Until then nothing of {it} is in what stands below."
)
NO_FILES: Final = (
    "This corpus was opened as a finished store, without the files it was made from, so it cannot be compared again "
    "here. Build it from its files to have moved articles compared."
)
COLUMNS: Final[dict[str, Any]] = {
    "source": "Source",
    "title": st.column_config.TextColumn("Headline", width="large"),
    "published_at": st.column_config.DateColumn("Date", format="D MMM YYYY"),
    "n_words": st.column_config.NumberColumn("Words"),
    "is_moved": st.column_config.CheckboxColumn("Moved by you"),
}


def articles_to_move(view: session.View, story: str | None) -> None:
    """The chosen articles of a story, or of none, to be ticked and moved."""
    table = session.ask(view, story_articles, story).table
    event = st.dataframe(
        table,
        column_order=list(COLUMNS),
        column_config=COLUMNS,
        hide_index=True,
        placeholder="–",
        key=f"to-move-{view.reader.fingerprint}-{story}",  # rows go when they are moved: begin unticked
        on_select="rerun",
        selection_mode="multi-row",
        alt="The articles of the story" if story else "The articles that belong to no story",
    )
    ticked = [table["article_id"][row].as_py() for row in event.selection.rows]
    first = table["title"][event.selection.rows[0]].as_py() if ticked else None
    st.caption(f"n = {counted(table.num_rows, 'article')}. {HOW}")
    _move_controls(view, ticked, story, first)


def story_of_article(view: session.View, article_id: str, headline: str | None) -> None:
    """Which story an article tells, the way to its comparison, and the way to move it."""
    here = session.ask(view, stories_to_move_to, selection=Selection(article_ids=(article_id,)))
    label = next(iter(here), None)
    st.text(f"Story: {label}" if label else "Story: none; no other article here was found to tell of the same event")
    with st.container(horizontal=True):
        if label:
            compare_button("Compare what each tells →", label, "compare-from-read")
        opened = st.popover("Move to another story", key=f"move-{article_id}", on_change="rerun", type="tertiary")
        if opened.open:
            with opened:
                _move_controls(view, (article_id,), label, headline)


def _move_controls(view: session.View, ticked: Sequence[str], here: str | None, headline: str | None) -> None:
    stories = session.ask(view, stories_to_move_to, selection=EVERYTHING)
    targets: list[Target] = [("story", label) for label in stories if label != here]
    targets += [NEW] if here is None else [NEW, NONE]
    key = f"{view.reader.fingerprint}-{here}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        target: Target | None = st.selectbox(
            "Move to",
            targets,
            index=None,
            format_func=lambda one: WORDS[one[0]] or one[1],
            placeholder="choose a story",
            key=f"move-target-{key}",
        )
        name = ""
        if target == NEW:
            suggested = shortened(headline or "", MAX_LABEL_CHARACTERS)
            name = st.text_input(
                "Name of the new story", suggested, max_chars=MAX_LABEL_CHARACTERS, key=f"move-name-{key}-{suggested}"
            )
        st.button(
            f"Move {counted(len(ticked), 'article')}",
            type="primary",
            disabled=not ticked or target is None or (target == NEW and not name.strip()),
            on_click=_move,
            args=(view.corpus, tuple(ticked), target, stories.get(target[1]) if target else None, name),
            key=f"move-{key}",
        )


def _move(corpus: Corpus, ticked: tuple[str, ...], target: Target, story: StoryAt | None, name: str) -> None:
    if target == NEW:
        move_to_new(own_corpus(corpus), ticked, name)
    else:
        move(own_corpus(corpus), ticked, story)


def waiting_articles(view: session.View, waiting: Sequence[dict[str, Any]]) -> None:
    """Say which articles of a story are not compared yet, and offer to compare them. Nothing where none waits."""
    if not waiting:
        return
    titles = [f"“{in_label(row['title'] or UNTITLED, TITLE_LENGTH)}” ({in_label(row['source'])})" for row in waiting]
    more = [f"{len(titles) - N_TITLES} more"] if len(titles) > N_TITLES else []
    said = WAITING.format(titles=listed([*titles[:N_TITLES], *more]), it="it" if len(titles) == 1 else "them")
    st.warning(f"{counted(len(titles), 'article')} {'was' if len(titles) == 1 else 'were'} {said}")
    if not view.corpus.inputs:
        st.caption(NO_FILES)
    elif build_state(view.corpus).state in ("running", "failed"):
        opening.progress(view.corpus)
    else:
        st.button("Compare now", key="compare-now", type="primary", on_click=_compare, args=(view.corpus,))


def _compare(corpus: Corpus) -> None:
    start_build(own_corpus(corpus))
