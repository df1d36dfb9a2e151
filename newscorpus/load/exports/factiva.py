"""Factiva: HTML with codes and without, XML, and the article format as text and RTF.

Codes: HD headline, BY author, CR credit, WC words, PD date, ET time, SN source, SE section, LA language, LP lead,
TD rest, ART captions, CX correction, CY rights; all others are indexing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.exports.article import NO_RECORDS, Parts, article_of, begins_with_date, fields_of, without_by
from newscorpus.load.formats import FACTIVA_NUMBER
from newscorpus.load.office.rtf import text_of
from newscorpus.load.xml import local, one_spaced, parse_html, parse_xml, words_of
from newscorpus.values import RawArticle, Rejected

_APART: Final = {"CR": "credit", "ART": "caption", "CX": "correction", "CY": "copyright"}
_READ: Final = frozenset({"HD", "BY", "WC", "PD", "ET", "SN", "SE", "LA", "LP", "TD"})
# In the order of the article format; anything else is no code.
_CODES: Final = tuple(
    re.findall(
        "[A-Z]+",
        "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CX CLM DLN CT NGC GC RF CO IN NS RE IPC IPD PUB AN",
    )
)
_CODE_LINE: Final = re.compile(rf"^({'|'.join(_CODES)})(?:[ \t]{{0,9}}|[ \t]{{2,9}}(\S.*)|\|(.*))$", re.MULTILINE)
_WORDS: Final = re.compile(r"\d[\d.,]{0,9}\s{0,3}\S{1,12}")
_TIME: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_RIGHTS: Final = re.compile(r"(?:\(c\)|©|Copyright)", re.IGNORECASE)
_HEAD_LINES: Final = 10  # from the source to the notice of rights, which the text follows
_CLOSING: Final = re.compile(r"^Search Summary\s{0,9}$", re.MULTILINE)


def read_html(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a page, one for each element of the class that Factiva gives articles."""
    root = parse_html(content.text)
    record = 0
    for element in root.iter("div"):
        if re.fullmatch(r"article [a-z]{2}Article", element.get("class") or ""):
            cells = dict(_cells(element))
            parts = _of_codes(cells) if cells else _of_places(element)
            yield article_of(parts, content.name, record, layout, content.decoded.note)
            record += 1
    if not record:
        yield Rejected(content.name, 0, layout, "no_text", NO_RECORDS)


def read_xml(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of an XML file, one for each element `article`."""
    root = parse_xml(content.data)
    articles = [element for element in root.iter(etree.Element) if local(element) == "article"]
    for record, element in enumerate(articles):
        yield article_of(_of_xml(element), content.name, record, layout)
    said = next((e.get("count") for e in root.iter(etree.Element) if local(e) == "ppsarticleResultSet"), None)
    if not articles or (said and said.isdecimal() and int(said[:9]) > len(articles)):
        detail = f"The file says it holds {said or 'no'} articles; {len(articles)} were found."
        yield Rejected(content.name, len(articles), layout, "damaged", detail)


def read_text(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file in the article format."""
    yield from _of_lines(content.text, content.name, layout, content.decoded.note)


def read_rtf(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of an RTF file in the article format."""
    yield from _of_lines(text_of(content), content.name, layout)


def _of_lines(text: str, name: str, layout: str, note: str | None = None) -> Iterator[RawArticle | Rejected]:
    text = _CLOSING.split(text.replace("\r\n", "\n").replace("\r", "\n"), maxsplit=1)[0]
    if not _CODE_LINE.search(text):
        for record, piece in enumerate(_numbered(text)):
            yield article_of(_of_plain_lines(piece), name, record, layout, note)
        return
    record, cells, last = 0, dict[str, list[str]](), -1
    for code, value in _coded(text):
        place = _CODES.index(code)
        # A new article begins where the codes begin anew: after its number, or with one that stood already.
        if cells and (last == len(_CODES) - 1 or code in cells):
            yield article_of(_of_codes(cells), name, record, layout, note)
            record, cells = record + 1, {}
        cells[code] = [one_spaced(block) for block in re.split(r"\n\s*\n", value) if block.strip()]
        last = place
    if cells:
        yield article_of(_of_codes(cells), name, record, layout, note)
    else:
        yield Rejected(name, 0, layout, "no_text", NO_RECORDS)


def _coded(text: str) -> Iterator[tuple[str, str]]:
    """The codes of a text in order, each with what stands between it and the next."""
    found = [*_CODE_LINE.finditer(text)]
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        same_line = match[2] or match[3] or ""
        yield match[1], f"{same_line}\n{text[match.end() : end]}".replace("\f", "\n").replace("|\n", "\n")


def _numbered(text: str) -> list[str]:
    """The articles of a text without codes, each closed by its number; at least one."""
    ends = [match.end() for match in FACTIVA_NUMBER.finditer(text)] or [len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _of_plain_lines(text: str) -> Parts:
    """Read an article without codes: what stands above the text means what its place says."""
    lines = [one_spaced(line) for line in text.split("\n") if line.strip(" \f\t")]
    anchor = next((n for n, pair in enumerate(pairwise(lines)) if _is_anchor(*pair)), None)
    closing = [line for line in lines if FACTIVA_NUMBER.fullmatch(line)]
    if anchor is None:
        parts = Parts([line for line in lines if line not in closing], notes=["the layout of its head is not known"])
        parts.below = [("indexing", line) for line in closing]
        return parts
    above, behind = lines[:anchor], lines[anchor + 2 :]
    time = behind.pop(0) if behind and _TIME.fullmatch(behind[0]) else ""
    rights = next((n for n, line in enumerate(behind[:_HEAD_LINES]) if _RIGHTS.match(line)), 1)
    title = max(above, key=lambda line: len(line.split()), default="")
    place = above.index(title) if above else 0
    parts = Parts(
        paragraphs=[line for line in behind[rights + 1 :] if line not in closing],
        fields=fields_of(
            {
                "title": title,
                "author": without_by(" ".join(above[place + 1 :])),
                "source": behind[0] if behind else None,
                "section": " ".join(above[:place]),
                "published_at": f"{lines[anchor + 1]} {time}",
            }
        ),
        length=lines[anchor],
    )
    parts.above = [("copyright" if _RIGHTS.match(line) else "indexing", line) for line in behind[1 : rights + 1]]
    parts.below = [("indexing", line) for line in closing]
    return parts


def _is_anchor(line: str, following: str) -> bool:
    """Whether a line is the count of words, which a date follows."""
    return _WORDS.fullmatch(line) is not None and begins_with_date(following)


def _cells(element: etree._Element) -> Iterator[tuple[str, list[str]]]:
    """The rows of an article with codes: code, and the paragraphs of its cell."""
    for row in element.iter("tr"):
        cells = [cell for cell in row if local(cell) == "td"]
        code = words_of(cells[0]) if len(cells) > 1 and "index" in (cells[0].get("class") or "") else ""
        if code:
            marked = [p for p in cells[1].iter("p") if "articleParagraph" in (p.get("class") or "")]
            yield code, [words_of(p) for p in marked] or [words_of(cells[1])]


def _of_codes(cells: Mapping[str, Sequence[str]]) -> Parts:
    one = {code: " ".join(values) for code, values in cells.items()}
    parts = Parts(
        paragraphs=[*cells.get("LP", ()), *cells.get("TD", ())],
        fields=fields_of(
            {
                "title": one.get("HD"),
                "author": without_by(one.get("BY", "")),
                "source": one.get("SN"),
                "section": one.get("SE"),
                "language": one.get("LA"),
                "published_at": " ".join(filter(None, (one.get("PD"), one.get("ET")))),
            }
        ),
        length=one.get("WC", ""),
    )
    for code, value in one.items():
        if code == "CR":
            parts.above.append(("credit", value))
        elif code not in _READ:
            parts.below.append((_APART.get(code, "indexing"), f"{code}: {value}"))
    return parts


def _of_places(element: etree._Element) -> Parts:
    """Read an article without codes: its lines mean what their places say, the anchor being the count of words."""
    lines, paragraphs, title = list[str](), list[str](), ""
    for child in element.iter("div", "p"):
        if local(child) == "p" and "articleParagraph" in (child.get("class") or ""):
            paragraphs.append(words_of(child))
        elif local(child) == "div" and child is not element and not len(child.findall(".//div")):
            if child.get("id") == "hd" or (child.find(".//*[@class]") is not None and not title and not lines):
                title = words_of(child)
            else:
                lines.append(words_of(child))
    lines = [line for line in lines if line]
    anchor = next((n for n, pair in enumerate(pairwise(lines)) if _is_anchor(*pair)), None)
    parts = Parts(paragraphs=paragraphs, fields=fields_of({"title": title}))
    if anchor is None:
        parts.notes.append("the layout of its head is not known")
        parts.below += [("indexing", line) for line in lines]
        return parts
    behind = lines[anchor + 2 :]
    time = behind.pop(0) if behind and _TIME.fullmatch(behind[0]) else ""
    author = next((words_of(d) for d in element.iter("div") if d.get("class") == "author"), "")
    parts.length = lines[anchor]
    parts.fields |= fields_of(
        {
            "published_at": f"{lines[anchor + 1]} {time}",
            "source": behind[0] if behind else None,
            "author": without_by(author),
        }
    )
    parts.above += [("indexing", line) for line in lines[:anchor] if line != author]
    parts.below += [("copyright" if _RIGHTS.match(line) else "indexing", line) for line in behind[1:]]
    return parts


def _of_xml(article: etree._Element) -> Parts:
    found: dict[str, list[etree._Element]] = {}
    for child in article:
        found.setdefault(local(child), []).append(child)

    def one(name: str) -> str:
        return " ".join(filter(None, (words_of(element) for element in found.get(name, ()))))

    def many(name: str) -> list[str]:
        return [words_of(p) for element in found.get(name, ()) for p in element if local(p) == "paragraph"]

    parts = Parts(
        paragraphs=many("leadParagraph") + many("tailParagraphs"),
        fields=fields_of(
            {
                "title": one("headline"),
                "author": without_by(one("byline")),
                "source": one("sourceName"),
                "section": one("sectionName"),
                "language": one("baseLanguage"),
                "published_at": one("publicationDate"),
            }
        ),
        length=one("wordCount"),
    )
    parts.above = [("credit", one("credit"))]
    parts.below = [("caption", one("artWork")), ("correction", one("corrections")), ("copyright", one("copyright"))]
    indexing = ("notes", "region", "newsSubject", "descField", "publisherName", "sourceCode", "accessionNo", "pages")
    parts.below += [("indexing", one(name)) for name in indexing]
    return parts
