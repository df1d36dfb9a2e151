"""When a store that stands is still the one to show."""

import json

from newscorpus.keep.builds import is_ready
from newscorpus.keep.corpus import Corpus
from newscorpus.store.write import MANIFEST
from tests.alphabet import write_store


def set_manifest(store, **changes):
    manifest = json.loads((store / MANIFEST).read_text("utf-8"))
    (store / MANIFEST).write_text(json.dumps(manifest | changes), "utf-8")


def test_a_store_made_by_this_code_is_ready_and_one_made_by_other_code_is_not(tmp_path):
    store = write_store(tmp_path / "store")
    corpus = Corpus(tmp_path, (tmp_path / "articles",), store)

    assert is_ready(corpus)
    set_manifest(store, made_by="another version")
    assert not is_ready(corpus)


def test_a_store_that_lacks_a_table_of_today_is_not_ready(tmp_path):
    store = write_store(tmp_path / "store")
    set_manifest(store, parts={})

    assert not is_ready(Corpus(tmp_path, (tmp_path / "articles",), store))


def test_a_store_opened_as_it_is_is_taken_as_it_is(tmp_path):
    store = write_store(tmp_path / "store")

    assert is_ready(Corpus(store, (), store))


def test_nothing_built_is_not_ready(tmp_path):
    assert not is_ready(Corpus(tmp_path, (tmp_path,), tmp_path / "store"))
