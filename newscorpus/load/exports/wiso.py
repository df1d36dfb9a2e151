"""wiso and GENIOS, as text. Made from descriptions of the layout, with no real file seen.

A record is a headline, the text, and closing lines: source, section, number of the document, address, rights.
"""

import re
from collections.abc import Iterator
from typing import Final

from newscorpus.load.content import Content
from newscorpus.load.exports.article import Parts, article_of
from newscorpus.load.tables.written_dates import as_iso
from newscorpus.load.xml import one_spaced
from newscorpus.values import RawArticle, Rejected

_SOURCE: Final = re.compile(r"^Quelle: (.*)$", re.MULTILINE)
_SOURCE_PARTS: Final = re.compile(
    r"(?P<source>.{2,100}?),? (?:vom )?(?P<day>\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\. [^\W\d_]{3,10} \d{4})"
)
_RIGHTS: Final = re.compile(r"^(?:Alle Rechte vorbehalten|©|\(c\))[^\n]*\n?", re.MULTILINE)
_FIELD: Final = re.compile(
    r"^(Quelle|Ressort|Autor|Dokumentnummer|ISSN|Dauerhafte Adresse des Dokuments): ?(.*)$", re.M
)


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file, one for each line "Dokumentnummer:"."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    for record, piece in enumerate(_records(text)):
        yield article_of(_parts(piece), content.name, record, layout, content.decoded.note)


def _records(text: str) -> Iterator[str]:
    sources = [*_SOURCE.finditer(text)]
    start = 0
    for number, source in enumerate(sources):
        limit = sources[number + 1].start() if number + 1 < len(sources) else len(text)
        rights = _RIGHTS.search(text, source.end(), limit)
        fields = [match.end() for match in _FIELD.finditer(text, source.start(), limit)]
        end = rights.end() if rights else max(fields, default=limit)
        yield text[start:end]
        start = end
    if not sources:
        yield text


def _parts(text: str) -> Parts:
    source = _SOURCE.search(text)
    top = text[: source.start()] if source else text
    title, *paragraphs = [one_spaced(block) for block in re.split(r"\n\s*\n", top) if block.strip()] or [""]
    parts = Parts(paragraphs=paragraphs, fields={"title": title})
    for match in _FIELD.finditer(text, source.start() if source else 0):
        label, value = match[1], match[2].strip()
        if label == "Quelle":
            said = _SOURCE_PARTS.match(value)
            parts.fields["source"] = said["source"] if said else value
            if said:
                parts.fields["published_at"] = as_iso(said["day"], "day first") or said["day"]
        elif label == "Ressort":
            parts.fields["section"] = value
        elif label == "Autor":
            parts.fields["author"] = value
        elif label.startswith("Dauerhafte"):
            parts.fields["url"] = value
        else:
            parts.below.append(("indexing", match[0]))
    parts.below += [("copyright", match[0].strip()) for match in _RIGHTS.finditer(text)]
    return parts
