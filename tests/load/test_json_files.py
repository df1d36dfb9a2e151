import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ONE = {"source": "Echo", "title": "Rain", "text": "It rained."}
TWO = {"source": "Mail", "title": "Sun", "text": "It did not."}


@pytest.mark.parametrize(
    ("name", "content", "layout"),
    [
        ("a.json", json.dumps([ONE, TWO]), "json"),
        ("a.json", json.dumps([ONE, TWO], indent=2), "json"),
        ("a.json", json.dumps({"status": "ok", "articles": [ONE, TWO]}), "json"),
        ("a.json", json.dumps({"response": {"docs": [ONE, TWO], "hits": 2}}), "json"),
        ("a.json", json.dumps(ONE, indent=1) + "\n" + json.dumps(TWO, indent=1), "json"),
        ("a.jsonl", f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n", "jsonl"),
        ("a.json", f"{json.dumps(ONE)}\r\n{json.dumps(TWO)}", "jsonl"),  # lines under another name
        ("a.txt", json.dumps([ONE, TWO]), "json"),
        ("a.jsonl", json.dumps([ONE, TWO]), "json"),  # a list under another name
    ],
)
def test_articles_are_found_in_every_shape(read, name, content, layout):
    items = read(name, content)

    assert [(i.layout, i.record, i.source, i.title, i.content) for i in items] == [
        (layout, 0, "Echo", "Rain", "It rained."),
        (layout, 1, "Mail", "Sun", "It did not."),
    ]


def test_one_object_is_one_article(read):
    (article,) = read("a.json", json.dumps(ONE))

    assert (article.record, article.content) == (0, "It rained.")


def test_a_broken_line_costs_itself_only(reasons):
    lines = [json.dumps(ONE), '{"source": "Echo", "te', "[1, 2]", '{"source": "Echo"}', json.dumps(TWO)]

    assert reasons("a.jsonl", "\n".join(lines)) == [None, "bad_record", "bad_record", "no_text", None]


@pytest.mark.parametrize("whole", [[ONE, TWO, ONE], {"articles": [ONE, TWO, ONE]}])
def test_a_cut_file_gives_the_articles_before_the_cut(read, reasons, whole):
    cut = json.dumps(whole)[:-20]

    assert reasons("a.json", cut) == [None, None, "damaged"]
    assert read("a.json", cut)[1].content == "It did not."


def test_structured_data_of_a_page_is_recognised(read):
    (article,) = read(
        "a.json",
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "Rain",
                "articleBody": "It rained.",
                "datePublished": "2020-04-03T10:00:00+01:00",
                "publisher": {"@type": "Organization", "name": "Echo"},
                "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Writer"}],
                "articleSection": "Weather",
                "inLanguage": "en",
            }
        ),
    )

    assert (article.title, article.content, article.source) == ("Rain", "It rained.", "Echo")
    assert (article.author, article.published_at) == ("A. Writer, B. Writer", "2020-04-03T10:00:00+01:00")
    assert (article.section, article.language) == ("Weather", "en")


def test_a_text_in_paragraphs_is_joined_by_empty_lines(read):
    (article,) = read("a.json", json.dumps({"text": ["One.", "Two."]}))

    assert article.content == "One.\n\nTwo."


def test_numbers_and_nothing_are_read_as_what_they_mean(read):
    (article,) = read("a.json", '{"text": 1e400, "title": NaN, "author": null, "section": true, "date": 1585924200}')

    assert (article.content, article.title, article.author, article.section) == ("1e400", None, None, "True")
    assert article.published_at == "2020-04-03T14:30:00+00:00"


def test_a_number_of_100_000_digits_is_kept_as_text(read):
    (article,) = read("a.json", '{"text": ' + "7" * 100_000 + "}")

    assert article.content == "7" * 100_000


def test_half_a_surrogate_pair_becomes_the_replacement_character(read):
    (article,) = read("a.jsonl", '{"text": "a \\ud800 b", "title": "\\ud83d\\ude00"}')

    assert (article.content, article.title) == ("a \ufffd b", "😀")


def test_a_field_given_twice_is_said(read):
    (article,) = read("a.json", '{"text": "One.", "text": "Two."}')

    assert (article.content, article.note) == ("Two.", "a field is given twice; the last was read")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("[" * 100_000, ["too_deep"]),
        ('{"a":' * 100_000, ["too_deep"]),
        ('"a scalar"', ["no_text"]),
        ("[]", ["no_text"]),
        ("[1, 2, 3]", ["no_text"]),
        ("{broken", ["damaged"]),
        ('{"text": "cut', ["damaged"]),
        ('{"a": [{"text": "x"}], "b": [{"text": "y"}]}', ["columns_unknown"]),
        ('{"a": 1}', ["columns_unknown"]),
        ('[{"title": "Rain", "url": "http://x.org"}]', ["no_text_column"]),
    ],
)
def test_a_file_without_articles_says_why(reasons, content, found):
    assert reasons("a.json", content) == found


def test_an_object_of_too_many_fields_is_set_aside_and_the_others_read(reasons):
    wide = {f"field {i}": i for i in range(2_001)}

    assert reasons("a.json", json.dumps([ONE, wide, TWO])) == [None, "bad_record", None]
    assert reasons("a.jsonl", "\n".join(map(json.dumps, [ONE, wide, TWO]))) == [None, "bad_record", None]


def test_brackets_in_a_text_are_no_nesting(reasons):
    assert reasons("a.json", json.dumps([{"text": "[{" * 1000 + '\\"'}])) == [None]


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "title", "date", "author", "name", "x"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(deadline=None)
@given(VALUES, st.integers(0, 20), st.sampled_from(["a.json", "a.jsonl"]))
def test_any_json_whole_or_cut_gives_each_record_once(read, value, n_cut, name):
    written = json.dumps(value)

    items = read(name, written[: len(written) - n_cut].encode("utf-8", "surrogatepass"))

    assert [item.record for item in items] == list(range(len(items)))
    assert items


# Neither markup nor what other programs leave of it, nor the letters that text encoded twice is made of.
PLAIN = st.text(
    st.characters(max_codepoint=127, exclude_categories=["Cc"], exclude_characters="&<\\[]{}")
    | st.characters(codec="utf-8", min_codepoint=0x370, exclude_categories=["Cc"], exclude_characters="…"),
    max_size=30,
)


@settings(deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=8))
def test_texts_come_back_as_they_were_written(read, texts):
    items = read("a.jsonl", "\n".join(json.dumps({"text": text, "n": 1}) for text in texts))

    for item, text in zip(items, texts, strict=True):
        assert getattr(item, "content", None) == text.strip() or item.reason == "no_text"
