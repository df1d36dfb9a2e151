"""What came in, record by record: kept, set aside with a reason, or a copy of an article that is here."""

from typing import Final

import pyarrow as pa

from newscorpus.errors import REASONS
from newscorpus.query.answers import Answer
from newscorpus.query.connection import Reader
from newscorpus.query.selection import Selection

RECEIPT_COLUMNS: Final = ("file", "record", "layout", "outcome", "reason", "detail", "article_id")

COUNTS: Final = """
    SELECT outcome, reason, count(*)::INTEGER AS n_records, count(DISTINCT file)::INTEGER AS n_files
    FROM receipts_on_disk GROUP BY outcome, reason ORDER BY n_records DESC, outcome, reason
"""

ROWS: Final = """
    SELECT r.file, r.record, r.layout, r.outcome, r.reason, r.detail, r.article_id,
        a.source_label AS source, a.title, a.n_words
    FROM receipts_on_disk AS r LEFT JOIN articles AS a USING (article_id)
    WHERE r.outcome IN (SELECT unnest($outcomes))
    ORDER BY r.file, r.record LIMIT $n_rows OFFSET $first
"""

CUTS: Final = """
    SELECT kind, count(*)::INTEGER AS n_stretches, count(DISTINCT article_id)::INTEGER AS n_articles,
        sum(length(text))::BIGINT AS n_characters
    FROM removals_on_disk GROUP BY kind ORDER BY n_characters DESC
"""

UNKNOWN_COLUMNS: Final = """
    SELECT DISTINCT file FROM receipts_on_disk WHERE reason = 'columns_unknown' ORDER BY file LIMIT $n_rows
"""


def receipt_counts(reader: Reader, _selection: Selection) -> pa.Table:
    """Records by outcome and reason: outcome, reason (null when kept), n_records, n_files. Filters do not narrow it."""
    return reader.rows(COUNTS, on_disk={"receipts": RECEIPT_COLUMNS})


def receipts(reader: Reader, _selection: Selection, outcomes: tuple[str, ...], n_rows: int, first: int = 0) -> Answer:
    """Rows `first` to `first + n_rows` of the receipts with one of `outcomes`, in the order of their files.

    The reason stands in words; source, title and n_words are those of the article kept, or of the one it repeats.
    """
    rows = reader.rows(
        ROWS, {"outcomes": list(outcomes), "n_rows": n_rows, "first": first}, on_disk={"receipts": RECEIPT_COLUMNS}
    )
    words = pa.array([REASONS.get(reason) if reason else None for reason in rows["reason"].to_pylist()], pa.string())
    counts = receipt_counts(reader, _selection).to_pylist()
    n_all = sum(row["n_records"] for row in counts if row["outcome"] in outcomes)
    return Answer(rows.append_column("why", words), n_all)


def cuts_by_kind(reader: Reader, _selection: Selection) -> pa.Table:
    """What cleaning cut: kind, n_stretches, n_articles, n_characters. Filters do not narrow it."""
    return reader.rows(CUTS, on_disk={"removals": ("article_id", "text", "kind")})


def files_with_unknown_columns(reader: Reader, _selection: Selection, n_rows: int) -> tuple[str, ...]:
    """Files whose columns a reader has to name, at most `n_rows`."""
    return tuple(
        reader.rows(UNKNOWN_COLUMNS, {"n_rows": n_rows}, on_disk={"receipts": RECEIPT_COLUMNS})["file"].to_pylist()
    )
