"""The alphabet corpus opened: its counts stand, done by hand, in tests/alphabet.py."""

import pytest

from newscorpus.query.connection import open_reader
from newscorpus.store.read import open_store
from tests.alphabet import write_store


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return open_store(write_store(tmp_path_factory.mktemp("alphabet") / "store"))


@pytest.fixture(scope="session")
def reader(store):
    return open_reader(store)
