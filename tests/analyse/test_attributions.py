"""Attributions: what must hold whatever the text, and the traps that news sets."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.analyse.names.recognition import find_names
from newscorpus.analyse.quotations.attributions import find_attributions
from newscorpus.analyse.quotations.transcripts import find_turns
from newscorpus.analyse.quotations.values import Type

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PIECES = (
    "“The mill will close,” Jane Roe said. ",
    "“If it rains,” she said, “we stay.” ",
    "‘I can’t go,’ said the workers’ leader. ",
    "Roe said the plan was “far too late for us”. ",
    "According to the mayor, it rained. ",
    "The “green wall” is high. ",
    "“It is over. ",
    "He denied it.\n\n",
    "A ",
)
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def shapes(text):
    return [(a.spans, a.type, a.verb, a.speaker_span, a.confidence) for a in find_attributions(text)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_typographic_and_straight_marks_give_the_same_attributions(text):
    assert shapes(text) == shapes(text.translate(STRAIGHT))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, '"', "'", "\n", "—", "said ", "\u200f", "İ"]), max_size=12).map("".join))
def test_attributions_are_numbered_in_order_and_stand_in_the_text(text):
    found = find_attributions(text)

    assert [a.number for a in found] == list(range(len(found)))
    assert [a.spans[0] for a in found] == sorted(a.spans[0] for a in found)
    for a in found:
        assert a.type in get_args(Type)
        assert all(0 <= start < end <= len(text) for start, end in a.spans)
        assert list(a.spans) == sorted(a.spans)


def test_one_articles_attributions_do_not_depend_on_what_was_read_before():
    text = "".join(PIECES)
    alone = find_attributions(text)
    find_attributions("Somebody else said something quite different. " * 20)

    assert find_attributions(text) == alone


def test_a_verb_behind_a_relative_clause_is_given_to_nobody():
    text = "Oslo made no secret of its anger at the report, which was released on Monday, and warned of a trade war."
    warning = next(a for a in find_attributions(text) if a.verb == "warn")

    assert warning.speaker is None
    assert warning.confidence == "unsure"


def test_a_subject_shared_through_a_conjunction_is_unsure():
    text = "The firm rejected the charges and criticised the paper."

    assert {a.verb: a.confidence for a in find_attributions(text)} == {"reject": "clear", "criticise": "unsure"}


def test_a_subject_far_from_its_verb_is_unsure():
    far = "The head of the " + "small and very old but still quite busy " * 3 + "mill in the town on the river"
    found = find_attributions(f"{far} said the mill would close.")

    assert [a.confidence for a in found] == ["unsure"]


def test_who_accuses_is_the_noun_that_the_clause_describes():
    text = "It echoes charges by farmers, who accuse the mill of poisoning the river."
    accusation = next(a for a in find_attributions(text) if a.verb == "accuse")

    assert (accusation.speaker, accusation.confidence) == ("farmers", "unsure")


@pytest.mark.parametrize(
    "text",
    [
        "“Come here " * 10_000,
        '"Come here now please." ' * 10_000,
        '"Come here now please.\n' * 10_000,
        '"' * 10_000,
        "The minister said on Monday that the plan had failed. " * 3_700,
        "the minister said that the plan had failed and " * 4_300,
        "a" * 200_000,
        "said " * 10_000,
        "A: b\n" * 10_000,
        '"a' * 25_000,
        "\u200f\u202b\"The plan failed\u202c,\" said Jane Roe. " * 100,
    ],
    ids=["never closed", "closed", "every line opens", "marks only", "one paragraph", "one sentence", "one word",
         "only verbs", "chat", "open and close", "right to left"],
)  # fmt: skip
def test_hostile_texts_are_read_with_true_offsets(text):
    assert all(0 <= start < end <= len(text) for a in find_attributions(text) for start, end in a.spans)


def test_direction_marks_hide_no_quotation():
    (attribution,) = find_attributions('\u200f"\u202bThe plan failed,\u202c"\u200f said Jane Roe.')

    assert (attribution.type, attribution.verb, attribution.speaker) == ("direct", "say", "Jane Roe")


def test_verse_and_lists_of_headlines_are_no_speech():
    assert find_attributions("O wind of the west,\nbreath of autumn’s being,\n") == []
    assert find_attributions("Fire at the mill\nNew bridge opens\n") == []


def test_headings_with_colons_are_no_transcript():
    assert find_turns("Where: the town hall\nWhen: Monday\nWho: everybody\n") == []


def test_a_headline_quotes_the_name_before_its_colon():
    text = "Jane Roe: The bridge will close\n\nThe bridge is old."
    name = SimpleNamespace(start=0, end=8, surface="Jane Roe", kind="PERSON")

    (heading,) = find_attributions(text, [name])

    assert (heading.speaker, heading.verb, heading.type) == ("Jane Roe", None, "indirect")
    assert text[slice(*heading.spans[0])] == "The bridge will close"


def test_a_label_before_a_colon_is_nobody():
    assert find_attributions("Photo: The bridge in May last year\n") == []


def seed(name):
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: it holds the two articles this is tested on")
    text = next(SEEDS.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    paragraphs = re.findall(r"<p>(.*?)</p>", text)
    return "\n\n".join(paragraphs) if paragraphs else text


@pytest.mark.parametrize("name", ["000", "002"])
def test_every_mention_of_the_ambassador_is_one_speaker(name):
    text = seed(name)
    for attribution in find_attributions(text, find_names(text)):
        shown = text[slice(*attribution.speaker_span)] if attribution.speaker_span else ""
        if re.search(r"\bChen\b|\b[Hh]e\b|ambassador|diplomat", shown):
            assert attribution.speaker == "Chen Xu"


def test_the_accusation_against_the_rights_office_has_its_verb():
    text = seed("000")
    accusation = next(a for a in find_attributions(text, find_names(text)) if "thug" in text[slice(*a.spans[0])])

    assert accusation.verb == "accuse"


def test_nobody_is_made_to_warn_of_crimes_for_sure():
    text = seed("000")
    warning = next(
        a for a in find_attributions(text, find_names(text)) if "possible crimes" in text[slice(*a.spans[0])]
    )

    assert (warning.speaker, warning.confidence) == (None, "unsure")
