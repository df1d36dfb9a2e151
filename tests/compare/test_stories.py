"""Stories: the same event together, look-alikes and strangers apart."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.compare.stories.stories import find_stories
from newscorpus.text.sentences import LONGEST_OPENING

MARROW = [
    "A crane fell on the ferry quay at Port Marrow on Tuesday. Harbour master Ines Dahl said 14 people were hurt.",
    "Fourteen people were hurt when a crane fell at Port Marrow. Ines Dahl, the harbour master, closed the ferry quay.",
    "Port Marrow's ferry quay was closed after a crane fell. Harbour master Dahl counted 14 people hurt.",
]
KELBY = [
    "A crane fell on a school at Kelby on Friday. Mayor Tom Orr said nobody was inside; 3 classrooms were destroyed.",
    "Three classrooms of Kelby school were destroyed by a crane. Mayor Tom Orr said nobody was inside on Friday.",
    "Kelby mayor Tom Orr said the school was empty when the crane destroyed 3 classrooms.",
]
BREAD = "Bakers expect wheat to cost more next spring, a survey of mills found."


def tables(bodies, dates=None, *, titles=None, languages=None):
    ids = [f"id{n}" for n in range(len(bodies))]
    articles = pa.table(
        {
            "article_id": pa.array(ids, pa.string()),
            "source": pa.array([f"Outlet {n % 3}" for n in range(len(bodies))], pa.string()),
            "title": pa.array(titles or [None] * len(bodies), pa.string()),
            "language": pa.array(languages or ["en"] * len(bodies), pa.string()),
            "published_at": pa.array(dates or [None] * len(bodies), pa.timestamp("us", tz="UTC")),
        }
    )
    return articles, pa.table({"article_id": pa.array(ids, pa.string()), "text": pa.array(bodies, pa.string())})


def groups(bodies, dates=None, **columns):
    found = find_stories(*tables(bodies, dates, **columns))
    told = {}
    for article_id, story_id in found.assignment.items():
        told.setdefault(story_id or article_id, set()).add(int(article_id[2:]))
    return sorted(map(sorted, told.values()))


def test_no_articles_make_no_stories():
    found = find_stories(*tables([]))
    assert found.assignment == {}
    assert found.table.num_rows == 0


def test_one_article_stands_alone():
    assert find_stories(*tables([BREAD])).assignment == {"id0": None}


def test_two_reports_of_one_event_are_a_story_and_a_stranger_is_not_forced_in():
    assert groups([MARROW[0], BREAD, MARROW[1]]) == [[0, 2], [1]]


def test_two_look_alike_events_are_two_stories():
    assert groups([MARROW[0], KELBY[0], MARROW[1], KELBY[1], MARROW[2], KELBY[2]]) == [[0, 2, 4], [1, 3, 5]]


def test_the_same_words_months_later_are_another_event():
    dates = [datetime(2026, 1, 6, tzinfo=UTC), datetime(2026, 1, 7, tzinfo=UTC), datetime(2026, 6, 9, tzinfo=UTC)]
    assert groups([MARROW[0], MARROW[1], MARROW[2]], dates) == [[0, 1], [2]]


def test_forty_copies_are_one_story():
    assert groups([MARROW[0]] * 40) == [list(range(40))]


def test_an_article_without_words_stands_alone():
    assert groups(["", MARROW[0], MARROW[1], "…"]) == [[0], [1, 2], [3]]


TOWN = [
    (
        "Theatre reopens",
        "The theatre of Vessby opens on Saturday with a comedy about a shy postman. Seats cost nine crowns.",
    ),
    (
        "Bus 7 takes a detour",
        "Bus 7 in Vessby will go round the cemetery until autumn because a water pipe is being replaced.",
    ),
    (
        "Goalkeeper breaks arm",
        "Vessby lost its match by four goals after goalkeeper Ivar Mo broke an arm in the first half.",
    ),
    (
        "Bees in the attic",
        "A swarm of bees moved into the attic of the Vessby post office and was carried off by a beekeeper.",
    ),
    (
        "School kitchen closes",
        "Pupils in Vessby will bring sandwiches, for the school kitchen was closed over mould in a cold store.",
    ),
    ("Rare owl seen", "A hawk owl sat on the church tower of Vessby for an hour, to the delight of birdwatchers."),
    (
        "Thief returns violin",
        "A violin stolen from a Vessby museum in May was left at its door with a letter of apology.",
    ),
]
BEAT = [
    "The appeals court in Norrland upheld the fine of a dairy that had sold cheese under a false name of origin.",
    "A dentist must pay back fees to eleven patients, the appeals court in Norrland decided in a civil case.",
    "The appeals court in Norrland freed a lorry driver who had been convicted of smuggling cigarettes.",
    "Neighbours may not forbid a blind man his guide dog, according to a ruling of the appeals court in Norrland.",
    "The appeals court in Norrland sent a dispute about a lighthouse back to the lower judges for want of experts.",
]
NORWEGIAN = [
    "Det er mange som ikke har fått svar, og jeg har ringt til kontoret to ganger om brevet som de sendte til oss.",
    "Det var ikke lett, og jeg vet at mange har gått til legen fordi de ikke fikk sove etter at de kom hjem til øya.",
]
SPANISH = [
    "El museo de la ciudad abre por la tarde para los niños que no pueden ir con sus padres por la mañana.",
    "La cosecha de naranja fue mala por la falta de agua, y los que más sufren son los que no tienen pozos.",
]
LATIN = [
    "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.",
    "Arma virumque cano, Troiae qui primus ab oris Italiam fato profugus Laviniaque venit litora.",
]


@pytest.mark.parametrize("n", range(2, len(TOWN) + 1))
def test_reports_that_share_only_their_town_are_no_story(n):
    titles, bodies = zip(*TOWN[:n], strict=True)
    assert groups(bodies, titles=titles) == [[k] for k in range(n)]
    one_day = [datetime(2026, 5, 4, tzinfo=UTC)] * n
    assert groups(bodies, one_day, titles=titles) == [[k] for k in range(n)]


@pytest.mark.parametrize("n", range(2, len(BEAT) + 1))
def test_reports_of_one_institution_on_several_cases_are_no_story(n):
    assert groups(BEAT[:n]) == [[k] for k in range(n)]


def test_one_outlet_on_two_subjects_is_no_story():
    footer = " The Vessby Gazette is read in nine villages."
    post = " ".join(body for _, body in TOWN[:3]) + footer
    farm = f"{BREAD} Millers blame a wet summer, and a farmer near the coast ploughed in his whole crop. " * 2 + footer
    assert groups([post, farm]) == [[0], [1]]


@pytest.mark.parametrize(
    ("language", "bodies"), [("no", NORWEGIAN), ("es", SPANISH), ("la", LATIN)], ids=["no", "es", "la"]
)
def test_common_words_of_a_language_make_no_story(language, bodies):
    assert groups(bodies, languages=[language] * len(bodies)) == [[0], [1]]


def test_articles_in_two_languages_without_a_common_name_are_no_story():
    assert groups([NORWEGIAN[0], SPANISH[0], BREAD], languages=["no", "es", "en"]) == [[0], [1], [2]]


@pytest.mark.parametrize("day", [None, datetime(2026, 5, 4, tzinfo=UTC)], ids=["undated", "dated"])
def test_one_event_among_unrelated_reports_is_the_only_story(day):
    bodies = [*(body for _, body in TOWN), *MARROW]
    n = len(TOWN)
    found = groups(bodies, [day] * len(bodies))
    assert found == [*([k] for k in range(n)), [n, n + 1, n + 2]]


def test_names_and_figures_alone_tie_articles_of_a_language_nothing_is_known_of():
    latin = [
        "Heri apud Kirnholm navis Hallin Star in vadum incidit; dux Petra Vasko dixit homines 412 servatos esse.",
        "Navis cui nomen Hallin Star prope Kirnholm haesit, et 412 vectores servati sunt, ut Petra Vasko narravit.",
    ]
    assert groups(latin, languages=["la", "la"]) == [[0, 1]]


def test_a_story_is_called_by_the_headline_nearest_its_middle_without_the_outlets_name():
    titles = ["Crane falls on the ferry quay at Port Marrow | Outlet 0", None, "What we saw"]
    (row,) = find_stories(*tables(MARROW, titles=titles)).table.to_pylist()
    assert (row["n_articles"], row["n_sources"]) == (3, 3)
    assert row["label"] == "Crane falls on the ferry quay at Port Marrow"


def test_a_story_without_headlines_is_called_by_a_first_sentence():
    (row,) = find_stories(*tables(MARROW)).table.to_pylist()
    assert row["label"] in {body.split(". ")[0].removesuffix(".") + "." for body in MARROW}


def test_a_long_first_sentence_is_cut_between_words():
    long = [f"{body.removesuffix('.')} {'and the crane fell on the ferry quay ' * 9}today." for body in MARROW]
    (row,) = find_stories(*tables([text.replace(". ", ", ") for text in long])).table.to_pylist()
    assert len(row["label"]) <= LONGEST_OPENING + 2
    assert row["label"].endswith(" …")


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(7)))
def test_stories_do_not_depend_on_the_order_of_the_rows(order):
    articles, texts = tables([*MARROW, *KELBY, BREAD])
    expected = find_stories(articles, texts)
    shuffled = find_stories(articles.take(pa.array(order)), texts.take(pa.array(order[::-1])))
    assert shuffled.assignment == expected.assignment
    assert shuffled.table.to_pylist() == expected.table.to_pylist()
