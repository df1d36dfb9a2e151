"""A measure of articles by source: the chart, its reading and its base."""

from typing import Any, Final

import pyarrow as pa
import streamlit as st

from components import session
from components.charts.dots import dots, dots_alt
from components.number_format import count, counted, measured
from components.widgets.figure import figure, table_behind
from components.wording import FEW, FEW_ARTICLES, ONE_EACH, base, not_narrowed
from newscorpus.query.sources import MIN_ARTICLES_FOR_MEDIAN
from newscorpus.query.values import MAX_DOTS, MeasureKey, Values, values_by_source
from newscorpus.register import MEASURES, Measure

ARTICLE_COLUMNS: Final = {
    "source": st.column_config.TextColumn("Source"),
    "title": st.column_config.TextColumn("Headline", width="large"),
    "day": st.column_config.DateColumn("Date", format="D MMM YYYY"),
}


def measure_by_source(view: session.View, key: str, column: MeasureKey) -> None:
    """Draw a measure article by article. A click on a dot picks that article, on a middle bar its source."""
    measure = MEASURES[column]
    # Not narrowed by its own picks: the chart stays as it is, and the mark that was picked stays in place.
    answer = session.ask(view, values_by_source, column, selection=view.selection.without("article_ids"))
    st.text(reading(answer, measure))
    figure(
        key,
        dots(answer.sources, answer.dots, measure, boxed=answer.is_boxed),
        dots_alt(answer.sources, measure),
        picks=("pick",),
    )
    st.caption(base(answer.n_articles, answer.left_out) + not_narrowed(view.selection, "article_ids"))
    table_behind(key, *_table(answer, measure))


def reading(answer: Values, measure: Measure) -> str:
    """What the chart says, in a sentence or two, and how much it can bear."""
    rows = [row for row in answer.sources.to_pylist() if row["median"] is not None]
    if not answer.n_articles:
        return "There is nothing to draw: it is undefined for all of these articles."
    if max(answer.sources["n_articles"].to_pylist()) == 1:
        return ONE_EACH
    if not rows:
        return f"No source has {MIN_ARTICLES_FOR_MEDIAN} articles or more: no middle values, only the articles."
    said = _extremes(rows, measure)
    if answer.is_boxed:
        said += (
            f" With more than {count(MAX_DOTS)} articles, dots would hide one another: "
            "each box holds half of a source's articles, the lines nine in ten."
        )
    return f"{said} {FEW}" if min(row["n"] for row in rows) < FEW_ARTICLES else said


def _extremes(rows: list[dict[str, Any]], measure: Measure) -> str:
    ordered = sorted(rows, key=lambda row: row["median"])
    low, high = ordered[0], ordered[-1]
    if len(rows) == 1:
        return f"Middle article of {low['source']}: {_value(low, measure)}."
    return (
        f"By their middle articles, {high['source']} is highest ({_value(high, measure)}) and "
        f"{low['source']} lowest ({_value(low, measure)})."
    )


def _value(row: dict[str, Any], measure: Measure) -> str:
    unit = f" {measure.unit}" if measure.unit == "words" else ""
    return f"{measured(row['median'], measure)}{unit}, {counted(row['n'], 'article')}"


def _table(answer: Values, measure: Measure) -> tuple[pa.Table, dict[str, Any], str]:
    number = st.column_config.NumberColumn
    form = f"%{'+' if measure.signed else ''}.{measure.decimals}f"
    if not answer.is_boxed:
        columns = ARTICLE_COLUMNS | {"value": number(measure.label, format=form)}
        return answer.dots, columns, f"{measure.label}, article by article"
    marks = {
        "low": "5 % below",
        "q1": "a quarter below",
        "median": "middle",
        "q3": "a quarter above",
        "high": "5 % above",
    }
    columns = {"source": st.column_config.TextColumn("Source"), "n": number("Articles")}
    columns |= {name: number(label, format=form) for name, label in marks.items()}
    return answer.sources, columns, f"{measure.label}, by source"
