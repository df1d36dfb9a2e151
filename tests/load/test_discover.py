import os
import socket
from pathlib import Path

import pytest

from newscorpus.load.discover import FoundFile, discover
from newscorpus.values import Rejected


def _names(*paths: Path) -> list[tuple[str, str | None]]:
    return [(item.name, None) if isinstance(item, FoundFile) else (item.file, item.reason) for item in discover(paths)]


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_of_a_folder_come_sorted_and_named_from_that_folder(tmp_path):
    _write(tmp_path, "b.txt", "a/z.txt", "a/c.txt")

    assert _names(tmp_path) == [("a/c.txt", None), ("a/z.txt", None), ("b.txt", None)]


def test_a_file_named_directly_has_its_own_name_and_size(tmp_path):
    _write(tmp_path, "deep/one.txt")
    path = tmp_path / "deep" / "one.txt"

    assert list(discover([path])) == [FoundFile(path, "one.txt", len("deep/one.txt"))]


def test_same_name_in_two_folders_is_numbered(tmp_path):
    _write(tmp_path, "a/x.txt", "b/x.txt")

    assert _names(tmp_path / "a", tmp_path / "b") == [("x.txt", None), ("x (2).txt", None)]


@pytest.mark.parametrize(
    "name", ["~$report.docx", ".DS_Store", "Thumbs.db", "__MACOSX/a.txt", ".~lock.a.csv#", "._a.txt", "desktop.ini"]
)
def test_helper_files_are_set_aside_by_name(tmp_path, name):
    _write(tmp_path, name)

    assert _names(tmp_path) == [(name, "system_file")]


def test_links_are_not_followed(tmp_path):
    _write(tmp_path, "in/a.txt", "out/secret.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")

    assert _names(tmp_path / "in") == [("a.txt", None), ("link.txt", "not_a_file"), ("loop", "not_a_file")]


def test_pipes_and_sockets_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    # A socket's address may have 108 characters, and a temporary folder's path may have more.
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)

    assert _names(tmp_path) == [("pipe.txt", "not_a_file"), ("socket.txt", "not_a_file")]


def test_a_path_that_is_not_there_is_named(tmp_path):
    assert list(discover([tmp_path / "gone.txt"])) == [
        Rejected("gone.txt", 0, "unknown", "unreadable", "No such file or directory")
    ]


def test_a_name_that_is_not_utf8_is_made_printable(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")

    assert _names(tmp_path) == [("caf\ufffd.txt", None)]


def test_control_and_direction_characters_leave_a_name(tmp_path):
    _write(tmp_path, "a\x1b[31m\nb\u202e.txt")

    assert _names(tmp_path) == [("a[31m b.txt", None)]


def test_names_that_a_shell_would_read_otherwise_are_only_names(tmp_path):
    _write(tmp_path, "-rf.txt", "[a-z]*?.txt", "a=b.txt")

    assert _names(tmp_path) == [("-rf.txt", None), ("[a-z]*?.txt", None), ("a=b.txt", None)]


def test_forty_levels_of_folders_are_walked(tmp_path):
    _write(tmp_path, "/".join(["d"] * 40) + "/a.txt")

    assert [reason for _, reason in _names(tmp_path)] == [None]


def test_an_empty_folder_holds_nothing(tmp_path):
    assert _names(tmp_path) == []
