"""Spellings of a name brought together for matching; what is shown stays as it was written."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from newscorpus.text.name_spellings import SAME_NAME
from newscorpus.text.titles import end_of_titles
from newscorpus.text.words import word_set

N_SPELLINGS_REMEMBERED: Final = 65_536
GENERATIONS: Final = word_set("jr sr ii iii iv")

_LETTERS_WITHOUT_ACCENT: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_POSSESSIVE: Final = re.compile(r"['’](?:s\b)?$")
_SEPARATORS: Final = re.compile(r"[\s\-‐‑–/,]+")
_SILENT: Final = re.compile(r"[^\w\s&]")
_ARTICLE: Final = re.compile(r"^(?:the|al|el) (?=\S)")
_AMERICAN: Final = (("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("labour", "labor"))
_TRANSLITERATIONS: Final = (
    # Ways of writing one sound of another alphabet or an umlaut with English letters. Order matters: long ones first.
    ("iya", "ia"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("q", "k"),
)
_DOUBLED: Final = re.compile(r"(.)\1+")


def without_accents(text: str) -> str:
    """`text` in small letters without accents.

    >>> without_accents("Türk"), without_accents("Łódź")
    ('turk', 'lodz')
    """
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS_WITHOUT_ACCENT))
    return "".join(character for character in parts if not unicodedata.combining(character))


@lru_cache(maxsize=N_SPELLINGS_REMEMBERED)
def folded(surface: str, kind: str) -> str:
    """The form of a name by which spellings are compared: small letters, no accents, stops, titles or possessive.

    Names that convention knows under several spellings take the first of them. Never empty for a name with a letter.

    >>> folded("the U.N.", "ORG") == folded("United Nations", "ORG"), folded("President Türk’s", "PERSON")
    (True, 'turk')
    """
    name = _POSSESSIVE.sub("", surface.strip())
    if kind == "PERSON":
        name = name[end_of_titles(name) :]
    else:
        name = SAME_NAME.get(name.removeprefix("the ").removeprefix("The "), name)
    plain = _SILENT.sub("", _SEPARATORS.sub(" ", without_accents(name).replace(".", ""))).strip()
    if kind == "PERSON":
        words = plain.split()
        return " ".join(words[:1] + [word for word in words[1:] if word not in GENERATIONS]) or surface
    for british, american in _AMERICAN:
        plain = plain.replace(british, american)
    return _ARTICLE.sub("", plain) or surface


def skeleton(word: str) -> str:
    """What stays the same of a folded surname however it is carried over from another alphabet.

    >>> skeleton("zelensky") == skeleton("zelenskyy") == skeleton("zelenskiy")
    True
    >>> skeleton("johnson") == skeleton("johnston")
    False
    """
    for written, sound in _TRANSLITERATIONS:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


def initials(folded_name: str) -> str:
    """The first letters of the words of a folded name that count in an acronym.

    >>> initials("federal bureau of investigation")
    'fbi'
    """
    return "".join(word[0] for word in folded_name.split() if word not in ("of", "the", "and", "for", "in", "on", "&"))


def is_acronym(surface: str) -> bool:
    """Whether a name is written as an acronym: two to six capitals, with or without stops.

    >>> is_acronym("U.N."), is_acronym("NATO"), is_acronym("Nato")
    (True, True, False)
    """
    letters = surface.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()
