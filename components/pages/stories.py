"""Stories: which events are here, and who covers or misses them?"""

from typing import Any, Final

import streamlit as st

from components import session
from components.charts.coverage import coverage_alt, coverage_grid, least_width, most_width
from components.number_format import count, counted, span_of_days
from components.widgets.corpus import opening
from components.widgets.shared.articles import article_table
from components.widgets.shared.figure import figure, table_behind
from components.widgets.shared.picks import compare_button
from components.widgets.shared.scrolled import scrolled
from components.widgets.story.moving import articles_to_move
from components.wording.pages import COPIES, NO_MATCH, base, listed, not_narrowed, told_by
from newscorpus.query.answers import Answer
from newscorpus.query.sources.totals import headline_figures
from newscorpus.query.story.stories import coverage, sources_that_tell, stories_list

QUESTION: Final = "Which events are here, and who covers or misses them?"
N_STORIES_DRAWN: Final = 20  # rows of the grid that are still read as one picture
N_NAMED: Final = 8  # sources named in a sentence; the grid shows all
NO_STORY: Final = (
    "No event is told by two of these articles. An event needs at least two articles that share its names, its rare "
    "words and its days. Choose more articles, drop another outlet's report on Corpus, or put articles together below."
)
NOT_HERE: Final = (
    "A ring says that no article of that source on this story is in this corpus. "
    "The source may have written of it all the same."
)
COLUMNS: Final[dict[str, Any]] = {
    "story_label": st.column_config.TextColumn("Story, by a headline of its articles", width="large"),
    "day_first": st.column_config.DateColumn("First", format="D MMM YYYY"),
    "day_last": st.column_config.DateColumn("Last", format="D MMM YYYY"),
    "n_articles": st.column_config.NumberColumn("Articles"),
    "n_sources": st.column_config.NumberColumn("Sources"),
    "n_texts": st.column_config.NumberColumn(
        "Independent texts", help="Articles that are copies of one text count as one."
    ),
    "n_undated": st.column_config.NumberColumn("Without a date"),
}


def show() -> None:
    """Draw the page."""
    view = opening.page("Stories", QUESTION)
    if not session.ask(view, headline_figures).n_articles:
        st.info(NO_MATCH)
        return
    # Not narrowed by its own picks: every story stays in sight while one is chosen.
    answer = session.ask(view, stories_list, selection=view.selection.without("stories"))
    if not answer.n_articles:
        st.info(NO_STORY)
        st.caption(base(0, answer.left_out) + not_narrowed(view.selection, "stories"))
        _in_no_story(view, answer)
        return
    st.text(_reading(answer))
    _one_story(view, answer)
    _in_no_story(view, answer)
    _grid(view, answer)
    table_behind("stories", answer.table, COLUMNS, "the stories")
    st.subheader("The articles")
    article_table(view)


def _reading(answer: Answer) -> str:
    rows = answer.table.to_pylist()
    said = f"{counted(len(rows), 'story', 'stories')}, told by {counted(answer.n_articles, 'article')}."
    if len(rows) == 1:
        return said
    most = max(rows, key=lambda row: (min(row["n_sources"], row["n_texts"]), row["n_sources"]))
    return f"{said} Covered by most: {most['story_label']} ({told_by(most['n_sources'], most['n_texts'])})."


def _grid(view: session.View, answer: Answer) -> None:
    n_pages = -(-answer.table.num_rows // N_STORIES_DRAWN)
    page = st.pagination(n_pages, key="stories-page") if n_pages > 1 else 1
    drawn = answer.table.slice((page - 1) * N_STORIES_DRAWN, N_STORIES_DRAWN)
    labels = tuple(drawn["story_label"].to_pylist())
    cells = session.ask(view, coverage, labels, selection=view.selection.without("stories"))
    n_sources = len(set(cells.table["source"].to_pylist()))
    with scrolled("coverage-wide", least_width(n_sources), most_width(n_sources)):
        figure("coverage", coverage_grid(cells.table, drawn), coverage_alt(cells.table), picks=("story",))
    reasons = (*answer.left_out, *cells.left_out)
    whole = base(cells.n_articles, reasons) + not_narrowed(view.selection, "stories")
    st.caption(f"Click a mark to choose its story. {NOT_HERE} {COPIES} {whole}")
    table_behind("coverage", cells.table, CELL_COLUMNS, "articles by story and source")


def _one_story(view: session.View, answer: Answer) -> None:
    """The story chosen, or the list to choose one from, and the way to the comparison of its articles."""
    labels: list[str] = answer.table["story_label"].to_pylist()
    chosen = next((label for label in view.selection.stories if label in labels), labels[0])
    label = st.selectbox(
        "Look closer at",
        labels,
        index=labels.index(chosen),
        key=f"closer-{'|'.join(view.selection.stories)}",
    )
    row = answer.table.to_pylist()[labels.index(label)]
    cells = session.ask(view, coverage, (label,), selection=view.selection.without("stories"))
    with_it, without = sources_that_tell(cells.table)[label]
    with st.container(border=True):
        st.text(_facts(row))
        st.text(f"Articles here from {_named(with_it)}." + (f" None here from {_named(without)}." if without else ""))
        compare_button("Compare what each tells →", label, "compare-story")
        _to_move(view, label, f"The {counted(row['n_articles'], 'article')} of this story, and moving them")


def _in_no_story(view: session.View, answer: Answer) -> None:
    n_alone = sum(entry.n for entry in answer.left_out if entry.reason == "in_no_story")
    if n_alone:
        _to_move(view, None, f"{counted(n_alone, 'article')} in no story, and moving them")


def _to_move(view: session.View, story: str | None, heading: str) -> None:
    block = st.expander(heading, key=f"move-from-{story}", on_change="rerun")
    if block.open:
        with block:
            articles_to_move(view, story)


def _facts(row: dict[str, Any]) -> str:
    days = span_of_days(row["day_first"], row["day_last"]) if row["day_first"] else "date unknown"
    undated = f" ({count(row['n_undated'])} without a date)" if row["n_undated"] and row["day_first"] else ""
    articles = counted(row["n_articles"], "article")
    return f"{days}{undated} · {articles} of {told_by(row['n_sources'], row['n_texts'])}"


def _named(sources: list[str]) -> str:
    if len(sources) <= N_NAMED:
        return listed(sources)
    return f"{', '.join(sources[:N_NAMED])} and {count(len(sources) - N_NAMED)} more"


CELL_COLUMNS: Final = {
    "story_label": st.column_config.TextColumn("Story", width="large"),
    "source": "Source",
    "n_articles": "Articles",
    "n_copied": st.column_config.NumberColumn("Of one text with another source"),
    "day_first": st.column_config.DateColumn("First", format="D MMM YYYY"),
}

if __name__ == "__main__":
    show()
