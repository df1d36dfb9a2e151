"""What was taken in is kept, under names that lead nowhere and tokens nobody guesses."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.errors import CorpusFull, CorpusUnknown
from newscorpus.keep import corpus as keep


def test_a_kept_file_is_there_byte_for_byte_under_its_name(tmp_path):
    corpus = keep.new_corpus(tmp_path)

    place = keep.add_file(corpus, "The Courier/flood.txt", b"Rain.\n")

    assert place == corpus.folder / "files" / "The Courier" / "flood.txt"
    assert place.read_bytes() == b"Rain.\n"


def test_a_corpus_is_found_again_by_its_token_with_its_files(tmp_path):
    token = keep.new_corpus(tmp_path).token
    keep.add_file(keep.private_corpus(tmp_path, token), "a.txt", b"A.")

    again = keep.private_corpus(tmp_path, token)

    assert again.inputs == (tmp_path / token / "files",)
    assert again.is_private
    assert not again.is_built


def test_two_files_of_one_name_are_both_kept_and_one_dropped_twice_is_kept_once(tmp_path):
    corpus = keep.new_corpus(tmp_path)
    for content in (b"one", b"two", b"one"):
        keep.add_file(corpus, "a.txt", content)

    kept = {p.name: p.read_bytes() for p in (corpus.folder / "files").iterdir()}

    assert kept == {"a.txt": b"one", "a (2).txt": b"two"}


def test_a_file_and_a_folder_of_one_name_do_not_collide(tmp_path):
    corpus = keep.new_corpus(tmp_path)
    keep.add_file(corpus, "courier", b"a file")

    place = keep.add_file(corpus, "courier/a.txt", b"in a folder")

    assert place.read_bytes() == b"in a folder"
    assert place == corpus.folder / "files" / "courier (2)" / "a.txt"
    assert (corpus.folder / "files" / "courier").read_bytes() == b"a file"


def test_tokens_are_long_random_and_different(tmp_path):
    tokens = {keep.new_corpus(tmp_path).token for _ in range(20)}

    assert len(tokens) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", token) for token in tokens)


@pytest.mark.parametrize("token", ["", "..", "a" * 32, "../" + "a" * 29, "a" * 31 + "\n", "a" * 33])
def test_a_token_that_is_none_opens_nothing(tmp_path, token):
    keep.new_corpus(tmp_path)

    with pytest.raises(CorpusUnknown, match="There is no corpus at this address"):
        keep.private_corpus(tmp_path, token)


def test_a_corpus_made_from_another_shows_its_store_until_it_has_its_own(tmp_path):
    base = keep.shared_corpus(tmp_path / "example", tmp_path / "built")

    corpus = keep.new_corpus(tmp_path / "kept", base)

    assert corpus.store == base.store
    assert corpus.inputs == base.inputs
    assert keep.own_store(corpus) == corpus.folder / "store"


def test_an_upload_over_the_limit_is_refused_with_the_limit_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "CORPUS_LIMIT_BYTES", 3_000_000)
    corpus = keep.new_corpus(tmp_path)
    keep.add_file(corpus, "a.txt", b"x" * 2_000_000)

    with pytest.raises(CorpusFull, match=r"larger than 3 MB. Start another corpus"):
        keep.add_file(corpus, "b.txt", b"y" * 2_000_000)

    assert [p.name for p in (corpus.folder / "files").iterdir()] == ["a.txt"]


@given(st.text(max_size=300))
def test_a_name_of_any_letters_stays_inside_the_folder(name):
    safe = keep.safe_name(name)

    assert not safe.is_absolute()
    assert ".." not in safe.parts
    assert 1 <= len(safe.parts) <= 4
    assert all(part and len(part.encode()) <= 255 and not set(part) & set('/\\\0\n<>:"|?*') for part in safe.parts)


@settings(max_examples=30, deadline=None)  # each example is written to disk and synced
@given(st.text(alphabet="abc ./\\", max_size=30), st.binary(max_size=20))
def test_any_name_can_be_kept_and_read_back(tmp_path_factory, name, content):
    corpus = keep.new_corpus(tmp_path_factory.mktemp("kept"))

    place = keep.add_file(corpus, name, content)

    assert place.read_bytes() == content
    assert (corpus.folder / "files") in place.parents
