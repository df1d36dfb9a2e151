"""The one table of formats: how each is called, how a file shows that it is one, and what reads it.

The loader takes the first row whose recogniser says yes, so the order matters: bytes before text, the particular before
the general. The page, the README and the tests read the same rows. A new format is one module and one row.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from newscorpus.load import kinds
from newscorpus.load.content import Content
from newscorpus.load.kinds import Recogniser, begins, both, holds, holds_bytes, part_holds, xml_root, zipped

Gives = Literal["articles", "tables", "files", "nothing"]

NEXIS_END: Final = re.compile(
    r"^[ \t]{0,99}(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]{0,9}\r?$", re.MULTILINE
)
LEXIS_COUNTER: Final = re.compile(
    r"^[ \t]{0,99}(?:\d{1,5} of \d{1,5} DOCUMENTS?|Dokument \d{1,5} von \d{1,5}|Document \d{1,5} de \d{1,5})"
    r"[ \t]{0,9}\r?$",
    re.MULTILINE,
)
FACTIVA_CODES: Final = re.compile(r"^(?:HD|WC|PD|SN|LP)(?:[ \t]{0,9}|[ \t]{2,9}\S.*|\|.*)\r?$", re.MULTILINE)
_FACTIVA_CODES_OF_AN_ARTICLE: Final = 4
_NEXIS_BYTES: Final = re.compile(rb"End of Document|Ende des Dokuments|Fin du document|Fin del documento")
_FACTIVA_BYTES: Final = re.compile(rb"Document [A-Z]{2,10}0{0,9}(?:19|20)\d{6}[a-z0-9]{6,14}")
FACTIVA_NUMBER: Final = re.compile(
    r"^[ \t]{0,9}Document [A-Z]{2,10}0{0,9}(?:19|20)\d{6}[a-z0-9]{6,14}[ \t]{0,9}\r?$", re.MULTILINE
)
_WORD_PART: Final = "word/document.xml"


GROUPS: Final = {
    "text_pieces": "Texts and pages",
    "tables": "Tables",
    "exports": "Exports of databases",
    "office": "Documents and workbooks",
    "mail": "Mails, saved pages and feeds",
    "feeds": "Mails, saved pages and feeds",
    "packed": "Archives of all these, also inside each other once",
}
"""Module or room of a reader -> what the formats it reads are together, in the order they are listed."""


@dataclass(frozen=True, slots=True)
class Format:
    """A row: `name` is what people call it; `layout` stands in receipts; `extensions` are what its files often end in.

    `is_it` looks at content. `reader` is "module:function" below `newscorpus.load`, looked up when a file of the
    format is met, so that who only reads this table loads no reader. It takes a Content and the layout, for "files" a
    budget besides, and returns what `gives` says: "articles" (RawArticle and Rejected), "tables" (label -> RawTable)
    or "files" (members). "nothing" is refused, for `reason` (a key of `errors.REASONS`) with the words in `detail`.
    """

    name: str
    layout: str
    extensions: tuple[str, ...]
    is_it: Recogniser
    gives: Gives
    reader: str = ""
    reason: str = ""
    detail: str = ""


def _refused(name: str, extensions: str, is_it: Recogniser, detail: str = "", *, reason: str = "unsupported") -> Format:
    said = f"It is {name}." + (f" {detail}" if detail else "")
    return Format(name, "unknown", tuple(extensions.split()), is_it, "nothing", reason=reason, detail=said)


def _articles(name: str, layout: str, extensions: str, is_it: Recogniser, reader: str) -> Format:
    return Format(name, layout, tuple(extensions.split()), is_it, "articles", reader)


def _tables(name: str, layout: str, extensions: str, is_it: Recogniser, reader: str) -> Format:
    return Format(name, layout, tuple(extensions.split()), is_it, "tables", reader)


def _files(name: str, layout: str, extensions: str, is_it: Recogniser, reader: str) -> Format:
    return Format(name, layout, tuple(extensions.split()), is_it, "files", reader)


_BINARY: Final = (
    _tables("Parquet", "parquet", ".parquet", begins(b"PAR1"), "tables.files:open_parquet"),
    _articles("PDF with text in it", "pdf", ".pdf", begins(b"%PDF-"), "office.pdf:read"),
    _articles(
        "Nexis Uni and Lexis Advance (Word, RTF, text, zip)",
        "nexis docx",
        ".docx",
        part_holds(_WORD_PART, _NEXIS_BYTES),
        "exports.nexis:read_docx",
    ),
    _articles("Word (DOCX)", "docx", ".docx", zipped(_WORD_PART), "office.docx:read"),
    _tables(
        "Excel (XLSX, XLS)",
        "xlsx",
        ".xlsx",
        zipped("xl/workbook.xml", "xl/workbook.bin"),
        "office.workbook:open_tables",
    ),
    _tables("Excel (XLSX, XLS)", "xls", ".xls", kinds.old_office("Workbook"), "office.workbook:open_tables"),
    _articles("OpenDocument text (ODT)", "odt", ".odt", kinds.zipped_type(b"opendocument.text"), "office.odt:read"),
    _tables(
        "OpenDocument tables (ODS)",
        "ods",
        ".ods",
        kinds.zipped_type(b"opendocument.spreadsheet"),
        "office.workbook:open_tables",
    ),
    _files("EPUB", "epub", ".epub", kinds.zipped_type(b"application/epub"), "office.epub:chapters"),
    _refused("a presentation", ".pptx .odp", zipped("ppt/presentation.xml"), "Save its text as a document."),
    _refused("an OpenDocument file of another kind", ".odg .odp", zipped("mimetype"), "Save its text as a document."),
    _files("zip", "zip", ".zip", lambda content: content.is_zip, "packed.archives:unpack"),
    _files("gzip (GZ)", "gz", ".gz .tgz", begins(b"\x1f\x8b\x08"), "packed.compressed:unpack_gzip"),
    _files(
        "bzip2 (BZ2)",
        "bz2",
        ".bz2",
        holds_bytes(re.compile(rb"\ABZh[1-9](?:1AY&SY|\x17rE8P\x90)")),
        "packed.compressed:unpack_bzip2",
    ),
    _files("XZ", "xz", ".xz", begins(b"\xfd7zXZ\x00"), "packed.compressed:unpack_xz"),
    _files("Zstandard (ZST)", "zst", ".zst", begins(b"\x28\xb5\x2f\xfd"), "packed.compressed:unpack_zstandard"),
    _files("tar", "tar", ".tar", kinds.is_tar, "packed.tarballs:unpack"),
    _articles(
        "Nexis Uni and Lexis Advance (Word, RTF, text, zip)",
        "nexis rtf",
        ".rtf",
        both(begins(b"{\\rtf"), holds_bytes(_NEXIS_BYTES)),
        "exports.nexis:read_rtf",
    ),
    _articles(
        "Factiva (HTML, RTF, text, XML)",
        "factiva rtf",
        ".rtf",
        both(begins(b"{\\rtf"), holds_bytes(_FACTIVA_BYTES)),
        "exports.factiva:read_rtf",
    ),
    _articles("RTF", "rtf", ".rtf", begins(b"{\\rtf"), "office.rtf:read"),
    _refused("a WARC archive", ".warc", begins(b"WARC/1."), "Save its pages as HTML."),
    _refused("a 7z archive", ".7z", begins(b"7z\xbc\xaf\x27\x1c"), "Unpack it and add the files inside."),
    _refused("a RAR archive", ".rar", begins(b"Rar!\x1a\x07"), "Unpack it and add the files inside."),
    _refused(
        "an office document locked with a password",
        "",
        kinds.old_office("EncryptedPackage"),
        "Save it without the password.",
        reason="needs_password",
    ),
    _refused("an old Word file", ".doc", kinds.old_office("WordDocument"), "Save it as DOCX."),
    _refused("an old office file", ".ppt .msg", begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Save it as text."),
    _refused("an SQLite database", ".sqlite .db", begins(b"SQLite format 3\x00"), "Save its table as CSV."),
    _refused("a PNG image", ".png", begins(b"\x89PNG\r\n"), reason="not_text"),
    _refused("a JPEG image", ".jpg .jpeg", begins(b"\xff\xd8\xff"), reason="not_text"),
    _refused("a GIF image", ".gif", begins(b"GIF87a", b"GIF89a"), reason="not_text"),
    _refused("a WebP image", ".webp", kinds.is_web_image, reason="not_text"),
    _refused("a program", ".so .exe", begins(b"\x7fELF"), reason="not_text"),
    _refused("a sound file", ".ogg", begins(b"OggS\x00"), reason="not_text"),
    _articles(
        "web page saved as one file (MHTML)", "mhtml", ".mhtml .mht", kinds.is_saved_page, "mail.saved_page:read"
    ),
    _articles("mail (EML, MBOX)", "mbox", ".mbox", kinds.is_mbox, "mail.mailbox:read_mbox"),
    _articles("mail (EML, MBOX)", "eml", ".eml", kinds.is_mail, "mail.mailbox:read_mail"),
)
_TEXT: Final = (
    _tables("JSON lines", "jsonl", ".jsonl .ndjson", kinds.is_json_lines, "tables.files:open_json_lines"),
    _tables("JSON", "json", ".json", kinds.is_json, "tables.files:open_json"),
    _articles(
        "Factiva (HTML, RTF, text, XML)", "factiva xml", ".xml", xml_root("PPSResponse"), "exports.factiva:read_xml"
    ),
    _articles("news feed (RSS, Atom)", "feed", ".rss .atom .xml", xml_root("rss", "feed", "rdf:RDF"), "feeds:read"),
    _refused("an XML file that is no news feed", ".xml", kinds.is_xml, "Save it as text, HTML or CSV."),
    _tables("CSV", "csv", ".csv", kinds.is_table_of_articles, "tables.files:open_delimited"),
    _articles(
        "LexisNexis before 2018 (text, HTML)",
        "lexisnexis html",
        ".html",
        holds(re.compile(r"<DOCFULL>")),
        "exports.lexisnexis:read_html",
    ),
    _articles(
        "Factiva (HTML, RTF, text, XML)",
        "factiva html",
        ".html",
        holds(re.compile(r'class="article [a-z]{2}Article"')),
        "exports.factiva:read_html",
    ),
    _articles(
        "Europresse (HTML)",
        "europresse html",
        ".html",
        holds(re.compile(r"""class=["']DocPublicationName["']""")),
        "exports.europresse:read",
    ),
    _articles(
        "ProQuest (text, HTML)",
        "proquest html",
        ".html",
        both(holds(re.compile(r"<text[\s>]")), holds(re.compile(r"""class=["'](?:truncatedD|d)ocumentTitle"""))),
        "exports.proquest:read_html",
    ),
    _articles(
        "LexisNexis before 2018 (text, HTML)",
        "lexisnexis text",
        ".txt",
        holds(LEXIS_COUNTER),
        "exports.lexisnexis:read_text",
    ),
    _articles(
        "Nexis Uni and Lexis Advance (Word, RTF, text, zip)",
        "nexis text",
        ".txt",
        holds(NEXIS_END),
        "exports.nexis:read_text",
    ),
    _articles(
        "ProQuest (text, HTML)",
        "proquest text",
        ".txt",
        holds(re.compile(r"^(?:ProQuest document ID|Publication title): ", re.MULTILINE), 2),
        "exports.proquest:read_text",
    ),
    _articles(
        "Factiva (HTML, RTF, text, XML)",
        "factiva text",
        ".txt",
        kinds.either(holds(FACTIVA_NUMBER), holds(FACTIVA_CODES, _FACTIVA_CODES_OF_AN_ARTICLE)),
        "exports.factiva:read_text",
    ),
    _articles(
        "NewsBank (text)",
        "newsbank text",
        ".txt",
        holds(re.compile(r"^Record Number: ?\w{6,40}[ \t]{0,9}\r?$", re.MULTILINE)),
        "exports.newsbank:read",
    ),
    _articles(
        "Gale (text)",
        "gale text",
        ".txt",
        holds(re.compile(r"^(?:Gale Document Number|Document Number): ?(?:GALE\||[A-Z]{1,4}\d{5})", re.MULTILINE)),
        "exports.gale:read",
    ),
    _articles(
        "wiso and GENIOS (text)",
        "wiso text",
        ".txt",
        holds(re.compile(r"^Dokumentnummer: ", re.MULTILINE)),
        "exports.wiso:read",
    ),
    _refused(
        "a list of references (RIS)",
        ".ris",
        holds(re.compile(r"^TY  - \w", re.MULTILINE)),
        "It holds no articles' texts. Export the full texts.",
        reason="no_text_column",
    ),
    _refused(
        "a list of references (BibTeX)",
        ".bib",
        holds(re.compile(r"^@(?:article|misc|book|online|newspaper)\{", re.MULTILINE | re.IGNORECASE)),
        "It holds no articles' texts. Export the full texts.",
        reason="no_text_column",
    ),
    _refused(
        "a file of subtitles",
        ".srt .vtt",
        holds(re.compile(r"^\d\d:\d\d(?::\d\d)?[.,]\d{3} --> \d\d:\d\d", re.MULTILINE), 2),
        "Save its words as text.",
    ),
    _tables("TSV", "tsv", ".csv .tsv .tab", kinds.is_named_a_table, "tables.files:open_delimited"),
    _articles("HTML pages and pieces of pages", "html", ".html .htm .xhtml", kinds.is_html, "text_pieces:read_page"),
    _articles("Markdown", "markdown", ".md .markdown", kinds.is_markdown, "text_pieces:read"),
    _articles("plain text", "text", ".txt", kinds.is_text, "text_pieces:read"),
)
FORMATS: Final = (*_BINARY, *_TEXT)


def format_of(content: Content) -> Format:
    """Return the row of a file. Raises SetAside where it is empty or no text, and for no row knows it."""
    return next(row for row in FORMATS if row.is_it(content))


def names_of_formats() -> dict[str, tuple[str, ...]]:
    """Return what is read, as the page and the README list it: group -> the names of its formats, each once."""
    names: dict[str, dict[str, None]] = {group: {} for group in GROUPS.values()}
    for row in FORMATS:
        if row.gives != "nothing":
            names[GROUPS[re.split(r"[.:]", row.reader)[0]]][row.name] = None
    return {group: tuple(found) for group, found in names.items()}
