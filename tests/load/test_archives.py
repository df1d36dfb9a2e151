import io
import stat
import struct
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def _zip(*members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the same name twice is what is to be tested
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def _found(items):
    return [(item.file, getattr(item, "reason", None)) for item in items]


TEXT = "It rained in the north."


def test_each_file_of_an_archive_is_read_by_its_content(read):
    items = read("a.zip", _zip(("b/one.txt", TEXT), ("two.csv", "source,text\nA,One.\nB,Two.\n"), ("b/", "")))

    assert [(item.file, item.record, item.layout) for item in items] == [
        ("a.zip/b/one.txt", 0, "text"),
        ("a.zip/two.csv", 0, "csv"),
        ("a.zip/two.csv", 1, "csv"),
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/etc/passwd.txt", "etc/passwd.txt"),
        ("C:\\Users\\a.txt", "Users/a.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("=cmd|calc!A0", "=cmd|calc!A0"),
        ("<img src=x>.txt", "<img src=x>.txt"),
        ("a" * 4_000, "a" * 119 + "…"),
        ("..", "file"),
    ],
)
def test_names_in_an_archive_are_labels_and_never_paths(read, name, shown):
    assert _found(read("a.zip", _zip((name, TEXT)))) == [("a.zip/" + shown, None)]


def test_an_entry_without_a_name_is_read(read):
    nameless = _zip(("Qa.txt", TEXT)).replace(b"Qa.txt", b"\0a.txt")  # a name ends at a zero byte

    assert _found(read("a.zip", nameless)) == [("a.zip/file", None)]


def test_the_same_name_twice_is_numbered(read):
    assert _found(read("a.zip", _zip(("a.txt", TEXT), ("../a.txt", TEXT)))) == [
        ("a.zip/a.txt", None),
        ("a.zip/a (2).txt", None),
    ]


def test_a_bomb_is_refused_and_the_files_beside_it_are_read(read):
    bomb = "0" * 3_000_000  # packs some 1,000 times; texts pack up to some 40 times

    assert _found(read("a.zip", _zip(("a.txt", TEXT), ("bomb.txt", bomb), ("z.txt", TEXT)))) == [
        ("a.zip/a.txt", None),
        ("a.zip/bomb.txt", "expands_too_far"),
        ("a.zip/z.txt", None),
    ]


def test_a_false_size_in_the_directory_does_not_hide_a_bomb(reasons):
    data = bytearray(_zip(("bomb.txt", "0" * 3_000_000)))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 10)  # where the unpacked size stands

    assert reasons("a.zip", bytes(data)) in (["damaged"], ["expands_too_far"])


def test_all_files_together_have_a_limit_and_the_rest_is_said(read, monkeypatch):
    monkeypatch.setattr("newscorpus.load.packed.budget.MAX_UNPACKED_BYTES", 50)

    items = read("a.zip", _zip(*((f"{i}.txt", TEXT) for i in range(5))))

    assert _found(items) == [
        ("a.zip/0.txt", None),
        ("a.zip/1.txt", None),
        ("a.zip/2.txt", "expands_too_far"),
        ("a.zip", "expands_too_far"),
    ]
    assert items[-1].detail == "The last 2 files in it were not unpacked."


def test_a_member_above_the_limit_of_one_file_is_refused(read, monkeypatch):
    monkeypatch.setattr("newscorpus.load.packed.budget.MAX_FILE_BYTES", 30)

    assert _found(read("a.zip", _zip(("long.txt", TEXT * 2), ("short.txt", TEXT)))) == [
        ("a.zip/long.txt", "too_large"),
        ("a.zip/short.txt", None),
    ]


def test_more_entries_than_the_limit_are_refused(reasons):
    assert reasons("a.zip", _zip(*((f"{i}.txt", "") for i in range(5_001)))) == ["too_many_entries"]


def test_an_archive_in_an_archive_is_opened_and_a_third_is_not(read):
    inner = _zip(("in.txt", TEXT))
    middle = _zip(("inner.zip", inner), ("mid.txt", TEXT))

    assert _found(read("a.zip", _zip(("middle.zip", middle)))) == [
        ("a.zip/middle.zip/inner.zip", "too_deep"),
        ("a.zip/middle.zip/mid.txt", None),
    ]


def test_links_and_helper_files_are_not_read(read):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert _found(read("a.zip", _zip((link, "/etc/passwd"), ("__MACOSX/._a.txt", "x"), ("~$a.docx", "x")))) == [
        ("a.zip/link.txt", "not_a_file"),
        ("a.zip/__MACOSX/._a.txt", "system_file"),
        ("a.zip/~$a.docx", "system_file"),
    ]


def test_a_locked_file_asks_for_its_password(reasons):
    data = bytearray(_zip(("a.txt", TEXT)))
    data[6] |= 1  # the flag in the entry's own head
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # and in the directory

    assert reasons("a.zip", bytes(data)) == ["needs_password"]


def test_entries_on_the_same_bytes_are_read_once(reasons):
    data = _zip(("a.txt", TEXT))
    start, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    entry = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), start, 0)

    assert reasons("a.zip", data[:start] + entry * 2 + tail) == [None, "damaged"]


def test_a_member_that_is_damaged_costs_itself_only(read):
    data = bytearray(_zip(("a.txt", TEXT), ("b.txt", TEXT), method=zipfile.ZIP_STORED))
    data[data.index(TEXT.encode())] ^= 0xFF  # the checksum no longer fits

    assert _found(read("a.zip", bytes(data))) == [("a.zip/a.txt", "damaged"), ("a.zip/b.txt", None)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_zip(), "empty"),
        (_zip(("folder/", "")), "empty"),
        (_zip(("a.txt", TEXT))[:-10], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (_zip(("word/document.xml", "<w/>")), "no_text"),
        (_zip(("xl/workbook.xml", "<w/>")), "damaged"),
        (_zip(("ppt/presentation.xml", "<w/>")), "unsupported"),
        (_zip(("a.txt", TEXT), method=zipfile.ZIP_LZMA), "unsupported"),
    ],
)
def test_an_archive_that_gives_no_file_says_why(reasons, data, reason):
    assert reasons("a.zip", data) == [reason]


WHOLE = _zip(("a.txt", TEXT), ("b/c.csv", "source,text\nA,One.\n"))


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_flipped_bytes_give_articles_or_reasons(read, position, garbage):
    items = read("a.zip", WHOLE[:position] + garbage + WHOLE[position + len(garbage) :])

    assert len({(item.file, item.record) for item in items}) == len(items) >= 1
