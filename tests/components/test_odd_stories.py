"""Stories that are too small, too large, or of odd texts: each page opens, and says in words what it cannot do."""

import pytest

from components.inert import WORD_JOINER
from components.pages import compare
from components.widgets.story import side_by_side
from tests.components.conftest import words_of
from tests.told import told

OPENING = "The dam above the town of Bay opened its gates at dawn on Monday after a night of heavy rain."
TELLERS = ("Kestrel", "Lantern", "Mill")
KEEPERS = ("Abel", "Bora", "Cole", "Dean", "Egan", "Ford", "Gale")
PAGES = ("stories", "compare", "overlap", "voices")
PARTS = ("Statements", "Side by side", "By all, by one", "Other words", "Figures")
N_LARGE = 500
N_SENTENCES_OF_BLOG = 1_600  # of twelve or thirteen words: 20,000 words


def chairs(number):
    """A sentence that no other article has."""
    return (
        f"In street number {number} keeper {KEEPERS[number % 7]} counted {number * 3 + 4} chairs of room {number * 7}."
    )


STORIES = {
    "one article": [("Kestrel", OPENING)],
    "forty copies": [(f"Outlet {number:02d}", f"{OPENING} {chairs(1)}") for number in range(40)],
    "500 articles": [
        (f"Outlet {n % 20:02d}", f"{OPENING} {chairs(2 * n)} {chairs(2 * n + 1)}") for n in range(N_LARGE)
    ],
    "two languages": [
        ("Kestrel", f"{OPENING} {chairs(1)}", "en"),
        ("Lantern", f"{OPENING} {chairs(2)}", "en"),
        ("Moulin", "Le barrage de Bay a ouvert ses vannes lundi à l'aube après une nuit de pluie.", "fr"),
    ],
    "one sentence": [("Kestrel", OPENING), ("Lantern", f"{OPENING} {chairs(1)}")],
    "live blog": [
        ("Kestrel", f"{OPENING} " + " ".join(map(chairs, range(N_SENTENCES_OF_BLOG)))),
        ("Lantern", OPENING),
    ],
    "lists": [
        (source, "\n".join(f"• item {n} of {source}: gate, lock, pump" for n in range(300))) for source in TELLERS
    ],
    "no words": [("Kestrel", ""), ("Lantern", "")],
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """The store of a story, written when it is first asked for."""
    written = {}

    def store(name):
        if name not in written:
            written[name] = told(tmp_path_factory.mktemp("story") / "store", STORIES[name])
        return written[name]

    return store


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("page_name", PAGES)
def test_an_odd_story_opens_on_every_page_about_stories(open_page, stores, name, page_name):
    page = open_page(stores(name), page_name)

    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("name", [name for name in STORIES if name != "500 articles"])
@pytest.mark.parametrize("part", PARTS)
def test_an_odd_story_opens_in_every_part_of_the_comparison(open_page, stores, name, part):
    page = open_page(stores(name), "compare", part=part)

    assert not page.exception
    assert not page.error


@pytest.mark.parametrize(
    ("name", "part", "said"),
    [
        ("one article", "Statements", compare.ONE_SOURCE),
        ("one article", "Side by side", side_by_side.ONE_ARTICLE),
        ("forty copies", "Statements", compare.ONE_TEXT),
        ("forty copies", "Statements", "40 articles of 40 sources: 1 independent text."),
        ("forty copies", "Statements", "Left out: 28 sources; choose sources above."),
        ("500 articles", "Side by side", "3 sentences, 2 of them only here."),
        ("500 articles", "Statements", "statements, told by most independent texts first"),
        (
            "two languages",
            "Statements",
            "These articles are in 2 languages. Only articles of one language are compared.",
        ),
        ("one sentence", "Side by side", "1 sentence, 0 of them only here."),
        ("live blog", "Side by side", "Sentences 1 to 80 of each article; the longest has 1,601."),
        ("lists", "Statements", "3 articles of 3 sources"),
        ("no words", "Statements", compare.NO_STATEMENTS),
    ],
)
def test_what_cannot_be_shown_is_said(open_page, stores, name, part, said):
    page = open_page(stores(name), "compare", part=part)

    assert said in words_of(page)


def test_a_cell_of_another_language_is_not_called_not_found(open_page, stores):
    page = open_page(stores("two languages"), "compare", cell=["0", "Moulin"])
    said = words_of(page)

    assert "Not compared: the articles of Moulin here are in another language." in said
    assert "Not found in Moulin" not in said


def test_articles_of_two_languages_side_by_side_are_not_called_only_here(open_page, stores):
    page = open_page(
        stores("two languages"), "compare", part="Side by side", beside=["t000000000000000", "t000200000000000"]
    )

    assert "1 sentence, 1 of them not compared: another language." in words_of(page)


def test_forty_copies_confirm_nothing(open_page, stores):
    page = open_page(stores("forty copies"), "compare", part="By all, by one")

    labels = [block.label.replace("\\", "").replace(WORD_JOINER, "") for block in page.expander]
    assert "Told by all 40 sources: 1 independent text (2)" in labels
