import csv
import io
import json

import pytest

from newscorpus.load.beginnings import without_mark
from newscorpus.load.tables.cells import as_text, body_text, one_field

TEXT = "It rained in Veldholm on Monday. The harbour stayed closed until noon."


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ({"rendered": "Rain"}, "Rain"),  # WordPress
        ({"uri": "echo.example", "title": "The Echo"}, "The Echo"),  # Event Registry
        ({"id": None, "name": "The Echo"}, "The Echo"),  # NewsAPI
        ([{"name": {"@value": "A. Writer"}}, "B. Writer"], "A. Writer, B. Writer"),
        ("['A. Writer', 'B. Writer']", "A. Writer, B. Writer"),  # a list that pandas wrote
        ('["A. Writer", "B. Writer"]', "A. Writer, B. Writer"),
        ("['A. Writer' 'B. Writer']", "A. Writer, B. Writer"),  # an array that NumPy wrote
        ("{'name': 'A. Writer', 'id': 7}", "A. Writer"),
        ("[]", None),
        ({"width": 7}, None),  # an object without a name is nothing, and never its JSON
        ("[Updated] Rain stops.", "[Updated] Rain stops."),
        ("[1]", "[1]"),  # a footnote
    ],
)
def test_what_services_and_programs_wrap_around_a_value_is_taken_off(cell, text):
    assert as_text(cell) == text


@pytest.mark.parametrize(
    ("written", "text", "markup"),
    [
        ("Berg &amp; Sons&nbsp;said &#8220;no&#8221;.", "Berg & Sons\xa0said “no”.", "text"),
        ("A <b>bold</b> <a href='x'>link</a>.", "A bold link.", "text"),
        ("One.<br>Two.", "One.\nTwo.", "text"),
        (r"One.\n\nTwo \"said\" so.", 'One.\n\nTwo "said" so.', "text"),
        (r"Caf\u00e9", "Café", "text"),
        (r"C:\new\notes stay", r"C:\new\notes stay", "text"),
        ("&lt;p&gt;One.&lt;/p&gt;", "<p>One.</p>", "html"),
        ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2", "text"),
    ],
)
def test_a_text_is_read_as_it_was_before_other_programs_wrote_it(written, text, markup):
    assert body_text(written) == (text, markup)


def test_a_headline_is_read_without_markup():
    assert one_field("Council&#8217;s &amp;quot;<i>No</i>&amp;quot;") == 'Council’s "No"'


@pytest.mark.parametrize(
    "cut",
    ["It rained… [+5843 chars]", "It rained [1,204 chars]", "It rained [&hellip;]", "It rained… Continue reading →"],
)
def test_a_beginning_is_told_and_its_mark_taken_off(cut):
    text, note = without_mark(body_text(cut)[0])

    assert text.startswith("It rained")
    assert not text.endswith(("]", "→"))
    assert note.startswith("only the beginning of the article")


def test_a_whole_text_is_no_beginning():
    assert without_mark(TEXT) == (TEXT, None)


SERVICES = {
    "WordPress": [
        {
            "id": 7,
            "date": "2024-03-05T11:15:00",
            "link": "https://echo.example/a",
            "title": {"rendered": "Rain &#8211; again"},
            "content": {"rendered": f"<p>{TEXT}</p>", "protected": False},
            "author": 12,
            "_embedded": {"author": [{"id": 12, "name": "A. Writer"}]},
            "yoast_head_json": {"og_site_name": "The Echo"},
        }
    ],
    "Guardian": {
        "response": {
            "results": [
                {
                    "id": "a",
                    "webTitle": "Rain – again",
                    "webPublicationDate": "2024-03-05T11:15:00Z",
                    "webUrl": "https://echo.example/a",
                    "fields": {"bodyText": TEXT, "byline": "A. Writer", "publication": "The Echo"},
                }
            ]
        }
    },
    "webz.io": {
        "posts": [
            {
                "thread": {"site_full": "The Echo", "title": "Rain", "main_image": "x.png"},
                "title": "Rain – again",
                "author": "A. Writer",
                "text": TEXT,
                "published": "2024-03-05T11:15:00.000+00:00",
                "url": "https://echo.example/a",
            }
        ]
    },
    "GNews": {
        "totalArticles": 1,
        "articles": [
            {
                "title": "Rain – again",
                "description": "It rained.",
                "content": f"{TEXT}... [812 chars]",
                "author": "A. Writer",
                "url": "https://echo.example/a",
                "image": "x.png",
                "publishedAt": "2024-03-05T11:15:00Z",
                "source": {"name": "The Echo", "url": "https://echo.example"},
            }
        ],
    },
}


@pytest.mark.parametrize("service", SERVICES)
def test_news_services_are_read(read, service):
    (article,) = read("a.json", json.dumps(SERVICES[service]))

    assert (article.title, article.source, article.author) == ("Rain – again", "The Echo", "A. Writer")
    assert article.url == "https://echo.example/a"
    assert article.published_at.startswith("2024-03-05T11:15:00")
    assert TEXT.rstrip(".") in article.content
    assert ("only the beginning" in (article.note or "")) == (service == "GNews")


def test_the_number_of_an_author_is_no_name(read):
    (article,) = read("a.json", json.dumps([{"text": TEXT, "author": 12}]))

    assert article.author is None
    assert article.note == "the author '12' is a number and no name"


@pytest.mark.parametrize(
    "headings",
    [
        ["Titel", "Text", "Quelle", "Datum", "Autor"],
        ["Titre", "Texte", "Source", "Date de publication", "Auteur"],
        ["Título", "Texto", "Fuente", "Fecha", "Autor"],
        ["Título", "Conteúdo", "Veículo", "Data", "Autor"],
        ["Заголовок", "Текст", "Источник", "Дата", "Автор"],
        ["标题", "正文", "来源", "日期", "作者"],
        ["タイトル", "本文", "媒体名", "日付", "著者"],
        ["العنوان", "النص", "المصدر", "التاريخ", "الكاتب"],
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_headings_are_read_in_the_largest_languages_of_news(read, headings, delimiter):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([headings, ["Rain", TEXT, "The Echo", "25.03.2024", "A. Writer"]])

    (article,) = read("a.csv", file.getvalue())

    found = (article.title, article.content, article.source, article.published_at, article.author)
    assert found == ("Rain", TEXT, "The Echo", "2024-03-25", "A. Writer")
    assert article.note is None


def test_columns_that_are_not_used_are_named_once(read):
    one, two = read("a.csv", f"Id,Text,Mood\n1,{TEXT},fine\n2,{TEXT},fine\n")

    assert (one.note, two.note) == ("not used: Id, Mood", None)


@pytest.mark.parametrize("written", ["5-Mar-24", "Tue Mar 05 10:15:00 EST 2024", "5 марта 2024", "5 marca 2024"])
def test_a_date_that_is_written_out_is_read(read, written):
    (article,) = read("a.csv", f"text,date\n{TEXT},{written}\n")

    assert (article.published_at, article.note) == (written, None)


def test_a_date_that_is_not_read_is_named(read):
    (article,) = read("a.csv", f"text,date\n{TEXT},the other day\n")

    assert article.published_at is None
    assert article.note == "the date 'the other day' is left out: it does not prove which day is meant"


def test_text_that_was_encoded_twice_is_mended_and_said(read):
    (article,) = read("a.csv", "text\nShe said: â€œTheyâ€™d saved the cafÃ©.â€\n")

    assert article.content == "She said: “They’d saved the café.”"
    assert "were mended" in article.note
