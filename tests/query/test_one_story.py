"""Answers on one story; the counts are done by hand in tests/dam.py."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.query.connection import open_reader
from newscorpus.query.overlap.pairs import agency_share, overlap, shared_texts
from newscorpus.query.overlap.reuse import n_independent
from newscorpus.query.quotations.attributions import SetRight
from newscorpus.query.selection import Selection
from newscorpus.query.story.cell import cell
from newscorpus.query.story.figures import figures_told
from newscorpus.query.story.judgements import EVIDENCE, Judged
from newscorpus.query.story.matrix import matrix
from newscorpus.query.story.narrowing import n_fitting, narrowed
from newscorpus.query.story.side_by_side import parallel
from newscorpus.query.story.stories import coverage, stories_list
from newscorpus.query.story.substitutions import substitutions
from newscorpus.query.story.wording import changes, common
from newscorpus.store.read import open_store
from tests.alphabet import article_id
from tests.dam import LABEL, TEXTS, span, tables, write_dam

EVERYTHING = Selection()


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


def test_statements_are_rows_and_possible_ones_join_the_sentence_they_resemble(dam):
    whole = matrix(dam, EVERYTHING, LABEL)
    rows = {row["row"]: row for row in whole.rows.to_pylist()}

    assert [*rows] == ["0", "1", "2", "4"]  # 3 is what k1's opening possibly is in m1: it stands in row 0
    assert (rows["0"]["n_sources"], rows["0"]["n_texts"], rows["0"]["n_possible"]) == (3, 3, 0)
    assert (rows["1"]["kind"], rows["1"]["speaker"]) == ("quotation", "Ada Moss")
    assert rows["2"]["n_conflicts"] == 1
    assert rows["0"]["wording"] == "At dawn the dam above Bay was opened."  # the shortest of eight words or more


def test_a_source_that_tells_a_statement_twice_shows_its_surest_telling(dam):
    cells = {(c["row"], c["source"]): c for c in matrix(dam, EVERYTHING, LABEL).cells.to_pylist()}

    assert (cells["0", "Mill"]["match"], cells["0", "Mill"]["n_tellings"]) == ("verbatim", 2)
    assert cells["2", "Lantern"]["match"] == "conflicts"
    assert ("1", "Mill") not in cells


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
        ("all", ["0", "1", "2", "4"]),
        ("quotations", ["1"]),
        ("facts", ["0", "2", "4"]),
        ("told by all", ["0"]),
        ("by all but one", ["1", "2", "4"]),
        ("by one source only", []),
        ("conflicts", ["2"]),
    ],
)
def test_rows_are_narrowed_and_those_most_told_come_first(dam, narrowing, expected):
    assert [row["row"] for row in narrowed(matrix(dam, EVERYTHING, LABEL), narrowing)] == expected


def test_a_sentence_nobody_else_tells_is_a_row_of_one_source(dam):
    only_kestrel_and_mill = Selection(sources=("Kestrel", "Mill"))
    whole = matrix(dam, only_kestrel_and_mill, LABEL)

    assert [row["row"] for row in narrowed(whole, "by one source only", "as first told")] == ["1", "2", "4"]
    assert len(matrix(dam, Selection(article_ids=(article_id("n1"),)), LABEL).rows) == 0


def test_a_cell_gives_both_sentences_with_what_stands_around_them(dam):
    found = cell(dam, EVERYTHING, LABEL, "2", "Lantern")

    assert (found.match, found.here.text, found.fullest.text) == ("conflicts", "Three people died.", "Two people died.")
    assert found.here.before.strip() == "“We opened three gates.”"
    assert found.here.after.strip() == "The mayor of Bay praised the rescuers."


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
    fish, opening = place("m1", "Fish"), place("k1", "The dam")
    two, three = place("k1", "Two"), place("l1", "Three")

    apart = matrix(dam, EVERYTHING, LABEL, (Judged("apart", two, three),))
    assert [row["row"] for row in narrowed(apart, "by one source only")] == ["2", "-".join(map(str, three))]
    assert "Fish were seen" not in " ".join(apart.rows["wording"].to_pylist())

    freed = matrix(dam, EVERYTHING, LABEL, (Judged("apart", opening, fish),))
    assert "Fish were seen in the square on Monday." in freed.rows["wording"].to_pylist()

    same = matrix(dam, EVERYTHING, LABEL, (Judged("apart", two, three), Judged("same", two, three)))
    cells = {(c["row"], c["source"]): c for c in same.cells.to_pylist()}
    assert [row["row"] for row in same.rows.to_pylist()] == ["0", "1", "2", "4"]
    assert (cells["2", "Lantern"]["match"], cells["2", "Lantern"]["evidence"]) == ("reworded", EVIDENCE)


def test_two_statements_are_made_one_and_acts_on_what_is_gone_change_nothing(dam):
    merged = matrix(dam, EVERYTHING, LABEL, (Judged("merge", place("k1", "Two"), place("k1", "The mayor")),))
    gone = matrix(dam, EVERYTHING, LABEL, (Judged("merge", ("nobody", 0, 1), ("k1", 0, 1)),))

    assert [row["row"] for row in merged.rows.to_pylist()] == ["0", "1", "2"]
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
    assert cells == {("0", "Kestrel"): "verbatim", ("0", "Lantern"): "in own", ("0", "Mill"): "verbatim"}


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

    assert [row["row"] for row in narrowed(whole, "all")] == ["0", "1", "4", "2"]
    assert [row["row"] for row in narrowed(whole, "all", "as first told")] == ["0", "1", "2", "4"]
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
    assert matrix(nobody, EVERYTHING, LABEL).rows["speaker"].to_pylist() == [None] * 4
