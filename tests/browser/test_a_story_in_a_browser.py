"""From a story to both sentences, with clicks alone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CHARTS_DRAWN, serving
from tests.dam import LABEL, write_dam

pytestmark = pytest.mark.browser


def click(page: Page, marks: str, number: int) -> None:
    """Click the middle of a mark: Plotly lays a sheet over its marks and finds them by place."""
    box = page.locator(marks).nth(number).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_story_is_compared_and_a_click_shows_both_sentences(page: Page, tmp_path) -> None:
    with serving(write_dam(tmp_path / "store")) as address:
        page.goto(f"{address}/stories")
        page.wait_for_function(CHARTS_DRAWN, arg=2)
        page.wait_for_timeout(500)
        click(page, ".st-key-coverage .points path.point", 0)
        expect(page.get_by_role("button", name=f"Story: {LABEL} ✕")).to_be_visible()

        page.get_by_role("button", name="Compare what each tells").click()
        expect(page.locator("h1")).to_have_text("Compare")
        page.wait_for_function(CHARTS_DRAWN, arg=2)
        page.wait_for_timeout(500)
        assert parse_qs(urlsplit(page.url).query)["story"] == [LABEL]

        # Marks are drawn kind by kind; the last kind but one is the conflict, of which there is one.
        click(page, ".st-key-matrix .scatterlayer .trace:nth-child(3) path.point", 0)
        expect(page.get_by_text("Marked “conflicts”")).to_be_visible()
        expect(page.locator(".told .unit ins")).to_have_text(["Three"])
        expect(page.locator(".told .unit del")).to_have_text(["[Two]"])
        expect(page.locator(".told .unit").last).to_contain_text("people died.")
        assert parse_qs(urlsplit(page.url).query)["cell"] == ["2", "Lantern"]
