import io
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def _parquet(columns, **options):
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, **options)
    return file.getvalue()


WHOLE = _parquet({"source": ["Echo", "Mail", None], "text": ["One.", None, "Three."], "n": [1, 2, 3]})


def test_rows_are_read_whatever_the_file_is_called(read):
    items = read("a.csv", WHOLE)

    assert [(i.layout, i.record, getattr(i, "content", None)) for i in items] == [
        ("parquet", 0, "One."),
        ("parquet", 1, None),
        ("parquet", 2, "Three."),
    ]
    assert items[1].reason == "no_text"
    assert items[2].source is None


def test_dates_lists_and_objects_become_text(read):
    (article,) = read(
        "a.parquet",
        _parquet(
            {
                "text": ["One."],
                "date": [datetime(2020, 4, 3, 14, 30, tzinfo=UTC)],
                "author": [["A. Writer", "B. Writer"]],
                "source": [{"id": 7, "name": "Echo"}],
                "section": [3],
            }
        ),
    )

    assert (article.published_at, article.author) == ("2020-04-03T14:30:00+00:00", "A. Writer, B. Writer")
    assert (article.source, article.section) == ("Echo", "3")


def test_text_that_is_not_utf8_costs_its_characters_only(read):
    bad = pa.array([b"Caf\xe9", b"good"]).cast(pa.binary())
    column = pa.Array.from_buffers(pa.string(), len(bad), bad.buffers())

    items = read("a.parquet", _parquet({"text": column}))

    assert [item.content for item in items] == ["Caf\ufffd", "good"]


def test_more_columns_than_the_limit_are_refused(reasons):
    assert reasons("a.parquet", _parquet({f"c{i}": [1] for i in range(501)})) == ["too_many_columns"]


def test_a_file_that_unpacks_too_far_is_refused_by_its_footer(reasons, monkeypatch):
    monkeypatch.setattr("newscorpus.load.tables.parquet_files.MAX_PARQUET_UNPACKED_BYTES", 100)

    assert reasons("a.parquet", _parquet({"text": ["word"] * 10_000}, use_dictionary=False)) == ["expands_too_far"]


def test_rows_of_a_dictionary_column_stop_at_the_limit(read, monkeypatch):
    monkeypatch.setattr("newscorpus.load.tables.records.MAX_ROWS", 1_000)

    items = read("a.parquet", _parquet({"text": ["word " * 100] * 5_000}))

    assert len(items) == 1_001
    assert items[-1].reason == "too_many_records"


@pytest.mark.parametrize("content", [WHOLE[:50], WHOLE[:-4], b"PAR1", b"PAR1" + bytes(100) + b"PAR1"])
def test_a_damaged_file_is_named_so(reasons, content):
    assert reasons("a.parquet", content) == ["damaged"]


def test_a_table_without_rows_is_empty(reasons):
    assert reasons("a.parquet", _parquet({"text": pa.array([], pa.string())})) == ["empty"]


@settings(deadline=None)
@given(st.integers(4, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_flipped_bytes_give_articles_or_reasons(read, position, garbage):
    items = read("a.parquet", WHOLE[:position] + garbage + WHOLE[position + len(garbage) :])

    assert [item.record for item in items] == list(range(len(items)))
    assert items
