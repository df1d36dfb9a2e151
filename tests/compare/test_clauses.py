"""Clauses: where a sentence is parted, and a sentence that tells two things beside two that tell one each."""

from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.compare.statements.clauses import clause_spans
from newscorpus.compare.statements.statements import find_statements


def parts(sentence):
    return [sentence[start:end] for start, end in clause_spans(sentence)]


def test_a_sentence_of_two_statements_is_parted_between_them():
    assert parts("The crane fell on the ferry quay; the union had warned the harbour office of rust.") == [
        "The crane fell on the ferry quay",
        "the union had warned the harbour office of rust",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The crane fell on the ferry quay and the old fish market of Port Marrow.",  # a second noun, no second verb
        "The mayor of Port Marrow said that the crane on the ferry quay had been checked.",  # only who says it
        "Talks between the dockers and the owners of the old ferry quay broke down on Tuesday night.",
        "The crane was opened between 2:55 and 3:12 by engineers of the harbour office on Tuesday.",
        "The crane fell, and nobody was hurt.",  # too little on either side
        "",
    ],
)
def test_what_is_one_statement_stays_whole(sentence):
    assert len(parts(sentence)) <= 1


@given(st.text(alphabet="ab ,;:and while fell was\n“”—-", max_size=300))
def test_clauses_follow_each_other_and_hold_every_word_but_marks(sentence):
    spans = clause_spans(sentence)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    left = "".join(sentence[end:start] for (_, end), (start, _) in pairwise(spans))
    assert not any(character.isalnum() for character in left)


@pytest.mark.parametrize(
    ("unit", "n_clauses"),
    [("a ", 1), ("and was ", 1), (", ", 0), ("; ", 0), ("1", 1), ("and fell quay crane rust ", 2_000), ("\n", 0)],
)
def test_fifty_thousand_characters_have_the_clauses_of_their_repeated_words(unit, n_clauses):
    sentence = unit * (50_000 // len(unit))

    found = parts(sentence)

    assert len(found) == n_clauses
    assert " ".join(found).split() == [word for word in sentence.split() if word.isalnum()]


LONG = (
    "Volunteer fishermen from Kelby and two harbour pilots towed the burning grain barge out of the narrow inner dock "
    "before sunrise, while the union leader Piet Oster resigned"
)


REST = "The mayor praised the tired harbour pilots on Monday.\nInsurers will visit the flooded inner dock on Friday."


def test_a_clause_stands_beside_the_sentence_that_tells_the_same():
    other = "and the ferry company of Port Marrow bought two wooden boats for the summer season in the northern islands"
    bodies = {
        "a": f"{LONG} because of quarrels over crane pay.\n{REST}",
        "b": f"Union leader Piet Oster resigned because of quarrels over crane pay, {other}.\n{REST}".replace(
            "On", "on"
        ),
    }
    told = [bodies[row["article_id"]][row["start"] : row["end"]] for row in statements(bodies)]
    assert "while the union leader Piet Oster resigned because of quarrels over crane pay" in told
    assert "Union leader Piet Oster resigned because of quarrels over crane pay" in told


def test_sentences_alike_as_wholes_are_not_parted():
    bodies = {"a": f"{LONG}.\nInsurers will visit the dock.", "b": f"On Tuesday {LONG}.\nRain is expected."}
    told = [bodies[row["article_id"]][row["start"] : row["end"]] for row in statements(bodies)]
    assert told == [f"{LONG}.", f"On Tuesday {LONG}."]


def statements(bodies):
    spans = []
    for name, body in bodies.items():
        start = 0
        for line in body.split("\n"):
            spans.append({"article_id": name, "start": start, "end": start + len(line)})
            start += len(line) + 1
    n = len(bodies)
    articles = pa.table(
        {
            "article_id": list(bodies),
            "story_id": ["s"] * n,
            "language": ["en"] * n,
            "published_at": pa.nulls(n, pa.timestamp("us", tz="UTC")),
        }
    )
    texts = pa.table({"article_id": list(bodies), "text": list(bodies.values())})
    return find_statements(articles, texts, pa.Table.from_pylist(spans)).to_pylist()
