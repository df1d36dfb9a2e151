"""Who speaks, counted on the alphabet corpus; the counts are done by hand in tests/alphabet.py."""

import pytest

from newscorpus.query.answers import LeftOut
from newscorpus.query.connection import fingerprint_of, open_reader
from newscorpus.query.quotations.attributions import SetRight
from newscorpus.query.quotations.counts import (
    EVERY_QUOTATION,
    QuotationFigures,
    QuotationFilter,
    quotation_figures,
    quoted_by_one_source,
    speakers_by_source,
    verb_classes,
)
from newscorpus.query.quotations.listing import (
    kinds_met,
    places,
    quotations,
    quotations_table,
    speakers_offered,
    verbs_met,
)
from newscorpus.query.quotations.verbs import VERB_CLASSES, listed_verbs
from newscorpus.query.quotations.voices import words_by_voice
from newscorpus.query.selection import EVERYTHING, Selection
from tests.alphabet import article_id

ALDER, UNION, MASTER = "Ann Alder (person)", "Cade Union (organisation)", "the harbour master (described)"


def cells(table):
    return {(row["speaker"], row["source"]): row["n_quotes"] for row in table.to_pylist() if row["n_quotes"]}


def classes(reader, by, chosen=EVERY_QUOTATION):
    rows = verb_classes(reader, EVERYTHING, chosen, by, 10).to_pylist()
    return {(row["label"], row["verb_class"]): (row["n_quotes"], row["verbs"]) for row in rows}


def test_words_by_voice_are_counts_and_shares_of_a_sources_words(reader):
    answer = words_by_voice(reader, EVERYTHING)
    rows = {row["source"]: row for row in answer.table.to_pylist()}

    voices = ("n_words_own", "n_words_reported", "n_words_quoted")
    assert [rows["Abacus"][voice] for voice in voices] == [50, 5, 5]
    assert [rows["Bugle"][voice] for voice in voices] == [84, 4, 2]
    assert rows["Courier"]["share_quoted"] == pytest.approx(6 / 60)
    assert (answer.n_articles, answer.left_out) == (7, (LeftOut(1, "no_words"),))


def test_a_source_without_words_has_no_shares(reader):
    answer = words_by_voice(reader, Selection(article_ids=(article_id("c2"),)))

    assert answer.table["share_own"].to_pylist() == [None]
    assert answer.n_articles == 0


def test_stretches_of_one_number_are_one_attribution_and_thoughts_and_terms_are_none(reader):
    assert quotation_figures(reader, EVERYTHING, EVERY_QUOTATION) == QuotationFigures(
        n_quotes=7, n_words=22, n_articles=5, n_speakers=3, n_nobody=1, n_unsure=1, n_inferred=1, n_corrected=0
    )


def test_without_articles_there_are_no_quotations(reader):
    nothing = Selection(sources=("Nobody",))

    assert quotation_figures(reader, nothing, EVERY_QUOTATION).n_quotes == 0
    assert speakers_by_source(reader, nothing, EVERY_QUOTATION, 5).num_rows == 0
    assert verb_classes(reader, nothing, EVERY_QUOTATION, "source", 5).num_rows == 0
    assert quotations(reader, nothing, EVERY_QUOTATION, 5) == []


def test_every_speaker_has_a_cell_for_every_source(reader):
    table = speakers_by_source(reader, EVERYTHING, EVERY_QUOTATION, 10)

    assert table.num_rows == 3 * 4
    assert list(dict.fromkeys(table["speaker"].to_pylist())) == [UNION, ALDER, MASTER]  # 2 each: 11, 7 and 3 words
    assert cells(table) == {
        (UNION, "Bugle"): 1,
        (UNION, "Courier"): 1,
        (ALDER, "Abacus"): 2,
        (MASTER, "Abacus"): 1,
        (MASTER, "Bugle"): 1,
    }


@pytest.mark.parametrize(
    ("chosen", "n_quotes"),
    [
        (QuotationFilter(kinds=("PERSON",)), 2),
        (QuotationFilter(kinds=("DESCRIBED", "NOBODY")), 3),
        (QuotationFilter(types=("indirect",)), 3),
        (QuotationFilter(confidences=("clear", "likely")), 6),
        (QuotationFilter(types=("direct",), confidences=("unsure",)), 1),
        (QuotationFilter(source="Bugle", speaker=MASTER), 1),
        (QuotationFilter(verb_class="no verb"), 1),
        (QuotationFilter(kinds=("<script>",)), 0),
    ],
)
def test_quotations_are_narrowed_by_what_is_known_of_them(reader, chosen, n_quotes):
    assert quotation_figures(reader, EVERYTHING, chosen).n_quotes == n_quotes


def test_a_selection_narrows_quotations_too(reader):
    assert quotation_figures(reader, Selection(names=("Bay (place)",)), EVERY_QUOTATION).n_quotes == 3  # a1 2, a3 1


def test_only_named_speakers_can_be_quoted_by_one_source_alone(reader):
    rows = quoted_by_one_source(reader, EVERYTHING, EVERY_QUOTATION, 10).table.to_pylist()

    # The union speaks in two sources; the harbour master has no name. b1 of Bugle names Ann Alder.
    assert [(row["speaker"], row["source"], row["n_quotes"], row["n_other_sources_naming"]) for row in rows] == [
        (ALDER, "Abacus", 2, 1)
    ]


def test_verbs_are_counted_by_class_source_and_speaker(reader):
    assert classes(reader, "source") == {
        ("Abacus", "neutral"): (2, ["say 2"]),
        ("Abacus", "hostile"): (1, ["warn 1"]),
        ("Abacus", "no verb"): (1, []),
        ("Bugle", "denying"): (1, ["deny 1"]),
        ("Bugle", "neutral"): (1, ["say 1"]),
        ("Courier", "neutral"): (1, ["say 1"]),
    }
    assert classes(reader, "speaker")[MASTER, "neutral"] == (2, ["say 2"])
    assert not [key for key in classes(reader, "speaker") if key[1] == "no verb"]  # it is nobody's


def test_a_quotation_is_listed_with_its_sentence_and_what_is_told_in_it(reader):
    (first, second) = quotations(reader, EVERYTHING, QuotationFilter(speaker=ALDER), 10)

    assert (first.article_id, first.quote, first.verb, first.n_same_in_article) == (article_id("a1"), 0, "say", 1)
    assert [first.context[start:end] for start, end in first.said] == ["a1word0 a1word1", "a1word3 a1word4"]
    assert (second.is_inferred, second.confidence, second.verb_class) == (True, "likely", "hostile")
    assert quotations_table([first])["said"].to_pylist() == ["a1word0 a1word1 … a1word3 a1word4"]


def test_the_list_goes_page_by_page(reader):
    whole = quotations(reader, EVERYTHING, EVERY_QUOTATION, 10)
    pages = [one for first in (0, 3, 6) for one in quotations(reader, EVERYTHING, EVERY_QUOTATION, 3, first)]

    assert len(whole) == 7
    assert pages == whole


def test_a_corrected_speaker_counts_everywhere(store):
    right = SetRight(speakers=((article_id("a1"), 1, UNION), (article_id("a1"), 0, None)))
    reader = open_reader(store, None, right)

    assert cells(speakers_by_source(reader, EVERYTHING, EVERY_QUOTATION, 10))[UNION, "Abacus"] == 1
    figures = quotation_figures(reader, EVERYTHING, EVERY_QUOTATION)
    assert (figures.n_nobody, figures.n_corrected, figures.n_quotes) == (1, 2, 7)


def test_two_speakers_given_one_name_are_one_and_a_new_name_is_one_too(store):
    places_of_master = ((article_id("a3"), 0), (article_id("b1"), 1))
    merged = SetRight(speakers=tuple((*place, ALDER) for place in places_of_master))
    written = SetRight(speakers=tuple((*place, "Dora Dean") for place in places_of_master))
    described = SetRight(speakers=((article_id("a1"), 1, MASTER),))

    def counted(right):
        return cells(speakers_by_source(open_reader(store, None, right), EVERYTHING, EVERY_QUOTATION, 10))

    assert counted(merged)[ALDER, "Abacus"] == 3
    assert counted(written)["Dora Dean (set by a reader)", "Bugle"] == 1
    assert counted(described)[MASTER, "Abacus"] == 2


def test_what_is_set_right_of_quotations_that_are_not_there_changes_nothing(store):
    reader = open_reader(store, None, SetRight(speakers=(("0" * 16, 0, "Eve"), (article_id("a1"), 99, "Eve"))))

    assert quotation_figures(reader, EVERYTHING, EVERY_QUOTATION).n_corrected == 0


def test_a_verb_moved_to_another_class_moves_its_quotations(store):
    reader = open_reader(store, None, SetRight(verb_classes=(("say", "hedged"), ("unheard", "hostile"))))

    assert classes(reader, "source")["Abacus", "hedged"] == (2, ["say 2"])
    assert verbs_met(reader, EVERYTHING)["say"] == ("hedged", 4)


def test_what_is_set_right_changes_the_fingerprint_and_its_order_does_not(store):
    one, two = (article_id("a1"), 0, "Eve"), (article_id("a2"), 0, None)

    assert fingerprint_of(store, None, SetRight()) == store.fingerprint
    assert fingerprint_of(store, None, SetRight((one, two))) == fingerprint_of(store, None, SetRight((two, one)))
    assert fingerprint_of(store, None, SetRight((one,))) != fingerprint_of(store, None, SetRight((two,)))
    assert fingerprint_of(store, None, SetRight((), (("say", "hedged"),))) != store.fingerprint


def test_names_of_the_article_are_offered_first_as_the_right_speaker(reader):
    offered = speakers_offered(reader, EVERYTHING, article_id("a1"))

    assert set(offered[:2]) == {ALDER, "Bay (place)"}
    assert MASTER in offered


def test_places_of_a_speaker_are_found_for_a_correction_of_all(reader):
    found = places(reader, EVERYTHING, QuotationFilter(speaker=MASTER))

    assert found == ((article_id("a3"), 0), (article_id("b1"), 1))


def test_only_kinds_that_speak_here_are_offered(reader):
    assert kinds_met(reader, EVERYTHING) == ("PERSON", "ORG", "DESCRIBED", "NOBODY")


def test_the_list_of_verbs_holds_verbs_of_speech_in_known_classes():
    verbs = listed_verbs()

    assert (verbs["say"], verbs["accuse"]) == ("neutral", "hostile")
    assert set(verbs.values()) == set(VERB_CLASSES)
    assert "believe" not in verbs
