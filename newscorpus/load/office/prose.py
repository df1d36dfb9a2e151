"""The paragraphs of a document -> one article; as several where it holds several that say where each begins."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newscorpus.load import text_pieces
from newscorpus.load.content import Content
from newscorpus.load.exports import nexis_layout
from newscorpus.load.setting_aside import SetAside
from newscorpus.values import RawArticle, Rejected, Removal


def one_article(
    paragraphs: Sequence[str], content: Content, layout: str, below: Sequence[Removal] = ()
) -> Iterator[RawArticle | Rejected]:
    """Yield the paragraphs as a text, read as a text file is: its head of labelled lines, parts where heads repeat.

    A document whose lines end articles as those of Nexis do, a printed export, is read as its articles.

    `below` is what the reader of the format took out; it goes with the last article.
    """
    lines = [paragraph.strip() for paragraph in paragraphs]
    if not any(lines):
        raise SetAside("no_text", "There are no words in it, only pictures or nothing.")
    if any(map(nexis_layout.is_end, lines)):
        *articles, last = nexis_layout.articles_in(paragraphs, content.name, f"nexis {layout}")
    else:
        *articles, last = text_pieces.articles_in(_joined(lines), content.name, layout)
    yield from articles
    yield replace(last, below=(*last.below, *below)) if isinstance(last, RawArticle) else last


def _joined(lines: Sequence[str]) -> str:
    """Paragraphs with empty lines between them, but labelled lines at the top close together."""
    n_head = next((n for n, line in enumerate(lines) if line and not text_pieces.is_labelled(line)), len(lines))
    head = [line for line in lines[:n_head] if line]
    rest = [line for line in lines[n_head:] if line]
    return "\n\n".join(filter(None, ("\n".join(head), "\n\n".join(rest))))
