import pytest

from newscorpus.load.setting_aside import SetAside
from newscorpus.load.tables.columns import ROLES, articles_columns, recognise


@pytest.mark.parametrize(
    ("headings", "text", "source", "published_at"),
    [
        ("source,title,text,url,author,published,section,language", "text", "source", "published"),
        ("maintext,title,date_publish,source_domain,authors,url,language", "maintext", "source_domain", "date_publish"),
        ("text,title,authors,publish_date", "text", None, "publish_date"),
        (
            "ID,Source_File,Newspaper,Date,Length,Section,Author,Edition,Headline,Graphic,Article",
            "Article",
            "Newspaper",
            "Date",
        ),
        ("headline,articleBody,datePublished,publisher.name", "articleBody", "publisher.name", "datePublished"),
        ("Full text,Publication title,Publication date", "Full text", None, "Publication date"),
        ("id,thread_id,timestamp,author,subject,body", "body", None, "timestamp"),
    ],
)
def test_headings_of_known_programs_are_recognised(headings, text, source, published_at):
    headings = headings.split(",")
    positions = articles_columns(headings).positions

    def chosen(role):
        return headings[positions[role][0]] if role in positions else None

    assert (chosen("text"), chosen("source"), chosen("published_at")) == (text, source, published_at)


def test_a_second_choice_stands_behind_the_first():
    headings = ["hostname", "raw_text", "text", "sitename"]

    assert recognise(headings).positions == {"text": (2, 1), "source": (3, 0)}
    assert recognise(headings).contested == ()


@pytest.mark.parametrize("headings", [["text", "body"], ["Text", "text"], ["text", "source", "publisher"]])
def test_two_columns_of_one_role_are_asked_about(headings):
    with pytest.raises(SetAside, match="columns_unknown"):
        articles_columns(headings)


def test_what_the_reader_says_wins_where_the_heading_exists():
    headings = ["text", "body", "Zeitung"]

    said = articles_columns(headings, {"text": "body", "source": "Zeitung", "title": "not there"}).positions

    assert said == {"text": (1,), "source": (2,)}


def test_a_role_that_does_not_exist_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="not a role of a column: body"):
        recognise(["text"], {"body": "text"})


def test_a_list_of_addresses_without_text_is_told_apart_from_unknown_columns():
    with pytest.raises(SetAside, match="no_text_column"):
        articles_columns(["id", "language", "media_name", "publish_date", "title", "url"])
    with pytest.raises(SetAside, match="columns_unknown"):
        articles_columns(["Feld 1", "Feld 2"])


def test_the_detail_names_the_headings_in_bounded_length():
    with pytest.raises(SetAside) as fault:
        articles_columns(["h" * 1000, "", *map(str, range(30))])

    assert fault.value.detail == f"Headings: {'h' * 39}…, (empty), {', '.join(map(str, range(18)))} and 12 more"


def test_more_columns_than_the_limit_are_refused():
    with pytest.raises(SetAside, match="too_many_columns"):
        articles_columns(["text", *map(str, range(500))])


def test_every_role_has_a_heading_of_its_own_name():
    assert recognise(ROLES).positions == {role: (position,) for position, role in enumerate(ROLES)}
