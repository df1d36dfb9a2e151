import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HEADING = "source,title,text\n"


def _articles(items):
    return [(item.record, item.source, item.title, item.content) for item in items if hasattr(item, "content")]


def test_a_table_of_source_title_text_is_read_without_a_question(read):
    items = read(
        "a.csv",
        "source,title,text,url,author,published,section,language\n"
        "Echo,Rain,It rained.,http://x.org,A. Writer,2020-04-03,News,en\n",
    )

    (article,) = items
    assert (article.layout, article.markup, article.record, article.note) == ("csv", "text", 0, None)
    assert (article.source, article.title, article.content) == ("Echo", "Rain", "It rained.")
    assert (article.url, article.author, article.published_at) == ("http://x.org", "A. Writer", "2020-04-03")
    assert (article.section, article.language) == ("News", "en")


@pytest.mark.parametrize(("delimiter", "layout"), [(",", "csv"), (";", "csv"), ("|", "csv"), ("\t", "tsv")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiter_encoding_and_line_ends_are_told(read, delimiter, layout, encoding, newline):
    rows = [["source", "title", "text"], ["Écho", "Rain, snow; hail", "It | rained.\nThen it\tstopped."]]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL).writerows(rows)

    items = read("a.csv", file.getvalue().encode(encoding))

    assert _articles(items) == [(0, "Écho", "Rain, snow; hail", "It | rained.\nThen it\tstopped.")]
    assert items[0].layout == layout


def test_excels_hint_names_the_delimiter_and_is_no_row(read):
    assert _articles(read("a.csv", "sep=;\r\nsource;title;text\r\nEcho;Rain;It rained, again.\r\n")) == [
        (0, "Echo", "Rain", "It rained, again.")
    ]


def test_a_bad_row_costs_itself_only(reasons):
    rows = [
        ("A,one,First text.", None),
        ("A,two,Text, with a stray comma.", "bad_record"),
        ("A,three", "bad_record"),  # ends before the text
        ("A,four,", "no_text"),
        ("A,five,NaN", "no_text"),
        ("source,title,text", "repeated_heading"),
        ("A,six,Sixth text.,,", None),  # nothing in the cells too many
        (",,", "no_text"),
        ("A,seven,Last text.", None),
    ]

    assert reasons("a.csv", HEADING + "\n".join(row for row, _ in rows)) == [reason for _, reason in rows]


def test_lines_with_nothing_in_them_are_no_rows(read):
    assert _articles(read("a.csv", HEADING + "\n\nA,one,First.\n\r\n\nA,two,Second.\n\n")) == [
        (0, "A", "one", "First."),
        (1, "A", "two", "Second."),
    ]


def test_an_open_quotation_mark_does_not_swallow_the_rows_behind_it(read, reasons):
    content = HEADING + 'A,one,First.\nA,two,"Second\nA,three,Third.\nA,four,"Fourth, closed."\n'

    assert reasons("a.csv", content) == [None, "bad_record", None, None]
    assert _articles(read("a.csv", content))[1:] == [(2, "A", "three", "Third."), (3, "A", "four", "Fourth, closed.")]


def test_an_open_quotation_mark_in_the_last_row_is_said(reasons):
    assert reasons("a.csv", HEADING + 'A,one,First.\nA,two,"cut he') == [None, "bad_record"]


def test_a_file_cut_inside_a_long_cell_gives_no_row_made_of_prose(reasons):
    content = HEADING + 'A,one,First.\nA,two,"One paragraph.\nThey came, saw, and won.\nThen the fi'

    assert reasons("a.csv", content) == [None, "bad_record"]


def test_careless_quotation_marks_inside_a_cell_are_noted(read):
    careless, careful = read("a.csv", HEADING + 'A,one,"He said "yes" today."\nA,two,"He said ""no""."\n')

    assert (careless.content, careful.content) == ('He said yes" today."', 'He said "no".')
    assert careless.note == "quotation marks inside a cell are not doubled; the text may be cut or joined wrongly"
    assert careful.note is None


def test_quotation_marks_escaped_by_a_backslash_are_read(read):
    assert _articles(read("a.csv", HEADING + r'A,one,"He said \"yes\", twice."')) == [
        (0, "A", "one", 'He said "yes", twice.')
    ]


def test_an_article_longer_than_the_limit_of_pythons_reader_is_read(read):
    (article,) = read("a.csv", HEADING + "A,one," + "word " * 100_000)

    assert len(article.content) == 5 * 100_000 - 1


def test_a_text_cut_by_excel_is_noted(read):
    whole, cut = read("a.csv", HEADING + f"A,one,{'a' * 32_766}\nA,two,{'a' * 32_767}\n")

    assert whole.note is None
    assert cut.note == "the text ends at Excel's limit of 32,767 characters and may be cut"


def test_cells_with_block_tags_are_html_and_others_are_text(read):
    items = read("a.csv", HEADING + "A,one,<p>First.</p>\nA,two,A <b>bold</b> word\nA,three,One<br>two<br/>three\n")

    assert [item.markup for item in items] == ["html", "text", "html"]


def test_hostile_names_and_titles_stay_as_they_are_written(read):
    (article,) = read("a.csv", HEADING + '"=HYPERLINK(""http://x.org"")",<script>alert(1)</script>,Text.\n')

    assert (article.source, article.title) == ('=HYPERLINK("http://x.org")', "<script>alert(1)</script>")


def test_a_column_of_dates_is_rewritten_where_it_proves_its_order(read):
    items = read("a.csv", "text,date\nOne.,03/04/2020\nTwo.,25/04/2020 10:00\nThree.,\n")

    assert [item.published_at for item in items] == ["2020-04-03", "2020-04-25 10:00", None]
    assert [item.note for item in items] == [None, None, None]


def test_a_date_whose_order_is_not_proven_is_left_out_and_said(read):
    (article,) = read("a.csv", "text,date\nOne.,03/04/2020\n")

    assert article.published_at is None
    assert article.note == "the date '03/04/2020' is left out: it does not prove which day is meant"


def test_what_the_reader_says_of_the_columns_is_used(read, reasons):
    content = "Blatt,Feld\nEcho,It rained.\n"

    assert reasons("a.csv", content) == ["columns_unknown"]
    assert _articles(read("a.csv", content, {"text": "Feld", "source": "Blatt"})) == [(0, "Echo", None, "It rained.")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("source,title\nA,one\n", "columns_unknown"),
        ("text,body\nOne.,Two.\n", "columns_unknown"),
        ("just a sentence in a file\n", "columns_unknown"),
        ("url,url_mobile,title,seendate,domain\nhttp://x.org,,Rain,20200403T143000Z,x.org\n", "no_text_column"),
        ("20200403143000-0\t" + "\t" * 25 + "\n", "no_text_column"),
        (",".join(f"c{i}" for i in range(501)), "too_many_columns"),
        ("c," * 1_000_000, "too_many_columns"),
        (HEADING, "empty"),
    ],
)
def test_a_table_that_holds_no_articles_says_why(reasons, content, reason):
    assert reasons("a.csv", content) == [reason]


def test_rows_beyond_the_limit_are_said_once(read, monkeypatch):
    monkeypatch.setattr("newscorpus.load.tables.records.MAX_ROWS", 2)

    items = read("a.csv", HEADING + "A,t,x\n" * 5)

    assert [getattr(item, "reason", None) for item in items] == [None, None, "too_many_records"]
    assert items[-1].record == 2


# Neither markup nor what other programs leave of it, nor the letters that text encoded twice is made of.
CELLS = st.text(
    st.characters(max_codepoint=127, exclude_categories=["Cc"], exclude_characters="&<\\[]{}")
    | st.characters(codec="utf-8", min_codepoint=0x370, exclude_categories=["Cc"], exclude_characters="…"),
    max_size=30,
)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_what_a_program_writes_as_csv_is_read_as_written(read, rows):
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("source", "title", "text"), *rows])

    items = read("a.csv", file.getvalue())

    assert [item.record for item in items] == list(range(len(rows)))
    for item, (_, _, text) in zip(items, rows, strict=True):
        if hasattr(item, "content"):
            assert item.content == text.strip()
        else:
            assert item.reason == "repeated_heading" or text.strip().casefold() in (
                "",
                "nan",
                "none",
                "null",
                "nat",
                "<na>",
            )


@settings(deadline=None)
@given(st.text(st.sampled_from('ab,;\t|"\\\r\n\0 '), max_size=200))
def test_any_table_gives_every_row_once(read, rows):
    items = read("a.csv", HEADING + rows)

    assert [item.record for item in items] == list(range(len(items)))
    assert items
