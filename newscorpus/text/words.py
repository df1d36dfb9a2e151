"""What a word is, in one place: counts, shares, passages, searches and comparisons all read words from here.

A word is what a reader counts: letters, digits and their marks, with apostrophes, hyphens and "&" between them
("isn't", "co-operate", "AT&T"); a number with its points, commas, colons and slashes ("3.5", "1,000", "3:40", "24/7");
an abbreviation with stops ("U.S.", "a.m", "U.S.-led"); a web or mail address. Scripts written without spaces (Chinese,
Japanese, Thai, Lao, Khmer, Burmese) give no words without a dictionary: there a character with its marks counts as one.
"""

import re
import unicodedata
from typing import Final

_LAST_OF_BASIC_PLANE: Final = (
    0xFFFF  # the marks of living scripts all lie below; reading further takes ten times as long
)
UNSEEN: Final = "\u00ad\u200c\u200d\u2060"
"""Soft hyphens, joiners and non-joiners: they stand inside words of Persian, Hindi and typeset text, and part none."""
APOSTROPHES: Final = "'’ʼ‘＇"
HYPHENS: Final = "-‐‑"
JOINERS: Final = f"{APOSTROPHES}&{HYPHENS[1:]}{HYPHENS[0]}"
"""What joins letters to one word when it stands between them."""
STRAIGHT: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(UNSEEN, None)
)
"""Typographic marks inside a word -> their plain signs, for `str.translate`."""


def _combining_marks() -> str:
    """The characters that belong to the letter before them (accents, vowel signs), which `\\w` leaves out."""
    return "".join(chr(c) for c in range(_LAST_OF_BASIC_PLANE + 1) if unicodedata.category(chr(c)).startswith("M"))


_MARK: Final = f"[{_combining_marks()}{UNSEEN}]"
_HAN_AND_KANA: Final = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_SOUTH_EAST_ASIAN: Final = "\u0e01-\u0e4e\u0e80-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17dd\uaa60-\uaa7f"
_UNSPACED: Final = _HAN_AND_KANA + _SOUTH_EAST_ASIAN
_LETTER: Final = f"(?![{_UNSPACED}])[^\\W_]"
_LETTERS: Final = f"{_LETTER}(?:[0-9A-Za-z]++|{_LETTER}|{_MARK})*+"  # the first alternative is there for speed
_INITIAL: Final = f"(?!\\d){_LETTER}"
_STOPPED: Final = rf"{_INITIAL}(?:\.{_INITIAL})+\b\.?"
_PIECE: Final = f"(?:{_STOPPED}|{_LETTERS})"
_OF_ADDRESS: Final = r"[A-Za-z0-9_~%+#=&@?!:;,./-]"
WORD: Final = re.compile(
    rf"""
    (?:https?://|www\.){_OF_ADDRESS}*[A-Za-z0-9/]             # https://example.org/a-b
    | [A-Za-z0-9][A-Za-z0-9_.+-]{{0,63}}+@[A-Za-z0-9-]{{1,63}}+(?:\.[A-Za-z0-9-]{{1,63}}+)+   # jane.roe@example.org
    | (?=[{_UNSPACED}])[^\W_]{_MARK}*                       # 新
    | {_PIECE}(?:[{JOINERS}]{_PIECE} | (?<=\d)[.,:/](?=\d){_LETTERS})*
    """,
    re.VERBOSE,
)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the words of `text`, in order; [] where there are none.

    >>> [("It isn't 3.5%, U.S. aides said")[start:end] for start, end in word_spans("It isn't 3.5%, U.S. aides said")]
    ['It', "isn't", '3.5', 'U.S.', 'aides', 'said']
    """
    return [match.span() for match in WORD.finditer(text)]


def n_words(text: str) -> int:
    """The number of words in `text`, 0 or more.

    >>> n_words("Co-operation isn't over."), n_words("— … !")
    (3, 0)
    """
    return sum(1 for _ in WORD.finditer(text))


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text, so that long lists stay readable in code."""
    return frozenset(words.split())
