"""Corrections overlay a store; the database that answers is locked and belongs to one question at a time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb
import pyarrow as pa
import pytest

from newscorpus.errors import TookTooLong
from newscorpus.query import connection
from newscorpus.query.connection import fingerprint_of, open_reader
from newscorpus.query.selection import Selection
from newscorpus.query.sources.table import sources_table
from newscorpus.query.sources.totals import headline_figures
from tests.alphabet import article_id


def corrections(*rows):
    return pa.Table.from_pylist([dict(zip(("article_id", "field", "value"), row, strict=True)) for row in rows])


def test_a_corrected_source_counts_everywhere(store):
    reader = open_reader(store, corrections((article_id("u1"), "source", "Bugle"), (article_id("a1"), "source", None)))

    rows = {row["source"]: row["n_articles"] for row in sources_table(reader, Selection()).table.to_pylist()}
    assert rows == {"Abacus": 2, "Bugle": 3, "Courier": 2, "unknown source": 1}


def test_a_corrected_date_counts_everywhere_in_universal_time(store):
    fix = corrections(
        (article_id("u1"), "published_at", "2026-02-01T01:00:00+02:00"), (article_id("a3"), "published_at", None)
    )
    figures = headline_figures(open_reader(store, fix), Selection())

    assert (figures.day_first, figures.day_last, figures.n_undated) == (date(2026, 1, 31), date(2026, 3, 4), 2)


def test_the_last_correction_of_an_article_counts(store):
    reader = open_reader(
        store, corrections((article_id("u1"), "source", "Abacus"), (article_id("u1"), "source", "Bugle"))
    )

    assert headline_figures(reader, Selection(sources=("Bugle",))).n_articles == 3


def test_corrections_change_the_fingerprint_and_their_order_does_not(store):
    one, two = (article_id("u1"), "source", "Bugle"), (article_id("a1"), "source", None)

    assert fingerprint_of(store, None) == fingerprint_of(store, corrections(one).slice(0, 0)) == store.fingerprint
    assert fingerprint_of(store, corrections(one, two)) == fingerprint_of(store, corrections(two, one))
    assert fingerprint_of(store, corrections(one)) != fingerprint_of(store, corrections(two))


def test_only_source_and_date_can_be_corrected(store):
    with pytest.raises(ValueError, match="title"):
        open_reader(store, corrections((article_id("a1"), "title", "Mine")))


@pytest.mark.parametrize(
    "statement",
    [
        "COPY articles TO 'parallax-must-not-write.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "ATTACH 'parallax-must-not-write.db'",
    ],
)
def test_no_question_opens_a_file_or_the_lock(reader, statement):
    with reader.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement)


def test_a_question_without_end_is_stopped_and_said_so(reader, monkeypatch):
    monkeypatch.setattr(connection, "SECONDS_PER_QUESTION", 0.2)

    with pytest.raises(TookTooLong, match="Choose fewer articles"):
        reader.rows("SELECT sum(a.range * b.range) AS n FROM range(10000000) AS a, range(10000000) AS b")


def test_questions_asked_at_once_get_their_own_answers(reader):
    words = [f"a{n}word0" for n in (1, 2, 3)] * 20

    with ThreadPoolExecutor(8) as threads:
        counts = list(threads.map(lambda word: headline_figures(reader, Selection(text=word)).n_words, words))

    assert counts == [10, 20, 30] * 20
