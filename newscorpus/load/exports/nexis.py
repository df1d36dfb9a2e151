"""Nexis Uni and Lexis Advance, since 2018, as Word, RTF and text files: their lines are read by `nexis_layout`."""

from collections.abc import Iterator, Sequence

from newscorpus.load.content import Content
from newscorpus.load.exports.nexis_layout import articles_in, is_behind, is_body, is_end
from newscorpus.load.office.docx import paragraphs_of
from newscorpus.load.office.rtf import text_of
from newscorpus.values import RawArticle, Rejected

_NARROWEST, _PAGE_WIDTH = 50, 100  # characters of the longest line where lines are wrapped; paragraphs are longer


def read_docx(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a Word file; it may hold one or many."""
    yield from articles_in(paragraphs_of(content), content.name, layout)


def read_rtf(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of an RTF file."""
    yield from articles_in(text_of(content).split("\n"), content.name, layout)


def read_text(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file."""
    yield from articles_in(_unwrapped(content.text.splitlines()), content.name, layout, content.decoded.note)


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join the lines of wrapped paragraphs: in the text, a line behind one that had no room for its first word."""
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _PAGE_WIDTH:
        return list(lines)
    joined, in_text = list[str](), False
    for last, line in zip(["", *lines], lines, strict=False):
        ends = is_end(line) or is_behind(line)
        in_text = not ends and (in_text or is_body(last))
        if in_text and last.strip() and not is_body(last) and len(last) + 1 + len(line.split(" ")[0]) > width:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return joined
