"""Shared passages, containment, independent texts, direction."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.compare.passages.copies import Credit, direction, independent_texts
from newscorpus.compare.passages.overlap import find_overlaps
from newscorpus.compare.statements.evidence import same_words
from newscorpus.text.words import n_words
from tests.contained import containment

FERRY = "The ferry between Port Marrow and Kelby was cancelled after a crane fell across the quay on Tuesday night."
CRANE = "Harbour workers had warned of rust in the crane since spring, their union says, but nobody came to look at it."


def texts_of(**bodies):
    return pa.table(
        {"article_id": list(bodies), "text": list(bodies.values())},
        schema=pa.schema([("article_id", "string"), ("text", "string")]),
    )


def passages(**bodies):
    return find_overlaps(texts_of(**bodies)).to_pylist()


def test_one_article_shares_nothing():
    assert passages(a=FERRY) == []


def test_no_articles_give_an_empty_table():
    assert find_overlaps(texts_of()).num_rows == 0


def test_a_sentence_in_two_articles_is_one_passage_with_its_places():
    a, b = f"Something else happened. {FERRY}", f"{FERRY} Later it rained."
    (row,) = passages(a=a, b=b)
    assert a[row["start_a"] : row["end_a"]] == b[row["start_b"] : row["end_b"]] == FERRY.rstrip(".")
    assert row["n_words"] == 19
    assert not row["quoted"]


def test_a_passage_is_found_across_two_spellings():
    (row,) = passages(
        a="We cannot organise co-operation with the harbour office now.",
        b="They said they cannot organize cooperation with the harbor office at all.",
    )
    assert row["n_words"] == 7  # cannot organise co-operation with the harbour office


def test_a_run_of_function_words_is_no_passage():
    assert passages(a="It was at the end of the day.", b="He came at the end of the day.") == []


def test_a_shared_quotation_is_told_from_shared_prose():
    quote = "we will not sign a treaty that leaves our harbour to rot"
    (row,) = passages(a=f"“{quote.capitalize()},” he said.", b=f"She repeated that {quote}.")
    assert row["quoted"]


def test_forty_copies_of_one_text_are_one_independent_text():
    bodies = {f"copy{n:02d}": f"{FERRY} {CRANE}" for n in range(40)}
    found = find_overlaps(texts_of(**bodies))
    lengths = {name: n_words(body) for name, body in bodies.items()}
    roots = independent_texts(sorted(bodies), containment(found, lengths))
    assert found.num_rows == 40 * 39 // 2
    assert set(roots.values()) == {"copy00"}


def test_hundreds_of_copies_are_tied_to_the_first_and_not_each_to_each():
    bodies = {f"copy{n:03d}": f"{FERRY} {CRANE}" for n in range(200)}
    found = find_overlaps(texts_of(**bodies))
    roots = independent_texts(sorted(bodies), containment(found, dict.fromkeys(bodies, 40)))
    assert found.num_rows < 200 * 60
    assert set(roots.values()) == {"copy000"}


def test_containment_is_given_in_both_directions():
    bodies = {"a": FERRY, "b": f"{FERRY} {CRANE}"}  # 19 words, 19 + 21 words
    lengths = {name: n_words(body) for name, body in bodies.items()}
    (row,) = containment(find_overlaps(texts_of(**bodies)), lengths).to_pylist()
    assert lengths == {"a": 19, "b": 40}
    assert (row["share_a"], row["share_b"]) == (1.0, 19 / 40)
    assert row["reuse"] == "same copy"


def test_a_shared_quotation_makes_no_copy():
    quote = "“We will not sign a treaty that leaves our harbour to rot,”"
    bodies = {"a": f"{quote} he said.", "b": f"{quote} she heard."}
    (row,) = containment(find_overlaps(texts_of(**bodies)), {"a": 14, "b": 14}).to_pylist()
    assert row["prose_share_a"] == 0
    assert row["reuse"] == "independent wording"


COMPOUND = "The long-awaited state-run high-speed north-south harbour-front tram-line opened."  # 8 words


def test_a_compound_is_one_of_the_words_shared():
    """14 parts of words are shared, and 8 words: of 20, so two fifths, and by no means a copy."""
    other = "Nobody had asked the people of the quay what they wanted instead."  # 12 words
    bodies = {
        "a": f"{COMPOUND} {other}",
        "b": f"{COMPOUND} Trees were felled for it, and the owners of three old houses went.",
    }
    found = find_overlaps(texts_of(**bodies))
    (row,) = containment(found, {name: n_words(body) for name, body in bodies.items()}).to_pylist()
    assert (n_words(bodies["a"]), n_words(bodies["b"])) == (20, 21)
    assert (row["n_words"], row["share_a"], row["reuse"]) == (8, 8 / 20, "partly reused")


def test_words_in_a_row_are_words_and_not_their_parts():
    said = same_words(COMPOUND, f"Roe said: {COMPOUND}")
    assert said.startswith("These 8 words in a row in both: “The long-awaited")


WORDS = st.sampled_from(
    ["ferry", "state-run", "U.S.", "3:40", "新", "crane", "quay", "United", "States", "isn’t", "\n"]
)
BODIES = st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(BODIES, BODIES, BODIES)
def test_no_article_shares_more_words_than_it_has(shared, one, other):
    bodies = {"a": f"{one} {shared}", "b": f"{shared} {other}"}
    for row in find_overlaps(texts_of(**bodies)).to_pylist():
        for name in ("a", "b"):
            assert n_words(bodies[name][row[f"start_{name}"] : row[f"end_{name}"]]) == row["n_words"]
    for row in containment(find_overlaps(texts_of(**bodies)), {k: n_words(v) for k, v in bodies.items()}).to_pylist():
        assert max(row["share_a"], row["share_b"]) <= 1


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_credit_proves_who_was_first():
    assert direction(0.9, Credit("Daily", "Wire", NOON), Credit("Wire", None, NOON)) == "b to a"


def test_time_stamps_prove_it_when_they_are_far_enough_apart():
    early, late = Credit("A", None, NOON), Credit("B", None, NOON + timedelta(hours=1))
    assert direction(0.5, early, late) == "a to b"
    assert direction(0.5, early, Credit("B", None, NOON + timedelta(minutes=3))) == "cannot be told"


def test_likeness_alone_proves_nothing():
    assert direction(1.0, Credit("A", None, None), Credit("B", None, None)) == "cannot be told"
    assert direction(0.01, Credit("Wire", None, None), Credit("B", "Wire", None)) == "cannot be told"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcd “”\n", max_size=80), max_size=5), st.randoms())
def test_passages_do_not_depend_on_the_order_of_the_rows(bodies, random):
    named = [(f"n{n}", body + " " + FERRY[: n * 20]) for n, body in enumerate(bodies)]
    shuffled = random.sample(named, len(named))
    assert find_overlaps(texts_of(**dict(named))).to_pylist() == find_overlaps(texts_of(**dict(shuffled))).to_pylist()


def test_a_passage_in_a_script_without_spaces_is_found():
    (row,) = passages(
        a="港口的起重机在星期二晚上倒塌压住了渡轮码头", b="据报道港口的起重机在星期二晚上倒塌压住了渡轮码头"
    )
    assert (row["start_a"], row["start_b"]) == (0, 3)


def test_one_word_said_ten_thousand_times_is_survived():
    found = passages(a="quay " * 10_000, b="quay " * 10_000)
    assert {row["article_a"] for row in found} == {"a"}
