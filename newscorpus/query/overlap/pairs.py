"""Whose words these are: pairs of sources and articles that share passages, groups of one text, agency copy."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from newscorpus.compare.passages.copies import Credit, Direction, direction, independent_texts
from newscorpus.query.chosen import ask
from newscorpus.query.connection import Reader
from newscorpus.query.overlap.reuse import shared_by_pairs
from newscorpus.query.selection import Selection

Row = dict[str, Any]

KNOWN: Final = """
    SELECT article_id, source, source_label, title, published_at, day, agency, n_words FROM chosen ORDER BY article_id
"""
GROUPS: Final = pa.schema(
    [
        ("group", pa.int32()),
        ("article_id", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("day", pa.date32()),
        ("agency", pa.string()),
        ("n_words", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Who shares words with whom.

    `pairs`: the table of reuse.shared_by_pairs with titles and `direction` in words; `sources`: source_a, source_b,
    n_pairs and share (the largest prose share of a shorter article), a row in each direction; `groups`: articles that
    are one text, a number a group, only groups of two or more; `n_texts` independent texts among `n_articles`.
    """

    pairs: pa.Table
    sources: pa.Table
    groups: pa.Table
    n_articles: int
    n_texts: int


def overlap(reader: Reader, selection: Selection) -> Overlap:
    """The passages that the chosen articles share, pair by pair, source by source, and the groups of one text."""
    known = {row["article_id"]: row for row in ask(reader, selection, KNOWN).to_pylist()}
    pairs = shared_by_pairs(reader, selection)
    texts = independent_texts(sorted(known), pairs)
    rows = pairs.to_pylist()
    for name in ("a", "b"):
        titles = [known[row[f"article_{name}"]]["title"] for row in rows]
        pairs = pairs.append_column(f"title_{name}", pa.array(titles, pa.string()))
    told = [_direction(row, known[row["article_a"]], known[row["article_b"]]) for row in rows]
    pairs = pairs.append_column("direction", pa.array(told, pa.string()))
    return Overlap(pairs, _by_sources(rows), _groups(texts, known), len(known), len(set(texts.values())))


def _direction(pair: Row, a: Row, b: Row) -> str:
    share = max(pair["prose_share_a"], pair["prose_share_b"])
    found: Direction = direction(share, *_credits(a, b))
    first, second = (a, b) if found == "a to b" else (b, a)
    if found == "cannot be told":
        return found
    return f"{first['source_label']} → {second['source_label']}"


def _credits(a: Row, b: Row) -> tuple[Credit, Credit]:
    """What each says of its words. A day without an hour (midnight) does not show who was first on that day."""
    bare = any(row["published_at"] and row["published_at"].time() == time.min for row in (a, b))
    undated = bare and a["day"] == b["day"]
    one, other = (Credit(row["source"], row["agency"], None if undated else row["published_at"]) for row in (a, b))
    return one, other


def _by_sources(rows: list[Row]) -> pa.Table:
    """A row a pair of sources, in both directions, with the share of the shorter article of their closest pair."""
    shares: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for row in rows:
        for one, other in (("a", "b"), ("b", "a")):
            key = (row[f"source_{one}"], row[f"source_{other}"])
            if one == "a" or key[0] != key[1]:
                shares[key].append(max(row["prose_share_a"], row["prose_share_b"]))
    found = [
        {"source_a": a, "source_b": b, "n_pairs": len(of_pair), "share": max(of_pair)}
        for (a, b), of_pair in sorted(shares.items())
    ]
    return pa.Table.from_pylist(found, SOURCES)


SOURCES: Final = pa.schema(
    [("source_a", pa.string()), ("source_b", pa.string()), ("n_pairs", pa.int32()), ("share", pa.float64())]
)


def _groups(texts: dict[str, str], known: dict[str, Row]) -> pa.Table:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for article, text in texts.items():
        members[text].append(article)
    copied = sorted((found for found in members.values() if len(found) > 1), key=lambda found: (-len(found), found))
    columns = [name for name in GROUPS.names if name not in ("group", "source")]
    rows = [
        {name: known[article][name] for name in columns} | {"group": number, "source": known[article]["source_label"]}
        for number, found in enumerate(copied, start=1)
        for article in found
    ]
    return pa.Table.from_pylist(rows, GROUPS)


AGENCIES: Final = """
    SELECT source_label AS source, CAST(count(*) AS INTEGER) AS n_articles, CAST(count(agency) AS INTEGER) AS n_agency,
        count(agency) / count(*) AS share_agency, list_sort(list_distinct(list(agency))) AS agencies
    FROM chosen GROUP BY source_label ORDER BY share_agency DESC, n_articles DESC, source
"""


def agency_share(reader: Reader, selection: Selection) -> pa.Table:
    """source, n_articles, n_agency (credited to an agency), share_agency 0 to 1, agencies named; most first."""
    return ask(reader, selection, AGENCIES)


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """Two articles with the passages they share: start_a, end_a, start_b, end_b, n_words, quoted; in a's order."""

    article_a: Row
    article_b: Row
    text_a: str
    text_b: str
    passages: tuple[Row, ...]


def shared_texts(reader: Reader, selection: Selection, article_a: str, article_b: str) -> SharedTexts | None:
    """Both texts whole with what they share; None when one of them is not chosen."""
    first, second = sorted((article_a, article_b))
    known = {row["article_id"]: row for row in ask(reader, selection, KNOWN).to_pylist()}
    if first not in known or second not in known or first == second:
        return None
    both = pc.field("article_id").isin(pa.array([first, second]))
    texts = {row["article_id"]: row["text"] for row in reader.store.dataset("texts").to_table(filter=both).to_pylist()}
    of_pair = (pc.field("article_a") == first) & (pc.field("article_b") == second)
    rows = reader.store.dataset("overlaps").to_table(filter=of_pair).to_pylist()
    passages = tuple(sorted(rows, key=lambda row: (row["start_a"], row["start_b"])))
    return SharedTexts(known[first], known[second], texts[first], texts[second], passages)
