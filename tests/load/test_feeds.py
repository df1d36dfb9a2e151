"""Feeds saved as files."""

from newscorpus.clean.article import clean_article

RSS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Echo</title><link>https://echo.example</link>
<item><title>Rain &amp;amp; sun</title><link>https://echo.example/rain</link>
<pubDate>Tue, 03 Mar 2020 08:00:00 GMT</pubDate>
<dc:creator>Ann Writer</dc:creator><category>News</category><description>Wet.</description>
<content:encoded><![CDATA[<p>It rained all day.</p><p>Then it stopped.</p>]]></content:encoded></item>
<item><title>Sun</title><guid>https://echo.example/sun</guid><author>a@echo.example (Ben Pen)</author>
<description>It was dry&x; all day.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Echo</title>
<entry><title type="html">Rain &lt;b&gt;now&lt;/b&gt;</title><link rel="alternate" href="https://echo.example/rain"/>
<published>2020-03-03T08:00:00Z</published>
<updated>2020-03-04T08:00:00Z</updated><author><name>Ann Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>It <b>rained</b>.</p><p>Then no more.</p></div></content></entry>
<entry><title>Sun</title><summary>It was dry.</summary></entry></feed>"""
SUMMARY = "the feed holds a summary of this article, not its whole text"


def test_rss_entries_are_articles_and_summaries_say_so(read):
    whole, summary, nothing = read("a.xml", RSS)

    assert (whole.layout, whole.source, whole.title) == ("feed", "The Echo", "Rain & sun")
    assert (whole.markup, whole.content) == ("html", "<p>It rained all day.</p><p>Then it stopped.</p>")
    assert (whole.author, whole.section, whole.url) == ("Ann Writer", "News", "https://echo.example/rain")
    assert (whole.note, clean_article(whole).published_at.isoformat()) == (None, "2020-03-03T08:00:00+00:00")
    assert (summary.content, summary.note) == ("It was dry all day.", SUMMARY)
    assert (summary.author, summary.url) == ("Ben Pen", "https://echo.example/sun")
    assert (nothing.record, nothing.reason, nothing.detail) == (2, "no_text", "Nothing")


def test_atom_entries_are_articles(read):
    whole, summary = read("a", ATOM)

    assert (whole.source, whole.title, whole.author) == ("The Echo", "Rain now", "Ann Writer")
    assert clean_article(whole).text == "It rained.\n\nThen no more."
    assert (whole.published_at, whole.note) == ("2020-03-03T08:00:00Z", None)
    assert (summary.content, summary.note) == ("It was dry.", SUMMARY)
