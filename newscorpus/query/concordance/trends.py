"""How often a word or a name is met over time, by source."""

from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.query.answers import LeftOut, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.concordance.hits import Find, find
from newscorpus.query.concordance.rates import rates, searched_articles
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.timeline import SPAN, Period, period_for

N_SOURCES_DRAWN: Final = 6  # lines that can be told apart


@dataclass(frozen=True, slots=True)
class Trend:
    """Rates by source and period. `table`: source, start (first day of the period), n_hits, n_articles with one,
    n_articles_of_source, n_words_of_source, per_thousand.

    No row where a source published nothing in a period, and null where it published no words: a gap, not a zero.
    """

    period: Period
    table: pa.Table
    n_articles: int
    left_out: tuple[LeftOut, ...]


STARTS: Final = "source_label AS source, CAST(date_trunc($period, day) AS DATE) AS start"


def trend_of_search(reader: Reader, selection: Selection, wanted: Find) -> Trend:
    """Hits of a search over time. Of the articles that were searched; those without a date are left out and counted."""
    period = _period(reader, selection)
    found = find(reader, selection, wanted)
    return _trend(period, searched_articles(reader, selection, found, STARTS, {"period": period}))


MENTIONS: Final = f""",
    named AS (
        SELECT a, sum(n) AS n FROM article_names JOIN names USING (e) WHERE name_label = $label GROUP BY a
    )
    SELECT a, n_words, {STARTS}, CAST(coalesce(n, 0) AS BIGINT) AS n_hits FROM chosen LEFT JOIN named USING (a)
"""


def trend_of_name(reader: Reader, selection: Selection, label: str) -> Trend:
    """Mentions of a name over time, under whichever spelling. Articles without a date are left out and counted."""
    period = _period(reader, selection)
    return _trend(period, ask(reader, selection, MENTIONS, {"label": label, "period": period}))


def _period(reader: Reader, selection: Selection) -> Period:
    return period_for(ask(reader, selection, SPAN)["n_days"][0].as_py() or 0)


def _trend(period: Period, articles: pa.Table) -> Trend:
    dated = articles.filter(pc.is_valid(articles["start"]))
    table = rates(dated, ["source", "start"])
    names = {"n_articles_of_group": "n_articles_of_source", "n_words_of_group": "n_words_of_source"}
    table = table.rename_columns([names.get(name, name) for name in table.column_names])
    ordered = table.sort_by([("source", "ascending"), ("start", "ascending")])
    return Trend(period, ordered, dated.num_rows, left_out(undated=articles.num_rows - dated.num_rows))
