"""A CSV that no spreadsheet runs."""

import csv
import io

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.as_csv import csv_bytes, safe_cell


def read(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+1", "@SUM(A1)", "|x", " =1", "\t=1", "\ufeff=1", "\u200b=1", "＝1", "\r\n=1", "\x00=1"]
)
def test_text_that_could_run_gets_an_apostrophe(cell):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", " ", "Vale Post", "a=b", "'=1", "5 %", "–"])
def test_other_text_stays_as_it_is(cell):
    assert safe_cell(cell) == cell


def test_numbers_stay_numbers_and_null_is_empty():
    table = pa.table({"=n": [-1.5, None], "names": [["=a", "b"], []], "text": ["é", None]})

    assert read(csv_bytes(table)) == [["'=n", "names", "text"], ["-1.5", "'=a; b", "é"], ["", "", ""]]


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_what_comes_back_is_what_went_in_but_for_the_apostrophe(cells):
    rows = read(csv_bytes(pa.table({"text": pa.array(cells, pa.string())})))[1:]

    assert [row[0] if row else "" for row in rows] == [safe_cell(cell) for cell in cells]
