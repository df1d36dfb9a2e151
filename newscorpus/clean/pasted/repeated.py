"""Lines that an outlet repeats under many articles: furniture that gives itself away by standing twice."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from newscorpus.clean.identity import fold
from newscorpus.values import CleanArticle, Removal

MIN_ARTICLES: Final = 5
"""Articles of a source from which repetition says something."""
MIN_REPEATS: Final = 3
"""Articles a line stands in before it counts as repeated: two may share a quotation."""
MIN_SHARE: Final = 0.3
"""Share of the source's articles a line stands in; in a large pile three articles may share a sentence of one story."""

RULE: Final = "line repeated across this source's articles"

_DIGITS: Final = re.compile(r"\d+")
_LINE: Final = re.compile(r"[^\n]+")


def line_key(line: str) -> str:
    """Return what a line is compared by: its words folded, its numbers alike; "" for a line without a letter.

    >>> line_key("Read 12 more stories!") == line_key("Read 7 more stories")
    True
    """
    key = _DIGITS.sub("0", fold(line))
    return key if re.search(r"[^\W\d_]", key) else ""


def repeated_lines(texts_by_source: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Return for each source the keys of the lines that repeat in it; sources with too few articles are left out.

    A line repeats when it stands in at least `MIN_REPEATS` articles and `MIN_SHARE` of the source's articles.
    Pass each article once: a copy of an article repeats all its lines.

    >>> texts = [f"Story {word} ends.\\n\\nTip us off at the desk." for word in ("one", "two", "three", "four", "five")]
    >>> repeated_lines({"Lakeside Courier": texts})
    {'Lakeside Courier': frozenset({'tip us off at the desk'})}
    """
    repeated = {}
    for source, texts in texts_by_source.items():
        if len(texts) < MIN_ARTICLES:
            continue
        least = max(MIN_REPEATS, math.ceil(MIN_SHARE * len(texts)))
        n_articles = Counter(key for text in texts for key in {line_key(line) for line in text.split("\n")} if key)
        if keys := frozenset(key for key, n in n_articles.items() if n >= least):
            repeated[source] = keys
    return repeated


def cut_repeated(article: CleanArticle, keys: frozenset[str]) -> CleanArticle:
    """Return `article` without the lines whose key is in `keys`, each listed in its removals; itself when none is.

    An article that consists of nothing else stays as it is: its lines are then what it says.
    """
    lines = list(_LINE.finditer(article.text))
    cut = [line_key(line[0]) in keys for line in lines]
    if not any(cut) or all(cut):
        return article
    text, places = "", [0]
    removals: list[tuple[int, Removal]] = []
    starts_block = False
    for line, is_cut in zip(lines, cut, strict=True):
        starts_block = starts_block or article.text.endswith("\n\n", 0, line.start())
        if is_cut:
            removals.append((line.start(), Removal(len(text), line[0], "repeated", RULE)))
        else:
            text += ("" if not text else "\n\n" if starts_block else "\n") + line[0]
            starts_block = False
        places.append(len(text))
    ends = [line.end() for line in lines]
    # A removal stood behind a line; it now stands where that line, or the last kept one before it, ends.
    earlier = [(r.position, replace(r, position=places[bisect_right(ends, r.position)])) for r in article.removals]
    in_order = sorted([*earlier, *removals], key=lambda stood: stood[0])
    return replace(article, text=text, removals=tuple(removal for _, removal in in_order))
