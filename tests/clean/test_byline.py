"""Bylines, dates, captions and datelines: one line at a time."""

from collections.abc import Callable

import pytest

from newscorpus.clean.pasted.captions import find_byline, find_caption, read_byline
from newscorpus.clean.pasted.cues import MAX_CUE_LENGTH, Cue
from newscorpus.clean.pasted.lines import Line, read_lines


def line(text: str) -> Line:
    return read_lines(text)[0]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("By Mia Kern", "Mia Kern"),
        ("BY MIA KERN", "MIA KERN"),
        ("By Mia Kern and Jon van der Lund", "Mia Kern and Jon van der Lund"),
        ("by Mia Kern, LCN", "Mia Kern"),
        ("By Mia Kern on Monday, May 13th, 2024 at 11:08 a.m.", "Mia Kern"),
        ("By Mia Kern, Tuesday", "Mia Kern"),
        ("By Mia Kern | May 14, 2024", "Mia Kern"),
        ("Written by Mia Kern", "Mia Kern"),
        ("Von Mia Kern", "Mia Kern"),
        ("By Monday, the water had gone.", None),
        ("by the lake", None),
        ("By and large it rained", None),
        ("Mia Kern", None),
        ("By:", None),
    ],
)
def test_byline_gives_the_names_and_nothing_else(text: str, author: str | None) -> None:
    assert read_byline(line(text)) == author


@pytest.mark.parametrize(
    "text",
    [
        "May 14, 2024",
        "Published: 14 May 2024, 11:28 CET",
        "Updated 5:27 am CST, Tuesday, May 14, 2024",
        "LINDAU 2024-05-14",
        "14/05/2024",
        "terça-feira, 14 de maio de 2024 às 0:13",
    ],
)
def test_line_with_a_date_and_little_else_is_a_date_line(text: str) -> None:
    cue = find_byline(line(text))

    assert cue is not None
    assert cue.kind == "dateline"


@pytest.mark.parametrize(
    "text",
    [
        "On May 14, 2024 the western wall of the harbour gave way",
        "The wall fell on 14 May 2024",
        "10-0-38-3",
        "Lindau 3 Bregenz 1",
        "Attendance: 2000",
        "In 2024",
    ],
)
def test_line_that_tells_what_happened_is_no_date_line(text: str) -> None:
    assert find_byline(line(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ida Brand speaks to the crew at the quay. Photo: Town Hall", "caption"),
        ("Photo: Mia Kern", "credit"),
        ("Photograph: Mia Kern/Reuters", "credit"),
        ("The western wall of the old harbour (Image: GETTY )", "caption"),
        ("Getty Images", "credit"),
        ("Image caption Ida Brand has kept the harbour for ten years", "caption"),
        ("The western wall of the old harbour (AP)", "caption"),
        ("He took a photo of the wall and sent it to the council.", None),
        ("The picture was clear: nobody had looked at the wall for years.", None),
        ("Reuters asked the council for an answer and got none.", None),
    ],
)
def test_caption_and_credit_are_told_from_sentences(text: str, kind: str | None) -> None:
    cue = find_caption(line(text))

    assert (cue.kind if cue else None) == kind


@pytest.mark.parametrize("unit", ["A", "A ", "a", " ", "1", "A.", "(", "By A, ", "AP/"])
def test_fifty_thousand_characters_of_one_kind_are_neither_byline_nor_caption(unit: str) -> None:
    text = "A" + unit * (50_000 // len(unit))

    assert find_byline(line(text)) is None
    assert find_caption(line(text)) is None


@pytest.mark.parametrize(
    ("find", "opening", "kind"),
    [(find_byline, "By ", "byline"), (find_byline, "14 May 2024 ", "dateline"), (find_caption, "Photo: ", "credit")],
    ids=["byline", "date", "caption"],
)
def test_no_cue_is_looked_for_in_a_longer_line(find: Callable[[Line], Cue | None], opening: str, kind: str) -> None:
    longest = opening + "A" * (MAX_CUE_LENGTH - len(opening))
    cue = find(line(longest))

    assert cue is not None
    assert cue.kind == kind
    assert find(line(longest + "A")) is None
