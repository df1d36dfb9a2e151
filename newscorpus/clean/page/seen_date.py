"""The day of publication that readers see on a page: a short line about the article, never one about something else."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from lxml.html import HtmlElement

from newscorpus.clean.date_labels import is_change, is_publication, parts
from newscorpus.clean.page.containers import cut_of, stands_beside
from newscorpus.clean.page.stretches import Stretch, read_stretches
from newscorpus.text.dates import EARLIEST_YEAR_OF_PAGES, has_open_order, parse_written_date

LONGEST_LINE: Final = 160  # characters of a line with byline, date and time; a longer one is prose
MAX_WORDS: Final = 14  # of a line that gives a date and no label; a longer one tells what happened that day
LONG_PARAGRAPH: Final = 250  # characters from which a paragraph is the article's text
N_ABOVE: Final = 4  # lines right above the headline that may hold its date; further up stands today's
_NEVER: Final = frozenset({"blockquote", "footer", "aside", "nav", "figure", "figcaption", "select", "table"})


def date_seen(root: HtmlElement) -> tuple[datetime | None, str | None]:
    """The moment that a page shows as that of publication; and a date that was left open, as it is written.

    Read are short lines between the headline and the end of the text: first those labelled as publication, then those
    without a label. A date labelled as a change is none, nor is one in a list, a box, a picture or a quoted post.
    """
    open_order = None
    seen: list[datetime] = []
    for part in (part for line in _lines(root) for part in parts(line)):
        if is_change(part):
            continue
        is_labelled = is_publication(part)
        if not is_labelled and len(part.split()) > MAX_WORDS:
            continue
        moment = parse_written_date(part, earliest_year=EARLIEST_YEAR_OF_PAGES, keep_day=True)
        if moment and is_labelled:
            return moment, None
        if moment:
            seen.append(moment)
        elif has_open_order(part):
            open_order = open_order or part.strip()
    return (seen[0], None) if seen else (None, open_order)


def _lines(root: HtmlElement) -> Iterator[str]:
    """The short lines of a page about its article, in order, from a few above the headline to the end of the text."""
    body = root.find("body")
    stretches = read_stretches(root if body is None else body)
    lines = [_line(list(group)) for _, group in groupby(stretches, key=lambda stretch: stretch.block)]
    texts = [(text, home) for text, home in lines if text]
    first = next((n for n, (_, home) in enumerate(texts) if home.tag == "h1"), N_ABOVE)
    last = max((n for n, (text, home) in enumerate(texts) if len(text) >= LONG_PARAGRAPH and n > first), default=None)
    below = texts[max(0, first - N_ABOVE) : None if last is None else last + 2 * N_ABOVE]
    around = home_of_headline(root)
    at_home = ((text, home) for text, home in below if around is None or around in (home, *home.iterancestors()))
    return (text for text, home in at_home if len(text) <= LONGEST_LINE and not _is_of_something_else(home))


def home_of_headline(root: HtmlElement) -> HtmlElement | None:
    """The outermost article or main part around the page's first heading; None where it stands in none."""
    heading = next(root.iter("h1"), None)
    around = [] if heading is None else [e for e in heading.iterancestors() if e.tag in ("article", "main")]
    return around[-1] if around else None


def _line(stretches: Sequence[Stretch]) -> tuple[str, HtmlElement]:
    return " ".join("".join(stretch.text for stretch in stretches).split()), stretches[0].home


def _is_of_something_else(home: HtmlElement) -> bool:
    around = [home, *home.iterancestors()]
    cuts = (cut_of(element) for element in around if element.tag not in ("header", "noscript"))
    is_cut = any(cut and cut.kind not in ("byline", "navigation") for cut in cuts)
    return is_cut or stands_beside(home) or any(element.tag in _NEVER for element in around)
