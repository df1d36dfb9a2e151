"""What each filter leaves, one by one and together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.chosen import articles_with
from newscorpus.query.connection import N_SEARCHES_KEPT
from newscorpus.query.selection import Selection, from_parameters
from newscorpus.query.sources.articles import ORDERS, article, articles_list, titles
from newscorpus.query.sources.table import sources_table
from newscorpus.query.sources.totals import headline_figures
from tests.alphabet import ROWS, article_id

CASES = [
    ({"source": ["Abacus"]}, "a1 a2 a3"),
    ({"source": ["unknown source", "Bugle"]}, "b1 b2 u1"),
    ({"name": ["Bay (place)"]}, "a1 a3 u1"),
    ({"name": ["Bay (place)", "Cade Union (organisation)"]}, "a1 a3 b1 c1 u1"),
    ({"language": ["en"]}, "a1 a2 a3 b1 b2 c1 c2 u1"),
    ({"language": ["de"]}, ""),
    ({"pick": [article_id("c2")]}, "c2"),
    ({"from": ["2026-03-03"]}, "a2 a3 c1 c2"),
    ({"from": ["2026-03-03"], "to": ["2026-03-04"]}, "a2 c1 c2"),
    ({"words_from": ["20"], "words_to": ["40"]}, "a2 a3 b1"),
    ({"polarity": ["-1", "0"]}, "a3 b1 c1"),
    ({"tone": ["0.1", "0.3"]}, "a1 a2 u1"),
    ({"q": ["SPOKE"]}, "a1 a2 a3 b1 c1 u1"),
    ({"q": ["title b2"]}, "b2"),
    ({"q": ['"alder spoke" bay']}, "a1"),
    ({"q": ["a1word0 c1word0"]}, ""),
    ({"q": ["%"]}, ""),
    ({"q": ["' OR 1=1 --"]}, ""),
    ({"source": ["Abacus"], "name": ["Ann Alder (person)"], "words_from": ["11"]}, "a2"),
]


def ids_left(reader, selection):
    answer = articles_list(reader, selection, "source", 100)
    assert answer.n_articles == answer.table.num_rows
    return {row["article_id"][:2] for row in answer.table.to_pylist()}


@pytest.mark.parametrize(("parameters", "left"), CASES, ids=[str(case[0]) for case in CASES])
def test_a_filter_leaves_the_articles_that_fit(reader, parameters, left):
    assert ids_left(reader, from_parameters(parameters)) == set(left.split())


@given(
    sources=st.sets(st.sampled_from(["Abacus", "Bugle", "unknown source"])),
    words_from=st.none() | st.integers(0, 80),
    low=st.floats(-1, 1),
)
def test_filters_leave_what_reading_the_rows_one_by_one_leaves(reader, sources, words_from, low):
    polarity = (low, 1.0) if low > -1 else None
    selection = Selection(sources=tuple(sorted(sources)), words_from=words_from, polarity=polarity)

    expected = {
        short
        for short, source, _, n_words, value, _, _ in ROWS
        if (not sources or (source or "unknown source") in sources)
        and (words_from is None or n_words >= words_from)
        and (polarity is None or (value is not None and low <= value))
    }
    assert ids_left(reader, selection) == expected


@given(text=st.text(max_size=60))
def test_any_search_is_answered(reader, text):
    assert 0 <= headline_figures(reader, from_parameters({"q": [text]})).n_articles <= 8


def test_sources_add_up_to_the_articles_chosen(reader):
    selection = Selection(text="word")

    assert sources_table(reader, selection).n_articles == headline_figures(reader, selection).n_articles


def test_only_the_last_searches_are_kept(reader):
    for number in range(N_SEARCHES_KEPT + 3):
        articles_with(reader, (f"word{number}",))

    assert len(reader.searches) == N_SEARCHES_KEPT
    assert ("word0",) not in reader.searches


def test_articles_are_listed_a_page_at_a_time_in_each_order(reader):
    for order in ORDERS:
        whole = articles_list(reader, Selection(), order, 8).table["article_id"].to_pylist()
        paged = articles_list(reader, Selection(), order, 5, 5).table["article_id"].to_pylist()
        assert paged == whole[5:]

    with pytest.raises(ValueError, match="not an order"):
        articles_list(reader, Selection(), "random()", 5)


def test_an_article_comes_whole(reader):
    found = article(reader, article_id("a1"))

    assert found.text.startswith("Ann Alder spoke. Ann Alder spoke. Bay spoke. a1word0")
    assert [found.text[m["start"] : m["end"]] for m in found.mentions.to_pylist()] == ["Ann Alder", "Ann Alder", "Bay"]
    assert found.mentions["name_label"].to_pylist()[-1] == "Bay (place)"
    assert found.removals["text"].to_pylist() == ["Photo: A. Alder"]
    assert (found.row["source_label"], found.row["file"]) == ("Abacus", "a1.txt")


def test_an_id_that_is_not_there_gives_no_article(reader):
    assert article(reader, "0" * 16) is None
    assert titles(reader, ("0" * 16, article_id("b1"))) == {article_id("b1"): ("Bugle", "Title b1")}
