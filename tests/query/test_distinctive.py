"""Words of two outlets, told in stories both tell; what is counted stands beside it, done by hand."""

from collections import Counter

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.query.words import counts as word_counts
from newscorpus.query.words.counts import Counting
from newscorpus.query.words.distinctive import CORPUS, OTHERS, distinctive
from newscorpus.query.words.rates import word_rates
from newscorpus.query.words.sentences import word_sentences
from newscorpus.query.words.spellings import variants
from newscorpus.store.read import open_store
from tests.written_corpus import Written, write_corpus

STORIES = [f"s{number}" for number in range(8)]
COPY = "The ferry ministry sank the ferry ministry plan."


def articles():
    """Each of eight stories told by Abacus and by Bugle.

    Abacus writes "regime" twice an article, Bugle "government"; both write "harbour" once, Bugle as "harbor". Every
    second article of Bugle has an agency's sentence too, with "ferry" twice, marked as shared; what it quotes says
    "never" once.
    """
    written = []
    for number, story in enumerate(STORIES):
        copy = COPY if number % 2 else ""
        abacus = f"The regime closed harbour gate {number}. Critics of the regime waited, and nobody came."
        bugle = f"The government closed harbor gate {number}. “We never waited for the government,” he said. {copy}"
        written.append(Written("Abacus", abacus, story))
        written.append(
            Written(
                "Bugle", bugle, story, quoted=("“We never waited for the government,”",), shared=(copy,) if copy else ()
            )
        )
    return written


def opened(place, written):
    return open_reader(open_store(write_corpus(place, written)))


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    return opened(tmp_path_factory.mktemp("words") / "store", articles())


def row_of(found, source, shown):
    [row] = [row for row in found.words.to_pylist() if (row["source"], row["shown"]) == (source, shown)]
    return row


def called(found):
    return {(row["source"], row["shown"]) for row in found.words.to_pylist() if row["is_called"]}


def test_a_word_has_its_counts_on_both_sides(reader):
    found = distinctive(reader, EVERYTHING, Counting())
    row = row_of(found, "Abacus", "regime")
    [abacus, bugle] = found.sources.to_pylist()

    assert (row["n_uses"], row["n_articles"], row["n_stories"], row["n_uses_other"]) == (16, 8, 8, 0)
    assert abacus["n_words"] == 8 * 14
    assert bugle["n_words"] == 8 * 14 + 4 * 8
    assert row["per_thousand"] == pytest.approx(1000 * 16 / 112)


def test_words_that_one_outlet_always_uses_are_called_and_common_ones_are_not(reader):
    found = called(distinctive(reader, EVERYTHING, Counting()))

    assert {("Abacus", "regime"), ("Bugle", "government")} <= found
    assert not {shown for _, shown in found} & {"harbor", "harbour", "waited", "gate"}


def test_swapped_sides_have_the_opposite_sign(reader):
    found = distinctive(reader, EVERYTHING, Counting())

    assert row_of(found, "Abacus", "regime")["log_odds"] == pytest.approx(-row_of(found, "Bugle", "regime")["log_odds"])


def test_one_other_source_and_all_others_are_the_same_of_two(reader):
    others = distinctive(reader, Selection(sources=("Abacus",)), Counting(), OTHERS)
    bugle = distinctive(reader, EVERYTHING, Counting(), "Bugle")

    assert others.sources.to_pylist() == bugle.sources.to_pylist()
    assert called(others) == called(bugle)


def test_the_whole_corpus_holds_the_source_itself(reader):
    row = row_of(distinctive(reader, EVERYTHING, Counting(), CORPUS), "Abacus", "regime")

    assert (row["n_uses"], row["n_uses_other"], row["n_articles_other"]) == (16, 16, 8)


def test_agency_copy_taken_out_changes_the_list(reader):
    whole = distinctive(reader, EVERYTHING, Counting())
    own = distinctive(reader, Selection(passages="own"), Counting())

    assert row_of(whole, "Bugle", "ferry")["n_uses"] == 8
    assert "ferry" not in own.words["shown"].to_pylist()


def test_words_outside_and_inside_quotation_marks_are_counted_apart(reader):
    outside = distinctive(reader, EVERYTHING, Counting(voice="own"))
    inside = distinctive(reader, EVERYTHING, Counting(voice="quoted", content_only=False))

    assert row_of(outside, "Bugle", "government")["n_uses"] == 8
    assert row_of(inside, "Bugle", "government")["n_uses"] == 8
    assert row_of(inside, "Bugle", "never")["n_uses"] == 8
    assert inside.sources["source"].to_pylist() == ["Bugle"]  # Abacus quotes nobody
    assert inside.sources["why_not"].to_pylist() == ["few_articles_other"]


def test_phrases_are_counted_like_words(reader):
    found = distinctive(reader, EVERYTHING, Counting(length="phrases", content_only=False))

    assert ("Abacus", "The regime") in called(found) or ("Abacus", "the regime") in called(found)


def test_function_words_are_left_out_unless_asked_for(reader):
    content = distinctive(reader, EVERYTHING, Counting()).words["shown"].to_pylist()
    every = distinctive(reader, EVERYTHING, Counting(content_only=False)).words["shown"].to_pylist()

    assert "The" not in content
    assert "The" in every


def test_two_articles_give_counts_and_no_claim(tmp_path):
    found = distinctive(opened(tmp_path / "store", articles()[:2]), EVERYTHING, Counting(content_only=False))

    assert found.words.num_rows
    assert not any(found.words["is_called"].to_pylist())
    assert found.words["chance"].null_count == found.words.num_rows
    assert set(found.sources["why_not"].to_pylist()) == {"few_articles"}


def test_copies_of_one_text_are_no_independent_articles(tmp_path):
    # Abacus prints two texts in eight copies each; no claim rests on two texts
    written = articles()
    place = write_corpus(tmp_path / "store", written, copies=[(n, n + 4) for n in range(0, 12, 2)])
    found = distinctive(open_reader(open_store(place)), EVERYTHING, Counting())

    assert found.sources.to_pylist()[0]["n_articles"] == 8
    assert dict(zip(*found.sources.select(["source", "why_not"]).to_pydict().values(), strict=True)) == {
        "Abacus": "few_articles",
        "Bugle": "few_articles_other",
    }
    assert called(found) == set()


def test_one_outlet_twice_is_never_told_apart(tmp_path):
    [abacus] = [[article for article in articles() if article.source == "Abacus"]]
    twice = [Written(name, article.text, article.story) for article in abacus for name in ("Abacus", "Abacus again")]
    place = write_corpus(tmp_path / "store", twice, copies=[(n, n + 1) for n in range(0, 16, 2)])

    assert called(distinctive(open_reader(open_store(place)), EVERYTHING, Counting(content_only=False))) == set()


def test_one_story_gives_no_claim(tmp_path):
    written = [Written(article.source, article.text, "s0") for article in articles()]
    found = distinctive(opened(tmp_path / "store", written), EVERYTHING, Counting())

    assert set(found.sources["why_not"].to_pylist()) == {"few_stories"}
    assert called(found) == set()


def test_few_shared_stories_can_be_dealt_in_too_few_ways(tmp_path):
    found = distinctive(opened(tmp_path / "store", articles()[:10]), EVERYTHING, Counting())

    assert set(found.sources["why_not"].to_pylist()) == {"few_ways"}  # five stories: 2 × 2 × 2 × 2 × 2 = 32


def test_halves_of_a_corpus_agree(tmp_path):
    written = articles() + articles()
    halves = []
    for number in range(2):
        half = [a for n, a in enumerate(written) if n // 2 % 2 == number]
        half = [Written(a.source, a.text, f"{a.story}-{n // 2}") for n, a in enumerate(half)]
        halves.append(called(distinctive(opened(tmp_path / f"half{number}", half), EVERYTHING, Counting())))

    assert {("Abacus", "regime"), ("Bugle", "government")} <= halves[0] & halves[1]


def test_nothing_chosen_gives_empty_tables(reader):
    found = distinctive(reader, Selection(text="nowhere"), Counting())

    assert found.words.num_rows == found.sources.num_rows == 0


def test_rates_of_a_word_stand_with_an_interval_from_six_stories(reader):
    abacus, bugle = word_rates(reader, EVERYTHING, Counting(), ("regime",)).to_pylist()

    assert (abacus["n_uses"], abacus["n_articles"], abacus["n_stories_of_source"]) == (16, 8, 8)
    assert abacus["low"] == pytest.approx(abacus["per_thousand"]) == pytest.approx(abacus["high"])  # no story differs
    assert (bugle["n_uses"], bugle["low"], bugle["high"]) == (0, None, None)


def test_each_source_shows_sentences_that_use_the_word(reader):
    rows = word_sentences(reader, EVERYTHING, Counting(), "government").to_pylist()

    assert [row["source"] for row in rows] == ["Bugle"] * 3
    assert {row["text"][row["start"] : row["end"]] for row in rows} == {"government"}


def test_sentences_follow_the_voice_and_the_own_words_switch(reader):
    quoted = word_sentences(reader, EVERYTHING, Counting(voice="quoted"), "government").to_pylist()

    assert all("never" in row["text"] for row in quoted)
    assert word_sentences(reader, Selection(passages="own"), Counting(), "ferry").num_rows == 0
    assert word_sentences(reader, Selection(passages="shared"), Counting(), "ferry").num_rows == 3


def test_spellings_of_a_word_stand_by_source(reader):
    rows = [tuple(row.values()) for row in variants(reader, EVERYTHING).spellings.to_pylist()]

    assert rows == [("harbor", "harbor", "Bugle", 8, 8), ("harbor", "harbour", "Abacus", 8, 8)]


def test_one_spelling_alone_is_no_choice(reader):
    assert variants(reader, Selection(sources=("Bugle",))).spellings.num_rows == 0


def test_a_possessive_is_no_other_spelling(tmp_path):
    written = [Written("Abacus", "Kiev’s mayor left Kiev."), Written("Bugle", "Kyiv waits.")]
    rows = variants(opened(tmp_path / "store", written), EVERYTHING).spellings.to_pylist()

    assert [(row["spelling"], row["source"], row["n_uses"]) for row in rows] == [
        ("Kiev", "Abacus", 2),
        ("Kyiv", "Bugle", 1),
    ]


def test_of_a_large_corpus_whole_stories_are_drawn_the_same_every_time(reader, monkeypatch):
    monkeypatch.setattr(word_counts, "MAX_ARTICLES", 8)
    found = word_counts.count_words(reader, EVERYTHING, Counting())

    assert 0 < found.articles.num_rows < 16
    assert found.articles.num_rows + found.n_articles_left_out == 16
    assert set(Counter(found.articles["story"].to_pylist()).values()) == {2}  # both articles of a story, or none
    assert found.articles.equals(word_counts.count_words(reader, EVERYTHING, Counting()).articles)
