"""What only a browser shows: pages open, links reopen, picks stay, hostile text does nothing."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.alphabet import article_id, tables, write_store
from tests.browser.conftest import CHARTS_DRAWN, serving

pytestmark = pytest.mark.browser
N_CHARTS = 5
PATHS = ("", "stories", "compare", "voices", "names", "words", "concordance", "overlap", "read", "corpus", "methods")
HOSTILE = '<img src="http://stranger.invalid/a.png" onerror="window.struck=1"><script>window.struck=1</script>'
MARKDOWN = "![x](http://stranger.invalid/b.png) [y](http://stranger.invalid/c)"


def open_overview(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(CHARTS_DRAWN, arg=2 * N_CHARTS)
    page.wait_for_timeout(500)


def click(page: Page, marks: str, number: int) -> None:
    """Click the middle of a mark: Plotly lays a sheet over its marks and finds them by place.

    As a hand does: there first, then down. A click counts for the mark that Plotly saw under the pointer before it.
    """
    box = page.locator(marks).nth(number).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.wait_for_timeout(400)
    page.mouse.move(x + 1, y)
    page.wait_for_timeout(400)
    page.mouse.click(x + 1, y)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_name_of_the_first_page_leads_to_it_with_all_that_the_link_chose(page: Page, alphabet_address: str) -> None:
    page.goto(f"{alphabet_address}/overview?source=Abacus&words_from=20")

    expect(page.get_by_role("button", name="Source: Abacus ✕")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert parameters(page) == {"source": ["Abacus"], "words_from": ["20"]}


@pytest.mark.parametrize("path", PATHS)
def test_every_page_opens_without_an_error(page: Page, alphabet_address: str, path: str) -> None:
    page.goto(f"{alphabet_address}/{path}")

    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1_500)
    expect(page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')).to_have_count(0)


def test_a_link_reopens_its_filters(page: Page, alphabet_address: str) -> None:
    open_overview(page, f"{alphabet_address}/?source=Abacus&words_from=20&polarity=-1&polarity=0.2")

    # Abacus with 20 words or more and a polarity of 0.2 at most: a3 alone.
    expect(page.locator('[data-testid="stMetricValue"]').first).to_have_text("1")
    expect(page.get_by_role("button", name="Source: Abacus ✕")).to_be_visible()


def test_a_click_on_a_bar_narrows_the_rest_and_its_chip_opens_it_again(page: Page, alphabet_address: str) -> None:
    open_overview(page, alphabet_address)

    click(page, ".st-key-names .point path", -1)
    expect(page.get_by_role("button", name="Names Bay (place) ✕")).to_be_visible()
    expect(page.locator('[data-testid="stMetricValue"]').first).to_have_text("3")
    assert parameters(page)["name"] == ["Bay (place)"]

    page.get_by_role("button", name="Names Bay (place) ✕").click()
    expect(page.locator('[data-testid="stMetricValue"]').first).to_have_text("8")
    assert "name" not in parameters(page)


def test_a_click_on_a_dot_picks_its_article_and_read_opens_it(page: Page, alphabet_address: str) -> None:
    open_overview(page, alphabet_address)

    click(page, ".st-key-in-tone .points path.point", 0)
    expect(page.get_by_role("button", name="Article:")).to_be_visible()
    picked = parameters(page)["pick"]
    assert len(picked) == 1

    page.get_by_role("button", name="Read it").click()
    expect(page.locator("h1")).to_have_text("Read")
    assert parameters(page)["article"] == picked


def test_a_click_on_a_cell_chooses_name_and_source(page: Page, alphabet_address: str) -> None:
    open_overview(page, alphabet_address)

    click(page, ".st-key-grid .points path.point", 0)
    expect(page.get_by_role("button", name="Source: Abacus ✕")).to_be_visible()
    expect(page.get_by_role("button", name="Names Bay (place) ✕")).to_be_visible()


def test_a_pick_survives_a_change_of_page(page: Page, alphabet_address: str) -> None:
    open_overview(page, f"{alphabet_address}/?pick={article_id('a1')}&source=Abacus")

    page.get_by_role("navigation", name="App pages").get_by_text("Sources").click()
    page.get_by_role("menuitem", name="Names").click()
    expect(page.locator("h1")).to_have_text("Names")
    expect(page.get_by_role("button", name="Article:")).to_be_visible()
    assert parameters(page)["pick"] == [article_id("a1")]


def test_nothing_leaves_the_machine_and_no_hostile_text_acts(page: Page, tmp_path) -> None:
    rows = tables()
    for row in rows["articles"]:
        row |= {
            "source": f"=HYPERLINK({HOSTILE})",
            "title": HOSTILE + MARKDOWN,
            "agency": MARKDOWN,
            "url": "javascript:1",
        }
    for row in rows["entities"]:
        row["name"] += HOSTILE + MARKDOWN
    for row in rows["texts"]:
        row["text"] = HOSTILE + MARKDOWN + row["text"]
    for row in rows["removals"]:
        row |= {"text": HOSTILE + MARKDOWN, "rule": MARKDOWN}
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))

    with serving(write_store(tmp_path / "store", rows)) as address:
        query = f"?pick={article_id('a1')}"
        for path in PATHS:
            page.goto(f"{address}/{path}{query}")
            expect(page.locator("h1")).to_be_visible(timeout=30_000)
            page.wait_for_timeout(2_500)
            assert page.evaluate("window.struck") is None
            assert page.locator('a[href^="http://stranger"], a[href^="javascript"], img[src*="stranger"]').count() == 0

    assert asked <= {"127.0.0.1", ""}
