"""What stands on a page and is no report of the outlet: offers, posts, hidden text, notes on authors, marks."""

import json

import pytest

from newscorpus.clean.article import clean_article
from newscorpus.clean.offers import is_about_author, is_wall
from newscorpus.values import CleanArticle, RawArticle

FIRST = "Ferry crews in the north went back to work on Friday after nine days on strike, their union said."
SECOND = "The company said it would run extra crossings over the weekend to clear a backlog of some 400 lorries."
TEXT = f"{FIRST}\n\n{SECOND}"


def _page(inside: str, head: str = "") -> CleanArticle:
    page = (
        f"<html><head><title>Ferry strike ends</title>{head}</head><body><main><article>"
        f"<h1>Ferry strike ends</h1>{inside}</article></main></body></html>"
    )
    return clean_article(RawArticle("a.html", 0, "html", "html", page))


def _text(text: str) -> CleanArticle:
    return clean_article(RawArticle("a.txt", 0, "text", "text", text))


PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"


@pytest.mark.parametrize(
    "offer",
    [
        "<div class='paywall'><p>This story is for subscribers only.</p><p>Three months for 5 euros.</p></div>",
        "<p>Already a subscriber? Log in</p><p>Three months for 5 euros.</p>",
        "<p>Dieser Artikel ist nur für Abonnenten.</p>",
        "<p>Cet article est réservé aux abonnés</p>",
        "<p>Contenido exclusivo para suscriptores</p>",
        "<p>Kun for abonnenter</p>",
    ],
)
def test_an_offer_behind_a_pay_wall_is_cut_and_the_beginning_told(offer):
    article = _page(PARAGRAPHS + offer)

    assert article.text == TEXT
    assert article.note == "only the beginning of the article: the page keeps the rest for subscribers"


def test_an_article_about_a_pay_wall_is_whole():
    told = "<p>The paper has had a pay wall for subscribers since May, and readers of the town said they would pay.</p>"

    assert _page(told + PARAGRAPHS).note is None
    assert not is_wall("Members of the union for lorry drivers said on Friday that they would wait.")


def test_a_short_page_that_says_it_is_not_free_is_perhaps_a_beginning():
    node = {"@type": "NewsArticle", "headline": "Ferry strike ends", "isAccessibleForFree": False}
    head = f"<script type='application/ld+json'>{json.dumps(node)}</script>"

    assert _page(PARAGRAPHS, head).note.startswith("perhaps only the beginning")
    assert _page(PARAGRAPHS * 6, head).note is None  # 6 × 38 words


def test_a_whole_article_above_an_offer_is_no_beginning():
    article = _page(PARAGRAPHS * 6 + "<p>Already a subscriber? Log in</p>")

    assert (article.text, article.note) == ("\n\n".join([TEXT] * 6), None)


def test_a_pasted_beginning_is_told_too():
    article = _text(f"{TEXT}\n\nAlready a subscriber? Log in")

    assert (article.text, article.note is None) == (TEXT, False)


@pytest.mark.parametrize("network", ["twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed"])
def test_a_post_in_a_page_is_not_the_outlets_words_nor_its_day_the_articles(network):
    post = f"<blockquote class='{network}'><p>A disgrace, all of it!</p>— Ana (@ana) <a>June 1, 2019</a></blockquote>"

    article = _page(f"<p>{FIRST}</p>{post}<p>{SECOND}</p>")

    assert (article.text, article.published_at) == (TEXT, None)
    assert any("A disgrace" in removal.text for removal in article.removals)


def test_what_a_page_sets_as_a_quotation_is_one():
    quoted = "We got the rosters that we had asked for"

    article = _page(f"<p>{FIRST}</p><blockquote><p>{quoted}</p><p>— Ana Vidal</p></blockquote><p>{SECOND}</p>")

    assert article.text == f"{FIRST}\n\n“{quoted}”\n\n— Ana Vidal\n\n{SECOND}"


@pytest.mark.parametrize("hiding", ["hidden", "style='display: none'", "style='position:absolute;left:-9999px'"])
def test_what_a_page_hides_is_cut(hiding):
    assert (
        _page(f"<p>{FIRST}</p><p {hiding}>Buy cheap tickets for the ferry online now.</p><p>{SECOND}</p>").text == TEXT
    )


def test_a_note_on_the_author_is_cut_and_a_report_on_a_reporter_is_not():
    note = "<p><em>Ana Vidal is a reporter at the Lakeside Courier.</em></p>"

    assert _page(PARAGRAPHS + note).text == TEXT
    assert not is_about_author("Ana Vidal is a reporter who was held by the police for two days.", None)
    assert is_about_author("Ana Vidal is a reporter in the north.", "Ana Vidal")


@pytest.mark.parametrize(
    ("before", "behind", "agency"),
    [
        (
            "",
            "\n\nThis report by The Canadian Press was first published March 5, 2024.\n\nAna Vidal, The Canadian Press",
            "CP",
        ),
        ("Veldholm, Mar 5 (PTI) ", " PTI AB CDE", "PTI"),
        ("Veldholm [Lake], March 5 (ANI): ", " (ANI)", "ANI"),
        ("VELDHOLM, March 5 (Bernama) -- ", "\n\n-- BERNAMA", "Bernama"),
        ("Veldholm (dpa/lno) - ", "\n\n© dpa-infocom, dpa:240305-99-123456/3", "dpa"),
        ("", "\n\n--IANS\n\nab/cde", "IANS"),
        ("", " — AFP", "AFP"),
    ],
)
def test_agencies_are_credited_and_their_marks_are_no_text(before, behind, agency):
    article = _text(f"{before}{TEXT}{behind}")

    assert (article.agency, article.text) == (agency, TEXT)


def test_an_agency_in_the_last_sentence_is_no_mark():
    told = f"{FIRST}\n\nThe minister had told the news agency AFP on Friday that the talks would go on."

    assert (_text(told).agency, _text(told).text) == (None, told)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Updated: March 9, 2024 01:20 pm | Published: March 5, 2024 11:40 am", 5),
        ("5 March 2024", 5),
        ("Last updated 9 March 2024", None),
        ("03/05/2024", None),
    ],
)
def test_the_day_a_page_shows_is_that_of_publication_or_none(stamp, day):
    for article in (_page(f"<p>{stamp}</p>{PARAGRAPHS}"), _text(f"Ferry strike ends today\n\n{stamp}\n\n{TEXT}")):
        assert (article.published_at.day if article.published_at else None) == day
        assert (article.note is not None) == (stamp == "03/05/2024")


@pytest.mark.parametrize("place", ["aside class='related'", "footer", "ul class='most-read'", "blockquote"])
def test_the_day_of_something_else_is_none(place):
    box = f"<{place}><span>12 January 2023</span> Old boats for sale</{place.split()[0]}>"

    assert _page(PARAGRAPHS + box).published_at is None


def test_json_ld_of_another_article_is_not_this_pages():
    other = {
        "@type": "NewsArticle",
        "headline": "Old boats for sale at the quay",
        "url": "https://courier.example/boats",
        "datePublished": "2019-01-01",
        "author": {"@type": "Person", "name": "Cleo Tran"},
    }
    head = (
        "<link rel='canonical' href='https://courier.example/strike'>"
        f"<script type='application/ld+json'>{json.dumps(other)}</script>"
    )

    article = _page(PARAGRAPHS, head)

    assert (article.author, article.published_at) == (None, None)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By June Marsh", "June Marsh"),
        ("Words by April Holm", "April Holm"),
        ("By Anna Press and Tom Times", "Anna Press, Tom Times"),
        ("By Ana Vidal, Courier Staff Writer", "Ana Vidal"),
        ("By Montag", None),
        ("By Press Office", None),
        ("By Twitter Facebook", None),
        ("記者 山田太郎", "山田太郎"),
    ],
)
def test_people_with_names_like_words_are_people_and_words_are_not(byline, author):
    assert _page(f"<div class='byline'>{byline}</div>{PARAGRAPHS}").author == author


def test_a_name_of_one_token_is_read_where_it_is_declared():
    assert _page(PARAGRAPHS, "<meta name='author' content='山田太郎'>").author == "山田太郎"


def test_every_element_of_a_byline_counts():
    byline = "<div><span class='author'>Ana Vidal</span><span class='author'>Ben Osei</span></div>"

    assert _page(byline + PARAGRAPHS).author == "Ana Vidal, Ben Osei"


def test_the_byline_of_a_teaser_is_not_this_articles():
    teaser = "<a href='/boats'><h3>Old boats for sale at the quay</h3><span class='byline'>By Cleo Tran</span></a>"

    assert _page(PARAGRAPHS + teaser).author is None


@pytest.mark.parametrize("company", ["Nordlake Media Holding AS", "Nordlake A/S", "Nordlake Druck GmbH & Co. KG"])
def test_the_site_is_the_source_and_not_the_company_that_owns_it(company):
    node = {"@type": "NewsArticle", "headline": "Ferry strike ends", "publisher": {"name": company}}
    script = f"<script type='application/ld+json'>{json.dumps(node)}</script>"

    named = _page(PARAGRAPHS, f"<meta property='og:site_name' content='Lakeside Courier'>{script}")
    unnamed = _page(PARAGRAPHS, f"<link rel='canonical' href='https://www.courier.example/a'>{script}")

    assert (named.source, unnamed.source) == ("Lakeside Courier", "courier.example")
