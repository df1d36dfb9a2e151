"""The one table of formats: complete, unique, and the same on the page, in the README and in the worked example."""

import re
import sys
from pathlib import Path

import pytest

from newscorpus.errors import REASONS
from newscorpus.load import formats, kinds
from newscorpus.load.content import Content
from newscorpus.load.exports.article import Parts, article_of
from newscorpus.load.formats import FORMATS, names_of_formats
from newscorpus.load.reader import reader_of

REPOSITORY = Path(__file__).resolve().parents[2]
READ = [row for row in FORMATS if row.gives != "nothing"]
REFUSED = [row for row in FORMATS if row.gives == "nothing"]


@pytest.mark.parametrize("row", READ, ids=lambda row: row.layout)
def test_every_row_that_is_read_has_a_reader(row):
    assert reader_of(row).__doc__
    assert row.extensions == tuple(e.lower() for e in row.extensions if e.startswith("."))


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.name)
def test_every_row_that_is_refused_says_so_in_words(row):
    assert row.reason in REASONS
    assert row.detail.startswith(f"It is {row.name}.")


def test_a_layout_stands_for_one_row():
    layouts = [row.layout for row in READ]

    assert sorted(layouts) == sorted(set(layouts))


def test_the_readme_lists_what_is_read():
    groups = names_of_formats().items()
    lines = "\n".join(f"* {group}: {', '.join(names[:-1])} and {names[-1]}." for group, names in groups)

    assert lines in (REPOSITORY / "README.md").read_text("utf-8")


def test_the_table_loads_no_reader():
    source = (REPOSITORY / "newscorpus" / "load" / "formats.py").read_text("utf-8")

    assert set(re.findall(r"^from newscorpus\.load(?:\.(\w+))? import", source, re.MULTILINE)) == {
        "",
        "content",
        "kinds",
    }


def test_the_worked_example_of_the_guide_reads_its_layout(monkeypatch, read):
    guide = (
        (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8").partition("* **A new format**")[2].partition("\n* **")[0]
    )
    blocks = re.findall(r"  ```python\n(.*?)  ```", guide, re.DOTALL)
    module, row = (re.sub(r"^  ", "", block, flags=re.MULTILINE) for block in blocks)
    names = {"Parts": Parts, "article_of": article_of}
    exec(compile(module, "CONTRIBUTING.md", "exec"), names)
    monkeypatch.setitem(sys.modules, "newscorpus.load.exports.wire", type(sys)("wire"))
    monkeypatch.setattr(sys.modules["newscorpus.load.exports.wire"], "read", names["read"], raising=False)
    (wire,) = eval(row, {**vars(formats), **vars(kinds)})  # noqa: S307
    monkeypatch.setattr(formats, "FORMATS", (wire, *FORMATS))

    first, second = read("a.txt", "== NEWS ==\nRain\n\nIt rained.\n\n== NEWS ==\nSun\n\nIt was dry.\n")

    assert (first.layout, first.title, first.content) == ("wire text", "Rain", "It rained.")
    assert (second.record, second.title) == (1, "Sun")


def test_names_decide_nothing_that_content_tells():
    data = b"Publication title: The Echo\n\nFull text: It rained.\n\nProQuest document ID: 1\n"

    assert {formats.format_of(Content(data, f"a{end}")).layout for row in FORMATS for end in row.extensions} == {
        "proquest text"
    }
