"""Gale, as text. Made from descriptions of the layout, with no real file seen.

A record is a head of labelled lines, the text under "Full Text:", and closing lines with the number of the document.
"""

import re
from collections.abc import Iterator
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.exports.labelled import Labels, articles_of_records
from newscorpus.values import RawArticle, Rejected

_NUMBER: Final = re.compile(r"^(?:Gale )?Document Number: ?\S[^\n]*\n?", re.MULTILINE)
_LABELS: Final = Labels(
    meanings={
        "title": "title",
        "author": "author",
        "author(s)": "author",
        "publication title": "source",
        "source": "source",
        "publication date": "published_at",
        "date": "published_at",
        "section": "section",
        "full text": "text",
        "word count": "length",
        "length": "length",
        "copyright": "copyright",
        "copyright statement": "copyright",
        "language": "language",
        **dict.fromkeys(
            (
                "document type",
                "publisher",
                "issn",
                "gale document number",
                "document number",
                "source citation",
                "database",
                "subjects",
                "volume",
                "issue",
            ),
            "indexing",
        ),
    },
    behind_text=frozenset(
        {
            "copyright",
            "copyright statement",
            "source citation",
            "gale document number",
            "document number",
            "publication title",
            "subjects",
        }
    ),
)


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file, one for each number of a document."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    ends = [match.end() for match in _NUMBER.finditer(text)]
    records = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    whole = [record for record in records if re.search(r"^(?:Full Text|Title): ?", record, re.MULTILINE)]
    yield from articles_of_records(whole, _LABELS, content.name, layout, content.decoded.note)
