"""From a figure to checking it: answers are given by keyboard, survive a reload, and the result follows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.alphabet import write_store
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
MILLISECONDS = 30_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose private corpora go to a folder of this test."""
    folder = tmp_path_factory.mktemp("checking")
    with serving(write_store(folder / "store"), PARALLAX_KEPT=str(folder / "kept")) as address:
        yield address


def test_a_link_leads_to_a_sample_that_is_judged_by_keyboard_and_survives_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}/voices")
    page.locator(".st-key-check-speaker-voices button").click(timeout=MILLISECONDS)
    progress = page.locator('[data-testid="stProgress"]')
    expect(progress).to_contain_text("0 of 7 answered", timeout=MILLISECONDS)
    assert "judge=Who+says+it" in page.url

    for n in (1, 2):
        page.wait_for_timeout(1_000)  # the answers of an item are drawn after its number
        page.keyboard.press("1")
        expect(progress).to_contain_text(f"{n} of 7 answered", timeout=MILLISECONDS)
    assert "corpus=" in page.url  # the example stays as it was: answers are in a corpus of the reader's own

    page.reload()
    expect(progress).to_contain_text("2 of 7 answered · this is item 3", timeout=MILLISECONDS)
    expect(page.get_by_text("You agree on")).to_have_count(0)

    page.get_by_text("Show the result", exact=True).click()
    expect(page.get_by_text("Too few to conclude anything", exact=False)).to_be_visible(timeout=MILLISECONDS)
    expect(page.get_by_text("You agree on", exact=False)).to_be_visible()
