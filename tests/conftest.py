"""Stores that several test modules look into, built once, also where several processes share the tests."""

import json
import os
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

# Before NumPy is loaded: on these small arrays a second thread only waits for the first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from newscorpus.pipeline import Means, build_store
from newscorpus.store.read import open_store

# No timed assertions: on a busy machine the same example takes many times as long.
settings.register_profile("untimed", parent=settings.default, deadline=None)
settings.load_profile("untimed")

REPOSITORY = Path(__file__).resolve().parents[1]
EXAMPLE = REPOSITORY / "data" / "example"
SEEDS = REPOSITORY.parent / "shared" / "seeds"


class Built:
    """A built store read back as lists of rows."""

    def __init__(self, store):
        self.store = store

    def rows(self, table):
        return self.store.dataset(table).to_table().to_pylist()

    def articles_by_place(self):
        """(file, record) -> the article's row with its text."""
        texts = {row["article_id"]: row["text"] for row in self.rows("texts")}
        return {(a["file"], a["record"]): a | {"text": texts[a["article_id"]]} for a in self.rows("articles")}


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """Build a store from paths; returns it read back."""

    def build(*paths, into=None, n_jobs=1, **options):
        place = into or tmp_path_factory.mktemp("built") / "store"
        return Built(build_store(paths, place, means=Means(n_jobs), **options).store)

    return build


@pytest.fixture(scope="session")
def build_once(build, tmp_path_factory):
    """Build a store under a name that all processes of this run share; the first that asks builds it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def build_once(name, *paths):
        place = shared / name
        with FileLock(shared / f"{name}.shared"):
            return Built(open_store(place)) if place.exists() else build(*paths, into=place)

    return build_once


@pytest.fixture(scope="session")
def example(build_once):
    """The example corpus, built."""
    return build_once("example", EXAMPLE)


@pytest.fixture(scope="session")
def truth():
    """What is in the example corpus, written down by its authors."""
    return json.loads((REPOSITORY / "tests" / "example_truth.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def seeds(build_once):
    """Two real articles as they arrived, where they are at hand; they are not part of this repository."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: two real articles that are not ours to ship")
    return build_once("seeds", SEEDS)
