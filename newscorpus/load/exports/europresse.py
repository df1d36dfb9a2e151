"""Europresse and Eureka, HTML: the form with `article` elements, and the older one with a table an article."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.exports.article import NO_RECORDS, Parts, article_of, fields_of, without_weekday
from newscorpus.load.xml import local, one_spaced, parse_html, strings, words_of
from newscorpus.text.dates import parse_written_date
from newscorpus.values import RawArticle, Rejected

_ISSUE: Final = re.compile(r",? (?:no|n°|nº)\.? ?\d+\s{0,9}$")
_DAY: Final = re.compile(r"\d{1,2}(?:er)? [^\W\d_]{3,10}\.? \d{4}|[^\W\d_]{3,10}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d")
_NUMBER: Final = re.compile(r"(?:Numéro de document|Document number) ?: ?(\S+)")
_DAY_OF_NUMBER: Final = re.compile(r"·(\d{4})(\d\d)(\d\d)·")
_RIGHTS: Final = re.compile(r"(?:©|Copyright)")
_PARAGRAPHS: Final = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4"})


def read(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a page, one for each name of a publication."""
    root = parse_html(content.text)
    names = [e for e in root.iter("span") if _class(e) == "DocPublicationName"]
    if not names:
        yield Rejected(content.name, 0, layout, "no_text", NO_RECORDS)
    for record, name in enumerate(names):
        article = next((e for e in name.iterancestors() if local(e) == "article"), None)
        if article is not None:
            parts = _of_article(article, name)
        else:
            parts = _of_cell(next((e for e in name.iterancestors() if local(e) == "td"), root), name)
        yield article_of(parts, content.name, record, layout, content.decoded.note)


def _of_article(article: etree._Element, name: etree._Element) -> Parts:
    parts = _headed(article, name)
    title = next((e for e in article.iter(etree.Element) if "titreArticleVisu" in _class(e)), None)
    parts.fields |= fields_of({"title": words_of(title), "author": _author(article, title)})
    body = [e for e in article.iter(etree.Element) if "docOcurrContainer" in _class(e)]
    body = body or [e for e in article.iter(etree.Element) if local(e) == "section"]
    parts.paragraphs = [paragraph for element in body for paragraph in _paragraphs(element)]
    for aside in article.iter(etree.Element):
        if local(aside) == "aside":
            parts.below.append(("caption", words_of(aside)))
        elif local(aside) == "footer":
            rights = next((words_of(e) for e in aside.iter("small")), "")
            parts.below += [("copyright", rights), ("indexing", words_of(aside).removeprefix(rights).strip())]
    _compare_dates(words_of(article), parts)
    return parts


def _author(article: etree._Element, title: etree._Element | None) -> str:
    marked = next((e for e in article.iter(etree.Element) if _class(e) == "docAuthors"), None)
    if marked is not None:
        return words_of(marked)
    if title is None:
        return ""
    place = title if local(title) == "div" else title.getparent()
    following = place.getnext() if place is not None else None
    return words_of(following) if following is not None and local(following) == "div" else ""


def _of_cell(cell: etree._Element, name: etree._Element) -> Parts:
    """Read an article of the older form: its text stands loose in the cell, behind the title."""
    parts = _headed(cell, name)
    title = next((e for e in cell.iter("span") if _class(e) == "TitreArticleVisu"), None)
    parts.fields |= fields_of({"title": words_of(title)})
    blocks = _loose_blocks(cell, title)
    # What stands between the title and the first paragraph, parted by an empty line, is the author.
    if (
        len(blocks) > 1
        and blocks[0][1]
        and len(blocks[0][0].split()) <= 6
        and not blocks[0][0].endswith((".", "!", "?"))
    ):
        parts.fields["author"] = blocks.pop(0)[0]
    end = next((n for n, (text, _) in enumerate(blocks) if _RIGHTS.match(text) or _NUMBER.match(text)), len(blocks))
    parts.paragraphs = [text for text, _ in blocks[:end]]
    parts.below += [("copyright" if _RIGHTS.match(text) else "indexing", text) for text, _ in blocks[end:]]
    _compare_dates(" ".join(text for text, _ in blocks[end:]), parts)
    return parts


def _loose_blocks(cell: etree._Element, title: etree._Element | None) -> list[tuple[str, bool]]:
    """The texts behind the title: (text, whether a line break ended it)."""
    blocks: list[tuple[str, bool]] = []
    piece, begun = "", title is None

    def close(broken: bool) -> None:
        nonlocal piece
        if one_spaced(piece):
            blocks.append((one_spaced(piece), broken))
        piece = ""

    for child in cell:
        if begun and local(child) in ("p", "br", "table", "div"):
            close(local(child) == "br")
            piece += "".join(strings(child)) if local(child) != "br" else ""
            close(local(child) == "br")
        elif begun:
            piece += "".join(strings(child))
        begun = begun or child is title
        if begun:
            piece += child.tail or ""
    close(False)
    return blocks


def _headed(article: etree._Element, name: etree._Element) -> Parts:
    head = one_spaced(" ".join(words_of(e) for e in article.iter("span") if _class(e) == "DocHeader"))
    day = _DAY.search(without_weekday(head))
    section = without_weekday(head)[: day.start()].strip(" ,") if day else ""
    return Parts(
        fields=fields_of(
            {
                "source": _ISSUE.sub("", words_of(name)),
                "published_at": day[0] if day else None,
                "section": section,
            }
        ),
        above=[("indexing", head)],
        notes=[] if day else ["no date was found in its head"],
    )


def _compare_dates(text: str, parts: Parts) -> None:
    """Say where the day in the document's number is not the one printed; the printed one is kept."""
    day = _DAY_OF_NUMBER.search(text)
    printed = parse_written_date(parts.fields.get("published_at", ""))
    if day and printed and printed.strftime("%Y%m%d") != "".join(day.groups()):
        parts.notes.append(f"the document's number says {'-'.join(day.groups())}; the printed date is kept")


def _paragraphs(body: etree._Element) -> list[str]:
    inner = [e for e in body.iter(etree.Element) if local(e) in _PARAGRAPHS and e is not body]
    lowest = [e for e in inner if not any(local(child) in _PARAGRAPHS for child in e)]
    return [words_of(element) for element in lowest] or [words_of(body)]


def _class(element: etree._Element) -> str:
    return element.get("class") or ""
