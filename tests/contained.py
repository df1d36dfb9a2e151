"""What pairs of articles share, added up one pair at a time: what the query over a store must come to as well."""

from collections import defaultdict

import pyarrow as pa

from newscorpus.compare.passages.copies import reuse

SCHEMA = pa.schema(
    [
        pa.field(name, kind, nullable=False)
        for name, kind in (
            ("article_a", pa.string()),
            ("article_b", pa.string()),
            ("n_words", pa.int32()),
            ("longest_run", pa.int32()),
            ("share_a", pa.float64()),
            ("share_b", pa.float64()),
            ("prose_share_a", pa.float64()),
            ("prose_share_b", pa.float64()),
            ("reuse", pa.string()),
        )
    ]
)


def containment(overlaps, n_words):
    """A row a pair of articles that share a passage: words shared, longest run, and the share of each article's words.

    `overlaps` as find_overlaps gives it; `n_words` article_id -> words of its text. The prose shares leave out passages
    that are quotations: a speaker's words in two articles are a common source, not copying. `reuse` goes by the prose
    share of the shorter article.
    """
    pairs = defaultdict(list)
    for row in overlaps.select(["article_a", "article_b", "n_words", "quoted"]).to_pylist():
        pairs[row["article_a"], row["article_b"]].append(row)
    rows = []
    for (a, b), passages in sorted(pairs.items()):
        shared = sum(row["n_words"] for row in passages)
        prose = sum(row["n_words"] for row in passages if not row["quoted"])
        shares = [n / n_words[article] for n in (shared, prose) for article in (a, b)]
        longest = max(row["n_words"] for row in passages)
        rows.append(dict(zip(SCHEMA.names, (a, b, shared, longest, *shares, reuse(max(shares[2:]))), strict=True)))
    return pa.Table.from_pylist(rows, schema=SCHEMA)
