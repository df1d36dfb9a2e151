"""Pages and pieces of pages to articles: nothing lost, nothing of the furniture left, and the same again."""

from collections import Counter
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.clean.page.article import clean_html
from newscorpus.clean.page.tree import parse_page
from newscorpus.tables.kinds import KINDS_OF_REMOVAL
from newscorpus.values import CleanArticle, RawArticle

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

FIRST = "Ferry crews in the north went back to work on Friday after nine days on strike, their union said."
SECOND = "“We got the rosters we asked for,” said Ana Vidal, who has worked on the boats for twenty years."
THIRD = "The company said it would run extra crossings over the weekend to clear a backlog of some 400 lorries."

PAGE = f"""<!doctype html><html lang="en"><head>
<title>Ferry strike ends after nine days | Lakeside Courier</title>
<meta property="og:site_name" content="Lakeside Courier">
<link rel="canonical" href="https://lakeside-courier.example/2022/09/09/ferry-strike">
<style>.ad {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/port">Port</a></li></ul></nav>
<main><article><h1>Ferry strike ends after nine days</h1>
<div class="byline">By Ana Vidal and Ben Osei</div>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div>
<p>{FIRST}</p>
<figure><img src="x.jpg">
<figcaption>A ferry at the quay. <span class="credit">Photo: Cleo Tran</span></figcaption></figure>
<p>{SECOND}</p>
<div class="ad-slot"><script>window.ads.push("slot-1");</script></div>
<p>{THIRD}</p>
<p>Read more: Five lakes to swim in</p>
<aside class="related"><h2>Most read</h2><a href="/1">Tram stop moved</a></aside>
<div class="newsletter">Sign up for our morning newsletter</div>
</article></main><footer>© 2022 Lakeside Courier</footer></body></html>"""


def _clean(html: str, **fields: str) -> CleanArticle:
    return clean_html(RawArticle("page.html", 0, "html", "html", html, **fields))


def _characters(*texts: str) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())


def _is_accounted_for(html: str) -> bool:
    article = _clean(html)
    return _characters(*parse_page(html).itertext()) == _characters(article.text, *(r.text for r in article.removals))


def _removed(article: CleanArticle) -> dict[str, str]:
    """Text of each removal -> its kind."""
    return {removal.text: removal.kind for removal in article.removals}


def test_a_page_gives_its_three_paragraphs_parted_by_empty_lines() -> None:
    assert _clean(PAGE).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_what_is_cut_from_a_page_is_named_by_its_kind() -> None:
    removed = _removed(_clean(PAGE))

    assert removed["Ferry strike ends after nine days"] == "headline"
    assert removed["By Ana Vidal and Ben Osei"] == "byline"
    assert removed["A ferry at the quay."] == "caption"
    assert removed["Photo: Cleo Tran"] == "credit"
    assert removed['window.ads.push("slot-1");'] == "script"
    assert removed["Read more: Five lakes to swim in"] == "related"
    assert removed["Most read\nTram stop moved"] == "related"
    assert removed["Sign up for our morning newsletter"] == "promotion"
    assert removed["© 2022 Lakeside Courier"] == "copyright"
    assert removed["Home\nPort"] == "navigation"


def test_a_removal_stands_where_it_stood() -> None:
    caption = next(r for r in _clean(PAGE).removals if r.kind == "caption")
    assert caption.position == len(FIRST)


def test_text_and_removals_hold_every_character_of_the_page() -> None:
    assert _is_accounted_for(PAGE)


def test_the_page_says_who_wrote_it_where_and_when() -> None:
    article = _clean(PAGE)

    assert article.title == "Ferry strike ends after nine days"
    assert article.author == "Ana Vidal, Ben Osei"
    assert (article.source, article.source_basis) == ("Lakeside Courier", "the page's meta tag og:site_name")
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2022-09-09"
    assert article.date_basis == "the address"
    assert article.url == "https://lakeside-courier.example/2022/09/09/ferry-strike"


def test_what_the_file_says_wins_over_what_the_page_says() -> None:
    article = _clean(
        PAGE,
        source="Harbour Post",
        title="Boats sail again",
        author="Cleo Tran",
        published_at="2022-09-10",
        url="https://harbour.example/a",
    )

    assert (article.source, article.source_basis) == ("Harbour Post", "the file")
    assert (article.title, article.author, article.url) == (
        "Boats sail again",
        "Cleo Tran",
        "https://harbour.example/a",
    )
    assert (article.published_at.date().isoformat(), article.date_basis) == ("2022-09-10", "the file")


def test_cleaning_the_clean_text_changes_nothing() -> None:
    text = _clean(PAGE).text

    assert _clean(escape(text)).text == text
    assert _clean("".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))).text == text


def test_a_fragment_is_kept_but_for_its_furniture() -> None:
    fragment = (
        f'<div class="wpa">Advertisements<amp-ad type="x"></amp-ad></div><p>{FIRST}</p><p>No deal.</p>'
        "<script>var ad = 1;</script>Discover more from Lakeside Courier\nSubscribe to get the latest posts."
    )

    article = _clean(fragment)

    assert article.text == f"{FIRST}\n\nNo deal."
    assert article.source == "Lakeside Courier"
    assert _is_accounted_for(fragment)


def test_lesser_heading_above_the_text_of_a_piece_is_its_headline() -> None:
    byline = '<p class="byline">By Ana Vidal</p>'

    article = _clean(
        f"<h2 class='entry-title'>Ferries sail again after talks</h2>{byline}<p>{FIRST}</p><p>{SECOND}</p>"
    )

    assert (article.title, article.author) == ("Ferries sail again after talks", "Ana Vidal")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert _removed(article) == {"Ferries sail again after talks": "headline", "By Ana Vidal": "byline"}


def test_lesser_heading_below_a_paragraph_is_no_headline() -> None:
    article = _clean(f"<p>{FIRST}</p><h2>What happens now then</h2><p>{SECOND}</p>")

    assert article.title is None
    assert article.text == f"{FIRST}\n\nWhat happens now then\n\n{SECOND}"


def test_empty_lines_part_paragraphs_where_nothing_else_does() -> None:
    assert _clean(f"{FIRST}\n\n<em>{SECOND}</em>").text == f"{FIRST}\n\n{SECOND}"


def test_two_line_breaks_part_paragraphs_and_one_parts_lines() -> None:
    assert _clean("<div>One line<br>and another.<br><br>A new paragraph.</div>").text == (
        "One line\nand another.\n\nA new paragraph."
    )


def test_text_loose_in_the_element_that_holds_the_article_is_kept() -> None:
    lines = "<br><br>".join([FIRST, SECOND, THIRD])
    page = f"<html><body><div id='menu'>Home</div><div><h1>Ferry strike ends</h1><div>{lines}</div></div></body></html>"

    assert _clean(page).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_words_do_not_fall_apart_at_tags_inside_them() -> None:
    assert _clean("<p>The <b>un</b>likely deal</p>").text == "The unlikely deal"


def test_a_container_that_holds_the_article_is_not_cut_for_its_name() -> None:
    page = f"<html><body><div class='sidebar'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
    assert _clean(page).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_list_of_other_articles_behind_the_last_paragraph_is_cut() -> None:
    page = PAGE.replace(
        "<p>Read more: Five lakes to swim in</p>", "<h3>Most read in the north</h3><p>Tram stop moved</p>"
    )
    assert _clean(page).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_up_next_inside_an_article_does_not_end_it() -> None:
    page = PAGE.replace(f"<p>{THIRD}</p>", f"<p>UP NEXT</p><p>{THIRD}</p>")
    assert _clean(page).text.endswith(THIRD)


def test_characters_that_cannot_be_seen_are_cut_and_kept_on_record() -> None:
    article = _clean("<p>Harbour\u00admaster\u200b Vidal</p>")

    assert article.text == "Harbourmaster Vidal"
    assert [(r.text, r.kind) for r in article.removals] == [("\u00ad\u200b", "other")]


def test_the_agency_is_read_from_the_dateline_and_from_what_the_page_declares() -> None:
    assert _clean(f"<p>GENEVA (AFP) — {FIRST}</p>").agency == "AFP"
    declared = '<meta name="author" content="Reuters">'
    assert (
        _clean(PAGE.replace("</head>", f"{declared}</head>").replace("By Ana Vidal and Ben Osei", "")).agency
        == "Reuters"
    )
    assert _clean(f"<p>{FIRST} The minister told AFP so.</p>").agency is None


def test_a_page_without_anything_to_read_has_no_text() -> None:
    assert _clean("").text == ""
    assert _clean("<html><body><nav><a href='/'>Home</a></nav><script>x()</script></body></html>").text == ""


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body><p>{FIRST}</p></body></html>Behind the end <b>of it</b>",
        f"<table><tr><td>{FIRST}<td>{SECOND}</table>",
        f"<p>{FIRST}<template><p>unseen</p></template><noscript><p>Switch scripts on</p></noscript>",
        f"<p>a\x00b \ud800 {FIRST}</p>",
        f'<?xml version="1.0" encoding="utf-16"?><html><body><p>{FIRST}</p>',
        f"<frameset><noframes>{FIRST}</noframes></frameset>",
        f"<svg><text>Map</text></svg><select><option>One<option>Two</select><textarea>Write</textarea>{FIRST}",
        "<div>" * 3000 + FIRST + "</div>" * 3000 + f"<p>{SECOND}</p><script>if (a < b) f('<div>')</script>",
        "<ul><li>x" * 3000 + FIRST,
        "\u2800\u2801\u2802 " + FIRST,
    ],
)
def test_broken_pages_lose_no_character(html: str) -> None:
    assert _is_accounted_for(html)


def test_pages_nested_deeper_than_can_be_walked_keep_their_paragraphs() -> None:
    nested = "<html><body>" + "<div>" * 200_000 + f"<p>{FIRST}</p>" + "</div>" * 200_000
    assert _clean(nested).text == FIRST


def test_pages_of_more_elements_than_the_extractor_can_bear_keep_their_paragraphs() -> None:
    page = "<html><body>" + "<i>x</i>" * 25_000 + f"<p>{FIRST}</p></body></html>"
    assert FIRST in _clean(page).text


@pytest.mark.parametrize("unit", ["a", " ", "<", '"', "1", "a.", "\n", "&", "<p>", "<b>", "By ", "<a>", "|", "- "])
def test_a_page_of_one_thing_over_and_over_is_read(unit: str) -> None:
    html = unit * (50_000 // len(unit))
    assert _is_accounted_for(html)


_tags = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "a",
        "h1",
        "h2",
        "br",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "figure",
        "figcaption",
        "aside",
        "script",
        "style",
        "nav",
        "header",
        "footer",
        "article",
        "time",
        "em",
    ]
)
_names = st.sampled_from(
    ["", ' class="caption"', ' class="ad"', ' id="comments"', ' class="byline author"', ' style="display:none"']
)
_words = st.text(st.sampled_from("aé “”’.&<> \n©1:|\u200b\u2801中"), max_size=30) | st.sampled_from(
    [FIRST, "Read more: x", "By Ana Vidal"]
)


@st.composite
def _pages(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(_tags, _names, _words, st.booleans()), max_size=25))
    body = "".join(f"<{tag}{name}>{text}" + (f"</{tag}>" if closed else "") for tag, name, text, closed in pieces)
    return draw(st.sampled_from(["{}", "<html><body>{}</body></html>", "<!doctype html><title>T</title>{}"])).format(
        body
    )


@given(_pages())
@settings(max_examples=80, deadline=None)
def test_any_page_is_accounted_for_in_removals_that_stand_inside_the_text(page: str) -> None:
    article = _clean(page)

    assert _is_accounted_for(page)
    assert all(0 <= removal.position <= len(article.text) for removal in article.removals)
    assert all(removal.kind in KINDS_OF_REMOVAL and removal.rule for removal in article.removals)


def test_the_seed_fragment_gives_its_fourteen_paragraphs_and_its_outlet() -> None:
    path = SEEDS / "002_6e8efb9ffbbfa828.txt"
    if not path.exists():
        pytest.skip(f"../shared/seeds is not here: {path.name} cannot be read")

    html = path.read_text(encoding="utf-8")
    article = _clean(html)

    assert article.text.split("\n\n") == [p.text_content() for p in parse_page(html).iter("p")]
    assert len(article.text.split("\n\n")) == 14
    assert article.source is not None
    assert article.source.startswith("London")
    assert {removal.kind for removal in article.removals} == {"advertisement", "script", "promotion"}
