"""Samples to be judged blind: fixed by their seed, without repeats, from the articles chosen alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from newscorpus.compare.statements.tellings import REFERENCE
from newscorpus.query.checking.agreement import CANNOT_TELL, check, corrected
from newscorpus.query.checking.sample import (
    DESCRIBED,
    NOBODY,
    POPULATIONS,
    Item,
    draw,
    quotas,
    said_of_all,
    speakers_to_choose,
)
from newscorpus.query.checking.sample_statements import ALIKE, APART, POSSIBLE, REWORDED, draw_statements
from newscorpus.query.checking.surroundings import in_context, written
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.store.read import open_store
from tests.alphabet import article_id, article_row, write_store

SENTENCE = "The gates number {} of the old dam were opened today."
N_SENTENCES = 30
SEEDS = some.integers(1, 9_999)


def sentence(short, number, **known):
    """Sentence `number` of an article whose sentences are all SENTENCE, parted by a space."""
    start = sum(len(SENTENCE.format(n)) + 1 for n in range(number))
    place = {"article_id": article_id(short), "start": start, "end": start + len(SENTENCE.format(number))}
    return place | {"sentence": number, "n_words": 10, "voice": "own", "polarity": 0.0, "tone": 0.0} | known


def article(short, source, n_sentences=N_SENTENCES, **known):
    text = " ".join(SENTENCE.format(n) for n in range(n_sentences))
    return {
        "articles": [article_row(short, source=source, n_words=10 * n_sentences, n_characters=len(text), **known)],
        "texts": [{"article_id": article_id(short), "text": text}],
        "sentences": [sentence(short, n) for n in range(n_sentences)],
    }


def together(*parts):
    return {name: [row for part in parts for row in part.get(name, [])] for part in parts for name in part}


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """Two articles of thirty sentences by Abacus and Bugle, one of three by Courier, and one in it that is short."""
    rows = together(article("a", "Abacus"), article("b", "Bugle"), article("c", "Courier", 3))
    rows["sentences"][-1]["n_words"] = 3
    return open_reader(open_store(write_store(tmp_path_factory.mktemp("sample") / "store", rows)))


@pytest.fixture(scope="module")
def alphabet_reader(tmp_path_factory):
    return open_reader(open_store(write_store(tmp_path_factory.mktemp("alphabet") / "store")))


def names(sample):
    return [item.name for item in sample.items]


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, n=some.integers(1, 50), judgement=some.sampled_from(["sentence", "voice"]))
def test_a_sample_is_fixed_by_its_seed_and_repeats_nothing(reader, seed, n, judgement):
    first, again = (draw(reader, EVERYTHING, judgement, seed, n) for _ in range(2))

    assert names(first) == names(again)
    assert len(set(names(first))) == len(names(first)) == n


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_a_sample_holds_the_smaller_one_and_only_what_is_chosen(reader, seed):
    small, large = (draw(reader, EVERYTHING, "sentence", seed, n) for n in (10, 20))
    of_one = draw(reader, Selection(sources=("Abacus",)), "sentence", seed, 20)

    assert set(names(small)) < set(names(large))
    assert {item.places[0][0] for item in of_one.items} == {article_id("a")}
    assert set(names(large)) & {n for n in names(large) if n.startswith(article_id("a"))} <= set(names(of_one))


def test_another_seed_draws_others(reader):
    assert names(draw(reader, EVERYTHING, "sentence", 1, 20)) != names(draw(reader, EVERYTHING, "sentence", 2, 20))


def test_short_sentences_are_not_drawn_and_fewer_are_given_where_there_are_fewer(reader):
    sample = draw(reader, Selection(sources=("Courier",)), "sentence", 1, 20)

    assert sample.n == 2  # three sentences, one of three words
    assert len(sample.items) == 2


def test_a_sample_of_nothing_is_empty(reader):
    for judgement in POPULATIONS:
        assert draw(reader, Selection(sources=("Nobody",)), judgement, 1, 20).items == ()
    assert draw_statements(reader, Selection(sources=("Nobody",)), 1, 20).items == ()


def test_the_border_of_neutral_is_that_of_the_word_list(tmp_path):
    tones = [0.05, 0.049, -0.049, -0.05]
    rows = article("a", "Abacus", 4)
    rows["sentences"] = [sentence("a", n, tone=tone, polarity=tone) for n, tone in enumerate(tones)]
    sample = draw(open_reader(open_store(write_store(tmp_path / "store", rows))), EVERYTHING, "sentence", 1, 20)
    said = {item.places[0][1]: dict(item.answers) for item in sample.items}

    assert [said[start]["tone"] for start in sorted(said)] == ["favourable", "neutral", "neutral", "unfavourable"]
    assert [said[start]["polarity"] for start in sorted(said)] == [*["favourable"] * 2, *["unfavourable"] * 2]


def test_quotations_are_drawn_once_with_who_the_method_says_speaks(alphabet_reader):
    sample = draw(alphabet_reader, EVERYTHING, "speaker", 1, 20)
    said = sorted((item.places[0][0][:2], dict(item.answers)["speaker"]) for item in sample.items)

    assert said == [
        ("a1", "Ann Alder (person)"),  # told in two stretches
        ("a1", NOBODY),
        ("a2", "Ann Alder (person)"),
        ("a3", DESCRIBED),
        ("b1", "Cade Union (organisation)"),
        ("b1", DESCRIBED),
        ("c1", "Cade Union (organisation)"),
    ]


def test_the_names_to_choose_from_are_those_of_the_article_by_alphabet(alphabet_reader):
    items = draw(alphabet_reader, EVERYTHING, "speaker", 1, 20).items
    of_b1 = next(item for item in items if item.places[0][0] == article_id("b1"))

    assert speakers_to_choose(alphabet_reader, EVERYTHING, of_b1) == ("Ann Alder (person)", "Cade Union (organisation)")


@given(
    available=some.dictionaries(some.sampled_from("abcd"), some.integers(0, 60), min_size=1),
    n_most=some.integers(0, 60),
)
def test_quotas_fill_the_sample_and_take_no_more_than_there_is(available, n_most):
    given_ones = quotas(available, dict.fromkeys(available, 2), n_most)

    assert sum(given_ones.values()) == min(n_most, sum(available.values()))
    assert all(given_ones[words] <= n for words, n in available.items())


def test_rare_answers_are_drawn_more_often_than_chance_would():
    there_are = {"neutral": 20, "favourable": 2, "unfavourable": 20}

    assert quotas(there_are, dict.fromkeys(there_are, 1), 20) == {"neutral": 9, "favourable": 2, "unfavourable": 9}


def story(match, alone="Pelicans nested beside the harbour wall."):
    """Two articles of one story: a first sentence each that was put together as `match`, and a second that was not."""
    told, day = "The council closed the harbour road.", datetime(2026, 3, 2, tzinfo=UTC)
    rows = {"stories": [{"story_id": "s", "label": "Harbour", "n_articles": 2, "n_sources": 2}]}
    parts = []
    for short, source, second in (("a", "Abacus", alone), ("b", "Bugle", "Pelicans and gulls nested there.")):
        ends = len(told), len(told) + 1 + len(second)
        places = [{"start": 0, "end": ends[0]}, {"start": ends[0] + 1, "end": ends[1]}]
        here = {"article_id": article_id(short)}
        sentences = [here | place | {"sentence": n, "n_words": 6} for n, place in enumerate(places)]
        statement = here | places[0] | {"story_id": "s", "statement": 0}
        is_first = {"match": "reference", "evidence": REFERENCE} if short == "a" else {"match": match, "evidence": "-"}
        parts.append(
            {
                "articles": [article_row(short, source=source, story_id="s", found_story_id="s", published_at=day)],
                "texts": [here | {"text": f"{told} {second}"}],
                "sentences": sentences,
                "statements": [statement | is_first],
            }
        )
    return rows | together(*parts)


@pytest.mark.parametrize(
    ("match", "stratum"),
    [("trimmed", ALIKE), ("verbatim", ALIKE), ("reworded", REWORDED), ("conflicts", REWORDED), ("possible", POSSIBLE)],
)
def test_a_pair_put_together_is_drawn_with_its_reference(tmp_path, match, stratum):
    reader = open_reader(open_store(write_store(tmp_path / "store", story(match))))
    sample = draw_statements(reader, EVERYTHING, 1, 20)
    pair = next(item for item in sample.items if dict(item.answers)["statement"] == match)

    assert pair.places == ((article_id("a"), 0, 36), (article_id("b"), 0, 36))
    assert {one.words: one.n for one in sample.strata} == {stratum: 1, APART: 2}


def test_a_sentence_left_apart_is_drawn_with_the_nearest_of_the_other_article(tmp_path):
    reader = open_reader(open_store(write_store(tmp_path / "store", story("trimmed"))))
    apart = [
        i for i in draw_statements(reader, EVERYTHING, 1, 20).items if dict(i.answers)["statement"] == "left apart"
    ]
    second = {short: 37 for short in "ab"}

    assert {item.places[0][:2] for item in apart} == {(article_id(s), start) for s, start in second.items()}
    assert {item.places[1][:2] for item in apart} == {(article_id(s), start) for s, start in second.items()}


def test_a_pair_needs_both_articles_chosen(tmp_path):
    reader = open_reader(open_store(write_store(tmp_path / "store", story("trimmed"))))

    assert draw_statements(reader, Selection(sources=("Bugle",)), 1, 20).items == ()


def test_a_stretch_is_read_with_its_neighbours(alphabet_reader):
    found = in_context(alphabet_reader, EVERYTHING, (article_id("a1"), 17, 33))  # the second "Ann Alder spoke."

    assert found.text[slice(*found.focus)] == "Ann Alder spoke."
    assert found.text.startswith("Ann Alder spoke. Ann Alder spoke. Bay spoke.")
    assert in_context(alphabet_reader, EVERYTHING, (article_id("a1"), 17, 99_999)) is None
    assert in_context(alphabet_reader, EVERYTHING, ("0" * 16, 0, 1)) is None


def test_a_mark_is_shown_in_its_whole_sentence(alphabet_reader):
    found = in_context(alphabet_reader, EVERYTHING, (article_id("a1"), 17, 26), ((17, 26),))

    assert found.text[slice(*found.focus)] == "Ann Alder spoke."
    assert [found.text[slice(*mark)] for mark in found.marks] == ["Ann Alder"]


def test_words_at_a_place_are_found_where_the_store_has_them(alphabet_reader):
    known, gone = (article_id("a1"), 0, 9), ("0" * 16, 0, 9)

    assert written(alphabet_reader, EVERYTHING, (known, gone)) == {known: "Ann Alder"}


def items(*answers, method="voice"):
    return [Item((("a" * 16, n, n + 1),), (), ((method, answer),)) for n, answer in enumerate(answers)]


def test_agreement_is_counted_by_hand():
    voiced = items("own", "own", "own", "quoted", "quoted", "reported")
    said = dict(zip([i.name for i in voiced], ["own", "own", "quoted", "quoted", "own", CANNOT_TELL], strict=True))
    found = check("voice", "voice", voiced, said)

    assert (found.agreement.n, found.agreement.n_agree, found.n_cannot_tell) == (5, 3, 1)
    # method: own 3, quoted 2; reader: own 3, quoted 2. By chance .6 × .6 + .4 × .4 = .52; (.6 − .52) / .48 = 1/6
    assert found.agreement.kappa == pytest.approx(1 / 6)
    assert found.table == ((2, 0, 1), (0, 0, 0), (1, 0, 1))  # own, reported, quoted
    assert [(one.reader, one.method) for one in found.parted] == [("quoted", "own"), ("own", "quoted")]
    assert not found.is_enough


def test_statements_count_as_same_or_not_and_the_possible_ones_are_left_open():
    pairs = items("verbatim", "reworded", "possible", "left apart", "left apart", method="statement")
    said = ["same", "changed", "different", "different", "changed"]
    found = check("statement", "statement", pairs, dict(zip([i.name for i in pairs], said, strict=True)))

    assert (found.agreement.n, found.agreement.n_agree, found.n_open) == (4, 3, 1)
    assert dict(zip(found.rows, found.table, strict=True)) == {
        "verbatim": (1, 0, 0),
        "trimmed": (0, 0, 0),
        "reworded": (0, 1, 0),
        "conflicts": (0, 0, 0),
        "possible": (0, 0, 1),
        "left apart": (0, 1, 1),
    }
    assert [(one.reader, one.method) for one in found.parted] == [("changed", "left apart")]


def test_speakers_are_the_same_name_or_another():
    quoted = items("Ann", "Ann", DESCRIBED, NOBODY, method="speaker")
    said = dict(zip([i.name for i in quoted], ["Ann", "Bo", "Ann", NOBODY], strict=True))
    found = check("speaker", "speaker", quoted, said)

    assert (found.agreement.n, found.agreement.n_agree) == (4, 2)
    assert found.columns[:2] == ("the same name", "another name")
    assert found.table == ((1, 1, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1))


def test_without_answers_nothing_is_claimed():
    found = check("voice", "voice", items("own"), {})

    assert found.agreement.kappa is None
    assert found.share is None
    assert found.parted == ()


def test_what_a_method_says_of_all_is_counted(alphabet_reader):
    said = said_of_all(alphabet_reader, EVERYTHING, "speaker", "speaker")

    assert said == {"Ann Alder (person)": 2, "Cade Union (organisation)": 2, DESCRIBED: 2, NOBODY: 1}


def test_shares_are_corrected_by_hand():
    # The method calls 10 quoted and 10 own. Of 10 truly quoted it finds 8, and of 10 others it leaves 8 alone.
    voiced = items(*["quoted"] * 8, *["own"] * 2, *["quoted"] * 2, *["own"] * 8)
    said = dict(zip([i.name for i in voiced], [*["quoted"] * 10, *["own"] * 10], strict=True))
    found = corrected(check("voice", "voice", voiced, said), {"quoted": 32, "own": 68})
    of_quoted = next(one for one in found if one.answer == "quoted")

    assert of_quoted.by_method == pytest.approx(0.32)
    assert of_quoted.share == pytest.approx(0.2)  # (.32 + .8 − 1) / (.8 + .8 − 1)
    assert of_quoted.interval[0] < 0.2 < of_quoted.interval[1]
    assert next(one for one in found if one.answer == "reported").share is None


def test_of_nothing_there_is_no_share():
    assert corrected(check("voice", "voice", [], {}), {}) == ()
