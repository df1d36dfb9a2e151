import pytest

from newscorpus.load.markup import holds_blocks

PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><p>One.</p></body></html>"
# As a reader copies it out of a page: no head, advertising scripts between paragraphs, text behind the last tag.
FRAGMENT = """<div class="ad">
\t\t\t<div class="label">Advertisements</div>
\t\t</div><p>The minister spoke on Friday.</p>
<p>Nobody answered.</p>
<script>window.show = function () { return 1 < 2; };</script>
Discover more from the Gazette"""


@pytest.mark.parametrize(
    ("name", "content", "layout"),
    [
        ("a.html", PAGE, "html"),
        ("a.txt", PAGE, "html"),
        ("a.csv", PAGE, "html"),  # an error page saved under the name that was asked for
        ("a.txt", "<!-- saved from url=(0014)about:internet -->\n<html><body>x</body></html>", "html"),
        ("a.htm", '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>', "html"),
        ("a.txt", FRAGMENT, "html"),
        ("a.txt", "Words first\n<p>One.</p>\n<p>Two.</p>", "html"),
        ("a.html", "Words with <i>one</i> tag", "html"),  # the name decides where content does not
        ("a.html", "Words without any", "text"),
        ("a.txt", "Words with <b>bold</b> and <i>italic</i> ones", "text"),
        ("a.txt", "HTML has a <p> tag, closed by </p>, for paragraphs.", "text"),
        ("a.txt", "If a < b and c > d, then a<p>b holds.", "text"),
        ("a.txt", "[Updated] The minister spoke.", "text"),
        ("a.txt", "[[Wiki link]] and {template}", "text"),
        ("a", "source,title,text\nA,One,Two\n", "csv"),
        ("a.txt", "title;text\nA;B\n", "csv"),
        ("a.txt", "Title, of course, is the text of a sentence.\nAnd so on.", "text"),
        ("a.md", "Some *words*", "markdown"),
        ("a.json", "Some words", "text"),
        ("noname", "Some words", "text"),
    ],
)
def test_what_a_file_is_shows_in_its_content_first(read, name, content, layout):
    assert [item.layout for item in read(name, content)] == [layout]


def test_html_is_passed_on_whole(read):
    (article,) = read("a.txt", FRAGMENT)

    assert (article.markup, article.content) == ("html", FRAGMENT)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n rest", "not_text"),
        (b"\xff\xd8\xff\xe0 rest", "not_text"),
        (b"GIF89a rest", "not_text"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "not_text"),
        (b"\x7fELF\x02\x01\x01", "not_text"),
        (bytes(range(256)) * 4, "not_text"),
        (b"%PDF-1.7 rest", "damaged"),
        (b"{\\rtf1 }", "no_text"),
        (b"\x1f\x8b\x08 rest", "damaged"),
        (b"WARC/1.0 rest", "unsupported"),
        (b"Rar!\x1a\x07 rest", "unsupported"),
        (b"SQLite format 3\x00 rest", "unsupported"),
        (b"<?xml version='1.0'?><ledger></ledger>", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "unsupported"),
        (
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x",
            "no_text",
        ),
        (b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "empty"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "empty"),
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.html", "a.json"])
def test_what_is_not_read_is_refused_whatever_its_name(reasons, name, content, reason):
    assert reasons(name, content) == [reason]


@pytest.mark.parametrize(
    "content",
    [
        "\n\n                 1 of 10 DOCUMENTS\n\n          The Echo\n\nBYLINE: A. Writer\n",
        '<html><body><div class="article enArticle">x</div></body></html>',
        "Publication title: Echo\nProQuest document ID: 12345\n",
    ],
)
def test_a_record_of_a_database_without_a_text_is_no_article(reasons, content):
    assert reasons("a.txt", content) == ["no_text"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<p>One.</p>", True),
        ("  <div class='a'>\n", False),  # never closed, and alone
        ("<p>One.\n<p>Two.", True),
        ("One.<br>Two.<BR />Three.", True),
        ("One.<br>Two.", False),
        ("<b>One.</b>", False),
        ("a </p> b", False),
        ("", False),
    ],
)
def test_block_tags_where_markup_has_them_make_html(text, answer):
    assert holds_blocks(text) is answer
