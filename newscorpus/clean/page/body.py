"""Which blocks of a page are its article: trafilatura's choice, traced back to the text nodes it chose, and mended."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import trafilatura
from lxml.html import HtmlElement

from newscorpus.clean import offers
from newscorpus.clean.page.blocks import Block, Place, article_blocks, n_characters_of, read_blocks
from newscorpus.clean.page.containers import Cut
from newscorpus.clean.page.lines import cut_of_line, heads_other_articles, is_byline, is_headline
from newscorpus.clean.page.stretches import Stretch

MAX_ELEMENTS: Final = 20_000  # real news pages have up to 6,000; the extractor is quadratic in the worst case
BRAILLE: Final = 0x2800  # a block of 256 printable symbols that no news text uses: base 256 digits
BASE: Final = 256
N_DIGITS: Final = 3
ALL_LINK: Final = 0.9  # from this share of its characters on, a paragraph is a link to something else
MOST: Final = 0.5  # of the article: it begins behind its headline when more than this stands there
TAIL: Final = 0.3  # of the article: what stands behind a heading of other articles is cut when it is no more than this
LEAST_CHARACTERS: Final = 25  # of a paragraph found without the extractor: shorter lines are labels and menus
LEAST_FIRST_PARAGRAPH: Final = 100  # characters: what is shorter above the text may be byline or date

ABOVE: Final = Cut("navigation", "stands above the headline")
HEADLINE: Final = Cut("headline", "the headline")
WALL: Final = Cut("promotion", offers.RULE)
ABOUT_AUTHOR: Final = Cut("byline", "note on the author")
N_CLOSING: Final = 3  # blocks at the end of an article among which notes on its authors are looked for
BYLINE: Final = Cut("byline", "byline or date above the text")

_MARK = re.compile(f"[{chr(BRAILLE)}-{chr(BRAILLE + BASE - 1)}]{{{N_DIGITS}}}")


class Known(NamedTuple):
    """What is known of an article before its text is found: its headline, and the people who wrote it."""

    title: str | None
    author: str | None


def find_article(
    root: HtmlElement,
    places: Mapping[HtmlElement, Place],
    stretches: list[Stretch],
    known: Known,
    *,
    whole: bool,
) -> list[Block]:
    """The blocks of the page; those with `is_article` are its article, the others say why not where it is known.

    `whole`: the text is a piece of a page that holds nothing but an article, so every part is one that no rule cuts.
    `root` is not fit for reading afterwards.
    """
    blocks = read_blocks(stretches, places)
    chosen = set() if whole or len(places) > MAX_ELEMENTS else _chosen(root, stretches, places)
    _choose(blocks, stretches, chosen)
    if not chosen:
        _choose_paragraphs(blocks, whole=whole)
    _mend(blocks)
    _cut_head(blocks, known.title)
    _cut_close(blocks, known.author)
    _cut_lines(blocks)
    return blocks


def _cut_close(blocks: list[Block], author: str | None) -> None:
    """Cut the offer that closes a beginning, and the note on the author at the end."""
    article = list(article_blocks(blocks))
    wall = offers.wall_at_end([block.text for block in article])
    for block in article[wall:] if wall is not None else ():
        block.is_article, block.cut = False, WALL
    for block in list(article_blocks(blocks))[-N_CLOSING:]:
        if offers.is_about_author(block.text, author, in_italics=block.home.tag in ("em", "i")):
            block.is_article, block.cut = False, ABOUT_AUTHOR


def _chosen(root: HtmlElement, stretches: list[Stretch], places: Mapping[HtmlElement, Place]) -> set[int]:
    """Numbers of the stretches that trafilatura takes for the article; empty when it finds none.

    Each text node is numbered by three symbols that pass through the extractor, so that what comes out can be traced
    to where it stood.
    """
    for number, stretch in enumerate(stretches):
        if not (stretch.is_blank or places[stretch.home].cut):
            _mark(stretch, number)
    for element in [e for e, place in places.items() if place.cut]:
        if element.getparent() is not None and places[element.getparent()].cut is None:
            element.clear(keep_tail=True)  # dropping it would join the tails around it again and again
    document = trafilatura.bare_extraction(root, include_comments=False)
    if document is None or isinstance(document, dict) or document.body is None:
        return set()
    return {_number(mark) for mark in _MARK.findall("".join(document.body.itertext()))}


def _mark(stretch: Stretch, number: int) -> None:
    digits = (number // BASE**2, number // BASE % BASE, number % BASE)
    marked = "".join(chr(BRAILLE + digit) for digit in digits) + stretch.text
    if stretch.is_tail:
        stretch.element.tail = marked
    else:
        stretch.element.text = marked


def _number(mark: str) -> int:
    high, middle, low = (ord(symbol) - BRAILLE for symbol in mark)
    return high * BASE**2 + middle * BASE + low


def _choose(blocks: list[Block], stretches: list[Stretch], chosen: set[int]) -> None:
    for block in blocks:
        own = [n for n in block.numbers if n not in block.cut_inside]
        n_chosen = sum(len(stretches[n].text) for n in own if n in chosen)
        block.is_article = bool(n_chosen) and n_chosen >= MOST * sum(len(stretches[n].text) for n in own)


def _choose_paragraphs(blocks: list[Block], *, whole: bool) -> None:
    """Without the extractor's choice: every block of a piece of a page; of a page, its paragraphs."""
    for block in blocks:
        is_paragraph = block.home.tag == "p" or next(block.home.iterancestors("p"), None) is not None
        long_enough = is_paragraph and len(block.text) >= LEAST_CHARACTERS and block.share_linked < ALL_LINK
        block.is_article = bool(block.text) and (whole or long_enough)


def _mend(blocks: list[Block]) -> None:
    """Take in what the extractor left out of the very element that it took the rest from."""
    homes = {block.home for block in article_blocks(blocks)}
    for block in blocks:
        if block.home in homes and block.text and block.share_linked < ALL_LINK:
            block.is_article = True


def _cut_head(blocks: list[Block], title: str | None) -> None:
    """Cut the headline, and what stands above it when most of the article stands below."""
    headlines = [n for n, block in enumerate(blocks) if is_headline(block.text, title)]
    first_h1 = next((n for n, block in enumerate(blocks) if block.place.in_h1 and block.text), None)
    if first_h1 is not None and not any(blocks[n].place.in_h1 for n in headlines):
        headlines = sorted({first_h1, *headlines})
    above = [block for n in headlines[:1] for block in article_blocks(blocks[:n])]
    if above and n_characters_of(above) <= (1 - MOST) * n_characters_of(blocks):
        for block in above:
            block.is_article, block.cut = False, cut_of_line(block.text) or ABOVE
    for n in headlines:
        blocks[n].is_article, blocks[n].cut = False, HEADLINE
    for block in article_blocks(blocks):
        if len(block.text) >= LEAST_FIRST_PARAGRAPH:
            break
        if is_byline(block.text):
            block.is_article, block.cut = False, BYLINE


def _cut_lines(blocks: list[Block]) -> None:
    n_left = n_all = n_characters_of(blocks)
    heading: Cut | None = None
    for block in list(article_blocks(blocks)):
        n_left -= len(block.text)
        cut = cut_of_line(block.text)
        if heading is None and heads_other_articles(block.text) and n_left <= TAIL * n_all:
            heading = cut or Cut("related", "heads a list of other articles")
        if cut is None and block.share_linked >= ALL_LINK and not block.place.in_heading:
            cut = Cut("related", "a line that is only a link")
        if heading or cut:
            block.is_article, block.cut = False, heading or cut
