"""A cell of Voices is picked, its list opens, a speaker is set right, the figure follows, and it is taken back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.alphabet import write_store
from tests.browser.conftest import CHARTS_DRAWN, serving

pytestmark = pytest.mark.browser
N_CHARTS = 2
MILLISECONDS = 30_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose private corpora go to a folder of this test."""
    folder = tmp_path_factory.mktemp("voices")
    with serving(write_store(folder / "store"), PARALLAX_KEPT=str(folder / "kept")) as address:
        yield address


def cell_texts(page: Page) -> list[str]:
    """The numbers of the grid of speakers, row by row."""
    return page.locator(".st-key-speakers .textpoint text").all_inner_texts()


def test_a_speaker_is_set_right_from_a_cell_and_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/voices")
    page.wait_for_function(CHARTS_DRAWN, arg=2 * N_CHARTS, timeout=MILLISECONDS)
    page.wait_for_timeout(1_000)
    before = cell_texts(page)

    # The first mark of the second row: Ann Alder in Abacus, two quotations (rows of four sources).
    box = page.locator(".st-key-speakers .points path.point").nth(4).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("button", name="Speaker: Ann Alder (person) ✕")).to_be_visible(timeout=MILLISECONDS)
    expect(page.locator("strong", has_text="2 quotations")).to_be_visible()

    page.get_by_role("button", name="Set the speaker right").first.click()
    chooser = page.get_by_role("combobox", name="Right speaker")
    chooser.fill("Dora Dean")
    chooser.press("Enter")
    page.get_by_role("button", name="Set right", exact=True).click()

    expect(page.get_by_text("1 corrected by you", exact=False)).to_be_visible(timeout=MILLISECONDS)
    expect(page.locator("strong", has_text="1 quotation")).to_be_visible()
    expect(page.locator(".js-plotly-plot", has_text="Dora Dean (set by a reader)")).to_have_count(1)
    assert "corpus=" in page.url  # the example stays as it was: the correction is in a corpus of the reader's own

    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("corrected by you", exact=False)).to_have_count(0, timeout=MILLISECONDS)
    expect(page.locator(".js-plotly-plot", has_text="Dora Dean")).to_have_count(0)
    expect(page.locator(".st-key-speakers")).to_have_count(1)
    assert cell_texts(page) == before
