"""A store is whole or not there, and says so when it was changed."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from newscorpus.errors import StoreDamaged
from newscorpus.store.read import is_store, open_store
from newscorpus.store.write import write_text, writing
from newscorpus.tables.catalogue import TABLES

REPOSITORY = Path(__file__).resolve().parents[2]
# Writes stores with 1, 2, 3 … texts until it is killed, and says after each that it is acknowledged.
WRITER = """
import sys
from pathlib import Path
from tests.store.test_store import write_texts
number = 0
while True:
    number += 1
    write_texts(Path(sys.argv[1]), [f"text {n}" for n in range(number)])
    print(number, flush=True)
"""


def write_texts(place, texts):
    rows = [{"article_id": f"{n:016x}", "text": text, "analysis_key": "k"} for n, text in enumerate(texts)]
    with writing(place) as writer:
        for name, table in TABLES.items():
            content = pa.Table.from_pylist(rows, table.schema) if name == "texts" else table.schema.empty_table()
            writer.add(name, content)
        writer.finish("made by a test")


def texts_of(place):
    return open_store(place).dataset("texts").to_table()["text"].to_pylist()


def test_what_was_written_is_read_back(tmp_path):
    write_texts(tmp_path / "store", ["Alpha.", "Beta."])

    assert texts_of(tmp_path / "store") == ["Alpha.", "Beta."]
    assert open_store(tmp_path / "store").key == "made by a test"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["store", "store.lock"]


def test_the_fingerprint_follows_the_content_and_nothing_else(tmp_path):
    for name, texts in (("one", ["Alpha."]), ("same", ["Alpha."]), ("other", ["Alpha!"])):
        write_texts(tmp_path / name, texts)

    one, same, other = (open_store(tmp_path / name).fingerprint for name in ("one", "same", "other"))

    assert one == same
    assert one != other


def test_a_store_that_was_not_finished_leaves_the_old_one(tmp_path):
    write_texts(tmp_path / "store", ["Old."])

    with pytest.raises(ValueError, match="a store needs every table"), writing(tmp_path / "store") as writer:
        writer.add("texts", TABLES["texts"].schema.empty_table())
        writer.finish("half of it")

    assert texts_of(tmp_path / "store") == ["Old."]
    assert not (tmp_path / "store.new").exists()


def test_a_build_killed_between_the_two_renames_is_mended(tmp_path):
    write_texts(tmp_path / "store", ["Old."])
    (tmp_path / "store").rename(tmp_path / "store.old")
    (tmp_path / "store.new").mkdir()

    with writing(tmp_path / "store"):
        assert texts_of(tmp_path / "store") == ["Old."]

    assert texts_of(tmp_path / "store") == ["Old."]


@pytest.mark.parametrize("place_in_file", [0.1, 0.5, 0.9])
def test_one_flipped_bit_is_named_and_not_shown(tmp_path, place_in_file):
    write_texts(tmp_path / "store", ["Alpha.", "Beta."])
    part = next((tmp_path / "store" / "texts").iterdir())
    content = bytearray(part.read_bytes())
    content[int(len(content) * place_in_file)] ^= 1
    part.write_bytes(content)

    with pytest.raises(StoreDamaged, match=f"texts/{part.name} is damaged. Build the corpus again"):
        open_store(tmp_path / "store")


def test_a_missing_part_is_named(tmp_path):
    write_texts(tmp_path / "store", ["Alpha."])
    next((tmp_path / "store" / "mentions").iterdir()).unlink()

    with pytest.raises(StoreDamaged, match=r"mentions/.* is missing"):
        open_store(tmp_path / "store")


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"fingerprint": "f", "key": "k", "parts": {}}'])
def test_a_broken_manifest_is_an_error_in_words(tmp_path, manifest):
    (tmp_path / "manifest.json").write_text(manifest)

    assert is_store(tmp_path)
    with pytest.raises(StoreDamaged, match="Build the corpus again"):
        open_store(tmp_path)


def test_a_table_that_is_not_what_it_should_be_is_refused_with_every_fault(tmp_path):
    wrong = pa.table({"article_id": pa.array([None], pa.string()), "text": pa.array([1]), "colour": pa.array(["red"])})

    every_fault = r"1 nulls.*text is int64.*analysis_key is missing.*colour is not a column"
    with pytest.raises(ValueError, match=every_fault), writing(tmp_path / "store") as writer:
        writer.add("texts", wrong)


def test_large_tables_are_written_in_parts_and_read_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr("newscorpus.store.write.N_ROWS_PER_PART", 2)

    write_texts(tmp_path / "store", ["a", "b", "c", "d", "e"])

    assert len(list((tmp_path / "store" / "texts").iterdir())) == 3
    assert texts_of(tmp_path / "store") == ["a", "b", "c", "d", "e"]
    reopened = open_store(tmp_path / "store").dataset("texts").to_table(filter=pc.field("text") == "d")
    assert reopened["article_id"].to_pylist() == ["0000000000000003"]


@pytest.mark.parametrize("seconds", [0.05, 0.12, 0.31])
def test_killed_at_any_moment_every_acknowledged_store_is_whole(tmp_path, seconds):
    store = tmp_path / "store"
    command = [sys.executable, "-c", WRITER, str(store)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as writer:
        first = int(writer.stdout.readline())
        time.sleep(seconds)
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged = [first, *map(int, writer.stdout.read().split())][-1]

    with writing(store):  # what any next build does first
        pass

    assert len(texts_of(store)) in (acknowledged, acknowledged + 1)
    assert json.loads((store / "manifest.json").read_text())["key"] == "made by a test"


def test_many_writers_of_one_small_file_leave_it_whole_and_nothing_beside_it(tmp_path):
    place = tmp_path / "choices.json"
    texts = [str(number) * 10_000 for number in range(8)]

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda text: write_text(place, text), texts * 10))

    assert place.read_text() in texts
    assert list(tmp_path.iterdir()) == [place]
