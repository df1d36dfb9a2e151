"""One date as it is written: in a table, a head line, a byline, a meta tag or an address."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final, Literal

from babel.dates import get_month_names

EARLIEST_YEAR: Final = 1600  # the first printed newspapers
EARLIEST_YEAR_OF_PAGES: Final = 1990  # the first web pages
LAST_SECOND: Final = timedelta(hours=23, minutes=59, seconds=59)  # of a day, from its midnight
AHEAD: Final = timedelta(days=1)  # the world's clocks differ by a day; what is later has not been published
LONGEST: Final = 100  # characters of a date with its day of the week, its time and a word before it
LAST_MONTH: Final = 12

# Months in Danish, Dutch, English, French, German, Italian, Norwegian, Portuguese, Spanish and Swedish.
_MONTHS: Final = (
    "jan january januar januari janvier janeiro jänner gen gennaio ene enero janv",
    "feb february februar februari février fév févr fevereiro fev febbraio febrero",
    "mar march märz mär mrz mars maart mrt março marzo marts",
    "apr april avril avr abril abr aprile",
    "may mai mei maj mayo maio maggio mag",
    "jun june juni juin junho junio giugno giu",
    "jul july juli juillet juil julho julio luglio lug",
    "aug august augustus augusti août aout agosto ago",
    "sep sept september septembre setembro set septiembre settembre",
    "oct october oktober okt octobre outubro out octubre ottobre ott",
    "nov november novembre novembro noviembre",
    "dec december dezember dez décembre déc dezembro dicembre dic diciembre desember des",
)
_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
# Languages whose months are looked up in Unicode's CLDR where a word is none of the above.
_LANGUAGES: Final = (
    "ru uk be bg sr mk pl cs sk sl hr hu ro sq tr az el fi et lv lt ca eu gl id ms ar fa ur he hi bn ne sw"
)
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
_CONTEXTS: Final[tuple[Literal["format", "stand-alone"], ...]] = ("format", "stand-alone")
_LEAST_LETTERS: Final = 3  # of a month's abbreviation: shorter ones are words of many languages
_CENTURY_PIVOT: Final = 69  # two-digit years from 69 on are of the twentieth century, as in POSIX
# Figures of Arabic, Persian and Hindi.
_ASCII_DIGITS: Final = {zero + value: str(value) for zero in (0x0660, 0x06F0, 0x0966) for value in range(10)}
# Hours from UTC of the abbreviations that news uses and that mean one zone; "IST" and "CST" mean several.
_ZONES: Final = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "et": -5, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "aest": 10, "aedt": 11, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "mez": 1, "mesz": 2,
}  # fmt: skip

_TIME: Final = (
    r"(?:[T\s,|–—-]|um|at|à|alle|às|kl\.?){0,4}(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:uhr)?\s?\(?(?:(?P<sign>[+-])(?P<off_h>[01]\d):?(?P<off_m>[0-5]\d)?|(?P<zone>[a-z]{1,4})\b)?"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?"
_MONTH: Final = r"(?P<month>(?:[^\W\d_]|[\u0900-\u09ff]){3,14})\.?"  # the vowel signs of Hindi are no letters to `re`
_YEAR: Final = r"(?P<year>1[6-9]\d\d|2[01]\d\d)"
_SHAPES: Final = tuple(
    re.compile(rf"(?<![\w]){shape}(?!\d)(?:{_TIME})?", re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<n_month>[01]\d)-(?P<day>[0-3]\d)",
        r"(?P<year>\d{4})(?P<sep>[/.])\s?(?P<n_month>[01]?\d)(?P=sep)\s?(?P<day>[0-3]?\d)",
        r"(?P<year>(?:1[6-9]|2[01])\d\d)(?P<n_month>[01]\d)(?P<day>[0-3]\d)",
        rf"{_DAY}(?:\s+(?:de|of)\s+|[\s-]+){_MONTH}(?:\s+(?:de|del)\s+|[\s,-]+){_YEAR}",
        rf"{_MONTH}\s+{_DAY}[\s,]+{_YEAR}",
        rf"{_YEAR}[\s,-]+{_MONTH}[\s-]+{_DAY}",
        rf"{_YEAR}\s?[年년]\s?(?P<n_month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]",
    )
)
# Notations that mean a date only where nothing else stands: a year of two figures, and the year behind the time.
_SHORT_YEAR: Final = tuple(
    re.compile(rf"(?:[^\W\d_]{{2,12}}\.?,?\s)?{shape}[\s-]['’]?(?P<short_year>\d\d)(?:{_TIME})?", re.IGNORECASE)
    for shape in (rf"{_DAY}[\s-]{_MONTH}", rf"{_MONTH}[\s-]{_DAY},?")
)
_YEAR_LAST: Final = re.compile(
    r"[^\W\d_]{2,12}\.?\s(?P<rest>[^\W\d_]{3,12}\.?\s[0-3]?\d)\s(?P<time>\d\d:\d\d(?::\d\d)?)"
    r"(?P<zone>\s(?:[A-Za-z]{1,4}|(?:GMT|UTC)?[+-]\d\d:?\d\d))?\s(?P<year>\d{4})"
)
_NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<one>\d{{1,2}})(?P<sep>[/.-])(?P<two>\d{{1,2}})(?P=sep){_YEAR}(?!\d)(?:{_TIME})?", re.IGNORECASE
)
_COMPACT_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)Z?")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_IN_ADDRESS: Final = (
    re.compile(r"[/_=](?P<year>(?:19|20)\d\d)[/_-](?P<month>[01]?\d)[/_-](?P<day>[0-3]?\d)(?=[/_.?&-]|$)"),
    re.compile(r"[/_=-](?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?=[/_.?&-]|$)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3})/(?P<day>[0-3]?\d)/"),
)


def parse_written_date(text: str, *, earliest_year: int = EARLIEST_YEAR, keep_day: bool = False) -> datetime | None:
    """The moment that a written date means, in UTC; midnight where no time is written, UTC where no zone is.

    `keep_day`: where the zone's offset would carry the moment to another day in UTC, the first or last second of the
    day that is written is given instead, so that an article stands under the day its outlet printed.

    None when no whole date (day, month and year) is written, when day and month could be exchanged ("03/04/2022"),
    and when it lies before `earliest_year` or in the future. Words around the date are passed over.

    >>> parse_written_date("Updated Friday, 9 September 2022, 8:30 pm EDT").isoformat()
    '2022-09-10T00:30:00+00:00'
    >>> parse_written_date("03/04/2022") is None, parse_written_date("31/12/2022").day
    (True, 31)
    """
    written = " ".join(text[: 2 * LONGEST].translate(_ASCII_DIGITS).split())
    if len(written) > LONGEST:
        written = written[: written.rfind(" ", 0, LONGEST) + 1]  # a number cut in two is another date
    local = _whole(written) or _anywhere(written)
    if local is None:
        return None
    try:
        moment = local.astimezone(UTC)
    except OverflowError:
        return None
    if moment.year < earliest_year or moment > datetime.now(UTC) + AHEAD:
        return None
    return nearest_on_day(local, moment) if keep_day else moment


def has_open_order(text: str) -> bool:
    """Whether a date stands in `text` whose day and month could be exchanged.

    >>> has_open_order("3/5/2024 10:15 AM"), has_open_order("31/5/2024")
    (True, False)
    """
    found = _NUMERIC.search(text[: 2 * LONGEST].translate(_ASCII_DIGITS))
    return found is not None and int(found["one"]) <= LAST_MONTH and _numeric(found) is None


def date_in_address(url: str) -> datetime | None:
    """The date in the path of a page's address, at midnight UTC; None when there is none.

    >>> date_in_address("https://lakeside-courier.example/2022/09/09/ferry-strike").date().isoformat()
    '2022-09-09'
    """
    for shape in _IN_ADDRESS:
        if found := shape.search(url.lower()):
            month = found["month"]
            number = int(month) if month.isdigit() else _month(month)
            moment = _moment(int(found["year"]), number, int(found["day"]))
            if moment and moment.year >= EARLIEST_YEAR_OF_PAGES and moment <= datetime.now(UTC) + AHEAD:
                return moment
    return None


def _whole(written: str) -> datetime | None:
    """Notations that are the whole text: ISO 8601, the mail notation, seconds since 1970."""
    try:
        return _zoned(datetime.fromisoformat(written))
    except ValueError:
        pass
    if compact := _COMPACT_MOMENT.fullmatch(written):
        try:
            return datetime(*map(int, compact.groups()), tzinfo=UTC)  # type: ignore[misc, arg-type]
        except ValueError:
            return None
    if seconds := _SECONDS.fullmatch(written):
        return datetime.fromtimestamp(int(seconds[1]), UTC)
    if "," in written[:4]:
        try:
            return _zoned(parsedate_to_datetime(written))
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    if found := _YEAR_LAST.fullmatch(written):  # as Unix, Java and Twitter write it
        return _anywhere(f"{found['rest']}, {found['year']} {found['time']}{found['zone'] or ''}")
    short = next(filter(None, (shape.fullmatch(written) for shape in _SHORT_YEAR)), None)
    return _moment(full_year(short["short_year"]), _month(short["month"]), int(short["day"]), short) if short else None


def full_year(two_figures: str) -> int:
    """The year that two figures mean: those from 69 on are of the twentieth century, as in POSIX.

    >>> full_year("24"), full_year("98")
    (2024, 1998)
    """
    return (1900 if int(two_figures) >= _CENTURY_PIVOT else 2000) + int(two_figures)


def _zoned(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def nearest_on_day(day: datetime, moment: datetime) -> datetime:
    """The moment itself when it lies on `day`, else the first or last second of that day; all in UTC.

    >>> nearest_on_day(datetime(2022, 9, 9, tzinfo=UTC), datetime(2022, 9, 10, 2, tzinfo=UTC)).isoformat()
    '2022-09-09T23:59:59+00:00'
    """
    first = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return min(max(moment, first), first + LAST_SECOND)


def _anywhere(written: str) -> datetime | None:
    """The first date in the text; None where its order of day and month is open."""
    for shape in _SHAPES:
        for found in shape.finditer(written):
            parts = found.groupdict()
            month = int(parts["n_month"]) if parts.get("n_month") else _month(parts.get("month") or "")
            if moment := _moment(int(found["year"]), month, int(found["day"]), found):
                return moment
    found_numeric = _NUMERIC.search(written)
    return _numeric(found_numeric) if found_numeric else None


def _numeric(found: re.Match[str]) -> datetime | None:
    """Day and month in figures: only the order that the figures themselves prove. With full stops the day is first."""
    one, two = int(found["one"]), int(found["two"])
    day_first = found["sep"] == "." or one > LAST_MONTH or one == two
    if not day_first and two <= LAST_MONTH:
        return None
    day, month = (one, two) if day_first else (two, one)
    return _moment(int(found["year"]), month, day, found)


def _month(name: str) -> int:
    """The number of a month from its name; 0 when it is none, or a month of its own in two languages."""
    name = name.lower()
    return _MONTH_NUMBERS.get(name) or _months_of_other_languages().get(name, 0)


@lru_cache(maxsize=1)
def _months_of_other_languages() -> dict[str, int]:
    """Name -> number, without the names that mean one month here and another there ("listopad")."""
    numbers: dict[str, set[int]] = {}
    for language in _LANGUAGES.split():
        for width in _WIDTHS:
            for context in _CONTEXTS:
                for number, name in get_month_names(width, context, language).items():
                    numbers.setdefault(name.lower().strip("."), set()).add(number)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1 and len(name) >= _LEAST_LETTERS}


def _moment(year: int, month: int, day: int, found: re.Match[str] | None = None) -> datetime | None:
    """The moment of a day, with the time and the zone that are written behind it; None for days that do not exist."""
    parts = found.groupdict() if found else {}
    hour = int(parts.get("hour") or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    minute, second = int(parts.get("minute") or 0), int(parts.get("second") or 0)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(_offset(parts)))
    except (ValueError, OverflowError):
        return None


def _offset(parts: dict[str, str | None]) -> timedelta:
    """How far a written zone is ahead of UTC; nothing where none is written."""
    if not parts.get("sign"):
        return timedelta(hours=_ZONES.get((parts.get("zone") or "").lower(), 0))
    size = timedelta(hours=int(parts["off_h"] or 0), minutes=int(parts["off_m"] or 0))
    return size if parts["sign"] == "+" else -size
