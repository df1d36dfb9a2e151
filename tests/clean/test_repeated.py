"""Lines that stand under many articles of one outlet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newscorpus.clean.pasted.repeated import cut_repeated, line_key, repeated_lines
from newscorpus.values import CleanArticle, Removal

TIP = "Have a tip? Call the desk at 555 0100."
WORDS = ("rain", "wind", "snow", "sun", "fog", "hail", "ice", "heat", "frost", "storm")


def article_texts(n: int, *, n_with_tip: int) -> list[str]:
    return [
        f"All about {word}.\n\n{TIP}" if i < n_with_tip else f"All about {word}." for i, word in enumerate(WORDS[:n])
    ]


def test_line_under_three_of_five_articles_repeats() -> None:
    assert repeated_lines({"L": article_texts(5, n_with_tip=3)}) == {"L": frozenset({line_key(TIP)})}


def test_line_under_two_of_five_articles_may_be_a_shared_quotation() -> None:
    assert repeated_lines({"L": article_texts(5, n_with_tip=2)}) == {}


def test_four_articles_are_too_few_to_tell() -> None:
    assert repeated_lines({"L": article_texts(4, n_with_tip=4)}) == {}


def test_of_ten_articles_three_in_ten_are_enough_and_fewer_are_not() -> None:
    assert "L" in repeated_lines({"L": article_texts(10, n_with_tip=3)})
    assert repeated_lines({"L": article_texts(10, n_with_tip=2)}) == {}


def test_forty_articles_need_twelve() -> None:
    texts = [f"Report of the day {chr(97 + i % 26)}{chr(97 + i // 26)}." for i in range(40)]

    assert repeated_lines({"L": [f"{t}\n\n{TIP}" if i < 11 else t for i, t in enumerate(texts)]}) == {}
    assert "L" in repeated_lines({"L": [f"{t}\n\n{TIP}" if i < 12 else t for i, t in enumerate(texts)]})


def test_sources_do_not_lend_each_other_lines() -> None:
    texts = article_texts(4, n_with_tip=4)

    assert repeated_lines({"L": texts, "M": texts}) == {}


def test_numbers_are_alike_and_a_line_counts_once_an_article() -> None:
    texts = [f"All about {word}.\n\n{n} ships are in.\n\n{n} ships are in." for n, word in enumerate(WORDS[:5])]

    assert repeated_lines({"L": texts}) == {"L": frozenset({"0 ships are in"})}
    assert repeated_lines({"L": ["Twice.\n\nTwice.", *WORDS[:4]]}) == {}


def test_repeated_line_is_cut_and_listed_where_it_stood() -> None:
    article = CleanArticle(f"Rain fell.\n\n{TIP}\n\nWind blew.")

    cut = cut_repeated(article, frozenset({line_key(TIP)}))

    assert cut.text == "Rain fell.\n\nWind blew."
    assert cut.removals == (Removal(10, TIP, "repeated", "line repeated across this source's articles"),)


def test_earlier_removals_keep_their_place() -> None:
    behind_tip = len(f"Rain fell.\n\n{TIP}")
    earlier = (
        Removal(0, "By Mia", "byline", "byline"),
        Removal(behind_tip, "Ad", "advertisement", "advertising label"),
    )
    article = CleanArticle(f"Rain fell.\n\n{TIP}\n\nWind blew.", earlier)

    cut = cut_repeated(article, frozenset({line_key(TIP)}))

    assert [(r.position, r.text) for r in cut.removals] == [(0, "By Mia"), (10, TIP), (10, "Ad")]


def test_article_without_such_a_line_or_of_nothing_else_is_returned_itself() -> None:
    article, only_tip = CleanArticle("Rain fell."), CleanArticle(TIP)

    assert cut_repeated(article, frozenset({line_key(TIP)})) is article
    assert cut_repeated(only_tip, frozenset({line_key(TIP)})) is only_tip


LINES = st.lists(st.sampled_from(["Rain fell.", TIP, "Wind blew.", "7", ""]), min_size=1, max_size=12)


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_nothing_is_lost_and_cutting_twice_changes_nothing(lines: list[str], gap: str) -> None:
    keys = frozenset({line_key(TIP)})
    article = CleanArticle(gap.join(line for line in lines if line) or "Rain.")

    cut = cut_repeated(article, keys)
    pieces, last = [], 0
    for removal in cut.removals:
        pieces += [cut.text[last : removal.position], removal.text]
        last = removal.position

    assert "".join("".join([*pieces, cut.text[last:]]).split()) == "".join(article.text.split())
    assert cut_repeated(replace(cut, removals=()), keys).text == cut.text
