"""When a store that stands is still the one to show, and what happens when several readers ask for a build at once."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import psutil

from newscorpus.keep.builds import build_state, is_ready, start_build
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


def test_eight_readers_at_once_start_one_build(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("The ferry to Orm was stopped on Monday, the harbour board said.\n" * 3)
    corpus = Corpus(tmp_path / "corpus", (articles,), tmp_path / "corpus" / "store")

    with ThreadPoolExecutor(8) as readers:
        list(readers.map(lambda _: start_build(corpus, 1), range(8)))
    started = [child for child in psutil.Process().children() if str(articles) in child.cmdline()]

    assert len(started) == 1
    while build_state(corpus).state == "running":
        time.sleep(0.1)
    assert is_ready(corpus)
