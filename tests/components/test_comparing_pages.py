"""Sources compared on the pages, on the corpus counted by hand in tests/paired.py."""

import json

import pytest

from components.wording.comparison import ONE_DOT_EACH, TOO_FEW
from components.wording.pages import ONE_EACH
from tests.components.conftest import charts_of, words_of
from tests.paired import write_paired

LONGER = "Heron's articles are longer than Ibis's in 6 of 7 shared stories"


@pytest.fixture(scope="module")
def paired(tmp_path_factory):
    return write_paired(tmp_path_factory.mktemp("paired") / "store")


def opened(page, key):
    """The page with the block behind a comparison opened."""
    page.session_state[f"{key}-pairs"] = True
    return page.run()


def test_the_sentence_of_a_chart_counts_shared_stories(open_page, paired):
    page = open_page(paired)

    assert not page.exception
    assert LONGER in words_of(page)


def test_two_sources_chosen_in_a_link_are_those_the_sentence_is_of(open_page, paired):
    page = open_page(paired, pair=["Heron", "Jay"])

    assert page.multiselect(key="pair").value == ["Heron", "Jay"]
    assert f"Heron's articles are longer than Jay's in 1 of 3 shared stories. {TOO_FEW}" in words_of(page)
    assert LONGER not in words_of(page)


def test_one_chosen_source_asks_for_a_second(open_page, paired):
    page = open_page(paired, pair=["Heron"])

    assert "Choose a second source." in words_of(page)
    assert LONGER in words_of(page)


@pytest.mark.parametrize("pair", [["Nobody", "Heron"], ["unknown source", "Heron"], ["<b>", "$x$"]])
def test_a_source_that_is_none_cannot_be_compared(open_page, paired, pair):
    page = open_page(paired, pair=pair)

    assert not page.exception
    assert page.multiselect(key="pair").value == [source for source in pair if source == "Heron"]


def test_behind_the_sentence_stand_all_pairs_and_the_medians(open_page, paired):
    page = opened(open_page(paired), "length")
    pairs = next(frame.value for frame in page.dataframe if "source_a" in frame.value.columns)

    assert not page.exception
    found = {(row.source_a, row.source_b): (row.higher_in, row.is_claimed) for row in pairs.itertuples()}
    assert found[("Heron", "Ibis")][0] == "6 of 7"
    assert found[("Heron", "Jay")] == ("1 of 3", False)
    assert "n = 7 stories told by two sources or more." in words_of(page)


def test_two_chosen_sources_are_drawn_story_by_story(open_page, paired):
    page = opened(open_page(paired, pair=["Heron", "Ibis"]), "length")
    stories = next(json.loads(chart) for chart in charts_of(page) if "on the stories both tell" in chart)

    assert not page.exception
    assert stories["layout"]["yaxis"]["ticktext"][0] == "Story 7"
    assert "n = 7 shared stories, latest first." in words_of(page)


def test_the_page_voices_compares_how_much_is_quoted(open_page, paired):
    page = open_page(paired, "voices")

    assert not page.exception
    assert (
        "Heron's articles have a larger share in quotation marks than Ibis's in 6 of 7 shared stories; "
        "the difference is 0 to 8 percentage points."
    ) in words_of(page)


def test_one_article_each_has_no_comparison(open_page, one_each):
    page = open_page(one_each)

    assert not page.exception
    assert words_of(page).count(ONE_EACH) == 1  # at the head; either chart says what its dots are
    assert words_of(page).count(ONE_DOT_EACH) == 2
