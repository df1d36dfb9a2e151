"""What pages say of themselves, in the ways that sites write it."""

import json

import pytest

from newscorpus.clean.page.author import people_in
from newscorpus.clean.page.metadata import PageMetadata, read_metadata
from newscorpus.clean.page.title import without_site

PUBLISHER = {"@type": "NewsMediaOrganization", "name": "Lakeside Courier"}


def _page(node: object = None, head: str = "", body: str = "") -> PageMetadata:
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node is not None else ""
    return read_metadata(f"<html><head>{script}{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "wrap",
    [lambda a: a, lambda a: [{"@type": "WebSite"}, a], lambda a: {"@context": "https://schema.org", "@graph": [a]}],
    ids=["object", "list", "graph"],
)
def test_an_article_in_json_ld_is_found_however_it_is_nested(wrap) -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Ferry strike ends",
        "author": [{"@type": "Person", "name": "Ana Vidal"}, {"@type": "Person", "name": "Ben Osei"}],
        "datePublished": "2022-09-09T10:00:00+02:00",
        "dateModified": "2022-09-11T10:00:00+02:00",
        "publisher": PUBLISHER,
    }

    page = _page(wrap(article))

    assert (page.title, page.author, page.source) == ("Ferry strike ends", "Ana Vidal, Ben Osei", "Lakeside Courier")
    assert page.published_at is not None
    assert page.published_at.isoformat() == "2022-09-09T08:00:00+00:00"
    assert page.date_basis == "the page's JSON-LD"


def test_references_inside_json_ld_are_followed() -> None:
    graph = [
        {"@type": "Article", "headline": "Ferry strike ends", "author": {"@id": "#ana"}, "publisher": {"@id": "#site"}},
        {"@type": "Person", "@id": "#ana", "name": "Ana Vidal"},
        {"@type": "Organization", "@id": "#site", "name": "Lakeside Courier"},
    ]
    page = _page({"@graph": graph})
    assert (page.author, page.source) == ("Ana Vidal", "Lakeside Courier")


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, '{"@type": "NewsArticle", "author": [[3, null]], "datePublished": 5}', "null"]
)
def test_broken_json_ld_is_passed_over(text: str) -> None:
    page = read_metadata(f'<script type="application/ld+json">{text}</script><h1>Ferry strike ends today</h1>')
    assert (page.title, page.author, page.published_at) == ("Ferry strike ends today", None, None)


def test_json_ld_in_a_comment_with_a_comma_too_many_is_read() -> None:
    page = read_metadata(
        '<script type="application/ld+json">//<![CDATA[\n'
        '{"@type":"NewsArticle","headline":"Ferry strike ends",}\n//]]></script>'
    )
    assert page.title == "Ferry strike ends"


def test_meta_tags_are_read_where_there_is_no_json_ld() -> None:
    head = (
        '<meta property="og:title" content="Ferry strike ends | Lakeside Courier">'
        '<meta property="og:site_name" content="Lakeside Courier">'
        '<meta property="article:published_time" content="2022-09-09T23:30:00-05:00">'
        '<meta name="author" content="Ana Vidal"><meta name="keywords" content="Cleo Tran, boats">'
    )

    page = _page(head=head)

    assert (page.title, page.author, page.source) == ("Ferry strike ends", "Ana Vidal", "Lakeside Courier")
    assert page.published_at is not None
    assert page.published_at.date().isoformat() == "2022-09-09"
    assert page.date_basis == "the page's meta tag article:published_time"


def test_keywords_are_never_the_author() -> None:
    assert _page(head='<meta name="keywords" content="Cleo Tran">').author is None


def test_the_day_in_the_address_holds_where_a_clock_in_utc_has_the_next() -> None:
    page = _page(
        {"@type": "NewsArticle", "datePublished": "2022-09-10T02:00:00Z"},
        head='<link rel="canonical" href="https://lakeside.example/2022/09/09/ferry">',
    )
    assert page.published_at is not None
    assert page.published_at.isoformat() == "2022-09-09T23:59:59+00:00"


def test_the_time_of_a_change_or_of_a_comment_is_no_date_of_publication() -> None:
    body = (
        '<article><time class="updated" datetime="2022-09-11">11 September</time>'
        '<time datetime="2022-09-09">9 September</time></article>'
        '<div class="comments"><time datetime="2022-09-12">12 September</time></div>'
    )
    page = _page(body=body)
    assert page.published_at is not None
    assert (page.published_at.date().isoformat(), page.date_basis) == ("2022-09-09", "the page's <time>")


def test_a_page_without_a_date_has_none() -> None:
    page = _page(body="<h1>Ferry strike ends</h1><p>The crews went back on Friday.</p>")
    assert (page.published_at, page.date_basis) == (None, None)


def test_the_heading_that_the_title_repeats_is_the_headline() -> None:
    head = "<title>Ferry strike ends - Lakeside Courier</title>"
    body = "<h1>Lakeside Courier</h1><h1>Ferry strike ends</h1>"
    assert _page(head=head, body=body).title == "Ferry strike ends"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry strike ends | Lakeside Courier", "Ferry strike ends"),
        ("Lakeside Courier: Ferry strike ends", "Ferry strike ends"),
        ("Ferry strike ends - Lakeside Courier | News", "Ferry strike ends"),
        ("Ferry strike ends | Port", "Ferry strike ends"),
        ("Ferry strike ends - for now", "Ferry strike ends - for now"),
        ("Ferries: what now?", "Ferries: what now?"),
    ],
)
def test_a_title_loses_the_site_and_nothing_else(title: str, headline: str) -> None:
    assert without_site(title, {"lakeside courier"}) == headline


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("By Ana Vidal", ["Ana Vidal"]),
        ("ANA VIDAL and BEN OSEI", ["Ana Vidal", "Ben Osei"]),
        ("By Ana Vidal, Port Correspondent", ["Ana Vidal"]),
        ("Posted on June 13, 2025 by Ana Vidal", ["Ana Vidal"]),
        ("Von Ana Vidal", ["Ana Vidal"]),
        ("By Ana", ["Ana"]),
        ("Ana", []),
        ("admin", []),
        ("Lakeside Courier", []),
        ("Newsroom Staff", []),
        ("Agence France-Presse", []),
        ("ana@lakeside.example", []),
        ("https://social.example/ana", []),
    ],
)
def test_people_are_told_from_offices_outlets_and_agencies(written: str, people: list[str]) -> None:
    assert people_in([written], {"lakeside courier"}) == people


def test_the_byline_that_readers_see_goes_before_the_author_in_json_ld() -> None:
    node = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Cleo Tran"}}
    assert _page(node, body='<div class="byline">By <a rel="author">Ana Vidal</a></div>').author == "Ana Vidal"


def test_a_label_and_a_name_in_boxes_of_their_own_are_a_byline() -> None:
    assert _page(body="<div><p><strong>By</strong></p><p>Ana Vidal</p></div>").author == "Ana Vidal"


def test_an_agency_is_no_author_but_stays_in_the_byline() -> None:
    page = _page({"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Reuters"}, "creditText": "AFP"})
    assert (page.author, page.byline) == (None, "Reuters, AFP")


def test_the_outlet_is_the_host_where_nothing_names_it() -> None:
    page = _page(head='<link rel="canonical" href="https://www.lakeside-courier.example/a">')
    assert (page.source, page.source_basis) == ("lakeside-courier.example", "the address")


def test_the_language_that_the_page_declares_is_two_letters() -> None:
    assert read_metadata('<html lang="en-GB"><body>x').language == "en"
    assert read_metadata("<html><body>x").language is None


@pytest.mark.parametrize(
    "head", ['<link rel=canonical href="http://[bad">', '<base href="//"><meta property=og:url content="x">']
)
def test_addresses_that_are_none_are_passed_over(head: str) -> None:
    assert _page(head=head).url is None
