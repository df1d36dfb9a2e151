"""Where the article stands in the text of a whole page: the stretch of lines with most prose and least furniture.

Every line has a value in words: prose counts its words, a short line or a cue of furniture counts against. The article
is the stretch whose values sum highest (maximum-sum segment; Pasternack and Roth 2009), begun below the headline where
the page's title shows which line that is.
"""

import re
from collections.abc import Sequence
from typing import Final

from newscorpus.clean.identity import fold
from newscorpus.clean.pasted.cues import Cue
from newscorpus.clean.pasted.lines import Line

MAX_PROSE_VALUE: Final = 60
"""Words of a line that count: a paragraph of a thousand words is still one paragraph."""
UNENDED_DISCOUNT: Final = 2
"""A long line without an end mark counts half: teasers run on like that."""
SHORT_LINE_VALUE: Final = -3
"""A short line without an end mark. Twenty menu entries in a row outweigh one paragraph behind them."""
MEDIUM_LINE_VALUE: Final = -2
"""A line long enough to be a heading, a list item or a teaser: says little."""
N_MEDIUM_WORDS: Final = 6
CUE_VALUE: Final = -6
"""A line with a cue of furniture."""
LINKS_VALUE: Final = -40
"""A heading over links to other articles; only a good paragraph behind it shows that the article goes on."""
COMMENTS_VALUE: Final = -200
"""A heading over readers' comments, which may be longer than the article."""
N_ARTICLE_WORDS: Final = 60
"""Words of prose above a heading of comments from which it closes an article; with fewer it is a counter at the top."""
COMMENTS_DISCOUNT: Final = 8
"""What stands below the comments' heading counts an eighth."""
MIN_HEADLINE_SHARE: Final = 0.25
"""Share of the best stretch's value that the stretch below the headline must have to be preferred."""
MIN_LATER_SHARE: Final = 0.7
"""The same for a later line that repeats the headline: above a gallery and again above the text."""
MIN_PAGE_LINES: Final = 12
"""Lines a page has at least: title, menu, footer and a paragraph."""
MIN_INTERFACE_LINES: Final = 5
"""Menu, share, log-in, copyright lines that a whole page has at least; an article pasted with its footer has fewer."""
MIN_INTERFACE_WITH_TITLE: Final = 2
"""The same where the first line stands again further down: a page's title and its headline."""
MIN_SHARE_SHORT: Final = 0.35
"""Share of short lines a page has at least."""
MIN_TITLE_WORDS: Final = 3
"""Words of a page title's part that can be a headline; shorter parts are sections and outlets."""

_TITLE_PARTS: Final = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*")
_INTERFACE: Final = frozenset(
    {"navigation", "promotion", "donation", "related", "copyright", "comments", "advertisement"}
)


def is_page(lines: Sequence[Line], cues: Sequence[Cue | None]) -> bool:
    """Whether the lines are the visible text of a whole page, not an article with a footer."""
    n_interface = sum(1 for cue in cues if cue and cue.kind in _INTERFACE)
    n_short = sum(1 for line in lines if not line.ends_sentence and line.n_words < 2 * N_MEDIUM_WORDS)
    return (
        len(lines) >= MIN_PAGE_LINES and n_interface >= MIN_INTERFACE_LINES and n_short >= MIN_SHARE_SHORT * len(lines)
    )


def headlines(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the lines that repeat the page's title (its first line), with or without the outlet.

    Empty when no line does.
    """
    if not lines:
        return []
    title = lines[0].text
    ends = [m.start() for m in _TITLE_PARTS.finditer(title)]
    titles = {fold(title[:end]) for end in (*ends, len(title))}
    titles = {t for t in titles if len(t.split()) >= MIN_TITLE_WORDS}
    return [n for n, line in enumerate(lines) if n and len(line.text) <= len(title) and fold(line.text) in titles]


def _values(lines: Sequence[Line], cues: Sequence[Cue | None], heads: Sequence[int]) -> list[int]:
    values, n_prose, discount = [], 0, 1
    for number, (line, cue) in enumerate(zip(lines, cues, strict=True)):
        if number in heads:
            # What stood above was another article, or none.
            n_prose, discount = 0, 1
        if cue and cue.kind == "comments" and n_prose >= N_ARTICLE_WORDS:
            discount = COMMENTS_DISCOUNT
            values.append(COMMENTS_VALUE)
        elif cue:
            values.append(LINKS_VALUE if cue.kind == "related" and cue.strength == "page" else CUE_VALUE)
        elif line.is_prose:
            n_prose += line.n_words
            worth = min(line.n_words, MAX_PROSE_VALUE) // (1 if line.ends_sentence else UNENDED_DISCOUNT)
            values.append(worth // discount)
        else:
            is_medium = line.n_words >= N_MEDIUM_WORDS or line.ends_sentence
            values.append(MEDIUM_LINE_VALUE if is_medium else SHORT_LINE_VALUE)
    return values


def _best_from(values: Sequence[int], first: int) -> tuple[int, range]:
    """The highest sum of a stretch that starts at `first` or later, and the stretch."""
    best_sum, best, start, total = 0, range(0), first, 0
    for number in range(first, len(values)):
        total += values[number]
        if total <= 0:
            start, total = number + 1, 0
        elif total > best_sum:
            best_sum, best = total, range(start, number + 1)
    return best_sum, best


def article_region(lines: Sequence[Line], cues: Sequence[Cue | None]) -> range:
    """Return the stretch of lines that is the article; the whole when no line is prose."""
    heads = headlines(lines)
    values = _values(lines, cues, heads)
    best_sum, best = _best_from(values, 0)
    if not best_sum:
        return range(len(lines))
    below = [_best_from(values, n + 1) for n in heads]
    most = max((s for s, _ in below), default=0)
    if most < MIN_HEADLINE_SHARE * best_sum:
        return best
    return [region for s, region in below if s >= MIN_LATER_SHARE * most][-1]
