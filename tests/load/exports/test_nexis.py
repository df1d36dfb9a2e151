"""Nexis Uni: invented articles in its layout, as Word, RTF and text."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from newscorpus.clean.article import clean_article

NBSP = "\u00a0"
COVER = ["User Name: A. Student", "Date and Time: Friday, 5. July 2019 09:31:00 CEST", "Job Number: 1", "Documents (3)"]
COVER += ["1. Rain: what it means", "Client/Matter: -None-", "Search Terms: rain", "News"]


def article(title, source, date, body, *, labels=(), behind=()):
    rights = "Copyright 2019 Lakeside Press All Rights Reserved"
    return ["", title, source, date, "", rights, *labels, "Body", *body, *behind, "End of Document"]


FIRST = article(
    "Rain: what it means for May 2, 2019",
    "Guardian.com.",
    "July 2, 2019 Tuesday 9:33 AM GMT",
    ["", "It rained all day.", "", "", "Nobody wrote End of Document on the wall.", "https://echo.example/rain"],
    labels=[
        f"Section:{NBSP}NEWS; Pg. 4",
        f"Length:{NBSP}12 words",
        f"Byline:{NBSP}By Ann Writer",
        f"Highlight:{NBSP}Wet.",
    ],
    behind=[
        "Graphic",
        "Photo: a wet wall",
        f"Language:{NBSP}ENGLISH\nSubject:{NBSP}RAIN (90%)",
        f"Load-Date:{NBSP}July 3, 2019",
    ],
)
SECOND = article("Nothing", "The Echo", "July 3, 2019", [])
THIRD = article("Sun", "The Guardian (London)", "4. Juli 2019", ["It was dry."], labels=[f"Length:{NBSP}20 words"])


def docx(paragraphs):
    lines = ("<w:br/>".join(f"<w:t>{escape(part)}</w:t>" for part in p.split("\n")) for p in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r>{line}</w:r></w:p>" for line in lines)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def rtf(paragraphs):
    coded = ("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p).replace("\n", "\\line ") for p in paragraphs)
    return ("{\\rtf1\\ansi " + "\\par\n".join(coded) + "\\par}").encode()


def text(paragraphs):
    return "\n".join(paragraphs)


WRITERS = {"nexis docx": docx, "nexis rtf": rtf, "nexis text": text}


@pytest.mark.parametrize("layout", WRITERS)
def test_every_article_of_an_export_is_found_with_what_is_said_of_it(read, layout):
    first, second, third = read("a", WRITERS[layout](COVER + FIRST + SECOND + THIRD))

    assert (first.record, first.layout, first.source) == (0, layout, "Guardian.com")
    assert first.title == "Rain: what it means for May 2, 2019"
    assert first.content == "It rained all day.\n\nNobody wrote End of Document on the wall."
    assert (first.author, first.section, first.language) == ("Ann Writer", "NEWS; Pg. 4", "ENGLISH")
    assert (first.published_at, first.url) == ("July 2, 2019 9:33 AM GMT", "https://echo.example/rain")
    assert (first.note, [r.kind for r in first.above]) == (None, ["copyright", "other"])  # 12 words, as it says
    assert [r.kind for r in first.below][:2] == ["caption", "other"]
    assert (second.record, second.reason, second.detail) == (1, "no_text", "Nothing")
    assert (third.record, third.title, third.content) == (2, "Sun", "It was dry.")
    assert third.note == "the database counts 20 words, 3 were read"


def test_one_outlet_in_two_spellings_is_one_and_what_stood_apart_is_removed(read):
    first, _, third = read("a.docx", docx(COVER + FIRST + SECOND + THIRD))
    cleaned = clean_article(first)

    assert {cleaned.source, clean_article(third).source} == {"The Guardian"}
    assert cleaned.source_basis == "the file, which prints “Guardian.com”"
    assert cleaned.published_at.isoformat() == "2019-07-02T09:33:00+00:00"
    assert "Photo: a wet wall" in {removal.text for removal in cleaned.removals if removal.kind == "caption"}
    assert all(0 <= removal.position <= len(cleaned.text) for removal in cleaned.removals)


def test_a_zip_of_single_articles_is_read_and_a_cut_file_keeps_what_it_holds(read):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("one.DOCX", docx(FIRST))
        archive.writestr("Files_doclist.DOCX", docx(["1. Rain"]))
        archive.writestr("two.DOCX", docx(THIRD[:-1]))  # without its end: a Word file like any other

    one, listed, two = read("a.zip", file.getvalue())
    whole, cut = read("a.txt", text(FIRST + THIRD[:-1]))

    assert (one.title, one.layout, two.layout) == (whole.title, "nexis docx", "docx")
    assert (listed.file, listed.reason) == ("a.zip/Files_doclist.DOCX", "no_text")
    assert cut.note.startswith("the file breaks off before the end of this article")


def test_without_a_date_the_rest_is_read_and_without_a_body_line_all_is_text(read):
    undated = [line for line in THIRD if line != "4. Juli 2019"]
    (article_without,) = read("a.txt", text(undated))
    (unknown,) = read("a.txt", "Source: The Echo\nTitle: Sun\n\nIt was dry.\nEnd of Document\n")

    assert (article_without.title, article_without.source, article_without.published_at) == (
        "Sun",
        "The Guardian (London)",
        None,
    )
    assert (unknown.source, unknown.title, unknown.content) == ("The Echo", "Sun", "It was dry.")
    assert "the layout is not known" in unknown.note


def test_wrapped_lines_of_a_text_file_are_paragraphs(read):
    wrapped = (
        "The river rose over its banks on Monday night and the lake behind\n"
        "the mill came down. Nobody was hurt.\nA short end."
    )
    (item,) = read("a.txt", text(article("Rain", "The Echo", "May 2, 2010", [wrapped])))

    assert item.content.split("\n\n") == [
        "The river rose over its banks on Monday night and the lake behind the mill came down. Nobody was hurt.",
        "A short end.",
    ]


def test_a_month_instead_of_a_date_leaves_title_and_source(read):
    (item,) = read("a.docx", docx(COVER + article("Rain", "Echo Monthly", "May 2010", ["It rained."])))

    assert (item.title, item.source, item.published_at) == ("Rain", "Echo Monthly", None)
