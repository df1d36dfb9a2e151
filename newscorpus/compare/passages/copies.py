"""Whose words these are: how much of one article stands in another, which articles are one text, who had it from whom.

"Every x of n" counts independent texts: an agency's copy in twelve outlets is one text.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

import pyarrow as pa

Reuse = Literal["same copy", "partly reused", "shared passages", "independent wording"]
Direction = Literal["a to b", "b to a", "cannot be told"]

SAME_COPY: Final = 0.6
PARTLY_REUSED: Final = 0.2
SHARED_PASSAGES: Final = 0.05
"""Shares of the shorter article that stand in the other. News of different outlets on one subject shares a fifth of
one per cent as a median; reuse begins at about an eighth."""
EARLIER: Final = timedelta(minutes=10)
"""Time stamps closer than this do not show who was first."""


class Credit(NamedTuple):
    """What an article says of where its words come from. None where it says nothing."""

    source: str | None
    agency: str | None
    published_at: datetime | None


def reuse(share: float) -> Reuse:
    """The word for a share of the shorter article, 0 to 1.

    >>> reuse(0.7), reuse(0.01)
    ('same copy', 'independent wording')
    """
    if share >= SAME_COPY:
        return "same copy"
    if share >= PARTLY_REUSED:
        return "partly reused"
    return "shared passages" if share >= SHARED_PASSAGES else "independent wording"


def independent_texts(article_ids: Sequence[str], contained: pa.Table) -> dict[str, str]:
    """article_id -> the smallest article_id among the articles that are one text with it (its own when it is alone).

    Articles are one text when the prose of one is the same copy as another's; so are the copies of a copy. The number
    of independent texts is the number of different values.

    >>> independent_texts("abc", pa.table({"article_a": ["a"], "article_b": ["b"], "reuse": ["same copy"]}))
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    first = {article_id: article_id for article_id in article_ids}

    def root(article_id: str) -> str:
        while first[article_id] != article_id:
            first[article_id] = article_id = first[first[article_id]]
        return article_id

    for row in contained.select(["article_a", "article_b", "reuse"]).to_pylist():
        if row["reuse"] == "same copy" and row["article_a"] in first and row["article_b"] in first:
            small, large = sorted((root(row["article_a"]), root(row["article_b"])))
            first[large] = small
    return {article_id: root(article_id) for article_id in article_ids}


def direction(share: float, a: Credit, b: Credit) -> Direction:
    """Which of two articles had the words first, where a credit or the time stamps prove it; likeness proves nothing.

    `share` is the prose share of the shorter article. A credit goes before time stamps.

    >>> direction(0.9, Credit("AFP", None, None), Credit("Daily", "AFP", None))
    'a to b'
    """
    if share < PARTLY_REUSED:
        return "cannot be told"
    if a.source and b.agency == a.source and a.agency != b.source:
        return "a to b"
    if b.source and a.agency == b.source and b.agency != a.source:
        return "b to a"
    if a.agency and a.agency == b.agency:
        return "cannot be told"  # both have it from the agency
    if a.published_at is None or b.published_at is None or abs(a.published_at - b.published_at) < EARLIER:
        return "cannot be told"
    return "a to b" if a.published_at < b.published_at else "b to a"
