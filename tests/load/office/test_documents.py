"""Word, OpenDocument, RTF, EPUB: tiny documents written here."""

import io
import zipfile

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = "It rained in the north.\n\nThen it stopped."


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return file.getvalue()


def docx(inner):
    return packed(word__document_DOT_xml=f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>')


def odt(inner):
    content = f'<d xmlns:text="{T}"><body>{inner}</body></d>'
    return packed(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml=content)


def w(*texts):
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


DOCUMENTS = {
    "docx": docx(
        w("Source: The Echo", "Title: Rain")
        + "<w:p><w:r><w:t>It rained</w:t></w:r><w:del><w:r><w:delText>snowed</w:delText></w:r></w:del>"
        "<w:r><w:instrText>HYPERLINK file:///etc/passwd</w:instrText><w:t> in the north.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + w("Then it stopped.") + "</w:tc></w:tr></w:tbl>"
    ),
    "odt": odt(
        "<text:p>Source: The Echo</text:p><text:p>Title: Rain</text:p>"
        "<text:p>It <text:span>rained</text:span> in<text:s/>the north.<text:note>x</text:note></text:p>"
        "<text:h>Then it stopped.</text:h>"
    ),
    "rtf": rb"{\rtf1\ansi{\fonttbl\f0 Arial;}Source: The Echo\par Title: Rain\par It rained in the north."
    rb"\par\par Then it stopped.\par}",
}


@pytest.mark.parametrize("layout", DOCUMENTS)
def test_paragraphs_are_the_text_and_labelled_lines_at_the_top_are_fields(read, layout):
    (article,) = read("report", DOCUMENTS[layout])

    assert (article.layout, article.source, article.title, article.content) == (layout, "The Echo", "Rain", TEXT)


def test_what_cannot_be_opened_says_why(reasons):
    entities = "".join(f'<!ENTITY a{n + 1} "&a{n};&a{n};&a{n};">' for n in range(3))
    bomb = f'<!DOCTYPE d [<!ENTITY a0 "lol">{entities}]>'

    assert reasons("a", docx("<w:p/>")) == ["no_text"]
    assert reasons("a", packed(word__document_DOT_xml="no markup")) == ["damaged"]
    assert reasons("a", packed(word__document_DOT_xml=f"{bomb}<w>&a3;</w>")) == ["no_text"]
    assert reasons("a", packed(word__document_DOT_xml="<w>" + " " * 3_000_000 + "</w>")) == ["expands_too_far"]
    assert reasons("a", OLE + "EncryptedPackage".encode("utf-16-le")) == ["needs_password"]
    assert reasons("a", OLE + "WordDocument".encode("utf-16-le")) == ["unsupported"]


CONTAINER = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
BOOK = """<package><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>"""


def epub(**more):
    page = "<html><body><p>{}</p></body></html>"
    parts = {"mimetype": "application/epub+zip", "META-INF__container_DOT_xml": CONTAINER, "in__book_DOT_opf": BOOK}
    parts |= {
        "in__nav_DOT_xhtml": page,
        "in__a a_DOT_xhtml": page.format("Sun"),
        "in__b_DOT_xhtml": page.format("Rain"),
    }
    return packed(**parts, **more)


def test_the_chapters_of_a_book_come_in_its_order(read):
    items = read("a.epub", epub())

    assert [(item.file, getattr(item, "reason", None)) for item in items] == [
        ("a.epub#b.xhtml", None),
        ("a.epub#a a.xhtml", None),
        ("a.epub#gone.xhtml", "damaged"),
    ]
    assert "Rain" in items[0].content


def test_a_locked_book_is_refused_as_such(reasons):
    assert reasons("a.epub", epub(**{"META-INF__rights_DOT_xml": "<rights/>"})) == ["needs_password"]
