"""Stories: which articles tell of one event, the same happening within days, and not only of one topic.

Articles are tied by rare words, names, numbers and days. An article that nothing is enough like stands alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Final, NamedTuple

import pyarrow as pa

from newscorpus.compare.stories.average_link import cluster
from newscorpus.compare.stories.features import article_features, unit_vectors
from newscorpus.text.content_words import content_key, word_parts

DAY: Final = timedelta(days=1)
LABEL_NAMES: Final = 4
"""Words or names in a label: who, where and what."""
WHOLE_NAME: Final = 4.0
"""A pair of words of a name stands for two words that count double each."""
LABEL_CANDIDATES: Final = 24
"""Strongest shared words a label is chosen from; a whole name goes before its parts."""
LABEL_READS: Final = 800
"""Characters of an article, and LABEL_ARTICLES articles, in which the way a word is written is looked up."""
LABEL_ARTICLES: Final = 6
LEAST_SHARE_OF_ARTICLES: Final = 0.5
"""A word stands in the label when at least half of the story's articles have it."""


class Stories(NamedTuple):
    """`assignment`: article_id -> story_id, None for an article that stands alone; `table`: a row a story."""

    assignment: dict[str, str | None]
    table: pa.Table


UNNAMED: Final = "An event told by several"

SCHEMA: Final = pa.schema(
    [
        pa.field("story_id", pa.string(), nullable=False),
        pa.field("label", pa.string(), nullable=False),
        pa.field("n_articles", pa.int32(), nullable=False),
        pa.field("n_sources", pa.int32(), nullable=False),
    ]
)


def find_stories(articles: pa.Table, texts: pa.Table) -> Stories:
    """The events told by two articles or more.

    `articles` needs article_id, source, title, published_at; `texts` article_id, text. Rows may stand in any order.
    An article without a text is compared by its title. No articles: an empty table.
    """
    body = dict(zip(texts["article_id"].to_pylist(), texts["text"].to_pylist(), strict=True))
    rows = sorted(
        articles.select(["article_id", "source", "title", "published_at"]).to_pylist(), key=lambda r: r["article_id"]
    )
    if not rows:
        return Stories({}, SCHEMA.empty_table())
    features = [article_features(row["title"], body.get(row["article_id"], "")) for row in rows]
    first = min((row["published_at"] for row in rows if row["published_at"]), default=None)
    days = [(row["published_at"] - first) / DAY if row["published_at"] else None for row in rows]
    assignment: dict[str, str | None] = {row["article_id"]: None for row in rows}
    found = []
    spread = _n_articles_with(features)
    for group in cluster(unit_vectors(features), days):
        if len(group) > 1:
            story_id = blake2b(rows[group[0]]["article_id"].encode(), digest_size=8).hexdigest()
            members = [rows[n] for n in group]
            assignment.update({row["article_id"]: story_id for row in members})
            told = [f"{row['title'] or ''}\n{body.get(row['article_id'], '')[:LABEL_READS]}" for row in members]
            name = label(told, [features[n] for n in group], spread)
            n_sources = len({row["source"] for row in members})
            found.append({"story_id": story_id, "label": name, "n_articles": len(group), "n_sources": n_sources})
    return Stories(assignment, pa.Table.from_pylist(found, schema=SCHEMA))


def _n_articles_with(features: Sequence[Counter[str]]) -> Counter[str]:
    spread: Counter[str] = Counter()
    for found in features:
        spread.update(found.keys())
    return spread


def label(told: Sequence[str], features: Sequence[Counter[str]], spread: Counter[str]) -> str:
    """The names and words that most of a story's articles share and few others have, as the articles write them.

    `told` are the articles' texts, `features` theirs, `spread` how many articles of the corpus have a feature.
    """
    shared = Counter(feature for found in features for feature in found)
    common = [f for f, n in shared.items() if n >= LEAST_SHARE_OF_ARTICLES * len(features) and n > 1 and f[0].isalpha()]
    strength = {f: sum(found[f] for found in features) * shared[f] / spread[f] for f in common}
    strength |= {f: strength[f] * WHOLE_NAME for f in common if " " in f}
    strongest = sorted(common, key=lambda f: (-strength[f], f))[:LABEL_CANDIDATES]
    chosen: list[str] = []
    for feature in sorted(strongest, key=lambda f: (" " not in f, -strength[f], f)):
        if not any(set(feature.split()) & set(other.split()) for other in chosen):
            chosen.append(feature)
    chosen = sorted(chosen, key=lambda f: (-strength[f], f))[:LABEL_NAMES]
    written = _as_written(told[:LABEL_ARTICLES], set(chosen))
    return ", ".join(written[feature] for feature in chosen if feature in written) or UNNAMED


def _as_written(told: Sequence[str], wanted: set[str]) -> dict[str, str]:
    """Feature -> the way the texts write it most often, without a possessive."""
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in told:
        found = [(content_key(word.key), word) for word in word_parts(text)]
        for n, (key, word) in enumerate(found):
            if key in wanted:
                ways[key][_bare(text[word.start : word.end])] += 1
            pair = f"{found[n - 1][0]} {key}" if n else ""
            if pair in wanted:
                ways[pair][_bare(text[found[n - 1][1].start : word.end])] += 1
    return {feature: min(count, key=lambda way: (-count[way], way)) for feature, count in ways.items()}


def _bare(written: str) -> str:
    return written.removesuffix("'s").removesuffix("’s")
