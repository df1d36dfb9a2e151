"""The page Check: nothing tells what the method says before the reader has answered; then both stand side by side."""

import re

import pytest

from components import session
from components.places import path_of
from components.wording.checking import JUDGEMENTS
from components.wording.pages import NO_MATCH
from newscorpus.compare.statements.tellings import REFERENCE
from newscorpus.keep.corpus import private_corpus
from newscorpus.keep.labels import read_labels
from tests.alphabet import article_id, article_row, tables, write_store
from tests.components.conftest import words_of

SENTENCE = "The gates of the old dam were opened today, said Ann Alder to Bay."
N_SENTENCES = 24
HOSTILE = "<img src=x onerror=alert(1)>**![x](http://stranger.invalid/b.png)"
OTHER = {"favourable": "unfavourable", "unfavourable": "favourable", "own": "quoted", "quoted": "own"}


@pytest.fixture(autouse=True)
def kept(monkeypatch, tmp_path):
    """Private corpora go to a folder of this test."""
    monkeypatch.setattr(session, "KEPT", tmp_path / "kept")
    return tmp_path / "kept"


def rows_of(voice="own", tone=0.6, towards=1, speaker="Ann Alder", match="trimmed"):
    """Two articles of one story, each N_SENTENCES times SENTENCE, of which every method says the same."""
    entity = {row["name"]: row["entity_id"] for row in tables()["entities"]}
    rows = {name: [] for name in ("articles", "texts", "sentences", "mentions", "quotes", "statements")}
    for short, source in (("a", "Abacus"), ("b", "Bugle")):
        here = {"article_id": article_id(short)}
        text = " ".join([SENTENCE] * N_SENTENCES)
        rows["articles"].append(
            article_row(short, source=source, n_words=13, story_id="s", found_story_id="s", title=f"Headline {short}")
        )
        rows["texts"].append(here | {"text": text})
        for number in range(N_SENTENCES):
            start = number * (len(SENTENCE) + 1)
            place = here | {"start": start, "end": start + len(SENTENCE)}
            rows["sentences"].append(
                place | {"sentence": number, "n_words": 13, "voice": voice, "tone": tone, "polarity": tone}
            )
            for name, kind in (("Ann Alder", "PERSON"), ("Bay", "PLACE")):
                at = start + SENTENCE.index(name)
                rows["mentions"].append(
                    here
                    | {"start": at, "end": at + len(name), "surface": name, "kind": kind, "entity_id": entity[name]}
                    | ({"towards": towards, "towards_confidence": 0.9} if kind == "PERSON" else {})
                )
            rows["quotes"].append(
                place
                | {"quote": number, "type": "indirect", "is_speech": True, "confidence": "clear"}
                | {"speaker": speaker, "entity_id": entity.get(speaker)}
            )
            evidence = REFERENCE if short == "a" else "Trimmed, so they say."
            rows["statements"].append(
                place
                | {"story_id": "s", "statement": number, "match": "reference" if short == "a" else match}
                | {"evidence": evidence}
            )
    story = {"story_id": "s", "label": "The dam", "n_articles": 2, "n_sources": 2}
    return rows | {"stories": [story], "entities": tables()["entities"]}


@pytest.fixture
def store(tmp_path):
    return write_store(tmp_path / "store", rows_of())


@pytest.fixture
def open_check(open_page):
    """Open the page at one kind of judgement, as a link to it does."""

    def open_check(store, judgement, **parameters):
        page = open_page(store, **parameters).switch_page(path_of("check"))
        page.session_state["judge"] = judgement
        return page.run()

    return open_check


def answer(page, n=1):
    """Give answer number `n` to the item shown."""
    next(b for b in page.button if re.fullmatch(rf"answer-.*-{n}", b.key or "")).click().run()


def every_element(page):
    def inside(block):
        for child in block.children.values():
            if hasattr(child, "children"):
                yield from inside(child)
            if getattr(child, "proto", None) is not None:
                yield re.sub(r'\b(id|form_id|element_hash): ".*"', "", str(child.proto))

    return list(inside(page.main))


@pytest.mark.parametrize(
    ("judgement", "otherwise"),
    [
        ("sentence", {"tone": -0.6}),
        ("voice", {"voice": "quoted"}),
        ("towards", {"towards": -1}),
        ("speaker", {"speaker": "Bay"}),
        ("speaker", {"speaker": "the harbour master"}),
        ("speaker", {"speaker": None}),
        ("statement", {"match": "verbatim"}),
        ("statement", {"match": "possible"}),
        ("statement", {"match": "conflicts"}),
    ],
)
def test_the_page_is_the_same_whatever_the_method_says(open_check, tmp_path, judgement, otherwise):
    first, second = (
        every_element(open_check(write_store(tmp_path / name, rows_of(**said)), judgement))
        for name, said in (("one", {}), ("two", otherwise))
    )

    assert len(first) > len(JUDGEMENTS)
    assert first == second


def test_source_and_headline_are_hidden_until_the_result(open_page, store):
    page = open_page(store, "check")

    assert not any("Headline" in element or "Abacus" in element for element in every_element(page))


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_every_kind_can_be_judged(open_check, store, kept, judgement):
    page = open_check(store, judgement)
    answer(page)

    assert not page.exception
    (token,) = [folder.name for folder in kept.iterdir()]
    (label,) = read_labels(private_corpus(kept, token))
    assert label.judgement == judgement
    assert "1 of 20 answered · this is item 2" in "\n".join(every_element(page))


def test_progress_back_next_and_a_new_answer(open_check, store, kept):
    page = open_check(store, "voice")
    answer(page, 1)
    page.button(key="check-back").click().run()
    answer(page, 2)
    (token,) = [folder.name for folder in kept.iterdir()]

    assert [label.answer for label in read_labels(private_corpus(kept, token))] == ["reported"]


def test_answers_survive_a_new_visit(open_check, store, kept):
    answer(open_check(store, "voice"))
    (token,) = [folder.name for folder in kept.iterdir()]
    page = open_check(store, "voice", corpus=token)

    assert "1 of 20 answered · this is item 2" in "\n".join(every_element(page))


def test_the_result_after_three_answers_says_that_they_are_too_few(open_check, store, kept):
    page = open_check(store, "voice")
    for n in (1, 1, 3):
        answer(page, n)
    page.toggle[0].set_value(True).run()
    said = words_of(page)
    (token,) = [folder.name for folder in kept.iterdir()]

    assert not page.exception
    assert "Too few to conclude anything" in said
    assert "You agree on 2 of 3 (67 %)." in said
    assert "Headline" in said  # where they disagree, source and headline are shown
    assert all(label.is_seen for label in read_labels(private_corpus(kept, token)))


def test_with_twenty_answers_all_alike_kappa_is_undefined_and_said_to_be(open_check, store):
    page = open_check(store, "voice")
    for _ in range(20):
        answer(page)
    page.toggle[0].set_value(True).run()
    said = words_of(page)

    assert "You agree on 20 of 20 (100 %)." in said
    assert "only one answer occurs" in said
    assert "Too few" not in said


def test_an_answer_given_after_the_result_does_not_count(open_check, store):
    page = open_check(store, "voice")
    answer(page, 3)
    page.toggle[0].set_value(True).run()
    page.button(key="check-back").click().run()
    answer(page, 1)

    assert "No answer can be counted yet." in words_of(page)
    assert "Not counted: 1 answer given after the method's had been shown." in words_of(page)


def test_an_answer_is_listed_and_taken_back(open_check, store, kept):
    page = open_check(store, "voice")
    answer(page)
    page.session_state["answers"] = True
    page.run()
    next(b for b in page.button if (b.key or "").startswith("forget-")).click().run()
    (token,) = [folder.name for folder in kept.iterdir()]

    assert read_labels(private_corpus(kept, token)) == ()
    assert "0 of 20 answered" in "\n".join(every_element(page))


def test_fewer_items_than_asked_for_are_said_to_be_fewer(open_check, tmp_path):
    rows = rows_of()
    rows["sentences"] = rows["sentences"][:5]
    page = open_check(write_store(tmp_path / "few", rows), "voice")

    assert "5 of 5. There are not 20 to draw." in words_of(page)


def test_nothing_to_judge_and_nothing_chosen_are_said(open_page, open_check, alphabet):
    assert "There is nothing of this kind to judge" in words_of(open_check(alphabet, "towards"))
    assert [info.value for info in open_page(alphabet, "check", q="nowhere").info] == [NO_MATCH]


def test_hostile_text_is_shown_as_text(open_check, tmp_path):
    rows = rows_of()
    rows["entities"] = [row | {"name": HOSTILE} if row["name"] == "Bay" else row for row in rows["entities"]]
    for text in rows["texts"]:
        text["text"] = HOSTILE.ljust(len(text["text"]), "x")
    page = open_check(write_store(tmp_path / "hostile", rows), "speaker")
    bodies = [element.proto.body for element in page.get("html")]
    labels = [button.label for button in page.button]

    assert not page.exception
    assert bodies and not any("<img" in body for body in bodies)
    assert not any(re.search(r"(?<!\\)(!\[|\]\(|<img)", label) for label in labels)


@pytest.mark.parametrize(
    ("name", "key"),
    [("overview", "check-sentence-overview"), ("voices", "check-voice-voices"), ("voices", "check-speaker-voices")],
)
def test_a_page_that_shows_a_judgement_leads_to_checking_it(open_page, alphabet, name, key):
    page = open_page(alphabet, name)

    page.button(key=key).click().run()

    assert not page.exception
    assert page.title[0].value == "Check"
