"""The example's tellings that are said to tell a statement in other words or cut, read beside the wording
they are compared with.

One reader judged, most pairs first among others that have no mark, some only as marks, and the rules were chosen on
these texts: the shares below guard against a fall and are no measure of other texts. "Right" is where both assert the
same, or one asserts what the other does among other things; "partly" where both only mention it; "wrong" otherwise. A
mark that nobody has read yet fails the first test: read it, and write down what it is.
"""

import json
from pathlib import Path

import pytest

JUDGED = {
    (pair["reference"], pair["telling"]): pair["judged"]
    for pair in json.loads((Path(__file__).parent / "judged_statements.json").read_text("utf-8"))
}
PARTLY_COUNTS = {"right": 1.0, "partly": 0.5, "wrong": 0.0}


@pytest.fixture(scope="module")
def marked(example):
    """[(match, wording compared with, telling)] of the built example, without copies of the same words."""
    texts = {a["article_id"]: a["text"] for a in example.articles_by_place().values()}
    rows = example.rows("statements")

    def told(row):
        return " ".join(texts[row["article_id"]][row["start"] : row["end"]].split())

    reference = {(r["story_id"], r["statement"]): told(r) for r in rows if r["match"] == "reference"}
    assert len(reference) == len({(r["story_id"], r["statement"]) for r in rows})
    return sorted({(r["match"], reference[r["story_id"], r["statement"]], told(r)) for r in rows})


def judged(marked, match):
    return [JUDGED[one, other] for found, one, other in marked if found == match]


def test_every_mark_has_been_read(marked):
    unread = [pair for match, *pair in marked if match in ("trimmed", "reworded") and tuple(pair) not in JUDGED]
    assert unread == []


def test_what_is_marked_trimmed_is_the_same(marked):
    assert set(judged(marked, "trimmed")) == {"right"}


def test_most_of_what_is_marked_reworded_says_the_same(marked):
    found = judged(marked, "reworded")
    assert len(found) >= 50
    assert sum(PARTLY_COUNTS[one] for one in found) / len(found) >= 0.95
    assert found.count("right") / len(found) >= 0.93
    assert found.count("wrong") / len(found) <= 0.02


def test_no_sentence_is_the_wording_of_two_statements(example):
    rows = [row for row in example.rows("statements") if row["match"] != "possible"]
    places = [(row["article_id"], row["start"], row["end"]) for row in rows]
    assert len(set(places)) == len(places)


def test_a_statement_that_is_only_possible_is_none(example):
    sure = {}
    for row in example.rows("statements"):
        sure.setdefault((row["story_id"], row["statement"]), []).append(row["match"])
    assert all(set(matches) - {"reference", "possible"} for matches in sure.values())
