"""Answers on one story; the counts are done by hand in tests/dam.py."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.compare.statements.figure_words import find_figures, phrase
from newscorpus.query.connection import open_reader
from newscorpus.query.overlap.pairs import agency_share, overlap, shared_texts
from newscorpus.query.overlap.reuse import n_independent
from newscorpus.query.quotations.attributions import SetRight
from newscorpus.query.selection import Selection
from newscorpus.query.story.cell import cell
from newscorpus.query.story.figures import differences, figures_told
from newscorpus.query.story.judgements import EVIDENCE, Judged
from newscorpus.query.story.matrix import matrix
from newscorpus.query.story.narrowing import n_fitting, narrowed
from newscorpus.query.story.side_by_side import parallel
from newscorpus.query.story.stories import coverage, stories_list
from newscorpus.query.story.substitutions import substitutions
from newscorpus.query.story.wording import changes, common
from newscorpus.store.read import open_store
from tests.alphabet import article_id, write_store
from tests.dam import LABEL, STORY, TEXTS, span, tables, write_dam

EVERYTHING = Selection()
FISH = f"{article_id('m1')}-1"  # the second sentence of m1, which nothing was put beside for certain


@pytest.fixture(scope="module")
def dam(tmp_path_factory):
    return open_reader(open_store(write_dam(tmp_path_factory.mktemp("dam") / "store")))


def test_a_story_counts_articles_sources_and_texts_and_says_what_belongs_to_none(dam):
    answer = stories_list(dam, EVERYTHING)
    (row,) = answer.table.to_pylist()

    assert (row["story_label"], row["n_articles"], row["n_sources"], row["n_undated"]) == (LABEL, 3, 3, 1)
    assert row["n_texts"] == 3  # half of m1 is k1's: partly reused, not one text
    assert [(entry.reason, entry.n) for entry in answer.left_out] == [("in_no_story", 1)]


def test_a_source_without_an_article_on_a_story_has_a_cell_of_zero(dam):
    cells = coverage(
        dam, Selection(sources=("Kestrel", "Mill"), article_ids=(article_id("k1"), article_id("n1"))), (LABEL,)
    )

    assert {row["source"]: row["n_articles"] for row in cells.table.to_pylist()} == {"Kestrel": 1, "Mill": 0}


def test_a_story_narrows_every_question(dam):
    assert stories_list(dam, Selection(stories=(LABEL,))).left_out == ()
    assert stories_list(dam, Selection(stories=("another",))).table.num_rows == 0


def test_two_stories_of_one_label_are_told_apart(tmp_path):
    rows = tables()
    rows["stories"].append({"story_id": "t" * 16, "label": LABEL, "n_articles": 1, "n_sources": 1})
    rows["articles"][-1] |= {"story_id": "t" * 16, "found_story_id": "t" * 16}
    reader = open_reader(open_store(write_dam(tmp_path / "store", rows)))

    assert stories_list(reader, EVERYTHING).table["story_label"].to_pylist() == [
        f"{LABEL} (tttt)",
        f"{LABEL} (ssss)",
    ]


def test_statements_are_rows_in_the_words_that_the_others_are_compared_with(dam):
    whole = matrix(dam, EVERYTHING, LABEL)
    rows = {row["row"]: row for row in whole.rows.to_pylist()}

    assert [*rows] == ["0", "1", "2", "4", FISH]
    assert (rows["0"]["n_sources"], rows["0"]["n_texts"]) == (3, 3)
    assert (rows["1"]["kind"], rows["1"]["speaker"]) == ("quotation", "Ada Moss")
    assert rows["2"]["n_conflicts"] == 1
    assert rows["0"]["wording"] == "The dam opened at dawn above the town of Bay."
    assert {rows[row]["source"] for row in ("0", "1", "2", "4")} == {"Kestrel"}


def test_what_is_only_possible_is_no_statement_and_in_no_count(dam):
    """Statement 3 is k1's opening and, possibly, the fish in m1: the fish are told by Mill alone."""
    whole = matrix(dam, EVERYTHING, LABEL)
    fish = next(row for row in whole.rows.to_pylist() if row["row"] == FISH)

    assert (fish["n_sources"], fish["n_texts"], fish["source"]) == (1, 1, "Mill")
    assert "possible" not in whole.cells["match"].to_pylist()
    assert [cell["source"] for cell in whole.cells.to_pylist() if cell["row"] == FISH] == ["Mill"]


def test_each_source_has_its_own_mark_and_one_the_words_compared_with(dam):
    cells = {(c["row"], c["source"]): c for c in matrix(dam, EVERYTHING, LABEL).cells.to_pylist()}

    assert [cells["0", source]["match"] for source in ("Kestrel", "Lantern", "Mill")] == [
        "reference",
        "reworded",
        "verbatim",
    ]
    assert cells["2", "Lantern"]["match"] == "conflicts"
    assert ("1", "Mill") not in cells


def test_where_the_article_of_the_reference_is_not_chosen_the_others_are_compared_anew(dam):
    """Without k1 the opening is told by l1 and by m1, whose sentence is the longer."""
    whole = matrix(dam, Selection(sources=("Lantern", "Mill")), LABEL)
    opening = whole.rows.to_pylist()[0]
    matches = {cell["source"]: cell["match"] for cell in whole.cells.to_pylist() if cell["row"] == "0"}

    assert (opening["source"], opening["n_sources"]) == ("Mill", 2)
    assert matches == {"Mill": "reference", "Lantern": "reworded"}


def test_verbatim_is_said_only_where_the_words_are_the_same(dam):
    """Of the dead Lantern says another number than Kestrel, and nobody else tells it: it is no statement of two."""
    alone = matrix(dam, Selection(sources=("Lantern",)), LABEL)

    assert set(alone.cells["match"].to_pylist()) == {"reference"}
    assert set(alone.rows["n_conflicts"].to_pylist()) == {0}


def test_copies_of_one_text_count_once(tmp_path):
    rows = tables()
    rows["overlaps"][1]["n_words"] = 16  # of m1's eighteen
    reader = open_reader(open_store(write_dam(tmp_path / "store", rows)))
    opening = matrix(reader, EVERYTHING, LABEL).rows.to_pylist()[0]

    assert (opening["n_sources"], opening["n_texts"]) == (3, 2)
    assert stories_list(reader, EVERYTHING).table["n_texts"].to_pylist() == [2]
    assert overlap(reader, EVERYTHING).groups["source"].to_pylist() == ["Kestrel", "Mill"]


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ("all", ["0", "1", "2", "4", FISH]),
        ("quotations", ["1"]),
        ("facts", ["0", "2", "4", FISH]),
        ("told by all", ["0"]),
        ("by all but one", ["1", "2", "4"]),
        ("by one source only", [FISH]),
        ("conflicts", ["2"]),
    ],
)
def test_rows_are_narrowed_and_those_most_told_come_first(dam, narrowing, expected):
    assert [row["row"] for row in narrowed(matrix(dam, EVERYTHING, LABEL), narrowing)] == expected


def test_a_sentence_nobody_else_tells_is_a_row_of_one_source(dam):
    only_kestrel_and_mill = Selection(sources=("Kestrel", "Mill"))
    whole = matrix(dam, only_kestrel_and_mill, LABEL)
    alone = {row["wording"] for row in narrowed(whole, "by one source only")}

    assert alone == {
        "“We opened three gates,”",
        "The mayor of Bay praised the crews.",
        "Fish were seen in the square on Monday.",
    }  # "Two people died." has three words, as a crosshead may
    assert len(matrix(dam, Selection(article_ids=(article_id("n1"),)), LABEL).rows) == 0


def test_of_two_sources_nothing_is_said_of_all_but_one(dam):
    of_two = matrix(dam, Selection(sources=("Kestrel", "Mill")), LABEL)

    assert "by all but one" not in n_fitting(of_two)
    assert n_fitting(matrix(dam, EVERYTHING, LABEL))["by all but one"] == 3


def test_a_cell_gives_both_sentences_with_what_stands_around_them(dam):
    found = cell(dam, EVERYTHING, LABEL, "2", "Lantern")

    assert (found.match, found.here.text, found.beside.text) == ("conflicts", "Three people died.", "Two people died.")
    assert found.beside == found.reference
    assert [
        text[slice(*place)] for text, place in zip((found.here.text, found.beside.text), found.figures, strict=True)
    ] == [
        "Three",
        "Two",
    ]
    assert found.here.before.strip() == "“We opened three gates.”"
    assert found.here.after.strip() == "The mayor of Bay praised the rescuers."


def test_the_cell_of_the_reference_has_another_telling_beside_it_or_none(dam):
    dead, fish = cell(dam, EVERYTHING, LABEL, "2", "Kestrel"), cell(dam, EVERYTHING, LABEL, FISH, "Mill")

    assert (dead.match, dead.here, dead.beside.source) == ("reference", dead.reference, "Lantern")
    assert dead.match_beside == "conflicts"
    assert (fish.match, fish.here, fish.beside) == ("reference", fish.reference, None)


def test_a_cell_without_a_telling_gives_the_nearest_sentence_and_the_words_it_shares(dam):
    found = cell(dam, EVERYTHING, LABEL, "4", "Mill")

    assert found.match is None
    assert found.here.text == "The dam opened at dawn above the town of Bay."
    assert found.shared == ("Bay",)


def test_a_cell_that_is_not_there_is_none(dam):
    assert cell(dam, EVERYTHING, LABEL, "99", "Mill") is None
    assert cell(dam, EVERYTHING, LABEL, "0", "Nobody") is None
    assert cell(dam, EVERYTHING, "another", "0", "Mill") is None


def test_articles_beside_each_other_are_linked_by_number(dam):
    found = parallel(dam, EVERYTHING, LABEL, (article_id("k1"), article_id("l1")))
    kestrel, lantern = found.columns

    assert [stretch.numbers for stretch in kestrel] == [(1,), (2,), (3,), (4,)]
    assert [stretch.state for stretch in lantern] == ["reworded", "same", "conflicts", "reworded"]
    assert [link.state for link in found.links] == ["reworded", "same", "conflicts", "reworded"]


def test_a_sentence_with_nothing_beside_it_stands_only_here(dam):
    found = parallel(dam, EVERYTHING, LABEL, (article_id("l1"), article_id("m1")))

    assert [stretch.state for stretch in found.columns[0]] == ["reworded", "only here", "only here", "only here"]
    assert parallel(dam, EVERYTHING, LABEL, ("nobody",)).columns == ()


def test_what_a_reader_judged_lies_over_what_was_found(dam):
    two, three = place("k1", "Two"), place("l1", "Three")

    apart = matrix(dam, EVERYTHING, LABEL, (Judged("apart", two, three),))
    assert [row["row"] for row in narrowed(apart, "by one source only")] == ["2", "-".join(map(str, three)), FISH]
    assert set(cell["match"] for cell in apart.cells.to_pylist() if cell["row"] == "2") == {"reference"}

    same = matrix(dam, EVERYTHING, LABEL, (Judged("apart", two, three), Judged("same", two, three)))
    cells = {(c["row"], c["source"]): c for c in same.cells.to_pylist()}
    assert [row["row"] for row in same.rows.to_pylist()] == ["0", "1", "2", "4", FISH]
    assert cells["2", "Lantern"]["match"] == "conflicts"  # the reader says that it is told, not which figure is right
    assert cells["2", "Lantern"]["evidence"].startswith(EVIDENCE)


def test_a_sentence_that_a_reader_confirms_joins_the_statement_and_is_no_row_of_its_own(dam):
    said = (Judged("same", place("k1", "The mayor"), place("m1", "Fish")),)
    whole = matrix(dam, EVERYTHING, LABEL, said)
    cells = {(c["row"], c["source"]): c["match"] for c in whole.cells.to_pylist()}

    assert FISH not in whole.rows["row"].to_pylist()
    assert cells["4", "Mill"] == "reworded"


def test_a_reference_that_a_reader_parts_from_the_others_leaves_them_another(dam):
    opening, at_dawn = place("k1", "The dam"), place("l1", "At dawn")
    whole = matrix(dam, EVERYTHING, LABEL, (Judged("apart", at_dawn, opening),))
    matches = {cell["source"]: cell["match"] for cell in whole.cells.to_pylist() if cell["row"] == "0"}

    assert matches == {"Mill": "reference", "Lantern": "reworded"}
    assert "-".join(map(str, opening)) in whole.rows["row"].to_pylist()


def test_two_statements_are_made_one_with_one_reference(dam):
    merged = matrix(dam, EVERYTHING, LABEL, (Judged("merge", place("k1", "Two"), place("k1", "The mayor")),))
    gone = matrix(dam, EVERYTHING, LABEL, (Judged("merge", ("nobody", 0, 1), ("k1", 0, 1)),))
    cells = [cell for cell in merged.cells.to_pylist() if cell["row"] == "2"]

    assert [row["row"] for row in merged.rows.to_pylist()] == ["0", "1", "2", FISH]
    assert {cell["source"]: cell["n_tellings"] for cell in cells} == {"Kestrel": 2, "Lantern": 2}
    assert next(row for row in merged.rows.to_pylist() if row["row"] == "2")["wording"] == "Two people died."
    assert gone.rows == matrix(dam, EVERYTHING, LABEL).rows


def place(short, begins):
    return (article_id(short), *span(short, begins))


def test_words_that_stand_for_each_other_are_counted(dam):
    rows = {(row["words_a"], row["words_b"]): row for row in substitutions(dam, EVERYTHING, LABEL).to_pylist()}
    row = rows["crews", "rescuers"]

    assert row["n_statements"] == 1
    assert (row["sources_a"], row["sources_b"]) == (["Kestrel"], ["Lantern"])


def test_figures_of_one_statement_that_cannot_both_be_right_are_flagged(dam):
    rows = {(row["source"], row["written"]): row for row in figures_told(dam, EVERYTHING, LABEL).to_pylist()}

    assert rows["Kestrel", "Two"]["disagrees_with"] == ["Three (Lantern)"]
    assert rows["Lantern", "Three"]["disagrees_with"] == ["Two (Kestrel)"]
    assert (rows["Lantern", "three"]["counts"], rows["Lantern", "three"]["disagrees_with"]) == ("gates", [])


def test_a_difference_is_who_gives_which_figure_for_one_thing(dam):
    (deaths,) = differences(dam, EVERYTHING, LABEL)

    assert [(one.source, one.phrase, one.value) for one in deaths] == [
        ("Kestrel", "Two people", 2.0),
        ("Lantern", "Three people", 3.0),
    ]
    assert [one.sentence[slice(*one.place)] for one in deaths] == ["Two", "Three"]
    assert differences(dam, Selection(sources=("Kestrel", "Mill")), LABEL) == []


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("On the one hand they agree, on the other they do not.", []),
        ("It opened at 8 a.m. and shut between 5 and 6.30 p.m. on 3 May 2021.", []),
        ("It is open 24/7 under Rule 7/2024 and was built in 1996.", []),
        ("The alarm went at 1830 hours; zero tolerance was shown.", []),
        ("One of them spoke for the three.", []),
        ("One woman died.", ["One woman"]),
        ("A million or more people came.", ["A million or more people"]),
        ("More than 1,200,000 crowns were paid, 4.5 per cent less.", ["More than 1,200,000 crowns", "4.5 per cent"]),
        ("It cost $3.2 million and took 17 years.", ["$3.2 million", "17 years"]),
        ("An 81-year-old man ran 40 kilometres.", ["81-year-old", "40 kilometres"]),
        ("Nine members voted for it.", ["Nine members"]),
        ("The board put it at 1.2 million, not at 9,012.", ["1.2 million", "9,012"]),
        ("Slip number 2207 was lost; see notice 318.", []),
    ],
)
def test_figures_are_whole_and_moments_and_turns_of_speech_are_none(sentence, figures):
    assert [phrase(sentence, number) for number in find_figures(sentence)] == figures


@pytest.mark.parametrize(
    ("here", "there", "pairs"),
    [
        ("The mayor of Bay praised the crews.", "The mayor of Bay praised the rescuers.", {("crews", "rescuers")}),
        (
            "They spoke after it published a report on Bay.",
            "He left after it released a report on Bay.",
            {("published", "released")},
        ),
        ("Officials in Bay say Cade is calm.", "Officials in Bay say Dorm is calm.", {("Cade", "Dorm")}),
        ("The old bridge at Bay fell today.", "The old bridge in Bay fell today.", set()),  # function words
        ("The bridge at Bay killed 81 people today.", "The bridge at Bay killed many people today.", set()),  # a figure
        ("The man, born in Bay, came home.", "The man, 81, in Bay, came home.", set()),  # a word and a figure
        ("The crews organised a walk in Bay.", "The crews organized a walk in Bay.", set()),  # spelling
        ("The judge freed the clerk in Bay.", "The judge freed the Cade in Bay.", set()),  # a word and a name
        ("The ship met the boat near Bay at dawn.", "The ship met the ship near Bay at dawn.", set()),  # moved
        ("The council will close the old gate.", "The council is closing the old gate.", set()),  # built differently
        ("Crews in the wide town of Cade slept.", "Ships of the wide towns in Cade slept.", set()),
    ],
)
def test_only_content_words_and_names_in_the_same_place_stand_for_each_other(tmp_path, here, there, pairs):
    rows = of_two(here, there)
    reader = open_reader(open_store(write_store(tmp_path / "store", rows)))

    found = substitutions(reader, EVERYTHING, LABEL).to_pylist()
    assert {(row["words_a"], row["words_b"]) for row in found} == pairs


def of_two(here, there):
    """A story of two articles of a sentence each, which are one statement."""
    rows = tables()
    texts = {"k1": here, "l1": there}
    kept = {article_id(short): text for short, text in texts.items()}
    places = {article: {"article_id": article, "start": 0, "end": len(text)} for article, text in kept.items()}
    told = {"story_id": STORY, "statement": 0, "evidence": "-"}
    matches = dict(zip(kept, ("reference", "reworded"), strict=True))
    return {
        "articles": [row for row in rows["articles"] if row["article_id"] in kept],
        "texts": [{"article_id": article, "text": text} for article, text in kept.items()],
        "sentences": [place | {"sentence": 0, "n_words": 8, "voice": "own"} for place in places.values()],
        "stories": rows["stories"],
        "statements": [told | place | {"match": matches[article]} for article, place in places.items()],
    }


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Boats sank 13 nautical miles off Bay in a gale.", "Boats sank 150 nautical miles off Bay in a gale."),
        ("Boats of Bay took 246 passengers home.", "Boats of Bay took 420 passengers and crew home."),
        ("Crews of Bay seized six boats today.", "Crews of Bay seized a total of 14 boats today."),
        ("The clerk had four seasons in Bay with Cade.", "The clerk had 19 seasons in Bay with Cade."),
        ("On the one hand Bay spoke of Cade.", "On two hands Bay spoke of Cade."),
        ("The gates of Bay opened at 8 a.m. today.", "The gates of Bay opened at 9 a.m. today."),
    ],
)
def test_figures_of_different_things_are_no_difference(tmp_path, here, there):
    reader = open_reader(open_store(write_store(tmp_path / "store", of_two(here, there))))

    assert differences(reader, EVERYTHING, LABEL) == []


@pytest.mark.parametrize(
    ("here", "there", "sources"),
    [
        ("Two boats of Bay sank at dawn.", "Two boats of Bay sank at dawn.", ("Kestrel", "Lantern")),  # copies
        (
            "Two boats of Bay sank at dawn.",
            "Six ships of Bay sank at dawn.",
            ("Kestrel", "Kestrel"),
        ),  # one outlet twice
    ],
)
def test_copies_and_one_outlet_have_no_figures_or_words_that_differ(tmp_path, here, there, sources):
    rows = of_two(here, there)
    for row, source in zip(rows["articles"], sources, strict=True):
        row["source"] = source
    reader = open_reader(open_store(write_store(tmp_path / "store", rows)))

    assert differences(reader, EVERYTHING, LABEL) == []
    assert substitutions(reader, EVERYTHING, LABEL).num_rows == 0


@given(st.text(st.sampled_from("0123456789 ,.%$-/:ab") | st.characters(), max_size=60))
def test_a_figure_whole_stands_in_its_sentence_and_holds_its_number(sentence):
    for number in find_figures(sentence):
        whole = phrase(sentence, number)
        assert whole in sentence
        assert sentence[number.start : number.end] in whole


def test_pairs_tell_prose_from_quotations_and_who_had_it_first(dam):
    found = overlap(dam, EVERYTHING)
    pairs = {(row["source_a"], row["source_b"]): row for row in found.pairs.to_pylist()}

    # k1 has 27 words, m1 18, l1 22: ten words of prose, and four that are quoted.
    assert pairs["Kestrel", "Mill"]["prose_share_b"] == pytest.approx(10 / 18)
    assert pairs["Kestrel", "Mill"]["reuse"] == "partly reused"
    assert (pairs["Kestrel", "Lantern"]["n_words"], pairs["Kestrel", "Lantern"]["n_prose"]) == (4, 0)
    assert {row["direction"] for row in pairs.values()} == {"cannot be told"}  # m1 has no date and is not an agency
    assert (found.n_articles, found.n_texts, found.groups.num_rows) == (4, 4, 0)


def test_times_of_publication_show_who_was_first_and_a_bare_day_does_not(tmp_path):
    def told(hour, other_hour):
        rows = tables()
        for row in rows["articles"]:
            row |= {"agency": None}
        first, last = rows["articles"][0], rows["articles"][2]
        day = first["published_at"]
        first["published_at"], last["published_at"] = day.replace(hour=hour), day.replace(hour=other_hour)
        reader = open_reader(open_store(write_dam(tmp_path / f"{hour}-{other_hour}", rows)))
        return overlap(reader, EVERYTHING).pairs["direction"].to_pylist()[0]

    assert told(6, 9) == "Kestrel → Mill"
    assert told(9, 6) == "Mill → Kestrel"
    assert told(0, 9) == "cannot be told"


def test_both_texts_come_with_the_passages_they_share(dam):
    found = shared_texts(dam, EVERYTHING, article_id("m1"), article_id("k1"))
    (passage,) = found.passages

    assert found.text_a[passage["start_a"] : passage["end_a"]] == "The dam opened at dawn above the town of Bay"
    assert found.text_b == TEXTS["m1"]
    assert shared_texts(dam, Selection(sources=("Mill",)), article_id("m1"), article_id("k1")) is None


def test_each_source_has_its_share_of_agency_copy(dam):
    rows = {row["source"]: row for row in agency_share(dam, EVERYTHING).to_pylist()}

    assert (rows["Mill"]["n_agency"], rows["Mill"]["n_articles"], rows["Mill"]["agencies"]) == (1, 2, ["AFP"])
    assert rows["Kestrel"]["share_agency"] == 0


def test_an_empty_choice_gives_empty_answers(dam):
    nothing = Selection(sources=("Nobody",))

    assert stories_list(dam, nothing).table.num_rows == 0
    assert matrix(dam, nothing, LABEL).rows.num_rows == 0
    assert substitutions(dam, nothing, LABEL).num_rows == 0
    assert overlap(dam, nothing).n_articles == 0


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_the_same_and_what_is_added_is_the_whole_wording(here, other):
    assert "".join(piece.text for piece in changes(here, other) if piece.change != "cut") == here
    assert "".join(piece.text for piece in common(here, other)) == here


def with_shared_opening(place):
    """The dam corpus where the opening stands in a passage that k1 and m1 share."""
    rows = tables()
    for row in rows["sentences"]:
        row["shared"] = row["article_id"] in (article_id("k1"), article_id("m1")) and row["sentence"] == 0
    rows["parts"] = [
        {"article_id": article_id(short), "passages": passages}
        for short in ("k1", "l1", "m1")
        for passages in ("own", "shared")
    ]
    return open_reader(open_store(write_dam(place, rows)))


def test_a_telling_in_a_shared_passage_is_not_counted_and_not_called_not_found(tmp_path):
    reader = with_shared_opening(tmp_path / "store")
    whole = matrix(reader, Selection(passages="own"), LABEL)
    cells = {(c["row"], c["source"]): c["match"] for c in whole.cells.to_pylist()}
    opening = whole.rows.to_pylist()[0]

    assert {source: cells["0", source] for source in whole.sources} == {
        "Kestrel": "in shared",
        "Lantern": "reworded",
        "Mill": "in shared",
    }
    assert (opening["n_sources"], opening["n_uncounted"]) == (1, 2)
    assert opening["row"] not in [row["row"] for row in narrowed(whole, "by one source only")]
    found = parallel(reader, Selection(passages="own"), LABEL, (article_id("k1"), article_id("l1")))
    assert [stretch.state for stretch in found.columns[0]] == ["not counted", "same", "conflicts", "reworded"]


def test_only_shared_passages_leave_what_is_told_there(tmp_path):
    whole = matrix(with_shared_opening(tmp_path / "store"), Selection(passages="shared"), LABEL)
    cells = {(c["row"], c["source"]): c["match"] for c in whole.cells.to_pylist()}

    assert whole.rows["row"].to_pylist() == ["0"]
    assert cells == {("0", "Kestrel"): "reference", ("0", "Lantern"): "in own", ("0", "Mill"): "verbatim"}


def test_a_quotation_that_one_source_has_is_a_row_with_its_speaker(tmp_path):
    rows = tables()
    rows["statements"] = [row for row in rows["statements"] if row["statement"] != 1]
    start, end = span("k1", "“We")
    rows["quotes"][0]["end"] = end - len(" Ada Moss said.")
    reader = open_reader(open_store(write_dam(tmp_path / "store", rows)))
    quotations = narrowed(matrix(reader, EVERYTHING, LABEL), "quotations")
    alone = {row["speaker"]: row for row in quotations}

    assert alone["Ada Moss"]["row"] == f"{article_id('k1')}-{start}-{rows['quotes'][0]['end']}"
    assert (alone["Ada Moss"]["wording"], alone["Ada Moss"]["n_texts"]) == ("“We opened three gates,”", 1)
    assert len(quotations) == 2  # and Lantern's own, of nobody


def test_a_speakers_quotations_stand_together_behind_the_one_most_told(tmp_path):
    rows = tables()
    start, end = span("k1", "The mayor")  # told by two, as the first quotation is
    rows["quotes"].append(rows["quotes"][0] | {"quote": 1, "start": start, "end": end})
    for row in rows["texts"]:
        row["text"] = row["text"].replace("The mayor of Bay praised", "“e mayor of Bay praise”")
    whole = matrix(open_reader(open_store(write_dam(tmp_path / "store", rows))), EVERYTHING, LABEL)

    assert [row["row"] for row in narrowed(whole, "all")] == ["0", "1", "4", "2", FISH]
    assert [row["row"] for row in narrowed(whole, "all", "as first told")] == ["0", "1", "2", "4", FISH]
    assert n_fitting(whole)["quotations"] == 2


@given(st.lists(st.sets(st.sampled_from("abcd")), max_size=6))
def test_sources_speak_for_themselves_when_each_can_have_a_text_of_its_own(texts):
    texts_of = {str(number): found for number, found in enumerate(texts)}
    n_all = len(set().union(*texts)) if texts else 0

    n = n_independent(texts_of)
    assert n <= min(n_all, sum(map(bool, texts)))
    assert n == max(
        (len(set(pick) - {None}) for pick in product(*([None, *found] for found in texts))),
        default=0,
    )


def test_a_speaker_that_a_reader_set_right_is_the_one_of_the_statement(tmp_path):
    store = open_store(write_dam(tmp_path / "store"))
    reader = open_reader(store, set_right=SetRight(((article_id("k1"), 0, "Bo Reed"),)))
    rows = {row["row"]: row for row in matrix(reader, EVERYTHING, LABEL).rows.to_pylist()}

    assert rows["1"]["speaker"] == "Bo Reed"
    nobody = open_reader(store, set_right=SetRight(((article_id("k1"), 0, None),)))
    assert matrix(nobody, EVERYTHING, LABEL).rows["speaker"].to_pylist() == [None] * 5
