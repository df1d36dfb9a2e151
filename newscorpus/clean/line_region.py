"""Where the article stands in the text of a whole page: the stretch of lines with most prose and least furniture."""

from collections.abc import Sequence
from typing import Final

from newscorpus.clean.line_cues import Cue
from newscorpus.clean.lines import Line

MAX_PROSE_VALUE: Final = 60
"""Words of a line that count: a paragraph of a thousand words is still one paragraph."""
SHORT_LINE_VALUE: Final = -3
"""A short line without an end mark. Twenty menu entries in a row outweigh one paragraph behind them."""
MEDIUM_LINE_VALUE: Final = -1
"""A line long enough to be a heading, a list item or a teaser: says little."""
N_MEDIUM_WORDS: Final = 6
CUE_VALUE: Final = -6
"""A line with a cue of furniture."""
END_VALUE: Final = -40
"""A line below which the article seldom goes on; only a longer stretch of prose than all before crosses it."""
MIN_PAGE_LINES: Final = 12
"""Lines a page has at least: title, menu, footer and a paragraph."""
MIN_INTERFACE_LINES: Final = 5
"""Menu, share, log-in, copyright lines that a whole page has at least; an article pasted with its footer has fewer."""
MIN_SHARE_SHORT: Final = 0.35
"""Share of short lines a page has at least."""


def is_page(lines: Sequence[Line], cues: Sequence[Cue | None]) -> bool:
    """Whether the lines are the visible text of a whole page, not an article with a footer."""
    n_interface = sum(1 for cue in cues if cue and cue.kind not in ("caption", "credit", "byline"))
    n_short = sum(1 for line in lines if not line.ends_sentence and line.n_words < 2 * N_MEDIUM_WORDS)
    return (
        len(lines) >= MIN_PAGE_LINES
        and n_interface >= MIN_INTERFACE_LINES
        and n_short >= MIN_SHARE_SHORT * len(lines)
    )


def _value(line: Line, cue: Cue | None) -> int:
    if cue:
        return END_VALUE if cue.ends_article else CUE_VALUE
    if line.is_prose:
        return min(line.n_words, MAX_PROSE_VALUE)
    return MEDIUM_LINE_VALUE if line.n_words >= N_MEDIUM_WORDS or line.ends_sentence else SHORT_LINE_VALUE


def article_region(lines: Sequence[Line], cues: Sequence[Cue | None]) -> range:
    """Return the stretch of lines whose values sum highest; the whole when no line is prose."""
    best, best_sum, start, total = range(len(lines)), 0, 0, 0
    for number, (line, cue) in enumerate(zip(lines, cues, strict=True)):
        total += _value(line, cue)
        if total <= 0:
            start, total = number + 1, 0
        elif total > best_sum:
            best, best_sum = range(start, number + 1), total
    return best
