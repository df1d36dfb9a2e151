"""The two real articles beside the checkout, read when they are there: what is told by both, and what only looks so."""

import re
from pathlib import Path

import pyarrow as pa
import pytest

from newscorpus.compare.passages.overlap import find_overlaps
from newscorpus.compare.statements.statements import find_statements
from newscorpus.compare.stories.stories import find_stories
from newscorpus.text.content_words import words
from tests.contained import containment

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"]?(?=\s|$)|$)", re.M)
NO_DATE = pa.nulls(2, pa.timestamp("us", tz="UTC"))


@pytest.fixture(scope="module")
def bodies():
    """The body paragraphs of both, H with 13 and L with 14, taken by hand."""
    files = sorted(SEEDS.glob("*.txt"))
    if len(files) != 2:
        pytest.skip("../shared/seeds is not here: two real articles to compare")
    plain, marked = sorted(
        (file.read_text(encoding="utf-8") for file in files), key=lambda text: "<p>China cannot" in text
    )
    head = [p.strip() for p in plain.split("Support HKFP")[0].split("\n\n")]
    first = [p for p in head if p and "Photo:" not in p]
    second = re.findall(r"<p>(.*?)</p>", marked, re.S)
    assert (len(first), len(second)) == (13, 14)
    return {"H": "\n\n".join(first), "L": "\n\n".join(second)}


@pytest.fixture(scope="module")
def texts(bodies):
    return pa.table({"article_id": list(bodies), "text": list(bodies.values())})


@pytest.fixture(scope="module")
def tellings(bodies, texts):
    """{(paragraph of H, paragraph of L): the tellings found, with the weaker match of the two}."""
    articles = pa.table(
        {"article_id": ["H", "L"], "story_id": ["s", "s"], "language": ["en", "en"], "published_at": NO_DATE}
    )
    rows = [
        {"article_id": name, "start": m.start(), "end": m.end()}
        for name, body in bodies.items()
        for m in SENTENCE.finditer(body)
    ]
    speakers = [("H", "We cannot conduct", "ambassador Chen Xu"), ("L", "conduct co-operation as if", "Mr Chen")]
    quotes = [
        {
            "article_id": a,
            "start": bodies[a].index(t),
            "end": bodies[a].index(t) + 30,
            "speaker": who,
            "entity_id": None,
        }
        for a, t, who in speakers
    ]
    table = find_statements(articles, texts, pa.Table.from_pylist(rows), pa.Table.from_pylist(quotes))
    found = {}
    for statement in {row["statement"] for row in table.to_pylist()}:
        members = [row for row in table.to_pylist() if row["statement"] == statement]
        where = {row["article_id"]: bodies[row["article_id"]][: row["start"]].count("\n\n") + 1 for row in members}
        matches = {row["match"] for row in members} - {"reference"}
        found.setdefault((where["H"], where["L"]), set()).update(matches)
    return found


def test_both_tell_one_story(texts):
    articles = pa.table(
        {"article_id": ["H", "L"], "source": ["x", "y"], "title": pa.nulls(2, pa.string()), "published_at": NO_DATE}
    )
    found = find_stories(articles, texts)
    assert found.table.num_rows == 1
    assert None not in found.assignment.values()


def test_the_only_shared_passage_is_a_quotation_of_seven_words(bodies, texts):
    found = find_overlaps(texts)
    assert [(row["n_words"], row["quoted"]) for row in found.to_pylist()] == [(7, True)]
    (row,) = containment(found, {name: len(words(body)) for name, body in bodies.items()}).to_pylist()
    assert max(row["share_a"], row["share_b"]) < 0.03
    assert row["reuse"] == "independent wording"


def test_the_shared_quotation_is_trimmed_across_the_spelling(tellings):
    assert "trimmed" in tellings[2, 5]


@pytest.mark.parametrize("pair", [(1, 1), (3, 6), (12, 14)])
def test_what_both_plainly_tell_is_found(tellings, pair):
    assert tellings[pair] == {"reworded"}


def test_nothing_else_is_said_to_be_told_by_both(tellings):
    assert set(tellings) == {(1, 1), (2, 5), (3, 6), (12, 14)}


@pytest.mark.parametrize("pair", [(2, 4), (9, 11), (13, 6), (3, 1)])
def test_false_friends_never_meet(tellings, pair):
    assert pair not in tellings


@pytest.mark.parametrize("pair", [(3, 3), (4, 8), (10, 10), (10, 11), (5, 9)])
def test_what_both_tell_in_hardly_a_common_word_is_missed(tellings, pair):
    assert pair not in tellings  # a reader sees it: what the report warns of, how many were detained
