"""Names in news: whole, without what is not part of them, and of one kind in one text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.analyse.names.borders import within_borders
from newscorpus.analyse.names.casing import casing_of, in_running_case, is_headline
from newscorpus.analyse.names.evidence import evidence
from newscorpus.analyse.names.layouts import names_by_layout
from newscorpus.analyse.names.lines import LONGEST_LINE, lines_of, quieted
from newscorpus.analyse.names.recognition import find_names
from newscorpus.analyse.names.spans import Span, tidied
from newscorpus.analyse.names.whole import made_whole
from newscorpus.tables.kinds import KINDS_OF_NAME

STORY = (
    "Norway’s Kari Nordmann met US President Joe Biden in Oslo on Tuesday.\n\n"
    "Mr Biden praised the Norwegian government. Nordmann’s aides said the UN had backed the plan.\n\n"
    "The Uyghurs, also called Uighurs, were not mentioned. Biden left for Geneva."
)


def found(text):
    return [(name.surface, name.kind) for name in find_names(text)]


def test_titles_possessives_and_articles_are_no_part_of_a_name():
    names = found(STORY)
    assert ("Norway", "PLACE") in names
    assert ("Kari Nordmann", "PERSON") in names
    assert ("Joe Biden", "PERSON") in names
    assert names.count(("Biden", "PERSON")) == 2
    assert ("Nordmann", "PERSON") in names
    assert ("Uyghurs", "GROUP") in names
    assert ("Uighurs", "GROUP") in names
    assert ("Norwegian", "GROUP") in names


def test_dates_and_numbers_are_no_names():
    surfaces = " ".join(
        surface for surface, _ in found(STORY + " It cost $4.2 million, a third more than in May 2019.")
    )
    assert not any(word in surfaces for word in ("Tuesday", "million", "third", "2019"))


def test_typographic_marks_change_no_name():
    assert found(STORY) == found(STORY.replace("’", "'"))


def test_a_surname_that_is_also_a_people_is_the_person_named_in_full():
    assert ("Turk", "PERSON") in found("Austria’s Volker Turk spoke in Geneva. Turk said the office was ready.")


def test_a_name_has_one_kind_in_one_text():
    kinds = {}
    for name in find_names(STORY):
        kinds.setdefault(name.surface, set()).add(name.kind)
    assert all(len(of_one_name) == 1 for of_one_name in kinds.values())


def test_the_form_of_a_line_gives_its_names_away():
    def by_form(line):
        return [(line[start:end], kind) for start, end, kind in names_by_layout(line)]

    assert by_form("OSLO, May 3 (Agency) - The council met.") == [("OSLO", "PLACE")]
    assert by_form("1. Kari Nordmann (Norway) 12.71 seconds") == [("Kari Nordmann", "PERSON"), ("Norway", "PLACE")]
    assert by_form("Rovers 3 Norway 2") == [("Rovers", "ORG"), ("Norway", "PLACE")]
    assert by_form("Rovers 10 7 2 1 23") == [("Rovers", "ORG")]
    assert by_form("The bowlers were K. Nordmann and U.S. aides.") == [("K. Nordmann", "PERSON")]
    assert by_form("The council met on Tuesday.") == []


@pytest.mark.parametrize(
    ("line", "marked", "kept"),
    [
        ("the United Nations", "the United Nations", ["United Nations"]),
        ("Prime Minister Jane Roe", "Prime Minister Jane Roe", ["Jane Roe"]),
        ("Norway's Jane Roe", "Norway's Jane Roe", ["Norway", "Jane Roe"]),
        ("Kenyan Jane Roe", "Kenyan Jane Roe", ["Kenyan", "Jane Roe"]),
        ("Jane Roe's plan", "Jane Roe's", ["Jane Roe"]),
        ("Jane Roe 63", "Jane Roe 63", ["Jane Roe"]),
        ("McDonald's", "McDonald's", ["McDonald's"]),
        ("-- 12", "-- 12", []),
    ],
)
def test_borders_are_tidied(line, marked, kept):
    start = line.index(marked)
    spans = tidied(line, Span(start, start + len(marked), "PERSON"))
    assert [line[span.start : span.end] for span in spans] == kept


def test_a_shouted_line_is_read_quietly_and_acronyms_stay():
    assert quieted("MINISTER QUITS OVER UN VOTE") == "Minister Quits over UN Vote"
    assert quieted("The UN voted") == "The UN voted"


def test_the_capitals_of_a_headline_make_no_names():
    text = (
        "Mayor Roe Says Old Bridge Will Close Today\n\nMayor Jane Roe met the council in Oslo. Roe spoke of the bridge."
    )
    assert [surface for surface, kind in found(text) if kind == "PERSON"] == ["Roe", "Jane Roe", "Roe"]


def test_a_headline_keeps_what_running_text_writes_with_a_capital():
    casing = casing_of(["The Trout party, led by Hope Roe, met in White Hall.", "A trout was white."])
    assert in_running_case("Trout Party Leaves White Hall", casing) == "Trout party leaves White Hall"
    assert not is_headline("Jane Roe spoke in Oslo about trout")


@pytest.mark.parametrize(
    ("line", "marked", "kind", "whole"),
    [
        ("Ursel von der Heide met us.", "Ursel", "PERSON", "Ursel von der Heide"),
        ("Then van den Broek left.", "Broek", "PERSON", "van den Broek"),
        ("Jan-Piet van den Broek left.", "Broek", "PERSON", "Jan-Piet van den Broek"),
        ("Salim bin Tariq left.", "Salim", "PERSON", "Salim bin Tariq"),
        ("Min-ho Larsen left.", "Min", "ORG", "Min-ho Larsen"),
        ("Emil Okoro-Berg left.", "Emil Okoro", "PERSON", "Emil Okoro-Berg"),
        ("The UN-led talks ended.", "UN", "ORG", "UN"),
        ("Roe de facto rules.", "Roe", "PERSON", "Roe"),
        ("A Norway-based firm", "Norway", "PLACE", "Norway"),
    ],
)
def test_names_are_whole_across_particles_and_hyphens(line, marked, kind, whole):
    start = line.index(marked)
    span = made_whole(line, Span(start, start + len(marked), kind))
    assert line[span.start : span.end] == whole


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The captain, Emil Roe, 51, is safe.", "Emil Roe", "PERSON"),
        ("Nela Roe, who owns it, left.", "Nela Roe", "PERSON"),
        ("They met in the fishing village of Brough.", "Brough", "PLACE"),
        ("It lies two miles from Brough.", "Brough", "PLACE"),
        ("Most of the Ruvari minority stayed.", "Ruvari", "GROUP"),
    ],
)
def test_words_around_a_name_tell_its_kind(text, name, kind):
    start = text.index(name)
    assert evidence(text, Span(start, start + len(name), "ORG")).most_common(1)[0][0] == kind


def test_words_around_a_name_say_nothing_of_what_they_do_not_know():
    assert not evidence("Roe said so.", Span(0, 3, "ORG"))
    assert not evidence("The people of Brough, who left, came back.", Span(14, 20, "ORG"))["PERSON"]


@pytest.mark.parametrize(
    ("text", "spans", "kept"),
    [
        ("Callous Roe left. Mr Roe and Mrs Roe stayed.", [(0, 11), (21, 24), (33, 36)], ["Roe", "Roe", "Roe"]),
        ("It was Crooked Jane Roe.", [(7, 23)], ["Jane Roe"]),
        ("From Roe: nothing.", [(0, 8)], ["Roe"]),
        ("Donna Roe left. Mr Roe and Mrs Roe stayed.", [(0, 9), (19, 22), (31, 34)], ["Donna Roe", "Roe", "Roe"]),
        ("Oslo Mayor Jane Roe left.", [(0, 10), (11, 19)], ["Oslo", "Jane Roe"]),
    ],
)
def test_words_at_the_borders_are_no_part_of_a_name(text, spans, kept):
    casing = casing_of([text])
    cut = within_borders(text, [Span(start, end, "PERSON") for start, end in spans], casing)
    assert [text[span.start : span.end] for span in cut] == kept


def test_accents_hide_no_name():
    assert ("Šibenik", "PLACE") in found("The mayor of Šibenik spoke. People in Šibenik listened.")


def test_a_name_reaches_as_far_as_the_letters_of_its_acronym():
    assert ("Guild of Cooks and Bakers", "ORG") in found("The Guild of Cooks and Bakers (GCB) met on Monday.")


def test_sentences_that_cannot_hold_a_name_are_not_read():
    lines = list(lines_of("It was late. Then Jane Roe left. It rained."))
    assert [line.text for line in lines] == ["Then Jane Roe left."]
    assert lines[0].start == len("It was late. ")


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("AB ab.,'’“\n(1-)éСß中🙂\u2028\x85\t")) | st.text())
def test_any_text_gives_names_that_stand_where_they_say(text):
    names = find_names(text)
    assert all(text[name.start : name.end] == name.surface != "" for name in names)
    assert all(name.kind in KINDS_OF_NAME for name in names)
    assert all(a.end <= b.start for a, b in pairwise(names))


@pytest.mark.parametrize("unit", ["a", "A", " ", "<", '"', "1", "a.", "\n", "1-", "A. ", "Roe ", "(A) ", "ß", "'s "])
def test_long_text_of_one_kind_is_cut_for_the_model(unit):
    text = unit * (50_000 // len(unit))
    lines = list(lines_of(text))
    assert all(len(line.text) <= LONGEST_LINE for line in lines)
    assert all(
        text[line.start : line.start + len(line.text)].casefold()[:1] == line.text.casefold()[:1] for line in lines
    )


@pytest.mark.parametrize(
    "text",
    [
        "Roe met Doe in Oslo. " * 2_500,
        "ROE MEETS DOE IN OSLO " * 2_500,
        "قال الوزير في القاهرة " * 2_000,
        "🙂Roe" * 10_000,
    ],
)
def test_a_huge_paragraph_is_read(text):
    assert all(text[name.start : name.end] == name.surface for name in find_names(text))
