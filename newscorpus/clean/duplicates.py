"""Records that repeat an article of the pile: the same article met again, or a near copy from the same source.

The same text in two outlets is no duplicate but a finding: both ran one agency's copy.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from newscorpus.clean.identity import Identified, article_id, believed_urls, fold

Why = Literal["same_article", "near_copy"]
Shingles = NDArray[np.uint64]

N_SHINGLE_WORDS: Final = 5
"""Words of a shingle: five in a row are seldom shared by chance."""
MIN_CONTAINMENT: Final = 0.9
"""Share of either text's shingles found in the other: a text with a corrected sentence stays above, a new report on the
same event far below."""
MIN_SHINGLES: Final = 40
"""Shingles from which texts are compared for nearness: in shorter ones one changed word is a changed report."""
N_SAMPLED: Final = 16
"""Smallest hashes kept of a text. Two texts alike to .8 (Jaccard) share about thirteen of them."""
MIN_SAMPLED_SHARED: Final = 4
"""Sampled hashes two texts share before they are compared in full; texts alike to .8 hardly ever share fewer."""
MAX_SHARING: Final = 200
"""Articles under one sampled hash. A shingle that more share is furniture and points to nobody."""

_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: 2**64 divided by the golden ratio
_HALF: Final = np.uint64(32)


def find_duplicates(articles: Sequence[Identified]) -> dict[int, tuple[int, Why]]:
    """Return for each duplicate its index, the index of the article it repeats, and why; {} when all are told apart.

    *same_article*: one address (where it tells articles apart, see `identity`), or one source, title and text after
    folding; the longest text of such a group is the article, of equals the first, for a shorter one may be a teaser.
    *near_copy*: nearly the same words from one known source; the first is the article, a revised telling its copy.
    What others repeat repeats nothing itself.
    """
    order = sorted(range(len(articles)), key=lambda n: (-len(articles[n].text), n))
    same = _same_articles(articles, order)
    near = _near_copies(articles, [n for n in range(len(articles)) if n not in same])
    found: dict[int, tuple[int, Why]] = {n: (first, "near_copy") for n, first in near.items()}
    for number, first in same.items():
        found[number] = (near.get(first, first), "same_article")
    return found


def _same_articles(articles: Sequence[Identified], order: Sequence[int]) -> dict[int, int]:
    """Index -> index of the first in `order` with the same address, or the same source, title and text."""
    urls = believed_urls(articles)
    first_with: dict[str, int] = {}
    same: dict[int, int] = {}
    for number in order:
        article = articles[number]
        keys = [article_id(url=None, source=article.source, title=article.title, text=article.text)]
        if url := urls[number]:
            keys.append(url)
        first = next((first_with[key] for key in keys if key in first_with), number)
        if first != number:
            same[number] = first
        for key in keys:
            first_with.setdefault(key, first)
    return same


def _near_copies(articles: Sequence[Identified], order: Sequence[int]) -> dict[int, int]:
    """Index -> index of the kept article of the same source whose text is nearly the same."""
    sharing: dict[tuple[str, int], list[int]] = defaultdict(list)
    near: dict[int, int] = {}
    for number in order:
        article = articles[number]
        source = fold(article.source or "")
        shingles = _shingles(article.text)
        if not source or len(shingles) < MIN_SHINGLES:
            continue
        sampled = [(source, int(value)) for value in shingles[:N_SAMPLED]]
        n_shared = Counter(other for key in sampled for other in sharing[key] if len(sharing[key]) < MAX_SHARING)
        likely = (other for other, n in n_shared.most_common() if n >= MIN_SAMPLED_SHARED)
        first = next(
            (other for other in likely if _contain_each_other(shingles, _shingles(articles[other].text))), None
        )
        if first is not None:
            near[number] = first
            continue
        for key in sampled:
            if len(sharing[key]) < MAX_SHARING:
                sharing[key].append(number)
    return near


def _shingles(text: str) -> Shingles:
    """The hashes of a text's runs of N_SHINGLE_WORDS words, sorted, each once; the same on every machine."""
    words = np.array([zlib.crc32(word.encode()) for word in fold(text).split()], dtype=np.uint64)
    n = len(words) - N_SHINGLE_WORDS + 1
    if n < 1:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(n, dtype=np.uint64)
    for place in range(N_SHINGLE_WORDS):
        hashes = (hashes ^ words[place : place + n]) * _MULTIPLIER
        hashes ^= hashes >> _HALF
    return np.unique(hashes)


def _contain_each_other(one: Shingles, other: Shingles) -> bool:
    n_both = len(np.intersect1d(one, other, assume_unique=True))
    return n_both >= MIN_CONTAINMENT * max(len(one), len(other))
