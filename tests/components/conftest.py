"""Pages run by Streamlit's own test runner on small stores."""

from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, app_test

from components import session
from components.places import FIRST, PLACES, path_of
from tests.alphabet import article_id, tables, write_store

APP = Path(__file__).resolve().parents[2] / "app.py"
PAGES = tuple(PLACES)
SECONDS = 60  # the first page of a run imports everything


@pytest.fixture(autouse=True, scope="session")
def _look_for_components_once():
    """Streamlit's test runner looks through all installed packages before each test; none comes or goes meanwhile."""
    scan = manifest_scanner.scan_component_manifests
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, scan.__name__, cache(scan))
        yield


@pytest.fixture(autouse=True, scope="session")
def _clear_away():
    """Streamlit's test runner leaves its folder to the end of the process, where all warnings are errors still."""
    yield
    app_test.TMP_DIR.cleanup()


@pytest.fixture(autouse=True)
def _fresh_caches():
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch):
    """Open a page on the store at a path, with the parameters of a link."""

    def open_page(store, name=FIRST, /, **parameters):
        monkeypatch.setenv(session.CORPUS_VARIABLE, str(store))
        page = AppTest.from_file(str(APP), default_timeout=SECONDS)
        for key, value in parameters.items():
            page.query_params[key] = value
        page.run()
        return page if name == FIRST else page.switch_page(path_of(name)).run()

    return open_page


@pytest.fixture(scope="session")
def alphabet(tmp_path_factory):
    return write_store(tmp_path_factory.mktemp("alphabet") / "store")


@pytest.fixture(scope="session")
def one_each(tmp_path_factory):
    """One article of each source: a1, b1, c1."""
    kept = {article_id(short) for short in ("a1", "b1", "c1")}
    rows = {
        name: [row for row in table if row.get("article_id", article_id("a1")) in kept]
        for name, table in tables().items()
    }
    return write_store(tmp_path_factory.mktemp("one") / "store", rows)


@pytest.fixture
def damaged(tmp_path):
    """A store one part of which was changed after it was written."""
    store = write_store(tmp_path / "store")
    part = next((store / "texts").iterdir())
    part.write_bytes(part.read_bytes()[:-1] + b"\0")
    return store


def words_of(page):
    """All words on a page."""
    kinds = (page.title, page.header, page.subheader, page.text, page.caption, page.markdown, page.info, page.error)
    return "\n".join(str(element.value) for kind in (*kinds, page.warning) for element in kind)


def charts_of(page):
    """The figures on a page, as Plotly JSON."""
    return [chart.proto.spec for chart in page.get("plotly_chart")]
