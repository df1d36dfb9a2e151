import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BODY = "It rained in the north.\n\nThen it stopped: nobody knew why."


def test_a_whole_file_is_one_article(read):
    (article,) = read("a.txt", BODY + "\n")

    assert (article.layout, article.markup, article.record, article.content) == ("text", "text", 0, BODY)
    assert (article.source, article.title, article.note) == (None, None, None)


def test_labelled_lines_at_the_top_are_fields(read):
    (article,) = read(
        "a.txt",
        "\nSource: The Echo\nTitle: Rain: a study\nDate: 3 April 2020\nAuthor: A. Writer\nURL: https://x.org/a\n\n"
        + BODY,
    )

    assert (article.source, article.title, article.author) == ("The Echo", "Rain: a study", "A. Writer")
    assert (article.published_at, article.url, article.content) == ("3 April 2020", "https://x.org/a", BODY)


@pytest.mark.parametrize(
    "content",
    [
        "Title: Rain\n\nIt rained.",  # one label alone may be the article's own line
        "It rained.\nSource: The Echo\nTitle: Rain\n",  # not at the very top
        "Minister: we did it\nReporter: you did not\n",  # labels of a conversation
        "https://x.org\nhttps://y.org\n",
    ],
)
def test_lines_that_only_look_like_labels_stay_in_the_text(read, content):
    (article,) = read("a.txt", content)

    assert (article.content, article.source, article.title) == (content.strip(), None, None)


def test_the_head_ends_at_the_first_line_that_is_no_label(read):
    (article,) = read("a.txt", "Source: Echo\r\nDate: \r\nText: It rained.\r\nTitle: not a title\r\n")

    assert (article.source, article.published_at, article.title) == ("Echo", None, None)
    assert article.content == "It rained.\nTitle: not a title"


def test_a_date_of_unproven_order_is_left_out_and_said(read):
    (article,) = read("a.txt", "Source: Echo\nDate: 03/04/2020\n\nIt rained.")

    assert article.published_at is None
    assert article.note == "the date '03/04/2020' is left out: it does not prove which day is meant"


def test_a_head_without_a_text_is_no_article(reasons):
    assert reasons("a.txt", "Source: Echo\nTitle: Rain\n\n\n") == ["no_text"]


MARKDOWN = """---
title: "Rain in the north"
date: 2020-04-03
author: [A. Writer, 'B. Writer']
---

# Rain in the north

It *rained* in **the [north](http://x.org/north)**, `they` said.
![A cloud](cloud.png)

## Later

> “Never before,” said C_D_E.

- first
- second
"""


def test_markdown_becomes_paragraphs_without_marks(read):
    (article,) = read("a.md", MARKDOWN)

    assert (article.layout, article.markup) == ("markdown", "text")
    assert (article.title, article.published_at, article.author) == (
        "Rain in the north",
        "2020-04-03",
        "A. Writer, B. Writer",
    )
    assert article.content.split("\n\n") == [
        "It rained in the north, they said.",
        "Later",
        "“Never before,” said C_D_E.",
        "first",
        "second",
    ]


def test_a_first_heading_that_is_not_the_title_stays_in_the_text(read):
    (article,) = read("a.md", "---\ntitle: Rain\nsource: Echo\n---\n# Weather\n\nIt rained.")

    assert (article.title, article.source, article.content) == ("Rain", "Echo", "Weather\n\nIt rained.")


def test_a_heading_alone_is_the_text(read):
    (article,) = read("a.md", "# Rain\n")

    assert (article.title, article.content) == (None, "Rain")


def test_a_line_of_dashes_is_no_front_matter(read):
    (article,) = read("a.md", "---\n\nIt rained.\n\n---\n\nIt stopped.")

    assert article.content == "It rained.\n\nIt stopped."


def test_a_very_long_paragraph_keeps_its_marks(read):
    paragraph = "*rain* " * 2_000

    (article,) = read("a.md", paragraph)

    assert article.content == paragraph.strip()


WORDS = st.lists(st.text("abcdeé", min_size=1, max_size=6), min_size=1, max_size=6).map(" ".join)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_paragraphs_of_plain_words_are_the_same_in_text_and_markdown(read, paragraphs):
    content = "\n\n".join(paragraphs)

    assert [read(name, content)[0].content for name in ("a.txt", "a.md")] == [content, content]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n#*_[]()`>-!:\\<&\"'+1."), min_size=1, max_size=120))
def test_any_markdown_is_one_article_or_none(read, text):
    (item,) = read("a.md", "x" + text)

    assert item.content.strip()
