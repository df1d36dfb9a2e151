import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscorpus.load.encodings import Decoded, decode, whole_characters
from newscorpus.load.setting_aside import SetAside

RUSSIAN = "Министр заявил, что переговоры продолжатся на следующей неделе, а правительство их поддержит. " * 4
FRENCH = "Le président a déclaré à l’Assemblée que la réforme était nécessaire et qu’elle serait votée. " * 4


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Café – “yes”".encode(), "Café – “yes”", None),
        ("\ufeffCafé".encode(), "Café", None),
        ("Café".encode("utf-16"), "Café", "read as UTF-16"),
        ("Café, plain words".encode("utf-16-le"), "Café, plain words", "read as utf-16-le"),
        ("Café, plain words".encode("utf-16-be"), "Café, plain words", "read as utf-16-be"),
        ("Café".encode("utf-32"), "Café", "read as UTF-32"),
        ("“It’s over” – he said".encode("cp1252"), "“It’s over” – he said", "read as Windows-1252"),
        (FRENCH.encode("cp1252"), FRENCH, "read as Windows-1252"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "read as cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "read as koi8-r"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(data, text, note):
    assert decode(data) == Decoded(text, note)


def test_a_declared_encoding_is_believed_where_bytes_are_not_utf8():
    page = '<meta charset="iso-8859-2"><p>Žluťoučký kůň</p>'

    assert decode(page.encode("iso-8859-2")) == Decoded(page, "read as iso8859-2")


def test_bytes_that_decode_as_utf8_win_over_a_false_declaration():
    page = '<meta charset="iso-8859-1"><p>Café</p>'

    assert decode(page.encode()).text == page


@pytest.mark.parametrize(
    "name", ["zlib_codec", "utf-7", "rot13", "unicode_escape", "punycode", "no-such-thing", "utf8-"]
)
def test_a_declaration_that_is_no_encoding_of_text_is_not_followed(name):
    page = f'<meta charset="{name}"><p>Caf\xe9 \\u0041 +ADw-</p>'

    assert decode(page.encode("cp1252")) == Decoded(page, "read as Windows-1252")


def test_characters_that_cannot_be_read_are_counted():
    data = ("“Thirty” ‘curly’ marks – " * 10).encode() + b"\xff and \xfe."

    assert decode(data).note == "2 characters could not be read"


def test_a_file_that_is_mostly_unreadable_is_no_text():
    # 6 of 100 characters are control characters; 5 would be let through.
    assert decode(b"a" * 95 + b"\x00" * 5).text
    with pytest.raises(SetAside, match="not_text"):
        decode(b"a" * 94 + b"\x00" * 6)


def test_half_a_surrogate_pair_becomes_the_replacement_character():
    assert whole_characters("a\ud800b") == "a\ufffdb"
    assert whole_characters("\ud83d\ude00") == "😀"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_is_written_as_utf8_is_read_as_written(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff").removeprefix("\ufeff")


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_that_can_be_written_again_or_no_text(data):
    try:
        decoded = decode(data)
    except SetAside as fault:
        assert fault.reason == "not_text"
    else:
        decoded.text.encode()


WESTERN = (
    "Der Rat schließt die Märkte.",
    "“We can’t wait,” she said.",
    "L’été a été très chaud à Genève.",
    "¿Qué pasó ayer?",
)


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize(("encoding", "note"), [("cp1252", "read as Windows-1252"), ("mac_roman", "read as mac-roman")])
def test_few_letters_tell_windows_from_mac(text, encoding, note):
    assert decode(text.encode(encoding)) == Decoded(text, note)
