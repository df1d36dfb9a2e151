"""What two outlets share and what is their own, counted by hand.

Kestrel: [The old dam above the town of Bay opened at dawn on Monday.] Ada Moss watched the happy town.
         “We opened three gates at noon today,” Ada Moss said.
Lantern: [The old dam above the town of Bay opened at dawn on Monday.] A terrible bakery fire burned in Cade.
         “We opened three gates at noon today,” Ada Moss told them.
Mill:    Fish sell well in Bay this week.

The sentence in brackets (13 words) is shared. The quotation is in both and is a speaker's, so it is nobody's copy.
"""

import csv

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.analyse.measures import Found, measures_within
from newscorpus.compare.passages.sharing import begins_within, passages_of_each, shared_sentences
from newscorpus.query.connection import open_reader
from newscorpus.query.names.counts import name_counts, spellings
from newscorpus.query.overlap.own_words import own_words
from newscorpus.query.quotations.counts import QuotationFilter, quotation_figures
from newscorpus.query.selection import Selection, from_parameters, to_parameters
from newscorpus.query.sources.articles import article, articles_list
from newscorpus.steps.sharing import SPANS
from newscorpus.tables.catalogue import MEASURED_OF_PARTS

SHARED = "The old dam above the town of Bay opened at dawn on Monday."
QUOTED = "“We opened three gates at noon today,”"
TEXTS = {
    "Kestrel": f"{SHARED} Ada Moss watched the happy town. {QUOTED} Ada Moss said.",
    "Lantern": f"{SHARED} A terrible bakery fire burned in Cade. {QUOTED} Ada Moss told them.",
    "Mill": "Fish sell well in Bay this week.",
}
N_WORDS = {"Kestrel": 13 + 6 + 10, "Lantern": 13 + 7 + 11, "Mill": 7}
N_SHARED = 13


@pytest.fixture(scope="module")
def two_outlets(tmp_path_factory, build):
    folder = tmp_path_factory.mktemp("outlets")
    with (folder / "news.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "title", "text"])
        rows.writerows([source, f"{source} tells", text] for source, text in TEXTS.items())
    return build(folder)


@pytest.fixture(scope="module")
def reader(two_outlets):
    return open_reader(two_outlets.store)


def listed(reader, passages, **chosen):
    selection = Selection(passages=passages, **chosen)
    return {row["source"]: row["n_words"] for row in articles_list(reader, selection, "source", 9).table.to_pylist()}


def test_all_text_counts_every_word(reader):
    assert listed(reader, "all") == N_WORDS


def test_without_shared_passages_the_copied_sentence_is_gone_and_the_quotation_stays(reader):
    assert listed(reader, "own") == {"Kestrel": 16, "Lantern": 18, "Mill": 7}


def test_only_shared_passages_leave_out_who_shares_nothing(reader):
    assert listed(reader, "shared") == {"Kestrel": N_SHARED, "Lantern": N_SHARED}


def test_each_source_shows_its_share_of_own_words_whatever_is_counted(reader):
    for passages in ("all", "own", "shared"):
        rows = {row["source"]: row for row in own_words(reader, Selection(passages=passages)).table.to_pylist()}
        assert rows["Kestrel"]["own_share"] == pytest.approx(16 / 29)
        assert rows["Lantern"]["own_share"] == pytest.approx(18 / 31)
        assert rows["Mill"]["own_share"] == 1
        assert [rows[source]["n_articles_sharing"] for source in TEXTS] == [1, 1, 0]


def test_names_follow(reader):
    counts = {
        passages: {
            row["name"]: row["n_mentions"]
            for row in name_counts(reader, Selection(passages=passages), 9).table.to_pylist()
        }
        for passages in ("all", "own", "shared")
    }

    assert counts["all"]["Ada Moss"] == counts["own"]["Ada Moss"] == 3
    assert "Ada Moss" not in counts["shared"]
    for name, n in counts["all"].items():
        assert n == counts["own"].get(name, 0) + counts["shared"].get(name, 0)


def test_spellings_read_from_disk_follow(reader):
    (label,) = [
        row["name_label"] for row in name_counts(reader, Selection(), 9).table.to_pylist() if row["name"] == "Ada Moss"
    ]

    assert sum(spellings(reader, Selection(passages="own"), label)["n_mentions"].to_pylist()) == 3
    assert spellings(reader, Selection(passages="shared"), label).num_rows == 0


def test_quotations_follow(reader):
    assert quotation_figures(reader, Selection(), QuotationFilter()).n_quotes == 2
    assert quotation_figures(reader, Selection(passages="own"), QuotationFilter()).n_quotes == 2
    assert quotation_figures(reader, Selection(passages="shared"), QuotationFilter()).n_quotes == 0


@pytest.mark.parametrize("passages", ["all", "own", "shared"])
def test_a_filter_by_length_means_the_whole_article_whatever_counts(reader, passages):
    of_all = own_words(reader, Selection(passages=passages, words_to=29)).table["source"].to_pylist()

    assert set(of_all) == {"Kestrel", "Mill"}
    assert set(listed(reader, passages, words_to=29)) == set(of_all) - ({"Mill"} if passages == "shared" else set())


def test_a_filter_by_name_means_the_whole_article_whatever_counts(reader):
    for passages in ("all", "own", "shared"):  # she is named in sentences that are not shared
        assert set(listed(reader, passages, names=("Ada Moss (person)",))) == {"Kestrel", "Lantern"}


def test_an_article_opened_counts_what_counts_and_keeps_its_text(reader, two_outlets):
    (kestrel,) = [row["article_id"] for row in two_outlets.rows("articles") if row["source"] == "Kestrel"]
    own, shared = (article(reader, kestrel, passages) for passages in ("own", "shared"))

    assert own.text == shared.text == TEXTS["Kestrel"]
    assert (own.row["n_words"], shared.row["n_words"]) == (16, N_SHARED)
    assert (own.quotes.num_rows, shared.quotes.num_rows) == (1, 0)


def test_an_article_that_shares_nothing_has_no_shared_measures(reader, two_outlets):
    (mill,) = [row["article_id"] for row in two_outlets.rows("articles") if row["source"] == "Mill"]
    shared = article(reader, mill, "shared")

    assert (shared.row["n_words"], shared.row["polarity"], shared.mentions.num_rows) == (0, None, 0)


def test_the_parts_of_every_article_of_the_example_make_up_the_whole(example):
    whole = {row["article_id"]: row for row in example.rows("articles")}
    parts = {}
    for row in example.rows("parts"):
        parts.setdefault(row["article_id"], []).append(row)

    assert parts
    counts = ("n_words", "n_sentences", "n_mentions", "n_quotes", "n_words_own", "n_words_reported", "n_words_quoted")
    for article_id, rows in parts.items():
        for name in counts:
            assert sum(row[name] for row in rows) == whole[article_id][name], name


def test_passages_within_one_source_and_quotations_are_not_shared():
    rows = [
        {"article_a": "a", "start_a": 0, "end_a": 9, "article_b": "b", "start_b": 0, "end_b": 9, "quoted": False},
        {"article_a": "a", "start_a": 20, "end_a": 29, "article_b": "c", "start_b": 5, "end_b": 14, "quoted": True},
        {"article_a": "b", "start_a": 5, "end_a": 12, "article_b": "c", "start_b": 30, "end_b": 37, "quoted": False},
        {"article_a": "b", "start_a": 0, "end_a": 7, "article_b": "d", "start_b": 0, "end_b": 7, "quoted": False},
    ]
    sources = {"a": "Kestrel", "b": "Kestrel", "c": "Mill", "d": None}

    assert passages_of_each(pa.Table.from_pylist(rows), sources) == {"b": [(0, 12)], "c": [(30, 37)], "d": [(0, 7)]}


def test_half_of_the_words_make_a_sentence_shared():
    text = "One two three four. Five six seven eight."
    sentences = [(0, 19), (20, 41)]

    assert shared_sentences(text, sentences, [(8, 24)]) == [(0, 19)]  # two of four, and one of four
    assert shared_sentences(text, sentences, [(8, 41)]) == sentences
    assert shared_sentences("— …", [(0, 3)], [(0, 3)]) == []  # no words, nothing shared


def test_no_sentence_within_gives_no_measures():
    assert measures_within("It rained.", "en", Found([], [], [], []), [(0, 10)]) is None


@given(
    spans=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 8), st.integers(1, 4)), max_size=6),
    rows=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 90)), max_size=8),
)
def test_rows_begin_within_spans_as_looking_at_each_tells(spans, rows):
    apart = sorted(
        {(article, slot): (article, slot * 10, slot * 10 + length) for article, slot, length in spans}.values()
    )
    table = pa.Table.from_pylist([{"article_id": a, "start": s, "end": e} for a, s, e in apart], SPANS)
    places = pa.table(
        {"article_id": pa.array((a for a, _ in rows), pa.string()), "start": pa.array((p for _, p in rows), pa.int32())}
    )

    expected = [any(a == article and s <= place < e for a, s, e in apart) for article, place in rows]
    assert begins_within(places, table).tolist() == expected


@given(st.sampled_from(["all", "own", "shared"]))
def test_a_link_carries_what_counts(passages):
    assert from_parameters(to_parameters(Selection(passages=passages))).passages == passages


def test_a_link_with_another_word_counts_all_text():
    assert from_parameters({"passages": ["mine"]}).passages == "all"


def test_every_measure_of_a_part_is_made(two_outlets):
    for row in two_outlets.rows("parts"):
        assert all(row[name] is not None for name, column in MEASURED_OF_PARTS.items() if not column.nullable)


AGENCY = (
    ("Kestrel", "PORT ORM (AFP) — The ferry was stopped on Monday. “It was not safe,” said Ada Moss. / AFP"),
    ("Kestrel", "The new school of Bay opened today, and the town was glad of it."),
    ("AFP", "PORT ORM (AFP) — A storm came up from the south and broke the pier of Cade. / AFP"),
)


@pytest.fixture(scope="module")
def agency_copy(tmp_path_factory, build):
    """An outlet with one article of an agency and one of its own, and an article of the agency itself."""
    folder = tmp_path_factory.mktemp("agency")
    with (folder / "news.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "title", "text"])
        rows.writerows([source, f"Headline {n}", text] for n, (source, text) in enumerate(AGENCY))
    return open_reader(build(folder).store)


def test_an_article_credited_to_an_agency_is_in_the_agencys_words_its_quotations_too(agency_copy):
    rows = {row["source"]: row for row in own_words(agency_copy, Selection()).table.to_pylist()}

    # 14 words of its own; of the agency 3 in the dateline, 6 and 7 in the two sentences. Its mark at the end is cut.
    assert (rows["Kestrel"]["n_words"], rows["Kestrel"]["n_words_shared"]) == (14 + 16, 16)
    assert rows["AFP"]["own_share"] == 1
    assert quotation_figures(agency_copy, Selection(passages="own"), QuotationFilter()).n_quotes == 0
