"""Two texts of fourteen and twelve words, counted by hand; then rules that hold for any text."""

import string
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.compare.words import runs as word_runs
from newscorpus.tables.words import WORD_TABLES
from newscorpus.text.word_forms import folded, form_of, is_function_word, lemma
from newscorpus.text.words import n_words, word_spans
from tests.written_corpus import Written, indexed, rows_of

FIRST = "The deal was signed. “The deal isn’t over,” he said. The US deal."
SECOND = "A deal. The deal was signed in the U.S. by us."


def index(texts, scratch, language="en"):
    """vocabulary and words as rows, of texts without quotations."""
    return indexed(rows_of([Written("Abacus", text, language=language) for text in texts]), scratch)


@pytest.fixture
def counted(tmp_path):
    first = Written("Abacus", FIRST, quoted=("“The deal isn’t over,”",))
    second = Written("Bugle", SECOND, shared=("The deal was signed in",))
    return indexed(rows_of([first, second]), tmp_path)


def uses(counted, form):
    return [row for row in counted["words"] if row["form"] == form]


def test_a_word_is_counted_by_article_and_by_whose_it_is(counted):
    names = ("a", "n_own", "n_quoted", "n_own_shared", "n_quoted_shared")

    assert [tuple(row[name] for name in names) for row in uses(counted, "deal")] == [(1, 2, 1, 0, 0), (2, 1, 0, 1, 0)]


def test_each_use_is_found_again_at_its_place(counted):
    first, second = uses(counted, "deal")

    assert first["starts"] == [4, 26, 60]
    assert first["positions"] == [1, 5, 12]
    assert first["whose"] == [0, 1, 0]
    assert [SECOND[start : start + 4] for start in second["starts"]] == ["deal", "deal"]
    assert second["whose"] == [0, 2]


def test_the_country_and_the_pronoun_are_two_words_and_its_two_spellings_meet(counted):
    forms = {row["form"]: row for row in counted["vocabulary"]}

    assert forms["US"]["n_uses"] == forms["us"]["n_uses"] == 1
    assert forms["US"]["folded"] == forms["u.s."]["folded"] != forms["us"]["folded"]


def test_a_word_is_shown_as_it_is_written_most_often(counted):
    shown = {row["form"]: row["shown"] for row in counted["vocabulary"]}

    assert shown["the"] == "The"  # four of five begin a sentence
    assert shown["isn't"] == "isn’t"


def test_words_and_uses_stand_in_the_order_of_their_keys(counted):
    for name, table in WORD_TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in counted[name]]
        assert keys == sorted(set(keys))


def test_a_phrase_counts_from_five_uses_in_three_articles_and_never_across_sentences(tmp_path):
    texts = ["Human rights matter. Human rights. Now", "Human rights. Now", "Human Rights", "red tape"]
    enough = index([*texts, "human rights"], tmp_path / "enough")
    too_few = index(texts, tmp_path / "too_few")

    assert [(row["form"], row["n_uses"], row["n_articles"]) for row in enough["vocabulary"] if row["n_tokens"] > 1] == [
        ("human rights", 5, 4)
    ]
    assert [row["n_own"] for row in uses(enough, "human rights")] == [2, 1, 1, 1]
    assert all(row["n_tokens"] == 1 for row in too_few["vocabulary"])


def test_a_phrase_is_shown_and_keyed_by_its_words(tmp_path):
    texts = ["Kiev agreements", "kiev agreements", "Kiev agreements", "Kiev Agreements", "Kiev agreements"]
    [phrase] = [row for row in index(texts, tmp_path)["vocabulary"] if row["n_tokens"] == 2]

    assert (phrase["shown"], phrase["folded"], phrase["lemma"]) == (
        "Kiev agreements",
        "kyiv agreements",
        "kyiv agreement",
    )


def test_longer_phrases_are_found_where_they_stand(tmp_path):
    found = index(["one two three four five"] * 5, tmp_path)["vocabulary"]

    assert Counter(row["n_tokens"] for row in found) == {1: 5, 2: 4, 3: 3, 4: 2}


def test_words_of_other_languages_are_counted_and_keep_their_form(tmp_path):
    found = index(["Les rights"], tmp_path, language="fr")["vocabulary"]

    assert [(row["form"], row["lemma"]) for row in found] == [("les", "les"), ("rights", "rights")]


def test_a_corpus_without_words_has_empty_tables(tmp_path):
    assert index([], tmp_path / "none") == index(["…"], tmp_path / "marks") == {"vocabulary": [], "words": []}


def test_what_is_counted_in_parts_is_counted_alike(tmp_path, monkeypatch):
    texts = [f"the river board said the dam was {word} and the river board agreed" for word in "abcdefgh"]
    at_once = index(texts, tmp_path / "once")
    monkeypatch.setattr(word_runs, "N_PER_PART", 7)
    monkeypatch.setattr(word_runs, "N_PER_SLAB", 5)

    assert index(texts, tmp_path / "parts") == at_once


@given(texts=st.lists(st.text(alphabet=string.ascii_letters[:6] + ' .’-’\n"é世', max_size=60), max_size=6))
@settings(deadline=None, max_examples=60)
def test_every_word_of_every_text_is_counted_once(texts, tmp_path_factory):
    found = index(texts, tmp_path_factory.mktemp("index"))
    words = Counter((number, form_of(t[s:e])) for number, t in enumerate(texts, 1) for s, e in word_spans(t))
    single = [row for row in found["words"] if row["n_tokens"] == 1]

    assert {(row["a"], row["form"]): row["n_own"] for row in single} == words
    assert sum(row["n_uses"] for row in found["vocabulary"] if row["n_tokens"] == 1) == sum(map(n_words, texts))
    places = [(row["a"], place) for row in single for place in row["positions"]]
    assert sorted(places) == [(n, place) for n, text in enumerate(texts, 1) for place in range(n_words(text))]


@given(st.text(max_size=50))
def test_any_string_has_keys(text):
    form = form_of(text)

    assert all(isinstance(key, str) for key in (folded(form), lemma(form)))
    assert is_function_word(form) in (True, False)


@pytest.mark.parametrize("character", ["a", "'", "1", "-", "世", "é", "."])
def test_a_word_of_fifty_thousand_characters_has_keys_at_once(character):
    form = form_of(character * 50_000)

    assert (folded(form) or form) and (lemma(form) or form)
    assert not is_function_word(form)
