"""Plain text to an article: pasted text, a table's cell, or the whole visible text of a page."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from newscorpus.clean import offers
from newscorpus.clean.date_labels import is_change, is_publication, parts
from newscorpus.clean.identity import fold
from newscorpus.clean.outlet import Found, normalise_outlet, outlet_from_page_title, outlet_from_path
from newscorpus.clean.page.author import people_in
from newscorpus.clean.pasted.captions import read_byline
from newscorpus.clean.pasted.cues import Cue
from newscorpus.clean.pasted.cuts import find_cues, find_cuts, reading_of
from newscorpus.clean.pasted.head import MASTHEAD, N_HEAD_LINES, cut_head
from newscorpus.clean.pasted.lines import Line, join_lines, line_ends, read_lines, tidy, unwrap
from newscorpus.clean.pasted.region import headlines
from newscorpus.text.dates import has_open_order, parse_written_date
from newscorpus.values import CleanArticle, RawArticle, Removal

TABLE_LAYOUTS: Final = frozenset({"csv", "tsv", "json", "jsonl", "parquet", "xlsx", "xls", "ods", "table"})
"""Layouts whose texts are cells: somebody has already parted the article from its page."""
MAX_ROUNDS: Final = 20
"""Cutting a line can lay another open. Real texts need two rounds; the limit only bounds hostile ones."""


def clean_text(raw: RawArticle) -> CleanArticle:
    """Return the article in `raw.content`, a plain text, and what was cut from it and why.

    The clean text and the removals hold every character that came in but those that `lines.tidy` folds, white space
    aside. A text without a cue of furniture stays whole. What stands above the text is read where `raw` does not know
    it: headline, byline, date. Cleaning a clean text changes nothing.
    """
    lines, cuts = _decide(raw)
    kept = _remaining(lines, cuts, is_cell=_is_cell(raw))
    text, removals = join_lines(kept), _removals(lines, cuts, line_ends(kept))
    head = _head(lines, cuts)
    outlet = _outlet(lines, cuts)
    title = raw.title or next((line.text for line, cut in head if cut.kind == "headline"), None)
    published_at, date_basis = _date(raw, head)
    return CleanArticle(
        text=text,
        removals=removals,
        source=raw.source or (outlet[0] if outlet else None),
        source_basis=None if raw.source or not outlet else outlet[1],
        title=title,
        author=raw.author or _author(head, {*_outlets(raw), *([fold(outlet[0])] if outlet else [])}),
        published_at=published_at,
        date_basis=date_basis,
        url=raw.url,
        note=_note(text, removals, head, dateless=published_at is None),
    )


def _is_cell(raw: RawArticle) -> bool:
    return raw.is_parted or raw.layout in TABLE_LAYOUTS


def _note(text: str, removals: Sequence[Removal], head: Sequence[tuple[Line, Cue]], *, dateless: bool) -> str | None:
    beginning = offers.note_on(text, removals, n_words=sum(line.n_words for line in read_lines(text)))
    left_open = next((line.text for line, _ in head if dateless and has_open_order(line.text)), None)
    dated = f"the date {left_open!r} is left out: it does not prove which day is meant" if left_open else None
    return "; ".join(filter(None, (beginning, dated))) or None


def _decide(raw: RawArticle) -> tuple[list[Line], list[Cue | None]]:
    """The lines and the reason to cut each, found round by round until nothing more is cut."""
    is_cell = _is_cell(raw)
    outlets = _outlets(raw)
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
            cut_head(remaining, found, title=raw.title, outlets=outlets)
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


def _outlets(raw: RawArticle) -> frozenset[str]:
    """The names, folded, that the outlet is known by before its text is read."""
    in_path = outlet_from_path(raw.file)
    return frozenset(fold(name) for name in (raw.source, in_path[0] if in_path else None) if name)


def _outlet(lines: Sequence[Line], cuts: Sequence[Cue | None]) -> Found | None:
    """The outlet that stands alone above the headline, or behind it in a page's title, which is its first line."""
    if masthead := next((line.text for line, cut in zip(lines, cuts, strict=True) if cut == MASTHEAD), None):
        return normalise_outlet(masthead), "the line above the headline"
    if not lines or cuts[0] is None:
        return None
    return next(
        (found for n in headlines(lines) if (found := outlet_from_page_title(lines[0].text, lines[n].text))), None
    )


def _author(head: Sequence[tuple[Line, Cue]], outlets: Collection[str]) -> str | None:
    """The names of the first byline that names people; an outlet, a desk or an agency is none."""
    names = (read_byline(line) for line, cut in head if cut.kind == "byline")
    found = (", ".join(people_in([f"By {name}"], outlets)) for name in names if name)
    return next(filter(None, found), None)


def _date(raw: RawArticle, head: Sequence[tuple[Line, Cue]]) -> tuple[datetime | None, str | None]:
    """The date of publication and where it was found: the file's own first, then a line above the text."""
    if raw.published_at and (written := parse_written_date(raw.published_at, keep_day=True)):
        return written, "the file"
    lines = (line.text for line, cut in head if cut.kind in ("byline", "dateline"))
    dated = [part for line in lines for part in parts(line) if not is_change(part)]
    for part in sorted(dated, key=is_publication, reverse=True):
        if written := parse_written_date(part, keep_day=True):
            return written, "a line above the text"
    return None, None
