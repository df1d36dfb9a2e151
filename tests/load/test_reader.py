"""What holds of every format: nothing is lost, and no bytes raise an error."""

import csv
import importlib
import io
import json
import pkgutil
import re
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newscorpus.load
from newscorpus.errors import REASONS
from newscorpus.load.limits import MAX_FILE_BYTES
from newscorpus.load.reader import read_file
from newscorpus.values import RawArticle, Rejected

SUFFIXES = (".txt", ".md", ".html", ".csv", ".tsv", ".json", ".jsonl", ".parquet", ".zip", "")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FIELDS = ("source", "title", "author", "published_at", "url", "language", "section", "note")
# What each format begins with, so that arbitrary bytes behind it reach that format's reader.
BEGINNINGS = (
    b"",
    b"source,title,text\n",
    b'[{"text":',
    b'{"text": "a"}\n',
    b"<p>",
    b"PK\x03\x04",
    b"PAR1",
    b"---\ntitle: ",
    b"%PDF-1.4\n1 0 obj\n",
    b"{\\rtf1 ",
    b"\x1f\x8b\x08\x00",
    b"BZh91AY&SY",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
    b"From a@b.example Tue Mar  3 08:00:00 2020\nSubject: ",
    b"<?xml version='1.0'?><rss><channel><item>",
    b"<PPSResponse><article>",
    b"<DOCFULL> -->",
    b'<div class="article enArticle"><table>',
    b'<span class="DocPublicationName">',
    b"End of Document\nBody\n",
    b"1 of 2 DOCUMENTS\n\n",
    b"HD\nRain\nLP\n",
    b"Publication title: x\nProQuest document ID: 1\n",
    b"Dokumentnummer: 1\n",
    b"Record: 1\n",
)


def _hold_true(items):
    assert items
    assert len({(item.file, item.record) for item in items}) == len(items)
    for item in items:
        assert item.layout
        if isinstance(item, Rejected):
            assert item.reason in REASONS
        else:
            assert item.content.strip()
            item.content.encode()
            for value in (getattr(item, field) for field in FIELDS):
                assert value is None or (value.strip() and value.encode())


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(SUFFIXES), st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_any_bytes_under_any_name_give_articles_or_reasons(read, suffix, beginning, data):
    _hold_true(read("a" + suffix, beginning + data))


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(SUFFIXES), st.sampled_from(BEGINNINGS), st.text(max_size=300))
def test_any_text_under_any_name_gives_articles_or_reasons(read, suffix, beginning, text):
    _hold_true(read("a" + suffix, beginning + text.encode("utf-8", "surrogatepass")))


def _csv(rows):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("source", "title", "text"), *rows])
    return file.getvalue()


def _lines(rows):
    return "\n".join(json.dumps(dict(zip(("source", "title", "text"), row, strict=False))) for row in rows)


@pytest.mark.parametrize(("name", "write"), [("a.csv", _csv), ("a.jsonl", _lines)])
def test_markers_counted_by_a_plain_scan_are_the_rows_kept_and_set_aside(read, name, write):
    rows = [
        ("Echo", "MARK one", "It rained."),
        ("Echo", "MARK two", ""),  # no text
        ("Echo", "MARK three", 'One,\n\n“two” and "three".'),
        ("Echo", "MARK four", "null"),  # no text
        ("Echo", "MARK five", "End of Document"),
    ]
    content = write(rows)

    items = read(name, content)

    n_kept = sum(isinstance(item, RawArticle) for item in items)
    assert content.count("MARK") == 5 == len(items)
    assert n_kept == 3
    assert (items[0].content, items[-1].content) == ("It rained.", "End of Document")


def test_the_same_article_reads_the_same_from_every_format(read):
    row = ("Echo", "Rain", "It rained.\n\nThen it stopped.")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("in.csv", _csv([row]))
    files = {
        "a.txt": f"Source: {row[0]}\nTitle: {row[1]}\n\n{row[2]}",
        "a.md": f"---\nsource: {row[0]}\ntitle: {row[1]}\n---\n{row[2]}",
        "a.csv": _csv([row]),
        "a.tsv": _csv([row]).replace(",", "\t"),
        "a.jsonl": _lines([row]),
        "a.zip": archive.getvalue(),
    }

    found = {name: [(i.source, i.title, i.content) for i in read(name, content)] for name, content in files.items()}

    assert found == {name: [row] for name in files}


def test_reading_twice_gives_the_same(read):
    content = _csv([("Echo", "Rain", "It rained."), ("Echo", "Sun", "")])

    assert read("a.csv", content) == read("a.csv", content)


def test_a_line_of_five_megabytes_is_read(read):
    words = "word " * 1_000_000

    assert [len(read(name, head + words)[0].content) for name, head in [("a.txt", ""), ("a.csv", "text\n")]] == [
        len(words) - 1,
        len(words) - 1,
    ]


def test_a_file_above_the_limit_is_refused_without_being_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)

    assert list(read_file(path, "a.txt")) == [Rejected("a.txt", 0, "unknown", "too_large", "The limit is 100 MB.")]


def test_what_is_no_ordinary_file_is_not_opened(tmp_path):
    (tmp_path / "link.txt").symlink_to("/etc/hostname")

    assert [item.reason for item in read_file(tmp_path / "link.txt", "link.txt")] == ["not_a_file"]
    assert [item.reason for item in read_file(tmp_path, "folder")] == ["not_a_file"]
    assert [item.reason for item in read_file(tmp_path / "gone.txt", "gone.txt")] == ["unreadable"]


def _patterns():
    for module in pkgutil.walk_packages(newscorpus.load.__path__, "newscorpus.load."):
        for name, value in vars(importlib.import_module(module.name)).items():
            found = value if isinstance(value, tuple) else (value,)
            for pattern in (part for entry in found for part in (entry if isinstance(entry, tuple) else (entry,))):
                if isinstance(pattern, re.Pattern):
                    yield pytest.param(pattern, id=f"{module.name}.{name}")


LONG = [(unit * 50_000)[:50_000] for unit in ("a", " ", "<", '"', "1", "a.", "\n", "<p ", "[", "\\", "/", "-", "\t<p")]
# Of processor time for 50 kB: a linear pattern takes some milliseconds, a quadratic one several seconds.
LINEAR_SECONDS = 1.0


@pytest.mark.parametrize("pattern", list(_patterns()))
def test_every_pattern_takes_linear_time(pattern):
    for text in LONG:
        subject = text.encode() if isinstance(pattern.pattern, bytes) else text
        start = time.process_time()
        for _ in pattern.finditer(subject):
            pass
        assert time.process_time() - start < LINEAR_SECONDS


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_monotonous_files_are_read_in_linear_time(read, suffix):
    for beginning in BEGINNINGS:
        for text in LONG:
            start = time.process_time()
            _hold_true(read("a" + suffix, beginning + text.encode()))
            assert time.process_time() - start < LINEAR_SECONDS


@pytest.mark.parametrize(("number", "markup"), [("000", "text"), ("002", "html")])
def test_real_pasted_articles_are_one_article_each(number, markup):
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here: the articles are not part of the project")
    (path,) = SEEDS.glob(f"{number}_*.txt")

    (article,) = read_file(path, path.name)

    assert (article.markup, article.record, article.note) == (markup, 0, None)
    assert article.content.split() == path.read_text("utf-8").split()
