"""Workbooks: XLSX and ODS written here as the few parts that they need."""

import io
import zipfile

HEAD = '<?xml version="1.0"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(**sheets):
    def row(number, cells):
        held = (
            f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for n, cell in enumerate(cells)
        )
        return f'<row r="{number}">{"".join(held)}</row>'

    names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{REL}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'{HEAD}<Types xmlns="{package}/content-types"/>')
        start = f'<Relationship Id="r0" Type="{REL}/officeDocument" Target="xl/workbook.xml"/>'
        archive.writestr("_rels/.rels", f'{HEAD}<Relationships xmlns="{package}/relationships">{start}</Relationships>')
        archive.writestr(
            "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>'
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{HEAD}<Relationships xmlns="{package}/relationships">{targets}</Relationships>',
        )
        for n, rows in enumerate(sheets.values(), 1):
            data = "".join(row(number, cells) for number, cells in enumerate(rows, 1))
            archive.writestr(
                f"xl/worksheets/s{n}.xml", f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
            )
    return file.getvalue()


ROWS = [
    ("Outlet", "Headline", "Text"),
    ("The Echo", "Rain", "It rained."),
    ("The Echo", "Sun", ""),
    ("Outlet", "Headline", "Text"),
]


def test_a_sheet_is_a_table(read):
    first, second, third = read("a.xlsx", xlsx(Articles=ROWS))

    assert (first.file, first.record, first.layout) == ("a.xlsx", 0, "xlsx")
    assert (first.source, first.title, first.content) == ("The Echo", "Rain", "It rained.")
    assert (second.record, second.reason) == (1, "no_text")
    assert (third.record, third.reason) == (2, "repeated_heading")


def test_each_of_several_sheets_is_read_under_its_name_and_costs_itself_only(read):
    items = read("a.xlsx", xlsx(One=ROWS[:2], Notes=[("Sum", "Of"), ("1", "2")], Two=ROWS[:2], Empty=[]))

    assert [(item.file, getattr(item, "reason", None)) for item in items] == [
        ("a.xlsx#One", None),
        ("a.xlsx#Notes", "columns_unknown"),
        ("a.xlsx#Two", None),
    ]


def test_a_workbook_without_words_or_damaged_says_so(reasons):
    whole = xlsx(Articles=ROWS)

    assert reasons("a.xlsx", xlsx(Empty=[])) == ["empty"]
    assert reasons("a.xlsx", whole[: len(whole) // 2]) == ["damaged"]
    assert reasons("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")) == ["damaged"]


def test_an_opendocument_sheet_is_a_table(read):
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in ROWS[:2]
    )
    content = (
        f'{HEAD}<office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0">'
        f"<office:body><office:spreadsheet>"
        f'<table:table table:name="One">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'{HEAD}<manifest:manifest xmlns:manifest="{space}manifest:1.0"/>')

    (article,) = read("a.ods", file.getvalue())

    assert (article.layout, article.source, article.content) == ("ods", "The Echo", "It rained.")
