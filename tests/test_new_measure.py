"""A new measure is a function, a column and an entry: the example of CONTRIBUTING.md, followed word for word."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
NEEDED = ("app.py", "components", "newscorpus", "tests", ".streamlit")
BLOCK = re.compile(
    r"^  ```python\n  # (?P<file>newscorpus/\S+\.py), (?P<where>[^\n]+)\n(?P<code>.+?)^  ```$", re.M | re.S
)
SECONDS = 300


def steps():
    """The blocks of the example as (file, where, code), in order."""
    said = (REPOSITORY / "CONTRIBUTING.md").read_text()
    item = said[said.index("* **A new measure**") : said.index("* **A new page**")]
    return [(block["file"], block["where"], textwrap.dedent(block["code"])) for block in BLOCK.finditer(item)]


def followed(source, where, code):
    """A module with a piece of code at its end, or last in the tuple or dictionary of a name."""
    if where == "at the end":
        return f"{source}\n\n{code}"
    name = where.removeprefix("last in ")
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign) and node.target.id == name:
            last = node.end_lineno
        if isinstance(node, ast.FunctionDef) and node.name == name:
            last = node.body[-1].end_lineno
    lines = source.splitlines()
    return "\n".join([*lines[: last - 1], f"{code.rstrip()},", *lines[last - 1 :]])


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What is seen of the measure in a copy of Parallax to which the example was done, and nothing else."""
    copy = tmp_path_factory.mktemp("copy")
    for name in NEEDED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    for file, where, code in steps():
        (copy / file).write_text(followed((copy / file).read_text(), where, code))
    ran = subprocess.run(
        [sys.executable, "-m", "tests.seen_of_a_measure", str(copy / "store")],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_the_example_is_a_function_a_column_and_an_entry():
    assert [file for file, _, _ in steps()] == [
        *("newscorpus/analyse/measures.py", "newscorpus/analyse/measures.py"),
        *("newscorpus/tables/catalogue.py", "newscorpus/register/measures.py"),
    ]


def test_it_is_measured_and_downloaded(seen):
    assert seen["measured"] == 3.0  # six words in two sentences
    assert seen["measured and no column"] == []
    assert seen["in the download of articles"]


def test_sources_are_compared_on_it_on_overview(seen):
    said = "Heron's articles have longer sentences than Ibis's in 6 of 7 shared stories"

    assert any(said in text for text in seen["said on Overview"])
    assert seen["over a column of sources"]


def test_it_stands_on_read_and_methods(seen):
    assert seen["failed"] == []
    assert seen["on Read"]["Words per sentence"] == "10.0"  # a tenth of the hundred words of the first article
    assert seen["on Methods"] == ["words_per_sentence"]
