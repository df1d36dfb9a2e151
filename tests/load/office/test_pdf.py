"""PDF: pages written here, letter by letter where it matters."""

import pytest

from newscorpus.load.office.page_lines import Run, lines_of


def pdf(*pages):
    """A PDF of pages, each a list of (x, y, size, text); text in Windows-1252."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
    for lines in pages:
        shown = b" ".join(
            b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj" % (size, x, y, text.encode("cp1252")) for x, y, size, text in lines
        )
        stream = b"BT " + shown + b" ET"
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font %s >> /Contents %d 0 R >>"
        objects.append(page % (font, len(objects) + 2))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    file, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % o for o in offsets
    )
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    return file + table + trailer


def column(x, y, *texts):
    return [(x, y - 14 * n, 11, text) for n, text in enumerate(texts)]


LEFT = (
    "The river rose over its banks",
    "on Monday night and the reser-",
    "voir behind the mill gave way.",
    "Nobody was hurt.",
)
RIGHT = (
    "She spoke of a well-known risk",
    "that the town had measured",
    "for years. A well-",
    "known man agreed with her.",
)
HEAD, FOOT = (50, 770, 9, "The Echo, 3 March 2020"), (290, 30, 9, "Page 1 of 2")
FIRST = [HEAD, (50, 730, 20, "River floods the town"), *column(50, 690, *LEFT), *column(320, 690, *RIGHT), FOOT]
SECOND = [
    HEAD,
    *column(50, 730, "On Tuesday the water fell again.", "The school opens on Friday."),
    (290, 30, 9, "Page 2 of 2"),
]


@pytest.mark.parametrize("order", [1, -1], ids=["as read", "written backwards"])
def test_columns_are_read_one_after_the_other_and_broken_words_joined(read, order):
    (article,) = read("a.pdf", pdf(FIRST[::order], SECOND[::order]))

    assert article.content.split("\n\n") == [
        "River floods the town",
        "The river rose over its banks on Monday night and the reservoir behind the mill gave way. Nobody was hurt.",
        "She spoke of a well-known risk that the town had measured for years. A well-known man agreed with her.",
        "On Tuesday the water fell again. The school opens on Friday.",
    ]
    assert [(r.kind, r.text.split("\n")) for r in article.below] == [
        ("other", ["The Echo, 3 March 2020", "Page 1 of 2", "The Echo, 3 March 2020", "Page 2 of 2"])
    ]


def test_a_scan_is_refused_as_such_and_a_damaged_file_as_damaged(read, reasons):
    (scan,) = read("a.pdf", pdf([], []))

    assert (scan.reason, "scan" in scan.detail) == ("no_text", True)
    assert reasons("a.pdf", pdf(FIRST)[:300]) == ["damaged"]


def test_letters_that_are_printed_as_one_are_two():
    lines = lines_of([Run(50, 100, 90, 110, "ﬁsh"), Run(93, 100, 120, 110, "and"), Run(50, 80, 100, 90, "oﬃces")])

    assert [line.text for line in lines] == ["ﬁsh and", "oﬃces"]


def test_three_columns_under_a_line_across_them():
    across = Run(50, 200, 550, 212, "across")
    columns = [Run(x, y, x + 140, y + 10, f"{x},{y}") for y in (100, 120, 140) for x in (50, 230, 410)]

    assert [run.text for run in lines_of([*columns, across])] == [
        "across",
        *(f"{x},{y}" for x in (50, 230, 410) for y in (140, 120, 100)),
    ]


def test_a_printed_export_is_its_articles(read):
    def page(title, body):
        lines = ("The Echo", "May 2, 2019 Thursday", "Length: 3 words", "Body", body, "End of Document")
        return [(50, 730, 20, title), *column(50, 700, *lines)]

    first, second = read("a.pdf", pdf(page("Rain", "It rained hard."), page("Sun", "It was dry.")))

    assert (first.layout, first.title, first.source) == ("nexis pdf", "Rain", "The Echo")
    assert (first.content, first.published_at) == ("It rained hard.", "May 2, 2019")
    assert (second.record, second.title, second.content) == (1, "Sun", "It was dry.")
