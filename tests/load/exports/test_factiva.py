"""Factiva: invented articles in its four forms."""

import pytest

from newscorpus.clean.article import clean_article

CODED = {
    "HD": "Rain: PD and other words",
    "BY": "By Ann Writer",
    "CR": "Reuters",
    "WC": "7 words",
    "PD": "29 December 2011",
    "ET": "15:32",
    "SN": "The Echo",
    "LA": "English",
    "CY": "(c) 2011 Lakeside Press",
    "LP": "It rained all day.",
    "TD": "Then it stopped.",
    "ART": "A wet wall (Photo: B. Lens)",
    "NS": "gpol : Domestic Politics",
    "AN": "Document ECHO000020111229e7ct0001r",
}
SHORT = {
    "HD": "Sun",
    "WC": "40 mots",
    "PD": "2 janvier 2012",
    "SN": "L'Écho",
    "LP": "Il fait beau.",
    "AN": "Document ECHOFR0020120102e8120001r",
}


def as_html(*articles):
    def cell(code, value):
        held = f'<p class="articleParagraph enarticleParagraph">{value}</p>' if code in ("LP", "TD") else value
        return f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{held}</td></tr>'

    tables = ("".join(cell(*item) for item in article.items()) for article in articles)
    return (
        "<html><body>"
        + "".join(f'<div class="article enArticle"><table>{t}</table></div>' for t in tables)
        + "</body></html>"
    )


def as_text(*articles):
    return (
        "\n\f".join("".join(f"{code}\n{value}\n\n" for code, value in a.items()) for a in articles)
        + "Search Summary\nText: rain\n"
    )


def as_rtf(*articles):
    coded = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in as_text(*articles))
    return "{\\rtf1\\ansi " + coded.replace("\n", "\\par\n").replace("\f", "\\page ") + "}"


@pytest.mark.parametrize(("layout", "write"), [("html", as_html), ("text", as_text), ("rtf", as_rtf)])
def test_codes_say_what_stands_where(read, layout, write):
    first, second = read("a", write(CODED, SHORT))

    assert (first.layout, first.title, first.author) == (f"factiva {layout}", "Rain: PD and other words", "Ann Writer")
    assert first.content == "It rained all day.\n\nThen it stopped."
    assert (first.source, first.published_at, first.language) == ("The Echo", "29 December 2011 15:32", "English")
    assert {r.text: r.kind for r in first.below}["ART: A wet wall (Photo: B. Lens)"] == "caption"
    assert {r.text: r.kind for r in first.below}["CY: (c) 2011 Lakeside Press"] == "copyright"
    assert first.note is None
    assert clean_article(first).agency == "Reuters"  # credited in a field of its own
    assert (second.record, second.source, second.content) == (1, "L'Écho", "Il fait beau.")
    assert second.note == "the database counts 40 words, 3 were read"
    assert clean_article(second).published_at.isoformat()[:10] == "2012-01-02"


def test_without_codes_the_count_of_words_before_a_date_is_the_anchor(read):
    lines = [
        "808 words",
        "13 November 2017",
        "13:25:30",
        "The Echo",
        "ECHO",
        "30,31",
        "English",
        "(c) 2017 Lakeside Press",
    ]
    head = (
        '<div id="hd"><span class="enHeadline">2017: 12 words on rain</span></div><div class="author">Ann Writer</div>'
    )
    page = (
        '<html><div id="article-ECHO000020171113edbd0000d" class="article"><div class="article enArticle">'
        f"<div>News</div>{head}{''.join(f'<div>{line}</div>' for line in lines)}"
        '<p class="articleParagraph enarticleParagraph">It rained.</p>'
        "<p>Document ECHO000020171113edbd0000d</p></div></div></html>"
    )
    (article,) = read("a.html", page)

    assert (article.title, article.content) == ("2017: 12 words on rain", "It rained.")
    assert (article.source, article.author, article.published_at) == (
        "The Echo",
        "Ann Writer",
        "13 November 2017 13:25:30",
    )
    assert article.note == "the database counts 808 words, 2 were read"


XML = """\ufeff<?xml version="1.0" encoding="utf-8"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
<PPSResponse><r xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="{count}"><ppsarticle><article>
<accessionNo>ECHO000020120109e5170003</accessionNo><baseLanguage>EN</baseLanguage><copyright>(c) 2012 Press</copyright>
<headline><paragraph><hlt>Rai</hlt>n</paragraph></headline>
<leadParagraph><paragraph>It rained&e;.</paragraph></leadParagraph>
<tailParagraphs><paragraph>Then it stopped.</paragraph></tailParagraphs>
<sourceName>The Echo</sourceName>
<publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate><wordCount>5</wordCount>
</article></ppsarticle></ppsarticleResultSet></r></PPSResponse>"""


def test_xml_is_read_without_its_entities_and_compared_with_its_own_count(read):
    (article,) = read("a.xml", XML.format(count=1))
    items = read("a.xml", XML.format(count=2))

    assert (article.title, article.content, article.note) == ("Rain", "It rained.\n\nThen it stopped.", None)
    assert (article.source, article.published_at, article.language) == ("The Echo", "2012-01-09T01:35:58Z", "EN")
    assert (items[1].record, items[1].reason) == (1, "damaged")


PLAIN = """News
Rain: a long title of ten words on 13 November
By Ann Writer
5 words
13 November 2017
13:25
The Echo
ECHO
30
English
(c) 2017 Lakeside Press

It rained.

Then it stopped.

Document ECHO000020171113edbd0000d

Sun
40 words
14 November 2017
The Echo
ECHO
English
(c) 2017 Lakeside Press
It was dry.
Document ECHO000020171114edbe0000d

Search Summary
Text: rain
"""


def test_text_without_codes_is_parted_by_the_numbers_of_articles(read):
    first, second = read("a.txt", PLAIN)

    assert (first.layout, first.title) == ("factiva text", "Rain: a long title of ten words on 13 November")
    assert (first.source, first.author, first.section) == ("The Echo", "Ann Writer", "News")
    assert (first.content, first.published_at) == ("It rained.\n\nThen it stopped.", "13 November 2017 13:25")
    assert first.note is None
    assert (second.record, second.title, second.content) == (1, "Sun", "It was dry.")
    assert second.note == "the database counts 40 words, 3 were read"
