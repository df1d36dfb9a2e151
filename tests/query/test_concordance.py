"""Four short articles searched, every count made by eye; then the index against a plain walk through the texts."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscorpus.errors import SearchUnclear
from newscorpus.query.concordance.dispersion import dispersion
from newscorpus.query.concordance.hits import Find, find
from newscorpus.query.concordance.lines import LINE_SCHEMA, Page, concordance, hits_by_source
from newscorpus.query.concordance.regular_expressions import compiled
from newscorpus.query.concordance.scanning import Limits, fitting
from newscorpus.query.connection import open_reader
from newscorpus.query.selection import EVERYTHING, Selection
from newscorpus.store.read import open_store
from newscorpus.text.word_forms import folded, form_of
from newscorpus.text.words import word_spans
from tests.alphabet import write_store
from tests.written_corpus import Written, indexed, rows_of, write_corpus

DAM = "The labour report was late. Human rights matter. A report on human beings."
FLOOD = "Labor rights, said the report.\n\nTurkey reports that a turkey fled. The report was late."
WEIR = "Reported wrongs and rights.\n\nThe report was late."
ARTICLES = [
    Written("Abacus", DAM),
    Written("Abacus", FLOOD, shared=("The report was late.",)),
    Written("Bugle", WEIR, shared=("The report was late.",)),
    Written(None, "Nothing here."),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    rows = rows_of(ARTICLES)
    for row, day in zip(rows["articles"], (3, 2, 1, None), strict=True):
        row["published_at"] = day and datetime(2026, 3, day, tzinfo=UTC)
        row["n_characters"] = len(
            next(text["text"] for text in rows["texts"] if text["article_id"] == row["article_id"])
        )
    folder = tmp_path_factory.mktemp("concordance")
    return open_reader(open_store(write_store(folder / "store", rows | indexed(rows, folder / "scratch"))))


def nodes(reader, text, selection=EVERYTHING, *, as_written=False, order="source"):
    """What is found, each with the number of its article."""
    lines = concordance(reader, selection, Find(text, as_written), Page(order)).lines.to_pylist()
    return [(int(row["article_id"][:4]), row["node"]) for row in lines]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("report", [(2, "report"), (2, "report"), (1, "report"), (1, "report"), (3, "report")]),
        ("REPORT late", []),
        ("labor", [(2, "Labor"), (1, "labour")]),
        (
            "report*",
            [
                (2, "report"),
                (2, "reports"),
                (2, "report"),
                (1, "report"),
                (1, "report"),
                (3, "Reported"),
                (3, "report"),
            ],
        ),
        ("r*ed", [(3, "Reported")]),
        ("report?", [(2, "reports")]),
        ("human rights", [(1, "Human rights")]),
        ('"report was late"', [(2, "report was late"), (1, "report was late"), (3, "report was late")]),
        ("report * late", [(2, "report was late"), (1, "report was late"), (3, "report was late")]),
        ("human|labour rights", [(2, "Labor rights"), (1, "Human rights")]),
        ("rights NEAR/2 report", [(3, "rights. The report")]),
        (
            "rights NEAR/3 report",
            [(2, "rights, said the report"), (1, "rights matter. A report"), (3, "rights. The report")],
        ),
        ("report NEAR/2 rights", [(3, "rights. The report")]),
        ("beings OR wrongs", [(1, "beings"), (3, "wrongs")]),
        ("nowhere", []),
        ("nowhere rights", []),
        ("/rights|wrongs/", [(2, "rights"), (1, "rights"), (3, "wrongs"), (3, "rights")]),
        (r"/(?i)labou?r\b/", [(2, "Labor"), (1, "labour")]),
        (r"/report[a-z]+/", [(2, "reports"), (3, "Reported")]),
    ],
)
def test_what_is_found_can_be_counted_by_eye(reader, typed, found):
    # By source, the earlier article first: 2 is of 2 March, 1 of 3 March.
    assert [(number, node.replace("\n\n", " ")) for number, node in nodes(reader, typed)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("turkey", [(2, "turkey")]),
        ("Turkey", [(2, "Turkey")]),
        ("T*", [(2, "Turkey"), (2, "The"), (1, "The"), (3, "The")]),
        ("labor", []),
        ("Labor|labour", [(2, "Labor"), (1, "labour")]),
        ("The report NEAR/9 Turkey", [(2, "Turkey reports that a turkey fled. The report")]),
        ("/T[a-z]+/", [(2, "Turkey"), (2, "The"), (1, "The"), (3, "The")]),
    ],
)
def test_as_written_capitals_and_spelling_count(reader, typed, found):
    assert nodes(reader, typed, as_written=True) == found


def test_a_line_shows_what_stands_around_on_one_line_and_where(reader):
    line = concordance(reader, EVERYTHING, Find("turkey reports"), Page()).lines.to_pylist()[0]

    assert line["left"] == "Labor rights, said the report. "
    assert (line["node"], line["right"]) == ("Turkey reports", " that a turkey fled. The report was late.")
    assert FLOOD[line["start"] : line["end"]] == "Turkey reports"
    assert (line["source"], line["day"].isoformat()) == ("Abacus", "2026-03-02")


@pytest.mark.parametrize(
    ("order", "articles"),
    [("source", [2, 2, 1, 1, 3]), ("newest", [1, 1, 2, 2, 3]), ("oldest", [3, 2, 2, 1, 1])],
)
def test_lines_stand_in_the_order_of_source_or_date(reader, order, articles):
    assert [number for number, _ in nodes(reader, "report", order=order)] == articles


def test_lines_stand_in_the_order_of_the_words_around(reader):
    before = concordance(reader, EVERYTHING, Find("report"), Page("word before")).lines.to_pylist()
    behind = concordance(reader, EVERYTHING, Find("report"), Page("word behind")).lines.to_pylist()

    # a report · labour report · the report, three times, by the word before "the": fled, rights, said.
    assert [row["left"].split()[-1] for row in before] == ["A", "labour", "The", "The", "the"]
    assert [row["left"].split()[-2].strip(".") for row in before[2:]] == ["fled", "rights", "said"]
    # report on · report Turkey · report was late, three times: A follows none, the last stand at an end.
    assert [row["right"].strip(". ").split()[0] for row in behind] == ["on", "Turkey", "was", "was", "was"]


def test_pages_together_are_all_lines_once(reader):
    pages = [
        concordance(reader, EVERYTHING, Find("report*"), Page("oldest", first, 2)).lines for first in (0, 2, 4, 6, 8)
    ]
    whole = concordance(reader, EVERYTHING, Find("report*"), Page("oldest")).lines

    assert [page.num_rows for page in pages] == [2, 2, 2, 1, 0]
    assert [row for page in pages for row in page.to_pylist()] == whole.to_pylist()
    assert pages[-1].schema == LINE_SCHEMA


def test_each_source_is_counted_also_where_it_has_none(reader):
    answer = hits_by_source(reader, EVERYTHING, Find("report"))
    rows = {row["source"]: row for row in answer.table.to_pylist()}

    assert [(name, row["n_hits"], row["n_articles"]) for name, row in rows.items()] == [
        ("Abacus", 4, 2),
        ("Bugle", 1, 1),
        ("unknown source", 0, 0),
    ]
    assert rows["Abacus"]["n_articles_of_source"] == 2
    assert rows["Abacus"]["n_words_of_source"] == 13 + 15
    assert rows["Abacus"]["per_thousand"] == pytest.approx(1000 * 4 / 28)
    assert answer.n_articles == 4


def test_a_selection_and_its_passages_are_all_that_is_searched(reader):
    assert nodes(reader, "report", Selection(sources=("Bugle",))) == [(3, "report")]
    assert nodes(reader, "report", Selection(passages="shared")) == [(2, "report"), (3, "report")]
    assert nodes(reader, "report", Selection(passages="own")) == [(2, "report"), (1, "report"), (1, "report")]
    assert nodes(reader, "/report/", Selection(passages="shared")) == [(2, "report"), (3, "report")]
    own = hits_by_source(reader, Selection(passages="own"), Find("report")).table.to_pylist()
    assert [(row["source"], row["n_hits"], row["n_words_of_source"]) for row in own[:2]] == [
        ("Abacus", 3, 24),
        ("Bugle", 0, 4),
    ]


def test_the_page_says_which_forms_a_word_stood_for(reader):
    said = concordance(reader, EVERYTHING, Find("report* labour"), Page()).looked_up

    assert said == (("report*", ("report", "reported", "reports"), 0), ("labour", ("labor", "labour"), 0))


def test_strips_say_how_far_into_its_article_each_hit_stands(reader):
    answer = dispersion(reader, EVERYTHING, Find("report"))
    rows = answer.table.to_pylist()

    assert [(row["source"], row["n_hits"]) for row in rows] == [("Abacus", 2), ("Abacus", 2), ("Bugle", 1)]
    assert rows[1]["shares"] == [pytest.approx(DAM.index("report") / len(DAM)), pytest.approx(51 / len(DAM))]
    assert answer.n_articles == 3
    assert dispersion(reader, EVERYTHING, Find("nowhere")).table.num_rows == 0


@pytest.mark.parametrize("limits", [Limits(seconds=0.0), Limits(n_hits=1)])
def test_a_search_that_costs_too_much_stops_and_says_how_far_it_read(reader, limits):
    everything = np.array([False, True, True, True, True])
    places, ends, searched = fitting(reader, compiled("e"), everything, limits)

    assert searched.tolist() == [False, True, False, False, False]
    assert set(places.a.tolist()) == {1}
    assert len(ends) == DAM.lower().count("e")


def test_a_text_that_takes_too_long_by_itself_is_left_out(tmp_path):
    texts = ["short a", "a" * 60_000, "a short"]
    reader = open_reader(open_store(write_corpus(tmp_path / "store", [Written("Abacus", text) for text in texts])))
    everything = np.array([False, True, True, True])

    places, _, searched = fitting(reader, compiled("a(.*b)?"), everything, Limits(seconds=60, seconds_per_text=0.05))

    assert searched.tolist() == [False, True, False, True]
    assert places.a.tolist() == [1, 3]


def test_an_order_that_is_none_is_refused(reader):
    with pytest.raises(ValueError, match="not an order"):
        concordance(reader, EVERYTHING, Find("report"), Page("longest"))


def test_letters_an_expression_needs_are_looked_up_whatever_their_capitals_and_accents(tmp_path):
    texts = ["CAFÉ closed", "cafe\u0301 open", "a tearoom"]
    reader = open_reader(open_store(write_corpus(tmp_path / "store", [Written("Abacus", text) for text in texts])))

    assert [number for number, _ in nodes(reader, "/caf/")] == [1, 2]
    assert concordance(reader, EVERYTHING, Find("/caf/"), Page()).n_searched == 3


WORDS = ["right", "Right", "rights", "labour", "labor", "the"]
texts = st.lists(st.sampled_from(WORDS), max_size=9).map(". ".join)
slots = st.sampled_from(["right", "rights", "labour", "the", "r*", "right|labor", "?he", "nowhere"])
phrases = st.lists(slots, min_size=1, max_size=3).map(" ".join)
searches = st.one_of(
    phrases, st.tuples(phrases, phrases).map(" OR ".join), st.tuples(slots, slots).map(" NEAR/2 ".join)
)


def fits(slot: str, word: str) -> bool:
    def one(typed: str) -> bool:
        form = form_of(word)
        if typed == "r*":
            return form.startswith("r")
        if typed == "?he":
            return len(form) == 3 and form.endswith("he")
        return folded(form) == folded(form_of(typed))

    return any(one(typed) for typed in slot.split("|"))


def walked(search: str, words: list[str]) -> set[tuple[int, int]]:
    """First and last word of each hit, by walking through the words."""
    if " OR " in search:
        return set.union(*(walked(part, words) for part in search.split(" OR ")))
    if " NEAR/2 " in search:
        first, second = search.split(" NEAR/2 ")
        found = set()
        for i in (i for i, word in enumerate(words) if fits(first, word)):
            away = [(abs(j - i), -j, j) for j in range(len(words)) if 0 < abs(j - i) <= 2 and fits(second, words[j])]
            found |= {tuple(sorted((i, min(away)[2])))} if away else set()
        return found
    slots = search.split()
    starts = range(len(words) - len(slots) + 1)
    return {(i, i + len(slots) - 1) for i in starts if all(fits(s, words[i + n]) for n, s in enumerate(slots))}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, min_size=1, max_size=3), st.lists(searches, min_size=1, max_size=6))
def test_the_index_finds_what_a_walk_through_the_texts_finds(tmp_path_factory, written, typed):
    folder = tmp_path_factory.mktemp("walk")
    reader = open_reader(open_store(write_corpus(folder / "store", [Written("Abacus", text) for text in written])))

    for search in typed:
        found = find(reader, EVERYTHING, Find(search))
        expected = []
        for number, text in enumerate(written, start=1):
            spans = word_spans(text)
            words = [text[start:end] for start, end in spans]
            expected += sorted((number, spans[i][0], spans[j][1]) for i, j in walked(search, words))
        shown = [
            (int(a), int(start), found.end_of(n, written[int(a) - 1]))
            for n, (a, start) in enumerate(zip(found.places.a, found.places.start, strict=True))
        ]
        assert shown == expected


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from([*'ab*?|"/() .é', "NEAR/2", " OR ", "report"]), max_size=9).map("".join),
    st.booleans(),
)
def test_any_search_gives_lines_or_a_plain_refusal(reader, typed, as_written):
    try:
        answer = concordance(reader, EVERYTHING, Find(typed, as_written), Page())
    except SearchUnclear as refusal:
        assert str(refusal)
        return
    assert answer.lines.num_rows == min(answer.n_hits, 50)
    assert all(row["node"] for row in answer.lines.to_pylist())
