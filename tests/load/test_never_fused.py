"""A file of several articles is never one false article: parted where it says where, else refused in words."""

import pytest

HEADED = """Source: The Echo
Title: Rain
Date: 3 March 2020

It rained.

A line with a colon: here.

Source: The Courier
Title: Sun

It was dry.
"""


@pytest.mark.parametrize("rule", ["", "-----\n", "\n==========\n\n", "\f\n"])
def test_heads_that_repeat_part_a_text(read, rule):
    first, second = read("a.txt", HEADED.replace("here.\n\n", f"here.\n\n{rule}"))

    assert (first.record, first.source, first.title) == (0, "The Echo", "Rain")
    assert first.content == "It rained.\n\nA line with a colon: here."
    assert (second.record, second.source, second.content) == (1, "The Courier", "It was dry.")


@pytest.mark.parametrize("mark", ["Record: {}", "Document {} of 2", "Item #{}"])
def test_lines_that_count_records_part_a_text(read, mark):
    one, two = "Title: Rain\nSource: The Echo\n\nIt rained.", "It was dry."
    first, second = read("a.txt", f"{mark.format(1)}\n{one}\n\n{mark.format(2)}\n{two}\n")

    assert (first.title, first.source, first.content) == ("Rain", "The Echo", "It rained.")
    assert (second.record, second.content) == (1, "It was dry.")


def test_lines_that_end_records_part_a_text(read):
    items = read("a.txt", "It rained.\nEnd of Article\n\nIt was dry.\nEnd of Article\n")

    assert [item.content for item in items] == ["It rained.", "It was dry."]


def test_counting_lines_that_do_not_part_the_whole_are_refused_in_words(read):
    (item,) = read("a.txt", "A list\n\nRecord: 7\nIt rained.\n\nRecord: 12\nIt was dry.")

    assert item.reason == "unsupported"
    assert item.detail == (
        "The line “Record: 7” and others like it part it into several articles, in a layout that is not known. "
        "Save each as a file, or all as a table."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says:\n\nArticle 1\n\nNobody rains.\n\nArticle 2\n\nNobody shines.",
        "Article 1\nNobody rains.\n\nArticle 2\nNobody shines.",
        "Source: The Echo\nTitle: Rain\n\nIt rained.\n\nSource: a reader\n\nIt was dry.",
        "It rained.\n-----\nThen it stopped.",
        "Interview\n\nEcho: Does it rain?\n\nMayor: It does.\n\nEcho: Since when?",
    ],
)
def test_one_article_stays_one(read, text):
    assert len(read("a.txt", text)) == 1


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        ("TY  - NEWS\nTI  - Rain\nER  - \n\nTY  - NEWS\nTI  - Sun\nER  - \n", "no_text_column", "RIS"),
        ("@article{a,\n title={Rain}\n}\n@article{b,\n title={Sun}\n}\n", "no_text_column", "BibTeX"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nIt rained.\n\n2\n00:00:03,000 --> 00:00:04,000\nNo.\n",
            "unsupported",
            "subtitles",
        ),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nIt rained.\n\n00:03.000 --> 00:04.000\nNo.\n", "unsupported", "subtitles"),
    ],
)
def test_lists_without_articles_are_refused_by_name(read, content, reason, words):
    (item,) = read("a.txt", content)

    assert item.reason == reason
    assert words in item.detail
