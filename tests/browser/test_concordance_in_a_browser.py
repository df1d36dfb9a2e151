"""What only a browser shows of the Concordance: links to the place, picks, and hostile text that does nothing."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.written_corpus import Written, write_corpus

pytestmark = pytest.mark.browser
HOSTILE = '<img src="http://stranger.invalid/a.png" onerror="window.struck=1"><a href="http://stranger.invalid/c">x</a>'
ARTICLES = [
    Written("Abacus", "The river dam holds. River water, dam wall."),
    Written("Bugle", f"{HOSTILE} A river dam leaks. The dam by the river {HOSTILE}"),
    Written(HOSTILE, f"{HOSTILE} ![x](http://stranger.invalid/b.png) dam"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(write_corpus(tmp_path_factory.mktemp("concordance") / "store", ARTICLES)) as address:
        yield address


def open_found(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}/concordance?{query}")
    expect(page.locator("h3", has_text="hits in")).to_be_visible(timeout=30_000)


def test_a_hit_opens_its_article_at_the_place_and_back_leads_back(page: Page, address: str) -> None:
    open_found(page, address, "find=river+NEAR/2+dam&source=Abacus")

    page.locator(".kwic a").nth(1).click()  # River water, dam: the second of two
    expect(page.locator("h1")).to_have_text("Read", timeout=30_000)
    expect(page.locator(".marked .here").first).to_have_text("River water, dam")
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["article"], asked["at"], asked["source"]) == (["0001000000000000"], ["21-37"], ["Abacus"])

    page.go_back()
    expect(page.locator(".kwic a")).to_have_count(2, timeout=30_000)


@pytest.mark.parametrize("show", ["lines", "where+in+the+articles", "over+time", "words+beside"])
def test_hostile_text_does_nothing_in_any_view(page: Page, address: str, show: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))

    open_found(page, address, f"find=dam&show={show}")
    page.wait_for_timeout(2_500)

    assert page.evaluate("window.struck") is None
    assert page.locator('a[href^="http://stranger"], img[src*="stranger"]').count() == 0
    assert asked <= {"127.0.0.1", ""}


def test_a_line_is_a_sentence_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 400, "height": 1600})
    open_found(page, address, "find=dam&source=Abacus")
    line = page.locator(".kwic tr").nth(1)

    before, found = (line.locator(f"td.{part}").bounding_box() for part in ("before", "node"))
    assert before and found
    assert abs(before["y"] - found["y"]) < found["height"]  # in one line of text
    assert page.evaluate("document.querySelector('.kwic').scrollWidth <= window.innerWidth")
