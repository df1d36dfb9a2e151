"""LexisNexis before 2018: invented articles in its layouts."""

import pytest

TEXT = """\ufeff

Download Request: Selected Items: 1-3
Time Of Request: Friday, March 20, 2018  16:51:31



                              21 of 40 DOCUMENTS


                                  Guardian.com

                            January 11, 2010 Monday

BYLINES: how a name
gets into print

BYLINE: By Ann Writer

SECTION: NEWS; Pg. 4

LENGTH: 16 words

It rained all day in the
north.

SPIEGEL: Will it stop? Nobody said SUBJECT: to anyone.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

GRAPHIC: A wet wall

                       Copyright 2010 Lakeside Press
                             All Rights Reserved

                              22 of 40 DOCUMENTS


                                  The Echo

                            January 12, 2010

LENGTH: 0 words

LOAD-DATE: January 12, 2010

                          Dokument 23 von 40


                                  Echo am Abend

                            11. Januar 2010 Montag

Trocken

AUTOR: Von B. Schreiber

LÄNGE: 100 Wörter

Es war trocken.

                       Copyright 2010 Lakeside Press
"""


def test_counters_count_the_articles_and_labels_are_a_closed_list(read):
    first, second, third = read("a.txt", TEXT)

    assert first.title == "BYLINES: how a name gets into print"
    assert first.content.split("\n\n")[0] == "It rained all day in the north."
    assert first.content.endswith("Nobody said SUBJECT: to anyone.")
    assert (first.source, first.published_at) == ("Guardian.com", "January 11, 2010")
    assert (first.author, first.section, first.language) == ("Ann Writer", "NEWS; Pg. 4", "ENGLISH")
    assert [r.kind for r in first.below] == ["other", "other", "caption", "copyright"]
    assert first.note is None  # 7 and 9 words; the label says 16
    assert second.reason == "no_text"
    assert (third.source, third.title, third.author) == ("Echo am Abend", "Trocken", "B. Schreiber")
    assert (third.content, third.published_at) == ("Es war trocken.", "11. Januar 2010")
    assert third.note == "the database counts 100 words, 3 were read"


def page(number, body, tail=""):
    return f"""<A NAME="DOC_ID_0_{number}"></A><!-- Hide XML section from browser
<DOC NUMBER=1>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{number} of 2 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c0"><P><IMG SRC="logo.gif"><BR><SPAN>The Echo</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P><SPAN>December</SPAN><SPAN> 19, 1991, Thursday, City Edition</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN>Heading {number};<BR>second part</SPAN></P></DIV>
<BR><DIV CLASS="c5"><P><SPAN>LENGTH: </SPAN><SPAN>8 words</SPAN></P></DIV>
<BR><DIV CLASS="c5">{body}</DIV>
{tail}<BR><DIV CLASS="c3"><P>Copyright 1991 Lakeside Press</P></DIV>
<!-- Hide XML section from browser
</DOCFULL>
</DOC> -->
"""


def test_a_page_holds_an_article_for_each_docfull(read):
    body = "<P>It <SPAN>rai</SPAN><SPAN>ned</SPAN> all day.</P>\n<P>It was &quot;wet&quot; there.</P>"
    tail = "<DIV><P><SPAN>GRAPHIC: </SPAN>A wall</P></DIV>"
    first, second = read("a.html", f"<HTML><BODY>{page(1, body, tail)}{page(2, '')}</BODY></HTML>")

    assert (first.content, first.title) == ('It rained all day.\n\nIt was "wet" there.', "Heading 1; second part")
    assert (first.source, first.published_at, first.note) == ("The Echo", "December 19, 1991 City Edition", None)
    assert [(r.kind, r.text) for r in first.below] == [
        ("caption", "GRAPHIC: A wall"),
        ("copyright", "Copyright 1991 Lakeside Press"),
    ]
    assert (second.record, second.reason) == (1, "no_text")


@pytest.mark.parametrize("text", ["He came 1 of 10 DOCUMENTS short.", "Document 3 of the treaty"])
def test_a_sentence_about_documents_is_no_counter(read, text):
    (article,) = read("a.txt", text)

    assert (article.layout, article.content) == ("text", text)


def test_a_notice_of_rights_above_the_source_is_no_source(read):
    top = "Copyright 2010 Lakeside Press\n   All Rights Reserved\n       The Echo\n\n   May 2, 2010 Sunday"
    (article,) = read("a.txt", f"   1 of 1 DOCUMENT\n\n   {top}\n\nRain\n\nLENGTH: 2 words\n\nIt rained.\n")

    assert (article.source, article.title, article.content) == ("The Echo", "Rain", "It rained.")
    assert [r.text for r in article.above] == ["Copyright 2010 Lakeside Press", "All Rights Reserved"]
