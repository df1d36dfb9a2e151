"""Whether two figures count the same, and whether both can be right."""

from functools import lru_cache
from typing import Final

from newscorpus.compare.statements.figure_words import MEASURES, counts_one_thing
from newscorpus.text.fates import counted_people
from newscorpus.text.numbers import Number, find_numbers

NOT_COMPARED: Final = ("year", "time", "score", "share")
"""Units of figures that stand alone too often to be compared."""
OF_A_WHOLE: Final = "percent"
"""A share of a whole that the sentence need not name: two polls do not contradict each other."""
SAID_OF_BOTH: Final = 2
"""Words around two figures that must agree: what they count, and something said of it. A unit counts nothing."""
ROUGHLY: Final = 0.1
"""Rounded figures ("about", "nearly") within a tenth of each other may be the same."""
CACHED_SENTENCES: Final = 10_000
MOST_FIGURES: Final = 40
"""Figures of a sentence that are compared: a table pasted as one line has thousands."""
LOOSELY: Final = 2.0
""""More than a million" is not said of figures twice as large."""


def number_conflict(here: str, there: str) -> tuple[Number, Number] | None:
    """The first two figures of two sentences that count the same and cannot both be right; None without one.

    A figure that the other sentence has too is out of question, and so are figures of which different things are said
    ("two people died", "9,000 people live there"). A careful reader lays one count beside another only where each
    counts all of one kind on one occasion.

    >>> one, other = number_conflict("Two people died.", "At least three people died, in 40 minutes.")
    >>> one.value, other.value
    (2.0, 3.0)
    >>> number_conflict("It sank 13 nautical miles off the cape.", "It sank 150 nautical miles off the port.") is None
    True
    """
    ours, theirs = _numbers(here), _numbers(there)
    alone = [one for one in ours if not any(_agree(one, other) for other in theirs)]
    others = [other for other in theirs if not any(_agree(one, other) for one in ours)]
    opposed = ((one, other) for one in alone for other in others if _of_the_same(one, other))
    return next((pair for pair in opposed if _are_laid_beside((here, there), pair)), None)


@lru_cache(maxsize=CACHED_SENTENCES)
def _numbers(sentence: str) -> tuple[Number, ...]:
    return tuple(find_numbers(sentence)[:MOST_FIGURES])


def _are_laid_beside(sentences: tuple[str, str], pair: tuple[Number, Number]) -> bool:
    told = tuple(zip(sentences, pair, strict=True))
    return not _by_the_dozen(sentences, pair) and all(counts_one_thing(text, number) for text, number in told)


def _by_the_dozen(sentences: tuple[str, str], pair: tuple[Number, Number]) -> bool:
    """Whether one of two near figures is given in dozens, which are round."""
    small, large = sorted(number.value for number in pair)
    written = (told[number.start : number.end].lower() for told, number in zip(sentences, pair, strict=True))
    return large <= small * (1 + ROUGHLY) and any("dozen" in words for words in written)


def _of_the_same(one: Number, other: Number) -> bool:
    if one.unit == OF_A_WHOLE:
        return False
    said_of_both = (one.near & other.near) - MEASURES
    return comparable(one, other) and (same_fate(one, other) or len(said_of_both) >= SAID_OF_BOTH)


def _agree(one: Number, other: Number) -> bool:
    return one.value == other.value or (comparable(one, other) and compatible(one, other))


def comparable(a: Number, b: Number) -> bool:
    """Whether two figures count the same: same unit, and the same people with the same fate, or a word of what they
    count in common.

    Shares, scores, times and years stand alone too often to be compared.
    """
    if a.unit != b.unit or a.unit in NOT_COMPARED:
        return False
    return same_fate(a, b) or bool(set(a.what) & set(b.what))


def same_fate(a: Number, b: Number) -> bool:
    """Whether two figures say how many of the same people died, were hurt, are missing or were arrested.

    >>> from newscorpus.text.numbers import find_numbers
    >>> one, two = find_numbers("Fourteen people have died")[0], find_numbers("the number of dead was 17")[0]
    >>> same_fate(one, two)
    True
    """
    return a.fate is not None and a.fate == b.fate and counted_people(a.what) == counted_people(b.what)


def compatible(a: Number, b: Number) -> bool:
    """Whether two comparable figures can both be right, as loosely as they are given.

    >>> from newscorpus.text.numbers import find_numbers
    >>> one, two = find_numbers("more than one million people")[0], find_numbers("a million or more people")[0]
    >>> compatible(one, two), compatible(find_numbers("30 people")[0], find_numbers("300 people")[0])
    (True, False)
    """
    small, large = sorted((a, b), key=lambda n: n.value)
    if small.value == large.value:
        return True
    if "about" in (a.modifier, b.modifier) and large.value <= small.value * (1 + ROUGHLY):
        return True
    open_ended = small.modifier in ("more", "at_least") or large.modifier in ("less", "at_most")
    if open_ended and large.value <= small.value * LOOSELY:
        return True
    return _rounds_to(large.value, small.value) or _rounds_to(small.value, large.value)


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether `rounded` is `exact` written with fewer figures, both far enough from one to be rounded."""
    if rounded < 100 and rounded.is_integer() and exact.is_integer():
        return False  # small whole numbers are counted, not rounded
    figures = f"{rounded:.10g}".replace(".", "").rstrip("0").lstrip("0")
    return bool(figures) and float(f"{exact:.{len(figures)}g}") == rounded
