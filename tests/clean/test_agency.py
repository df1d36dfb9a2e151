"""Agency credits: what is one, and above all what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.clean.agency import agency_named, describes_agency, find_agency

BODY = "The harbour of Lindau will stay closed until the weekend, the council said."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"GENEVA (AFP) — {BODY}", "AFP"),
        (f"LINDAU, Germany (AP) - {BODY}", "AP"),
        (f"BERLIN, May 3 (Reuters) - {BODY}", "Reuters"),
        (f"(Bloomberg) -- {BODY}", "Bloomberg"),
        (f"BEIJING, Jan. 5 (Xinhua) -- {BODY}", "Xinhua"),
        (f"Ankara/Anadolu Agency – {BODY}", "Anadolu"),
        (f"By Mia Kern, Associated Press\n\n{BODY}", "AP"),
        (f"By AFP\n\n{BODY}", "AFP"),
        (f"Press Trust of India\n\n{BODY}", "PTI"),
        (f"Source: ANSA\n\n{BODY}", "ANSA"),
        (f"{BODY} — AFP", "AFP"),
        (f"{BODY} (dpa)", "dpa"),
        (f"{BODY} /TASS/", "TASS"),
        (f"{BODY}\n\nEFE", "EFE"),
        (f"{BODY}\n\n© 2024 The Canadian Press", "CP"),
        (f"{BODY}\n\nCopyright 2024 The Associated Press. All rights reserved.", "AP"),
        (f"{BODY}\n\nReporting by Mia Kern; Editing by Jon Lund", "Reuters"),
        (f"{BODY}\n\nAFP is a global news agency that covers every lake.", "AFP"),
        (f"{BODY}\n\nYonhap is South Korea's national news agency.", "Yonhap"),
    ],
)
def test_credit_in_the_text_names_the_agency(text: str, agency: str | None) -> None:
    assert find_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The harbour master told AFP that ships must wait.",
        "According to Reuters, the wall is unsafe. Bloomberg gave another figure.",
        "The AP exam and the PA system were both cancelled.",
        "PA announcements are made at noon.",
        f"{BODY}\n\nPhoto: AFP\n\n{BODY}",
        f"{BODY}\n\nThe western wall (AP Photo/Mia Kern)\n\n{BODY}",
        f"{BODY}\n\nThe Associated Press contributed to this report.",
        "Harbour closed for days - Interfax.",
        f"{BODY}\n\nGetty Images / AFP",
    ],
)
def test_agency_that_is_only_mentioned_is_no_credit(text: str) -> None:
    assert find_agency(text) is None


def test_stand_alone_name_amid_the_text_is_a_photograph_credit() -> None:
    lines = [BODY] * 30
    lines[15] = "AFP"

    assert find_agency("\n\n".join(lines)) is None


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("AFP", "AFP"),
        ("Mia Kern, Reuters", "Reuters"),
        ("The Associated Press", "AP"),
        ("Mia Kern and Agence France-Presse", "AFP"),
        ("Mia Kern", None),
        ("April Papst", None),
        ("", None),
    ],
)
def test_author_field_names_the_agency(author: str, agency: str | None) -> None:
    assert find_agency(BODY, author=author) == agency


def test_name_of_an_agency_and_nothing_else_is_its_short_name() -> None:
    names = ["Agence France Presse", "the Press Association", "DPA", "AA", "Aa", "The Guardian", None]

    assert [agency_named(name) for name in names] == ["AFP", "PA", "dpa", "Anadolu", None, None, None]


def test_sentence_about_an_agency_is_no_description_of_itself() -> None:
    assert describes_agency("Reuters is an international news agency.")
    assert not describes_agency("Reuters reported that the news agency next door had closed.")


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=80)))
def test_any_text_is_read_without_an_error(text: str, author: str | None) -> None:
    assert find_agency(text, author=author) is None or find_agency(text, author=author) != ""


@pytest.mark.parametrize("unit", ["a", " ", "(", "A", "A ", "1", "a.", "\n", "By A", "© ", "AFP", "(AFP ", "AFP is a "])
def test_fifty_thousand_characters_of_one_kind_credit_nobody_and_hide_no_credit(unit: str) -> None:
    text = unit * (50_000 // len(unit))

    assert find_agency(text) is None
    assert find_agency(f"{text}\n\nAFP") == "AFP"
