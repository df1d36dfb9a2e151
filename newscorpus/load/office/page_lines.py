"""Letters with their places on a page -> lines in the order of reading, and lines -> paragraphs.

Columns: going down a page, a strip of white that no line crosses parts what stands left of it from what stands right,
until a line crosses it. Sizes are in the units of the page; only their ratios count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from newscorpus.load.exports.nexis_layout import is_own_line
from newscorpus.values import Removal

FEWEST_IN_COLUMN: Final = 2  # lines on each side of a strip of white that make it the gap between columns
_GUTTER: Final = 0.8  # heights of a line that the gap between columns is wide at least
_PARAGRAPH_GAP: Final = 1.45  # distances of lines, usual ones, from which a wider one parts paragraphs
_INDENT: Final = 0.8  # heights of a line by which a first line is set in
_OTHER_SIZE: Final = 1.25  # ratio of heights from which a line is of another size, as a headline is
_EDGE_LINES: Final = 2  # lines at the top and bottom of a page among which heads and numbers run
_EDGE_GAP: Final = 0.8  # heights of a line that is white between them and the rest at least; lines have some 0.3
_MAX_DEPTH: Final = 12  # columns within columns
_NUMBER: Final = re.compile(r"\W{0,3}(?:(?:page|seite|p\.|s\.) ?)?\d{1,4}(?: ?(?:/|of|von|de) ?\d{1,4})?\W{0,3}", re.I)
_DIGITS: Final = re.compile(r"\d+")
_LIGATURES: Final = {ord(c): t for c, t in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)}
_HYPHENS: Final = "-\u00ad\u2010\u0002\ufffe"  # the last two are how PDFium writes the hyphen of a broken word
_LONGEST_WORD: Final = 40  # letters
_WORD_END: Final = re.compile(rf"([^\W\d_]{{1,{_LONGEST_WORD}}})[{_HYPHENS}]$")
_WORD_START: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?:][\"”’»)]*$")
_RULE: Final = "a running head or a page number"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand beside each other, and the box around them; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """From the lowest to the highest point of its letters; never 0."""
        return max(self.top - self.bottom, 0.1)


def lines_of(runs: Iterable[Run]) -> list[Run]:
    """Return the runs of a page joined to lines, in the order of reading."""
    pieces = _joined([run for run in runs if run.text.strip()])
    return _read(sorted(pieces, key=lambda run: (-run.top, run.left)), 0)


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join runs that stand on one line with less between them than parts columns."""
    lines: list[Run] = []
    for run in sorted(runs, key=lambda r: (-round((r.top + r.bottom) / 2), r.left)):
        last = lines[-1] if lines else None
        if last and _same_line(last, run) and -run.height < run.left - last.right < _GUTTER * last.height:
            space = "" if run.left - last.right < 0.1 * last.height else " "
            box = (
                min(last.left, run.left),
                min(last.bottom, run.bottom),
                max(last.right, run.right),
                max(last.top, run.top),
            )
            lines[-1] = Run(*box, last.text + space + run.text)
        else:
            lines.append(run)
    return lines


def _same_line(one: Run, other: Run) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.height, other.height)


def _read(lines: Sequence[Run], depth: int) -> list[Run]:
    """Put lines, sorted from the top, in the order of reading: bands of columns, and lines across them."""
    if len(lines) < 2 * FEWEST_IN_COLUMN or depth >= _MAX_DEPTH:
        return list(lines)
    ordered: list[Run] = []
    start = 0
    while start < len(lines):
        end, gap = _band(lines, start)
        if gap is None:
            ordered.append(lines[start])
            start += 1
            continue
        band = lines[start:end]
        ordered += _read([line for line in band if line.right <= gap], depth + 1)
        ordered += _read([line for line in band if line.right > gap], depth + 1)
        start = end
    return ordered


def _band(lines: Sequence[Run], start: int) -> tuple[int, float | None]:
    """Where the columns that begin at `start` end, and an x inside the gap between the first and the rest."""
    width = _GUTTER * median(line.height for line in lines[start : start + 20])
    best: tuple[int, float | None]
    gaps, best = [(float("-inf"), float("inf"))], (start, None)
    for end, line in enumerate(lines[start:], start + 1):
        gaps = [
            piece
            for left, right in gaps
            for piece in ((left, min(right, line.left)), (max(left, line.right), right))
            if piece[1] - piece[0] >= width
        ]
        inner = sorted(gap for gap in gaps if gap[0] != float("-inf") and gap[1] != float("inf"))
        if len(gaps) <= 2 and not inner and end - start >= 2 * FEWEST_IN_COLUMN:
            break
        for left, right in inner[:1]:
            middle = (left + right) / 2
            n_left = sum(other.right <= middle for other in lines[start:end])
            if min(n_left, end - start - n_left) >= FEWEST_IN_COLUMN:
                best = (end, middle)
    return best


def without_repeated(pages: Sequence[Sequence[Run]]) -> tuple[list[list[Run]], list[Removal]]:
    """Part from the lines of pages what runs at their edges: page numbers, and heads that half of the pages share."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_folded(line) for line in lines})
    kept, cut = [], list[str]()
    for lines, at_edge in zip(pages, edges, strict=True):
        shared = {
            id(line)
            for line in at_edge
            if _NUMBER.fullmatch(line.text.strip()) or (counts[_folded(line)] >= max(2, len(pages) / 2))
        }
        kept.append([line for line in lines if id(line) not in shared])
        cut += [line.text.strip() for line in lines if id(line) in shared]
    return kept, [Removal(0, "\n".join(cut), "other", _RULE)] if cut else []


def _edges(lines: Sequence[Run]) -> list[Run]:
    """The first and last lines of a page that white parts from the rest."""
    from_top = sorted(lines, key=lambda line: -line.top)
    from_bottom = sorted(lines, key=lambda line: line.bottom)
    return [*_apart(from_top), *_apart(from_bottom)]


def _apart(lines: Sequence[Run]) -> Sequence[Run]:
    """The first lines of a page, counted from one edge, as far as white parts them from the next."""
    gaps = [max(a.bottom - b.top, b.bottom - a.top) for a, b in pairwise(lines)]
    wide = [n for n, gap in enumerate(gaps[:_EDGE_LINES], 1) if gap > _EDGE_GAP * lines[n - 1].height]
    return lines[: wide[-1]] if wide else lines[: int(len(lines) == 1)]


def _folded(line: Run) -> str:
    return _DIGITS.sub("#", line.text.strip().casefold())


def paragraphs_of(pages: Sequence[Sequence[Run]]) -> list[str]:
    """Return the text of lines as paragraphs: broken words joined, ligatures as letters."""
    lines = [line for page in pages for line in page]
    words = set(re.findall(r"[\w-]+", " ".join(line.text for line in lines)))
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 3 * a.height]
    usual = median(steps) if steps else 0.0
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        text = " ".join(line.text.translate(_LIGATURES).split())
        apart = is_own_line(text) or (bool(paragraphs) and is_own_line(paragraphs[-1]))
        if number and not apart and not _parts(lines, number, usual):
            paragraphs[-1] = _continued(paragraphs[-1], text, words)
        else:
            paragraphs.append(text)
    return paragraphs


def _parts(lines: Sequence[Run], number: int, usual: float) -> bool:
    """Whether a paragraph begins with this line."""
    last, line = lines[number - 1], lines[number]
    low, high = sorted((last.height, line.height))
    step = last.bottom - line.bottom
    if step <= 0 or step > 4 * usual:  # the next column or page
        return _SENTENCE_END.search(last.text.strip()) is not None or high > 1.6 * low
    if step > _PARAGRAPH_GAP * usual or (high > _OTHER_SIZE * low and high > _OTHER_SIZE * usual / 1.4):
        return True
    return line.left - last.left > _INDENT * line.height and _SENTENCE_END.search(last.text.strip()) is not None


def _continued(paragraph: str, text: str, words: set[str]) -> str:
    """Join a line to its paragraph; a word broken at the line's end is one, but keeps a hyphen it has elsewhere."""
    end, start = _WORD_END.search(paragraph[-_LONGEST_WORD:]), _WORD_START.match(text)
    if end is None or start is None or not text[0].islower():
        return f"{paragraph} {text}"
    if f"{end[1]}-{start[0]}" in words:
        return paragraph[:-1] + "-" + text
    return paragraph[:-1] + text
