"""When each source wrote: articles by period."""

from dataclasses import dataclass
from typing import Final, Literal

import pyarrow as pa

from newscorpus.query.answers import LeftOut, left_out
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import MAX_SOURCES_DRAWN

Period = Literal["day", "week", "month", "year"]
LONGEST_SPAN_DAYS: Final[dict[Period, int]] = {"day": 45, "week": 45 * 7, "month": 45 * 30}
"""Up to about 45 periods side by side can be told apart; a longer span takes the next period."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles by source and period. `table`: source, start (first day of the period), n_articles; no row for none."""

    period: Period
    table: pa.Table
    n_articles: int
    left_out: tuple[LeftOut, ...]


SPAN: Final = "SELECT date_diff('day', min(day), max(day)) AS n_days, count(day) AS n_dated, count(*) AS n FROM chosen"

BY_PERIOD: Final = """
    SELECT source_label AS source, CAST(date_trunc($period, day) AS DATE) AS start, count(*) AS n_articles
    FROM chosen WHERE day IS NOT NULL AND source_label IN (
        SELECT source_label FROM chosen GROUP BY source_label ORDER BY count(*) DESC, source_label LIMIT $n_sources)
    GROUP BY ALL ORDER BY start, source
"""


def articles_over_time(reader: Reader, selection: Selection) -> Timeline:
    """How many articles each source published in each day, week (from Monday), month or year, as the span asks for.

    Days are days of universal time. Articles without a date are left out and counted.
    """
    span = ask(reader, selection, SPAN).to_pylist()[0]
    period = period_for(span["n_days"] or 0)
    table = ask(reader, selection, BY_PERIOD, {"period": period, "n_sources": MAX_SOURCES_DRAWN})
    n_drawn = sum(table["n_articles"].to_pylist())
    reasons = left_out(undated=span["n"] - span["n_dated"], source_beyond_top=span["n_dated"] - n_drawn)
    return Timeline(period, table, n_drawn, reasons)


def period_for(n_days: int) -> Period:
    """The shortest period that parts `n_days` into not too many.

    >>> period_for(10), period_for(200), period_for(5000)
    ('day', 'week', 'year')
    """
    return next((period for period, longest in LONGEST_SPAN_DAYS.items() if n_days <= longest), "year")
