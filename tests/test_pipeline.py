"""A build is the same whatever the number of workers, does no work twice, and no bad file stops it."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newscorpus.compare.stories.moves import Move
from newscorpus.errors import NothingToRead
from newscorpus.pipeline import Choices, Means, build_store

REPOSITORY = Path(__file__).resolve().parents[1]
EXAMPLE = REPOSITORY / "data" / "example"
GOOD = "The harbour of Ansel was closed on Monday. The mayor said no ship would leave before the storm had passed."


def run(*arguments):
    command = [sys.executable, "-m", "newscorpus", *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300)


def zipped(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 200_000_000)
    return buffer.getvalue()


def unsafe_names():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../escaped.txt", GOOD.replace("Ansel", "Kirnholm"))
        archive.writestr("/etc/escaped.txt", GOOD.replace("Ansel", "Tavra"))
    return buffer.getvalue()


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "truncated.zip": zipped(a=GOOD)[:-30],
    "truncated.parquet": b"PAR1" + b"\x00" * 50,
    "no-text-column.csv": b"colour,size\nred,3\n",
    "no-text.html": b"<html><head><title>Nothing</title></head><body><img src='a.png'></body></html>",
    "bomb.zip": bomb(),
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """Harmless articles between hostile files."""
    folder = tmp_path_factory.mktemp("pile")
    for name, content in BAD_FILES.items():
        (folder / name).write_bytes(content)
    (folder / "a-good.txt").write_text(GOOD, "utf-8")
    (folder / "m-latin.txt").write_bytes(
        "Le café de la région était fermé lundi, a dit le maire Érik Çelik.".encode("cp1252")
    )
    (folder / "m-utf16.txt").write_text("The mill at Šelvac stood still on Tuesday, its owner said.", "utf-16")
    (folder / "m-long-line.txt").write_bytes(b"The river rose again. " * 200_000)
    (folder / "m-names.zip").write_bytes(unsafe_names())
    (folder / "m-hostile.csv").write_text(
        'source,title,text\n=HYPERLINK("http://x.example"),<script>alert(1)</script>,'
        "The bridge at Halden was closed for a day.\n"
        "<img src=x onerror=alert(1)>,A title,The ferry to Kirnholm did not sail on Friday.\n",
        "utf-8",
    )
    (folder / "z-good.txt").write_text(GOOD.replace("Ansel", "Halden"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def piled(build, pile):
    return build(pile)


def test_every_bad_file_has_a_line_with_a_reason_and_every_good_one_is_kept(piled):
    receipts = {}
    for row in piled.rows("receipts"):  # a member of an archive is archive.zip/member.txt
        receipts.setdefault(row["file"].partition("/")[0], []).append((row["outcome"], row["reason"]))

    assert {name: receipts[name] for name in BAD_FILES} == {
        "empty.txt": [("rejected", "empty")],
        "blank.txt": [("rejected", "empty")],
        "picture.txt": [("rejected", "not_text")],
        "picture.csv": [("rejected", "not_text")],
        "truncated.zip": [("rejected", "damaged")],
        "truncated.parquet": [("rejected", "damaged")],
        "no-text-column.csv": [("rejected", "columns_unknown")],
        "no-text.html": [("rejected", "no_text")],
        "bomb.zip": [("rejected", "expands_too_far")],
    }
    kept = {row["file"] for row in piled.rows("receipts") if row["outcome"] == "kept"}
    assert {"a-good.txt", "m-latin.txt", "m-utf16.txt", "m-long-line.txt", "m-hostile.csv", "z-good.txt"} <= kept


def test_records_add_up(piled):
    row = piled.rows("build")[0]

    assert row["n_records"] == row["n_kept"] + row["n_rejected"] + row["n_duplicates"]
    assert row["n_kept"] == len(piled.rows("articles")) == len(piled.rows("texts"))


def test_names_in_an_archive_lead_nowhere(piled, pile):
    kept = [row["file"] for row in piled.rows("receipts") if row["file"].startswith("m-names.zip/")]

    assert len(kept) == 2
    assert not list(pile.parent.rglob("escaped.txt"))


def test_hostile_names_are_kept_as_they_are(piled):
    sources = {row["source"] for row in piled.rows("articles")}

    assert '=HYPERLINK("http://x.example")' in sources
    assert "<script>alert(1)</script>" in {row["title"] for row in piled.rows("articles")}


def test_offsets_slice_back_to_what_they_name(piled, example):
    for built in (piled, example):
        texts = {row["article_id"]: row["text"] for row in built.rows("texts")}
        for row in built.rows("mentions"):
            assert texts[row["article_id"]][row["start"] : row["end"]] == row["surface"]
        for row in built.rows("sentences"):
            sentence = texts[row["article_id"]][row["start"] : row["end"]]
            assert sentence == sentence.strip() != ""


def test_every_mention_has_its_entity_and_every_article_its_text(example):
    entities = {row["entity_id"] for row in example.rows("entities")}
    texts = {row["article_id"] for row in example.rows("texts")}

    assert {row["entity_id"] for row in example.rows("mentions")} == entities
    assert {row["article_id"] for row in example.rows("articles")} == texts


def test_two_workers_write_the_same_store_as_one(example, build):
    assert build(EXAMPLE, n_jobs=2).store.fingerprint == example.store.fingerprint


def write_articles(folder, numbers):
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(f"Council {number} met on Monday. It voted on {number} roads.", "utf-8")


def test_only_what_is_new_is_read_and_measured(tmp_path):
    write_articles(tmp_path / "articles", range(40))
    first = build_store([tmp_path / "articles"], tmp_path / "store", means=Means(1))
    again = build_store([tmp_path / "articles"], tmp_path / "store", means=Means(1))
    write_articles(tmp_path / "articles", range(40, 43))
    more = build_store([tmp_path / "articles"], tmp_path / "store", means=Means(1))
    anew = build_store([tmp_path / "articles"], tmp_path / "another", means=Means(1))

    assert (first.n_files_read, first.n_articles_analysed) == (40, 40)
    assert again.is_unchanged
    assert (more.n_files_read, more.n_articles_analysed) == (3, 3)
    assert (anew.n_files_read, anew.n_articles_analysed) == (43, 43)
    assert more.store.fingerprint == anew.store.fingerprint


def test_a_file_that_is_gone_is_gone_from_the_store(tmp_path, build):
    write_articles(tmp_path / "articles", range(3))
    build(tmp_path / "articles", into=tmp_path / "store")
    (tmp_path / "articles" / "1.txt").unlink()

    left = build(tmp_path / "articles", into=tmp_path / "store")

    assert {row["file"] for row in left.rows("articles")} == {"0.txt", "2.txt"}


def test_columns_that_a_reader_named_are_read(tmp_path, build):
    (tmp_path / "odd.csv").write_text("Blatt,Inhalt\nThe Courier,The bridge was closed on Monday.\n", "utf-8")

    built = build(tmp_path / "odd.csv", choices=Choices(columns={"text": "Inhalt", "source": "Blatt"}))

    assert [(row["source"], row["record"]) for row in built.rows("articles")] == [("The Courier", 0)]


def test_a_copy_that_was_let_in_stays_and_has_a_name_of_its_own(build):
    choices = Choices(let_in=frozenset({("averne-record-export.csv", 5)}))

    built = build(EXAMPLE / "averne-record-export.csv", choices=choices)

    assert [row["outcome"] for row in built.rows("receipts")] == ["kept"] * 7
    assert len({row["article_id"] for row in built.rows("articles")}) == 7


TOLD = (
    "The harbour of Ansel was closed on Monday. The storm tore forty fishing boats from their moorings. "
    "“No ship will leave before the storm has passed over the islands,” mayor Ada Lind said."
)
TOLD_AGAIN = (
    "Forty fishing boats were torn from their moorings by the storm. A quarter of all ships waited outside. "
    "“No ship will leave before the storm has passed over the islands,” said Ada Lind, the mayor of Ansel."
)


def test_a_build_follows_the_moves_of_articles_and_compares_them_where_they_are_now(tmp_path, build):
    (tmp_path / "articles").mkdir()
    for name, text in (("one.txt", TOLD), ("two.txt", TOLD_AGAIN)):
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    built = build(tmp_path / "articles", into=tmp_path / "store")
    articles = {row["file"]: row for row in built.rows("articles")}
    both = tuple(row["article_id"] for row in articles.values())

    apart = build(tmp_path / "articles", into=tmp_path / "store", choices=Choices(moves=(Move(both, None),)))
    assert apart.rows("statements") == []
    assert {row["story_id"] for row in apart.rows("articles")} == {None}

    together = Choices(moves=(Move(both, "f" * 16, "The harbour"),))
    own = build(tmp_path / "articles", into=tmp_path / "store", choices=together)
    assert {row["story_id"] for row in own.rows("articles")} == {"f" * 16}
    assert [row["found_story_id"] for row in own.rows("articles")] == [r["found_story_id"] for r in articles.values()]
    made = [row for row in own.rows("stories") if row["story_id"] == "f" * 16]
    assert [(row["label"], row["n_articles"]) for row in made] == [("The harbour", 2)]
    assert {row["story_id"] for row in own.rows("statements")} == {"f" * 16}
    assert len({row["article_id"] for row in own.rows("statements")}) == 2


def test_the_command_line_builds_checks_and_describes(tmp_path):
    write_articles(tmp_path / "articles", range(2))
    (tmp_path / "articles" / "bad.csv").write_text("colour\nred\n", "utf-8")

    built = run("build", tmp_path / "articles", "--into", tmp_path / "store", "--jobs", 1)
    checked = run("check", tmp_path / "store")
    described = run("describe", tmp_path / "store")

    assert (built.returncode, built.stdout) == (0, "")
    assert "Set aside: bad.csv: No column could be recognised as the text" in built.stderr
    assert "3 records: 2 kept, 0 copies, 1 set aside." in built.stderr
    assert (checked.returncode, "whole" in checked.stdout) == (0, True)
    assert "Records 3 = kept 2 + set aside 1 + copies 0" in described.stdout


@pytest.mark.parametrize("missing", ["not-there", "empty-folder"])
def test_nothing_to_read_is_one_clear_line_and_exit_code_2(tmp_path, missing):
    (tmp_path / "empty-folder").mkdir()

    done = run("build", tmp_path / missing, "--into", tmp_path / "store")

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert missing in done.stderr
    assert not (tmp_path / "store").exists()


def test_a_damaged_store_is_named_and_built_again(tmp_path, build):
    write_articles(tmp_path / "articles", range(2))
    built = build(tmp_path / "articles", into=tmp_path / "store")
    part = next((tmp_path / "store" / "texts").iterdir())
    part.write_bytes(part.read_bytes()[:-10])

    assert run("check", tmp_path / "store").returncode == 2
    mended = build(tmp_path / "articles", into=tmp_path / "store")

    assert mended.store.fingerprint == built.store.fingerprint


def test_the_file_of_choices_is_read_and_a_broken_one_refused(tmp_path):
    (tmp_path / "odd.csv").write_text("Inhalt\nThe bridge was closed on Monday.\n", "utf-8")
    moved = {"article_ids": ["a"], "story_id": None, "label": None, "beside": []}
    chosen = {"columns": {"text": "Inhalt"}, "let_in": [["a.txt", 0]], "moves": [moved]}
    (tmp_path / "good.json").write_text(json.dumps(chosen))
    (tmp_path / "half.json").write_text(json.dumps({"moves": [{"article_ids": ["a"]}]}))
    (tmp_path / "bad.json").write_text("[1]")
    build_odd = ("build", tmp_path / "odd.csv", "--into", tmp_path / "store", "--choices")

    assert "1 kept" in run(*build_odd, tmp_path / "good.json").stderr
    for name in ("bad.json", "half.json"):
        refused = run(*build_odd, tmp_path / name)
        assert (refused.returncode, "not a file of choices" in refused.stderr) == (2, True)


def test_a_reader_is_told_what_to_do_when_there_is_no_file(tmp_path):
    with pytest.raises(NothingToRead, match=r"there is no such file or folder\. Check the name"):
        build_store([tmp_path / "nothing"], tmp_path / "store")
