"""RTF: its text by striprtf, which runs nothing and follows no link."""

from collections.abc import Iterator
from typing import Final

from striprtf.striprtf import rtf_to_text

from newscorpus.load.content import Content
from newscorpus.load.encodings import whole_characters
from newscorpus.load.limits import MEGABYTE
from newscorpus.load.office.prose import one_article
from newscorpus.load.setting_aside import SetAside
from newscorpus.values import RawArticle, Rejected

_MAX_BYTES: Final = 20 * MEGABYTE  # 500 articles take 3 MB; pictures written as digits take more and are no text


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield an RTF file as one article."""
    yield from one_article(text_of(content).split("\n"), content, layout)


def text_of(content: Content) -> str:
    """Return the text, a line a paragraph. Raises SetAside where it cannot be read."""
    if len(content.data) > _MAX_BYTES:
        raise SetAside("too_large", f"The limit for RTF is {_MAX_BYTES // MEGABYTE} MB.")
    try:
        text = rtf_to_text(  # type: ignore[no-untyped-call]
            content.data.decode("latin-1"), encoding="cp1252", errors="replace"
        )
    except (ValueError, LookupError, KeyError, IndexError, TypeError, OverflowError) as error:
        raise SetAside("damaged") from error
    return whole_characters(text)
