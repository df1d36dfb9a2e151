"""The headline of a page, as a reader of the page would copy it: without the name of the site behind it."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from newscorpus.clean.identity import fold
from newscorpus.clean.page.containers import stands_beside
from newscorpus.clean.pasted.lines import read_lines

LONGEST: Final = 300  # characters; a heading that is longer is a paragraph in large type
LEAST_WORDS: Final = 3  # a heading of fewer words that nothing else on the page repeats may be a section's name
ALIKE: Final = 85  # of 100: the heading and the page's title are two writings of one headline
MAX_HEADINGS: Final = 20
LESSER_HEADINGS: Final = ("h2", "h3", "h4")

_SEPARATOR: Final = re.compile(r"\s+[|–—•·»«‹›:⁄*~-]+\s+|\s*\|\s*|\s*:: \s*|(?<=\w): (?=\w)|\s\s+")


def find_title(root: HtmlElement, declared: Sequence[str], site_names: Sequence[str]) -> str | None:
    """The headline; None when the page has neither headings nor titles.

    `declared` are the titles the page gives itself, the most telling first (JSON-LD, og:title, `<title>`);
    `site_names` are the names of the outlet, which are no part of a headline.
    """
    sites = {fold(name) for name in site_names} - {""}
    headings = [text for text in _headings(root) if fold(text) not in sites]
    folded = [fold(text) for text in declared]
    repeated = [heading for heading in headings if any(_repeats(heading, title) for title in folded)]
    bare = [without_site(title, sites) for title in declared]
    if repeated:
        heading = max(repeated, key=lambda heading: _standing(heading, folded))
        if fold(heading) in folded:
            return heading
        # A subtitle in the heading's element: the page's own title is where the headline ends.
        return next((title for title in bare if fold(heading).startswith(f"{fold(title)} ")), heading)
    if len(headings) == 1 and len(fold(headings[0]).split()) >= LEAST_WORDS:
        return headings[0]
    written = next((title for title in bare if fold(title) not in sites and fold(title)), None)
    return written or next(iter(headings), None) or _heading_above_text(root)


def without_site(title: str, sites: set[str]) -> str:
    """A title without the parts before and behind it that name the site (`sites`, folded).

    >>> without_site("Ferry strike ends - Lakeside Courier | News", {"lakeside courier"})
    'Ferry strike ends'
    >>> without_site("Ferry strike: ends today", {"lakeside courier"})
    'Ferry strike: ends today'
    """
    marks = list(_SEPARATOR.finditer(title))
    for mark in marks:
        if _names_site(title[mark.end() :], sites):
            return title[: mark.start()].strip()
    for mark in reversed(marks):
        if _names_site(title[: mark.start()], sites):
            return title[mark.end() :].strip()
    if marks and "|" in marks[-1][0] and len(title[: marks[-1].start()].split()) >= LEAST_WORDS:
        return title[: marks[-1].start()].strip()
    return title.strip()


def _names_site(part: str, sites: set[str]) -> bool:
    """Whether a part of a title is the site's name, or begins with it ("Lakeside Courier | News")."""
    folded = fold(part)
    joined = folded.replace(" ", "")
    return any(
        folded == site or folded.startswith(f"{site} ") or joined in (site.replace(" ", ""), f"the{site}")
        for site in sites
    )


def _headings(root: HtmlElement) -> list[str]:
    found = []
    for heading in root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if fold(text) and len(text) <= LONGEST and text not in found:
            found.append(text)
        if len(found) == MAX_HEADINGS:
            break
    return found


def _repeats(heading: str, folded_title: str) -> bool:
    folded = fold(heading)
    return f" {folded} " in f" {folded_title} " or fuzz.ratio(folded, folded_title) >= ALIKE


def _standing(heading: str, folded_titles: list[str]) -> tuple[bool, int]:
    """A heading that a declared title begins with comes before one that is a part of it; then the longer."""
    folded = fold(heading)
    return any(title.startswith(folded) for title in folded_titles), len(folded)


def _heading_above_text(root: HtmlElement) -> str | None:
    """The first lesser heading of a page without `<h1>`; None where a paragraph stands above it."""
    for element in root.iter("p", *LESSER_HEADINGS):
        text = " ".join("".join(element.itertext()).split())
        if element.tag == "p":
            if any(line.is_prose for line in read_lines(text)):
                return None
        elif len(text) <= LONGEST and len(fold(text).split()) >= LEAST_WORDS and not stands_beside(element):
            return text
    return None
