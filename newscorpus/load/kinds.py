"""What a file is, by its content; its name is a hint for what content cannot tell, such as Markdown."""

import re
from collections.abc import Callable
from typing import Final, Literal

from newscorpus.load.setting_aside import SetAside

TextKind = Literal["html", "json", "jsonl", "delimited", "markdown", "text"]

_HEAD: Final = 4_096  # characters or bytes within which a file shows what it is

# First bytes -> (reason, what it is). Marks of two bytes are left out where text may begin with them.
_FIRST_BYTES: Final = (
    (b"%PDF-", "unsupported", "a PDF"),
    (b"{\\rtf", "unsupported", "an RTF document"),
    (b"WARC/1.", "unsupported", "a WARC archive"),
    (b"\x1f\x8b", "unsupported", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "unsupported", "a 7z archive"),
    (b"Rar!\x1a\x07", "unsupported", "a RAR archive"),
    (b"\xfd7zXZ\x00", "unsupported", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "unsupported", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported", "an old Word or Excel file"),
    (b"SQLite format 3\x00", "unsupported", "an SQLite database"),
    (b"\x89PNG\r\n", "not_text", "a PNG image"),
    (b"\xff\xd8\xff", "not_text", "a JPEG image"),
    (b"GIF87a", "not_text", "a GIF image"),
    (b"GIF89a", "not_text", "a GIF image"),
    (b"\x7fELF", "not_text", "a program"),
    (b"OggS\x00", "not_text", "a sound file"),
)
_WEB_IMAGE: Final = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_MAIL_HEAD: Final = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)

# A text with one of these holds many articles of a database in a layout that is not read yet; read as one article
# it would give false counts.
_DATABASE_EXPORTS: Final = (
    (
        re.compile(r"^[ \t]{0,99}(?:\d{1,5} of \d{1,5} DOCUMENTS?|Dokument \d{1,5} von \d{1,5})[ \t]{0,9}\r?$", re.M),
        "LexisNexis",
    ),
    (re.compile(r"<DOCFULL>"), "LexisNexis"),
    (re.compile(r'class="article [a-z]{2}Article"'), "Factiva"),
    (re.compile(r"<PPSResponse"), "Factiva"),
    (re.compile(r'class="DocPublicationName"'), "Europresse"),
    (re.compile(r"^ProQuest document ID: ", re.M), "ProQuest"),
)
_XML_ROOT: Final = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF|artikelliste)[\s>]")
_PAGE: Final = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_BLOCK: Final = r"(?:p|div|article|section|h[1-6]|ul|ol|table|blockquote|figure|header|main)"
# An opening tag counts where markup puts one: at the beginning of a line or behind another tag. In prose about
# HTML it stands behind a word.
_OPENING: Final = re.compile(rf"(?:^[ \t]{{0,99}}|(?<=>))<{_BLOCK}(?:\s[^<>]*)?>", re.IGNORECASE | re.MULTILINE)
_CLOSING: Final = re.compile(rf"</{_BLOCK}>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_JSON_START: Final = re.compile(r'\{\s*["}]|\[\s*[\]{]')
_JSON_NAMES: Final = (".json", ".jsonl", ".ndjson")
_TABLE_NAMES: Final = (".csv", ".tsv", ".tab")
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_LINES_NAMES: Final = (".jsonl", ".ndjson")


def refuse_foreign_bytes(data: bytes) -> None:
    """Raise SetAside for a file whose first bytes show a format that is not read, whatever its name says."""
    for mark, reason, name in _FIRST_BYTES:
        if data.startswith(mark):
            raise SetAside(reason, f"It is {name}.")
    head = data[:_HEAD]
    if _WEB_IMAGE.match(head):
        raise SetAside("not_text", "It is a WebP image.")
    if _MAIL_HEAD.search(head) and b"multipart/" in head:
        raise SetAside(
            "unsupported", "It is a web page saved with its pictures (MHTML) or a mail. Save the page as HTML."
        )


def kind_of_text(text: str, name: str, is_table: Callable[[str], bool]) -> TextKind:
    """Return what `text` is. `is_table` says whether its first lines are a table with known headings.

    Raises SetAside("unsupported") for XML that is no page, and for exports of news databases.
    """
    name = name.lower()
    head = text[:_HEAD].lstrip()
    if _JSON_START.match(head) or (name.endswith(_JSON_NAMES) and head.startswith(("{", "[", '"'))):
        return "jsonl" if _is_lines(text, name) else "json"
    if head.startswith("<"):
        _refuse_foreign_markup(head)
    if name.endswith(_TABLE_NAMES) and not _is_page(head):
        return "delimited"
    if not head.startswith("<") and is_table(text):
        return "delimited"
    _refuse_exports(text)
    if _is_page(head) or (name.endswith(_HTML_NAMES) and ("<" in text or "&" in text)):
        return "html"
    if name.endswith(_MARKDOWN_NAMES):
        return "markdown"
    return "html" if holds_blocks(text) else "text"


def holds_blocks(text: str) -> bool:
    """Whether `text` is written in HTML: block tags where markup has them, or line breaks as tags.

    >>> holds_blocks("<p>One.</p>"), holds_blocks("A <b>bold</b> word, and the <p> tag explained.")
    (True, False)
    """
    if "<" not in text:
        return False
    if next(_OPENING.finditer(text), None) and (_CLOSING.search(text) or _at_least_two(_OPENING, text)):
        return True
    return _at_least_two(_BREAK, text)


def _at_least_two(pattern: re.Pattern[str], text: str) -> bool:
    matches = pattern.finditer(text)
    return next(matches, None) is not None and next(matches, None) is not None


def _is_page(head: str) -> bool:
    """Whether a file that begins with `head` is a page, or a fragment of one that begins with a tag."""
    return head.startswith("<") and bool(_PAGE.search(head) or _OPENING.match(head))


def _is_lines(text: str, name: str) -> bool:
    """Whether JSON stands one object a line."""
    if text.lstrip().startswith("["):
        return False
    lines = (line.strip() for line in re.split(r"[\r\n]+", text.lstrip()[: 4 * _HEAD]))
    first = next(lines, "")
    if first == "{":
        return False
    return name.endswith(_LINES_NAMES) or next(lines, "").startswith("{")


def _refuse_foreign_markup(head: str) -> None:
    if _XML_ROOT.match(head) and not _PAGE.search(head):
        raise SetAside("unsupported", "It is an XML file, such as a news feed.")


def _refuse_exports(text: str) -> None:
    # In the whole text: the styles of a saved list of articles take 100,000 characters.
    for pattern, database in _DATABASE_EXPORTS:
        if pattern.search(text):
            raise SetAside("unsupported", f"It is an export of {database}, whose layout is not read yet.")
