"""The same article met again, near copies, and what must never be taken for either."""

import random

from newscorpus.clean.duplicates import find_duplicates
from newscorpus.values import CleanArticle

WORDS = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ab", "el", "ik", "om", "ur", "ans", "erd", "ill", "ock", "unt")]


def report(seed: int, n_words: int = 200) -> str:
    chosen = random.Random(seed)  # a fixed text for each seed
    return " ".join(chosen.choice(WORDS) for _ in range(n_words))


def article(text: str, *, source: str | None = "L", title: str | None = None, url: str | None = None) -> CleanArticle:
    return CleanArticle(text, source=source, title=title, url=url)


def test_different_articles_are_told_apart() -> None:
    assert find_duplicates([article(report(1)), article(report(2)), article("")]) == {}
    assert find_duplicates([]) == {}


def test_same_address_is_the_same_article_and_the_longer_reading_stays() -> None:
    short = article(report(1, 100), url="http://www.lake.example/a/")
    long = article(f"{report(1, 100)} with its last paragraph", url="https://lake.example/a?utm_source=x")

    assert find_duplicates([short, long]) == {0: (1, "same_article")}


def test_same_source_title_and_text_are_the_same_article_whatever_the_case() -> None:
    assert find_duplicates([article("Rain fell. “So.”", title="A"), article('RAIN fell – "so"', title="a")]) == {
        1: (0, "same_article")
    }


def test_rows_that_share_a_home_page_or_one_address_stay_apart() -> None:
    for url in ("https://lake.example/", "https://lake.example/news/latest"):
        assert find_duplicates([article(report(n), url=url) for n in range(3)]) == {}


def test_one_text_in_two_outlets_is_a_finding_and_no_duplicate() -> None:
    assert find_duplicates([article(report(1), source="L"), article(report(1), source="M")]) == {}


def test_nearly_the_same_text_from_one_source_is_a_near_copy() -> None:
    words = report(1).split()
    corrected = " ".join([*words[:100], "corrected", *words[101:]])

    assert find_duplicates([article(report(1)), article(corrected)]) == {1: (0, "near_copy")}
    assert find_duplicates([article(report(1)), article(f"{corrected} and more")]) == {1: (0, "near_copy")}
    assert find_duplicates([article(report(1)), article(corrected, source="M")]) == {}


def test_half_of_a_text_is_no_near_copy() -> None:
    assert find_duplicates([article(report(1)), article(" ".join(report(1).split()[:100]))]) == {}


def test_unknown_sources_are_one_only_for_the_very_same_text() -> None:
    words = report(1).split()
    nearly = " ".join([*words[:100], "corrected", *words[101:]])

    assert find_duplicates([article(report(1), source=None), article(report(1), source=None)]) == {
        1: (0, "same_article")
    }
    assert find_duplicates([article(report(1), source=None), article(nearly, source=None)]) == {}


def test_short_texts_that_differ_in_one_word_are_two_reports() -> None:
    texts = [f"The lake stands at {n} metres this morning, the harbour master of Lindau reports." for n in (391, 392)]

    assert find_duplicates([article(text) for text in texts]) == {}


def test_duplicates_lead_to_an_article_that_is_kept() -> None:
    words = report(1).split()
    nearly = " ".join([*words[:100], "corrected", *words[101:]])
    pile = [
        article(nearly, url="https://lake.example/a"),
        article(nearly),
        article(f"{report(1)} and more"),
        article(report(2)),
    ]

    found = find_duplicates(pile)

    assert found == {1: (0, "same_article"), 2: (0, "near_copy")}


def test_footer_shared_by_a_thousand_articles_makes_none_of_them_copies() -> None:
    footer = report(0, 60)

    assert find_duplicates([article(f"{report(n + 1, 80)} {footer}") for n in range(1_000)]) == {}


def test_every_copy_in_a_pile_is_found() -> None:
    texts = [report(n) for n in range(50)]
    copies = [" ".join([*t.split()[:-1], "updated"]) for t in texts]

    found = find_duplicates([article(t) for t in [*texts, *copies]])

    assert len(found) == 50
    assert {frozenset((n % 50, first % 50)) for n, (first, _) in found.items()} == {frozenset((n,)) for n in range(50)}
