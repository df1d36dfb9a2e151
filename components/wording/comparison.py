"""What a comparison of sources says, in one plain sentence, and what can be said where the articles are few."""

from collections.abc import Sequence
from typing import Any, Final

from components.number_format import count, counted, decimal, measured
from newscorpus.query.sources.comparison import Comparison
from newscorpus.query.sources.distribution import Values
from newscorpus.query.sources.table import MIN_ARTICLES_FOR_MEDIAN
from newscorpus.register.measure import Measure
from newscorpus.statistics.rules import MIN_SOURCES_FOR_STANDING, MIN_STORIES_FOR_MEDIUM, MIN_STORIES_FOR_TEST

Pair = tuple[str, str]
Row = dict[str, Any]

WITHIN_ERROR: Final = "That is less than taking an article out of a web page can get wrong."
NEARLY_ALWAYS: Final = 95  # times in 100
POINTS: Final = 100  # of a share
UNDEFINED_FOR_ALL: Final = "There is nothing to draw: it is undefined for all of these articles."
DIFFERENT_STORIES: Final = "Their stories are different ones, so this may be the subject and not the source."
ONLY_LARGE: Final = "With so few shared stories only large differences could show."
ONE_DOT_EACH: Final = "A dot is an article, and each source has one."
TOO_FEW: Final = f"From {MIN_STORIES_FOR_TEST} shared stories on, a difference can be told from chance."


def reading(values: Values, comparison: Comparison, measure: Measure, pair: Pair | None = None) -> str:
    """What a chart of a measure by source says, of `pair` where two sources were chosen, and how much it can bear."""
    if not values.n_articles:
        return UNDEFINED_FOR_ALL
    rows = rows_of(comparison, measure.key, pair)
    tested = [row for row in rows if row["chance"] is not None]
    standing = None if pair else standing_of(comparison, measure.key)
    if standing and not any(row["is_claimed"] for row in tested):
        return _with_error(
            _stands_out(standing, measure), standing["difference"], [standing["source"]], values, measure
        )
    if tested:
        said, row = _tested(tested, comparison.n_tested, measure)
        if not row["is_claimed"]:
            return said
        said = f"{said} {_stands_out(standing, measure)}" if standing else said
        most = max(abs(row["low"]), abs(row["high"]))
        return _with_error(said, most, [row["source_a"], row["source_b"]], values, measure)
    if max(values.sources["n_articles"].to_pylist()) == 1 and pair is None:
        return ONE_DOT_EACH
    if rows:
        return f"{_few(rows[0], measure)} {TOO_FEW}" if pair else medians(values, measure, no_pair(rows))
    if pair is not None:
        return f"{pair[0]} and {pair[1]} share no story here, so they are not compared."
    return medians(values, measure)


def rows_of(comparison: Comparison, measure_key: str, pair: Pair | None = None) -> list[Row]:
    """The pairs compared on a measure, most shared stories first; only `pair` where one is given."""
    rows = [row for row in comparison.pairs.to_pylist() if row["measure"] == measure_key]
    return [row for row in rows if pair is None or {row["source_a"], row["source_b"]} == set(pair)]


def standing_of(comparison: Comparison, measure_key: str) -> Row | None:
    """The source that stands out among all others on a measure, if one does."""
    rows: list[Row] = comparison.standings.to_pylist()
    return next((row for row in rows if row["measure"] == measure_key and row["is_claimed"]), None)


def in_how_many(row: Row, measure: Measure) -> str:
    """In how many shared stories one source is higher, told from the side of the one that is so more often.

    >>> from newscorpus.register.measures import MEASURES
    >>> row = {"source_a": "A", "source_b": "B", "n_stories": 9, "n_higher": 2, "n_lower": 7}
    >>> in_how_many(row, MEASURES["n_words"])
    "B's articles are longer than A's in 7 of 9 shared stories"
    """
    one, other = (row["source_a"], row["source_b"]) if is_upright(row) else (row["source_b"], row["source_a"])
    most = max(row["n_higher"], row["n_lower"])
    return f"{one}'s articles {_higher(measure)} than {other}'s in {_of_stories(most, row['n_stories'])}"


def is_upright(row: Row) -> bool:
    """Whether source_a is the one that is higher more often, or as often and higher on average."""
    if row["n_higher"] == row["n_lower"]:
        return bool(row.get("mean", 0) >= 0)
    return bool(row["n_higher"] > row["n_lower"])


def from_to(row: Row, measure: Measure) -> str:
    """The interval of a difference in the unit of its measure, the smaller size first.

    >>> from newscorpus.register.measures import MEASURES
    >>> from_to({"low": -210.2, "high": -40.4}, MEASURES["n_words"])
    '40 to 210 words'
    >>> from_to({"low": 0.041, "high": 0.113}, MEASURES["share_quoted"])
    '4 to 11 percentage points'
    """
    small, large = sorted(abs(row[end]) for end in ("low", "high"))
    if measure.is_share:
        return f"{decimal(POINTS * small, 0)} to {_size(large, measure)}"
    return f"{decimal(small, measure.decimals)} to {_size(large, measure)}"


def medians(values: Values, measure: Measure, why_untested: str = DIFFERENT_STORIES) -> str:
    """The sources with the highest and lowest median, and why nothing more is said: no two of them share a story."""
    ordered = sorted((row for row in values.sources.to_pylist() if row["median"] is not None), key=_median)
    if not ordered:
        return f"No source has {MIN_ARTICLES_FOR_MEDIAN} articles or more: no medians, only the articles."
    low, high = ordered[0], ordered[-1]
    if len(ordered) == 1:
        return f"Median of {low['source']}: {_median_told(low, measure)}."
    return (
        f"By their medians, {high['source']} is highest ({_median_told(high, measure)}) and {low['source']} lowest "
        f"({_median_told(low, measure)}). {why_untested}"
    )


def _with_error(said: str, size: float, sources: Sequence[str], values: Values, measure: Measure) -> str:
    """With a word on the measure's own error, where a difference of this size between medians is within it."""
    median_of = {source["source"]: source["median"] for source in values.sources.to_pylist()}
    known = [median_of[source] for source in sources if median_of.get(source) is not None]
    if measure.typical_error is None or not known or abs(size) > measure.typical_error * min(known):
        return said
    return f"{said} {WITHIN_ERROR}"


def _stands_out(row: Row, measure: Measure) -> str:
    """One source among all that tell the same stories, told from the side of those that are higher."""
    stories = f"stories that {MIN_SOURCES_FOR_STANDING} sources or more tell"
    by = f"the median difference from the mean of the others is {_size(abs(row['difference']), measure)}"
    if row["n_above"] >= row["n_below"]:
        return (
            f"{row['source']}'s articles {_higher(measure)} than the median of all in {count(row['n_above'])} of "
            f"{count(row['n_stories'])} {stories}, and than every other in {count(row['n_highest'])}; {by}."
        )
    return (
        f"The median articles of all {_higher(measure)} than {row['source']}'s in {count(row['n_below'])} of "
        f"{count(row['n_stories'])} {stories}, and every other in {count(row['n_lowest'])}; {by}."
    )


def _size(value: float, measure: Measure) -> str:
    if measure.is_share:
        return f"{decimal(POINTS * value, 0)} percentage points"
    unit = f" {measure.difference_unit}" if measure.difference_unit else ""
    return f"{decimal(value, measure.decimals)}{unit}"


def _tested(rows: Sequence[Row], n_tested: int, measure: Measure) -> tuple[str, Row]:
    """What may be claimed of `rows`, which were tested, or what comes closest; and the row that it is said of."""
    claimed = [row for row in rows if row["is_claimed"]]
    strongest = min(claimed or rows, key=lambda row: (row["chance"], -abs(row["n_higher"] - row["n_lower"])))
    said = in_how_many(strongest, measure)
    if not claimed:
        among = f" somewhere among the {count(n_tested)} comparisons of this page" if n_tested > 1 else ""
        said = f"{said}. Chance alone brings about as much{among} {_how_often(strongest['chance'])}."
        return (f"{said} {ONLY_LARGE}" if strongest["n_stories"] < MIN_STORIES_FOR_MEDIUM else said), strongest
    said = f"{said}; the difference is {from_to(strongest, measure)}."
    more = len(claimed) - 1
    return (f"{said} {_more_pairs(more)}" if more else said), strongest


def _how_often(chance: float) -> str:
    """A chance that is too large for a claim, in words; where two kinds of comparison share the page it is a bound."""
    times = round(100 * chance)
    return f"up to {count(times)} times in 100" if times < NEARLY_ALWAYS else "nearly every time"


def _more_pairs(n: int) -> str:
    return f"{counted(n, 'other pair')} of sources {'differs' if n == 1 else 'differ'} by more than chance as well."


def no_pair(rows: Sequence[Row]) -> str:
    """That no two sources share stories enough for a difference to be told.

    >>> no_pair([{"n_stories": 3}, {"n_stories": 1}])
    'No two sources share more than 3 stories here. From 6 shared stories on, a difference can be told from chance.'
    """
    most = max(row["n_stories"] for row in rows)
    return f"No two sources share more than {counted(most, 'story', 'stories')} here. {TOO_FEW}"


def _few(row: Row, measure: Measure) -> str:
    if row["n_higher"] == row["n_lower"] == 0:
        return f"{row['source_a']} and {row['source_b']} are equal in {_stories_shared(row['n_stories'])}."
    return f"{in_how_many(row, measure)}."


def _of_stories(n: int, n_stories: int) -> str:
    return "the one story both tell" if n_stories == 1 else f"{count(n)} of {_stories_shared(n_stories)}"


def _stories_shared(n: int) -> str:
    return counted(n, "shared story", "shared stories")


def _higher(measure: Measure) -> str:
    return measure.higher or f"are higher in {measure.label[0].lower()}{measure.label[1:]}"


def _median(row: Row) -> float:
    return float(row["median"])


def _median_told(row: Row, measure: Measure) -> str:
    unit = f" {measure.unit}" if measure.unit == "words" else ""
    return f"{measured(row['median'], measure)}{unit}, {counted(row['n'], 'article')}"
