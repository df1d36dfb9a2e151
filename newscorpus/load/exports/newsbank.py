"""NewsBank, as text. Made from descriptions of the layout, with no real file seen.

A record is a head of labelled lines (title, author, source, date) that is closed by its number: "Record Number: …".
"""

import re
from collections.abc import Iterator
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.exports.labelled import Labels, articles_of_records
from newscorpus.values import RawArticle, Rejected

# A record begins with the first label of its head: behind the number or the rights of the one before.
_CLOSES: Final = re.compile(r"^(?:Record(?: Number)?: .*|(?:Copyright|©).{0,200})\n(?:\s{0,99}\n)?", re.MULTILINE)
_BEGINS: Final = re.compile(r"^(?:Title|Headline|Paper|Publication|Source|Date|Author|Article Text): ", re.MULTILINE)
_LABELS: Final = Labels(
    meanings={
        "title": "title",
        "headline": "title",
        "paper": "source",
        "publication": "source",
        "source": "source",
        "date": "published_at",
        "author": "author",
        "byline": "author",
        "section": "section",
        "article text": "text",
        "text": "text",
        "word count": "length",
        "caption": "caption",
        "copyright": "copyright",
        **dict.fromkeys(
            ("page", "edition", "index terms", "dateline", "record", "record number", "openurl link", "location"),
            "indexing",
        ),
    },
    behind_text=frozenset({"caption", "copyright", "record", "record number", "index terms", "openurl link"}),
)


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file, as many as there are numbers of records."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    records, start = list[str](), 0
    for match in _CLOSES.finditer(text):
        following = _BEGINS.search(text, match.end())
        if following is None or text[match.end() : following.start()].strip() or following.start() < start:
            continue
        records.append(text[start : match.end()])
        start = following.start()
    records.append(text[start:])
    yield from articles_of_records(
        [record for record in records if record.strip()], _LABELS, content.name, layout, content.decoded.note
    )
