"""Stores that several test modules look into, built once."""

import json
from pathlib import Path

import pytest

from newscorpus.pipeline import Means, build_store

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
def example(build):
    """The example corpus, built."""
    return build(EXAMPLE)


@pytest.fixture(scope="session")
def truth():
    """What is in the example corpus, written down by its authors."""
    return json.loads((REPOSITORY / "tests" / "example_truth.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def seeds(build):
    """Two real articles as they arrived, where they are at hand; they are not part of this repository."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: two real articles that are not ours to ship")
    return build(SEEDS)
