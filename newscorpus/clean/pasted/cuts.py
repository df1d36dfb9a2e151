"""Which lines of a plain text are cut, and why: first what a line says, then what its neighbours say.

Three readings, by how much the text is trusted to be an article already: a table's *cell* (only what is unmistakable
is cut), a pasted *article* (captions, head and footer too), a whole *page* (all outside the article's stretch too).
"""

from collections.abc import Sequence
from typing import Final, Literal

from newscorpus.clean.pasted.captions import find_byline, find_caption
from newscorpus.clean.pasted.cues import Cue, Strength, find_cue
from newscorpus.clean.pasted.head import HEADLINE, first_of_text
from newscorpus.clean.pasted.lines import Line
from newscorpus.clean.pasted.region import article_region, headlines, is_page

Reading = Literal["cell", "article", "page"]

_BELIEVED: Final[dict[Reading, frozenset[Strength]]] = {
    "cell": frozenset({"unmistakable"}),
    "article": frozenset({"unmistakable", "clear"}),
    "page": frozenset({"unmistakable", "clear", "page"}),
}
MAX_ALT_WORDS: Final = 15
"""Words of a picture's description standing right above its caption."""
_OF_A_FOOTER: Final = frozenset({"copyright", "promotion", "donation", "comments", "credit", "caption", "agency_note"})
_OUTSIDE: Final = Cue("other", "outside the article's stretch of the page", "page")
_OUTSIDE_SHORT: Final = Cue("navigation", "short line outside the article's stretch of the page", "page")
_LINK: Final = Cue("related", "below a heading over links to other articles", "page")
_BETWEEN: Final = Cue("other", "short line between lines of the footer", "clear")
_ALT: Final = Cue("caption", "short line right above a caption", "clear")


def find_cues(lines: Sequence[Line]) -> list[Cue | None]:
    """Return what each line says of itself as furniture, None where it says nothing."""
    return [find_cue(line.text) or find_caption(line) or find_byline(line) for line in lines]


def reading_of(lines: Sequence[Line], cues: Sequence[Cue | None], *, is_cell: bool) -> Reading:
    """How a text is read: a cell as a cell, a text with a page's menus as a page, any other as an article."""
    if is_cell:
        return "cell"
    return "page" if is_page(lines, cues) else "article"


def find_cuts(lines: Sequence[Line], cues: Sequence[Cue | None], reading: Reading) -> list[Cue | None]:
    """Return for each line the reason to cut it, None for a line that stays."""
    cuts = [cue if cue and cue.strength in _BELIEVED[reading] else None for cue in cues]
    if reading == "page":
        return _page_cuts(lines, cuts)
    if reading == "cell":
        _cut_closing(cues, cuts)
    if reading == "article":
        _spare_bylines_inside(lines, cuts)
        _cut_descriptions(lines, cuts)
        _cut_between(lines, cuts)
    return cuts


def _page_cuts(lines: Sequence[Line], cuts: list[Cue | None]) -> list[Cue | None]:
    region = article_region(lines, cuts)
    for number in headlines(lines):
        cuts[number] = cuts[number] or HEADLINE
    below_links = False
    for number, line in enumerate(lines):
        if number not in region:
            cuts[number] = cuts[number] or (_OUTSIDE if line.is_prose else _OUTSIDE_SHORT)
            continue
        if cut := cuts[number]:
            below_links = cut.kind == "related"
        elif below_links and not line.ends_sentence:
            cuts[number] = _LINK
        else:
            below_links = False
    return cuts


def _prose(lines: Sequence[Line], cuts: Sequence[Cue | None]) -> range:
    """From the first to the last line of prose that stays; empty at the start when there is none."""
    first = first_of_text(lines, cuts)
    if first is None:
        return range(0)
    return range(first, 1 + max(n for n in range(first, len(lines)) if lines[n].is_prose and not cuts[n]))


def _spare_bylines_inside(lines: Sequence[Line], cuts: list[Cue | None]) -> None:
    """Keep bylines and dates, but for those above the first paragraph and at the close: inside, they are items."""
    prose = _prose(lines, cuts)
    closing = len(cuts)
    while closing > prose.stop and cuts[closing - 1]:
        closing -= 1
    for number, cut in enumerate(cuts):
        if cut and cut.kind in ("byline", "dateline") and (not prose or prose.start <= number < closing):
            cuts[number] = None


def _cut_closing(cues: Sequence[Cue | None], cuts: list[Cue | None]) -> None:
    """Believe clear lines of a footer too where nothing but such lines stands below: an export took them along."""
    for number in reversed(range(len(cuts))):
        cue = cues[number]
        if not cue or cue.strength == "page" or cue.kind not in _OF_A_FOOTER:
            return
        cuts[number] = cue


def _cut_descriptions(lines: Sequence[Line], cuts: list[Cue | None]) -> None:
    for number in range(len(lines) - 1):
        line, below = lines[number], cuts[number + 1]
        same_block = not lines[number + 1].starts_block
        is_short = line.n_words <= MAX_ALT_WORDS and not line.ends_sentence and line.starts_block
        if not cuts[number] and same_block and is_short and below and below.kind in ("caption", "credit"):
            cuts[number] = _ALT


def _cut_between(lines: Sequence[Line], cuts: list[Cue | None]) -> None:
    prose = _prose(lines, cuts)
    below = [n for n in range(prose.stop, len(lines)) if cuts[n]]
    if not prose or not below:
        return
    for number in range(below[0], below[-1]):
        cuts[number] = cuts[number] or _BETWEEN
