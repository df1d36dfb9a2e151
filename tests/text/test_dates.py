"""Dates as they are written, and those that are none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.text.dates import date_in_address, nearest_on_day, parse_written_date


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2022-09-09", "2022-09-09T00:00"),
        ("2022-09-09T08:30:00-04:00", "2022-09-09T12:30"),
        ("2022-09-09T08:30:00.000Z", "2022-09-09T08:30"),
        ("20220909", "2022-09-09T00:00"),
        ("20220909T120000Z", "2022-09-09T12:00"),
        ("Fri, 09 Sep 2022 14:05:00 GMT", "2022-09-09T14:05"),
        ("Sept. 9, 2022", "2022-09-09T00:00"),
        ("Published on Sep 9, 2022 10:20 pm", "2022-09-09T22:20"),
        ("9 September 2022, 8:30 pm EDT", "2022-09-10T00:30"),
        ("9. September 2022 14:30 Uhr", "2022-09-09T14:30"),
        ("9 de septiembre de 2022", "2022-09-09T00:00"),
        ("1er août 2020", "2020-08-01T00:00"),
        ("9 settembre 2022", "2022-09-09T00:00"),
        ("January 11, 2010 Monday", "2010-01-11T00:00"),
        ("2022年9月9日", "2022-09-09T00:00"),
        ("9.10.2022", "2022-10-09T00:00"),
        ("13/09/2022", "2022-09-13T00:00"),
        ("9/13/2022", "2022-09-13T00:00"),
        ("09/09/2022", "2022-09-09T00:00"),
        ("1662700000", "2022-09-09T05:06:40"),
    ],
)
def test_a_whole_date_is_read_and_carried_over_to_utc(written: str, moment: str) -> None:
    assert parse_written_date(written) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Friday",
        "August 31",
        "May 2022",
        "2022",
        "10/09/2022",  # the 10th of September or the 9th of October
        "03-04-2022",
        "2022-13-45",
        "0000-00-00",
        "31 February 2020",
        "Marathon 12, 2020",
        "Call 555-2022-1234",
        "3000-01-01",
        "1500-01-01",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_what_is_no_whole_date_or_could_be_two_is_none(written: str) -> None:
    assert parse_written_date(written) is None


def test_a_date_in_the_future_is_none() -> None:
    assert parse_written_date((datetime.now(UTC) + timedelta(days=3)).isoformat()) is None


def test_a_date_before_the_earliest_year_is_none() -> None:
    assert parse_written_date("1985-05-04") is not None
    assert parse_written_date("1985-05-04", earliest_year=1990) is None


def test_the_day_that_is_written_can_be_kept_where_utc_has_another() -> None:
    late, early = "2022-09-09T22:00:00-05:00", "2022-09-09T01:00:00+09:00"

    assert parse_written_date(late) == datetime(2022, 9, 10, 3, tzinfo=UTC)
    assert parse_written_date(late, keep_day=True) == datetime(2022, 9, 9, 23, 59, 59, tzinfo=UTC)
    assert parse_written_date(early, keep_day=True) == datetime(2022, 9, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2022/09/09/ferry", "2022-09-09"),
        ("https://a.example/2022/sep/09/ferry", "2022-09-09"),
        ("https://a.example/news/20220909-ferry", "2022-09-09"),
        ("https://a.example/ferry-2022-09-09.html", "2022-09-09"),
        ("https://a.example/2022/09/ferry", None),
        ("https://a.example/article/12345678", None),
        ("https://a.example/1889/09/09/ferry", None),
    ],
)
def test_an_address_dates_a_page_only_to_the_day(url: str, day: str | None) -> None:
    found = date_in_address(url)
    assert (found.date().isoformat() if found else None) == day


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2025, 1, 1), timezones=st.just(UTC)))
def test_a_moment_written_in_iso_is_read_as_it_was_written(moment: datetime) -> None:
    assert parse_written_date(moment.isoformat()) == moment


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_written_date(text)
    assert found is None or found.tzinfo is UTC


@given(
    st.datetimes(timezones=st.just(UTC), max_value=datetime(9000, 1, 1)),
    st.dates(max_value=datetime(9000, 1, 1).date()),
)
def test_the_nearest_moment_lies_on_the_day(moment: datetime, day) -> None:
    assert nearest_on_day(datetime(day.year, day.month, day.day), moment).date() == day


@pytest.mark.parametrize("unit", ["a", " ", "<", "1", "a.", "\n", "9 ", "2020-", "1/", "/2020/1"])
def test_long_texts_of_one_thing_are_read(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert parse_written_date(text) is None
    assert date_in_address(text) is None or unit == "/2020/1"
