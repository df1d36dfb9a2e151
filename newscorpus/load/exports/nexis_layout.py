"""The layout of Nexis Uni and Lexis Advance, since 2018: every article ends with a line "End of Document".

An article: title, source, date, notice of rights, labelled lines, a line "Body", the text, then lines that say that
graphics, corrections or indexing begin.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from newscorpus.load.exports.article import Parts, article_of, begins_with_date, without_by
from newscorpus.load.formats import NEXIS_END
from newscorpus.load.tables.columns import Role
from newscorpus.load.text_files import without_head
from newscorpus.text.words import n_words
from newscorpus.values import RawArticle, Rejected

_BODY: Final = frozenset({"body", "text", "textkörper", "corps"})
_SECTIONS: Final = {  # headings behind the text -> what stands below them
    "graphic": "caption",
    "grafik": "caption",
    "correction": "correction",
    "classification": "indexing",
    "notes": "indexing",
}
_LABEL: Final = re.compile(
    r"(Section|Length|Byline|Highlight|Dateline|Series|Edition|Distribution|Rubrik|Länge|Autor|Rubrique|Longueur|Auteur)"
    r":[ \u00a0]{0,9}(.*)",
    re.DOTALL | re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:Load-Date|Correction-Date|Language|Publication-Type|Journal Code|Subject|Geographic|Industry|Company|Person"
    r"|Organization|Ticker|Guests):[ \u00a0]",
    re.IGNORECASE,
)
_COVER: Final = re.compile(
    r"(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by|Documents? \(\d"
    r"|Content Type|Sources?|Quellen|News$|\d{1,3}\.(?:\s|$)|-{20,})",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(r"(?:Copyright|©|\(c\))", re.IGNORECASE)
_WORDS_LEFT: Final = 30  # behind the last article; fewer are a foot of the export
_TOP: Final[tuple[Role, ...]] = ("title", "source")  # what stands first above an article, in this order
_TOP_LINES: Final = 4  # more lines are a cover that is not known
_ADDRESS: Final = re.compile(r"https?://\S{5,500}")


def articles_in(
    lines: Sequence[str], name: str, layout: str, note: str | None = None
) -> Iterator[RawArticle | Rejected]:
    """Yield the articles in the lines or paragraphs of an export; at least one item."""
    record, piece = 0, list[str]()
    for line in lines:
        if is_end(line):
            yield article_of(_parts(piece), name, record, layout, note)
            record, piece = record + 1, []
        else:
            piece.append(line.strip("\n\f"))
    has_body = any(map(is_body, piece))
    if has_body or not record or n_words(" ".join(piece)) >= _WORDS_LEFT:
        parts = _parts(piece)
        parts.notes.append("the file breaks off before the end of this article")
        yield article_of(parts, name, record, layout, note)


def _parts(lines: Sequence[str]) -> Parts:
    body = next((n for n, line in enumerate(lines) if is_body(line)), None)
    if body is None:
        return _of_unknown_layout(lines)
    parts = Parts()
    _read_head([line for line in lines[:body] if line.strip()], parts)
    behind = next((n for n, line in enumerate(lines) if n > body and is_behind(line)), len(lines))
    parts.paragraphs = [" ".join(line.split()) for line in lines[body + 1 : behind] if line.strip()]
    if parts.paragraphs and _ADDRESS.fullmatch(parts.paragraphs[-1]):
        parts.fields["url"] = parts.paragraphs.pop()
    _read_behind(lines[behind:], parts)
    return parts


def _of_unknown_layout(lines: Sequence[str]) -> Parts:
    """Keep all lines as the text but labelled ones at the top: no line says where the text begins."""
    headed = without_head("\n".join(lines))
    return Parts(
        paragraphs=re.split(r"\n[ \t]{0,99}\n", headed.text),
        fields=dict(headed.fields),
        notes=["the layout is not known: no line says where the text begins"],
    )


def _read_head(lines: Sequence[str], parts: Parts) -> None:
    """Read what stands between the end of the article before and the text."""
    for line in lines:
        for row in line.split("\n"):
            _read_label(row.strip(), parts)
    dated = next((n for n in range(len(lines) - 1, -1, -1) if begins_with_date(lines[n])), None)
    if dated is None:
        parts.notes.append("no date was found in its head")
        above = [line for line in takewhile(lambda line: not _is_label(line), lines) if not _COVER.match(line.strip())]
        if len(above) <= _TOP_LINES:
            parts.fields |= dict(zip(_TOP, above, strict=False))
        return
    parts.fields["published_at"] = lines[dated]
    named = [line.strip() for line in lines[:dated] if not _COVER.match(line.strip())]
    if named:
        parts.fields["source"] = named[-1].strip(" .")
    if len(named) > 1:
        parts.fields["title"] = named[-2]


def _read_label(row: str, parts: Parts) -> None:
    if _RIGHTS.match(row):
        parts.above.append(("copyright", row))
    match = _LABEL.match(row)
    if match is None:
        return
    label, value = match[1].lower(), match[2].strip()
    if label in ("section", "rubrik", "rubrique"):
        parts.fields["section"] = value
    elif label in ("length", "länge", "longueur"):
        parts.length = value
    elif label in ("byline", "autor", "auteur"):
        parts.fields["author"] = without_by(value)
    else:
        parts.above.append(("standfirst" if label == "highlight" else "indexing", row))


def _read_behind(lines: Sequence[str], parts: Parts) -> None:
    key = "indexing"
    for line in lines:
        words = line.strip()
        if words.casefold() in _SECTIONS:
            key = _SECTIONS[words.casefold()]
        elif _BEHIND.match(words):
            language = re.search(r"^Language:[ \u00a0]{0,9}([^;(\n]{2,40})", words, re.MULTILINE | re.IGNORECASE)
            if language:
                parts.fields["language"] = language[1].strip()
            parts.below.append(("indexing", words))
            key = "indexing"
        elif _RIGHTS.match(words):
            parts.below.append(("copyright", words))
        elif words:
            parts.below.append((key, words))


def is_end(line: str) -> bool:
    """Whether a line ends an article."""
    return NEXIS_END.fullmatch(line.strip()) is not None


def is_own_line(line: str) -> bool:
    """Whether a line is one by which an export is read, and so no part of a paragraph."""
    return is_end(line) or is_body(line) or is_behind(line) or _is_label(line) or begins_with_date(line)


def is_body(line: str) -> bool:
    """Whether the text begins behind a line."""
    return line.strip().casefold() in _BODY


def is_behind(line: str) -> bool:
    """Whether a line ends the text: captions, corrections or indexing begin."""
    words = line.strip()
    return words.casefold() in _SECTIONS or _BEHIND.match(words) is not None


def _is_label(line: str) -> bool:
    return _LABEL.match(line.strip()) is not None or _RIGHTS.match(line.strip()) is not None
