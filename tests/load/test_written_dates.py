from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.load.tables.written_dates import as_iso, order_of


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/04/2020", "25/04/2020"], "day first"),
        (["03/04/2020", "04/25/2020"], "month first"),
        (["03/04/2020", "12/12/2020"], "unknown"),  # nothing above 12
        (["13/04/2020", "04/13/2020"], "unknown"),  # they contradict each other
        (["2020-04-25", "25 April 2020"], "unknown"),  # no numbers whose order could be asked
        (["45/99/2020"], "unknown"),  # no date at all
        ([], "unknown"),
    ],
)
def test_a_number_above_twelve_proves_the_order_of_a_column(values, order):
    assert order_of(values) == order


@pytest.mark.parametrize(
    ("written", "order", "iso"),
    [
        ("03/04/2020", "day first", "2020-04-03"),
        ("03/04/2020", "month first", "2020-03-04"),
        ("03/04/2020", "unknown", None),
        ("25/04/2020", "unknown", "2020-04-25"),  # unambiguous by itself
        ("04/04/2020", "unknown", "2020-04-04"),  # the same in both orders
        ("3.4.20 09:15", "day first", "2020-04-03 09:15"),
        ("3.4.99", "day first", "1999-04-03"),
        ("31/02/2020", "day first", None),  # no such day
        ("2020/04/03", "unknown", "2020-04-03"),
        ("2020-04-03T10:00:00Z", "unknown", "2020-04-03T10:00:00Z"),
        ("Fri, 3 Apr 2020 14:30:00 GMT", "unknown", "Fri, 3 Apr 2020 14:30:00 GMT"),
        ("20200403", "unknown", "2020-04-03"),
        ("20200403T143000Z", "unknown", "2020-04-03T14:30:00+00:00"),  # as GDELT writes it
        ("1585924200", "unknown", "2020-04-03T14:30:00+00:00"),
        ("1585924200.0", "unknown", "2020-04-03T14:30:00+00:00"),
        ("1585924200000", "unknown", "2020-04-03T14:30:00+00:00"),
        ("1585924200000000000", "unknown", "2020-04-03T14:30:00+00:00"),
        ("2020", "unknown", None),  # a year is no day
        ("43924", "unknown", None),  # Excel's count of days is not told apart from other numbers
        ("0", "unknown", None),
    ],
)
def test_a_date_says_the_day_that_is_proven_or_nothing(written, order, iso):
    assert as_iso(written, order) == iso


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["day first", "month first"]))
def test_dates_written_in_a_known_order_come_back(day, order):
    written = day.strftime("%d/%m/%Y" if order == "day first" else "%m/%d/%Y")

    assert as_iso(written, order) == day.isoformat()


@given(st.text(alphabet="0123456789/.-T :Z", max_size=40), st.sampled_from(["day first", "month first", "unknown"]))
def test_a_date_told_in_iso_says_the_same_when_read_again(written, order):
    told = as_iso(written, order)

    assert told is None or as_iso(told, order) in (told, None)
