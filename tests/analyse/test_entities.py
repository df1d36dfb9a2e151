"""Names merged over a corpus: counts done by hand on tiny tables."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.analyse.names.entities import merge_names
from newscorpus.analyse.names.spelling import folded
from newscorpus.tables.catalogue import ANALYSED, TABLES
from newscorpus.tables.kinds import KINDS_OF_NAME


def mentions(*rows):
    """(article, surface, kind) each; offsets count up."""
    return pa.Table.from_pylist(
        [
            {"article_id": article, "start": 10 * at, "end": 10 * at + len(surface), "surface": surface, "kind": kind}
            for at, (article, surface, kind) in enumerate(rows)
        ],
        ANALYSED["mentions"],
    )


def merged(*rows):
    """Entity name -> its aliases."""
    _, entities = merge_names(mentions(*rows))
    return {entity["name"]: entity["aliases"] for entity in entities.to_pylist()}


def test_a_surname_and_a_family_name_that_stands_first_are_the_one_person():
    rows = [("a", "Chen Xu", "PERSON"), ("a", "Chen", "PERSON"), ("a", "Chen", "PERSON"), ("b", "Mr Chen", "PERSON")]
    assert merged(*rows) == {"Chen Xu": ["Chen", "Chen Xu", "Mr Chen"]}


def test_a_surname_of_two_people_is_nobody_s():
    rows = [("a", "Jane Roe", "PERSON"), ("a", "Alan Roe", "PERSON"), ("a", "Roe", "PERSON")]
    assert merged(*rows) == {"Jane Roe": ["Jane Roe"], "Alan Roe": ["Alan Roe"], "Roe": ["Roe"]}


def test_initials_and_middle_names_belong_to_the_full_name():
    rows = [("a", "Jane Roe", "PERSON"), ("a", "J. Roe", "PERSON"), ("b", "Jane A. Roe", "PERSON")]
    assert list(merged(*rows).values()) == [["J. Roe", "Jane A. Roe", "Jane Roe"]]


def test_a_bare_surname_is_whose_it_is_in_nearly_all_articles_that_name_one_bearer():
    named = [(f"n{number}", "Jane Roe", "PERSON") for number in range(18)]
    others = [("m", "Alan Roe", "PERSON"), ("y", "Roe", "PERSON"), ("y", "Alan Roe", "PERSON")]
    rows = [*named, *others, ("x", "Roe", "PERSON")]
    table, entities = merge_names(mentions(*rows))
    names = {row["entity_id"]: row["name"] for row in entities.to_pylist()}
    led = {row["article_id"]: (names[row["entity_id"]], row["is_inferred"]) for row in table.to_pylist()}

    # 18 of 20 articles with one Roe name Jane; "y" names Alan, so its Roe is his, and no guess.
    assert led["x"] == ("Jane Roe", True)
    assert led["y"] == ("Alan Roe", False)
    assert sum(table["is_inferred"].to_pylist()) == 1


def test_a_bare_surname_stays_apart_where_two_bearers_are_common_or_the_article_names_both():
    two = [(f"n{number}", "Jane Roe", "PERSON") for number in range(8)] + [("m", "Alan Roe", "PERSON")]
    assert "Roe" in merged(*two, ("x", "Roe", "PERSON"))
    nine = [(f"n{number}", "Jane Roe", "PERSON") for number in range(20)]
    both = [("x", "Jane Roe", "PERSON"), ("x", "Alan Roe", "PERSON"), ("x", "Roe", "PERSON")]
    assert merged(*nine, *both)["Roe"] == ["Roe"]


def test_a_surname_that_is_a_word_needs_a_bearer_named_often():
    assert "Justice" in merged(("a", "Jane Justice", "PERSON"), ("x", "Justice", "PERSON"))
    often = [(f"n{number}", "Jane Justice", "PERSON") for number in range(5)]
    assert merged(*often, ("x", "Justice", "PERSON")) == {"Jane Justice": ["Jane Justice", "Justice"]}


def test_a_surname_before_its_only_bearer_is_not_hers_when_the_corpus_knows_another():
    owner = [(f"n{number}", "Alan Roe", "PERSON") for number in range(20)]
    assert merged(*owner, ("x", "Roe", "PERSON"), ("x", "Jane Roe", "PERSON"))["Roe"] == ["Roe"]
    assert merged(*owner, ("x", "Jane Roe", "PERSON"), ("x", "Roe", "PERSON"))["Jane Roe"] == ["Jane Roe", "Roe"]


def test_a_surname_with_its_particles_is_no_full_name():
    rows = [("a", "Jana van der Roe", "PERSON"), ("a", "Van der Roe", "PERSON"), ("b", "van der Roe", "PERSON")]
    assert list(merged(*rows)) == ["Jana van der Roe"]


def test_a_people_is_one_name_and_its_country_another():
    rows = [("a", "Norwegian", "GROUP"), ("b", "Norwegians", "GROUP"), ("b", "Norway", "PLACE")]
    assert merged(*rows) == {"Norwegians": ["Norwegian", "Norwegians"], "Norway": ["Norway"]}
    rows = [("a", "Swede", "GROUP"), ("a", "Swedish", "GROUP"), ("b", "Ruvari", "GROUP"), ("c", "Ruvary", "GROUP")]
    assert len(merged(*rows)) == 2


def test_the_members_of_a_party_are_one_name_and_the_party_another():
    rows = [("a", "Democratic", "GROUP"), ("a", "Democrats", "GROUP"), ("a", "Democratic Party", "ORG")]
    assert len(merged(*rows)) == 2
    assert len(merged(("a", "America", "PLACE"), ("b", "U.S.", "PLACE"), ("b", "American", "GROUP"))) == 2


def test_an_organisation_cut_at_its_and_is_the_one_that_goes_on():
    rows = [("a", "Guild of Cooks and Bakers", "ORG"), ("b", "Guild of Cooks", "ORG")]
    assert merged(*rows) == {"Guild of Cooks and Bakers": ["Guild of Cooks", "Guild of Cooks and Bakers"]}


def test_the_short_name_of_a_firm_read_as_a_person_is_the_firm():
    rows = [("a", "Wexley Foods", "ORG"), ("a", "Wexley", "PERSON"), ("b", "Wexley", "PERSON")]
    assert merged(*rows)["Wexley Foods"] == ["Wexley", "Wexley Foods"]
    assert "Wexley Foods" in merged(*rows, *[("a", "Wexley", "PERSON")] * 5)  # the fullest of its frequent forms
    known = [("a", "Wexley Foods", "ORG"), ("a", "Wexley", "PERSON"), ("b", "Ann Wexley", "PERSON")]
    assert set(merged(*known)) == {"Wexley Foods", "Ann Wexley"}


def test_a_kind_that_a_text_tells_outweighs_readings():
    rows = mentions(*[("a", "Brough", "ORG")] * 3, ("b", "Brough", "PLACE"))
    told = rows.set_column(
        rows.column_names.index("kind_is_told"), "kind_is_told", pa.array([False] * 3 + [True], pa.bool_())
    )
    assert set(merge_names(told)[0]["kind"].to_pylist()) == {"PLACE"}
    assert set(merge_names(rows)[0]["kind"].to_pylist()) == {"ORG"}


def test_two_middle_names_are_two_people():
    rows = [("a", "Jane A. Roe", "PERSON"), ("b", "Jane B. Roe", "PERSON")]
    assert len(merged(*rows)) == 2


def test_spellings_carried_over_from_another_alphabet_are_one_person():
    rows = [("a", "Volodymyr Zelensky", "PERSON"), ("b", "Volodymyr Zelenskyy", "PERSON"), ("c", "Zelenskiy", "PERSON")]
    assert len(merged(*rows)) == 1
    assert len(merged(("a", "Volker Türk", "PERSON"), ("b", "Volker Turk", "PERSON"), ("b", "Turk", "PERSON"))) == 1
    assert len(merged(("a", "Jane Johnson", "PERSON"), ("b", "Jane Johnston", "PERSON"))) == 2


def test_convention_knows_places_and_peoples_by_several_spellings():
    assert merged(("a", "Kiev", "PLACE"), ("b", "Kyiv", "PLACE"), ("b", "Kyiv", "PLACE")) == {"Kyiv": ["Kyiv", "Kiev"]}
    assert merged(("a", "Uyghurs", "GROUP"), ("b", "Uighurs", "GROUP"))["Uighurs"] == ["Uighurs", "Uyghurs"]
    assert len(merged(("a", "US", "PLACE"), ("b", "U.S.", "PLACE"), ("c", "United States", "PLACE"))) == 1


def test_a_people_its_country_and_its_capital_stay_three():
    assert len(merged(("a", "China", "PLACE"), ("a", "Chinese", "GROUP"), ("a", "Beijing", "PLACE"))) == 3


def test_an_acronym_is_the_organisation_that_spells_it():
    rows = [
        ("a", "International Monetary Fund", "ORG"),
        ("a", "IMF", "ORG"),
        ("b", "IMF", "ORG"),
        ("b", "BBC", "ORG"),
    ]
    assert merged(*rows) == {"International Monetary Fund": ["IMF", "International Monetary Fund"], "BBC": ["BBC"]}


def test_what_an_organisation_is_by_itself_is_that_organisation():
    rows = [("a", "Harbour Safety Board", "ORG"), ("a", "Board", "PERSON"), ("a", "Board", "ORG"), ("a", "HSB", "ORG")]
    assert merged(*rows) == {"Harbour Safety Board": ["Board", "HSB", "Harbour Safety Board"]}


def test_a_board_is_none_of_two_boards_and_nothing_without_one():
    rows = [("a", "Health Board", "ORG"), ("a", "Tax Board", "ORG"), ("a", "Board", "ORG"), ("b", "Board", "ORG")]
    assert merged(*rows) == {"Health Board": ["Health Board"], "Tax Board": ["Tax Board"], "Board": ["Board"]}


def test_a_surname_at_the_end_of_a_firm_is_no_firm():
    rows = [("a", "Marsh Stone Roe", "ORG"), ("a", "Roe", "PERSON")]
    assert set(merged(*rows)) == {"Marsh Stone Roe", "Roe"}


def test_an_acronym_of_two_meanings_stays_by_itself():
    rows = [
        ("a", "Law Society", "ORG"),
        ("a", "LS", "ORG"),
        ("b", "Labour Social", "ORG"),
        ("b", "LS", "ORG"),
        ("c", "LS", "ORG"),
    ]
    assert merged(*rows)["LS"] == ["LS"]


def test_the_kind_is_the_majority_s_and_persons_stand_apart():
    slips = [("a", "Acme", "ORG")] * 9 + [("a", "Acme", "PERSON")]
    table, _ = merge_names(mentions(*slips))
    assert set(table["kind"].to_pylist()) == {"ORG"}
    namesakes = [("a", "Washington", "PLACE")] * 3 + [("b", "Washington", "PERSON")] * 3
    assert merge_names(mentions(*namesakes))[1].num_rows == 2


def test_the_name_shown_is_the_fullest_and_not_the_shouted_one():
    rows = [("a", "ROE", "PERSON")] * 5 + [("a", "JANE ROE", "PERSON")] * 3 + [("b", "Jane Roe", "PERSON")]
    assert merged(*rows) == {"Jane Roe": ["ROE", "JANE ROE", "Jane Roe"]}


def test_no_mentions_give_no_entities():
    table, entities = merge_names(mentions())
    assert table.num_rows == entities.num_rows == 0


SURFACES = st.sampled_from(
    ["Jane Roe", "Roe", "J. Roe", "Al Roe", "ROE", "UN", "U.N.", "United Nations", "Türk", "Turk", "", "'s", "中"]
)
ROWS = st.lists(st.tuples(st.sampled_from("abc"), SURFACES | st.text(), st.sampled_from(KINDS_OF_NAME)), max_size=20)


@settings(deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing_and_totals_are_kept(rows, random):
    table = mentions(*rows)
    order = list(range(len(rows)))
    random.shuffle(order)
    with_ids, entities = merge_names(table)
    shuffled_ids, shuffled_entities = merge_names(table.take(pa.array(order, pa.int64())))
    assert with_ids.schema.field("entity_id") == TABLES["mentions"].schema.field("entity_id")
    assert entities.schema == TABLES["entities"].schema
    assert with_ids["entity_id"].null_count == 0
    assert shuffled_entities.to_pylist() == entities.to_pylist()
    assert shuffled_ids.to_pylist() == with_ids.take(pa.array(order, pa.int64())).to_pylist()
    assert with_ids["surface"].to_pylist() == table["surface"].to_pylist()
    labels = [(row["name"], row["kind"]) for row in entities.to_pylist()]
    assert len(labels) == len(set(labels))
    known = {row["entity_id"]: set(row["aliases"]) for row in entities.to_pylist()}
    assert all(row["surface"] in known[row["entity_id"]] for row in with_ids.to_pylist())
    assert len(known) == entities.num_rows


@pytest.mark.parametrize("kind", KINDS_OF_NAME)
@given(surface=st.text())
def test_any_surface_has_a_folded_form(kind, surface):
    assert folded(surface, kind) == folded(surface, kind)
    assert folded(surface, kind) or not surface
