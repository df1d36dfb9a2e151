"""LexisNexis and Nexis UK before 2018, as text and as HTML: blocks in one order, told apart by a closed list of labels.

An article: "1 of 37 DOCUMENTS", source, date, headline, labelled blocks, the text, labelled blocks, a notice of rights.
The labels stand in English, German or French.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from newscorpus.load.content import Content
from newscorpus.load.exports.article import Parts, article_of, begins_with_date, fields_of, without_by, words_said
from newscorpus.load.formats import LEXIS_COUNTER
from newscorpus.load.xml import local, one_spaced, parse_html, strings
from newscorpus.values import RawArticle, Rejected

_ABOVE: Final = {  # labels above the text -> role, or what the block is
    "BYLINE": "author", "AUTOR": "author", "AUTEUR": "author",
    "SECTION": "section", "RUBRIK": "section", "RUBRIQUE": "section",
    "LENGTH": "length", "LÄNGE": "length", "LONGUEUR": "length",
    "DATELINE": "indexing", "ORTSMARKE": "indexing", "SERIES": "indexing", "EDITION": "indexing",
    "HIGHLIGHT": "standfirst", "ENCART": "standfirst", "ABSTRACT": "standfirst",
}  # fmt: skip
_BELOW: Final = {  # labels below the text -> what the block is
    "GRAPHIC": "caption", "GRAFIK": "caption", "GRAPHIQUE": "caption", "ILLUSTRATION": "caption",
    "CORRECTION": "correction", "CORRECTION-DATE": "indexing",
    **dict.fromkeys(
        "LOAD-DATE UPDATE DATE-CHARGEMENT LANGUAGE SPRACHE LANGUE PUBLICATION-TYPE PUBLICATIONTYPE TYPE-PUBLICATION "  # noqa: SIM905
        "SUBJECT SUJET THEMA COMPANY SOCIETE ORGANIZATION TICKER SYMBOLE-BOURSIER INDUSTRY SECTEUR-ACTIVITE PERSON "
        "PERSONNE GEOGRAPHIC LOCALISATION-GEO COUNTRY STATE CITY JOURNAL-CODE ZEITUNGS-CODE CODE-REVUE NOTES URL "
        "DOCUMENT-TYPE TYPE ACC-NO ISSN".split(),
        "indexing",
    ),
}  # fmt: skip
_LANGUAGE: Final = ("LANGUAGE", "SPRACHE", "LANGUE")
_LABEL: Final = re.compile(r"([A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ-]{2,29}):(?:\s|$)\s{0,9}(.*)", re.DOTALL)
_RIGHTS: Final = re.compile(r"(?:Copyright|©|\(c\)) ?(?:\(c\) ?|© ?)?\d{4}\b", re.IGNORECASE)
_RIGHTS_BLOCKS: Final = 2  # at the end of an article: "Copyright 2010 …" and "All Rights Reserved"
_TOP_BLOCKS: Final = 6  # among which the date stands: rights, source, edition, date
_BLANK: Final = re.compile(r"\n[ \t]{0,99}(?:\n[ \t]{0,99})+")
_COUNTED: Final = re.compile(LEXIS_COUNTER.pattern.removeprefix("^").removesuffix(r"\r?$"))
_DOCUMENT: Final = re.compile(r"<DOCFULL>", re.IGNORECASE)
_DOCUMENT_ENDS: Final = re.compile(r"<!--[^<>]{0,99}</DOCFULL>", re.IGNORECASE)


def read_text(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a text file, one for each line that counts them."""
    text = content.text.replace("\r\n", "\n").replace("\r", "\n")
    starts = [*LEXIS_COUNTER.finditer(text)]
    ends = [match.start() for match in starts[1:]] + [len(text)]
    for record, (counter, end) in enumerate(zip(starts, ends, strict=True)):
        parts = _parts(list(_blocks_of_text(text[counter.end() : end])))
        yield article_of(parts, content.name, record, layout, content.decoded.note)


def read_html(content: Content, layout: str) -> Iterator[RawArticle | Rejected]:
    """Yield the articles of a page, one for each element DOCFULL, which stands in a comment."""
    for record, piece in enumerate(_DOCUMENT.split(content.text)[1:]):
        markup = _DOCUMENT_ENDS.split(piece.removeprefix(" -->"), maxsplit=1)[0]
        blocks = [block for block in _blocks_of_page(markup) if block and not _COUNTED.fullmatch(block)]
        yield article_of(_parts(blocks), content.name, record, layout, content.decoded.note)


def _blocks_of_text(text: str) -> Iterator[str]:
    """The blocks between empty lines; of a notice of rights at the top every line, for the source may follow."""
    first, *rest = _BLANK.split(text.lstrip())
    pieces = first.split("\n") if _RIGHTS.match(first) else [first]
    yield from filter(None, map(one_spaced, [*pieces, *rest]))


def _blocks_of_page(markup: str) -> Iterator[str]:
    if not markup.strip():
        return
    for element in parse_html(f"<div>{markup}</div>").iter(etree.Element):
        if local(element) == "p":
            yield one_spaced("".join(strings(element)))


def _parts(blocks: Sequence[str]) -> Parts:
    """Read the blocks of one article in their order."""
    parts = Parts()
    dated = next((n for n, block in enumerate(blocks[:_TOP_BLOCKS]) if begins_with_date(block)), None)
    if dated is None:
        parts.notes.append("no date was found in its head")
    top = list(blocks[:dated] if dated is not None else blocks[:1])
    parts.above = [("copyright", block) for block in top if _is_rights(block)]
    parts.fields |= fields_of({"source": next((block for block in top if not _is_rights(block)), None)})
    if dated is not None:
        parts.fields["published_at"] = blocks[dated]
    start = 1 if dated is None else dated + 1
    labelled = next((n for n in range(start, len(blocks)) if _is_above(blocks[n])), None)
    if start < len(blocks) and labelled != start:
        parts.fields["title"] = blocks[start]
        start += 1
    start = _read_above(blocks, start, parts)
    end = next((n for n in range(start, len(blocks)) if _key(blocks[n], _BELOW)), len(blocks))
    end = _without_rights(blocks, start, end)
    parts.paragraphs = list(blocks[start:end])
    _read_below(blocks[end:], parts)
    return parts


def _read_above(blocks: Sequence[str], start: int, parts: Parts) -> int:
    """Read the labelled blocks above the text; returns where the text begins."""
    while start < len(blocks) and _is_above(blocks[start]):
        kind, value = _key(blocks[start], _ABOVE), _value(blocks[start])
        if kind == "author":
            parts.fields["author"] = without_by(value)
        elif kind == "section":
            parts.fields["section"] = value
        elif kind == "length":
            parts.length = value
        else:
            parts.above.append((kind, blocks[start]))
        start += 1
    return start


def _read_below(blocks: Sequence[str], parts: Parts) -> None:
    key = "indexing"
    for block in blocks:
        key = "copyright" if _RIGHTS.match(block) else _key(block, _BELOW) or key
        label = _LABEL.match(block)
        if label and label[1] in _LANGUAGE:
            parts.fields["language"] = label[2].partition(";")[0].strip()
        parts.below.append((key, block))


def _without_rights(blocks: Sequence[str], start: int, end: int) -> int:
    """Where the text ends when a notice of rights is its last block or the last but one."""
    first = max(start, end - _RIGHTS_BLOCKS)
    return next((n for n in range(first, end) if _RIGHTS.match(blocks[n])), end)


def _is_rights(block: str) -> bool:
    return _RIGHTS.match(block) is not None or block.casefold().startswith("all rights reserved")


def _is_above(block: str) -> bool:
    kind = _key(block, _ABOVE)
    return bool(kind) and (kind != "length" or words_said(_value(block)) is not None)


def _key(block: str, labels: dict[str, str]) -> str:
    match = _LABEL.match(block)
    return labels.get(match[1], "") if match else ""


def _value(block: str) -> str:
    match = _LABEL.match(block)
    return match[2] if match else ""
