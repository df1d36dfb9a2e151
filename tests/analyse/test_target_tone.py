"""The tone towards a target, on sentences made up for these tests."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.analyse.tone.target_features import Surroundings, surroundings
from newscorpus.analyse.tone.target_tone import (
    CLEAR_CONFIDENCE,
    NOT_CLEAR,
    WEIGHTS,
    TargetTone,
    target_tone,
    target_tones,
    telling_words,
)

PRAISE = "Critics praised [Ann Lee] for her brilliant work."
BLAME = "[Ann Lee] was convicted of fraud and lied to the court."


def marked(sentence: str) -> tuple[str, int, int]:
    """A sentence whose target stands in square brackets, as (sentence, start, end)."""
    start, end = sentence.index("["), sentence.index("]") - 1
    return sentence.replace("[", "").replace("]", ""), start, end


def tone(sentence: str) -> TargetTone:
    return target_tone(*marked(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        BLAME,
        "Prosecutors accused [the Orbal Bank] of hiding losses and deceiving its clients.",
        "The senator slammed [Tom Ray] as a corrupt liar.",
        "[He] resigned in disgrace after the scandal.",
    ],
)
def test_plain_blame_is_negative(sentence):
    assert tone(sentence).label == -1


@pytest.mark.parametrize(
    "sentence",
    [
        PRAISE,
        "[Tom Ray] won a landslide victory and thanked his loyal supporters.",
        "The mayor hailed [Ann Lee] as a hero.",
        "She said [the charity] had done wonderful work and deserved support.",
    ],
)
def test_plain_praise_is_positive(sentence):
    assert tone(sentence).label == 1


@pytest.mark.parametrize(
    "sentence",
    ['"The meeting begins at noon," [Ann Lee] told reporters.', "The bus stops at the hotel, [Ray] said on Monday."],
)
def test_a_speaker_of_plain_news_is_spoken_of_neutrally(sentence):
    answer = tone(sentence)
    assert answer.neutral > max(answer.negative, answer.positive)


def test_an_answer_below_the_confidence_is_not_clear():
    answers = [tone(s) for s in (PRAISE, BLAME, "[Ann Lee], who lost her seat, thanked the winner.", "[Oz] and it.")]
    for answer in answers:
        surest = max(answer.negative, answer.neutral, answer.positive)
        assert (answer.label is None) == (surest < CLEAR_CONFIDENCE)
    assert {answer.label for answer in answers} >= {1, -1, None}


def test_the_name_itself_has_no_tone():
    assert tone("[Trump] spoke to voters in Ohio.") == tone("[Zyx Qwop] spoke to voters in Ohio.")
    assert tone("Voters in Ohio saw Clinton and [Ray].") == tone("Voters in Utah saw Zyx Qwop and [Ray].")


def test_typographic_and_straight_marks_give_the_same_tone():
    assert tone("[Lee]'s plan isn't \"fair\", he said.") == tone("[Lee]’s plan isn’t “fair”, he said.")


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [("", 0, 0), ("Ann Lee won.", 3, 3), ("Ann Lee won.", 5, 2), ("Ann.", -2, 3), ("Ann.", 0, 99), ("Ann …", 4, 5)],
)
def test_where_no_target_is_marked_nothing_is_clear(sentence, start, end):
    assert target_tone(sentence, start, end) == NOT_CLEAR
    assert telling_words(sentence, start, end) == []


def test_many_targets_get_the_answers_that_each_gets_alone():
    items = [marked(PRAISE), ("", 0, 0), marked(BLAME)] * 300
    together = target_tones(items)
    for item, answer in zip(items[:3], together[-3:], strict=True):
        alone = target_tone(*item)
        assert answer.label == alone.label
        assert answer.negative == pytest.approx(alone.negative)
    assert len(together) == len(items)
    assert target_tones([]) == []


def test_the_words_that_made_it_come_with_their_direction_and_place():
    sentence, start, end = marked(BLAME)
    telling = telling_words(sentence, start, end)
    assert {"fraud", "lied", "convicted"} <= {word.word for word in telling if word.effect < 0}
    assert all(sentence[word.start : word.end] == word.word for word in telling)
    assert "praised" in {word.word for word in telling_words(*marked(PRAISE)) if word.effect > 0}
    assert not {"Ann", "Lee", "was", "the"} & {word.word for word in telling}


def test_a_headline_in_capitals_keeps_its_words():
    found = surroundings(marked("Senator Slams [Tom Ray] Over Vote"))
    assert found == Surroundings(["senator", "slams"], "Xx", ["over", "vote"])


def test_a_pronoun_is_known_as_one():
    found = surroundings(marked("Reporters asked [him] about Oz."))
    assert found == Surroundings(["reporters", "asked"], "him", ["about", "Xx", "."])


@given(st.text(max_size=80), st.integers(-5, 90), st.integers(-5, 90))
def test_any_text_gives_probabilities(sentence, start, end):
    answer = target_tone(sentence, start, end)
    assert answer.negative + answer.neutral + answer.positive == pytest.approx(1)
    assert min(answer.negative, answer.neutral, answer.positive) >= 0
    for word in telling_words(sentence, start, end):
        assert word.end <= start or word.start >= end


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "1", "a.", "\n", "a-", "’s", "\ud800", "not "])
def test_fifty_thousand_times_one_thing_is_read_and_answered(unit):
    sentence = unit * (50_000 // len(unit)) + " Ann Lee " + unit * (50_000 // len(unit))
    start = sentence.index("Ann Lee")
    answer = target_tone(sentence, start, start + 7)
    assert answer.negative + answer.neutral + answer.positive == pytest.approx(1)
    assert len(telling_words(sentence, start, start + 7)) <= 60


def test_the_weights_are_plain_numbers():
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        kinds = {stored[name].dtype.kind for name in stored.files}
    assert kinds <= {"i", "u", "f"}
