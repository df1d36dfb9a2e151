"""The one way sources are compared on a measure of articles: a sentence, a picture, its base, and what is behind it."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.charts.dots import dots, dots_alt, is_pulled
from components.number_format import count, number_form
from components.widgets.shared.figure import figure, table_behind
from components.widgets.sources.pairs import source_against_source
from components.wording.comparison import Pair, reading
from components.wording.pages import base, not_narrowed
from components.wording.tone_order import tone_reading
from newscorpus.query.sources.comparison import Comparison, compare_sources
from newscorpus.query.sources.distribution import MAX_DOTS, Values, values_by_source
from newscorpus.register.measure import Measure
from newscorpus.register.measures import MEASURES

ARTICLE_COLUMNS: Final = {
    "source": st.column_config.TextColumn("Source"),
    "title": st.column_config.TextColumn("Headline", width="large"),
    "day": st.column_config.DateColumn("Date", format="D MMM YYYY"),
}
MARKS: Final = {
    "low": "5 % below",
    "q1": "a quarter below",
    "median": "median",
    "q3": "a quarter above",
    "high": "5 % above",
}
LINE_NOTE: Final = " Bar: median; line: where it would lie, 95 times in 100, with more articles like these."
DIAMOND_NOTE: Final = " ◇: the median pulled towards all sources, where there are few articles."
BOX_NOTE: Final = (
    f" With more than {count(MAX_DOTS)} articles, dots would hide one another: each box holds half of a source's "
    "articles, the lines nine in ten."
)


def measure_by_source(
    view: session.View,
    key: str,
    column: str,
    on_screen: tuple[str, ...] = (),
    pair: Pair | None = None,
) -> None:
    """Draw a measure article by article. A click on a dot picks that article, on the bar of a median its source.

    `on_screen` are all measures that the page compares sources on: they are tested together. `pair`: the two sources
    the sentence is of, where a reader chose two.
    """
    measure = MEASURES[column]
    # Not narrowed by its own picks: the chart stays as it is, and the mark that was picked stays in place.
    open_articles = view.selection.without("article_ids")
    answer = session.ask(view, values_by_source, column, selection=open_articles)
    opinions = [key for key in (column, measure.second_opinion) if key]
    compared = tuple(dict.fromkeys((*on_screen, *opinions)))
    comparison = session.ask(view, compare_sources, compared, selection=open_articles)
    st.text(_reading(view, answer, comparison, pair))
    figure(
        key,
        dots(answer.sources, answer.dots, measure, boxed=answer.is_boxed, lit=pair or ()),
        dots_alt(answer.sources, measure),
        picks=("pick",),
    )
    said = base(answer.n_articles, answer.left_out) + _about_marks(answer)
    st.caption(said + not_narrowed(view.selection, "article_ids"))
    source_against_source(view, key, answer, comparison, pair, measure)
    table_behind(key, *_table(answer, measure))


def _reading(view: session.View, answer: Values, comparison: Comparison, pair: Pair | None) -> str:
    """What the chart says. Tone is told where both measures of it agree."""
    measure = MEASURES[answer.measure]
    if not measure.second_opinion:
        return reading(answer, comparison, measure, pair)
    second = session.ask(
        view, values_by_source, measure.second_opinion, selection=view.selection.without("article_ids")
    )
    return tone_reading(answer.measure, answer, second, comparison, pair)


def _about_marks(answer: Values) -> str:
    """What the marks beside the dots are, where there are any."""
    rows = answer.sources.to_pylist()
    if answer.is_boxed:
        return BOX_NOTE
    has_lines = any(row["median_low"] is not None for row in rows)
    return LINE_NOTE * has_lines + DIAMOND_NOTE * any(map(is_pulled, rows))


def _table(answer: Values, measure: Measure) -> tuple[pa.Table, dict[str, Any], str]:
    number = st.column_config.NumberColumn
    form = number_form(measure)
    if not answer.is_boxed:
        columns = ARTICLE_COLUMNS | {"value": number(measure.label, format=form)}
        return answer.dots, columns, f"{measure.label}, article by article"
    columns = {"source": st.column_config.TextColumn("Source"), "n": number("Articles")}
    columns |= {name: number(label, format=form) for name, label in MARKS.items()}
    return answer.sources, columns, f"{measure.label}, by source"
