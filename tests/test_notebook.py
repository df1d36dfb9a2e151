"""A store opened in a notebook: the numbers of the pages as pandas DataFrames, their filters, and their charts.

The counts of the alphabet corpus stand, done by hand, in tests/alphabet.py.
"""

import dataclasses
import doctest
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import newscorpus
from components.charts.dots import dots
from components.charts.names import name_bars, name_grid
from components.charts.timeline import timeline
from components.charts.voices import speaker_grid, voice_bars
from newscorpus.errors import StoreDamaged
from newscorpus.notebook import frame, open_corpus
from newscorpus.query.names.counts import name_counts, names_by_source
from newscorpus.query.quotations.counts import EVERY_QUOTATION, speakers_by_source
from newscorpus.query.quotations.voices import words_by_voice
from newscorpus.query.selection import Selection
from newscorpus.query.sources.distribution import values_by_source
from newscorpus.query.sources.timeline import articles_over_time
from newscorpus.register.measures import MEASURES
from tests.alphabet import article_id, text_of, write_store
from tests.told import LABEL, told

REPOSITORY = Path(__file__).resolve().parents[1]
ALDER, BAY, UNION = "Ann Alder (person)", "Bay (place)", "Cade Union (organisation)"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_store(tmp_path_factory.mktemp("notebook") / "store")


@pytest.fixture(scope="module")
def corpus(store):
    return open_corpus(store)


def column(table, key, value):
    return dict(zip(table[key], table[value], strict=True))


def test_a_source_is_a_row_with_its_articles_and_words(corpus):
    sources = corpus.sources()

    assert column(sources, "source", "n_articles") == {"Abacus": 3, "Bugle": 2, "Courier": 2, "unknown source": 1}
    assert column(sources, "source", "n_words") == {"Abacus": 60, "Bugle": 90, "Courier": 60, "unknown source": 70}


def test_an_article_is_a_row_and_what_is_absent_is_neither_nan_nor_zero(corpus):
    articles = corpus.articles().set_index("article_id")

    assert len(articles) == 8
    assert articles.loc[article_id("c2"), "tone"] is pd.NA
    assert articles.loc[article_id("b2"), "published_at"] is pd.NA
    assert articles["tone"].mean() == pytest.approx((0.2 + 0.1 - 0.4 + 0.0 + 0.6 - 0.3 + 0.3) / 7)
    assert articles["n_words"].dtype == "int32[pyarrow]"


def test_names_and_quotations_are_counted_as_on_the_pages(corpus):
    assert column(corpus.names(), "name_label", "n_mentions") == {BAY: 5, ALDER: 4, UNION: 3}
    assert len(corpus.quotations()) == 7
    assert corpus.quotations()["confidence"].eq("unsure").sum() == 1


def test_a_corpus_without_stories_or_quotations_gives_empty_tables_with_their_columns(corpus):
    silent = corpus.where(article_ids=article_id("b2"))

    assert (len(silent.stories()), len(silent.quotations()), len(silent.names())) == (0, 0, 0)
    assert list(silent.quotations().dtypes) == list(corpus.quotations().dtypes)


def test_statements_and_who_tells_them_have_one_key(tmp_path):
    same = "The crane fell on the ferry quay at Port Marrow on Monday. "
    corpus = open_corpus(
        told(
            tmp_path / "store",
            [
                ("Abacus", same + "Nobody knows why the cable of the crane broke."),
                ("Bugle", same + "The union had warned of rust in the spring."),
            ],
        )
    )
    statements, tellings = corpus.statements(LABEL), corpus.tellings(LABEL)
    tellers = tellings.groupby("row")["source"].agg(list).to_dict()

    assert sorted(map(len, tellers.values())) == [1, 1, 2]
    assert column(statements, "row", "n_sources") == {row: len(sources) for row, sources in tellers.items()}


def test_a_story_that_is_none_is_refused_by_name(corpus):
    for method in (corpus.statements, corpus.tellings):
        with pytest.raises(ValueError, match="'A storm': not among the stories of"):
            method("A storm")


def test_filters_narrow_and_leave_the_corpus_they_came_from_as_it_was(corpus):
    march = corpus.where(date_from="2026-03-03", sources=["Abacus", "Courier"])

    assert sorted(march.articles()["article_id"]) == [article_id(short) for short in ("a2", "a3", "c1", "c2")]
    assert sorted(march.where(names=BAY).articles()["article_id"]) == [article_id("a3")]
    assert march.where(sources=[]).selection == Selection(date_from=date(2026, 3, 3))
    assert march.where(sources=None, date_from=None, text=None).selection == Selection()
    assert corpus.selection == Selection()
    with pytest.raises(dataclasses.FrozenInstanceError):
        corpus.selection = march.selection


def test_a_corpus_shows_what_is_chosen_of_it_and_not_all_it_holds(corpus):
    assert repr(corpus.where(text="alder")) == f"OpenedCorpus(selection={Selection(text='alder')!r})"


def test_values_are_read_as_a_notebook_writes_them(corpus):
    chosen = corpus.where(
        sources="Abacus", date_to=pd.Timestamp("2026-03-04 12:30"), tone=(0, 1), text="  ann\nalder ", passages="own"
    )

    assert chosen.selection == Selection(
        sources=("Abacus",), date_to=date(2026, 3, 4), tone=(0.0, 1.0), text="ann alder", passages="own"
    )
    assert sorted(chosen.articles()["article_id"]) == [article_id("a1"), article_id("a2")]


@pytest.mark.parametrize(
    ("filters", "error", "said"),
    [
        ({"colour": "red"}, TypeError, "colour"),
        ({"shade": None}, TypeError, "shade"),
        ({"sources": ["Abacus", "abacus"]}, ValueError, "'abacus': not among the sources of"),
        ({"names": "Ann Alder"}, ValueError, "'Ann Alder': not among the names of"),
        ({"languages": "de"}, ValueError, "'de': not among the languages of"),
        ({"article_ids": "a1"}, ValueError, "'a1': not among the article_ids of"),
        ({"date_from": "soon"}, ValueError, "soon"),
        ({"tone": (0.5, -0.5)}, ValueError, r"tone=\(0.5, -0.5\) cannot be chosen"),
        ({"polarity": (0.0, float("nan"))}, ValueError, "cannot be chosen"),
        ({"words_from": -1}, ValueError, "words_from=-1 cannot be chosen"),
        ({"words_to": "120"}, ValueError, "words_to='120' cannot be chosen"),
        ({"passages": "half"}, ValueError, "passages='half': choose one of all, own, shared"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_what_no_filter_can_say_is_refused(corpus, filters, error, said):
    with pytest.raises(error, match=said):
        corpus.where(**filters)


def test_a_text_is_read_by_its_id(corpus):
    assert corpus.text(article_id("a3")) == text_of("a3", 30, {"Bay": 3})
    with pytest.raises(ValueError, match="'a9' is the id of no article"):
        corpus.text("a9")


def test_corrections_made_on_the_page_are_in_force(store, tmp_path):
    moved = {"article_ids": [article_id("u1")], "field": "source", "value": "Bugle", "made_at": "2026-03-10T00:00:00"}
    file = tmp_path / "corrections.json"
    file.write_text(json.dumps({"corrections": [moved], "speakers": [], "verb_classes": []}))

    sources = open_corpus(store, corrections=file).sources()

    assert column(sources, "source", "n_articles") == {"Abacus": 3, "Bugle": 3, "Courier": 2}


def test_a_folder_without_a_store_is_refused(tmp_path):
    with pytest.raises(StoreDamaged, match="no finished store"):
        open_corpus(tmp_path)


def grid_of(corpus):
    return corpus.ask(names_by_source, (BAY, ALDER)).table


def spread(corpus):
    return corpus.ask(values_by_source, "tone")


@pytest.mark.parametrize(
    ("chart", "tables"),
    [
        (name_bars, lambda corpus: [corpus.ask(name_counts, 15).table]),
        (lambda cells: name_grid(cells, "per_thousand"), lambda corpus: [grid_of(corpus)]),
        (lambda table: timeline(table, "day"), lambda corpus: [corpus.ask(articles_over_time).table]),
        (voice_bars, lambda corpus: [corpus.ask(words_by_voice).table]),
        (
            lambda sources, articles: dots(sources, articles, MEASURES["tone"], boxed=False),
            lambda corpus: [spread(corpus).sources, spread(corpus).dots],
        ),
        (
            lambda cells: speaker_grid(cells, "n_quotes"),
            lambda corpus: [corpus.ask(speakers_by_source, EVERY_QUOTATION, 10)],
        ),
    ],
    ids=["name_bars", "name_grid", "timeline", "voice_bars", "dots", "speaker_grid"],
)
def test_a_chart_of_a_dataframe_is_the_chart_of_the_page(corpus, chart, tables):
    of_page = tables(corpus)

    assert chart(*map(frame, of_page)) == chart(*of_page)


def test_the_page_on_notebooks_runs_as_it_is_written(example, tmp_path, monkeypatch):
    (tmp_path / "STORE").symlink_to(example.store.path)
    monkeypatch.chdir(tmp_path)
    page = (REPOSITORY / "docs" / "notebook.md").read_text("utf-8")
    blocks = "\n".join(re.findall(r"^```pycon\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    written = doctest.DocTestParser().get_doctest(blocks, {}, "docs/notebook.md", None, 0)
    said = []

    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(written, out=said.append)

    assert "".join(said) == ""
    assert result.attempted == blocks.count(">>> ") > 20


def test_the_name_is_loaded_only_when_it_is_asked_for():
    code = "import sys, newscorpus.errors; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)

    assert "newscorpus.errors" in done.stdout.split()
    assert {"pandas", "pyarrow", "duckdb", "newscorpus.notebook"}.isdisjoint(done.stdout.split())
    assert newscorpus.open_corpus is open_corpus
    with pytest.raises(AttributeError, match="open_store"):
        newscorpus.open_store  # noqa: B018
