"""Plain text to an article: pasted text, a table's cell, or the whole visible text of a page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from newscorpus.clean.dates import parse_written_date
from newscorpus.clean.identity import fold
from newscorpus.clean.line_captions import read_byline
from newscorpus.clean.line_cues import Cue
from newscorpus.clean.line_cuts import find_cues, find_cuts, reading_of
from newscorpus.clean.line_dateline import read_dateline
from newscorpus.clean.line_region import headlines
from newscorpus.clean.lines import Line, join_lines, line_ends, read_lines, tidy, unwrap
from newscorpus.clean.outlet import Found, outlet_from_page_title
from newscorpus.values import CleanArticle, RawArticle, Removal

TABLE_LAYOUTS: Final = frozenset({"csv", "tsv", "json", "jsonl", "parquet", "xlsx", "table"})
"""Layouts whose texts are cells: somebody has already parted the article from its page."""
MIN_HEADLINE_WORDS: Final = 3
MAX_HEADLINE_WORDS: Final = 25
"""Words of a first line that can be the headline: fewer are a label or a place, more a lead."""
N_HEAD_LINES: Final = 15
"""Lines above the first paragraph among which headline, byline and date are looked for on a page."""
MAX_ROUNDS: Final = 20
"""Cutting a line can lay another open. Real texts need two rounds; the limit only bounds hostile ones."""

_HEADLINE: Final = Cue("headline", "headline above the text", "clear")


def clean_text(raw: RawArticle) -> CleanArticle:
    """Return the article in `raw.content`, a plain text, and what was cut from it and why.

    The clean text and the removals hold every character that came in but those that `lines.tidy` folds, white space
    aside. A text without a cue of furniture stays whole. What stands above the text is read where `raw` does not know
    it: headline, byline, date. Cleaning a clean text changes nothing.
    """
    lines, cuts = _decide(raw)
    kept = _remaining(lines, cuts, is_cell=raw.layout in TABLE_LAYOUTS)
    text = join_lines(kept)
    head = _head(lines, cuts)
    outlet = _outlet(lines, cuts)
    title = raw.title or next((line.text for line, cut in head if cut.kind == "headline"), None)
    published_at, date_basis = _date(raw, head)
    return CleanArticle(
        text=text,
        removals=_removals(lines, cuts, line_ends(kept)),
        source=raw.source or (outlet[0] if outlet else None),
        source_basis=None if raw.source or not outlet else outlet[1],
        title=title,
        author=raw.author or _author(head),
        published_at=published_at,
        date_basis=date_basis,
        dateline=read_dateline(text),
        url=raw.url,
    )


def _decide(raw: RawArticle) -> tuple[list[Line], list[Cue | None]]:
    """The lines and the reason to cut each, found round by round until nothing more is cut."""
    is_cell = raw.layout in TABLE_LAYOUTS
    lines = read_lines(tidy(raw.content))
    if not is_cell:
        lines = unwrap(lines)
    cuts: list[Cue | None] = [None] * len(lines)
    for _ in range(MAX_ROUNDS):
        left = [n for n, cut in enumerate(cuts) if not cut]
        remaining = _remaining(lines, cuts, is_cell=is_cell)
        cues = find_cues(remaining)
        found = find_cuts(remaining, cues, reading_of(remaining, cues, is_cell=is_cell))
        if not is_cell:
            _cut_headline(remaining, found, raw.title)
        if not any(found):
            break
        for number, cut in zip(left, found, strict=True):
            cuts[number] = cut
    if is_cell and all(cuts):
        # Somebody put just this into the column for texts.
        cuts = [None] * len(lines)
    return lines, cuts


def _remaining(lines: Sequence[Line], cuts: Sequence[Cue | None], *, is_cell: bool) -> list[Line]:
    """The lines that are not cut; one whose block began with a cut line now begins it.

    Where no empty line is left in a pasted text, every line is a paragraph.
    """
    remaining: list[Line] = []
    starts_block = True
    for line, cut in zip(lines, cuts, strict=True):
        starts_block = starts_block or line.starts_block
        if not cut:
            remaining.append(line if line.starts_block == starts_block else replace(line, starts_block=starts_block))
            starts_block = False
    if is_cell or any(line.starts_block for line in remaining[1:]):
        return remaining
    return [replace(line, starts_block=True) for line in remaining]


def _cut_headline(lines: Sequence[Line], cuts: list[Cue | None], title: str | None) -> None:
    """Cut the first line that stays when it reads like a headline, or repeats the title, and prose follows."""
    stays = (number for number, cut in enumerate(cuts) if not cut)
    first, second = next(stays, None), next(stays, None)
    if first is None or second is None or not lines[second].is_prose:
        return
    line = lines[first]
    reads_so = not line.ends_sentence and MIN_HEADLINE_WORDS <= line.n_words <= MAX_HEADLINE_WORDS
    if fold(line.text) == fold(title) if title else reads_so and lines[second].starts_block:
        cuts[first] = _HEADLINE


def _removals(lines: Sequence[Line], cuts: Sequence[Cue | None], ends_of_kept: Sequence[int]) -> tuple[Removal, ...]:
    """The lines that were cut, neighbours with one reason together, each at the place of the clean text it stood."""
    removals: list[Removal] = []
    ends = iter(ends_of_kept)
    position, last = 0, None
    for line, cut in zip(lines, cuts, strict=True):
        if cut is None:
            position = next(ends)
        elif cut == last:
            removals[-1] = replace(removals[-1], text=f"{removals[-1].text}\n{line.text}")
        else:
            removals.append(Removal(position, line.text, cut.kind, cut.rule))
        last = cut
    return tuple(removals)


def _head(lines: Sequence[Line], cuts: Sequence[Cue | None]) -> list[tuple[Line, Cue]]:
    """The lines cut right above the text, nearest last, each with its reason."""
    first = next((n for n, cut in enumerate(cuts) if not cut), len(lines))
    above = zip(lines[:first], cuts[:first], strict=True)
    return [(line, cut) for line, cut in above if cut][-N_HEAD_LINES:]


def _outlet(lines: Sequence[Line], cuts: Sequence[Cue | None]) -> Found | None:
    """The outlet behind the headline in a page's title, which is its first line."""
    if not lines or cuts[0] is None:
        return None
    return next(
        (found for n in headlines(lines) if (found := outlet_from_page_title(lines[0].text, lines[n].text))), None
    )


def _author(head: Sequence[tuple[Line, Cue]]) -> str | None:
    return next((name for line, cut in head if cut.kind == "byline" and (name := read_byline(line))), None)


def _date(raw: RawArticle, head: Sequence[tuple[Line, Cue]]) -> tuple[datetime | None, str | None]:
    """The date of publication and where it was found: the file's own first, then a line above the text."""
    if raw.published_at and (written := parse_written_date(raw.published_at)):
        return written, "the file"
    for line, cut in head:
        if cut.kind in ("byline", "dateline") and (written := parse_written_date(line.text)):
            return written, "a line above the text"
    return None, None
