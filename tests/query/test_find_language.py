"""What a reader types is read as the help says, or refused in words that say what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscorpus.errors import SearchUnclear
from newscorpus.query.concordance.regular_expressions import compiled, stretches
from newscorpus.query.concordance.search_language import (
    ANY_WORD,
    MAX_FIND_CHARACTERS,
    MAX_WORDS,
    AnyOf,
    Expression,
    Near,
    Phrase,
    parse,
)


def phrase(*words: str | tuple[str, ...]) -> Phrase:
    return Phrase(tuple((word,) if isinstance(word, str) else word for word in words))


def one(query: Phrase | Near) -> AnyOf:
    return AnyOf((query,))


RIGHTS, REPORT = phrase("rights"), phrase("report")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("rights", one(RIGHTS)),
        ("  Rights  ", one(phrase("Rights"))),
        ("human rights", one(phrase("human", "rights"))),
        ('"human rights"', one(phrase("human", "rights"))),
        ("“human rights”", one(phrase("human", "rights"))),
        ('"human rights" report', one(phrase("human", "rights", "report"))),
        ("human rights, report!", one(phrase("human", "rights", "report"))),
        ("and/or", one(phrase("and", "or"))),
        ("U.S. co-operation isn’t", one(phrase("U.S.", "co-operation", "isn’t"))),
        ("report* wom?n's", one(phrase("report*", "wom?n's"))),
        ("rights * report", one(Phrase((("rights",), ANY_WORD, ("report",))))),
        ("human|civil|human rights", one(phrase(("human", "civil"), "rights"))),
        ("rights OR report", AnyOf((RIGHTS, REPORT))),
        ("rights | report", AnyOf((RIGHTS, REPORT))),
        ('rights "OR" report', one(phrase("rights", "OR", "report"))),
        ("rights or report", one(phrase("rights", "or", "report"))),
        ("rights NEAR/3 report", one(Near(RIGHTS, 3, REPORT))),
        ("rights near/3 report", one(Near(RIGHTS, 3, REPORT))),
        ("rights NEAR report", one(Near(RIGHTS, 5, REPORT))),
        ("rights near report", one(phrase("rights", "near", "report"))),
        ("rights NEAR/3 report NEAR/4 dam", one(Near(Near(RIGHTS, 3, REPORT), 4, phrase("dam")))),
        ("dam OR rights NEAR/2 report", AnyOf((phrase("dam"), Near(RIGHTS, 2, REPORT)))),
        ("/rights? of/", Expression("rights? of")),
    ],
)
def test_a_search_is_read_as_the_help_says(typed, read):
    assert parse(typed) == read


@pytest.mark.parametrize(
    ("typed", "named", "advice"),
    [
        ("", "A word is missing", "Write one"),
        ("…", "A word is missing", "Write one"),
        ("rights OR", "one side of NEAR or OR", "Write one"),
        ("NEAR/3 rights", "one side of NEAR or OR", "Write one"),
        ('"rights', "quotation mark", "Close it"),
        ("(human OR civil) rights", "Brackets", "human|civil"),
        ("rights NEAR/0 report", "NEAR/0", "1 to 50"),
        ("rights NEAR/51 report", "NEAR/51", "1 to 50"),
        ("rights NEAR/many report", "NEAR/many", "1 to 50"),
        ("rights NEAR/99999999999999999999 report", "NEAR/9999", "1 to 50"),
        ("*", '"*" alone', "report*"),
        ("rights *", '"*" alone', "report*"),
        ("??", '"??" has no letter', "report*"),
        ("human| rights", '"human|"', "human|civil"),
        ("and/or|not", '"and/or|not"', "OR between"),
        ("human|* rights", '"human|*"', "Take the rest away"),
        ("/rights", 'begins with "/"', 'second "/"'),
        ("/", 'begins with "/"', 'second "/"'),
        ("/(rights/", "missing )", "Mend it"),
        ("/(?=rights)/", "invalid perl operator", "Mend it"),
        ("//", "fits where nothing stands", "Take away"),
        ("/x*/", "fits where nothing stands", "Take away"),
        ("/.{900}x/", "too large", "{ }"),
        ("a" * (MAX_FIND_CHARACTERS + 1), "201 characters", "Shorten"),
        ("a " * (MAX_WORDS + 1), "13 words", "Leave some out"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(typed, named, advice):
    with pytest.raises(SearchUnclear) as caught:
        parse(typed)

    assert named in str(caught.value)
    assert advice in str(caught.value)


pieces = st.sampled_from([*"ab*?|\"'/()-.é \ud800\0\n", "NEAR/5", "NEAR", " OR ", "near/", "“", "’", "新", "\u0301"])


@given(st.text() | st.lists(pieces, max_size=30).map("".join))
def test_any_text_is_read_or_refused_in_words(typed):
    try:
        query = parse(typed)
    except SearchUnclear as refusal:
        assert len(str(refusal)) > 20
        return
    if isinstance(query, AnyOf):
        assert query.alternatives
        assert all(place for alternative in query.alternatives for place in places_of(alternative))


def places_of(query: Phrase | Near) -> tuple[tuple[str, ...], ...]:
    return query.words if isinstance(query, Phrase) else (*places_of(query.first), *query.second.words)


def test_an_expression_finds_what_fits_capitals_or_not():
    text = "Colour, é, colours: COLOR"

    assert [text[slice(*span)] for span in stretches(compiled("colou?rs?"), text)] == ["Colour", "colours", "COLOR"]
    assert [text[slice(*span)] for span in stretches(compiled("colou?rs?", as_written=True), text)] == ["colours"]
    assert list(stretches(compiled("é"), text)) == [(8, 9)]


def test_places_where_nothing_fits_are_no_hits():
    assert list(stretches(compiled(r"\b"), "two words")) == []


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+b", "(.*)(.*)(.*)(.*)x", "(a?){60}a{60}b", "a.{90}b"])
@pytest.mark.parametrize("filling", ["a", " ", "<", '"', "1", "a.", "\n", "é"])
def test_no_expression_makes_a_long_text_take_for_ever(pattern, filling):
    text = filling * 50_000

    found = next(stretches(compiled(pattern), text), None)

    assert found is None or 0 <= found[0] < found[1] <= len(text)
