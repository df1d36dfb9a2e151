"""What a word is, in one place: every count of words in a store is made here.

A word is a run of letters, digits and their marks, with inner apostrophes and hyphens ("isn't", "co-operate"), a number
with its points and commas ("3.5", "1,000"), or an abbreviation with stops ("U.S."). Han characters and Japanese kana,
which are written without spaces, count one each.
"""

import re
import unicodedata
from typing import Final

_LAST_OF_BASIC_PLANE: Final = (
    0xFFFF  # the marks of living scripts all lie below; reading further takes ten times as long
)


def _combining_marks() -> str:
    """The characters that belong to the letter before them (accents, vowel signs), which `\\w` leaves out."""
    return "".join(chr(c) for c in range(_LAST_OF_BASIC_PLANE + 1) if unicodedata.category(chr(c)).startswith("M"))


_UNSPACED: Final = "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS: Final = f"(?:(?![{_UNSPACED}])[^\\W_][{_combining_marks()}]*)+"
WORD: Final = re.compile(
    rf"""
    [{_UNSPACED}]                                          # 新
    | (?:[^\W\d_]\.){{2,}}                                 # U.S.
    | {_LETTERS}(?:['’ʼ‐‑-]{_LETTERS} | (?<=\d)[.,](?=\d){_LETTERS})*
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
