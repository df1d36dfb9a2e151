"""A selection and its link say the same."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.selection import (
    MAX_SEARCH_CHARACTERS,
    Selection,
    from_parameters,
    search_terms,
    to_parameters,
)

labels = st.lists(st.text(min_size=1), unique=True, max_size=4).map(tuple)
polarities = st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(sorted).map(tuple).filter(lambda pair: pair != (-1, 1))
selections = st.builds(
    Selection,
    sources=labels,
    names=labels,
    languages=labels,
    article_ids=labels,
    date_from=st.none() | st.dates(),
    date_to=st.none() | st.dates(),
    words_from=st.none() | st.integers(0, 2**31 - 1),
    words_to=st.none() | st.integers(0, 2**31 - 1),
    tone=st.none() | polarities,
    polarity=st.none() | polarities,
    text=st.text(max_size=MAX_SEARCH_CHARACTERS).map(lambda text: " ".join(text.split())),
)
junk = st.dictionaries(
    st.sampled_from(
        ["source", "name", "pick", "from", "to", "words_from", "words_to", "tone", "polarity", "q", "other"]
    ),
    st.lists(st.text() | st.sampled_from(["nan", "inf", "-1", "9" * 40, "2026-13-01", "1e400"]), max_size=3),
)


@given(selections)
def test_a_selection_comes_back_from_its_link(selection):
    assert from_parameters(to_parameters(selection)) == selection


@given(junk)
def test_any_link_gives_a_selection_whose_own_link_is_stable(parameters):
    link = to_parameters(from_parameters(parameters))

    assert to_parameters(from_parameters(link)) == link


def test_the_full_range_of_a_tone_narrows_nothing():
    assert from_parameters({"polarity": ["-1", "1"], "tone": ["-1", "1"]}) == Selection()


def test_what_cannot_be_read_is_left_open():
    link = {
        "words_from": ["-5"],
        "from": ["yesterday"],
        "polarity": ["0.5", "-0.5"],
        "source": ["", "Abacus", "Abacus"],
    }

    assert from_parameters(link) == Selection(sources=("Abacus",))


def test_a_selection_without_a_field_keeps_the_others():
    selection = Selection(sources=("Abacus",), date_from=date(2026, 3, 2))

    assert selection.without("sources") == Selection(date_from=date(2026, 3, 2))
    assert selection.chosen == ("sources", "date_from")


def test_words_in_quotation_marks_of_any_shape_stand_together():
    assert search_terms("dam “River Board” dam «a b»") == ("dam", "River Board", "a b")
    assert search_terms('an "open mark') == ("an", "open mark")
    assert search_terms('  "" ') == ()
