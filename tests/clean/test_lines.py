"""Lines of plain text: tidied at the border and measured by their shape."""

from hypothesis import given
from hypothesis import strategies as st

from newscorpus.clean.pasted.cues import find_cue
from newscorpus.clean.pasted.lines import join_lines, line_ends, read_lines, tidy


def test_line_ends_blanks_and_hidden_characters_are_folded() -> None:
    assert tidy("a\r\nb\rc\u2028d\u00a0e\u200bf\ufeff\u0000g\tend") == "a\nb\nc\nd efg end"


def test_typographic_quotation_marks_stay() -> None:
    assert tidy("“So,” she said, ‘it’s’ – gone…") == "“So,” she said, ‘it’s’ – gone…"


def test_letters_are_composed_and_half_pairs_replaced() -> None:
    assert tidy("cafe\u0301") == "café"
    assert tidy("a\ud800b") == "a\ufffdb"


def test_lines_know_their_block_words_and_end() -> None:
    first, second, third = read_lines("Harbour closed\nIda Brand said so.\n\n2 ships")

    assert [line.starts_block for line in (first, second, third)] == [True, False, True]
    assert [line.n_words for line in (first, second, third)] == [2, 4, 2]
    assert [line.ends_sentence for line in (first, second, third)] == [False, True, False]


def test_prose_is_a_sentence_of_eight_words_or_a_long_run_in_lower_case() -> None:
    eight = "One two three four five six seven eight."
    long_run = "word " * 25
    names = "Word " * 25

    assert [line.is_prose for line in read_lines("\n".join([eight, eight[4:], long_run, names]))] == [
        True,
        False,
        True,
        False,
    ]


def test_two_ideographs_count_as_one_word() -> None:
    assert read_lines("湖水上涨了。")[0].n_words == 3  # five ideographs


def test_line_ends_are_those_of_the_joined_text() -> None:
    lines = read_lines("a\nbc\n\n\nd")

    assert join_lines(lines) == "a\nbc\n\nd"
    assert line_ends(lines) == [1, 4, 7]


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_lines_hold_every_character_but_blanks(text: str) -> None:
    assert "".join("".join(line.text for line in read_lines(tidy(text))).split()) == "".join(tidy(text).split())


@given(st.text())
def test_any_line_is_searched_for_cues_without_an_error(text: str) -> None:
    cue = find_cue(text)

    assert cue is None or cue.kind
