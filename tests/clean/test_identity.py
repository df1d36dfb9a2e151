"""What makes two records one article."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.clean.identity import article_id, article_ids, canonical_url, fold
from newscorpus.values import CleanArticle

HARBOUR = "The harbour of Lindau stays closed while divers look at the western wall."
FERRY = "A new ferry took its first forty passengers across to Rorschach without delay."


@pytest.mark.parametrize(
    "url",
    [
        "https://lake.example/news/a1",
        "http://lake.example/news/a1",
        "https://www.lake.example/news/a1/",
        "https://m.lake.example//news/a1#comments",
        "HTTPS://Lake.Example:443/news/a1?utm_source=x&fbclid=y",
        "  https://lake.example/news/a1?ref=home ",
    ],
)
def test_spellings_of_one_address_are_one(url: str) -> None:
    assert canonical_url(url) == "https://lake.example/news/a1"


def test_parameters_that_name_the_article_stay_in_one_order() -> None:
    assert canonical_url("https://lake.example/?id=7&b=2") == canonical_url("https://lake.example/?b=2&id=7")
    assert canonical_url("https://lake.example/?id=7") != canonical_url("https://lake.example/?id=8")


@pytest.mark.parametrize(
    "url", ["", "a", "ftp://lake.example/a", "javascript:alert(1)", "http://", "http://[::1", "http://a b.c/"]
)
def test_what_is_no_address_of_a_page_is_none(url: str) -> None:
    assert canonical_url(url) is None


def test_id_is_sixteen_hexadecimal_digits_and_never_changes() -> None:
    known = article_id(url="https://lake.example/a1", source=None, title=None, text="")

    assert known == article_id(url="http://www.lake.example/a1/", source="X", title="Y", text="Z")
    assert len(known) == 16
    assert int(known, 16) >= 0


def test_without_address_source_title_and_text_decide_after_folding() -> None:
    one = article_id(url=None, source="Lakeside Courier", title="“Closed”", text="The café  is closed.")
    same = article_id(url=None, source="lakeside courier", title='"Closed"', text="The cafe is\nclosed")

    assert one == same
    assert one != article_id(url=None, source="Lakeside Courier", title="Closed", text="The café is open.")
    assert one != article_id(url=None, source="Other", title="“Closed”", text="The café  is closed.")


def test_home_page_names_no_article() -> None:
    ids = {article_id(url="https://lake.example/", source="L", title=None, text=t) for t in (HARBOUR, FERRY)}

    assert len(ids) == 2


def test_address_beside_clearly_different_texts_is_left_aside() -> None:
    url = "https://lake.example/news/latest"
    harbour, ferry = (CleanArticle(text, source="L", url=url) for text in (HARBOUR, FERRY))

    ids = article_ids([harbour, ferry])

    assert len(set(ids)) == 2
    assert ids == article_ids([replace(harbour, url=None), replace(ferry, url=None)])


def test_address_beside_two_readings_of_one_text_is_believed() -> None:
    url = "https://lake.example/news/a1"
    page, table = CleanArticle(HARBOUR, url=url), CleanArticle(f"{HARBOUR} Photo: Town Hall.", url=url)

    assert article_ids([page, table]) == [article_id(url=url, source=None, title=None, text="")] * 2


@given(st.text(max_size=200))
def test_canonical_address_of_a_canonical_address_is_itself(text: str) -> None:
    for url in (canonical_url(text), canonical_url(f"https://lake.example/{text}")):
        assert url is None or canonical_url(url) == url


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_text_has_an_id(title: str, text: str) -> None:
    assert len(article_id(url=title, source=title, title=title, text=text)) == 16
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "1", "a.", "\n", "/", "&", "a=1&"])
def test_fifty_thousand_characters_of_one_kind_are_read(unit: str) -> None:
    text = unit * (50_000 // len(unit))

    assert canonical_url(f"https://lake.example/{text}") is None
    assert len(article_id(url=text, source=text, title=text, text=text)) == 16
