"""Outlets: what an address, a folder, a page title or a footer proves, and what nothing proves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.clean.outlet import (
    MAX_NAME_LENGTH,
    is_known_outlet,
    normalise_outlet,
    outlet_from_page_title,
    outlet_from_path,
    outlet_from_text,
    outlet_from_url,
)

BODY = "The harbour of Lindau will stay closed until the weekend, the council said."


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("http://news.bbc.co.uk/2/hi/1.stm", "BBC"),
        ("https://edition.cnn.com/2024/a", "CNN"),
        ("https://www.lakeside-courier.example/a?b=1", "lakeside-courier.example"),
        ("https://news.lakeside.co.uk/a", "lakeside.co.uk"),
        ("https://notbbc.com/a", "notbbc.com"),
        ("https://192.168.0.1/a", None),
        ("ftp://bbc.co.uk/a", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_address_names_the_outlet_or_its_domain(url: str | None, outlet: str | None) -> None:
    found = outlet_from_url(url)

    assert (found[0] if found else None) == outlet


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("Lakeside Courier/0001.txt", ("Lakeside Courier", "the folder name")),
        ("2024/lakeside_courier/may/0001.txt", ("lakeside courier", "the folder name")),
        ("guardian/1.txt", ("The Guardian", "the folder name")),
        ("pile.zip/bbc/1.txt", ("BBC", "the folder name")),
        ("nytimes.com_2024-05-14.txt", ("The New York Times", "the file name")),
        ("reuters.csv", ("Reuters", "the file name")),
        ("articles/000_01ab23cd45ef67ab.txt", None),
        ("batch 3/harbour.txt", None),
        ("2024-05/12.html", None),
        ("0a1b2c3d4e5f6a7b/1.txt", None),
        ("", None),
    ],
)
def test_folder_or_known_file_name_names_the_outlet(path: str, found: tuple[str, str] | None) -> None:
    assert outlet_from_path(path) == found


@pytest.mark.parametrize(
    ("footer", "outlet"),
    [
        ("Discover more from Lakeside Courier\nSubscribe to get the latest posts", "Lakeside Courier"),
        ("Discover more from Lakeside Courier Subscribe to get the latest posts", "Lakeside Courier"),
        ("Support LCN  |  Policies  |  Contact Us", "LCN"),
        ("Help safeguard the free word & keep LCN free for all readers by supporting our team", "LCN"),
        ("Follow Lakeside Courier on Twitter", "Lakeside Courier"),
        ("© 2024 The Guardian. All rights reserved.", "The Guardian"),
        ("© 2024 Big Lake Holdings Ltd", None),
        ("© 2024 Reuters. All rights reserved.", None),
        ("Support independent journalism", None),
        ("Support us today", None),
        ("AFP is a global news agency.", None),
        ("Supporters of Lakeside Rovers sang all night.", None),
        ("", None),
    ],
)
def test_footer_names_the_outlet_only_where_its_phrase_proves_it(footer: str, outlet: str | None) -> None:
    found = outlet_from_text(f"{BODY}\n\n{footer}")

    assert (found[0] if found else None) == outlet


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Harbour closed - Lakeside Courier", "Lakeside Courier"),
        ("Harbour closed | World | News | Express.co.uk", "Daily Express"),
        ("Harbour closed | World | Lake", None),
        ("Harbour closed", None),
        ("Another headline - Lakeside Courier", None),
        ("Harbour closed for days", None),
        ("Harbour closed in Lindau | The Guardian", "The Guardian"),
    ],
)
def test_page_title_names_the_outlet_behind_the_headline(title: str, outlet: str | None) -> None:
    found = outlet_from_page_title(title, "Harbour closed")

    assert (found[0] if found else None) == outlet


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Guardian.com", "The Guardian"),
        ("The Guardian (London)", "The Guardian"),
        ("THE NEW YORK TIMES", "The New York Times"),
        ("www.bbc.com", "BBC"),
        ("Hong Kong Free Press", "HKFP"),
        ("Agence France Presse -- English", "AFP"),
        ("Lakeside Courier", "Lakeside Courier"),
        ("Lakeside Courier (Lindau)", "Lakeside Courier (Lindau)"),
        ("  Lakeside   Courier. ", "Lakeside Courier"),
    ],
)
def test_spellings_of_a_known_outlet_become_one_and_others_stay(name: str, normal: str) -> None:
    assert normalise_outlet(name) == normal


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(name: str) -> None:
    assert normalise_outlet(normalise_outlet(name)) == normalise_outlet(name)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in (outlet_from_url(text), outlet_from_path(text), outlet_from_text(text)):
        assert found is None or all(found)


@pytest.mark.parametrize("unit", ["a", " ", "A ", "A", "1", "a.", "\n", "Support A", "© ", "/", "-", "(", "|"])
def test_fifty_thousand_characters_of_one_kind_are_no_outlet_and_hide_none(unit: str) -> None:
    text = unit * (50_000 // len(unit))

    assert outlet_from_text(text) is None
    assert outlet_from_path(text) is None
    assert outlet_from_page_title(text, unit) is None
    assert outlet_from_page_title(f"Harbour closed - {text}", "Harbour closed") is None
    assert not is_known_outlet(normalise_outlet(text))
    footer = outlet_from_text(f"{text}\n\nDiscover more from Lakeside Courier")
    folder = outlet_from_path(f"Lakeside Courier/{text}")
    assert (footer and footer[0], folder and folder[0]) == ("Lakeside Courier", "Lakeside Courier")


def test_an_outlet_named_behind_the_headline_is_no_longer_than_a_name() -> None:
    longest = "A" * MAX_NAME_LENGTH
    found = [outlet_from_page_title(f"Harbour closed - {name}", "Harbour closed") for name in (longest, longest + "A")]

    assert found == [(longest, "the page title"), None]
