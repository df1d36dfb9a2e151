"""Datelines: read in front of the first sentence, cut from the text, and never mistaken for a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.clean.article import clean_article
from newscorpus.clean.pasted.dateline import cut_dateline, find_dateline
from newscorpus.values import CleanArticle, Markup, RawArticle, Removal

LEAD = "The harbour of Lindau will stay closed until the weekend, the council said on Tuesday."
MORE = "Engineers found cracks in the western wall last week and called for an inspection by divers."


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("GENEVA (AFP) —", "GENEVA"),
        ("Geneva (AFP) –", "Geneva"),
        ("LINDAU, Germany (AP) —", "LINDAU, Germany"),
        ("BERLIN, May 3 (Reuters) -", "BERLIN"),
        ("BREGENZ, Austria, 3 May 2024 (AFP) –", "BREGENZ, Austria"),
        ("LONDON/PARIS (Reuters) -", "LONDON/PARIS"),
        ("Rio de Janeiro (dpa/AFP) -", "Rio de Janeiro"),
        ("SEOUL, May 3 (Yonhap) --", "SEOUL"),
        ("New Delhi, May 3 (PTI)", "New Delhi"),
        ("TOKYO, May 3, Kyodo -", "TOKYO"),
        ("Lindau (CNN) —", "Lindau"),
        ("NEW YORK —", "NEW YORK"),
        ("ŠIBENIK —", "ŠIBENIK"),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C."),
        ("LINDAU, May 3 -", "LINDAU"),
        ("(Reuters) -", None),
    ],
)
def test_dateline_gives_the_place_and_ends_where_the_sentence_begins(dateline: str, place: str | None) -> None:
    found = find_dateline(f"{dateline} {LEAD}")

    assert found is not None
    assert (found.place, found.end) == (place, len(dateline) + 1)


@pytest.mark.parametrize(
    "line",
    [
        "Talks ended in Geneva.",
        "The council — all nine of it — met.",
        "NATO — the alliance of the north — met in Lindau.",
        "EXCLUSIVE — The council of Lindau knew of the cracks.",
        "LINDAU - The harbour stays closed.",
        "Lindau – The harbour stays closed.",
        "Mayor Brand (left) - The harbour is hers.",
        "World Lake Organization (WLO) — The body met.",
        "Lindau (pop. 25,000) — The town lies on an island.",
        "A — The answer.",
        "Tuesday — The day the wall fell.",
        "",
    ],
)
def test_line_that_goes_on_behind_a_dash_has_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(("markup", "layout"), [("text", "text"), ("text", "csv"), ("html", "html")])
def test_dateline_is_cut_from_articles_cells_and_pages_and_the_sentence_kept_whole(markup: Markup, layout: str) -> None:
    lines = [f"LINDAU, Germany (AFP) — {LEAD}", MORE]
    content = "".join(f"<p>{line}</p>" for line in lines) if markup == "html" else "\n\n".join(lines)

    article = clean_article(RawArticle("a", 0, layout, markup, content))

    assert article.text == f"{LEAD}\n\n{MORE}"
    assert (article.dateline, article.agency) == ("LINDAU, Germany", "AFP")
    assert article.removals == (
        Removal(0, "LINDAU, Germany (AFP) —", "dateline", "dateline in front of the first sentence"),
    )


def test_dateline_below_a_summary_is_cut_and_later_removals_move_with_the_text() -> None:
    text = f"{MORE}\n\nLINDAU — {LEAD}"
    before, behind = Removal(0, "Menu", "navigation", "menu"), Removal(len(text), "© LCN", "copyright", "footer")

    article = cut_dateline(CleanArticle(text, removals=(before, behind)))

    assert article.text == f"{MORE}\n\n{LEAD}"
    assert [(r.position, r.text) for r in article.removals] == [
        (0, "Menu"),
        (len(MORE) + 2, "LINDAU —"),
        (len(article.text), "© LCN"),
    ]


def test_datelines_of_a_roundup_are_part_of_what_it_tells() -> None:
    text = f"LINDAU — {LEAD}\n\nBREGENZ — {MORE}"

    assert cut_dateline(CleanArticle(text)) == CleanArticle(text)


def test_dateline_before_a_few_words_is_read_and_stays() -> None:
    article = cut_dateline(CleanArticle("GENEVA (AFP) — Talks ended."))

    assert (article.text, article.dateline) == ("GENEVA (AFP) — Talks ended.", "GENEVA")


LINES = st.sampled_from(
    [
        *(LEAD, MORE, f"LINDAU — {LEAD}", f"GENEVA (AFP) — {MORE}", f"ROME — PARIS — {LEAD}", "LINDAU — Talks end"),
        *("", "By Mia Kern", "May 14, 2024", "Lake Courier", "Home | News | Sport", "(Reuters) - Photo: Mia Kern"),
        *("GENEVA (AFP) — Sign up: the letter of the lake lands in your inbox each day.", "Harbour stays closed"),
    ]
)
CONTENTS = st.lists(LINES, max_size=12).map("\n".join)


@given(CONTENTS, st.sampled_from(["text", "csv"]))
@settings(deadline=None)
def test_cleaning_a_text_with_datelines_twice_changes_nothing_and_loses_nothing(content: str, layout: str) -> None:
    article = clean_article(RawArticle("a", 0, layout, "text", content))
    again = clean_article(RawArticle("a", 0, layout, "text", article.text))

    assert again.text == article.text
    assert sorted("".join([article.text, *(r.text for r in article.removals)]).replace("\n", "").replace(" ", "")) == (
        sorted("".join(content.split()))
    )


@pytest.mark.parametrize("unit", ["A", "A ", "a", " ", "1", "A.", "(", "(AFP", "A, ", "A — ", "A - ", "["])
def test_fifty_thousand_characters_of_one_kind_are_searched_for_a_dateline(unit: str) -> None:
    text = "A" + unit * (50_000 // len(unit))

    assert cut_dateline(CleanArticle(text)).text
