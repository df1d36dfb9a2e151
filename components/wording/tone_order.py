"""What a comparison of tone says where sentence tone and word polarity disagree on which source is higher."""

from collections.abc import Sequence
from typing import Final

from components.number_format import counted
from components.wording.comparison import Pair, reading, rows_of
from newscorpus.query.sources.comparison import Comparison
from newscorpus.query.sources.distribution import Values
from newscorpus.query.sources.tone_order import ends_part, parted_pairs, without_parted
from newscorpus.register.measure import Measure
from newscorpus.register.measures import MEASURES

BOTH: Final = f"{MEASURES['tone'].label} and {MEASURES['polarity'].label.lower()}"
NO_ORDER: Final = f"{BOTH} disagree on which source is highest and which lowest: no order can be given."


def tone_reading(column: str, values: Values, second: Values, comparison: Comparison, pair: Pair | None = None) -> str:
    """What a chart of a measure of tone says; `second`: the other measure of tone. Of pairs on which the two
    disagree no order is told."""
    measure: Measure = MEASURES[column]
    agreed = without_parted(comparison, column)
    has_averages = pair is not None or max(values.sources["n_articles"].to_pylist(), default=0) > 1
    shared, told = (rows_of(one, column, pair) for one in (comparison, agreed))
    if shared and not told and has_averages:
        return no_order(parted_pairs(comparison, column), pair)
    is_tested = any(row["chance"] is not None for row in told)
    if not is_tested and pair is None and ends_part(values, second):
        return NO_ORDER
    said = reading(values, agreed, measure, pair)
    others = len(shared) - len(told)
    return f"{said} On {counted(others, 'other pair')} {BOTH.lower()} disagree." if others and is_tested else said


def no_order(parted: Sequence[Pair], pair: Pair | None = None) -> str:
    """That no order is told of one pair, or of any of several.

    >>> no_order([("A", "B")])
    'Sentence tone and word polarity disagree on which of A and B is higher: no order can be given.'
    """
    if pair is None and len(parted) > 1:
        return f"{BOTH} disagree on which is higher of any two sources that share a story: no order can be given."
    one, other = pair or parted[0]
    return f"{BOTH} disagree on which of {one} and {other} is higher: no order can be given."
