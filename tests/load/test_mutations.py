"""Whole files of every format, cut, repeated and with bytes changed: articles or reasons, never an error."""

import gzip
import io
import tarfile
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newscorpus.errors import REASONS
from newscorpus.load.reader import read_bytes
from newscorpus.values import RawArticle

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

TEXT = b"It rained."


def _zip(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:  # stored, so that changed bytes reach the readers
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return file.getvalue()


def _tar():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT))
    return file.getvalue()


NEXIS = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("Rain", "Echo", "May 2, 2010", "Body", "Wet."))
SAMPLES = [
    _zip(word__document_DOT_xml=f"<w:document {W}><w:p><w:r><w:t>It rained.</w:t></w:r></w:p></w:document>"),
    _zip(
        word__document_DOT_xml=f"<w:document {W}>{NEXIS}<w:p><w:r><w:t>End of Document</w:t></w:r></w:p></w:document>"
    ),
    _zip(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml="<d><p>It rained.</p></d>"),
    _zip(mimetype="application/epub+zip", META_INF__container_DOT_xml="<rootfile full-path='a'/>", a="<item id='a'/>"),
    _zip(xl__workbook_DOT_xml="<workbook/>", _rels___DOT_rels="<Relationships/>"),
    _tar(),
    gzip.compress(b"source,text\nEcho,It rained.\n"),
    rb"{\rtf1\ansi\ansicpg1252 It \u8220?rained\'94\par{\field{\*\fldinst x}{\fldrslt Body}}\par End of Document}",
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
    b"endobj\ntrailer << /Root 1 0 R >>\n%%EOF",
    b"From a@b.example Tue Mar  3 08:00:00 2020\nFrom: A <a@b.example>\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: base64\n\nSXQgcmFpbmVkLg==\n--x--\n",
    b"<?xml version='1.0'?><rss><channel><title>Echo</title><item><title>a</title>"
    b"<description>b</description></item></channel></rss>",
    b"<PPSResponse><article><headline><paragraph>a</paragraph></headline><leadParagraph><paragraph>b</paragraph>"
    b"</leadParagraph></article></PPSResponse>",
    b"<html><DOCFULL> --><p>1 of 2 DOCUMENTS</p><p>Echo</p><p>May 2, 2010</p><p>LENGTH: 2 words</p><p>It rained.</p>",
    b'<html><div class="article enArticle"><div>2 words</div><div>2 May 2010</div>'
    b'<p class="articleParagraph">b</p></div>',
    b'<html><article><span class="DocPublicationName">Echo</span><span class="DocHeader">2 mai 2010</span>'
    b"<section>b</section>",
    b"1 of 2 DOCUMENTS\n\nEcho\n\nMay 2, 2010\n\nRain\n\nLENGTH: 2 words\n\nIt rained.\n\nLANGUAGE: ENGLISH\n",
    b"HD\nRain\nWC\n2 words\nPD\n2 May 2010\nSN\nEcho\nLP\nIt rained.\nAN\nDocument ECHO000020100502e1230001r\n",
    b"Rain\n\nPublication title: Echo\n\nFull text: It rained.\n\nProQuest document ID: 1\n",
    b"Title: Rain\nPaper: Echo\nText: It rained.\nRecord Number: 0F1A2B3C\n",
    b"Rain\n\nIt rained.\n\nQuelle: Echo vom 02.05.2010\nDokumentnummer: E1\n",
    b"Record: 1\nTitle: Rain\nSource: Echo\n\nIt rained.\n\nRecord: 2\nIt was dry.\n",
]


@st.composite
def _mutated(draw):
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(data) - 1))
        length = draw(st.integers(0, 30))
        data[place : place + length] = draw(st.binary(max_size=30) | st.just(bytes(data[place : place + length]) * 2))
        if not data:
            break
    return bytes(data)


@settings(deadline=None, max_examples=600)
@given(_mutated())
@example(b"<rss><item><title>\x00</title></item></rss>")
def test_changed_files_give_articles_or_reasons(data):
    items = list(read_bytes(data, "a"))

    assert items
    assert len({(item.file, item.record) for item in items}) == len(items)
    for item in items:
        assert item.content.strip() if isinstance(item, RawArticle) else item.reason in REASONS
        for removal in (*item.above, *item.below) if isinstance(item, RawArticle) else ():
            assert removal.text.strip()


def test_every_whole_sample_is_recognised():
    layouts = {item.layout for data in SAMPLES for item in read_bytes(data, "a")}

    assert "unknown" not in layouts
    assert len(layouts) >= len(SAMPLES) - 3  # the archives give the layout of what is in them
