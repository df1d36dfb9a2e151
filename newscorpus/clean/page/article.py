"""A page, or a piece of one, to an article: its text, everything else with the reason, and what the page says of it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from newscorpus.clean import offers
from newscorpus.clean.agency import find_agency
from newscorpus.clean.outlet import normalise_outlet, outlet_from_path, outlet_from_text
from newscorpus.clean.page.blocks import Block, find_places
from newscorpus.clean.page.body import Known, find_article
from newscorpus.clean.page.containers import Cut
from newscorpus.clean.page.lines import cut_of_line
from newscorpus.clean.page.metadata import PageMetadata, read_metadata
from newscorpus.clean.page.stretches import Stretch, read_stretches
from newscorpus.clean.page.tree import is_fragment, parse_page
from newscorpus.clean.pasted.lines import read_lines
from newscorpus.text.dates import parse_written_date
from newscorpus.values import CleanArticle, RawArticle, Removal

PARAGRAPHS_PART: Final = "\n\n"
MOSTLY_LINK: Final = 0.5  # from this share of its characters on, a block outside the article is a menu
INVISIBLE: Final = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero width space, word joiner, byte order mark
QUOTATION_MARKS: Final = '"“”„«»「」『』‹›'
LEAST_QUOTED: Final = 4  # words of a block that is set as a quotation: fewer name its speaker
SAYS_AGENCY: Final = frozenset({"byline", "copyright", "agency_note", "dateline"})
_NOT_INVISIBLE = str.maketrans("", "", INVISIBLE)


def clean_html(raw: RawArticle) -> CleanArticle:
    """The article of a page or fragment (`raw.markup` is "html"): paragraphs parted by an empty line.

    Clean text and removals together hold every character of the page's text but white space, scripts and styles
    included. Fields of `raw` win over what the page says. The text is "" when nothing readable was found. Never
    raises.
    """
    root = parse_page(raw.content)
    places = find_places(root)
    page = read_metadata(root, raw.url)
    stretches = read_stretches(root)
    title = raw.title or page.title
    blocks = find_article(root, places, stretches, Known(title, page.author), whole=is_fragment(raw.content))
    text, removals = _written(blocks, stretches)
    source, source_basis = _source(raw, page, blocks)
    published_at, date_basis = _published_at(raw, page)
    return CleanArticle(
        text=text,
        removals=tuple(removals),
        source=source,
        source_basis=source_basis,
        agency=_agency(blocks, raw, page),
        title=title,
        author=raw.author or page.author,
        published_at=published_at,
        date_basis=date_basis,
        url=raw.url or page.url,
        note=_note_on(text, removals, page, dateless=published_at is None),
    )


def _written(blocks: list[Block], stretches: list[Stretch]) -> tuple[str, list[Removal]]:
    """The clean text, and what is not in it, in the order of the page."""
    paragraphs, removals, length = list[str](), list[_Cutting](), 0
    for block in blocks:
        paragraph = block.text.translate(_NOT_INVISIBLE).strip() if block.is_article else ""
        paragraph, n_added = _as_quotation(paragraph) if block.place.in_quotation else (paragraph, 0)
        start = length + len(PARAGRAPHS_PART) if length and paragraph else length
        for n_before, piece, cut in _pieces(block, stretches):
            position = start + _offset_behind(paragraph, n_before + n_added) if n_before and paragraph else length
            _note(removals, position, piece, cut)
        if paragraph:
            paragraphs.append(paragraph)
            length = start + len(paragraph)
    texts = (Removal(cutting.position, "\n".join(cutting.pieces), *cutting.reason) for cutting in removals)
    return PARAGRAPHS_PART.join(paragraphs), list(texts)


def _as_quotation(paragraph: str) -> tuple[str, int]:
    """A paragraph that the page sets as a quotation, in quotation marks where it has none; and how many stand before.

    The layout that says whose words they are is lost in plain text. A line that names the speaker gets none.
    """
    names_speaker = paragraph.startswith(("—", "–", "-")) or len(paragraph.split()) < LEAST_QUOTED
    if names_speaker or any(mark in paragraph for mark in QUOTATION_MARKS):
        return paragraph, 0
    return f"“{paragraph}”", 1


def _offset_behind(paragraph: str, n_seen: int) -> int:
    """The offset behind the first `n_seen` characters of a paragraph, white space aside."""
    seen = (n for n, character in enumerate(paragraph, 1) if not character.isspace())
    return next(islice(seen, n_seen - 1, None))


class _Cutting(NamedTuple):
    """A removal in the making."""

    position: int
    reason: tuple[str, str]
    pieces: list[str]


def _pieces(block: Block, stretches: list[Stretch]) -> Iterator[tuple[int, str, Cut]]:
    """What of a block is cut: (characters kept before it, white space aside; the piece; why)."""
    whole = None if block.is_article else _cut_of(block)
    n_kept, invisible = 0, ""
    for number in block.numbers:
        piece = stretches[number].text.strip()
        if not piece:
            continue
        if inside := block.cut_inside.get(number):
            yield n_kept, piece, _told_apart(inside, piece)
        elif whole:
            yield n_kept, piece, whole
        else:
            seen = piece.translate(_NOT_INVISIBLE)
            if len(seen) < len(piece):
                invisible += "".join(character for character in piece if character in INVISIBLE)
            n_kept += sum(map(len, seen.split()))
    if invisible:
        yield n_kept, invisible, Cut("other", "characters that cannot be seen")


def _told_apart(container: Cut, piece: str) -> Cut:
    """A part named only as head, foot or form of the page may hold lines that say what they are."""
    return (cut_of_line(piece) if container.kind == "navigation" else None) or container


def _note(removals: list[_Cutting], position: int, piece: str, cut: Cut) -> None:
    """Add a piece; what was cut for the same reason in the same place is one removal."""
    reason = (cut.kind, cut.rule)
    if removals and (removals[-1].position, removals[-1].reason) == (position, reason):
        removals[-1].pieces.append(piece)
    else:
        removals.append(_Cutting(position, reason, [piece]))


def _cut_of(block: Block) -> Cut:
    """Why a block is not in the article: what was found, else what it says, else that it stands outside."""
    said = cut_of_line(block.text)
    if found := block.cut or said:
        return found
    if block.share_linked >= MOSTLY_LINK:
        return Cut("navigation", "links outside the article")
    return Cut("other", "outside the article")


def _note_on(text: str, removals: list[Removal], page: PageMetadata, *, dateless: bool) -> str | None:
    n_words = sum(line.n_words for line in read_lines(text))
    beginning = offers.note_on(text, removals, n_words=n_words, is_for_subscribers=page.is_for_subscribers)
    left_open = page.date_left_open if dateless else None
    dated = f"the date {left_open!r} is left out: it does not prove which day is meant" if left_open else None
    return "; ".join(filter(None, (beginning, dated))) or None


def _source(raw: RawArticle, page: PageMetadata, blocks: list[Block]) -> tuple[str | None, str | None]:
    if raw.source:
        return normalise_outlet(raw.source), "the file"
    if page.source:
        return page.source, page.source_basis
    seen = "\n".join(block.text for block in blocks if block.text and block.place.cut is None)
    found = outlet_from_text(seen) or outlet_from_path(raw.file)
    return found or (None, None)


def _published_at(raw: RawArticle, page: PageMetadata) -> tuple[datetime | None, str | None]:
    written = parse_written_date(raw.published_at, keep_day=True) if raw.published_at else None
    return (written, "the file") if written else (page.published_at, page.date_basis)


def _agency(blocks: list[Block], raw: RawArticle, page: PageMetadata) -> str | None:
    """The agency credited in the article and the lines about it, or in what the page declares."""
    about = [b.text for b in blocks if b.text and (b.is_article or _cut_of(b).kind in SAYS_AGENCY)]
    return find_agency("\n\n".join(about), author=raw.author or page.byline)
