"""What stands above a pasted article's first paragraph: the outlet's name, a section, the headline.

Bylines, dates and menus say what they are by themselves. A headline does not: it is known by where it stands.
"""

from collections.abc import Collection, Sequence
from typing import Final

from newscorpus.clean.identity import fold
from newscorpus.clean.outlet import MAX_NAME_WORDS, N_FOOTER_LINES, is_known_outlet
from newscorpus.clean.pasted.cues import MENU, Cue
from newscorpus.clean.pasted.lines import MAX_CAPITALISED_SHARE, Line

MIN_HEADLINE_WORDS: Final = 3
MAX_HEADLINE_WORDS: Final = 25
"""Words of a line that can be the headline: fewer are a label or a place, more a lead."""
N_HEAD_LINES: Final = 15
"""Lines above the first paragraph among which outlet, headline, byline and date are looked for on a page."""

HEADLINE: Final = Cue("headline", "headline above the text", "clear")
MASTHEAD: Final = Cue("navigation", "the outlet's name above the text", "clear")
_LABEL: Final = Cue("navigation", "short line above the headline", "clear")
_NAMES_OUTLET: Final = frozenset({"copyright", "promotion", "donation"})
_OF_A_HEAD: Final = frozenset({"byline", "dateline"})


def cut_head(lines: Sequence[Line], cuts: list[Cue | None], *, title: str | None, outlets: Collection[str]) -> None:
    """Cut the outlet's name, short labels and the headline above the first prose that stays; nothing without prose.

    `outlets` are names of the outlet, folded. Where `title` is known, only the line that repeats it is the headline.
    """
    first_prose = first_of_text(lines, cuts)
    if not first_prose:
        return
    below = zip(lines[first_prose:], cuts[first_prose:], strict=True)
    footer = [fold(line.text) for line, cut in below if cut and cut.kind in _NAMES_OUTLET][-N_FOOTER_LINES:]
    for number in range(min(first_prose, N_HEAD_LINES)):
        if cuts[number] is None and _is_masthead(lines[number], footer, outlets):
            cuts[number] = MASTHEAD
    if _is_above_menu(lines, cuts, first_prose):
        cuts[0] = _LABEL
    stays = [n for n in range(first_prose + 1) if cuts[n] is None]
    if title:
        repeats = next((n for n in stays[:-1] if fold(lines[n].text) == fold(title)), None)
        _cut_above(lines, cuts, stays, headline=repeats)
    elif any(cut and (cut.kind in _OF_A_HEAD or cut in (MASTHEAD, MENU)) for cut in cuts[:first_prose]):
        can_be = (n for n in stays[:-1] if _reads_like_headline(lines[n]))
        _cut_above(lines, cuts, stays, headline=next(can_be, None))
    elif len(stays) == 2 and lines[stays[1]].starts_block and not lines[stays[0]].ends_sentence:
        _cut_above(lines, cuts, stays, headline=stays[0] if _reads_like_headline(lines[stays[0]]) else None)


def first_of_text(lines: Sequence[Line], cuts: Sequence[Cue | None]) -> int | None:
    """The number of the first prose that stays, None without any; a question right above a byline is a headline."""
    for number, line in enumerate(lines):
        below = cuts[number + 1] if number + 1 < len(cuts) else None
        is_asked = line.text.endswith(("?", "!")) and line.n_words <= MAX_HEADLINE_WORDS
        if line.is_prose and not cuts[number] and not (is_asked and below and below.kind in _OF_A_HEAD):
            return number
    return None


def _cut_above(lines: Sequence[Line], cuts: list[Cue | None], stays: Sequence[int], *, headline: int | None) -> None:
    """Cut the headline and the labels above it; nothing where more than labels stands there."""
    if headline is None:
        return
    above = [n for n in stays if n < headline]
    if all(_is_label(lines[n]) for n in above):
        for number in above:
            cuts[number] = _LABEL
        cuts[headline] = HEADLINE


def _reads_like_headline(line: Line) -> bool:
    return MIN_HEADLINE_WORDS <= line.n_words <= MAX_HEADLINE_WORDS and not line.text.endswith((".", ":", ";", ","))


def _is_label(line: Line) -> bool:
    return line.n_words < MIN_HEADLINE_WORDS and not line.ends_sentence


def _is_masthead(line: Line, footer: Sequence[str], outlets: Collection[str]) -> bool:
    """Whether a line is the outlet's name alone: known from elsewhere, or a name that the footer repeats."""
    if line.ends_sentence or line.n_words > MAX_NAME_WORDS:
        return False
    name = fold(line.text)
    if name in outlets or is_known_outlet(line.text):
        return True
    is_name = line.n_words > 1 and line.share_capitalised > MAX_CAPITALISED_SHARE
    return is_name and any(f" {name} " in f" {text} " for text in footer)


def _is_above_menu(lines: Sequence[Line], cuts: Sequence[Cue | None], first_prose: int) -> bool:
    """Whether the first line is short, a menu follows, and the headline only then."""
    if cuts[0] or cuts[1] != MENU or lines[0].n_words > MAX_NAME_WORDS:
        return False
    return any(_reads_like_headline(lines[n]) for n in range(2, first_prose) if cuts[n] is None)
