"""Names blanked out of a text: those found, and those that capitals show. Invented towns and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.analyse.batch import analyse_article
from newscorpus.analyse.tone.without_names import without_names
from newscorpus.text.sentences import sentence_spans


def blanked(text, *names):
    """`text` with the first place of each of `names` given as found."""
    places = [(text.index(name), text.index(name) + len(name)) for name in names]
    return without_names(text, places, sentence_spans(text))


def hidden(text, *names):
    """The words that are blanked, in order."""
    pairs = zip(text.split(), blanked(text, *names).split(), strict=True)
    return [word.strip('.,:"') for word, without in pairs if word != without]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met the War Office in hope.", ["War", "Office"]),
        ("Freedom Party leaders were in good hope.", ["Freedom", "Party"]),
        ("He spoke on Victory Day of a victory.", ["Victory", "Day"]),
        # A full stop ends running text, be its words ever so large.
        ("The Violent Crime Unit is in Oslo.", ["Violent", "Crime", "Unit", "Oslo"]),
        ("They trust the Orchard Trust.", ["Orchard", "Trust"]),
        ("The justice ministry did justice.", ["justice", "ministry"]),
        ("Lawyers of the department of justice won.", ["department", "of", "justice"]),
        # What opens a sentence or a quotation shows nothing by its capital.
        ("Hope is left. Joy is not.", []),
        ('She said: "Great news came."', []),
        ("OSLO — Happy crowds came home.", []),
        # Capitals throughout a word may be meant to be loud, unless it stands in a name.
        ("He called it a DISASTER for all.", []),
        ("They passed the CARE Act at last.", ["CARE", "Act"]),
        # Title Case shows nothing, but for institutions that are known anywhere.
        ("Great Joy as Town Hails Brave Crew", []),
        ("Great Joy as Supreme Court Hails Crew", ["Supreme", "Court"]),
    ],
)
def test_capitals_show_names_in_running_text_alone(text, words):
    assert hidden(text) == words


def test_a_name_that_was_found_is_one_where_it_opens_a_sentence():
    assert hidden("Grace won the race.", "Grace") == ["Grace"]


def test_a_word_before_a_name_that_was_found_is_a_word_of_its_own():
    assert hidden("Outraged Danes left the hall.", "Danes") == ["Danes"]


def test_what_is_found_in_title_case_is_not_trusted_unless_running_text_has_it_too():
    line = "Kidney Cancer Linked to Hope Fund"
    assert hidden(line, "Kidney Cancer", "Hope Fund") == []
    assert hidden(f"{line}\nHe left the Hope Fund early.", "Kidney Cancer") == ["Hope", "Fund", "Hope", "Fund"]


@given(st.text(alphabet=st.sampled_from("aAbB .,\"“”’'\n—x1"), max_size=60), st.data())
def test_every_character_keeps_its_place_and_blanking_twice_changes_nothing(text, data):
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    names = data.draw(st.lists(places, max_size=3))
    once = without_names(text, names, sentence_spans(text))
    assert len(once) == len(text)
    assert all(new == old or (new == "x" and old.isalnum()) for new, old in zip(once, text, strict=True))


PAIRS = [
    ("The Justice Department met {} on Monday.", ("the United Nations", "France")),
    ("Delegates of {} praised the brave crew.", ("the Freedom Party", "Norway")),
    ("The talks with {} were a disaster.", ("the War Office", "Sweden")),
    ("Voters in the north never trusted {} with money.", ("Joy Grant", "Tom Ray")),
]


@pytest.mark.parametrize(("sentence", "names"), PAIRS)
def test_the_tone_is_the_same_whoever_is_named(sentence, names):
    one, other = (analyse_article("0" * 16, None, sentence.format(name)) for name in names)
    assert one.measures["tone"] == other.measures["tone"]
    assert one.stretches[0]["tone"] == other.stretches[0]["tone"]


def test_names_alone_have_no_tone_and_word_polarity_stays_textblobs():
    text = "Joy Grant met the Great Hope Fund of Great Britain in Oslo."
    analysis = analyse_article("0" * 16, "Joy Grant Meets Great Hope Fund", text)
    assert analysis.measures["tone"] == analysis.measures["tone_own"] == analysis.measures["tone_headline"] == 0.0
    assert analysis.sentences[0]["tone_words"] == []
    # TextBlob's list: joy .8, great .8 twice.
    assert analysis.measures["polarity"] == pytest.approx(0.8)


def test_another_language_has_no_tone():
    text = "Der Gemeinderat stimmte am Dienstag gegen den Bau einer neuen Brücke über den Fluss."
    analysis = analyse_article("0" * 16, "Die neue Brücke über den Fluss", text)
    assert analysis.measures["tone"] is None
    assert analysis.measures["tone_headline"] is None
