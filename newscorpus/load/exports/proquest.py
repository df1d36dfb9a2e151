"""ProQuest, as text and as HTML. Text: records between lines of sixty underscores, the last a notice of rights."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.exports.article import NO_RECORDS, Parts, article_of, begins_with_date, fields_of
from newscorpus.load.exports.labelled import Labels, articles_of_records
from newscorpus.load.xml import local, parse_html, words_of
from newscorpus.values import RawArticle, Rejected

_RULE: Final = re.compile(r"^_{40,}\s{0,9}$", re.MULTILINE)
_RECORD: Final = re.compile(
    r"^(?:ProQuest document ID|Full text|Abstract|Publication title|Document URL):", re.MULTILINE
)
_INDEXING: Final = (
    "publication year|publication info|publication subject|pages|first page|publisher|place of publication|"
    "country of publication|proquest document id|subject|location|people|company / organization|"
    "identifier / keyword|business indexing term|classification|dateline|links|last updated|database|source type|"
    "document type|issn|volume|issue|number of pages|company|column|edition|document feature|source attribution"
)
_LABELS: Final = Labels(
    meanings={
        **dict.fromkeys(_INDEXING.split("|"), "indexing"),
        "title": "title",
        "publication title": "source",
        "publication date": "published_at",
        "author": "author",
        "full text": "text",
        "abstract": "standfirst",
        "section": "section",
        "language of publication": "language",
        "document url": "url",
        "credit": "credit",
        "illustration": "caption",
        "caption": "caption",
        "copyright": "copyright",
    },
    behind_text=frozenset(
        "subject|location|people|company / organization|identifier / keyword|business indexing term|title|"  # noqa: SIM905
        "publication title|publication date|publication year|credit|copyright|illustration|links|pages|"
        "proquest document id|document url|last updated|company|classification|dateline".split("|")
    ),
    untitled_top=True,
)


def read_text(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    records = [piece.strip() for piece in _RULE.split(text) if _RECORD.search(piece)]
    yield from articles_of_records(records, _LABELS, content.name, layout, content.decoded.note)


def read_html(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a page, one for each element `text`."""
    root = parse_html(content.text)
    parts, record = Parts(), 0
    for element in root.iter(etree.Element):
        kind = element.get("class") or ""
        if "ocumentTitle" in kind and not parts.fields.get("title"):
            parts.fields |= fields_of({"title": words_of(element)})
        elif "titleAuthorETC" in kind:
            _read_source(words_of(element), parts)
        elif local(element) == "text":
            parts.paragraphs = [words_of(p) for p in element.iter("p")] or [words_of(element)]
            yield article_of(parts, content.name, record, layout, content.decoded.note)
            parts, record = Parts(), record + 1
    if not record:
        yield Rejected(content.name, 0, layout, "no_text", NO_RECORDS)


def _read_source(line: str, parts: Parts) -> None:
    """Read "Writer, A. The Echo; Leeds [Leeds] 3 Jan 2020: 4": the day parts what stands before it from pages."""
    day = re.search(r"\b(?:\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})", line)
    if day and begins_with_date(day[0]):
        parts.fields["published_at"] = day[0]
    named = re.split(r"[;\[]", line[: day.start()] if day else line)[0].strip(" ,")
    author, stop, source = named.rpartition(". ")
    parts.fields |= fields_of({"source": source if stop else named, "author": author})
