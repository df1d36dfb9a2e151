"""Articles moved between stories, over tests/dam.py: k1, l1 and m1 tell of the dam, n1 of nothing."""

import pytest

from newscorpus.compare.stories.moves import Move, after_moves
from newscorpus.query.connection import fingerprint_of, open_reader
from newscorpus.query.selection import Selection
from newscorpus.query.story.articles import StoryAt, stories_to_move_to, story_articles
from newscorpus.query.story.matrix import matrix
from newscorpus.query.story.stories import stories_list
from newscorpus.store.read import open_store
from tests.alphabet import article_id
from tests.dam import LABEL, STORY, tables, write_dam

EVERYTHING = Selection()
K1, L1, M1, N1 = (article_id(short) for short in ("k1", "l1", "m1", "n1"))
OWN = "b" * 16
BAKERY = "The bakery"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_dam(tmp_path_factory.mktemp("dam") / "store"))


def moved(store, *moves):
    return open_reader(store, moves=moves)


def counted(reader):
    """Label -> articles and sources of each story, and how many articles belong to none."""
    answer = stories_list(reader, EVERYTHING)
    found = {row["story_label"]: (row["n_articles"], row["n_sources"]) for row in answer.table.to_pylist()}
    return found, sum(entry.n for entry in answer.left_out)


def test_an_article_moved_out_of_all_stories_is_counted_in_none(store):
    assert counted(moved(store)) == ({LABEL: (3, 3)}, 1)
    assert counted(moved(store, Move((M1,), None))) == ({LABEL: (2, 2)}, 2)


def test_a_story_of_the_readers_own_stands_beside_the_others(store):
    reader = moved(store, Move((M1, N1), OWN, BAKERY))

    assert counted(reader) == ({LABEL: (2, 2), BAKERY: (2, 1)}, 0)
    assert stories_to_move_to(reader, EVERYTHING)[BAKERY] == StoryAt(OWN, BAKERY, is_own=True, articles=(M1, N1))
    rows = {row["article_id"]: row["is_moved"] for row in story_articles(reader, EVERYTHING, BAKERY).table.to_pylist()}
    assert rows == {M1: True, N1: True}


def test_a_selection_by_story_follows_the_move(store):
    reader = moved(store, Move((N1,), STORY))

    assert stories_list(reader, Selection(stories=(LABEL,))).table["n_articles"].to_pylist() == [4]


def test_a_story_that_all_articles_left_is_none_and_comes_back(store):
    away = Move((K1, L1, M1), None)

    assert counted(moved(store, away)) == ({}, 4)
    assert counted(moved(store, away, Move((K1,), STORY))) == ({LABEL: (1, 1)}, 3)
    assert counted(moved(store)) == ({LABEL: (3, 3)}, 1)


def test_an_article_moved_here_waits_until_it_is_compared(store):
    whole = matrix(moved(store, Move((N1,), STORY)), EVERYTHING, LABEL)

    assert [row["article_id"] for row in whole.waiting] == [N1]
    assert whole.articles["article_id"].to_pylist() == [K1, L1, M1]
    assert whole.rows == matrix(moved(store), EVERYTHING, LABEL).rows


def test_articles_parted_from_a_story_keep_what_was_compared_there(store):
    whole = matrix(moved(store, Move((K1, L1), OWN, BAKERY)), EVERYTHING, BAKERY)

    assert whole.waiting == ()
    assert {row["row"]: row["n_sources"] for row in whole.rows.to_pylist()} == {"0": 2, "1": 2, "2": 2, "4": 2}


def test_articles_that_were_in_no_story_are_compared_with_none(store):
    reader = moved(store, Move((M1,), None), Move((M1, N1), OWN, BAKERY))

    assert [row["article_id"] for row in matrix(reader, EVERYTHING, BAKERY).waiting] == [N1]


def test_a_move_taken_back_after_a_build_that_followed_it_waits_again(tmp_path):
    rows = tables()
    rows["articles"][2] |= {"story_id": OWN}  # m1, as a build with the move wrote it
    rows["stories"].append({"story_id": OWN, "label": BAKERY, "n_articles": 1, "n_sources": 1})
    store = open_store(write_dam(tmp_path / "store", rows))

    assert counted(moved(store, Move((M1,), OWN, BAKERY))) == ({LABEL: (2, 2), BAKERY: (1, 1)}, 1)
    assert counted(moved(store)) == ({LABEL: (3, 3)}, 1)
    assert [row["article_id"] for row in matrix(moved(store), EVERYTHING, LABEL).waiting] == [M1]


def test_moves_are_part_of_the_fingerprint(store):
    one, other = Move((M1,), None), Move((K1,), None)

    assert len({fingerprint_of(store, None, moves=made) for made in ((), (one,), (other,), (one, other))}) == 4


def test_the_later_move_counts_and_one_to_what_is_gone_changes_nothing():
    found = {"a": "s", "b": "s", "c": "t", "d": None}

    assert after_moves(found, [Move(("a",), "t"), Move(("a",), None)])["a"] is None
    assert after_moves(found, [Move(("a",), "gone"), Move(("nobody",), "t")]) == found
    # The story "old" has another id now: it is the one that holds most of what stood beside.
    assert after_moves(found, [Move(("d",), "old", None, ("a", "b", "c"))])["d"] == "s"
