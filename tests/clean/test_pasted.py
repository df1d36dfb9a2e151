"""Plain text to an article: what is cut, what stays, and that nothing is lost between the two."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.clean.pasted.article import clean_text
from newscorpus.clean.pasted.lines import tidy
from newscorpus.tables.kinds import KINDS_OF_REMOVAL
from newscorpus.values import CleanArticle, RawArticle

FIRST = "The harbour of Lindau will stay closed until the weekend, the town council said on Tuesday evening."
SECOND = "“We cannot let ships in while the wall is unsafe,” harbour master Ida Brand told reporters at the quay."
THIRD = "Engineers found cracks in the western wall last week and called for an inspection by divers."
ARTICLE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def raw(content: str, *, layout: str = "text", title: str | None = None, file: str = "article.txt") -> RawArticle:
    return RawArticle(file, 0, layout, "text", content, title=title)


def kinds(article: CleanArticle) -> list[str]:
    return [removal.kind for removal in article.removals]


def bare(text: str) -> str:
    return "".join(text.split())


def put_back(article: CleanArticle) -> str:
    """The clean text with every removal put back where it stood."""
    pieces, last = [], 0
    for removal in article.removals:
        pieces += [article.text[last : removal.position], removal.text]
        last = removal.position
    return " ".join([*pieces, article.text[last:]])


def test_article_without_furniture_stays_whole() -> None:
    article = clean_text(raw(ARTICLE))

    assert article.text == ARTICLE
    assert article.removals == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rain.",
        "Lake level falls again",
        "LAKES 1998-05-01\nLindau 3 Bregenz 1\nKonstanz 2 Arbon 2\nStandings: Lindau 6, Konstanz 4, Arbon 1",
        "Shopping for the boat:\n\n- one rope\n- two lamps\n- tar",
        "He spoke of the photo: a picture of his mother. Support for the plan grew, and he told AFP so.",
        "By Monday, the water had gone. Copyright was never his worry, he said, and cookies were for tea.",
    ],
)
def test_cell_without_furniture_stays_as_it_is_line_by_line(text: str) -> None:
    article = clean_text(raw(text, layout="csv"))

    assert (article.text, article.removals) == (text, ())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ida Brand at the quay. Photo: Lindau Town Hall, via Flickr.", "caption"),
        ("The western wall (AP Photo/Mia Kern)", "caption"),
        ("Photograph: Mia Kern", "credit"),
        ("Support independent journalism: become a member.", "donation"),
        ("Help safeguard press freedom & keep LCN free for all readers by supporting our team", "donation"),
        ("Discover more from Lakeside Courier", "promotion"),
        ("Subscribe to our daily newsletter for the best of the lake.", "promotion"),
        ("Share on Facebook", "navigation"),
        ("Facebook Twitter WhatsApp Email", "navigation"),
        ("Contact us | Policies | Newsletter | Apps", "navigation"),
        ("Tags: Lindau, harbour, ships", "navigation"),
        ("Read more: Why the wall of Lindau leans", "related"),
        ("Read more on Lake Evening Post: The divers of Lindau", "related"),
        ("© Mia Kern", "copyright"),
        ("Also read: Divers of the lake", "related"),
        ("© 2024 Lakeside Courier. All rights reserved.", "copyright"),
        ("This website uses cookies to make the lake bluer.", "other"),
        ("Leave a comment", "comments"),
        ("Advertisement", "advertisement"),
        ("window.lakeAds = window.lakeAds || [];", "script"),
        ("AFP is a global news agency delivering coverage of all lakes.", "agency_note"),
        ("Follow Ida Brand on Twitter @idabrand", "promotion"),
    ],
)
def test_line_of_furniture_below_a_paragraph_is_cut_with_its_kind(line: str, kind: str) -> None:
    article = clean_text(raw(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}"))

    assert article.text == ARTICLE
    assert kinds(article) == [kind]
    assert article.removals[0].position == len(FIRST)


def test_description_right_above_a_caption_is_cut_with_it() -> None:
    article = clean_text(
        raw(f"{FIRST}\n\nIda Brand Lindau harbour\nIda Brand speaks at the quay. Photo: Town Hall.\n\n{SECOND}")
    )

    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert kinds(article) == ["caption", "caption"]


def test_short_lines_between_lines_of_the_footer_are_cut() -> None:
    footer = "Support LCN | Contact | Apps\n\nYouTube clip of the week\n\nSuccess! You're on the list."

    article = clean_text(raw(f"{ARTICLE}\n\n{footer}"))

    assert article.text == ARTICLE
    assert kinds(article) == ["navigation", "other", "promotion"]


def test_headline_byline_and_date_above_the_text_are_read_and_cut() -> None:
    head = "Harbour stays closed\n\nBy Mia Kern\n\nPublished: 14 May 2024"

    article = clean_text(raw(f"{head}\n\n{ARTICLE}"))

    assert article.text == ARTICLE
    assert (article.title, article.author) == ("Harbour stays closed", "Mia Kern")
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2024-05-14"
    assert article.date_basis == "a line above the text"
    assert kinds(article) == ["headline", "byline", "dateline"]


HEAD_OF_A_SITE = """Lake Evening Post
Home | Lake | Letters | Sport

Why is the western wall of Lindau leaning?

By Mia Kern and Jon Lund
Published 14 May 2024, 08:15
Updated 2 hours ago
4 min read
"""


@pytest.mark.parametrize(
    ("file", "footer"),
    [
        ("Lake Evening Post/wall.txt", ""),
        ("wall.txt", "\n\n© 2024 Lake Evening Post. All rights reserved."),
        ("wall.txt", "\n\nDiscover more from Lake Evening Post"),
    ],
)
def test_head_of_a_site_is_read_and_cut_where_folder_or_footer_prove_the_outlet(file: str, footer: str) -> None:
    article = clean_text(raw(f"{HEAD_OF_A_SITE}\n{ARTICLE}{footer}", file=file))

    assert article.text == ARTICLE
    assert article.title == "Why is the western wall of Lindau leaning?"
    assert article.author == "Mia Kern, Jon Lund"
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2024-05-14"
    assert (article.source, article.source_basis) == ("Lake Evening Post", "the line above the headline")


def test_name_that_nothing_proves_is_cut_above_a_menu_and_is_no_outlet() -> None:
    article = clean_text(raw(f"{HEAD_OF_A_SITE}\n{ARTICLE}"))

    assert (article.text, article.source) == (ARTICLE, None)
    assert article.title == "Why is the western wall of Lindau leaning?"


def test_headline_above_a_share_bar_is_no_outlet() -> None:
    article = clean_text(raw(f"Harbour stays closed\nShare on Facebook | Share on X | Copy link\n\n{ARTICLE}"))

    assert (article.text, article.title, article.source) == (ARTICLE, "Harbour stays closed", None)


def test_section_above_the_headline_is_cut_with_it() -> None:
    article = clean_text(raw(f"World\n\nHarbour stays closed\n\nBy Mia Kern\n\n{ARTICLE}"))

    assert (article.text, article.title) == (ARTICLE, "Harbour stays closed")


def test_lines_of_a_poem_above_a_byline_stay() -> None:
    poem = "The lake is wide.\n\nThe wall is old.\n\nAnd who will mend it now"

    assert clean_text(raw(f"{poem}\n\nBy Mia Kern\n\n{ARTICLE}")).text == f"{poem}\n\n{ARTICLE}"


@pytest.mark.parametrize("byline", ["By Lake Evening Post", "By Reuters", "By Newsroom Staff"])
def test_outlet_agency_or_desk_is_cut_and_no_author(byline: str) -> None:
    article = clean_text(raw(f"Harbour stays closed\n\n{byline}\n\n{ARTICLE}", file="Lake Evening Post/1.txt"))

    assert (article.text, article.author) == (ARTICLE, None)


@pytest.mark.parametrize("layout", ["text", "csv"])
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Post’s harbour letter reaches you every Friday. Subscribe now.", "promotion"),
        ("Our morning briefing on all things wet: sign up here", "promotion"),
        ("Sign up: Lake at Six is in your inbox before the gulls are.", "promotion"),
        ("Thanks! You’re subscribed.", "promotion"),
        ("Keep Lake Evening Post free for everyone: 40 readers give 5 crowns, and you could too", "donation"),
        ("© Lake Evening Post", "copyright"),
        ("© 2024 Lake Evening Post", "copyright"),
    ],
)
def test_tail_of_one_article_is_cut_in_a_paste_and_in_a_cell(line: str, kind: str, layout: str) -> None:
    article = clean_text(raw(f"{ARTICLE}\n\n{line}", layout=layout))

    assert article.text == ARTICLE
    assert kinds(article) == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "The letter was in the mailbox every weekday, and nobody had told the council to read it.",
        "“Our newsletter is daily. Sign up now,” she told the crowd at the quay.",
        "The course takes place on Saturday at the library. Register here.",
        "Keep the harbour independent, says the mayor of Bregenz.",
        "She signed up for free and paid for it later, as everyone does.",
        "The walk to the harbour takes 20 minutes",
    ],
)
def test_sentence_that_speaks_of_letters_and_members_stays(line: str) -> None:
    assert clean_text(raw(f"{FIRST}\n\n{line}\n\n{THIRD}")).text == f"{FIRST}\n\n{line}\n\n{THIRD}"


def test_copyright_inside_a_cell_stays_and_closing_it_goes() -> None:
    text = f"{FIRST}\n© 2024 Lindau\n{SECOND}"

    assert clean_text(raw(f"{text}\n© 2024 Lindau\nSubscribe now", layout="csv")).text == text


def test_what_the_file_says_wins_over_lines_above_the_text() -> None:
    record = RawArticle(
        "a.txt", 0, "text", "text", f"By Mia Kern\n\n{ARTICLE}", author="Jon Lund", published_at="2024-05-15"
    )

    article = clean_text(record)

    assert article.author == "Jon Lund"
    assert article.date_basis == "the file"


def test_cell_loses_only_what_is_unmistakable() -> None:
    text = f"By Mia Kern\n{FIRST}\nRead more: Why the wall leans\nPhoto: Town Hall of Lindau\n{SECOND}"

    article = clean_text(raw(text, layout="csv"))

    assert article.text == f"By Mia Kern\n{FIRST}\nRead more: Why the wall leans\n{SECOND}"
    assert kinds(article) == ["credit"]


def test_cell_that_is_nothing_but_a_caption_stays() -> None:
    assert clean_text(raw("Photo: Ida Brand at the quay", layout="csv")).text == "Photo: Ida Brand at the quay"


def test_pasted_file_that_is_nothing_but_furniture_gives_no_text() -> None:
    assert clean_text(raw("Advertisement\n\nShare on Facebook")).text == ""


PAGE = "\n".join(
    [
        "Harbour stays closed - Lakeside Courier",
        "",
        *("Home", "News", "Sport", "Weather", "Contact us", "Log in"),
        "",
        "Harbour stays closed",
        "By Mia Kern",
        "May 14, 2024",
        "",
        *(f"{paragraph}\n" for paragraph in (FIRST, SECOND, "Related articles")),
        "Why the wall leans",
        "",
        *(
            f"{paragraph}\n"
            for paragraph in (THIRD, "The council meets again on Friday to hear what the divers have found.")
        ),
        "3 comments",
        "",
        "Anna on May 15, 2024 at 8:00",
        "I have lived by this harbour for forty years and never once saw a crack in the wall.",
        "",
        "Most read",
        *("Ten ships", "The old ferry", "A bridge too short"),
        "© 2024 Lakeside Courier",
    ]
)


def test_whole_page_gives_its_article() -> None:
    article = clean_text(raw(PAGE))

    assert article.text.split("\n\n") == [
        FIRST,
        SECOND,
        THIRD,
        "The council meets again on Friday to hear what the divers have found.",
    ]
    assert (article.title, article.author) == ("Harbour stays closed", "Mia Kern")
    assert (article.source, article.source_basis) == ("Lakeside Courier", "the page title")


def test_paragraphs_on_lines_of_their_own_are_parted_by_empty_lines() -> None:
    assert clean_text(raw(f"{FIRST}\n{SECOND}")).text == f"{FIRST}\n\n{SECOND}"


def test_paragraph_wrapped_at_a_column_is_one_line_again() -> None:
    wrapped = "\n".join(textwrap.wrap(f"{FIRST} {SECOND}", 70))

    assert clean_text(raw(f"{wrapped}\n\n{THIRD}")).text == f"{FIRST} {SECOND}\n\n{THIRD}"


def test_list_keeps_its_lines() -> None:
    shopping = "Bring to the quay:\n- one rope\n- two lamps"

    assert clean_text(raw(f"{FIRST}\n\n{shopping}")).text == f"{FIRST}\n\n{shopping}"


def test_odd_blanks_and_hidden_characters_are_folded_at_the_border() -> None:
    article = clean_text(raw("A\u200b cafe\u0301\u00a0closed.\r\n\r\nIt\u202e rained."))

    assert article.text == "A café closed.\n\nIt rained."
    assert article.removals == ()


FRAGMENTS = st.sampled_from(
    [
        *(FIRST, SECOND, THIRD, "A short line", "Harbour stays closed", "Home", "News", "", "\n", "x = {"),
        *("Share on Facebook", "Photo: Mia Kern", "By Mia Kern", "Related articles", "3 comments", "May 14, 2024"),
        *("Support LCN | Apps | Jobs", "© 2024 LCN", "Lake Evening Post", "Home | News | Sport", "4 min read", "World"),
        *("© 2024 Lake Evening Post", "Share on X | Copy link | Email", "By Lake Evening Post", "CNN"),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=40).map("\n".join))
LAYOUTS = st.sampled_from(["text", "csv"])


@given(TEXTS, LAYOUTS)
@settings(deadline=None)
def test_clean_text_and_removals_hold_all_that_came_in(text: str, layout: str) -> None:
    article = clean_text(raw(text, layout=layout))

    assert bare(put_back(article)) == bare(tidy(text))
    assert all(0 <= r.position <= len(article.text) and r.text and r.kind in KINDS_OF_REMOVAL for r in article.removals)


@given(TEXTS, LAYOUTS)
@settings(deadline=None)
def test_cleaning_twice_changes_nothing(text: str, layout: str) -> None:
    once = clean_text(raw(text, layout=layout)).text

    assert clean_text(raw(once, layout=layout)).text == once


@pytest.mark.parametrize(
    "character",
    ["a", " ", "<", '"', "1", "a.", "\n", "|", "(", "A ", "By A", "© ", "-", "@", "photo:", "By A\n", "May 1, 2024\n"],
)
def test_fifty_thousand_of_one_character_end_in_a_text(character: str) -> None:
    text = character * (50_000 // len(character))

    assert bare(put_back(clean_text(raw(text)))) == bare(text)
