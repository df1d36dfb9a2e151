"""The own-words switch on every page of a corpus in which three outlets share passages."""

import pytest

from tests.components.conftest import PAGES, words_of

OWN, SHARED = "without shared passages", "only shared passages"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("passages", [OWN, SHARED])
def test_every_page_opens_and_says_how_many_words_count(open_page, example, name, passages):
    page = open_page(example.store.path, name, passages=passages)

    assert not page.exception
    assert not page.error
    if name not in ("corpus", "methods"):
        assert "Counted: " in words_of(page)
        assert any(f"Counted: {passages}" in button.label for button in page.button)


def test_the_switch_changes_the_figures_and_the_link(open_page, example):
    page = open_page(example.store.path)
    whole = {metric.label: metric.value for metric in page.metric}

    page.sidebar.radio(key="passages").set_value(SHARED).run()
    shared = {metric.label: metric.value for metric in page.metric}

    assert int(shared["Words in all"].replace(",", "")) < int(whole["Words in all"].replace(",", ""))
    assert int(shared["Sources"]) < int(whole["Sources"])


def test_all_text_says_nothing_of_the_switch(open_page, example):
    assert "Counted: " not in words_of(open_page(example.store.path))


def test_the_chip_takes_the_switch_back(open_page, example):
    page = open_page(example.store.path, passages=OWN)

    next(button for button in page.button if button.label.startswith("Counted")).click().run()

    assert page.sidebar.radio(key="passages").value == "all text"
    assert "Counted: " not in words_of(page)


def test_overlap_counts_whole_articles_and_says_so(open_page, example):
    page = open_page(example.store.path, "overlap", passages=OWN)

    assert "here the whole of every article counts" in words_of(page)


def test_an_article_shows_pale_what_does_not_count(open_page, example):
    article_id = next(row["article_id"] for row in example.rows("parts") if row["passages"] == "shared")
    page = open_page(example.store.path, "read", article=article_id, passages=OWN)

    assert not page.exception
    assert any("uncounted" in html.proto.body for html in page.get("html"))
