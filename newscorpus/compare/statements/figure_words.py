"""Which numbers of a sentence are figures to a reader: those that measure or count something, with what they count."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newscorpus.compare.statements.clauses import VERBS
from newscorpus.text.content_words import Word, word_parts
from newscorpus.text.numbers import FIRST_YEAR, LAST_YEAR, MONEY, UNIT_WORDS, Number, find_numbers
from newscorpus.text.spelling import stem

_MEASURES: Final = """
millimetre centimetre metre kilometre km cm m mm inch foot feet yard mile acre hectare gram kilogram kg tonne ton
litre gallon barrel degree knot second minute hour day night week month year decade percent cent half quarter
"""
MEASURES: Final = frozenset(stem(word) for word in (*_MEASURES.split(), *MONEY))
"""Stems of units: two figures in metres have nothing in common yet."""
_MONTHS: Final = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec
"""
MONTHS: Final = frozenset(_MONTHS.split())
OF_THE_CLOCK: Final = frozenset(("time", "year", "score"))
"""Units of numbers that name a moment or a result and count nothing."""
TELLING_UNITS: Final = frozenset(("percent", "money", "age"))
"""Units that say by themselves what a number measures."""
UNITS_BESIDE: Final = frozenset(("nautical", "square", "cubic", "metric", "mph", "kph", "hrs", "season", "seasons"))
OF_SPEECH: Final = frozenset(("one", "zero"))
"""Spelled out they stand in turns of speech ("on the one hand", "one of them", "zero tolerance") more often than they
count. Where they say how many died or were hurt, they count."""
_CLOCK_BEHIND: Final = re.compile(
    r"\s?(?:(?:[-–—]|to|and|or|until)\s?\d{1,2}(?:[:.]\d\d)?\s?)?(?:[ap]\.?m\b|GMT\b|o['’]clock)", re.I
)
_YEARS_OLD: Final = re.compile(r"[-\s]*(?:years?|months?)[-\s]*old", re.I)
_HOURS: Final = re.compile(r"\s?(?:hours|hrs)\b", re.I)
_OF_THE: Final = re.compile(r"\bof\s+(?:all|the|these|those|its|his|her|their|our)\s+$", re.I)
_IN_ALL: Final = re.compile(r"\b(?:total|altogether|overall|so far|in all)\b", re.I)
_AND_MORE: Final = re.compile(r"\s+(?:and|or|&)\s", re.I)
LEAST_GROUPED: Final = 1_000  # below, a number is written alike whether it counts, names or dates
REACH: Final = 5  # words behind a figure and its unit in which it may say what it counts: "or more people"
_CURRENCY: Final = re.compile(r"[A-Z]{0,3}[$£€¥]\s?$")
_JOINED_BEFORE: Final = re.compile(r"\d[/:]$")  # a part of a date, a time or a name: "24/7", "9/2024"
_JOINED_BEHIND: Final = re.compile(r"[/:]\d")


def find_figures(sentence: str) -> list[Number]:
    """The figures of a sentence in order; [] where nothing is counted or measured.

    Clock times, days, years, scores, numbers that name something ("Flight 370 left") and turns of speech are none.

    >>> [n.value for n in find_figures("On the one hand, at 8 a.m. on 3 May 2021 two of 40 boats sank in 17 minutes.")]
    [40.0, 17.0]
    """
    found = word_parts(sentence)
    return [number for number in find_numbers(sentence) if _measures(sentence, found, number)]


def phrase(sentence: str, number: Number) -> str:
    """A figure whole, as written: with its currency or unit, and what it counts.

    >>> sentence = "It cost more than $5 million, and a million or more people voted in 17 years."
    >>> [phrase(sentence, number) for number in find_figures(sentence)]
    ['more than $5 million', 'a million or more people', '17 years']
    """
    sign = _CURRENCY.search(sentence, 0, number.start)
    start = sign.start() if sign else number.start
    if number.unit == "age" and (old := _YEARS_OLD.match(sentence, number.end)):
        return sentence[start : old.end()]
    behind = _behind(word_parts(sentence), number)
    n_unit = next((n for n, word in enumerate(behind) if not _is_unit(word)), len(behind))
    ends = [word.end for word in behind[:n_unit]]
    counted = [word for word in behind[n_unit : n_unit + REACH] if word.key in number.what]
    while len(counted) > 1 and _is_verb(counted[-1].key):
        counted.pop()
    end = max([number.end, *ends, *(word.end for word in counted)])
    return sentence[start : end + (sentence[end : end + 1] == "%")]


def counts_one_thing(sentence: str, number: Number) -> bool:
    """Whether it counts things of one kind, all of them, on one occasion, so that another count of them can be laid
    beside it.

    Not a measure (of two distances nobody knows that they are said of the same way), not "420 passengers and crew", not
    "two of the three", and no sum of what happened so far.

    >>> told = ("Six boats sank.", "Two of the six boats sank.", "A total of six boats sank.", "It sank six miles off.")
    >>> [any(counts_one_thing(text, number) for number in find_figures(text)) for text in told]
    [True, False, False, False]
    """
    found = word_parts(sentence)
    if not _measures(sentence, found, number):
        return False
    whole = phrase(sentence, number)
    end = sentence.find(whole, max(0, number.start - len("US$ "))) + len(whole)
    is_measure = any(_is_unit(word) for word in _behind(found, number)[:1])
    is_part = _OF_THE.search(sentence, 0, number.start) or _AND_MORE.match(sentence, end)
    return not (is_measure or is_part or _IN_ALL.search(sentence))


def _measures(sentence: str, found: Sequence[Word], number: Number) -> bool:
    if number.unit in OF_THE_CLOCK or _is_year(sentence, number) or _is_of_the_clock(sentence, found, number):
        return False
    if sentence[number.start : number.end].lower() in OF_SPEECH and number.fate is None:
        return False
    measured = any(_is_unit(word) for word in _behind(found, number)[:1])
    says_what = number.unit in TELLING_UNITS or measured or bool(number.what) or number.fate is not None
    return says_what or _is_written_as_a_count(sentence[number.start : number.end], number.value)


def _is_written_as_a_count(written: str, value: float) -> bool:
    """Whether it is grouped or spelt as large counts are ("9,012", "1.2 million"), whatever words stand beside it."""
    return value >= LEAST_GROUPED and not written.isdigit()


def _is_of_the_clock(sentence: str, found: Sequence[Word], number: Number) -> bool:
    """Whether it is an hour or a day: "8" in "between 8 and 10 a.m.", "3" in "3 May" and in "May 3"."""
    start, end = number.start, number.end
    at = bisect_left(found, start, key=lambda word: word.start)
    beside = (*found[max(0, at - 1) : at], *_behind(found, number)[:1])
    is_day = any(word.key in MONTHS and sentence[word.start].isupper() for word in beside)
    joined = _JOINED_BEFORE.search(sentence, 0, start) or _JOINED_BEHIND.match(sentence, end)
    is_hour = end - start == len("1100") and sentence[start:end].isdigit() and _HOURS.match(sentence, end)
    return bool(is_day or joined or is_hour or _CLOCK_BEHIND.match(sentence, end))


def _is_year(sentence: str, number: Number) -> bool:
    written = sentence[number.start : number.end]
    is_like_one = len(written) == len("2022") and written.isdigit() and FIRST_YEAR <= number.value < LAST_YEAR
    return is_like_one and not number.what


def _behind(found: Sequence[Word], number: Number) -> Sequence[Word]:
    return found[bisect_left(found, number.end, key=lambda word: word.start) :]


def _is_unit(word: Word) -> bool:
    return word.key in UNIT_WORDS or word.key in UNITS_BESIDE or stem(word.key) in MEASURES


def _is_verb(key: str) -> bool:
    return key in VERBS or key.endswith(("ed", "ing"))
