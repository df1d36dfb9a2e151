"""In whose voice a sentence stands."""

from hypothesis import given
from hypothesis import strategies as st

from newscorpus.analyse.quotations.attributions import find_attributions
from newscorpus.analyse.quotations.values import inside, merged, overlaps
from newscorpus.analyse.quotations.voices import voices
from newscorpus.text.sentences import sentence_spans


def voiced(text):
    return voices(text, sentence_spans(text), find_attributions(text))


def test_each_sentence_has_the_voice_of_most_of_its_letters():
    text = "It rained. Police said the bridge was closed. “We walked home in the rain,” a man said."

    assert [sentence.voice for sentence in voiced(text)] == ["own", "reported", "quoted"]


def test_the_stretches_within_a_sentence_are_parted():
    text = "Police said the bridge was “not safe for anybody at all”."
    (sentence,) = voiced(text)

    assert [text[s:e] for s, e in sentence.quoted] == ["“not safe for anybody at all”"]
    assert [text[s:e] for s, e in sentence.reported] == ["the bridge was "]


def test_a_scare_quote_stays_the_outlets_own():
    (sentence,) = voiced("The “green wall” is three metres high.")

    assert (sentence.voice, sentence.quoted, sentence.reported) == ("own", (), ())


def test_a_thought_is_no_speech():
    (sentence,) = voiced("Doctors hope that the vaccine will arrive very soon.")

    assert sentence.voice == "own"


def test_a_text_without_sentences_has_no_voices():
    assert voices("", [], []) == []


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1])), max_size=8)


@given(spans, st.integers(0, 30), st.integers(1, 10))
def test_stretches_inside_are_those_that_overlap(given_spans, start, length):
    characters = {i for s, e in given_spans for i in range(s, e)}
    joined = merged(given_spans)
    wanted = characters & set(range(start, start + length))

    assert {i for s, e in inside(joined, start, start + length) for i in range(s, e)} == wanted
    assert overlaps(joined, start, start + length) == bool(wanted)


@given(
    st.lists(
        st.sampled_from(["“We go,” he said. ", "It rained. ", "Roe said it is late. ", "“Why ", "\n\n"]), max_size=8
    )
)
def test_quoted_and_reported_stretches_never_overlap(parts):
    for sentence in voiced("".join(parts)):
        taken = [i for s, e in sentence.quoted + sentence.reported for i in range(s, e)]
        assert len(taken) == len(set(taken))
        assert all(sentence.start <= i < sentence.end for i in taken)
