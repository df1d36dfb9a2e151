"""How files show by their content what they are: what the rows of `formats.FORMATS` ask of a file.

A name is asked only where content cannot tell: Markdown, a table without known headings, a page without tags.
"""

import re
from collections.abc import Callable
from typing import Final

from newscorpus.load.content import HEAD, Content
from newscorpus.load.markup import OPENING, holds_blocks
from newscorpus.load.tables.delimited import is_table

Recogniser = Callable[[Content], bool]

XML_ROOT: Final = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF|artikelliste|PPSResponse)[\s>]")
_PAGE: Final = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_JSON_START: Final = re.compile(r'\{\s*["}]|\[\s*[\]{]')
_JSON_NAMES: Final = (".json", ".jsonl", ".ndjson")
_LINES_NAMES: Final = (".jsonl", ".ndjson")
_TABLE_NAMES: Final = (".csv", ".tsv", ".tab")
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_TAR_MARK: Final = slice(257, 262)  # where a tar archive says "ustar"
_WEB_IMAGE: Final = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_MAIL_FIELDS: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
_MAIL_PROOF: Final = re.compile(rb"^(?:MIME-Version|Message-ID|Received):", re.IGNORECASE | re.MULTILINE)
_MBOX: Final = re.compile(rb"From \S+ [^\r\n]{10,80}\r?\n[A-Za-z-]{1,60}:")
_TAG: Final = re.compile(rb"<[^<>]*>")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def begins(*marks: bytes) -> Recogniser:
    """Files that begin with one of these bytes."""
    return lambda content: content.data.startswith(marks)


def zipped(*names: str) -> Recogniser:
    """Zip archives that hold a part of one of these names."""
    return lambda content: not content.parts.isdisjoint(names)


def zipped_type(kind: bytes) -> Recogniser:
    """Zip archives whose part "mimetype" says so, as OpenDocument files and EPUB books have it."""
    return lambda content: "mimetype" in content.parts and kind in content.part("mimetype")[:HEAD]


def both(first: Recogniser, second: Recogniser) -> Recogniser:
    """Files that both recognise."""
    return lambda content: first(content) and second(content)


def either(first: Recogniser, second: Recogniser) -> Recogniser:
    """Files that one of the two recognises."""
    return lambda content: first(content) or second(content)


def holds(pattern: re.Pattern[str], times: int = 1) -> Recogniser:
    """Texts that hold a pattern so many times, anywhere: styles of saved lists take 100,000 characters."""

    def found(content: Content) -> bool:
        matches = pattern.finditer(content.text)
        return all(next(matches, None) is not None for _ in range(times))

    return found


def holds_bytes(pattern: re.Pattern[bytes]) -> Recogniser:
    """Files whose bytes hold a pattern anywhere."""
    return lambda content: pattern.search(content.data) is not None


def part_holds(name: str, pattern: re.Pattern[bytes]) -> Recogniser:
    """Office documents one of whose parts holds a pattern, its tags aside: words are split between runs."""
    return lambda content: name in content.parts and pattern.search(_TAG.sub(b"", content.part(name))) is not None


def old_office(stream: str) -> Recogniser:
    """Old Word and Excel files, told apart by the name of a stream in them."""
    return lambda content: content.data.startswith(_OLE) and stream.encode("utf-16-le") in content.data


def is_web_image(content: Content) -> bool:
    """WebP images."""
    return _WEB_IMAGE.match(content.data) is not None


def is_tar(content: Content) -> bool:
    """Tar archives."""
    return content.data[_TAR_MARK] == b"ustar"


def is_mail(content: Content) -> bool:
    """Mails as one file: fields at the top, and among them one that only mail has."""
    fields = _MAIL_FIELDS.match(content.data[: 4 * HEAD].lstrip())
    return fields is not None and _MAIL_PROOF.search(fields[0]) is not None


def is_saved_page(content: Content) -> bool:
    """Pages saved with their pictures: mails in form, of related parts (MHTML)."""
    return is_mail(content) and b"multipart/related" in content.data[: 4 * HEAD]


def is_mbox(content: Content) -> bool:
    """Mail folders: mails one behind another."""
    return _MBOX.match(content.data) is not None


def is_json(content: Content) -> bool:
    """One JSON value, or several."""
    starts = content.head.startswith(("{", "[", '"')) and content.plain_name.endswith(_JSON_NAMES)
    return starts or _JSON_START.match(content.head) is not None


def is_json_lines(content: Content) -> bool:
    """JSON with one object a line."""
    if not is_json(content) or content.text.lstrip().startswith("["):
        return False
    lines = (line.strip() for line in re.split(r"[\r\n]+", content.text.lstrip()[: 4 * HEAD]))
    first = next(lines, "")
    if first == "{":
        return False
    return content.plain_name.endswith(_LINES_NAMES) or next(lines, "").startswith("{")


def is_xml(content: Content) -> bool:
    """XML that is no page."""
    return XML_ROOT.match(content.head) is not None and not _PAGE.search(content.head)


def xml_root(*names: str) -> Recogniser:
    """XML whose outermost element, or the first below a declaration, has one of these names."""
    root = re.compile(rf"<(?:{'|'.join(names)})[\s>]")
    return lambda content: is_xml(content) and root.search(content.head) is not None


def is_table_of_articles(content: Content) -> bool:
    """Tables of text with a heading of columns that articles have."""
    return not content.head.startswith("<") and is_table(content.text)


def is_named_a_table(content: Content) -> bool:
    """Text that is a table by its name, and no page."""
    return content.plain_name.endswith(_TABLE_NAMES) and not is_page(content)


def is_page(content: Content) -> bool:
    """Pages, and pieces of one that begin with a tag."""
    head = content.head
    return head.startswith("<") and bool(_PAGE.search(head) or OPENING.match(head))


def is_html(content: Content) -> bool:
    """Pages and pieces of pages, known by their tags; by their name where they have few."""
    if is_page(content):
        return True
    named = content.plain_name
    if named.endswith(_HTML_NAMES):
        return "<" in content.text or "&" in content.text or holds_blocks(content.text)
    return not named.endswith(_MARKDOWN_NAMES) and holds_blocks(content.text)


def is_markdown(content: Content) -> bool:
    """Text that is Markdown by its name: its signs are also those of plain text."""
    return content.plain_name.endswith(_MARKDOWN_NAMES)


def is_text(content: Content) -> bool:
    """Any text at all. Raises SetAside("not_text") for what is none."""
    return bool(content.text)
