"""Numbers, sentences, marked text: small pure functions of the page."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.inert import MARKDOWN_MARKS, WORD_JOINER, in_figure, in_label, shortened
from components.link import parameters_of
from components.number_format import decimal, span_of_days
from components.widgets.shared.marked_text import Span, marked, name_spans, pages_of, quoted_spans, tone_spans
from newscorpus.analyse.measures import share_quoted

TAG = re.compile(r"<[^>]*>")
SUPERSCRIPT = re.compile(r"<sup>.*?</sup>")
spans = st.lists(
    st.builds(Span, st.integers(0, 30), st.integers(0, 30), st.just("up"), before=st.sampled_from(["", "▲"])),
    max_size=8,
)


@given(st.text())
def test_a_label_reads_as_it_was_given(text):
    shown = re.sub(r"\\(.)", r"\1", in_label(text), flags=re.DOTALL).replace(WORD_JOINER, "")

    assert shown == " ".join(text.split()).replace(WORD_JOINER, "")


@given(st.text())
def test_every_mark_of_a_label_stands_behind_a_backslash(text):
    label = in_label(text)

    assert all(label[found.start() - 1] == "\\" or found.group() == "\\" for found in MARKDOWN_MARKS.finditer(label))


@pytest.mark.parametrize("text", ["http://a.invalid", "www.a.invalid", "a@b.invalid", ":smile:"])
def test_addresses_and_emoji_words_are_broken_for_the_machine_alone(text):
    assert WORD_JOINER in in_label(text)


@given(st.text())
def test_a_figure_gets_no_tag_of_a_file(text):
    shown = in_figure(text)

    assert "<" not in shown
    assert html.unescape(shown) == html.unescape(html.escape(" ".join(text.split()), quote=False))


@given(st.text(), st.integers(1, 20))
def test_shortened_text_is_never_longer_than_asked(text, length):
    assert len(shortened(text, length)) <= length


@given(st.text(max_size=30), spans)
def test_marked_text_holds_every_character_once_and_in_order(text, chosen):
    inside = SUPERSCRIPT.sub("", marked(text, chosen))

    assert html.unescape(TAG.sub("", inside)) == html.unescape(html.escape(text))


@given(st.text(), st.integers(2, 50))
def test_pages_join_to_the_whole_text(text, n_characters):
    pages = pages_of(text, n_characters)

    assert "".join(text[start:end] for start, end in pages) == text
    assert all(end - start <= n_characters for start, end in pages)


def test_marks_that_cross_are_both_drawn():
    drawn = marked("abcd", [Span(0, 3, "up"), Span(2, 4, "quoted")])

    up, both, quoted = '<span class="up">ab</span>', '<span class="up quoted">c</span>', '<span class="quoted">d</span>'
    assert drawn == f'<div class="marked">{up}{both}{quoted}</div>'


def test_a_mark_over_a_page_break_goes_on_without_its_symbol():
    assert marked("abcd", [Span(0, 4, "up", before="▲")], 2) == '<div class="marked"><span class="up">cd</span></div>'


def test_hostile_text_is_escaped_between_marks():
    assert "<script>" not in marked("<script>x</script>", [Span(2, 5, "up")])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“a” b “c”", ["“a”", "“c”"]),
        ('say "a" and "b"', ['"a"', '"b"']),
        ("«a»", ["«a»"]),
        ("‘We go,’ he said. 'It's the boys' turn.'", ["‘We go,’", "'It's the boys' turn.'"]),
        ("“open to the end", ["“open to the end"]),
        ("“a\n\n“b” c", ["“a", "“b”"]),
        ("it's the boys' own", []),
        ("", []),
    ],
)
def test_quotation_marks_are_paired_within_their_paragraph(text, quoted):
    assert [text[span.start : span.end] for span in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    ("text", "n_quoted", "n_words"),
    [
        ("‘We go,’ he said.", 2, 4),
        ("“We go,” he said. «Si.»", 3, 5),
        ("He said: 'It's the voters' choice.' We left.", 4, 8),
        ("“One.\n“Two,” he said.", 2, 4),
        ("He left.", 0, 2),
    ],
)
def test_what_the_page_marks_is_what_the_share_counts(text, n_quoted, n_words):
    marked_words = [text[span.start : span.end] for span in quoted_spans(text)]

    assert len(" ".join(marked_words).split()) == n_quoted
    assert share_quoted(text, [(0, len(text))]) == n_quoted / n_words


def test_neutral_and_undefined_sentences_have_no_mark():
    tones = [0.04, -0.04, None, 0.05, -0.6]
    sentences = [{"start": n, "end": n + 1, "tone": tone} for n, tone in enumerate(tones)]

    assert [(span.mark, span.before) for span in tone_spans(sentences)] == [("up", "▲"), ("down", "▼▼")]


def test_a_name_carries_the_word_of_its_kind():
    (span,) = name_spans([{"start": 0, "end": 3, "kind": "ORG"}])

    assert (span.mark, span.behind) == ("name ORG", "org.")


def test_picked_marks_become_filters_and_strangers_are_ignored():
    points = [
        {"customdata": "name=A&source=B"},
        {"customdata": "name=C"},
        {"customdata": "evil=1"},
        {"customdata": 7},
        {},
    ]

    assert parameters_of(points) == {"name": ["A", "C"], "source": ["B"]}


@pytest.mark.parametrize(("value", "shown"), [(0.0, "0.00"), (-0.004, "0.00"), (-0.005001, "−0.01"), (None, "–")])
def test_a_rounded_zero_has_no_sign(value, shown):
    assert decimal(value, signed=True) == shown


def test_a_span_without_days_is_undefined():
    assert span_of_days(None, None) == "–"
