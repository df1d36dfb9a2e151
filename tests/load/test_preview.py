import json

import pytest

from newscorpus.errors import NothingToRead
from newscorpus.load.preview import TablePreview, preview_table
from newscorpus.load.reader import read_file


def _preview(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return preview_table(path)


def test_the_first_three_rows_are_shown_with_what_was_recognised(tmp_path):
    content = "Blatt,Headline,Feld\nEcho,One," + "a" * 300 + "\nEcho,Two\nEcho,Three,c\nEcho,Four,d\n"

    assert _preview(tmp_path, "a.csv", content) == TablePreview(
        headings=("Blatt", "Headline", "Feld"),
        rows=(("Echo", "One", "a" * 199 + "…"), ("Echo", "Two", ""), ("Echo", "Three", "c")),
        recognised={"title": "Headline"},
    )


def test_rivals_for_a_role_are_left_for_the_reader_to_choose(tmp_path):
    assert _preview(tmp_path, "a.csv", "text,body,source\nOne,Two,Echo\n").recognised == {"source": "source"}


def test_what_was_recognised_completed_by_the_reader_reads_the_file(tmp_path):
    preview = _preview(tmp_path, "a.csv", "Headline,Feld\nRain,It rained.\n")

    (article,) = read_file(tmp_path / "a.csv", "a.csv", preview.recognised | {"text": "Feld"})

    assert (article.title, article.content) == ("Rain", "It rained.")


def test_json_is_shown_as_a_table(tmp_path):
    preview = _preview(tmp_path, "a.json", json.dumps([{"heading": "Rain", "n": 1}, {"n": None, "story": ["a", "b"]}]))

    assert preview.headings == ("heading", "n", "story")
    assert preview.rows == (("Rain", "1", ""), ("", "", "a, b"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "Just words.", "a.txt is no table"),
        ("a.csv", "", "a.csv: There is nothing in it."),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "not text inside, whatever its name says. It is a PNG image."),
        ("a.json", "{broken", "a.json: It is damaged"),
    ],
)
def test_what_is_no_table_is_said_in_words(tmp_path, name, content, words):
    with pytest.raises(NothingToRead, match=words):
        _preview(tmp_path, name, content)


def test_a_file_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(NothingToRead, match=r"gone\.csv: It could not be opened"):
        preview_table(tmp_path / "gone.csv")
