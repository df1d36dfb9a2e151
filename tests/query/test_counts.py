"""Answers on the alphabet corpus; the counts are done by hand in tests/alphabet.py."""

from datetime import date

import pytest

from newscorpus.query.answers import LeftOut
from newscorpus.query.names.counts import name_count, name_counts, names_by_source, spellings
from newscorpus.query.selection import Selection
from newscorpus.query.sources import distribution as values_module
from newscorpus.query.sources.choices import choices, known
from newscorpus.query.sources.distribution import values_by_source
from newscorpus.query.sources.table import sources_table
from newscorpus.query.sources.timeline import articles_over_time
from newscorpus.query.sources.totals import Figures, headline_figures

EVERYTHING = Selection()
NOTHING = Selection(sources=("Nobody",))
BAY, ALDER, UNION = "Bay (place)", "Ann Alder (person)", "Cade Union (organisation)"


def rows_by(answer, key="source"):
    return {row[key]: row for row in answer.table.to_pylist()}


def test_headline_figures_of_everything(reader):
    # Words in order: 0 10 20 30 | 40 50 60 70: the median lies between 30 and 40.
    assert headline_figures(reader, EVERYTHING) == Figures(
        n_articles=8,
        n_sources=3,
        n_unknown_source=1,
        n_words=280,
        words_median=35.0,
        day_first=date(2026, 3, 2),
        day_last=date(2026, 3, 9),
        n_undated=2,
        n_names=3,
        n_agency=1,
        n_most_of_one_source=3,
    )


def test_headline_figures_of_nothing_are_zero_or_undefined(reader):
    figures = headline_figures(reader, NOTHING)

    assert (figures.n_articles, figures.n_words, figures.n_most_of_one_source) == (0, 0, 0)
    assert (figures.words_median, figures.day_first) == (None, None)


def test_each_source_has_its_row_and_the_unknown_one_too(reader):
    answer = sources_table(reader, EVERYTHING)
    table = rows_by(answer)

    assert answer.n_articles == 8
    assert [*table] == ["Abacus", "Bugle", "Courier", "unknown source"]
    assert [row["n_articles"] for row in table.values()] == [3, 2, 2, 1]
    assert [row["n_words"] for row in table.values()] == [60, 90, 60, 70]
    assert table["Abacus"]["top_names"] == ["Bay", "Ann Alder"]  # 4 mentions and 3
    assert table["Bugle"]["n_undated"] == 1


def test_a_median_needs_three_articles_and_quartiles_five(reader):
    table = rows_by(sources_table(reader, EVERYTHING))

    # Abacus: polarity 0.1 0.3 -0.2, tone 0.2 0.1 -0.4, words 10 20 30. Of Courier's two articles one has no words.
    medians = [table["Abacus"][f"{measure}_median"] for measure in ("polarity", "tone", "words")]
    assert medians == [0.1, 0.1, 20]
    assert table["Abacus"]["tone_q1"] is None
    assert (table["Bugle"]["tone_median"], table["Bugle"]["words_median"]) == (None, None)
    assert table["Courier"]["tone_n"] == 1


def test_a_measure_is_given_for_every_article_that_has_it(reader):
    values = values_by_source(reader, EVERYTHING, "polarity")

    assert values.n_articles == 7
    assert values.left_out == (LeftOut(1, "no_words"),)
    assert [(dot["source"], dot["value"]) for dot in values.dots.to_pylist()] == [
        ("Abacus", -0.2),
        ("Abacus", 0.1),
        ("Abacus", 0.3),
        ("Bugle", 0.0),
        ("Bugle", 0.5),
        ("Courier", -0.5),
        ("unknown source", 0.2),
    ]


def test_beyond_the_limit_boxes_of_exact_quantiles_stand_for_the_dots(reader, monkeypatch):
    monkeypatch.setattr(values_module, "MAX_DOTS", 6)
    monkeypatch.setattr(values_module, "MIN_ARTICLES_FOR_QUARTILES", 3)

    values = values_by_source(reader, EVERYTHING, "polarity")
    abacus = values.sources.to_pylist()[0]

    # Abacus: -0.2 0.1 0.3; half way between the first two and the last two. The others are too few for a box: dots.
    assert values.is_boxed
    assert (abacus["q1"], abacus["median"], abacus["q3"]) == pytest.approx((-0.05, 0.1, 0.2))
    assert {dot["source"] for dot in values.dots.to_pylist()} == {"Bugle", "Courier", "unknown source"}


def test_sources_beyond_those_drawn_are_counted_as_left_out(reader, monkeypatch):
    monkeypatch.setattr(values_module, "MAX_SOURCES_DRAWN", 2)

    values = values_by_source(reader, EVERYTHING, "n_words")

    assert values.sources["source"].to_pylist() == ["Abacus", "Bugle"]
    assert values.left_out == (LeftOut(3, "source_beyond_top"),)


def test_only_measures_can_be_asked_for(reader):
    with pytest.raises(ValueError, match="not a measure"):
        values_by_source(reader, EVERYTHING, "title FROM articles; --")


def test_names_are_counted_by_mention_article_and_source(reader):
    table = rows_by(name_counts(reader, EVERYTHING, 10), "name_label")

    counted = {label: (row["n_mentions"], row["n_articles"], row["n_sources"]) for label, row in table.items()}
    assert counted == {BAY: (5, 3, 2), ALDER: (4, 3, 2), UNION: (3, 2, 2)}


def test_names_behind_the_last_row_are_counted_as_left_out(reader):
    answer = name_counts(reader, EVERYTHING, 1)

    assert answer.table["name_label"].to_pylist() == [BAY]
    assert answer.left_out == (LeftOut(2, "beyond_top"),)


def test_names_are_narrowed_by_kind_and_by_letters_whatever_their_case(reader):
    assert name_counts(reader, EVERYTHING, 10, ("PERSON",)).table["name_label"].to_pylist() == [ALDER]
    assert name_counts(reader, EVERYTHING, 10, (), "CADE").table["name_label"].to_pylist() == [UNION]
    assert name_counts(reader, EVERYTHING, 10, (), "%").table.num_rows == 0


def test_every_source_has_a_cell_for_every_name_also_where_it_is_zero(reader):
    answer = names_by_source(reader, EVERYTHING, (UNION, BAY))
    cells = {(row["source"], row["name_label"]): row for row in answer.table.to_pylist()}

    assert len(cells) == 8
    assert cells["Abacus", UNION]["n_mentions"] == 0
    assert cells["Abacus", BAY]["n_mentions"] == 4
    assert cells["Abacus", BAY]["per_thousand"] == pytest.approx(1000 * 4 / 60)


def test_a_rate_is_undefined_for_a_source_without_words(reader):
    answer = names_by_source(reader, Selection(article_ids=("c200000000000000",)), (BAY,))

    assert answer.table["per_thousand"].to_pylist() == [None]


def test_spellings_are_counted_by_source(reader):
    rows = spellings(reader, EVERYTHING, BAY).to_pylist()

    assert [(row["surface"], row["source"], row["n_mentions"]) for row in rows] == [
        ("Bay", "Abacus", 4),
        ("Bay", "unknown source", 1),
    ]


def test_one_name_is_counted_as_in_the_list_and_nobody_is_zero(reader):
    assert name_count(reader, EVERYTHING, ALDER) == (4, 3, 0, 0, ())
    assert name_count(reader, EVERYTHING, "Nobody (person)") == (0, 0, 0, 0, ())


def test_articles_over_time_leave_out_the_undated_and_say_so(reader):
    answer = articles_over_time(reader, EVERYTHING)

    assert answer.period == "day"
    assert (answer.n_articles, answer.left_out) == (6, (LeftOut(2, "undated"),))
    assert ("Courier", date(2026, 3, 4), 2) in [tuple(row.values()) for row in answer.table.to_pylist()]


def test_choices_offer_the_whole_corpus(reader):
    offered = choices(reader)

    assert offered.sources == {"Abacus": 3, "Bugle": 2, "Courier": 2, "unknown source": 1}
    assert offered.names == {BAY: 3, ALDER: 3, UNION: 2}
    assert (offered.day_first, offered.n_undated) == (date(2026, 3, 2), 2)


@pytest.mark.parametrize(
    ("field", "asked", "found"),
    [
        ("names", (UNION, "Nobody (person)", BAY), (UNION, BAY)),
        ("sources", ("unknown source", "Abacus", "abacus"), ("unknown source", "Abacus")),
        ("languages", ("de", "en"), ("en",)),
        ("article_ids", ("a1", "a1".ljust(16, "0")), ("a1".ljust(16, "0"),)),
        ("stories", ("A storm",), ()),
        ("stories", (), ()),
    ],
)
def test_labels_that_the_corpus_does_not_have_are_dropped(reader, field, asked, found):
    assert known(reader, EVERYTHING, field, asked) == found
