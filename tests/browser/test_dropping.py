"""Articles are dropped, read, corrected, found again by their link, and by nobody without it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.alphabet import write_store
from tests.browser.conftest import serving
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser
MILLISECONDS_TO_READ = 90_000  # a worker starts, loads the model and reads: seconds here, more on a busy machine

COURIER = """The Halden Courier

Bridge at Halden closed after crack is found

By Ada Lind

The bridge at Halden was closed on Monday after divers found a crack in its second pier, the county said.

Photo: Halden County, via Flickr.

Repairs will take three weeks, according to the county engineer, Ida Storm. Lorries must drive by Kirnholm until then.

Support The Halden Courier | Contact us | Newsletter
"""
HOSTILE = """source,title,text
"<img src=x onerror='window.struck=1'>",<script>window.struck=1</script>,The ferry did not sail.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose uploads go to a folder of this test."""
    folder = tmp_path_factory.mktemp("dropping")
    with serving(write_store(folder / "store"), PARALLAX_KEPT=str(folder / "kept")) as address:
        yield address


def text_file(name: str, content: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": content.encode()}


def drop(page: Page, address: str, files: list[FilePayload] | list[Path]) -> None:
    page.goto(f"{address}/corpus")
    expect(page.get_by_text("Add articles", exact=True)).to_be_visible(timeout=30_000)
    page.locator('input[type="file"]').first.set_input_files(files)
    page.get_by_role("button", name=f": {len(files)} file").click()
    expect(page.get_by_text(f"{len(files)} record", exact=False).first).to_be_visible(timeout=MILLISECONDS_TO_READ)


def token(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query)["corpus"][0]


def test_dropped_articles_become_the_dashboard_and_are_found_again_by_their_link_alone(
    page: Page, address: str, browser: Browser
) -> None:
    drop(
        page,
        address,
        [text_file("courier.txt", COURIER), text_file("empty.txt", ""), text_file("hostile.csv", HOSTILE)],
    )

    expect(page.get_by_text("3 records came in: 2 kept as articles and 1 set aside with a reason.")).to_be_visible()
    link = f"{address}/?corpus={token(page)}"
    later = browser.new_page(viewport={"width": 1440, "height": 2600})
    later.goto(link)
    expect(later.locator('[data-testid="stMetricValue"]').first).to_have_text("2", timeout=30_000)
    assert later.evaluate("window.struck") is None
    later.close()

    stranger = browser.new_page()
    stranger.goto(address)
    expect(stranger.locator('[data-testid="stMetricValue"]').first).to_have_text("8", timeout=30_000)
    stranger.goto(f"{address}/?corpus={'a' * 32}")
    expect(stranger.get_by_text("There is no corpus at this address")).to_be_visible(timeout=30_000)
    stranger.close()


def test_the_two_real_articles_are_dropped_and_read_right(page: Page, address: str) -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: two real articles that are not ours to ship")

    drop(page, address, sorted(SEEDS.glob("*.txt")))

    expect(page.get_by_text("2 records came in: 2 kept as articles. Nothing else was met.")).to_be_visible()
    page.goto(f"{address}/?corpus={token(page)}")
    expect(page.get_by_text("There is one article for each source: no averages.").first).to_be_visible(timeout=30_000)
    expect(page.locator('[data-testid="stMetricValue"]').nth(1)).to_have_text("2")
