"""Files packed alone, and tar archives."""

import bz2
import gzip
import io
import lzma
import tarfile

import pytest
import zstandard

from newscorpus.clean.article import clean_article

TEXT = b"It rained in the north."
PACK = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


def tar(*members):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content, kind in members:
            entry = tarfile.TarInfo(name)
            entry.size, entry.type = len(content), kind
            entry.linkname = "/etc/passwd" if kind == tarfile.SYMTYPE else ""
            archive.addfile(entry, io.BytesIO(content))
    return file.getvalue()


def found(items):
    return [(item.file, getattr(item, "reason", None)) for item in items]


@pytest.mark.parametrize("ending", PACK)
def test_the_file_inside_is_recognised_anew(read, ending):
    (text,) = read(f"a.txt.{ending}", PACK[ending](TEXT))
    (row,) = read("noname", PACK[ending](b"source,text\nThe Echo,It rained.\n"))

    assert (text.file, text.layout, text.content) == (f"a.txt.{ending}", "text", TEXT.decode())
    assert (row.layout, row.source) == ("csv", "The Echo")


@pytest.mark.parametrize("ending", PACK)
def test_what_is_cut_off_or_a_bomb_is_refused(reasons, ending):
    packed = PACK[ending](TEXT * 50)

    assert reasons("a", packed[: len(packed) // 2]) == ["damaged"]
    assert reasons("a", PACK[ending](b"0" * 3_000_000)) == ["expands_too_far"]
    assert reasons("a", PACK[ending](b"")) == ["empty"]


def test_a_tar_archive_is_read_entry_by_entry_and_follows_no_link(read):
    data = tar(
        ("../../etc/one.txt", TEXT, tarfile.REGTYPE),
        ("folder", b"", tarfile.DIRTYPE),
        ("link.txt", b"", tarfile.SYMTYPE),
        ("._a.txt", b"x", tarfile.REGTYPE),
    )

    assert found(read("a.tar", data)) == [
        ("a.tar/etc/one.txt", None),
        ("a.tar/link.txt", "not_a_file"),
        ("a.tar/._a.txt", "system_file"),
    ]
    assert found(read("a.tgz", gzip.compress(data)))[0] == ("a.tgz/etc/one.txt", None)
    assert found(read("a.tar.gz", gzip.compress(data)))[0] == ("a.tar.gz/etc/one.txt", None)


def test_a_tar_archive_that_breaks_off_keeps_what_stands_before(read):
    data = tar(("a.txt", TEXT, tarfile.REGTYPE), ("b.txt", TEXT * 100, tarfile.REGTYPE))

    assert found(read("a.tar", data[:2_000]))[0] == ("a.tar/a.txt", None)
    assert found(read("a.tar", data[:2_000]))[-1][1] == "damaged"


def test_archives_stand_inside_each_other_once(read):
    thrice = gzip.compress(gzip.compress(gzip.compress(TEXT)))

    assert found(read("a", gzip.compress(gzip.compress(TEXT)))) == [("a", None)]
    assert [reason for _, reason in found(read("a", thrice))] == ["too_deep"]


@pytest.mark.parametrize(("name", "layout"), [("a.md.gz", "markdown"), ("a.CSV.xz", "csv"), ("a.txt.zst", "text")])
def test_the_name_before_it_was_packed_hints_as_ever(read, name, layout):
    items = read(name, gzip.compress(b"alpha,beta\n1,2\n"))

    assert [item.layout for item in items] == [layout]


def test_no_file_that_is_packed_alone_names_an_outlet(read):
    (article,) = read("Morning notes.txt.gz", gzip.compress(TEXT))

    assert clean_article(article).source is None
