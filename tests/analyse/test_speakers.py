"""Who a name, a pronoun or a role stands for."""

from typing import NamedTuple

import pytest

from newscorpus.analyse.quotations.attributions import find_attributions


class Name(NamedTuple):
    start: int
    end: int
    surface: str
    kind: str


def names(text, *surfaces, kind="PERSON"):
    found = []
    for surface in surfaces:
        at = text.find(surface)
        while at >= 0:
            found.append(Name(at, at + len(surface), surface, kind))
            at = text.find(surface, at + 1)
    return sorted(found)


def speakers(text, *surfaces):
    return [a.speaker for a in find_attributions(text, names(text, *surfaces))]


def test_a_surname_is_the_full_name_of_the_text():
    text = "Ana Roe runs the mill. Ms Roe said the mill would close."
    surfaces = [Name(0, 7, "Ana Roe", "PERSON"), Name(26, 29, "Roe", "PERSON")]

    assert [a.speaker for a in find_attributions(text, surfaces)] == ["Ana Roe"]


def test_a_surname_shared_by_two_is_nobodys_full_name():
    text = "Ana Roe and her brother Tom Roe run the mill. Roe said it would close."
    found = names(text, "Ana Roe", "Tom Roe")
    found.append(Name(46, 49, "Roe", "PERSON"))

    assert [a.speaker for a in find_attributions(text, found)] == ["Roe"]


def test_a_name_written_surname_first_is_found_by_its_first_word():
    text = "Li Wei came late. Mr Li said the road was closed."
    found = [*names(text, "Li Wei"), Name(21, 23, "Li", "PERSON")]

    (attribution,) = find_attributions(text, found)

    assert (attribution.speaker, attribution.speaker_named, attribution.speaker_inferred) == ("Li Wei", True, False)


def test_a_pronoun_is_a_conclusion_and_says_so():
    text = "Ana Roe runs the mill. She said it would close."

    (attribution,) = find_attributions(text, names(text, "Ana Roe"))

    assert attribution.speaker == "Ana Roe"
    assert attribution.speaker_inferred
    assert attribution.confidence == "likely"


def test_a_title_tells_he_from_she():
    text = "Mr Tom Doe met Ms Ana Roe. She said it was over. He said it was not."

    assert speakers(text, "Tom Doe", "Ana Roe") == ["Ana Roe", "Tom Doe"]


def test_a_pronoun_without_a_person_stays_open():
    assert speakers("She said it was over.") == [None]


def test_a_role_is_the_one_person_who_holds_it():
    text = "Mayor Ana Roe opened the fair. The mayor said it was a good day."

    assert speakers(text, "Ana Roe") == ["Ana Roe"]


def test_a_role_held_by_two_is_left_as_written():
    text = "Senator Ana Roe met Senator Tom Doe. The senator said it was a good day."

    assert speakers(text, "Ana Roe", "Tom Doe") == ["The senator"]


def test_a_thing_is_never_taken_for_a_person():
    text = "Ana Roe, the head of the mill, left. The mill said it would close."

    assert speakers(text, "Ana Roe") == ["The mill"]


def test_a_description_of_nobody_known_stays_as_written():
    (attribution,) = find_attributions("A police spokesman said two men had been arrested.")

    assert (attribution.speaker, attribution.speaker_named) == ("A police spokesman", False)


@pytest.mark.parametrize("name", ["Oslo", "the Harbour Union"])
def test_places_and_organisations_speak_by_their_names(name):
    text = f"{name[0].upper()}{name[1:]} said the talks had failed."
    bare = name.removeprefix("the ")
    found = names(text, bare, kind="ORG")

    assert [a.speaker for a in find_attributions(text, found)] == [bare]


def test_a_quotation_without_a_verb_goes_to_the_last_speaker_and_says_so():
    text = "“It is over,” Ana Roe said.\n\n“Nobody came to help us.”"

    first, second = find_attributions(text, names(text, "Ana Roe"))

    assert (first.speaker, first.speaker_inferred, first.confidence) == ("Ana Roe", False, "clear")
    assert (second.speaker, second.speaker_inferred, second.confidence) == ("Ana Roe", True, "unsure")
