"""PDF with text in it: lines in the order of reading, without what repeats on every page; a scan is refused as one.

pypdfium2 gives the runs of letters with their places; how lines, columns and paragraphs are made of them stands in
`page_lines`.
"""

from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from newscorpus.load.content import Content
from newscorpus.load.office.page_lines import Run, lines_of, paragraphs_of, without_repeated
from newscorpus.load.office.prose import one_article
from newscorpus.load.setting_aside import SetAside
from newscorpus.values import RawArticle, Rejected

_MAX_PAGES: Final = 500  # a newspaper has some 60
_MAX_LETTERS: Final = 100_000  # of one page; a page of small advertisements has some 20,000
_LAST_CHARACTER: Final = 0x10FFFF
_GAP: Final = 1.2  # heights of a line between two words that still stand on one line; columns are further apart
_SCAN: Final = "It is a scan: pictures of pages without text inside. Run text recognition (OCR) on it first."
_FEWEST_CHARACTERS: Final = 20  # a page; fewer are a stamp of the scanner


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield a PDF as one article."""
    pages = _pages(content.data)
    n_characters = sum(len(line.text) for lines in pages for line in lines)
    if n_characters < _FEWEST_CHARACTERS * max(1, len(pages)):
        raise SetAside("no_text", _SCAN)
    kept, cut = without_repeated(pages)
    yield from one_article(paragraphs_of(kept), content, layout, cut)


def _pages(data: bytes) -> list[list[Run]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise SetAside("needs_password" if locked else "damaged") from error
    try:
        if len(document) > _MAX_PAGES:
            raise SetAside("too_large", f"It has {len(document):,} pages; the limit is {_MAX_PAGES}.")
        return [lines_of(_runs(document, number)) for number in range(len(document))]
    finally:
        document.close()


def _runs(document: pdfium.PdfDocument, number: int) -> list[Run]:
    """The runs of letters of a page; none for a page that is damaged."""
    try:
        page = document[number]
        try:
            return list(_runs_of(page.get_textpage()))
        finally:
            page.close()
    except pdfium.PdfiumError:
        return []


def _runs_of(page: pdfium.PdfTextPage) -> Iterator[Run]:
    letters: list[str] = []
    left = bottom = right = top = 0.0
    for i in range(min(page.count_chars(), _MAX_LETTERS)):
        letter = chr(min(pdfium_c.FPDFText_GetUnicode(page.raw, i), _LAST_CHARACTER))
        if letter.isspace():  # written, or put in between words by the library
            if letters:
                letters.append(" ")
            continue
        box = page.get_charbox(i)
        if letters and not _goes_on(box, (left, bottom, right, top)):
            yield Run(left, bottom, right, top, "".join(letters).strip())
            letters = []
        if letters:
            left, bottom, right, top = min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3])
        else:
            left, bottom, right, top = box
        letters.append(letter)
    if letters:
        yield Run(left, bottom, right, top, "".join(letters).strip())


def _goes_on(box: tuple[float, ...], run: tuple[float, ...]) -> bool:
    """Whether a letter in `box` stands on the line of a run and close behind its end."""
    height = max(run[3] - run[1], 1.0)
    middle = (box[1] + box[3]) / 2
    return run[1] - 0.4 * height <= middle <= run[3] + 0.4 * height and -height < box[0] - run[2] < _GAP * height
