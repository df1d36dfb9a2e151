"""Any raw article to a clean one: whose it is, whose words it uses, and the two real pages the project began with."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newscorpus.clean.article import clean_article
from newscorpus.values import Markup, RawArticle

BODY = "The harbour of Lindau will stay closed until the weekend, the council said on Tuesday."
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def raw(
    content: str, *, file: str = "articles/1.txt", markup: Markup = "text", source: str | None = None
) -> RawArticle:
    return RawArticle(file, 0, "text", markup, content, source=source)


def test_agency_is_read_from_lines_that_are_then_cut() -> None:
    article = clean_article(
        raw(f"{BODY}\n\nSupport LCN | Apps | Jobs\n\nAFP is a global news agency that covers lakes.")
    )

    assert article.text == BODY
    assert article.agency == "AFP"
    assert (article.source, article.source_basis) == ("LCN", "the line “Support …” below the text")


def test_outlet_of_the_file_wins_over_footer_and_folder() -> None:
    article = clean_article(
        raw(f"{BODY}\n\nDiscover more from Big Lake Post", file="Lindau Daily/1.txt", source="guardian.com")
    )

    assert (article.source, article.source_basis) == ("The Guardian", "the file")


def test_outlet_comes_from_the_footer_before_the_folder() -> None:
    assert (
        clean_article(raw(f"{BODY}\n\nDiscover more from Big Lake Post", file="Lindau Daily/1.txt")).source
        == "Big Lake Post"
    )
    assert clean_article(raw(BODY, file="Lindau Daily/1.txt")).source == "Lindau Daily"
    assert clean_article(raw(BODY)).source is None


def test_agency_told_of_in_a_sentence_is_neither_agency_nor_outlet() -> None:
    article = clean_article(raw(f"{BODY}\n\nThe harbour master told AFP so."))

    assert (article.agency, article.source) == (None, None)


def test_outlet_that_is_an_agency_is_credited_with_its_text() -> None:
    assert clean_article(raw(BODY, source="Agence France Presse -- English")).agency == "AFP"


def test_page_and_pasted_text_of_one_article_have_one_body() -> None:
    page = clean_article(raw(f"<html><body><article><p>{BODY}</p><p>{BODY}</p></article></body></html>", markup="html"))

    assert page.text == clean_article(raw(f"{BODY}\n\n{BODY}")).text


@given(st.text(max_size=300), st.text(max_size=60), st.sampled_from(["html", "text"]))
@example("0\r\xad", "", "html")  # a soft hyphen behind a line end
@settings(deadline=None, max_examples=60)
def test_any_text_is_cleaned_without_an_error(content: str, file: str, markup: Markup) -> None:
    article = clean_article(raw(content, file=file, markup=markup))

    assert article.text == article.text.strip()
    assert all(0 <= removal.position <= len(article.text) for removal in article.removals)


def seed(name: str) -> str:
    paths = sorted(SEEDS.glob(f"{name}_*"))
    if not paths:
        pytest.skip(f"../shared/seeds is not here: no file {name}_* in {SEEDS}")
    return paths[0].read_text(encoding="utf-8")


def test_pasted_seed_keeps_every_paragraph_and_loses_all_furniture() -> None:
    content = seed("000")

    article = clean_article(raw(content, file="000.txt"))

    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 13
    assert all(p.rstrip()[-1] in ".”" for p in paragraphs)
    assert sum(len(r.text.splitlines()) for r in article.removals) + len(paragraphs) == len(
        [line for line in content.splitlines() if line.strip()]
    )
    assert not {"Photo:", "HKFP", "YouTube", "Patrons", "|"} & set(article.text.split())
    assert (article.source, article.agency) == ("HKFP", "AFP")
    assert {r.kind for r in article.removals} >= {"caption", "donation", "navigation", "agency_note"}


def test_fragment_seed_is_of_the_outlet_its_footer_names() -> None:
    article = clean_article(raw(seed("002"), file="002.txt", markup="html"))

    assert article.source == "London Glossy Post"
    assert article.agency is None
    assert len(article.text.split("\n\n")) == 14
