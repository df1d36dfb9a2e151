"""From a story to both sentences, with clicks alone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from components.charts.statements import least_width, most_width
from tests.browser.conftest import CHARTS_DRAWN, serving
from tests.dam import LABEL, tables, write_dam
from tests.told import told

pytestmark = pytest.mark.browser
N_SOURCES = 15
LAST_DRAWN = 14  # references of the fifteen rows of a page
PHONE = {"width": 400, "height": 900}
LAPTOP = {"width": 1440, "height": 900}
HOSTILE = '<img src="http://stranger.invalid/a.png" onerror="window.struck=1">![x](http://stranger.invalid/b.png)'
WIDTH_OF_CHART = "document.querySelector('.st-key-matrix .main-svg').getBoundingClientRect().width"
OVERHANG_OF_PAGE = "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"


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

        # Marks are drawn kind by kind: the reference, word for word, reworded, conflicts (one), not found.
        click(page, ".st-key-matrix .scatterlayer .trace:nth-child(4) path.point", 0)
        expect(page.get_by_text("Marked “conflicts”")).to_be_visible()
        expect(page.locator(".told .unit mark")).to_have_text(["Three", "Two"])
        expect(page.locator(".told .unit").last).to_contain_text("people died.")
        assert parse_qs(urlsplit(page.url).query)["cell"] == ["2", "Lantern"]


def test_two_sources_are_compared_beside_both_sentences_which_stay_in_sight(page: Page, tmp_path) -> None:
    opening = "The dam above the town of Bay opened its gates at dawn on Monday after a night of heavy rain."
    more = " ".join(f"Keeper number {n} of street {n} counted {n} chairs." for n in range(30))
    store = told(tmp_path / "store", [("Kestrel", f"{opening} {more}"), ("Lantern", opening)])
    page.set_viewport_size(LAPTOP)
    with serving(store) as address:
        page.goto(f"{address}/compare")
        page.wait_for_function(CHARTS_DRAWN, arg=2)
        page.wait_for_timeout(1_000)
        chart, panel = (page.locator(f".st-key-{key}").bounding_box() for key in ("matrix-wide", "cell-panel"))

        assert chart
        assert panel
        assert page.evaluate(WIDTH_OF_CHART) <= most_width(2)
        assert panel["x"] >= chart["x"] + chart["width"]
        page.locator(".st-key-matrix .points path.point").nth(LAST_DRAWN).scroll_into_view_if_needed()
        click(page, ".st-key-matrix .points path.point", LAST_DRAWN)
        expect(page.get_by_text("Found in this source only.")).to_be_in_viewport()


def test_the_marks_of_many_sources_are_moved_sideways_on_a_phone_and_the_page_is_not(page: Page, tmp_path) -> None:
    opening = "The dam above the town of Bay opened its gates at dawn on Monday after a night of heavy rain."
    store = told(
        tmp_path / "store", [(f"Outlet {n:02d}", f"{opening} Outlet counted {n} boats.") for n in range(N_SOURCES)]
    )
    page.set_viewport_size(PHONE)
    with serving(store) as address:
        page.goto(f"{address}/compare?all_sources=true")
        page.wait_for_function(CHARTS_DRAWN, arg=2)
        page.wait_for_timeout(1_000)

        assert page.evaluate(WIDTH_OF_CHART) >= least_width(N_SOURCES)
        assert page.evaluate(WIDTH_OF_CHART) > PHONE["width"]
        assert page.evaluate(OVERHANG_OF_PAGE) == 0
        box = page.locator(".st-key-matrix-wide")
        assert box.evaluate("box => { box.scrollLeft = 999; return box.scrollLeft }") > 0


def test_hostile_words_of_a_story_do_nothing(page: Page, tmp_path) -> None:
    rows = tables()
    for row in rows["articles"]:
        row |= {"source": f"{row['source']}{HOSTILE}", "title": HOSTILE, "agency": HOSTILE}
    for row in rows["stories"]:
        row["label"] = HOSTILE
    for row in rows["quotes"]:
        row |= {"speaker": HOSTILE, "verb": HOSTILE}
    for row in rows["texts"]:
        row["text"] = row["text"].replace("dam", "<b>")  # of the same length: places stay
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))

    with serving(write_dam(tmp_path / "store", rows)) as address:
        for path in (
            "stories",
            "compare",
            "compare?part=Side+by+side",
            "compare?part=By+all,+by+one",
            "overlap",
            "voices",
        ):
            page.goto(f"{address}/{path}")
            expect(page.locator("h1")).to_be_visible(timeout=30_000)
            page.wait_for_timeout(2_500)
            assert page.evaluate("window.struck") is None
            assert page.locator('a[href^="http://stranger"], img[src*="stranger"]').count() == 0

    assert asked <= {"127.0.0.1", ""}
