"""The store finds in the example corpus what its authors planted there."""

from collections import Counter

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.overlap.reuse import shared_by_pairs
from newscorpus.query.selection import EVERYTHING
from tests.contained import SCHEMA, containment


def folded(text):
    return " ".join(text.split())


def place(item):
    return item["file"], item["record"]


def test_every_record_is_kept_or_a_duplicate_as_written(example, truth):
    outcomes = Counter(row["outcome"] for row in example.rows("receipts"))

    assert outcomes == {"kept": truth["counts"]["n_kept"], "duplicate": truth["counts"]["n_duplicates"]}
    build = example.rows("build")[0]
    assert {name: build[name] for name in truth["counts"]} == truth["counts"]


def test_both_duplicates_are_found_for_their_reason(example, truth):
    receipts = {place(row): row for row in example.rows("receipts")}

    for duplicate in truth["duplicates"]:
        pair = [receipts[duplicate["file"], duplicate[which]] for which in ("record", "repeats_record")]
        assert sorted(row["outcome"] for row in pair) == ["duplicate", "kept"]
        assert pair[0]["article_id"] == pair[1]["article_id"]
        assert {row["reason"] for row in pair} == {None, duplicate["reason"]}


@pytest.mark.parametrize("column", ["outlet", "agency", "title", "date"])
def test_what_an_article_says_of_itself_is_read_or_unknown(example, truth, column):
    wrong = {}
    for expected, article in kept_articles(example, truth):
        found = {
            "outlet": article["source"],
            "agency": article["agency"],
            "title": article["title"],
            "date": article["published_at"] and article["published_at"].date().isoformat(),
        }[column]
        if found != expected[column]:
            wrong[place(expected)] = (expected[column], found)

    assert wrong == {}


def test_authors_are_read_or_unknown(example, truth):
    wrong = {}
    for expected, article in kept_articles(example, truth):
        found = article["author"]
        if found not in (expected["author"], expected.get("author_may_also_be", expected["author"])):
            wrong[place(expected)] = (expected["author"], found)

    assert wrong == {}


def test_every_article_begins_and_ends_where_its_body_does(example, truth):
    wrong = {}
    for expected, article in kept_articles(example, truth):
        text = folded(article["text"])
        first, last = folded(expected["first_sentence"]), folded(expected["last_sentence"])
        if first not in text[: len(first) + 60] or not text.endswith(last):  # 60: a dateline may stand before it
            wrong[place(expected)] = (text[:80], text[-80:])

    assert wrong == {}


def test_nothing_that_must_be_cut_is_left_and_it_stands_in_the_removals(example, truth):
    removed = {}
    for row in example.rows("removals"):
        removed.setdefault(row["article_id"], []).append(folded(row["text"]))
    left, unlisted = [], []
    for expected, article in kept_articles(example, truth):
        for cut in expected["must_be_cut"]:
            if folded(cut["text"]) in folded(article["text"]):
                left.append((place(expected), cut["text"]))
            elif cut["kind"] not in ("script", "advertisement") and folded(cut["text"]) not in " ".join(
                removed.get(article["article_id"], ())
            ):
                unlisted.append((place(expected), cut["text"]))

    assert left == []
    assert unlisted == []


def test_names_are_one_entity_however_they_are_written(example, truth):
    entity_of = {}
    for entity in example.rows("entities"):
        for alias in entity["aliases"]:
            entity_of.setdefault(alias, set()).add(entity["entity_id"])
    apart, wrong_kind = [], []
    kinds = {entity["entity_id"]: entity["kind"] for entity in example.rows("entities")}
    for name in truth["names"]:
        found = [entity_of[a["written"]] for a in name["aliases"] if a["written"] in entity_of]
        together = set.intersection(*found) if found else set()
        if not together:
            apart.append(name["name"])
        elif kinds[together.pop()] != name["kind"]:
            wrong_kind.append(name["name"])

    assert apart == []
    assert wrong_kind == []


def test_people_who_share_a_surname_stay_apart(example, truth):
    aliases = {frozenset(entity["aliases"]) for entity in example.rows("entities")}

    for names in truth["must_not_be_merged"]:
        assert not any(set(names) <= together for together in aliases)


def kept_articles(example, truth):
    """What is expected of each article and what was found. Of a near copy and its model the longer one is kept; where
    that is the copy, nothing is written down of it."""
    articles = example.articles_by_place()
    copied = {(d["file"], d["repeats_record"]) for d in truth["duplicates"]}
    found = [(expected, articles.get(place(expected))) for expected in truth["articles"]]
    assert {place(expected) for expected, article in found if article is None} <= copied
    return [(expected, article) for expected, article in found if article is not None]


def test_what_pairs_share_is_what_adding_up_their_passages_gives(example):
    n_words = {row["article_id"]: row["n_words"] for row in example.rows("articles")}
    added_up = containment(example.store.dataset("overlaps").to_table(), n_words).to_pylist()
    asked = shared_by_pairs(open_reader(example.store), EVERYTHING).select(SCHEMA.names).to_pylist()

    def in_order(rows):
        return sorted(rows, key=lambda row: (row["article_a"], row["article_b"]))

    assert added_up
    assert in_order(asked) == in_order(added_up)
