"""Stories of odd shape: one article, copies, very many articles, languages, one sentence, live blogs, lists."""

import pyarrow as pa
import pytest

from newscorpus.compare.passages.copies import independent_texts
from newscorpus.compare.passages.overlap import COMPARED_WITH, find_overlaps
from newscorpus.compare.statements.fact_alignment import PAIRS_PER_SENTENCE, score_pairs
from newscorpus.compare.statements.fact_groups import POSSIBLE_AN_ARTICLE
from newscorpus.compare.statements.statements import find_statements
from newscorpus.compare.stories.stories import find_stories
from newscorpus.text.content_words import words
from tests.contained import containment

REPORT = [
    "The ferry crane at Port Marrow fell on Tuesday and hurt 14 people.",
    "Harbourmaster Ines Dahl said that the union had warned of rust since spring.",
    "Ferries to Kelby will leave from the fish market until June.",
]
OTHER = [
    "On Tuesday 14 people were hurt when the ferry crane fell at Port Marrow.",
    "Until June the fish market will serve the ferries to Kelby.",
]
SAME_STATEMENT = "{n} inspectors from ward {n} checked the {n} cranes of quay {n} on Monday."


def tables(bodies, languages=None):
    """(articles, texts, sentences) of stories in which each line is a sentence: one story, no dates."""
    n, spans = len(bodies), []
    for name, lines in bodies.items():
        start = 0
        for line in lines:
            spans.append({"article_id": name, "start": start, "end": start + len(line)})
            start += len(line) + 1
    articles = pa.table(
        {
            "article_id": list(bodies),
            "source": list(bodies),
            "title": pa.nulls(n, pa.string()),
            "story_id": ["s"] * n,
            "language": languages or ["en"] * n,
            "published_at": pa.nulls(n, pa.timestamp("us", tz="UTC")),
        }
    )
    return articles, pa.table({"article_id": list(bodies), "text": ["\n".join(b) for b in bodies.values()]}), spans


def statements(bodies, languages=None):
    articles, texts, spans = tables(bodies, languages)
    rows = find_statements(articles, texts, pa.Table.from_pylist(spans)).to_pylist()
    found = {}
    for row in rows:
        found.setdefault(row["statement"], []).append(row)
    return list(found.values())


def test_one_article_is_no_story_and_shares_nothing():
    articles, texts, _ = tables({"a": REPORT})
    assert find_stories(articles, texts).assignment == {"a": None}
    assert find_overlaps(texts).num_rows == 0
    assert statements({"a": REPORT}) == []
    assert independent_texts(["a"], containment(find_overlaps(texts), {"a": 30})) == {"a": "a"}


def test_forty_copies_are_one_text_under_one_statement_a_sentence():
    bodies = {f"c{n:02d}": REPORT for n in range(40)}
    articles, texts, _ = tables(bodies)
    n_words = {name: len(words("\n".join(lines))) for name, lines in bodies.items()}
    groups = independent_texts(list(bodies), containment(find_overlaps(texts), n_words))
    assert set(groups.values()) == {"c00"}
    assert len(set(find_stories(articles, texts).assignment.values())) == 1
    found = statements(bodies)
    assert sorted(len(rows) for rows in found) == [40] * len(REPORT)
    assert {row["match"] for rows in found for row in rows[1:]} == {"verbatim"}
    assert {rows[0]["match"] for rows in found} == {"reference"}


def test_copies_of_hundreds_are_each_tied_to_the_first_ones_alone():
    n = COMPARED_WITH + 40
    bodies = {f"c{number:03d}": REPORT for number in range(n)}
    pairs = find_overlaps(tables(bodies)[1])
    n_pairs = len(set(zip(pairs["article_a"].to_pylist(), pairs["article_b"].to_pylist(), strict=True)))
    assert n_pairs <= n * COMPARED_WITH  # and not n × n / 2
    n_words = dict.fromkeys(bodies, len(words("\n".join(REPORT))))
    assert len(set(independent_texts(list(bodies), containment(pairs, n_words)).values())) == 1


def test_in_a_story_of_five_hundred_articles_copies_are_compared_once():
    bodies = {f"a{n:03d}": [SAME_STATEMENT.format(n=n % 50), REPORT[n % 3], OTHER[n % 2]] for n in range(500)}
    found = statements(bodies)
    n_wordings = 50 + len(REPORT) + len(OTHER)
    assert len(found) < n_wordings * PAIRS_PER_SENTENCE  # and not a statement for every two articles
    assert max(len(rows) for rows in found) >= 250  # half of them write the same sentence
    sure = [[row["article_id"] for row in rows if row["match"] != "possible"] for rows in found]
    assert all(len(articles) == len(set(articles)) for articles in sure)


def test_a_sentence_keeps_so_many_partners_and_no_more():
    told = [frozenset({"crane", "quay", "ferry", f"word{n}"}) for n in range(500)]
    pairs = score_pairs(told, list(range(500)))
    assert len(pairs) <= 500 * PAIRS_PER_SENTENCE


def test_articles_in_two_languages_are_not_aligned_and_those_in_one_are():
    bodies = {"a": REPORT, "b": OTHER, "c": REPORT}
    told = {row["article_id"] for rows in statements(bodies, ["en", "en", "de"]) for row in rows}
    assert told == {"a", "b"}


def test_an_article_whose_language_cannot_be_told_is_compared_with_the_most():
    bodies = {"a": REPORT, "b": OTHER, "c": REPORT}
    told = {row["article_id"] for rows in statements(bodies, ["en", "en", "und"]) for row in rows}
    assert told == {"a", "b", "c"}


def test_an_article_of_one_sentence_is_compared_with_a_whole_report():
    (rows,) = statements({"a": REPORT, "b": OTHER[:1]})
    assert {row["article_id"] for row in rows} == {"a", "b"}


def test_a_live_blog_of_twenty_thousand_words_shares_statements_and_keeps_few_partners():
    blog = [f"{n:04d} Post {n} says that the crane of quay {n % 7} was seen by worker {n % 11}." for n in range(1_400)]
    assert sum(len(words(line)) for line in blog) > 20_000
    found = statements({"blog": [*blog, *REPORT], "b": OTHER})
    sure = [rows for rows in found if any(row["match"] != "possible" for row in rows[1:])]
    assert any({row["article_id"] for row in rows} == {"blog", "b"} for rows in sure)
    beside_one = [sum(row["article_id"] == "blog" for row in rows) for rows in found]
    assert max(beside_one) <= POSSIBLE_AN_ARTICLE


@pytest.mark.parametrize(
    "lines",
    [
        [f"• item {n}" for n in range(400)],
        [f"{n}. {n * 37 % 101} {n * 11 % 89} {n}" for n in range(400)],
        ["Crane | Quay | Ferry | Fish market"] * 200,
        [f"Team {n % 20} {n % 5}-{n % 3} Team {n % 19}" for n in range(400)],
    ],
    ids=["bullets", "figures", "one line repeated", "scores"],
)
def test_texts_that_are_lists_are_compared(lines):
    for rows in statements({"a": lines, "b": lines}):
        assert len(rows) == len({(row["article_id"], row["start"]) for row in rows})
