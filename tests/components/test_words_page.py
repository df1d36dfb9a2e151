"""The page Words on eight stories told by two outlets, and its charts: what must not overlap does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.contrast import INSIDE_HEIGHT, INSIDE_WIDTH, MARGIN, contrast, label_boxes, place_labels
from components.charts.word_dots import word_dots, word_dots_alt
from components.wording.keyness import said_of, why_not
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING
from newscorpus.query.words.counts import Counting
from newscorpus.query.words.distinctive import OTHERS, distinctive
from newscorpus.query.words.rates import word_rates
from newscorpus.store.read import open_store
from tests.components.conftest import charts_of, words_of
from tests.written_corpus import Written, write_corpus


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    written = []
    for n in range(8):
        written.append(Written("Abacus", f"The regime closed harbour gate {n}. Critics of the regime waited.", f"s{n}"))
        written.append(
            Written("Bugle", f"The government closed harbor gate {n}. The government never waited.", f"s{n}")
        )
    return write_corpus(tmp_path_factory.mktemp("words") / "store", written)


@pytest.fixture(scope="module")
def found(store):
    return distinctive(open_reader(open_store(store)), EVERYTHING, Counting())


def test_the_page_tells_what_is_distinctive_with_its_counts(open_page, store):
    page = open_page(store, "words")

    assert not page.exception
    assert "‘regime’ stands in 8 of 8 articles of Abacus from 8 stories, and in 0 of 8 elsewhere" in words_of(page)
    assert "significant" not in words_of(page).lower()
    assert len(charts_of(page)) == 2


def test_a_link_opens_the_same_word_and_the_same_counting(open_page, store):
    page = open_page(store, "words", word="waited", within="outside quotation marks", which="all words")

    assert page.selectbox(key="word").value == "waited"
    assert page.segmented_control(key="which").value == "all words"
    assert "‘waited’ in its sentences" in words_of(page)


def test_the_reference_can_be_one_source(open_page, store):
    page = open_page(store, "words", against="Bugle")

    assert not page.exception
    assert "0 of 8 at Bugle" in words_of(page)


def test_two_articles_show_counts_and_say_why_nothing_is_called(open_page, tmp_path):
    written = [Written("Abacus", "One deal, one deal."), Written("Bugle", "No deal.")]
    page = open_page(write_corpus(tmp_path / "store", written), "words")

    assert not page.exception
    assert "counts only" in words_of(page)
    assert "a difference is one between texts" in words_of(page).lower()


def test_a_corpus_without_words_says_so(open_page, tmp_path):
    page = open_page(write_corpus(tmp_path / "store", [Written("Abacus", "…")]), "words")

    assert not page.exception


def test_spellings_stand_on_the_page(open_page, store):
    page = open_page(store, "words")

    assert ["harbor / harbour"] in [
        frame.value["Written"].tolist() for frame in page.dataframe if "Written" in frame.value
    ]


def test_hostile_words_do_nothing(open_page, tmp_path):
    text = "<script>alert(1)</script> [x](y) {word} $a$ =1+1 <b>bold</b> deal. "
    written = [Written("<b>Abacus</b>", text * 2, "s0"), Written("$Bugle$", text, "s1")]
    page = open_page(write_corpus(tmp_path / "store", written), "words", which="all words")

    assert not page.exception
    assert all("<b>Abacus" not in chart for chart in charts_of(page))


def test_a_word_in_a_sentence_counts_both_sides(found):
    [row] = [row for row in found.words.to_pylist() if row["shown"] == "government" and row["source"] == "Bugle"]
    [_, bugle] = found.sources.to_pylist()

    assert said_of(row, bugle, OTHERS) == (
        "‘government’ stands in 8 of 8 articles of Bugle from 8 stories, and in 0 of 8 elsewhere: "
        "200.0 against 0.0 per 1,000 words."
    )
    assert why_not(bugle) == ""


def test_every_word_of_the_contrast_is_a_mark_that_picks_it(found):
    rows = [row for row in found.words.to_pylist() if row["source"] == "Abacus"]
    figure = contrast(found.words.slice(0, len(rows)), "Abacus", "elsewhere")

    assert sum(len(trace.x) for trace in figure.data) == len(rows)
    assert {point for trace in figure.data for point in trace.customdata} == {f"word={row['shown']}" for row in rows}


@given(
    drawn=st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.text("abcdef ", min_size=1, max_size=24)), max_size=40
    ),
    width=st.sampled_from([INSIDE_WIDTH, 400, 900]),
)
def test_labels_never_overlap_on_a_phone_or_a_wide_screen(drawn, width):
    places, labels = [(x, y) for x, y, _ in drawn], [label for _, _, label in drawn]
    boxes = []
    for (x, y), label, name in zip(places, labels, place_labels(places, labels), strict=True):
        left, top = (x + MARGIN) / (1 + 2 * MARGIN) * width, (1 + MARGIN - y) / (1 + 2 * MARGIN) * INSIDE_HEIGHT
        boxes += [box for option, box in label_boxes(left, top, label) if option == name]

    assert not any(box.meets(other) for number, box in enumerate(boxes) for other in boxes[:number])
    assert all(box.left >= 0 and box.right <= width for box in boxes)


def test_words_far_apart_are_all_named():
    places = [(0.1, 0.1 * n) for n in range(10)] + [(0.6, 0.1 * n) for n in range(10)]

    assert None not in place_labels(places, ["word"] * 20)


def test_the_dots_have_a_trace_a_source_and_a_row_a_word(store):
    rates = word_rates(open_reader(open_store(store)), EVERYTHING, Counting(), ("regime", "government"))
    figure = word_dots(rates)

    assert [trace.name for trace in figure.data] == ["Abacus", "Bugle"]
    assert list(figure.layout.yaxis.ticktext) == ["regime", "government"]
    assert "regime: Abacus 181.8, Bugle 0.0" in word_dots_alt(rates)
