"""Compare: one story, who tells what, in whose words?"""

from typing import Final, Literal, get_args

import streamlit as st

from components import link, session
from components.number_format import counted, span_of_days
from components.widgets.corpus import opening
from components.widgets.story.matrix import matrix_of
from components.widgets.story.moving import articles_to_move, waiting_articles
from components.widgets.story.side_by_side import side_by_side
from components.widgets.story.told_lists import figures, other_words, told_lists
from components.wording.pages import COPIES, NO_MATCH, told_by
from newscorpus.keep.decisions import judged, read_decisions
from newscorpus.query.sources.totals import headline_figures
from newscorpus.query.story.matrix import Matrix, matrix
from newscorpus.query.story.stories import stories_list

Part = Literal["Statements", "Side by side", "By all, by one", "Other words", "Figures"]
QUESTION: Final = "Who tells what, in whose words?"
NO_STORY: Final = "No event is told by two of the articles chosen, so there is nothing to put beside each other."
ONE_SOURCE: Final = "Only one source is left of this story. Take a filter away to see how others tell it."
ONE_TEXT: Final = (
    "These articles are copies of one text. What differs between them was cut or added; nobody confirms anybody."
)
NO_STATEMENTS: Final = "Nothing in these articles was long enough to be put beside another's."


def show() -> None:
    """Draw the page."""
    view = opening.page("Compare", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    story = _story(view)
    if story is None:
        st.info(NO_STORY)
        return
    said = judged(read_decisions(view.corpus))
    whole = session.ask(view, matrix, story, said, selection=view.selection.without("stories"))
    _head(whole)
    waiting_articles(view, whole.waiting)
    _articles(view, story, whole)
    if not whole.rows.num_rows:
        st.info(NO_STATEMENTS)
        return
    part: Part = st.segmented_control(
        "Show", get_args(Part), default="Statements", required=True, key="part", bind="query-params"
    )
    if part == "Statements":
        matrix_of(view, story, whole)
    elif part == "Side by side":
        side_by_side(view, story, whole)
    elif part == "By all, by one":
        told_lists(whole)
    elif part == "Other words":
        other_words(view, story, whole)
    else:
        figures(view, story, whole)


def _story(view: session.View) -> str | None:
    """The story of the link or the sidebar, or the one told by most sources; chosen anew in the list."""
    rows = session.ask(view, stories_list, selection=view.selection.without("stories")).table.to_pylist()
    if not rows:
        return None
    by_sources = sorted(
        rows, key=lambda row: (-min(row["n_sources"], row["n_texts"]), -row["n_articles"], row["story_label"])
    )
    labels = {row["story_label"]: _label(row) for row in by_sources}
    asked = next((label for label in view.selection.stories if label in labels), next(iter(labels)))
    key = f"story-chooser-{asked}"
    options = list(labels)
    return str(
        st.selectbox(
            f"One of {counted(len(options), 'story', 'stories')}",
            options,
            index=options.index(asked),
            format_func=labels.__getitem__,
            key=key,
            on_change=_choose,
            args=(key,),
        )
    )


def _label(row: dict[str, object]) -> str:
    dated = row["day_first"] is not None
    days = span_of_days(row["day_first"], row["day_last"]) if dated else "date unknown"  # type: ignore[arg-type]
    told = told_by(int(str(row["n_sources"])), int(str(row["n_texts"])))
    return f"{row['story_label']} · {told}, {days}"


def _articles(view: session.View, story: str, whole: Matrix) -> None:
    n_articles = whole.articles.num_rows + len(whole.waiting)
    block = st.expander(
        f"The {counted(n_articles, 'article')} of this story, and moving them", key=f"of-{story}", on_change="rerun"
    )
    if block.open:
        with block:
            articles_to_move(view, story)


def _choose(key: str) -> None:
    link.narrow({"story": [st.session_state[key]]})


def _head(whole: Matrix) -> None:
    n_sources = len(whole.sources)
    copies = f" {COPIES}" if whole.n_texts < whole.articles.num_rows else ""
    st.text(f"{counted(whole.articles.num_rows, 'article')} of {told_by(n_sources, whole.n_texts)}.{copies}")
    languages = sorted(set(whole.articles["language"].to_pylist()) - {"und"})
    if len(languages) > 1:
        st.info(f"These articles are in {len(languages)} languages. Only articles of one language are compared.")
    if n_sources == 1:
        st.info(ONE_SOURCE)
    elif whole.n_texts == 1:
        st.info(ONE_TEXT)


if __name__ == "__main__":
    show()
