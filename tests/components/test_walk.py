"""Random readers: filters, picks and choices on every page of five corpora. Nothing fails, no page contradicts another.

A seed is a walk: a link with random filters, a page, and some choices on it. The seeds are fixed; more are tried with

    PARALLAX_WALKS=200 pytest tests/components/test_walk.py
"""

import os
import random
import re

import pytest

from components import session
from tests.components.conftest import PAGES, words_of
from tests.components.random_reader import choose_something, random_filters

N_WALKS = int(os.environ.get("PARALLAX_WALKS", "1"))
N_STEPS = 5
CORPORA = ("example", "seeds", "single", "undated", "nothing_kept")


@pytest.fixture(scope="session")
def single(build, tmp_path_factory):
    """One article, of one source."""
    folder = tmp_path_factory.mktemp("single")
    (folder / "a.csv").write_text(
        "source,title,published,text\n"
        'Vale Post,Ferry stopped,2026-03-02,"The ferry to Orm was stopped. ""It was not safe,"" said Ada Lind."\n'
    )
    return build(folder)


@pytest.fixture(scope="session")
def undated(build, tmp_path_factory):
    """Three sources, two articles each, none with a date; two have the same passage."""
    told = "The harbour board of Orm closed the east quay after cracks were found in its wall, Ada Lind said on Friday."
    rows = [
        ("Vale Post", "East quay closed", f"{told} Ships will go to Brae for a month."),
        (
            "Vale Post",
            "School opens",
            "A new school opened its doors in Orm. Parents were pleased with the bright rooms.",
        ),
        ("Coast Daily", "Quay in danger", f"{told} Fishermen are angry and fear for their catch."),
        ("Coast Daily", "Choir wins", "The choir of Brae won the prize. Its singers cried with joy."),
        ("Harbour News", "Cracks in the quay", "Cracks were found. “We must act,” said Ada Lind, who leads the board."),
        ("Harbour News", "Rain", "It rained all week, and the fields of Brae stood under water."),
    ]
    lines = ["source,title,text", *(f'{source},{title},"{text}"' for source, title, text in rows)]
    folder = tmp_path_factory.mktemp("undated")
    (folder / "undated.csv").write_text("\n".join(lines))
    return build(folder)


@pytest.fixture(scope="session")
def nothing_kept(build, tmp_path_factory):
    """A file of which no article could be kept."""
    folder = tmp_path_factory.mktemp("nothing")
    (folder / "empty.csv").write_text('source,title,text\nVale Post,Nothing,""\n')
    return build(folder)


@pytest.fixture
def opened(request, monkeypatch, tmp_path, open_page):
    """Open a page of a corpus by its name; what a reader keeps goes into a folder of the test."""
    monkeypatch.setattr(session, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(session, "BUILT", tmp_path / "built")
    return lambda corpus, page, filters: open_page(request.getfixturevalue(corpus).store.path, page, **filters)


@pytest.mark.parametrize("seed", range(N_WALKS))
@pytest.mark.parametrize("page_name", PAGES)
@pytest.mark.parametrize("corpus", CORPORA)
def test_no_choice_breaks_a_page(opened, request, corpus, page_name, seed):
    chance = random.Random(f"{corpus} {page_name} {seed}")
    filters = random_filters(chance, request.getfixturevalue(corpus))
    page = opened(corpus, page_name, filters)
    steps = [f"?{filters}"]
    _holds(page, steps)

    for _ in range(N_STEPS):
        chosen = choose_something(chance, page)
        if chosen is None:
            break
        steps.append(chosen)
        _holds(page, steps)


@pytest.mark.parametrize("seed", range(3 * N_WALKS))
@pytest.mark.parametrize("corpus", CORPORA)
def test_no_page_contradicts_another(opened, request, corpus, seed):
    filters = random_filters(random.Random(f"{corpus} {seed}"), request.getfixturevalue(corpus))
    said = {name: _facts(opened(corpus, name, filters)) for name in ("overview", "voices", "names", "stories")}

    for fact in sorted({fact for facts in said.values() for fact in facts}):
        values = {name: facts[fact] for name, facts in said.items() if fact in facts}
        assert len(set(values.values())) == 1, f"{fact}: {values} with {filters}"


def _holds(page, steps):
    assert not page.exception, f"{steps}: {page.exception[0].message}"
    assert not page.error, f"{steps}: {page.error[0].value}"


def _facts(page):
    """What a page says of the same things as others do: how many articles are chosen, how many of their words count."""
    words = words_of(page)
    facts = {}
    if counted := re.search(r"Counted: ([\d,]+) of ([\d,]+) words", words):
        facts["words that count"], facts["words"] = counted.groups()
    metrics = {metric.label: metric.value for metric in page.metric}
    if "Words in all" in metrics:
        facts["words that count" if counted else "words"] = metrics["Words in all"]
    facts |= {"articles": metrics["Articles"]} if "Articles" in metrics else {}
    said = [caption.value for caption in page.caption if "Not narrowed" not in caption.value]
    if bases := [int(n.replace(",", "")) + _left_out(rest) for one in said for n, rest in re.findall(BASE, one)]:
        facts.setdefault("articles", f"{max(bases):,}")
    for table in (frame.value for frame in page.dataframe):
        if {"name_label", "n_mentions", "n_articles"} <= set(table.columns) and "source" not in table.columns:
            facts |= {
                f"mentions of {name}": n for name, n in zip(table["name_label"], table["n_mentions"], strict=True)
            }
    return facts


BASE = r"n = ([\d,]+) articles?\.((?: Left out: [^.]*\.)?)"


def _left_out(said):
    return sum(int(n.replace(",", "")) for n in re.findall(r"([\d,]+) articles?", said))
