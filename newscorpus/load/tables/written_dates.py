"""Dates in a column of a table: what order of day and month its values prove, and what each then says.

A date whose order cannot be proven is left out: a wrong month is worse than none.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from newscorpus.text.dates import full_year, parse_written_date

Order = Literal["day first", "month first", "unknown"]

_NUMERIC: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d))?(Z?)")
_NUMBER: Final = re.compile(r"(\d{1,30})(?:\.\d{0,9})?")

_MONTHS: Final = 12
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
# Counts since 1970 are told apart by size: what falls between these years in one unit falls far outside in the others.
_FIRST_COUNTED_YEAR: Final = 1990
_LAST_COUNTED_YEAR: Final = 2100
_UNITS_PER_SECOND: Final = (
    1,
    10**3,
    10**6,
    10**9,
)  # seconds, milliseconds (JavaScript), microseconds, nanoseconds (pandas)


def order_of(values: Iterable[str]) -> Order:
    """Return the order of day and month that a column's values prove: a number above 12 is no month.

    "unknown" when no value proves one, or when values contradict each other.

    >>> order_of(["03/04/2020", "25/04/2020"]), order_of(["03/04/2020"])
    ('day first', 'unknown')
    """
    proven = set()
    for value in values:
        match = _NUMERIC.match(value.strip())
        if match:
            first, second = int(match[1]), int(match[3])
            if first > _MONTHS >= second:
                proven.add("day first")
            elif second > _MONTHS >= first:
                proven.add("month first")
    if proven == {"day first"}:
        return "day first"
    return "month first" if proven == {"month first"} else "unknown"


def as_iso(value: str, order: Order) -> str | None:
    """Return a date as ISO writes it where it is written in numbers, as it stands where it is written in words.

    None when it cannot be proven which day is meant. A time of day behind the date stays as written.

    >>> as_iso("03/04/2020 14:30", "day first")
    '2020-04-03 14:30'
    >>> as_iso("03/04/2020", "unknown") is None
    True
    >>> as_iso("1585924200", "unknown")
    '2020-04-03T14:30:00+00:00'
    >>> as_iso("3 April 2020", "unknown")
    '3 April 2020'
    """
    value = value.strip()
    if _NUMBER.fullmatch(value) or _COMPACT.fullmatch(value):
        return _of_digits(value)
    if match := _YEAR_FIRST.match(value):
        return _iso(match[1], match[2], match[3], value[match.end() :])
    if match := _NUMERIC.match(value):
        return _of_parts(match, order, value[match.end() :])
    return value


def told(value: str, order: Order) -> str | None:
    """Return a date as `as_iso` does; None also where cleaning could not read what it gives as a day.

    >>> told("5-Mar-24", "unknown"), told("the other day", "unknown")
    ('5-Mar-24', None)
    """
    written = as_iso(value, order)
    return written if written and parse_written_date(written) else None


def _of_parts(match: re.Match[str], order: Order, rest: str) -> str | None:
    first, second, year = match[1], match[3], match[4]
    if len(year) == 2:
        year = str(full_year(year))
    if order == "unknown":  # nobody writes the month first with full stops
        order = "day first" if match[2] == "." and int(second) <= _MONTHS else order_of([match[0]])
    if order == "day first" or first == second:
        return _iso(year, second, first, rest)
    return _iso(year, first, second, rest) if order == "month first" else None


def _iso(year: str, month: str, day: str, rest: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat() + rest
    except ValueError:
        return None


def _of_digits(value: str) -> str | None:
    match = _COMPACT.fullmatch(value)
    day = _iso(match[1], match[2], match[3], "") if match else None
    if match and day and _FIRST_COUNTED_YEAR - 100 <= int(match[1]) <= _LAST_COUNTED_YEAR:
        time = f"T{match[4]}:{match[5]}:{match[6]}" if match[4] else ""
        return day + time + ("+00:00" if match[7] and time else "")
    return _of_count(value)


def _of_count(value: str) -> str | None:
    match = _NUMBER.fullmatch(value)
    if match is None:
        return None
    for per_second in _UNITS_PER_SECOND:
        seconds = int(match[1]) // per_second
        if seconds > (datetime.max.replace(tzinfo=UTC) - _EPOCH).total_seconds():
            continue
        moment = _EPOCH + timedelta(seconds=seconds)
        if _FIRST_COUNTED_YEAR <= moment.year <= _LAST_COUNTED_YEAR:
            return moment.isoformat()
    return None
