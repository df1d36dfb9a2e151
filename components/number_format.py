"""How numbers, days and undefined values look, everywhere."""

from datetime import date, datetime
from typing import Final

from newscorpus.register.measure import Measure

UNDEFINED: Final = "–"
PERCENT: Final = 100
MINUS: Final = "−"  # the sign, not a hyphen: it is as wide as + and does not break


def count(n: int) -> str:
    """A count with separators.

    >>> count(1234567)
    '1,234,567'
    """
    return f"{n:,}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "article"), counted(1200, "article"), counted(2, "story", "stories")
    ('1 article', '1,200 articles', '2 stories')
    """
    return f"{count(n)} {one if n == 1 else many or one + 's'}"


def decimal(value: float | None, decimals: int = 2, *, signed: bool = False) -> str:
    """A number with a true minus sign; undefined where there is none. A rounded zero has no sign.

    >>> decimal(-0.126, signed=True), decimal(0.1, signed=True), decimal(-0.001, signed=True), decimal(None)
    ('−0.13', '+0.10', '0.00', '–')
    """
    if value is None:
        return UNDEFINED
    text = f"{value:{'+' if signed else ''},.{decimals}f}"
    if not text.strip("+-0.,"):
        text = text.lstrip("+-")
    return text.replace("-", MINUS)


def percent(share: float | None) -> str:
    """A share from 0 to 1 as a percentage.

    >>> percent(0.256), percent(None)
    ('26 %', '–')
    """
    return UNDEFINED if share is None else f"{PERCENT * share:.0f} %"


def measured(value: float | None, measure: Measure) -> str:
    """A value of a measure as its register entry says."""
    return decimal(value, measure.decimals, signed=measure.signed)


def number_form(measure: Measure, *, signed: bool = False) -> str:
    """How a column of a table writes values of a measure, or with `signed` their differences.

    >>> from newscorpus.register.measures import MEASURES
    >>> number_form(MEASURES["tone"]), number_form(MEASURES["n_words"], signed=True)
    ('%+.2f', '%+.0f')
    """
    return f"%{'+' if signed or measure.signed else ''}.{measure.decimals}f"


def day(value: date | datetime | None, unknown: str = "date unknown") -> str:
    """A day in words, or that it is unknown.

    >>> day(date(2026, 3, 2)), day(None)
    ('2 March 2026', 'date unknown')
    """
    return f"{value.day} {value:%B %Y}" if value else unknown


def span_of_days(first: date | None, last: date | None) -> str:
    """From when to when, in about a dozen characters: `days` says it exactly.

    >>> span_of_days(date(2026, 3, 2), date(2026, 3, 9)), span_of_days(date(2025, 3, 2), date(2026, 3, 2))
    ('2–9 Mar 2026', '2025–2026')
    """
    if not first or not last:
        return UNDEFINED
    if first == last:
        return f"{first.day} {first:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    return f"{first:%b}–{last:%b %Y}" if first.year == last.year else f"{first.year}–{last.year}"


def days(first: date | None, last: date | None) -> str:
    """From which day to which, in words.

    >>> days(date(2026, 3, 2), date(2026, 4, 9))
    '2 March 2026 to 9 April 2026'
    """
    return day(first) if first == last else f"{day(first)} to {day(last)}"
