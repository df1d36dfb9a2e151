"""The lists that lie beside the code as CSV files."""

from collections import Counter

import pytest

from newscorpus.clean.outlet import OUTLETS
from newscorpus.text.countries import CAPITALS, COUNTRIES, PEOPLES, STATES
from newscorpus.text.lists import DATA, rows_of, several
from newscorpus.text.name_spellings import SAME_NAME
from newscorpus.text.spelling import WORDS, fold
from newscorpus.text.titles import GENDER_OF, OFFICES, ROLES, SHORT_TITLES, TITLES, end_of_titles

LISTS = sorted(DATA.glob("*.csv"))


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_a_list_names_each_thing_once_and_tidily(file):
    rows = rows_of(file)
    keys = Counter((next(iter(row.values())), row.get("kind"), row.get("where")) for row in rows)
    assert [key for key, n in keys.items() if n > 1] == []
    for row in rows:
        assert all(entry and entry == entry.strip() for cell in row.values() if cell for entry in several(cell))


def test_a_row_with_a_cell_too_many_is_refused(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("name,also\nKyiv,Kiev,Kyjiw\n", encoding="utf-8")
    with pytest.raises(ValueError, match="longer"):
        rows_of(file)


def test_a_place_stands_under_all_its_names():
    assert {"Ukraine", "UK", "Côte d'Ivoire", "Scandinavia"} <= COUNTRIES
    assert {"Kyiv", "Kiev"} <= CAPITALS
    assert {"Texas", "Gaza Strip"} <= STATES
    assert {"Ukrainians", "Kurds"} <= PEOPLES
    assert not COUNTRIES & {"Texas", "Kyiv"}


def test_a_name_is_merged_under_one_that_is_merged_under_itself():
    assert SAME_NAME["Kiev"] == "Kyiv"
    assert SAME_NAME["Houthi"] == SAME_NAME["Huthis"] == "Houthis"
    assert all(SAME_NAME[name] == name for name in SAME_NAME.values())


def test_a_spelling_is_compared_by_one_that_is_compared_by_itself():
    assert fold("Peking") == fold("Beijing")
    assert fold("Holland") != fold("Netherlands")  # a surname too
    assert {word for word in WORDS if WORDS.get(WORDS[word], WORDS[word]) != WORDS[word]} == set()


def test_a_spelling_list_and_the_names_do_not_both_hold_a_word():
    listed = {row["written"] for row in rows_of(DATA / "spellings.csv")}
    spelt = {spelling.lower() for row in rows_of(DATA / "names.csv") for spelling in several(row["spellings"])}
    assert listed & spelt == set()


def test_titles_are_no_part_of_a_name():
    for name in ("Prime Minister Jane Roe", "Chief Constable Jane Roe", "Mr. Jane Roe", "Vice-President Jane Roe"):
        assert name[end_of_titles(name) :] == "Jane Roe"


def test_a_word_for_people_is_a_title_or_a_role():
    assert SHORT_TITLES <= TITLES
    assert OFFICES <= TITLES | ROLES
    assert set(GENDER_OF) <= TITLES | ROLES
    assert not TITLES & {"striker", "lawyer"}


def test_no_two_outlets_have_one_domain():
    domains = Counter(domain for row in OUTLETS for domain in several(row["domains"]))
    assert [domain for domain, n in domains.items() if n > 1] == []
